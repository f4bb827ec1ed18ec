//! Texts → words, the same way for what is indexed and for what is asked.
//!
//! A **word** is a run of letters and digits (in Vietnamese: one syllable). It has two forms:
//!
//! - the *folded* form: [`text::fold_char`] on every character, then a final `y` after consonants only (or after
//!   `qu`) as `i`, so that `kỹ` and `kĩ`, `quý` and `quí` are one;
//! - the *exact* form: lower case, letters with their marks (NFC) but without the tone, the same `y` rule, and the
//!   tone as one combining character at the end. `hòa` and `hoà` are both `hoa◌̀`, whatever the input's
//!   normalisation. Folding an exact form gives the folded one.
//!
//! Two neighbours make a **pair** (`khai sinh`) unless punctuation stands between them.

use unicode_normalization::UnicodeNormalization;

use crate::text;

/// Longest word, in bytes of its folded form; longer ones are no words (addresses, keys) and are skipped.
pub const LONGEST_WORD: usize = 32;

/// The five tones as combining characters: huyền, sắc, ngã, hỏi, nặng.
pub const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// One word of a text, in both forms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Lower case without marks.
    pub folded: String,
    /// Lower case with marks, the tone last.
    pub exact: String,
}

impl Word {
    /// A word from its exact form.
    #[must_use]
    pub fn from_exact(exact: String) -> Self {
        Self { folded: text::fold(&exact), exact }
    }

    /// A word without marks.
    #[must_use]
    pub fn plain(folded: &str) -> Self {
        Self { folded: folded.to_owned(), exact: folded.to_owned() }
    }

    /// The word as it is written, its tone where writers put it: `hòa`, `chiếu`, `ký`.
    #[must_use]
    pub fn spelled(&self) -> String {
        let (letters, tone) = split_tone(&self.exact);
        let mut letters: Vec<char> = letters.chars().collect();
        write_final_y(&mut letters);
        if let Some(tone) = tone {
            letters.insert(place_of_tone(&letters) + 1, tone);
        }
        letters.into_iter().nfc().collect()
    }

    /// Whether it was typed without any mark.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.folded == self.exact
    }

    /// Whether it was typed with hỏi or ngã, which half the country says alike and many write for each other.
    #[must_use]
    pub fn has_doubtful_tone(&self) -> bool {
        self.exact.ends_with(['\u{303}', '\u{309}'])
    }

    /// Whether it may stand for `other`: every mark it has is the other's, and what it leaves out may be anything.
    #[must_use]
    pub fn may_mean(&self, other: &Self) -> bool {
        if self.folded != other.folded {
            return false;
        }
        let mut meant = other.exact.chars();
        self.exact.chars().all(|typed| {
            let meant = meant.next();
            typed.is_ascii() || Some(typed) == meant
        })
    }
}

/// Writes `ki`, `li`, `mi`, `qui` with the `y` that [`unify_final_y`] took.
fn write_final_y(letters: &mut [char]) {
    if let ['k' | 'l' | 'm', last @ 'i'] | ['q', 'u', last @ 'i'] = letters {
        *last = 'y';
    }
}

/// Which letter carries the tone: the last vowel with a mark of its own; else the last vowel before a consonant; else
/// the first of two vowels or the middle one of three. The `u` of `qu` and the `i` of `gi` before a vowel are none.
fn place_of_tone(letters: &[char]) -> usize {
    const MARKED: &str = "ăâêôơư";
    let is_vowel =
        |at: usize| letters.get(at).is_some_and(|letter| "aeiouy".contains(*letter) || MARKED.contains(*letter));
    let onset = usize::from(matches!(letters, ['q', 'u', ..] | ['g', 'i', ..]) && is_vowel(2)) * 2;
    let vowels: Vec<usize> = (onset..letters.len()).filter(|at| is_vowel(*at)).collect();
    if let Some(marked) = vowels.iter().rev().find(|at| MARKED.contains(letters[**at])) {
        return *marked;
    }
    let closed = vowels.last().is_some_and(|last| last + 1 < letters.len());
    let carrier = if closed { vowels.len().saturating_sub(1) } else { usize::from(vowels.len() > 2) };
    vowels.get(carrier).copied().unwrap_or(letters.len().saturating_sub(1))
}

/// Splits an exact form into its letters and its tone.
fn split_tone(exact: &str) -> (&str, Option<char>) {
    match exact.chars().next_back() {
        Some(last) if TONES.contains(&last) => (&exact[..exact.len() - last.len_utf8()], Some(last)),
        _ => (exact, None),
    }
}

/// The words of a text, in order.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut scanner = Scanner::new(text);
    let mut words = Vec::new();
    while scanner.advance() {
        words.push(Word { folded: scanner.folded.clone(), exact: exact(scanner.word) });
    }
    words
}

/// The folded words, joined by spaces.
#[must_use]
pub fn folded_name(words: &[Word]) -> String {
    words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
}

/// The exact form of one word.
#[must_use]
pub fn exact(word: &str) -> String {
    let mut tone = None;
    let mut letters = String::with_capacity(word.len() + 2);
    for piece in word.nfd() {
        if TONES.contains(&piece) {
            tone = Some(piece);
        } else {
            letters.extend(piece.to_lowercase());
        }
    }
    let mut exact: String = letters.nfc().collect();
    unify_final_y(&mut exact);
    exact.extend(tone);
    exact
}

