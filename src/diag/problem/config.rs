//! Problems with `config.toml` and front matter settings.

use super::super::{Code, Text};

/// Problems with `config.toml` and front matter settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigProblem {
    /// There is no `config.toml` at the root.
    Missing,
    /// The file is not valid TOML.
    Syntax {
        /// What the parser said.
        detail: String,
    },
    /// A key that means nothing here.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The known key that it resembles.
        nearest: Option<String>,
    },
    /// A key holds a value of another type.
    WrongType {
        /// The key.
        key: String,
        /// The type that belongs there, such as `string`.
        expected: &'static str,
    },
    /// A key that is needed is absent.
    MissingKey {
        /// The key.
        key: String,
    },
    /// A value outside what is allowed.
    BadValue {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
        /// What is allowed.
        allowed: String,
    },
    /// The site's colour is too pale against its background to be read.
    LowContrast {
        /// The colour as written.
        color: String,
        /// The contrast ratio found, such as `3.1`.
        ratio: String,
    },
}

impl ConfigProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Missing => Code::Ck0101,
            Self::Syntax { .. } => Code::Ck0102,
            Self::UnknownKey { .. } => Code::Ck0103,
            Self::WrongType { .. } => Code::Ck0104,
            Self::MissingKey { .. } => Code::Ck0105,
            Self::BadValue { .. } => Code::Ck0106,
            Self::LowContrast { .. } => Code::Ck0107,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        todo!("texts")
    }
}
