//! The units that are compared: provinces with their time and their merger, other units as they are written.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use crate::model::{Edition, Validity};
use crate::text;

/// The level of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitLevel {
    /// *Bộ, cơ quan ngang bộ*.
    Ministry,
    /// *Tỉnh, thành phố trực thuộc trung ương*.
    Province,
    /// *Vùng kinh tế - xã hội*.
    Region,
    /// *Sở, ban, ngành*.
    Department,
    /// *Huyện, quận, thị xã*, until 30 June 2025.
    District,
    /// *Xã, phường, đặc khu*.
    Commune,
    /// No unit but an average, which stands beside the ranking.
    Average,
}

/// Last day of the district level (Luật Tổ chức chính quyền địa phương 72/2025/QH15).
pub(super) const DISTRICT_END: Date = jiff::civil::date(2025, 6, 30);

/// A unit as one index knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Tells units apart: a province before and after a merger are two units.
    pub id: String,
    /// Part of addresses; a province keeps it through a merger in which it keeps its name.
    pub slug: String,
    /// Name as shown.
    pub name: String,
    /// When it was in operation.
    pub validity: Validity,
    /// Slug of the province that it merged into.
    pub merged_into: Option<String>,
}

/// A unit that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A unit of the data file.
    Known(Unit),
    /// A unit of the data file, but not of the day that was asked for.
    OfOtherTime(Unit),
    /// None; with the known name that resembles it.
    Unknown(Option<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    merged_on: Date,
    province: Vec<Entry>,
    level: Vec<LevelWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    name: String,
    code: String,
    #[serde(default)]
    statistics_code: Option<String>,
    #[serde(default)]
    into: Option<String>,
    #[serde(default)]
    former: Option<String>,
    #[serde(default)]
    renamed: Option<Date>,
    #[serde(default)]
    aliases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelWords {
    level: UnitLevel,
    words: Vec<String>,
}

/// The provinces of the data file.
pub struct Provinces {
    units: Vec<Unit>,
    /// Folded name → places in `units`, those of the earlier time first.
    names: HashMap<String, Vec<usize>>,
    /// Code → slug.
    codes: BTreeMap<String, String>,
    former: Vec<Former>,
    levels: Vec<(String, UnitLevel)>,
}

/// A name that a unit had until a day.
struct Former {
    slug: String,
    name: String,
    renamed: Date,
}

static PROVINCES: LazyLock<Provinces> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("units.toml")).expect("units.toml is part of the program and tested");
    Provinces::of(file)
});

/// The provinces and the words by which levels are known.
#[must_use]
pub fn provinces() -> &'static Provinces {
    &PROVINCES
}

impl Provinces {
    fn of(file: File) -> Self {
        let mut provinces = Self {
            units: Vec::new(),
            names: HashMap::new(),
            codes: BTreeMap::new(),
            former: Vec::new(),
            levels: Vec::new(),
        };
        for entry in &file.province {
            provinces.add(entry, file.merged_on);
        }
        let words = file.level.into_iter().flat_map(|row| row.words.into_iter().map(move |word| (word, row.level)));
        provinces.levels = words.map(|(word, level)| (format!("{word} "), level)).collect();
        provinces
    }

    fn add(&mut self, entry: &Entry, merged_on: Date) {
        let before = Validity { from: None, to: merged_on.yesterday().ok() };
        let after = Validity { from: Some(merged_on), to: None };
        let unit = |id: String, validity: Validity, into: Option<&String>| Unit {
            id,
            slug: entry.id.clone(),
            name: entry.name.clone(),
            validity,
            merged_into: into.cloned(),
        };
        let mut places = Vec::new();
        match &entry.into {
            None => places.push(unit(entry.id.clone(), Validity::default(), None)),
            Some(into) => {
                places.push(unit(format!("{}:63", entry.id), before, Some(into)));
                if *into == entry.id {
                    places.push(unit(entry.id.clone(), after, None));
                }
            }
        }
        let first = self.units.len();
        self.units.extend(places);
        let spellings = entry.aliases.iter().chain([&entry.name]).chain(&entry.former);
        for name in spellings {
            self.names.insert(key(name), (first..self.units.len()).collect());
        }
        for code in std::iter::once(&entry.code).chain(&entry.statistics_code) {
            self.codes.insert(code.clone(), entry.id.clone());
        }
        if let (Some(name), Some(renamed)) = (&entry.former, entry.renamed) {
            self.former.push(Former { slug: entry.id.clone(), name: name.clone(), renamed });
        }
    }

