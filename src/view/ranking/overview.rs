//! Every index of a section.

use serde::Serialize;

use crate::view::Page;
use crate::view::here::Here;
use crate::view::link::Link;

use super::IndexHead;
use super::rows::{RowView, TableMaker};

/// Units of the latest edition that an overview names.
const LEADERS: usize = 3;

/// What the overview of the indexes shows.
#[derive(Clone, Debug, Serialize)]
pub struct OverviewView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Text of the section, HTML.
    pub html: String,
    /// Whether that text is in the page's language.
    pub translated: bool,
    /// The indexes.
    pub indexes: Vec<IndexCard>,
}

/// One index in short.
#[derive(Clone, Debug, Serialize)]
pub struct IndexCard {
    /// The index.
    pub index: IndexHead,
    /// Its latest edition.
    pub latest: Option<Link>,
    /// How many units the latest edition has, in words.
    pub coverage: String,
    /// Whether the latest edition lacks units.
    pub partial: bool,
    /// How many editions there are, in words.
    pub editions: String,
    /// The first units of the latest edition, and the site's own.
    pub rows: Vec<RowView>,
}

pub(in crate::view) fn view(here: &mut Here<'_>, section: usize) -> OverviewView {
    let text = here.section_markdown(section);
    let here = &*here;
    let folder = &here.context.content.sections[section].folder;
    let indexes = &here.context.rankings.indexes;
    let own = (0..indexes.len()).filter(|&at| indexes[at].folder == *folder);
    OverviewView {
        page: here.page(here.context.section_title(section, here.lang), &text.description, Vec::new()),
        html: text.html,
        translated: text.translated,
        indexes: own.map(|at| card(here, at)).collect(),
    }
}

fn card(here: &Here<'_>, at: usize) -> IndexCard {
    let index = here.index_at(at);
    let last = index.tables.len().saturating_sub(1);
    let table = index.tables.get(last);
    IndexCard {
        index: here.index_head(at),
        latest: here.edition_link(at, last),
        coverage: table.map(|table| here.coverage(table)).unwrap_or_default(),
        partial: table.is_some_and(|table| table.is_partial()),
        editions: here.words.count("rank_editions", index.tables.len()),
        rows: leaders(here, at, last, LEADERS),
    }
}

/// The first units of an edition with a rank, and the site's own unit wherever it stands.
pub(super) fn leaders(here: &Here<'_>, at: usize, edition: usize, count: usize) -> Vec<RowView> {
    if here.index_at(at).tables.get(edition).is_none() {
        return Vec::new();
    }
    let rows = TableMaker::new(here, at, edition).make().rows.into_iter().enumerate();
    rows.filter(|(place, row)| row.rank.is_some() && (*place < count || row.own)).map(|(_, row)| row).collect()
}
