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

/// The files of summaries: texts of every document, then keys, addresses, facts and figures.
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
        number(&mut addresses, entry.figures.time_code());
        number(&mut addresses, entry.figures.fee_code());
    }
    seal(&[&texts, &addresses])
}

fn address(entry: &Entry) -> String {
    if entry.key.is_empty() { entry.route.clone() } else { entry.route.replacen(&entry.key, KEY, 1) }
}

/// Level (0 none, 1 central, 2 province, 3 district, 4 commune), 8 more where all of it is
/// done online, 16 more where a part is.
fn facts(entry: &Entry) -> usize {
    let level = match entry.level {
        Some(Level::Central) => 1,
        Some(Level::Province) => 2,
        Some(Level::District) => 3,
        Some(Level::Commune) => 4,
        Some(Level::Other(_)) | None => 0,
    };
    level + if entry.online { 8 } else { 0 } + if entry.figures.partly_online { 16 } else { 0 }
}

/// Most agencies that can be chosen. A catalogue of the whole country has thousands, nearly all of them with a
/// record or two; who looks for such a one types its name.
const MOST_AGENCIES: usize = 200;

/// Names of the fields, then the field of every document, then its other facts, then the same of the agencies.
pub(super) fn facets(index: &SearchIndex, lexicon: &Lexicon) -> Vec<u8> {
    let fields: Vec<&str> = index.entries.iter().map(|entry| entry.field.as_str()).collect();
    let common = commonest(index.entries.iter().map(|entry| entry.agency.as_str()));
    let chosen = |entry: &'_ Entry| common.get(entry.agency.as_str()).copied().unwrap_or_default();
    let agencies: Vec<&str> = index.entries.iter().map(chosen).collect();
    let mut others = Vec::new();
    index.entries.iter().for_each(|entry| number(&mut others, facts(entry)));
    seal(&[&column(&fields, lexicon), &others, &column(&agencies, lexicon)])
}

/// The values that most documents have.
fn commonest<'a>(values: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, &'a str> {
    let mut counts = BTreeMap::<&str, usize>::new();
    values.for_each(|value| *counts.entry(value).or_default() += 1);
    let mut by_count: Vec<(&str, usize)> = counts.into_iter().collect();
    by_count.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    by_count.into_iter().take(MOST_AGENCIES).map(|(value, _)| (value, value)).collect()
}

/// The different values, then the place of every document's among them.
fn column(values: &[&str], lexicon: &Lexicon) -> Vec<u8> {
    let mut places: BTreeMap<&str, usize> = values.iter().map(|value| (*value, 0)).collect();
    places.values_mut().enumerate().for_each(|(at, place)| *place = at);
    let mut bytes = Vec::new();
    number(&mut bytes, places.len());
    places.keys().for_each(|name| lexicon.text(&mut bytes, name));
    values.iter().for_each(|value| number(&mut bytes, places[value]));
    bytes
}
