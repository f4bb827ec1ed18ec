//! The data sections: sources → catalogue.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::content::{Content, DataSpec, Section, Tolerance};
use crate::diag::{Code, Diagnostic, Lang, Location, SourceProblem};
use crate::ingest::{self, Reader, Records, Sheet};
use crate::model::{Catalog, Provenance};
use crate::ranking::Library;
use crate::source::{self, Batch, Findings, Limits, Parsed, Table};
use crate::vfs::ProjectTree;

use super::{BuildError, BuildReport};

/// Reads every data section of the default language, in order of its folder.
pub(super) fn read(
    tree: &ProjectTree,
    content: &Content,
    lang: Lang,
    found: &mut Vec<Diagnostic>,
) -> Result<Catalog, BuildError> {
    let mut catalog = Catalog::default();
    for section in content.sections.iter().filter(|section| section.lang == lang) {
        if let Some(data) = &section.data {
            section_records(tree, section, data, &mut catalog, found)?;
        }
    }
    Ok(catalog)
}

fn section_records(
    tree: &ProjectTree,
    section: &Section,
    data: &DataSpec,
    catalog: &mut Catalog,
    found: &mut Vec<Diagnostic>,
) -> Result<(), BuildError> {
    let place = Location::file(section.path.as_str());
    let reader = match Reader::new(&data.kind, &data.layout, &data.columns, &place) {
        Ok(reader) => reader,
        Err(problems) => {
            found.extend(problems);
            return Ok(());
        }
    };
    let folder = Utf8Path::new("content").join(&section.folder);
    let (paths, problems) = source::select(&data.sources, &folder, tree);
    found.extend(problems);
    let mut sheets = Sheets::default();
    let mut batches = Vec::new();
    for path in paths {
        let provenance = catalog.provenances.len();
        catalog.provenances.push(provenance_of(section, data, &path));
        batches.extend(read_file(tree, &reader, &path, provenance, &mut sheets, found)?);
    }
    let (records, problems) = reader.gather(sheets.in_order(), batches);
    found.extend(problems);
    match records {
        Records::Procedures(records) => catalog.procedures.extend(records),
        Records::Offices(records) => catalog.offices.extend(records),
        Records::Officers(records) => catalog.officers.extend(records),
        Records::Rankings(records) => catalog.rankings.extend(records),
        Records::Statistics(records) => catalog.statistics.extend(records),
    }
    Ok(())
}

/// The indexes that the program knows, and those that the sections describe themselves.
pub(super) fn schemes(
    tree: &ProjectTree,
    content: &Content,
    lang: Lang,
    found: &mut Vec<Diagnostic>,
) -> Result<Library, BuildError> {
    let mut files = Vec::new();
    for section in content.sections.iter().filter(|section| section.lang == lang) {
        let Some(data) = section.data.as_ref().filter(|data| !data.schemes.is_empty()) else { continue };
        let folder = Utf8Path::new("content").join(&section.folder);
        let (paths, problems) = source::select(&data.schemes, &folder, tree);
        found.extend(problems);
        for path in paths {
            let bytes = tree.system().read(&path)?;
            match String::from_utf8(bytes) {
                Ok(text) => files.push((path.to_string(), text)),
                Err(_) => found.push(Diagnostic::new(SourceProblem::NotUtf8, Location::file(path))),
            }
        }
    }
    let (library, problems) = Library::with(&files);
    found.extend(problems);
    Ok(library)
}

fn provenance_of(section: &Section, data: &DataSpec, path: &Utf8Path) -> Provenance {
    Provenance {
        path: path.to_string(),
        section: section.folder.clone(),
        source: data.source.clone(),
        source_url: data.source_url.clone(),
        retrieved: data.retrieved,
        index: data.index.clone(),
        edition: data.edition.as_deref().and_then(ingest::parse_edition),
    }
}

/// The sheets met so far, in the order in which they were met.
#[derive(Default)]
struct Sheets {
    opened: Vec<Sheet>,
    by_name: BTreeMap<(Utf8PathBuf, Option<String>), usize>,
}

impl Sheets {
    /// The sheet of a table; its headings are resolved from the first batch.
    fn of(&mut self, reader: &Reader, table: &Table) -> usize {
        let name = (table.path.clone(), table.sheet.clone());
        *self.by_name.entry(name).or_insert_with(|| {
            self.opened.push(reader.open(table));
            self.opened.len() - 1
        })
    }

    fn in_order(&self) -> impl Iterator<Item = &Sheet> {
        self.opened.iter()
    }
}

/// Reads one file, a few batches at a time: parsed on all threads, opened in order, read on all threads.
fn read_file(
    tree: &ProjectTree,
    reader: &Reader,
    path: &Utf8Path,
    provenance: usize,
    sheets: &mut Sheets,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<ingest::Batch>, BuildError> {
    let mut batches = source::open(tree.system(), path, &Limits::default())?;
    let mut findings = Findings::new();
    let mut read = Vec::new();
    loop {
        let group: Vec<Batch> = batches.by_ref().take(2 * rayon::current_num_threads()).collect::<Result<_, _>>()?;
        if group.is_empty() {
            break;
        }
        let parsed: Vec<Parsed> = group.into_par_iter().map(Batch::parse).collect();
        let mut tables = Vec::new();
        for part in parsed {
            findings.absorb(part.findings);
            tables.extend(part.tables.into_iter().map(|table| (sheets.of(reader, &table), table)));
        }
        let sheets = &*sheets;
        read.par_extend(tables.into_par_iter().map(|(sheet, table)| sheets.opened[sheet].read(table, provenance)));
    }
    if read.is_empty() && !findings.has_errors() {
        findings.push(Diagnostic::new(SourceProblem::Empty, Location::file(path)));
    }
    found.extend(findings.into_diagnostics(path));
    Ok(read)
}

/// Which errors leave out a record instead of stopping the publication.
pub(super) struct Tolerated {
    folders: BTreeSet<String>,
}

impl Tolerated {
    /// The sections that say `tolerance = "publish"`.
    pub(super) fn of(content: &Content) -> Self {
        let tolerant =
            |section: &&Section| section.data.as_ref().is_some_and(|data| data.tolerance == Tolerance::Publish);
        Self {
            folders: content
                .sections
                .iter()
                .filter(tolerant)
                .map(|section| format!("content/{}", section.folder))
                .collect(),
        }
    }

    /// Whether this error is one of a single record of such a section.
    pub(super) fn covers(&self, diagnostic: &Diagnostic) -> bool {
        let of_a_record = matches!(
            diagnostic.code(),
            Code::Ck0401 | Code::Ck0402 | Code::Ck0501 | Code::Ck0503 | Code::Ck0504 | Code::Ck0507 | Code::Ck0508
        ) || (diagnostic.code() == Code::Ck0207 && diagnostic.location.line().is_some());
        let folder = diagnostic.location.path().and_then(Utf8Path::parent);
        of_a_record && folder.is_some_and(|folder| self.folders.contains(folder.as_str()))
    }
}

/// Enters the numbers of the records.
pub(super) fn count(catalog: &Catalog, report: &mut BuildReport) {
    report.records_by_kind = BTreeMap::from([
        ("procedures", catalog.procedures.len()),
        ("offices", catalog.offices.len()),
        ("officers", catalog.officers.len()),
        ("rankings", catalog.rankings.len()),
        ("statistics", catalog.statistics.len()),
    ]);
    report.records = report.records_by_kind.values().sum();
}
