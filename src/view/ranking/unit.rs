//! One unit of an index over the editions.

use serde::Serialize;

use crate::chart::{self, Bar, ChartText, Line, Scale as ChartScale, Target};
use crate::plan::PageKind;
use crate::ranking::{Index, Node, Standing, Table, UnitHistory};
use crate::view::Page;
use crate::view::here::Here;
use crate::view::link::{Link, Phrase};
use crate::view::open_data::DataLink;

use super::edition::number_style;
use super::rows::{ChangeView, NoteView, RowView, TableMaker, change_view};
use super::{FigureView, IndexHead, anchor, figure, maximum, number, target_text};

/// What the page of a unit shows.
#[derive(Clone, Debug, Serialize)]
pub struct UnitView {
    /// Head, navigation and footer.
    pub page: Page,
    /// The index.
    pub index: IndexHead,
    /// Name of the unit.
    pub name: String,
    /// The latest edition that has the unit.
    pub latest: Option<Link>,
    /// The row of the unit there.
    pub row: Option<RowView>,
    /// Rank there, in words: "6 trên 11".
    pub rank: Option<String>,
    /// Notes that concern that row.
    pub notes: Vec<NoteView>,
    /// What the merger of provinces did to it.
    pub merger: Option<MergerView>,
    /// Whether the unit no longer exists.
    pub ended: Option<String>,
    /// Totals over the editions, SVG; empty where there are too few.
    pub chart: String,
    /// Its groups in the latest edition; those that lose most first, where maxima are known.
    pub groups: Vec<GroupView>,
    /// Whether maxima are known, so that points lost can be told.
    pub has_losses: bool,
    /// Whether any group has editions enough for a line.
    pub has_sparks: bool,
    /// Whether any score is derived, not published itself.
    pub has_derived: bool,
    /// Points lost by group as bars, SVG.
    pub loss_chart: String,
    /// Its editions, newest first.
    pub history: Vec<HistoryRow>,
    /// Whether any edition has a total.
    pub has_totals: bool,
    /// Names of the groups of the latest edition, for the head of the history.
    pub columns: Vec<Phrase>,
    /// Comparison of units, with this one chosen.
    pub compare: Option<String>,
    /// The same figures as files.
    pub data: Vec<DataLink>,
}

/// What the merger of provinces did to a unit.
#[derive(Clone, Debug, Serialize)]
pub struct MergerView {
    /// The province that it merged into, where it no longer goes under its name.
    pub into: Option<Link>,
    /// The provinces that merged with it.
    pub with: Vec<Link>,
    /// Whether all figures are from before the merger.
    pub before: bool,
}

/// A group in the latest edition.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// Name.
    pub name: Phrase,
    /// Score.
    pub score: FigureView,
    /// Highest score.
    pub max: Option<String>,
    /// Points lost against it.
    pub lost: Option<String>,
    /// Scores over the editions as a line, SVG.
    pub spark: String,
}

/// One edition of the unit.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryRow {
    /// The edition, linked to the unit's row there.
    pub link: Link,
    /// Total.
    pub total: FigureView,
    /// Rank, in words.
    pub rank: Option<String>,
    /// Step from the edition before.
    pub change: Option<ChangeView>,
    /// Target.
    pub target: Option<String>,
    /// Scores by group.
    pub scores: Vec<FigureView>,
    /// Whether the edition before belongs to another territory, so that nothing may be compared across.
    pub breaks: bool,
}

