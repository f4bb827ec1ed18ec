//! What stands on a page, as open data files: the same figures for programs, for Excel and for catalogues.
//!
//! Comes in: a [`Dataset`], a table with what its columns mean and where it comes from, made beside the view of its
//! page. Goes out: the bytes of its files, and the descriptions that let others find them: Data Package, DCAT,
//! schema.org, Atom. Refuses to know: records, HTML, where files are written; [`crate::plan`] decides addresses.
//!
//! Figures leave as they came: no rounding, no grouping, no sign of a missing value but emptiness. Text never becomes
//! a formula in somebody's spreadsheet. The same dataset gives the same bytes on every day and machine.

mod calendar;
mod catalog;
mod csv;
mod feed;
mod json;
mod listing;
mod lookup;
mod package;
mod picture;
mod structured;
mod xlsx;

use jiff::civil::Date;

pub use calendar::{Event, EventTime, calendar};
pub use catalog::catalog;
pub use feed::{Feed, FeedEntry, Related};
pub use listing::{Listing, Publisher};
pub use lookup::lookup_files;
pub use package::datapackage;
pub use picture::Picture;
pub use xlsx::WorkbookError;

/// What stands beside a page as files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenData {
    /// The figures of the page.
    pub dataset: Dataset,
    /// The chart of the page as it stands there; empty where it has none.
    pub chart: String,
    /// What is shown where the page is shared, where it has a figure to show.
    pub picture: Option<Picture>,
    /// The days of the page, for calendars.
    pub events: Vec<Event>,
}

/// A table, what its columns mean, and where it comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// Its name among the datasets of the site, in letters of addresses: `766-2026-10-10`.
    pub id: String,
    /// What it holds, in a few words.
    pub title: String,
    /// The same in sentences: period, units, definitions, what is missing.
    pub description: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; a missing cell at the end is an empty one.
    pub rows: Vec<Vec<Cell>>,
    /// Who published the figures.
    pub source: Option<String>,
    /// Where they were published.
    pub source_url: Option<String>,
    /// On which terms they may be used.
    pub licence: Option<Licence>,
    /// The day of the figures: of the edition, or on which they were taken over. Never the day of the build.
    pub modified: Option<Date>,
}

/// Terms of use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// Its name, such as `CC BY 4.0`.
    pub name: String,
    /// Where its text stands.
    pub url: String,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its key in JSON: `tong_diem`.
    pub name: String,
    /// Its heading, which the importer knows again: `Tổng điểm`.
    pub title: String,
    /// What its cells hold.
    pub kind: Kind,
    /// Of what the number is one: `hồ sơ`, `điểm`.
    pub unit: Option<String>,
    /// What the number means, and how it is computed where it is.
    pub description: String,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Words and codes.
    #[default]
    Text,
    /// Numbers, shown with so many decimals in Excel; the file holds all of them.
    Number {
        /// Decimals shown.
        decimals: u8,
    },
    /// Counts.
    Integer,
    /// Years, which are never grouped.
    Year,
    /// Numbers in percent: 95.5 for 95,5 %.
    Percent,
    /// Days.
    Date,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Not published.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A whole number.
    Integer(i64),
    /// A day.
    Date(Date),
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u64> for Cell {
    /// Counts beyond what 64 bits with a sign hold, which nobody counts, become numbers.
    fn from(number: u64) -> Self {
        i64::try_from(number).map_or(Self::Number(number as f64), Self::Integer)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Integer(i64::from(number))
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Self {
        Self::Date(day)
    }
}

/// What no number is and no file can hold.
const NOTHING: Cell = Cell::Empty;

impl Dataset {
    /// The cells of a row, one for each column. Infinities and NaN, which no published figure is, count as empty.
    fn cells<'a>(&'a self, row: &'a [Cell]) -> impl Iterator<Item = &'a Cell> {
        (0..self.columns.len()).map(|at| match row.get(at) {
            None => &NOTHING,
            Some(Cell::Number(number)) if !number.is_finite() => &NOTHING,
            Some(Cell::Text(text)) if text.is_empty() => &NOTHING,
            Some(cell) => cell,
        })
    }

    /// The headings, each different from the others: readers of tables find columns by them.
    fn headings(&self) -> Vec<String> {
        distinct(self.columns.iter().map(|column| if column.title.is_empty() { &column.name } else { &column.title }))
    }

    /// The keys of the columns in JSON, each different from the others.
    fn names(&self) -> Vec<String> {
        distinct(self.columns.iter().map(|column| if column.name.is_empty() { &column.title } else { &column.name }))
    }

    /// What the cells of each column really hold: a column of numbers with a word in it is one of text.
    fn kinds(&self) -> Vec<Kind> {
        let mut kinds: Vec<Kind> = self.columns.iter().map(|column| column.kind).collect();
        for row in &self.rows {
            for (kind, cell) in kinds.iter_mut().zip(self.cells(row)) {
                *kind = kind.holding(cell);
            }
        }
        kinds
    }
}

impl Kind {
    /// The narrowest kind that holds what this one holds, and this cell.
    const fn holding(self, cell: &Cell) -> Self {
        match (self, cell) {
            (kind, Cell::Empty)
            | (kind @ (Self::Number { .. } | Self::Percent), Cell::Number(_) | Cell::Integer(_))
            | (kind @ (Self::Integer | Self::Year), Cell::Integer(_))
            | (kind @ Self::Date, Cell::Date(_)) => kind,
            (Self::Integer | Self::Year, Cell::Number(_)) => Self::Number { decimals: 2 },
            _ => Self::Text,
        }
    }
}

/// The words, with a number after those that came before.
fn distinct<'a>(words: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for word in words {
        let numbered = |number: usize| if number == 1 { word.clone() } else { format!("{word} ({number})") };
        let free = (1..).map(numbered).find(|word| !taken.contains(word));
        taken.extend(free);
    }
    taken
}

#[cfg(test)]
mod tests;
