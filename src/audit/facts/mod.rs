//! What the rules are told of a site: its records by kind, each as plain values.
//!
//! Records are turned into values one at a time, when a rule asks for them; nothing here keeps a copy of the
//! catalogue. Kinds go by their names, so that a further kind of record is a further entry.

mod content;
mod figures;
mod office;
mod procedure;
mod register;
mod site;

use std::collections::BTreeMap;

use jiff::civil::Date;
use minijinja::value::{Serde, Value};
use serde::Serialize;

use crate::changes::Changes;
use crate::config::SiteConfig;
use crate::content::Content;
use crate::diag::{Diagnostic, Lang, Location};
use crate::model::Catalog;
use crate::plan::{PageKind, Route, SitePlan};
use crate::ranking::Rankings;
use crate::registers::Registers;
use crate::statistics::Statistics;

use super::{Level, PageFacts, PrintFacts};

/// What facts are taken from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The configuration.
    pub config: &'a SiteConfig,
    /// Sections and pages.
    pub content: &'a Content,
    /// The checked catalogue.
    pub catalog: &'a Catalog,
    /// The rankings of its rows.
    pub rankings: &'a Rankings,
    /// What the processing reports say.
    pub statistics: &'a Statistics,
    /// What the registers say.
    pub registers: &'a Registers,
    /// When records came and went.
    pub changes: &'a Changes,
    /// The pages.
    pub plan: &'a SitePlan,
    /// What was found in the user's data so far.
    pub findings: &'a [Diagnostic],
    /// What was measured on rendered pages.
    pub pages: &'a [PageFacts],
    /// What was measured on the stylesheet.
    pub print: PrintFacts,
    /// Whether the guard of personal data looked at the records; its findings stand among the others.
    pub guarded: bool,
    /// The day on which the site is judged.
    pub as_of: Date,
    /// The level of government that it is judged as.
    pub level: Level,
}

impl Material<'_> {
    /// The address of a page in the default language.
    pub(super) fn route(&self, kind: PageKind) -> Option<Route> {
        self.plan.route(self.config.default_language, kind).cloned()
    }

    /// The page of the first section of a kind of data.
    fn section(&self, kind: &str, page: impl Fn(usize) -> PageKind) -> Option<Route> {
        let of_kind = |section: &crate::content::Section| {
            section.lang == self.config.default_language && section.data.as_ref().is_some_and(|data| data.kind == kind)
        };
        self.route(page(self.content.sections.iter().position(of_kind)?))
    }
}

/// One record as people find it again.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Its key, such as a procedure code.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// The page that shows it, in the default language.
    pub page: Option<Route>,
    /// Where it was read.
    pub place: Location,
}

impl Subject {
    /// The same without what names it; its place is left, by which only the office finds it.
    pub(super) fn unnamed(self) -> Self {
        Self { key: String::new(), label: String::new(), page: None, place: self.place }
    }
}

/// The records of one kind.
pub struct Records<'a> {
    count: usize,
    value: Box<dyn Fn(usize) -> Value + Send + Sync + 'a>,
    subject: Box<dyn Fn(usize) -> Subject + Send + Sync + 'a>,
    page: Option<Route>,
    hidden: bool,
}

impl<'a> Records<'a> {
    /// Records by their number: the facts of each, and where it is found again. `page` shows all of them.
    pub fn new(
        count: usize,
        value: impl Fn(usize) -> Value + Send + Sync + 'a,
        subject: impl Fn(usize) -> Subject + Send + Sync + 'a,
        page: Option<Route>,
    ) -> Self {
        Self { count, value: Box::new(value), subject: Box::new(subject), page, hidden: false }
    }

    /// The same records, none of which may be named: a list of dossier codes would reveal who deals with the office.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    /// Whether no single record may be named.
    #[must_use]
    pub const fn is_hidden(&self) -> bool {
        self.hidden
    }

    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// The facts of a record.
    #[must_use]
    pub fn value(&self, at: usize) -> Value {
        (self.value)(at)
    }

    /// Where a record is found again.
    #[must_use]
    pub fn subject(&self, at: usize) -> Subject {
        (self.subject)(at)
    }

    /// The page that shows all of them.
    #[must_use]
    pub const fn page(&self) -> Option<&Route> {
        self.page.as_ref()
    }
}

/// Every kind of record of a site.
pub struct Facts<'a> {
    kinds: BTreeMap<String, Records<'a>>,
    site: Value,
    left_out: Vec<&'a Diagnostic>,
    /// The `_index.md` of the first section of each kind of data.
    sections: BTreeMap<String, String>,
}

impl<'a> Facts<'a> {
    /// The facts of a site.
    #[must_use]
    pub fn of(material: Material<'a>) -> Self {
        let site = site::value(&material);
        let left_out = material.findings.iter().filter(|found| procedure::is_left_out(found, &material)).collect();
        let mut facts = Self { kinds: BTreeMap::new(), site: site.clone(), left_out, sections: sections(&material) };
        facts.insert("procedures", procedure::records(material));
        facts.insert("offices", office::offices(material));
        facts.insert("officers", office::officers(material));
        facts.insert("fields", office::fields(material));
        facts.insert("statistics", figures::reports(material));
        facts.insert("rankings", figures::editions(material));
        facts.insert("news", content::news(material));
        facts.insert("datasets", content::datasets(material));
        facts.insert("provenances", content::provenances(material));
        facts.insert("pages", content::pages(material));
        facts.insert("site", site::records(material, site));
        for (kind, records) in register::all(material) {
            facts.insert(&kind, records);
        }
        facts
    }

    /// Facts without any record, for kinds that are added one by one.
    #[must_use]
    pub fn bare(site: Value) -> Self {
        Self { kinds: BTreeMap::new(), site, left_out: Vec::new(), sections: BTreeMap::new() }
    }

    /// Adds a kind of record.
    pub fn insert(&mut self, kind: &str, records: Records<'a>) {
        self.kinds.insert(kind.to_owned(), records);
    }

    /// The records of a kind; nothing where the site has none of it.
    #[must_use]
    pub fn kind(&self, kind: &str) -> Option<&Records<'a>> {
        self.kinds.get(kind).filter(|records| records.count > 0)
    }

    /// The file that describes the section of a kind of data, where there is one.
    pub(super) fn section_file(&self, kind: &str) -> Option<&str> {
        self.sections.get(kind).map(String::as_str)
    }

    /// The facts of the site as a whole.
    #[must_use]
    pub const fn site(&self) -> &Value {
        &self.site
    }

    /// Rows of procedures that could not become records.
    pub(super) fn left_out(&self) -> &[&'a Diagnostic] {
        &self.left_out
    }
}

fn sections(material: &Material<'_>) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let own = material.content.sections.iter().filter(|section| section.lang == material.config.default_language);
    for section in own {
        if let Some(data) = &section.data {
            files.entry(data.kind.clone()).or_insert_with(|| section.path.clone());
        }
    }
    files
}

/// A serialisable description as a value for rules.
fn value_of(facts: impl Serialize) -> Value {
    Value::from(Serde(facts))
}

/// A day as rules compare it.
fn iso(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

/// The language whose pages are cited.
const fn lang(material: &Material<'_>) -> Lang {
    material.config.default_language
}
