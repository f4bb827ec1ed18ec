//! Words as typed → words as meant.

use crate::search::analysis::Word;
use crate::search::typing::{telex, vni};

use super::Knowledge;

/// Most words that one mistyped or unfinished word may stand for.
pub const MOST_READINGS: usize = 6;

/// A word as meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// The word; as it was typed until [`choice`](super::choice) has settled what it stands for.
    pub word: Word,
    /// How it was found.
    pub reading: Reading,
    /// Whether it is another word than what was typed: raw keys, missing blanks, or a slip.
    pub changed: bool,
    /// What was typed, where a word that is known is read as another: names may have it all the same.
    pub typed: Option<Word>,
    /// Its place among the words as read.
    pub at: usize,
    /// Whether an abbreviation stood for it, so that its marks are not the person's.
    pub opened: bool,
    /// Whether the person may still be typing it.
    pub last: bool,
}

/// How a word as meant was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// It is what was typed, or stands for it without doubt.
    #[default]
    Plain,
    /// It sounds like what was typed, or is one slip away; these are all the candidates, the likeliest first.
    Mistyped(Vec<String>),
    /// It is what was typed, or another word that sounds like it and makes a pair with the word before.
    Alike(String),
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
    tokens.iter_mut().enumerate().for_each(|(at, token)| token.at = at);
    tokens
}

/// The words as they were read, if one of them is another than was typed.
#[must_use]
pub fn meant(tokens: &[Token]) -> Option<String> {
    let word = |token: &Token| match &token.reading {
        Reading::Alike(other) => Word::plain(other).spelled(),
        _ => token.word.spelled(),
    };
    let spelled = || tokens.iter().map(word).collect::<Vec<_>>().join(" ");
    tokens.iter().any(|token| token.changed).then(spelled)
}

fn one(word: Word, last: bool, knowledge: Knowledge<'_>, tokens: &mut Vec<Token>) {
    let vocabulary = knowledge.vocabulary;
    let plain = |word: Word| Token { word, ..Token::default() };
    if let Some(meant) = knowledge.words.abbreviations.get(&word.folded) {
        tokens.extend(meant.iter().cloned().map(|word| Token { opened: true, ..plain(word) }));
    } else if vocabulary.knows(&word.folded) {
        tokens.push(plain(word));
    } else if let Some(meant) = typing(&word, knowledge) {
        tokens.push(Token { changed: true, ..plain(meant) });
    } else {
        guess(word, last, knowledge, tokens);
    }
}

/// The word that a raw key sequence gives, where the index knows it.
fn typing(word: &Word, knowledge: Knowledge<'_>) -> Option<Word> {
    // No syllable of Vietnamese begins with a mere `p`: `PAR` is no "pả".
    let is_syllable = |word: &str| !word.starts_with('p') || word.starts_with("ph");
    let known = |meant: &Word| knowledge.vocabulary.knows(&meant.folded) && is_syllable(&meant.folded);
    (knowledge.words.telex && word.is_plain())
        .then(|| telex(&word.folded).filter(known).or_else(|| vni(&word.folded).filter(known)))
        .flatten()
}

/// The beginning of a word, a word with one slip, several words without blanks, or a word nobody knows.
fn guess(word: Word, last: bool, knowledge: Knowledge<'_>, tokens: &mut Vec<Token>) {
    let vocabulary = knowledge.vocabulary;
    let owned = |found: Vec<&str>| found.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let completions = if last { vocabulary.completions(&word.folded, MOST_READINGS) } else { Vec::new() };
    if !completions.is_empty() {
        let reading = Reading::Unfinished(owned(completions));
        return tokens.push(Token { word, reading, last, ..Token::default() });
    }
    let mut near = vocabulary.alike(&word.folded, MOST_READINGS);
    if near.is_empty() {
        near = vocabulary.near(&word.folded, MOST_READINGS);
    }
    if !near.is_empty() {
        return tokens.push(Token { word, reading: Reading::Mistyped(owned(near)), last, ..Token::default() });
    }
    match vocabulary.cut(&word.folded) {
        Some(run) => {
            tokens.extend(run.iter().map(|part| Token { word: Word::plain(part), changed: true, ..Token::default() }))
        }
        None => tokens.push(Token { word, ..Token::default() }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, Token, meant, read};
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
        assert_eq!(read_words("sihn khai"), ["sihn", "khai"], "what it stands for is settled by its neighbours");
    }

    #[test]
    fn the_last_word_may_be_unfinished() {
        let token = tokens("tam tr").remove(1);
        assert_eq!(token.reading, Reading::Unfinished(vec!["tru".to_owned(), "trung".to_owned()]));
        assert!(token.last);
    }

    #[test]
    fn what_was_read_otherwise_than_typed_is_told() {
        assert_eq!(meant(&tokens("ddawng kys hooj sinh")).as_deref(), Some("đăng ký hộ sinh"));
        assert_eq!(meant(&tokens("dangkykhaisinh")).as_deref(), Some("dang ky khai sinh"));
        assert_eq!(meant(&tokens("zks đăng kí tam tr")), None);
        assert_eq!(meant(&[]), None);
    }

    #[test]
    fn known_words_are_never_changed() {
        assert!(tokens("khai sinh").iter().all(|token| token.reading == Reading::Plain));
    }
}
