//! Records → their fields in words.

use std::collections::BTreeMap;

use crate::model::{
    Agencies, Catalog, Channel, ChannelKind, DossierCase, DossierItem, LegalBasis, Level, Measure, Office, Officer,
    OnlineLevel, Part, Procedure, Provenance, Quantity, RankedUnit, ReceptionPlace, Sourced, StatisticsRow, StepCase,
};
use crate::text::format_date;

use super::kept::Value;
use super::snapshot::KeptRecord;

/// Kind → key → record.
pub(super) type Records = BTreeMap<String, BTreeMap<String, Record>>;

/// A record in words.
pub(super) struct Record {
    pub(super) name: String,
    pub(super) section: String,
    /// Id of the field and its value, in the order of the record; empty ones are left out.
    pub(super) fields: Vec<(String, Value)>,
}

/// Every record of the catalogue in words, but for those of registers.
pub(super) fn records(catalog: &Catalog) -> Records {
    let of = Maker { catalog, nowhere: Provenance::default() };
    BTreeMap::from([
        ("procedures".to_owned(), of.each(&catalog.procedures, procedure)),
        ("offices".to_owned(), of.each(&catalog.offices, office)),
        ("officers".to_owned(), of.each(&catalog.officers, officer)),
        ("rankings".to_owned(), of.each(&catalog.rankings, ranked)),
        ("statistics".to_owned(), of.each(&catalog.statistics, statistics)),
    ])
}

/// The records as the snapshot keeps them.
pub(super) fn kept(records: Records) -> BTreeMap<String, BTreeMap<String, KeptRecord>> {
    let keep = |record: Record| KeptRecord {
        name: record.name,
        section: record.section,
        fields: record.fields.into_iter().map(|(id, value)| (id, value.keep())).collect(),
    };
    let of_kind = |records: BTreeMap<String, Record>| records.into_iter().map(|(key, one)| (key, keep(one))).collect();
    records.into_iter().map(|(kind, records)| (kind, of_kind(records))).collect()
}

/// Makes key, name and fields of a record.
type Make<T> = fn(&T, &Provenance) -> (String, String, Fields);

struct Maker<'a> {
    catalog: &'a Catalog,
    nowhere: Provenance,
}

impl Maker<'_> {
    /// The records of one kind. Keys that repeat are numbered, so that no record hides another.
    fn each<T>(&self, sourced: &[Sourced<T>], make: Make<T>) -> BTreeMap<String, Record> {
        let mut records = BTreeMap::new();
        for Sourced { record, provenance, .. } in sourced {
            let from = self.catalog.provenances.get(*provenance).unwrap_or(&self.nowhere);
            let (own, name, fields) = make(record, from);
            let mut key = own.clone();
            let mut number = 1;
            while records.contains_key(&key) {
                number += 1;
                key = format!("{own} #{number}");
            }
            records.insert(key, Record { name, section: from.section.clone(), fields: fields.list });
        }
        records
    }
}

/// Fields as they are gathered.
#[derive(Default)]
struct Fields {
    list: Vec<(String, Value)>,
}

impl Fields {
    fn open(mut self, id: &str, text: impl Into<String>) -> Self {
        let text: String = text.into();
        if !text.trim().is_empty() {
            self.list.push((id.to_owned(), Value::Open(text)));
        }
        self
    }

    fn closed(mut self, id: &str, text: &str) -> Self {
        if !text.trim().is_empty() {
            self.list.push((id.to_owned(), Value::Closed(text.to_owned())));
        }
        self
    }

    fn part<T>(self, id: &str, part: &Part<T>, words: impl Fn(&T) -> String) -> Self {
        match part {
            Part::Stated(value) => self.open(id, words(value)),
            Part::NotApplicable(words) => self.open(id, words.as_str()),
            Part::NotPublished => self,
        }
    }
}

