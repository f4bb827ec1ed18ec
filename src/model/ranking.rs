//! One row of an index ranking, as published.

use std::fmt;

use jiff::civil::Date;

use crate::diag::Location;

/// One row of a ranking: what a source says of one unit in one edition of one index.
///
/// Which index and which criteria these are is settled by the `ranking` module; here everything stands under the
/// words of the source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RankedUnit {
    /// Name of the index, where the row has one.
    pub index: Option<String>,
    /// Year or day, where the row has one.
    pub edition: Option<Edition>,
    /// The unit as published.
    pub unit: String,
    /// Code of the unit, such as `H20`.
    pub code: Option<String>,
    /// Total score.
    pub total: Option<Figure>,
    /// Rank as published.
    pub rank: Option<PublishedRank>,
    /// Scores of groups and criteria, under the headings of the source.
    pub components: Vec<ComponentScore>,
    /// Class as published, such as "Khá".
    pub class: Option<String>,
    /// What the unit set out to reach.
    pub target: Option<Figure>,
    /// Number of parts that the source itself reports as absent.
    pub gaps: Option<u32>,
    /// Where the figures of this row come from: words or an address.
    pub source: Option<String>,
    /// Remarks as published.
    pub note: Option<String>,
    /// Whether the row states one component only: the long form, of which several rows make one unit.
    pub is_part: bool,
}

/// One edition of an index: a year, or a day for indexes that are published continuously.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edition {
    /// The results of a year.
    Year(i16),
    /// The results as they stood on a day.
    Day(Date),
}

impl Edition {
    /// The day that decides which units and criteria count: the day itself, or the last one of the year.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
            Self::Day(day) => day,
        }
    }
}

/// `2024` or `2026-10-10`, as in addresses.
impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

/// A score or rate as published.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The number.
    pub value: f64,
    /// Decimals that the source shows.
    pub decimals: u8,
    /// The cell.
    pub at: Location,
}

impl Figure {
    /// The number in plain notation, with the decimals of the source: `66.20`.
    #[must_use]
    pub fn plain(&self) -> String {
        format!("{:.*}", usize::from(self.decimals), self.value)
    }
}

/// A rank as published.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedRank {
    /// The rank, from 1.
    pub rank: u32,
    /// Out of how many, where the source says (`6/11`).
    pub of: Option<u32>,
    /// The cell.
    pub at: Location,
}

/// The score of one group or criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct ComponentScore {
    /// Heading or name as published.
    pub heading: String,
    /// The score; a unit without one has no entry.
    pub figure: Figure,
    /// The maximum that stands beside the score.
    pub maximum: Option<f64>,
}
