//! Whether a word can be a Vietnamese syllable.

use unicode_normalization::UnicodeNormalization;

/// Consonants that a syllable may begin with, longer ones first.
const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

/// Everything a syllable may end in, without tones.
const RHYMES: &str = " a ai ao au ay am an ang anh ac ach ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e em en eng eo ec ep et ê êm ên êng ênh êch êp êt êu i ia im in inh ich ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oi om on ong oc op ot oong ooc oa oai oam oan oang oanh oac oach oao oap oat oay oăc oăm oăn oăng oăt \
    oe oen oeo oet ô ôi ôm ôn ông ôc ôp ôt ơ ơi ơm ơn ơp ơt u ui um un ung uc up ut ua uôi uôm uôn uông uôc uôt \
    uân uâng uât uây uê uêch uênh uêu uơ uy uya uych uyên uyêt uynh uyt uyu ư ưi ưu ưa ưng ưc ưm ưn ưt \
    ươi ươm ươn ương ươc ươp ươt ươu y yêm yên yêng yêt yêu ";

/// Rhymes that only `qu` takes, its own u left out.
const AFTER_QU: &str = " ynh yt ych yu au ";

/// Whether a word, in any case, has the build of a Vietnamese syllable: known onset, known rhyme, the spelling of
/// the onset that the vowel asks for, at most one tone, and a tone that the ending allows.
pub(super) fn is_syllable(word: &str) -> bool {
    if word.len() > 24 {
        return false;
    }
    let Some((letters, tone)) = without_tone(word) else { return false };
    ONSETS.iter().any(|onset| letters.strip_prefix(onset).is_some_and(|rhyme| fits(onset, rhyme, tone)))
}

/// Takes the tone off a word; none where it has several or other marks than Vietnamese has.
fn without_tone(word: &str) -> Option<(String, Option<char>)> {
    let mut tone = None;
    let mut letters = String::with_capacity(word.len());
    for piece in word.nfd().flat_map(char::to_lowercase) {
        match piece {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' if tone.replace(piece).is_some() => return None,
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => {}
            _ => letters.push(piece),
        }
    }
    Some((letters.nfc().collect(), tone))
}

fn fits(onset: &str, rhyme: &str, tone: Option<char>) -> bool {
    let known = contains_word(RHYMES, rhyme) || (onset == "qu" && contains_word(AFTER_QU, rhyme));
    known && spelling_fits(onset, rhyme) && tone_fits(rhyme, tone)
}

fn contains_word(list: &str, word: &str) -> bool {
    !word.is_empty()
        && list.match_indices(word).any(|(at, _)| list[..at].ends_with(' ') && list[at + word.len()..].starts_with(' '))
}

/// c, g, ng stand before back vowels; k, gh, ngh before front vowels; q only in qu.
fn spelling_fits(onset: &str, rhyme: &str) -> bool {
    let front = rhyme.starts_with(['e', 'ê', 'i', 'y']);
    match onset {
        "k" | "gh" | "ngh" => front,
        "c" | "ng" => !front,
        // "gì", "gìn": the i of "gi" and that of the rhyme are one.
        "g" => !front || matches!(rhyme, "i" | "in" | "iêng"),
        "" => true,
        _ => !rhyme.starts_with("yê") || onset == "qu",
    }
}

/// Syllables that end in a stop have the tone sắc or nặng.
fn tone_fits(rhyme: &str, tone: Option<char>) -> bool {
    !rhyme.ends_with(['c', 'p', 't']) && !rhyme.ends_with("ch") || matches!(tone, Some('\u{301}' | '\u{323}'))
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn vietnamese_words_are_syllables() {
        for word in "Đăng ký quyền sử dụng đất ở của người nước ngoài được cấp giấy chứng nhận kết hôn quốc tịch \
            nghĩa vụ thuế giếng gì quýt quỳnh khuỷu tay nguyệt huyện ủy xoong ý yên oan uỷ thủy Ở"
            .split_whitespace()
        {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn other_words_are_not() {
        for word in "hoµ céng mouvement été Straße kà ce ngi ghà cắt́ cat tiềt q đ ng b x1".split_whitespace()
        {
            assert!(!is_syllable(word), "{word}");
        }
        assert!(!is_syllable(""));
    }
}
