//! Reception places, and the contact page.

use serde::Serialize;

use crate::model::OfficeKind;
use crate::plan::PageKind;

use super::Page;
use super::here::Here;
use super::link::{Link, Outside, Phrase, Telephone};
use super::office::OfficeCard;
use super::officers::OfficerRow;
use super::terms::Term;

/// What the page of all reception places shows.
#[derive(Clone, Debug, Serialize)]
pub struct PlacesView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Places that are open.
    pub open: Vec<OfficeCard>,
    /// Places that are not open yet or no more.
    pub closed: Vec<OfficeCard>,
}

/// What the page of one reception place shows.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceView {
    /// Head, navigation and footer.
    pub page: Page,
    /// The place.
    pub office: OfficeCard,
    /// Its counters, as published.
    pub counters: Vec<String>,
    /// Fields it receives; empty means all of the unit's.
    pub fields: Vec<FieldLink>,
    /// Officers in it.
    pub officers: Vec<OfficerRow>,
    /// Number of procedures received, in words.
    pub total: Option<String>,
    /// Those procedures by field, with counts.
    pub received: Vec<Term>,
    /// Remarks as published.
    pub note: Option<String>,
}

/// A field, with a link where there is a list of it.
#[derive(Clone, Debug, Serialize)]
pub struct FieldLink {
    /// Its name.
    pub name: String,
    /// Link to its list.
    pub href: Option<String>,
}

/// What the contact page shows.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Text of the section, HTML.
    pub html: String,
    /// Whether that text is in the page's language.
    pub translated: bool,
    /// Offices that receive.
    pub places: Vec<OfficeCard>,
    /// Agencies that decide.
    pub agencies: Vec<OfficeCard>,
    /// Where reflections and recommendations go.
    pub feedback: FeedbackView,
    /// Links to the pages of officers.
    pub officers: Vec<Link>,
}

/// The address for reflections and recommendations (Điều 10.3, 13 NĐ 20/2008/NĐ-CP): five parts, each stated or not.
#[derive(Clone, Debug, Serialize)]
pub struct FeedbackView {
    /// Agency.
    pub agency: Option<String>,
    /// Postal address.
    pub postal: Option<String>,
    /// Telephone.
    pub phone: Option<Telephone>,
    /// Website.
    pub web: Option<Outside>,
    /// E-mail.
    pub email: Option<Outside>,
}

impl Here<'_> {
    /// The unit's address for reflections and recommendations.
    pub(super) fn feedback(&self) -> FeedbackView {
        let feedback = &self.context.config.unit.feedback;
        let stated = |text: &String| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        FeedbackView {
            agency: stated(&feedback.agency),
            postal: stated(&feedback.postal),
            phone: Telephone::of(&feedback.phone),
            web: Outside::web(&feedback.web),
            email: Outside::email(&feedback.email),
        }
    }

    /// A field, linked where there is a list of it.
    pub(super) fn field_link(&self, name: &str) -> FieldLink {
        let list = self.context.field_list(name);
        FieldLink { name: name.to_owned(), href: list.and_then(|list| self.href_to(PageKind::List(list, 1))) }
    }
}

pub(super) fn places(here: &Here<'_>) -> PlacesView {
    let offices = here.context.catalog.offices.iter().enumerate();
    let receiving = offices.filter(|(_, office)| office.record.kind != OfficeKind::Agency);
    let (open, closed): (Vec<_>, Vec<_>) = receiving.partition(|(_, office)| here.context.is_open(&office.record));
    let cards = |found: Vec<(usize, _)>| found.into_iter().map(|(at, _)| here.office_card(at)).collect();
    PlacesView {
        page: here.page(here.title_of(PageKind::Places), here.words.get("places_description"), Vec::new()),
        open: cards(open),
        closed: cards(closed),
    }
}

pub(super) fn place(here: &Here<'_>, at: usize) -> PlaceView {
    let office = here.context.office(at);
    let received = here.context.received_at(at);
    let address = office.address.as_ref().map_or("", |address| &address.text);
    PlaceView {
        page: here.page(Phrase::record(&office.name), address, here.link_to(PageKind::Places).into_iter().collect()),
        office: here.office_card(at),
        counters: office.counters.clone(),
        fields: office.fields.iter().map(|field| here.field_link(field)).collect(),
        officers: here.officers_of(&office.id),
        total: (!received.is_empty()).then(|| here.words.count("procedures", received.len())),
        received: received_by_field(here, received),
        note: office.note.clone(),
    }
}

/// Counts by field, in Vietnamese order; each leads to the list of its field.
fn received_by_field(here: &Here<'_>, received: &[usize]) -> Vec<Term> {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for &procedure in received {
        if let Some((list, _)) = here.context.place_in_field(procedure) {
            *counts.entry(list).or_default() += 1;
        }
    }
    let term = |(list, count): (usize, usize)| Some(Term { count: here.words.number(count), ..here.term(list)? });
    counts.into_iter().filter_map(term).collect()
}

pub(super) fn contact(here: &mut Here<'_>, section: usize) -> ContactView {
    let text = here.section_markdown(section);
    let here = &*here;
    let folder = &here.context.content.sections[section].folder;
    let own = |provenance: usize| {
        here.context.catalog.provenances.get(provenance).is_some_and(|from| from.section == *folder)
    };
    let offices = here.context.catalog.offices.iter().enumerate();
    let current =
        offices.filter(|(_, office)| own(office.provenance) && office.record.validity.covers(here.context.as_of));
    let (agencies, places): (Vec<_>, Vec<_>) =
        current.partition(|(_, office)| office.record.kind == OfficeKind::Agency);
    let cards = |found: Vec<(usize, _)>| found.into_iter().map(|(at, _)| here.office_card(at)).collect();
    let officers =
        here.context.ordered_sections().into_iter().filter(|&at| here.context.data_kind(at) == Some("officers"));
    ContactView {
        page: here.page(here.context.section_title(section, here.lang), &text.description, Vec::new()),
        html: text.html,
        translated: text.translated,
        places: cards(places),
        agencies: cards(agencies),
        feedback: here.feedback(),
        officers: officers.filter_map(|at| here.link_to(PageKind::Officers(at))).collect(),
    }
}
