//! Counts and rates as tables, with the contradictions as notes below them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{Count, Measure, RowRole, StatisticsRow};
use crate::statistics::{Outcome, RateId, rate};
use crate::text;
use crate::view::here::Here;
use crate::view::link::Phrase;

use super::rates::{RateView, anchor, key};

/// A row that a table is to show: of a report, under a label.
pub(super) struct Wanted {
    /// Index into `Statistics::reports`.
    pub(super) report: usize,
    /// Index into the report's rows.
    pub(super) row: usize,
    /// What the first column says.
    pub(super) label: Phrase,
    /// Where the label leads.
    pub(super) href: Option<String>,
}

/// Counts and rates of the same rows.
#[derive(Clone, Debug, Serialize)]
pub struct Tables {
    /// Anchor.
    pub id: String,
    /// What the first column holds.
    pub first: String,
    /// Groups of columns.
    pub groups: Vec<Group>,
    /// How many columns the counts take, the first one included.
    pub width: usize,
    /// Whether the numbers of the form's columns are shown.
    pub numbered: bool,
    /// Columns of the rates.
    pub rates: Vec<RateColumn>,
    /// The rows.
    pub rows: Vec<RowView>,
    /// Contradictions.
    pub notes: Vec<FlagNote>,
    /// Whether some figures are not published.
    pub has_empty: bool,
    /// Whether the source has dashes.
    pub has_dash: bool,
}

/// Columns under one heading.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// The heading.
    pub name: String,
    /// The columns.
    pub columns: Vec<Column>,
}

/// A column of counts.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// Number of the column in the form: "(3)".
    pub number: Option<String>,
}

/// A column of rates.
#[derive(Clone, Debug, Serialize)]
pub struct RateColumn {
    /// What the rate is called.
    pub name: String,
    /// Id of its definition.
    pub id: &'static str,
    /// Anchor of the definition.
    pub anchor: String,
}

/// A row of both tables.
#[derive(Clone, Debug, Serialize)]
pub struct RowView {
    /// Anchor.
    pub id: String,
    /// `item`, `group` or `total`.
    pub role: &'static str,
    /// What the row is.
    pub label: Phrase,
    /// Where the label leads.
    pub href: Option<String>,
    /// Notes about the row as a whole.
    pub flags: Vec<FlagLink>,
    /// The counts; empty where the row has none.
    pub cells: Vec<Cell>,
    /// The rates; empty where the row has no counts.
    pub rates: Vec<RateView>,
}

/// A figure.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Cell {
    /// `number`, `dash`, `words` or `empty`.
    pub kind: &'static str,
    /// The figure as the language writes it, or the words of the source.
    pub text: String,
    /// Notes about it.
    pub flags: Vec<FlagLink>,
}

/// A link to a note.
#[derive(Clone, Debug, Serialize)]
pub struct FlagLink {
    /// Its number on the page.
    pub number: usize,
    /// Its anchor.
    pub href: String,
}

/// A contradiction in the figures.
#[derive(Clone, Debug, Serialize)]
pub struct FlagNote {
    /// Its number on the page.
    pub number: usize,
    /// Its anchor.
    pub id: String,
    /// The row it is about.
    pub row: Phrase,
    /// Link to that row.
    pub href: String,
    /// What is wrong.
    pub text: String,
    /// Code of the diagnostic.
    pub code: String,
}

/// The columns of counts, by group.
const GROUPS: [(&str, &[Measure]); 4] = [
    (
        "stat_received",
        &[
            Measure::Received,
            Measure::ReceivedOnline,
            Measure::ReceivedDirectPostal,
            Measure::ReceivedDirect,
            Measure::ReceivedPostal,
            Measure::CarriedOver,
        ],
    ),
    (
        "stat_resolved",
        &[
            Measure::Resolved,
            Measure::ResolvedEarly,
            Measure::ResolvedOnTime,
            Measure::ResolvedInTime,
            Measure::ResolvedLate,
        ],
    ),
    ("stat_pending", &[Measure::Pending, Measure::PendingInTime, Measure::PendingOverdue]),
    ("stat_late", &[Measure::Apologies]),
];

