//! Records of registers as rules see them: under the names of their columns, absent ones as nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::kinds::Kind;
use crate::model::{Datum, Register, Sourced};
use crate::plan::PageKind;

use super::{Material, Records, Subject, value_of};

/// The kind whose records must never be named: a list of dossier codes would reveal who deals with the office.
const DOSSIERS: &str = "dossiers";

#[derive(Serialize)]
struct RegisterFacts<'a> {
    #[serde(flatten)]
    values: BTreeMap<&'a str, Option<&'a Datum>>,
    /// Records of the kind with the same code, this one among them.
    times: usize,
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
    let count = places.len();
    let own = places.clone();
    let page = material.section(&kind.id, |section| PageKind::Register(section, 1));
    let is_hidden = kind.id == DOSSIERS;
    let title = kind.title.clone();
    let value = move |at: usize| {
        let Sourced { record, .. } = record(places[at]);
        let values = kind.columns.iter().map(|column| (column.id.as_str(), record.get(&column.id))).collect();
        value_of(RegisterFacts { values, times: times.get(code(record)).copied().unwrap_or(1) })
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
