//! Index rankings: what an index is, who stands where in each edition, and what does not agree.
//!
//! Comes in: the rows of a [`Catalog`], and the files by which a site describes indexes of its own. Goes out:
//! [`Rankings`], a table for each edition and a history for each unit, and diagnostics. Refuses to know: how the rows
//! were written, pages.
//!
//! Indexes are data files (`schemes/*.toml`), and so are the units (`units.toml`); nothing here knows any of them by
//! name. Figures are never repaired: each doubt stands as a [`Flag`] beside the figure it concerns.

mod assemble;
mod check;
mod library;
mod rank;
mod scheme;
mod series;
mod table;
mod unit;

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::model::Catalog;

pub use library::Library;
pub use rank::{Bounds, bounds, ranks};
pub use scheme::{Bilingual, Count, Criterion, Node, Remark, Scale, Scheme, UnitPages, Verification, Version};
pub use series::{Segment, UnitHistory};
pub use table::{Change, Column, Flag, FlagOn, RankOrigin, Standing, Table};
pub use unit::{Found, Provinces, Unit, UnitLevel, provinces, slug_of};

/// Every index of a site.
#[derive(Clone, Debug, Default)]
pub struct Rankings {
    /// The indexes, in the order in which the sources have them.
    pub indexes: Vec<Index>,
}

/// One index with its editions.
#[derive(Clone, Debug)]
pub struct Index {
    /// What it is.
    pub scheme: Arc<Scheme>,
    /// Its editions, oldest first.
    pub tables: Vec<Table>,
    /// Its units, in Vietnamese order of their names.
    pub units: Vec<UnitHistory>,
    /// Folder of the data section that holds it.
    pub folder: String,
}

impl Rankings {
    /// Puts the rows of a catalogue in order and checks them.
    #[must_use]
    pub fn of(catalog: &Catalog, library: &Library) -> (Self, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let sorted = assemble::sorted(catalog, library, &mut found);
        let indexes = sorted
            .into_iter()
            .map(|(scheme, editions)| {
                let first = editions.values().flatten().next().map(|row| row.provenance);
                let folder = first.and_then(|at| catalog.provenances.get(at)).map(|from| from.section.clone());
                let mut tables: Vec<Table> = editions
                    .iter()
                    .map(|(edition, rows)| assemble::table(&scheme, *edition, rows, &mut found))
                    .collect();
                series::enter_changes(&mut tables);
                let units = series::histories(&scheme, &tables);
                Index { scheme, tables, units, folder: folder.unwrap_or_default() }
            })
            .collect();
        (Self { indexes }, found)
    }

    /// The index of an id.
    #[must_use]
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.indexes.iter().position(|index| index.scheme.id == id)
    }
}

#[cfg(test)]
mod tests;