/// What the source adds in its own words.
#[derive(Clone, Copy)]
enum Extra {
    OnTimeRate,
    AverageDays,
}

/// Builds the tables of one page; notes are numbered through the page.
pub(super) struct TableBuilder<'h, 'c> {
    here: &'h Here<'c>,
    notes: usize,
    anchors: BTreeMap<String, usize>,
    /// Definitions of the rates shown so far.
    pub(super) definitions: Vec<RateId>,
}

impl<'h, 'c> TableBuilder<'h, 'c> {
    pub(super) fn new(here: &'h Here<'c>) -> Self {
        Self { here, notes: 0, anchors: BTreeMap::new(), definitions: Vec::new() }
    }

    /// The tables of some rows; `first` heads their first column.
    pub(super) fn tables(&mut self, id: &str, first: &str, wanted: Vec<Wanted>) -> Tables {
        let here = self.here;
        let records: Vec<&StatisticsRow> =
            wanted.iter().map(|one| here.report_row(here.report(one.report), one.row)).collect();
        let measures: BTreeSet<Measure> = records.iter().flat_map(|row| row.counts.keys().copied()).collect();
        let rates: Vec<RateId> = RateId::ALL
            .into_iter()
            .filter(|id| records.iter().any(|row| matches!(rate(row, *id), Outcome::Percent { .. })))
            .collect();
        self.definitions.extend(&rates);
        let (groups, columns) = self.columns(&measures, &records);
        let mut notes = Vec::new();
        let rows: Vec<RowView> = wanted
            .iter()
            .zip(&records)
            .map(|(one, record)| self.row(id, one, record, &columns, &rates, &mut notes))
            .collect();
        let holds = |kind: &str| rows.iter().flat_map(|row| &row.cells).any(|cell| cell.kind == kind);
        Tables {
            id: id.to_owned(),
            first: first.to_owned(),
            width: 1 + groups.iter().map(|group| group.columns.len()).sum::<usize>(),
            numbered: records.iter().any(|row| row.form.is_some()),
            groups,
            rates: rates.iter().map(|id| self.rate_column(*id)).collect(),
            has_empty: holds("empty"),
            has_dash: holds("dash"),
            notes,
            rows,
        }
    }

    fn rate_column(&self, id: RateId) -> RateColumn {
        let name = self.here.words.get(&format!("{}_name", key(id))).to_owned();
        RateColumn { name, id: id.id(), anchor: anchor(id) }
    }

    /// The groups of columns that some row fills.
    fn columns(&self, measures: &BTreeSet<Measure>, records: &[&StatisticsRow]) -> (Vec<Group>, Columns) {
        let mut groups = Vec::new();
        let mut columns = Columns::default();
        for (name, members) in GROUPS {
            let shown: Vec<Measure> = members.iter().copied().filter(|one| measures.contains(one)).collect();
            columns.measures.extend(&shown);
            groups.push(Group {
                name: self.here.words.get(name).to_owned(),
                columns: shown.into_iter().map(|measure| self.column(measure)).collect(),
            });
        }
        if records.iter().any(|row| row.on_time_rate.is_some()) {
            columns.extras.push(Extra::OnTimeRate);
        }
        if records.iter().any(|row| row.average_days.is_some()) {
            columns.extras.push(Extra::AverageDays);
        }
        let plain = |key: &str| Column { name: self.here.words.get(key).to_owned(), number: None };
        let extras = columns.extras.iter().map(|extra| match extra {
            Extra::OnTimeRate => plain("stat_printed_rate"),
            Extra::AverageDays => plain("stat_average_days"),
        });
        groups.push(Group { name: self.here.words.get("stat_printed").to_owned(), columns: extras.collect() });
        groups.retain(|group| !group.columns.is_empty());
        (groups, columns)
    }

    fn column(&self, measure: Measure) -> Column {
        let number = measure.form_column().map(|number| format!("({number})"));
        Column { name: self.here.measure_name(measure).to_owned(), number }
    }

