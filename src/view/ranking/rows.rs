//! The table of an edition: heads, rows and the notes beside their figures.

use serde::Serialize;

use crate::model::Figure;
use crate::plan::PageKind;
use crate::ranking::{Change, FlagOn, Node, Remark, Standing, Table};

use super::{FigureView, anchor, figure, full_bars, maximum, number, score, target_text};
use crate::view::here::Here;
use crate::view::link::{Outside, Phrase};

/// The table of an edition.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TableView {
    /// Groups, in the order of the index.
    pub columns: Vec<ColumnView>,
    /// Highest total, in words; nothing where it is not verified.
    pub total_max: Option<String>,
    /// Whether there are totals.
    pub has_totals: bool,
    /// Whether there are ranks.
    pub has_ranks: bool,
    /// Whether there are changes against the previous edition.
    pub has_changes: bool,
    /// Against which edition: "So với 2019".
    pub change_head: String,
    /// Whether units have classes.
    pub has_classes: bool,
    /// Whether units have targets.
    pub has_targets: bool,
    /// Whether rows have sources of their own.
    pub has_sources: bool,
    /// Whether the maxima of all groups are known, so that the group that loses most can be named.
    pub has_losses: bool,
    /// Whether some bars stand for the highest score because there is no verified maximum.
    pub has_relative_bars: bool,
    /// The units, best first.
    pub rows: Vec<RowView>,
    /// Averages and the like.
    pub references: Vec<RowView>,
    /// Notes, in the order of their numbers.
    pub notes: Vec<NoteView>,
}

/// A group of a table.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnView {
    /// Name for the head.
    pub short: Phrase,
    /// Full name.
    pub name: Phrase,
    /// Highest score.
    pub max: Option<String>,
    /// Whether its scores are derived, not published as such.
    pub derived: bool,
    /// Numbers of the notes that concern it.
    pub notes: Vec<usize>,
}

/// A unit.
#[derive(Clone, Debug, Serialize)]
pub struct RowView {
    /// Anchor of the row.
    pub id: String,
    /// Part of addresses, for comparisons.
    pub slug: String,
    /// Rank.
    pub rank: Option<usize>,
    /// Whether another unit has the same rank.
    pub tied: bool,
    /// Notes about the rank.
    pub rank_notes: Vec<usize>,
    /// Name.
    pub name: String,
    /// Link to its page.
    pub href: Option<String>,
    /// Whether it is the site's own unit or province.
    pub own: bool,
    /// Notes about the unit.
    pub notes: Vec<usize>,
    /// Total.
    pub total: FigureView,
    /// Step from the previous edition.
    pub change: Option<ChangeView>,
    /// Scores by group.
    pub scores: Vec<FigureView>,
    /// The group that loses most points against its maximum.
    pub loss: Option<LossView>,
    /// Class as published.
    pub class: Option<String>,
    /// What it set out to reach, and whether it did.
    pub target: Option<TargetView>,
    /// Source of the row.
    pub source: Option<Outside>,
}

/// A step from the previous edition.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView {
    /// `up`, `down` or `same`: whether it is a gain.
    pub kind: &'static str,
    /// The change of the score in words: "tăng 0,69".
    pub total: Option<String>,
    /// The change of the rank in words: "lên 2 hạng".
    pub places: Option<String>,
    /// The change in plain notation, to sort by.
    pub sort: String,
}

/// Points lost against the maximum.
#[derive(Clone, Debug, Serialize)]
pub struct LossView {
    /// The group.
    pub name: Phrase,
    /// How many points.
    pub points: String,
    /// The same in plain notation, to sort by.
    pub sort: String,
}

/// A target.
#[derive(Clone, Debug, Serialize)]
pub struct TargetView {
    /// The target.
    pub text: String,
    /// Whether it was reached; nothing where the result is not known.
    pub met: Option<bool>,
}

/// A note under a table.
#[derive(Clone, Debug, Serialize)]
pub struct NoteView {
    /// The unit it concerns, with its row.
    pub unit: Option<(String, String)>,
    /// The note.
    pub text: Phrase,
    /// Whether it is a doubt, not just a remark.
    pub is_doubt: bool,
}

/// Makes the view of a table, and numbers its notes.
pub(super) struct TableMaker<'h, 'c> {
    here: &'h Here<'c>,
    index: usize,
    table: &'h Table,
    nodes: Vec<Node<'h>>,
    bars: Vec<Option<f64>>,
    notes: Vec<NoteView>,
}

impl<'h, 'c> TableMaker<'h, 'c> {
    pub(super) fn new(here: &'h Here<'c>, index: usize, table: usize) -> Self {
        let own = here.index_at(index);
        let table = &own.tables[table];
        let nodes = table.version.map(|at| own.scheme.versions[at].nodes()).unwrap_or_default();
        Self { here, index, table, nodes, bars: full_bars(table), notes: Vec::new() }
    }

