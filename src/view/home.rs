//! The home page: the citizen's question, and the ways to its answer.

use serde::Serialize;

use crate::config::Event;
use crate::model::Datum;
use crate::plan::{Dimension, List, ListKind, PageKind};
use crate::registers::Group;
use crate::text;

use super::Page;
use super::article::Entry;
use super::here::Here;
use super::link::{Link, Phrase};
use super::office::OfficeCard;
use super::row::Row;
use super::terms::Term;

/// Fields that the home page names; the others stand on their own page.
const FIELDS: usize = 12;
/// News that the home page names.
const NEWS: usize = 4;
/// Reception places that the home page shows.
const PLACES: usize = 4;

/// What the home page shows.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// Head, navigation and footer.
    pub page: Page,
    /// The question above everything.
    pub question: String,
    /// One sentence below it.
    pub lead: String,
    /// Text of the home section, HTML.
    pub html: String,
    /// Whether that text is in the page's language.
    pub translated: bool,
    /// Life events.
    pub events: Vec<EventView>,
    /// Procedures most asked for.
    pub featured: Vec<Row>,
    /// Fields with the most procedures, in Vietnamese order.
    pub fields: Vec<Term>,
    /// Link to all fields, where some are left out, with their number in words.
    pub all_fields: Option<Link>,
    /// The registers, each with its letters.
    pub registers: Vec<RegisterLink>,
    /// Offices that receive now.
    pub places: Vec<OfficeCard>,
    /// Link to all of them, where some are left out.
    pub all_places: Option<Link>,
    /// Newest articles.
    pub news: Vec<Entry>,
    /// How many disclosure criteria are met, where they were judged.
    pub disclosure: Option<Link>,
}

/// A life event with its procedures.
#[derive(Clone, Debug, Serialize)]
pub struct EventView {
    /// Anchor.
    pub id: String,
    /// Title.
    pub title: Phrase,
    /// One line about it; may be empty.
    pub text: Phrase,
    /// Its procedures.
    pub procedures: Vec<Row>,
    /// Link to its steps one after the other, where a register has them.
    pub steps: Option<String>,
}

/// A register with its letters.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterLink {
    /// The register.
    pub link: Link,
    /// How many procedures it holds, in words.
    pub total: String,
    /// Its letters.
    pub letters: Vec<Link>,
}

pub(super) fn view(here: &mut Here<'_>) -> HomeView {
    let context = here.context;
    let section =
        context.content.section("", here.lang).or_else(|| context.content.section("", context.config.default_language));
    let text = section.map(|own| (here.markdown(&own.path, &own.body).html, own.lang == here.lang, own));
    let here = &*here;
    let title = section.map(|own| own.title.as_str()).filter(|title| !title.is_empty());
    let question = title.unwrap_or_else(|| here.words.get("home_question"));
    let lead = section.map_or("", |own| &own.description);
    let fields = fields(here);
    let open = open_places(here);
    HomeView {
        page: here.page(Phrase::default(), lead, Vec::new()),
        question: question.to_owned(),
        lead: lead.to_owned(),
        translated: text.as_ref().is_none_or(|(_, own, _)| *own),
        html: text.map(|(html, ..)| html).unwrap_or_default(),
        events: events(here),
        featured: rows_of_codes(here, &here.context.config.home.featured),
        all_fields: all_fields(here, fields.1),
        fields: fields.0,
        registers: registers(here),
        all_places: all_link(here, PageKind::Places, "all_places", open.len(), PLACES),
        places: open.into_iter().take(PLACES).map(|at| here.office_card(at)).collect(),
        news: here.newest_articles(NEWS),
        disclosure: super::disclosure::link(here),
    }
}

/// Links to the life events of the home page.
pub(super) fn event_links(here: &Here<'_>) -> Vec<Link> {
    let Some(home) = here.href_to(PageKind::Home) else { return Vec::new() };
    let link =
        |EventView { id, title, .. }| Link { href: format!("{home}#{id}"), text: title.text, record: title.record };
    events(here).into_iter().map(link).collect()
}

/// The life events: those of registers with their steps, and those of the configuration that have procedures here. An
/// event of both is one, in the place where the configuration has it.
fn events(here: &Here<'_>) -> Vec<EventView> {
    let mut stepwise: Vec<&Group> = stepwise(here).collect();
    let mut views = Vec::new();
    for event in &here.context.config.home.events {
        let same = |group: &&Group| text::heading_key(&group.name) == text::heading_key(&event.title);
        let group = stepwise.iter().position(same).map(|at| stepwise.remove(at));
        views.push(event_view(here, event, group));
    }
    let own = stepwise.into_iter().map(|group| {
        let about = match group.shared.get("about") {
            Some(Datum::Text(about)) => about.lines().next().unwrap_or_default().to_owned(),
            _ => String::new(),
        };
        event_view(here, &Event { title: group.name.clone(), text: about, ..Event::default() }, Some(group))
    });
    let mut all: Vec<EventView> = own.collect();
    all.extend(views);
    all.retain(|event| !event.procedures.is_empty() || event.steps.is_some());
    all
}

