//! The list of every system that the seeds name: each is served by a kind that exists and a page that the sample has.

#![allow(clippy::disallowed_methods, reason = "tests run the real program on real files")]

mod common;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use congkhai::kinds::{Kinds, RESERVED};
use serde::Deserialize;

/// How many rows the list has.
const ROWS: u32 = 104;

/// Pages that are made of everything, and belong to no kind of record.
const MADE_OF_ALL: [&str; 3] = ["audit", "changes", "content"];

/// Pages of parts of the program that may be built without them.
const OPTIONAL: [&str; 0] = [];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    rows: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    n: u32,
    what: String,
    kind: String,
    page: String,
    #[serde(default)]
    why: String,
}

fn rows() -> Vec<Row> {
    let list: List = toml::from_str(include_str!("systems.toml")).expect("the list is readable");
    list.rows
}

#[test]
fn every_row_stands_once_and_in_order() {
    let numbers: Vec<u32> = rows().iter().map(|row| row.n).collect();
    assert_eq!(numbers, (1..=ROWS).collect::<Vec<_>>());
}

#[test]
fn every_row_has_words_a_kind_and_a_page() {
    for row in rows() {
        let is_kind = Kinds::built_in().get(&row.kind).is_some();
        let is_known = is_kind || RESERVED.contains(&row.kind.as_str()) || MADE_OF_ALL.contains(&row.kind.as_str());
        assert!(is_known, "{}: {}", row.n, row.kind);
        assert!(row.what.chars().count() > 5 && row.page.ends_with('/'), "{}", row.n);
        assert!(row.why.is_empty() || row.why.chars().count() > 15, "{}: {}", row.n, row.why);
    }
}

#[test]
fn every_kind_serves_some_row() {
    let used: BTreeSet<String> = rows().into_iter().map(|row| row.kind).collect();
    // Three more kinds serve citizens without being named by a seed; one serves the page of the audit.
    let others = ["attestations", "events", "notices", "reception"];
    let unused: Vec<&str> = Kinds::built_in()
        .iter()
        .map(|kind| kind.id.as_str())
        .filter(|id| !used.contains(*id) && !others.contains(id))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_page_stands_in_the_sample() {
    let output = tempfile::tempdir().expect("a temporary folder");
    let built = Command::new(env!("CARGO_BIN_EXE_congkhai"))
        .args(["build", "--quiet", "--root", env!("CARGO_MANIFEST_DIR"), "--as-of", "2026-11-20", "--output-dir"])
        .arg(output.path())
        .arg("--force")
        .output()
        .expect("the program runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let exists = |page: &str| output.path().join(page).join("index.html").exists();
    let missing: Vec<String> = rows()
        .into_iter()
        .filter(|row| !exists(&row.page) && !OPTIONAL.contains(&row.page.as_str()))
        .map(|row| format!("{}: {}", row.n, row.page))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(!Path::new(&output.path().join("ho-so/000.00.99.h99-261116-0003")).exists(), "no dossier has a page");
}
