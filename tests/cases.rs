//! Fixture cases of `ingest` and `validate`: `tests/cases/AREA/NAME/` holds a `spec.toml`, its input files, and
//! `expected.snap` with the diagnostics and the records that come out.
//!
//! A new case is a new folder; `INSTA_UPDATE=always cargo test --test cases` writes what it gives.

#![allow(clippy::disallowed_methods)] // `insta::glob!` looks for the folders of the cases on disk

#[path = "cases/dump.rs"]
mod dump;

use std::collections::BTreeMap;
use std::fmt::Write;

use camino::Utf8Path;
use congkhai::config::StatisticsConfig;
use congkhai::diag::{Diagnostic, Location, Severity};
use congkhai::ingest::{self, Reader, Records, Sheet};
use congkhai::kinds::Kinds;
use congkhai::model::{Catalog, Provenance};
use congkhai::ranking::{Library, Rankings};
use congkhai::source::{Limits, read_each};
use congkhai::statistics::analyse;
use congkhai::validate::{Contacts, validate};
use congkhai::vfs::{FileSystem, RealFiles};
use serde::Deserialize;

/// What a case reads. `[[source]]` tables stand for the data sections of a site.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spec {
    source: Vec<Source>,
    /// Whether the catalogue is also validated.
    #[serde(default)]
    validate: bool,
    /// The hotline of the unit's configuration.
    hotline: Option<String>,
    /// Files that describe indexes of the site's own.
    #[serde(default)]
    schemes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    file: String,
    #[serde(default = "procedures")]
    kind: String,
    #[serde(default = "auto")]
    layout: String,
    #[serde(default)]
    columns: BTreeMap<String, String>,
    index: Option<String>,
    edition: Option<String>,
}

fn procedures() -> String {
    "procedures".to_owned()
}

fn auto() -> String {
    "auto".to_owned()
}

#[test]
fn every_case_gives_what_it_gave() {
    insta::glob!("cases/*/*/spec.toml", |spec| {
        let folder = spec.parent().expect("a file stands in a folder");
        let outcome = run(Utf8Path::from_path(folder).expect("fixture paths are UTF-8"));
        let mut settings = insta::Settings::clone_current();
        settings.remove_snapshot_suffix();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_snapshot_path(folder);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("expected", outcome));
    });
}

fn run(folder: &Utf8Path) -> String {
    let files = RealFiles::new(folder).expect("the folder of a case can be read");
    let spec: Spec = toml::from_str(&text(&files, "spec.toml")).expect("the spec is valid");
    let mut catalog = Catalog::default();
    let mut found = Vec::new();
    for source in &spec.source {
        read_source(&files, source, &mut catalog, &mut found);
    }
    let schemes: Vec<(String, String)> = spec.schemes.iter().map(|path| (path.clone(), text(&files, path))).collect();
    let (library, problems) = Library::with(&schemes);
    found.extend(problems);
    let (rankings, problems) = Rankings::of(&catalog, &library);
    found.extend(problems);
    if !spec.validate {
        return report(&catalog, &rankings, &found);
    }
    let (checked, more) = validate(catalog, &Contacts { hotline: spec.hotline.as_deref() });
    found.extend(more);
    let (statistics, more) = analyse(&checked, &StatisticsConfig::default());
    found.extend(more);
    let bases = statistics.reports.iter().map(|one| format!("carry over: {:?}\n", one.carry_over));
    bases.collect::<String>() + &report(checked.catalog(), &rankings, &found)
}

fn text(files: &RealFiles, path: &str) -> String {
    String::from_utf8(files.read(Utf8Path::new(path)).expect("the file can be read")).expect("the file is UTF-8")
}

fn read_source(files: &RealFiles, source: &Source, catalog: &mut Catalog, found: &mut Vec<Diagnostic>) {
    let reader = match Reader::new(
        &source.kind,
        &source.layout,
        &source.columns,
        Kinds::built_in(),
        &Location::file("_index.md"),
    ) {
        Ok(reader) => reader,
        Err(problems) => return found.extend(problems),
    };
    let provenance = catalog.provenances.len();
    catalog.provenances.push(Provenance {
        path: source.file.clone(),
        index: source.index.clone(),
        edition: source.edition.as_deref().and_then(ingest::parse_edition),
        ..Provenance::default()
    });
    let mut tables = Vec::new();
    let problems =
        read_each(files, Utf8Path::new(&source.file), &Limits::default(), |table| table, |table| tables.push(table));
    found.extend(problems.expect("the input of a case can be read"));
    let sheets: Vec<Sheet> = tables.iter().map(|table| reader.open(table)).collect();
    let batches: Vec<_> = sheets.iter().zip(tables).map(|(sheet, table)| sheet.read(table, provenance)).collect();
    let (records, problems) = reader.gather(&sheets, batches);
    found.extend(problems);
    match records {
        Records::Procedures(records) => catalog.procedures.extend(records),
        Records::Offices(records) => catalog.offices.extend(records),
        Records::Officers(records) => catalog.officers.extend(records),
        Records::Rankings(records) => catalog.rankings.extend(records),
        Records::Statistics(records) => catalog.statistics.extend(records),
        Records::Registers(records) => catalog.registers.extend(records),
    }
}

fn report(catalog: &Catalog, rankings: &Rankings, found: &[Diagnostic]) -> String {
    let mut out = String::new();
    for diagnostic in found {
        let mark = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        write!(out, "{mark} {} {}", diagnostic.code(), diagnostic.location).expect("writing to a string");
        if let Some(value) = diagnostic.value.as_deref().filter(|value| !value.is_empty()) {
            write!(out, " {value:?}").expect("writing to a string");
        }
        out.push_str(&particulars(diagnostic));
        out.push('\n');
    }
    dump::catalog(catalog, &mut out);
    dump::rankings(rankings, &mut out);
    out
}

/// What a problem knows besides its code, such as the nearest known heading.
fn particulars(diagnostic: &Diagnostic) -> String {
    let problem = format!("{:?}", diagnostic.problem);
    let inner = problem.split_once(" { ").and_then(|(_, rest)| rest.rsplit_once(" }"));
    inner.map(|(inner, _)| format!(" ({inner})")).unwrap_or_default()
}
