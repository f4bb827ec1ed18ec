//! Segments → the plan.

use crate::search::analysis::{Word, words};
use crate::search::code::Found;
use crate::search::plan::{Alternative, Clause, Field, PlanWord, Term, Tier};
use crate::search::words::Found as FoundPhrase;

use super::Knowledge;
use super::phrases::{Before, Kept, Segment};
use super::spelling::Reading;

/// Score and mass of a code: it outweighs whatever words stand beside it.
const CODE: f32 = 10.0;

/// Makes the clauses of the plan.
#[must_use]
pub fn clauses(codes: &[Found], kept: &[Kept], segments: &[Segment<'_>], knowledge: Knowledge<'_>) -> Vec<Clause> {
    let composer = Composer { knowledge };
    let mut clauses: Vec<Clause> = codes.iter().map(code).collect();
    for segment in segments {
        match *segment {
            Segment::Word(at) => clauses.push(composer.word(&kept[at])),
            Segment::Folk(at, count, found) => clauses.push(composer.folk(&kept[at..at + count], found)),
        }
    }
    clauses.extend(kept.iter().filter_map(|kept| composer.doubtful_pair(kept)));
    clauses
}

fn code(found: &Found) -> Clause {
    let term = Term { field: Field::Code, text: found.digits.clone(), boost: CODE, cover: 1.0, prefix: found.partial };
    let word = PlanWord { mass: CODE, terms: vec![term] };
    Clause { mass: CODE, alternatives: vec![Alternative { boost: 1.0, words: vec![word] }], ..Clause::default() }
}

/// The ways of saying what a folk phrase of this weight means.
#[must_use]
pub fn meanings(means: &[String], weight: f32, knowledge: Knowledge<'_>) -> Vec<Alternative> {
    Composer { knowledge }.meanings(means, weight)
}

struct Composer<'a> {
    knowledge: Knowledge<'a>,
}

/// The first half of a pair, and the factor of the pair.
type Left<'a> = Option<(&'a str, f32)>;

