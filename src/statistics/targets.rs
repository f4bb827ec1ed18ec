//! What the unit has set itself to reach, from `[statistics]` of `config.toml`.

use camino::Utf8Path;

use crate::config::StatisticsConfig;
use crate::diag::{ConfigProblem, Diagnostic, Location};

use super::{Outcome, RateId};

/// A target for one rate.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The definition that the target counts by.
    pub rate: RateId,
    /// The bound, in percent.
    pub bound: Bound,
    /// The document that sets it, where the site names one.
    pub source: Option<String>,
    /// Folder of the section whose reports it is for; all where nothing is named.
    pub section: Option<String>,
}

/// The side of a number on which a rate must lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// This many percent or more.
    AtLeast(f64),
    /// This many percent or less.
    AtMost(f64),
}

/// Whether a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Met,
    /// It is not.
    Missed,
}

impl Bound {
    /// The number, in percent.
    #[must_use]
    pub const fn percent(self) -> f64 {
        match self {
            Self::AtLeast(percent) | Self::AtMost(percent) => percent,
        }
    }
}

impl Target {
    /// Whether the target is for the reports of a section.
    #[must_use]
    pub fn is_for(&self, section: &str) -> bool {
        self.section.as_deref().is_none_or(|own| own == section)
    }

    /// Whether an outcome reaches the target; nothing where there is no percentage. The number as printed counts,
    /// rounded to two decimals, so that a page never says that 95,00 % misses 95 %.
    #[must_use]
    pub fn verdict(&self, outcome: Outcome) -> Option<Verdict> {
        let Outcome::Percent { hundredths, .. } = outcome else { return None };
        let printed = hundredths as f64 / 100.0;
        let met = match self.bound {
            Bound::AtLeast(least) => printed >= least,
            Bound::AtMost(most) => printed <= most,
        };
        Some(if met { Verdict::Met } else { Verdict::Missed })
    }
}

/// Reads the targets; those of rates that do not exist, or without one bound, are reported.
#[must_use]
pub fn targets(config: &StatisticsConfig) -> (Vec<Target>, Vec<Diagnostic>) {
    let mut targets = Vec::new();
    let mut found = Vec::new();
    let mut report = |key: &str, value: String, allowed: String| {
        let problem = ConfigProblem::BadValue { key: format!("statistics.targets.{key}"), value, allowed };
        found.push(Diagnostic::new(problem, Location::file(Utf8Path::new("config.toml"))));
    };
    for typed in &config.targets {
        let Some(rate) = RateId::parse(&typed.rate) else {
            report("rate", typed.rate.clone(), RateId::ALL.map(RateId::id).join(", "));
            continue;
        };
        let bound = match (typed.at_least, typed.at_most) {
            (Some(least), None) => Bound::AtLeast(least),
            (None, Some(most)) => Bound::AtMost(most),
            _ => {
                report("at_least", typed.rate.clone(), "at_least, at_most".to_owned());
                continue;
            }
        };
        if (0.0..=100.0).contains(&bound.percent()) {
            let named = |text: &String| Some(text.trim_matches('/').to_owned()).filter(|text| !text.is_empty());
            let (source, section) = (named(&typed.source), named(&typed.section));
            targets.push(Target { rate, bound, source, section });
        } else {
            report("at_least", bound.percent().to_string(), "0–100".to_owned());
        }
    }
    (targets, found)
}

#[cfg(test)]
mod tests {
    use super::{Bound, Target, Verdict, targets};
    use crate::config::{StatisticsConfig, TargetConfig};
    use crate::statistics::{Outcome, RateId};

    fn typed(rate: &str, at_least: Option<f64>, at_most: Option<f64>) -> TargetConfig {
        TargetConfig { rate: rate.to_owned(), at_least, at_most, ..TargetConfig::default() }
    }

    #[test]
    fn what_is_printed_decides() {
        let target = Target { rate: RateId::OnTimeA, bound: Bound::AtLeast(95.0), source: None, section: None };
        let outcome = |hundredths| Outcome::Percent { numerator: 1, denominator: 1, hundredths };
        assert_eq!(target.verdict(outcome(9_500)), Some(Verdict::Met));
        assert_eq!(target.verdict(outcome(9_499)), Some(Verdict::Missed));
        assert_eq!(target.verdict(Outcome::NothingArose), None);
        let late = Target {
            rate: RateId::Late,
            bound: Bound::AtMost(1.0),
            source: None,
            section: Some("thong-ke".to_owned()),
        };
        assert_eq!(late.verdict(outcome(101)), Some(Verdict::Missed));
        assert!(target.is_for("noi-khac") && late.is_for("thong-ke") && !late.is_for("noi-khac"));
    }

    #[test]
    fn slips_in_the_configuration_are_reported_and_leave_the_others() {
        let config = StatisticsConfig {
            targets: vec![
                typed("R-ONTIME-A", Some(95.0), None),
                typed("R-ONTIM", Some(95.0), None),
                typed("R-LATE", None, None),
                typed("R-LATE", Some(1.0), Some(2.0)),
                typed("R-EARLY", Some(950.0), None),
            ],
        };
        let (read, found) = targets(&config);
        assert_eq!(read.len(), 1);
        assert_eq!(found.len(), 4);
    }
}
