//! The tables of query understanding.
//!
//! All of them are read at the start. Folk phrases bring words into a query that nobody typed, and whoever had to ask
//! for the phrases first could ask for those words only a round trip later.

use std::collections::{BTreeMap, BTreeSet};

use crate::search::analysis::{Word, words};
use crate::search::words::{Kind, Phrase, Words};

use super::bytes::{front_coded, number};
use super::lexicon::Lexicon;

/// Number of kinds of phrases.
const KINDS: usize = 4;

/// What phrases have in common that are written together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Sense<'a> {
    /// Place among the phrases that differ in marks only; the first that fits counts.
    place: usize,
    kind: Kind,
    /// Bits of the weight.
    weight: u32,
    /// The other ways of saying it.
    means: &'a [String],
}

/// The tables, sorted as they are written.
#[derive(Debug)]
pub(super) struct Tables<'a> {
    lexicon: &'a Lexicon,
    words: &'a Words,
    /// The different weights of phrases, ascending.
    pub(super) weights: Vec<f32>,
    phrases: BTreeMap<Sense<'a>, Vec<&'a [Word]>>,
}

impl<'a> Tables<'a> {
    /// Sorts the tables: phrases of the same meaning stand together, and of those the ones that end alike.
    pub(super) fn of(words: &'a Words, lexicon: &'a Lexicon) -> Self {
        let mut tables = Self { lexicon, words, weights: Vec::new(), phrases: BTreeMap::new() };
        let mut weights = BTreeSet::new();
        for (place, phrase) in words.phrases.values().flat_map(|same| same.iter().enumerate()) {
            let Phrase { say, kind, means, weight } = phrase;
            let sense = Sense { place, kind: *kind, weight: weight.to_bits(), means };
            tables.phrases.entry(sense).or_default().push(say);
            weights.insert(weight.to_bits());
        }
        for says in tables.phrases.values_mut() {
            says.sort_by(|a, b| a.iter().rev().map(|word| &word.exact).cmp(b.iter().rev().map(|word| &word.exact)));
        }
        // The bits of numbers that are not negative are in the order of the numbers.
        tables.weights = weights.into_iter().map(f32::from_bits).collect();
        tables
    }

    /// Appends phrases, then abbreviations.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        number(bytes, self.phrases.len());
        self.phrases.iter().for_each(|(sense, says)| self.write_sense(bytes, *sense, says));
        front_coded(bytes, self.words.abbreviations.keys());
        self.words.abbreviations.values().for_each(|long| self.lexicon.phrase(bytes, long));
    }

    /// Place, weight and kind in one number; the meanings; the phrases, each as the number of last words that it
    /// shares with the one before, and the words before those.
    fn write_sense(&self, bytes: &mut Vec<u8>, sense: Sense<'_>, says: &[&[Word]]) {
        let weight = self.weights.iter().position(|weight| weight.to_bits() == sense.weight).unwrap_or_default();
        number(bytes, (sense.place * self.weights.len() + weight) * KINDS + sense.kind as usize);
        number(bytes, sense.means.len());
        sense.means.iter().for_each(|means| self.lexicon.phrase(bytes, &words(means)));
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
