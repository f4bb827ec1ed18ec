//! Reporting periods (*kỳ báo cáo*).

use std::cmp::Ordering;

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The span of time that a report covers, with the words that were published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportPeriod {
    /// What the words name.
    pub span: PeriodSpan,
    /// First day, where the source states it: reports of a quarter often run from the 15th to the 14th.
    pub from: Option<Date>,
    /// Last day, where the source states it.
    pub to: Option<Date>,
    /// The words of the source.
    pub words: String,
}

/// What a period is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PeriodSpan {
    /// *Tháng*.
    Month {
        /// Year.
        year: i16,
        /// Month, 1 to 12.
        month: i8,
    },
    /// *Quý*.
    Quarter {
        /// Year.
        year: i16,
        /// Quarter, 1 to 4.
        quarter: i8,
    },
    /// *6 tháng đầu năm, 6 tháng cuối năm*.
    HalfYear {
        /// Year.
        year: i16,
        /// Half, 1 or 2.
        half: i8,
    },
    /// *9 tháng*.
    NineMonths {
        /// Year.
        year: i16,
    },
    /// *Năm*.
    Year {
        /// Year.
        year: i16,
    },
    /// From the beginning of the year up to a day (*lũy kế đến ngày*).
    YearTo {
        /// The last day.
        day: Date,
    },
    /// Two days that name no period of the calendar.
    Range {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// The source does not say, or its words cannot be read.
    #[default]
    Unknown,
}

impl PeriodSpan {
    /// First and last day by the calendar; nothing where the period is not known or its year is beyond all calendars.
    #[must_use]
    pub fn days(self) -> Option<(Date, Date)> {
        let months = |year: i16, first: i8, count: i32| {
            let from = Date::new(year, first, 1).ok()?;
            let to = from.checked_add(count.months()).ok()?.yesterday().ok()?;
            Some((from, to))
        };
        match self {
            Self::Month { year, month } => months(year, month, 1),
            Self::Quarter { year, quarter } => months(year, quarter.checked_mul(3)?.checked_sub(2)?, 3),
            Self::HalfYear { year, half } => months(year, half.checked_mul(6)?.checked_sub(5)?, 6),
            Self::NineMonths { year } => months(year, 1, 9),
            Self::Year { year } => months(year, 1, 12),
            Self::YearTo { day } => Some((date(day.year(), 1, 1), day)),
            Self::Range { from, to } => Some((from, to)),
            Self::Unknown => None,
        }
    }

    /// The last part of an address: `2026-q3`, `2026-t10`, `2026-6t-dau`, `2026-9t`, `2026`, `2026-den-10-10`,
    /// `2021-07-21-den-2021-08-20`; nothing where the period is not known.
    #[must_use]
    pub fn slug(self) -> Option<String> {
        Some(match self {
            Self::Month { year, month } => format!("{year:04}-t{month:02}"),
            Self::Quarter { year, quarter } => format!("{year:04}-q{quarter}"),
            Self::HalfYear { year, half: 1 } => format!("{year:04}-6t-dau"),
            Self::HalfYear { year, .. } => format!("{year:04}-6t-cuoi"),
            Self::NineMonths { year } => format!("{year:04}-9t"),
            Self::Year { year } => format!("{year:04}"),
            Self::YearTo { day } => format!("{:04}-den-{:02}-{:02}", day.year(), day.month(), day.day()),
            Self::Range { from, to } => format!("{from}-den-{to}"),
            Self::Unknown => return None,
        })
    }

    /// Whether two periods are of one sort, such as two quarters, so that a line may join their figures.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
            && !matches!(self, Self::Unknown | Self::Range { .. })
    }
}

impl ReportPeriod {
    /// First and last day: the published ones, else those of the calendar.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        let calendar = self.span.days();
        let from = self.from.or_else(|| calendar.map(|(from, _)| from))?;
        let to = self.to.or_else(|| calendar.map(|(_, to)| to))?;
        Some((from, to))
    }

    /// Whether this period begins on the day after another ends.
    #[must_use]
    pub fn follows(&self, earlier: &Self) -> bool {
        let next = earlier.days().and_then(|(_, to)| to.tomorrow().ok());
        next.is_some() && next == self.days().map(|(from, _)| from)
    }

    /// Order of time: by last day, the longer of two that end together later; unknown periods first, by their words.
    #[must_use]
    pub fn cmp_in_time(&self, other: &Self) -> Ordering {
        let key = |period: &Self| period.days().map(|(from, to)| (to, std::cmp::Reverse(from)));
        key(self).cmp(&key(other)).then_with(|| self.words.cmp(&other.words))
    }

    /// Whether both name one period: by what they are, or by their words where that is not known.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.span == other.span && (self.span != PeriodSpan::Unknown || self.words == other.words)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{PeriodSpan, ReportPeriod};

    fn period(span: PeriodSpan) -> ReportPeriod {
        ReportPeriod { span, ..ReportPeriod::default() }
    }

    #[test]
    fn a_quarter_ends_with_its_last_month() {
        let quarter = PeriodSpan::Quarter { year: 2026, quarter: 4 };
        assert_eq!(quarter.days(), Some((date(2026, 10, 1), date(2026, 12, 31))));
        assert_eq!(PeriodSpan::Month { year: 2024, month: 2 }.days(), Some((date(2024, 2, 1), date(2024, 2, 29))));
        assert_eq!(PeriodSpan::Quarter { year: 2026, quarter: 100 }.days(), None);
    }

    #[test]
    fn a_period_follows_the_one_that_ended_the_day_before() {
        let third = period(PeriodSpan::Quarter { year: 2025, quarter: 4 });
        let first = period(PeriodSpan::Quarter { year: 2026, quarter: 1 });
        assert!(first.follows(&third) && !third.follows(&first));
        let published = ReportPeriod { from: Some(date(2025, 12, 15)), to: Some(date(2026, 3, 14)), ..first.clone() };
        assert!(!published.follows(&third), "the published days count, not those of the calendar");
        assert!(!period(PeriodSpan::Unknown).follows(&third));
    }

    #[test]
    fn periods_are_ordered_by_their_end_and_the_longer_comes_later() {
        let quarter = period(PeriodSpan::Quarter { year: 2026, quarter: 3 });
        let nine = period(PeriodSpan::NineMonths { year: 2026 });
        let unknown = period(PeriodSpan::Unknown);
        assert_eq!(quarter.cmp_in_time(&nine), std::cmp::Ordering::Less);
        assert_eq!(unknown.cmp_in_time(&quarter), std::cmp::Ordering::Less);
    }

    #[test]
    fn addresses_name_the_period() {
        let slug = |span: PeriodSpan| span.slug().unwrap_or_default();
        assert_eq!(slug(PeriodSpan::Quarter { year: 2026, quarter: 3 }), "2026-q3");
        assert_eq!(slug(PeriodSpan::Month { year: 2019, month: 10 }), "2019-t10");
        assert_eq!(slug(PeriodSpan::YearTo { day: date(2026, 10, 10) }), "2026-den-10-10");
        assert_eq!(PeriodSpan::Unknown.slug(), None);
    }
}
