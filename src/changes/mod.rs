//! The change log: what changed in each record since the previous publication.
//!
//! Comes in: the checked catalogue, and the [`Snapshot`] that the previous publication left. Goes out: [`Changes`],
//! the log with this publication on top, and the snapshot to leave for the next one. Refuses to know: pages, files.
//!
//! A snapshot keeps short values in words and long ones as a hash of each line: enough to say what stood there
//! before where that fits on a line, and which lines are new elsewhere, at a twentieth of the size of the catalogue.
//! Names of officers and ways of reaching people are kept as hashes only, so that whoever leaves is not named for ever.
//!
//! Building again with the same data adds nothing: a publication is logged when something changed, under the day
//! that the build is judged by, and two on one day are one.
//!
//! # Bounds
//! The log keeps [`MOST_PUBLICATIONS`] publications (two years of monthly ones, which is what disputes on a deadline
//! or a fee need) and [`MOST_CHANGES`] changes in all, the newest, so that the page and the snapshot stay small;
//! what a bound leaves out is still counted.

mod compare;
mod fields;
mod kept;
mod log;
mod registers;
mod snapshot;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::kinds::{Kind, Kinds};
use crate::model::{Bilingual, Catalog};
use crate::registers::Registers;

pub use fields::measure_of;
pub use snapshot::{Snapshot, SnapshotError};

/// Publications that the log keeps.
pub const MOST_PUBLICATIONS: usize = 24;
/// Changes that the log keeps over all publications.
pub const MOST_CHANGES: usize = 2_000;

/// One publication that changed something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The day that it was judged by.
    pub date: Date,
    /// Number of new records, kept here or not.
    pub added: usize,
    /// Number of changed records.
    pub changed: usize,
    /// Number of records that went.
    pub withdrawn: usize,
    /// The changes by kind and key; fewer than counted where the log is full.
    pub changes: Vec<Change>,
}

/// What happened to one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Kind of the record, such as `procedures`.
    pub kind: String,
    /// What it is known by among its kind, such as a code.
    pub key: String,
    /// Its name; may be empty.
    pub name: String,
    /// Section that it stands in.
    pub section: String,
    /// What happened.
    #[serde(flatten)]
    pub what: What,
}

/// What happened to a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum What {
    /// It is new.
    Added,
    /// It says something else.
    Changed {
        /// Where.
        fields: Vec<FieldChange>,
    },
    /// It is gone.
    Withdrawn,
}

/// One field that says something else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Id of the field, such as `fees`, or a heading of the source.
    pub field: String,
    /// What stood there; nothing where nothing did, or where it was too long to keep.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What stands there now; of a long text the first new lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Of a long text, the number of lines that are new and that are gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<(usize, usize)>,
}

/// The log, and what the next publication will be compared with.
#[derive(Clone, Debug)]
pub struct Changes {
    /// Publications that changed something, newest first.
    pub publications: Vec<Publication>,
    /// What this publication changes; nothing where it changes nothing or has none to be compared with.
    pub latest: Option<Publication>,
    /// Since when there is a log.
    pub since: Date,
    /// Whether there was a publication to compare with.
    pub has_previous: bool,
    /// Places of the changes of each record, newest first.
    by_record: BTreeMap<(String, String), Vec<(usize, usize)>>,
    /// Places of the withdrawals of records that are not back.
    withdrawn: Vec<(usize, usize)>,
    snapshot: Snapshot,
    shelf: registers::Shelf,
}

/// What is compared with the previous publication.
#[derive(Clone, Copy, Debug)]
pub struct Present<'a> {
    /// The checked catalogue.
    pub catalog: &'a Catalog,
    /// Its registers, put together.
    pub registers: &'a Registers,
    /// What describes them.
    pub kinds: &'a Kinds,
}

impl Changes {
    /// Compares a catalogue with what was published before. `is_public` is asked of every text that the log would
    /// show: what may not be published any more goes from the log, too.
    #[must_use]
    pub fn of(now: Present<'_>, previous: Option<Snapshot>, day: Date, is_public: &dyn Fn(&str) -> bool) -> Self {
        let shelf = registers::Shelf::of(now.catalog, now.registers, now.kinds);
        let mut records = fields::records(now.catalog);
        shelf.enter(now.catalog, &mut records);
        let mut latest: Vec<Publication> =
            previous.as_ref().and_then(|previous| compare::publication(previous, &records, day)).into_iter().collect();
        log::withhold(&mut latest, &shelf);
        let latest = latest.pop();
        let has_previous = previous.is_some();
        let (since, mut publications) = previous.map_or((day, Vec::new()), |previous| (previous.since, previous.log));
        if let Some(latest) = &latest {
            log::add(&mut publications, latest.clone());
        }
        log::withhold(&mut publications, &shelf);
        log::redact(&mut publications, is_public);
        log::bound(&mut publications);
        let snapshot = Snapshot::new(since, publications.clone(), fields::kept(records));
        let withdrawn = log::withdrawn(&publications, &snapshot);
        Self {
            by_record: log::by_record(&publications),
            publications,
            latest,
            since,
            has_previous,
            withdrawn,
            snapshot,
            shelf,
        }
    }

    /// The record of a register that a change tells of: an index into `Catalog::registers`.
    #[must_use]
    pub fn place(&self, change: &Change) -> Option<usize> {
        self.shelf.place(&change.kind, &change.key)
    }

    /// The register that a change tells of; nothing for kinds that the program reads itself.
    #[must_use]
    pub fn register(&self, change: &Change) -> Option<&Kind> {
        self.shelf.kind(&change.kind)
    }

    /// What a field of a register is called there.
    #[must_use]
    pub fn heading(&self, change: &Change, field: &FieldChange) -> Option<&Bilingual> {
        Some(&self.register(change)?.column(&field.field)?.heading)
    }

    /// The changes of one record with their days, newest first.
    pub fn of_record<'c>(&'c self, kind: &str, key: &str) -> impl Iterator<Item = (Date, &'c Change)> + use<'c> {
        let places = self.by_record.get(&(kind.to_owned(), key.to_owned())).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&(publication, change)| self.change(publication, change))
    }

    /// Records that were withdrawn and are not back, with the day.
    #[must_use]
    pub fn withdrawn(&self) -> Vec<(Date, &Change)> {
        self.withdrawn.iter().map(|&(publication, change)| self.change(publication, change)).collect()
    }

    fn change(&self, publication: usize, change: usize) -> (Date, &Change) {
        let publication = &self.publications[publication];
        (publication.date, &publication.changes[change])
    }

    /// What the next publication will be compared with.
    #[must_use]
    pub const fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }
}