fn procedure(record: &Procedure, _: &Provenance) -> (String, String, Fields) {
    let decision = record.decision.as_ref().map(|decision| {
        let day = decision.date.map(|day| format!(", {}", format_date(day))).unwrap_or_default();
        format!("{}{day}", decision.number)
    });
    let channels = record.channels.stated().map_or(&[][..], Vec::as_slice);
    let fields = Fields::default()
        .open("part_name", record.name.as_str())
        .open("part_field", record.field.clone().unwrap_or_default())
        .open("part_level", record.levels.iter().map(level).collect::<Vec<_>>().join("; "))
        .open("part_kind", record.kind.clone().unwrap_or_default())
        .open("part_decision", decision.unwrap_or_default())
        .part("part_channels", &record.channels, |all| each(all, |one| with_note(channel_name(one), &one.note)))
        .open("part_time_limit", each(channels, time_limits))
        .open("part_fees", each(channels, fees))
        .part("part_dossier", &record.dossier, |cases| cases.iter().map(dossier).collect::<Vec<_>>().join("\n"))
        .part("part_sets", &record.sets, Clone::clone)
        .part("part_steps", &record.steps, |cases| cases.iter().map(steps).collect::<Vec<_>>().join("\n"))
        .part("part_subjects", &record.subjects, |all| all.join("; "))
        .part("part_reception", &record.reception, |all| each(all, place))
        .part("part_results", &record.results, |all| all.join("\n"))
        .part("part_conditions", &record.conditions, Clone::clone)
        .part("part_legal_basis", &record.legal_basis, |all| each(all, legal))
        .part("part_description", &record.description, Clone::clone)
        .open("part_online", record.online_level.as_ref().map(online).unwrap_or_default());
    (record.code.to_string(), record.name.clone(), agencies(fields, &record.agencies))
}

fn agencies(fields: Fields, agencies: &Agencies) -> Fields {
    fields
        .open("part_executing", agencies.executing.join("; "))
        .open("part_competent", agencies.competent.join("; "))
        .open("part_delegated", agencies.delegated.join("; "))
        .open("part_cooperating", agencies.cooperating.join("; "))
}

