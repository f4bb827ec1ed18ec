//! Schemes of scores, as their files say.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;

use crate::calendar::WorkingDays;
use crate::diag::{Diagnostic, Location, RegisterProblem};
use crate::model::Bilingual;
use crate::text;

use super::super::expression::{Formula, environment};

/// A scheme of scores.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Its name in records.
    pub id: String,
    /// What it is called.
    pub name: Bilingual,
    /// The instrument that sets it.
    pub source: String,
    /// How well that was verified.
    pub tag: String,
    /// The time for which it holds.
    pub period: Bilingual,
    /// What the standard criteria give together; held against their maxima.
    #[serde(default)]
    pub standard: Option<f64>,
    /// Classes of units, such as `xa` and `huyen`.
    #[serde(default)]
    pub classes: BTreeMap<String, Bilingual>,
    /// The facts it asks for.
    pub measures: Vec<Measure>,
    /// Its criteria.
    pub criteria: Vec<Criterion>,
    /// Conditions for ranks.
    #[serde(default)]
    pub ranks: Vec<RankRule>,
    /// Prizes.
    #[serde(default)]
    pub prizes: Vec<Prize>,
    /// What readers must know.
    #[serde(default)]
    pub remarks: Vec<Bilingual>,
}

/// A fact that a scheme asks for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its name in rules and records.
    pub id: String,
    /// What it is.
    pub name: Bilingual,
    /// What its values are.
    #[serde(default, rename = "type")]
    pub measure_type: MeasureType,
    /// Words that it may be, by name, for choices.
    #[serde(default)]
    pub choices: BTreeMap<String, Bilingual>,
}

/// What the values of a measure are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MeasureType {
    /// A number.
    #[default]
    Number,
    /// A percentage.
    Percent,
    /// Yes or no.
    Flag,
    /// One of a few words.
    Choice,
}

/// A criterion.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its number, as published.
    pub id: String,
    /// What it asks for.
    pub name: Bilingual,
    /// To which part of the total it belongs.
    #[serde(default)]
    pub part: Part,
    /// Most points it gives.
    #[serde(default)]
    pub max: Option<f64>,
    /// For which units it holds; all where absent.
    #[serde(default)]
    pub when: String,
    /// Its cases; the first that fits holds.
    pub cases: Vec<Case>,
}

/// To which part of the total a criterion belongs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The standard points.
    #[default]
    Standard,
    /// Points beyond them.
    Bonus,
    /// Points taken from the total.
    Penalty,
}

/// A case of a criterion.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// When it fits; always where absent.
    #[serde(default)]
    pub when: String,
    /// The points: an expression. Absent where the instrument does not say.
    #[serde(default)]
    pub points: Option<String>,
    /// The sum as it is shown, with measures in braces: `10 − 5 × {vi_pham}`; absent where the points say it all.
    #[serde(default)]
    pub shows: String,
    /// The case in words; where there are no points, what the instrument leaves open.
    pub says: Bilingual,
}

/// A condition for a rank.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankRule {
    /// The rank.
    pub name: Bilingual,
    /// When a unit may have it: over the measures, `standard`, `bonus`, `penalty` and `total`.
    pub rule: String,
    /// When the instrument does not say whether it may.
    #[serde(default)]
    pub open_when: String,
    /// What it leaves open.
    #[serde(default)]
    pub open: Bilingual,
}

/// A prize.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prize {
    /// Its name.
    pub name: Bilingual,
    /// How many there are.
    #[serde(default = "one")]
    pub count: u32,
    /// Đồng for each.
    pub amount: u64,
}

const fn one() -> u32 {
    1
}

/// The schemes of a site, by name.
#[derive(Clone, Debug, Default)]
pub struct Schemes {
    schemes: BTreeMap<String, Arc<Scheme>>,
}

