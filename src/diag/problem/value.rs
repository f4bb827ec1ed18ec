//! Problems with cells that cannot be understood, or not be trusted.

use super::super::{Code, Text};

/// Problems with cells that cannot be understood, or not be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueProblem {
    /// A procedure code that is not a digit, a dot and six digits.
    MalformedCode,
    /// A value that the record cannot do without is empty.
    Missing {
        /// Vietnamese heading of the column.
        column: String,
    },
    /// A level of government that is not known; kept as published.
    UnknownLevel,
    /// A way of submitting that is not known; kept as published.
    UnknownChannel,
    /// `0 VNĐ ()`: the source states no fee; shown as not published, never as free.
    FeeNotPublished,
    /// The amount and its own note disagree.
    FeeContradiction {
        /// The amount.
        amount: String,
        /// The amount in the note.
        note: String,
    },
    /// A fee without a readable amount; kept as published.
    FeeUnparsed,
    /// A fee below 1,000 đồng, which no schedule contains.
    FeeImplausible {
        /// The amount.
        amount: String,
    },
    /// A time limit without a readable number and unit; kept as published.
    TimeUnparsed,
    /// A time limit with a number but no usable unit; kept as published.
    TimeUnitUnknown,
    /// A number of originals or copies that is not a whole number; kept as published.
    BadQuantity,
    /// A date that does not exist or is written in an unknown way; kept as published.
    BadDate,
    /// A telephone number that cannot be dialled.
    BadPhone,
    /// An e-mail address without its parts.
    BadEmail,
    /// Coordinates outside Viet Nam or not readable; left out.
    BadCoordinates,
    /// A dossier item with no original and no copy: a note among the items, shown as one.
    NoteAsItem,
    /// A decision number without number and issuer mark; kept as published.
    DecisionUnparsed,
    /// A legal basis without a number; kept as published.
    LegalUnparsed,
    /// An address that is not http or https; left out of links.
    BadUrl,
    /// Part of the text does not follow its form; kept as published.
    Unparsed,
    /// A level of online service that belongs to no scheme; kept as published.
    UnknownOnlineLevel,
    /// A yes-or-no value that is neither.
    BadBoolean,
}

impl ValueProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::MalformedCode => Code::Ck0401,
            Self::Missing { .. } => Code::Ck0402,
            Self::UnknownLevel => Code::Ck0403,
            Self::UnknownChannel => Code::Ck0404,
            Self::FeeNotPublished => Code::Ck0405,
            Self::FeeContradiction { .. } => Code::Ck0406,
            Self::FeeUnparsed => Code::Ck0407,
            Self::FeeImplausible { .. } => Code::Ck0408,
            Self::TimeUnparsed => Code::Ck0409,
            Self::TimeUnitUnknown => Code::Ck0410,
            Self::BadQuantity => Code::Ck0411,
            Self::BadDate => Code::Ck0412,
            Self::BadPhone => Code::Ck0413,
            Self::BadEmail => Code::Ck0414,
            Self::BadCoordinates => Code::Ck0415,
            Self::NoteAsItem => Code::Ck0416,
            Self::DecisionUnparsed => Code::Ck0417,
            Self::LegalUnparsed => Code::Ck0418,
            Self::BadUrl => Code::Ck0419,
            Self::Unparsed => Code::Ck0420,
            Self::UnknownOnlineLevel => Code::Ck0421,
            Self::BadBoolean => Code::Ck0422,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        todo!("texts")
    }
}
