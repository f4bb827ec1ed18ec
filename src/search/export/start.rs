//! What the client reads first.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::search::evaluate::MOST_COMPLETIONS;
use crate::search::index::{SearchError, SearchIndex};
use crate::search::native::NAMED_PAGE;
use crate::search::plan::Field;
use crate::search::query::spelling::MOST_READINGS;
use crate::search::query::typed::{LONGEST_QUERY, MOST_WORDS};
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

/// What is read as JSON: a list, in the order in which the client reads it.
fn header(index: &SearchIndex, layout: &Layout<'_>) -> Result<Value, SearchError> {
    let sums: Vec<u64> = Field::ALL.into_iter().map(|field| index.total_terms(field)).collect::<Result<_, _>>()?;
    let limits = [MOST_COMPLETIONS, MOST_READINGS, LONGEST_QUERY, MOST_WORDS, NAMED_PAGE];
    let mut values = vec![Value::from(layout.folder)];
    values.extend([index.len(), layout.per_summary, index.words.longest].map(Value::from));
    values.extend(limits.map(Value::from));
    values.extend([Value::from(sums), index.words.telex.into(), fold_exceptions().into()]);
    values.extend(index.weights.in_order());
    Ok(Value::from(values))
}

/// The start file: header, boundaries, lexicon; tables; numbers of words and of documents.
pub(super) fn file(
    index: &SearchIndex,
    lexicon: &Lexicon,
    tables: &Tables<'_>,
    layout: &Layout<'_>,
) -> Result<Vec<u8>, SearchError> {
    let (mut texts, mut phrases) = (Vec::new(), Vec::new());
    push_text(&mut texts, &header(index, layout)?.to_string());
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
