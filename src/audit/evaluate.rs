//! Criteria against facts.

use std::collections::BTreeMap;

use jiff::civil::Date;
use minijinja::Environment;
use rayon::prelude::*;

use crate::calendar::WorkingDays;
use crate::config::Disclosure;
use crate::diag::{Diagnostic, DisclosureProblem, Location, Problem, ValueProblem};
use crate::ingest::Kind;
use crate::model::{Register, SheetColumns, Sourced};

use super::attestation::{self, Statement, Vouched};
use super::facts::{Facts, Records, Subject};
use super::report::{AuditReport, Finding, Missing, Reached, Reason, Status};
use super::rules::{self, Rules, Verdict};
use super::{CellToFill, Check, Criterion, Level, Quantifier, criteria};

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The day on which the site is judged.
    pub as_of: Date,
    /// The level of government that it is judged as.
    pub level: Level,
    /// What the site requires of itself, and what persons vouch for.
    pub disclosure: &'a Disclosure,
    /// The columns of every sheet, to name cells by.
    pub sheets: &'a [SheetColumns],
    /// The records of registers, among them sheets of what persons vouch for.
    pub registers: &'a [Sourced<Register>],
    /// The days that limits are counted in.
    pub days: &'a WorkingDays,
}

/// Judges a site by every criterion.
///
/// Reports statements that cannot count (CK0541–CK0544), and a share below what the site requires (CK0540).
#[must_use]
pub fn audit(facts: &Facts<'_>, question: Question<'_>) -> (AuditReport, Vec<Diagnostic>) {
    let (_, all) = criteria();
    let environment = rules::environment(question.as_of, question.level, question.days, facts.site().clone());
    let tallies = tallies(facts, question, &environment);
    let statements = attestation::statements(question.disclosure, question.registers);
    let judge = Judge { facts, question, environment: &environment, tallies, statements: &statements };
    let findings = all.iter().map(|criterion| judge.finding(criterion)).collect();
    let Question { as_of, level, disclosure, .. } = question;
    let report = AuditReport { as_of, level, require: disclosure.require, findings };
    let mut found = Vec::new();
    attestation::check(&statements, all, as_of, &mut found);
    found.extend(below_minimum(&report));
    (report, found)
}

fn below_minimum(report: &AuditReport) -> Option<Diagnostic> {
    let (Some(require), false) = (report.require, report.is_enough()) else { return None };
    let summary = report.summary();
    let problem = DisclosureProblem::BelowMinimum {
        met: summary.met,
        applicable: summary.applicable,
        share: format!("{:.1}", summary.share().unwrap_or_default() * 100.0),
        require: format!("{:.1}", require * 100.0),
    };
    Some(Diagnostic::new(problem, Location::file("config.toml")))
}

struct Judge<'a> {
    facts: &'a Facts<'a>,
    question: Question<'a>,
    environment: &'a Environment<'static>,
    /// What the records say, by the number of the criterion.
    tallies: BTreeMap<&'static str, Tally>,
    /// What persons vouch for.
    statements: &'a [Statement<'a>],
}

/// What the records say of a criterion.
#[derive(Default)]
struct Tally {
    looked_at: usize,
    passed: usize,
    evidence: Vec<usize>,
    /// Records that fail, with the checks as bits.
    failed: Vec<(usize, u32)>,
    failed_count: usize,
}

