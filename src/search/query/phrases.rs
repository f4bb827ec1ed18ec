//! Finds the phrases of the tables in a query, and drops what says nothing.

use crate::search::words::{Found, Kind, Phrase, Words};

use super::spelling::Token;

/// A word that is left, with the word before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The word.
    pub token: Token,
    /// What it makes a pair with.
    pub before: Option<Before>,
    /// A doubtful stop word that stood after it and may have made a pair with it.
    pub after: Option<String>,
}

/// The first half of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// The word, folded.
    pub folded: String,
    /// Whether the pair is only likely: a filler stood between, or the word may be one.
    pub doubtful: bool,
}

/// A stretch of what is left, by word numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment<'a> {
    /// A word that no folk phrase takes.
    Word(usize),
    /// A folk phrase: first word, number of words, the phrase.
    Folk(usize, usize, Found<'a>),
}

/// Drops stop phrases and stop words. If nothing would be left, nothing is dropped.
///
/// From the left, the longest phrase of any table counts, so that a folk phrase or one to keep protects the stop
/// words in it. A stop word that is another word without its marks goes from a text with marks only if it was typed
/// with just its own; in a text without any marks it goes as well, but its pairs are still looked for: `co` is "có"
/// in most questions and "cơ" in `co so`.
#[must_use]
pub fn keep(tokens: &[Token], words: &Words) -> Vec<Kept> {
    let marked = tokens.iter().any(|token| !token.opened && !token.word.is_plain());
    let mut kept: Vec<Kept> = Vec::with_capacity(tokens.len());
    let mut before: Option<Before> = None;
    let mut at = 0;
    while at < tokens.len() {
        let (count, kind) = longest(&tokens[at..], words, marked, |_| true)
            .map_or((1, Kind::Keep), |(count, found)| (count, found.phrase.kind));
        let stretch = &tokens[at..at + count];
        at += count;
        if kind.is_stop() {
            before = skip(stretch, kind == Kind::MarkedStop && !marked, &mut kept);
            continue;
        }
        for token in stretch {
            let next = Before { folded: token.word.folded.clone(), doubtful: false };
            kept.push(Kept { token: token.clone(), before: before.replace(next), after: None });
        }
    }
    if kept.is_empty() { whole(tokens) } else { kept }
}

/// What stands before the next word once a stop phrase is dropped.
fn skip(stretch: &[Token], doubtful: bool, kept: &mut [Kept]) -> Option<Before> {
    let last = kept.last_mut();
    match stretch.first() {
        Some(stop) if doubtful => {
            let folded = stop.word.folded.clone();
            if let Some(last) = last {
                last.after = Some(folded.clone());
            }
            Some(Before { folded, doubtful })
        }
        _ => last.map(|last| Before { folded: last.token.word.folded.clone(), doubtful: true }),
    }
}

fn whole(tokens: &[Token]) -> Vec<Kept> {
    let before = |at: usize| {
        let folded = at.checked_sub(1).map(|before| tokens[before].word.folded.clone())?;
        Some(Before { folded, doubtful: false })
    };
    tokens
        .iter()
        .enumerate()
        .map(|(at, token)| Kept { token: token.clone(), before: before(at), after: None })
        .collect()
}

/// Cuts what is left into folk phrases and words: at every place the longest phrase, from the left. A phrase to keep
/// gives way to a folk phrase that begins inside it and goes on behind it: `co so do` is "có sổ đỏ", not "cơ sở đo".
/// A folk phrase gives way to a longer one: `mở cửa hàng phân bón` asks for "cửa hàng phân bón".
#[must_use]
pub fn segment<'a>(kept: &[Kept], words: &'a Words) -> Vec<Segment<'a>> {
    let tokens: Vec<Token> = kept.iter().map(|kept| kept.token.clone()).collect();
    let mut segments = Vec::with_capacity(kept.len());
    let mut at = 0;
    while at < kept.len() {
        let found = longest(&tokens[at..], words, true, |phrase| !phrase.kind.is_stop());
        let count = found.map_or(1, |(count, _)| count);
        let folk = found.map(|(_, found)| found).filter(|found| found.phrase.kind == Kind::Folk);
        let least = |skip: usize| if folk.is_some() { count } else { count - skip };
        let end = (1..count).find(|skip| reaches_beyond(&tokens[at + skip..], least(*skip), words));
        match (folk, end) {
            (Some(folk), None) => segments.push(Segment::Folk(at, count, folk)),
            _ => segments.extend((at..at + end.unwrap_or(count)).map(Segment::Word)),
        }
        at += end.unwrap_or(count);
    }
    segments
}

/// Whether the tokens begin with a folk phrase of more than so many words.
fn reaches_beyond(tokens: &[Token], count: usize, words: &Words) -> bool {
    longest(tokens, words, true, |phrase| phrase.kind == Kind::Folk).is_some_and(|(length, _)| length > count)
}