pub(in crate::view) fn view(here: &Here<'_>, at: usize, unit: usize) -> UnitView {
    let index = here.index_at(at);
    let history = &index.units[unit];
    let latest = history.latest();
    let table = latest.map(|(table, _)| &index.tables[table]);
    let standing = latest.map(|(table, row)| &index.tables[table].standings[row]);
    let (row, notes) = latest.map_or((None, Vec::new()), |place| own_row(here, at, place));
    let groups = groups(here, at, history);
    let rows = history_rows(here, at, history);
    let ended = history.segments.last().filter(|one| one.unit.merged_into.as_ref() != Some(&history.slug));
    let title = here.unit_title(at, unit);
    let description = here.words.fill("rank_unit_description", &[("title", &title)]);
    UnitView {
        page: here.page(Phrase::interface(title), &description, here.ranking_crumbs(at, true)),
        index: here.index_head(at),
        name: history.name.clone(),
        latest: latest.and_then(|(table, _)| here.edition_link(at, table)),
        rank: table.zip(standing).and_then(|(table, standing)| here.rank_words(standing, table)),
        row,
        notes,
        merger: merger(here, at, history),
        ended: ended.and_then(|one| one.unit.validity.to).map(|day| here.date(day)),
        chart: line(here, at, history),
        loss_chart: loss_chart(here, at, &groups),
        has_losses: groups.iter().any(|(_, lost)| lost.is_some()),
        has_sparks: groups.iter().any(|(group, _)| !group.spark.is_empty()),
        has_derived: rows.iter().any(|row| row.scores.iter().any(|score| score.derived)),
        groups: groups.into_iter().map(|(group, _)| group).collect(),
        history: rows,
        has_totals: history.places().any(|(table, row)| index.tables[table].standings[row].total.is_some()),
        columns: columns(here, at, history),
        compare: here.href_to(PageKind::RankingCompare(at)).map(|href| format!("{href}?dv={}", history.slug)),
        data: here.data_links(PageKind::RankingUnit(at, unit)),
    }
}

/// The row of the unit in its latest edition, and the notes that concern it.
fn own_row(here: &Here<'_>, at: usize, (table, row): (usize, usize)) -> (Option<RowView>, Vec<NoteView>) {
    let mut view = TableMaker::new(here, at, table).make();
    let row = view.rows.swap_remove(row);
    let notes = view.notes.into_iter();
    let own = notes.filter(|note| note.unit.as_ref().is_some_and(|(_, id)| *id == row.id)).collect();
    (Some(row), own)
}

fn merger(here: &Here<'_>, at: usize, history: &UnitHistory) -> Option<MergerView> {
    let into = history.successor().map(|slug| here.province_link(at, slug));
    let before = history.segments.last().is_some_and(|one| one.unit.validity.to.is_some());
    let with: Vec<Link> = match &into {
        None => history.taken_in().iter().map(|unit| here.province_link(at, &unit.slug)).collect(),
        Some(_) => Vec::new(),
    };
    (into.is_some() || !with.is_empty()).then_some(MergerView { into, with, before })
}

/// Totals over the editions: a line for each time in which the unit stayed the same.
pub(super) fn line(here: &Here<'_>, at: usize, history: &UnitHistory) -> String {
    let index = here.index_at(at);
    let total = |(table, row): (usize, usize)| index.tables[table].standings[row].total.as_ref().map(|one| one.value);
    if !history.has_line(&index.tables) {
        return String::new();
    }
    let first = history.places().next().map_or(0, |(table, _)| table);
    let last = history.latest().map_or(0, |(table, _)| table);
    let categories: Vec<String> =
        index.tables[first..=last].iter().map(|table| here.edition_label(table.edition)).collect();
    let lines: Vec<Line> = history
        .segments
        .iter()
        .map(|segment| {
            let mut points = vec![None; categories.len()];
            for &(table, row) in &segment.places {
                points[table - first] = total((table, row));
            }
            Line { name: segment_name(here, history, segment.unit.validity.to.is_some()), points }
        })
        .collect();
    let target = history.places().filter_map(|place| target(here, index, place)).last();
    let numbers = number_style(here, at);
    let values = [("unit", history.name.as_str()), ("index", index.scheme.short.in_lang(here.lang))];
    let text = ChartText {
        title: here.words.fill("rank_unit_title", &values),
        description: chart::describe_lines(&categories, &lines, &numbers, target.as_ref()),
    };
    chart::lines(&text, &categories, &lines, ChartScale { min: None, max: None, numbers }, target)
}

