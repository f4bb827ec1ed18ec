//! Records of registers as rules see them: under the names of their columns, absent ones as nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::kinds::Kind;
use crate::model::{Channel, Datum, Procedure, Register, Sourced, TimeLimit, TimeUnit};
use crate::plan::PageKind;

use super::{Material, Records, Subject, value_of};

/// The kind of the steps of internal processes.
const PROCESSES: &str = "processes";
/// Hours of a working day.
const WORKDAY: f64 = 8.0;

/// The kind whose records must never be named: a list of dossier codes would reveal who deals with the office.
const DOSSIERS: &str = "dossiers";

#[derive(Serialize)]
struct RegisterFacts<'a> {
    #[serde(flatten)]
    values: BTreeMap<&'a str, Option<&'a Datum>>,
    /// Records of the kind with the same code, this one among them.
    times: usize,
    /// Of a step of an internal process: whether all steps together take as long as the procedure may; nothing where
    /// that cannot be told.
    fits: Option<bool>,
}

/// The records of every kind of register that has some, by the name of the kind.
pub(super) fn all(material: Material<'_>) -> Vec<(String, Records<'_>)> {
    let mut kinds: BTreeMap<&str, (Arc<Kind>, Vec<usize>)> = BTreeMap::new();
    for book in &material.registers.books {
        let entry = kinds.entry(&book.kind.id).or_insert_with(|| (Arc::clone(&book.kind), Vec::new()));
        entry.1.extend(&book.records);
    }
    kinds.into_iter().map(|(id, (kind, places))| (id.to_owned(), records(material, kind, places))).collect()
}

fn records(material: Material<'_>, kind: Arc<Kind>, places: Vec<usize>) -> Records<'_> {
    let record = move |at: usize| &material.catalog.registers[at];
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for at in &places {
        *times.entry(code(&record(*at).record)).or_default() += 1;
    }
    let fits = if kind.id == PROCESSES { fitting(material, &places) } else { BTreeMap::new() };
    let count = places.len();
    let own = places.clone();
    let page = material.section(&kind.id, |section| PageKind::Register(section, 1));
    let is_hidden = kind.id == DOSSIERS;
    let title = kind.title.clone();
    let value = move |at: usize| {
        let Sourced { record, .. } = record(places[at]);
        let fits = fits.get(&places[at]).copied();
        let values = kind.columns.iter().map(|column| (column.id.as_str(), record.get(&column.id))).collect();
        value_of(RegisterFacts { values, times: times.get(code(record)).copied().unwrap_or(1), fits })
    };
    let subject = move |at: usize| {
        let Sourced { record, location, .. } = record(own[at]);
        Subject {
            key: record.key.clone(),
            label: record.text(&title).unwrap_or(&record.key).to_owned(),
            page: material.route(PageKind::RegisterRecord(own[at])),
            place: location.clone(),
        }
    };
    let records = Records::new(count, value, subject, page);
    if is_hidden { records.hidden() } else { records }
}

fn code(record: &Register) -> &str {
    record.text("code").unwrap_or_default()
}

/// The procedures that a step belongs to.
fn codes(record: &Register) -> &[String] {
    match record.get("procedure") {
        Some(Datum::List(codes)) => codes,
        _ => &[],
    }
}

/// Procedures whose internal process is published.
pub(super) fn with_process(material: &Material<'_>) -> usize {
    let steps = material.catalog.registers.iter().filter(|sourced| sourced.record.kind == PROCESSES);
    let described: BTreeSet<&str> = steps.flat_map(|step| codes(&step.record)).map(|code| code.trim()).collect();
    material.catalog.procedures.iter().filter(|one| described.contains(one.record.code.as_str())).count()
}

/// Whether the steps of a process add up to the time limit of its procedure, by the step.
fn fitting(material: Material<'_>, places: &[usize]) -> BTreeMap<usize, bool> {
    let step = |at: usize| &material.catalog.registers[at].record;
    let process = |at: usize| step(at).text("process").unwrap_or_default();
    let mut totals: BTreeMap<&str, Option<f64>> = BTreeMap::new();
    for &at in places {
        let days = step(at).get("days").and_then(Datum::number);
        let total = totals.entry(process(at)).or_insert(Some(0.0));
        *total = total.zip(days).map(|(total, days)| total + days);
    }
    let procedures: BTreeMap<&str, &Procedure> =
        material.catalog.procedures.iter().map(|one| (one.record.code.as_str(), &one.record)).collect();
    let fits = |at: usize| {
        let total = totals.get(process(at)).copied().flatten()?;
        let limits: Vec<f64> =
            codes(step(at)).iter().filter_map(|code| procedures.get(code.trim())).flat_map(|one| limits(one)).collect();
        (!limits.is_empty()).then(|| limits.iter().any(|limit| (limit - total).abs() < 0.05))
    };
    places.iter().filter_map(|&at| Some((at, fits(at)?))).collect()
}

/// The time limits of a procedure in days, where they are given in days or hours.
fn limits(procedure: &Procedure) -> Vec<f64> {
    let of_channel = |channel: &Channel| channel.time_limits.iter().filter_map(days).collect::<Vec<_>>();
    procedure.channels.stated().into_iter().flatten().flat_map(of_channel).collect()
}

fn days(limit: &TimeLimit) -> Option<f64> {
    let number = f64::from(limit.tenths?) / 10.0;
    match limit.unit? {
        TimeUnit::Days | TimeUnit::WorkingDays => Some(number),
        TimeUnit::Hours | TimeUnit::WorkingHours => Some(number / WORKDAY),
        TimeUnit::Months | TimeUnit::Years => None,
    }
}
