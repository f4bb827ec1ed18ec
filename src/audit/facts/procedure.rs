//! Procedures as rules see them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use minijinja::value::Value;
use serde::Serialize;

use crate::changes::What;
use crate::diag::{Code, Diagnostic};
use crate::model::{
    Agencies, Channel, ChannelKind, DossierCase, FeeAmount, LegalBasis, Level, Office, OfficeKind, OnlineLevel, Part,
    Procedure, ReceptionPlace, TimeLimit,
};
use crate::plan::PageKind;
use crate::text;

use super::{Material, Records, Subject, iso, value_of};

/// The facts of a procedure.
#[derive(Serialize)]
struct ProcedureFacts<'a> {
    code: &'a str,
    name: &'a str,
    field: Option<&'a str>,
    levels: Vec<&'a str>,
    decision: Option<DecisionFacts<'a>>,
    /// Parts: `stated`, `none` (expressly not applicable) or `missing`.
    steps: &'static str,
    channels: &'static str,
    dossier: &'static str,
    sets: &'static str,
    subjects: &'static str,
    results: &'static str,
    conditions: &'static str,
    has_channel: bool,
    has_paper: bool,
    has_agency: bool,
    time: TimeFacts,
    fees: FeeFacts,
    forms: FormFacts,
    reception: ReceptionFacts,
    legal_basis: BasisFacts,
    online_level: Option<&'a str>,
    /// `1-4`, `full-partial` or nothing.
    online_scheme: Option<&'static str>,
    /// Whether the online channel is described in words.
    online_note: bool,
    portal_url: Option<&'a str>,
    boundary_free: Option<bool>,
    /// Day on which the site took it over: as its source says, else as the change log does.
    published: Option<String>,
    changes: usize,
    changes_without_basis: usize,
}

#[derive(Serialize)]
struct DecisionFacts<'a> {
    number: &'a str,
    date: Option<String>,
    issuer: Option<&'a str>,
    /// Day on which the instrument that sets the procedure takes effect.
    basis_effective: Option<String>,
    /// Days by which the decision must come before it: 20 for ministries, 5 for provinces (Điều 15 NĐ 63/2010/NĐ-CP).
    days_ahead: u32,
}

#[derive(Serialize)]
struct TimeFacts {
    /// Whether any time limit is published, or the part expressly does not apply.
    published: bool,
    /// Whether each that is published has a number and a unit.
    clear: bool,
}

#[derive(Serialize)]
struct FeeFacts {
    /// Whether every named channel states an amount, words, or that it is free.
    published: bool,
}

#[derive(Serialize)]
struct FormFacts {
    named: usize,
    without_file: usize,
}

#[derive(Serialize)]
struct ReceptionFacts {
    part: &'static str,
    places: usize,
    /// Whether one of them is an office that receives on the day, or is given in words.
    open: bool,
}

#[derive(Serialize)]
struct BasisFacts {
    part: &'static str,
    count: usize,
    numbered: usize,
    /// Instruments of those who may set procedures.
    competent: usize,
}

