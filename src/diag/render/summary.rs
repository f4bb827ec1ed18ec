//! How many of each, at the end of a build.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Diagnostic, Lang};
use crate::diag::number::grouped;
use crate::diag::{Code, Severity, Tally};

/// A table by code, gravest first, then the most frequent; and the sum of each severity. Empty without diagnostics.
#[must_use]
pub fn summary(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let mut counts: BTreeMap<(Severity, Code), usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        *counts.entry((diagnostic.severity, diagnostic.code())).or_default() += 1;
    }
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_by_key(|((severity, code), count)| (*severity, Reverse(*count), *code));
    let mut table = String::new();
    for ((severity, code), count) in rows {
        let (count, word) = (grouped(count, lang), severity.word(lang));
        // Writing to a String cannot fail.
        let _ = writeln!(table, "{count:>9}  {word:<8}  {code}  {}", code.title(lang));
    }
    if !table.is_empty() {
        let _ = writeln!(table, "{}", total(Tally::of(diagnostics), lang));
    }
    table
}

/// The closing line: `12 lỗi, 6.714 cảnh báo, 3 lưu ý`.
fn total(tally: Tally, lang: Lang) -> String {
    let parts = [(tally.errors, Severity::Error), (tally.warnings, Severity::Warning), (tally.notes, Severity::Note)];
    let parts: Vec<_> = parts
        .into_iter()
        .map(|(count, severity)| format!("{} {}", grouped(count, lang), severity.counted(count, lang)))
        .collect();
    parts.join(", ")
}
