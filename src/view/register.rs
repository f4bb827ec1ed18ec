//! The register of a section with procedures: the whole A–Z where it is short, else the ways into it.

use serde::Serialize;

use crate::plan::{Dimension, List, ListKind, PageKind};

use super::Page;
use super::here::Here;
use super::link::Link;
use super::open_data::DataLink;
use super::row::Row;
use super::terms::{Letter, Term};

/// Registers of this many procedures or fewer are shown whole.
const WHOLE: usize = 200;

/// What the register page shows.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Text of the section, HTML.
    pub html: String,
    /// Whether that text is in the page's language.
    pub translated: bool,
    /// How many procedures there are, in words.
    pub total: String,
    /// The letters: with their procedures in a whole register, with links to their pages in a long one.
    pub letters: Vec<LetterGroup>,
    /// Whether the procedures stand on this page.
    pub whole: bool,
    /// Fields with their counts.
    pub fields: Vec<Term>,
    /// Levels with their counts.
    pub levels: Vec<Term>,
    /// Link to the page of all agencies.
    pub agencies: Option<Link>,
    /// The register as files.
    pub data: Vec<DataLink>,
}

/// One letter of the register.
#[derive(Clone, Debug, Serialize)]
pub struct LetterGroup {
    /// The letter.
    pub letter: Letter,
    /// Link to it: an anchor on this page or a page of its own.
    pub href: String,
    /// Number of procedures.
    pub count: String,
    /// The procedures, in a whole register.
    pub rows: Vec<Row>,
}

pub(super) fn view(here: &mut Here<'_>, section: usize) -> RegisterView {
    let text = here.section_markdown(section);
    let here = &*here;
    let lists: Vec<(usize, &List)> = here.context.plan.letters(section).collect();
    let count = lists.iter().map(|(_, list)| list.members.len()).sum();
    let whole = count <= WHOLE;
    let terms = |dimension: Dimension| {
        let lists = here.context.plan.terms(dimension);
        lists.filter_map(|(at, _)| here.term(at)).collect::<Vec<_>>()
    };
    RegisterView {
        page: here.page(here.context.section_title(section, here.lang), &text.description, Vec::new()),
        html: text.html,
        translated: text.translated,
        total: here.words.count("procedures", count),
        letters: lists.into_iter().filter_map(|(at, list)| letter(here, at, list, whole)).collect(),
        whole,
        fields: terms(Dimension::Field),
        levels: terms(Dimension::Level),
        agencies: here.link_to(PageKind::Terms(Dimension::Agency)),
        data: here.data_links(PageKind::Procedures(section)),
    }
}

fn letter(here: &Here<'_>, at: usize, list: &List, whole: bool) -> Option<LetterGroup> {
    let ListKind::Initial { initial, .. } = &list.kind else { return None };
    let letter = Letter::of(*initial);
    let href = if whole { format!("#{}", letter.id) } else { here.href_to(PageKind::List(at, 1))? };
    let rows = if whole { here.rows(&list.members) } else { Vec::new() };
    Some(LetterGroup { letter, href, count: here.words.number(list.members.len()), rows })
}
