//! Time limits (*thời hạn giải quyết*).

/// The unit of a time limit. Days and working days are never the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// *Giờ*.
    Hours,
    /// *Giờ làm việc*.
    WorkingHours,
    /// *Ngày*: calendar days.
    Days,
    /// *Ngày làm việc*.
    WorkingDays,
    /// *Tháng*.
    Months,
    /// *Năm*.
    Years,
}

/// A time limit as understood and as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeLimit {
    /// Tenths of the unit, so that 0.5 working days is 5; empty where the text is not a number and a unit.
    pub tenths: Option<u32>,
    /// The unit, where it is known.
    pub unit: Option<TimeUnit>,
    /// The words as published, whole; raw enumerations of the national database replaced by their Vietnamese words.
    pub text: String,
}
