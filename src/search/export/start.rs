//! What the client reads first.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::search::evaluate::MOST_COMPLETIONS;
use crate::search::index::{SearchError, SearchIndex};
use crate::search::native::NAMED_PAGE;
use crate::search::plan::Field;
use crate::search::query::spelling::MOST_READINGS;
use crate::search::query::typed::{LONGEST_QUERY, MOST_WORDS};
use crate::search::weights::Weights;
use crate::text;

use super::bytes::{ascending, front_coded, number, seal, text as push_text};
use super::lexicon::Lexicon;
use super::tables::{Tables, signs};

/// Where the other files are, and what is in which.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    /// Name of their folder.
    pub(super) folder: &'a str,
    /// Documents in each file of summaries.
    pub(super) per_summary: usize,
    /// Word → file of tier A that has it and its pairs.
    pub(super) file_of: &'a BTreeMap<String, usize>,
    /// Signs of the folk phrases in every file of them.
    pub(super) signs: &'a [BTreeSet<u32>],
    /// First file of names that every file of long texts but the first stands beside.
    pub(super) bodies: &'a [usize],
    /// First code of every file of them but the first.
    pub(super) codes: &'a [String],
}

/// What is read as JSON: few and small, so that it may be legible.
#[derive(Debug, Serialize)]
struct Header<'a> {
    folder: &'a str,
    documents: usize,
    per_summary: usize,
    limits: Limits,
    /// Terms of each field in all documents, in the order of [`Field::ALL`].
    terms: Vec<u64>,
    weights: &'a Weights,
    /// Number of words of the longest phrase.
    longest_phrase: usize,
    /// See [`fold_exceptions`].
    fold: String,
}

/// The limits of understanding and ranking.
#[derive(Debug, Serialize)]
struct Limits {
    completions: usize,
    readings: usize,
    /// Characters of a query.
    longest: usize,
    words: usize,
    page: usize,
}

/// The start file: header, boundaries, lexicon; tables; numbers of words and of documents.
pub(super) fn file(
    index: &SearchIndex,
    lexicon: &Lexicon,
    tables: &Tables<'_>,
    layout: &Layout<'_>,
) -> Result<Vec<u8>, SearchError> {
    let header = Header {
        folder: layout.folder,
        documents: index.len(),
        per_summary: layout.per_summary,
        limits: Limits {
            completions: MOST_COMPLETIONS,
            readings: MOST_READINGS,
            longest: LONGEST_QUERY,
            words: MOST_WORDS,
            page: NAMED_PAGE,
        },
        terms: Field::ALL.into_iter().map(|field| index.total_terms(field)).collect::<Result<_, _>>()?,
        weights: &index.weights,
        longest_phrase: index.words.longest,
        fold: fold_exceptions(),
    };
    let (mut texts, mut phrases) = (Vec::new(), Vec::new());
    push_text(&mut texts, &serde_json::to_string(&header).expect("numbers and texts are always JSON"));
    ascending(
        &mut texts,
        layout.bodies.iter().filter_map(|place| u32::try_from(*place).ok()).collect::<Vec<_>>().into_iter(),
    );
    front_coded(&mut texts, layout.codes.iter());
    lexicon.write(&mut texts);
    tables.write(&mut phrases);
    let [signs, files_of_signs] = signs(layout.signs);
    let norms = differences(&index.fieldnorm_ids()?);
    Ok(seal(&[
        &texts,
        &phrases,
        &signs,
        &files_of_signs,
        &vocabulary(index, lexicon, layout.file_of),
        &norms,
        &index.priors,
    ]))
}

/// Every byte less the one before: neighbours are alike, so the differences are small.
fn differences(bytes: &[u8]) -> Vec<u8> {
    let before = std::iter::once(&0).chain(bytes);
    bytes.iter().zip(before).map(|(byte, before)| byte.wrapping_sub(*before)).collect()
}

/// For every folded word of the lexicon: 0 where it is none that can be asked for, else one more than the number of
/// names that have it. Then for each one more than the number of its file, 0 where no term begins with it.
fn vocabulary(index: &SearchIndex, lexicon: &Lexicon, file_of: &BTreeMap<String, usize>) -> Vec<u8> {
    let (mut frequencies, mut files) = (Vec::new(), Vec::new());
    for word in lexicon.folded() {
        let known = usize::from(index.vocabulary.knows(word));
        number(&mut frequencies, known + index.vocabulary.frequency(word) as usize);
        number(&mut files, file_of.get(word).map_or(0, |file| file + 1));
    }
    [frequencies, files].concat()
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
