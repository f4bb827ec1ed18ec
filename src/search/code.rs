//! Codes of procedures in any spelling.

use super::analysis::Word;

/// The digits of a code, as they are indexed: `1.001193.H19` is `1001193`. None for other texts.
#[must_use]
pub fn digits(code: &str) -> Option<String> {
    let (digit, rest) = code.split_once('.')?;
    let number = rest.get(..6)?;
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (digit.len() == 1 && is_digits(digit) && is_digits(number)).then(|| format!("{digit}{number}"))
}

/// A code found in a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its digits, or their beginning.
    pub digits: String,
    /// Whether digits are missing.
    pub partial: bool,
    /// Number of words it takes.
    pub words: usize,
}

/// Reads a code at the beginning of these words: `1 001193`, `1001193`, `1 0011` (its beginning), each with or
/// without a suffix such as `h19`.
#[must_use]
pub(super) fn read(words: &[Word]) -> Option<Found> {
    let number = |at: usize| words.get(at).map(|word| word.folded.as_str()).filter(|word| is_number(word));
    let first = number(0)?;
    let (digits, taken) = match number(1) {
        Some(second) if first.len() == 1 && (3..=6).contains(&second.len()) => (format!("{first}{second}"), 2),
        _ if first.len() == 7 => (first.to_owned(), 1),
        _ => return None,
    };
    let suffix = words.get(taken).is_some_and(|word| is_suffix(&word.folded));
    Some(Found { partial: digits.len() < 7, digits, words: taken + usize::from(suffix) })
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The mark of a province's own system: `h19`.
fn is_suffix(word: &str) -> bool {
    word.strip_prefix('h').is_some_and(|number| (1..=3).contains(&number.len()) && is_number(number))
}

#[cfg(test)]
mod tests {
    use super::{digits, read};
    use crate::search::analysis::words;

    #[test]
    fn a_code_is_read_in_any_spelling() {
        for text in ["1.001193", "1001193", "1 001193", "1-001193", "1.001193.H19"] {
            let found = read(&words(text)).expect("a code");
            assert_eq!((found.digits.as_str(), found.partial), ("1001193", false), "{text}");
        }
        assert!(read(&words("1.0011")).is_some_and(|found| found.partial));
    }

    #[test]
    fn other_numbers_are_no_codes() {
        for text in ["75 tuổi", "2024", "1 con", "0912345678", "khai sinh 1.001193", ""] {
            assert_eq!(read(&words(text)), None, "{text}");
        }
    }

    #[test]
    fn codes_are_indexed_by_their_digits() {
        assert_eq!(digits("1.001193.H19").as_deref(), Some("1001193"));
        assert_eq!(digits("/tin-tuc/"), None);
    }
}
