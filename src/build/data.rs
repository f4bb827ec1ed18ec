//! The data sections: sources → catalogue.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::calendar::WorkingDays;
use crate::content::{Content, DataSpec, Section, Tolerance};
use crate::diag::{Code, Diagnostic, Lang, Location, RegisterProblem, SourceProblem};
use crate::ingest::{self, Reader, Records, Sheet};
use crate::kinds::Kinds;
use crate::model::{Catalog, Provenance};
use crate::ranking::Library;
use crate::registers::Schemes;
use crate::source::{self, Batch, Findings, Limits, Parsed, Table};
use crate::validate::guard;
use crate::vfs::ProjectTree;

use super::{BuildError, BuildReport};

/// What the data sections hold.
#[derive(Default)]
pub(super) struct Harvest {
    /// The records.
    pub(super) catalog: Catalog,
    /// What the guard of personal data saw in their cells.
    pub(super) seen: Vec<guard::Found>,
}

/// Reads every data section of the default language, in order of its folder.
pub(super) fn read(
    tree: &ProjectTree,
    content: &Content,
    kinds: &Kinds,
    lang: Lang,
    found: &mut Vec<Diagnostic>,
) -> Result<Harvest, BuildError> {
    let mut harvest = Harvest::default();
    for section in content.sections.iter().filter(|section| section.lang == lang) {
        if let Some(data) = &section.data {
            section_records(tree, section, data, kinds, &mut harvest, found)?;
        }
    }
    Ok(harvest)
}

fn section_records(
    tree: &ProjectTree,
    section: &Section,
    data: &DataSpec,
    kinds: &Kinds,
    harvest: &mut Harvest,
    found: &mut Vec<Diagnostic>,
) -> Result<(), BuildError> {
    let place = Location::file(section.path.as_str());
    let reader = match Reader::new(&data.kind, &data.layout, &data.columns, kinds, &place) {
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
    let Harvest { catalog, seen } = harvest;
    for path in paths {
        let provenance = catalog.provenances.len();
        catalog.provenances.push(provenance_of(section, data, &path));
        for looked in read_file(tree, &reader, &path, provenance, &mut sheets, found)? {
            batches.push(looked.batch);
            seen.extend(looked.seen);
        }
    }
    catalog.sheets.extend(sheets.in_order().map(Sheet::columns));
    let (records, problems) = reader.gather(sheets.in_order(), batches);
    found.extend(problems);
    match records {
        Records::Procedures(records) => catalog.procedures.extend(records),
        Records::Offices(records) => catalog.offices.extend(records),
        Records::Officers(records) => catalog.officers.extend(records),
        Records::Rankings(records) => catalog.rankings.extend(records),
        Records::Statistics(records) => catalog.statistics.extend(records),
        Records::Registers(records) => catalog.registers.extend(records),
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
    let files = descriptions(tree, content, lang, |kind| kind == "rankings", found)?;
    let (library, problems) = Library::with(&files);
    found.extend(problems);
    Ok(library)
}

/// The kinds of registers that the program knows, and those that the sections describe or complete themselves.
pub(super) fn kinds(
    tree: &ProjectTree,
    content: &Content,
    lang: Lang,
    found: &mut Vec<Diagnostic>,
) -> Result<Kinds, BuildError> {
    let files = descriptions(tree, content, lang, |kind| !["rankings", SCORES].contains(&kind), found)?;
    let (kinds, problems) = Kinds::built_in().with(&files);
    found.extend(problems);
    Ok(kinds)
}

/// The schemes of scores that the sections describe.
pub(super) fn scores(
    tree: &ProjectTree,
    content: &Content,
    lang: Lang,
    found: &mut Vec<Diagnostic>,
) -> Result<Schemes, BuildError> {
    let files = descriptions(tree, content, lang, |kind| kind == SCORES, found)?;
    let (schemes, problems) = Schemes::read(&files);
    found.extend(problems);
    Ok(schemes)
}

/// The kind of register whose `schemes` are schemes of scores.
const SCORES: &str = "rubrics";

/// The files that sections of some kinds name under `schemes`: path and text.
fn descriptions(
    tree: &ProjectTree,
    content: &Content,
    lang: Lang,
    of: impl Fn(&str) -> bool,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<(String, String)>, BuildError> {
    let mut files = Vec::new();
    for section in content.sections.iter().filter(|section| section.lang == lang) {
        let data = section.data.as_ref().filter(|data| !data.schemes.is_empty() && of(&data.kind));
        let Some(data) = data else { continue };
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
    Ok(files)
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

/// A batch of records, and what the guard saw in its cells.
struct Looked {
    batch: ingest::Batch,
    seen: Vec<guard::Found>,
}

/// Reads one file, a few batches at a time: parsed on all threads, opened in order, read on all threads.
fn read_file(
    tree: &ProjectTree,
    reader: &Reader,
    path: &Utf8Path,
    provenance: usize,
    sheets: &mut Sheets,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<Looked>, BuildError> {
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
        read.par_extend(tables.into_par_iter().map(|(sheet, table)| {
            let sheet = &sheets.opened[sheet];
            let seen = guard::table(&table, &sheet.published(&table));
            Looked { batch: sheet.read(table, provenance), seen }
        }));
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
            Code::Ck0401
                | Code::Ck0402
                | Code::Ck0501
                | Code::Ck0503
                | Code::Ck0504
                | Code::Ck0507
                | Code::Ck0508
                | Code::Ck0528
        ) || (diagnostic.code() == Code::Ck0207 && diagnostic.location.line().is_some());
        let folder = diagnostic.location.path().and_then(Utf8Path::parent);
        of_a_record && folder.is_some_and(|folder| self.folders.contains(folder.as_str()))
    }
}

/// Enters the numbers of the records.
pub(super) fn count(catalog: &Catalog, report: &mut BuildReport) {
    report.records_by_kind = BTreeMap::from([
        ("procedures".to_owned(), catalog.procedures.len()),
        ("offices".to_owned(), catalog.offices.len()),
        ("officers".to_owned(), catalog.officers.len()),
        ("rankings".to_owned(), catalog.rankings.len()),
        ("statistics".to_owned(), catalog.statistics.len()),
    ]);
    for sourced in &catalog.registers {
        *report.records_by_kind.entry(sourced.record.kind.clone()).or_default() += 1;
    }
    report.records = report.records_by_kind.values().sum();
}

/// Where a site lists holidays that the program does not know yet.
pub(super) const HOLIDAYS: &str = "content/ngay-nghi.toml";

/// The working days that the program knows, and those of the site's own list.
pub(super) fn working_days(tree: &ProjectTree, found: &mut Vec<Diagnostic>) -> Result<WorkingDays, BuildError> {
    let known = WorkingDays::built_in().clone();
    let path = Utf8Path::new(HOLIDAYS);
    if !tree.contains(path) {
        return Ok(known);
    }
    let text = String::from_utf8_lossy(&tree.system().read(path)?).into_owned();
    Ok(match WorkingDays::parse(&text) {
        Ok(own) => known.and(own),
        Err(detail) => {
            found.push(Diagnostic::new(RegisterProblem::BadFile { detail }, Location::file(path)));
            known
        }
    })
}
