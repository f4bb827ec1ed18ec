//! Time limits: which day is the last, by the rule in force, and whether it was kept.

use jiff::civil::Date;

use crate::calendar::{WorkingDays, days_after};
use crate::kinds::{Deadline, Period, Rule};

/// A limit that holds for a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Index into `Kind::deadlines`.
    pub deadline: usize,
    /// Index into `Deadline::rules`; nothing where the record states the last day itself.
    pub rule: Option<usize>,
    /// The last day; nothing where it cannot be computed.
    pub due: Option<Date>,
    /// Whether it was kept.
    pub state: LimitState,
    /// How many days late; calendar days.
    pub days: u32,
}

/// Whether a limit was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LimitState {
    /// Done by the last day.
    OnTime,
    /// Done after it.
    Late,
    /// Not done yet, and there is time.
    Open,
    /// Not done, and the last day is over.
    Overdue,
    /// The last day cannot be computed.
    Unknown,
}

impl LimitState {
    /// Its name in rules and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OnTime => "on_time",
            Self::Late => "late",
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Unknown => "unknown",
        }
    }
}

/// The last day by a rule.
pub(super) fn last_day(rule: &Rule, start: Date, days: &WorkingDays) -> Option<Date> {
    match rule.count {
        Period::Working => days.after(start, rule.days),
        Period::Calendar => days_after(start, rule.days),
    }
}

/// Whether a last day was kept, on a day.
pub(super) fn state(due: Option<Date>, done: Option<Date>, as_of: Date) -> (LimitState, u32) {
    let Some(due) = due else { return (LimitState::Unknown, 0) };
    let late = |day: Date| u32::try_from((day - due).get_days()).unwrap_or(0);
    match done {
        Some(day) if day <= due => (LimitState::OnTime, 0),
        Some(day) => (LimitState::Late, late(day)),
        None if as_of <= due => (LimitState::Open, 0),
        None => (LimitState::Overdue, late(as_of)),
    }
}

/// The values that rules see of a limit.
pub(super) fn names(deadline: &Deadline) -> [String; 3] {
    ["due", "state", "days"].map(|part| format!("{}_{part}", deadline.id))
}
