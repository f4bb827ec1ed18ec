//! Folding: what a search or a comparison ignores.
//!
//! Lower case, no diacritics, `đ` as `d`. Decomposition alone would leave `đ`, `ł`, `ø` standing, so the Latin
//! letters go by [`FOLD_TABLE`]; the browser's search client reads the same table, so the two cannot drift.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// What each letter of the Latin blocks U+00C0–U+024F and U+1E00–U+1EFF folds to.
///
/// One line for each result: the result (one or two ASCII letters), a space, and every letter that folds to it.
/// Letters outside the table fold to the lower case of their canonical decomposition without its marks.
pub const FOLD_TABLE: &str = include_str!("fold_table.txt");

/// First letter of the lower block of the table.
const LOWER_START: u32 = 0xC0;
/// One past the last letter of the lower block.
const LOWER_END: u32 = 0x250;
/// First letter of the upper block.
const UPPER_START: u32 = 0x1E00;
/// One past the last letter of the upper block.
const UPPER_END: u32 = 0x1F00;
/// Letters in both blocks.
const LETTERS: usize = ((LOWER_END - LOWER_START) + (UPPER_END - UPPER_START)) as usize;

/// The table by letter: one or two ASCII letters, zeros where the table has no entry.
static FOLDED: [[u8; 2]; LETTERS] = parse_table(FOLD_TABLE.as_bytes());

/// Folds a text: lower case, without diacritics (Vietnamese and other Latin ones), `đ` as `d`, `ß` as `ss`.
///
/// Precomposed and decomposed input give the same result; folding twice changes nothing. Characters that are
/// no letters stay as they are.
///
/// ```
/// assert_eq!(congkhai::text::fold("Đăng ký khai sinh"), "dang ky khai sinh");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_char(letter, |piece| folded.push(piece));
    }
    folded
}

/// Folds one character: hands its pieces to `push`. Most give one, `ß` gives two, a combining mark none.
pub fn fold_char(letter: char, mut push: impl FnMut(char)) {
    if letter.is_ascii() {
        return push(letter.to_ascii_lowercase());
    }
    if matches!(letter, '\u{300}'..='\u{36F}') || push_by_table(letter, &mut push) {
        return;
    }
    decompose_canonical(letter, |piece| {
        for lower in piece.to_lowercase().filter(|lower| !is_combining_mark(*lower)) {
            // Unicode still adds capitals elsewhere for small letters of the table, such as U+A7DC for ƛ.
            if !push_by_table(lower, &mut push) {
                push(lower);
            }
        }
    });
}

/// Folds a letter of the table; says whether it is one.
fn push_by_table(letter: char, push: &mut impl FnMut(char)) -> bool {
    let Some([first @ b'a'..=b'z', second]) = table_index(letter as u32).map(|index| FOLDED[index]) else {
        return false;
    };
    push(char::from(first));
    if second != 0 {
        push(char::from(second));
    }
    true
}

/// The key under which column headings are compared: folded, and only `a`–`z` and `0`–`9` kept.
///
/// ```
/// assert_eq!(congkhai::text::heading_key("Mã TTHC (*)"), "matthc");
/// ```
#[must_use]
pub fn heading_key(heading: &str) -> String {
    let mut key = String::with_capacity(heading.len());
    for letter in heading.chars() {
        fold_char(letter, |piece| {
            if piece.is_ascii_alphanumeric() {
                key.push(piece);
            }
        });
    }
    key
}

/// Where a letter stands in [`FOLDED`].
const fn table_index(letter: u32) -> Option<usize> {
    match letter {
        LOWER_START..LOWER_END => Some((letter - LOWER_START) as usize),
        UPPER_START..UPPER_END => Some((letter - UPPER_START + LOWER_END - LOWER_START) as usize),
        _ => None,
    }
}

/// Reads the table at compile time, so that a slip in it is a compile error.
const fn parse_table(text: &[u8]) -> [[u8; 2]; LETTERS] {
    let mut table = [[0; 2]; LETTERS];
    let mut result = [0; 2];
    let mut length = 0;
    let mut at = 0;
    while at < text.len() {
        let byte = text[at];
        if byte == b'\n' {
            result = [0; 2];
            length = 0;
            at += 1;
        } else if byte == b' ' {
            at += 1;
        } else if byte.is_ascii_lowercase() {
            result[length] = byte;
            length += 1;
            at += 1;
        } else {
            let (letter, bytes) = decode(text, at);
            let Some(index) = table_index(letter) else { panic!("a letter of the table is outside its blocks") };
            assert!(length > 0 && table[index][0] == 0, "a letter stands twice in the table");
            table[index] = result;
            at += bytes;
        }
    }
    table
}

/// Decodes one two- or three-byte UTF-8 sequence and gives its length; the blocks of the table need no other.
const fn decode(text: &[u8], at: usize) -> (u32, usize) {
    const fn tail(byte: u8) -> u32 {
        (byte & 0x3F) as u32
    }
    let first = text[at] as u32;
    if first < 0xE0 {
        ((first & 0x1F) << 6 | tail(text[at + 1]), 2)
    } else {
        ((first & 0x0F) << 12 | tail(text[at + 1]) << 6 | tail(text[at + 2]), 3)
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::{LOWER_END, LOWER_START, UPPER_END, UPPER_START, fold, heading_key};

    #[test]
    fn vietnamese_letters_lose_their_marks_and_d_its_stroke() {
        assert_eq!(fold("ĐẤT ĐAI, Giấy phép lái xe; quyền sử dụng"), "dat dai, giay phep lai xe; quyen su dung");
        assert_eq!(fold("ăằắẳẵặâầấẩẫậêềếểễệôồốổỗộơờớởỡợưừứửữự"), "aaaaaaaaaaaaeeeeeeoooooooooooouuuuuu");
    }

    #[test]
    fn other_latin_letters_become_ascii() {
        assert_eq!(
            fold("Straße Æsir øl Łódź ðæt þing Œuvre İstanbul ĳs"),
            "strasse aesir ol lodz daet thing oeuvre istanbul ijs"
        );
        assert_eq!(fold("Ðắk Lắk"), "dak lak");
    }

    #[test]
    fn other_scripts_lose_marks_and_case_only() {
        assert_eq!(
            fold("Άθήνα Йод 東京 한국 42 %"),
            "αθηνα иод 東京 \u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8} 42 %"
        );
    }

    #[test]
    fn every_letter_of_the_blocks_that_decomposes_to_a_latin_letter_folds_to_it() {
        for letter in (LOWER_START..LOWER_END).chain(UPPER_START..UPPER_END).filter_map(char::from_u32) {
            let base = letter.nfd().next().unwrap_or(letter).to_ascii_lowercase();
            if base.is_ascii_lowercase() {
                assert_eq!(fold(&letter.to_string()), base.to_string(), "{letter}");
            }
        }
    }

    #[test]
    fn decomposed_input_folds_alike() {
        let text = "Đường bộ, thủy lợi, kỹ thuật, nghỉ phép";
        assert_eq!(fold(&text.nfd().collect::<String>()), fold(text));
    }

    #[test]
    fn heading_keys_keep_letters_and_digits_only() {
        assert_eq!(heading_key("  Phí, lệ phí\n(đồng) [3]"), "philephidong3");
        assert_eq!(heading_key("—"), "");
    }
}
