//! Telling old character sets from proper text.

use std::cmp::Ordering;

use super::{Charset, syllable::is_syllable, vni};

/// The old character set that a text is in, where that is beyond reasonable doubt.
///
/// Proper Vietnamese, French, German, English are never taken for one: words must turn into Vietnamese syllables that
/// they were not before, nearly all of the words with accents must do so, and a single such word is evidence only
/// where no Western language would spell it like this. Text that holds letters which only Unicode has is never old.
#[must_use]
pub fn detect(text: &str) -> Option<Charset> {
    if text.is_ascii() || text.chars().any(is_unicode_only) {
        return None;
    }
    let weight = |charset| {
        let evidence = Evidence::weigh(text, charset);
        if evidence.convinces() { (evidence.telling, evidence.for_it) } else { (0, 0) }
    };
    match weight(Charset::Tcvn3).cmp(&weight(Charset::Vni)) {
        Ordering::Greater => Some(Charset::Tcvn3),
        Ordering::Less => Some(Charset::Vni),
        Ordering::Equal => None,
    }
}

/// Vietnamese letters that Windows-1252 does not have, and combining marks.
const fn is_unicode_only(letter: char) -> bool {
    matches!(letter, '\u{102}'..='\u{111}' | '\u{128}' | '\u{129}' | '\u{168}' | '\u{169}' | '\u{1A0}' | '\u{1A1}'
        | '\u{1AF}' | '\u{1B0}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}')
}

/// What the words of a text say about it being in a character set.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    /// Words that become Vietnamese only by decoding.
    for_it: usize,
    /// Of those, words that no Western language spells so.
    telling: usize,
    /// Words with accents that are Vietnamese as they are and not when decoded.
    against_it: usize,
    /// Words with accents that are Vietnamese neither way.
    foreign: usize,
    /// Words without accents that are Vietnamese.
    plain: usize,
    /// Words without accents that are not.
    plain_foreign: usize,
}

impl Evidence {
    fn weigh(text: &str, charset: Charset) -> Self {
        let mut evidence = Self::default();
        for word in text.split(|letter: char| !is_word_part(letter)) {
            evidence.add(word, charset);
        }
        evidence
    }

    fn add(&mut self, word: &str, charset: Charset) {
        if word.is_ascii() {
            // Abbreviations and single letters say nothing.
            if word.len() > 1 && word.bytes().any(|byte| byte.is_ascii_lowercase()) {
                *(if is_syllable(word) { &mut self.plain } else { &mut self.plain_foreign }) += 1;
            }
            return;
        }
        let decoded = super::decode(word, charset);
        match (is_syllable(&decoded) && !rises(&decoded), is_syllable(word)) {
            (true, true) => {}
            (true, false) => {
                self.for_it += 1;
                self.telling += usize::from(is_telling(word, charset));
            }
            (false, true) => self.against_it += 1,
            (false, false) if is_abbreviation(&decoded) => {}
            (false, false) => self.foreign += 1,
        }
    }

    const fn convinces(&self) -> bool {
        self.against_it == 0
            && self.foreign * 4 <= self.for_it
            && self.plain_foreign <= self.plain + self.for_it
            && (self.telling >= 1 || self.for_it >= 3)
    }
}

/// Letters, and the signs that stand for letters in the old sets; not the punctuation that text has anyway.
const fn is_word_part(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, '\u{A1}'..='\u{FF}')
}

/// Whether a capital follows a small letter: in a decoded word, a sign that the wrong set was tried.
fn rises(word: &str) -> bool {
    word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase())
}

/// Capitals only, such as QĐ.
fn is_abbreviation(decoded: &str) -> bool {
    decoded.chars().count() <= 8 && decoded.chars().all(char::is_uppercase)
}

/// Whether no Western language would spell a word like this. Short ones are left out for signs of measure: `µm`, `nª`.
fn is_telling(word: &str, charset: Charset) -> bool {
    if word.chars().count() < 3 {
        return false;
    }
    match charset {
        // Signs beside letters, or a capital after a small letter: "hoµ", "ViÖt".
        Charset::Tcvn3 => {
            let has_sign = word.chars().any(|letter| matches!(letter, '\u{A1}'..='\u{BF}'));
            (has_sign && word.contains(|letter: char| letter.is_ascii_alphabetic())) || rises(word)
        }
        // A vowel and a second, accented one that no Western language puts after it: "Vieät", "hoøa".
        Charset::Vni => {
            let mut pairs = word.chars().zip(word.chars().skip(1));
            pairs.any(|(a, b)| vni::marks(a, b).is_some() && !matches!(b, 'ï' | 'û' | 'ù' | 'é' | 'è' | 'ü' | 'ë'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Charset, detect};

    #[test]
    fn old_text_is_recognised() {
        for text in
            ["Céng hoµ x· héi chñ nghÜa ViÖt Nam", "ViÖt Nam", "Së T\u{AD} ph¸p", "§¨ng ký khai sinh", "QUYÕT §ÞNH"]
        {
            assert_eq!(detect(text), Some(Charset::Tcvn3), "{text}");
        }
        for text in [
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
            "Vieät Nam",
            "Sôû Tö phaùp tænh",
            "Ñaêng kyù khai sinh",
            "UÛY BAN NHAÂN DAÂN",
        ] {
            assert_eq!(detect(text), Some(Charset::Vni), "{text}");
        }
    }

    #[test]
    fn proper_text_is_never_taken_for_old() {
        for text in [
            "",
            "Nam",
            "Cộng hòa xã hội",
            "thì là có và hôm nhân",
            "không có",
            "cá nhân, tổ chức",
            "nhà ở",
            "Le mouvement laïc, où la Thaïlande naïve",
            "société à responsabilité limitée",
            "Caïn",
            "Où est Caïn",
            "Pho à la Thaï",
            "Noël",
            "où",
            "für größere Straßen",
            "Müller & Söhne",
            "El niño está aquí",
            "São Paulo",
            "© 2024 UBND",
            "§ 5 abs. 2",
            "30 °C ± 2",
            "Curaçao",
            "été",
            "«công ty»",
            "±0,5 µm",
            "10 µm",
            "25 m² x 3 m³",
            "Đà Nẵng",
            "Hoà Bình",
            "Bà Rịa",
            "Côn Đảo",
            "Krông Nô",
            "Lê Hà",
            "Trà Vinh",
            "Công an xã",
            "Hà Nam",
            "Chính",
        ] {
            assert_eq!(detect(text), None, "{text}");
        }
    }
}
