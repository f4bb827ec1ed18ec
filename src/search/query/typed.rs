//! Text → words and codes.

use crate::search::analysis::{Word, folded_name, words};
use crate::search::code::{self, Found};

/// Longest query that is read, in characters: the longest names of procedures, pasted whole, have 1,200.
pub const LONGEST_QUERY: usize = 2048;
/// Most words of a query that are read.
pub const MOST_WORDS: usize = 400;

/// A query as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The words, codes left out.
    pub words: Vec<Word>,
    /// The codes.
    pub codes: Vec<Found>,
    /// All words folded and joined by spaces, codes too.
    pub name: String,
}

/// Reads a query.
#[must_use]
pub fn read(query: &str) -> Typed {
    let cut = query.char_indices().nth(LONGEST_QUERY).map_or(query.len(), |(at, _)| at);
    let mut all = words(&query[..cut]);
    all.truncate(MOST_WORDS);
    let mut typed = Typed { name: folded_name(&all), ..Typed::default() };
    let mut at = 0;
    while at < all.len() {
        if let Some(found) = code::read(&all[at..]) {
            at += found.words;
            typed.codes.push(found);
        } else {
            typed.words.push(std::mem::take(&mut all[at]));
            at += 1;
        }
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::{MOST_WORDS, read};

    #[test]
    fn codes_are_told_from_words() {
        let typed = read("mã TTHC: 1.001193 khai sinh");
        assert_eq!(typed.codes[0].digits, "1001193");
        let words: Vec<_> = typed.words.iter().map(|word| word.folded.as_str()).collect();
        assert_eq!(words, ["ma", "tthc", "khai", "sinh"]);
    }

    #[test]
    fn a_long_query_is_cut() {
        assert_eq!(read(&"a ".repeat(5000)).words.len(), MOST_WORDS);
        assert_eq!(read(&"ế".repeat(5000)).words.len(), 0);
    }
}
