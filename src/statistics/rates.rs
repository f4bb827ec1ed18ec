//! Rates, each by a definition that has a name: on time can be of those resolved, of those received, or of all.

use crate::model::{Measure, StatisticsRow};

/// The definition of a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RateId {
    /// Early or on time ÷ resolved.
    OnTimeA,
    /// Early or on time ÷ received (Điều 30.2.c NĐ 61/2018/NĐ-CP).
    OnTimeB,
    /// Early, on time or pending in time ÷ resolved or pending (index 766, metric 2.1; a form only approximates it).
    OnTimeC,
    /// Early ÷ resolved.
    Early,
    /// Late ÷ resolved.
    Late,
    /// Late or overdue ÷ resolved or pending.
    LateAll,
    /// Online ÷ (online + in person or by post).
    Online,
    /// By post ÷ received.
    Postal,
    /// Late with a written apology ÷ late or overdue.
    Apology,
}

/// How far the source of a definition was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// The article was read.
    Read,
    /// Known from a secondary source.
    Secondary,
    /// A rule of practice or of ours, not of law.
    Practice,
}

/// What a rate comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A percentage.
    Percent {
        /// Dossiers counted.
        numerator: u64,
        /// Dossiers they are counted of; never 0.
        denominator: u64,
        /// Hundredths of a percent, rounded half up: 9860 is 98,60 %.
        hundredths: u64,
    },
    /// There is nothing to count: *không phát sinh*, never 100 %.
    NothingArose,
    /// A figure that the definition needs is not published.
    NotPublished,
}

impl RateId {
    /// Every definition, in the order in which pages name them.
    pub const ALL: [Self; 9] = [
        Self::OnTimeA,
        Self::OnTimeB,
        Self::OnTimeC,
        Self::Early,
        Self::Late,
        Self::LateAll,
        Self::Online,
        Self::Postal,
        Self::Apology,
    ];

    /// The three ways to say "on time".
    pub const ON_TIME: [Self; 3] = [Self::OnTimeA, Self::OnTimeB, Self::OnTimeC];

    /// The id that is printed beside each number.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::OnTimeA => "R-ONTIME-A",
            Self::OnTimeB => "R-ONTIME-B",
            Self::OnTimeC => "R-ONTIME-C",
            Self::Early => "R-EARLY",
            Self::Late => "R-LATE",
            Self::LateAll => "R-LATE-ALL",
            Self::Online => "R-ONLINE",
            Self::Postal => "R-POSTAL",
            Self::Apology => "R-APOLOGY",
        }
    }

    /// Reads an id, in any case.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rate| rate.id().eq_ignore_ascii_case(id.trim()))
    }

    /// How far its source was verified.
    #[must_use]
    pub const fn verification(self) -> Verification {
        match self {
            Self::OnTimeB => Verification::Read,
            Self::OnTimeC | Self::Postal => Verification::Secondary,
            Self::OnTimeA | Self::Early | Self::Late | Self::LateAll | Self::Online | Self::Apology => {
                Verification::Practice
            }
        }
    }

    /// Whether a smaller number is better.
    #[must_use]
    pub const fn is_of_delay(self) -> bool {
        matches!(self, Self::Late | Self::LateAll)
    }
}

/// Dossiers resolved early or on time, however the source divides them.
pub(super) fn in_time(row: &StatisticsRow) -> Option<u64> {
    row.number_of(Measure::ResolvedInTime).or_else(|| sum(row, &[Measure::ResolvedEarly, Measure::ResolvedOnTime]))
}

/// Dossiers handed in at the counter or by post, however the source divides them.
pub(super) fn direct_postal(row: &StatisticsRow) -> Option<u64> {
    row.number_of(Measure::ReceivedDirectPostal)
        .or_else(|| sum(row, &[Measure::ReceivedDirect, Measure::ReceivedPostal]))
}

/// The sum of figures, where each is published as a number.
pub(super) fn sum(row: &StatisticsRow, measures: &[Measure]) -> Option<u64> {
    measures.iter().try_fold(0_u64, |sum, measure| sum.checked_add(row.number_of(*measure)?))
}

/// A rate of a row.
#[must_use]
pub fn rate(row: &StatisticsRow, id: RateId) -> Outcome {
    use Measure::{
        Apologies, Pending, PendingInTime, PendingOverdue, Received, ReceivedOnline, ReceivedPostal, Resolved,
        ResolvedEarly, ResolvedLate,
    };
    let number = |measure| row.number_of(measure);
    let plus = |first: Option<u64>, second: Option<u64>| first?.checked_add(second?);
    let (numerator, denominator) = match id {
        RateId::OnTimeA => (in_time(row), number(Resolved)),
        RateId::OnTimeB => (in_time(row), number(Received)),
        RateId::OnTimeC => (plus(in_time(row), number(PendingInTime)), plus(number(Resolved), number(Pending))),
        RateId::Early => (number(ResolvedEarly), number(Resolved)),
        RateId::Late => (number(ResolvedLate), number(Resolved)),
        RateId::LateAll => {
            (plus(number(ResolvedLate), number(PendingOverdue)), plus(number(Resolved), number(Pending)))
        }
        RateId::Online => (number(ReceivedOnline), plus(number(ReceivedOnline), direct_postal(row))),
        RateId::Postal => (number(ReceivedPostal), number(Received)),
        RateId::Apology => (number(Apologies), plus(number(ResolvedLate), number(PendingOverdue))),
    };
    outcome(numerator, denominator)
}

fn outcome(numerator: Option<u64>, denominator: Option<u64>) -> Outcome {
    match (numerator, denominator) {
        (_, Some(0)) => Outcome::NothingArose,
        (Some(numerator), Some(denominator)) => {
            Outcome::Percent { numerator, denominator, hundredths: hundredths(numerator, denominator) }
        }
        _ => Outcome::NotPublished,
    }
}

/// The share in hundredths of a percent, rounded half up.
fn hundredths(numerator: u64, denominator: u64) -> u64 {
    let (numerator, denominator) = (u128::from(numerator), u128::from(denominator));
    u64::try_from((numerator * 20_000 + denominator) / (2 * denominator)).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Outcome, RateId, hundredths, outcome};

    #[test]
    fn halves_are_rounded_up() {
        assert_eq!(hundredths(1, 8), 1250);
        assert_eq!(hundredths(1, 3), 3333);
        assert_eq!(hundredths(2, 3), 6667);
        assert_eq!(hundredths(1, 20_000), 1, "0,005 % is 0,01 %");
        assert_eq!(hundredths(u64::MAX, 1), u64::MAX);
    }

    #[test]
    fn nothing_of_nothing_is_no_percentage() {
        assert_eq!(outcome(Some(0), Some(0)), Outcome::NothingArose);
        assert_eq!(outcome(None, Some(0)), Outcome::NothingArose);
        assert_eq!(outcome(Some(1), None), Outcome::NotPublished);
    }

    #[test]
    fn ids_are_read_back() {
        for rate in RateId::ALL {
            assert_eq!(RateId::parse(&rate.id().to_lowercase()), Some(rate));
        }
        assert_eq!(RateId::parse("R-ONTIME"), None);
    }
}
