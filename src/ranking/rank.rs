//! Ranks from scores.

use std::cmp::Ordering;

/// What scores say about the rank of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The best rank that is possible: one more than the units known to be better.
    pub best: usize,
    /// The worst rank that is possible; the best one where every unit is known. Units with equal scores share a rank.
    pub worst: usize,
}

/// Ranks of scores, ties as ties: 1, 2, 2, 4. A unit without a score has none.
///
/// The order of the scores does not matter, and scores are compared as published: 68.10 equals 68.1.
#[must_use]
pub fn ranks(scores: &[Option<f64>], higher_is_better: bool) -> Vec<Option<usize>> {
    let mut sorted: Vec<f64> = scores.iter().flatten().copied().collect();
    sorted.sort_by(|a, b| better_first(*a, *b, higher_is_better));
    let rank = |score: f64| {
        sorted.partition_point(|other| better_first(*other, score, higher_is_better) == Ordering::Less) + 1
    };
    scores.iter().map(|score| score.map(rank)).collect()
}

/// The ranks that scores leave possible when `of` units were ranked and only some of them are known.
#[must_use]
pub fn bounds(scores: &[Option<f64>], of: usize, higher_is_better: bool) -> Vec<Option<Bounds>> {
    let known = scores.iter().flatten().count();
    let best = ranks(scores, higher_is_better);
    let worse = ranks(scores, !higher_is_better);
    let bound = |(best, worse): (Option<usize>, Option<usize>)| {
        let (best, worse) = (best?, worse? - 1);
        let worst = if known >= of { best } else { of - worse };
        Some(Bounds { best, worst: worst.max(best) })
    };
    best.into_iter().zip(worse).map(bound).collect()
}

fn better_first(a: f64, b: f64, higher_is_better: bool) -> Ordering {
    if higher_is_better { b.total_cmp(&a) } else { a.total_cmp(&b) }
}

#[cfg(test)]
mod tests {
    use super::{Bounds, bounds, ranks};

    #[test]
    fn equal_scores_share_a_rank_and_the_next_one_is_left_out() {
        let scores = [Some(65.47), Some(68.11), None, Some(65.47), Some(65.13)];
        assert_eq!(ranks(&scores, true), [Some(2), Some(1), None, Some(2), Some(4)]);
        assert_eq!(ranks(&scores, false), [Some(2), Some(4), None, Some(2), Some(1)]);
    }

    #[test]
    fn a_partial_table_leaves_ranks_open() {
        let scores = [Some(73.4), Some(72.1), Some(66.6)];
        let open = bounds(&scores, 63, true);
        assert_eq!(open[0], Some(Bounds { best: 1, worst: 61 }));
        assert_eq!(open[2], Some(Bounds { best: 3, worst: 63 }));
        assert_eq!(bounds(&scores, 3, true)[1], Some(Bounds { best: 2, worst: 2 }));
    }
}
