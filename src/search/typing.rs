//! Key sequences of Vietnamese typing methods that were sent without the method.

use super::analysis::Word;

/// What a word in raw Telex (`ddawng`, `hooj`) says; none where it holds no Telex sign.
#[must_use]
pub fn telex(word: &str) -> Option<Word> {
    decode(word, |letters, key| match key {
        'd' => stroke(letters),
        'a' | 'e' | 'o' => mark(letters, |vowel| if vowel == key { circumflex(vowel) } else { None }),
        'w' => horn(letters, breve_or_horn) || (letters.push_vowel('ư'), true).1,
        's' => letters.tone('\u{301}'),
        'f' => letters.tone('\u{300}'),
        'r' => letters.tone('\u{309}'),
        'x' => letters.tone('\u{303}'),
        'j' => letters.tone('\u{323}'),
        _ => false,
    })
}

/// What a word in raw VNI (`d9a8ng`, `ho65`) says; none where it holds no VNI sign.
#[must_use]
pub fn vni(word: &str) -> Option<Word> {
    decode(word, |letters, key| match key {
        '1' => letters.tone('\u{301}'),
        '2' => letters.tone('\u{300}'),
        '3' => letters.tone('\u{309}'),
        '4' => letters.tone('\u{303}'),
        '5' => letters.tone('\u{323}'),
        '6' => mark(letters, circumflex),
        '7' => horn(letters, |vowel| if vowel == 'a' { None } else { breve_or_horn(vowel) }),
        '8' => mark(letters, |vowel| (vowel == 'a').then_some('ă')),
        '9' => stroke(letters),
        _ => false,
    })
}

#[derive(Default)]
struct Letters {
    letters: Vec<char>,
    tone: Option<char>,
}

impl Letters {
    fn has_vowel(&self) -> bool {
        self.letters.iter().any(|letter| "aeiouyăâêôơư".contains(*letter))
    }

    fn tone(&mut self, tone: char) -> bool {
        // Whoever sends keys as they are sets a tone once; `costs` is no `cót`.
        let fits = self.tone.is_none() && self.has_vowel();
        if fits {
            self.tone = Some(tone);
        }
        fits
    }

    fn push_vowel(&mut self, vowel: char) {
        self.letters.push(vowel);
    }
}

/// Feeds the keys one by one; a key that is no sign is a letter. Gives nothing where no key was a sign.
fn decode(word: &str, mut sign: impl FnMut(&mut Letters, char) -> bool) -> Option<Word> {
    let mut letters = Letters::default();
    let mut signs = 0;
    for key in word.chars() {
        if sign(&mut letters, key) {
            signs += 1;
        } else if key.is_ascii_lowercase() {
            letters.letters.push(key);
        } else {
            return None;
        }
    }
    let mut exact: String = letters.letters.into_iter().collect();
    exact.extend(letters.tone);
    (signs > 0).then(|| Word::from_exact(super::analysis::exact(&exact)))
}

fn stroke(letters: &mut Letters) -> bool {
    let first = letters.letters.first_mut().filter(|first| **first == 'd');
    first.map(|first| *first = 'đ').is_some()
}

/// Gives the last vowel that takes it another shape.
fn mark(letters: &mut Letters, shape: impl Fn(char) -> Option<char>) -> bool {
    let marked = letters.letters.iter_mut().rev().find_map(|letter| shape(*letter).map(|new| *letter = new));
    marked.is_some()
}

/// Like [`mark`], but `uo` takes the horn as a whole, `uu` and a final `ua` at the first letter: `muuw` is `mưu`.
fn horn(letters: &mut Letters, shape: impl Fn(char) -> Option<char>) -> bool {
    let keys = &mut letters.letters;
    if let Some(at) = keys.windows(2).position(|pair| matches!(pair, ['u', 'o' | 'u'])) {
        keys[at] = 'ư';
        keys[at + 1] = if keys[at + 1] == 'o' { 'ơ' } else { 'u' };
        return true;
    }
    if let [.., before, vowel @ 'u', 'a'] = keys.as_mut_slice()
        && *before != 'q'
    {
        *vowel = 'ư';
        return true;
    }
    mark(letters, shape)
}

fn circumflex(vowel: char) -> Option<char> {
    match vowel {
        'a' => Some('â'),
        'e' => Some('ê'),
        'o' => Some('ô'),
        _ => None,
    }
}

