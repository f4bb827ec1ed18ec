//! One line of published text: the mark that begins it, and the rest.

/// A line with its mark told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// "Bước 2: …".
    Step {
        /// The word before the number.
        word: &'a str,
        /// The number.
        number: &'a str,
        /// The rest.
        text: &'a str,
    },
    /// "- …".
    Bullet {
        /// The innermost mark.
        mark: BulletMark,
        /// The rest.
        text: &'a str,
    },
    /// Anything else.
    Paragraph {
        /// "a)", "1.", "(ii)".
        mark: Option<&'a str>,
        /// The rest.
        text: &'a str,
    },
}

/// A kind of bullet and how often it was repeated: `++` is not `+`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BulletMark {
    kind: char,
    count: usize,
}

/// Longest mark such as "10.2.1." that is taken for one, in bytes.
const LONGEST_MARK: usize = 12;

/// Reads a line; nothing where it holds no letter or digit.
pub(super) fn read(line: &str) -> Option<Line<'_>> {
    let line = line.trim();
    if !line.contains(char::is_alphanumeric) {
        return None;
    }
    if let Some(step) = step(line) {
        return Some(step);
    }
    if let Some((mark, text)) = bullet(line) {
        // The national database often writes "- Bước 1: …".
        return Some(step(text).unwrap_or(Line::Bullet { mark, text }));
    }
    let (mark, text) = ordinal(line).map_or((None, line), |(mark, text)| (Some(mark), text));
    Some(Line::Paragraph { mark, text })
}

impl Line<'_> {
    /// Whether a count of steps begins here.
    pub(super) fn is_first_step(&self) -> bool {
        matches!(self, Self::Step { number, .. } if *number == "1")
    }
}

/// "Bước 1:", "Bước 2a.", "BƯỚC 3 -", or "Bước 1" alone. "Bước 1 của quy trình" is prose.
fn step(line: &str) -> Option<Line<'_>> {
    let word_end = line.char_indices().nth(4)?.0;
    let (word, rest) = line.split_at(word_end);
    if word.to_lowercase() != "bước" {
        return None;
    }
    let after_word = rest.trim_start();
    let digits = after_word.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let digits = after_word[..digits].trim_end_matches('.').len();
    let letter = after_word[digits..].chars().next().filter(|letter| letter.is_alphabetic()).map_or(0, char::len_utf8);
    let (number, rest) = after_word.split_at(digits + letter);
    if digits == 0 || number.starts_with('.') {
        return None;
    }
    let rest = rest.trim_start();
    let text = rest.trim_start_matches([':', '.', '-', '–', ')', ';']);
    (rest.is_empty() || text.len() < rest.len()).then(|| Line::Step { word, number, text: text.trim_start() })
}

/// The bullet marks at the beginning, the innermost of which counts: "- + nộp" is a `+`.
fn bullet(line: &str) -> Option<(BulletMark, &str)> {
    let mut found = None;
    let mut rest = line;
    while let Some((mark, after)) = one_bullet(rest) {
        found = Some((mark, after));
        rest = after;
    }
    found
}

fn one_bullet(text: &str) -> Option<(BulletMark, &str)> {
    let first = text.chars().next()?;
    let kind = bullet_kind(first)?;
    let after = text.trim_start_matches(|character| bullet_kind(character) == Some(kind));
    let count = text[..text.len() - after.len()].chars().count();
    let after = after.strip_prefix(')').unwrap_or(after);
    let rest = after.trim_start();
    // "-5 độ", "+84 …": a sign, not a bullet.
    let is_sign = rest.len() == after.len() && rest.starts_with(|next: char| next.is_ascii_digit());
    let empty = !rest.contains(char::is_alphanumeric);
    (!is_sign && !empty).then_some((BulletMark { kind, count }, rest))
}

/// Dashes of any length are one mark, and so are dots and boxes of any shape.
fn bullet_kind(character: char) -> Option<char> {
    match character {
        '-' | '–' | '—' | '−' | '\u{2010}' | '\u{2011}' => Some('-'),
        '+' => Some('+'),
        '*' | '⁕' | '∗' => Some('*'),
        '•' | '●' | '·' | '◦' | '○' | '▪' | '■' | '□' | '◆' | '→' | '⇒' | '➢' | '\u{f097}' | '\u{f0b7}'
        | '\u{f0a7}' | '\u{f02d}' | '\u{f0d8}' => Some('•'),
        _ => None,
    }
}

/// "a)", "đ)", "1.", "2.1.", "3)", "(ii)", "IV.": kept as published, only set apart.
fn ordinal(line: &str) -> Option<(&str, &str)> {
    let end = line.find(char::is_whitespace).filter(|end| *end <= LONGEST_MARK)?;
    let mark = &line[..end];
    let body = mark.strip_prefix('(').unwrap_or(mark);
    let body = body.strip_suffix([')', '.'])?;
    let numbered = body
        .split('.')
        .all(|part| !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let lettered = body.chars().count() == 1 && body.chars().all(char::is_alphabetic);
    let roman = !body.is_empty() && body.len() <= 5 && body.bytes().all(|byte| b"ivxIVX".contains(&byte));
    (numbered || lettered || roman).then(|| (mark, line[end..].trim_start()))
}
