//! One record → a procedure.

use crate::diag::{CatalogProblem, ValueProblem};
use crate::model::{Agencies, Part, Procedure, ProcedureCode, ReceptionPlace};
use crate::source::Value;

use super::column::{Column, Schema, Shape};
use super::layout::Layout;
use super::record::{Entry, Record, flatten};
use super::report::{Report, Spot};
use super::value::agency::{agencies, subjects};
use super::value::change::changes;
use super::value::channel::{channels, complete};
use super::value::decision::{Days, decision};
use super::value::dossier::{dossier, sets_in};
use super::value::fee::fees;
use super::value::legal::legal_basis;
use super::value::level::{levels, online_level};
use super::value::lines::split_outside_brackets;
use super::value::part::{is_absent, part, stated};
use super::value::scalar::{answer, date, lines, texts, url};
use super::value::step::steps;
use super::value::time::time_limits;
use super::words::words;

/// How the national database marks a code as deleted, folded.
const DELETED: &str = "-xoa";

/// Reads a procedure; without a code or a name there is none, and the report says so.
pub(super) fn procedure(mut record: Record<'_>, layout: Layout, report: &mut Report<'_>) -> Option<Procedure> {
    let code = code(&mut record, report)?;
    let name = name(&mut record, Shape::Procedures, report)?;
    let mut channels = part(record.take(Column::Channels), report, |entry, report| channels(entry, layout, report));
    let limits = record.take(Column::TimeLimit).and_then(|entry| entry.into_text(report));
    let limits = limits.map(|(text, spot)| time_limits(&text, &spot, report)).unwrap_or_default();
    complete(&mut channels, limits, fees(record.take(Column::Fees), report));
    let dossier = part(record.take(Column::Dossier), report, |entry, report| dossier(entry, layout, report));
    let days = Days {
        signed: date(record.take(Column::DecisionDate), report),
        basis_effective: date(record.take(Column::BasisEffective), report),
        published: date(record.take(Column::Published), report),
    };
    let conditions = part(record.take(Column::Conditions), report, text);
    let procedure = Procedure {
        code,
        name,
        field: stated(record.text(Column::Field, report)),
        levels: levels(record.take(Column::Levels), report),
        kind: stated(record.text(Column::Kind, report)).map(kind_in_words),
        decision: decision(record.take(Column::Decision), days, report),
        description: description(part(record.take(Column::Description), report, text), &conditions),
        steps: part(record.take(Column::Steps), report, |entry, report| steps(entry, layout, report)),
        channels,
        sets: sets(part(record.take(Column::Sets), report, text), &dossier),
        dossier,
        subjects: part(record.take(Column::Subjects), report, subjects),
        agencies: all_agencies(&mut record, report),
        reception: part(record.take(Column::Reception), report, |entry, report| reception(entry, layout, report)),
        results: part(record.take(Column::Results), report, lines),
        conditions,
        legal_basis: part(record.take(Column::LegalBasis), report, legal_basis),
        keywords: keywords(record.take(Column::Keywords), report),
        related: related(record.take(Column::Related), report),
        online_level: online_level(record.take(Column::OnlineLevel), report),
        portal_url: url(record.take(Column::PortalUrl), report),
        boundary_free: answer(record.take(Column::BoundaryFree), report),
        changes: changes(record.take(Column::Changes), report),
    };
    record.report_rest(report);
    Some(procedure)
}

/// The name, which no record can do without.
pub(super) fn name(record: &mut Record<'_>, shape: Shape, report: &mut Report<'_>) -> Option<String> {
    let name = stated(record.text(Column::Name, report)).map(one_line);
    if name.is_none() {
        missing(record, shape, Column::Name, report);
    }
    name
}

/// A name in one line: line breaks in cells of names only fold them.
fn one_line(name: String) -> String {
    if name.contains('\n') { name.split_whitespace().collect::<Vec<_>>().join(" ") } else { name }
}

fn missing(record: &Record<'_>, shape: Shape, column: Column, report: &mut Report<'_>) {
    let column = Schema::of(shape).heading(column).to_owned();
    report.add(&record.spot, ValueProblem::Missing { column }, "");
}

/// The code; the report says why there is none.
fn code(record: &mut Record<'_>, report: &mut Report<'_>) -> Option<ProcedureCode> {
    let Some(Entry { value, spot }) = record.take(Column::Code) else {
        no_code(record, report);
        return None;
    };
    let written = match value {
        // A spreadsheet that took the code for a number drops its last zeros; a code has exactly six decimals.
        Value::Number(number) if (1.0..10.0).contains(&number) => format!("{number:.6}"),
        value => flatten(value),
    };
    let code = ProcedureCode::parse(&written);
    match &code {
        Some(_) => {}
        None if is_caption(&written, record) => report.unparsed(&spot, &written),
        None => report_code(&written, &spot, report),
    }
    code
}

