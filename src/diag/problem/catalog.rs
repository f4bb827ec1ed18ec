//! Problems with the catalogue as a whole.

use super::super::{Code, Text};

/// Problems with the catalogue as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogProblem {
    /// Two records of one source have the same code.
    DuplicateCode {
        /// The code.
        code: String,
        /// Where the first stands.
        first: String,
    },
    /// A part that the law requires is not published (Điều 8 NĐ 63/2010, as amended).
    MissingPart {
        /// Vietnamese name of the part.
        part: String,
    },
    /// A record names an office that does not exist.
    UnknownOffice {
        /// The id as written.
        id: String,
        /// The known id that it resembles.
        nearest: Option<String>,
    },
    /// Two offices or officers have the same id.
    DuplicateId {
        /// The id.
        id: String,
        /// Where the first stands.
        first: String,
    },
    /// Several procedures have the same name; pages show their codes beside it.
    SharedName {
        /// The name.
        name: String,
        /// How many.
        count: usize,
    },
    /// Two sources describe one code differently; the first source wins.
    SourcesDisagree {
        /// The code.
        code: String,
        /// Vietnamese names of the parts that differ.
        parts: String,
        /// Where the other stands.
        other: String,
    },
    /// A record ends before it begins.
    ValidityReversed,
    /// The code carries the national database's deletion mark.
    MarkedDeleted,
    /// The level of government does not fit the executing agency.
    LevelDoubtful {
        /// The level as published.
        level: String,
        /// The agency as published.
        agency: String,
    },
    /// A district-level unit after 30 June 2025, when that level ended.
    DistrictAfterEnd,
    /// No telephone number that citizens can call.
    NoHotline,
}

impl CatalogProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::DuplicateCode { .. } => Code::Ck0501,
            Self::MissingPart { .. } => Code::Ck0502,
            Self::UnknownOffice { .. } => Code::Ck0503,
            Self::DuplicateId { .. } => Code::Ck0504,
            Self::SharedName { .. } => Code::Ck0505,
            Self::SourcesDisagree { .. } => Code::Ck0506,
            Self::ValidityReversed => Code::Ck0507,
            Self::MarkedDeleted => Code::Ck0508,
            Self::LevelDoubtful { .. } => Code::Ck0509,
            Self::DistrictAfterEnd => Code::Ck0510,
            Self::NoHotline => Code::Ck0511,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        todo!("texts")
    }
}
