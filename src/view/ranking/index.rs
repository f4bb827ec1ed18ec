//! One index: its editions, its units, its method.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::chart::{self, ChartText};
use crate::plan::PageKind;
use crate::ranking::{Index, UnitHistory};
use crate::view::Page;
use crate::view::here::Here;
use crate::view::link::{Link, Phrase};
use crate::view::open_data::DataLink;

use super::method::MethodView;
use super::overview::leaders;
use super::rows::RowView;
use super::{IndexHead, score};

/// Units of the latest edition that the page of an index names.
const LEADERS: usize = 5;
/// Editions that make a line worth drawing.
const LEAST_POINTS: usize = 3;

/// What the page of an index shows.
#[derive(Clone, Debug, Serialize)]
pub struct IndexView {
    /// Head, navigation and footer.
    pub page: Page,
    /// The index.
    pub index: IndexHead,
    /// The latest edition.
    pub latest: Option<Link>,
    /// How many units it has, in words.
    pub coverage: String,
    /// Its first units, and the site's own.
    pub rows: Vec<RowView>,
    /// Every edition, newest first.
    pub editions: Vec<EditionRow>,
    /// Whether any edition has a first unit.
    pub has_firsts: bool,
    /// Whether any edition has a published average.
    pub has_averages: bool,
    /// The units with a page of their own.
    pub units: Vec<UnitRow>,
    /// Comparison of units.
    pub compare: Option<String>,
    /// Link to the frame of the latest edition.
    pub embed: Option<String>,
    /// Every row of every edition as files; none where there is only one edition, which has its own.
    pub data: Vec<DataLink>,
    /// The sets of criteria that editions of this site use, newest first.
    pub methods: Vec<MethodView>,
}

/// One edition.
#[derive(Clone, Debug, Serialize)]
pub struct EditionRow {
    /// The edition.
    pub link: Link,
    /// How many units, in words.
    pub coverage: String,
    /// Whether units are missing.
    pub partial: bool,
    /// First unit with its score, in words.
    pub first: Option<String>,
    /// Published average, in words.
    pub average: Option<String>,
}

/// One unit.
#[derive(Clone, Debug, Serialize)]
pub struct UnitRow {
    /// Link to its page.
    pub link: Link,
    /// Its last edition with score and rank, in words.
    pub last: String,
    /// Its totals as a line, SVG; empty where there are too few.
    pub spark: String,
    /// The province that it merged into.
    pub successor: Option<String>,
}

pub(in crate::view) fn view(here: &Here<'_>, at: usize) -> IndexView {
    let index = here.index_at(at);
    let last = index.tables.len().saturating_sub(1);
    let head = here.index_head(at);
    let editions: Vec<EditionRow> =
        (0..index.tables.len()).rev().filter_map(|edition| edition_row(here, at, edition)).collect();
    let used: BTreeSet<usize> = index.tables.iter().filter_map(|table| table.version).collect();
    IndexView {
        page: here.page(Phrase::interface(head.name.clone()), &head.about, here.ranking_crumbs(at, false)),
        latest: here.edition_link(at, last),
        coverage: index.tables.get(last).map(|table| here.coverage(table)).unwrap_or_default(),
        rows: leaders(here, at, last, LEADERS),
        has_firsts: editions.iter().any(|edition| edition.first.is_some()),
        has_averages: editions.iter().any(|edition| edition.average.is_some()),
        editions,
        units: (0..index.units.len()).filter_map(|unit| unit_row(here, at, unit)).collect(),
        compare: here.href_to(PageKind::RankingCompare(at)),
        embed: here.href_to(PageKind::RankingEmbed(at, None)),
        data: here.data_links(PageKind::RankingIndex(at)),
        methods: used.into_iter().rev().map(|version| here.method(at, Some(version))).collect(),
        index: head,
    }
}

fn edition_row(here: &Here<'_>, at: usize, edition: usize) -> Option<EditionRow> {
    let index = here.index_at(at);
    let table = &index.tables[edition];
    let first = table.standings.first().filter(|standing| standing.rank() == Some(1)).map(|standing| {
        let total = standing.total.as_ref().map(|total| score(here.lang, &index.scheme, total.value));
        total.map_or_else(|| standing.unit.name.clone(), |total| format!("{} ({total})", standing.unit.name))
    });
    let average = table.references.iter().find_map(|reference| reference.total.as_ref());
    Some(EditionRow {
        link: here.edition_link(at, edition)?,
        coverage: here.coverage(table),
        partial: table.is_partial(),
        first,
        average: average.map(|average| score(here.lang, &index.scheme, average.value)),
    })
}

fn unit_row(here: &Here<'_>, at: usize, unit: usize) -> Option<UnitRow> {
    let index = here.index_at(at);
    let history = &index.units[unit];
    let href = here.href_to(PageKind::RankingUnit(at, unit))?;
    let (table, row) = history.latest()?;
    let (table, standing) = (&index.tables[table], &index.tables[table].standings[row]);
    let total = standing.total.as_ref().map(|total| score(here.lang, &index.scheme, total.value));
    let rank = here.rank_words(standing, table).map(|rank| here.words.fill("rank_at", &[("rank", &rank)]));
    let first = history.places().next().map_or(table.edition, |(first, _)| index.tables[first].edition);
    let time = match total.is_none() && rank.is_none() && first != table.edition {
        true => format!("{}–{}", here.edition_label(first), here.edition_label(table.edition)),
        false => here.edition_label(table.edition),
    };
    let parts = [Some(time), total, rank];
    Some(UnitRow {
        link: Link { text: history.name.clone(), href, record: true },
        last: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        spark: spark(here, index, history),
        successor: history.successor().and_then(|slug| crate::ranking::provinces().name(slug)).map(str::to_owned),
    })
}

/// Totals over the editions as a line; a gap where there is none, so that nothing joins over a merger.
fn spark(here: &Here<'_>, index: &Index, history: &UnitHistory) -> String {
    let mut points: Vec<Option<f64>> = vec![None; index.tables.len()];
    for (table, row) in history.segments.last().into_iter().flat_map(|segment| &segment.places) {
        points[*table] = index.tables[*table].standings[*row].total.as_ref().map(|total| total.value);
    }
    if points.iter().flatten().count() < LEAST_POINTS {
        return String::new();
    }
    let values = [("unit", history.name.as_str()), ("index", index.scheme.short.in_lang(here.lang))];
    let text = ChartText { title: here.words.fill("rank_unit_title", &values), description: String::new() };
    chart::sparkline(&text, &points)
}
