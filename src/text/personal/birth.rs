//! Dates and years of birth in prose.

use std::ops::Range;

use super::context::{self, Topic};
use super::digits::DateSpan;
use super::{Seen, Sensitive};
use crate::text::fold;

/// Words that may stand between "sinh" and the date.
const FILLERS: &[&str] = &["ngày", "tháng", "năm", "vào", "là", "lúc", "on", "in", "the", "of", "is", "date"];

/// Words before "sinh" that make it another word: *vệ sinh*, *phát sinh*, *khai sinh* …
const COMPOUNDS: &[&str] = &[
    "ve", "phat", "tuyen", "hoc", "thi", "tai", "nay", "moi", "y", "ho", "chung", "khai", "giao", "ky", "ki", "truong",
    "hy", "hi", "san", "phuc", "du", "nghien", "dang", "an", "dan", "song", "luc", "vi", "ban", "vo", "quyen", "sat",
];

/// Words after a date that make it a rule on everybody: "sinh ngày 01/01/2008 trở về sau".
const RANGES: &[&str] =
    &["tro", "den", "ve sau", "ve truoc", "hoac sau", "hoac truoc", "or later", "or after", "or before", "to"];

/// A date that somebody was born on.
pub(super) fn date(text: &str, label: Option<Topic>, date: &DateSpan) -> Option<Seen> {
    let span = date.start..date.end;
    let born = birth_word(text, date.start).is_some() || label == Some(Topic::Birth);
    (born && !is_range(text, date.end)).then(|| Seen::new(Sensitive::BirthDate, span))
}

/// A year that somebody was born in, or the end of a date in words.
pub(super) fn year(text: &str, label: Option<Topic>, span: Range<usize>) -> Option<Seen> {
    let digits = text.get(span.clone())?;
    let is_year = matches!(digits.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]) && digits.len() == 4;
    if !is_year || text[span.end..].starts_with(['/', '-']) {
        return None;
    }
    let is_labelled = label == Some(Topic::Birth);
    let word = birth_word(text, span.start);
    let said = word.as_ref().is_some_and(|word| word.is_of_a_person(text));
    let kind = Sensitive::BirthDate;
    ((is_labelled || said) && !is_range(text, span.end))
        .then(|| Seen::new(kind, word.map_or(span.start, |word| word.date_start)..span.end))
}

/// The word for being born before a date.
struct BirthWord {
    start: usize,
    /// Where the date in words begins.
    date_start: usize,
    is_abbreviation: bool,
    /// Whether a day stands between: the date is one of a person, not a year's.
    has_day: bool,
}

impl BirthWord {
    /// Whether a year after it is that of one person: "SN 1985", "Năm sinh: 1985", "Nguyễn Văn A, sinh năm 1985".
    fn is_of_a_person(&self, text: &str) -> bool {
        self.is_abbreviation || self.has_day || is_name(&text[..self.start]) || is_heading(&text[..self.start])
    }
}

/// Goes back from a date over figures and the words between to the word for being born.
fn birth_word(text: &str, date: usize) -> Option<BirthWord> {
    let mut end = date;
    let mut date_start = date;
    let mut figures = 0;
    for _ in 0..8 {
        let (start, word) = word_before(text, end)?;
        let is_figure = word.bytes().all(|byte| byte.is_ascii_digit());
        if is_figure && word.len() <= 2 && figures < 2 {
            figures += 1;
            date_start = start;
        } else if let Some(is_abbreviation) = born(text, start, word) {
            return Some(BirthWord { start, date_start, is_abbreviation, has_day: figures > 0 });
        } else if !is_filler(word) {
            return None;
        }
        end = start;
    }
    None
}

/// The last word before a place on the same line, over blanks and light punctuation.
fn word_before(text: &str, end: usize) -> Option<(usize, &str)> {
    let before = text[..end].trim_end_matches([' ', '\u{A0}', ':', ',', '(', '.', '-', '"', '*', '/', '|', '\t']);
    if end - before.len() > 6 {
        return None;
    }
    let start = before.char_indices().rev().take_while(|(_, letter)| letter.is_alphanumeric()).last()?.0;
    (before.len() - start <= 24).then(|| (start, &before[start..]))
}

fn is_filler(word: &str) -> bool {
    FILLERS.iter().any(|filler| same(word, filler)) || is_month(word)
}

fn same(word: &str, other: &str) -> bool {
    word == other || (word.len() == other.len() && word.to_lowercase() == other)
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    word.len() >= 3 && word.is_ascii() && MONTHS.iter().any(|month| word[..3].eq_ignore_ascii_case(month))
}

/// Whether a word says that somebody was born; and if so, whether it is an abbreviation used of persons only.
fn born(text: &str, start: usize, word: &str) -> Option<bool> {
    match word {
        "SN" | "Sn" | "sn" | "DOB" | "dob" => Some(true),
        _ if ["born", "birth", "birthday"].iter().any(|born| word.eq_ignore_ascii_case(born)) => Some(false),
        _ if same(word, "sinh") && !is_compound(text, start) => Some(false),
        _ => None,
    }
}

fn is_compound(text: &str, start: usize) -> bool {
    // Across a comma or bracket there is no compound.
    let before = text[..start].trim_end_matches(' ');
    if before.ends_with([',', '(', ';', ':', '-', '.']) {
        return false;
    }
    word_before(text, start).is_some_and(|(_, word)| COMPOUNDS.contains(&fold(word).as_str()))
}

/// Whether a text ends in a name: two capitalised words, or a form of address before one.
fn is_name(before: &str) -> bool {
    let before = before.trim_end_matches([' ', ',', '(', ';', '-', ':', '"', '|']);
    let mut words = before.rsplit([' ', '\n', '\t', ',', '(']).filter(|word| !word.is_empty());
    let (Some(last), Some(previous)) = (words.next(), words.next()) else { return false };
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let address = ["ong", "ba", "anh", "chi", "chau", "em", "mr", "mrs", "ms"];
    let is_country = last == "Nam" && previous == "Việt";
    capital(last) && !is_country && (capital(previous) || address.contains(&fold(previous).as_str()))
}

/// "Năm sinh: 1985", "Ngày sinh 1985": the word is the heading of what follows.
fn is_heading(before: &str) -> bool {
    let Some((start, word)) = word_before(before, before.len()) else { return false };
    let is_heading = same(word, "năm") || same(word, "ngày");
    // "trẻ có năm sinh 2016" speaks of many.
    is_heading && word_before(before, start).is_none_or(|(_, word)| !matches!(fold(word).as_str(), "co" | "theo"))
}

/// Whether a date is the limit of a rule.
fn is_range(text: &str, end: usize) -> bool {
    let after: String = text[end..].chars().take(24).collect();
    let words = context::padded(after.lines().next().unwrap_or_default());
    RANGES.iter().any(|range| words.trim_start().starts_with(&format!("{range} ")))
}
