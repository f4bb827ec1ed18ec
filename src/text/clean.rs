//! Text as it left Word, Excel and web forms → text fit to store and show.

use unicode_normalization::{UnicodeNormalization, char::is_public_assigned, is_nfc};

/// Clean text, and what was wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// The text: NFC, line ends as `\n`, no control or private-use characters.
    pub text: String,
    /// Whether the input was not in NFC (letters and marks stood apart, as macOS and old keyboards write them).
    pub decomposed: bool,
    /// Whether characters other than blanks were removed or replaced.
    pub controls: bool,
}

/// Cleans a text in which indentation means nothing, such as a cell.
///
/// - NFC; every line end becomes `\n`; tabs, no-break and other blanks become spaces.
/// - Zero-width characters, direction marks, soft hyphens, byte order marks and control characters go.
/// - Bullets and signs that Word takes from its symbol fonts (private use) become plain ones; other private-use and
///   unassigned characters go.
/// - Runs of spaces become one; lines lose their outer blanks; more than one blank line becomes one.
///
/// Cleaning twice changes nothing.
#[must_use]
pub fn clean(raw: &str) -> Cleaned {
    tidy(raw, Indent::Drop)
}

/// Like [`clean`], but every line keeps its leading blanks (tabs as one space each): in the national portal's text
/// records the indentation carries the structure.
#[must_use]
pub fn clean_keeping_indent(raw: &str) -> Cleaned {
    tidy(raw, Indent::Keep)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Indent {
    Drop,
    Keep,
}

fn tidy(raw: &str, indent: Indent) -> Cleaned {
    if raw.chars().all(is_ordinary) {
        return Cleaned { text: lay_out(raw, indent), decomposed: false, controls: false };
    }
    let decomposed = !is_nfc(raw);
    let (replaced, controls) = replace_all(raw);
    // Removing a zero-width character may bring a letter and its mark together, so look again.
    let text = if is_nfc(&replaced) { replaced } else { replaced.nfc().collect() };
    Cleaned { text: lay_out(&text, indent), decomposed, controls }
}

/// Characters that need no look: line feeds, printable ASCII, Latin-1 signs, precomposed Latin letters, dashes,
/// quotation marks and bullets.
const fn is_ordinary(letter: char) -> bool {
    matches!(letter, '\n' | ' '..='~' | '¡'..='¬' | '®'..='ɏ' | 'Ḁ'..='ỿ' | '‐'..='‧')
}

/// Replaces character by character; says whether anything but blanks was replaced.
fn replace_all(raw: &str) -> (String, bool) {
    let mut text = String::with_capacity(raw.len());
    let mut controls = false;
    let mut letters = raw.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '\r' && letters.peek() == Some(&'\n') {
            continue;
        }
        match replacement(letter) {
            Replacement::Keep => text.push(letter),
            Replacement::Blank(blank) => text.push(blank),
            Replacement::Sign(sign) => {
                controls = true;
                text.push(sign);
            }
            Replacement::Remove => controls = true,
        }
    }
    (text, controls)
}

enum Replacement {
    Keep,
    Blank(char),
    Sign(char),
    Remove,
}

fn replacement(letter: char) -> Replacement {
    match letter {
        _ if is_ordinary(letter) => Replacement::Keep,
        // Word's manual line break is a vertical tab; U+0085 and U+2028 come from other systems.
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Replacement::Blank('\n'),
        _ if letter.is_whitespace() => Replacement::Blank(' '),
        '\u{F020}'..='\u{F0FF}' => symbol(letter),
        _ if letter.is_control() || is_format(letter) || !is_public_assigned(letter) => Replacement::Remove,
        _ => Replacement::Keep,
    }
}

/// What a character of Word's symbol fonts (Symbol, Wingdings; byte + U+F000) shows: most are bullets of lists.
fn symbol(letter: char) -> Replacement {
    match u8::try_from(u32::from(letter) - 0xF000) {
        // At these bytes Wingdings has ❖ ● ■ ❑ ◆ ➢ ✓ and the other signs that lists begin with.
        Ok(b'v' | b'l' | b'n' | b'q' | b'u' | b'w' | 0x97 | 0x9F | 0xA7 | 0xB7 | 0xD8 | 0xFC) => Replacement::Sign('•'),
        // Boxes of forms, empty and ticked, and the arrow that Word makes of `-->`.
        Ok(b'o' | 0xA8) => Replacement::Sign('□'),
        Ok(0xFE) => Replacement::Sign('☑'),
        Ok(0xE0) => Replacement::Sign('→'),
        Ok(b' ') => Replacement::Blank(' '),
        Ok(ascii @ b'!'..=b'~') => Replacement::Sign(char::from(ascii)),
        _ => Replacement::Remove,
    }
}