/// One line for each, without those that say nothing.
fn each<T>(all: &[T], words: impl Fn(&T) -> String) -> String {
    all.iter().map(words).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn with_note(head: String, note: &str) -> String {
    match (head.is_empty(), note.is_empty()) {
        (_, true) => head,
        (true, false) => note.to_owned(),
        (false, false) => format!("{head}: {note}"),
    }
}

fn channel_name(channel: &Channel) -> String {
    match &channel.kind {
        ChannelKind::Direct => "Trực tiếp".to_owned(),
        ChannelKind::Online => "Trực tuyến".to_owned(),
        ChannelKind::Postal => "Dịch vụ bưu chính".to_owned(),
        ChannelKind::Other(words) => words.clone(),
    }
}

fn time_limits(channel: &Channel) -> String {
    let limits: Vec<&str> = channel.time_limits.iter().map(|limit| limit.text.as_str()).collect();
    if limits.is_empty() { String::new() } else { with_note(channel_name(channel), &limits.join("; ")) }
}

fn fees(channel: &Channel) -> String {
    let fees: Vec<&str> = channel.fees.iter().map(|fee| fee.text.as_str()).collect();
    if fees.is_empty() { String::new() } else { with_note(channel_name(channel), &fees.join("; ")) }
}

fn dossier(case: &DossierCase) -> String {
    let lines = case.name.iter().cloned().chain(case.items.iter().map(paper));
    lines.collect::<Vec<_>>().join("\n")
}

fn paper(item: &DossierItem) -> String {
    let count = |quantity: &Quantity, what: &str| match quantity {
        Quantity::Count(0) | Quantity::NotPublished => String::new(),
        Quantity::Count(number) => format!(", {number} {what}"),
        Quantity::Words(words) => format!(", {what}: {words}"),
    };
    let form = item.form.as_ref().map(|form| format!(" ({})", form.name)).unwrap_or_default();
    format!("{}{}{}{form}", item.name, count(&item.originals, "bản chính"), count(&item.copies, "bản sao"))
}

fn steps(case: &StepCase) -> String {
    case.name.as_ref().map_or_else(|| case.text.clone(), |name| format!("{name}\n{}", case.text))
}

fn place(place: &ReceptionPlace) -> String {
    match place {
        ReceptionPlace::Office(id) | ReceptionPlace::Words(id) => id.clone(),
    }
}

fn legal(basis: &LegalBasis) -> String {
    with_note(basis.number.clone().unwrap_or_default(), &basis.title)
}

fn level(level: &Level) -> String {
    match level {
        Level::Central => "Cấp Bộ".to_owned(),
        Level::Province => "Cấp tỉnh".to_owned(),
        Level::District => "Cấp huyện".to_owned(),
        Level::Commune => "Cấp xã".to_owned(),
        Level::Other(words) => words.clone(),
    }
}

fn online(level: &OnlineLevel) -> String {
    match level {
        OnlineLevel::FullProcess => "Toàn trình".to_owned(),
        OnlineLevel::PartialProcess => "Một phần".to_owned(),
        OnlineLevel::InformationOnly => "Cung cấp thông tin".to_owned(),
        OnlineLevel::Historic(number) => format!("Mức độ {number}"),
        OnlineLevel::Other(words) => words.clone(),
    }
}

/// Telephones and addresses are told of when they change, but not kept: a number that was given up belongs to
/// somebody else later.
fn office(record: &Office, _: &Provenance) -> (String, String, Fields) {
    let fields = Fields::default()
        .open("change_name", record.name.as_str())
        .open("change_address", record.address.as_ref().map(|address| address.text.clone()).unwrap_or_default())
        .open("change_hours", record.hours.join("\n"))
        .open("change_fields", record.fields.join("; "))
        .open("change_valid_to", record.validity.to.map(format_date).unwrap_or_default())
        .closed("change_phones", &record.contact.phones.join("\n"))
        .closed("change_hotlines", &record.contact.hotlines.join("\n"))
        .closed("change_emails", &record.contact.emails.join("\n"))
        .closed("change_counters", &record.counters.join("\n"));
    (record.id.clone(), record.name.clone(), fields)
}

/// Officers are told of by title only.
fn officer(record: &Officer, _: &Provenance) -> (String, String, Fields) {
    let fields = Fields::default()
        .closed("change_officer_name", &record.name)
        .open("change_title", record.title.clone().unwrap_or_default())
        .open("change_fields", record.fields.join("; "))
        .closed("change_phones", &record.phones.join("\n"))
        .closed("change_emails", record.email.as_deref().unwrap_or_default());
    let key = blake3::hash(record.id.as_bytes()).to_hex()[..12].to_owned();
    (key, record.title.clone().unwrap_or_default(), fields)
}

fn ranked(record: &RankedUnit, from: &Provenance) -> (String, String, Fields) {
    let index = record.index.as_ref().or(from.index.as_ref()).cloned().unwrap_or_default();
    let edition = record.edition.or(from.edition).map(|edition| edition.to_string()).unwrap_or_default();
    let mut fields = Fields::default()
        .open("change_total", record.total.as_ref().map(crate::model::Figure::plain).unwrap_or_default())
        .open("change_rank", record.rank.as_ref().map(|rank| rank.rank.to_string()).unwrap_or_default());
    for component in &record.components {
        fields = fields.open(&component.heading, component.figure.plain());
    }
    let part = if record.is_part {
        record.components.first().map(|component| component.heading.clone()).unwrap_or_default()
    } else {
        String::new()
    };
    let words = [index.as_str(), &edition, &record.unit, &part];
    (words.join("/"), joined(&words), fields)
}

fn statistics(record: &StatisticsRow, _: &Provenance) -> (String, String, Fields) {
    let period = record.period.words.clone();
    let own = [&record.unit, &record.scope, &record.field].map(|words| words.clone().unwrap_or_default());
    let mut fields = Fields::default();
    for (measure, count) in &record.counts {
        fields = fields.open(&format!("{MEASURE}{measure:?}"), &*count.words);
    }
    let words = [period.as_str(), &own[0], &own[1], &own[2]];
    (words.join("/"), joined(&words), fields)
}

/// Prefix of the ids of figures.
const MEASURE: &str = "measure:";

/// The figure that a field id names.
#[must_use]
pub fn measure_of(field: &str) -> Option<Measure> {
    let name = field.strip_prefix(MEASURE)?;
    Measure::ALL.into_iter().find(|measure| format!("{measure:?}") == name)
}

fn joined(words: &[&str]) -> String {
    words.iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(", ")
}