/// Whether the token is part of a folk phrase of several words.
pub(super) fn has_phrase(tokens: &[Token], at: usize, words: &Words) -> bool {
    let from = (at + 1).saturating_sub(words.longest);
    (from..=at).any(|from| {
        longest(&tokens[from..], words, true, |phrase| phrase.kind == Kind::Folk)
            .is_some_and(|(count, _)| count > 1 && count > at - from)
    })
}

/// The longest phrase that the tokens begin with.
fn longest<'a>(
    tokens: &[Token],
    words: &'a Words,
    marked: bool,
    wanted: impl Fn(&Phrase) -> bool,
) -> Option<(usize, Found<'a>)> {
    (1..=words.longest.min(tokens.len())).rev().find_map(|count| {
        let typed: Vec<_> = tokens[..count].iter().map(|token| &token.word).collect();
        words.phrase(&typed, marked).filter(|found| wanted(found.phrase)).map(|found| (count, found))
    })
}

#[cfg(test)]
mod tests {
    use super::{Segment, keep, segment};
    use crate::search::analysis::words;
    use crate::search::query::spelling::Token;
    use crate::search::words::Words;

    fn tables() -> Words {
        Words::parse(&[r#"
            stop_phrases = ["làm ở đâu"]
            stop_words = ["em"]
            stop_words_marked = ["có", "bị"]
            keep = ["trẻ em", "có công", "cơ bố"]
            [[synonym]]
            say = ["bố mất"]
            means = ["khai tử"]
            [[synonym]]
            say = ["xin bố"]
            means = ["nhận cha"]
            [[synonym]]
            say = ["bố mất tích"]
            means = ["tuyên bố mất tích"]
            "#])
        .expect("the tables are well-formed")
    }

    /// The words that are left, folk phrases in brackets, `?` before a word with a doubtful pair.
    fn shape(text: &str) -> String {
        let tables = tables();
        let tokens: Vec<Token> = words(text).into_iter().map(|word| Token { word, ..Token::default() }).collect();
        let kept = keep(&tokens, &tables);
        let word = |at: usize| {
            let doubtful = kept[at].before.as_ref().is_some_and(|before| before.doubtful);
            format!("{}{}", if doubtful { "?" } else { "" }, kept[at].token.word.folded)
        };
        let show = |found: &Segment<'_>| match *found {
            Segment::Word(at) => word(at),
            Segment::Folk(at, count, _) => format!("[{}]", (at..at + count).map(word).collect::<Vec<_>>().join(" ")),
        };
        segment(&kept, &tables).iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_says_nothing_is_dropped_and_the_rest_read_again() {
        assert_eq!(shape("bố em mất làm ở đâu"), "[bo ?mat]");
        assert_eq!(shape("giấy khai sinh em"), "giay khai sinh");
    }

    #[test]
    fn the_longest_phrase_wins() {
        assert_eq!(shape("bố mất tích"), "[bo mat tich]");
    }

    #[test]
    fn a_folk_phrase_wins_over_the_end_of_a_phrase_to_keep() {
        assert_eq!(shape("xe co bo mat"), "xe co [bo mat]");
        assert_eq!(shape("xe co bo"), "xe co bo");
    }

    #[test]
    fn a_longer_folk_phrase_wins_over_one_that_it_begins_inside() {
        assert_eq!(shape("xin bố mất tích"), "xin [bo mat tich]");
        assert_eq!(shape("xin bố mất"), "[xin bo] mat");
        assert_eq!(shape("xin bố"), "[xin bo]");
    }

    #[test]
    fn phrases_to_keep_protect_the_stop_words_in_them() {
        assert_eq!(shape("trẻ em có công"), "tre em co cong");
        assert_eq!(shape("tre em"), "tre em");
    }

    #[test]
    fn marks_decide_about_words_that_are_others_without_them() {
        assert_eq!(shape("xe có cờ bi"), "xe ?co bi");
        assert_eq!(shape("trang bi xe"), "trang ?xe");
        assert_eq!(shape("bố mặt"), "bo mat");
        assert_eq!(shape("bố mất tĩch"), "[bo mat tich]");
    }

    #[test]
    fn an_abbreviation_does_not_make_a_text_one_with_marks() {
        let tables = tables();
        let mut tokens: Vec<Token> =
            words("xe có bi").into_iter().map(|word| Token { word, ..Token::default() }).collect();
        tokens[1].opened = true;
        assert_eq!(keep(&tokens, &tables).len(), 1);
        tokens[1].opened = false;
        assert_eq!(keep(&tokens, &tables).len(), 2);
    }

    #[test]
    fn a_query_of_stop_words_is_kept_whole() {
        assert_eq!(shape("em có"), "em co");
        assert_eq!(shape(""), "");
    }
}
