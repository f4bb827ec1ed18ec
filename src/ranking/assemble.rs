//! Rows → the tables of every index.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use camino::Utf8Path;

use crate::diag::{Diagnostic, RankingProblem};
use crate::model::{Catalog, ComponentScore, Edition, Provenance, RankedUnit, Sourced};
use crate::text::{self, CollationKey};

use super::check::Checker;
use super::library::Library;
use super::rank::ranks;
use super::scheme::{Node, Scheme, Version, nearest_heading, node_of};
use super::table::{Column, FlagOn, RankOrigin, Standing, Table};
use super::unit::{Found, Unit, UnitLevel, as_written, provinces};

/// The rows of one index by edition, in the order of their sources.
pub(super) type Editions<'a> = BTreeMap<Edition, Vec<&'a Sourced<RankedUnit>>>;

/// Sorts the rows of a catalogue by index and edition, in the order in which indexes appear first. Rows that belong
/// to no index or no time are reported.
pub(super) fn sorted<'a>(
    catalog: &'a Catalog,
    library: &Library,
    found: &mut Vec<Diagnostic>,
) -> Vec<(Arc<Scheme>, Editions<'a>)> {
    let files: Vec<FileName> = catalog.provenances.iter().map(|from| FileName::of(from, library)).collect();
    let mut indexes: Vec<(Arc<Scheme>, Editions<'a>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in &catalog.rankings {
        let file = files.get(row.provenance);
        let name = row.record.index.as_deref().or_else(|| file.and_then(|file| file.index.as_deref()));
        let Some(scheme) = name.and_then(|name| library.find(name, level_of(&row.record.unit))) else {
            let index = name.unwrap_or_default().to_owned();
            let nearest = library.nearest(&index);
            found.push(Diagnostic::new(RankingProblem::UnknownIndex { index, nearest }, row.location.clone()));
            continue;
        };
        let Some(edition) = row.record.edition.or_else(|| file.and_then(|file| file.edition)) else {
            found.push(Diagnostic::new(RankingProblem::NoEdition, row.location.clone()).with_value(&row.record.unit));
            continue;
        };
        let place = *places.entry(scheme.id.clone()).or_insert_with(|| {
            indexes.push((Arc::clone(scheme), Editions::new()));
            indexes.len() - 1
        });
        indexes[place].1.entry(edition).or_default().push(row);
    }
    indexes
}

/// The level that a name says; for an average, the level of what it is an average of.
fn level_of(unit: &str) -> Option<UnitLevel> {
    let level = provinces().level_of(unit)?;
    if level != UnitLevel::Average {
        return Some(level);
    }
    let words = [
        (" bộ", UnitLevel::Ministry),
        (" sở", UnitLevel::Department),
        (" huyện", UnitLevel::District),
        (" xã", UnitLevel::Commune),
        (" tỉnh", UnitLevel::Province),
    ];
    let lower = unit.to_lowercase();
    words.iter().find(|(word, _)| lower.contains(word)).map(|(_, level)| *level)
}

/// What the settings and the name of a file say about its rows.
struct FileName {
    index: Option<String>,
    edition: Option<Edition>,
}

impl FileName {
    /// `766-2026-10-10.csv` holds index 766 as of that day, unless `[data]` says otherwise.
    fn of(provenance: &Provenance, library: &Library) -> Self {
        let name = Utf8Path::new(&provenance.path).file_name().unwrap_or_default();
        let stem = name.split('.').next().unwrap_or_default();
        let slug = text::slug(stem);
        let named = library.of_file(&slug);
        Self {
            index: provenance.index.clone().or_else(|| named.map(|(index, _)| index.to_owned())),
            edition: provenance.edition.or_else(|| edition_at_end(&slug)),
        }
    }
}

