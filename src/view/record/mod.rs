//! Records as plain values, for templates that know nothing of them: what a page is about, in the words of open data.
//!
//! Only what stands on the page itself is here: columns that may be published, and nothing of registers whose records
//! may not be named one by one.

mod procedure;

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::kinds::Kind;
use crate::model::{Office, Register};
use crate::plan::{Dimension, ListKind, PageKind, PlannedPage};

use super::ViewContext;
use super::here::Here;

/// What is known of a page before it is made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Its title.
    pub title: String,
    /// The day of what it shows, where the record has one.
    pub date: Option<Date>,
    /// The day on which the record was taken over from its source.
    pub updated: Option<Date>,
    /// Whether it shows one record of its section.
    pub is_record: bool,
    /// Names under which it is filed.
    pub terms: Vec<(Dimension, Vec<String>)>,
    /// The record in short.
    pub brief: Map<String, Value>,
}

/// What is known of a page before it is made.
#[must_use]
pub fn outline(context: &ViewContext<'_>, planned: &PlannedPage) -> Outline {
    let here = Here::at(context, planned);
    let mut outline = Outline { title: here.title_of(planned.kind).text, ..Outline::default() };
    let known = match planned.kind {
        PageKind::Procedure(at) => {
            let sourced = &context.catalog.procedures[at];
            let decision = sourced.record.decision.as_ref();
            outline.date = decision.and_then(|decision| decision.published.or(decision.date));
            outline.updated = retrieved(context, sourced.provenance);
            outline.terms = procedure::terms(context, &sourced.record);
            outline.is_record = true;
            procedure::brief(&here, &sourced.record)
        }
        PageKind::RegisterRecord(at) => {
            let sourced = &context.catalog.registers[at];
            let kind = kind_of(context, sourced.provenance);
            outline.date = kind.and_then(|kind| sourced.record.date(&kind.day));
            outline.updated = retrieved(context, sourced.provenance);
            outline.is_record = true;
            json!({ "kind": sourced.record.kind, "key": sourced.record.key })
        }
        PageKind::RegisterGroup(at) => {
            outline.is_record = true;
            json!({ "kind": "group", "name": context.registers.groups[at].name })
        }
        PageKind::RankingIndex(at) => {
            outline.is_record = true;
            json!({ "kind": "ranking", "index": context.rankings.indexes[at].scheme.id })
        }
        PageKind::RankingEdition(at, table) => {
            let index = &context.rankings.indexes[at];
            let edition = index.tables[table].edition;
            outline.date = Some(edition.last_day());
            json!({ "kind": "ranking_edition", "index": index.scheme.id, "edition": edition.to_string() })
        }
        PageKind::RankingUnit(at, unit) => {
            let index = &context.rankings.indexes[at];
            json!({ "kind": "ranking_unit", "index": index.scheme.id, "unit": index.units[unit].name })
        }
        PageKind::StatisticsPeriod(at) => {
            let period = &context.statistics.periods[at];
            outline.date = period.period.days().map(|(_, last)| last);
            outline.is_record = true;
            json!({ "kind": "statistics_period", "period": period.slug })
        }
        PageKind::StatisticsUnit(at) => {
            json!({ "kind": "statistics_unit", "unit": context.statistics.units[at].name })
        }
        PageKind::Place(at) => office(context.office(at)),
        PageKind::List(at, number) => list(&context.plan.lists[at].kind, number),
        kind => json!({ "kind": kind_name(kind) }),
    };
    outline.brief = object(known);
    outline
}

