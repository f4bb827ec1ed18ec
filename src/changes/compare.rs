//! Two states of the catalogue → what happened between them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::fields::{Record, Records};
use super::snapshot::{KeptRecord, Snapshot};
use super::{Change, FieldChange, Publication, What, kept};

/// What happened since a snapshot; nothing where nothing did, or where it cannot be compared.
pub(super) fn publication(previous: &Snapshot, records: &Records, day: Date) -> Option<Publication> {
    if !previous.is_comparable() {
        return None;
    }
    let mut changes = Vec::new();
    for (kind, now) in records {
        // A kind that the previous program did not know tells nothing of what was published.
        if let Some(before) = previous.records.get(kind) {
            compare(kind, before, now, &mut changes);
        }
    }
    // A register that the site described itself and has given up.
    for (kind, before) in previous.records.iter().filter(|(kind, _)| !records.contains_key(*kind)) {
        compare(kind, before, &BTreeMap::new(), &mut changes);
    }
    let count = |wanted: fn(&What) -> bool| changes.iter().filter(|change| wanted(&change.what)).count();
    let publication = Publication {
        date: day,
        added: count(|what| matches!(what, What::Added)),
        changed: count(|what| matches!(what, What::Changed { .. })),
        withdrawn: count(|what| matches!(what, What::Withdrawn)),
        changes,
    };
    (!publication.changes.is_empty()).then_some(publication)
}

fn compare(
    kind: &str,
    before: &BTreeMap<String, KeptRecord>,
    now: &BTreeMap<String, Record>,
    changes: &mut Vec<Change>,
) {
    let change = |key: &str, name: &str, section: &str, what: What| Change {
        kind: kind.to_owned(),
        key: key.to_owned(),
        name: name.to_owned(),
        section: section.to_owned(),
        what,
    };
    for (key, record) in now {
        let what = match before.get(key) {
            None => What::Added,
            Some(old) => match fields(old, record) {
                fields if fields.is_empty() => continue,
                fields => What::Changed { fields },
            },
        };
        changes.push(change(key, &record.name, &record.section, what));
    }
    let gone = before.iter().filter(|(key, _)| !now.contains_key(*key));
    changes.extend(gone.map(|(key, old)| change(key, &old.name, &old.section, What::Withdrawn)));
}

/// The fields that differ: in the order of the record, then those that it has no more.
fn fields(old: &KeptRecord, now: &Record) -> Vec<FieldChange> {
    let present = now.fields.iter().filter_map(|(id, value)| kept::difference(id, old.fields.get(id), Some(value)));
    let gone = old.fields.iter().filter(|(id, _)| !now.fields.iter().any(|(known, _)| known == *id));
    present.chain(gone.filter_map(|(id, value)| kept::difference(id, Some(value), None))).collect()
}
