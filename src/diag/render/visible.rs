//! Text from the user's files made safe to show.
//!
//! File names and cells are hostile input: an escape sequence in one could repaint the reader's terminal, a line
//! break could forge a line of output, and a right-to-left mark could show a value backwards.

use std::borrow::Cow;
use std::fmt::Write;

/// The text on one line: line breaks as `↵`, tabs as `→` (the marks of word processors), and every other control or
/// invisible character as its number, such as `\u{1b}`.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => shown.push('↵'),
            '\t' => shown.push('→'),
            _ if is_unsafe(char) => push_number(&mut shown, char),
            _ => shown.push(char),
        }
    }
    Cow::Owned(shown)
}

/// Whether a character moves the cursor, hides itself or turns the direction of its neighbours.
pub(super) fn is_unsafe(char: char) -> bool {
    char.is_control() || is_invisible(char)
}

/// Soft hyphens, zero-width characters, line separators, direction marks, the byte-order mark and tags.
fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Writes the number of a character.
fn push_number(shown: &mut String, char: char) {
    // Writing to a String cannot fail.
    let _ = write!(shown, "\\u{{{:x}}}", u32::from(char));
}

/// The first `limit` characters, with an ellipsis where something was cut.
pub(super) fn shortened(text: &str, limit: usize) -> Cow<'_, str> {
    match text.char_indices().nth(limit) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::{shortened, visible};

    #[test]
    fn plain_vietnamese_is_left_alone() {
        assert!(matches!(visible("Đăng ký khai sinh “thật”"), std::borrow::Cow::Borrowed(_)));
    }

    #[test]
    fn line_breaks_and_tabs_become_marks() {
        assert_eq!(visible("a\r\nb\nc\rd\te"), "a↵b↵c↵d→e");
    }

    #[test]
    fn terminal_codes_lose_their_power() {
        assert_eq!(visible("\u{1b}[31mđỏ\u{7}\u{9b}2J\u{7f}"), r"\u{1b}[31mđỏ\u{7}\u{9b}2J\u{7f}");
    }

    #[test]
    fn invisible_and_direction_marks_are_seen() {
        assert_eq!(visible("1.00\u{200b}1193\u{202e}\u{feff}"), r"1.00\u{200b}1193\u{202e}\u{feff}");
    }

    #[test]
    fn long_text_is_cut_between_characters() {
        assert_eq!(shortened("thủ tục", 3), "thủ…");
        assert_eq!(shortened("thủ", 3), "thủ");
    }
}
