//! A query as understood: a small tree that both the native search and the browser evaluate.

use serde::Serialize;

/// A field of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Folded words and pairs of the name. The only field with fieldnorms.
    Name,
    /// Exact words of the name.
    Exact,
    /// Folded words and pairs of the keywords.
    Keywords,
    /// Folded pairs of what the procedure results in.
    Results,
    /// Folded pairs of the field (*lĩnh vực*).
    Field,
    /// Folded pairs of the executing agencies.
    Agency,
    /// Digits of the code.
    Code,
    /// Folded pairs of the long texts.
    Body,
}

impl Field {
    /// All, tier A first.
    pub const ALL: [Self; 8] =
        [Self::Name, Self::Exact, Self::Keywords, Self::Results, Self::Field, Self::Agency, Self::Code, Self::Body];

    /// Its name in the index and in exported files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Exact => "exact",
            Self::Keywords => "keywords",
            Self::Results => "results",
            Self::Field => "field",
            Self::Agency => "agency",
            Self::Code => "code",
            Self::Body => "body",
        }
    }

    /// The tier that holds it.
    #[must_use]
    pub const fn tier(self) -> Tier {
        match self {
            Self::Body => Tier::B,
            _ => Tier::A,
        }
    }
}

/// The two parts of the index. A is read first; B only where A has few answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Tier {
    /// Names, keywords, fields, agencies, codes.
    A,
    /// Long texts, in addition to A.
    B,
}

/// A query as understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryPlan {
    /// What is asked for; their values add up.
    pub clauses: Vec<Clause>,
    /// The folded words as typed, joined by spaces: a document of just that name comes first.
    pub name: String,
}

/// One thing asked for, in one or several ways of saying it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clause {
    /// Its part in the coverage of the query; 0 for what only adds to the score.
    pub mass: f32,
    /// Ways of saying it; the best one counts.
    pub alternatives: Vec<Alternative>,
    /// What a folk phrase means: further ways of saying it, which count for a document as
    /// [`meaning`](super::Meaning) rounds them.
    pub meant: Vec<Alternative>,
    /// Factor of what the phrase means: less than 1 where other marks were typed than it has.
    pub sure: f32,
}

/// One way of saying something: a phrase, a word, or what a word was mistyped for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alternative {
    /// How sure it is that this is meant.
    pub boost: f32,
    /// Its words.
    pub words: Vec<PlanWord>,
}

/// One word of a phrase.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanWord {
    /// Its part in the coverage of the phrase.
    pub mass: f32,
    /// Where it is looked for; scores add up, the best cover counts.
    pub terms: Vec<Term>,
}

/// One term of one field.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The field.
    pub field: Field,
    /// The term; with `prefix`, how terms begin.
    pub text: String,
    /// Factor of its BM25 score.
    pub boost: f32,
    /// How far a match covers the word, 0 to 1.
    pub cover: f32,
    /// Whether every term that begins so is meant, the best one counting.
    pub prefix: bool,
}

impl QueryPlan {
    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Every term, in the order of evaluation.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        let alternatives = self.clauses.iter().flat_map(|clause| &clause.alternatives);
        alternatives.flat_map(|alternative| &alternative.words).flat_map(|word| &word.terms)
    }
}
