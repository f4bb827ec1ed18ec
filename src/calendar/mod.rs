//! Working days (*ngày làm việc*) of Vietnamese state agencies.
//!
//! Comes in: days. Goes out: whether a day is worked, and the day on which a time limit in working days ends, or
//! `None` where the list of holidays does not reach. Refuses to know: records, what a limit is for.
//!
//! A limit counts from the day after the event, as administrative time limits do; Saturdays and Sundays are not
//! counted, holidays and days off in lieu neither, Saturdays that are worked in exchange are.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

/// Longest limit that is counted, in days; a longer one is a slip of the keyboard.
const LONGEST: u32 = 3_650;

/// The days of rest that the program knows.
static BUILT_IN: LazyLock<WorkingDays> =
    LazyLock::new(|| WorkingDays::parse(include_str!("holidays.toml")).unwrap_or_default());

/// Which days are worked, for the span of time for which that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkingDays {
    /// First and last day of the list; nothing is known outside.
    known: Option<(Date, Date)>,
    off: BTreeSet<Date>,
    /// Saturdays and Sundays that are worked.
    worked: BTreeSet<Date>,
}

/// A list of days of rest, as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    from: toml::value::Datetime,
    until: toml::value::Datetime,
    #[serde(default)]
    days: Vec<Year>,
}

/// The days of rest of a year, as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: i16,
    #[serde(default)]
    off: Vec<toml::value::Datetime>,
    #[serde(default)]
    swapped: Vec<Swap>,
}

/// A working day off, and the day of rest that is worked for it, as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Swap {
    off: toml::value::Datetime,
    worked: toml::value::Datetime,
}

impl WorkingDays {
    /// The days that the program knows.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a list in the form of `holidays.toml`.
    ///
    /// # Errors
    /// What is wrong with it, in the words of the TOML reader or as the faulty day.
    pub fn parse(source: &str) -> Result<Self, String> {
        let list: List = toml::from_str(source).map_err(|error| error.message().to_owned())?;
        let known = (day(&list.from)?, day(&list.until)?);
        let mut days = Self { known: (known.0 <= known.1).then_some(known), ..Self::default() };
        for year in &list.days {
            let of_year = |written: &toml::value::Datetime| {
                day(written).and_then(|day| if day.year() == year.year { Ok(day) } else { Err(day.to_string()) })
            };
            for written in &year.off {
                days.off.insert(of_year(written)?);
            }
            for swap in &year.swapped {
                days.off.insert(of_year(&swap.off)?);
                days.worked.insert(day(&swap.worked)?);
            }
        }
        Ok(days)
    }

    /// These days completed by another list, which holds where both say something. Between two lists that do not
    /// meet, nothing would be known, so the second alone is used where there is a gap.
    #[must_use]
    pub fn and(mut self, own: Self) -> Self {
        let (Some((from, until)), Some((own_from, own_until))) = (self.known, own.known) else {
            return if own.known.is_some() { own } else { self };
        };
        let meets = |end: Date, start: Date| end.tomorrow().is_ok_and(|next| start <= next);
        if !meets(until, own_from) || !meets(own_until, from) {
            return own;
        }
        self.off.retain(|day| *day < own_from || *day > own_until);
        self.worked.retain(|day| *day < own_from || *day > own_until);
        self.off.extend(own.off);
        self.worked.extend(own.worked);
        self.known = Some((from.min(own_from), until.max(own_until)));
        self
    }

    /// The first and the last day for which holidays are known.
    #[must_use]
    pub const fn known(&self) -> Option<(Date, Date)> {
        self.known
    }

    /// Whether a day is worked; nothing where holidays of its time are not known.
    #[must_use]
    pub fn is_worked(&self, day: Date) -> Option<bool> {
        let (from, until) = self.known?;
        if day < from || day > until {
            return None;
        }
        let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        Some(self.worked.contains(&day) || (!is_weekend && !self.off.contains(&day)))
    }

