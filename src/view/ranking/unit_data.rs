//! One unit over the editions as open data.

use crate::dataset::{Cell, Column, Dataset, OpenData, Picture};
use crate::plan::PageKind;
use crate::view::ViewContext;
use crate::view::here::Here;

use super::data::{CellOf, remark_columns, score_columns, unit_columns};
use super::score;
use super::unit::line;

/// The files beside a unit: its row of every edition, the oldest first.
pub(in crate::view) fn open_data(context: &ViewContext<'_>, at: usize, unit: usize) -> Option<OpenData> {
    let planned = context.plan.page(context.config.default_language, PageKind::RankingUnit(at, unit))?;
    let here = Here::at(context, planned);
    let history = &here.index_at(at).units[unit];
    Some(OpenData {
        dataset: dataset(&here, at, unit),
        chart: line(&here, at, history),
        picture: picture(&here, at, unit),
        ..OpenData::default()
    })
}

/// A row of an edition, as cells with their columns.
type Cells = Vec<(Column, Cell)>;

fn dataset(here: &Here<'_>, at: usize, unit: usize) -> Dataset {
    let index = here.index_at(at);
    let (scheme, history) = (&index.scheme, &index.units[unit]);
    let parts: [Vec<Cells>; 3] = [0, 1, 2].map(|part| {
        let places = history.places().map(|(table, row)| (&index.tables[table], row));
        places
            .map(|(table, row)| {
                let columns = match part {
                    0 => unit_columns(scheme, table),
                    1 => score_columns(scheme, table),
                    _ => remark_columns(table),
                };
                let cell = |(column, cell): (Column, CellOf<'_>)| (column, cell(&table.standings[row]));
                columns.into_iter().map(cell).collect()
            })
            .collect()
    });
    let columns: Vec<Column> = parts.iter().flat_map(|rows| union(rows)).collect();
    let rows = (0..parts[0].len()).map(|row| aligned(&columns, parts.iter().map(|part| &part[row]))).collect();
    let latest = history.latest().map(|(table, _)| &index.tables[table]);
    let source = latest.and_then(|table| here.table_sources(table).into_iter().next()).map(|line| line.source);
    let publisher_url = Some(scheme.publisher_url.clone()).filter(|url| !url.is_empty());
    Dataset {
        id: format!("{}-{}", scheme.id, history.slug),
        title: here.unit_title(at, unit),
        description: scheme.about.vi.clone(),
        columns,
        rows,
        source: source.as_ref().map(|one| one.text.clone()).or_else(|| Some(scheme.publisher.vi.clone())),
        source_url: source.and_then(|one| one.href).or(publisher_url),
        licence: None,
        modified: latest.map(|table| table.edition.last_day()),
    }
}

/// Columns of all rows, each once: criteria change from edition to edition.
fn union(rows: &[Cells]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (column, _) in rows.iter().flatten() {
        if columns.iter().all(|known| known.title != column.title) {
            columns.push(column.clone());
        }
    }
    columns
}

/// A row under all columns; empty where its edition has no such column.
fn aligned<'c>(columns: &[Column], parts: impl Iterator<Item = &'c Cells>) -> Vec<Cell> {
    let cells: Vec<&(Column, Cell)> = parts.flatten().collect();
    let cell = |column: &Column| {
        let found = cells.iter().find(|(own, _)| own.title == column.title);
        found.map_or(Cell::Empty, |(_, cell)| cell.clone())
    };
    columns.iter().map(cell).collect()
}

/// The latest total of the unit, with its rank.
fn picture(here: &Here<'_>, at: usize, unit: usize) -> Option<Picture> {
    let index = here.index_at(at);
    let (table, row) = index.units[unit].latest()?;
    let (table_at, table) = (table, &index.tables[table]);
    let standing = &table.standings[row];
    let rank = here.rank_words(standing, table);
    let rank = rank.map(|rank| here.words.fill("rank_at", &[("rank", &rank)]));
    let edition = here.edition_title(at, table_at);
    Some(Picture {
        site: here.context.config.unit.name.clone(),
        title: here.unit_title(at, unit),
        figure: score(here.lang, &index.scheme, standing.total.as_ref()?.value),
        meaning: rank.into_iter().chain([edition]).collect::<Vec<_>>().join(", "),
        source: here.words.fill("rank_picture_source", &[("publisher", index.scheme.publisher.in_lang(here.lang))]),
    })
}
