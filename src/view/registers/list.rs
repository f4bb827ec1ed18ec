//! The list of a register, in the form of its kind.

use serde::Serialize;

use crate::kinds::{Kind, Layout};
use crate::plan::{PER_PAGE, PageKind, register_pages};
use crate::registers::Book;
use crate::view::Page;
use crate::view::here::Here;
use crate::view::link::{Link, Phrase};
use crate::view::list::PageLink;
use crate::view::open_data::DataLink;

use super::cell::Named;
use super::score::ScoreRow;
use super::week::WeekView;
use super::{CellView, CheckView, HeadingView, LawView, PartView};

/// What the page of a register shows.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterListView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Text of the section, HTML.
    pub html: String,
    /// Whether that text is in the page's language.
    pub translated: bool,
    /// What the register is for.
    pub about: String,
    /// How it looks: `table`, `entries`, `answers`, `links`, `week`, `lookup`, `groups`, `scores`.
    pub layout: &'static str,
    /// How many records there are, in words.
    pub total: String,
    /// Figures over all records.
    pub figures: Vec<FigureView>,
    /// Heading of the records' names.
    pub title_heading: String,
    /// Headings of their columns.
    pub headings: Vec<HeadingView>,
    /// The records of this page, under the headings of their parts.
    pub parts: Vec<PartView>,
    /// The groups.
    pub groups: Vec<GroupView>,
    /// Units with their scores.
    pub scores: Vec<ScoreRow>,
    /// Weeks that are not over.
    pub weeks: Vec<WeekView>,
    /// Weeks that are.
    pub past: Vec<WeekView>,
    /// Where a record is looked up.
    pub lookup: Option<LookupView>,
    /// What the records are asked for.
    pub checks: Vec<CheckView>,
    /// The instruments behind the register.
    pub laws: Vec<LawView>,
    /// Numbered links to all pages, where there are several.
    pub pages: Vec<PageLink>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The records as files.
    pub data: Vec<DataLink>,
}

/// A figure over all records.
#[derive(Clone, Debug, Serialize)]
pub struct FigureView {
    /// What it is.
    pub name: String,
    /// Its value; nothing where there is nothing to count.
    pub value: Option<String>,
    /// How it comes about.
    pub method: String,
}

/// A group in the list of groups.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// Its page.
    pub link: Link,
    /// What is said of the whole, in short.
    pub facts: Vec<CellView>,
    /// How many records it has, in words.
    pub total: String,
}

/// Where a record is looked up by its code.
#[derive(Clone, Debug, Serialize)]
pub struct LookupView {
    /// Link to the folder of the files.
    pub folder: String,
    /// How many digits name a file.
    pub digits: usize,
    /// The form that codes have, for the hint.
    pub example: String,
    /// What each degree of completion is called, as JSON.
    pub states: String,
    /// How many records are in each, without telling which.
    pub counts: Vec<FigureView>,
}

pub(in crate::view) fn list(here: &mut Here<'_>, section: usize, number: usize) -> RegisterListView {
    let text = here.section_markdown(section);
    let here = &*here;
    let title = here.context.section_title(section, here.lang);
    let book = here.book(section);
    let pages = book.map_or(1, register_pages);
    let numbered = match number {
        1 => title.text.clone(),
        _ => here.words.fill("title_of_page", &[("title", &title.text), ("n", &number.to_string())]),
    };
    let crumbs = if number > 1 { here.link_to(PageKind::Register(section, 1)) } else { None };
    let href = |number: usize| here.href_to(PageKind::Register(section, number));
    let link = |page: usize| Some(PageLink { number: page, href: href(page)?, current: page == number });
    let mut view = RegisterListView {
        page: here.page(Phrase { text: numbered, ..title }, &text.description, crumbs.into_iter().collect()),
        html: if number == 1 { text.html } else { String::new() },
        translated: text.translated,
        about: String::new(),
        layout: "table",
        total: String::new(),
        figures: Vec::new(),
        title_heading: String::new(),
        headings: Vec::new(),
        parts: Vec::new(),
        groups: Vec::new(),
        scores: Vec::new(),
        weeks: Vec::new(),
        past: Vec::new(),
        lookup: None,
        checks: Vec::new(),
        laws: Vec::new(),
        pages: if pages > 1 { (1..=pages).filter_map(link).collect() } else { Vec::new() },
        previous: number.checked_sub(1).filter(|&page| page > 0).and_then(href),
        next: href(number + 1),
        data: here.data_links(PageKind::Register(section, 1)),
    };
    if let Some(book) = book {
        fill(here, &mut view, section, book, number);
    }
    view
}