fn target(here: &Here<'_>, index: &Index, (table, row): (usize, usize)) -> Option<Target> {
    let target = index.tables[table].standings[row].target.as_ref()?;
    let shown = target_text(here.lang, &index.scheme, target);
    Some(Target { value: target.value, label: here.words.fill("rank_target_label", &[("target", &shown)]) })
}

/// The name of a line; where a merger parts two, which of them it is.
fn segment_name(here: &Here<'_>, history: &UnitHistory, ended: bool) -> String {
    if history.segments.len() < 2 {
        return history.name.clone();
    }
    let key = if ended { "rank_before_merger" } else { "rank_after_merger" };
    here.words.fill(key, &[("unit", &history.name)])
}

/// The groups of the latest edition with the points that each loses; largest loss first, where maxima are known.
fn groups(here: &Here<'_>, at: usize, history: &UnitHistory) -> Vec<(GroupView, Option<f64>)> {
    let index = here.index_at(at);
    let Some((table_at, row)) = history.latest() else { return Vec::new() };
    let table = &index.tables[table_at];
    let standing = &table.standings[row];
    let nodes = nodes(index, table);
    let decimals = usize::from(index.scheme.decimals);
    let mut groups: Vec<(GroupView, Option<f64>)> = (0..table.columns.len())
        .filter(|&column| standing.scores[column].is_some())
        .map(|column| {
            let own = &table.columns[column];
            let score = standing.scores[column].as_ref();
            let lost = own.max.zip(score).map(|(max, score)| max - score.value);
            let view = GroupView {
                name: here.column_name(own, &nodes),
                score: FigureView {
                    derived: is_derived(index, table, column),
                    ..figure(here.lang, &index.scheme, score, own.max)
                },
                max: own.max.map(|max| maximum(here.lang, max)),
                lost: lost.map(|lost| number(here.lang, lost, decimals)),
                spark: group_spark(here, index, history, own.node, own.heading.as_str()),
            };
            (view, lost)
        })
        .collect();
    groups.sort_by(|a, b| b.1.unwrap_or(f64::MIN).total_cmp(&a.1.unwrap_or(f64::MIN)));
    groups
}

fn nodes<'i>(index: &'i Index, table: &Table) -> Vec<Node<'i>> {
    table.version.map(|at| index.scheme.versions[at].nodes()).unwrap_or_default()
}

/// The id by which a group is known in every set of criteria, or its heading.
fn key_of<'i>(index: &'i Index, table: &Table, node: Option<usize>, heading: &'i str) -> &'i str {
    node.and_then(|at| nodes(index, table).get(at).map(|node| node.criterion.id.as_str())).unwrap_or(heading)
}

/// Whether the scores of a column are derived at the edition of its table.
fn is_derived(index: &Index, table: &Table, column: usize) -> bool {
    let column = &table.columns[column];
    column.node.is_some() && index.scheme.is_derived(table.edition, key_of(index, table, column.node, &column.heading))
}

/// A group over the editions as a line.
fn group_spark(here: &Here<'_>, index: &Index, history: &UnitHistory, node: Option<usize>, heading: &str) -> String {
    let Some((latest, _)) = history.latest() else { return String::new() };
    let key = key_of(index, &index.tables[latest], node, heading);
    let mut points: Vec<Option<f64>> = vec![None; index.tables.len()];
    for &(at, row) in history.segments.last().into_iter().flat_map(|segment| &segment.places) {
        let table = &index.tables[at];
        let column = table.columns.iter().position(|column| key_of(index, table, column.node, &column.heading) == key);
        let score = column.and_then(|column| table.standings[row].scores[column].as_ref());
        points[at] = score.map(|score| score.value);
    }
    if points.iter().flatten().count() < 3 {
        return String::new();
    }
    let text = ChartText { title: here.words.get("rank_over_time").to_owned(), description: String::new() };
    chart::sparkline(&text, &points)
}

