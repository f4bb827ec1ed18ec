//! Which files of a section are its sources.

use std::collections::BTreeSet;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use globset::{GlobBuilder, GlobMatcher};
use unicode_normalization::UnicodeNormalization;

use crate::diag::{Diagnostic, Location, SourceProblem};
use crate::vfs::ProjectTree;

/// Finds the files that a data section names in `sources`.
///
/// Patterns are relative to the section's folder and cannot leave it: `..` and absolute paths match nothing. `*` and
/// `?` stay within a folder, `**/` crosses folders, `{a,b}` chooses; a backslash is a slash, as on Windows. Letters
/// are compared composed, because macOS stores file names decomposed. Markdown files are pages, never sources.
///
/// The files come sorted and without repetition. A pattern without a file is reported at the section's `_index.md`.
#[must_use]
pub fn select(patterns: &[String], folder: &Utf8Path, tree: &ProjectTree) -> (Vec<Utf8PathBuf>, Vec<Diagnostic>) {
    let candidates: Vec<(String, &Utf8PathBuf)> = tree
        .below(folder)
        .iter()
        .filter(|file| !file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md")))
        .filter_map(|file| Some((composed(file.strip_prefix(folder).ok()?.as_str()), file)))
        .collect();
    let mut files = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for pattern in patterns {
        let matcher = matcher(pattern);
        let matches = |name: &str| matcher.as_ref().is_some_and(|matcher| matcher.is_match(name));
        let mut found = candidates.iter().filter(|(name, _)| matches(name)).map(|(_, file)| *file).peekable();
        if found.peek().is_none() {
            let problem = SourceProblem::NotFound { pattern: pattern.clone() };
            diagnostics.push(Diagnostic::new(problem, Location::file(folder.join("_index.md"))));
        }
        files.extend(found);
    }
    (files.into_iter().cloned().collect(), diagnostics)
}

/// The pattern ready to match; nothing when it leaves the folder or is not a pattern.
fn matcher(pattern: &str) -> Option<GlobMatcher> {
    let pattern = composed(pattern.trim()).replace('\\', "/");
    let inside = |part: Utf8Component<'_>| matches!(part, Utf8Component::Normal(_) | Utf8Component::CurDir);
    let path = Utf8Path::new(&pattern);
    if pattern.is_empty() || has_drive(&pattern) || !path.components().all(inside) {
        return None;
    }
    let pattern = pattern.trim_start_matches("./");
    let glob = GlobBuilder::new(pattern).literal_separator(true).backslash_escape(false).build().ok()?;
    Some(glob.compile_matcher())
}

/// Whether a path begins with a drive of Windows, such as `C:`.
fn has_drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

fn composed(name: &str) -> String {
    name.nfc().collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diag::Problem;
    use crate::vfs::MemoryFiles;

    fn tree() -> ProjectTree {
        let files = MemoryFiles::new()
            .with("content/thu-tuc/_index.md", "")
            .with("content/thu-tuc/danh-muc-1.xlsx", "")
            .with("content/thu-tuc/danh-muc-2.xlsx", "")
            .with("content/thu-tuc/nam/2026/so.csv", "")
            .with("content/thu-tuc/So\u{302}\u{309}.csv", "")
            .with("content/khac/so.csv", "");
        ProjectTree::scan(Arc::new(files)).unwrap().0
    }

    fn found(patterns: &[&str]) -> (Vec<String>, Vec<String>) {
        let patterns: Vec<_> = patterns.iter().map(|pattern| (*pattern).to_owned()).collect();
        let (files, diagnostics) = select(&patterns, "content/thu-tuc".into(), &tree());
        let missed = diagnostics.into_iter().map(|diagnostic| match diagnostic.problem {
            Problem::Source(SourceProblem::NotFound { pattern }) => pattern,
            other => panic!("{other:?}"),
        });
        let below = |file: Utf8PathBuf| file.strip_prefix("content/thu-tuc").unwrap().to_string();
        (files.into_iter().map(below).collect(), missed.collect())
    }

    #[test]
    fn files_are_sorted_and_named_once() {
        let expected = ["danh-muc-1.xlsx", "danh-muc-2.xlsx"].map(str::to_owned).to_vec();
        assert_eq!(found(&["danh-muc-2.xlsx", "danh-muc*.xlsx", "./danh-muc-?.xlsx"]), (expected, vec![]));
    }

    #[test]
    fn a_star_stays_in_its_folder_and_two_cross_folders() {
        assert_eq!(found(&["*.csv"]).0, ["So\u{302}\u{309}.csv"]);
        assert_eq!(found(&["**/so.csv", "nam\\2026\\*.csv"]).0, ["nam/2026/so.csv"]);
    }

    #[test]
    fn composed_patterns_find_decomposed_names() {
        assert_eq!(found(&["Sổ.csv"]).0.len(), 1);
    }

    #[test]
    fn a_pattern_cannot_leave_the_folder() {
        let outside =
            ["../khac/so.csv", "nam/../../khac/so.csv", "/etc/passwd", "C:\\so.csv", "..\\khac\\so.csv", "", "["];
        let (files, missed) = found(&outside);
        assert!(files.is_empty(), "{files:?}");
        assert_eq!(missed, outside);
    }

    #[test]
    fn pages_are_not_sources() {
        assert_eq!(found(&["*"]).0.len(), 3);
        assert_eq!(found(&["_index.md"]).1, ["_index.md"]);
    }
}
