//! What folk phrases mean, as lists of documents.
//!
//! What a phrase means does not depend on the words beside it, so it is known for every document before anybody asks.
//! The client reads it as a list instead of the postings of words that nobody typed. For that the numbers are rounded,
//! and natively just so.

use super::evaluate::Value;

/// Documents that are covered less are not meant.
pub(super) const LEAST_COVER: f32 = 0.5;
/// Steps between no cover and all.
const COVERS: f32 = 32.0;
/// Lowest exponent of two that scores are counted in.
const LOWEST_UNIT: i32 = -32;

/// What a phrase means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// Scores are counted in two to the power of this, less 32.
    pub unit: u8,
    /// The documents, ascending, each with its score in units and its cover in 32nds.
    pub documents: Vec<(u32, u8, u8)>,
}

impl Meaning {
    /// Rounds what documents have.
    pub(super) fn of(mut values: Vec<(u32, Value)>) -> Self {
        values.sort_unstable_by_key(|(document, _)| *document);
        let most = values.iter().map(|(_, value)| value.score).fold(0.0, f32::max);
        let unit =
            (0..=2 * LOWEST_UNIT.unsigned_abs() as u8).find(|unit| most / size(*unit) < 255.5).unwrap_or_default();
        let documents = values.into_iter().map(|(document, value)| {
            (document, (value.score / size(unit)).round() as u8, (value.cover * COVERS).round() as u8)
        });
        Self { unit, documents: documents.collect() }
    }

    /// What it says of its documents.
    pub(super) fn values(&self) -> impl Iterator<Item = (u32, Value)> + '_ {
        self.documents.iter().map(|(document, score, cover)| {
            (*document, Value { score: f32::from(*score) * size(self.unit), cover: f32::from(*cover) / COVERS })
        })
    }
}

fn size(unit: u8) -> f32 {
    2_f32.powi(i32::from(unit) + LOWEST_UNIT)
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Value};

    #[test]
    fn scores_keep_seven_bits_and_covers_five() {
        let value = |score, cover| Value { score, cover };
        let meaning = Meaning::of(vec![(7, value(0.013, 0.66)), (3, value(40.0, 1.0))]);
        let values: Vec<_> = meaning.values().map(|(document, value)| (document, value.score, value.cover)).collect();
        assert_eq!(values, [(3, 40.0, 1.0), (7, 0.0, 0.656_25)]);
        for score in [1e-6, 0.3, 1.0, 99.9, 1e6] {
            let (_, rounded) = Meaning::of(vec![(0, value(score, 1.0))]).values().next().expect("one document");
            assert!((rounded.score - score).abs() <= score / 255.0, "{score} {}", rounded.score);
        }
    }

    #[test]
    fn nothing_means_nothing() {
        assert_eq!(Meaning::of(Vec::new()), Meaning::default());
    }
}
