//! The words that exported texts are written in.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;

use crate::search::analysis::{Word, is_letter, words};
use crate::search::index::SearchIndex;

use super::bytes::{self, front_coded, number};

/// Codes that are no words.
mod code {
    /// End of a text.
    pub(super) const END: u8 = 0;
    /// A piece as it is: length in bytes and the bytes.
    pub(super) const LITERAL: u8 = 1;
    /// The next word begins with a capital.
    pub(super) const CAPITAL: u8 = 2;
    /// The next word is all capitals.
    pub(super) const CAPITALS: u8 = 3;
    /// First code of words.
    pub(super) const FIRST: usize = 4;
}

/// A word that texts use more rarely is spelled out where it stands.
const RAREST: usize = 3;

/// Words, and what stands between them (`, `), with their codes: the commonest have one byte, the others two.
///
/// A text is written as such pieces. A single blank between two words is not written; whatever the lexicon does not
/// have, or has in another case, is spelled out.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// In the order of their codes: those of one byte, then the others, both sorted.
    entries: Vec<String>,
    codes: BTreeMap<String, usize>,
    /// Exact form → code, to write words of the tables.
    exact: BTreeMap<String, usize>,
    /// Number of codes of one byte.
    short: usize,
    /// The folded words, each once, in the order of their first codes.
    folded: Vec<String>,
    /// Folded word → its number: its place among those.
    numbers: BTreeMap<String, u32>,
}

impl Lexicon {
    /// The lexicon of an index: every word that can be typed, found or explained, every word of the terms of tier A,
    /// and the common pieces of what hits show.
    pub(super) fn of<'a>(index: &'a SearchIndex, term_words: impl Iterator<Item = &'a String>) -> Self {
        let mut counts = BTreeMap::<String, usize>::new();
        for entry in &index.entries {
            for piece in pieces(&entry.title).chain(pieces(&entry.summary_line)) {
                *counts.entry(piece.to_lowercase()).or_default() += 1;
            }
        }
        Self::from_counts(&select(index, term_words, &counts))
    }

    fn from_counts(counts: &BTreeMap<String, usize>) -> Self {
        let fits = |short: &usize| code::FIRST + short + counts.len().saturating_sub(*short).div_ceil(256) <= 256;
        let short = (0..=counts.len().min(256)).rev().find(fits).unwrap_or(0);
        let mut by_count: Vec<(&String, &usize)> = counts.iter().collect();
        by_count.sort_by(|a, b| b.1.cmp(a.1));
        let mut entries: Vec<String> = by_count.into_iter().map(|(entry, _)| entry.clone()).collect();
        let (common, others) = entries.split_at_mut(short);
        common.sort_by_cached_key(|entry| decomposed(entry));
        others.sort_by_cached_key(|entry| decomposed(entry));
        let codes = entries.iter().enumerate().map(|(code, entry)| (entry.clone(), code)).collect();
        let exact = entries.iter().enumerate().rev().filter_map(|(code, entry)| Some((only_word(entry)?.exact, code)));
        let (folded, numbers) = numbered(&entries);
        Self { exact: exact.collect(), codes, short, folded, numbers, entries }
    }

    /// The folded words, in the order of their numbers.
    pub(super) fn folded(&self) -> &[String] {
        &self.folded
    }

    /// The number of a folded word.
    pub(super) fn number(&self, folded: &str) -> Option<u32> {
        self.numbers.get(folded).copied()
    }

    /// Appends the lexicon itself: number of short codes, and the entries, decomposed.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        number(bytes, self.short);
        front_coded(bytes, self.entries.iter().map(|entry| decomposed(entry)));
    }

    /// Appends a text; it is read back the same to the byte.
    pub(super) fn text(&self, bytes: &mut Vec<u8>, text: &str) {
        let mut literal = String::new();
        let mut after_word = false;
        let mut pieces = pieces(text).peekable();
        while let Some(piece) = pieces.next() {
            if piece == " " && after_word && pieces.peek().is_some_and(|next| self.cased(next).is_some()) {
                continue;
            }
            after_word = false;
            match self.cased(piece) {
                Some((case, code)) => {
                    push_literal(bytes, &mut literal);
                    bytes.extend(case);
                    self.push(bytes, code);
                    after_word = piece.starts_with(is_letter);
                }
                None => literal.push_str(piece),
            }
        }
        push_literal(bytes, &mut literal);
        bytes.push(code::END);
    }

    /// Appends words of the tables.
    pub(super) fn phrase(&self, bytes: &mut Vec<u8>, phrase: &[Word]) {
        for word in phrase {
            // Every word of the tables has a code: `select` takes them all.
            if let Some(code) = self.exact.get(&word.exact) {
                self.push(bytes, *code);
            }
        }
        bytes.push(code::END);
    }

    /// The code of a piece, and the sign of its case.
    fn cased(&self, piece: &str) -> Option<(Option<u8>, usize)> {
        let lower = piece.to_lowercase();
        let code = *self.codes.get(&lower)?;
        let case = match piece {
            _ if piece == lower => None,
            _ if piece == capitalized(&lower) => Some(code::CAPITAL),
            _ if piece == lower.to_uppercase() => Some(code::CAPITALS),
            _ => return None,
        };
        Some((case, code))
    }

    fn push(&self, bytes: &mut Vec<u8>, code: usize) {
        let pages = (self.entries.len() - self.short).div_ceil(256);
        if code < self.short {
            number_byte(bytes, code::FIRST + pages + code);
        } else {
            let long = code - self.short;
            number_byte(bytes, code::FIRST + long / 256);
            number_byte(bytes, long % 256);
        }
    }
}