impl Schemes {
    /// Reads files: path and text. One that cannot be used is reported and left out.
    #[must_use]
    pub fn read(files: &[(String, String)]) -> (Self, Vec<Diagnostic>) {
        let mut schemes = Self::default();
        let mut found = Vec::new();
        for (path, source) in files {
            match Scheme::parse(source) {
                Ok(scheme) => {
                    schemes.schemes.insert(scheme.id.clone(), Arc::new(scheme));
                }
                Err(detail) => {
                    found.push(Diagnostic::new(RegisterProblem::BadFile { detail }, Location::file(path.as_str())));
                }
            }
        }
        (schemes, found)
    }

    /// The scheme of a name; the only one, where no name is given.
    #[must_use]
    pub fn get(&self, name: Option<&str>) -> Option<&Arc<Scheme>> {
        match name {
            Some(name) => self.schemes.get(name.trim()),
            None if self.schemes.len() == 1 => self.schemes.values().next(),
            None => None,
        }
    }

    /// The names, for messages.
    #[must_use]
    pub fn names(&self) -> String {
        self.schemes.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

impl Scheme {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(source: &str) -> Result<Self, String> {
        let one_line = |error: toml::de::Error| error.message().split_whitespace().collect::<Vec<_>>().join(" ");
        let scheme: Self = toml::from_str(source).map_err(one_line)?;
        scheme.check()?;
        Ok(scheme)
    }

    /// The measure that words mean.
    #[must_use]
    pub fn measure(&self, words: &str) -> Option<&Measure> {
        let key = text::heading_key(words);
        let named = |own: &&Measure| {
            [&own.id, &own.name.vi, &own.name.en].into_iter().any(|name| text::heading_key(name) == key)
        };
        self.measures.iter().find(named)
    }

    /// The class of units that words mean.
    #[must_use]
    pub fn class(&self, words: &str) -> Option<&str> {
        let key = text::heading_key(words);
        let named = |(id, name): &(&String, &Bilingual)| {
            [*id, &name.vi, &name.en].into_iter().any(|name| text::heading_key(name) == key)
        };
        self.classes.iter().find(named).map(|(id, _)| id.as_str())
    }

    /// The known name that resembles an unknown one.
    #[must_use]
    pub fn nearest(&self, words: &str) -> Option<String> {
        let names = self.measures.iter().flat_map(|own| [own.id.as_str(), own.name.vi.as_str()]);
        text::similar(words, names).map(str::to_owned)
    }

    fn check(&self) -> Result<(), String> {
        let of_standard = self.criteria.iter().filter(|own| own.part == Part::Standard);
        let sum: f64 = of_standard.filter_map(|own| own.max).sum();
        if let Some(stated) = self.standard.filter(|stated| (stated - sum).abs() > 1e-9) {
            return Err(format!("standard = {stated}, max = {sum}"));
        }
        let measures: BTreeSet<&str> = self.measures.iter().map(|own| own.id.as_str()).collect();
        if measures.len() < self.measures.len() {
            return Err("measures: id".to_owned());
        }
        let environment = environment(&WorkingDays::default());
        let known: Vec<&str> =
            measures.iter().copied().chain(["class", "standard", "bonus", "penalty", "total"]).collect();
        for source in self.expressions() {
            let formula = Formula::compile(&environment, source, known.iter().copied())?;
            if let Some(unknown) = formula.unknown(&known) {
                return Err(format!("{source}: {unknown}"));
            }
        }
        Ok(())
    }

    /// Every expression of the file.
    fn expressions(&self) -> impl Iterator<Item = &str> {
        let cases = self.criteria.iter().flat_map(|own| &own.cases);
        let cases = cases.flat_map(|case| std::iter::once(case.when.as_str()).chain(case.points.as_deref()));
        let ranks = self.ranks.iter().flat_map(|own| [own.rule.as_str(), own.open_when.as_str()]);
        let all = self.criteria.iter().map(|own| own.when.as_str()).chain(cases).chain(ranks);
        all.map(str::trim).filter(|source| !source.is_empty())
    }
}
