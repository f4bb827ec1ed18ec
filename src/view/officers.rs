//! Officers by office.

use serde::Serialize;

use crate::model::Officer;
use crate::plan::PageKind;

use super::Page;
use super::here::Here;
use super::link::{Outside, Phrase, Telephone};
use super::places::FieldLink;
use super::wording;

/// What the page of officers shows.
#[derive(Clone, Debug, Serialize)]
pub struct OfficersView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Text of the section, HTML.
    pub html: String,
    /// Whether that text is in the page's language.
    pub translated: bool,
    /// The officers, by office.
    pub groups: Vec<OfficerGroup>,
}

/// The officers of one office.
#[derive(Clone, Debug, Serialize)]
pub struct OfficerGroup {
    /// Anchor.
    pub id: String,
    /// Name of the office; in words of the interface for officers without one.
    pub name: Phrase,
    /// Link to its page.
    pub href: Option<String>,
    /// The officers: heads first, then deputies, then staff.
    pub officers: Vec<OfficerRow>,
}

/// One officer.
#[derive(Clone, Debug, Serialize)]
pub struct OfficerRow {
    /// Full name.
    pub name: String,
    /// Title as published, or the role.
    pub title: Phrase,
    /// Fields answered for.
    pub fields: Vec<FieldLink>,
    /// Office telephones.
    pub phones: Vec<Telephone>,
    /// Office e-mail.
    pub email: Option<Outside>,
}

impl Here<'_> {
    /// The officers in an office on the day of the site, by role.
    pub(super) fn officers_of(&self, office: &str) -> Vec<OfficerRow> {
        let all = self.context.catalog.officers.iter().map(|officer| &officer.record);
        self.officer_rows(all.filter(|officer| officer.office.as_deref() == Some(office)))
    }

    fn officer_rows<'o>(&self, officers: impl Iterator<Item = &'o Officer>) -> Vec<OfficerRow> {
        let mut current: Vec<&Officer> =
            officers.filter(|officer| officer.validity.covers(self.context.as_of)).collect();
        current.sort_by_key(|officer| officer.role);
        current.into_iter().map(|officer| self.officer_row(officer)).collect()
    }

    fn officer_row(&self, officer: &Officer) -> OfficerRow {
        let role = || Phrase::interface(self.words.get(wording::officer_role_key(officer.role)));
        OfficerRow {
            name: officer.name.clone(),
            title: officer.title.as_ref().map_or_else(role, Phrase::record),
            fields: officer.fields.iter().map(|field| self.field_link(field)).collect(),
            phones: Telephone::all(&officer.phones),
            email: officer.email.as_deref().and_then(Outside::email),
        }
    }
}

pub(super) fn view(here: &mut Here<'_>, section: usize) -> OfficersView {
    let text = here.section_markdown(section);
    let here = &*here;
    let folder = &here.context.content.sections[section].folder;
    let own = |provenance: usize| {
        here.context.catalog.provenances.get(provenance).is_some_and(|from| from.section == *folder)
    };
    let officers: Vec<&Officer> = here
        .context
        .catalog
        .officers
        .iter()
        .filter(|officer| own(officer.provenance))
        .map(|officer| &officer.record)
        .collect();
    let groups = groups(here, &officers);
    OfficersView {
        page: here.page(here.context.section_title(section, here.lang), &text.description, Vec::new()),
        html: text.html,
        translated: text.translated,
        groups,
    }
}

/// Officers by office, in the order of the offices; those without an office last.
fn groups(here: &Here<'_>, officers: &[&Officer]) -> Vec<OfficerGroup> {
    let of = |wanted: Option<usize>| {
        let office = |officer: &Officer| officer.office.as_deref().and_then(|id| here.context.office_by_id(id));
        here.officer_rows(officers.iter().copied().filter(|officer| office(officer) == wanted))
    };
    let offices = (0..here.context.catalog.offices.len()).map(|at| OfficerGroup {
        id: format!("don-vi-{}", here.context.office(at).id),
        name: Phrase::record(here.context.office(at).name.clone()),
        href: here.href_to(PageKind::Place(at)),
        officers: of(Some(at)),
    });
    let others = OfficerGroup {
        id: "don-vi-khac".to_owned(),
        name: Phrase::interface(here.words.get("officers_elsewhere")),
        href: None,
        officers: of(None),
    };
    offices.chain([others]).filter(|group| !group.officers.is_empty()).collect()
}
