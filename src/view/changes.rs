//! What changed since earlier publications.

use jiff::civil::Date;
use serde::Serialize;

use crate::changes::{Change, FieldChange, Publication, What, measure_of};
use crate::dataset::{Feed, FeedEntry, Related};
use crate::diag::Lang;
use crate::kinds::RESERVED;
use crate::plan::{PageKind, Route};
use crate::statistics;

use super::article::Day;
use super::here::Here;
use super::link::{Link, Phrase};
use super::{Page, ViewContext};

/// Changes that the page tells one by one; it stays readable on a phone and within the weight of any other page.
const MOST_SHOWN: usize = 150;
/// Changes that the page of a procedure tells.
const MOST_OF_RECORD: usize = 10;
/// Records that an entry of the feed names.
const MOST_NAMED: usize = 5;
/// Records that an entry of the feed links to.
const MOST_LINKED: usize = 20;

/// What the change log shows.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Since when there is a log, in words.
    pub since: String,
    /// How many publications are kept, in words.
    pub bounds: String,
    /// Link to the feed.
    pub feed: Option<String>,
    /// The publications, newest first.
    pub publications: Vec<PublicationView>,
}

/// One publication.
#[derive(Clone, Debug, Serialize)]
pub struct PublicationView {
    /// Its day, which is also its anchor.
    pub day: Day,
    /// What it changed in numbers.
    pub summary: String,
    /// The changes.
    pub entries: Vec<EntryView>,
    /// How many more there were, in words.
    pub more: Option<String>,
}

/// What happened to one record.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// `added`, `changed` or `withdrawn`.
    pub what: &'static str,
    /// The same in words.
    pub label: String,
    /// Kind of the record, in words.
    pub kind: String,
    /// Its code, for procedures.
    pub code: Option<String>,
    /// Its name, with its page where it has one.
    pub name: Link,
    /// What it says differently.
    pub fields: Vec<FieldView>,
}

/// One field that says something else.
#[derive(Clone, Debug, Serialize)]
pub struct FieldView {
    /// Its name.
    pub name: Phrase,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there.
    pub after: Option<String>,
    /// What can be said of it beside.
    pub note: Option<String>,
}

/// A change on the page of its procedure.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryView {
    /// Day of the publication.
    pub day: Day,
    /// What happened, in words.
    pub label: String,
    /// What it says differently.
    pub fields: Vec<FieldView>,
}

/// What stands at the old address of a procedure that was withdrawn.
#[derive(Clone, Debug, Serialize)]
pub struct WithdrawnView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Its code.
    pub code: String,
    /// Since when it is gone.
    pub day: Day,
    /// The register that it stood in, and the change log.
    pub links: Vec<Link>,
}

pub(super) fn view(here: &Here<'_>) -> ChangesView {
    let (since, publications) = match here.context.changes {
        Some(changes) => (here.date(changes.since), changes.publications.as_slice()),
        None => (here.date(here.context.as_of), &[][..]),
    };
    let mut left = MOST_SHOWN;
    let kept = here.words.number(crate::changes::MOST_PUBLICATIONS);
    ChangesView {
        page: here.page(here.title_of(PageKind::Changes), here.words.get("changes_description"), Vec::new()),
        since: here.words.fill("changes_since", &[("date", &since)]),
        bounds: here.words.fill("changes_bounds", &[("n", &kept), ("shown", &here.words.number(MOST_SHOWN))]),
        feed: here.context.plan.feed(PageKind::Changes).map(|route| here.href(route)),
        publications: publications.iter().map(|one| publication(here, one, &mut left)).collect(),
    }
}

fn publication(here: &Here<'_>, publication: &Publication, left: &mut usize) -> PublicationView {
    let entries: Vec<EntryView> = publication.changes.iter().take(*left).map(|change| entry(here, change)).collect();
    *left -= entries.len();
    let more = publication.total().saturating_sub(entries.len());
    PublicationView {
        day: here.day(publication.date),
        summary: summary(here, publication),
        more: (more > 0).then(|| here.words.count("changes_more", more)),
        entries,
    }
}

