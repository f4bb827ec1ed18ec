//! The cell to fill where something is missing.

use std::fmt;

use serde::Serialize;

use crate::diag::{Lang, Location};
use crate::ingest::Kind;
use crate::kinds::Kinds;
use crate::model::SheetColumns;

use super::{Bilingual, Check};

/// A cell, or the place in a file where it would stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CellToFill {
    /// The file, relative to the site's root; the key of a record where no file is to blame.
    pub file: String,
    /// The sheet, in workbooks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Its address as spreadsheet programs write it: `D4`. Nothing where the sheet has no such column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Row or line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Heading of the column, or name of the key.
    pub column: String,
    /// Whether the column, key or section has to be added.
    pub add: bool,
    /// What is missing there, where the heading does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<Bilingual>,
}

impl CellToFill {
    /// The cell of a check for a record that begins at a place.
    pub(super) fn of(check: &Check, kind: &str, place: &Location, sheets: &[SheetColumns]) -> Self {
        let columns = [Some(check.column.as_str()), check.or.as_deref()];
        Self { what: check.what.clone(), ..Self::under(columns, kind, place, sheets) }
    }

    /// The cell under the first of these columns that the sheet has, in the row of a place.
    pub(super) fn under(columns: [Option<&str>; 2], kind: &str, place: &Location, sheets: &[SheetColumns]) -> Self {
        let wanted = columns[0].unwrap_or_default();
        let file = place.path().map_or_else(|| place.to_string(), ToString::to_string);
        let name = match place {
            Location::Cell { sheet, .. } => Some(sheet.as_str()),
            _ => None,
        };
        let of_file =
            |one: &&SheetColumns| one.path == file && one.sheet.as_deref().is_none_or(|own| Some(own) == name);
        let sheet = sheets.iter().find(of_file);
        let columns = || columns.iter().flatten();
        let found = sheet.and_then(|sheet| columns().find_map(|column| sheet.columns.get(*column)));
        let cell = match (place, found) {
            (Location::Cell { path, sheet, row, .. }, Some(column)) => {
                let (path, sheet, row) = (path.clone(), sheet.clone(), *row);
                Location::Cell { path, sheet, row, column: column.number, header: None }.cell()
            }
            _ => None,
        };
        let ours = heading(kind, wanted);
        let column = match found {
            Some(column) => column.heading.clone(),
            None if takes_keys(place) => wanted.to_owned(),
            None => ours.unwrap_or(wanted).to_owned(),
        };
        // A record of TOML or JSON that lacks a key is completed in its own lines.
        let add = found.is_none() && sheet.is_some() && !takes_keys(place);
        Self {
            sheet: name.filter(|name| !name.is_empty()).map(str::to_owned),
            cell,
            line: place.line(),
            column,
            add,
            what: None,
            file,
        }
    }

    /// The section in which records of a kind belong.
    pub(super) fn section(kind: &str, file: Option<&str>) -> Self {
        Self {
            file: file.unwrap_or("content/…/_index.md").to_owned(),
            sheet: None,
            cell: None,
            line: None,
            column: format!("[data] kind = \"{kind}\""),
            add: file.is_none(),
            what: None,
        }
    }

    /// The place in words: `danh-muc.xlsx › TTHC › D4, cột “Trình tự thực hiện”`.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        let column = match (lang, self.add) {
            (Lang::Vi, false) => format!("mục “{}”", self.column),
            (Lang::Vi, true) => format!("thêm “{}”", self.column),
            (Lang::En, false) => format!("“{}”", self.column),
            (Lang::En, true) => format!("add “{}”", self.column),
        };
        match &self.what {
            Some(what) => format!("{self}, {column}: {}", what.in_lang(lang)),
            None => format!("{self}, {column}"),
        }
    }
}

impl fmt::Display for CellToFill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, " › {sheet}")?;
        }
        match (&self.cell, self.line) {
            (Some(cell), _) => write!(f, " › {cell}"),
            (None, Some(line)) => write!(f, ":{line}"),
            (None, None) => Ok(()),
        }
    }
}

/// What our own form calls a column.
fn heading(kind: &str, column: &str) -> Option<&'static str> {
    let of_register = || Some(Kinds::built_in().get(kind)?.column(column)?.heading.vi.as_str());
    Kind::parse(kind).map_or_else(of_register, |kind| kind.heading(column))
}

/// Whether the values of a file have keys, not columns.
fn takes_keys(place: &Location) -> bool {
    match place {
        Location::Pointer { .. } => true,
        Location::Text { path, .. } => path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")),
        Location::Cell { .. } | Location::Key { .. } => false,
    }
}
