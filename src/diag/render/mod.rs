//! Diagnostics as text: one type of problem, several forms, all safe to print.
//!
//! Every function takes diagnostics in the order in which they shall appear (see [`super::sort`]) and returns a
//! string; nothing here prints, reads files or knows the terminal.

mod concise;
mod excerpt;
mod full;
mod github;
mod json;
mod summary;
#[cfg(test)]
mod tests;
mod visible;

pub use concise::concise;
pub use full::{SourceLookup, Style, full};
pub use github::github;
pub use json::json;
pub use summary::summary;

use super::{Diagnostic, Lang, Location};
use visible::{shortened, visible};

/// Longest message or help shown in the forms for people, in characters; a cell quoted in one may be a whole page.
const SENTENCE_LIMIT: usize = 400;

/// The message and the help of a diagnostic, each on one safe line.
fn sentences(diagnostic: &Diagnostic, lang: Lang) -> (String, String) {
    let (message, help) = diagnostic.problem.text().into_lang(lang);
    (one_line(&message), one_line(&help))
}

/// Text on one safe line of bounded length.
fn one_line(text: &str) -> String {
    visible(&shortened(text.trim_end(), SENTENCE_LIMIT)).into_owned()
}

/// The place with the column's heading: `danh-muc.csv:14:6 (cột "Lệ phí")`.
fn place(location: &Location, lang: Lang) -> String {
    let place = visible(&location.to_string()).into_owned();
    let Some(header) = location.header() else { return place };
    let column = match lang {
        Lang::Vi => "cột",
        Lang::En => "column",
    };
    format!("{place} ({column} \"{}\")", visible(&shortened(header, Diagnostic::VALUE_LIMIT)))
}
