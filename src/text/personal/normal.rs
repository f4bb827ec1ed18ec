//! One form for what can be written in many.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::Sensitive;
use crate::text::parse_date;

/// The text with full-width and mathematical digits as plain ones, blanks of every width as spaces, and without
/// invisible characters; line ends stay where they are.
pub(super) fn normalized(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|letter| !is_invisible(*letter)).flat_map(plain).nfc().collect())
}

/// Whether a text begins with a character that hides a number from a look at its bytes: invisible ones, marks that
/// stand apart from their letters, digits and signs of other widths. Blanks and dashes of other widths do not.
pub(super) fn is_unusual(bytes: &[u8]) -> bool {
    match bytes {
        [0xC2, next, ..] => *next == 0xAD,
        [0xCC | 0xCD, ..] => true,
        [0xE2, 0x80, 0x8B..=0x8F | 0xAA..=0xAE, ..] | [0xE2, 0x81, 0xA0, ..] => true,
        [0xEF, 0xBC | 0xBD, ..] | [0xEF, 0xBB, 0xBF, ..] | [0xF0, 0x9D, 0x9F, ..] => true,
        _ => false,
    }
}

const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

/// One plain character for one unusual.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let plain = match letter {
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{B7}' => '.',
        // The full-width forms stand in the order of ASCII.
        '\u{FF01}'..='\u{FF5E}' => shifted(letter, 0xFF01, '!'),
        '\u{1D7CE}'..='\u{1D7FF}' => char::from_digit((u32::from(letter) - 0x1D7CE) % 10, 10).unwrap_or(letter),
        other => other,
    };
    std::iter::once(plain)
}

fn shifted(letter: char, first: u32, plain: char) -> char {
    char::from_u32(u32::from(letter) - first + u32::from(plain)).unwrap_or(letter)
}

/// The form under which an exception or a declared number is compared with what is found.
///
/// ```
/// use congkhai::text::personal::normal_form;
/// assert_eq!(normal_form("+84 912.345.678"), normal_form("0912 345 678"));
/// assert_eq!(normal_form("Nguyen.A@Gmail.com"), "nguyen.a@gmail.com");
/// ```
#[must_use]
pub fn normal_form(text: &str) -> String {
    let text = normalized(text);
    let text = text.trim();
    let digits = only_digits(text);
    let is_number = digits.len() >= 9 && text.chars().all(|letter| !letter.is_alphabetic());
    if is_number {
        return national(&digits);
    }
    parse_date(text).map_or_else(|| text.to_lowercase(), |day| day.to_string())
}

/// The same for something of a known kind.
pub(super) fn normal_of(kind: Sensitive, words: &str) -> String {
    match kind {
        Sensitive::CitizenNumber | Sensitive::OldIdentityNumber => only_digits(words),
        Sensitive::Email => plain_address(words),
        Sensitive::Phone | Sensitive::OtherIdentifier | Sensitive::BirthDate | Sensitive::Secret => normal_form(words),
    }
}

/// An address with its signs as signs.
fn plain_address(words: &str) -> String {
    let spelled =
        [("(at)", "@"), ("[at]", "@"), ("(a)", "@"), ("[a]", "@"), ("(dot)", "."), ("[dot]", "."), (" dot ", ".")];
    let address = spelled.into_iter().fold(words.to_lowercase(), |text, (word, sign)| text.replace(word, sign));
    address.replace(' ', "").trim_end_matches('.').to_owned()
}

fn only_digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Digits as dialled inside the country, where they are dialled from abroad.
fn national(digits: &str) -> String {
    let rest = digits.strip_prefix("0084").or_else(|| digits.strip_prefix("84").filter(|rest| rest.len() >= 9));
    rest.map_or_else(|| digits.to_owned(), |rest| format!("0{}", rest.strip_prefix('0').unwrap_or(rest)))
}
