//! Cutting texts into lines and pieces without losing words.

/// The text without the bullets before it (`-`, `*`, `•`, also doubled) and blanks around it.
///
/// A `+` stays: in these texts it marks a second level.
pub(in crate::ingest) fn without_bullet(line: &str) -> &str {
    let mut rest = line.trim();
    while let Some(inner) = rest.strip_prefix(['-', '*', '•', '–', '·']) {
        let bare = inner.trim_start();
        let is_bullet = bare.len() < inner.len() || inner.starts_with(['-', '*', '+']) || starts_word(inner);
        if bare.is_empty() || !is_bullet {
            break;
        }
        rest = bare;
    }
    rest
}

/// Whether a text begins with a capital letter, so that a hyphen glued to it is a bullet (`-Đơn xin`).
fn starts_word(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// Lines that hold something, without blanks around them.
pub(in crate::ingest) fn filled_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// The pieces between separators that stand outside brackets; pieces without content are left out.
///
/// Brackets that are never closed hold nothing: the separators after them count.
pub(in crate::ingest) fn split_outside_brackets(text: &str, separator: impl Fn(char) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' if closes(&text[at..], letter) => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            letter if depth == 0 && separator(letter) => {
                pieces.push(text[start..at].trim());
                start = at + letter.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(text[start..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether the bracket that the text begins with is closed somewhere in it.
fn closes(text: &str, open: char) -> bool {
    matching_close(text, open).is_some()
}

/// Where the bracket that the text begins with is closed.
fn matching_close(text: &str, open: char) -> Option<usize> {
    let close = if open == '(' { ')' } else { ']' };
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        if letter == open {
            depth += 1;
        } else if letter == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// The items of a list in one cell: one a line, or, in a single line, between semicolons.
pub(in crate::ingest) fn list_items(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = filled_lines(text).collect();
    match lines.as_slice() {
        [line] => split_outside_brackets(line, |letter| letter == ';'),
        _ => lines,
    }
}

/// Splits off the last round bracket of a text that ends with it: `("Luật Hộ tịch", "60/2014/QH13")`.
///
/// The bracket may hold others inside.
pub(in crate::ingest) fn split_last_bracket(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim_end().strip_suffix(')')?;
    let mut depth = 1_usize;
    for (at, letter) in inner.char_indices().rev() {
        match letter {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((text[..at].trim(), inner[at + 1..].trim()));
        }
    }
    None
}

/// The start of `text` removed when its folded form begins with `prefix` as whole words.
pub(in crate::ingest) fn strip_words<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(prefix)?;
    (!rest.starts_with(|letter: char| letter.is_alphanumeric())).then(|| rest.trim_start())
}

/// The start of `text` removed where it says `prefix` (folded) as whole words, in any case and with or without marks.
pub(in crate::ingest) fn strip_folded<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut wanted = prefix.chars();
    let mut rest = text;
    while !wanted.as_str().is_empty() {
        let letter = rest.chars().next()?;
        let mut same = true;
        crate::text::fold_char(letter, |piece| same &= wanted.next() == Some(piece));
        if !same {
            return None;
        }
        rest = &rest[letter.len_utf8()..];
    }
    (!rest.starts_with(char::is_alphanumeric)).then(|| rest.trim_start())
}

/// Whether a text has the form of an instrument's number: digits, a slash, and a mark in letters (`60/2014/QH13`).
pub(in crate::ingest) fn is_instrument_number(text: &str) -> bool {
    let Some((number, mark)) = text.split_once('/') else { return false };
    let is_number = number.starts_with(|letter: char| letter.is_ascii_digit())
        && number.chars().all(|letter| letter.is_alphanumeric() || letter == '.');
    let is_mark = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '/' | '_' | '.');
    is_number && mark.chars().any(char::is_alphabetic) && mark.chars().all(is_mark)
}

#[cfg(test)]
mod tests {
    use super::{
        is_instrument_number, list_items, split_last_bracket, split_outside_brackets, strip_folded, without_bullet,
    };

    #[test]
    fn prefixes_are_found_without_case_and_marks() {
        assert_eq!(strip_folded("QUYẾT ĐỊNH số 5", "quyet dinh"), Some("số 5"));
        assert_eq!(strip_folded("Quyết địnhs", "quyet dinh"), None);
        assert_eq!(strip_folded("Quyết", "quyet dinh"), None);
    }

    #[test]
    fn numbers_of_instruments_have_a_mark() {
        for number in ["60/2014/QH13", "2628/QĐ-BTC", "66.16/2026/NQ-CP", "12a/QĐ-UBND"] {
            assert!(is_instrument_number(number), "{number}");
        }
        for other in ["20/11/2014", "QĐ/55-BCA", "1262 /QĐ-BCT", "60", "Luật/2014"] {
            assert!(!is_instrument_number(other), "{other}");
        }
    }

    #[test]
    fn doubled_bullets_go_and_second_levels_stay() {
        assert_eq!(without_bullet(" - - Đơn xin"), "Đơn xin");
        assert_eq!(without_bullet("- + Bản vẽ"), "+ Bản vẽ");
        assert_eq!(without_bullet("-Đơn"), "Đơn");
        assert_eq!(without_bullet("-5 độ"), "-5 độ");
        assert_eq!(without_bullet("-"), "-");
    }

    #[test]
    fn separators_in_brackets_do_not_cut() {
        assert_eq!(split_outside_brackets("a (b; c); d", |letter| letter == ';'), ["a (b; c)", "d"]);
        assert_eq!(split_outside_brackets("a (b; c; d", |letter| letter == ';'), ["a (b", "c", "d"]);
    }

    #[test]
    fn a_list_is_one_item_a_line_or_between_semicolons() {
        assert_eq!(list_items("a; b\nc"), ["a; b", "c"]);
        assert_eq!(list_items("a; b"), ["a", "b"]);
    }

    #[test]
    fn the_last_bracket_may_hold_others() {
        assert_eq!(split_last_bracket("X (21/2026 (thành phố))"), Some(("X", "21/2026 (thành phố)")));
        assert_eq!(split_last_bracket("X)"), None);
        assert_eq!(split_last_bracket("X (a) b"), None);
    }
}
