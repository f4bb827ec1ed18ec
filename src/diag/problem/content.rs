//! Problems with Markdown files and their front matter.

use super::super::{Code, Text};

/// Problems with Markdown files and their front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContentProblem {
    /// Front matter that cannot be parsed.
    FrontMatter {
        /// What the parser said.
        detail: String,
    },
    /// A content file without front matter.
    NoFrontMatter,
    /// An `@/` link to a content file that does not exist.
    BrokenLink {
        /// The link as written.
        target: String,
    },
    /// A date in front matter that is not a date.
    BadDate {
        /// The value as written.
        value: String,
    },
    /// Script in Markdown, which the site's security policy would not run; removed.
    ScriptRemoved,
}

impl ContentProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::FrontMatter { .. } => Code::Ck0601,
            Self::NoFrontMatter => Code::Ck0602,
            Self::BrokenLink { .. } => Code::Ck0603,
            Self::BadDate { .. } => Code::Ck0604,
            Self::ScriptRemoved => Code::Ck0605,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        todo!("texts")
    }
}
