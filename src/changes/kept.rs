//! A value of a field as the snapshot keeps it.

use serde::{Deserialize, Serialize};

use super::FieldChange;

/// Longest value that is kept in words, in bytes.
const LONGEST: usize = 480;
/// Longest excerpt of the new lines of a long text, in characters.
const EXCERPT: usize = 300;
/// Letters of the hash of one line; two different lines of one text are taken for the same once in four billion.
const HASH: usize = 8;

/// A value as found in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Words that may be told again later.
    Open(String),
    /// Words that are told of now only: those of persons.
    Closed(String),
}

/// A value as kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Kept {
    /// Short, in words.
    Words(String),
    /// Long, as hashes of its lines.
    Lines {
        /// The hashes one after the other.
        lines: String,
    },
    /// Of persons, as one hash.
    Closed {
        /// The hash.
        closed: String,
    },
}

impl Value {
    pub(super) fn keep(self) -> Kept {
        match self {
            Self::Open(text) if text.len() <= LONGEST => Kept::Words(text),
            Self::Open(text) => Kept::Lines { lines: text.lines().map(hash).collect() },
            Self::Closed(text) => {
                Kept::Closed { closed: blake3::hash(text.as_bytes()).to_hex()[..2 * HASH].to_owned() }
            }
        }
    }
}

fn hash(line: &str) -> String {
    blake3::hash(line.trim().as_bytes()).to_hex()[..HASH].to_owned()
}

/// What changed from the kept value to the present one; nothing where both are the same.
pub(super) fn difference(field: &str, before: Option<&Kept>, after: Option<&Value>) -> Option<FieldChange> {
    let change = |before: Option<&str>, after: Option<&str>, lines| {
        Some(FieldChange { field: field.to_owned(), before: before.map(excerpt), after: after.map(excerpt), lines })
    };
    match (before, after) {
        (None, None) => None,
        (None, Some(Value::Open(text))) => change(None, Some(text), None),
        (Some(Kept::Words(before)), None) => change(Some(before), None, None),
        (Some(Kept::Words(before)), Some(Value::Open(after))) if before == after => None,
        (Some(Kept::Words(before)), Some(Value::Open(after))) if after.len() <= LONGEST => {
            change(Some(before), Some(after), None)
        }
        (Some(Kept::Words(before)), Some(Value::Open(after))) => {
            let hashes: String = before.lines().map(hash).collect();
            new_lines(field, &hashes, after).or_else(|| change(Some(before), Some(after), None))
        }
        (Some(Kept::Lines { lines }), Some(Value::Open(after))) => new_lines(field, lines, after),
        (Some(Kept::Lines { lines }), None) => change(None, None, Some((0, lines.len() / HASH))),
        (Some(kept), Some(value)) if *kept == value.clone().keep() => None,
        _ => change(None, None, None),
    }
}

/// The lines of a long text that are new, and how many are gone; nothing where it is the same in the same order.
fn new_lines(field: &str, before: &str, after: &str) -> Option<FieldChange> {
    let now: Vec<String> = after.lines().map(hash).collect();
    if now.concat() == before {
        return None;
    }
    let mut old: Vec<&str> = before.as_bytes().chunks(HASH).filter_map(|hash| std::str::from_utf8(hash).ok()).collect();
    let mut fresh = Vec::new();
    for (line, hash) in after.lines().zip(&now) {
        match old.iter().position(|known| known == hash) {
            Some(at) => {
                old.swap_remove(at);
            }
            None => fresh.push(line.trim()),
        }
    }
    let text = fresh.iter().filter(|line| !line.is_empty()).copied().collect::<Vec<_>>().join("\n");
    Some(FieldChange {
        field: field.to_owned(),
        before: None,
        after: (!text.is_empty()).then(|| excerpt(&text)),
        lines: Some((fresh.len(), old.len())),
    })
}

fn excerpt(text: &str) -> String {
    let mut kept: String = text.chars().take(EXCERPT).collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    kept
}
