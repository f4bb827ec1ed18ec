//! Every number of the ranking, in one place; exported with the index so that the browser uses the same.

use serde_json::Value;

/// The numbers of the ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// A folded word in the name.
    pub name: f32,
    /// A folded pair in the name.
    pub name_pair: f32,
    /// A word in the name just as it was typed, with its marks.
    pub exact: f32,
    /// A word in the keywords.
    pub keywords: f32,
    /// A pair in the keywords.
    pub keywords_pair: f32,
    /// A pair in the results.
    pub results: f32,
    /// A pair in the field.
    pub field: f32,
    /// A pair in the agencies.
    pub agency: f32,
    /// A pair in the body.
    pub body: f32,
    /// How far a match in the keywords covers a word.
    pub keywords_cover: f32,
    /// How far a match in results, field or agencies covers a word.
    pub other_cover: f32,
    /// How far a match in the body covers a word.
    pub body_cover: f32,
    /// How far a single word covers without its pair.
    pub single_cover: f32,
    /// Factor of a pair made with a word that may be a stop word.
    pub doubtful_pair: f32,
    /// Factor of completions of the last word.
    pub prefix: f32,
    /// Factor of a word that was mistyped.
    pub typo: f32,
    /// Ceiling of the mass of one word.
    pub mass_cap: f32,
    /// Mass of a word that no name has, and of a number.
    pub unknown_mass: f32,
    /// Mass of one word of a folk phrase.
    pub phrase_mass: f32,
    /// Factor of the words as typed, where they are a folk phrase.
    pub literal: f32,
    /// Factor of what a folk phrase means that was typed with other marks.
    pub other_marks: f32,
    /// Factor of every further meaning of a folk phrase.
    pub later_meaning: f32,
    /// How often a query's score is multiplied by its cover.
    pub cover_power: u32,
    /// How often a phrase's score is multiplied by its cover.
    pub phrase_power: u32,
    /// How far the score grows with the prior.
    pub prior: f32,
    /// Smallest coverage of a hit.
    pub minimum_cover: f32,
    /// Coverage that makes an answer, not only a hit.
    pub answer_cover: f32,
    /// How far, of the greatest cover, one further down covers the query that may be of just its name. Less than all:
    /// a stop word inside a name is dropped, and with it a pair.
    pub name_cover: f32,
    /// Answers that tier A must have for tier B to stay closed.
    pub answers: usize,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            name: 0.8,
            name_pair: 1.0,
            exact: 0.5,
            keywords: 0.3,
            keywords_pair: 0.6,
            results: 0.3,
            field: 0.6,
            agency: 0.1,
            body: 0.2,
            keywords_cover: 0.8,
            other_cover: 0.4,
            body_cover: 0.7,
            single_cover: 0.65,
            doubtful_pair: 0.5,
            prefix: 0.6,
            typo: 0.8,
            mass_cap: 4.0,
            unknown_mass: 1.0,
            phrase_mass: 3.0,
            literal: 0.8,
            other_marks: 0.8,
            later_meaning: 0.75,
            cover_power: 2,
            phrase_power: 3,
            prior: 2.5,
            minimum_cover: 0.25,
            answer_cover: 0.7,
            name_cover: 0.6,
            answers: 3,
        }
    }
}

impl Weights {
    /// Those that a client asks for, in the order in which it reads them. What only meanings are made with is left
    /// out, since clients get those ready.
    #[must_use]
    pub fn in_order(&self) -> Vec<Value> {
        let w = self;
        let list = |weights: &[f32]| weights.iter().map(|weight| decimal(*weight)).collect::<Vec<_>>();
        [
            list(&[w.name, w.name_pair, w.exact, w.keywords, w.keywords_pair]),
            vec![Value::from(list(&[w.results, w.field, w.agency]))],
            list(&[w.body, w.keywords_cover, w.other_cover, w.body_cover, w.single_cover, w.doubtful_pair, w.prefix]),
            list(&[w.typo, w.mass_cap, w.unknown_mass, w.phrase_mass, w.literal, w.other_marks]),
            list(&[w.prior, w.minimum_cover, w.answer_cover, w.name_cover]),
            vec![w.cover_power.into(), w.phrase_power.into(), w.answers.into()],
        ]
        .concat()
    }
}

/// A weight as it is written here: `0.8`, not the nearest number of twice the bits.
fn decimal(weight: f32) -> Value {
    weight.to_string().parse::<f64>().map_or(Value::Null, Value::from)
}
