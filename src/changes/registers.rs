//! Records of registers → their public columns in words.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::kinds::{Column, ColumnType, Kind, Kinds};
use crate::model::{Catalog, Datum, Register};
use crate::registers::Registers;
use crate::text::{self, format_date, format_decimal};

use super::fields::{Record, Records};
use super::kept::Value;
use super::{Change, What};

/// The registers of a site, and where each record of theirs stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Shelf {
    kinds: BTreeMap<String, Arc<Kind>>,
    /// Kind and key → index into `Catalog::registers`.
    places: BTreeMap<(String, String), usize>,
}

impl Shelf {
    pub(super) fn of(catalog: &Catalog, registers: &Registers, kinds: &Kinds) -> Self {
        let mut shelf =
            Self { kinds: kinds.iter().map(|kind| (kind.id.clone(), Arc::clone(kind))).collect(), ..Self::default() };
        for book in registers.books.iter().filter(|book| book.kind.is_listed()) {
            let mut taken = HashSet::new();
            for &at in &book.records {
                let own = key(&book.kind, &book.section, &catalog.registers[at].record);
                let numbered = |number: usize| if number == 1 { own.clone() } else { format!("{own} #{number}") };
                let key = (1..).map(numbered).find(|key| taken.insert(key.clone())).unwrap_or_default();
                shelf.places.insert((book.kind.id.clone(), key), at);
            }
        }
        shelf
    }

    /// The record of a key: an index into `Catalog::registers`.
    pub(super) fn place(&self, kind: &str, key: &str) -> Option<usize> {
        self.places.get(&(kind.to_owned(), key.to_owned())).copied()
    }

    pub(super) fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.get(id).map(Arc::as_ref)
    }

    /// Adds every record. Kinds without records are there, too: what comes into one later is then known to be new.
    pub(super) fn enter(&self, catalog: &Catalog, records: &mut Records) {
        for kind in self.kinds.values().filter(|kind| kind.is_listed()) {
            records.insert(kind.id.clone(), BTreeMap::new());
        }
        for ((id, key), at) in &self.places {
            let Some(kind) = self.kind(id) else { continue };
            let sourced = &catalog.registers[*at];
            let section = catalog.provenances.get(sourced.provenance).map(|from| from.section.clone());
            let record = in_words(kind, &sourced.record, section.unwrap_or_default());
            records.entry(id.clone()).or_default().insert(key.clone(), record);
        }
    }

    /// Takes out of a change the columns that are not public, or not any more. Whether anything is left to tell:
    /// nothing is of a list that is kept back.
    pub(super) fn tells(&self, change: &mut Change) -> bool {
        let Some(kind) = self.kinds.get(&change.kind) else { return true };
        if !kind.column(&kind.title).is_some_and(is_told) {
            change.name.clear();
        }
        let says_something = match &mut change.what {
            What::Changed { fields } => {
                fields.retain(|field| kind.column(&field.field).is_some_and(Column::is_public));
                !fields.is_empty()
            }
            What::Added | What::Withdrawn => true,
        };
        kind.is_listed() && says_something
    }
}

/// What a record is known by from one publication to the next: the section, and its key. Where the kind has none,
/// group and day go before the title, so that a further record of the same title elsewhere does not rename this one.
fn key(kind: &Kind, section: &str, record: &Register) -> String {
    let words = |id: &str| match record.get(id)? {
        Datum::Text(text) => Some(text::slug(text)),
        datum => datum.date().map(|day| day.to_string()),
    };
    let apart = [&kind.group, &kind.day].into_iter().filter(|_| kind.key.is_empty()).filter_map(|id| words(id));
    let parts = std::iter::once(section.to_owned()).chain(apart).chain([record.key.clone()]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}

fn in_words(kind: &Kind, record: &Register, section: String) -> Record {
    let field = |column: &Column| {
        let words = words(column, record.get(&column.id)?);
        let value = if column.officer { Value::Closed(words) } else { Value::Open(words) };
        Some((column.id.clone(), value))
    };
    let title = kind.column(&kind.title).filter(|column| is_told(column));
    let name = title.and_then(|column| Some(words(column, record.get(&column.id)?)));
    let fields = kind.public_columns().filter_map(field).collect();
    Record { name: name.unwrap_or_default(), section, fields }
}

/// Whether the words of a column are told again later: those of persons are not.
const fn is_told(column: &Column) -> bool {
    column.is_public() && !column.officer
}

fn words(column: &Column, datum: &Datum) -> String {
    match datum {
        Datum::Text(text) => column.choice(text).map_or_else(|| text.clone(), |choice| choice.label.vi.clone()),
        Datum::Number(number) => number_words(column, *number),
        Datum::Date(day) => format_date(*day),
        Datum::Due { words, .. } => words.clone(),
        Datum::Flag(flag) => if *flag { "Có" } else { "Không" }.to_owned(),
        Datum::List(items) => items.join("\n"),
    }
}

fn number_words(column: &Column, number: f64) -> String {
    let decimal = format_decimal(number, 2);
    match (column.column_type, &column.unit) {
        (ColumnType::Percent, _) => format!("{decimal}%"),
        (ColumnType::Money, _) => format!("{decimal} đồng"),
        (_, Some(unit)) => format!("{decimal} {}", unit.vi),
        (_, None) => decimal,
    }
}
