//! Which words there are, and how often names use them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::analysis::unify_final_y;
use super::sound::sound;

/// Longest Vietnamese syllable (`nghieng`), folded, in letters; a run-together text is cut into no longer ones.
const LONGEST_SYLLABLE: usize = 7;

/// The folded words of tier A with their frequency in names, and the words of the tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vocabulary {
    /// Word → number of names that have it; 0 where only keywords, fields or agencies do.
    pub frequencies: BTreeMap<String, u32>,
    /// Number of documents.
    pub documents: u32,
    /// Words of stop phrases and synonyms; known, though no document may have them.
    pub table_words: BTreeSet<String>,
    /// The pairs of names.
    pub pairs: BTreeSet<String>,
}

impl Vocabulary {
    /// Whether the word is one.
    #[must_use]
    pub fn knows(&self, folded: &str) -> bool {
        self.frequencies.contains_key(folded) || self.table_words.contains(folded)
    }

    /// Number of names that have the word.
    #[must_use]
    pub fn frequency(&self, folded: &str) -> u32 {
        self.frequencies.get(folded).copied().unwrap_or(0)
    }

    /// How much a word tells: BM25's idf over names.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of documents are far below 2^24")]
    pub fn idf(&self, folded: &str) -> f32 {
        let frequency = self.frequency(folded);
        (1.0 + ((self.documents - frequency) as f32 + 0.5) / (frequency as f32 + 0.5)).ln()
    }

    /// Whether a name has the two words one after the other.
    #[must_use]
    pub fn has_pair(&self, first: &str, second: &str) -> bool {
        self.pairs.contains(&format!("{first} {second}"))
    }

    /// Other words that sound like this one, most frequent first, then in byte order: at most `limit`.
    #[must_use]
    pub fn alike(&self, folded: &str, limit: usize) -> Vec<&str> {
        let said = sound(folded);
        self.most_frequent(|known| known != folded && sound(known) == said, limit)
    }

    /// Words one slip away, most frequent first, then in byte order: at most `limit`.
    #[must_use]
    pub fn near(&self, folded: &str, limit: usize) -> Vec<&str> {
        if folded.len() < 3 || !folded.is_ascii() {
            return Vec::new();
        }
        self.most_frequent(|known| is_one_slip(folded, known), limit)
    }

    /// Words that begin so, most frequent first, then in byte order: at most `limit`.
    #[must_use]
    pub fn completions(&self, start: &str, limit: usize) -> Vec<&str> {
        self.most_frequent(|known| known != start && known.starts_with(start), limit)
    }

    /// The known words that fit, most frequent in names first, then in byte order: at most `limit`. Numbers never fit.
    fn most_frequent(&self, fits: impl Fn(&str) -> bool, limit: usize) -> Vec<&str> {
        let known = self.table_words.iter().chain(self.frequencies.keys()).map(String::as_str);
        let words = known.filter(|word| !word.starts_with(|first: char| first.is_ascii_digit()) && fits(word));
        let mut found: Vec<(Reverse<u32>, &str)> = words.map(|word| (Reverse(self.frequency(word)), word)).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().take(limit).map(|(_, word)| word).collect()
    }

    /// Cuts a run-together text (`dangkykhaisinh`) into the fewest words that names have; among equally few, the
    /// earlier words are the longer ones. None where that cannot be done or one word suffices.
    #[must_use]
    pub fn cut(&self, run: &str) -> Option<Vec<String>> {
        if !run.is_ascii() {
            return None;
        }
        let word = |start: usize, length: usize| {
            let mut word = run[start..start + length].to_owned();
            unify_final_y(&mut word);
            word
        };
        // best[start]: into how many words the text from there can be cut, and the length of the first.
        let mut best: Vec<Option<(usize, usize)>> = vec![None; run.len() + 1];
        best[run.len()] = Some((0, 0));
        for start in (0..run.len()).rev() {
            for length in 2..=LONGEST_SYLLABLE.min(run.len() - start) {
                let Some((rest, _)) = best[start + length] else { continue };
                let fewer = best[start].is_none_or(|(fewest, _)| rest < fewest);
                if fewer && self.frequency(&word(start, length)) > 0 {
                    best[start] = Some((rest + 1, length));
                }
            }
        }
        let mut words = Vec::new();
        let mut start = 0;
        while start < run.len() {
            let (_, length) = best[start]?;
            words.push(word(start, length));
            start += length;
        }
        (words.len() > 1).then_some(words)
    }
}

/// Whether one letter added, left out or changed, or two neighbours exchanged, makes one word the other.
fn is_one_slip(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return differ_by_one_slip(a.as_bytes(), b.as_bytes());
    }
    differ_by_one_slip(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
}

fn differ_by_one_slip<L: PartialEq>(a: &[L], b: &[L]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let Some(at) = (0..short.len()).find(|&at| short[at] != long[at]) else { return long.len() != short.len() };
    if short.len() < long.len() {
        return short[at..] == long[at + 1..];
    }
    let exchanged = at + 1 < short.len() && short[at] == long[at + 1] && short[at + 1] == long[at];
    short[at + 1..] == long[at + 1..] || (exchanged && short[at + 2..] == long[at + 2..])
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, is_one_slip};

    fn vocabulary() -> Vocabulary {
        let words =
            [("dang", 90), ("ki", 80), ("khai", 30), ("sinh", 20), ("sin", 1), ("hon", 9), ("hong", 3), ("h2", 5)];
        Vocabulary {
            frequencies: words.map(|(word, count)| (word.to_owned(), count)).into(),
            documents: 100,
            ..Vocabulary::default()
        }
    }

    #[test]
    fn one_slip_is_an_edit_or_an_exchange() {
        for (a, b) in
            [("sihn", "sinh"), ("khia", "khai"), ("sin", "sinh"), ("hom", "hon"), ("xsinh", "sinh"), ("kmh", "km²")]
        {
            assert!(is_one_slip(a, b) && is_one_slip(b, a), "{a} {b}");
        }
        for (a, b) in [("sinh", "sinh"), ("shin", "sinhh"), ("ab", "ba c"), ("nihs", "sinh")] {
            assert!(!is_one_slip(a, b), "{a} {b}");
        }
    }

    #[test]
    fn frequent_words_come_first() {
        assert_eq!(vocabulary().near("sihn", 3), ["sinh", "sin"]);
        assert_eq!(vocabulary().completions("ho", 3), ["hon", "hong"]);
        assert_eq!(vocabulary().near("hx", 3), Vec::<&str>::new());
    }

    #[test]
    fn a_run_is_cut_into_known_words() {
        assert_eq!(vocabulary().cut("dangkykhaisinh").unwrap_or_default(), ["dang", "ki", "khai", "sinh"]);
        assert_eq!(vocabulary().cut("dangkyxyz"), None);
        assert_eq!(vocabulary().cut("sinh"), None);
        assert_eq!(vocabulary().cut(""), None);
    }
}
