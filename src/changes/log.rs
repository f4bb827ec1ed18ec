//! The publications of the log.

use std::collections::BTreeMap;

use super::snapshot::Snapshot;
use super::{Change, FieldChange, MOST_CHANGES, MOST_PUBLICATIONS, Publication, What};

/// Puts a publication into the log. Two on one day become one, which says what the day changed in all.
pub(super) fn add(log: &mut Vec<Publication>, publication: Publication) {
    match log.iter().position(|known| known.date <= publication.date) {
        Some(at) if log[at].date == publication.date => {
            let same_day = log.remove(at);
            let merged = merge(same_day, publication);
            if !merged.changes.is_empty() || merged.total() > 0 {
                log.insert(at, merged);
            }
        }
        Some(at) => log.insert(at, publication),
        None => log.push(publication),
    }
}

impl Publication {
    /// Number of records that it changed in some way.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.added + self.changed + self.withdrawn
    }
}

fn merge(first: Publication, second: Publication) -> Publication {
    let beyond = |publication: &Publication| {
        let kept = |wanted: fn(&What) -> bool| publication.changes.iter().filter(|one| wanted(&one.what)).count();
        [
            publication.added.saturating_sub(kept(|what| matches!(what, What::Added))),
            publication.changed.saturating_sub(kept(|what| matches!(what, What::Changed { .. }))),
            publication.withdrawn.saturating_sub(kept(|what| matches!(what, What::Withdrawn))),
        ]
    };
    let rest = beyond(&first);
    let mut by_record: BTreeMap<(String, String), Change> = BTreeMap::new();
    for change in first.changes {
        by_record.insert((change.kind.clone(), change.key.clone()), change);
    }
    for change in second.changes {
        let key = (change.kind.clone(), change.key.clone());
        let merged = match by_record.remove(&key) {
            Some(earlier) => both(earlier, change),
            None => Some(change),
        };
        by_record.extend(merged.map(|change| (key, change)));
    }
    let changes: Vec<Change> = by_record.into_values().collect();
    let count = |wanted: fn(&What) -> bool| changes.iter().filter(|change| wanted(&change.what)).count();
    Publication {
        date: second.date,
        added: rest[0] + count(|what| matches!(what, What::Added)),
        changed: rest[1] + count(|what| matches!(what, What::Changed { .. })),
        withdrawn: rest[2] + count(|what| matches!(what, What::Withdrawn)),
        changes,
    }
}

/// What two changes of one record on one day are together; nothing where the second undoes the first.
fn both(first: Change, second: Change) -> Option<Change> {
    let what = match (first.what, second.what) {
        (What::Added, What::Withdrawn) => return None,
        (What::Added, What::Changed { .. }) => What::Added,
        (What::Changed { fields: early }, What::Changed { fields: late }) => {
            let fields = joined(early, late);
            if fields.is_empty() {
                return None;
            }
            What::Changed { fields }
        }
        // Gone and back: what it says now may differ, but the words from before are not kept.
        (What::Withdrawn, What::Added) => return None,
        (_, late) => late,
    };
    Some(Change { what, ..Change { what: What::Added, ..second } })
}

fn joined(early: Vec<FieldChange>, late: Vec<FieldChange>) -> Vec<FieldChange> {
    let mut fields = early;
    for change in late {
        match fields.iter_mut().find(|known| known.field == change.field) {
            Some(known) => {
                known.after = change.after;
                known.lines = known.lines.or(change.lines);
            }
            None => fields.push(change),
        }
    }
    // In words, and back where it was.
    fields.retain(|change| change.lines.is_some() || change.before != change.after || change.before.is_none());
    fields
}

/// Takes words out of the log that may not be published (any more).
pub(super) fn redact(log: &mut [Publication], is_public: &dyn Fn(&str) -> bool) {
    for change in log.iter_mut().flat_map(|publication| &mut publication.changes) {
        if !is_public(&change.name) {
            change.name.clear();
        }
        let What::Changed { fields } = &mut change.what else { continue };
        for field in fields {
            field.before.take_if(|text| !is_public(text));
            field.after.take_if(|text| !is_public(text));
        }
    }
}

/// Keeps the newest publications and changes.
pub(super) fn bound(log: &mut Vec<Publication>) {
    log.truncate(MOST_PUBLICATIONS);
    let mut left = MOST_CHANGES;
    for publication in log {
        publication.changes.truncate(left);
        left -= publication.changes.len();
    }
}

/// Places of the changes of each record, newest first.
pub(super) fn by_record(log: &[Publication]) -> BTreeMap<(String, String), Vec<(usize, usize)>> {
    let mut places: BTreeMap<(String, String), Vec<(usize, usize)>> = BTreeMap::new();
    for (at, publication) in log.iter().enumerate() {
        for (number, change) in publication.changes.iter().enumerate() {
            places.entry((change.kind.clone(), change.key.clone())).or_default().push((at, number));
        }
    }
    places
}

/// Places of the last withdrawals of records that are not there now.
pub(super) fn withdrawn(log: &[Publication], now: &Snapshot) -> Vec<(usize, usize)> {
    let is_there = |change: &Change| now.records.get(&change.kind).is_some_and(|keys| keys.contains_key(&change.key));
    let last = by_record(log).into_values().filter_map(|places| places.first().copied());
    let mut places: Vec<_> = last
        .filter(|&(at, number)| {
            let change = &log[at].changes[number];
            change.what == What::Withdrawn && !is_there(change)
        })
        .collect();
    places.sort_unstable();
    places
}