/// "2 mới, 1 thay đổi".
fn summary(here: &Here<'_>, publication: &Publication) -> String {
    let counted = [
        ("changes_added", publication.added),
        ("changes_changed", publication.changed),
        ("changes_withdrawn", publication.withdrawn),
    ];
    let told = counted.into_iter().filter(|(_, number)| *number > 0);
    told.map(|(key, number)| here.words.count(key, number)).collect::<Vec<_>>().join(", ")
}

fn entry(here: &Here<'_>, change: &Change) -> EntryView {
    let (what, fields) = what_of(here, change);
    let name = match change.name.as_str() {
        "" => Phrase::interface(here.words.get("changes_unnamed")),
        name => Phrase::record(name),
    };
    EntryView {
        what,
        label: here.words.get(label_key(what)).to_owned(),
        kind: kind_of(here, change),
        code: (change.kind == "procedures").then(|| change.key.clone()),
        name: Link { text: name.text, record: name.record, href: href_of(here, change).unwrap_or_default() },
        fields,
    }
}

/// What a record is one of, in words.
fn kind_of(here: &Here<'_>, change: &Change) -> String {
    match here.context.changes.and_then(|changes| changes.register(change)) {
        Some(kind) => kind.name.in_lang(here.lang).to_owned(),
        None if RESERVED.contains(&change.kind.as_str()) => {
            here.words.get(&format!("changes_kind_{}", change.kind)).to_owned()
        }
        None => here.words.get("changes_kind_other").to_owned(),
    }
}

fn what_of(here: &Here<'_>, change: &Change) -> (&'static str, Vec<FieldView>) {
    match &change.what {
        What::Added => ("added", Vec::new()),
        What::Changed { fields } => ("changed", fields.iter().map(|one| field(here, change, one)).collect()),
        What::Withdrawn => ("withdrawn", Vec::new()),
    }
}

fn label_key(what: &str) -> &'static str {
    match what {
        "added" => "changes_is_added",
        "withdrawn" => "changes_is_withdrawn",
        _ => "changes_is_changed",
    }
}

/// The page that shows a record, with its place there; or the page that tells of its withdrawal, or its section.
fn page_of(here: &Here<'_>, change: &Change) -> Option<(PageKind, Option<String>)> {
    let context = here.context;
    let changes = context.changes?;
    let own = match change.kind.as_str() {
        "procedures" => context.procedure_by_code(&change.key).map(PageKind::Procedure),
        "offices" => context.office_by_id(&change.key).map(PageKind::Place),
        _ => None,
    };
    let withdrawn = || {
        let all = changes.withdrawn();
        let at = all.iter().position(|(_, one)| one.kind == change.kind && one.key == change.key)?;
        Some(PageKind::Withdrawn(at))
    };
    let section = || Some(context.kind_of_section(context.section_of_folder(&change.section)?, here.lang));
    let is_there = |kind: &PageKind| context.plan.route(here.lang, *kind).is_some();
    let whole = |kind: PageKind| (kind, None);
    let in_register = || here.place_of_record(changes.place(change)?).filter(|(kind, _)| is_there(kind));
    own.filter(is_there)
        .map(whole)
        .or_else(in_register)
        .or_else(|| withdrawn().filter(is_there).map(whole))
        .or_else(|| section().filter(is_there).map(whole))
}

fn href_of(here: &Here<'_>, change: &Change) -> Option<String> {
    let (kind, anchor) = page_of(here, change)?;
    let page = here.href_to(kind)?;
    Some(anchor.map_or_else(|| page.clone(), |anchor| format!("{page}#{anchor}")))
}

fn field(here: &Here<'_>, record: &Change, change: &FieldChange) -> FieldView {
    let heading = here.context.changes.and_then(|changes| changes.heading(record, change));
    let known = change.field.starts_with("part_") || change.field.starts_with("change_");
    let name = match measure_of(&change.field) {
        Some(measure) => {
            let name = statistics::name(measure);
            Phrase::interface(if here.lang == Lang::Vi { name.vi } else { name.en })
        }
        None if known => Phrase::interface(here.words.get(&change.field)),
        None if heading.is_some() => Phrase::interface(heading.map_or("", |words| words.in_lang(here.lang))),
        None => Phrase::record(&change.field),
    };
    FieldView { name, before: change.before.clone(), after: change.after.clone(), note: note(here, change) }
}

