//! One kind of register.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::model::Bilingual;
use crate::text;

use super::column::{Column, ColumnType};
use super::rule::{Check, Computed, Deadline, Figure};

/// Names of kinds that the program reads itself.
pub const RESERVED: [&str; 5] = ["procedures", "offices", "officers", "rankings", "statistics"];

/// The kind of dossiers, whatever a site makes of its layout.
const DOSSIERS: &str = "dossiers";

/// A kind of register, as its data file describes it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// The name in `[data] kind = "…"`.
    pub id: String,
    /// The kind that this file completes.
    #[serde(default)]
    pub extends: Option<String>,
    /// What it is called.
    pub name: Bilingual,
    /// One record of it, after a number: "phản ánh".
    pub one: Bilingual,
    /// What it is for, in a sentence.
    pub about: Bilingual,
    /// What people call it besides, in any language.
    #[serde(default)]
    pub folk: Vec<String>,
    /// How its list looks.
    #[serde(default)]
    pub layout: Layout,
    /// Which of its records have pages.
    #[serde(default)]
    pub pages: Pages,
    /// The column that tells a record from others; the title does where none is named.
    #[serde(default)]
    pub key: String,
    /// The column that names a record.
    pub title: String,
    /// The column whose equal values make a group, such as the plan of a task.
    #[serde(default)]
    pub group: String,
    /// The column under whose values records stand together.
    #[serde(default)]
    pub part: String,
    /// Columns by which records are ordered; `-` before a name turns the order round.
    #[serde(default)]
    pub sort: Vec<String>,
    /// Columns of the list, besides the title.
    #[serde(default)]
    pub list: Vec<String>,
    /// The columns of a day and its hours, for calendars.
    #[serde(default)]
    pub day: String,
    /// The column of the first time of day.
    #[serde(default)]
    pub starts: String,
    /// The column of the last time of day.
    #[serde(default)]
    pub ends: String,
    /// The column of the place.
    #[serde(default)]
    pub place: String,
    /// The column with the questions' answers or the body of a note.
    #[serde(default)]
    pub body: String,
    /// Whether the records may be downloaded.
    #[serde(default = "yes")]
    pub open_data: bool,
    /// The columns.
    #[serde(default)]
    pub columns: Vec<Column>,
    /// Columns that are computed.
    #[serde(default)]
    pub computed: Vec<Computed>,
    /// Time limits.
    #[serde(default)]
    pub deadlines: Vec<Deadline>,
    /// What every record should satisfy.
    #[serde(default)]
    pub checks: Vec<Check>,
    /// Figures over all records.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// Why the register is published.
    #[serde(default)]
    pub laws: Vec<Law>,
}

/// Why a register is published.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Its name in a site's own file.
    pub id: String,
    /// The instrument with its article.
    pub source: String,
    /// How well the source was verified: `T`, `C`, `S`, `seed NNN`, `N` or `design`.
    pub tag: String,
}

/// How the list of a register looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// Rows and columns.
    #[default]
    Table,
    /// One after the other with day and a few facts.
    Entries,
    /// Questions that open to their answers.
    Answers,
    /// Names that lead away.
    Links,
    /// By week and day.
    Week,
    /// One record by its code; the list itself is published nowhere.
    Lookup,
    /// Groups, each with a page of its own.
    Groups,
    /// Scores of units against a scheme.
    Scores,
}

/// Which records have pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pages {
    /// None.
    None,
    /// Each its own.
    #[default]
    Record,
    /// One for each group, with all records of it.
    Group,
    /// The same as steps, one after the other.
    Steps,
}

const fn yes() -> bool {
    true
}

impl Kind {
    /// The column of a name.
    #[must_use]
    pub fn column(&self, id: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == id)
    }

    /// Every column whose values may stand on pages and in files.
    pub fn public_columns(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| column.is_public())
    }

    /// Whether its records may be named one by one. Those that are looked up by a code may not: the list of them is
    /// published nowhere.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.layout != Layout::Lookup && self.id != DOSSIERS
    }

    /// Whether several records make one page.
    #[must_use]
    pub const fn is_grouped(&self) -> bool {
        matches!(self.pages, Pages::Group | Pages::Steps)
    }

    /// Says what in the file does not hold together.
    pub(super) fn fault(&self) -> Option<String> {
        let is_name = |id: &str| !id.is_empty() && text::slug(id).replace('-', "_") == id.replace('-', "_");
        if !is_name(&self.id) || RESERVED.contains(&self.id.as_str()) {
            return Some(format!("id = \"{}\"", self.id));
        }
        let mut ids = BTreeSet::new();
        let names = self.columns.iter().map(|column| &column.id).chain(self.computed.iter().map(|own| &own.id));
        if let Some(id) = names.clone().find(|id| !is_name(id) || id.contains('-') || !ids.insert(id.as_str())) {
            return Some(format!("columns: id = \"{id}\""));
        }
        let computed = |id: &str| {
            self.deadlines.iter().any(|own| {
                id.strip_prefix(own.id.as_str()).is_some_and(|rest| ["_due", "_state", "_days"].contains(&rest))
            })
        };
        let unknown = self.named_columns().find(|id| !ids.contains(id) && !computed(id));
        unknown
            .map(|id| format!("column \"{id}\""))
            .or_else(|| self.fault_of_checks())
            .or_else(|| self.fault_of_group())
    }

    /// Every column that the file names elsewhere.
    fn named_columns(&self) -> impl Iterator<Item = &str> {
        let single = [
            &self.key,
            &self.title,
            &self.group,
            &self.part,
            &self.day,
            &self.starts,
            &self.ends,
            &self.place,
            &self.body,
        ];
        let ordered = self.sort.iter().map(|name| name.trim_start_matches('-'));
        let limits = self.deadlines.iter().flat_map(|own| [own.from.as_str(), own.done.as_str()]);
        let asked = self.checks.iter().map(|own| own.present.as_str());
        let all = single.into_iter().map(String::as_str).chain(ordered).chain(self.list.iter().map(String::as_str));
        all.chain(limits).chain(asked).filter(|name| !name.is_empty())
    }

    fn fault_of_checks(&self) -> Option<String> {
        let both = |check: &&Check| check.present.is_empty() == check.rule.is_empty();
        self.checks.iter().find(both).map(|check| format!("checks: \"{}\": present | rule", check.id))
    }

    fn fault_of_group(&self) -> Option<String> {
        let has_choices = |column: &&Column| column.column_type == ColumnType::Choice && column.choices.is_empty();
        if let Some(column) = self.columns.iter().find(has_choices) {
            return Some(format!("columns: \"{}\": choices = []", column.id));
        }
        (self.is_grouped() && self.group.is_empty()).then(|| "group = \"\"".to_owned())
    }
}
