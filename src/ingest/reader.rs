//! Tables → records, in batches.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::{Arc, LazyLock};

use camino::Utf8PathBuf;

use crate::diag::{Code, ColumnProblem, Diagnostic, Location, Problem, RegisterProblem};
use crate::kinds::{self, Kinds};
use crate::model::{
    ColumnPlace, Office, Officer, Procedure, RankedUnit, Register, SheetColumns, Sourced, StatisticsRow,
};
use crate::source::{Row, Table};

use super::column::{Schema, Shape};
use super::layout::Layout;
use super::mapping::{Mapping, Overrides, overrides};
use super::record::Record;
use super::report::Report;
use super::statistics::{self, Head};
use super::{office, officer, procedure, ranking, register};

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
    /// Records of a register that a data file describes.
    Registers,
}

impl Kind {
    /// Every kind whose records the program knows itself.
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
            Self::Registers => "registers",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name.trim())
    }

    /// The Vietnamese heading of a column that our own form writes, given the id of the column.
    #[must_use]
    pub fn heading(self, column: &str) -> Option<&'static str> {
        Schema::of(self.shape()?).by_id(column).map(|entry| entry.heading.as_str())
    }

    /// The columns of its rows; a register's are told by its own kind.
    const fn shape(self) -> Option<Shape> {
        match self {
            Self::Procedures => Some(Shape::Procedures),
            Self::Offices => Some(Shape::Offices),
            Self::Officers => Some(Shape::Officers),
            Self::Rankings => Some(Shape::Rankings),
            Self::Statistics => Some(Shape::Statistics),
            Self::Registers => None,
        }
    }
}

/// A register's kind, and the headings that it knows.
#[derive(Debug)]
pub(super) struct Described {
    pub(super) kind: Arc<kinds::Kind>,
    schema: Schema,
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
    /// Records of registers.
    Registers(Vec<Sourced<Register>>),
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
            Kind::Registers => Self::Registers(Vec::new()),
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
            Self::Registers(records) => records.len(),
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
            (Self::Registers(all), Self::Registers(more)) => all.extend(more),
            (
                Self::Procedures(_)
                | Self::Offices(_)
                | Self::Officers(_)
                | Self::Rankings(_)
                | Self::Statistics(_)
                | Self::Registers(_),
                _,
            ) => {}
        }
    }
}

/// Reads the sources of one data section.
#[derive(Clone, Debug)]
pub struct Reader {
    kind: Kind,
    described: Option<Arc<Described>>,
    /// `None` recognises the layout of each source by itself.
    layout: Option<Layout>,
    overrides: Arc<Overrides>,
    at: Location,
}

impl Reader {
    /// A reader for what `[data]` says: `kind`, `layout` (or `auto`) and `columns` (heading in the file → column id).
    /// `kinds` are the registers that the site knows; `at` is the place of `[data]`, for its own problems.
    ///
    /// # Errors
    /// CK0305, CK0306 and CK0308: names that do not exist. Nothing can be read then.
    pub fn new(
        kind: &str,
        layout: &str,
        columns: &BTreeMap<String, String>,
        kinds: &Kinds,
        at: &Location,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Vec::new();
        let described =
            kinds.get(kind).map(|kind| Described { kind: Arc::clone(kind), schema: Schema::of_register(kind) });
        let kind_found = Kind::parse(kind).or_else(|| described.as_ref().map(|_| Kind::Registers));
        if kind_found.is_none() {
            let known = format!("{}, {}", Kind::ALL.map(Kind::name).join(", "), kinds.names());
            problems.push(ColumnProblem::UnknownKind { kind: kind.to_owned(), known });
        }
        let layout_found = Layout::parse(layout);
        if layout_found.is_none() && layout.trim() != "auto" {
            let known = format!("auto, {}", Layout::ALL.map(Layout::name).join(", "));
            problems.push(ColumnProblem::UnknownLayout { layout: layout.to_owned(), known });
        }
        let mut overrides_found = Overrides::new();
        if let Some(kind) = kind_found {
            let (found, unknown) = overrides(schema_of(kind, described.as_ref()), columns);
            overrides_found = found;
            problems.extend(unknown);
        }
        match kind_found {
            Some(kind) if problems.is_empty() => Ok(Self {
                kind,
                described: described.map(Arc::new),
                layout: layout_found,
                overrides: Arc::new(overrides_found),
                at: at.clone(),
            }),
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
            kind => Mapping::resolve(schema_of(kind, self.described.as_deref()), &self.overrides, first)
                .map(|(mapping, found)| (mapping, found, Head::default())),
        };
        let (mapping, problems, head) = match resolved {
            Some((mapping, problems, head)) => (Some(mapping), problems, head),
            None => (None, Vec::new(), Head::default()),
        };
        let recognised = match self.kind {
            Kind::Statistics => Some(if head.is_empty() { Layout::Own } else { Layout::ProcessingReport }),
            Kind::Registers => Some(Layout::Own),
            _ => mapping.as_ref().map(|mapping| Layout::recognise(mapping, first)),
        };
        Sheet {
            kind: self.kind,
            described: self.described.clone(),
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

/// The columns of a kind.
pub(super) fn schema_of(kind: Kind, described: Option<&Described>) -> &Schema {
    static NONE: LazyLock<Schema> = LazyLock::new(|| Schema::new(None, Vec::new()));
    match kind.shape() {
        Some(shape) => Schema::of(shape),
        None => described.map_or(&NONE, |described| &described.schema),
    }
}

/// Keeps the first diagnostic of each heading of a file; batches of one file meet the same headings.
fn without_repetition(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut said: HashSet<(Code, String, Option<String>)> = HashSet::new();
    diagnostics.retain(|found| match &found.problem {
        problem @ (Problem::Column(_) | Problem::Register(RegisterProblem::Personal { .. })) => {
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
    pub(super) kind: Kind,
    pub(super) described: Option<Arc<Described>>,
    layout: Layout,
    pub(super) overrides: Arc<Overrides>,
    path: Utf8PathBuf,
    name: Option<String>,
    pub(super) mapping: Option<Mapping>,
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

    /// The columns that were found.
    #[must_use]
    pub fn columns(&self) -> SheetColumns {
        let mut columns = BTreeMap::new();
        let schema = schema_of(self.kind, self.described.as_deref());
        for (at, (column, heading)) in self.mapping.iter().flat_map(Mapping::columns).enumerate() {
            if let Some(id) = column.and_then(|column| schema.id_of(column)) {
                let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
                columns.entry(id).or_insert(ColumnPlace { number, heading: heading.to_owned() });
            }
        }
        SheetColumns { path: self.path.to_string(), sheet: self.name.clone(), columns }
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
        let schema = schema_of(self.kind, self.described.as_deref());
        let Some((mapping, mut diagnostics)) = Mapping::resolve(schema, &self.overrides, table) else {
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
            Kind::Registers => match &self.described {
                Some(described) => {
                    let read = |record: Record<'_>, _, report: &mut Report<'_>| {
                        register::register(record, &described.kind, report)
                    };
                    Records::Registers(batch.each(report, read))
                }
                None => Records::none(self.kind),
            },
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