/// What the records give.
fn fill(here: &Here<'_>, view: &mut RegisterListView, section: usize, book: &Book, number: usize) {
    let kind = &*book.kind;
    view.about = kind.about.in_lang(here.lang).to_owned();
    view.layout = layout(kind.layout);
    view.total = here.counted(kind, book.records.len());
    view.laws = here.laws(kind);
    if number == 1 {
        view.figures = figures(here, book);
        view.checks = if kind.is_grouped() {
            Vec::new()
        } else {
            here.checks(kind, &book.counts, |at| page_of(here, section, book, at))
        };
    }
    match kind.layout {
        Layout::Week => (view.weeks, view.past) = here.weeks(kind, &book.records),
        Layout::Lookup => view.lookup = lookup(here, section, book),
        Layout::Groups => view.groups = groups(here, book),
        Layout::Scores => view.scores = here.score_rows(book),
        Layout::Table | Layout::Entries | Layout::Answers | Layout::Links => {
            let columns: Vec<&str> = kind.list.iter().map(String::as_str).collect();
            let shown = match register_pages(book) {
                1 => book.records.as_slice(),
                _ => book.records.chunks(PER_PAGE).nth(number - 1).unwrap_or_default(),
            };
            let with_body = matches!(kind.layout, Layout::Answers | Layout::Links);
            view.title_heading = kind.column(&kind.title).map_or("", |column| column.heading_in(here.lang)).to_owned();
            view.headings = here.headings(kind, &columns);
            view.parts = here.parts(kind, shown, &columns, with_body);
        }
    }
}

/// The page of the list on which a record stands, as a link from the first; empty for the first itself.
fn page_of(here: &Here<'_>, section: usize, book: &Book, at: usize) -> String {
    let place = book.records.iter().position(|record| *record == at).unwrap_or(0);
    match place / PER_PAGE {
        before if before > 0 && register_pages(book) > 1 => {
            here.href_to(PageKind::Register(section, before + 1)).unwrap_or_default()
        }
        _ => String::new(),
    }
}

const fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::Table => "table",
        Layout::Entries => "entries",
        Layout::Answers => "answers",
        Layout::Links => "links",
        Layout::Week => "week",
        Layout::Lookup => "lookup",
        Layout::Groups => "groups",
        Layout::Scores => "scores",
    }
}

fn figures(here: &Here<'_>, book: &Book) -> Vec<FigureView> {
    let figures = book.kind.figures.iter().zip(&book.figures);
    let view = |(figure, value): (&crate::kinds::Figure, &Option<crate::model::Datum>)| FigureView {
        name: figure.name.in_lang(here.lang).to_owned(),
        value: value
            .as_ref()
            .and_then(crate::model::Datum::number)
            .map(|number| here.number_text(figure.column_type, number)),
        method: figure.method.as_ref().map_or("", |method| method.in_lang(here.lang)).to_owned(),
    };
    figures.map(view).collect()
}

fn groups(here: &Here<'_>, book: &Book) -> Vec<GroupView> {
    let kind = &*book.kind;
    let view = |&at: &usize| {
        let group = &here.context.registers.groups[at];
        let fact = |column: &crate::kinds::Column| {
            let datum = group.shared.get(&column.id)?;
            here.cell_of(kind, &Named::Column(column), &column.id, datum).filter(|cell| cell.blocks.is_empty())
        };
        let columns = kind.columns.iter().filter(|column| column.shared && column.is_public());
        Some(GroupView {
            link: here.link_to(PageKind::RegisterGroup(at))?,
            facts: columns.filter_map(fact).collect(),
            total: here.counted(kind, group.records.len()),
        })
    };
    book.groups.iter().filter_map(view).collect()
}

fn lookup(here: &Here<'_>, section: usize, book: &Book) -> Option<LookupView> {
    let kind = &*book.kind;
    let lookup = here.context.plan.lookup(section)?;
    let states = kind.column("status")?;
    let label = |choice: &crate::kinds::Choice| choice.label.in_lang(here.lang).to_owned();
    let names: std::collections::BTreeMap<&str, String> =
        states.choices.iter().map(|choice| (choice.id.as_str(), label(choice))).collect();
    let count = |choice: &crate::kinds::Choice| {
        let has = |at: &&usize| matches!(here.register_datum(**at, "status"), Some(crate::model::Datum::Text(id)) if *id == choice.id);
        let number = book.records.iter().filter(has).count();
        FigureView { name: label(choice), value: Some(here.words.number(number)), method: String::new() }
    };
    Some(LookupView {
        folder: here.href(lookup.folder()),
        digits: lookup.digits(),
        example: kind.column(&kind.key).map_or("", |column| &column.shape).replace('A', "H"),
        states: serde_json::to_string(&names).unwrap_or_default(),
        counts: states.choices.iter().map(count).collect(),
    })
}

impl Here<'_> {
    /// A number of records, in words: "25 nhiệm vụ".
    pub(super) fn counted(&self, kind: &Kind, number: usize) -> String {
        let key = if number == 1 { "reg_counted_one" } else { "reg_counted_other" };
        self.words.fill(key, &[("n", &self.words.number(number)), ("one", kind.one.in_lang(self.lang))])
    }
}
