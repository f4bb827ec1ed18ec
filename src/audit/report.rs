//! What an audit found.

use jiff::civil::Date;

use crate::config::Attestation;
use crate::plan::Route;

use super::{CellToFill, Criterion, Level, Points, Subject};

/// The result for one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Every record that must pass does.
    Met,
    /// Met as far as a program can see, and somebody vouches for the rest.
    Attested,
    /// Some records pass.
    Partly,
    /// None does, or there is none.
    NotMet,
    /// Only a person can tell, and nobody has, or no longer.
    NeedsAttestation,
    /// Not asked of this site on this day.
    NotApplicable,
}

impl Status {
    /// Every result, the best first.
    pub const ALL: [Self; 6] =
        [Self::Met, Self::Attested, Self::Partly, Self::NotMet, Self::NeedsAttestation, Self::NotApplicable];

    /// The name in JSON, and the key of its words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Attested => "attested",
            Self::Partly => "partly",
            Self::NotMet => "not_met",
            Self::NeedsAttestation => "needs_attestation",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// Whether it counts as met.
    #[must_use]
    pub const fn is_met(self) -> bool {
        matches!(self, Self::Met | Self::Attested)
    }
}

/// Why a result is what it is, where the records do not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The criterion or its sources are not in force on the day.
    NotInForce,
    /// It is not asked of this level of government.
    OtherLevel,
    /// No record is concerned: there is nothing to judge.
    NothingArose,
    /// The site has no records of the kind.
    NoRecords,
    /// Somebody vouched, but the statement no longer counts.
    Expired,
    /// Somebody vouched with a day that is still to come.
    NotYet,
}

impl Reason {
    /// The name in JSON, and the key of its words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotInForce => "not_in_force",
            Self::OtherLevel => "other_level",
            Self::NothingArose => "nothing_arose",
            Self::NoRecords => "no_records",
            Self::Expired => "attestation_expired",
            Self::NotYet => "attestation_not_yet",
        }
    }
}

/// A record that does not pass, and what to fill.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// The record.
    pub subject: Subject,
    /// The cells to fill, one for each check that fails.
    pub cells: Vec<CellToFill>,
}

/// Points of a scheme, as far as the site's own records tell them.
#[derive(Clone, Debug, PartialEq)]
pub struct Reached {
    /// The scheme.
    pub scheme: &'static str,
    /// The metric in it.
    pub id: &'static str,
    /// Most points, where known.
    pub max: Option<f64>,
    /// Points by the share of records, rounded to two decimals; nothing where they do not follow it.
    pub points: Option<f64>,
}

impl Reached {
    /// The points of a share from 0 to 1; nothing where there is none.
    pub(super) fn of(points: &'static Points, share: Option<f64>) -> Self {
        let by_share = |max: f64| Some((share? * max * 100.0).round() / 100.0);
        let reached = points.max.filter(|_| points.linear).and_then(by_share);
        Self { scheme: &points.scheme, id: &points.id, max: points.max, points: reached }
    }
}

/// The result for one criterion, with what it rests on.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The criterion.
    pub criterion: &'static Criterion,
    /// The result.
    pub status: Status,
    /// Why, where the records do not say it.
    pub reason: Option<Reason>,
    /// How many records were looked at; for the site as a whole, how many checks.
    pub looked_at: usize,
    /// How many of them pass.
    pub passed: usize,
    /// The page that shows all of these records.
    pub page: Option<Route>,
    /// The first records that pass.
    pub evidence: Vec<Subject>,
    /// The first records that do not.
    pub missing: Vec<Missing>,
    /// How many do not.
    pub missing_count: usize,
    /// Who vouches.
    pub attestation: Option<Attestation>,
    /// The last day on which that counts.
    pub attested_until: Option<Date>,
    /// Points that schemes give for it.
    pub points: Vec<Reached>,
}

impl Finding {
    /// Most records that are kept as evidence.
    pub const EVIDENCE: usize = 3;
    /// Most records that are kept of those that do not pass; [`Finding::missing_count`] counts all.
    pub const MISSING: usize = 100;

    /// The share that passes, from 0 to 1; nothing where nothing was looked at.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.looked_at > 0).then(|| self.passed as f64 / self.looked_at as f64)
    }
}

/// Every criterion with its result.
#[derive(Clone, Debug)]
pub struct AuditReport {
    /// The day on which the site was judged.
    pub as_of: Date,
    /// The level of government that it was judged as.
    pub level: Level,
    /// The smallest share that the site itself requires.
    pub require: Option<f64>,
    /// The results, in the order of the criteria.
    pub findings: Vec<Finding>,
}

/// How many criteria came out how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// All criteria.
    pub total: usize,
    /// Those that are asked of this site on this day.
    pub applicable: usize,
    /// Those that are met or attested.
    pub met: usize,
    /// Their weight.
    pub met_weight: u64,
    /// The weight of those that are asked.
    pub applicable_weight: u64,
}

impl Summary {
    /// The share that is met, from 0 to 1, by weight; nothing where nothing is asked.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.applicable_weight > 0).then(|| self.met_weight as f64 / self.applicable_weight as f64)
    }
}

impl AuditReport {
    /// How many criteria came out how.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary::of(self.findings.iter())
    }

    /// How many criteria of a group came out how.
    #[must_use]
    pub fn summary_of(&self, group: &str) -> Summary {
        Summary::of(self.findings.iter().filter(|finding| finding.criterion.group == group))
    }

    /// How many results of a kind there are.
    #[must_use]
    pub fn count(&self, status: Status) -> usize {
        self.findings.iter().filter(|finding| finding.status == status).count()
    }

    /// The result for a criterion.
    #[must_use]
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.criterion.id == id)
    }

    /// Whether the site reaches what it requires of itself. Shares are compared as they are, not as they are printed.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        match (self.require, self.summary().share()) {
            (Some(require), Some(share)) => share >= require,
            (Some(_), None) | (None, _) => true,
        }
    }
}

impl Summary {
    fn of<'f>(findings: impl Iterator<Item = &'f Finding>) -> Self {
        findings.fold(Self::default(), |mut summary, finding| {
            summary.total += 1;
            if finding.status != Status::NotApplicable {
                let weight = u64::from(finding.criterion.weight);
                summary.applicable += 1;
                summary.applicable_weight += weight;
                if finding.status.is_met() {
                    summary.met += 1;
                    summary.met_weight += weight;
                }
            }
            summary
        })
    }
}
