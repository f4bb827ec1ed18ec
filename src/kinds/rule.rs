//! What is computed and checked, as the data files say it.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use crate::model::Bilingual;

use super::column::ColumnType;

/// A column that is computed from others.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Computed {
    /// Its name in other rules and in JSON.
    pub id: String,
    /// What pages call it.
    pub heading: Bilingual,
    /// What it gives.
    #[serde(default, rename = "type")]
    pub column_type: ColumnType,
    /// The expression; where one of its columns is empty, nothing is computed.
    pub rule: String,
}

/// A time limit: which day is the last, and whether it was kept.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Its name in rules: `ID_due`, `ID_state` and `ID_days` are computed from it.
    pub id: String,
    /// What it limits: "Trả lời".
    pub name: Bilingual,
    /// The column of the event from which it counts, or of the last day itself where there are no rules.
    pub from: String,
    /// The column of the day on which it was done.
    pub done: String,
    /// When the limit holds for a record at all; always where absent.
    #[serde(default)]
    pub when: String,
    /// The limits, by the time in which they are in force and by the case; the first that fits holds.
    #[serde(default)]
    pub rules: Vec<Rule>,
}

/// One limit.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// How many days.
    pub days: u32,
    /// What kind of days.
    #[serde(default)]
    pub count: Period,
    /// The case for which it holds; every case where absent.
    #[serde(default)]
    pub when: String,
    /// First day on which the event falls under it; open where absent.
    #[serde(default, deserialize_with = "day")]
    pub from: Option<Date>,
    /// Last day; open where absent.
    #[serde(default, deserialize_with = "day")]
    pub until: Option<Date>,
    /// The instrument that sets it.
    pub source: String,
    /// How well the source was verified: `T`, `C`, `S`, `seed NNN`, `N` or `design`.
    pub tag: String,
}

/// What kind of days a limit counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    /// Working days.
    #[default]
    Working,
    /// Days of the calendar.
    Calendar,
}

/// Something that every record should satisfy.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Its name.
    pub id: String,
    /// What is asked for: "Rõ người".
    pub name: Bilingual,
    /// The column that must not be empty; or else `rule`.
    #[serde(default)]
    pub present: String,
    /// The expression that must be true; where one of its columns is empty, nothing is asked.
    #[serde(default)]
    pub rule: String,
    /// The records of which it is asked; all where absent.
    #[serde(default)]
    pub when: String,
    /// How bad it is where a record fails.
    #[serde(default)]
    pub level: Level,
    /// What the clerk is told, and what to do.
    pub message: Bilingual,
    /// What to do.
    pub help: Bilingual,
    /// Whether pages count how many records satisfy it.
    #[serde(default)]
    pub counted: bool,
}

/// How bad a failed check is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nothing is published until it is mended.
    Error,
    /// A person should look.
    #[default]
    Warning,
    /// Worth knowing.
    Note,
    /// Shown on the page only.
    Quiet,
}

/// A figure over all records of a section.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Its name.
    pub id: String,
    /// What pages call it.
    pub name: Bilingual,
    /// How it is shown.
    #[serde(default, rename = "type")]
    pub column_type: ColumnType,
    /// The expression over `records`, the list of all of them.
    pub rule: String,
    /// How it comes about, in words.
    #[serde(default)]
    pub method: Option<Bilingual>,
}

impl Rule {
    /// Whether it is in force for an event of a day.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// A TOML date; text is refused.
pub(super) fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let written = Option::<toml::value::Datetime>::deserialize(deserializer)?;
    let parse = |written: toml::value::Datetime| written.to_string().parse().map_err(serde::de::Error::custom);
    written.map(parse).transpose()
}
