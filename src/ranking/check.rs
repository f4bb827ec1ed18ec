//! What does not agree within a table: each doubt stands at its cell and beside its figure; nothing is repaired.

use crate::diag::{Diagnostic, RankingProblem};
use crate::model::Figure;

use super::rank::{Bounds, bounds};
use super::scheme::{Node, Scheme, Version};
use super::table::{FlagOn, Standing, Table};
use super::unit::{UnitLevel, provinces};

/// What figures are checked against.
pub(super) struct Checker<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) version: Option<&'a Version>,
    pub(super) nodes: &'a [Node<'a>],
}

impl Checker<'_> {
    /// Checks every figure of a table.
    pub(super) fn check(&self, table: &mut Table, found: &mut Vec<Diagnostic>) {
        self.count(table, found);
        let mut standings = std::mem::take(&mut table.standings);
        let others_have_groups = standings.iter().filter(|one| one.scores.iter().any(Option::is_some)).count();
        let most_have_groups = others_have_groups * 2 > standings.len();
        for standing in &mut standings {
            self.time(standing, table, found);
            code(standing, found);
            self.scale(standing, table, found);
            self.sums(standing, table, found);
            if most_have_groups && standing.scores.iter().all(Option::is_none) {
                let unit = standing.unit.name.clone();
                standing.flag(FlagOn::Unit, RankingProblem::BlankComponents { unit }, found);
            }
        }
        self.ranks(&mut standings, table.of, found);
        table.standings = standings;
    }

    fn count(&self, table: &Table, found: &mut Vec<Diagnostic>) {
        let known = table.known();
        let Some(of) = table.of.filter(|of| *of != known) else { return };
        let Some(first) = table.standings.first() else { return };
        let problem = match known < of {
            true => RankingProblem::PartialTable { known, of },
            false => RankingProblem::TooManyUnits { known, of },
        };
        found.push(Diagnostic::new(problem, first.location.clone()).with_value(&table.edition.to_string()));
    }

    /// A unit that was not in operation at the edition.
    fn time(&self, standing: &mut Standing, table: &Table, found: &mut Vec<Diagnostic>) {
        if !standing.unit.validity.covers(table.edition.last_day()) {
            let (unit, edition) = (standing.unit.name.clone(), table.edition.to_string());
            standing.flag(FlagOn::Unit, RankingProblem::UnitNotThen { unit, edition }, found);
        }
    }

    fn scale(&self, standing: &mut Standing, table: &Table, found: &mut Vec<Diagnostic>) {
        let highest = self.version.and_then(|version| version.total);
        if let Some(problem) = outside(standing.total.as_ref(), highest) {
            standing.flag(FlagOn::Total, problem, found);
        }
        for (at, column) in table.columns.iter().enumerate() {
            if let Some(problem) = outside(standing.scores[at].as_ref(), column.max) {
                standing.flag(FlagOn::Score(at), problem, found);
            }
        }
    }

    /// Groups against the total, and criteria against their group.
    fn sums(&self, standing: &mut Standing, table: &Table, found: &mut Vec<Diagnostic>) {
        if !self.scheme.sums {
            return;
        }
        let column_of = |node: usize| table.columns.iter().position(|column| column.node == Some(node));
        let children = |parent: Option<usize>| -> Vec<usize> {
            (0..self.nodes.len()).filter(|&at| self.nodes[at].parent == parent).collect()
        };
        if let Some(problem) = self.sum(standing, &children(None), standing.total.as_ref(), column_of) {
            standing.flag(FlagOn::Total, problem, found);
        }
        for parent in 0..self.nodes.len() {
            let (below, Some(column)) = (children(Some(parent)), column_of(parent)) else { continue };
            if let Some(problem) = self.sum(standing, &below, standing.scores[column].as_ref(), column_of) {
                standing.flag(FlagOn::Score(column), problem, found);
            }
        }
    }

    /// The difference between a figure and its parts, where every part is published.
    fn sum(
        &self,
        standing: &Standing,
        parts: &[usize],
        whole: Option<&Figure>,
        column_of: impl Fn(usize) -> Option<usize>,
    ) -> Option<RankingProblem> {
        let whole = whole.filter(|_| !parts.is_empty())?;
        let figure = |node: &usize| standing.scores.get(column_of(*node)?)?.as_ref();
        let figures: Vec<&Figure> = parts.iter().map(figure).collect::<Option<_>>()?;
        let sum: f64 = figures.iter().map(|figure| figure.value).sum();
        let tolerance: f64 = figures.iter().chain([&whole]).map(|figure| self.half_unit(figure)).sum();
        let decimals = usize::from(self.scheme.decimals);
        ((sum - whole.value).abs() > tolerance + 1e-9)
            .then(|| RankingProblem::SumDiffers { sum: format!("{sum:.decimals$}"), total: whole.plain() })
    }

    /// How far rounding may have moved a figure: half a unit of its last published decimal. A source that writes 18
    /// for 18.00 still publishes two decimals.
    fn half_unit(&self, figure: &Figure) -> f64 {
        let decimals = figure.decimals.max(self.scheme.decimals);
        0.5 * 10_f64.powi(-i32::from(decimals))
    }

    /// Published ranks against what the scores leave possible.
    fn ranks(&self, standings: &mut [Standing], of: Option<usize>, found: &mut Vec<Diagnostic>) {
        let scores: Vec<Option<f64>> =
            standings.iter().map(|standing| standing.total.as_ref().map(|figure| figure.value)).collect();
        let known = scores.iter().flatten().count();
        let highest =
            || standings.iter().filter_map(|one| one.published_rank.as_ref()).map(|rank| rank.rank as usize).max();
        let of = of.or_else(highest).unwrap_or(known).max(known);
        for (standing, bounds) in standings.iter_mut().zip(bounds(&scores, of, self.scheme.higher_is_better)) {
            let (Some(rank), Some(bounds)) = (&standing.published_rank, bounds) else { continue };
            let published = rank.rank as usize;
            if !(bounds.best..=bounds.worst).contains(&published) {
                let problem = RankingProblem::RankDiffers { published: published.to_string(), computed: said(bounds) };
                standing.flag(FlagOn::Rank, problem, found);
            }
        }
    }
}

/// What scores say about a rank, as it is written in both languages.
fn said(bounds: Bounds) -> String {
    if bounds.best == bounds.worst { bounds.best.to_string() } else { format!("{}–{}", bounds.best, bounds.worst) }
}

fn outside(figure: Option<&Figure>, maximum: Option<f64>) -> Option<RankingProblem> {
    let figure = figure?;
    let maximum = maximum.filter(|maximum| figure.value > *maximum + 1e-9 || figure.value < 0.0)?;
    Some(RankingProblem::OutsideScale { score: figure.plain(), maximum: maximum.to_string() })
}

/// A code of another province than the name.
fn code(standing: &mut Standing, found: &mut Vec<Diagnostic>) {
    let Some(code) = standing.code.clone() else { return };
    let provinces = provinces();
    let owner = provinces.of_code(&code).filter(|slug| *slug != standing.unit.slug);
    let is_province = provinces.level_of(&standing.published_name) == Some(UnitLevel::Province);
    if let Some(unit) = owner.filter(|_| is_province).and_then(|slug| provinces.name(slug)) {
        let problem = RankingProblem::CodeOfOther { code, unit: unit.to_owned() };
        standing.flag(FlagOn::Unit, problem, found);
    }
}
