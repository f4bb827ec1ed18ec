//! Scores of units: the points of each criterion with the sum that gives them.

use serde::Serialize;

use crate::diag::Lang;
use crate::kinds::ColumnType;
use crate::model::Bilingual;
use crate::plan::PageKind;
use crate::registers::{Book, Card, Criterion, Part, Points, Scheme, Score, Standing};
use crate::view::here::Here;
use crate::view::link::Link;

use super::ValueView;

/// The score of a unit, criterion by criterion.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreView {
    /// What the scheme is called.
    pub scheme: String,
    /// The time for which it holds.
    pub period: String,
    /// The instrument that sets it.
    pub source: String,
    /// How well that was verified.
    pub verified: String,
    /// Whether the unit's own facts are there.
    pub has_own: bool,
    /// Whether verified facts are there.
    pub has_verified: bool,
    /// Its parts: standard points, bonus, penalties.
    pub parts: Vec<ScorePart>,
    /// The totals.
    pub total: ScorePair,
    /// Whether the unit may have each rank.
    pub ranks: Vec<RankView>,
    /// The prizes, in words.
    pub prizes: Vec<String>,
    /// What readers must know.
    pub remarks: Vec<String>,
}

/// A part of the total.
#[derive(Clone, Debug, Serialize)]
pub struct ScorePart {
    /// What it is called.
    pub name: String,
    /// Its criteria.
    pub lines: Vec<LineView>,
    /// Its sum.
    pub sum: ScorePair,
}

/// The same figure by the unit's own facts and by verified ones.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ScorePair {
    /// By the unit's own facts.
    pub own: Option<ValueView>,
    /// By verified facts.
    pub verified: Option<ValueView>,
}

/// A criterion.
#[derive(Clone, Debug, Serialize)]
pub struct LineView {
    /// Its number.
    pub id: String,
    /// What it asks for.
    pub name: String,
    /// Most points.
    pub max: Option<String>,
    /// By the unit's own facts.
    pub own: Option<PointsView>,
    /// By verified facts.
    pub verified: Option<PointsView>,
}

/// What a criterion gives.
#[derive(Clone, Debug, Serialize)]
pub struct PointsView {
    /// The points, or why there are none.
    pub value: ValueView,
    /// The sum that gives them.
    pub sum: String,
    /// The case that fits, in words.
    pub case: String,
}

/// Whether a unit may have a rank.
#[derive(Clone, Debug, Serialize)]
pub struct RankView {
    /// The rank.
    pub name: String,
    /// The answer.
    pub answer: ValueView,
    /// What the instrument leaves open.
    pub open: String,
}

/// A unit in the list of scores.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreRow {
    /// Its page.
    pub link: Link,
    /// Its totals.
    pub total: ScorePair,
    /// Whether it may have the first rank of the scheme.
    pub answer: Option<ValueView>,
}

