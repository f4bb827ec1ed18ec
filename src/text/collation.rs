//! Vietnamese dictionary order.
//!
//! The order is that of CLDR's locale `vi`: texts are compared first by letters alone (blanks before punctuation,
//! before digits, before letters; ă and â, đ, ê, ô and ơ, ư are letters of their own), then by tones from the
//! left (ngang, huyền, hỏi, ngã, sắc, nặng), then by case, small before capital.

use unicode_normalization::{
    UnicodeNormalization,
    char::{canonical_combining_class, decompose_compatible},
};

use super::{clean::is_format, fold_char};

/// A key whose byte order is the Vietnamese order of the texts.
///
/// Two keys are equal where the texts differ in nothing that the order knows (composed or decomposed Unicode).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CollationKey(Box<[u8]>);

/// Characters with a weight of their own, in order: blank, punctuation, symbols, digits, letters.
const ORDER: &str = " _-–—,;:!¡?¿.·'‹›\"«»()[]{}§¶@*/\\&#%‰†‡•`^°©®→+±÷×<=>|¦~−≤≥■□▪○●★✓❖➢¤¢$£¥₫€0123456789\
    aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The tones after *ngang*, in order: huyền, hỏi, ngã, sắc, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Ends a level; lower than every weight.
const END: u8 = 0;
/// Weight of the first character of [`ORDER`], and of the first tone.
const FIRST: u8 = 2;
/// Announces a character outside [`ORDER`], which follows as three bytes: such characters stand last.
const OUTSIDE: u8 = 0xFF;
/// Announces a mark that is no Vietnamese tone, which follows as three bytes.
const OTHER_MARK: u8 = FIRST + 5;
/// Longest run of unmarked letters that one byte can hold.
const LONGEST_RUN: u8 = 200;

impl CollationKey {
    /// The key of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut levels = Levels::default();
        for letter in text.nfd() {
            levels.push(letter);
        }
        Self(levels.finish())
    }
}

/// The three levels of a key while it is built.
#[derive(Default)]
struct Levels {
    /// Letters.
    primary: Vec<u8>,
    /// Tones and other marks.
    marks: Runs,
    /// Capitals.
    capitals: Runs,
    /// The letter that a following breve, circumflex or horn may change.
    base: Option<char>,
    /// Combining class of the last mark after `base` that did not change it.
    blocked: u8,
}

impl Levels {
    fn push(&mut self, letter: char) {
        match canonical_combining_class(letter) {
            0 => self.push_base(letter),
            class => self.push_mark(letter, class),
        }
    }

    fn push_base(&mut self, letter: char) {
        if is_ignored(letter) {
            return;
        }
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        let lower = single_lower(letter);
        self.base = None;
        self.blocked = 0;
        if let Some(weight) = weight(lower) {
            self.push_weight(weight, lower != letter);
            self.base = Some(lower);
        } else if !self.push_expansion(letter, lower) {
            self.primary.push(OUTSIDE);
            self.primary.extend(&u32::from(lower).to_be_bytes()[1..]);
            self.marks.skip();
            self.capitals.skip_or_mark(lower != letter);
        }
    }

    fn push_weight(&mut self, weight: u8, capital: bool) {
        self.primary.push(weight);
        self.marks.skip();
        self.capitals.skip_or_mark(capital);
    }

    /// Sorts `ß`, `ø`, `ł`, `²`, `…`, `“` beside what they stand for, after it. Says whether the letter was such a one.
    fn push_expansion(&mut self, letter: char, lower: char) -> bool {
        let before = self.primary.len();
        let capital = lower != letter;
        fold_char(plain_quote(letter), |piece| self.push_piece(piece, capital));
        if self.primary.len() == before {
            decompose_compatible(letter, |piece| self.push_piece(piece.to_ascii_lowercase(), capital));
        }
        let expanded = self.primary.len() > before;
        if expanded {
            self.marks.mark_other(lower);
        }
        expanded
    }

    fn push_piece(&mut self, piece: char, capital: bool) {
        if let Some(weight) = weight(piece) {
            self.push_weight(weight, capital);
        }
    }

    fn push_mark(&mut self, mark: char, class: u8) {
        let changed = self.base.filter(|_| class != self.blocked).and_then(|base| changed_letter(base, mark));
        if let (Some(weight), Some(last)) = (changed.and_then(weight), self.primary.last_mut()) {
            *last = weight;
            self.base = None;
            return;
        }
        self.blocked = class;
        match TONES.iter().position(|&tone| tone == mark) {
            Some(tone) => self.marks.mark(FIRST + tone as u8),
            None => self.marks.mark_other(mark),
        }
    }

    fn finish(self) -> Box<[u8]> {
        let mut key = self.primary;
        key.push(END);
        key.extend(self.marks.bytes);
        key.push(END);
        key.extend(self.capitals.bytes);
        key.into_boxed_slice()
    }
}

/// A level in which most letters have nothing to say: runs of those, and marks between the runs.
///
/// An earlier mark sorts higher, so a shorter run gets a higher byte; what follows the last mark is left out.
#[derive(Default)]
struct Runs {
    bytes: Vec<u8>,
    run: u8,
}

impl Runs {
    fn skip(&mut self) {
        if self.run == LONGEST_RUN {
            self.bytes.push(u8::MAX - LONGEST_RUN - 1);
            self.run = 0;
        }
        self.run += 1;
    }

