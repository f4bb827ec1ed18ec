//! Which word was meant, by the words beside it.
//!
//! A word that nobody knows may stand for several: the one that makes a phrase of the tables, or a pair of some name,
//! with its neighbours comes first. A word that is known is doubted only where no name has it beside its neighbours,
//! and read as another that sounds like it only where that one makes a phrase or a pair: `chăn luôi` is "chăn nuôi".

use crate::search::analysis::Word;

use super::Knowledge;
use super::phrases::{Kept, has_phrase};
use super::spelling::{MOST_READINGS, Reading, Token};

/// An unknown word shorter than this is one slip away from too many others.
const SHORT: usize = 4;

/// Settles every word by its neighbours.
pub fn settle(kept: &mut [Kept], knowledge: Knowledge<'_>) {
    for at in 0..kept.len() {
        match kept[at].token.reading.clone() {
            Reading::Mistyped(guesses) => kept[at].token = mistyped(kept, at, guesses, knowledge),
            Reading::Plain => {
                if let Some(token) = misheard(kept, at, knowledge) {
                    kept[at].token = token;
                }
            }
            Reading::Alike(_) | Reading::Unfinished(_) => {}
        }
    }
}

/// What a mistyped word most likely stands for. A short one stays as it was typed where nothing speaks for another.
fn mistyped(kept: &[Kept], at: usize, mut guesses: Vec<String>, knowledge: Knowledge<'_>) -> Token {
    let beside = Beside { kept, at, knowledge };
    let token = &kept[at].token;
    let makes = |guess: &String| beside.makes_phrase(guess) || beside.makes_pair(guess);
    match guesses.iter().position(makes) {
        Some(best) => guesses[..=best].rotate_right(1),
        None if token.word.folded.encode_utf16().count() < SHORT => {
            return Token { reading: Reading::Plain, ..token.clone() };
        }
        None => {}
    }
    Token { word: Word::plain(&guesses[0]), reading: Reading::Mistyped(guesses), changed: true, ..token.clone() }
}

/// What a known word that makes nothing with its neighbours is read as by its sound, if that makes something.
fn misheard(kept: &[Kept], at: usize, knowledge: Knowledge<'_>) -> Option<Token> {
    let beside = Beside { kept, at, knowledge };
    let token = &kept[at].token;
    let word = &token.word.folded;
    if token.opened || beside.makes_phrase_as_typed() || beside.makes_pair(word) || beside.makes_pair_with_next(word) {
        return None;
    }
    let others = knowledge.vocabulary.alike(word, MOST_READINGS);
    let other = others.into_iter().find(|other| beside.makes_phrase(other) || beside.makes_pair(other))?;
    let token = Token { changed: true, ..token.clone() };
    Some(if beside.makes_phrase(other) {
        Token { word: Word::plain(other), typed: Some(token.word), ..token }
    } else {
        Token { reading: Reading::Alike(other.to_owned()), ..token }
    })
}

/// A word among the others.
#[derive(Clone, Copy)]
struct Beside<'a> {
    kept: &'a [Kept],
    at: usize,
    knowledge: Knowledge<'a>,
}

impl Beside<'_> {
    fn makes_pair(self, word: &str) -> bool {
        let before = self.kept[self.at].before.as_ref();
        before.is_some_and(|before| self.knowledge.vocabulary.has_pair(&before.folded, word))
    }

    fn makes_pair_with_next(self, word: &str) -> bool {
        let next = self.kept.get(self.at + 1);
        next.is_some_and(|next| self.knowledge.vocabulary.has_pair(word, &next.token.word.folded))
    }

    /// Whether the word is part of a phrase of several words.
    fn makes_phrase_as_typed(self) -> bool {
        has_phrase(&self.tokens(), self.at, self.knowledge.words)
    }

    /// Whether another word in its place is.
    fn makes_phrase(self, other: &str) -> bool {
        let mut tokens = self.tokens();
        tokens[self.at].word = Word::plain(other);
        has_phrase(&tokens, self.at, self.knowledge.words)
    }

    fn tokens(self) -> Vec<Token> {
        self.kept.iter().map(|kept| kept.token.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::config::SearchWords;
    use crate::search::query::{Knowledge, understand};
    use crate::search::vocabulary::Vocabulary;
    use crate::search::weights::Weights;
    use crate::search::words::Words;

    /// What a query is told to have been read as, by a few names and phrases.
    fn meant(query: &str) -> Option<String> {
        let pairs = ["tam tru", "dang ki", "ki tam", "ho chieu", "tro cap", "cap that", "chan nuoi", "ghi chu"];
        let words = pairs.iter().flat_map(|pair| pair.split(' ')).map(|word| (word.to_owned(), 9));
        let vocabulary = Vocabulary {
            frequencies: words
                .chain([("chu".to_owned(), 90), ("cac".to_owned(), 90), ("luoi".to_owned(), 5)])
                .collect(),
            documents: 100,
            pairs: pairs.map(str::to_owned).into(),
            table_words: ["xo", "so", "do", "xe"].map(str::to_owned).into(),
        };
        let site = SearchWords {
            synonyms: [("sổ đỏ", "giấy chứng nhận"), ("chủ xe", "x")]
                .map(|(say, means)| (say.to_owned(), crate::config::OneOrMany::One(means.to_owned())))
                .into(),
            ..SearchWords::default()
        };
        let (tables, weights) = (Words::load(&site), Weights::default());
        understand(query, Knowledge { vocabulary: &vocabulary, words: &tables, weights: &weights }).meant
    }

    #[test]
    fn a_known_word_is_read_by_its_sound_where_only_that_makes_a_pair_or_a_phrase() {
        assert_eq!(meant("chăn lưới").as_deref(), Some("chăn nuoi"));
        assert_eq!(meant("xổ đỏ").as_deref(), Some("so đỏ"));
    }

    #[test]
    fn what_makes_a_pair_or_a_phrase_as_it_was_typed_is_never_changed() {
        for typed in ["ghi chú", "tạm trú", "chủ xe", "chú", "đăng ký chú"] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }

    #[test]
    fn an_unknown_word_is_what_makes_a_pair_before_what_is_frequent() {
        assert_eq!(meant("hộ chiuu").as_deref(), Some("hộ chieu"));
    }

    #[test]
    fn a_short_word_that_nothing_speaks_for_stays_as_it_was_typed() {
        for typed in ["CIC", "CIC vay", "qax"] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }
}