/// Whether a row is a caption between records (`I. Lĩnh vực hộ tịch`): words where the code stands, and little else.
fn is_caption(written: &str, record: &Record<'_>) -> bool {
    record.len() <= 1 && written.contains(char::is_whitespace)
}

fn report_code(written: &str, spot: &Spot<'_>, report: &mut Report<'_>) {
    let folded = crate::text::fold(written.trim());
    match folded.strip_suffix(DELETED) {
        Some(code) if ProcedureCode::parse(code).is_some() => report.add(spot, CatalogProblem::MarkedDeleted, written),
        _ => report.add(spot, ValueProblem::MalformedCode, written),
    }
}

/// A row with one or two values and no code is a caption or a total; a fuller one lacks its code.
fn no_code(record: &mut Record<'_>, report: &mut Report<'_>) {
    if record.len() > 2 {
        return missing(record, Shape::Procedures, Column::Code, report);
    }
    let empty = Record::empty(record.spot.clone());
    std::mem::replace(record, empty).report_rest(report);
}

fn text(entry: Entry<'_>, report: &mut Report<'_>) -> Option<String> {
    entry.into_text(report).map(|(text, _)| text)
}

/// The kind in words, where the source has the interface's enumeration.
fn kind_in_words(kind: String) -> String {
    words().kinds.get(kind.trim()).cloned().unwrap_or(kind)
}

/// The national records repeat the conditions as description; said once it is enough.
fn description(description: Part<String>, conditions: &Part<String>) -> Part<String> {
    if description == *conditions { Part::NotPublished } else { description }
}

/// The number of sets: from its own column, otherwise from a line of the dossier.
fn sets(own: Part<String>, dossier: &Part<Vec<crate::model::DossierCase>>) -> Part<String> {
    match (own, dossier) {
        (Part::NotPublished, Part::Stated(cases)) => sets_in(cases),
        (own, _) => own,
    }
}

fn all_agencies(record: &mut Record<'_>, report: &mut Report<'_>) -> Agencies {
    let mut found = agencies_of(record, report);
    if let Some(entry) = record.take(Column::Agencies) {
        let more = match entry {
            Entry { value: Value::Map(entries), spot } => {
                let mut nested = Record::nested(Shape::Agencies, entries, spot, report);
                let more = agencies_of(&mut nested, report);
                nested.report_rest(report);
                more
            }
            entry => Agencies { executing: agencies(Some(entry), report), ..Agencies::default() },
        };
        found.executing.extend(more.executing);
        found.competent.extend(more.competent);
        found.delegated.extend(more.delegated);
        found.cooperating.extend(more.cooperating);
        found.issuing.extend(more.issuing);
    }
    found
}

fn agencies_of(record: &mut Record<'_>, report: &mut Report<'_>) -> Agencies {
    Agencies {
        executing: agencies(record.take(Column::Executing), report),
        competent: agencies(record.take(Column::Competent), report),
        delegated: agencies(record.take(Column::Delegated), report),
        cooperating: agencies(record.take(Column::Cooperating), report),
        issuing: agencies(record.take(Column::Issuing), report),
    }
}

/// Places that receive dossiers: ids of offices, or words.
///
/// The national records write one text of several lines, which is kept whole.
fn reception(entry: Entry<'_>, layout: Layout, report: &mut Report<'_>) -> Option<Vec<ReceptionPlace>> {
    let places: Vec<ReceptionPlace> = if layout == Layout::NationalText && !entry.is_nested() {
        text(entry, report).map(ReceptionPlace::Words).into_iter().collect()
    } else {
        texts(Some(entry), report).into_iter().map(place).collect()
    };
    (!places.is_empty()).then_some(places)
}

fn place(written: String) -> ReceptionPlace {
    if is_id(&written) { ReceptionPlace::Office(written) } else { ReceptionPlace::Words(written) }
}

/// Whether a text has the form of an office's id: lower-case letters, digits and hyphens.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn keywords(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for item in entry.map(Entry::into_items).unwrap_or_default() {
        let Some((text, _)) = item.into_text(report) else { continue };
        if is_absent(&text) {
            continue;
        }
        for word in split_outside_brackets(&text, |letter| matches!(letter, ',' | ';' | '\n')) {
            if !found.iter().any(|known| known == word) {
                found.push(word.to_owned());
            }
        }
    }
    found
}

/// Codes of related procedures; a text that holds other words, too, is reported.
fn related(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Vec<ProcedureCode> {
    let mut found = Vec::new();
    for item in entry.map(Entry::into_items).unwrap_or_default() {
        let Some((text, spot)) = item.into_text(report) else { continue };
        if is_absent(&text) {
            continue;
        }
        let words = text.split([',', ';', '\n', ' ', '(', ')']).filter(|word| !word.is_empty());
        let codes: Vec<Option<ProcedureCode>> = words.map(ProcedureCode::parse).collect();
        if codes.contains(&None) {
            report.unparsed(&spot, &text);
        }
        found.extend(codes.into_iter().flatten());
    }
    found
}
