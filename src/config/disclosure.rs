//! What the site must reach in the audit of disclosure, and what persons vouch for.

use jiff::civil::Date;
use serde::Deserialize;

/// What `[disclosure]` says.
///
/// ```toml
/// [disclosure]
/// require = 0.8                  # smallest share of criteria that must be met; `build` refuses below it
///
/// [[disclosure.attestations]]
/// criterion = "CK-28"
/// by = "Văn phòng HĐND và UBND xã"
/// on = 2026-10-01
/// until = 2027-03-31             # without it the statement counts for as long as the criterion allows
/// text = "Đã kiểm tra đủ quầy, ghế chờ, bàn viết, nước uống"
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Disclosure {
    /// Smallest share of the applicable criteria that must be met, from 0 to 1.
    pub require: Option<f64>,
    /// What persons vouch for.
    pub attestations: Vec<Attestation>,
}

/// What somebody vouches for because no program can see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Attestation {
    /// Number of the criterion, such as `CK-28`.
    pub criterion: String,
    /// Who vouches: an office, or an officer with the title.
    pub by: String,
    /// The day of the statement.
    #[serde(deserialize_with = "super::site::date")]
    pub on: Option<Date>,
    /// The last day on which it counts.
    #[serde(deserialize_with = "super::site::date")]
    pub until: Option<Date>,
    /// What is vouched for.
    pub text: String,
    /// What it rests on: a document, an address.
    pub evidence: String,
}
