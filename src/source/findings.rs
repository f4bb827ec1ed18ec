//! The problems of one file, collected in order and kept within bounds.

use std::collections::BTreeMap;

use camino::Utf8Path;

use crate::diag::{Code, Diagnostic, Location, Problem, SourceProblem};

/// How many problems of one code are kept in detail for one file. A binary file named `.jsonl` would otherwise give
/// one diagnostic for each of its lines.
const KEPT: usize = 100;

/// How many cells in a legacy charset are kept in detail: where there is one, the whole file is written so.
const KEPT_LEGACY: usize = 20;

/// Problems of one file or of a part of it. The first hundred of each code are kept with their places (twenty for old
/// charsets); of the others one diagnostic remains, at the file, whose value is their number (`+117`).
#[derive(Debug, Default)]
pub struct Findings {
    kept: Vec<Diagnostic>,
    counts: BTreeMap<Code, Count>,
    decomposed: usize,
    controls: usize,
}

/// How often a code was met.
#[derive(Debug, Default)]
struct Count {
    kept: usize,
    beyond: usize,
    /// One of the problems that were not kept.
    example: Option<Problem>,
}

impl Findings {
    /// Nothing found yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let code = diagnostic.code();
        let count = self.counts.entry(code).or_default();
        if count.kept < Self::limit(code) {
            count.kept += 1;
            self.kept.push(diagnostic);
        } else {
            count.beyond += 1;
            count.example = Some(diagnostic.problem);
        }
    }

    /// Adds what was found in a later part of the same file.
    pub fn absorb(&mut self, later: Self) {
        for diagnostic in later.kept {
            self.push(diagnostic);
        }
        for (code, count) in later.counts {
            let own = self.counts.entry(code).or_default();
            own.beyond += count.beyond;
            own.example = own.example.take().or(count.example);
        }
        self.decomposed += later.decomposed;
        self.controls += later.controls;
    }

    /// Counts a cell whose letters were decomposed.
    pub(super) fn count_decomposed(&mut self) {
        self.decomposed += 1;
    }

    /// Counts a cell that held invisible characters.
    pub(super) fn count_controls(&mut self) {
        self.controls += 1;
    }

    /// Whether anything makes the file as a whole unfit, or a part of it lost.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.kept.iter().any(|diagnostic| diagnostic.severity == crate::diag::Severity::Error)
    }

    /// The diagnostics of the whole file: first those with a place, then the summaries.
    #[must_use]
    pub fn into_diagnostics(self, path: &Utf8Path) -> Vec<Diagnostic> {
        let mut diagnostics = self.kept;
        for count in self.counts.into_values() {
            if let Some(example) = count.example {
                let summary = Diagnostic::new(example, Location::file(path));
                diagnostics.push(summary.with_value(&format!("+{}", count.beyond)));
            }
        }
        let mut note = |problem, cells: usize| {
            if cells > 0 {
                diagnostics.push(Diagnostic::new(problem, Location::file(path)));
            }
        };
        note(SourceProblem::Decomposed { cells: self.decomposed }, self.decomposed);
        note(SourceProblem::ControlCharacters { cells: self.controls }, self.controls);
        diagnostics
    }

    const fn limit(code: Code) -> usize {
        match code {
            Code::Ck0210 => KEPT_LEGACY,
            _ => KEPT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn not_utf8(line: u32) -> Diagnostic {
        Diagnostic::new(SourceProblem::NotUtf8, Location::text("so.csv", line, 1))
    }

    #[test]
    fn a_flood_of_one_problem_is_cut_and_counted_over_all_parts() {
        let mut whole = Findings::new();
        for part in 0..3 {
            let mut findings = Findings::new();
            (1..=150).for_each(|line| findings.push(not_utf8(part * 150 + line)));
            whole.absorb(findings);
        }
        let diagnostics = whole.into_diagnostics("so.csv".into());
        assert_eq!(diagnostics.len(), KEPT + 1);
        assert_eq!(diagnostics[KEPT].value.as_deref(), Some("+350"));
        assert_eq!(diagnostics[KEPT].location, Location::file("so.csv"));
        assert_eq!(diagnostics[0].location.line(), Some(1));
    }

    #[test]
    fn notes_about_characters_come_once_a_file() {
        let mut whole = Findings::new();
        for _ in 0..2 {
            let mut part = Findings::new();
            part.count_decomposed();
            part.count_controls();
            whole.absorb(part);
        }
        let problems: Vec<_> = whole.into_diagnostics("so.csv".into()).into_iter().map(|found| found.problem).collect();
        let expected = [
            Problem::Source(SourceProblem::Decomposed { cells: 2 }),
            Problem::Source(SourceProblem::ControlCharacters { cells: 2 }),
        ];
        assert_eq!(problems, expected);
    }
}