/// Every procedure of the catalogue.
pub(super) fn records(material: Material<'_>) -> Records<'_> {
    let procedures = &material.catalog.procedures;
    let offices: BTreeMap<&str, &Office> =
        material.catalog.offices.iter().map(|office| (office.record.id.as_str(), &office.record)).collect();
    let value = move |at: usize| facts(&procedures[at].record, &material, &offices);
    let subject = move |at: usize| Subject {
        key: procedures[at].record.code.to_string(),
        label: procedures[at].record.name.clone(),
        page: material.route(PageKind::Procedure(at)),
        place: procedures[at].location.clone(),
    };
    Records::new(procedures.len(), value, subject, material.section("procedures", PageKind::Procedures))
}

/// Whether a diagnostic tells of a row of procedures that could not become a record.
pub(super) fn is_left_out(found: &Diagnostic, material: &Material<'_>) -> bool {
    let of_record = matches!(found.code(), Code::Ck0401 | Code::Ck0402);
    let path = found.location.path().map(camino::Utf8Path::as_str).filter(|_| of_record);
    let folder = |section: &crate::content::Section| format!("content/{}/", section.folder);
    path.is_some_and(|path| {
        material.content.sections.iter().any(|section| {
            section.data.as_ref().is_some_and(|data| data.kind == "procedures") && path.starts_with(&folder(section))
        })
    })
}

fn facts(procedure: &Procedure, material: &Material<'_>, offices: &BTreeMap<&str, &Office>) -> Value {
    value_of(ProcedureFacts {
        code: procedure.code.as_str(),
        name: &procedure.name,
        field: procedure.field.as_deref(),
        levels: procedure.levels.iter().map(level).collect(),
        decision: procedure.decision.as_ref().map(|decision| DecisionFacts {
            number: &decision.number,
            date: iso(decision.date),
            issuer: decision.issuer.as_deref(),
            basis_effective: iso(decision.basis_effective),
            days_ahead: days_ahead(&decision.number),
        }),
        steps: part(&procedure.steps),
        channels: part(&procedure.channels),
        dossier: part(&procedure.dossier),
        sets: part(&procedure.sets),
        subjects: part(&procedure.subjects),
        results: part(&procedure.results),
        conditions: part(&procedure.conditions),
        has_channel: named_channels(procedure).next().is_some() || is_none(&procedure.channels),
        has_paper: has_paper(&procedure.dossier),
        has_agency: has_agency(&procedure.agencies),
        time: time(&procedure.channels),
        fees: FeeFacts { published: fees_published(procedure) },
        forms: forms(&procedure.dossier),
        reception: reception(&procedure.reception, material, offices),
        legal_basis: basis(&procedure.legal_basis),
        online_level: procedure.online_level.as_ref().map(online_level),
        online_scheme: procedure.online_level.as_ref().and_then(online_scheme),
        online_note: named_channels(procedure)
            .any(|channel| channel.kind == ChannelKind::Online && !channel.note.trim().is_empty()),
        portal_url: procedure.portal_url.as_deref(),
        boundary_free: procedure.boundary_free,
        published: iso(published(procedure, material)),
        changes: procedure.changes.len(),
        changes_without_basis: procedure.changes.iter().filter(|change| change.basis.is_none()).count(),
    })
}

/// How many days before the instrument takes effect the decision is due, by the mark of who issued it.
fn days_ahead(number: &str) -> u32 {
    if text::fold(number).contains("ubnd") { 5 } else { 20 }
}

/// The day on which the site took a procedure over; nothing where that was before the change log began.
pub(super) fn published(procedure: &Procedure, material: &Material<'_>) -> Option<Date> {
    let stated = procedure.decision.as_ref().and_then(|decision| decision.published);
    let logged = || {
        let mut of_record = material.changes.of_record("procedures", procedure.code.as_str());
        of_record.find(|(_, change)| change.what == What::Added).map(|(day, _)| day)
    };
    stated.or_else(logged)
}

/// Marks of instruments in which procedures may be set: those of the National Assembly and its Standing Committee, the
/// State President, the Government, the Prime Minister and ministers, resolutions of provincial councils, and
/// consolidated texts of these. Letters, plans and decisions of committees are not among them. Which of these needs to
/// be empowered by a law is for a person to say; this is a rule of the program.
const MAY_SET: [&str; 13] =
    ["qh", "ubtvqh", "l-ctn", "pl-", "lct", "nd-cp", "nq-cp", "qd-ttg", "tt-", "ttlt", "nq-hdnd", "vbhn", "nd-hdbt"];

/// Whether an instrument is of somebody who may set procedures, by its number: `60/2014/QH13`, `123/2015/NĐ-CP`.
fn may_set_procedures(number: &str) -> bool {
    let mark = text::fold(number.rsplit('/').next().unwrap_or_default());
    MAY_SET.iter().any(|known| mark.starts_with(known))
}

const fn part<T>(part: &Part<T>) -> &'static str {
    match part {
        Part::Stated(_) => "stated",
        Part::NotApplicable(_) => "none",
        Part::NotPublished => "missing",
    }
}

const fn is_none<T>(part: &Part<T>) -> bool {
    matches!(part, Part::NotApplicable(_))
}

fn level(level: &Level) -> &str {
    match level {
        Level::Central => "trung-uong",
        Level::Province => "tinh",
        Level::District => "huyen",
        Level::Commune => "xa",
        Level::Other(words) => words,
    }
}

/// Channels that name a way of submitting; time limits and fees may stand under one that does not.
fn named_channels(procedure: &Procedure) -> impl Iterator<Item = &Channel> {
    let named = |channel: &&Channel| !matches!(&channel.kind, ChannelKind::Other(words) if words.is_empty());
    procedure.channels.stated().into_iter().flatten().filter(named)
}

fn has_paper(dossier: &Part<Vec<DossierCase>>) -> bool {
    let named = |case: &DossierCase| case.name.is_some() || case.items.iter().any(|item| !item.name.is_empty());
    is_none(dossier) || dossier.stated().is_some_and(|cases| cases.iter().any(named))
}