/// Writes the final `y` of `ky`, `ly`, `quy` as `i`.
pub(super) fn unify_final_y(word: &mut String) {
    let Some(onset) = word.strip_suffix('y').filter(|onset| !onset.is_empty()) else { return };
    let consonant = |letter: char| letter == 'đ' || (letter.is_ascii_lowercase() && !"aeiouy".contains(letter));
    if onset == "qu" || onset.chars().all(consonant) {
        word.pop();
        word.push('i');
    }
}

/// Reads words one after the other into buffers that it keeps.
#[derive(Debug)]
pub(super) struct Scanner<'a> {
    rest: &'a str,
    /// The word as written.
    pub(super) word: &'a str,
    /// Its folded form.
    pub(super) folded: String,
    /// Whether it makes a pair with the word before it.
    pub(super) joined: bool,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text, word: "", folded: String::new(), joined: false }
    }

    /// Goes to the next word; false at the end.
    pub(super) fn advance(&mut self) -> bool {
        let mut joined = !self.word.is_empty();
        loop {
            let Some(start) = self.skip_gap(&mut joined) else { return false };
            let end = start.find(|letter| !is_letter(letter)).unwrap_or(start.len());
            (self.word, self.rest) = start.split_at(end);
            self.folded.clear();
            for letter in self.word.chars() {
                text::fold_char(letter, |piece| self.folded.push(piece));
            }
            if !self.folded.is_empty() && self.folded.len() <= LONGEST_WORD {
                unify_final_y(&mut self.folded);
                self.joined = joined;
                return true;
            }
            joined = false;
        }
    }

    /// What begins with the next letter; a gap of other things than blanks, hyphens and slashes parts neighbours.
    fn skip_gap(&self, joined: &mut bool) -> Option<&'a str> {
        for (at, letter) in self.rest.char_indices() {
            if is_letter(letter) {
                return Some(&self.rest[at..]);
            }
            *joined &= letter.is_whitespace() || matches!(letter, '-' | '/');
        }
        None
    }
}

/// Letters, digits, and the marks of decomposed text.
pub(super) fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\x7F' => letter.is_ascii_alphanumeric(),
        // The Latin letters of Vietnamese are told at once: the look-up of all others costs a tenth of the indexing.
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24F}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}' => true,
        _ => letter.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::{Scanner, Word, exact, is_letter, words};

    fn word(text: &str) -> Word {
        words(text).remove(0)
    }

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn spelling_case_blanks_and_normalisation_do_not_matter() {
        for text in ["dat dai", "đất đai", "ĐẤT  ĐAI", " Đất\u{a0}đai.", &"Đất đai".nfd().collect::<String>()]
        {
            assert_eq!(folded(text), ["dat", "dai"], "{text:?}");
        }
    }

    #[test]
    fn tone_placement_and_final_y_are_unified() {
        for (a, b) in [("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("kỹ", "kĩ"), ("quý", "quí"), ("lý", "lí")]
        {
            assert_eq!(word(a), word(b));
        }
        assert_ne!(word("hòa"), word("hóa"));
        assert_eq!(word("thủy").folded, "thuy");
        assert_eq!(word("tế").exact, "tê\u{301}");
    }

    #[test]
    fn the_exact_form_folds_to_the_folded_one() {
        for text in ["Đăng", "ký", "quyền", "thuỷ", "ươm", "A1", "đồng"] {
            assert_eq!(Word::from_exact(exact(text)), word(text));
        }
    }

    #[test]
    fn a_word_is_spelled_as_it_is_written() {
        for text in [
            "đăng", "ký", "chiếu", "hòa", "thủy", "quý", "quyền", "giấy", "gì", "giữa", "người", "ngoài", "mất", "của",
            "khỏe", "toán", "yếu", "mưa", "hưu", "lý", "chị", "ao", "a1", "xyz", "ủy",
        ] {
            assert_eq!(word(text).spelled(), text);
        }
    }

    #[test]
    fn a_word_may_mean_whatever_adds_marks_to_it() {
        assert!(word("cuoc").may_mean(&word("cước")));
        assert!(word("cươc").may_mean(&word("cước")));
        assert!(word("duoc").may_mean(&word("được")));
        assert!(!word("cước").may_mean(&word("cuộc")));
        assert!(!word("mất").may_mean(&word("mặt")));
        assert!(!word("cước").may_mean(&word("cuoc")));
    }

    #[test]
    fn punctuation_parts_pairs_and_blanks_do_not() {
        let mut scanner = Scanner::new("cha, mẹ con (cấp xã) x-y");
        let mut joined = Vec::new();
        while scanner.advance() {
            joined.push((scanner.folded.clone(), scanner.joined));
        }
        let expected =
            [("cha", false), ("me", false), ("con", true), ("cap", false), ("xa", true), ("x", false), ("y", true)];
        assert_eq!(joined, expected.map(|(word, joined)| (word.to_owned(), joined)));
    }

    #[test]
    fn letters_are_those_of_unicode_and_its_marks() {
        for letter in '\0'..='\u{FFFF}' {
            let expected = letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36F}');
            assert_eq!(is_letter(letter), expected, "{letter:?}");
        }
    }

    #[test]
    fn endless_words_are_skipped() {
        assert_eq!(folded(&format!("a {} b", "x".repeat(5000))), ["a", "b"]);
    }
}
