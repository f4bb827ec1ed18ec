//! Tables → records, in batches.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::diag::{Code, ColumnProblem, Diagnostic, Location, Problem};
use crate::model::{Office, Officer, Procedure, RankedUnit, Sourced, StatisticsRow};
use crate::source::{Row, Table};

use super::column::{Schema, Shape};
use super::layout::Layout;
use super::mapping::{Mapping, Overrides, overrides};
use super::record::Record;
use super::report::Report;
use super::statistics::{self, Head};
use super::{office, officer, procedure, ranking};

/// A kind of record that this module reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Administrative procedures.
    Procedures,
    /// Offices and reception points.
    Offices,
    /// Officers.
    Officers,
    /// Rows of index rankings.
    Rankings,
    /// Processing reports.
    Statistics,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Procedures, Self::Offices, Self::Officers, Self::Rankings, Self::Statistics];

    /// The name in `[data] kind = "…"`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Procedures => "procedures",
            Self::Offices => "offices",
            Self::Officers => "officers",
            Self::Rankings => "rankings",
            Self::Statistics => "statistics",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name.trim())
    }

    const fn shape(self) -> Shape {
        match self {
            Self::Procedures => Shape::Procedures,
            Self::Offices => Shape::Offices,
            Self::Officers => Shape::Officers,
            Self::Rankings => Shape::Rankings,
            Self::Statistics => Shape::Statistics,
        }
    }
}

/// Records of one kind, in the order of their source.
#[derive(Clone, Debug, PartialEq)]
pub enum Records {
    /// Procedures.
    Procedures(Vec<Sourced<Procedure>>),
    /// Offices.
    Offices(Vec<Sourced<Office>>),
    /// Officers.
    Officers(Vec<Sourced<Officer>>),
    /// Rows of index rankings.
    Rankings(Vec<Sourced<RankedUnit>>),
    /// Rows of processing reports.
    Statistics(Vec<Sourced<StatisticsRow>>),
}

impl Records {
    /// No records of a kind.
    #[must_use]
    pub const fn none(kind: Kind) -> Self {
        match kind {
            Kind::Procedures => Self::Procedures(Vec::new()),
            Kind::Offices => Self::Offices(Vec::new()),
            Kind::Officers => Self::Officers(Vec::new()),
            Kind::Rankings => Self::Rankings(Vec::new()),
            Kind::Statistics => Self::Statistics(Vec::new()),
        }
    }

    /// How many.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self {
            Self::Procedures(records) => records.len(),
            Self::Offices(records) => records.len(),
            Self::Officers(records) => records.len(),
            Self::Rankings(records) => records.len(),
            Self::Statistics(records) => records.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds the records of another batch of the same kind; those of another kind are left where they are.
    fn append(&mut self, other: Self) {
        match (self, other) {
            (Self::Procedures(all), Self::Procedures(more)) => all.extend(more),
            (Self::Offices(all), Self::Offices(more)) => all.extend(more),
            (Self::Officers(all), Self::Officers(more)) => all.extend(more),
            (Self::Rankings(all), Self::Rankings(more)) => all.extend(more),
            (Self::Statistics(all), Self::Statistics(more)) => all.extend(more),
            (
                Self::Procedures(_) | Self::Offices(_) | Self::Officers(_) | Self::Rankings(_) | Self::Statistics(_),
                _,
            ) => {}
        }
    }
}

/// Reads the sources of one data section.
#[derive(Clone, Debug)]
pub struct Reader {
    kind: Kind,
    /// `None` recognises the layout of each source by itself.
    layout: Option<Layout>,
    overrides: Arc<Overrides>,
    at: Location,
}

impl Reader {
    /// A reader for what `[data]` says: `kind`, `layout` (or `auto`) and `columns` (heading in the file → column id).
    ///
    /// `at` is the place of `[data]`, for its own problems.
    ///
    /// # Errors
    /// CK0305, CK0306 and CK0308: names that do not exist. Nothing can be read then.
    pub fn new(
        kind: &str,
        layout: &str,
        columns: &BTreeMap<String, String>,
        at: &Location,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Vec::new();
        let kind_found = Kind::parse(kind);
        if kind_found.is_none() {
            let known = Kind::ALL.map(Kind::name).join(", ");
            problems.push(ColumnProblem::UnknownKind { kind: kind.to_owned(), known });
        }
        let layout_found = Layout::parse(layout);
        if layout_found.is_none() && layout.trim() != "auto" {
            let known = format!("auto, {}", Layout::ALL.map(Layout::name).join(", "));
            problems.push(ColumnProblem::UnknownLayout { layout: layout.to_owned(), known });
        }
        let mut overrides_found = Overrides::new();
        if let Some(kind) = kind_found {
            let (found, unknown) = overrides(Schema::of(kind.shape()), columns);
            overrides_found = found;
            problems.extend(unknown);
        }
        match kind_found {
            Some(kind) if problems.is_empty() => {
                Ok(Self { kind, layout: layout_found, overrides: Arc::new(overrides_found), at: at.clone() })
            }
            _ => Err(problems.into_iter().map(|problem| Diagnostic::new(problem, at.clone())).collect()),
        }
    }

