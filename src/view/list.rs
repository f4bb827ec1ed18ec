//! One page of a list of procedures.

use serde::Serialize;

use crate::plan::{ListKind, PageKind};

use super::Page;
use super::here::Here;
use super::link::{Link, Phrase};
use super::row::Row;

/// What a list page shows.
#[derive(Clone, Debug, Serialize)]
pub struct ListView {
    /// Head, navigation and footer.
    pub page: Page,
    /// What the members share, above the title: "Lĩnh vực".
    pub dimension: Option<String>,
    /// Title.
    pub title: Phrase,
    /// How many procedures the whole list has, in words.
    pub total: String,
    /// Number of the page, from 1.
    pub number: usize,
    /// The procedures on this page.
    pub rows: Vec<Row>,
    /// The pages of the list; empty where there is one.
    pub pages: Vec<PageLink>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// A page of the list.
#[derive(Clone, Debug, Serialize)]
pub struct PageLink {
    /// Its number.
    pub number: usize,
    /// Link to it.
    pub href: String,
    /// Whether it is this one.
    pub current: bool,
}

pub(super) fn view(here: &Here<'_>, at: usize, number: usize) -> ListView {
    let list = &here.context.plan.lists[at];
    let title = here.title_of(PageKind::List(at, number));
    let numbered = match list.page_count() {
        1 => title.text.clone(),
        _ => here.words.fill("title_of_page", &[("title", &title.text), ("n", &number.to_string())]),
    };
    let href = |number: usize| here.href_to(PageKind::List(at, number));
    let link = |page: usize| Some(PageLink { number: page, href: href(page)?, current: page == number });
    let pages: Vec<PageLink> = (1..=list.page_count()).filter_map(link).collect();
    let total = here.words.count("procedures", list.members.len());
    let description = here.words.fill("list_description", &[("title", &title.text), ("total", &total)]);
    ListView {
        page: here.page(Phrase { text: numbered, ..title.clone() }, &description, crumbs(here, &list.kind)),
        dimension: list
            .kind
            .dimension()
            .map(|dimension| here.words.get(super::wording::dimension_name_key(dimension)).to_owned()),
        title,
        total,
        number,
        rows: here.rows(list.page(number)),
        pages: if pages.len() > 1 { pages } else { Vec::new() },
        previous: number.checked_sub(1).filter(|&page| page > 0).and_then(href),
        next: href(number + 1),
    }
}

fn crumbs(here: &Here<'_>, kind: &ListKind) -> Vec<Link> {
    let section = match kind {
        ListKind::Initial { section, .. } => Some(*section),
        _ => here.context.register_sections().next(),
    };
    let register = section.and_then(|section| here.link_to(PageKind::Procedures(section)));
    let terms = kind.dimension().and_then(|dimension| here.link_to(PageKind::Terms(dimension)));
    register.into_iter().chain(terms).collect()
}
