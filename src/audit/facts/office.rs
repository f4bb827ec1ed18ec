//! Offices, officers and fields as rules see them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diag::Location;
use crate::model::{Office, OfficeKind, Officer, OfficerRole};
use crate::plan::{Dimension, ListKind, PageKind};
use crate::text;

use super::{Material, Records, Subject, value_of};

#[derive(Serialize)]
struct OfficeFacts<'a> {
    id: &'a str,
    name: &'a str,
    /// Whether dossiers are received here.
    receives: bool,
    /// `one-stop`, `reception-point` or `agency`.
    kind: &'static str,
    in_force: bool,
    address: Option<&'a str>,
    on_map: bool,
    phones: usize,
    hotlines: usize,
    emails: usize,
    hours: usize,
    counters: usize,
    parent: Option<&'a str>,
}

/// Every office of the catalogue.
pub(super) fn offices(material: Material<'_>) -> Records<'_> {
    let offices = &material.catalog.offices;
    let value = move |at: usize| {
        let Office { id, name, kind, parent, address, contact, hours, counters, validity, .. } = &offices[at].record;
        value_of(OfficeFacts {
            id,
            name,
            receives: *kind != OfficeKind::Agency,
            kind: kind_name(*kind),
            in_force: validity.covers(material.as_of),
            address: address.as_ref().map(|address| address.text.as_str()),
            on_map: address.as_ref().is_some_and(|address| address.coordinates.is_some()),
            phones: contact.phones.len(),
            hotlines: contact.hotlines.len(),
            emails: contact.emails.len(),
            hours: hours.len(),
            counters: counters.len(),
            parent: parent.as_deref(),
        })
    };
    let contact = material.section("offices", PageKind::Contact);
    let page = contact.clone();
    let subject = move |at: usize| Subject {
        key: offices[at].record.id.clone(),
        label: offices[at].record.name.clone(),
        page: material.route(PageKind::Place(at)).or_else(|| contact.clone()),
        place: offices[at].location.clone(),
    };
    Records::new(offices.len(), value, subject, page)
}

const fn kind_name(kind: OfficeKind) -> &'static str {
    match kind {
        OfficeKind::OneStop => "one-stop",
        OfficeKind::ReceptionPoint => "reception-point",
        OfficeKind::Agency => "agency",
    }
}

#[derive(Serialize)]
struct OfficerFacts<'a> {
    name: &'a str,
    title: Option<&'a str>,
    /// `head`, `deputy` or `staff`.
    role: &'static str,
    office: Option<&'a str>,
    fields: &'a [String],
    phones: usize,
    in_force: bool,
}

/// Every officer of the catalogue.
pub(super) fn officers(material: Material<'_>) -> Records<'_> {
    let officers = &material.catalog.officers;
    let value = move |at: usize| {
        let Officer { name, title, role, office, fields, phones, validity, .. } = &officers[at].record;
        value_of(OfficerFacts {
            name,
            title: title.as_deref(),
            role: match role {
                OfficerRole::Head => "head",
                OfficerRole::Deputy => "deputy",
                OfficerRole::Staff => "staff",
            },
            office: office.as_deref(),
            fields,
            phones: phones.len(),
            in_force: validity.covers(material.as_of),
        })
    };
    let list = material.section("officers", PageKind::Officers);
    let page = list.clone();
    let subject = move |at: usize| Subject {
        key: officers[at].record.id.clone(),
        label: officers[at].record.name.clone(),
        page: list.clone(),
        place: officers[at].location.clone(),
    };
    Records::new(officers.len(), value, subject, page)
}

#[derive(Serialize)]
struct FieldFacts<'a> {
    name: &'a str,
    procedures: usize,
    /// Officers in service who answer for it.
    officers: usize,
}

/// Every field (*lĩnh vực*) that the procedures have.
pub(super) fn fields(material: Material<'_>) -> Records<'_> {
    let mut answered: BTreeMap<String, usize> = BTreeMap::new();
    let serving = material.catalog.officers.iter().filter(|officer| officer.record.validity.covers(material.as_of));
    for field in serving.flat_map(|officer| &officer.record.fields) {
        *answered.entry(text::heading_key(field)).or_default() += 1;
    }
    let fields: Vec<(usize, &str, usize)> = material
        .plan
        .terms(Dimension::Field)
        .filter_map(|(at, list)| match &list.kind {
            ListKind::Field(name) => Some((at, name.as_str(), list.members.len())),
            _ => None,
        })
        .collect();
    let place = officers_file(material);
    let count = fields.len();
    let names = fields.clone();
    let value = move |at: usize| {
        let (_, name, procedures) = fields[at];
        let officers = answered.get(&text::heading_key(name)).copied().unwrap_or_default();
        value_of(FieldFacts { name, procedures, officers })
    };
    let subject = move |at: usize| Subject {
        key: names[at].1.to_owned(),
        label: names[at].1.to_owned(),
        page: material.route(PageKind::List(names[at].0, 1)),
        place: place.clone(),
    };
    Records::new(count, value, subject, material.section("officers", PageKind::Officers))
}

/// The file in which a further officer would be entered.
fn officers_file(material: Material<'_>) -> Location {
    let last = material.catalog.officers.last().and_then(|officer| officer.location.path());
    last.map_or_else(|| Location::key("officers"), Location::file)
}