/// The whole record of a page: what [`outline`] says in short, and everything else that may be published.
#[must_use]
pub fn record(context: &ViewContext<'_>, planned: &PlannedPage) -> Map<String, Value> {
    let here = Here::at(context, planned);
    let mut record = outline(context, planned).brief;
    match planned.kind {
        PageKind::Procedure(at) => record.extend(procedure::whole(&here, at)),
        PageKind::RegisterRecord(at) => record.extend(register(context, at)),
        PageKind::RegisterGroup(at) => {
            let members = &context.registers.groups[at].records;
            record
                .insert("records".to_owned(), members.iter().map(|at| Value::Object(register(context, *at))).collect());
        }
        _ => {}
    }
    let links = here.data_links(planned.kind);
    if !links.is_empty() {
        let files = links.iter().map(|link| json!({ "name": link.text, "href": link.href, "type": link.media_type }));
        record.insert("files".to_owned(), files.collect());
    }
    if has_figures(planned.kind)
        && let Some(data) = super::open_data(context, planned.kind)
    {
        // The very text of the file, so that a theme's table and the download never differ.
        record.insert("data".to_owned(), serde_json::from_str(&data.dataset.json()).unwrap_or_default());
    }
    record
}

/// Pages that are a table of figures; a register of procedures has a page for each instead.
const fn has_figures(kind: PageKind) -> bool {
    matches!(
        kind,
        PageKind::RankingIndex(_)
            | PageKind::RankingEdition(..)
            | PageKind::RankingUnit(..)
            | PageKind::StatisticsPeriod(_)
            | PageKind::StatisticsUnit(_)
            | PageKind::Register(_, 1)
    )
}

const fn kind_name(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Home => "home",
        PageKind::Procedures(_) => "procedures",
        PageKind::Terms(Dimension::Field) => "fields",
        PageKind::Terms(Dimension::Agency) => "agencies",
        PageKind::Terms(Dimension::Level) => "levels",
        PageKind::Places => "places",
        PageKind::Contact(_) => "offices",
        PageKind::Officers(_) => "officers",
        PageKind::Rankings(_) => "rankings",
        PageKind::RankingCompare(_) => "ranking_compare",
        PageKind::Statistics(_) => "statistics",
        PageKind::Register(..) => "register",
        PageKind::AboutData => "about_data",
        PageKind::Changes => "changes",
        PageKind::Withdrawn(_) => "withdrawn",
        PageKind::OpenData => "open_data",
        PageKind::Disclosure => "disclosure",
        PageKind::Search => "search",
        _ => "page",
    }
}

fn list(kind: &ListKind, number: usize) -> Value {
    let (by, name) = match kind {
        ListKind::Initial { initial, .. } => ("letter", initial.label()),
        ListKind::Field(name) => ("field", name.as_str()),
        ListKind::Agency(name) => ("agency", name.as_str()),
        ListKind::Level(_) => ("level", ""),
    };
    json!({ "kind": "list", "by": by, "name": name, "number": number })
}

fn office(office: &Office) -> Value {
    json!({
        "kind": "office",
        "id": office.id,
        "name": office.name,
        "address": office.address.as_ref().map(|address| &address.text),
        "hours": office.hours,
        "phones": office.contact.phones,
        "hotlines": office.contact.hotlines,
        "emails": office.contact.emails,
        "website": office.contact.website,
        "fields": office.fields,
    })
}

/// The public columns of a record, and what is computed from it; nothing where its register names no single records.
fn register(context: &ViewContext<'_>, at: usize) -> Map<String, Value> {
    let sourced = &context.catalog.registers[at];
    let Some(kind) = kind_of(context, sourced.provenance).filter(|kind| kind.is_listed()) else { return Map::new() };
    let own = kind.public_columns().filter_map(|column| Some((column.id.as_str(), sourced.record.get(&column.id)?)));
    let derived = context.registers.derived[at].values.iter().map(|(name, value)| (name.as_str(), value));
    let values = own.chain(derived);
    let values = values.filter_map(|(name, value)| Some((name.to_owned(), serde_json::to_value(value).ok()?)));
    let Register { kind, key, .. } = &sourced.record;
    let mut record = Map::from_iter(values);
    record.insert("kind".to_owned(), kind.as_str().into());
    record.insert("key".to_owned(), key.as_str().into());
    record
}

fn kind_of<'c>(context: &'c ViewContext<'_>, provenance: usize) -> Option<&'c Kind> {
    let section = &context.catalog.provenances.get(provenance)?.section;
    context.registers.book(section).map(|book| &*book.kind)
}

fn retrieved(context: &ViewContext<'_>, provenance: usize) -> Option<Date> {
    context.catalog.provenances.get(provenance)?.retrieved
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
