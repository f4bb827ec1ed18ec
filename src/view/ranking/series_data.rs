//! Editions of an index under one another as open data: of one unit, and of all.

use crate::dataset::{Cell, Column, Dataset, OpenData, Picture};
use crate::plan::PageKind;
use crate::ranking::{Index, Standing, Table};
use crate::view::ViewContext;
use crate::view::here::Here;

use super::data::{CellOf, remark_columns, score_columns, unit_columns};
use super::score;
use super::unit::line;

/// The files beside a unit: its row of every edition, the oldest first.
pub(in crate::view) fn unit_open_data(context: &ViewContext<'_>, at: usize, unit: usize) -> Option<OpenData> {
    let planned = context.plan.page(context.config.default_language, PageKind::RankingUnit(at, unit))?;
    let here = Here::at(context, planned);
    let index = here.index_at(at);
    let history = &index.units[unit];
    let places: Vec<Rows<'_>> = history
        .places()
        .map(|(table, row)| (&index.tables[table], std::slice::from_ref(&index.tables[table].standings[row])))
        .collect();
    let id = format!("{}-{}", index.scheme.id, history.slug);
    Some(OpenData {
        dataset: dataset(&here, at, Heading { id, title: here.unit_title(at, unit) }, &places),
        chart: line(&here, at, history),
        picture: picture(&here, at, unit),
        ..OpenData::default()
    })
}

/// The files beside an index: every row of every edition, the oldest first.
pub(in crate::view) fn index_open_data(context: &ViewContext<'_>, at: usize) -> Option<OpenData> {
    let planned = context.plan.page(context.config.default_language, PageKind::RankingIndex(at))?;
    let here = Here::at(context, planned);
    let index = here.index_at(at);
    let places: Vec<Rows<'_>> = index.tables.iter().map(|table| (table, table.standings.as_slice())).collect();
    let heading = Heading { id: index.scheme.id.clone(), title: index.scheme.name.in_lang(here.lang).to_owned() };
    Some(OpenData { dataset: dataset(&here, at, heading, &places), ..OpenData::default() })
}

/// How a table is called.
struct Heading {
    id: String,
    title: String,
}

/// Rows of an edition.
type Rows<'t> = (&'t Table, &'t [Standing]);

/// A column of an edition, and what it says of a row.
type Reading<'t> = (Column, CellOf<'t>);

fn dataset(here: &Here<'_>, at: usize, heading: Heading, places: &[Rows<'_>]) -> Dataset {
    let index = here.index_at(at);
    let (columns, rows) = stacked(index, places);
    let latest = places.last().map(|(table, _)| *table);
    let source = latest.and_then(|table| here.table_sources(table).into_iter().next()).map(|line| line.source);
    let publisher_url = Some(index.scheme.publisher_url.clone()).filter(|url| !url.is_empty());
    Dataset {
        id: heading.id,
        title: heading.title,
        description: index.scheme.about.vi.clone(),
        columns,
        rows,
        source: source.as_ref().map(|one| one.text.clone()).or_else(|| Some(index.scheme.publisher.vi.clone())),
        source_url: source.and_then(|one| one.href).or(publisher_url),
        licence: None,
        modified: latest.map(|table| table.edition.last_day()),
    }
}

/// Rows of several editions under the columns of all of them: criteria change from edition to edition.
fn stacked(index: &Index, places: &[Rows<'_>]) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let readings: Vec<[Vec<Reading<'_>>; 3]> = places
        .iter()
        .map(|(table, _)| {
            [unit_columns(&index.scheme, table), score_columns(&index.scheme, table), remark_columns(table)]
        })
        .collect();
    let mut columns: Vec<Column> = Vec::new();
    for part in 0..3 {
        for (column, _) in readings.iter().flat_map(|parts| &parts[part]) {
            if columns.iter().all(|known| known.title != column.title) {
                columns.push(column.clone());
            }
        }
    }
    let mut rows = Vec::with_capacity(places.iter().map(|(_, standings)| standings.len()).sum());
    for ((_, standings), parts) in places.iter().zip(readings) {
        let own: Vec<Reading<'_>> = parts.into_iter().flatten().collect();
        let readers: Vec<Option<&Reading<'_>>> =
            columns.iter().map(|column| own.iter().find(|(one, _)| one.title == column.title)).collect();
        let cell = |reader: &Option<&Reading<'_>>, one| reader.map_or(Cell::Empty, |(_, read)| read(one));
        rows.extend(standings.iter().map(|one| readers.iter().map(|reader| cell(reader, one)).collect::<Vec<_>>()));
    }
    (columns, rows)
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