    fn row(
        &mut self,
        table: &str,
        wanted: &Wanted,
        record: &StatisticsRow,
        columns: &Columns,
        rates: &[RateId],
        notes: &mut Vec<FlagNote>,
    ) -> RowView {
        let id = self.anchor(table, &wanted.label.text);
        let role = match record.role {
            RowRole::Line => "item",
            RowRole::Heading { .. } => "group",
            RowRole::Total => "total",
        };
        let mut row = RowView {
            id,
            role,
            label: wanted.label.clone(),
            href: wanted.href.clone(),
            flags: Vec::new(),
            cells: Vec::new(),
            rates: Vec::new(),
        };
        if !record.counts.is_empty() {
            row.cells = columns.measures.iter().map(|measure| self.cell(record.counts.get(measure))).collect();
            row.cells.extend(columns.extras.iter().map(|extra| self.extra_cell(record, *extra)));
            row.rates = self.rates(wanted, record, rates);
        }
        self.flag(wanted, columns, &mut row, notes);
        row
    }

    /// The rates of a row. A target is one of the whole, so only the row for the whole meets or misses it.
    fn rates(&self, wanted: &Wanted, record: &StatisticsRow, rates: &[RateId]) -> Vec<RateView> {
        let report = self.here.report(wanted.report);
        let is_whole = report.headline == Some(wanted.row);
        let view = |id: &RateId| {
            let mut view = self.here.rate_view(&report.section, record, *id);
            view.verdicts.retain(|_| is_whole);
            view
        };
        rates.iter().map(view).collect()
    }

    /// Marks the figures that contradict each other, and adds a note for each contradiction.
    fn flag(&mut self, wanted: &Wanted, columns: &Columns, row: &mut RowView, notes: &mut Vec<FlagNote>) {
        for flag in self.here.report(wanted.report).flags.iter().filter(|flag| flag.row == wanted.row) {
            self.notes += 1;
            let id = format!("luu-y-{}", self.notes);
            let link = FlagLink { number: self.notes, href: format!("#{id}") };
            let marked = columns.measures.iter().zip(&mut row.cells).filter(|(one, _)| flag.measures.contains(one));
            let mut is_marked = false;
            for (_, cell) in marked {
                cell.flags.push(link.clone());
                is_marked = true;
            }
            if !is_marked {
                row.flags.push(link);
            }
            notes.push(FlagNote {
                number: self.notes,
                id,
                row: row.label.clone(),
                href: format!("#{}", row.id),
                text: self.here.flag_words(flag.problem.text()),
                code: flag.problem.code().to_string(),
            });
        }
    }

    fn cell(&self, count: Option<&Count>) -> Cell {
        let (kind, text) = match count {
            None => ("empty", "…".to_owned()),
            Some(Count { number: Some(number), .. }) => ("number", self.here.count(*number)),
            Some(Count { words, .. }) if words.chars().any(char::is_alphanumeric) => ("words", words.to_string()),
            Some(_) => ("dash", "–".to_owned()),
        };
        Cell { kind, text, flags: Vec::new() }
    }

    /// What the source adds in its own words; numbers are written as the page writes them.
    fn extra_cell(&self, record: &StatisticsRow, extra: Extra) -> Cell {
        let words = match extra {
            Extra::OnTimeRate => record.on_time_rate.as_ref().map(|rate| rate.words.clone()),
            Extra::AverageDays => record.average_days.as_deref().map(|words| self.here.days(words)),
        };
        match words {
            Some(text) => Cell { kind: "number", text, flags: Vec::new() },
            None => Cell { kind: "empty", text: "…".to_owned(), flags: Vec::new() },
        }
    }

    /// An anchor that no other row of the page has.
    fn anchor(&mut self, table: &str, label: &str) -> String {
        let base = format!("{table}-{}", text::slug(label));
        let count = self.anchors.entry(base.clone()).or_default();
        *count += 1;
        if *count == 1 { base } else { format!("{base}-{count}") }
    }
}

/// What stands in the columns.
#[derive(Default)]
struct Columns {
    measures: Vec<Measure>,
    extras: Vec<Extra>,
}
