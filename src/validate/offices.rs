//! Offices that other records name, and their telephone numbers.

use std::collections::{BTreeMap, HashMap};

use crate::diag::{CatalogProblem, Diagnostic, Location};
use crate::model::{Catalog, Part, ReceptionPlace};
use crate::text;

use super::Contacts;

/// The offices of the catalogue by id, and by the slug of their name.
struct Offices {
    /// Id or slug of a name → id. A name that two offices share leads nowhere.
    ids: BTreeMap<String, Option<String>>,
    /// What was already looked up, so that 50,000 procedures of one office cost one search.
    nearest: HashMap<String, Option<String>>,
}

impl Offices {
    fn of(catalog: &Catalog) -> Self {
        let mut ids: BTreeMap<String, Option<String>> = BTreeMap::new();
        for office in &catalog.offices {
            let id = &office.record.id;
            let name = ids.entry(text::slug(&office.record.name)).or_insert_with(|| Some(id.clone()));
            if name.as_ref() != Some(id) {
                *name = None;
            }
        }
        // An id always means its own office, also where another one's name has the same slug.
        ids.extend(catalog.offices.iter().map(|office| (office.record.id.clone(), Some(office.record.id.clone()))));
        Self { ids, nearest: HashMap::new() }
    }

    /// The id that a written id or the slug of a name leads to.
    fn find(&self, written: &str) -> Option<&String> {
        self.ids.get(written).and_then(Option::as_ref)
    }

    /// The id of an office, put in place of what was written; an unknown one is reported and stays.
    fn settle(&mut self, written: &mut String, location: &Location, found: &mut Vec<Diagnostic>) {
        match self.find(written) {
            Some(id) if id == written => {}
            Some(id) => written.clone_from(id),
            None => {
                let nearest = self.nearest(written);
                let problem = CatalogProblem::UnknownOffice { id: written.clone(), nearest };
                found.push(Diagnostic::new(problem, location.clone()).with_value(written));
            }
        }
    }

    fn nearest(&mut self, written: &str) -> Option<String> {
        if let Some(known) = self.nearest.get(written) {
            return known.clone();
        }
        let similar = text::similar(written, self.ids.keys().map(String::as_str));
        let id = similar.and_then(|key| self.find(key)).cloned();
        self.nearest.insert(written.to_owned(), id.clone());
        id
    }
}

/// Resolves the offices that procedures, officers and other offices name; unknown ones are reported.
pub(super) fn resolve(catalog: &mut Catalog, found: &mut Vec<Diagnostic>) {
    let mut offices = Offices::of(catalog);
    let mut named: HashMap<String, Option<String>> = HashMap::new();
    for sourced in &mut catalog.procedures {
        let Part::Stated(places) = &mut sourced.record.reception else { continue };
        for place in places {
            match place {
                ReceptionPlace::Office(id) => offices.settle(id, &sourced.location, found),
                ReceptionPlace::Words(words) if catalog.offices.is_empty() || words.len() > LONGEST_NAME => {}
                ReceptionPlace::Words(words) => {
                    let lookup = || offices.find(&text::slug(words)).cloned();
                    if let Some(id) = named.entry(words.clone()).or_insert_with(lookup) {
                        *place = ReceptionPlace::Office(id.clone());
                    }
                }
            }
        }
    }
    for sourced in &mut catalog.officers {
        if let Some(office) = &mut sourced.record.office {
            offices.settle(office, &sourced.location, found);
        }
    }
    for sourced in &mut catalog.offices {
        for successor in &mut sourced.record.successors {
            offices.settle(successor, &sourced.location, found);
        }
    }
}

/// Longest words that can be the name of an office, in bytes; addresses are longer.
const LONGEST_NAME: usize = 200;

/// Reports a catalogue without any hotline, neither of an office nor of the unit (Điều 10.3, 13 NĐ 20/2008/NĐ-CP).
pub(super) fn report_without_hotline(catalog: &Catalog, contacts: &Contacts<'_>, found: &mut Vec<Diagnostic>) {
    let has_unit_hotline = contacts.hotline.is_some_and(|number| !number.trim().is_empty());
    let has_office_hotline = catalog.offices.iter().any(|office| !office.record.contact.hotlines.is_empty());
    let is_empty = catalog.offices.is_empty() && catalog.procedures.is_empty();
    if !has_unit_hotline && !has_office_hotline && !is_empty {
        let first = catalog.offices.first().map(|office| office.location.clone());
        let location = first.unwrap_or_else(|| Location::key("unit.hotline"));
        found.push(Diagnostic::new(CatalogProblem::NoHotline, location));
    }
}
