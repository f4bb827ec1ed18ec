//! What hits show, and what filters ask.

use std::collections::BTreeMap;

use crate::model::Level;
use crate::search::index::{Entry, SearchIndex};

use super::bytes::{number, seal, text};
use super::lexicon::Lexicon;

/// Fewest documents in a file; fewer make no sensible request.
const FEWEST: usize = 24;
/// Stands for the key inside an address: `thu-tuc/<key>/` is then the same for all.
const KEY: &str = "\u{1}";

/// How many documents a file holds, so that there are at most `files`.
pub(super) fn documents_per_file(documents: usize, files: usize) -> usize {
    documents.div_ceil(files.max(1)).max(FEWEST)
}

/// The files of summaries: texts of every document, then keys and addresses, then facts.
pub(super) fn files(index: &SearchIndex, lexicon: &Lexicon, per_file: usize) -> Vec<Vec<u8>> {
    index.entries.chunks(per_file).map(|entries| file(entries, lexicon)).collect()
}

fn file(entries: &[Entry], lexicon: &Lexicon) -> Vec<u8> {
    let (mut texts, mut addresses) = (Vec::new(), Vec::new());
    let mut before = None;
    for entry in entries {
        lexicon.text(&mut texts, &entry.title);
        // Neighbours often agree in their second line; an empty one cannot be told from the same, so it is not.
        let line = Some(&entry.summary_line).filter(|line| before != Some(*line));
        number(&mut texts, usize::from(line.is_some()));
        if let Some(line) = line {
            lexicon.text(&mut texts, line);
        }
        before = Some(&entry.summary_line);
        text(&mut addresses, &entry.key);
        text(&mut addresses, &address(entry));
        number(&mut addresses, facts(entry));
    }
    seal(&[&texts, &addresses])
}

fn address(entry: &Entry) -> String {
    if entry.key.is_empty() { entry.route.clone() } else { entry.route.replacen(&entry.key, KEY, 1) }
}

/// Level (0 none, 1 central, 2 province, 3 district, 4 commune), and 8 more where it is done online.
fn facts(entry: &Entry) -> usize {
    let level = match entry.level {
        Some(Level::Central) => 1,
        Some(Level::Province) => 2,
        Some(Level::District) => 3,
        Some(Level::Commune) => 4,
        Some(Level::Other(_)) | None => 0,
    };
    level + if entry.online { 8 } else { 0 }
}

/// Names of the fields, then the field of every document, then its other facts.
pub(super) fn facets(index: &SearchIndex, lexicon: &Lexicon) -> Vec<u8> {
    let mut places = BTreeMap::<&str, usize>::new();
    index.entries.iter().for_each(|entry| *places.entry(&entry.field).or_default() = 0);
    places.values_mut().enumerate().for_each(|(at, place)| *place = at);
    let (mut names, mut fields, mut others) = (Vec::new(), Vec::new(), Vec::new());
    number(&mut names, places.len());
    places.keys().for_each(|name| lexicon.text(&mut names, name));
    for entry in &index.entries {
        number(&mut fields, places[entry.field.as_str()]);
        number(&mut others, facts(entry));
    }
    seal(&[&names, &fields, &others])
}