    /// The working day that is the `count`-th after a day; the day itself for none. Nothing where the way there
    /// leads out of the known days.
    #[must_use]
    pub fn after(&self, start: Date, count: u32) -> Option<Date> {
        let mut day = start;
        for _ in 0..count.min(LONGEST) {
            day = self.next(day)?;
        }
        (count <= LONGEST).then_some(day)
    }

    /// How many working days lie after `from`, up to and with `to`; nothing where `to` is before `from`.
    #[must_use]
    pub fn between(&self, from: Date, to: Date) -> Option<u32> {
        let mut count = 0;
        let mut day = from;
        while day < to {
            day = day.tomorrow().ok()?;
            count += u32::from(self.is_worked(day)?);
        }
        (from <= to).then_some(count)
    }

    /// How many working days lie after `from`, up to and with `to`; negative where `to` is before `from`. Where
    /// holidays are not known, every day but Saturdays and Sundays counts, so that a limit which is kept by this
    /// count is kept.
    #[must_use]
    pub fn counted(&self, from: Date, to: Date) -> i64 {
        if to < from {
            return -self.counted(to, from);
        }
        let Some((first, last)) = self.known else { return weekdays(from, to) };
        let start = first.yesterday().unwrap_or(first);
        let known = self.between(from.clamp(start, last), to.clamp(start, last)).unwrap_or_default();
        weekdays(from.min(start), to.min(start)) + i64::from(known) + weekdays(from.max(last), to.max(last))
    }

    fn next(&self, day: Date) -> Option<Date> {
        let mut day = day.tomorrow().ok()?;
        while !self.is_worked(day)? {
            day = day.tomorrow().ok()?;
        }
        Some(day)
    }
}

/// The day that is so many calendar days after another.
#[must_use]
pub fn days_after(start: Date, count: u32) -> Option<Date> {
    start.checked_add(i64::from(count.min(LONGEST)).days()).ok().filter(|_| count <= LONGEST)
}

/// Days after `from`, up to and with `to`, that are neither Saturday nor Sunday.
fn weekdays(from: Date, to: Date) -> i64 {
    let days = i64::from((to - from).get_days());
    let weekday = i64::from(from.weekday().to_monday_zero_offset());
    let rest = (1..=days.rem_euclid(7)).filter(|step| (weekday + step).rem_euclid(7) < 5).count();
    days.div_euclid(7) * 5 + i64::try_from(rest).unwrap_or_default()
}

