//! Passwords, keys and tokens.

use super::context::padded;
use super::{Seen, Sensitive};

/// Last words before `:` or `=` that announce a password: anything that is not a plain word may be one.
const PASSWORDS: &[&str] = &["mat khau", "password", "passwd", "pwd", "passphrase", "mk", "ma pin", "pin"];

/// The same for keys and tokens, which are long.
const KEYS: &[&str] = &[
    "api key",
    "apikey",
    "secret",
    "client secret",
    "secret key",
    "token",
    "access token",
    "access key",
    "auth token",
    "private key",
    "khoa bi mat",
    "ma bi mat",
    "khoa api",
    "bearer",
];

/// Beginnings of keys that services give out, and how many letters follow at least.
const FORMS: &[(&str, usize)] = &[
    ("AKIA", 16),
    ("AIza", 30),
    ("ghp_", 30),
    ("gho_", 30),
    ("ghs_", 30),
    ("github_pat_", 20),
    ("glpat-", 16),
    ("xoxb-", 16),
    ("xoxp-", 16),
    ("npm_", 30),
    ("sk-", 24),
    ("sk_live_", 16),
    ("eyJ", 30),
];

/// Shortest password that is taken for one.
const SHORTEST: usize = 6;
/// Shortest key or token.
const SHORTEST_KEY: usize = 12;

/// The value after `:` or `=` where the words before say that it is secret.
pub(super) fn assigned(text: &str, sign: usize) -> Option<Seen> {
    let before = text[..sign].trim_end_matches([' ', '\u{A0}', '"', '\'', '*', '`']);
    if !ends_in_known_word(before) {
        return None;
    }
    let is_key = announced(before)?;
    let rest = &text[sign + 1..];
    let value = rest.trim_start_matches([' ', '"', '\'', '*', '`', '=', ':']);
    if rest.len() - value.len() > 4 {
        return None;
    }
    let start = text.len() - value.len();
    let value = word(value);
    is_secret(value, is_key).then(|| Seen::new(Sensitive::Secret, start..start + value.len()))
}

/// Whether the last word of a text is the last of any announcement; a quick look without folding.
fn ends_in_known_word(text: &str) -> bool {
    const LAST: [&str; 17] = [
        "khẩu",
        "KHẨU",
        "MẬT",
        "khau",
        "mật",
        "mat",
        "password",
        "passwd",
        "pwd",
        "passphrase",
        "mk",
        "pin",
        "key",
        "secret",
        "token",
        "api",
        "bearer",
    ];
    let bytes = text.as_bytes();
    let [.., before, last] = bytes else { return false };
    let pair = (before.to_ascii_lowercase(), last.to_ascii_lowercase());
    // The last two bytes of the words below; `ẩ` and `ậ` end in 0xA9 and 0xAD, their capitals in 0xA8 and 0xAC.
    let is_likely = matches!(
        pair,
        (0xA8 | 0xA9 | b'a', b'u')
            | (0xAC | 0xAD | b'a' | b'e', b't')
            | (b'r' | b'w', b'd')
            | (b's', b'e')
            | (b'm', b'k')
            | (b'i' | b'e', b'n')
            | (b'e', b'y' | b'r')
            | (b'p', b'i')
    );
    is_likely
        && LAST.iter().any(|word| {
            let tail = &bytes[bytes.len().saturating_sub(word.len())..];
            tail.eq_ignore_ascii_case(word.as_bytes())
        })
        || text.ends_with("KHẨU")
        || text.ends_with("MẬT")
}

/// Whether words end in what announces a key (true) or a password (false).
fn announced(before: &str) -> Option<bool> {
    let mut start = before.len().saturating_sub(40);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    let words = padded(before[start..].rsplit('\n').next().unwrap_or_default());
    let ends = |known: &[&str]| known.iter().any(|word| words.ends_with(&format!(" {word} ")));
    if ends(KEYS) {
        return Some(true);
    }
    ends(PASSWORDS).then_some(false)
}

/// The text up to a blank or a quotation mark.
fn word(text: &str) -> &str {
    let end = text.find(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | '<' | '`' | '\u{201D}'));
    text[..end.unwrap_or(text.len())].trim_end_matches([',', ';', '.', ')', '*'])
}

