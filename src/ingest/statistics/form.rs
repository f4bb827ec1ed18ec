//! Headings in one row or in several, over merged cells → columns.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, ValueProblem};
use crate::ingest::column::{Column, Schema, Shape};
use crate::ingest::mapping::{Found, Mapping, Overrides};
use crate::ingest::words::{normal, words};
use crate::source::{Cell, Heading, Row, Table, Value};
use crate::text;

use super::{Head, measure_of};

/// Headings are looked for in this many rows; above them stand the number of the form, the title, unit and period.
const HEADER_SEARCH: usize = 30;
/// Most rows that headings take: group, part, part of a part, and a line that repeats letters.
const HEADER_ROWS: usize = 4;
/// Longest text that can be a heading, in bytes.
const LONGEST: usize = 300;

/// Finds the headings of a sheet or file, and reads what stands above them.
///
/// `None` where no rows have known headings.
pub(in crate::ingest) fn open(overrides: &Overrides, table: &Table) -> Option<(Mapping, Vec<Diagnostic>, Head)> {
    let schema = Schema::of(Shape::Statistics);
    if !table.headings.is_empty() {
        let (mapping, found) = Mapping::resolve(schema, overrides, table)?;
        return Some((mapping, found, Head::default()));
    }
    let (start, block) = best_block(schema, overrides, table)?;
    let mut head = Head::read(&table.rows[..start]);
    let (mapping, mut found) = Mapping::of_columns(schema, table, block.headings, &table.rows[start + block.rows - 1]);
    let has_period = [Column::Period, Column::ValidTo].into_iter().any(|column| mapping.position(column).is_some());
    if head.period.is_none() && !has_period {
        head.lacks_period = true;
        let at = table.locate(&table.rows[start].origin, None);
        found.push(Diagnostic::new(ValueProblem::PeriodUnparsed, at));
    }
    Some((mapping, found, head))
}

/// How good some rows are as headings: whether they hold counts, how many columns are known, how few rows they are.
type Score = (bool, usize, Reverse<usize>);

/// Headings read from some rows.
struct Block {
    /// How many rows they take.
    rows: usize,
    headings: Vec<Found>,
}

impl Block {
    fn score(&self) -> Score {
        let known: BTreeSet<Column> = self.headings.iter().filter_map(|found| found.column).collect();
        (known.iter().any(|column| measure_of(*column).is_some()), known.len(), Reverse(self.rows))
    }
}

/// The rows that give the most columns: the first of equals, and no more rows than needed.
fn best_block(schema: &Schema, overrides: &Overrides, table: &Table) -> Option<(usize, Block)> {
    let mut best: Option<(Score, usize, Block)> = None;
    for start in 0..table.rows.len().min(HEADER_SEARCH) {
        for rows in 1..=HEADER_ROWS.min(table.rows.len() - start) {
            let block = read_block(schema, overrides, &table.rows[start..start + rows]);
            let score = block.score();
            if best.as_ref().is_none_or(|(top, _, _)| *top < score) {
                best = Some((score, start, block));
            }
        }
    }
    let ((has_measure, known, _), start, block) = best?;
    (has_measure && known >= 3).then_some((start, block))
}

/// The column of each heading, a running group for those of a single row.
fn read_block(schema: &Schema, overrides: &Overrides, rows: &[Row]) -> Block {
    let mut running: Option<&str> = None;
    let headings = paths(rows)
        .into_iter()
        .map(|path| {
            let found = path.resolve(schema, overrides, running);
            running = found.column.and_then(group_of_total).or(running);
            found
        })
        .collect();
    Block { rows: rows.len(), headings }
}

/// The group that a total opens in a single heading row.
const fn group_of_total(column: Column) -> Option<&'static str> {
    match column {
        Column::Received => Some("received"),
        Column::Resolved => Some("resolved"),
        Column::Pending => Some("pending"),
        _ => None,
    }
}

/// The headings over one column, from the top.
struct Path {
    texts: Vec<String>,
    cell: Cell,
}

impl Path {
    fn resolve(self, schema: &Schema, overrides: &Overrides, running: Option<&str>) -> Found {
        let Some(leaf) = self.texts.last() else {
            return Found {
                heading: Heading { text: String::new(), origin: self.cell.origin },
                column: None,
                key: None,
            };
        };
        let full = self.texts.join(" › ");
        let own = [full.as_str(), leaf].into_iter().map(text::heading_key).find(|key| overrides.contains_key(key));
        let column = match own.as_ref().and_then(|key| overrides.get(key)) {
            Some((column, ..)) => Some(*column),
            None => self.known(schema, &full, leaf, running),
        };
        Found { heading: Heading { text: full, origin: self.cell.origin }, column, key: own }
    }

    /// By the whole path, by the group and the last heading, or by the last heading alone.
    fn known(&self, schema: &Schema, full: &str, leaf: &str, running: Option<&str>) -> Option<Column> {
        let above = &self.texts[..self.texts.len() - 1];
        let group = above.iter().find_map(|text| words().report_groups.get(&normal(text))).map(String::as_str);
        let grouped = group.or(running).map(|group| format!("{group}: {leaf}"));
        let names = [Some(full.to_owned()), grouped, Some(leaf.to_owned())];
        let found = names.into_iter().flatten().find_map(|name| schema.find(&name)).map(|entry| entry.id)?;
        // Headings are compared without punctuation, but a share is no count, and not every share is a known rate.
        let names_a_share = leaf.contains('%') && measure_of(found).is_some();
        match found {
            Column::ResolvedOnTime | Column::ResolvedInTime
                if names_a_share && leaf.chars().any(char::is_alphabetic) =>
            {
                Some(Column::OnTimeRate)
            }
            _ if names_a_share => None,
            found => Some(found),
        }
    }
}

/// The headings over each column. A text over merged cells stands in the first of them; the cells to its right belong
/// to it as long as everything above them is the same.
fn paths(rows: &[Row]) -> Vec<Path> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut owners: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); rows.len()];
    let mut paths = Vec::with_capacity(width);
    for column in 0..width {
        let has_own = rows.iter().any(|row| heading_text(row, column).is_some());
        let mut texts = Vec::new();
        let mut cell = Cell { value: Value::Empty, origin: rows[0].origin.clone() };
        for at in 0..rows.len() {
            let same_above = |left: usize| owners[..at].iter().all(|row| row.get(&left) == row.get(&column));
            let left = column.checked_sub(1).filter(|left| has_own && rows.len() > 1 && same_above(*left));
            let owner = match heading_text(&rows[at], column) {
                Some(_) => Some(column),
                None => left.and_then(|left| owners[at].get(&left).copied()),
            };
            let Some(owner) = owner else { continue };
            owners[at].insert(column, owner);
            texts.extend(heading_text(&rows[at], owner));
            if owner == column {
                cell = rows[at].cells[column].clone();
            }
        }
        paths.push(Path { texts, cell });
    }
    paths
}

/// The text of a cell that can be a heading; numbers, such as those of the columns, are none.
fn heading_text(row: &Row, column: usize) -> Option<String> {
    let text = row.cells.get(column)?.value.as_text()?;
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || b"()[]., ".contains(&byte));
    (text.len() <= LONGEST && !is_number).then(|| text.split_whitespace().collect::<Vec<_>>().join(" "))
}
