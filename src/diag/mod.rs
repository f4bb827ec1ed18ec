//! What a problem is, where it is, and how it is shown.
//!
//! *Diagnostics* speak about the user's data: they are collected, never stop at the first, and have a stable
//! [`Code`]. They know nothing of the terminal; [`render`] turns them into text, JSON or annotations.
//! Errors about the machine (disk full, template broken) are `thiserror` types of the module that met them.

mod code;
mod explain;
mod location;
mod number;
mod order;
mod problem;
pub mod render;
#[cfg(test)]
mod samples;
mod severity;
#[cfg(test)]
mod tests;

pub use code::Code;
pub use explain::{Explanation, Words};
pub use location::{Location, Position};
pub use order::sort;
pub use problem::{
    CatalogProblem, ColumnProblem, ConfigProblem, ContentProblem, DisclosureProblem, GuardProblem, Named, Problem,
    RankingProblem, RegisterProblem, SiteProblem, SourceProblem, Text, ThemeProblem, ValueProblem,
};

/// The language of messages and of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Vietnamese, the language of the law and the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The BCP 47 tag: `vi` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Reads a tag such as `vi`, `en-GB` or `vi_VN.UTF-8`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published until this is mended (or the record is left out, where the site tolerates that).
    Error,
    /// Published as found, but a person should look.
    Warning,
    /// Something that was understood in an unusual way; nothing to mend.
    Note,
}

impl Severity {
    /// The word that opens a message: `lỗi`, `cảnh báo`, `lưu ý`.
    #[must_use]
    pub const fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Error, Lang::Vi) => "lỗi",
            (Self::Warning, Lang::Vi) => "cảnh báo",
            (Self::Note, Lang::Vi) => "lưu ý",
            (Self::Error, Lang::En) => "error",
            (Self::Warning, Lang::En) => "warning",
            (Self::Note, Lang::En) => "note",
        }
    }

    /// The word after a number: `2 lỗi`, `2 errors`.
    #[must_use]
    pub const fn counted(self, count: usize, lang: Lang) -> &'static str {
        match (self, lang, count) {
            (_, Lang::Vi, _) | (_, Lang::En, 1) => self.word(lang),
            (Self::Error, Lang::En, _) => "errors",
            (Self::Warning, Lang::En, _) => "warnings",
            (Self::Note, Lang::En, _) => "notes",
        }
    }
}

/// One problem in the user's data, with its place and, where there is one, the value that caused it.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What is wrong; knows its code and its words.
    pub problem: Problem,
    /// How bad it is; the problem's own severity unless the site changed it.
    pub severity: Severity,
    /// Where it is.
    pub location: Location,
    /// The offending value as published, cut to [`Diagnostic::VALUE_LIMIT`] characters.
    pub value: Option<String>,
}

impl Diagnostic {
    /// Longest value kept in a diagnostic, in characters.
    pub const VALUE_LIMIT: usize = 120;

    /// A diagnostic of the problem's own severity.
    #[must_use]
    pub fn new(problem: impl Into<Problem>, location: Location) -> Self {
        let problem = problem.into();
        let severity = problem.code().severity();
        Self { problem, severity, location, value: None }
    }

    /// Keeps the offending value (cut when long).
    #[must_use]
    pub fn with_value(mut self, value: &str) -> Self {
        let mut kept: String = value.chars().take(Self::VALUE_LIMIT).collect();
        if kept.len() < value.len() {
            kept.push('…');
        }
        self.value = Some(kept);
        self
    }

    /// The stable code, such as `CK0207`.
    #[must_use]
    pub fn code(&self) -> Code {
        self.problem.code()
    }
}

/// How many problems of each severity were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Number of errors.
    pub errors: usize,
    /// Number of warnings.
    pub warnings: usize,
    /// Number of notes.
    pub notes: usize,
}

impl Tally {
    /// Counts by severity.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        diagnostics.iter().fold(Self::default(), |mut tally, diagnostic| {
            match diagnostic.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Note => tally.notes += 1,
            }
            tally
        })
    }
}
