//! Facts → points, line by line.

use minijinja::Environment;

use crate::text;

use super::super::expression::{Formula, Outcome, Scope, datum};
use super::scheme::{Case, Criterion, Part, Scheme};

/// The points of a unit by one set of facts.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// One line for each criterion of the scheme.
    pub lines: Vec<Line>,
    /// The sum of what is defined, by part.
    pub parts: [f64; 3],
    /// The sum of all lines; nothing where one is undefined or lacks a fact.
    pub total: Option<f64>,
    /// Whether the unit may have each rank of the scheme.
    pub standings: Vec<Standing>,
}

/// What a criterion gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it gives.
    pub points: Points,
    /// Index of the case that fits, where one does.
    pub case: Option<usize>,
}

/// What a criterion gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Points {
    /// Points, and the sum that gives them as it is shown.
    Given {
        /// The points; may be negative.
        points: f64,
        /// `10 − 5 × 3`; empty where the case says it all.
        sum: String,
    },
    /// The instrument does not say.
    Undefined,
    /// Facts are not there: their names.
    Missing(Vec<String>),
    /// It does not hold for this unit.
    NotApplicable,
}

/// Whether a unit may have a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It may.
    Eligible,
    /// It may not.
    NotEligible,
    /// The instrument does not say, or the total is not defined.
    Undefined,
}

impl Card {
    /// Computes the points. Expressions were checked when the scheme was read; one that fails on these facts leaves its
    /// criterion undefined, and the reason is handed to `fault`.
    pub(in crate::registers) fn compute(
        scheme: &Scheme,
        class: Option<&str>,
        facts: &Scope,
        environment: &Environment<'static>,
        fault: &mut dyn FnMut(&str, String),
    ) -> Self {
        let mut scope = facts.clone();
        scope.extend(class.map(|class| ("class".to_owned(), class.into())));
        let mut judge = Judge { scheme, environment, scope, fault };
        let lines: Vec<Line> = scheme.criteria.iter().map(|criterion| judge.line(criterion)).collect();
        let mut parts = [0.0; 3];
        for (criterion, line) in scheme.criteria.iter().zip(&lines) {
            if let Points::Given { points, .. } = line.points {
                parts[criterion.part as usize] += points;
            }
        }
        let is_settled = |line: &Line| matches!(line.points, Points::Given { .. } | Points::NotApplicable);
        // A hundredth is the smallest difference that rubrics make; more decimals are noise of binary sums.
        let rounded = |sum: f64| (sum * 100.0).round() / 100.0;
        let total = lines.iter().all(is_settled).then(|| rounded(parts.iter().sum()));
        let standings = judge.standings(parts, total);
        Self { lines, parts: parts.map(rounded), total, standings }
    }

    /// What a part gives, as far as it is defined.
    #[must_use]
    pub const fn part(&self, part: Part) -> f64 {
        self.parts[part as usize]
    }
}

struct Judge<'a> {
    scheme: &'a Scheme,
    environment: &'a Environment<'static>,
    scope: Scope,
    fault: &'a mut dyn FnMut(&str, String),
}

/// The answer of a condition.
enum Answer {
    Yes,
    No,
    Missing(Vec<String>),
    Broken,
}

impl Judge<'_> {
    fn line(&mut self, criterion: &Criterion) -> Line {
        match self.holds(&criterion.when) {
            Answer::Yes => {}
            Answer::No => return Line { points: Points::NotApplicable, case: None },
            Answer::Missing(names) => return Line { points: Points::Missing(names), case: None },
            Answer::Broken => return Line { points: Points::Undefined, case: None },
        }
        for (at, case) in criterion.cases.iter().enumerate() {
            match self.holds(&case.when) {
                Answer::Yes => return Line { points: self.points(case), case: Some(at) },
                Answer::No => {}
                Answer::Missing(names) => return Line { points: Points::Missing(names), case: None },
                Answer::Broken => return Line { points: Points::Undefined, case: Some(at) },
            }
        }
        Line { points: Points::Undefined, case: None }
    }

    fn points(&mut self, case: &Case) -> Points {
        let Some(source) = case.points.as_deref() else { return Points::Undefined };
        match self.evaluate(source) {
            Ok(Outcome::Value(value)) => match datum(&value).and_then(|datum| datum.number()) {
                Some(points) => Points::Given { points, sum: self.shown(&case.shows) },
                None => Points::Undefined,
            },
            Ok(Outcome::Missing) => Points::Missing(self.missing(source)),
            Err(()) => Points::Undefined,
        }
    }

    /// The sum with the facts in place of their names.
    fn shown(&self, pattern: &str) -> String {
        let mut shown = pattern.to_owned();
        for (name, value) in &self.scope {
            let slot = format!("{{{name}}}");
            if !shown.contains(&slot) {
                continue;
            }
            let words = datum(value).and_then(|datum| datum.number()).map(|number| text::format_decimal(number, 2));
            shown = shown.replace(&slot, &words.unwrap_or_else(|| value.to_string()));
        }
        shown
    }

    fn holds(&mut self, source: &str) -> Answer {
        if source.trim().is_empty() {
            return Answer::Yes;
        }
        match self.evaluate(source) {
            Ok(Outcome::Value(value)) if value.is_true() => Answer::Yes,
            Ok(Outcome::Value(_)) => Answer::No,
            Ok(Outcome::Missing) => Answer::Missing(self.missing(source)),
            Err(()) => Answer::Broken,
        }
    }

    fn names(&self) -> Vec<&str> {
        let measures = self.scheme.measures.iter().map(|own| own.id.as_str());
        measures.chain(["class", "standard", "bonus", "penalty", "total"]).collect()
    }

    fn evaluate(&mut self, source: &str) -> Result<Outcome, ()> {
        let outcome = Formula::compile(self.environment, source.trim(), self.names())
            .and_then(|formula| formula.evaluate(&self.scope));
        outcome.map_err(|detail| (self.fault)(source, detail))
    }

    /// The names of an expression that have no value.
    fn missing(&self, source: &str) -> Vec<String> {
        let formula = Formula::compile(self.environment, source.trim(), self.names());
        let needs = formula.map(|formula| formula.needs).unwrap_or_default();
        needs.into_iter().filter(|name| !self.scope.contains_key(name)).collect()
    }

    fn standings(&mut self, parts: [f64; 3], total: Option<f64>) -> Vec<Standing> {
        let Some(total) = total else { return vec![Standing::Undefined; self.scheme.ranks.len()] };
        let sums = [("standard", parts[0]), ("bonus", parts[1]), ("penalty", parts[2]), ("total", total)];
        self.scope.extend(sums.map(|(name, sum)| (name.to_owned(), sum.into())));
        let scheme = self.scheme;
        let standing = |rank: &super::RankRule| {
            let is_open = !rank.open_when.trim().is_empty() && matches!(self.holds(&rank.open_when), Answer::Yes);
            match self.holds(&rank.rule) {
                Answer::Yes | Answer::No if is_open => Standing::Undefined,
                Answer::Yes => Standing::Eligible,
                Answer::No => Standing::NotEligible,
                Answer::Missing(_) | Answer::Broken => Standing::Undefined,
            }
        };
        scheme.ranks.iter().map(standing).collect()
    }
}
