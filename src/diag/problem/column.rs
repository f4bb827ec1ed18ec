//! Problems with headings and layouts.

use super::super::{Code, Text};

/// Problems with headings and layouts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnProblem {
    /// No row with known headings was found.
    NoHeader,
    /// A heading that no column knows.
    Unknown {
        /// The heading as written.
        heading: String,
        /// The known heading that it resembles.
        nearest: Option<String>,
    },
    /// A column that every record needs is absent.
    Missing {
        /// Vietnamese heading of the column.
        column: String,
    },
    /// Two headings mean the same column; the first is used.
    Duplicate {
        /// The second heading.
        heading: String,
        /// The first heading.
        first: String,
    },
    /// A layout name that does not exist.
    UnknownLayout {
        /// The name as written.
        layout: String,
        /// The names that exist.
        known: String,
    },
    /// A kind of record that does not exist.
    UnknownKind {
        /// The kind as written.
        kind: String,
        /// The kinds that exist.
        known: String,
    },
    /// An entry of `[data.columns]` names a heading that the file does not have.
    UnmatchedMapping {
        /// The heading as written in the mapping.
        heading: String,
    },
    /// An entry of `[data.columns]` maps to a column that does not exist.
    UnknownTarget {
        /// The name as written.
        target: String,
        /// The known name that it resembles.
        nearest: Option<String>,
    },
}

impl ColumnProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::NoHeader => Code::Ck0301,
            Self::Unknown { .. } => Code::Ck0302,
            Self::Missing { .. } => Code::Ck0303,
            Self::Duplicate { .. } => Code::Ck0304,
            Self::UnknownLayout { .. } => Code::Ck0305,
            Self::UnknownKind { .. } => Code::Ck0306,
            Self::UnmatchedMapping { .. } => Code::Ck0307,
            Self::UnknownTarget { .. } => Code::Ck0308,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        todo!("texts")
    }
}