/// The day or year with which a slug ends.
fn edition_at_end(slug: &str) -> Option<Edition> {
    let tail = |length: usize| slug.len().checked_sub(length).and_then(|at| slug.get(at..));
    let day = tail(10).and_then(text::parse_date).map(Edition::Day);
    let year = || {
        let digits = tail(4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse().ok().filter(|year| (1990..=2100).contains(year)).map(Edition::Year)
    };
    day.or_else(year)
}

/// Makes the table of one edition.
pub(super) fn table(
    scheme: &Scheme,
    edition: Edition,
    rows: &[&Sourced<RankedUnit>],
    found: &mut Vec<Diagnostic>,
) -> Table {
    let version = scheme.version(edition);
    let nodes = version.map(|(_, version)| version.nodes()).unwrap_or_default();
    if let (None, Some(first)) = (version, rows.first()) {
        let problem = RankingProblem::OutsideScheme { edition: edition.to_string(), index: scheme.short.vi.clone() };
        found.push(Diagnostic::new(problem, first.location.clone()));
    }
    let columns = Columns::of(scheme, &nodes, rows, found);
    let mut seats = Seats::default();
    let codes = ambiguous(rows);
    for row in rows {
        seats.take(scheme, edition, row, &columns, &codes, found);
    }
    let mut table = Table {
        edition,
        version: version.map(|(at, _)| at),
        columns: columns.columns,
        of: count(scheme, edition, rows),
        ranks: RankOrigin::None,
        provenances: rows.iter().map(|row| row.provenance).collect::<BTreeSet<_>>().into_iter().collect(),
        standings: seats.standings,
        references: seats.references,
    };
    let version: Option<&Version> = version.map(|(_, version)| version);
    Checker { scheme, version, nodes: &nodes }.check(&mut table, found);
    settle_ranks(&mut table, scheme.higher_is_better);
    sort(&mut table);
    table
}

/// How many units were ranked: as the file of the index says, as rows say (`6/11`), or as many as the level had.
fn count(scheme: &Scheme, edition: Edition, rows: &[&Sourced<RankedUnit>]) -> Option<usize> {
    let stated = || rows.iter().find_map(|row| row.record.rank.as_ref()?.of).and_then(|of| usize::try_from(of).ok());
    let of_level = || (scheme.level == UnitLevel::Province).then(|| provinces().count(edition));
    scheme.count(edition).or_else(stated).or_else(of_level)
}

/// The columns of a table and where each heading of the sources goes.
struct Columns {
    columns: Vec<Column>,
    places: HashMap<String, usize>,
}

impl Columns {
    fn of(scheme: &Scheme, nodes: &[Node<'_>], rows: &[&Sourced<RankedUnit>], found: &mut Vec<Diagnostic>) -> Self {
        let mut named: BTreeMap<(usize, usize), Vec<&ComponentScore>> = BTreeMap::new();
        let mut seen: HashSet<(&str, Option<u64>)> = HashSet::new();
        for component in rows.iter().flat_map(|row| &row.record.components) {
            let heading = component.heading.as_str();
            if !seen.insert((heading, component.maximum.map(f64::to_bits))) {
                continue;
            }
            // Known headings stand in the order of the index, others after them in the order of the source.
            let key = match node_of(nodes, heading) {
                Some((node, _)) => (node, 0),
                None => (usize::MAX, seen.len()),
            };
            named.entry(key).or_default().push(component);
        }
        let mut columns = Self { columns: Vec::with_capacity(named.len()), places: HashMap::new() };
        for components in named.into_values() {
            columns.push(scheme, nodes, &components, found);
        }
        columns
    }

    /// Adds a column, given one score for each heading and maximum under which sources have it.
    fn push(
        &mut self,
        scheme: &Scheme,
        nodes: &[Node<'_>],
        components: &[&ComponentScore],
        found: &mut Vec<Diagnostic>,
    ) {
        let Some(first) = components.first() else { return };
        let node = node_of(nodes, &first.heading).map(|(at, _)| at);
        let known = node.and_then(|at| nodes[at].criterion.max);
        let mut max = known;
        for component in components {
            let heading = component.heading.as_str();
            let report =
                |problem: RankingProblem| Diagnostic::new(problem, component.figure.at.clone()).with_value(heading);
            if node.is_none() {
                let nearest = nearest_heading(nodes, heading);
                let index = scheme.short.vi.clone();
                found.push(report(RankingProblem::UnknownComponent { heading: heading.to_owned(), index, nearest }));
            }
            let stated = component.maximum.or_else(|| node_of(nodes, heading).and_then(|(_, maximum)| maximum));
            if let Some(stated) = stated {
                if let Some(known) = known.filter(|known| (stated - known).abs() > 1e-9) {
                    let problem =
                        RankingProblem::MaximumDiffers { heading: stated.to_string(), index: known.to_string() };
                    found.push(report(problem));
                }
                max = Some(stated);
            }
            self.places.insert(heading.to_owned(), self.columns.len());
        }
        let depth = node.map_or(0, |at| nodes[at].depth);
        self.columns.push(Column { node, depth, heading: first.heading.clone(), max });
    }
}

/// Slugs of units that several codes share: there the code tells them apart.
fn ambiguous(rows: &[&Sourced<RankedUnit>]) -> BTreeSet<String> {
    let mut codes: HashMap<String, BTreeSet<&str>> = HashMap::new();
    for row in rows {
        if let Some(code) = row.record.code.as_deref() {
            codes.entry(text::slug(&row.record.unit)).or_default().insert(code);
        }
    }
    codes.into_iter().filter(|(_, codes)| codes.len() > 1).map(|(slug, _)| slug).collect()
}

/// The rows of a table while it is filled.
#[derive(Default)]
struct Seats {
    standings: Vec<Standing>,
    references: Vec<Standing>,
    by_unit: HashMap<String, usize>,
}

impl Seats {
    fn take(
        &mut self,
        scheme: &Scheme,
        edition: Edition,
        row: &Sourced<RankedUnit>,
        columns: &Columns,
        codes: &BTreeSet<String>,
        found: &mut Vec<Diagnostic>,
    ) {
        let record = &row.record;
        if provinces().level_of(&record.unit) == Some(UnitLevel::Average) {
            let unit = as_written(&record.unit, UnitLevel::Average, None);
            self.references.push(standing(unit, row, columns));
            return;
        }
        let code = record.code.as_deref().filter(|_| codes.contains(&text::slug(&record.unit)));
        let (unit, unknown) = unit_of(scheme.level, edition, record, code);
        match self.by_unit.get(&unit.id).copied() {
            Some(at) if record.is_part && joins(&mut self.standings[at], record, columns) => {}
            Some(at) => {
                let problem = RankingProblem::UnitTwice {
                    unit: unit.name.clone(),
                    first: self.standings[at].location.to_string(),
                };
                let mut second = standing(unit, row, columns);
                // What stands twice keeps an id of its own, so that it has no part in ranks and series.
                second.unit.id = format!("{}#{}", second.unit.id, self.standings.len());
                second.flag(FlagOn::Unit, problem, found);
                self.standings.push(second);
            }
            None => {
                self.by_unit.insert(unit.id.clone(), self.standings.len());
                let mut first = standing(unit, row, columns);
                if let Some(problem) = unknown {
                    first.flag(FlagOn::Unit, problem, found);
                }
                self.standings.push(first);
            }
        }
    }
}

/// The unit of a row, and why it is doubtful.
fn unit_of(
    level: UnitLevel,
    edition: Edition,
    record: &RankedUnit,
    code: Option<&str>,
) -> (Unit, Option<RankingProblem>) {
    if level != UnitLevel::Province {
        return (as_written(&record.unit, level, code), None);
    }
    match provinces().find(&record.unit, edition) {
        // A unit of another time is reported where the table is checked.
        Found::Known(unit) | Found::OfOtherTime(unit) => (unit, None),
        Found::Unknown(nearest) => {
            let problem = RankingProblem::UnknownUnit { unit: record.unit.clone(), nearest };
            (as_written(&record.unit, level, code), Some(problem))
        }
    }
}

fn standing(unit: Unit, row: &Sourced<RankedUnit>, columns: &Columns) -> Standing {
    let record = &row.record;
    let mut scores = vec![None; columns.columns.len()];
    for component in &record.components {
        if let Some(&at) = columns.places.get(&component.heading) {
            scores[at] = Some(component.figure.clone());
        }
    }
    Standing {
        unit,
        published_name: record.unit.clone(),
        code: record.code.clone(),
        total: record.total.clone(),
        scores,
        published_rank: record.rank.clone(),
        computed_rank: None,
        tied: false,
        class: record.class.clone(),
        target: record.target.clone(),
        gaps: record.gaps,
        source: record.source.clone(),
        note: record.note.clone(),
        provenance: row.provenance,
        location: row.location.clone(),
        flags: Vec::new(),
        change: None,
    }
}

/// Adds a row of the long form to its unit; says no where the unit already has such a figure.
fn joins(standing: &mut Standing, record: &RankedUnit, columns: &Columns) -> bool {
    let places: Vec<usize> =
        record.components.iter().filter_map(|one| columns.places.get(&one.heading).copied()).collect();
    let is_new = places.iter().all(|&at| standing.scores[at].is_none());
    if !is_new || (record.total.is_some() && standing.total.is_some()) {
        return false;
    }
    for (&at, component) in places.iter().zip(&record.components) {
        standing.scores[at] = Some(component.figure.clone());
    }
    standing.total = standing.total.take().or_else(|| record.total.clone());
    standing.published_rank = standing.published_rank.take().or_else(|| record.rank.clone());
    standing.class = standing.class.take().or_else(|| record.class.clone());
    true
}

/// Enters the ranks that follow from the scores: of a whole table, or of one whose size nobody knows.
fn settle_ranks(table: &mut Table, higher_is_better: bool) {
    let is_first = |standing: &Standing| !standing.unit.id.contains('#');
    let score = |standing: &Standing| standing.total.as_ref().filter(|_| is_first(standing)).map(|total| total.value);
    let scores: Vec<Option<f64>> = table.standings.iter().map(score).collect();
    let any_published = table.standings.iter().any(|standing| standing.published_rank.is_some());
    // Where nobody knows how many were ranked, one unit alone or beside published ranks says nothing.
    let is_whole = match table.of {
        Some(_) => !table.is_partial(),
        None => !any_published && table.known() > 1,
    };
    if is_whole {
        for (standing, rank) in table.standings.iter_mut().zip(ranks(&scores, higher_is_better)) {
            standing.computed_rank = rank;
        }
    }
    let any_rank = table.standings.iter().any(|standing| standing.rank().is_some());
    table.ranks = match (any_published, any_rank) {
        (true, _) => RankOrigin::Published,
        (false, true) => RankOrigin::Computed,
        (false, false) => RankOrigin::None,
    };
    let mut taken: HashMap<usize, usize> = HashMap::new();
    for rank in table.standings.iter().filter_map(Standing::rank) {
        *taken.entry(rank).or_default() += 1;
    }
    for standing in &mut table.standings {
        standing.tied = standing.rank().is_some_and(|rank| taken.get(&rank).is_some_and(|count| *count > 1));
    }
}

/// Best first; units without a rank last, in Vietnamese order.
fn sort(table: &mut Table) {
    table.standings.sort_by_cached_key(|standing| {
        (standing.rank().unwrap_or(usize::MAX), CollationKey::of(&standing.unit.name), standing.location.clone())
    });
}