/// Characters of category Cf, and the invisible joiner: they show nothing, and hide differences from readers.
pub(super) const fn is_format(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}'
            | '\u{34F}'
            | '\u{600}'..='\u{605}'
            | '\u{61C}'
            | '\u{6DD}'
            | '\u{70F}'
            | '\u{890}'..='\u{891}'
            | '\u{8E2}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{110BD}'
            | '\u{110CD}'
            | '\u{13430}'..='\u{1343F}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// Collapses spaces, trims lines, and keeps at most one blank line in a row.
fn lay_out(text: &str, indent: Indent) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for line in text.split('\n') {
        let line = line.trim_end_matches(' ');
        let body = line.trim_start_matches(' ');
        if body.is_empty() {
            blank = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if blank { "\n\n" } else { "\n" });
        }
        blank = false;
        if indent == Indent::Keep {
            out.push_str(&line[..line.len() - body.len()]);
        }
        push_collapsed(&mut out, body);
    }
    out
}

fn push_collapsed(out: &mut String, body: &str) {
    if !body.contains("  ") {
        return out.push_str(body);
    }
    let mut words = body.split(' ').filter(|word| !word.is_empty());
    out.extend(words.next());
    for word in words {
        out.push(' ');
        out.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::{clean, clean_keeping_indent};

    #[test]
    fn clean_text_stays_as_it_is() {
        let text = "Nộp hồ sơ – “một cửa”…\n\n- Bản sao";
        let cleaned = clean(text);
        assert_eq!((cleaned.text.as_str(), cleaned.decomposed, cleaned.controls), (text, false, false));
    }

    #[test]
    fn blanks_of_every_kind_are_tidied_without_a_report() {
        let cleaned = clean("  \t Phí\u{A0}\u{202F}lệ  phí \r\n\r\n\r\n\u{3000}b\u{B}c\rd \n");
        assert_eq!(cleaned.text, "Phí lệ phí\n\nb\nc\nd");
        assert!(!cleaned.controls);
    }

    #[test]
    fn decomposed_letters_are_composed_and_reported() {
        let cleaned = clean("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t");
        assert_eq!(cleaned.text, "Tiếng Việt");
        assert!(cleaned.decomposed && !cleaned.controls);
    }

    #[test]
    fn invisible_characters_go_and_are_reported() {
        let cleaned = clean("\u{FEFF}Th\u{200B}ủ\u{AD} tục\u{202E}\u{0}\u{7F}\u{E000}\u{378}\u{FFFE}");
        assert_eq!(cleaned.text, "Thủ tục");
        assert!(cleaned.controls);
    }

    #[test]
    fn removing_between_a_letter_and_its_mark_composes_them() {
        assert_eq!(clean("e\u{200B}\u{302}").text, "ê");
    }

    #[test]
    fn symbol_font_signs_become_plain_ones() {
        let cleaned = clean("\u{F0B7} a\n\u{F0A7} b\n\u{F0FC} c\n\u{F02D} d\n\u{F02B} e\n\u{F076} f\u{F041}");
        assert_eq!(cleaned.text, "• a\n• b\n• c\n- d\n+ e\n• fA");
        assert_eq!(clean("\u{F0A8} Có \u{F0FE} Không \u{F0E0} \u{F0F0}x").text, "□ Có ☑ Không → x");
        assert!(cleaned.controls);
    }

    #[test]
    fn indentation_is_kept_only_on_request() {
        let raw = "Trình tự:\n    Bước 1   a \n\t\tb\n\n\n  c";
        assert_eq!(clean(raw).text, "Trình tự:\nBước 1 a\nb\n\nc");
        assert_eq!(clean_keeping_indent(raw).text, "Trình tự:\n    Bước 1 a\n  b\n\n  c");
    }

    #[test]
    fn blank_text_is_empty() {
        assert_eq!(clean(" \n\t\u{A0}\r\n").text, "");
    }
}
