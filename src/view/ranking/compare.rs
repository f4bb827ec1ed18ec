//! Units of an index side by side.

use serde::Serialize;

use crate::plan::PageKind;
use crate::view::Page;
use crate::view::here::Here;
use crate::view::link::{Link, Phrase};
use crate::view::open_data::DataLink;

use super::rows::{TableMaker, TableView};
use super::{FigureView, IndexHead, figure};

/// What the comparison shows: every unit, of which a script leaves those that were chosen.
#[derive(Clone, Debug, Serialize)]
pub struct CompareView {
    /// Head, navigation and footer.
    pub page: Page,
    /// The index.
    pub index: IndexHead,
    /// The latest edition.
    pub latest: Option<Link>,
    /// Its table.
    pub table: TableView,
    /// Editions, oldest first, for the head of the second table.
    pub editions: Vec<Link>,
    /// Totals by unit and edition; empty where there is only one edition with totals.
    pub history: Vec<CompareRow>,
    /// The figures of every unit as files: of all editions, or of the only one.
    pub data: Vec<DataLink>,
}

/// The totals of one unit.
#[derive(Clone, Debug, Serialize)]
pub struct CompareRow {
    /// Part of addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// A total for each edition.
    pub totals: Vec<CompareCell>,
}

/// The total of a unit in an edition.
#[derive(Clone, Debug, Serialize)]
pub struct CompareCell {
    /// Score.
    pub total: FigureView,
    /// Rank.
    pub rank: Option<usize>,
}

pub(in crate::view) fn view(here: &Here<'_>, at: usize) -> CompareView {
    let index = here.index_at(at);
    let last = index.tables.len().saturating_sub(1);
    let head = here.index_head(at);
    let title = here.words.fill("rank_compare_title", &[("index", &head.short), ("units", &head.units)]);
    let with_totals = index.tables.iter().filter(|table| table.has_totals()).count();
    CompareView {
        page: here.page(Phrase::interface(title), here.words.get("rank_compare_lead"), here.ranking_crumbs(at, true)),
        index: head,
        latest: here.edition_link(at, last),
        table: match index.tables.is_empty() {
            true => TableView::default(),
            false => TableMaker::new(here, at, last).make(),
        },
        editions: (0..index.tables.len()).filter_map(|edition| edition_head(here, at, edition)).collect(),
        data: match index.tables.len() {
            1 => here.data_links(PageKind::RankingEdition(at, 0)),
            _ => here.data_links(PageKind::RankingIndex(at)),
        },
        history: if with_totals > 1 { history(here, at) } else { Vec::new() },
    }
}

fn edition_head(here: &Here<'_>, at: usize, edition: usize) -> Option<Link> {
    let href = here.href_to(PageKind::RankingEdition(at, edition))?;
    Some(Link { text: here.edition_label(here.index_at(at).tables[edition].edition), href, record: false })
}

fn history(here: &Here<'_>, at: usize) -> Vec<CompareRow> {
    let index = here.index_at(at);
    let row = |history: &crate::ranking::UnitHistory| {
        let mut totals: Vec<CompareCell> = index
            .tables
            .iter()
            .map(|_| CompareCell { total: figure(here.lang, &index.scheme, None, None), rank: None })
            .collect();
        for (table, row) in history.places() {
            let standing = &index.tables[table].standings[row];
            totals[table].total = figure(here.lang, &index.scheme, standing.total.as_ref(), None);
            totals[table].rank = standing.rank();
        }
        CompareRow { slug: history.slug.clone(), name: history.name.clone(), totals }
    };
    index.units.iter().map(row).collect()
}
