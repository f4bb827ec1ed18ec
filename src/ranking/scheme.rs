//! What an index is: its names, its criteria with their maxima, and the time for which each set of them holds.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use crate::diag::Lang;
pub use crate::model::Bilingual;
use crate::model::Edition;
use crate::text;

use super::unit::UnitLevel;

/// An index, as its data file describes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Part of addresses, such as `766` or `par-index`.
    pub id: String,
    /// The scheme whose file this one completes.
    #[serde(default)]
    pub extends: Option<String>,
    /// Schemes of one family are the same index for units of different levels.
    pub family: String,
    /// What it compares.
    pub level: UnitLevel,
    /// Full name.
    pub name: Bilingual,
    /// Name for tables and titles.
    pub short: Bilingual,
    /// The units that it compares, as after a name: "các tỉnh, thành phố".
    pub units: Bilingual,
    /// What it measures.
    pub about: Bilingual,
    /// How the total comes about.
    pub method: Bilingual,
    /// Who publishes it.
    pub publisher: Bilingual,
    /// Address of the publisher.
    #[serde(default)]
    pub publisher_url: String,
    /// Names under which sources know it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether a higher score is the better one.
    #[serde(default = "yes")]
    pub higher_is_better: bool,
    /// Decimals with which scores are shown.
    #[serde(default = "two")]
    pub decimals: u8,
    /// Points or per cent.
    #[serde(default)]
    pub scale: Scale,
    /// Whether the groups add up to the total.
    #[serde(default)]
    pub sums: bool,
    /// How many units were ranked, where neither the level nor the rows say so.
    #[serde(default)]
    pub counts: Vec<Count>,
    /// The sets of criteria, oldest first.
    pub versions: Vec<Version>,
    /// What readers must know about the figures of some groups and times.
    #[serde(default)]
    pub remarks: Vec<Remark>,
    /// Which units have a page of their own.
    #[serde(default)]
    pub unit_pages: UnitPages,
}

/// The unit in which scores are stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// Points.
    #[default]
    Points,
    /// Per cent.
    Percent,
}

/// Which units of an index have a page of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitPages {
    /// Those with more than one edition, or with groups whose maxima are known.
    #[default]
    Auto,
    /// None.
    None,
    /// Those with more than one edition.
    Series,
}

/// How many units were ranked in a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// First day; open where absent.
    #[serde(default, deserialize_with = "first_day")]
    pub from: Option<Date>,
    /// Last day; open where absent.
    #[serde(default, deserialize_with = "last_day")]
    pub to: Option<Date>,
    /// How many.
    pub count: usize,
}

/// How well the maxima and the decision behind a set of criteria are known. What is not verified has no maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Verification {
    /// The text of the instrument was read.
    #[serde(rename = "T")]
    Text,
    /// The text was read in a third-party copy.
    #[serde(rename = "C")]
    Copy,
    /// Secondary sources: news, provincial decisions, public dashboards.
    #[serde(rename = "S")]
    Secondary,
    /// An administrative plan that states it.
    #[serde(rename = "seed")]
    Plan,
    /// Not verified.
    #[serde(rename = "N")]
    Unverified,
}

/// One set of criteria with the decision that it rests on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Number of the decision.
    #[serde(default)]
    pub decision: Option<String>,
    /// Day of signing.
    #[serde(default, deserialize_with = "first_day")]
    pub date: Option<Date>,
    /// Who issued it.
    #[serde(default)]
    pub issuer: Option<String>,
    /// Address of its text.
    #[serde(default)]
    pub url: Option<String>,
    /// How well it is known.
    pub tag: Verification,
    /// First day or year for which it holds.
    #[serde(default, deserialize_with = "first_day")]
    pub from: Option<Date>,
    /// Last day or year for which it holds.
    #[serde(default, deserialize_with = "last_day")]
    pub to: Option<Date>,
    /// Highest total.
    #[serde(default)]
    pub total: Option<f64>,
    /// Remarks.
    #[serde(default)]
    pub note: Option<Bilingual>,
    /// Areas, groups or dimensions.
    #[serde(default)]
    pub areas: Vec<Criterion>,
}

/// An area, a criterion of an area, or a sub-criterion.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Number or mark, such as `1.2`.
    pub id: String,
    /// Full name.
    pub name: Bilingual,
    /// Name for table heads.
    #[serde(default)]
    pub short: Option<Bilingual>,
    /// Headings under which sources have it, besides its name.
    #[serde(default)]
    pub headings: Vec<String>,
    /// Highest score; nothing where it is not verified.
    #[serde(default)]
    pub max: Option<f64>,
    /// Remarks.
    #[serde(default)]
    pub note: Option<Bilingual>,
    /// The criteria below it.
    #[serde(default)]
    pub criteria: Vec<Criterion>,
}

/// What readers must know about the figures of some groups and times.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// Ids of the groups; all figures where empty.
    #[serde(default)]
    pub areas: Vec<String>,
    /// First day or year.
    #[serde(default, deserialize_with = "first_day")]
    pub from: Option<Date>,
    /// Last day or year.
    #[serde(default, deserialize_with = "last_day")]
    pub to: Option<Date>,
    /// Whether the figures were derived from published ones and are not published themselves.
    #[serde(default)]
    pub derived: bool,
    /// The remark in Vietnamese.
    pub vi: String,
    /// The remark in English.
    pub en: String,
}

