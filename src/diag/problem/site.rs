//! Problems with the finished site.

use super::super::{Code, Text};

/// Problems with the finished site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SiteProblem {
    /// Two pages would have the same address.
    DuplicateRoute {
        /// The address.
        route: String,
        /// What already stands there.
        first: String,
    },
    /// A link inside the site leads nowhere.
    BrokenLink {
        /// The link as written.
        target: String,
    },
    /// A link leads to a place on a page that does not exist.
    BrokenAnchor {
        /// The link as written.
        target: String,
    },
    /// A template cannot be rendered.
    Template {
        /// Its name.
        template: String,
        /// What the engine said.
        detail: String,
    },
}

impl SiteProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::DuplicateRoute { .. } => Code::Ck0701,
            Self::BrokenLink { .. } => Code::Ck0702,
            Self::BrokenAnchor { .. } => Code::Ck0703,
            Self::Template { .. } => Code::Ck0704,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        todo!("texts")
    }
}