impl Judge<'_> {
    fn finding(&self, criterion: &'static Criterion) -> Finding {
        let blank = Finding {
            criterion,
            status: Status::NotApplicable,
            reason: None,
            looked_at: 0,
            passed: 0,
            page: None,
            evidence: Vec::new(),
            missing: Vec::new(),
            missing_count: 0,
            attestation: None,
            attested_until: None,
            points: Vec::new(),
        };
        if !criterion.is_in_force(self.question.as_of) {
            return Finding { reason: Some(Reason::NotInForce), ..blank };
        }
        if !criterion.levels.contains(&self.question.level) {
            return Finding { reason: Some(Reason::OtherLevel), ..blank };
        }
        let seen = self.seen(criterion, blank);
        let finding = self.with_attestation(seen);
        let share = finding.share();
        Finding { points: criterion.points.iter().map(|points| Reached::of(points, share)).collect(), ..finding }
    }

    /// What a program can see.
    fn seen(&self, criterion: &'static Criterion, blank: Finding) -> Finding {
        let Some(kind) = criterion.kind.as_deref() else {
            return Finding { status: Status::NeedsAttestation, ..blank };
        };
        let left_out = if criterion.left_out { self.facts.left_out() } else { &[] };
        let Some(records) = self.facts.kind(kind) else { return self.without_records(criterion, kind, blank) };
        let checks = checks_on(criterion, self.question.as_of);
        // A test compiles every rule; one that does not compile has no tally and must never let anything pass.
        let Some(tally) = self.tallies.get(criterion.id.as_str()) else {
            return Finding { status: Status::NotMet, ..blank };
        };
        if tally.looked_at == 0 && left_out.is_empty() && criterion.is_told_by_persons() {
            return Finding { status: Status::NeedsAttestation, page: records.page().cloned(), ..blank };
        }
        if tally.looked_at == 0 && left_out.is_empty() {
            let reason = if criterion.is_owed() { Reason::NoRecords } else { Reason::NothingArose };
            let status = if criterion.is_owed() { Status::NotMet } else { Status::NotApplicable };
            return Finding { status, reason: Some(reason), page: records.page().cloned(), ..blank };
        }
        let unread = left_out.iter().map(|found| self.unread(found, kind));
        let subject = |at: usize| if records.is_hidden() { records.subject(at).unnamed() } else { records.subject(at) };
        let failed = tally.failed.iter().map(|&(at, mask)| self.missing(subject(at), kind, &checks, mask));
        // Where one record is enough, those that do not pass lack nothing.
        let limit = if criterion.quantifier.asks_for_each() { Finding::MISSING } else { 0 };
        let missing: Vec<Missing> = unread.chain(failed).take(limit).collect();
        let named = tally.evidence.iter().filter(|_| !records.is_hidden());
        let evidence = named.map(|&at| records.subject(at)).collect();
        let (looked_at, passed) = counted(tally, &checks, left_out.len(), kind);
        let status = status(criterion.quantifier, tally, left_out.len(), passed);
        let missing_count = if limit == 0 { 0 } else { tally.failed_count + left_out.len() };
        let page = records.page().cloned();
        Finding { status, looked_at, passed, page, evidence, missing, missing_count, ..blank }
    }

    /// There is no record of the kind: nothing to judge where the site says so, else not met.
    fn without_records(&self, criterion: &'static Criterion, kind: &str, blank: Finding) -> Finding {
        if criterion.idle.as_deref().is_some_and(|rule| rules::holds(self.environment, rule)) {
            return Finding { reason: Some(Reason::NothingArose), ..blank };
        }
        if criterion.is_told_by_persons() {
            return Finding { status: Status::NeedsAttestation, ..blank };
        }
        let cell = CellToFill::section(kind, self.facts.section_file(kind));
        let place = Location::file(cell.file.as_str());
        let subject = Subject { key: kind.to_owned(), label: kind.to_owned(), page: None, place };
        let missing = vec![Missing { subject, cells: vec![cell] }];
        Finding { status: Status::NotMet, reason: Some(Reason::NoRecords), missing, missing_count: 1, ..blank }
    }

    fn missing(&self, subject: Subject, kind: &str, checks: &[&'static Check], mask: u32) -> Missing {
        let failed = checks.iter().enumerate().filter(|(at, _)| mask & (1 << (at % 32)) != 0);
        let cell = |check: &Check| CellToFill::of(check, kind, &subject.place, self.question.sheets);
        let cells = failed.map(|(_, check)| cell(check)).collect();
        Missing { subject, cells }
    }

    /// A row that could not become a record: it has no code, or no name.
    fn unread(&self, found: &Diagnostic, kind: &str) -> Missing {
        let key = found.value.clone().unwrap_or_default();
        let subject = Subject { label: key.clone(), key, page: None, place: found.location.clone() };
        let column = match &found.problem {
            Problem::Value(ValueProblem::Missing { column }) => Kind::parse(kind)
                .and_then(|of| ["code", "name"].into_iter().find(|id| of.heading(id) == Some(column.as_str()))),
            _ => Some("code"),
        };
        let cell = CellToFill::under([column, None], kind, &found.location, self.question.sheets);
        Missing { subject, cells: vec![cell] }
    }

    /// What somebody vouches for where the program has nothing to object.
    fn with_attestation(&self, seen: Finding) -> Finding {
        let Some(vouching) = &seen.criterion.attest else { return seen };
        let is_needed = vouching.when.as_deref().is_none_or(|rule| rules::holds(self.environment, rule));
        if seen.status == Status::Met && !is_needed {
            return seen;
        }
        let vouched = attestation::vouched(self.statements, seen.criterion, vouching, self.question.as_of);
        let is_open = matches!(seen.status, Status::Met | Status::NeedsAttestation);
        match vouched {
            Vouched::Counts(attestation, until) => {
                let status = if is_open { Status::Attested } else { seen.status };
                Finding { status, attestation: Some(attestation), attested_until: Some(until), ..seen }
            }
            Vouched::Void(attestation, reason) if is_open => Finding {
                status: Status::NeedsAttestation,
                reason: Some(reason),
                attestation: Some(attestation),
                ..seen
            },
            Vouched::Nobody if is_open => Finding { status: Status::NeedsAttestation, ..seen },
            Vouched::Void(..) | Vouched::Nobody => seen,
        }
    }
}