    /// The kind of record.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Resolves the headings of a sheet or file from its first batch.
    #[must_use]
    pub fn open(&self, first: &Table) -> Sheet {
        let resolved = match self.kind {
            Kind::Statistics => statistics::open(&self.overrides, first),
            _ => Mapping::resolve(Schema::of(self.kind.shape()), &self.overrides, first)
                .map(|(mapping, found)| (mapping, found, Head::default())),
        };
        let (mapping, problems, head) = match resolved {
            Some((mapping, problems, head)) => (Some(mapping), problems, head),
            None => (None, Vec::new(), Head::default()),
        };
        let recognised = match self.kind {
            Kind::Statistics => Some(if head.is_empty() { Layout::Own } else { Layout::ProcessingReport }),
            _ => mapping.as_ref().map(|mapping| Layout::recognise(mapping, first)),
        };
        Sheet {
            kind: self.kind,
            layout: self.layout.or(recognised).unwrap_or(Layout::Own),
            overrides: Arc::clone(&self.overrides),
            path: first.path.clone(),
            name: first.sheet.clone(),
            mapping,
            head,
            problems,
        }
    }

    /// Puts the batches of all sheets together, in the order given, with the problems of their headings first.
    ///
    /// A sheet without headings is a problem only where no other sheet of its workbook has them: instructions and
    /// lists stand on sheets of their own. A heading is reported once for each file.
    #[must_use]
    pub fn gather<'s>(
        &self,
        sheets: impl IntoIterator<Item = &'s Sheet>,
        batches: impl IntoIterator<Item = Batch>,
    ) -> (Records, Vec<Diagnostic>) {
        let sheets: Vec<&Sheet> = sheets.into_iter().collect();
        let mut diagnostics = self.heading_problems(&sheets);
        let mut records = Records::none(self.kind);
        for batch in batches {
            records.append(batch.records);
            diagnostics.extend(batch.diagnostics);
        }
        (records, without_repetition(diagnostics))
    }

    fn heading_problems(&self, sheets: &[&Sheet]) -> Vec<Diagnostic> {
        let read: HashSet<&Utf8PathBuf> =
            sheets.iter().filter(|sheet| sheet.mapping.is_some()).map(|sheet| &sheet.path).collect();
        let mut diagnostics = Vec::new();
        for sheet in sheets {
            diagnostics.extend(sheet.problems.iter().cloned());
            if sheet.mapping.is_none() && !read.contains(&sheet.path) {
                diagnostics.push(Diagnostic::new(ColumnProblem::NoHeader, sheet.location()));
            }
        }
        let matched: BTreeSet<&String> =
            sheets.iter().filter_map(|sheet| sheet.mapping.as_ref()).flat_map(|mapping| &mapping.matched).collect();
        for (_, (_, heading, _)) in self.overrides.iter().filter(|(key, _)| !matched.contains(key)) {
            let problem = ColumnProblem::UnmatchedMapping { heading: heading.clone() };
            diagnostics.push(Diagnostic::new(problem, self.at.clone()));
        }
        diagnostics
    }
}

/// Keeps the first diagnostic of each heading of a file; batches of one file meet the same headings.
fn without_repetition(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut said: HashSet<(Code, String, Option<String>)> = HashSet::new();
    diagnostics.retain(|found| match &found.problem {
        Problem::Column(problem) => {
            let path = found.location.path().map(|path| path.to_string());
            said.insert((found.code(), format!("{problem:?}"), path))
        }
        _ => true,
    });
    diagnostics
}