/// Points lost by area, largest first.
fn loss_chart(here: &Here<'_>, at: usize, groups: &[(GroupView, Option<f64>)]) -> String {
    let bar = |(group, lost): &(GroupView, Option<f64>)| {
        Some(Bar {
            label: group.name.text.clone(),
            value: Some((*lost)?),
            display: group.lost.clone()?,
            emphasis: false,
        })
    };
    let bars: Vec<Bar> = groups.iter().filter_map(bar).collect();
    if bars.len() < 2 {
        return String::new();
    }
    let text = ChartText {
        title: here.words.get("rank_losses").to_owned(),
        description: chart::describe_bars(&bars, &number_style(here, at), None),
    };
    chart::bars(&text, &bars, 0.0, None)
}

/// The areas of the latest edition, which head the history.
fn areas(table: &Table) -> impl Iterator<Item = usize> {
    (0..table.columns.len()).filter(|&at| table.columns[at].depth == 0)
}

fn columns(here: &Here<'_>, at: usize, history: &UnitHistory) -> Vec<Phrase> {
    let index = here.index_at(at);
    let Some((latest, _)) = history.latest() else { return Vec::new() };
    let table = &index.tables[latest];
    let nodes = nodes(index, table);
    areas(table).map(|column| here.column_short(&table.columns[column], &nodes)).collect()
}

fn history_rows(here: &Here<'_>, at: usize, history: &UnitHistory) -> Vec<HistoryRow> {
    let index = here.index_at(at);
    let Some((latest, _)) = history.latest() else { return Vec::new() };
    let last = &index.tables[latest];
    let keys: Vec<&str> = areas(last)
        .map(|column| key_of(index, last, last.columns[column].node, &last.columns[column].heading))
        .collect();
    let mut rows: Vec<HistoryRow> = Vec::new();
    for (segment_at, segment) in history.segments.iter().enumerate() {
        for (step, &(table, row)) in segment.places.iter().enumerate() {
            let standing = &index.tables[table].standings[row];
            rows.extend(
                history_row(here, at, table, standing, &keys)
                    .map(|row| HistoryRow { breaks: segment_at > 0 && step == 0, ..row }),
            );
        }
    }
    rows.reverse();
    rows
}

fn history_row(here: &Here<'_>, at: usize, table_at: usize, standing: &Standing, keys: &[&str]) -> Option<HistoryRow> {
    let index = here.index_at(at);
    let (scheme, table) = (&index.scheme, &index.tables[table_at]);
    let href = here.href_to(PageKind::RankingEdition(at, table_at))?;
    let id = anchor(&standing.unit.id.replace(['#', ':'], "-"));
    let column = |key: &&str| {
        let of_key = |column: &crate::ranking::Column| key_of(index, table, column.node, &column.heading) == *key;
        let Some(at) = table.columns.iter().position(of_key) else { return figure(here.lang, scheme, None, None) };
        let view = figure(here.lang, scheme, standing.scores[at].as_ref(), table.columns[at].max);
        FigureView { derived: view.text.is_some() && is_derived(index, table, at), ..view }
    };
    let highest = table.version.and_then(|at| scheme.versions[at].total);
    Some(HistoryRow {
        link: Link { text: here.edition_label(table.edition), href: format!("{href}#{id}"), record: false },
        total: figure(here.lang, scheme, standing.total.as_ref(), highest),
        rank: here.rank_words(standing, table),
        change: standing.change.and_then(|change| change_view(here, at, change)),
        target: standing.target.as_ref().map(|target| target_text(here.lang, scheme, target)),
        scores: keys.iter().map(column).collect(),
        breaks: false,
    })
}