/// The kind of register that holds the steps of life events.
const EVENTS: &str = "events";

/// The life events of registers.
fn stepwise<'a>(here: &Here<'a>) -> impl Iterator<Item = &'a Group> + use<'a> {
    let registers = here.context.registers;
    let books = registers.books.iter().filter(|book| book.kind.id == EVENTS);
    books.flat_map(|book| &book.groups).map(|at| &registers.groups[*at])
}

/// An event of the configuration, with the steps of the one that a register has of the same name.
fn event_view(here: &Here<'_>, event: &Event, group: Option<&Group>) -> EventView {
    let registers = here.context.registers;
    let at = group.and_then(|group| registers.groups.iter().position(|one| std::ptr::eq(one, group)));
    let mut codes: Vec<String> = Vec::new();
    let of_steps = group.into_iter().flat_map(|group| &group.records).flat_map(|at| codes_of_step(here, *at));
    for code in of_steps.chain(&event.codes) {
        if !codes.contains(code) {
            codes.push(code.clone());
        }
    }
    EventView {
        id: format!("viec-{}", text::slug(&event.title)),
        title: here.localized(&event.title, &event.title_en),
        text: here.localized(&event.text, &event.text_en),
        procedures: rows_of_codes(here, &codes),
        steps: at.and_then(|at| here.href_to(PageKind::RegisterGroup(at))),
    }
}

fn codes_of_step<'a>(here: &Here<'a>, at: usize) -> &'a [String] {
    match here.context.catalog.registers[at].record.get("procedure") {
        Some(Datum::List(codes)) => codes,
        _ => &[],
    }
}

/// Rows of the procedures that exist; a code that does not is reported where the configuration is checked.
fn rows_of_codes(here: &Here<'_>, codes: &[String]) -> Vec<Row> {
    codes.iter().filter_map(|code| here.row(here.context.procedure_by_code(code)?)).collect()
}

/// The fields with the most procedures in Vietnamese order, and the number of all.
pub(super) fn fields(here: &Here<'_>) -> (Vec<Term>, usize) {
    let mut lists: Vec<(usize, &List)> = here.context.plan.terms(Dimension::Field).collect();
    let all = lists.len();
    lists.sort_by_key(|(at, list)| (std::cmp::Reverse(list.members.len()), *at));
    lists.truncate(FIELDS);
    lists.sort_by_key(|(at, _)| *at);
    (lists.into_iter().filter_map(|(at, _)| here.term(at)).collect(), all)
}

fn open_places(here: &Here<'_>) -> Vec<usize> {
    let offices = here.context.catalog.offices.iter().enumerate();
    offices.filter(|(_, office)| here.context.is_open(&office.record)).map(|(at, _)| at).collect()
}

/// A link to the page of all fields, where more exist than [`fields`] names.
pub(super) fn all_fields(here: &Here<'_>, all: usize) -> Option<Link> {
    all_link(here, PageKind::Terms(Dimension::Field), "all_fields", all, FIELDS)
}

/// The registers, each with its letters.
pub(super) fn registers(here: &Here<'_>) -> Vec<RegisterLink> {
    here.context.register_sections().filter_map(|section| register(here, section)).collect()
}

/// A link to the page of all, where more exist than are shown.
fn all_link(here: &Here<'_>, kind: PageKind, key: &str, all: usize, shown: usize) -> Option<Link> {
    let href = here.href_to(kind).filter(|_| all > shown)?;
    Some(Link { text: here.words.count(key, all), href, record: false })
}

fn register(here: &Here<'_>, section: usize) -> Option<RegisterLink> {
    let letter = |(at, list): (usize, &List)| {
        let ListKind::Initial { initial, .. } = &list.kind else { return None };
        Some(Link { text: initial.label().to_owned(), href: here.href_to(PageKind::List(at, 1))?, record: false })
    };
    let total = here.context.plan.letters(section).map(|(_, list)| list.members.len()).sum();
    Some(RegisterLink {
        link: here.link_to(PageKind::Procedures(section))?,
        total: here.words.count("procedures", total),
        letters: here.context.plan.letters(section).filter_map(letter).collect(),
    })
}
