//! The publications of the log.

use std::collections::BTreeMap;

use super::registers::Shelf;
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
        let [added, changed, withdrawn] = counts(&publication.changes);
        [
            publication.added.saturating_sub(added),
            publication.changed.saturating_sub(changed),
            publication.withdrawn.saturating_sub(withdrawn),
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
    let [added, changed, withdrawn] = counts(&changes);
    Publication {
        date: second.date,
        added: rest[0] + added,
        changed: rest[1] + changed,
        withdrawn: rest[2] + withdrawn,
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

/// Takes out of the log what registers do not (any longer) publish.
pub(super) fn withhold(log: &mut Vec<Publication>, shelf: &Shelf) {
    for publication in log.iter_mut() {
        let before = counts(&publication.changes);
        publication.changes.retain_mut(|change| shelf.tells(change));
        let after = counts(&publication.changes);
        let left = |number: usize, at: usize| number.saturating_sub(before[at] - after[at]);
        publication.added = left(publication.added, 0);
        publication.changed = left(publication.changed, 1);
        publication.withdrawn = left(publication.withdrawn, 2);
    }
    log.retain(|publication| publication.total() > 0);
}

/// How many are new, changed and withdrawn.
fn counts(changes: &[Change]) -> [usize; 3] {
    let count = |wanted: fn(&What) -> bool| changes.iter().filter(|change| wanted(&change.what)).count();
    [
        count(|what| matches!(what, What::Added)),
        count(|what| matches!(what, What::Changed { .. })),
        count(|what| matches!(what, What::Withdrawn)),
    ]
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
