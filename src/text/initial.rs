//! The letter under which a text stands in an A–Z register.

use unicode_normalization::UnicodeNormalization;

use super::fold_char;

/// A letter of a Vietnamese register: the 29 letters of the alphabet, `F J W Z` in their Latin places, or
/// [`Initial::OTHER`] for texts that begin with a digit, a symbol or another script.
///
/// Ordered as in a register, the others last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Initial(u8);

/// Every letter with its label and its spelling in addresses, in Vietnamese order.
///
/// The spelling is that of the Telex typing method; it keeps letters apart that folding would make one.
const LETTERS: [(char, &str, &str); 33] = [
    ('a', "A", "a"),
    ('ă', "Ă", "aw"),
    ('â', "Â", "aa"),
    ('b', "B", "b"),
    ('c', "C", "c"),
    ('d', "D", "d"),
    ('đ', "Đ", "dd"),
    ('e', "E", "e"),
    ('ê', "Ê", "ee"),
    ('f', "F", "f"),
    ('g', "G", "g"),
    ('h', "H", "h"),
    ('i', "I", "i"),
    ('j', "J", "j"),
    ('k', "K", "k"),
    ('l', "L", "l"),
    ('m', "M", "m"),
    ('n', "N", "n"),
    ('o', "O", "o"),
    ('ô', "Ô", "oo"),
    ('ơ', "Ơ", "ow"),
    ('p', "P", "p"),
    ('q', "Q", "q"),
    ('r', "R", "r"),
    ('s', "S", "s"),
    ('t', "T", "t"),
    ('u', "U", "u"),
    ('ư', "Ư", "uw"),
    ('v', "V", "v"),
    ('w', "W", "w"),
    ('x', "X", "x"),
    ('y', "Y", "y"),
    ('z', "Z", "z"),
];

impl Initial {
    /// Digits, symbols and letters of other scripts.
    pub const OTHER: Self = Self(LETTERS.len() as u8);

    /// The initial of a text. Blanks, quotation marks and brackets before the first letter are skipped.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.trim_start_matches(is_skipped);
        let mut pieces = text.nfd();
        let Some(base) = pieces.next() else { return Self::OTHER };
        let base = base.to_lowercase().next().unwrap_or(base);
        let marks = pieces.take_while(|piece| unicode_normalization::char::is_combining_mark(*piece));
        let letter = marks.fold(base, |letter, mark| with_mark(letter, mark).unwrap_or(letter));
        Self::of_letter(letter)
    }

    /// Every initial in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=Self::OTHER.0).map(Self)
    }

    /// What a register shows: `Đ`, or `#` for the others.
    #[must_use]
    pub fn label(self) -> &'static str {
        LETTERS.get(usize::from(self.0)).map_or("#", |(_, label, _)| label)
    }

    /// The spelling in addresses: `dd` for Đ, `aw` for Ă, `so` (*số*) for the others.
    #[must_use]
    pub fn slug(self) -> &'static str {
        LETTERS.get(usize::from(self.0)).map_or("so", |(_, _, slug)| slug)
    }

    fn of_letter(letter: char) -> Self {
        let position = |letter| LETTERS.iter().position(|(known, ..)| *known == letter);
        let folded = || {
            let mut first = None;
            fold_char(letter, |piece| first = first.or(Some(piece)));
            first.and_then(position)
        };
        position(letter).or_else(folded).map_or(Self::OTHER, |at| Self(at as u8))
    }
}

/// The letter that a mark makes of another; tones make none.
fn with_mark(letter: char, mark: char) -> Option<char> {
    if !matches!(mark, '\u{302}' | '\u{306}' | '\u{31B}') {
        return None;
    }
    unicode_normalization::char::compose(letter, mark)
}

fn is_skipped(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '"' | '\'' | '`' | '(' | '[' | '{' | '<' | '«' | '»' | '‹' | '›' | '\u{2018}'..='\u{201F}')
}

#[cfg(test)]
mod tests {
    use super::Initial;

    fn label(text: &str) -> &'static str {
        Initial::of(text).label()
    }

    #[test]
    fn tones_are_ignored_and_letters_kept_apart() {
        assert_eq!(
            ["Ấn định", "Ẵm", "Ảnh", "Đất", "Di chúc", "Ở", "Ốm", "Ứng cử", "Ủy", "Ế"].map(label),
            ["Â", "Ă", "A", "Đ", "D", "Ơ", "Ô", "Ư", "U", "Ê"]
        );
    }

    #[test]
    fn decomposed_text_has_the_same_initial() {
        assert_eq!(label("A\u{323}\u{302}p"), "Â");
        assert_eq!(label("o\u{31B}\u{309}"), "Ơ");
    }

    #[test]
    fn quotes_and_brackets_are_skipped() {
        assert_eq!(["“Xác nhận”", "(Cấp xã) ...", " [«đ"].map(label), ["X", "C", "Đ"]);
    }

    #[test]
    fn foreign_letters_stand_with_their_base_and_the_rest_apart() {
        assert_eq!(
            ["Étude", "Łódź", "Führer", "Zalo", "3 bước", "Ω", "", "- x"].map(label),
            ["E", "L", "F", "Z", "#", "#", "#", "#"]
        );
    }

    #[test]
    fn slugs_are_telex_and_distinct() {
        assert_eq!(
            ["Đ", "ă", "â", "ê", "ô", "ơ", "ư", "7"].map(|text| Initial::of(text).slug()),
            ["dd", "aw", "aa", "ee", "oo", "ow", "uw", "so"]
        );
        let slugs: std::collections::BTreeSet<_> = Initial::all().map(Initial::slug).collect();
        assert_eq!(slugs.len(), 34);
    }
}
