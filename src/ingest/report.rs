//! The diagnostics of one batch, and the places they point to.

use std::collections::HashSet;

use crate::diag::{Code, Diagnostic, Problem, ValueProblem};
use crate::source::{Origin, Table};

/// A place in the table: where a value stood, and under which heading.
#[derive(Clone, Debug)]
pub(super) struct Spot<'a> {
    pub(super) origin: Origin,
    pub(super) heading: Option<&'a str>,
}

/// Collects the diagnostics of one batch.
pub(super) struct Report<'a> {
    table: &'a Table,
    diagnostics: Vec<Diagnostic>,
    /// What was already said about the present record, so that three channels with one fault are one diagnostic.
    said: HashSet<(Code, String)>,
}

impl<'a> Report<'a> {
    /// A report on a table; its rows may already be taken out.
    pub(super) fn on(table: &'a Table) -> Self {
        Self { table, diagnostics: Vec::new(), said: HashSet::new() }
    }

    /// Begins a new record.
    pub(super) fn next_record(&mut self) {
        self.said.clear();
    }

    /// Reports a problem at a place, with the value that caused it, once for each record.
    pub(super) fn add(&mut self, spot: &Spot<'_>, problem: impl Into<Problem>, value: &str) {
        let problem = problem.into();
        if self.said.insert((problem.code(), value.to_owned())) {
            let location = self.table.locate(&spot.origin, spot.heading);
            self.diagnostics.push(Diagnostic::new(problem, location).with_value(value));
        }
    }

    /// Reports text that does not follow its form.
    pub(super) fn unparsed(&mut self, spot: &Spot<'_>, value: &str) {
        self.add(spot, ValueProblem::Unparsed, value);
    }

    /// Where a place is, for a record.
    pub(super) fn locate(&self, spot: &Spot<'_>) -> crate::diag::Location {
        self.table.locate(&spot.origin, spot.heading)
    }

    pub(super) fn finish(self) -> Vec<Diagnostic> {
        self.diagnostics
    }
}