fn has_agency(agencies: &Agencies) -> bool {
    !agencies.executing.is_empty() || !agencies.competent.is_empty()
}

fn time(channels: &Part<Vec<Channel>>) -> TimeFacts {
    let limits = || channels.stated().into_iter().flatten().flat_map(|channel| &channel.time_limits);
    let published = is_none(channels) || limits().next().is_some();
    let clear = |limit: &TimeLimit| limit.tenths.is_some() && limit.unit.is_some();
    TimeFacts { published, clear: published && limits().all(clear) }
}

/// Whether the fee of every channel can be read off: an amount, words, or that there is none to pay.
fn fees_published(procedure: &Procedure) -> bool {
    if is_none(&procedure.channels) {
        return true;
    }
    let mut channels = procedure.channels.stated().into_iter().flatten().peekable();
    let stated = |channel: &Channel| channel.fees.iter().any(|fee| fee.amount != FeeAmount::NotPublished);
    channels.peek().is_some() && channels.all(stated)
}

fn forms(dossier: &Part<Vec<DossierCase>>) -> FormFacts {
    let items = dossier.stated().into_iter().flatten().flat_map(|case| &case.items);
    let (mut named, mut without_file) = (0, 0);
    for form in items.filter_map(|item| item.form.as_ref()) {
        named += 1;
        without_file += usize::from(form.url.is_none());
    }
    FormFacts { named, without_file }
}

fn reception(
    part_of: &Part<Vec<ReceptionPlace>>,
    material: &Material<'_>,
    offices: &BTreeMap<&str, &Office>,
) -> ReceptionFacts {
    let places = part_of.stated().map_or(&[][..], Vec::as_slice);
    let receives = |office: &&Office| office.kind != OfficeKind::Agency && office.validity.covers(material.as_of);
    let open = |place: &ReceptionPlace| match place {
        ReceptionPlace::Office(id) => offices.get(id.as_str()).is_some_and(receives),
        ReceptionPlace::Words(words) => !words.trim().is_empty(),
    };
    ReceptionFacts { part: part(part_of), places: places.len(), open: places.iter().any(open) }
}

fn basis(part_of: &Part<Vec<LegalBasis>>) -> BasisFacts {
    let all = part_of.stated().map_or(&[][..], Vec::as_slice);
    let numbered = all.iter().filter(|basis| basis.number.is_some()).count();
    let numbers = all.iter().filter_map(|basis| basis.number.as_deref());
    let competent = numbers.filter(|number| may_set_procedures(number)).count();
    BasisFacts { part: part(part_of), count: all.len(), numbered, competent }
}

fn online_level(level: &OnlineLevel) -> &str {
    match level {
        OnlineLevel::FullProcess => "full",
        OnlineLevel::PartialProcess => "partial",
        OnlineLevel::InformationOnly => "information",
        OnlineLevel::Historic(1) => "1",
        OnlineLevel::Historic(2) => "2",
        OnlineLevel::Historic(3) => "3",
        OnlineLevel::Historic(_) => "4",
        OnlineLevel::Other(words) => words,
    }
}

const fn online_scheme(level: &OnlineLevel) -> Option<&'static str> {
    match level {
        OnlineLevel::FullProcess | OnlineLevel::PartialProcess | OnlineLevel::InformationOnly => Some("full-partial"),
        OnlineLevel::Historic(_) => Some("1-4"),
        OnlineLevel::Other(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{days_ahead, may_set_procedures};

    #[test]
    fn instruments_that_may_set_procedures_are_known_by_their_marks() {
        for number in [
            "60/2014/QH13",
            "04/2020/UBTVQH14",
            "123/2015/NĐ-CP",
            "12/2020/QĐ-TTg",
            "04/2024/TT-BTP",
            "05/2016/TTLT-BYT-BTP",
            "15/2021/NQ-HĐND",
            "08/VBHN-BTP",
        ] {
            assert!(may_set_procedures(number), "{number}");
        }
        for number in ["163/QĐ-BTP", "12/2020/QĐ-UBND", "43/KH-UBND", "393/UBND-NC", "", "/", "Luật Hộ tịch"] {
            assert!(!may_set_procedures(number), "{number}");
        }
    }

    #[test]
    fn ministries_announce_earlier_than_provinces() {
        assert_eq!((days_ahead("163/QĐ-BTP"), days_ahead("1842/QĐ-UBND")), (20, 5));
    }
}