    /// The whole table; of the groups only the areas, which are what is compared.
    pub(super) fn make(mut self) -> TableView {
        let table = self.table;
        let shown: Vec<usize> = (0..table.columns.len()).filter(|&at| table.columns[at].depth == 0).collect();
        let columns: Vec<ColumnView> = shown.iter().map(|&at| self.column(at)).collect();
        let rows: Vec<RowView> = table.standings.iter().map(|standing| self.row(standing, &shown)).collect();
        let references: Vec<RowView> = table.references.iter().map(|standing| self.row(standing, &shown)).collect();
        let scheme = &self.here.index_at(self.index).scheme;
        let version = table.version.map(|at| &scheme.versions[at]);
        TableView {
            total_max: version.and_then(|version| version.total).map(|total| maximum(self.here.lang, total)),
            has_totals: table.has_totals(),
            has_ranks: rows.iter().any(|row| row.rank.is_some()),
            has_changes: rows.iter().any(|row| row.change.is_some()),
            change_head: self.change_head(),
            has_classes: rows.iter().any(|row| row.class.is_some()),
            has_targets: rows.iter().any(|row| row.target.is_some()),
            has_sources: table.common_source().is_none() && rows.iter().any(|row| row.source.is_some()),
            has_losses: rows.iter().any(|row| row.loss.is_some()),
            has_relative_bars: shown.iter().any(|&at| table.columns[at].max.is_none()),
            columns,
            rows,
            references,
            notes: self.notes,
        }
    }

    /// The head of the changes: they may be against an edition of several years before.
    fn change_head(&self) -> String {
        let tables = &self.here.index_at(self.index).tables;
        let own = tables.iter().position(|table| table.edition == self.table.edition);
        let before = own.and_then(|at| at.checked_sub(1)).map(|at| self.here.edition_label(tables[at].edition));
        before.map_or_else(String::new, |edition| self.here.words.fill("rank_change_from", &[("edition", &edition)]))
    }

    fn column(&mut self, at: usize) -> ColumnView {
        let column = &self.table.columns[at];
        let scheme = &self.here.index_at(self.index).scheme;
        let id = column.node.map(|node| self.nodes[node].criterion.id.clone());
        let concerns = |remark: &&Remark| id.as_ref().is_some_and(|id| remark.areas.contains(id));
        let remarks: Vec<&Remark> = scheme.remarks(self.table.edition).filter(concerns).collect();
        let derived = id.as_ref().is_some_and(|id| scheme.is_derived(self.table.edition, id));
        let notes = remarks.iter().map(|remark| self.note(None, self.remark(remark), false)).collect();
        ColumnView {
            short: self.here.column_short(column, &self.nodes),
            name: self.here.column_name(column, &self.nodes),
            max: column.max.map(|max| maximum(self.here.lang, max)),
            derived,
            notes,
        }
    }

    fn remark(&self, remark: &Remark) -> Phrase {
        Phrase::interface(match self.here.lang {
            crate::diag::Lang::Vi => &remark.vi,
            crate::diag::Lang::En => &remark.en,
        })
    }

    /// Adds a note and gives its number; the same remark has one number.
    fn note(&mut self, unit: Option<(String, String)>, text: Phrase, is_doubt: bool) -> usize {
        if let Some(at) = self.notes.iter().position(|note| note.text == text && note.unit == unit) {
            return at + 1;
        }
        self.notes.push(NoteView { unit, text, is_doubt });
        self.notes.len()
    }

    fn row(&mut self, standing: &Standing, shown: &[usize]) -> RowView {
        let (lang, index) = (self.here.lang, self.here.index_at(self.index));
        let scheme = &index.scheme;
        let id = anchor(&standing.unit.id.replace(['#', ':'], "-"));
        let marks = self.marks(standing, &id);
        let unit_page = index.history_of(&standing.unit.slug);
        let href = unit_page.and_then(|unit| self.here.href_to(PageKind::RankingUnit(self.index, unit)));
        let version = self.table.version.map(|at| &scheme.versions[at]);
        let mut total = figure(lang, scheme, standing.total.as_ref(), version.and_then(|version| version.total));
        total.notes = marks.take(FlagOn::Total);
        let score = |at: &usize| {
            let mut view = figure(lang, scheme, standing.scores[*at].as_ref(), self.bars[*at]);
            view.notes = marks.take(FlagOn::Score(*at));
            view
        };
        let scores = shown.iter().map(score).collect();
        RowView {
            slug: standing.unit.slug.clone(),
            rank: standing.rank(),
            tied: standing.tied,
            rank_notes: marks.take(FlagOn::Rank),
            name: standing.unit.name.clone(),
            href,
            own: self.here.is_own(&standing.unit.slug),
            notes: marks.take(FlagOn::Unit),
            total,
            change: standing.change.and_then(|change| self.change(change)),
            scores,
            loss: self.loss(standing, shown),
            class: standing.class.clone(),
            target: standing.target.as_ref().map(|target| self.target(target, standing.total.as_ref())),
            source: standing.source.as_deref().and_then(source),
            id,
        }
    }