fn day(written: &toml::value::Datetime) -> Result<Date, String> {
    let words = written.to_string();
    words.parse().map_err(|_| words)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::{WorkingDays, days_after};

    #[test]
    fn holidays_and_weekends_are_not_counted() {
        let days = WorkingDays::built_in();
        // Tết 2026: from Saturday 14 to Sunday 22 February.
        assert_eq!(days.after(date(2026, 2, 12), 3), Some(date(2026, 2, 24)));
        assert_eq!(days.after(date(2026, 11, 16), 3), Some(date(2026, 11, 19)));
        assert_eq!(days.after(date(2026, 11, 20), 0), Some(date(2026, 11, 20)));
        assert_eq!(days.between(date(2026, 2, 12), date(2026, 2, 24)), Some(3));
        assert_eq!(days.between(date(2026, 2, 24), date(2026, 2, 12)), None);
    }

    #[test]
    fn swapped_saturdays_are_worked() {
        let days = WorkingDays::built_in();
        assert_eq!(days.is_worked(date(2024, 4, 29)), Some(false));
        assert_eq!(days.is_worked(date(2024, 5, 4)), Some(true));
        assert_eq!(days.after(date(2024, 4, 26), 2), Some(date(2024, 5, 3)));
        assert_eq!(days.after(date(2024, 4, 26), 3), Some(date(2024, 5, 4)));
    }

    #[test]
    fn what_lies_outside_the_list_is_unknown() {
        let days = WorkingDays::built_in();
        assert_eq!(days.is_worked(date(2017, 12, 31)), None);
        assert_eq!(days.is_worked(date(2026, 11, 24)), None);
        assert_eq!(days.after(date(2026, 11, 20), 2), None);
        assert_eq!(days.after(date(2026, 11, 20), u32::MAX), None);
        assert_eq!(WorkingDays::default().after(date(2026, 1, 1), 1), None);
    }

    #[test]
    fn a_count_goes_on_without_holidays_where_they_are_not_known() {
        let days = WorkingDays::built_in();
        assert_eq!(days.counted(date(2026, 2, 12), date(2026, 2, 24)), 3, "over Tết");
        assert_eq!(days.counted(date(2026, 2, 24), date(2026, 2, 12)), -3);
        // The list begins on Monday 1 January 2018, a holiday, and ends on Monday 23 November 2026.
        assert_eq!(days.counted(date(2017, 12, 28), date(2018, 1, 2)), 2);
        assert_eq!(days.counted(date(2026, 11, 20), date(2026, 11, 30)), 6);
        assert_eq!(days.counted(date(2026, 11, 27), date(2026, 11, 30)), 1);
        assert_eq!(days.counted(date(2017, 12, 1), date(2017, 12, 8)), 5);
        assert_eq!(WorkingDays::default().counted(date(2026, 2, 12), date(2026, 2, 24)), 8);
    }

    #[test]
    fn every_year_has_the_holidays_of_the_law() {
        let days = WorkingDays::built_in();
        for year in 2018..=2026_i16 {
            let off = days.off.iter().filter(|day| day.year() == year);
            let swapped = usize::from(matches!(year, 2018 | 2019 | 2024 | 2025)) + 2 * usize::from(year == 2026);
            // Ten holidays, since 2021 eleven; those on a weekend are given on the next working day.
            let lawful = if year < 2021 { 10 } else { 11 };
            assert_eq!(off.count(), lawful + swapped, "{year}");
        }
        let is_weekend = |day: jiff::civil::Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        assert!(days.off.iter().all(|day| !is_weekend(*day)), "only working days are taken off");
        assert!(days.worked.iter().all(|day| day.weekday() == Weekday::Saturday));
    }

    #[test]
    fn a_faulty_list_says_what_is_wrong() {
        let head = "from = 2026-01-01\nuntil = 2026-12-31\n";
        for (list, word) in [
            ("from = 2026-01-01", "until"),
            (&*format!("{head}[[days]]\nyear = 2026\noff = [2025-01-01]"), "2025-01-01"),
            (&*format!("{head}[[days]]\nyear = 2026\nof = []"), "of"),
            ("from = 2026-01-01T00:00:00Z\nuntil = 2026-12-31", "2026-01-01T"),
        ] {
            let error = WorkingDays::parse(list).expect_err("the list is faulty");
            assert!(error.contains(word), "{error}");
        }
    }

    #[test]
    fn a_site_completes_the_list() {
        let own = "from = 2026-11-24\nuntil = 2027-12-31\n[[days]]\nyear = 2026\noff = [2026-11-24]";
        let days = WorkingDays::built_in().clone().and(WorkingDays::parse(own).expect("the list is sound"));
        assert_eq!(days.after(date(2026, 11, 20), 2), Some(date(2026, 11, 25)));
        assert_eq!(days.is_worked(date(2026, 9, 2)), Some(false));
        let apart = WorkingDays::parse("from = 2030-01-01\nuntil = 2030-12-31").expect("the list is sound");
        let days = WorkingDays::built_in().clone().and(apart);
        assert_eq!(days.known(), Some((date(2030, 1, 1), date(2030, 12, 31))));
        assert_eq!(days.clone().and(WorkingDays::default()), days);
    }

    #[test]
    fn calendar_days_count_every_day() {
        assert_eq!(days_after(date(2026, 2, 27), 3), Some(date(2026, 3, 2)));
        assert_eq!(days_after(date(9999, 12, 31), 1), None);
    }
}
