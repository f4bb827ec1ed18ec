//! Offices as cards: where they are, when they are open, how to reach them.

use serde::Serialize;

use crate::model::{Coordinates, Office};
use crate::plan::PageKind;

use super::here::Here;
use super::link::{Link, Outside, Telephone};
use super::wording;

/// An office in brief.
#[derive(Clone, Debug, Serialize)]
pub struct OfficeCard {
    /// Anchor on pages with several.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it is, in words of the interface.
    pub kind: String,
    /// Link to its page, where it has one.
    pub href: Option<String>,
    /// Unit it belongs to.
    pub parent: Option<String>,
    /// Street address.
    pub address: Option<String>,
    /// Link to its place on the map.
    pub map: Option<String>,
    /// Opening hours, one line each.
    pub hours: Vec<String>,
    /// Telephones.
    pub phones: Vec<Telephone>,
    /// Hotlines.
    pub hotlines: Vec<Telephone>,
    /// E-mail addresses.
    pub emails: Vec<Outside>,
    /// Website.
    pub website: Option<Outside>,
    /// Where it is not open on the day of the site: since when, or from when.
    pub closed: Option<Closed>,
}

/// Why an office does not receive today.
#[derive(Clone, Debug, Serialize)]
pub struct Closed {
    /// In words of the interface, with the day.
    pub words: String,
    /// Offices that took over.
    pub successors: Vec<Link>,
}

impl Here<'_> {
    /// The card of an office.
    pub(super) fn office_card(&self, at: usize) -> OfficeCard {
        let office = self.context.office(at);
        OfficeCard {
            id: format!("don-vi-{}", office.id),
            name: office.name.clone(),
            kind: self.words.get(wording::office_kind_key(office.kind)).to_owned(),
            href: self.href_to(PageKind::Place(at)),
            parent: office.parent.clone(),
            address: office.address.as_ref().map(|address| address.text.clone()),
            map: office.address.as_ref().and_then(|address| address.coordinates).and_then(map),
            hours: office.hours.iter().map(|line| wording::unbroken(line)).collect(),
            phones: Telephone::all(&office.contact.phones),
            hotlines: Telephone::all(&office.contact.hotlines),
            emails: office.contact.emails.iter().filter_map(|email| Outside::email(email)).collect(),
            website: office.contact.website.as_deref().and_then(Outside::web),
            closed: self.closed(office),
        }
    }

    /// Whether and why an office does not exist on the day of the site.
    fn closed(&self, office: &Office) -> Option<Closed> {
        let today = self.context.as_of;
        if office.validity.covers(today) {
            return None;
        }
        let words = match (office.validity.from, office.validity.to) {
            (Some(from), _) if from > today => self.words.fill("office_opens", &[("date", &self.date(from))]),
            (_, Some(to)) => self.words.fill("office_ended", &[("date", &self.date(to))]),
            _ => return None,
        };
        let successors = office.successors.iter().filter_map(|id| self.context.office_by_id(id));
        Some(Closed { words, successors: successors.filter_map(|at| self.office_link(at)).collect() })
    }

    /// A link to the page of an office, where it has one.
    fn office_link(&self, at: usize) -> Option<Link> {
        self.link_to(PageKind::Place(at))
    }
}

/// OpenStreetMap at a place; nothing for coordinates that are none.
fn map(place: Coordinates) -> Option<String> {
    let (latitude, longitude) = (place.latitude, place.longitude);
    let real = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    real.then(|| {
        format!(
            "https://www.openstreetmap.org/?mlat={latitude:.5}&mlon={longitude:.5}#map=17/{latitude:.5}/{longitude:.5}"
        )
    })
}
