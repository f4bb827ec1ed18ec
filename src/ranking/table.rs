//! One edition of an index as a table.

use crate::diag::{Diagnostic, Location, RankingProblem};
use crate::model::{Edition, Figure, PublishedRank};

use super::unit::Unit;

/// One edition of an index.
#[derive(Clone, Debug)]
pub struct Table {
    /// The year or day.
    pub edition: Edition,
    /// Place of its set of criteria in the scheme; none where the scheme has none for the time.
    pub version: Option<usize>,
    /// The groups and criteria for which there are scores, in the order of the scheme.
    pub columns: Vec<Column>,
    /// The units, best first; those without a rank last, in Vietnamese order.
    pub standings: Vec<Standing>,
    /// Averages and the like, which are not ranked.
    pub references: Vec<Standing>,
    /// How many units were ranked, where that is known.
    pub of: Option<usize>,
    /// Where the ranks come from.
    pub ranks: RankOrigin,
    /// Indexes into `Catalog::provenances`.
    pub provenances: Vec<usize>,
}

/// Where the ranks of a table come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankOrigin {
    /// The source states them.
    Published,
    /// The source states none; they follow from the scores.
    Computed,
    /// There are none: no totals, or a partial table without published ranks.
    None,
}

/// A group or criterion of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Place among the nodes of the set of criteria; none for a heading that the scheme does not know.
    pub node: Option<usize>,
    /// 0 for areas and unknown headings, 1 for criteria, 2 for sub-criteria.
    pub depth: usize,
    /// Heading of the source.
    pub heading: String,
    /// Highest score: of the heading, else of the scheme; nothing where it is not verified.
    pub max: Option<f64>,
}

/// One unit in a table.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The unit.
    pub unit: Unit,
    /// Name as published.
    pub published_name: String,
    /// Code as published.
    pub code: Option<String>,
    /// Total.
    pub total: Option<Figure>,
    /// Scores in the order of [`Table::columns`].
    pub scores: Vec<Option<Figure>>,
    /// Rank as published.
    pub published_rank: Option<PublishedRank>,
    /// Rank by the scores, where the table holds every unit or no one knows how many there are.
    pub computed_rank: Option<usize>,
    /// Whether another unit has the same rank.
    pub tied: bool,
    /// Class as published.
    pub class: Option<String>,
    /// What the unit set out to reach.
    pub target: Option<Figure>,
    /// Parts that the source reports as absent.
    pub gaps: Option<u32>,
    /// Source of the row: words or an address.
    pub source: Option<String>,
    /// Remarks as published.
    pub note: Option<String>,
    /// Index into `Catalog::provenances`.
    pub provenance: usize,
    /// Where the row begins.
    pub location: Location,
    /// What is wrong with the figures, each beside the one it concerns.
    pub flags: Vec<Flag>,
    /// Against the previous edition.
    pub change: Option<Change>,
}

/// A doubt about a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// What it concerns.
    pub on: FlagOn,
    /// What is wrong.
    pub problem: RankingProblem,
}

/// What a doubt concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagOn {
    /// The unit itself.
    Unit,
    /// Its rank.
    Rank,
    /// Its total.
    Total,
    /// A score, by its place in [`Table::columns`].
    Score(usize),
}

/// The step from the previous edition to this one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Total now less total then.
    pub total: Option<f64>,
    /// Places gained; negative where places were lost.
    pub places: Option<i64>,
}

impl Standing {
    /// The rank to show: as published, else by the scores.
    #[must_use]
    pub fn rank(&self) -> Option<usize> {
        self.published_rank.as_ref().and_then(|rank| usize::try_from(rank.rank).ok()).or(self.computed_rank)
    }

    /// Keeps a doubt beside the figure, and reports it at the cell.
    pub(super) fn flag(&mut self, on: FlagOn, problem: RankingProblem, found: &mut Vec<Diagnostic>) {
        let (at, value) = match on {
            FlagOn::Unit => (self.location.clone(), self.published_name.clone()),
            FlagOn::Rank => self.published_rank.as_ref().map_or_else(
                || (self.location.clone(), self.published_name.clone()),
                |rank| (rank.at.clone(), rank.rank.to_string()),
            ),
            FlagOn::Total => self.cell(self.total.as_ref()),
            FlagOn::Score(at) => self.cell(self.scores.get(at).and_then(Option::as_ref)),
        };
        found.push(Diagnostic::new(problem.clone(), at).with_value(&value));
        self.flags.push(Flag { on, problem });
    }

    fn cell(&self, figure: Option<&Figure>) -> (Location, String) {
        figure.map_or_else(
            || (self.location.clone(), self.published_name.clone()),
            |figure| (figure.at.clone(), figure.plain()),
        )
    }
}

impl Table {
    /// How many units have a figure; one that only has a target is not among them.
    #[must_use]
    pub fn known(&self) -> usize {
        let has_figure = |one: &&Standing| {
            one.total.is_some() || one.published_rank.is_some() || one.scores.iter().any(Option::is_some)
        };
        self.standings.iter().filter(has_figure).count()
    }

    /// The source that every row names, where it is the same one.
    #[must_use]
    pub fn common_source(&self) -> Option<&str> {
        let first = self.standings.first()?.source.as_deref()?;
        self.standings.iter().all(|one| one.source.as_deref() == Some(first)).then_some(first)
    }

    /// Whether units are missing.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.of.is_some_and(|of| self.known() < of)
    }

    /// Whether any unit has a total.
    #[must_use]
    pub fn has_totals(&self) -> bool {
        self.standings.iter().any(|standing| standing.total.is_some())
    }

    /// Whether there is something to draw: totals of two units or more.
    #[must_use]
    pub fn has_chart(&self) -> bool {
        self.standings.iter().filter(|one| one.total.is_some()).nth(1).is_some()
            || (self.has_totals() && self.standings.iter().any(|one| one.target.is_some()))
    }

    /// The unit that stands first, with its score.
    #[must_use]
    pub fn leader(&self) -> Option<(&Standing, &Figure)> {
        let first = self.standings.first().filter(|one| one.rank() == Some(1))?;
        Some((first, first.total.as_ref()?))
    }

    /// The place of a unit in the table, by its id.
    #[must_use]
    pub fn place_of(&self, unit: &str) -> Option<usize> {
        self.standings.iter().position(|standing| standing.unit.id == unit)
    }
}
