//! Targets for processing statistics.

use serde::Deserialize;

/// What `[statistics]` says.
///
/// ```toml
/// [[statistics.targets]]
/// rate = "R-ONTIME-A"      # the definition that the target counts by
/// at_least = 95            # percent; or at_most
/// source = "Kế hoạch 12/KH-UBND"
/// section = "thong-ke"     # where only the reports of one section count
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct StatisticsConfig {
    /// The targets.
    pub targets: Vec<TargetConfig>,
}

/// One target.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TargetConfig {
    /// Id of the rate's definition.
    pub rate: String,
    /// Smallest percentage that reaches the target.
    pub at_least: Option<f64>,
    /// Largest percentage that reaches the target.
    pub at_most: Option<f64>,
    /// The document that sets it.
    pub source: String,
    /// Folder of the section whose reports it is for; all where empty.
    pub section: String,
}
