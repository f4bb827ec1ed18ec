//! Records of registers (*sổ, danh mục*): feedback, plans, documents and whatever else is described by data.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::diag::Location;

/// One record of a register; which columns it has is said by its kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Register {
    /// Name of the kind, such as `feedback`.
    pub kind: String,
    /// What tells it from others of its section, in letters of addresses.
    pub key: String,
    /// What its columns hold, by the name of the column; a column that says nothing is absent.
    pub values: BTreeMap<String, Datum>,
    /// Where each value stands.
    #[serde(skip)]
    pub places: BTreeMap<String, Location>,
}

/// What a column of a record holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    /// Words; the name of a choice; a time of day as `07:30`; an address of the web; a code.
    Text(String),
    /// A number, a percentage (95.5 for 95,5 %) or an amount of đồng.
    Number(f64),
    /// A day.
    Date(Date),
    /// A time by which something is due, such as "Quý IV/2022".
    Due {
        /// As written.
        words: String,
        /// The last day of it, where the words name one.
        last: Option<Date>,
    },
    /// Yes or no.
    Flag(bool),
    /// Several words, codes or names.
    List(Vec<String>),
}

impl Register {
    /// What a column holds.
    #[must_use]
    pub fn get(&self, column: &str) -> Option<&Datum> {
        self.values.get(column)
    }

    /// The words of a column that holds one text.
    #[must_use]
    pub fn text(&self, column: &str) -> Option<&str> {
        match self.get(column)? {
            Datum::Text(text) | Datum::Due { words: text, .. } => Some(text),
            _ => None,
        }
    }

    /// The day of a column, or the last day of a time by which something is due.
    #[must_use]
    pub fn date(&self, column: &str) -> Option<Date> {
        self.get(column)?.date()
    }
}

impl Datum {
    /// The day, or the last day of a time by which something is due.
    #[must_use]
    pub const fn date(&self) -> Option<Date> {
        match self {
            Self::Date(day) => Some(*day),
            Self::Due { last, .. } => *last,
            _ => None,
        }
    }

    /// The number.
    #[must_use]
    pub const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// As JSON says it: days as ISO 8601, whole numbers without a point, what is due as its words.
impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// Largest number up to which every whole number is exact.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        match self {
            Self::Text(text) | Self::Due { words: text, .. } => serializer.serialize_str(text),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Date(day) => serializer.collect_str(day),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(items) => items.serialize(serializer),
        }
    }
}
