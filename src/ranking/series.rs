//! An index over its editions: changes, and the history of each unit.

use std::collections::BTreeMap;

use crate::model::Edition;
use crate::text::CollationKey;

use super::Index;
use super::scheme::{Scheme, UnitPages};
use super::table::{Change, Standing, Table};
use super::unit::{Unit, provinces};

/// Editions that make a line worth drawing.
const LEAST_POINTS: usize = 3;

/// What an index says of one unit over the editions.
#[derive(Clone, Debug)]
pub struct UnitHistory {
    /// Part of addresses.
    pub slug: String,
    /// Name, as in the latest edition that has the unit.
    pub name: String,
    /// The unit before and after a merger, each with its editions: figures of two segments are never joined.
    pub segments: Vec<Segment>,
    /// Whether it has a page of its own.
    pub has_page: bool,
}

/// The editions of one unit that is the same from first to last.
#[derive(Clone, Debug)]
pub struct Segment {
    /// The unit.
    pub unit: Unit,
    /// Place of the table in [`Index::tables`], and of the unit in the table; oldest first.
    pub places: Vec<(usize, usize)>,
}

impl UnitHistory {
    /// Every place of the unit, oldest first.
    pub fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        self.segments.iter().flat_map(|segment| segment.places.iter().copied())
    }

    /// The last edition that has the unit.
    #[must_use]
    pub fn latest(&self) -> Option<(usize, usize)> {
        self.places().last()
    }

    /// Whether its totals are enough to draw a line over the editions.
    #[must_use]
    pub fn has_line(&self, tables: &[Table]) -> bool {
        let with_total = |&(table, row): &(usize, usize)| tables[table].standings[row].total.is_some();
        self.places().filter(with_total).count() >= LEAST_POINTS
    }

    /// Whether the latest edition that has it gives it a total.
    #[must_use]
    pub fn has_latest_total(&self, tables: &[Table]) -> bool {
        self.latest().is_some_and(|(table, row)| tables[table].standings[row].total.is_some())
    }

    /// The slug of the province that it merged into, where it no longer exists under its name.
    #[must_use]
    pub fn successor(&self) -> Option<&str> {
        let into = self.segments.last()?.unit.merged_into.as_deref()?;
        (into != self.slug).then_some(into)
    }

    /// The provinces that merged with it, where it went on under its name.
    #[must_use]
    pub fn taken_in(&self) -> Vec<&'static Unit> {
        let merged = provinces().merged_into(&self.slug);
        merged.into_iter().filter(|unit| unit.slug != self.slug).collect()
    }
}

/// Enters the change of every unit against the edition before. Nothing is compared across two sets of criteria, or
/// across a merger: the unit has another id there.
pub(super) fn enter_changes(tables: &mut [Table]) {
    for at in 1..tables.len() {
        let (before, after) = tables.split_at_mut(at);
        let (Some(before), Some(after)) = (before.last(), after.first_mut()) else { continue };
        if before.version != after.version {
            continue;
        }
        let earlier: BTreeMap<&str, &Standing> =
            before.standings.iter().map(|standing| (standing.unit.id.as_str(), standing)).collect();
        for standing in &mut after.standings {
            standing.change = earlier.get(standing.unit.id.as_str()).and_then(|then| change(then, standing));
        }
    }
}

fn change(then: &Standing, now: &Standing) -> Option<Change> {
    let total = now.total.as_ref().zip(then.total.as_ref()).map(|(now, then)| {
        // The difference of two published figures has no more decimals than they have.
        let decimals = i32::from(now.decimals.max(then.decimals));
        let unit = 10_f64.powi(decimals);
        ((now.value - then.value) * unit).round() / unit
    });
    let places =
        now.rank().zip(then.rank()).and_then(|(now, then)| Some(i64::try_from(then).ok()? - i64::try_from(now).ok()?));
    (total.is_some() || places.is_some()).then_some(Change { total, places })
}

/// The history of every unit, in Vietnamese order of the names.
pub(super) fn histories(scheme: &Scheme, tables: &[Table]) -> Vec<UnitHistory> {
    let mut by_slug: BTreeMap<String, BTreeMap<(bool, String), Segment>> = BTreeMap::new();
    for (at, table) in tables.iter().enumerate() {
        for (row, standing) in table.standings.iter().enumerate() {
            let unit = &standing.unit;
            if unit.id.contains('#') {
                continue;
            }
            // Units that ended come before those that go on.
            let key = (unit.validity.to.is_none(), unit.id.clone());
            let segments = by_slug.entry(unit.slug.clone()).or_default();
            let segment = segments.entry(key).or_insert_with(|| Segment { unit: unit.clone(), places: Vec::new() });
            segment.unit = unit.clone();
            segment.places.push((at, row));
        }
    }
    let mut histories: Vec<UnitHistory> = by_slug
        .into_iter()
        .map(|(slug, segments)| {
            let segments: Vec<Segment> = segments.into_values().collect();
            let name = segments.last().map_or_else(String::new, |segment| segment.unit.name.clone());
            let mut history = UnitHistory { slug, name, segments, has_page: false };
            history.has_page = has_page(scheme, tables, &history);
            history
        })
        .collect();
    histories.sort_by_cached_key(|history| CollationKey::of(&history.name));
    histories
}

/// A page of its own needs more to say than the row of a table.
fn has_page(scheme: &Scheme, tables: &[Table], history: &UnitHistory) -> bool {
    let many = history.places().nth(1).is_some();
    let loses_points = || {
        history.places().any(|(at, row)| {
            let table = &tables[at];
            let scores = &table.standings[row].scores;
            table.columns.iter().zip(scores).any(|(column, score)| column.max.is_some() && score.is_some())
        })
    };
    match scheme.unit_pages {
        UnitPages::None => false,
        UnitPages::Series => many,
        UnitPages::Auto => many || loses_points(),
    }
}

impl Index {
    /// The table of an edition.
    #[must_use]
    pub fn table_of(&self, edition: Edition) -> Option<usize> {
        self.tables.iter().position(|table| table.edition == edition)
    }

    /// The history of a unit, by its slug.
    #[must_use]
    pub fn history_of(&self, slug: &str) -> Option<usize> {
        self.units.iter().position(|history| history.slug == slug)
    }
}
