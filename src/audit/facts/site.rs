//! The site as a whole as rules see it.

use std::collections::BTreeMap;

use minijinja::value::Value;
use serde::Serialize;

use crate::config::Feedback;
use crate::diag::{Diagnostic, Location, Severity};
use crate::model::Sourced;
use crate::plan::{Dimension, PageKind};

use super::super::PrintFacts;
use super::{Material, Records, Subject, iso, value_of};

#[derive(Serialize)]
struct SiteFacts<'a> {
    unit: UnitFacts<'a>,
    feedback: FeedbackFacts<'a>,
    /// Host of the site's address, without its scheme; empty where it has none.
    host: &'a str,
    https: bool,
    languages: usize,
    updated: Option<String>,
    has: HasFacts,
    procedures: usize,
    /// Procedures whose internal process is published.
    processes: usize,
    /// How many records there are of each kind of register and of procedures (`records`), and how many of them fill
    /// which column; of procedures the days only.
    filled: BTreeMap<&'a str, BTreeMap<&'a str, usize>>,
    /// Findings in the user's data, by code.
    findings: BTreeMap<String, usize>,
    /// Late and overdue dossiers of the newest own report; nothing where none says so.
    late: Option<u64>,
    pages: PagesFacts,
    print: PrintFacts,
    guard: GuardFacts,
}

/// What was measured on rendered pages, one of each kind.
#[derive(Serialize)]
struct PagesFacts {
    measured: usize,
    without_hotline: usize,
    without_utf8: usize,
}

#[derive(Serialize)]
struct GuardFacts {
    looked: bool,
    /// Findings that nobody declared an exception for.
    found: usize,
}

#[derive(Serialize)]
struct UnitFacts<'a> {
    name: &'a str,
    hotline: &'a str,
    phone: &'a str,
    email: &'a str,
    address: &'a str,
    hours: usize,
    province: &'a str,
}

#[derive(Serialize)]
struct FeedbackFacts<'a> {
    agency: &'a str,
    postal: &'a str,
    phone: &'a str,
    web: &'a str,
    email: &'a str,
}

/// Which pages the site has.
#[derive(Serialize)]
struct HasFacts {
    search: bool,
    places: bool,
    contact: bool,
    officers: bool,
    about_data: bool,
    open_data: bool,
    data_package: bool,
    disclosure: bool,
    levels: bool,
}

pub(super) fn value(material: &Material<'_>) -> Value {
    let unit = &material.config.unit;
    let base = material.config.base_url.as_str();
    let host = base.split_once("://").map_or("", |(_, rest)| rest).split('/').next().unwrap_or_default();
    let mut findings = BTreeMap::new();
    for found in material.findings {
        *findings.entry(found.code().to_string()).or_insert(0) += 1;
    }
    let Feedback { agency, postal, phone, web, email } = &unit.feedback;
    value_of(SiteFacts {
        unit: UnitFacts {
            name: &unit.name,
            hotline: unit.hotline.trim(),
            phone: unit.phone.trim(),
            email: unit.email.trim(),
            address: unit.address.trim(),
            hours: unit.hours.len(),
            province: &unit.province,
        },
        feedback: FeedbackFacts { agency, postal, phone, web, email },
        host,
        https: base.starts_with("https://"),
        languages: material.config.langs().len(),
        updated: iso(unit.updated),
        has: has(material),
        procedures: material.catalog.procedures.len(),
        processes: super::register::with_process(material),
        filled: filled(material),
        findings,
        late: super::figures::late(material),
        pages: PagesFacts {
            measured: material.pages.len(),
            without_hotline: material.pages.iter().filter(|page| !page.hotline).count(),
            without_utf8: material.pages.iter().filter(|page| !page.utf8).count(),
        },
        print: material.print,
        guard: GuardFacts { looked: material.guarded, found: personal_data(material) },
    })
}

fn filled<'a>(material: &Material<'a>) -> BTreeMap<&'a str, BTreeMap<&'a str, usize>> {
    let mut filled: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for sourced in &material.catalog.registers {
        let of_kind = filled.entry(sourced.record.kind.as_str()).or_default();
        let columns = sourced.record.values.keys().map(String::as_str);
        columns.chain(["records"]).for_each(|column| *of_kind.entry(column).or_default() += 1);
    }
    let of_procedures = filled.entry("procedures").or_default();
    for Sourced { record, .. } in &material.catalog.procedures {
        let effective = record.decision.as_ref().and_then(|decision| decision.basis_effective);
        let days = [("basis_effective", effective), ("published", super::procedure::published(record, material))];
        let known = days.into_iter().filter_map(|(column, day)| day.map(|_| column));
        known.chain(["records"]).for_each(|column| *of_procedures.entry(column).or_default() += 1);
    }
    filled
}

fn has(material: &Material<'_>) -> HasFacts {
    let page = |kind| material.route(kind).is_some();
    HasFacts {
        search: page(PageKind::Search),
        places: page(PageKind::Places),
        contact: material.section("offices", PageKind::Contact).is_some(),
        officers: material.section("officers", PageKind::Officers).is_some(),
        about_data: page(PageKind::AboutData),
        open_data: page(PageKind::OpenData),
        data_package: material.plan.data_package().is_some(),
        disclosure: page(PageKind::Disclosure),
        levels: page(PageKind::Terms(Dimension::Level)),
    }
}

/// Findings of the guard of personal data: codes CK0550 to CK0559, but for notes of declared exceptions.
fn personal_data(material: &Material<'_>) -> usize {
    let of_guard =
        |found: &&Diagnostic| found.severity != Severity::Note && found.code().to_string().starts_with("CK055");
    material.findings.iter().filter(of_guard).count()
}

/// The site as the only record of its kind.
pub(super) fn records(material: Material<'_>, value: Value) -> Records<'_> {
    let subject = move |_: usize| Subject {
        key: "site".to_owned(),
        label: material.config.title(super::lang(&material)).to_owned(),
        page: material.route(PageKind::Home),
        place: Location::file("config.toml"),
    };
    Records::new(1, move |_| value.clone(), subject, material.route(PageKind::Home))
}