impl Here<'_> {
    /// The score of a unit.
    pub(super) fn score(&self, score: &Score) -> ScoreView {
        let scheme = &*score.scheme;
        let text = |words: &Bilingual| words.in_lang(self.lang).to_owned();
        let parts = [Part::Standard, Part::Bonus, Part::Penalty];
        let best = score.verified.as_ref().or(score.own.as_ref());
        ScoreView {
            scheme: text(&scheme.name),
            period: text(&scheme.period),
            source: scheme.source.clone(),
            verified: self.verified(&scheme.tag),
            has_own: score.own.is_some(),
            has_verified: score.verified.is_some(),
            parts: parts.into_iter().filter_map(|part| self.score_part(score, part)).collect(),
            total: self.total(score),
            ranks: best.map_or_else(Vec::new, |card| self.ranks(scheme, card)),
            prizes: scheme.prizes.iter().map(|prize| self.prize(prize)).collect(),
            remarks: scheme.remarks.iter().map(text).collect(),
        }
    }

    /// The units of a book, the best first; those without a total last.
    pub(super) fn score_rows(&self, book: &Book) -> Vec<ScoreRow> {
        let groups = book.groups.iter().map(|&at| (at, &self.context.registers.groups[at]));
        let mut scored: Vec<(Option<f64>, ScoreRow)> = groups
            .filter_map(|(at, group)| {
                let score = group.score.as_ref()?;
                let best = score.verified.as_ref().or(score.own.as_ref());
                let answer = best.and_then(|card| card.standings.first()).map(|standing| self.standing(*standing));
                let link = self.link_to(PageKind::RegisterGroup(at))?;
                Some((best.and_then(|card| card.total), ScoreRow { link, total: self.total(score), answer }))
            })
            .collect();
        scored.sort_by(|(a, _), (b, _)| match (a, b) {
            (Some(a), Some(b)) => b.total_cmp(a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
        scored.into_iter().map(|(_, row)| row).collect()
    }

    fn score_part(&self, score: &Score, part: Part) -> Option<ScorePart> {
        let criteria = score.scheme.criteria.iter().enumerate().filter(|(_, own)| own.part == part);
        let lines: Vec<LineView> = criteria.map(|(at, criterion)| self.line(score, at, criterion)).collect();
        let key = match part {
            Part::Standard => "score_standard",
            Part::Bonus => "score_bonus",
            Part::Penalty => "score_penalty",
        };
        let sum = |card: &Option<Card>| card.as_ref().map(|card| self.points_value(card.part(part)));
        (!lines.is_empty()).then(|| ScorePart {
            name: self.words.get(key).to_owned(),
            lines,
            sum: ScorePair { own: sum(&score.own), verified: sum(&score.verified) },
        })
    }

    fn line(&self, score: &Score, at: usize, criterion: &Criterion) -> LineView {
        let points =
            |card: &Option<Card>| card.as_ref().map(|card| self.points(&score.scheme, criterion, &card.lines[at]));
        LineView {
            id: criterion.id.clone(),
            name: criterion.name.in_lang(self.lang).to_owned(),
            max: criterion.max.map(|max| self.number_text(ColumnType::Number, max)),
            own: points(&score.own),
            verified: points(&score.verified),
        }
    }

    fn points(&self, scheme: &Scheme, criterion: &Criterion, line: &crate::registers::Line) -> PointsView {
        let case = line.case.map(|at| criterion.cases[at].says.in_lang(self.lang).to_owned()).unwrap_or_default();
        let (value, sum) = match &line.points {
            Points::Given { points, sum } => {
                let shown = if sum.is_empty() {
                    String::new()
                } else {
                    format!("{} = {}", self.in_notation(sum), self.points_value(*points).text)
                };
                (self.points_value(*points), shown)
            }
            Points::Undefined => (self.tone("score_undefined", "bad"), String::new()),
            Points::Missing(names) => {
                let names: Vec<&str> = names.iter().map(|name| self.fact_name(scheme, name)).collect();
                let value = ValueView::interface(self.words.fill("score_missing", &[("what", &names.join(", "))]));
                (value, String::new())
            }
            Points::NotApplicable => (ValueView::interface(self.words.get("score_not_applicable")), String::new()),
        };
        PointsView { value, sum, case }
    }

    /// A sum in the notation of the language: facts are written in the Vietnamese one.
    fn in_notation(&self, sum: &str) -> String {
        match self.lang {
            Lang::Vi => sum.to_owned(),
            Lang::En => sum.replace(',', "\u{1}").replace('.', ",").replace('\u{1}', "."),
        }
    }

    fn fact_name<'s>(&self, scheme: &'s Scheme, name: &'s str) -> &'s str {
        let measure = scheme.measures.iter().find(|own| own.id == name);
        measure.map_or(name, |own| own.name.in_lang(self.lang))
    }

    fn points_value(&self, points: f64) -> ValueView {
        ValueView::interface(self.number_text(ColumnType::Number, points).replace('-', "\u{2212}"))
    }

    fn tone(&self, key: &str, tone: &'static str) -> ValueView {
        ValueView { tone: Some(tone), ..ValueView::interface(self.words.get(key)) }
    }

    fn total(&self, score: &Score) -> ScorePair {
        let total = |card: &Option<Card>| {
            card.as_ref().map(|card| match card.total {
                Some(total) => self.points_value(total),
                None => {
                    let known = self.points_value(card.parts.iter().sum()).text;
                    ValueView::interface(self.words.fill("score_known", &[("n", &known)]))
                }
            })
        };
        ScorePair { own: total(&score.own), verified: total(&score.verified) }
    }

    fn ranks(&self, scheme: &Scheme, card: &Card) -> Vec<RankView> {
        let view = |(rank, standing): (&crate::registers::RankRule, &Standing)| RankView {
            name: rank.name.in_lang(self.lang).to_owned(),
            answer: self.standing(*standing),
            open: match standing {
                Standing::Undefined if card.total.is_some() => rank.open.in_lang(self.lang).to_owned(),
                _ => String::new(),
            },
        };
        scheme.ranks.iter().zip(&card.standings).map(view).collect()
    }

    fn standing(&self, standing: Standing) -> ValueView {
        match standing {
            Standing::Eligible => self.tone("score_eligible", "good"),
            Standing::NotEligible => ValueView::interface(self.words.get("score_not_eligible")),
            Standing::Undefined => self.tone("score_undefined", "bad"),
        }
    }

    fn prize(&self, prize: &crate::registers::Prize) -> String {
        let amount = self.number_text(ColumnType::Money, prize.amount as f64);
        let count = self.words.number(usize::try_from(prize.count).unwrap_or(usize::MAX));
        let values = [("name", prize.name.in_lang(self.lang)), ("n", &count), ("amount", &amount)];
        self.words.fill("score_prize", &values)
    }
}
