//! What all views share, looked up once.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use crate::audit::AuditReport;
use crate::changes::Changes;
use crate::config::SiteConfig;
use crate::content::{Content, Section};
use crate::diag::Lang;
use crate::model::{Catalog, Level, Office, OfficeKind, Procedure, ReceptionPlace};
use crate::plan::{self, ListKind, PageKind, SitePlan};
use crate::ranking::Rankings;
use crate::registers::Registers;
use crate::statistics::Statistics;
use crate::text;
use crate::theme::Theme;

use super::link::Phrase;
use super::page::Chrome;

/// Everything views are built from.
pub struct ViewContext<'a> {
    pub(super) config: &'a SiteConfig,
    pub(super) content: &'a Content,
    pub(super) catalog: &'a Catalog,
    pub(super) rankings: &'a Rankings,
    pub(super) statistics: &'a Statistics,
    pub(super) registers: &'a Registers,
    pub(super) changes: Option<&'a Changes>,
    pub(super) plan: &'a SitePlan,
    pub(super) theme: &'a Theme,
    pub(super) as_of: Date,
    /// The result of the audit, where there was one.
    pub(super) audit: Option<&'a AuditReport>,
    /// Notices that stand on every page: indexes into `Catalog::registers`.
    pub(super) banners: Vec<usize>,
    pub(super) absolute_base: Option<String>,
    pub(super) chrome: BTreeMap<Lang, Chrome>,
    /// Index of the section by the index of the provenance.
    sections: Vec<Option<usize>>,
    lists: Lists,
    offices: HashMap<&'a str, usize>,
    codes: HashMap<&'a str, usize>,
    /// Procedures received, by office.
    received: Vec<Vec<usize>>,
}

/// Lists by what their members share.
#[derive(Default)]
struct Lists {
    fields: HashMap<String, usize>,
    agencies: HashMap<String, usize>,
    levels: HashMap<Level, usize>,
    /// Field list of each procedure, with its place in it.
    of_procedure: Vec<Option<(usize, usize)>>,
}

/// Where a procedure is handed in.
#[derive(Default)]
pub(super) struct Reception {
    /// Indexes of the offices that receive it now.
    pub(super) offices: Vec<usize>,
    /// Offices that the record names but that do not receive now and have no open successor.
    pub(super) closed: Vec<usize>,
    /// Whether they follow from the offices' fields, the record naming none.
    pub(super) derived: bool,
}

/// The records of a site, with what was found out about them.
#[derive(Clone, Copy, Debug)]
pub struct Records<'a> {
    /// The records themselves.
    pub catalog: &'a Catalog,
    /// Indexes with their editions.
    pub rankings: &'a Rankings,
    /// Processing reports with their rates.
    pub statistics: &'a Statistics,
    /// Registers with deadlines and figures.
    pub registers: &'a Registers,
}

impl<'a> ViewContext<'a> {
    /// Looks up what the views share. `as_of` is the day for which offices and officers count.
    #[must_use]
    pub fn new(
        config: &'a SiteConfig,
        content: &'a Content,
        records: Records<'a>,
        plan: &'a SitePlan,
        theme: &'a Theme,
        as_of: Date,
    ) -> Self {
        let Records { catalog, rankings, statistics, registers } = records;
        let mut context = Self {
            config,
            content,
            catalog,
            rankings,
            statistics,
            registers,
            changes: None,
            plan,
            theme,
            as_of,
            audit: None,
            banners: super::registers::banners(catalog, as_of),
            absolute_base: config.absolute_base(),
            chrome: BTreeMap::new(),
            sections: Vec::new(),
            lists: Lists::of(plan, catalog),
            offices: first_by(catalog.offices.iter().map(|office| office.record.id.as_str())),
            codes: first_by(catalog.procedures.iter().map(|procedure| procedure.record.code.as_str())),
            received: Vec::new(),
        };
        context.sections = context.sections_of_provenances();
        context.received = context.received_procedures();
        context.chrome = config.langs().into_iter().map(|lang| (lang, Chrome::of(&context, lang))).collect();
        context
    }

    /// The same with the result of an audit.
    #[must_use]
    pub fn with_audit(mut self, audit: &'a AuditReport) -> Self {
        self.audit = Some(audit);
        self
    }

    /// The same, with what changed since earlier publications.
    #[must_use]
    pub const fn with_changes(mut self, changes: &'a Changes) -> Self {
        self.changes = Some(changes);
        self
    }