    /// The province of a name at an edition. Names without marks, with "UBND", "tỉnh", "thành phố" or "TP." and the
    /// spellings of the data file are recognised.
    #[must_use]
    pub fn find(&self, name: &str, edition: Edition) -> Found {
        let Some(places) = self.names.get(&key(name)) else {
            let names = self.units.iter().map(|unit| unit.name.as_str());
            return Found::Unknown(text::similar(bare_name(name), names).map(str::to_owned));
        };
        let day = edition.last_day();
        let named = |at: &usize| self.named(&self.units[*at], day);
        match places.iter().find(|&&at| self.units[at].validity.covers(day)) {
            Some(at) => Found::Known(named(at)),
            None => places.last().map_or(Found::Unknown(None), |at| Found::OfOtherTime(named(at))),
        }
    }

    /// The unit under the name that it had on a day.
    fn named(&self, unit: &Unit, day: Date) -> Unit {
        let former = self.former.iter().find(|former| former.slug == unit.slug && day < former.renamed);
        Unit { name: former.map_or(&unit.name, |former| &former.name).clone(), ..unit.clone() }
    }

    /// Whether a name is one of a province at any time.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        self.names.contains_key(&key(name))
    }

    /// The slug of the province of a code.
    #[must_use]
    pub fn of_code(&self, code: &str) -> Option<&str> {
        self.codes.get(code.trim()).map(String::as_str)
    }

    /// The name of a province by its slug.
    #[must_use]
    pub fn name(&self, slug: &str) -> Option<&str> {
        self.units.iter().find(|unit| unit.slug == slug).map(|unit| unit.name.as_str())
    }

    /// The provinces that merged into one, in the order of the file; its own earlier self among them.
    #[must_use]
    pub fn merged_into(&self, slug: &str) -> Vec<&Unit> {
        self.units.iter().filter(|unit| unit.merged_into.as_deref() == Some(slug)).collect()
    }

    /// How many there were on a day.
    #[must_use]
    pub fn count(&self, edition: Edition) -> usize {
        let day = edition.last_day();
        self.units.iter().filter(|unit| unit.validity.covers(day)).count()
    }

    /// The level that the first words of a name say, or that the name of a province says.
    #[must_use]
    pub fn level_of(&self, name: &str) -> Option<UnitLevel> {
        let lower = format!("{} ", bare(name).to_lowercase());
        let by_words = self.levels.iter().find(|(words, _)| lower.starts_with(words.as_str())).map(|(_, level)| *level);
        by_words.or_else(|| self.knows(name).then_some(UnitLevel::Province))
    }
}

/// The part of addresses that a unit of this name has: that of a province, or of the name as written.
#[must_use]
pub fn slug_of(name: &str) -> String {
    let province = provinces().names.get(&key(name)).and_then(|places| places.first());
    province.map_or_else(|| text::slug(bare(name)), |&at| provinces().units[at].slug.clone())
}

/// A unit that is taken as it is written, with the code that tells it from another of its name.
#[must_use]
pub(super) fn as_written(name: &str, level: UnitLevel, code: Option<&str>) -> Unit {
    let shown = capitalised(bare(name));
    let slug = match code {
        Some(code) => text::slug(&format!("{shown} {code}")),
        None => text::slug(&shown),
    };
    let to = (level == UnitLevel::District).then_some(DISTRICT_END);
    Unit { id: slug.clone(), slug, name: shown, validity: Validity { from: None, to }, merged_into: None }
}

/// The key under which names of provinces are compared.
fn key(name: &str) -> String {
    text::heading_key(bare_name(name))
}

/// A name without the agency before it.
fn bare(name: &str) -> &str {
    let name = name.trim();
    let heads = ["UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân ", "ỦY BAN NHÂN DÂN "];
    heads.iter().find_map(|head| strip(name, head)).unwrap_or(name)
}

/// A name without the agency and the kind of province before it.
fn bare_name(name: &str) -> &str {
    let name = bare(name);
    let kinds = ["tỉnh ", "thành phố ", "tp. ", "tp.", "tp "];
    let stripped = kinds.iter().find_map(|kind| strip(name, kind)).unwrap_or(name).trim();
    if stripped.is_empty() { name } else { stripped }
}

/// Takes words off the front, in any case.
fn strip<'n>(name: &'n str, words: &str) -> Option<&'n str> {
    let mut rest = name.chars();
    for letter in words.chars() {
        let found = rest.next()?;
        if found != letter && !found.to_lowercase().eq(letter.to_lowercase()) {
            return None;
        }
    }
    Some(rest.as_str())
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
