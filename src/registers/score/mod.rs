//! Scores of units by a scheme: which points follow from which facts, and by which sum.
//!
//! A scheme (*thang điểm*) is a file: its measures, its criteria with their cases, its conditions for ranks and its
//! prizes. Where the instrument behind a scheme does not say what a case gives, the file says so, and the score is
//! undefined; it is never guessed.

mod card;
mod facts;
mod scheme;

pub use card::{Card, Line, Points, Standing};
pub use scheme::{Case, Criterion, Measure, MeasureType, Part, Prize, RankRule, Scheme, Schemes};

pub(super) use facts::read;

use std::sync::Arc;

/// The score of a unit.
#[derive(Clone, Debug)]
pub struct Score {
    /// The scheme.
    pub scheme: Arc<Scheme>,
    /// By the facts that the unit states, where it states any.
    pub own: Option<Card>,
    /// By the facts that were verified, where there are any.
    pub verified: Option<Card>,
}
