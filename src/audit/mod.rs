//! Which disclosure criteria a site meets, and by which page and record.
//!
//! Comes in: the checked catalogue, the plan, the configuration and what was measured on rendered pages, as
//! [`Facts`]; a day and a level of government. Goes out: an [`AuditReport`] with a result, evidence and missing cells
//! for every criterion, and diagnostics. Refuses to know: how a page looks, and what the law means beyond the data
//! files `criteria/*.toml`.
//!
//! Criteria are data: statement, sources with the tag of their verification, days in force, the kind of record that
//! is looked at and rules over it. A site of 2019 is judged by the rules of 2019. What no program can see needs
//! somebody who vouches for it, with a name and a day.

mod attestation;
mod criterion;
mod evaluate;
mod facts;
mod json;
mod page;
mod place;
mod report;
mod rules;
#[cfg(test)]
mod tests;

pub use criterion::{
    Bilingual, Check, Criterion, Document, Group, Level, Points, Quantifier, Source, Span, Tag, Vouching, criteria,
};
pub use evaluate::{Question, audit};
pub use facts::{Facts, Material, Records, Subject};
pub use page::{PageFacts, PrintFacts, measure, measure_print};
pub use place::CellToFill;
pub use report::{AuditReport, Finding, Missing, Reached, Reason, Status, Summary};
