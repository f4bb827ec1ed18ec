//! What a criterion is, and the data files that state them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};

use crate::diag::Lang;

/// The files of the criteria, in the order of the groups.
const FILES: &[&str] = &[
    include_str!("criteria/a1-procedures.toml"),
    include_str!("criteria/a2-one-stop.toml"),
    include_str!("criteria/a3-dossiers.toml"),
    include_str!("criteria/a4-figures.toml"),
    include_str!("criteria/a5-feedback.toml"),
    include_str!("criteria/a6-reform.toml"),
    include_str!("criteria/a7-site.toml"),
];

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The text in a language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// Level of government whose site is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// *Cấp tỉnh*.
    Tinh,
    /// *Cấp huyện*, which ended on 30 June 2025.
    Huyen,
    /// *Cấp xã*.
    Xa,
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 3] = [Self::Tinh, Self::Huyen, Self::Xa];

    /// The name in `config.toml` and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tinh => "tinh",
            Self::Huyen => "huyen",
            Self::Xa => "xa",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name.trim())
    }
}

/// How far a source was verified; shown beside it wherever it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub enum Tag {
    /// The article was read.
    #[serde(rename = "T")]
    Text,
    /// The clause was read in one copy that nobody compared with the gazette.
    #[serde(rename = "C")]
    Copy,
    /// Known from a secondary source.
    #[serde(rename = "S")]
    Secondary,
    /// A plan of an administration says so; no law.
    #[serde(rename = "seed")]
    Plan,
    /// Not verified; never shown as law.
    #[serde(rename = "N")]
    Unverified,
    /// A rule of this program, not of law.
    #[serde(rename = "design")]
    Design,
}

impl Tag {
    /// The tag as data files and JSON write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "T",
            Self::Copy => "C",
            Self::Secondary => "S",
            Self::Plan => "seed",
            Self::Unverified => "N",
            Self::Design => "design",
        }
    }
}

/// A span of days; open where empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl Span {
    /// Whether the day lies in the span.
    #[must_use]
    pub fn covers(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// An instrument, plan or index that criteria rest on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its name in Vietnamese.
    pub vi: String,
    /// Its name in English.
    pub en: String,
    /// What its parts are called: `Điều`, `Article`.
    #[serde(default)]
    pub unit: Option<Bilingual>,
    /// First day of its effect, where it matters and is known.
    #[serde(default, deserialize_with = "day")]
    pub from: Option<Date>,
    /// Last day of its effect.
    #[serde(default, deserialize_with = "day")]
    pub to: Option<Date>,
}

/// Where a criterion comes from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id of the [`Document`].
    pub doc: String,
    /// The articles or sections, such as `8.1.a`.
    #[serde(default)]
    pub at: String,
    /// How far it was verified.
    pub tag: Tag,
}

impl Source {
    /// The instrument.
    #[must_use]
    pub fn document(&self) -> &'static Document {
        documents().get(&self.doc).expect("a test holds every source against the list of documents")
    }

    /// The days on which it is in force.
    #[must_use]
    pub fn span(&self) -> Span {
        let document = self.document();
        Span { from: document.from, to: document.to }
    }

    /// As it is cited: "Điều 8.2 Nghị định 63/2010/NĐ-CP".
    #[must_use]
    pub fn cited(&self, lang: Lang) -> String {
        let document = self.document();
        let name = if lang == Lang::Vi { &document.vi } else { &document.en };
        let unit = document.unit.as_ref().map_or("", |unit| unit.in_lang(lang));
        match (self.at.is_empty(), unit.is_empty()) {
            (true, _) => name.clone(),
            (false, true) => format!("{name}, {}", self.at),
            (false, false) => format!("{name}, {unit} {}", self.at),
        }
    }
}

/// Points that a scheme gives for what the criterion asks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Points {
    /// The scheme: `766`, `S003`, `TT01`.
    pub scheme: String,
    /// The metric in it, such as `1.3`.
    #[serde(default)]
    pub id: String,
    /// Most points; nothing where the scheme's split is not known.
    #[serde(default)]
    pub max: Option<f64>,
    /// Whether the points follow the share of records in a straight line.
    #[serde(default)]
    pub linear: bool,
}

/// How many records must pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantifier {
    /// All of them.
    #[default]
    Every,
    /// One is enough.
    Any,
    /// This many.
    AtLeast(usize),
    /// This share of them, from 0 to 1.
    Share(f64),
}

impl Quantifier {
    /// Whether a record that does not pass has to be mended.
    #[must_use]
    pub const fn asks_for_each(self) -> bool {
        matches!(self, Self::Every | Self::Share(_))
    }
}

/// One thing that every record is asked for, and the column to fill where it is not there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Expression over the facts of a record; true where the record passes.
    pub rule: String,
    /// Id of the column that is to be filled; a key of `config.toml` for the site itself.
    pub column: String,
    /// Another column that holds the same where a sheet has no column of its own for it.
    #[serde(default)]
    pub or: Option<String>,
    /// What is missing, where the heading of the column does not say it.
    #[serde(default)]
    pub what: Option<Bilingual>,
    /// First day on which it is asked for.
    #[serde(default, deserialize_with = "day")]
    pub from: Option<Date>,
    /// Last day on which it is asked for.
    #[serde(default, deserialize_with = "day")]
    pub to: Option<Date>,
}