    /// The folder of a section below `content/`.
    #[must_use]
    pub fn folder_of_section(&self, section: usize) -> &'a str {
        &self.content.sections[section].folder
    }

    /// The language of addresses without a prefix.
    #[must_use]
    pub const fn default_language(&self) -> Lang {
        self.config.default_language
    }

    /// Whether the site has a language.
    #[must_use]
    pub fn speaks(&self, lang: Lang) -> bool {
        self.chrome.contains_key(&lang)
    }

    /// Indexes of the sections with procedures, in order of weight.
    pub(super) fn register_sections(&self) -> impl Iterator<Item = usize> {
        self.ordered_sections().into_iter().filter(|&at| self.data_kind(at) == Some("procedures"))
    }

    /// Sections of the default language directly below the home page, by weight, then folder.
    pub(super) fn ordered_sections(&self) -> Vec<usize> {
        let lang = self.config.default_language;
        let top =
            |section: &Section| section.lang == lang && !section.folder.is_empty() && !section.folder.contains('/');
        let mut found: Vec<usize> =
            (0..self.content.sections.len()).filter(|&at| top(&self.content.sections[at])).collect();
        found.sort_by_key(|&at| (self.content.sections[at].weight, &self.content.sections[at].folder));
        found
    }

    pub(super) fn data_kind(&self, section: usize) -> Option<&'a str> {
        self.content.sections[section].data.as_ref().map(|data| data.kind.as_str())
    }

    /// The page of a section in a language.
    pub(super) fn kind_of_section(&self, section: usize, lang: Lang) -> PageKind {
        match self.data_kind(section) {
            Some("procedures") => PageKind::Procedures(section),
            Some("offices") => PageKind::Contact(section),
            Some("officers") => PageKind::Officers(section),
            Some("rankings") => PageKind::Rankings(section),
            Some("statistics") => PageKind::Statistics(section),
            None | Some(plan::ATTESTATIONS)
                if self.content.sections[section].folder == plan::DISCLOSURE
                    && self.plan.route(lang, PageKind::Disclosure).is_some() =>
            {
                PageKind::Disclosure
            }
            Some(kind) if !kind.is_empty() => PageKind::Register(section, 1),
            _ => PageKind::Section(self.twin_of_section(section, lang).unwrap_or(section)),
        }
    }

    /// The section of a folder in the default language.
    pub(super) fn section_of_folder(&self, folder: &str) -> Option<usize> {
        let lang = self.config.default_language;
        self.content.sections.iter().position(|section| section.folder == folder && section.lang == lang)
    }

    /// The same section in another language.
    fn twin_of_section(&self, section: usize, lang: Lang) -> Option<usize> {
        let folder = &self.content.sections[section].folder;
        self.content.sections.iter().position(|other| other.folder == *folder && other.lang == lang)
    }

    /// The same page in another language.
    pub(super) fn twin(&self, kind: PageKind, lang: Lang) -> Option<PageKind> {
        match kind {
            PageKind::Section(at) => self.twin_of_section(at, lang).map(PageKind::Section),
            PageKind::Article(at) => {
                let page = &self.content.pages[at];
                let same = |other: &crate::content::Page| {
                    other.lang == lang && other.folder == page.folder && other.slug == page.slug
                };
                self.content.pages.iter().position(same).map(PageKind::Article)
            }
            PageKind::NotFound => None,
            other => Some(other),
        }
    }

    /// Title of a section in a language; the default language's where there is none.
    pub(super) fn section_title(&self, section: usize, lang: Lang) -> Phrase {
        let main = &self.content.sections[section];
        let own =
            self.content.section(&main.folder, lang).map(|own| own.title.as_str()).filter(|title| !title.is_empty());
        match own {
            Some(title) => Phrase::interface(title),
            None => Phrase::record(if main.title.is_empty() { main.folder.as_str() } else { main.title.as_str() }),
        }
    }

    pub(super) fn procedure(&self, at: usize) -> &'a Procedure {
        &self.catalog.procedures[at].record
    }

    pub(super) fn office(&self, at: usize) -> &'a Office {
        &self.catalog.offices[at].record
    }

    /// The section whose register holds a procedure.
    pub(super) fn section_of_procedure(&self, at: usize) -> Option<usize> {
        self.sections.get(self.catalog.procedures[at].provenance).copied().flatten()
    }

    pub(super) fn procedure_by_code(&self, code: &str) -> Option<usize> {
        self.codes.get(code.trim()).copied()
    }

    pub(super) fn office_by_id(&self, id: &str) -> Option<usize> {
        self.offices.get(id).copied()
    }

    /// An office by its id or by its name as people write it.
    pub(super) fn office_by_name(&self, name: &str) -> Option<usize> {
        let key = text::heading_key(name);
        let is_called = |office: &Office| text::heading_key(&office.name) == key;
        self.office_by_id(&text::slug(name))
            .or_else(|| self.catalog.offices.iter().position(|office| is_called(&office.record)))
            .filter(|&at| self.catalog.offices[at].record.kind != OfficeKind::Agency)
    }

    pub(super) fn field_list(&self, field: &str) -> Option<usize> {
        self.lists.fields.get(&text::heading_key(field)).copied()
    }

    pub(super) fn agency_list(&self, agency: &str) -> Option<usize> {
        self.lists.agencies.get(&text::heading_key(agency)).copied()
    }

    pub(super) fn level_list(&self, level: &Level) -> Option<usize> {
        self.lists.levels.get(level).copied()
    }

    /// The field list of a procedure and its place in it.
    pub(super) fn place_in_field(&self, procedure: usize) -> Option<(usize, usize)> {
        self.lists.of_procedure.get(procedure).copied().flatten()
    }

    /// Whether an office receives dossiers today.
    pub(super) fn is_open(&self, office: &Office) -> bool {
        office.kind != OfficeKind::Agency && office.validity.covers(self.as_of)
    }

    /// Procedures that an office receives.
    pub(super) fn received_at(&self, office: usize) -> &[usize] {
        self.received.get(office).map_or(&[], Vec::as_slice)
    }

    /// The offices that receive a procedure: those the record names; where it names none, those of this unit that
    /// receive its field, provided that the unit's own level carries the procedure out.
    pub(super) fn reception(&self, procedure: usize) -> Reception {
        let record = self.procedure(procedure);
        match record.reception.stated() {
            Some(places) => self.named_offices(places),
            None if record.reception.is_not_published() && self.is_of_own_level(record) => {
                Reception { offices: self.offices_for_field(procedure), closed: Vec::new(), derived: true }
            }
            None => Reception::default(),
        }
    }

    /// Offices named by id that are open, or the open successors of those that are not.
    fn named_offices(&self, places: &[ReceptionPlace]) -> Reception {
        let mut reception = Reception::default();
        let ids = places.iter().filter_map(|place| match place {
            ReceptionPlace::Office(id) => self.office_by_id(id),
            ReceptionPlace::Words(_) => None,
        });
        for at in ids {
            let office = self.office(at);
            let successors = office.successors.iter().filter_map(|id| self.office_by_id(id));
            let candidates: Vec<usize> = if self.is_open(office) { vec![at] } else { successors.collect() };
            let open: Vec<usize> = candidates.into_iter().filter(|&at| self.is_open(self.office(at))).collect();
            if open.is_empty() {
                reception.closed.push(at);
            }
            for at in open {
                if !reception.offices.contains(&at) {
                    reception.offices.push(at);
                }
            }
        }
        reception
    }

    fn is_of_own_level(&self, procedure: &Procedure) -> bool {
        let own = match self.config.unit.level.as_str() {
            "xa" => Level::Commune,
            "huyen" => Level::District,
            "tinh" => Level::Province,
            _ => return false,
        };
        procedure.levels.contains(&own)
    }

    fn offices_for_field(&self, procedure: usize) -> Vec<usize> {
        let list = self.place_in_field(procedure).map(|(list, _)| list);
        let receives = |office: &Office| {
            office.fields.is_empty()
                || office.fields.iter().any(|field| list.is_some() && self.field_list(field) == list)
        };
        let offices = self.catalog.offices.iter().enumerate();
        offices
            .filter(|(_, office)| self.is_open(&office.record) && receives(&office.record))
            .map(|(at, _)| at)
            .collect()
    }

    fn received_procedures(&self) -> Vec<Vec<usize>> {
        let mut received = vec![Vec::new(); self.catalog.offices.len()];
        if received.is_empty() {
            return received;
        }
        for procedure in 0..self.catalog.procedures.len() {
            for office in self.reception(procedure).offices {
                received[office].push(procedure);
            }
        }
        received
    }

    fn sections_of_provenances(&self) -> Vec<Option<usize>> {
        let lang = self.config.default_language;
        let section = |folder: &str| {
            self.content.sections.iter().position(|section| section.folder == folder && section.lang == lang)
        };
        self.catalog.provenances.iter().map(|provenance| section(&provenance.section)).collect()
    }
}

impl Lists {
    fn of(plan: &SitePlan, catalog: &Catalog) -> Self {
        let mut lists = Self { of_procedure: vec![None; catalog.procedures.len()], ..Self::default() };
        for (at, list) in plan.lists.iter().enumerate() {
            match &list.kind {
                ListKind::Initial { .. } => {}
                ListKind::Field(name) => {
                    lists.fields.insert(text::heading_key(name), at);
                    for (place, &procedure) in list.members.iter().enumerate() {
                        lists.of_procedure[procedure] = Some((at, place));
                    }
                }
                ListKind::Agency(name) => {
                    lists.agencies.insert(text::heading_key(name), at);
                }
                ListKind::Level(level) => {
                    lists.levels.insert(level.clone(), at);
                }
            }
        }
        lists
    }
}

/// The place of each key; where two are the same, of the first.
fn first_by<'a>(keys: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    let mut places = HashMap::new();
    for (at, key) in keys.enumerate() {
        places.entry(key).or_insert(at);
    }
    places
}
