//! Lists of procedures: by first letter, field, agency and level.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Level, Procedure};
use crate::text::{self, CollationKey, Initial};

use super::Dimension;

/// Procedures on one page of a list.
pub const PER_PAGE: usize = 100;

/// One list of procedures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What its members share.
    pub kind: ListKind,
    /// Last part of its address.
    pub slug: String,
    /// Indexes into `Catalog::procedures`, in Vietnamese order of their names, then by code.
    pub members: Vec<usize>,
}

/// What the members of a list share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// The first letter of the name, within one procedures section.
    Initial {
        /// Index into `Content::sections`.
        section: usize,
        /// The letter.
        initial: Initial,
    },
    /// The field, by name.
    Field(String),
    /// An executing agency, by name.
    Agency(String),
    /// A level of government.
    Level(Level),
}

impl ListKind {
    /// The dimension, for lists that have one.
    #[must_use]
    pub const fn dimension(&self) -> Option<Dimension> {
        match self {
            Self::Initial { .. } => None,
            Self::Field(_) => Some(Dimension::Field),
            Self::Agency(_) => Some(Dimension::Agency),
            Self::Level(_) => Some(Dimension::Level),
        }
    }
}

impl List {
    /// Number of pages it takes, at least one.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.members.len().div_ceil(PER_PAGE).max(1)
    }

    /// The members on a page counted from 1.
    #[must_use]
    pub fn page(&self, number: usize) -> &[usize] {
        let start = (number.saturating_sub(1) * PER_PAGE).min(self.members.len());
        &self.members[start..(start + PER_PAGE).min(self.members.len())]
    }
}

/// Indexes of all procedures in Vietnamese order of their names, then by code.
pub(super) fn in_order(procedures: &[&Procedure]) -> Vec<usize> {
    let mut keyed: Vec<(CollationKey, usize)> =
        procedures.iter().enumerate().map(|(at, procedure)| (CollationKey::of(procedure.filing_name()), at)).collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| procedures[a.1].code.cmp(&procedures[b.1].code)));
    keyed.into_iter().map(|(_, at)| at).collect()
}

/// Letter lists of one section.
pub(super) fn by_initial(procedures: &[&Procedure], members: &[usize], section: usize) -> Vec<List> {
    let mut letters: BTreeMap<Initial, Vec<usize>> = BTreeMap::new();
    for &at in members {
        letters.entry(Initial::of(procedures[at].filing_name())).or_default().push(at);
    }
    let list = |(initial, members): (Initial, Vec<usize>)| List {
        slug: initial.slug().to_owned(),
        kind: ListKind::Initial { section, initial },
        members,
    };
    letters.into_iter().map(list).collect()
}

/// Lists by field, in Vietnamese order.
pub(super) fn by_field(procedures: &[&Procedure], order: &[usize]) -> Vec<List> {
    by_name(order, |at| procedures[at].field.iter().map(String::as_str).collect(), ListKind::Field)
}

/// Lists by executing agency, in Vietnamese order.
pub(super) fn by_agency(procedures: &[&Procedure], order: &[usize]) -> Vec<List> {
    let names = |at: usize| procedures[at].agencies.executing.iter().map(String::as_str).collect();
    by_name(order, names, ListKind::Agency)
}

/// Lists by level, from the centre to the commune.
pub(super) fn by_level(procedures: &[&Procedure], order: &[usize]) -> Vec<List> {
    let mut levels: BTreeMap<&Level, Vec<usize>> = BTreeMap::new();
    for &at in order {
        for level in &procedures[at].levels {
            levels.entry(level).or_default().push(at);
        }
    }
    let list = |(level, members): (&Level, Vec<usize>)| List {
        slug: level_slug(level),
        kind: ListKind::Level(level.clone()),
        members,
    };
    levels.into_iter().map(list).collect()
}

fn level_slug(level: &Level) -> String {
    match level {
        Level::Central => "trung-uong".to_owned(),
        Level::Province => "tinh".to_owned(),
        Level::District => "huyen".to_owned(),
        Level::Commune => "xa".to_owned(),
        Level::Other(words) => text::slug(words),
    }
}

/// Groups by name. Spellings that differ only in case or marks fall together under the most frequent one; names
/// whose slugs collide are numbered.
fn by_name<'a>(order: &[usize], names: impl Fn(usize) -> Vec<&'a str>, kind: impl Fn(String) -> ListKind) -> Vec<List> {
    let mut groups: HashMap<String, (BTreeMap<&'a str, usize>, Vec<usize>)> = HashMap::new();
    for &at in order {
        for name in names(at) {
            let (spellings, members) = groups.entry(text::heading_key(name)).or_default();
            *spellings.entry(name).or_default() += 1;
            if members.last() != Some(&at) {
                members.push(at);
            }
        }
    }
    let mut named: Vec<(CollationKey, &str, Vec<usize>)> = groups
        .into_values()
        .map(|(spellings, members)| {
            let name = most_frequent(&spellings);
            (CollationKey::of(name), name, members)
        })
        .collect();
    named.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)));
    let mut taken: HashMap<String, usize> = HashMap::new();
    named
        .into_iter()
        .map(|(_, name, members)| List {
            slug: numbered(text::slug(name), &mut taken),
            kind: kind(name.to_owned()),
            members,
        })
        .collect()
}

fn most_frequent<'a>(spellings: &BTreeMap<&'a str, usize>) -> &'a str {
    spellings.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0))).map_or("", |(name, _)| name)
}

fn numbered(slug: String, taken: &mut HashMap<String, usize>) -> String {
    let count = taken.entry(slug.clone()).or_default();
    *count += 1;
    if *count == 1 { slug } else { format!("{slug}-{count}") }
}
