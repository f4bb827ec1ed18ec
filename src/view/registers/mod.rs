//! Pages of registers: the list in the form of its kind, one record, one group.

mod banner;
mod cell;
mod data;
mod group;
mod limit;
mod list;
mod record;
mod score;
mod week;

use serde::Serialize;

use crate::kinds::{Kind, Layout};
use crate::plan::{PER_PAGE, PageKind, register_pages};
use crate::registers::{Book, Count};

use super::here::Here;
use super::link::Phrase;

pub(super) use banner::{BannerView, banners};
pub(super) use cell::{CellView, ValueView};
pub use group::RegisterGroupView;
pub(super) use limit::LimitView;
pub use list::RegisterListView;
pub use record::RegisterRecordView;

pub use data::lookup_states;
pub(super) use data::{calendar, dataset};
pub(super) use group::group;
pub(super) use list::list;
pub(super) use record::record;

/// Records that fail a check and are named; the number tells of the others.
const MOST_FAILED: usize = 50;

/// A record in a list.
#[derive(Clone, Debug, Serialize)]
pub struct RowView {
    /// Anchor.
    pub id: String,
    /// What it is called.
    pub title: Phrase,
    /// From when to when, in calendars: "07:30–08:30".
    pub hours: String,
    /// Link to its page.
    pub href: Option<String>,
    /// Its columns, one for each heading of the list; nothing where one says nothing.
    pub cells: Vec<Option<CellView>>,
    /// Its body, where the list shows it.
    pub body: Option<CellView>,
}

/// Records under a heading of their own.
#[derive(Clone, Debug, Serialize)]
pub struct PartView {
    /// Anchor.
    pub id: String,
    /// The heading; nothing where the kind has no parts.
    pub title: Option<Phrase>,
    /// The records.
    pub rows: Vec<RowView>,
}

/// A heading of a table.
#[derive(Clone, Debug, Serialize)]
pub struct HeadingView {
    /// Its words.
    pub text: String,
    /// How its cells are set.
    pub class: &'static str,
}

/// How many records satisfy a check.
#[derive(Clone, Debug, Serialize)]
pub struct CheckView {
    /// What is asked for.
    pub name: String,
    /// "24/25".
    pub share: String,
    /// Whether all satisfy it.
    pub is_met: bool,
    /// Those that do not, by anchor and title.
    pub failed: Vec<super::link::Link>,
}

/// The instrument behind a register, with how well it was verified.
#[derive(Clone, Debug, Serialize)]
pub struct LawView {
    /// The instrument.
    pub source: String,
    /// How well it was verified, in words.
    pub verified: String,
}

