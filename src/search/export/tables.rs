//! The tables of query understanding.
//!
//! Phrases that are dropped or kept, and abbreviations, are read at the start. Of folk phrases, which are many, the
//! start has only signs ([`sign`]), by which a client knows which files may have a phrase of the query. Those hold
//! the phrases and what they mean, as lists of documents, so that they are read together with the postings
//! of the words that were typed: no round trip is added for words that nobody typed.

use std::collections::{BTreeMap, BTreeSet};

use crate::search::analysis::{Word, folded_name, words};
use crate::search::evaluate::meaning;
use crate::search::index::{SearchError, SearchIndex};
use crate::search::query::{Knowledge, compose};
use crate::search::words::{Kind, Phrase, Words};

use super::bytes::{ascending, front_coded, number, seal};
use super::lexicon::Lexicon;

/// Number of kinds of phrases.
const KINDS: usize = 4;
/// Bits of a sign.
const SIGN_BITS: u32 = 19;

/// What phrases have in common that are written together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Sense<'a> {
    kind: Kind,
    /// The other ways of saying it.
    means: &'a [String],
    /// Bits of the weight.
    weight: u32,
    /// Place among the phrases that differ in marks only; the first that fits counts.
    place: usize,
}

/// The tables, sorted as they are written.
#[derive(Debug)]
pub(super) struct Tables<'a> {
    lexicon: &'a Lexicon,
    words: &'a Words,
    phrases: BTreeMap<Sense<'a>, Vec<&'a [Word]>>,
}

/// Files of folk phrases.
#[derive(Debug, Default)]
pub(super) struct Folk {
    /// Bytes of each.
    pub(super) files: Vec<Vec<u8>>,
    /// The signs of the phrases of each.
    pub(super) signs: Vec<BTreeSet<u32>>,
}

/// A number that folded words are told by, though others may have the same.
pub(super) fn sign(folded: &str) -> u32 {
    folded.encode_utf16().fold(0, |sign: u32, unit| (sign ^ u32::from(unit)).wrapping_mul(0x9E37_79B1))
        >> (u32::BITS - SIGN_BITS)
}

impl<'a> Tables<'a> {
    /// Sorts the tables: phrases of the same meaning stand together, and of those the ones that end alike.
    pub(super) fn of(words: &'a Words, lexicon: &'a Lexicon) -> Self {
        let mut phrases = BTreeMap::<Sense<'a>, Vec<&'a [Word]>>::new();
        for (place, phrase) in words.phrases.values().flat_map(|same| same.iter().enumerate()) {
            let Phrase { say, kind, means, weight } = phrase;
            let sense = match kind {
                Kind::Folk => Sense { place, kind: *kind, weight: weight.to_bits(), means },
                _ => Sense { place, kind: *kind, weight: 0, means: &[] },
            };
            phrases.entry(sense).or_default().push(say);
        }
        for says in phrases.values_mut() {
            says.sort_by(|a, b| a.iter().rev().map(|word| &word.exact).cmp(b.iter().rev().map(|word| &word.exact)));
        }
        Self { lexicon, words, phrases }
    }

