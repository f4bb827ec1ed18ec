//! What changed since earlier publications.

use jiff::civil::Date;
use serde::Serialize;

use crate::changes::{Change, FieldChange, Publication, What, measure_of};
use crate::dataset::{Feed, FeedEntry};
use crate::diag::Lang;
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
    let (what, fields) = what_of(here, &change.what);
    let name = match change.name.as_str() {
        "" => Phrase::interface(here.words.get("changes_unnamed")),
        name => Phrase::record(name),
    };
    EntryView {
        what,
        label: here.words.get(label_key(what)).to_owned(),
        kind: here.words.get(&format!("changes_kind_{}", change.kind)).to_owned(),
        code: (change.kind == "procedures").then(|| change.key.clone()),
        name: Link { text: name.text, record: name.record, href: page_of(here, change).unwrap_or_default() },
        fields,
    }
}

fn what_of(here: &Here<'_>, what: &What) -> (&'static str, Vec<FieldView>) {
    match what {
        What::Added => ("added", Vec::new()),
        What::Changed { fields } => ("changed", fields.iter().map(|change| field(here, change)).collect()),
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

/// The page that shows a record, or the one that tells of its withdrawal, or its section.
fn page_of(here: &Here<'_>, change: &Change) -> Option<String> {
    let context = here.context;
    let own = match change.kind.as_str() {
        "procedures" => context.procedure_by_code(&change.key).map(PageKind::Procedure),
        "offices" => context.office_by_id(&change.key).map(PageKind::Place),
        _ => None,
    };
    let withdrawn = || {
        let all = context.changes?.withdrawn();
        let at = all.iter().position(|(_, one)| one.kind == change.kind && one.key == change.key)?;
        here.href_to(PageKind::Withdrawn(at))
    };
    let section = || here.href_to(context.kind_of_section(context.section_of_folder(&change.section)?, here.lang));
    own.and_then(|kind| here.href_to(kind)).or_else(withdrawn).or_else(section)
}

fn field(here: &Here<'_>, change: &FieldChange) -> FieldView {
    let known = change.field.starts_with("part_") || change.field.starts_with("change_");
    let name = match measure_of(&change.field) {
        Some(measure) => {
            let name = statistics::name(measure);
            Phrase::interface(if here.lang == Lang::Vi { name.vi } else { name.en })
        }
        None if known => Phrase::interface(here.words.get(&change.field)),
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
        let (what, fields) = what_of(here, &change.what);
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

/// The change log as news, one entry a publication.
pub(super) fn feed(context: &ViewContext<'_>) -> Option<Feed> {
    let lang = context.config.default_language;
    let here = Here::at(context, context.plan.page(lang, PageKind::Changes)?);
    let page = context.plan.route(lang, PageKind::Changes)?;
    let entry = |publication: &Publication| {
        let named = publication.changes.iter().take(5).map(|change| change.name.as_str());
        let names = named.filter(|name| !name.is_empty()).collect::<Vec<_>>().join("; ");
        let total = summary(&here, publication);
        FeedEntry {
            title: here.words.fill("changes_on", &[("date", &here.date(publication.date))]),
            summary: if names.is_empty() { total } else { format!("{total}: {names}") },
            page: Route::file(format!("{}#{}", page.as_str(), publication.date)),
            day: publication.date,
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