impl Scheme {
    /// The set of criteria for an edition, with its place.
    #[must_use]
    pub fn version(&self, edition: Edition) -> Option<(usize, &Version)> {
        let day = edition.last_day();
        self.versions.iter().enumerate().find(|(_, version)| covers(version.from, version.to, day))
    }

    /// The number of units that a file states for an edition.
    #[must_use]
    pub fn count(&self, edition: Edition) -> Option<usize> {
        let day = edition.last_day();
        self.counts.iter().find(|count| covers(count.from, count.to, day)).map(|count| count.count)
    }

    /// Whether the scores of an area are derived at an edition, by its id.
    #[must_use]
    pub fn is_derived(&self, edition: Edition, area: &str) -> bool {
        let names = |remark: &Remark| remark.areas.is_empty() || remark.areas.iter().any(|id| id == area);
        self.remarks(edition).any(|remark| remark.derived && names(remark))
    }

    /// The remarks that hold for an edition.
    pub fn remarks(&self, edition: Edition) -> impl Iterator<Item = &Remark> {
        let day = edition.last_day();
        self.remarks.iter().filter(move |remark| covers(remark.from, remark.to, day))
    }
}

impl Version {
    /// Every area with its criteria and sub-criteria, each after the one it belongs to.
    #[must_use]
    pub fn nodes(&self) -> Vec<Node<'_>> {
        let mut nodes = Vec::new();
        for area in &self.areas {
            push_nodes(area, None, 0, &mut nodes);
        }
        nodes
    }
}

/// A criterion with its place among the others.
#[derive(Clone, Copy, Debug)]
pub struct Node<'s> {
    /// The criterion.
    pub criterion: &'s Criterion,
    /// Place of the criterion that it belongs to.
    pub parent: Option<usize>,
    /// 0 for areas, 1 for criteria, 2 for sub-criteria.
    pub depth: usize,
}

fn push_nodes<'s>(criterion: &'s Criterion, parent: Option<usize>, depth: usize, nodes: &mut Vec<Node<'s>>) {
    let own = nodes.len();
    nodes.push(Node { criterion, parent, depth });
    for below in &criterion.criteria {
        push_nodes(below, Some(own), depth + 1, nodes);
    }
}

/// The node that a heading names, and the maximum that the heading itself states (`CKMB_18`).
#[must_use]
pub(super) fn node_of(nodes: &[Node<'_>], heading: &str) -> Option<(usize, Option<f64>)> {
    let find = |name: &str| {
        let key = text::heading_key(name);
        nodes.iter().position(|node| node.criterion.names().any(|name| text::heading_key(name) == key))
    };
    if let Some(at) = find(heading) {
        return Some((at, None));
    }
    let (name, maximum) = split_maximum(heading)?;
    find(name).map(|at| (at, Some(maximum)))
}

/// The known heading that resembles an unknown one.
#[must_use]
pub(super) fn nearest_heading(nodes: &[Node<'_>], heading: &str) -> Option<String> {
    let name = split_maximum(heading).map_or(heading, |(name, _)| name);
    text::similar(name, nodes.iter().flat_map(|node| node.criterion.names())).map(str::to_owned)
}

impl Criterion {
    /// Every name under which it is known.
    fn names(&self) -> impl Iterator<Item = &str> {
        let own = [self.name.vi.as_str(), self.name.en.as_str(), self.id.as_str()];
        let short = self.short.iter().flat_map(|short| [short.vi.as_str(), short.en.as_str()]);
        self.headings.iter().map(String::as_str).chain(own).chain(short)
    }

    /// The name for table heads.
    #[must_use]
    pub fn short_name(&self, lang: Lang) -> &str {
        self.short.as_ref().unwrap_or(&self.name).in_lang(lang)
    }
}

/// Splits `CKMB_18`, `CKMB (18)` and `CKMB 18` into the name and the maximum.
#[must_use]
pub(super) fn split_maximum(heading: &str) -> Option<(&str, f64)> {
    let bare = heading.trim().trim_end_matches(')');
    let at = bare.rfind(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','))?;
    let (name, digits) = (&bare[..at], bare[at..].trim_start_matches(|letter: char| !letter.is_ascii_digit()));
    let separated = matches!(bare[at..].chars().next(), Some('_' | ' ' | '('));
    let maximum = text::parse_decimal(digits)?;
    let name = name.trim_end_matches([' ', '_', '(']);
    (separated && !name.is_empty()).then_some((name, maximum))
}

fn covers(from: Option<Date>, to: Option<Date>, day: Date) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

const fn yes() -> bool {
    true
}

const fn two() -> u8 {
    2
}

/// A year or a day, as TOML or as text; a year means its first day.
fn first_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    moment(deserializer).map(|moment| {
        moment.map(|edition| match edition {
            Edition::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
            Edition::Day(day) => day,
        })
    })
}

/// A year or a day, as TOML or as text; a year means its last day.
fn last_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    moment(deserializer).map(|moment| moment.map(Edition::last_day))
}

fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Edition>, D::Error> {
    let written = match toml::Value::deserialize(deserializer)? {
        toml::Value::String(text) => text,
        other => other.to_string(),
    };
    let year = written.parse::<i16>().ok().map(Edition::Year);
    let found = year.or_else(|| text::parse_date(&written).map(Edition::Day));
    found.map(Some).ok_or_else(|| serde::de::Error::custom(format!("`{written}` is neither a year nor a day")))
}
