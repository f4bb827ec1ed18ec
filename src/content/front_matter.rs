//! TOML front matter between `+++` lines.

use std::collections::BTreeMap;
use std::ops::Range;

use camino::Utf8Path;
use jiff::civil::Date;
use serde::Deserialize;
use toml::de::{DeTable, DeValue};

use crate::diag::{ConfigProblem, ContentProblem, Diagnostic, Location, Position};
use crate::text::similar;

/// What happens when single records have errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tolerance {
    /// Nothing is published.
    #[default]
    Stop,
    /// Those records are left out and the rest is published; the exit status still tells of them.
    Publish,
}

/// Front matter of a section or page, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FrontMatter {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) sort_by: Option<String>,
    pub(super) weight: i64,
    pub(super) slug: Option<String>,
    pub(super) date: Option<toml::Value>,
    pub(super) updated: Option<toml::Value>,
    pub(super) draft: bool,
    pub(super) data: Option<Data>,
}

/// The `[data]` table, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Data {
    pub(super) kind: String,
    pub(super) sources: Vec<String>,
    pub(super) layout: Option<String>,
    pub(super) columns: BTreeMap<String, String>,
    pub(super) tolerance: Tolerance,
    pub(super) source: Option<String>,
    pub(super) source_url: Option<String>,
    pub(super) retrieved: Option<toml::Value>,
    pub(super) index: Option<toml::Value>,
    pub(super) edition: Option<toml::Value>,
    pub(super) schemes: Vec<String>,
}

const DATA_KEYS: &[&str] = &[
    "kind",
    "sources",
    "layout",
    "columns",
    "tolerance",
    "source",
    "source_url",
    "retrieved",
    "index",
    "edition",
    "schemes",
];

/// Splits a content file and reads its front matter.
///
/// Returns the front matter and the Markdown after it; reports and returns nothing where it cannot be read.
pub(super) fn split<'a>(
    path: &Utf8Path,
    text: &'a str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(FrontMatter, &'a str)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some((fenced, body)) = fences(text) else {
        diagnostics.push(Diagnostic::new(ContentProblem::NoFrontMatter, Location::file(path)));
        return None;
    };
    let file = File { path, text, offset: fenced.start, toml: &text[fenced] };
    match toml::from_str::<FrontMatter>(file.toml) {
        Ok(front) => {
            file.unknown_data_keys(diagnostics);
            Some((front, body))
        }
        Err(error) => {
            let problem = ContentProblem::FrontMatter { detail: error.message().to_owned() };
            diagnostics.push(Diagnostic::new(problem, file.locate(error.span().map_or(0, |span| span.start))));
            None
        }
    }
}

/// Where the text between the first two `+++` lines stands, and what follows them.
fn fences(text: &str) -> Option<(Range<usize>, &str)> {
    let start = text.find("+++").filter(|&at| text[..at].trim().is_empty())? + 3;
    let rest = &text[start..];
    let end = if rest.trim_start().starts_with("+++") { rest.find("+++")? } else { rest.find("\n+++")? + 1 };
    Some((start..start + end, rest[end + 3..].trim_start_matches(['\r', '\n'])))
}

/// A content file with its front matter.
struct File<'a> {
    path: &'a Utf8Path,
    text: &'a str,
    /// Where the front matter begins in the text.
    offset: usize,
    toml: &'a str,
}

impl File<'_> {
    fn locate(&self, in_toml: usize) -> Location {
        let Position { line, column } = Position::at(self.text, self.offset + in_toml);
        Location::text(self.path, line, column)
    }

    fn unknown_data_keys(&self, diagnostics: &mut Vec<Diagnostic>) {
        let Ok(document) = DeTable::parse(self.toml) else { return };
        let Some(DeValue::Table(data)) = document.get_ref().get("data").map(toml::Spanned::get_ref) else { return };
        for key in data.keys().filter(|key| !DATA_KEYS.contains(&key.get_ref().as_ref())) {
            let nearest = similar(key.get_ref(), DATA_KEYS.iter().copied()).map(str::to_owned);
            let problem = ConfigProblem::UnknownKey { key: format!("data.{}", key.get_ref()), nearest };
            diagnostics.push(Diagnostic::new(problem, self.locate(key.span().start)));
        }
    }
}

/// A value as it would be typed: `766` and `2026-10-10` may stand with or without quotes.
pub(super) fn words(value: Option<&toml::Value>) -> Option<String> {
    Some(match value? {
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    })
}

/// Reads a date given as a TOML date or as text.
pub(super) fn date(path: &Utf8Path, value: Option<&toml::Value>, diagnostics: &mut Vec<Diagnostic>) -> Option<Date> {
    let value = value?;
    let written = match value {
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let read = crate::text::parse_date(written.get(..10).unwrap_or(&written));
    if read.is_none() {
        diagnostics.push(Diagnostic::new(ContentProblem::BadDate { value: written }, Location::file(path)));
    }
    read
}