/// What is said of a field whose words are not kept.
fn note(here: &Here<'_>, change: &FieldChange) -> Option<String> {
    let words = here.words;
    match (change.lines, &change.before, &change.after) {
        (Some((new, gone)), ..) => {
            Some(words.fill("changes_lines", &[("new", &words.number(new)), ("gone", &words.number(gone))]))
        }
        (None, None, None) => Some(words.get("changes_unkept").to_owned()),
        _ => None,
    }
}

/// The changes of a procedure, newest first.
pub(super) fn of_procedure(here: &Here<'_>, code: &str) -> Vec<HistoryView> {
    let Some(changes) = here.context.changes else { return Vec::new() };
    let view = |(date, change): (Date, &Change)| {
        let (what, fields) = what_of(here, change);
        HistoryView { day: here.day(date), label: here.words.get(label_key(what)).to_owned(), fields }
    };
    changes.of_record("procedures", code).take(MOST_OF_RECORD).map(view).collect()
}

pub(super) fn withdrawn_name(here: &Here<'_>, at: usize) -> Phrase {
    let withdrawn = here.context.changes.map(crate::changes::Changes::withdrawn).unwrap_or_default();
    match withdrawn.get(at).map(|(_, change)| change.name.as_str()) {
        Some("") | None => Phrase::interface(here.words.get("changes_unnamed")),
        Some(name) => Phrase::record(name),
    }
}

pub(super) fn withdrawn(here: &Here<'_>, at: usize) -> WithdrawnView {
    let all = here.context.changes.map(crate::changes::Changes::withdrawn).unwrap_or_default();
    let found = all.get(at);
    let code = found.map(|(_, change)| change.key.clone()).unwrap_or_default();
    let section = found.and_then(|(_, change)| here.context.section_of_folder(&change.section));
    let register = section.and_then(|section| here.link_to(PageKind::Procedures(section)));
    let crumbs: Vec<Link> = register.clone().into_iter().collect();
    let description = here.words.fill("withdrawn_description", &[("code", &code)]);
    WithdrawnView {
        page: here.page(withdrawn_name(here, at), &description, crumbs),
        code,
        day: here.day(found.map_or(here.context.as_of, |(date, _)| *date)),
        links: register.into_iter().chain(here.link_to(PageKind::Changes)).collect(),
    }
}

/// A record of the feed with its address.
fn related(here: &Here<'_>, change: &Change) -> Option<Related> {
    let (kind, anchor) = page_of(here, change)?;
    let route = here.context.plan.route(here.lang, kind)?;
    let page = anchor.map_or_else(|| route.clone(), |anchor| Route::file(format!("{}#{anchor}", route.as_str())));
    (!change.name.is_empty()).then(|| Related { title: change.name.clone(), page })
}

/// The change log as news, one entry a publication.
pub(super) fn feed(context: &ViewContext<'_>) -> Option<Feed> {
    let lang = context.config.default_language;
    let here = Here::at(context, context.plan.page(lang, PageKind::Changes)?);
    let page = context.plan.route(lang, PageKind::Changes)?;
    let entry = |publication: &Publication| {
        let named = publication.changes.iter().take(MOST_NAMED).map(|change| change.name.as_str());
        let names = named.filter(|name| !name.is_empty()).collect::<Vec<_>>().join("; ");
        let total = summary(&here, publication);
        FeedEntry {
            title: here.words.fill("changes_on", &[("date", &here.date(publication.date))]),
            summary: if names.is_empty() { total } else { format!("{total}: {names}") },
            page: Route::file(format!("{}#{}", page.as_str(), publication.date)),
            day: publication.date,
            related: publication.changes.iter().take(MOST_LINKED).filter_map(|change| related(&here, change)).collect(),
        }
    };
    Some(Feed {
        title: here.words.get("changes_title").to_owned(),
        lang: lang.tag().to_owned(),
        route: context.plan.feed(PageKind::Changes)?.clone(),
        page: page.clone(),
        entries: context.changes?.publications.iter().map(entry).collect(),
    })
}
