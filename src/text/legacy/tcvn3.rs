//! TCVN 5712:1993 (VN1, of which TCVN3 is the part that fonts use): one byte a letter.

/// Every letter with its byte. The standard puts some capitals among the control characters and at 0x80–0x9F; the
/// quotation marks and dashes that Windows-1252 has there are left alone, for the fonts have them there too.
const LETTERS: [(u8, &str); 14] = [
    (0x01, "ÚỤ"),
    (0x04, "ỪỬỮ"),
    (0x11, "ỨỰỲỶỸÝỴ"),
    (0x80, "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"),
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđẰ"),
    (0xB5, "àảãáạẲằẳẵắẴ"),
    (0xC0, "ẮẦẨẪẤỀặầẩẫấậ"),
    (0xCC, "èỂẻẽéẹềểễếệìỉ"),
    (0xD9, "ỄẾỒĩíịò"),
    (0xE0, "Ổỏõóọồổỗốộ"),
    (0xEA, "ờởỡớợù"),
    (0xF0, "Ỗủũúụ"),
    (0xF5, "ừửữứự"),
    (0xFA, "ỳỷỹýỵỐ"),
];

/// The letter that a character read as Latin-1 stands for.
pub(super) fn letter(character: char) -> Option<char> {
    let byte = u8::try_from(character).ok().filter(|byte| !matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=0x7F))?;
    let (first, letters) = LETTERS.iter().rev().find(|(first, _)| *first <= byte)?;
    letters.chars().nth(usize::from(byte - first))
}

/// Converts a text.
pub(super) fn decode(text: &str) -> String {
    let whole_is_capital = is_capital(text);
    let mut decoded = String::with_capacity(text.len() * 3 / 2);
    for word in text.split_inclusive(char::is_whitespace) {
        let letters = word.chars().map(|character| letter(character).unwrap_or(character));
        if whole_is_capital || is_capital(word) {
            decoded.extend(letters.flat_map(char::to_uppercase));
        } else {
            decoded.extend(letters);
        }
    }
    decoded
}

/// Whether the plain letters are two or more capitals and no small ones: the mark of a capital font.
fn is_capital(text: &str) -> bool {
    let mut letters = text.bytes().filter(u8::is_ascii_alphabetic).take(2);
    letters.by_ref().count() == 2 && !text.bytes().any(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{decode, letter};

    #[test]
    fn all_134_accented_letters_are_in_the_table_once() {
        let letters: Vec<char> = ('\0'..='\u{FF}').filter_map(letter).collect();
        assert_eq!(letters.len(), 134);
        assert_eq!(letters.iter().collect::<BTreeSet<_>>().len(), 134);
        let lower: BTreeSet<char> = letters.iter().flat_map(|letter| letter.to_lowercase()).collect();
        assert_eq!(lower.len(), 67);
    }

    #[test]
    fn running_text_is_converted() {
        assert_eq!(
            decode("Céng hoµ x· héi chñ nghÜa ViÖt Nam - §éc lËp, Tù do, H¹nh phóc"),
            "Cộng hoà xã hội chủ nghĩa Việt Nam - Độc lập, Tự do, Hạnh phúc"
        );
        assert_eq!(
            decode("Uû ban nh©n d©n huyÖn; \u{AD}¬ng; “quyÕt ®Þnh”"),
            "Uỷ ban nhân dân huyện; ương; “quyết định”"
        );
    }

    #[test]
    fn words_of_a_capital_font_become_capitals() {
        assert_eq!(decode("CéNG HOµ X· HéI"), "CỘNG HOÀ XÃ HỘI");
        assert_eq!(decode("QUYÕT §ÞNH ban hµnh"), "QUYẾT ĐỊnH ban hành".replace("ĐỊnH", "ĐỊNH"));
    }
}
