//! How wide text is, estimated: a chart is laid out before any font is known.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Size of all text in charts, in CSS pixels. Charts stretch, their text does not.
pub(super) const TEXT_SIZE: f64 = 14.0;

/// The estimate is made with the widths of one common font; others are wider by up to this factor.
const MARGIN: f64 = 1.07;

/// Width of a text in CSS pixels at [`TEXT_SIZE`], rather too wide than too narrow.
pub(super) fn width(text: &str) -> f64 {
    let thousandths: u32 =
        text.nfd().filter(|letter| !is_combining_mark(*letter) || *letter == '\u{31B}').map(advance).sum();
    f64::from(thousandths) * TEXT_SIZE * MARGIN / 1000.0
}

/// Advance of a letter in thousandths of the font size. The horn of ơ and ư adds a little.
const fn advance(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '|' | '\'' | ' ' | '\u{A0}' | '!' | 'J' => 270,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '"' => 380,
        'c' | 's' | 'z' | 'v' | 'x' | 'y' | 'k' => 510,
        'w' | 'A' | 'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' | 'Đ' => 760,
        'm' | 'M' | 'W' | '%' | '…' => 930,
        '\u{31B}' => 60,
        'a'..='z' | '0'..='9' | 'đ' => 600,
        'A'..='Z' => 630,
        '\u{0}'..='\u{2FF}' | '\u{2000}'..='\u{20CF}' => 620,
        _ => 1000,
    }
}

/// The text, or as much of it as fits with an ellipsis after it.
pub(super) fn cut(text: &str, room: f64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = width("…");
    for letter in text.nfc() {
        used += width(letter.encode_utf8(&mut [0; 4]));
        if used > room {
            break;
        }
        kept.push(letter);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// The text in at most two lines, broken between words; what does not fit into the second is cut.
pub(super) fn wrap(text: &str, room: f64) -> Vec<String> {
    if width(text) <= room {
        return vec![text.to_owned()];
    }
    let blanks = text.match_indices(' ').map(|(at, _)| at);
    let Some(at) = blanks.take_while(|&at| width(&text[..at]) <= room).last().filter(|&at| at > 0) else {
        return vec![cut(text, room)];
    };
    vec![text[..at].to_owned(), cut(text[at..].trim_start(), room)]
}

#[cfg(test)]
mod tests {
    use super::{cut, width, wrap};

    #[test]
    fn marks_add_no_width() {
        assert_eq!(width("Tiến"), width("Tien"));
        assert!(width("Bà Rịa – Vũng Tàu") > width("Bà Rịa"));
    }

    #[test]
    fn a_cut_text_fits_and_says_that_it_is_cut() {
        let short = cut("Ban Quản lý Khu kinh tế cửa khẩu quốc tế", 120.0);
        assert!(short.ends_with('…') && width(&short) <= 120.0, "{short}");
        assert_eq!(cut("Huế", 120.0), "Huế");
    }

    #[test]
    fn long_names_break_between_words() {
        let lines = wrap("Ủy ban nhân dân thành phố Hồ Chí Minh", 170.0);
        assert_eq!(lines, ["Ủy ban nhân dân thành", "phố Hồ Chí Minh"]);
        assert_eq!(wrap("Không-có-chỗ-ngắt-nào-trong-tên-này", 60.0).len(), 1);
    }
}