impl Here<'_> {
    /// The register of a section.
    fn book(&self, section: usize) -> Option<&Book> {
        self.context.registers.book(&self.context.content.sections[section].folder)
    }

    /// The register that a record stands in.
    fn book_of_record(&self, at: usize) -> Option<&Book> {
        let provenance = self.context.catalog.registers[at].provenance;
        self.context.registers.book(&self.context.catalog.provenances.get(provenance)?.section)
    }

    /// What a record is called.
    pub(super) fn register_title(&self, at: usize) -> Phrase {
        let record = &self.context.catalog.registers[at].record;
        let book = self.book_of_record(at);
        let title = book.and_then(|book| self.cell(&book.kind, at, &book.kind.title));
        match title.and_then(|cell| cell.values.into_iter().next()) {
            Some(value) => Phrase { text: value.text, record: value.record },
            None => Phrase::record(record.key.clone()),
        }
    }

    /// Where a record stands: its own page, or the page of its group or list, with its place there.
    pub(super) fn place_of_record(&self, at: usize) -> Option<(PageKind, Option<String>)> {
        let own = PageKind::RegisterRecord(at);
        let own = self.context.plan.route(self.lang, own).map(|_| (own, None));
        own.or_else(|| self.place_in_group(at)).or_else(|| self.place_in_list(at))
    }

    fn place_in_group(&self, at: usize) -> Option<(PageKind, Option<String>)> {
        let groups = &self.context.registers.groups;
        let group = groups.iter().position(|group| group.records.contains(&at))?;
        // The page of a score tells of criteria, not of the rows that they are computed from.
        let has_rows = groups[group].score.is_none();
        Some((PageKind::RegisterGroup(group), has_rows.then(|| self.anchor(at))))
    }

    fn place_in_list(&self, at: usize) -> Option<(PageKind, Option<String>)> {
        let book = self.book_of_record(at)?;
        let section = self.context.section_of_folder(&book.section)?;
        let place = book.records.iter().position(|record| *record == at)?;
        let number = if register_pages(book) > 1 { place / PER_PAGE + 1 } else { 1 };
        // Of a calendar, days that are long over are not shown any more.
        let is_shown = !matches!(book.kind.layout, Layout::Week | Layout::Lookup);
        Some((PageKind::Register(section, number), is_shown.then(|| self.anchor(at))))
    }

    /// The anchor of a record wherever it stands in a list.
    fn anchor(&self, at: usize) -> String {
        format!("so-{}", self.context.registers.derived[at].slug)
    }

    fn row_of(&self, kind: &Kind, at: usize, columns: &[&str], with_body: bool) -> RowView {
        RowView {
            id: self.anchor(at),
            title: self.register_title(at),
            hours: self.hours(kind, at),
            href: self.href_to(PageKind::RegisterRecord(at)),
            cells: columns.iter().map(|id| self.cell(kind, at, id)).collect(),
            body: if with_body { self.cell(kind, at, &kind.body) } else { None },
        }
    }

    /// From when to when.
    fn hours(&self, kind: &Kind, at: usize) -> String {
        let time = |id: &str| match self.register_datum(at, id) {
            Some(crate::model::Datum::Text(time)) => Some(time.as_str()),
            _ => None,
        };
        match (time(&kind.starts), time(&kind.ends)) {
            (Some(from), Some(to)) => format!("{from}–{to}"),
            (Some(from), None) => from.to_owned(),
            (None, _) => String::new(),
        }
    }

    /// Records under the headings of their parts, in the order in which those come first.
    fn parts(&self, kind: &Kind, records: &[usize], columns: &[&str], with_body: bool) -> Vec<PartView> {
        let mut parts: Vec<PartView> = Vec::new();
        for &at in records {
            let row = self.row_of(kind, at, columns, with_body);
            let title = self.cell(kind, at, &kind.part).and_then(|cell| cell.values.into_iter().next());
            let title = title.map(|value| Phrase { text: value.text, record: value.record });
            match parts.iter_mut().find(|part| part.title == title) {
                Some(part) => part.rows.push(row),
                None => {
                    let id = title.as_ref().map_or_else(String::new, |title| crate::text::slug(&title.text));
                    parts.push(PartView { id: format!("phan-{id}"), title, rows: vec![row] });
                }
            }
        }
        parts
    }

    fn headings(&self, kind: &Kind, columns: &[&str]) -> Vec<HeadingView> {
        let named = columns.iter().filter_map(|id| cell::Named::of(kind, id));
        named.map(|named| HeadingView { text: named.heading(self), class: named.class() }).collect()
    }

    /// How many records satisfy each check; `page` says where the row of one stands, from here.
    fn checks(&self, kind: &Kind, counts: &[Count], page: impl Fn(usize) -> String) -> Vec<CheckView> {
        let view = |count: &Count| {
            let failed = count.failed.iter().take(MOST_FAILED).map(|&at| {
                let Phrase { text, record } = self.register_title(at);
                super::link::Link { text, href: format!("{}#{}", page(at), self.anchor(at)), record }
            });
            CheckView {
                name: kind.checks[count.check].name.in_lang(self.lang).to_owned(),
                share: format!("{}/{}", count.asked - count.failed.len(), count.asked),
                is_met: count.failed.is_empty(),
                failed: failed.collect(),
            }
        };
        counts.iter().filter(|count| count.asked > 0).map(view).collect()
    }

    fn laws(&self, kind: &Kind) -> Vec<LawView> {
        let view = |law: &crate::kinds::Law| LawView { source: law.source.clone(), verified: self.verified(&law.tag) };
        kind.laws.iter().map(view).collect()
    }

    /// How well a source was verified, in words.
    fn verified(&self, tag: &str) -> String {
        let name = tag.split(' ').next().unwrap_or(tag).to_lowercase();
        self.words.get(&format!("reg_tag_{name}")).to_owned()
    }
}
