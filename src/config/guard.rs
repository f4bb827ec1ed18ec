//! Exceptions from the guard of personal data.

use serde::Deserialize;

/// What `[guard]` says.
///
/// ```toml
/// [[guard.allow]]
/// value = "0900 000 001"                # as published, in any way of writing
/// reason = "Trưởng thôn 2, đồng ý công khai bằng văn bản ngày 05/11/2026"
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct GuardConfig {
    /// What may be published although it looks personal.
    pub allow: Vec<Exception>,
}

/// One exception.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Written")]
pub struct Exception {
    /// The number, address or date.
    pub value: String,
    /// Why it is public; without a reason the exception has no effect.
    pub reason: String,
}

/// An exception as typed: a text alone gives no reason.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Bare(String),
    Full {
        value: String,
        #[serde(default)]
        reason: String,
    },
}

impl From<Written> for Exception {
    fn from(written: Written) -> Self {
        match written {
            Written::Bare(value) => Self { value, reason: String::new() },
            Written::Full { value, reason } => Self { value, reason },
        }
    }
}
