//! An edition for a frame on another site: no script, no navigation.

use serde::Serialize;

use crate::plan::PageKind;
use crate::view::Page;
use crate::view::here::Here;
use crate::view::link::Phrase;

use super::overview::leaders;
use super::rows::RowView;
use super::{IndexHead, SourceLine};

/// Units that a frame names.
const ROWS: usize = 10;

/// What a frame shows.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedView {
    /// Head, navigation and footer; a frame shows only the unit that publishes.
    pub page: Page,
    /// The index.
    pub index: IndexHead,
    /// Link to the whole edition.
    pub href: Option<String>,
    /// How many units, in words.
    pub coverage: String,
    /// The first units, and the site's own.
    pub rows: Vec<RowView>,
    /// Whether the units have changes.
    pub has_changes: bool,
    /// Where the figures come from.
    pub sources: Vec<SourceLine>,
}

/// The frame of an edition; of the latest where none is named.
pub(in crate::view) fn view(here: &Here<'_>, at: usize, edition: Option<usize>) -> EmbedView {
    let index = here.index_at(at);
    let edition = edition.unwrap_or_else(|| index.tables.len().saturating_sub(1));
    let rows = leaders(here, at, edition, ROWS);
    EmbedView {
        page: here.page(Phrase::interface(here.edition_title(at, edition)), "", Vec::new()),
        index: here.index_head(at),
        href: here.href_to(PageKind::RankingEdition(at, edition)),
        coverage: index.tables.get(edition).map(|table| here.coverage(table)).unwrap_or_default(),
        has_changes: rows.iter().any(|row| row.change.is_some()),
        rows,
        sources: index.tables.get(edition).map(|table| here.table_sources(table)).unwrap_or_default(),
    }
}
