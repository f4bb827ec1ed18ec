//! What the client reads first.

use std::collections::BTreeMap;

use serde::Serialize;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::search::analysis::{Word, words};
use crate::search::evaluate::MOST_COMPLETIONS;
use crate::search::index::{SearchError, SearchIndex};
use crate::search::plan::Field;
use crate::search::weights::Weights;
use crate::search::words::Kind;
use crate::text;

use super::bytes::{front_coded, number, seal, text as push_text};
use super::lexicon::Lexicon;

/// Where the other files are, and what is in which.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    /// Name of their folder.
    pub(super) folder: &'a str,
    /// Documents in each file of summaries.
    pub(super) per_summary: usize,
    /// First term of every shard but the first, of tier A and of tier B.
    pub(super) boundaries: &'a [Vec<String>; 2],
}

/// Number of kinds of phrases.
const KINDS: usize = 4;

/// What is read as JSON: few and small, so that it may be legible.
#[derive(Debug, Serialize)]
struct Header<'a> {
    folder: &'a str,
    documents: usize,
    per_summary: usize,
    most_completions: usize,
    /// Terms of each field in all documents, in the order of [`Field::ALL`].
    terms: Vec<u64>,
    weights: &'a Weights,
    /// The different weights of phrases.
    phrase_weights: Vec<f32>,
    fold: String,
}

/// The start file: header, boundaries, lexicon; tables; numbers of words and of documents.
pub(super) fn file(index: &SearchIndex, lexicon: &Lexicon, layout: &Layout<'_>) -> Result<Vec<u8>, SearchError> {
    let groups = groups(index);
    let mut phrase_weights: Vec<f32> = groups.keys().map(|group| f32::from_bits(group.weight)).collect();
    phrase_weights.sort_by(f32::total_cmp);
    phrase_weights.dedup();
    let mut texts = Vec::new();
    let header = Header {
        folder: layout.folder,
        documents: index.len(),
        per_summary: layout.per_summary,
        most_completions: MOST_COMPLETIONS,
        terms: Field::ALL.into_iter().map(|field| index.total_terms(field)).collect::<Result<_, _>>()?,
        weights: &index.weights,
        phrase_weights,
        fold: fold_exceptions(),
    };
    push_text(&mut texts, &serde_json::to_string(&header).expect("numbers and texts are always JSON"));
    for boundaries in layout.boundaries {
        front_coded(&mut texts, boundaries.iter());
    }
    lexicon.write(&mut texts);
    let tables = tables(index, lexicon, &groups, &header.phrase_weights);
    let norms = differences(&index.fieldnorm_ids()?);
    Ok(seal(&[&texts, &tables, &frequencies(index, lexicon), &norms, &index.priors]))
}

/// Phrases that mean the same are written together; those that differ from another in marks only, and come after it
/// in the tables, after it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Group<'a> {
    place: usize,
    kind: Kind,
    means: &'a [String],
    /// Bits of the weight.
    weight: u32,
}

fn groups(index: &SearchIndex) -> BTreeMap<Group<'_>, Vec<&[Word]>> {
    let mut groups = BTreeMap::<Group<'_>, Vec<&[Word]>>::new();
    for (place, phrase) in index.words.phrases.values().flat_map(|same| same.iter().enumerate()) {
        let group = Group { place, kind: phrase.kind, means: &phrase.means, weight: phrase.weight.to_bits() };
        groups.entry(group).or_default().push(&phrase.say);
    }
    groups
}

/// Number of groups; of each its weight and kind, what it means and how it is said. Then the abbreviations.
fn tables(
    index: &SearchIndex,
    lexicon: &Lexicon,
    groups: &BTreeMap<Group<'_>, Vec<&[Word]>>,
    weights: &[f32],
) -> Vec<u8> {
    let mut bytes = Vec::new();
    number(&mut bytes, groups.len());
    for (group, says) in groups {
        let weight = weights.iter().position(|weight| weight.to_bits() == group.weight);
        number(&mut bytes, weight.unwrap_or_default() * KINDS + group.kind as usize);
        number(&mut bytes, group.means.len());
        group.means.iter().for_each(|means| lexicon.phrase(&mut bytes, &words(means)));
        number(&mut bytes, says.len());
        says.iter().for_each(|say| lexicon.phrase(&mut bytes, say));
    }
    front_coded(&mut bytes, index.words.abbreviations.keys());
    index.words.abbreviations.values().for_each(|long| lexicon.phrase(&mut bytes, long));
    bytes
}

/// Every byte less the one before: neighbours are alike, so the differences are small.
fn differences(bytes: &[u8]) -> Vec<u8> {
    let before = std::iter::once(&0).chain(bytes);
    bytes.iter().zip(before).map(|(byte, before)| byte.wrapping_sub(*before)).collect()
}

/// For every folded word of the lexicon: 0 where it is none that can be asked for, else one more than the number of
/// names that have it.
fn frequencies(index: &SearchIndex, lexicon: &Lexicon) -> Vec<u8> {
    let mut bytes = Vec::new();
    for word in lexicon.folded() {
        let known = usize::from(index.vocabulary.knows(&word));
        number(&mut bytes, known + index.vocabulary.frequency(&word) as usize);
    }
    bytes
}

/// The part of [`text::FOLD_TABLE`] that does not follow from decomposition and lower case, in the same form; the
/// client takes letters from here, and takes others apart.
fn fold_exceptions() -> String {
    let mut exceptions = Vec::new();
    for line in text::FOLD_TABLE.lines() {
        let Some((result, letters)) = line.split_once(' ') else { continue };
        let kept: String = letters.chars().filter(|letter| folded_apart(*letter).as_deref() != Some(result)).collect();
        if !kept.is_empty() {
            exceptions.push(format!("{result} {kept}"));
        }
    }
    exceptions.join("\n")
}

/// What a letter folds to if it is first taken apart; none where it is one piece already.
fn folded_apart(letter: char) -> Option<String> {
    let mut pieces = String::new();
    decompose_canonical(letter, |piece| pieces.extend(piece.to_lowercase().filter(|lower| !is_combining_mark(*lower))));
    (pieces != letter.to_string()).then(|| text::fold(&pieces))
}