impl Composer<'_> {
    fn word(&self, kept: &Kept) -> Clause {
        let weights = self.knowledge.weights;
        let left = self.left(kept);
        let token = &kept.token;
        let alternatives = match &token.reading {
            Reading::Plain => {
                vec![Alternative { boost: 1.0, words: vec![self.plan_word(&token.word, left, token.last)] }]
            }
            Reading::Mistyped(candidates) => self.guessed(candidates, left, weights.typo),
            Reading::Alike(other) => {
                let mut word = self.plan_word(&token.word, left, token.last);
                // Only pairs: a client has the file of the word before at hand.
                let pairs = self.plan_word(&Word::plain(other), left, false).terms.into_iter();
                word.terms.extend(pairs.filter(|term| term.text.contains(' ')));
                vec![Alternative { boost: 1.0, words: vec![word] }]
            }
            Reading::Unfinished(candidates) => {
                let mut alternatives = self.guessed(candidates, left, weights.prefix);
                alternatives.extend(left.map(|left| self.unfinished_pair(left, &token.word.folded)));
                alternatives
            }
        };
        let masses = alternatives.iter().flat_map(|alternative| &alternative.words).map(|word| word.mass);
        Clause { mass: masses.fold(0.0, f32::max), alternatives, ..Clause::default() }
    }

    fn left<'k>(&self, kept: &'k Kept) -> Left<'k> {
        let factor = |before: &Before| if before.doubtful { self.knowledge.weights.doubtful_pair } else { 1.0 };
        kept.before.as_ref().map(|before| (before.folded.as_str(), factor(before)))
    }

    fn guessed(&self, candidates: &[String], left: Left<'_>, boost: f32) -> Vec<Alternative> {
        let words = candidates.iter().map(|folded| Word::plain(folded));
        words.map(|word| Alternative { boost, words: vec![self.plan_word(&word, left, false)] }).collect()
    }

    /// The beginning of a word as the second half of a pair.
    fn unfinished_pair(&self, (before, factor): (&str, f32), start: &str) -> Alternative {
        let weights = self.knowledge.weights;
        let term = prefix_pair(before, start, weights.name_pair * factor);
        let words = vec![PlanWord { mass: weights.unknown_mass, terms: vec![term] }];
        Alternative { boost: weights.prefix, words }
    }

    /// The phrase as typed, and every other way of saying it; a later one counts a little less.
    fn folk(&self, kept: &[Kept], FoundPhrase { phrase, as_typed }: FoundPhrase<'_>) -> Clause {
        let weights = self.knowledge.weights;
        let sure = if as_typed { 1.0 } else { weights.other_marks };
        let typed = kept.iter().map(|kept| {
            self.plan_word(kept.token.typed.as_ref().unwrap_or(&kept.token.word), self.left(kept), kept.token.last)
        });
        let alternatives = vec![Alternative { boost: weights.literal, words: typed.collect() }];
        let meant = self.meanings(&phrase.means, phrase.weight);
        Clause { mass: weights.phrase_mass * count(kept.len()), alternatives, meant, sure }
    }

    fn meanings(&self, means: &[String], weight: f32) -> Vec<Alternative> {
        let mut boost = weight;
        let alternative = |means: &String| {
            let alternative = Alternative { boost, words: self.phrase(&words(means)) };
            boost *= self.knowledge.weights.later_meaning;
            alternative
        };
        means.iter().map(alternative).collect()
    }

    /// The words of a meaning. Long texts are not asked for them: they use such words of many other things as well.
    fn phrase(&self, meant: &[Word]) -> Vec<PlanWord> {
        let before = std::iter::once(None).chain(meant.iter().map(|word| Some((word.folded.as_str(), 1.0))));
        let mut phrase: Vec<PlanWord> =
            meant.iter().zip(before).map(|(word, before)| self.plan_word(word, before, false)).collect();
        phrase.iter_mut().for_each(|word| word.terms.retain(|term| term.field.tier() == Tier::A));
        phrase
    }

    /// The pair with a dropped word that may be no filler after all.
    fn doubtful_pair(&self, kept: &Kept) -> Option<Clause> {
        let weights = self.knowledge.weights;
        let after = kept.after.as_ref()?;
        let term = pair(Field::Name, &kept.token.word.folded, after, weights.name_pair * weights.doubtful_pair, 0.0);
        let words = vec![PlanWord { mass: 0.0, terms: vec![term] }];
        Some(Clause { alternatives: vec![Alternative { boost: 1.0, words }], ..Clause::default() })
    }

    fn plan_word(&self, word: &Word, left: Left<'_>, last: bool) -> PlanWord {
        let weights = self.knowledge.weights;
        let folded = word.folded.as_str();
        let single = |field, boost, cover| Term { field, text: folded.to_owned(), boost, cover, prefix: false };
        let alone = if left.is_some() { weights.single_cover } else { 1.0 };
        let mut terms = vec![single(Field::Name, weights.name, alone)];
        if !word.is_plain() {
            terms.push(Term { text: word.exact.clone(), ..single(Field::Exact, weights.exact, alone) });
        }
        terms.push(single(Field::Keywords, weights.keywords, weights.keywords_cover * alone));
        if let Some((before, factor)) = left {
            terms.push(pair(Field::Name, before, folded, weights.name_pair * factor, 1.0));
            if last {
                terms.push(prefix_pair(before, folded, weights.name_pair * factor * weights.prefix));
            }
            terms.push(pair(Field::Keywords, before, folded, weights.keywords_pair * factor, weights.keywords_cover));
            terms.push(pair(Field::Results, before, folded, weights.results * factor, weights.other_cover));
            terms.push(pair(Field::Field, before, folded, weights.field * factor, weights.other_cover));
            terms.push(pair(Field::Agency, before, folded, weights.agency * factor, weights.other_cover));
            terms.push(pair(Field::Body, before, folded, weights.body * factor, weights.body_cover));
        }
        PlanWord { mass: self.mass(folded), terms }
    }

    fn mass(&self, folded: &str) -> f32 {
        let vocabulary = self.knowledge.vocabulary;
        let weights = self.knowledge.weights;
        // A number tells little, however few names have it: "75 tuổi" does, and that is for the pair to say.
        if vocabulary.frequency(folded) == 0 || folded.bytes().all(|byte| byte.is_ascii_digit()) {
            weights.unknown_mass
        } else {
            vocabulary.idf(folded).min(weights.mass_cap)
        }
    }
}

fn pair(field: Field, before: &str, word: &str, boost: f32, cover: f32) -> Term {
    Term { field, text: format!("{before} {word}"), boost, cover, prefix: false }
}

fn prefix_pair(before: &str, start: &str, boost: f32) -> Term {
    Term { prefix: true, ..pair(Field::Name, before, start, boost, 1.0) }
}

#[expect(clippy::cast_precision_loss, reason = "a phrase has a handful of words")]
fn count(words: usize) -> f32 {
    words as f32
}
