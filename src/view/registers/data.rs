//! The records of a register as open data, and its days for calendars.

use crate::dataset::{Cell, Column, Dataset, Event, EventTime, Kind as CellKind};
use crate::diag::Lang;
use crate::kinds::{ColumnType, Kind};
use crate::model::Datum;
use crate::plan::PageKind;
use crate::registers::Book;
use crate::view::ViewContext;
use crate::view::here::Here;

use super::cell::Named;

/// The records of a register as a table, under headings that the importer knows again.
pub(in crate::view) fn dataset(context: &ViewContext<'_>, section: usize) -> Option<Dataset> {
    let here = vietnamese(context, section)?;
    let book = here.book(section)?;
    let kind = &*book.kind;
    let ids = columns(&here, book);
    let provenances = || context.catalog.provenances.iter().filter(|from| from.section == book.section);
    let row = |at: &usize| ids.iter().map(|id| file_cell(&here, kind, *at, id)).collect();
    Some(Dataset {
        id: book.section.replace('/', "-"),
        title: context.section_title(section, Lang::Vi).text,
        description: kind.about.vi.clone(),
        columns: ids.iter().filter_map(|id| file_column(&here, kind, id)).collect(),
        rows: book.records.iter().map(row).collect(),
        source: provenances().find_map(|from| from.source.clone()),
        source_url: provenances().find_map(|from| from.source_url.clone()),
        licence: None,
        modified: provenances().filter_map(|from| from.retrieved).max(),
    })
}

/// The Vietnamese page, whose words the files speak.
fn vietnamese<'c>(context: &'c ViewContext<'c>, section: usize) -> Option<Here<'c>> {
    let kind = PageKind::Register(section, 1);
    let default = context.config.default_language;
    let planned = context.plan.page(Lang::Vi, kind).or_else(|| context.plan.page(default, kind))?;
    Some(Here::at(context, planned))
}

/// Columns of which some record says something: those of the kind, then what is computed.
fn columns(here: &Here<'_>, book: &Book) -> Vec<String> {
    let kind = &*book.kind;
    let own = kind.public_columns().map(|column| column.id.clone());
    let limits = kind.deadlines.iter().flat_map(|own| ["due", "state"].map(|part| format!("{}_{part}", own.id)));
    let all = own.chain(limits).chain(kind.computed.iter().map(|computed| computed.id.clone()));
    all.filter(|id| book.records.iter().any(|&at| here.register_datum(at, id).is_some())).collect()
}

fn file_column(here: &Here<'_>, kind: &Kind, id: &str) -> Option<Column> {
    let named = Named::of(kind, id)?;
    let column_type = match &named {
        Named::Column(column) => column.column_type,
        Named::Computed(computed) => computed.column_type,
        Named::Due(_) => ColumnType::Date,
        Named::State(..) => ColumnType::Text,
    };
    let cells = match column_type {
        ColumnType::Number | ColumnType::Money => CellKind::Number { decimals: 2 },
        ColumnType::Percent => CellKind::Percent,
        ColumnType::Date => CellKind::Date,
        _ => CellKind::Text,
    };
    let title = match &named {
        Named::State(_, deadline) => here.words.fill("reg_state_of", &[("what", &deadline.name.vi)]),
        named => named.heading(here),
    };
    Some(Column { name: id.to_owned(), title, kind: cells, ..Column::default() })
}

fn file_cell(here: &Here<'_>, kind: &Kind, at: usize, id: &str) -> Cell {
    match here.register_datum(at, id) {
        None => Cell::Empty,
        Some(Datum::Number(number)) if number.fract() == 0.0 && number.abs() < 1e15 => Cell::Integer(*number as i64),
        Some(Datum::Number(number)) => Cell::Number(*number),
        Some(Datum::Date(day)) => Cell::Date(*day),
        Some(Datum::List(items)) => Cell::Text(items.join("; ")),
        Some(Datum::Flag(flag)) => here.words.get(if *flag { "yes" } else { "no" }).into(),
        Some(Datum::Due { words, .. }) => Cell::Text(words.clone()),
        Some(Datum::Text(text)) => {
            let label = kind.column(id).and_then(|column| column.choice(text)).map(|choice| choice.label.vi.clone());
            let limit = || here.cell(kind, at, id).filter(|_| id.ends_with("_state")).and_then(first);
            Cell::Text(label.or_else(limit).unwrap_or_else(|| text.clone()))
        }
    }
}

fn first(cell: super::CellView) -> Option<String> {
    cell.values.into_iter().next().map(|value| value.text)
}

/// Codes of a register that is looked up, with the state of each.
#[must_use]
pub fn lookup_states<'c>(context: &ViewContext<'c>, section: usize) -> Vec<(&'c str, &'c str)> {
    let Some(book) = context.registers.book(&context.content.sections[section].folder) else { return Vec::new() };
    let state = |&at: &usize| {
        let record = &context.catalog.registers[at].record;
        Some((record.text(&book.kind.key)?, record.text("status")?))
    };
    book.records.iter().filter_map(state).collect()
}

/// The days of a register for calendars.
pub(in crate::view) fn calendar(context: &ViewContext<'_>, section: usize) -> Vec<Event> {
    let Some(here) = vietnamese(context, section) else { return Vec::new() };
    let Some(book) = here.book(section) else { return Vec::new() };
    book.records.iter().filter_map(|&at| event(&here, book, at)).collect()
}

fn event(here: &Here<'_>, book: &Book, at: usize) -> Option<Event> {
    let kind = &*book.kind;
    let text = |id: &str| here.cell(kind, at, id).map(|cell| words(&cell));
    let time = |id: &str| match here.register_datum(at, id)? {
        Datum::Text(text) => EventTime::parse(text),
        _ => None,
    };
    let base = here.context.absolute_base.as_deref().unwrap_or("site");
    Some(Event {
        uid: format!("{}-{}@{}", book.section.replace('/', "-"), here.context.registers.derived[at].slug, host(base)),
        day: here.register_datum(at, &kind.day)?.date()?,
        starts: time(&kind.starts),
        ends: time(&kind.ends),
        summary: here.register_title(at).text,
        place: text(&kind.place).unwrap_or_default(),
        description: kind
            .list
            .iter()
            .filter(|id| **id != kind.place)
            .filter_map(|id| text(id))
            .collect::<Vec<_>>()
            .join("\n"),
    })
}

fn words(cell: &super::CellView) -> String {
    let values = cell.values.iter().map(|value| value.text.as_str()).collect::<Vec<_>>().join(", ");
    format!("{}: {values}", cell.heading)
}

fn host(base: &str) -> &str {
    let rest = base.split_once("://").map_or(base, |(_, rest)| rest);
    rest.split('/').next().filter(|host| !host.is_empty()).unwrap_or("site")
}