    /// The notes of a unit by what they concern.
    fn marks(&mut self, standing: &Standing, id: &str) -> Marks {
        let unit = Some((standing.unit.name.clone(), id.to_owned()));
        let mut marks = Marks(Vec::new());
        for flag in &standing.flags {
            let (text, _) = flag.problem.text().into_lang(self.here.lang);
            marks.0.push((flag.on, self.note(unit.clone(), Phrase::interface(text), true)));
        }
        if let Some(gaps) = standing.gaps.filter(|gaps| *gaps > 0 && standing.scores.iter().any(Option::is_some)) {
            let text = self.here.words.count("rank_gaps", gaps as usize);
            marks.0.push((FlagOn::Unit, self.note(unit.clone(), Phrase::interface(text), false)));
        }
        if let Some(note) = &standing.note {
            marks.0.push((FlagOn::Unit, self.note(unit, Phrase::record(note), false)));
        }
        marks
    }

    fn change(&self, change: Change) -> Option<ChangeView> {
        change_view(self.here, self.index, change)
    }

    /// The group that loses most, where every maximum is known.
    fn loss(&self, standing: &Standing, shown: &[usize]) -> Option<LossView> {
        let losses = shown.iter().map(|&at| {
            let (max, score) = (self.table.columns[at].max?, standing.scores[at].as_ref()?);
            Some((at, max - score.value))
        });
        let losses: Vec<(usize, f64)> = losses.collect::<Option<_>>()?;
        let (at, lost) = losses.into_iter().reduce(|most, next| if next.1 > most.1 { next } else { most })?;
        let scheme = &self.here.index_at(self.index).scheme;
        Some(LossView {
            name: self.here.column_short(&self.table.columns[at], &self.nodes),
            points: number(self.here.lang, -lost, usize::from(scheme.decimals)),
            sort: format!("{lost:.4}"),
        })
    }

    fn target(&self, target: &Figure, total: Option<&Figure>) -> TargetView {
        let scheme = &self.here.index_at(self.index).scheme;
        let reached = |total: &Figure| match scheme.higher_is_better {
            true => total.value >= target.value,
            false => total.value <= target.value,
        };
        TargetView { text: target_text(self.here.lang, scheme, target), met: total.map(reached) }
    }
}

/// A step from one edition to the next in words.
pub(super) fn change_view(here: &Here<'_>, index: usize, change: Change) -> Option<ChangeView> {
    let scheme = &here.index_at(index).scheme;
    let sign = |value: f64| {
        if value > 0.0 {
            1
        } else if value < 0.0 {
            -1
        } else {
            0
        }
    };
    let total = change.total.map(|by| {
        let shown = score(here.lang, scheme, by.abs());
        let key = ["rank_score_down", "rank_score_same", "rank_score_up"][(sign(by) + 1) as usize];
        here.words.fill(key, &[("by", &shown)])
    });
    let places = change.places.map(|by| match by {
        0 => here.words.get("rank_place_same").to_owned(),
        by if by > 0 => here.words.count("rank_place_up", by.unsigned_abs() as usize),
        by => here.words.count("rank_place_down", by.unsigned_abs() as usize),
    });
    let better = if scheme.higher_is_better { 1 } else { -1 };
    let gain = change.total.map_or_else(|| change.places.map_or(0, i64::signum), |by| sign(by) * better);
    let kind = ["down", "same", "up"][(gain + 1) as usize];
    let sort = change.total.map_or_else(|| change.places.unwrap_or(0).to_string(), |by| format!("{by:.6}"));
    (total.is_some() || places.is_some()).then_some(ChangeView { kind, total, places, sort })
}

/// Numbers of notes by what they concern.
struct Marks(Vec<(FlagOn, usize)>);

impl Marks {
    fn take(&self, on: FlagOn) -> Vec<usize> {
        self.0.iter().filter(|(of, _)| *of == on).map(|(_, number)| *number).collect()
    }
}

/// The source of a row: an address by its host, or words.
fn source(written: &str) -> Option<Outside> {
    let address = Outside::web(written)?;
    match address.href {
        Some(href) => {
            let host = address.text.split(['/', '?', '#']).next().unwrap_or_default().trim_start_matches("www.");
            Some(Outside { text: host.to_owned(), href: Some(href) })
        }
        None => Some(address),
    }
}
