//! What somebody typed → what is looked for.
//!
//! Four steps, each a pure function driven by tables:
//!
//! 1. [`typed`]: text → words; codes are taken out.
//! 2. [`spelling`]: every word the index does not know is read as an abbreviation, a Telex or VNI sequence, several
//!    words without blanks, the beginning of a word (the last one), a word that sounds alike, or one with one slip.
//! 3. [`phrases`]: what says nothing is dropped; then, from the left, the longest folk phrase of the tables.
//!    Between the two, [`choice`] settles by their neighbours which words were meant.
//! 4. [`compose`]: what is left → a [`QueryPlan`].

pub mod choice;
pub mod compose;
pub mod phrases;
pub mod spelling;
pub mod typed;

use self::phrases::Kept;
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
    let mut tokens = spelling::read(typed.words, knowledge);
    let mut kept = phrases::keep(&tokens, knowledge.words);
    choice::settle(&mut kept, knowledge);
    for Kept { token, .. } in &kept {
        tokens[token.at].clone_from(token);
    }
    let segments = phrases::segment(&kept, knowledge.words);
    let clauses = compose::clauses(&typed.codes, &kept, &segments, knowledge);
    Understanding { plan: QueryPlan { clauses, name: typed.name }, meant: spelling::meant(&tokens) }
}
