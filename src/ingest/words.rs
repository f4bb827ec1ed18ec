//! The words that the importer knows, from `columns.toml`.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text;

use super::column::{ColumnEntry, Schema, Shape};

/// The one file of synonyms.
const SOURCE: &str = include_str!("columns.toml");

static VOCABULARY: LazyLock<(HashMap<Shape, Schema>, Words)> = LazyLock::new(|| {
    let file: File = toml::from_str(SOURCE).expect("columns.toml is part of the program and tested");
    let schemas = file.columns.into_iter().map(|(shape, entries)| (shape, Schema::new(Some(shape), entries))).collect();
    (schemas, Words::new(file.words))
});

/// The columns of a shape.
pub(super) fn columns(shape: Shape) -> Option<&'static Schema> {
    VOCABULARY.0.get(&shape)
}

/// The words.
pub(super) fn words() -> &'static Words {
    &VOCABULARY.1
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    columns: BTreeMap<Shape, Vec<ColumnEntry>>,
    words: WordLists,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordLists {
    absent: Vec<String>,
    not_applicable: Vec<String>,
    subjects_with_commas: Vec<String>,
    agency_heads: Vec<String>,
    totals: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
    free: Vec<String>,
    free_openers: Vec<String>,
    free_limits: Vec<String>,
    no_rule: Vec<String>,
    note_openers: Vec<String>,
    kinds: BTreeMap<String, String>,
    levels: BTreeMap<String, Vec<String>>,
    channels: BTreeMap<String, Vec<String>>,
    units: BTreeMap<String, Vec<String>>,
    time: TimeWords,
    online_levels: BTreeMap<String, Vec<String>>,
    office_kinds: BTreeMap<String, Vec<String>>,
    report_groups: BTreeMap<String, Vec<String>>,
    roles: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TimeWords {
    before: Vec<String>,
    after: Vec<String>,
}

/// The lists, folded for comparison (see [`normal`]).
pub(super) struct Words {
    /// The source says nothing.
    pub(super) absent: HashSet<String>,
    /// The source says that the part does not apply.
    pub(super) not_applicable: HashSet<String>,
    /// Subjects whose name holds a comma, as written.
    pub(super) subjects_with_commas: Vec<String>,
    /// First words of agencies' names.
    pub(super) agency_heads: Vec<String>,
    /// A fee stated to be none.
    pub(super) free: HashSet<String>,
    /// First words of a statement that a fee is not collected.
    pub(super) free_openers: Vec<String>,
    /// Words that limit such a statement to some cases.
    pub(super) free_limits: Vec<String>,
    /// The source says that no rule exists.
    pub(super) no_rule: HashSet<String>,
    /// First words of notes among the papers.
    pub(super) note_openers: Vec<String>,
    /// Raw kinds of procedure and their words.
    pub(super) kinds: BTreeMap<String, String>,
    /// Level of government by word.
    pub(super) levels: Named,
    /// Way of submitting by word.
    pub(super) channels: Named,
    /// Units of time, longest word first, with their names.
    pub(super) units: Vec<(String, String)>,
    /// Words before a time limit that change nothing of it, longest first.
    pub(super) before_time: Vec<String>,
    /// Words after a time limit that change nothing of it, longest first.
    pub(super) after_time: Vec<String>,
    /// Levels of online service by word.
    pub(super) online_levels: Named,
    /// Kinds of office by word.
    pub(super) office_kinds: Named,
    /// Groups of a processing report's columns by word.
    pub(super) report_groups: Named,
    /// Labels of rows that sum up others.
    pub(super) totals: HashSet<String>,
    /// Roles by word.
    pub(super) roles: Named,
    /// Yes and no.
    pub(super) answers: HashMap<String, bool>,
}

/// Words → the name of what they mean in the data file.
pub(super) type Named = HashMap<String, String>;

impl Words {
    fn new(lists: WordLists) -> Self {
        let units = named(&lists.units).into_iter().collect();
        let answers = (lists.yes.iter().map(|word| (normal(word), true)))
            .chain(lists.no.iter().map(|word| (normal(word), false)))
            .collect();
        Self {
            absent: folded_set(&lists.absent),
            not_applicable: folded_set(&lists.not_applicable),
            subjects_with_commas: lists.subjects_with_commas,
            agency_heads: longest_first(folded(&lists.agency_heads)),
            free: folded_set(&lists.free),
            free_openers: folded(&lists.free_openers),
            free_limits: folded(&lists.free_limits),
            no_rule: folded_set(&lists.no_rule),
            note_openers: folded(&lists.note_openers),
            kinds: lists.kinds,
            levels: named(&lists.levels),
            channels: named(&lists.channels),
            units: longest_unit_first(units),
            before_time: longest_first(folded(&lists.time.before)),
            after_time: longest_first(folded(&lists.time.after)),
            online_levels: named(&lists.online_levels),
            office_kinds: named(&lists.office_kinds),
            report_groups: named(&lists.report_groups),
            totals: folded_set(&lists.totals),
            roles: named(&lists.roles),
            answers,
        }
    }
}

/// The form in which words are compared: folded, blanks joined, without bullets before or full stops behind.
pub(super) fn normal(words: &str) -> String {
    let bullets = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '+' | '*' | '•' | '–');
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, '.' | ';' | ',' | ':' | '!');
    let trimmed = words.trim_start_matches(bullets).trim_end_matches(ends);
    let core = if trimmed.is_empty() { words.trim() } else { trimmed };
    let mut folded = String::with_capacity(core.len());
    for word in text::fold(core).split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

fn folded(words: &[String]) -> Vec<String> {
    words.iter().map(|word| normal(word)).collect()
}

fn folded_set(words: &[String]) -> HashSet<String> {
    folded(words).into_iter().collect()
}

fn named(lists: &BTreeMap<String, Vec<String>>) -> Named {
    let pairs = lists.iter().flat_map(|(name, words)| words.iter().map(move |word| (normal(word), name.clone())));
    pairs.collect()
}

fn longest_first(mut words: Vec<String>) -> Vec<String> {
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

fn longest_unit_first(mut units: Vec<(String, String)>) -> Vec<(String, String)> {
    units.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    units
}

#[cfg(test)]
mod tests {
    use super::{normal, words};

    #[test]
    fn the_data_file_is_readable() {
        assert!(words().absent.contains("khong co thong tin"));
        assert_eq!(words().units.first().map(|unit| unit.0.as_str()), Some("gio hanh chinh"));
    }

    #[test]
    fn words_are_compared_without_bullets_and_full_stops() {
        assert_eq!(normal(" - Không   có."), "khong co");
        assert_eq!(normal("-"), "-");
    }
}
