//! What persons vouch for, and for how long.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::config::Attestation;
use crate::diag::{Diagnostic, DisclosureProblem, Location};
use crate::text;

use super::{Criterion, Reason, Vouching};

/// What is vouched for a criterion on a day.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Vouched {
    /// It counts, up to and with a day.
    Counts(Attestation, Date),
    /// There is a statement, but it does not count.
    Void(Attestation, Reason),
    /// Nobody vouches.
    Nobody,
}

/// The best statement for a criterion: one that counts, and of these the one that counts longest.
pub(super) fn vouched(all: &[Attestation], criterion: &Criterion, vouching: &Vouching, as_of: Date) -> Vouched {
    let own = all.iter().filter(|one| is_for(one, criterion) && is_complete(one));
    let mut best = Vouched::Nobody;
    for (attestation, on) in own.filter_map(|one| Some((one, one.on?))) {
        let until = until(attestation, on, vouching);
        let found = match () {
            () if as_of < on => Vouched::Void(attestation.clone(), Reason::NotYet),
            () if until < as_of => Vouched::Void(attestation.clone(), Reason::Expired),
            () => Vouched::Counts(attestation.clone(), until),
        };
        let is_better = match (&best, &found) {
            (Vouched::Nobody, _) | (Vouched::Void(..), Vouched::Counts(..)) => true,
            (Vouched::Counts(_, last), Vouched::Counts(_, later)) => later > last,
            _ => false,
        };
        if is_better {
            best = found;
        }
    }
    best
}

/// The last day on which a statement counts: its own, but never later than the criterion allows.
fn until(attestation: &Attestation, on: Date, vouching: &Vouching) -> Date {
    let longest = on.checked_add(vouching.months.months()).unwrap_or(Date::MAX);
    attestation.until.map_or(longest, |until| until.min(longest))
}

fn is_for(attestation: &Attestation, criterion: &Criterion) -> bool {
    attestation.criterion.trim().eq_ignore_ascii_case(&criterion.id)
}

fn is_complete(attestation: &Attestation) -> bool {
    lacking(attestation).is_none()
}

/// The key that a statement cannot do without and lacks.
fn lacking(attestation: &Attestation) -> Option<&'static str> {
    match () {
        () if attestation.by.trim().is_empty() => Some("by"),
        () if attestation.on.is_none() => Some("on"),
        () if attestation.text.trim().is_empty() => Some("text"),
        () => None,
    }
}

/// Statements that cannot count: for no criterion, for one that the program judges itself, incomplete, or expired.
pub(super) fn check(all: &[Attestation], criteria: &[Criterion], as_of: Date, found: &mut Vec<Diagnostic>) {
    for attestation in all {
        let id = attestation.criterion.trim().to_owned();
        let criterion = criteria.iter().find(|criterion| is_for(attestation, criterion));
        let problem = match criterion.map(|criterion| criterion.attest.as_ref()) {
            None => {
                let nearest = text::similar(&id, criteria.iter().map(|criterion| criterion.id.as_str()));
                Some(DisclosureProblem::UnknownCriterion { nearest: nearest.map(str::to_owned), id: id.clone() })
            }
            Some(None) => Some(DisclosureProblem::NothingToAttest { id: id.clone() }),
            Some(Some(vouching)) => of_statement(attestation, vouching, as_of),
        };
        let at = Location::file("config.toml");
        found.extend(problem.map(|problem| Diagnostic::new(problem, at).with_value(&id)));
    }
}

fn of_statement(attestation: &Attestation, vouching: &Vouching, as_of: Date) -> Option<DisclosureProblem> {
    let id = attestation.criterion.trim().to_owned();
    if let Some(key) = lacking(attestation) {
        return Some(DisclosureProblem::IncompleteAttestation { id, key });
    }
    let until = until(attestation, attestation.on?, vouching);
    (until < as_of).then(|| DisclosureProblem::ExpiredAttestation { id, until: text::format_date(until) })
}
