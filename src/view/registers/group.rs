//! Records that belong together: a plan with its tasks, a life event with its steps.

use serde::Serialize;

use crate::kinds::{Kind, Pages};
use crate::plan::PageKind;
use crate::registers::Group;
use crate::view::Page;
use crate::view::here::Here;

use super::cell::Named;
use super::score::ScoreView;
use super::{CellView, CheckView, HeadingView, LawView, PartView};

/// What the page of a group shows.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterGroupView {
    /// Head, navigation and footer.
    pub page: Page,
    /// What is said of the whole.
    pub facts: Vec<CellView>,
    /// Long texts about the whole.
    pub texts: Vec<CellView>,
    /// How many records there are, in words.
    pub total: String,
    /// Whether the records are steps, one after the other.
    pub steps: bool,
    /// Heading of the records' names.
    pub title_heading: String,
    /// Headings of their columns.
    pub headings: Vec<HeadingView>,
    /// The records, under the headings of their parts.
    pub parts: Vec<PartView>,
    /// What they are asked for.
    pub checks: Vec<CheckView>,
    /// The instruments behind the register.
    pub laws: Vec<LawView>,
    /// What the unit has scored, where the group is one.
    pub score: Option<ScoreView>,
}

pub(in crate::view) fn group(here: &Here<'_>, at: usize) -> RegisterGroupView {
    let group = &here.context.registers.groups[at];
    let book = &here.context.registers.books[group.book];
    let kind = &*book.kind;
    let shared = shared(here, kind, group);
    let description = shared.iter().flat_map(|cell| &cell.values).map(|value| value.text.as_str()).next().unwrap_or("");
    let section = here.context.section_of_folder(&book.section);
    let crumb = section.and_then(|section| here.link_to(PageKind::Register(section, 1)));
    let page = here.page(here.title_of(PageKind::RegisterGroup(at)), description, crumb.into_iter().collect());
    let (texts, facts) = shared.into_iter().partition(|cell| !cell.blocks.is_empty());
    let columns = columns(here, kind, group);
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    RegisterGroupView {
        page,
        facts,
        texts,
        total: here.counted(kind, group.records.len()),
        steps: kind.pages == Pages::Steps,
        title_heading: kind.column(&kind.title).map_or("", |column| column.heading_in(here.lang)).to_owned(),
        headings: here.headings(kind, &columns),
        parts: here.parts(kind, &group.records, &columns, true),
        checks: here.checks(kind, &group.counts, |_| String::new()),
        laws: here.laws(kind),
        score: group.score.as_ref().map(|score| here.score(score)),
    }
}

/// What is said of the whole.
fn shared(here: &Here<'_>, kind: &Kind, group: &Group) -> Vec<CellView> {
    let columns = kind.columns.iter().filter(|column| column.shared && column.is_public());
    let cell = |column: &crate::kinds::Column| {
        let datum = group.shared.get(&column.id)?;
        here.cell_of(kind, &Named::Column(column), &column.id, datum)
    };
    columns.filter_map(cell).collect()
}

/// Columns of which some record says something, besides those that the page shows elsewhere.
fn columns(here: &Here<'_>, kind: &Kind, group: &Group) -> Vec<String> {
    let elsewhere = [&kind.title, &kind.group, &kind.part, &kind.body];
    let is_own = |id: &&String| {
        !elsewhere.contains(id) && !kind.column(id).is_some_and(|column| column.shared || !column.is_public())
    };
    let own = kind.columns.iter().map(|column| &column.id).chain(kind.computed.iter().map(|computed| &computed.id));
    let listed: Vec<&String> = if kind.list.is_empty() { own.collect() } else { kind.list.iter().collect() };
    let says = |id: &&String| group.records.iter().any(|&at| here.cell(kind, at, id).is_some());
    listed.into_iter().filter(is_own).filter(says).cloned().collect()
}
