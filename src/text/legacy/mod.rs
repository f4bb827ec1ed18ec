//! Vietnamese text of the time before Unicode, read as if it were Western European.
//!
//! Files of the 1990s and 2000s hold letters of the fonts .VnTime (TCVN3, also called ABC) or VNI-Times (VNI). Excel
//! and Word hand them over as Windows-1252 characters: `Céng hoµ x· héi`, `Coäng hoøa xaõ hoäi`.
//!
//! Look for them in raw text, before [`clean`](super::clean()): TCVN3 has its ư at the soft hyphen, which cleaning
//! removes.

mod detect;
mod syllable;
mod tcvn3;
mod vni;

pub use detect::detect;

/// A character set of old Vietnamese fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Charset {
    /// TCVN 5712:1993 as the ABC fonts (.VnTime …) use it.
    Tcvn3,
    /// VNI for Windows (VNI-Times …).
    Vni,
}

impl Charset {
    /// The name that users know.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI-Windows",
        }
    }
}

/// Converts a text that is in the character set to Unicode (NFC). Characters outside it stay as they are.
///
/// The capital fonts of TCVN3 (.VnTimeH) draw small letters as capitals; a word whose plain letters are all capitals
/// is taken for such a one.
#[must_use]
pub fn decode(text: &str, charset: Charset) -> String {
    match charset {
        Charset::Tcvn3 => tcvn3::decode(text),
        Charset::Vni => vni::decode(text),
    }
}
