//! What a build did, in numbers.

use std::collections::BTreeMap;
use std::time::Instant;

use serde::Serialize;

use crate::diag::{Diagnostic, Tally};

use super::{Progress, Stage};

/// What a build did, in numbers; `--report` writes it as JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct BuildReport {
    /// Records in the catalogue.
    pub records: usize,
    /// The same by kind.
    pub records_by_kind: BTreeMap<String, usize>,
    /// Pages planned.
    pub pages: usize,
    /// Pages taken over from the previous publication because nothing they are made of changed.
    pub reused: usize,
    /// Files in the publication.
    pub files: usize,
    /// Files that are new or differ from the previous publication.
    pub changed: usize,
    /// Files of the previous publication that are gone.
    pub removed: usize,
    /// Number of errors.
    pub errors: usize,
    /// Number of warnings.
    pub warnings: usize,
    /// Number of notes.
    pub notes: usize,
    /// Number of diagnostics by code.
    pub codes: BTreeMap<String, usize>,
    /// Whether the site was published.
    pub published: bool,
    /// Seconds by stage, and `total`.
    pub seconds: BTreeMap<&'static str, f64>,
}

impl BuildReport {
    /// Enters the numbers of the diagnostics.
    pub(super) fn tally(&mut self, diagnostics: &[Diagnostic]) {
        let tally = Tally::of(diagnostics);
        (self.errors, self.warnings, self.notes) = (tally.errors, tally.warnings, tally.notes);
        self.codes.clear();
        for diagnostic in diagnostics {
            *self.codes.entry(diagnostic.code().to_string()).or_default() += 1;
        }
    }
}

/// Measures the stages and tells the progress display of them.
pub(super) struct Clock<'a> {
    progress: &'a dyn Progress,
    started: Instant,
    current: Option<(Stage, Instant)>,
    seconds: BTreeMap<&'static str, f64>,
}

impl<'a> Clock<'a> {
    pub(super) fn new(progress: &'a dyn Progress) -> Self {
        Self { progress, started: Instant::now(), current: None, seconds: BTreeMap::new() }
    }

    /// Ends the current stage and begins another.
    pub(super) fn begin(&mut self, stage: Stage, steps: Option<u64>) {
        self.end();
        self.progress.begin(stage, steps);
        self.current = Some((stage, Instant::now()));
    }

    /// Seconds by stage, and `total`.
    pub(super) fn finish(mut self) -> BTreeMap<&'static str, f64> {
        self.end();
        self.seconds.insert("total", rounded(self.started.elapsed().as_secs_f64()));
        self.seconds
    }

    fn end(&mut self) {
        if let Some((stage, since)) = self.current.take() {
            self.seconds.insert(stage.key(), rounded(since.elapsed().as_secs_f64()));
        }
    }
}

fn rounded(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}