/// Whether a value can be a secret: no plain word of a sentence, no address, no row of stars.
fn is_secret(value: &str, is_key: bool) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.bytes().filter(u8::is_ascii_alphabetic).count();
    let signs = value.bytes().filter(|byte| b"!@#$%^&*_+~?".contains(byte)).count();
    let shaped = digits > 0 || (signs > 0 && letters > 0);
    let long_enough = value.len() >= if is_key { SHORTEST_KEY } else { SHORTEST };
    let is_address = value.contains("://") || value.starts_with(['/', '{', '<', '$']);
    let enough = if is_key { digits > 0 && letters > 0 } else { digits + letters >= 4 };
    shaped && long_enough && enough && !is_address && value.is_ascii()
}

/// Whether a digit follows a letter without a blank.
pub(super) fn is_glued(bytes: &[u8], digit: usize) -> bool {
    digit.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_alphabetic())
}

/// A word of letters and digits after "mật khẩu là", "password is".
pub(super) fn mixed_word(text: &str, digit: usize) -> Option<Seen> {
    if !is_glued(text.as_bytes(), digit) {
        return None;
    }
    let before = &text[..digit];
    let letters = before.bytes().rev().take_while(|byte| byte.is_ascii_graphic()).count();
    let start = digit - letters;
    let said = before[..start].trim_end().trim_end_matches(':');
    let said = said.strip_suffix(" là").or_else(|| said.strip_suffix(" is"))?;
    let is_key = announced(said)?;
    let value = word(&text[start..]);
    is_secret(value, is_key).then(|| Seen::new(Sensitive::Secret, start..start + value.len()))
}

/// A private key, or a token that its own first letters give away; `at` is one of its first bytes.
pub(super) fn known_form(text: &str, at: usize) -> Option<Seen> {
    let bytes = text.as_bytes();
    if bytes[at..].starts_with(b"-----BEGIN ") {
        let line = text[at..].lines().next().unwrap_or_default();
        return line.contains("PRIVATE KEY").then(|| Seen::new(Sensitive::Secret, at..at + line.len()));
    }
    let byte = |index: Option<usize>| index.and_then(|index| bytes.get(index)).copied().unwrap_or(b' ');
    let is_likely = match bytes[at] {
        b'A' => matches!(byte(at.checked_add(1)), b'K' | b'I'),
        b'J' => byte(at.checked_sub(1)) == b'y',
        b'-' => matches!(byte(at.checked_sub(1)), b't' | b'b' | b'p' | b'k'),
        _ => matches!(byte(at.checked_sub(1)), b'p' | b'o' | b's' | b'b' | b't' | b'm' | b'k' | b'e'),
    };
    if !is_likely {
        return None;
    }
    let (head, rest) = FORMS.iter().find_map(|(head, rest)| begins(bytes, at, head).map(|start| (start, *rest)))?;
    let is_start = head.checked_sub(1).is_none_or(|before| !bytes[before].is_ascii_alphanumeric());
    let length = bytes[head..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(byte)).count();
    let is_mixed = bytes[head..head + length].iter().any(u8::is_ascii_digit);
    (is_start && is_mixed && length >= rest).then(|| Seen::new(Sensitive::Secret, head..head + length))
}

/// Where a form begins that has the byte at `at` among its letters.
fn begins(bytes: &[u8], at: usize, form: &str) -> Option<usize> {
    let offset = form.bytes().position(|byte| byte == bytes[at])?;
    let start = at.checked_sub(offset)?;
    bytes[start..].starts_with(form.as_bytes()).then_some(start)
}

/// A password in an address of the web: `ftp://name:password@host`.
pub(super) fn in_address(text: &str, at: usize) -> Option<Seen> {
    let before = &text[..at];
    let start = before
        .rfind(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | '<' | '('))
        .map_or(0, |blank| blank + 1);
    let (_, user) = before.get(start..)?.split_once("://")?;
    let (name, password) = user.split_once(':')?;
    let fits = !name.is_empty() && !password.is_empty() && !user.contains('/');
    fits.then(|| Seen::new(Sensitive::Secret, at - password.len()..at))
}

/// Whether a name, such as the heading of a column or a key of the settings, says that its value is secret.
#[must_use]
pub fn is_secret_label(label: &str) -> bool {
    announced(label).is_some()
}

/// Whether a value says more than that there is none.
pub(super) fn says_something(text: &str) -> bool {
    !["", "-", "–", "không", "khong", "no", "none"].contains(&text.trim().to_lowercase().as_str())
}
