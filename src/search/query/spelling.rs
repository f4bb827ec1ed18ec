//! Words as typed → words as meant.

use crate::search::analysis::Word;
use crate::search::typing::{telex, vni};

use super::Knowledge;

/// Most words that one mistyped or unfinished word may stand for.
pub const MOST_READINGS: usize = 6;
/// Longest run-together text that is cut into words, in letters; below it is a word.
const SHORTEST_RUN: usize = 5;

/// A word as meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// The word; the likeliest one where it is guessed.
    pub word: Word,
    /// How it was found.
    pub reading: Reading,
    /// Whether the person may still be typing it.
    pub last: bool,
}

/// How a word as meant was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// It is what was typed, or stands for it without doubt.
    #[default]
    Plain,
    /// One slip away from what was typed; these are all the candidates, the likeliest first.
    Mistyped(Vec<String>),
    /// What was typed begins these words, the most frequent first.
    Unfinished(Vec<String>),
}

/// Reads every word; a filler gives none, an abbreviation several.
#[must_use]
pub fn read(words: Vec<Word>, knowledge: Knowledge<'_>) -> Vec<Token> {
    let count = words.len();
    let mut tokens: Vec<Token> = Vec::with_capacity(count);
    for (at, word) in words.into_iter().enumerate() {
        let last = at + 1 == count;
        let before = tokens.len();
        one(word, last, knowledge, &mut tokens);
        if last && tokens.len() > before {
            tokens.last_mut().expect("a word was just added").last = true;
        }
    }
    tokens
}

fn one(word: Word, last: bool, knowledge: Knowledge<'_>, tokens: &mut Vec<Token>) {
    let vocabulary = knowledge.vocabulary;
    let plain = |word: Word| Token { word, ..Token::default() };
    if let Some(meant) = knowledge.words.abbreviations.get(&word.folded) {
        tokens.extend(meant.iter().cloned().map(plain));
    } else if vocabulary.knows(&word.folded) {
        tokens.push(plain(word));
    } else if let Some(meant) = typing(&word, knowledge) {
        tokens.push(plain(meant));
    } else if let Some(run) = vocabulary.cut(&word.folded).filter(|_| word.folded.len() >= SHORTEST_RUN) {
        let meant = |part: &str| Word { folded: part.to_owned(), exact: part.to_owned() };
        tokens.extend(run.into_iter().map(|part| plain(meant(part))));
    } else {
        tokens.push(guess(word, last, knowledge));
    }
}

/// The word that a raw key sequence gives, where the index knows it.
fn typing(word: &Word, knowledge: Knowledge<'_>) -> Option<Word> {
    let known = |meant: &Word| knowledge.vocabulary.knows(&meant.folded);
    word.is_plain().then(|| telex(&word.folded).filter(known).or_else(|| vni(&word.folded).filter(known))).flatten()
}

fn guess(word: Word, last: bool, knowledge: Knowledge<'_>) -> Token {
    let owned = |found: Vec<&str>| found.into_iter().map(str::to_owned).collect::<Vec<_>>();
    if last {
        let completions = owned(knowledge.vocabulary.completions(&word.folded, MOST_READINGS));
        if !completions.is_empty() {
            return Token { word, reading: Reading::Unfinished(completions), last };
        }
    }
    let near = owned(knowledge.vocabulary.near(&word.folded, MOST_READINGS));
    match near.first() {
        Some(first) => {
            let word = Word { folded: first.clone(), exact: first.clone() };
            Token { word, reading: Reading::Mistyped(near), last }
        }
        None => Token { word, reading: Reading::Plain, last },
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, Token, read};
    use crate::config::SearchWords;
    use crate::search::analysis::words;
    use crate::search::query::Knowledge;
    use crate::search::vocabulary::Vocabulary;
    use crate::search::weights::Weights;
    use crate::search::words::Words;

    fn tokens(text: &str) -> Vec<Token> {
        let known = ["dang", "ki", "khai", "sinh", "tam", "tru", "trung", "ho", "chieu", "giai"];
        let vocabulary = Vocabulary {
            frequencies: known.iter().map(|word| ((*word).to_owned(), 10)).collect(),
            documents: 100,
            ..Vocabulary::default()
        };
        let site = SearchWords {
            abbreviations: [("zks", "khai sinh"), ("zz", "")].map(|(a, b)| (a.to_owned(), b.to_owned())).into(),
            ..SearchWords::default()
        };
        let (tables, weights) = (Words::load(&site), Weights::default());
        read(words(text), Knowledge { vocabulary: &vocabulary, words: &tables, weights: &weights })
    }

    fn read_words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.word.folded).collect()
    }

    #[test]
    fn abbreviations_are_written_out_and_fillers_dropped() {
        assert_eq!(read_words("zz đăng ký ZKS zz"), ["dang", "ki", "khai", "sinh"]);
    }

    #[test]
    fn raw_typing_is_read() {
        assert_eq!(
            tokens("ddawng kys hooj").iter().map(|token| &token.word).collect::<Vec<_>>(),
            words("đăng ký hộ").iter().collect::<Vec<_>>()
        );
        assert_eq!(read_words("d9a8ng ky1"), ["dang", "ki"]);
    }

    #[test]
    fn missing_blanks_are_put_back() {
        assert_eq!(read_words("dangkikhaisinh"), ["dang", "ki", "khai", "sinh"]);
    }

    #[test]
    fn one_slip_is_forgiven() {
        assert_eq!(tokens("sihn khai")[0].reading, Reading::Mistyped(vec!["sinh".to_owned()]));
        assert_eq!(read_words("sihn khai"), ["sinh", "khai"]);
    }

    #[test]
    fn the_last_word_may_be_unfinished() {
        let token = tokens("tam tr").remove(1);
        assert_eq!(token.reading, Reading::Unfinished(vec!["tru".to_owned(), "trung".to_owned()]));
        assert!(token.last);
    }

    #[test]
    fn known_words_are_never_changed() {
        assert!(tokens("khai sinh").iter().all(|token| token.reading == Reading::Plain));
    }
}
