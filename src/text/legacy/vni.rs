//! VNI for Windows: a plain letter, then a character for its marks; a few letters have a character of their own.

use std::iter::Peekable;

use unicode_normalization::UnicodeNormalization;

const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const CIRCUMFLEX: char = '\u{302}';
const TILDE: char = '\u{303}';
const BREVE: char = '\u{306}';
const HOOK: char = '\u{309}';
const DOT: char = '\u{323}';

/// Converts a text.
pub(super) fn decode(text: &str) -> String {
    let mut decomposed = String::with_capacity(text.len() * 3 / 2);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match own(character) {
            Some(letter) => decomposed.push(letter),
            None => decomposed.push(character),
        }
        push_marks(&mut decomposed, character, &mut characters);
    }
    decomposed.nfc().collect()
}

/// Takes the character of marks that follows a letter, where one does.
fn push_marks(decomposed: &mut String, base: char, characters: &mut Peekable<impl Iterator<Item = char>>) {
    let Some(&next) = characters.peek() else { return };
    if let Some((shape, tone)) = marks(base, next) {
        characters.next();
        decomposed.extend(shape);
        decomposed.extend(tone);
    }
}

/// Letters with a character of their own.
const fn own(character: char) -> Option<char> {
    Some(match character {
        'ñ' => 'đ',
        'Ñ' => 'Đ',
        'ô' => 'ơ',
        'Ô' => 'Ơ',
        'ö' => 'ư',
        'Ö' => 'Ư',
        'ì' => 'ì',
        'Ì' => 'Ì',
        'í' => 'í',
        'Í' => 'Í',
        'æ' => 'ỉ',
        'Æ' => 'Ỉ',
        'ó' => 'ĩ',
        'Ó' => 'Ĩ',
        'ò' => 'ị',
        'Ò' => 'Ị',
        'î' => 'ỵ',
        'Î' => 'Ỵ',
        _ => return None,
    })
}

/// Shape (circumflex, breve) and tone that a character gives the letter before it.
pub(super) fn marks(base: char, mark: char) -> Option<(Option<char>, Option<char>)> {
    let lower = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
    let (base, mark) = (lower(base), lower(mark));
    match base {
        'a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö' => {}
        _ => return None,
    }
    tone_only(mark)
        .map(|tone| (None, Some(tone)))
        .or_else(|| matches!(base, 'a' | 'e' | 'o').then(|| on_circumflex(mark))?.map(|tone| (Some(CIRCUMFLEX), tone)))
        .or_else(|| (base == 'a').then(|| on_breve(mark))?.map(|tone| (Some(BREVE), tone)))
}

const fn tone_only(mark: char) -> Option<char> {
    match mark {
        'ø' => Some(GRAVE),
        'ù' => Some(ACUTE),
        'û' => Some(HOOK),
        'õ' => Some(TILDE),
        'ï' => Some(DOT),
        _ => None,
    }
}

const fn on_circumflex(mark: char) -> Option<Option<char>> {
    match mark {
        'â' => Some(None),
        'à' => Some(Some(GRAVE)),
        'á' => Some(Some(ACUTE)),
        'å' => Some(Some(HOOK)),
        'ã' => Some(Some(TILDE)),
        'ä' => Some(Some(DOT)),
        _ => None,
    }
}

const fn on_breve(mark: char) -> Option<Option<char>> {
    match mark {
        'ê' => Some(None),
        'è' => Some(Some(GRAVE)),
        'é' => Some(Some(ACUTE)),
        'ú' => Some(Some(HOOK)),
        'ü' => Some(Some(TILDE)),
        'ë' => Some(Some(DOT)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::decode;

    /// Every spelling of one or two characters that gives one accented letter.
    fn spelled_letters() -> BTreeSet<char> {
        let characters = || (' '..='\u{FF}').filter(|letter| letter.is_alphabetic());
        let pairs = characters().flat_map(|a| characters().map(move |b| [a, b].iter().collect::<String>()));
        let spellings = pairs.chain(characters().map(String::from));
        let single = |text: String| {
            let mut letters = text.chars();
            letters.next().filter(|letter| letters.next().is_none() && !letter.is_ascii())
        };
        spellings
            .filter(|spelling| decode(spelling) != *spelling || spelling == "ì")
            .filter_map(|s| single(decode(&s)))
            .collect()
    }

    #[test]
    fn all_134_accented_letters_can_be_spelled() {
        let vietnamese = "ĂÂÊÔƠƯĐÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ";
        let mut spelled = spelled_letters();
        spelled.extend(['ì', 'í', 'Ì', 'Í']);
        let wanted: BTreeSet<char> =
            vietnamese.chars().flat_map(|letter| letter.to_lowercase().chain(std::iter::once(letter))).collect();
        assert_eq!(wanted.len(), 134);
        assert_eq!(spelled, wanted);
    }

    #[test]
    fn running_text_is_converted() {
        assert_eq!(
            decode("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam - Ñoäc laäp, Töï do, Haïnh phuùc"),
            "Cộng hòa xã hội chủ nghĩa Việt Nam - Độc lập, Tự do, Hạnh phúc"
        );
        assert_eq!(decode("Ñaêng kyù quyeàn söû duïng ñaát ôû"), "Đăng ký quyền sử dụng đất ở");
    }

    #[test]
    fn capitals_are_converted() {
        assert_eq!(decode("UÛY BAN NHAÂN DAÂN TÆNH, THÒ XAÕ"), "ỦY BAN NHÂN DÂN TỈNH, THỊ XÃ");
        assert_eq!(decode("ÖÙNG DUÏNG Ôû"), "ỨNG DỤNG Ở");
    }
}
