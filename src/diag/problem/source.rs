//! Problems with files that cannot be read as they are.

use super::super::{Code, Text};

/// Problems with files that cannot be read as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceProblem {
    /// No file matches a source of a data section.
    NotFound {
        /// The name or glob as written.
        pattern: String,
    },
    /// A file ending that no reader knows.
    UnknownFormat {
        /// The ending, without its dot.
        extension: String,
    },
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A workbook that cannot be opened.
    BadWorkbook {
        /// What the reader said.
        detail: String,
    },
    /// A file that unpacks to more than the limit.
    TooLarge {
        /// The limit in MiB.
        limit_mib: u64,
    },
    /// A sheet or file with more rows than the limit.
    TooManyRows {
        /// The limit in rows.
        limit: usize,
    },
    /// JSON, TOML or delimited text that cannot be parsed at this place.
    BadSyntax {
        /// Name of the format, such as `JSON`.
        format: &'static str,
        /// What the parser said.
        detail: String,
    },
    /// A row with more or fewer cells than the heading row.
    UnevenRow {
        /// Cells in the heading row.
        expected: usize,
        /// Cells in this row.
        found: usize,
    },
    /// A file or sheet without any record.
    Empty,
    /// Text in a pre-Unicode Vietnamese encoding, converted.
    LegacyCharset {
        /// `TCVN3` or `VNI`.
        charset: &'static str,
    },
    /// Decomposed Unicode (NFD), composed on reading; one note a file.
    Decomposed {
        /// Number of cells changed.
        cells: usize,
    },
    /// A spreadsheet error value such as `#REF!`, read as empty.
    CellError {
        /// The error as shown.
        error: String,
    },
    /// A `.gz` file that is damaged.
    BadGzip {
        /// What the reader said.
        detail: String,
    },
    /// Invisible or symbol-font characters, replaced on reading; one note a file.
    ControlCharacters {
        /// Number of cells changed.
        cells: usize,
    },
}

impl SourceProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::NotFound { .. } => Code::Ck0201,
            Self::UnknownFormat { .. } => Code::Ck0202,
            Self::NotUtf8 => Code::Ck0203,
            Self::BadWorkbook { .. } => Code::Ck0204,
            Self::TooLarge { .. } => Code::Ck0205,
            Self::TooManyRows { .. } => Code::Ck0206,
            Self::BadSyntax { .. } => Code::Ck0207,
            Self::UnevenRow { .. } => Code::Ck0208,
            Self::Empty => Code::Ck0209,
            Self::LegacyCharset { .. } => Code::Ck0210,
            Self::Decomposed { .. } => Code::Ck0211,
            Self::CellError { .. } => Code::Ck0212,
            Self::BadGzip { .. } => Code::Ck0213,
            Self::ControlCharacters { .. } => Code::Ck0214,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        todo!("texts")
    }
}