/// The checks of a criterion that are asked for on a day.
fn checks_on(criterion: &'static Criterion, day: Date) -> Vec<&'static Check> {
    criterion.checks.iter().filter(|check| check.is_in_force(day)).collect()
}

/// Judges every record once by all criteria of its kind, on all threads; the order of the records stays.
fn tallies(
    facts: &Facts<'_>,
    question: Question<'_>,
    environment: &Environment<'static>,
) -> BTreeMap<&'static str, Tally> {
    let mut by_kind: BTreeMap<&'static str, Vec<(&'static str, Rules<'_>)>> = BTreeMap::new();
    let asked = |one: &&Criterion| one.is_in_force(question.as_of) && one.levels.contains(&question.level);
    for criterion in criteria().1.iter().filter(asked) {
        let Some(kind) = criterion.kind.as_deref() else { continue };
        if let Ok(rules) = Rules::of(criterion, &checks_on(criterion, question.as_of), environment) {
            by_kind.entry(kind).or_default().push((&criterion.id, rules));
        }
    }
    let mut tallies = BTreeMap::new();
    for (kind, rules) in &by_kind {
        let mut own: Vec<Tally> = rules.iter().map(|_| Tally::default()).collect();
        if let Some(records) = facts.kind(kind) {
            tally(rules, records, &mut own);
        }
        tallies.extend(rules.iter().map(|(id, _)| *id).zip(own));
    }
    tallies
}

fn tally(rules: &[(&'static str, Rules<'_>)], records: &Records<'_>, tallies: &mut [Tally]) {
    let judged = |at: usize| -> Vec<Verdict> {
        let facts = records.value(at);
        rules.iter().map(|(_, rules)| rules.judge(&facts)).collect()
    };
    let verdicts: Vec<Vec<Verdict>> = (0..records.count()).into_par_iter().map(judged).collect();
    for (at, verdicts) in verdicts.into_iter().enumerate() {
        for (tally, verdict) in tallies.iter_mut().zip(verdicts) {
            tally.enter(at, verdict);
        }
    }
}

impl Tally {
    fn enter(&mut self, at: usize, verdict: Verdict) {
        match verdict {
            Verdict::NotSubject => return,
            Verdict::Passed => {
                self.passed += 1;
                if self.evidence.len() < Finding::EVIDENCE {
                    self.evidence.push(at);
                }
            }
            Verdict::Failed(mask) => {
                self.failed_count += 1;
                if self.failed.len() < Finding::MISSING {
                    self.failed.push((at, mask));
                }
            }
        }
        self.looked_at += 1;
    }
}

/// What is counted: records; for the site, which is only one, its checks.
fn counted(tally: &Tally, checks: &[&Check], left_out: usize, kind: &str) -> (usize, usize) {
    if kind == "site" {
        let failed = tally.failed.first().map_or(0, |(_, mask)| mask.count_ones() as usize);
        return (checks.len(), checks.len().saturating_sub(failed));
    }
    (tally.looked_at + left_out, tally.passed)
}

fn status(quantifier: Quantifier, tally: &Tally, left_out: usize, passed: usize) -> Status {
    let all = tally.looked_at + left_out;
    let is_met = match quantifier {
        Quantifier::Every => tally.passed == all,
        Quantifier::Any => tally.passed > 0,
        Quantifier::AtLeast(number) => tally.passed >= number,
        Quantifier::Share(share) => tally.passed as f64 >= share * all as f64,
    };
    match (is_met, passed) {
        (true, _) => Status::Met,
        (false, 0) => Status::NotMet,
        (false, _) => Status::Partly,
    }
}