impl Check {
    /// Whether it is asked for on a day.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        Span { from: self.from, to: self.to }.covers(day)
    }
}

/// What a person must vouch for because no program can see it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vouching {
    /// What is to be stated, in Vietnamese.
    pub vi: String,
    /// The same in English.
    pub en: String,
    /// Months for which a statement without an end of its own counts.
    #[serde(default = "a_year")]
    pub months: i32,
    /// Expression over the site: the statement is needed only where it holds, because elsewhere the records say it.
    #[serde(default)]
    pub when: Option<String>,
    /// Whether the statement takes the place of records, where there are none to look at.
    #[serde(default)]
    pub instead: bool,
}

const fn a_year() -> i32 {
    12
}

/// One disclosure criterion.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its number, such as `CK-02`.
    pub id: String,
    /// What is asked.
    pub statement: Bilingual,
    /// Levels of government that it is asked of.
    #[serde(default = "all_levels")]
    pub levels: Vec<Level>,
    /// First day on which it is asked; from the beginning where nothing is said.
    #[serde(default, deserialize_with = "day")]
    pub from: Option<Date>,
    /// Last day on which it is asked.
    #[serde(default, deserialize_with = "day")]
    pub to: Option<Date>,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// Kind of record that is looked at; nothing where only a person can tell.
    #[serde(default)]
    pub kind: Option<String>,
    /// Which records are looked at; all where nothing is said.
    #[serde(default, rename = "where")]
    pub subject: Option<String>,
    /// Whether there must be such records; without it a criterion that concerns no record is not asked.
    #[serde(default)]
    pub owed: bool,
    /// Expression over the site: where it holds and there are no records of the kind, there is nothing to judge.
    #[serde(default)]
    pub idle: Option<String>,
    /// How many of them must pass.
    #[serde(default)]
    pub quantifier: Quantifier,
    /// What each is asked for.
    #[serde(default)]
    pub checks: Vec<Check>,
    /// Whether rows that could not become records count as records that fail.
    #[serde(default)]
    pub left_out: bool,
    /// What a person must vouch for besides.
    #[serde(default)]
    pub attest: Option<Vouching>,
    /// Its weight in the share that is met.
    #[serde(default = "one")]
    pub weight: u32,
    /// Points that schemes give for it.
    #[serde(default)]
    pub points: Vec<Points>,
    /// Whether nothing may be published where it is not met.
    #[serde(default)]
    pub blocker: bool,
    /// What to do where it is not met.
    pub fill: Bilingual,
    /// The group: `A1` to `A7`.
    #[serde(skip)]
    pub group: String,
}

const fn one() -> u32 {
    1
}

fn all_levels() -> Vec<Level> {
    Level::ALL.to_vec()
}

impl Criterion {
    /// The sources that are in force on a day.
    pub fn sources_on(&self, day: Date) -> impl Iterator<Item = &Source> {
        self.sources.iter().filter(move |source| source.span().covers(day))
    }

    /// Whether there must be records that it is asked of.
    #[must_use]
    pub const fn is_owed(&self) -> bool {
        self.owed || matches!(self.quantifier, Quantifier::Any | Quantifier::AtLeast(_))
    }

    /// Whether a person may tell where there is no record to look at.
    #[must_use]
    pub fn is_told_by_persons(&self) -> bool {
        self.attest.as_ref().is_some_and(|vouching| vouching.instead)
    }

    /// Whether it is asked for on a day: its own span covers the day, and one of its sources is in force.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        Span { from: self.from, to: self.to }.covers(day) && self.sources_on(day).next().is_some()
    }
}

/// A group of criteria.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// `A1` to `A7`.
    pub id: String,
    /// What its criteria are about.
    pub title: Bilingual,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    group: Group,
    criteria: Vec<Criterion>,
}

/// Every criterion with the groups, in the order of their numbers.
#[must_use]
pub fn criteria() -> &'static (Vec<Group>, Vec<Criterion>) {
    static ALL: LazyLock<(Vec<Group>, Vec<Criterion>)> = LazyLock::new(|| {
        let (mut groups, mut criteria) = (Vec::new(), Vec::new());
        for text in FILES {
            let File { group, criteria: own } =
                toml::from_str(text).expect("the criteria are part of the program and tested");
            criteria.extend(own.into_iter().map(|criterion| Criterion { group: group.id.clone(), ..criterion }));
            groups.push(group);
        }
        (groups, criteria)
    });
    &ALL
}

/// Every instrument, plan and index, by the id that sources name.
fn documents() -> &'static BTreeMap<String, Document> {
    static ALL: LazyLock<BTreeMap<String, Document>> = LazyLock::new(|| {
        toml::from_str(include_str!("criteria/documents.toml"))
            .expect("the documents are part of the program and tested")
    });
    &ALL
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let written = toml::value::Datetime::deserialize(deserializer)?.to_string();
    written.parse().map(Some).map_err(serde::de::Error::custom)
}