/// The folded words of entries, each once, and their numbers.
fn numbered(entries: &[String]) -> (Vec<String>, BTreeMap<String, u32>) {
    let (mut folded, mut numbers) = (Vec::new(), BTreeMap::new());
    for word in entries.iter().filter_map(|entry| only_word(entry)) {
        numbers.entry(word.folded).or_insert_with_key(|word| {
            folded.push(word.clone());
            u32::try_from(folded.len() - 1).unwrap_or(u32::MAX)
        });
    }
    (folded, numbers)
}

/// Which pieces are worth a code, and how often they are written.
fn select<'a>(
    index: &'a SearchIndex,
    term_words: impl Iterator<Item = &'a String>,
    counts: &BTreeMap<String, usize>,
) -> BTreeMap<String, usize> {
    let usable = |piece: &str| piece != " " && piece.nfc().eq(piece.chars()) && !piece.contains(char::is_control);
    let composed = || counts.iter().filter(|(piece, _)| usable(piece));
    // The commonest spelling of every form: names write "hòa" or "hoà", the tables know one form of both.
    let mut by_exact = BTreeMap::<String, (usize, &str)>::new();
    let mut by_folded = BTreeMap::<String, (usize, &str)>::new();
    for (spelling, count) in composed() {
        let Some(word) = only_word(spelling) else { continue };
        for (spellings, form) in [(&mut by_exact, word.exact), (&mut by_folded, word.folded)] {
            let best = spellings.entry(form).or_default();
            *best = (*best).max((*count, spelling));
        }
    }
    let mut selected: BTreeMap<String, usize> =
        composed().filter(|(_, count)| **count >= RAREST).map(|(piece, count)| (piece.clone(), *count)).collect();
    for word in spoken(index) {
        let spelling = by_exact.get(&word.exact).map_or_else(|| word.exact.nfc().collect(), |best| best.1.to_owned());
        *selected.entry(spelling).or_default() += 1;
    }
    let known: BTreeSet<String> = selected.keys().filter_map(|entry| Some(only_word(entry)?.folded)).collect();
    for form in index.vocabulary.frequencies.keys().chain(term_words).filter(|form| !known.contains(*form)) {
        let spelling = by_folded.get(form).map_or_else(|| form.nfc().collect(), |best| best.1.to_owned());
        selected.entry(spelling).or_default();
    }
    selected
}

/// Every word of the tables of query understanding, as often as it stands there.
fn spoken(index: &SearchIndex) -> impl Iterator<Item = Word> {
    let tables = &index.words;
    let phrases = tables.phrases.values().flatten();
    let said = phrases.clone().flat_map(|phrase| phrase.say.iter().cloned());
    let meant = phrases.flat_map(|phrase| phrase.means.iter().flat_map(|means| words(means)));
    said.chain(meant).chain(tables.abbreviations.values().flatten().cloned())
}

/// Runs of letters and runs of anything else, by turns.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let letters = rest.chars().next().map(is_letter)?;
        let end = rest.find(|letter| is_letter(letter) != letters).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// The word that a piece is.
fn only_word(piece: &str) -> Option<Word> {
    let mut words = words(piece);
    if words.len() == 1 { words.pop() } else { None }
}

fn decomposed(text: &str) -> String {
    text.nfd().collect()
}

fn capitalized(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn push_literal(bytes: &mut Vec<u8>, literal: &mut String) {
    if !literal.is_empty() {
        bytes.push(code::LITERAL);
        bytes::text(bytes, literal);
        literal.clear();
    }
}

/// Appends a code that [`Lexicon::from_counts`] has made sure to be a byte.
fn number_byte(bytes: &mut Vec<u8>, code: usize) {
    bytes.push(u8::try_from(code).unwrap_or(code::END));
}