/// One sheet or file whose headings are resolved; reads its batches on any thread.
#[derive(Debug)]
pub struct Sheet {
    kind: Kind,
    layout: Layout,
    overrides: Arc<Overrides>,
    path: Utf8PathBuf,
    name: Option<String>,
    mapping: Option<Mapping>,
    /// What stands above the table, for processing reports.
    head: Head,
    problems: Vec<Diagnostic>,
}

/// The records and diagnostics of one batch of rows.
#[derive(Debug)]
pub struct Batch {
    /// The records, in the order of the rows.
    pub records: Records,
    /// What was found in these rows.
    pub diagnostics: Vec<Diagnostic>,
}

impl Sheet {
    /// The layout that the cells are read by.
    #[must_use]
    pub const fn layout(&self) -> Layout {
        self.layout
    }

    /// Whether the headings were found and every mandatory column is there.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        self.mapping.as_ref().is_some_and(Mapping::is_complete)
    }

    fn location(&self) -> Location {
        match &self.name {
            Some(sheet) => {
                Location::Cell { path: self.path.clone(), sheet: sheet.clone(), row: 1, column: 1, header: None }
            }
            None => Location::file(self.path.clone()),
        }
    }

    /// Reads a batch of rows; `provenance` is its index in [`crate::model::Catalog::provenances`].
    ///
    /// Pure: depends on the sheet and the table only. Objects of JSON and TOML bring their own keys with every
    /// batch, so those are resolved again where they differ.
    #[must_use]
    pub fn read(&self, mut table: Table, provenance: usize) -> Batch {
        let rows = std::mem::take(&mut table.rows);
        let mut report = Report::on(&table);
        match &self.mapping {
            Some(mapping) if mapping.fits(&table.headings) => {
                let records = self.records(mapping, rows, provenance, &mut report);
                Batch { records, diagnostics: report.finish() }
            }
            _ if table.headings.is_empty() => Batch { records: Records::none(self.kind), diagnostics: Vec::new() },
            _ => self.read_with_own_keys(&table, rows, provenance),
        }
    }

    fn read_with_own_keys(&self, table: &Table, rows: Vec<Row>, provenance: usize) -> Batch {
        let mut report = Report::on(table);
        let Some((mapping, mut diagnostics)) = Mapping::resolve(Schema::of(self.kind.shape()), &self.overrides, table)
        else {
            return Batch { records: Records::none(self.kind), diagnostics: Vec::new() };
        };
        let records = self.records(&mapping, rows, provenance, &mut report);
        diagnostics.extend(report.finish());
        Batch { records, diagnostics }
    }

    fn records(&self, mapping: &Mapping, rows: Vec<Row>, provenance: usize, report: &mut Report<'_>) -> Records {
        if !mapping.is_complete() {
            return Records::none(self.kind);
        }
        let batch = Rows { mapping, rows, layout: self.layout, provenance };
        match self.kind {
            Kind::Procedures => Records::Procedures(batch.each(report, procedure::procedure)),
            Kind::Offices => Records::Offices(batch.each(report, |record, _, report| office::office(record, report))),
            Kind::Officers => {
                Records::Officers(batch.each(report, |record, _, report| officer::officer(record, report)))
            }
            Kind::Rankings => {
                let read = |record: Record<'_>, _, report: &mut Report<'_>| {
                    ranking::ranked_unit(record, |heading| mapping.component(heading), report)
                };
                Records::Rankings(batch.each(report, read))
            }
            Kind::Statistics => {
                Records::Statistics(batch.each(report, |record, _, report| statistics::row(record, &self.head, report)))
            }
        }
    }
}

/// The rows of a batch and how to read them.
struct Rows<'a> {
    mapping: &'a Mapping,
    rows: Vec<Row>,
    layout: Layout,
    provenance: usize,
}

impl Rows<'_> {
    fn each<T>(
        self,
        report: &mut Report<'_>,
        make: impl Fn(Record<'_>, Layout, &mut Report<'_>) -> Option<T>,
    ) -> Vec<Sourced<T>> {
        let mut records = Vec::with_capacity(self.rows.len());
        for row in self.rows {
            if self.mapping.is_above_records(&row) || row.cells.iter().all(|cell| cell.value.is_empty()) {
                continue;
            }
            report.next_record();
            let record = Record::row(row.origin, row.cells, self.mapping.columns());
            let location = report.locate(&record.spot);
            if let Some(record) = make(record, self.layout, report) {
                records.push(Sourced { record, location, provenance: self.provenance });
            }
        }
        records
    }
}