fn breve_or_horn(vowel: char) -> Option<char> {
    match vowel {
        'a' => Some('ă'),
        'o' => Some('ơ'),
        'u' => Some('ư'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;

    use super::{telex, vni};
    use crate::search::analysis::{TONES, words};

    fn word(text: &str) -> Option<super::Word> {
        words(text).into_iter().next()
    }

    #[test]
    fn telex_is_read_with_signs_at_once_or_at_the_end() {
        for (typed, meant) in [
            ("ddawng", "đăng"),
            ("dangdw", "đăng"),
            ("kys", "ký"),
            ("hooj", "hộ"),
            ("chieeus", "chiếu"),
            ("thuwowngf", "thường"),
            ("thuongwf", "thường"),
            ("tuwj", "tự"),
            ("nguwowif", "người"),
            ("quyeenf", "quyền"),
            ("hoaf", "hòa"),
        ] {
            assert_eq!(telex(typed), word(meant), "{typed}");
        }
    }

    #[test]
    fn vni_is_read() {
        for (typed, meant) in [
            ("d9a8ng", "đăng"),
            ("ky1", "ký"),
            ("ho65", "hộ"),
            ("chie61u", "chiếu"),
            ("thu7o7ng2", "thường"),
            ("thuong72", "thường"),
        ] {
            assert_eq!(vni(typed), word(meant), "{typed}");
        }
    }

    /// The keys of a word: its marks and its tone each after their letter, or all at the end.
    fn keys(word: &str, at_end: bool, key_of: impl Fn(char, char) -> char) -> String {
        let (mut keys, mut late) = (String::new(), String::new());
        let mut base = ' ';
        for piece in word.nfd() {
            if piece.is_ascii() {
                (base, _) = (piece, keys.push(piece));
            } else if piece == 'đ' {
                keys.push_str(if key_of('d', piece) == 'd' { "dd" } else { "d9" });
            } else if at_end || TONES.contains(&piece) {
                // One key at the end gives both letters of `ươ` their horn.
                let key = key_of(base, piece);
                late.extend(Some(key).filter(|key| piece != '\u{31B}' || !late.contains(*key)));
            } else {
                keys.push(key_of(base, piece));
            }
        }
        keys + &late
    }

    fn telex_key(base: char, sign: char) -> char {
        match sign {
            '\u{302}' => base,
            '\u{306}' | '\u{31B}' => 'w',
            'đ' => 'd',
            tone => "sfrxj"
                .chars()
                .zip("\u{301}\u{300}\u{309}\u{303}\u{323}".chars())
                .find(|(_, sign)| *sign == tone)
                .map_or(' ', |(key, _)| key),
        }
    }

    fn vni_key(_: char, sign: char) -> char {
        let signs = "\u{301}\u{300}\u{309}\u{303}\u{323}\u{302}\u{31B}\u{306}đ";
        signs.chars().zip('1'..).find(|(known, _)| *known == sign).map_or(' ', |(_, key)| key)
    }

    /// Syllables with every vowel group, mark and tone of Vietnamese, in words of papers and offices.
    const SYLLABLES: &str = "đăng ký khai sinh hộ tịch thường trú lưu hưu mưu mưa của quặng thuế nghiệp chuyển nhượng \
        người nước ngoài khuyết tật quyền sử dụng giấy chứng nhận thừa kế tuổi rượu thủy sản khỏe hòa giải quý quỹ \
        đường điều kiện kiểm định phổ biến tuyên giữa gìn nghĩa vụ hoãn huyện xoắn ngoằn yếu yêu cầu bưởi cứu \
        trường hợp buổi muỗi bảo hiểm thất trợ cấp tạm ưu đãi đấu thầu tẩy mẫu ẩm ướt ấp ủy ứng oan uống ốm";

    #[test]
    fn every_syllable_is_read_from_its_keys() {
        for syllable in SYLLABLES.split_whitespace() {
            for at_end in [false, true] {
                let (in_telex, in_vni) = (keys(syllable, at_end, telex_key), keys(syllable, at_end, vni_key));
                assert_eq!(telex(&in_telex).or_else(|| word(&in_telex)), word(syllable), "{in_telex}");
                assert_eq!(vni(&in_vni).or_else(|| word(&in_vni)), word(syllable), "{in_vni}");
            }
        }
    }

    #[test]
    fn words_without_signs_are_left_alone() {
        assert_eq!(telex("khai"), None);
        assert_eq!(vni("khai"), None);
        assert_eq!(telex("str"), None);
        assert_eq!(vni("19"), None);
        assert_eq!(telex("日"), None);
    }
}