    fn mark(&mut self, weight: u8) {
        self.bytes.push(u8::MAX - self.run);
        self.bytes.push(weight);
        self.run = 0;
    }

    fn mark_other(&mut self, mark: char) {
        self.mark(OTHER_MARK);
        self.bytes.extend(&u32::from(mark).to_be_bytes()[1..]);
    }

    fn skip_or_mark(&mut self, marked: bool) {
        if marked {
            self.mark(FIRST);
        } else {
            self.skip();
        }
    }
}

/// Weight of a small letter or sign of [`ORDER`].
fn weight(letter: char) -> Option<u8> {
    if letter.is_ascii() {
        let weight = WEIGHTS.0[letter as usize];
        return (weight != 0).then_some(weight);
    }
    // From the end, where the letters are.
    ORDER.chars().rev().position(|known| known == letter).map(|from_end| WEIGHTS.1 - from_end as u8)
}

/// Weights of the ASCII characters of [`ORDER`], zero for the others; and the weight of its last character.
const WEIGHTS: ([u8; 128], u8) = {
    let order = ORDER.as_bytes();
    let mut weights = [0; 128];
    let (mut at, mut weight) = (0, FIRST);
    while at < order.len() {
        if order[at].is_ascii() {
            weights[order[at] as usize] = weight;
        }
        at += 1;
        // Bytes 0x80–0xBF continue a character.
        if at < order.len() && order[at] & 0xC0 != 0x80 {
            weight += 1;
        }
    }
    (weights, weight)
};

/// The letter that a base and a breve, circumflex or horn make together.
const fn changed_letter(base: char, mark: char) -> Option<char> {
    match (base, mark) {
        ('a', '\u{306}') => Some('ă'),
        ('a', '\u{302}') => Some('â'),
        ('e', '\u{302}') => Some('ê'),
        ('o', '\u{302}') => Some('ô'),
        ('o', '\u{31B}') => Some('ơ'),
        ('u', '\u{31B}') => Some('ư'),
        _ => None,
    }
}

/// The straight quotation mark that a curly one is a variant of.
const fn plain_quote(letter: char) -> char {
    match letter {
        '\u{2018}'..='\u{201B}' => '\'',
        '\u{201C}'..='\u{201F}' => '"',
        _ => letter,
    }
}

/// Control and format characters show nothing and count for nothing.
fn is_ignored(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace()) || is_format(letter)
}

/// The lower case, where it is one character.
fn single_lower(letter: char) -> char {
    let mut lower = letter.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(only), None) => only,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::CollationKey;

    /// Sorts and gives back the words.
    fn sorted(text: &str) -> String {
        let mut words: Vec<&str> = text.split('|').collect();
        words.sort_by_key(|word| CollationKey::of(word));
        words.join("|")
    }

    #[test]
    fn letters_with_shapes_follow_their_base() {
        for order in ["a|ă|â|b|c|d|đ|e|ê|f|g|i|j|o|ô|ơ|p|t|u|ư|v|w|x|y|z", "az|ă|ăz|â", "dz|đa", "oz|ô|ơ|p"]
        {
            let reversed: Vec<&str> = order.split('|').rev().collect();
            assert_eq!(sorted(&reversed.join("|")), order);
        }
    }

    #[test]
    fn tones_decide_only_between_equal_letters() {
        assert_eq!(sorted("bạ|bá|bã|bả|bà|ba"), "ba|bà|bả|bã|bá|bạ");
        assert_eq!(sorted("bạ a|ba b|bà b|ba c"), "bạ a|ba b|bà b|ba c");
        assert_eq!(sorted("thuỷ|thủy|thùy"), "thuỷ|thùy|thủy");
    }

    #[test]
    fn case_decides_last_small_first() {
        assert_eq!(sorted("Ấn|ấn|ẤN|ẩn"), "ẩn|ấn|Ấn|ẤN");
    }

    #[test]
    fn blanks_stand_before_punctuation_digits_and_letters() {
        assert_eq!(sorted("an|a1|a-n|a n|a"), "a|a n|a-n|a1|an");
        assert_eq!(CollationKey::of("a\u{A0}b"), CollationKey::of("a b"));
    }

    #[test]
    fn composed_and_decomposed_text_have_one_key() {
        assert_eq!(CollationKey::of("ậ"), CollationKey::of("a\u{302}\u{323}"));
        assert_eq!(CollationKey::of("ở"), CollationKey::of("o\u{309}\u{31B}"));
        assert!(CollationKey::of("ẹ\u{30C}") != CollationKey::of("ẹ"));
    }

    #[test]
    fn foreign_letters_stand_beside_their_base_and_other_scripts_last() {
        assert_eq!(sorted("z|东|м|ž|zz|ø|oa|o"), "o|ø|oa|z|ž|zz|м|东");
    }

    #[test]
    fn a_late_tone_in_a_long_text_still_decides() {
        let text = "a".repeat(450);
        let (plain, early, late) = (text.clone(), format!("à{}", &text[1..]), format!("{}à", &text[1..]));
        assert!(CollationKey::of(&plain) < CollationKey::of(&late));
        assert!(CollationKey::of(&late) < CollationKey::of(&early));
    }
}
