//! What somebody typed → what is looked for.
//!
//! Four steps, each a pure function driven by tables:
//!
//! 1. [`typed`]: text → words; codes are taken out.
//! 2. [`spelling`]: every word the index does not know is read as an abbreviation, a Telex or VNI sequence, several
//!    words without blanks, the beginning of a word (the last one), or a word with one slip.
//! 3. [`phrases`]: what says nothing is dropped; then, from the left, the longest folk phrase of the tables.
//! 4. [`compose`]: what is left → a [`QueryPlan`].

pub mod compose;
pub mod phrases;
pub mod spelling;
pub mod typed;

use super::plan::QueryPlan;
use super::vocabulary::Vocabulary;
use super::weights::Weights;
use super::words::Words;

/// What a query is understood with.
#[derive(Clone, Copy, Debug)]
pub struct Knowledge<'a> {
    /// The words of the index.
    pub vocabulary: &'a Vocabulary,
    /// The tables.
    pub words: &'a Words,
    /// The numbers.
    pub weights: &'a Weights,
}

/// A query as understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Understanding {
    /// What is looked for. Empty where nothing was understood.
    pub plan: QueryPlan,
    /// The words as they were read, where one is not what was typed: raw keys, missing blanks, a slip.
    pub meant: Option<String>,
}

/// Understands a query.
#[must_use]
pub fn understand(query: &str, knowledge: Knowledge<'_>) -> Understanding {
    let typed = typed::read(query);
    let tokens = spelling::read(typed.words, knowledge);
    let kept = phrases::keep(&tokens, knowledge.words);
    let segments = phrases::segment(&kept, knowledge.words);
    let clauses = compose::clauses(&typed.codes, &kept, &segments, knowledge);
    Understanding { plan: QueryPlan { clauses, name: typed.name }, meant: spelling::meant(&tokens) }
}
