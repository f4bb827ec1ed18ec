//! One record → an office.

use crate::model::{Address, Contact, Office, OfficeKind, Validity};
use crate::source::Value;
use crate::text::slug;

use super::column::{Column, Shape};
use super::procedure::name;
use super::record::{Entry, Record};
use super::report::Report;
use super::value::contact::{coordinates, emails, phones};
use super::value::part::stated;
use super::value::scalar::{date, texts, url};
use super::words::{normal, words};

/// Reads an office; without a name there is none, and the report says so. Without an id, the name gives it.
pub(super) fn office(mut record: Record<'_>, report: &mut Report<'_>) -> Option<Office> {
    let name = name(&mut record, Shape::Offices, report)?;
    let office = Office {
        id: id(&mut record, &name, report),
        kind: kind(record.take(Column::Kind), report),
        parent: stated(record.text(Column::Parent, report)),
        address: address(&mut record, report),
        contact: Contact {
            phones: phones(record.take(Column::Phones), report),
            hotlines: phones(record.take(Column::Hotlines), report),
            emails: emails(record.take(Column::Emails), report),
            website: url(record.take(Column::Website), report),
        },
        hours: texts(record.take(Column::Hours), report),
        counters: texts(record.take(Column::Counters), report),
        fields: texts(record.take(Column::Fields), report),
        validity: validity(&mut record, report),
        successors: texts(record.take(Column::Successors), report).iter().map(|id| slug(id)).collect(),
        note: stated(record.text(Column::Note, report)),
        name,
    };
    record.report_rest(report);
    Some(office)
}

/// The id as a slug; the words where none is given.
pub(super) fn id(record: &mut Record<'_>, otherwise: &str, report: &mut Report<'_>) -> String {
    let given = stated(record.text(Column::Id, report)).map(|id| slug(&id)).filter(|id| !id.is_empty());
    given.unwrap_or_else(|| slug(otherwise))
}

pub(super) fn validity(record: &mut Record<'_>, report: &mut Report<'_>) -> Validity {
    Validity { from: date(record.take(Column::ValidFrom), report), to: date(record.take(Column::ValidTo), report) }
}

fn kind(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> OfficeKind {
    let Some((written, spot)) = entry.and_then(|entry| entry.into_text(report)) else { return OfficeKind::default() };
    match words().office_kinds.get(&normal(&written)).map(String::as_str) {
        Some("one_stop") => OfficeKind::OneStop,
        Some("reception_point") => OfficeKind::ReceptionPoint,
        Some("agency") => OfficeKind::Agency,
        _ => {
            report.unparsed(&spot, &written);
            OfficeKind::default()
        }
    }
}

/// The address with its place on the map; `{ text, latitude, longitude }` where it is nested.
fn address(record: &mut Record<'_>, report: &mut Report<'_>) -> Option<Address> {
    let apart = coordinates(
        record.take(Column::Latitude),
        record.take(Column::Longitude),
        record.take(Column::Coordinates),
        report,
    );
    let found = match record.take(Column::Address) {
        Some(Entry { value: Value::Map(entries), spot }) => {
            let mut nested = Record::nested(Shape::Address, entries, spot, report);
            let text = stated(nested.text(Column::Text, report)).unwrap_or_default();
            let coordinates = coordinates(nested.take(Column::Latitude), nested.take(Column::Longitude), None, report);
            nested.report_rest(report);
            Address { text, coordinates: coordinates.or(apart) }
        }
        Some(entry) => {
            let text = stated(entry.into_text(report).map(|(text, _)| text)).unwrap_or_default();
            Address { text: text.lines().map(str::trim).collect::<Vec<_>>().join(", "), coordinates: apart }
        }
        None => Address { text: String::new(), coordinates: apart },
    };
    (!found.text.is_empty() || found.coordinates.is_some()).then_some(found)
}