    /// Appends phrases that are dropped or kept, then abbreviations.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        let plain: Vec<_> = self.phrases.iter().filter(|(sense, _)| sense.kind != Kind::Folk).collect();
        number(bytes, plain.len());
        plain.into_iter().for_each(|(sense, says)| {
            self.write_sort(bytes, *sense);
            self.write_says(bytes, says);
        });
        front_coded(bytes, self.words.abbreviations.keys());
        self.words.abbreviations.values().for_each(|long| self.lexicon.phrase(bytes, long));
    }

    /// Writes folk phrases into at most `most` files of about the same size.
    pub(super) fn folk(&self, index: &SearchIndex, most: usize) -> Result<Folk, SearchError> {
        let mut senses = Vec::new();
        for (sense, says) in self.phrases.iter().filter(|(sense, _)| sense.kind == Kind::Folk) {
            senses.push((self.written(index, *sense, says)?, says));
        }
        let whole: usize = senses.iter().map(|(written, _)| written.len()).sum();
        let target = (whole / most.max(1) + 1).max(super::shards::SMALLEST / 2);
        let mut folk = Folk::default();
        let mut rest = senses.as_slice();
        while !rest.is_empty() {
            let mut size = 0;
            let full = rest.iter().position(|(written, _)| (size >= target, size += written.len()).0);
            let (file, after) = rest.split_at(full.unwrap_or(rest.len()));
            folk.signs.push(file.iter().flat_map(|(_, says)| says.iter().map(|say| sign(&folded_name(say)))).collect());
            folk.files.push(pack(file.iter().map(|(written, _)| written)));
            rest = after;
        }
        Ok(folk)
    }

    /// A sense of folk phrases: sort, phrases, meanings; documents; scores; covers.
    fn written(&self, index: &SearchIndex, sense: Sense<'_>, says: &[&[Word]]) -> Result<Written, SearchError> {
        let SearchIndex { vocabulary, words: tables, weights, .. } = index;
        let knowledge = Knowledge { vocabulary, words: tables, weights };
        let meaning = meaning(index, &compose::meanings(sense.means, f32::from_bits(sense.weight), knowledge))?;
        let mut written = Written::default();
        let phrases = &mut written.phrases;
        self.write_sort(phrases, sense);
        self.write_says(phrases, says);
        number(phrases, sense.means.len());
        sense.means.iter().for_each(|means| self.lexicon.phrase(phrases, &words(means)));
        number(&mut written.documents, usize::from(meaning.unit));
        let documents: Vec<u32> = meaning.documents.iter().map(|(document, ..)| *document).collect();
        ascending(&mut written.documents, documents.into_iter());
        written.scores = meaning.documents.iter().map(|(_, score, _)| *score).collect();
        written.covers = meaning.documents.iter().map(|(.., cover)| *cover).collect();
        Ok(written)
    }

    /// Place and kind in one number.
    fn write_sort(&self, bytes: &mut Vec<u8>, sense: Sense<'_>) {
        number(bytes, sense.place * KINDS + sense.kind as usize);
    }

    /// The phrases, each as the number of last words that it shares with the one before, and the words before those.
    fn write_says(&self, bytes: &mut Vec<u8>, says: &[&[Word]]) {
        number(bytes, says.len());
        let mut before: &[Word] = &[];
        for say in says {
            let shared = say.iter().rev().zip(before.iter().rev()).take_while(|(a, b)| a == b).count();
            number(bytes, shared);
            self.lexicon.phrase(bytes, &say[..say.len() - shared]);
            before = say;
        }
    }
}

/// The signs, ascending, and the files of each: twice the number of a file, and one more if another follows.
pub(super) fn signs(files: &[BTreeSet<u32>]) -> [Vec<u8>; 2] {
    let mut files_of = BTreeMap::<u32, Vec<usize>>::new();
    for (at, signs) in files.iter().enumerate() {
        signs.iter().for_each(|sign| files_of.entry(*sign).or_default().push(at));
    }
    let (mut signs, mut places) = (Vec::new(), Vec::new());
    ascending(&mut signs, files_of.keys().copied());
    for files in files_of.values() {
        files
            .iter()
            .enumerate()
            .for_each(|(at, file)| number(&mut places, file * 2 + usize::from(at + 1 < files.len())));
    }
    [signs, places]
}

/// A sense as written.
#[derive(Debug, Default)]
struct Written {
    phrases: Vec<u8>,
    documents: Vec<u8>,
    scores: Vec<u8>,
    covers: Vec<u8>,
}

impl Written {
    fn len(&self) -> usize {
        self.phrases.len() + self.documents.len() + self.scores.len() + self.covers.len()
    }
}

/// One file: number of senses, phrases; documents of all senses; scores of all; covers of all.
fn pack<'w>(senses: impl ExactSizeIterator<Item = &'w Written> + Clone) -> Vec<u8> {
    let section = |of: fn(&Written) -> &[u8]| senses.clone().flat_map(of).copied().collect::<Vec<u8>>();
    let mut head = Vec::new();
    number(&mut head, senses.len());
    head.extend(section(|written| &written.phrases));
    seal(&[
        &head,
        &section(|written| &written.documents),
        &section(|written| &written.scores),
        &section(|written| &written.covers),
    ])
}

#[cfg(test)]
mod tests {
    use super::{sign, signs};

    #[test]
    fn every_sign_names_all_its_files() {
        let files = [[3, 500].into(), [7].into(), [3, 7].into()];
        assert_eq!(signs(&files), [vec![3, 3, 3, 0xEC, 3], vec![1, 4, 3, 4, 0]]);
    }

    #[test]
    fn phrases_that_differ_have_signs_that_are_spread() {
        let phrases: Vec<String> = (0..1000).map(|at| format!("giay {at}")).collect();
        let different: std::collections::BTreeSet<u32> = phrases.iter().map(|phrase| sign(phrase)).collect();
        assert!(different.len() > 990, "{}", different.len());
    }
}
