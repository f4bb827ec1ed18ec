//! What persons vouch for, and for how long.
//!
//! Statements stand in `[[disclosure.attestations]]` of the configuration, or in a sheet of the kind `attestations`
//! that a clerk fills in; both count alike.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::config::{Attestation, Disclosure};
use crate::diag::{Diagnostic, DisclosureProblem, Location};
use crate::model::{Register, Sourced};
use crate::plan::ATTESTATIONS;
use crate::text;

use super::{Criterion, Reason, Vouching};

/// A statement, and where it was made.
pub(super) struct Statement<'a> {
    pub(super) attestation: Attestation,
    record: Option<&'a Sourced<Register>>,
}

impl Statement<'_> {
    /// The cell of a key; the row where it is empty.
    fn place(&self, key: &str) -> Location {
        let Some(Sourced { record, location, .. }) = self.record else { return Location::file("config.toml") };
        record.places.get(key).unwrap_or(location).clone()
    }
}

/// Every statement: those of the configuration, then those of the sheets.
pub(super) fn statements<'a>(disclosure: &Disclosure, registers: &'a [Sourced<Register>]) -> Vec<Statement<'a>> {
    let own = disclosure.attestations.iter().cloned();
    let own = own.map(|attestation| Statement { attestation, record: None });
    let in_sheets = registers.iter().filter(|sourced| sourced.record.kind == ATTESTATIONS);
    let in_sheets = in_sheets.map(|sourced| Statement { attestation: read(&sourced.record), record: Some(sourced) });
    own.chain(in_sheets).collect()
}

fn read(record: &Register) -> Attestation {
    let words = |column: &str| record.text(column).unwrap_or_default().to_owned();
    Attestation {
        criterion: words("criterion"),
        by: words("by"),
        on: record.date("on"),
        until: record.date("until"),
        text: words("text"),
        evidence: words("evidence"),
    }
}

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
pub(super) fn vouched(all: &[Statement<'_>], criterion: &Criterion, vouching: &Vouching, as_of: Date) -> Vouched {
    let all = all.iter().map(|statement| &statement.attestation);
    let own = all.filter(|one| is_for(one, criterion) && is_complete(one));
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
pub(super) fn check(all: &[Statement<'_>], criteria: &[Criterion], as_of: Date, found: &mut Vec<Diagnostic>) {
    for statement in all {
        let attestation = &statement.attestation;
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
        let problem = problem.map(|problem| {
            let at = statement.place(key_of(&problem));
            Diagnostic::new(problem, at).with_value(&id)
        });
        found.extend(problem);
    }
}

/// The key to mend.
const fn key_of(problem: &DisclosureProblem) -> &'static str {
    match problem {
        DisclosureProblem::ExpiredAttestation { .. } => "on",
        DisclosureProblem::IncompleteAttestation { key, .. } => key,
        _ => "criterion",
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
