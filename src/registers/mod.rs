//! Registers as a whole: which records belong together, which limits they keep, what is computed and checked.
//!
//! Comes in: the checked catalogue, the kinds and the working days. Goes out: [`Registers`], and what was found as
//! diagnostics. Refuses to know: pages and words of the interface. Rules are data: expressions in the files of the
//! kinds and of the schemes of scores, evaluated by minijinja.

mod assemble;
mod check;
mod expression;
mod limit;
mod record;
mod score;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::calendar::WorkingDays;
use crate::diag::Diagnostic;
use crate::kinds::{Kind, Kinds};
use crate::model::{Catalog, Datum};
use crate::validate::Checked;

pub use check::Count;
pub use limit::{Limit, LimitState};
pub use score::{
    Card, Case, Criterion, Line, Measure, MeasureType, Part, Points, Prize, RankRule, Scheme, Schemes, Score, Standing,
};

/// Everything that the registers say.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    /// One for each section with records, in the order of the sections.
    pub books: Vec<Book>,
    /// The groups of all of them.
    pub groups: Vec<Group>,
    /// What follows from each record: parallel to `Catalog::registers`.
    pub derived: Vec<Derived>,
}

/// The records of one section.
#[derive(Clone, Debug)]
pub struct Book {
    /// Folder of the data section.
    pub section: String,
    /// The kind of its records.
    pub kind: Arc<Kind>,
    /// Its records in the order of the kind: indexes into `Catalog::registers`.
    pub records: Vec<usize>,
    /// Its groups: indexes into [`Registers::groups`].
    pub groups: Vec<usize>,
    /// Figures over all records, in the order of the kind; nothing where one cannot be computed.
    pub figures: Vec<Option<Datum>>,
    /// How many records satisfy each check that is counted.
    pub counts: Vec<Count>,
}

/// Records of a section that belong together.
#[derive(Clone, Debug)]
pub struct Group {
    /// Index into [`Registers::books`].
    pub book: usize,
    /// What they share, as published.
    pub name: String,
    /// Last part of the address.
    pub slug: String,
    /// The records in the order of the kind: indexes into `Catalog::registers`.
    pub records: Vec<usize>,
    /// What is said of the group as a whole, by column.
    pub shared: BTreeMap<String, Datum>,
    /// How many records satisfy each check that is counted.
    pub counts: Vec<Count>,
    /// What the unit has scored, where the group is one.
    pub score: Option<Score>,
}

/// What follows from a record.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    /// Last part of the address, where the record has a page.
    pub slug: String,
    /// Computed columns, by name.
    pub values: BTreeMap<String, Datum>,
    /// The limits that hold for it.
    pub limits: Vec<Limit>,
    /// Other records of its register that name it: indexes into `Catalog::registers`.
    pub named_by: Vec<usize>,
}

/// Puts the records of registers together, computes and checks.
#[must_use]
pub fn analyse(
    catalog: &Checked<Catalog>,
    kinds: &Kinds,
    schemes: &Schemes,
    days: &WorkingDays,
    as_of: Date,
) -> (Registers, Vec<Diagnostic>) {
    assemble::assemble(catalog.catalog(), kinds, schemes, days, as_of)
}

impl Registers {
    /// The register of a section.
    #[must_use]
    pub fn book(&self, section: &str) -> Option<&Book> {
        self.books.iter().find(|book| book.section == section)
    }
}
