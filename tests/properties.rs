//! Properties that hold for any text, tried on generated ones.

use std::{cmp::Ordering, collections::BTreeMap, sync::LazyLock};

use congkhai::text::{self, CollationKey, Initial, Phone, legacy::Charset};
use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;
use jiff::civil::Date;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Anything, often made of what Vietnamese cells hold and of what breaks careless code.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => any::<String>(),
        2 => phrase(),
        1 => "[0-9.,/ :%+()đdvnVND₫T-]{0,24}",
        2 => prop::collection::vec(nasty(), 0..24).prop_map(|parts| parts.concat()),
    ]
}

/// Letters, marks that stand alone, blanks, invisible and private characters, pieces of notations.
fn nasty() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a",
        "E",
        "o",
        "ư",
        "Đ",
        "ế",
        "Ỹ",
        "ß",
        "ﬁ",
        "İ",
        "ǅ",
        "Ω",
        "ά",
        "й",
        "한",
        "が",
        "\u{301}",
        "\u{31B}",
        "\u{302}",
        "\u{323}",
        "\u{345}",
        "\u{5B0}",
        "\u{AD}",
        "\u{200B}",
        "\u{FEFF}",
        "\u{F0B7}",
        "\u{F041}",
        "\u{E000}",
        "\u{FFFF}",
        "\u{10FFFF}",
        "\u{0}",
        "\t",
        "\r",
        "\n",
        "\n\n",
        " ",
        "  ",
        "\u{A0}",
        "\u{2028}",
        "1",
        "20.000",
        "1,5",
        " 000",
        "triệu",
        " đồng",
        "đ",
        "-",
        "–",
        "đến ",
        "tháng ",
        "năm ",
        "ngày ",
        "/",
        "µ",
        "ø",
        "aø",
        "hoµ",
        "@",
        "😀",
    ])
}

/// One syllable, well formed in its letters, in any case.
fn syllable() -> impl Strategy<Value = String> {
    let onsets = "b c ch d đ g gh gi h kh l m n ng ngh nh ph qu s t th tr v x - f j w z";
    let rhymes = "a ă â e ê i o ô ơ u ư y an ăn ân ang oai oan ươ ươn uô uôn iê iên yê uyê uyên uy oa oe uê au ưu";
    let onset = prop::sample::select(onsets.split(' ').collect::<Vec<_>>());
    let rhyme = prop::sample::select(rhymes.split(' ').collect::<Vec<_>>());
    let tone = prop::sample::select(vec!["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]);
    let case = 0..4_u8;
    (onset, rhyme, tone, 0..3_usize, case).prop_map(|(onset, rhyme, tone, place, case)| {
        let vowels = rhyme.char_indices().filter(|(_, letter)| !letter.is_ascii() || "aeiouy".contains(*letter));
        let ends: Vec<usize> = vowels.map(|(at, letter)| at + letter.len_utf8()).collect();
        let place = ends[place.min(ends.len() - 1)];
        let word = format!("{}{}{tone}{}", onset.trim_matches('-'), &rhyme[..place], &rhyme[place..]);
        let word: String = word.nfc().collect();
        match case {
            0 => word.to_uppercase(),
            1 => word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect(),
            _ => word,
        }
    })
}

/// Syllables, numbers and punctuation with blanks between them, or without.
fn phrase() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => syllable(),
        1 => "[0-9]{1,4}",
        1 => prop::sample::select(vec!["-", "–", ",", ".", "(", ")", "/", "“", "”", ":", "%"]).prop_map(str::to_owned),
    ];
    (prop::collection::vec(part, 0..5), prop::sample::select(vec![" ", " ", ""]))
        .prop_map(|(parts, blank)| parts.join(blank))
}

/// Vietnamese phrases that differ in little, so that every level of the order is reached.
fn near_phrases() -> impl Strategy<Value = (String, String)> {
    let words = "ma mà mả mã má mạ Ma MA mâ mấ mậ mơ mờ an ân ăn đa da dạ Đa 1 10 2 - m";
    let word = || prop::sample::select(words.split(' ').collect::<Vec<_>>());
    let text = move || prop::collection::vec(word(), 1..4).prop_map(|words| words.join(" "));
    (text(), text())
}

/// Real words with accents, as they stand in names of procedures.
fn accented_words() -> impl Strategy<Value = Vec<&'static str>> {
    let words = "đăng ký khai tử kết hôn giấy chứng nhận quyền sử dụng đất hộ tịch quốc tịch bản sao cấp đổi lại phép \
        xây dựng nhà ở riêng lẻ hỗ trợ người khuyết tật trẻ mồ côi thủ tục hành chính ủy ban nhân dân xã huyện tỉnh \
        thành phố bộ trưởng nghị định thông tư quyết hồ sơ thời hạn giải lệ phí điện tử trực tuyến bưu điện dịch vụ \
        công nước ngoài yêu cầu điều kiện kỹ thuật nghiệp cơ quan đường bộ thủy lợi bảo hiểm trợ cấp mức hưởng";
    let accented: Vec<_> = words.split_whitespace().filter(|word| !word.is_ascii()).collect();
    prop::collection::vec(prop::sample::select(accented), 4..9)
}

/// How each accented letter is spelled in an old character set: the inverse of decoding.
fn spellings(charset: Charset) -> BTreeMap<char, String> {
    let characters = || ('\u{A1}'..='\u{FF}').map(String::from);
    let pairs = "aeouyôö".chars().flat_map(|base| characters().map(move |mark| format!("{base}{mark}")));
    let decoded = characters().chain(pairs).map(|spelling| (text::legacy::decode(&spelling, charset), spelling));
    decoded.filter(|(letter, _)| letter.chars().count() == 1).flat_map(|(l, s)| l.chars().next().zip(Some(s))).collect()
}

/// Spells a small-letter text in an old character set.
fn encode(text: &str, charset: Charset) -> String {
    static TCVN3: LazyLock<BTreeMap<char, String>> = LazyLock::new(|| spellings(Charset::Tcvn3));
    static VNI: LazyLock<BTreeMap<char, String>> = LazyLock::new(|| spellings(Charset::Vni));
    let spellings = match charset {
        Charset::Tcvn3 => &TCVN3,
        Charset::Vni => &VNI,
    };
    text.chars().map(|letter| spellings.get(&letter).cloned().unwrap_or_else(|| letter.to_string())).collect()
}

fn nfd(text: &str) -> String {
    text.nfd().collect()
}

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

fn order(left: &str, right: &str) -> Ordering {
    CollationKey::of(left).cmp(&CollationKey::of(right))
}

/// The order of CLDR's locale `vi`.
fn oracle() -> CollatorBorrowed<'static> {
    CollatorBorrowed::try_new(locale!("vi").into(), CollatorOptions::default()).expect("the data are compiled in")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_changes_nothing(text in any_text()) {
        let folded = text::fold(&text);
        prop_assert_eq!(text::fold(&folded), folded);
    }

    #[test]
    fn folded_text_has_no_vietnamese_mark(text in any_text()) {
        let folded = text::fold(&text);
        let marked = nfd(&folded).chars().find(|letter| matches!(letter, 'đ' | 'Đ' | '\u{300}'..='\u{36F}'));
        prop_assert_eq!(marked, None, "{}", folded);
    }

    #[test]
    fn every_unicode_form_folds_alike(text in any_text()) {
        prop_assert_eq!(text::fold(&nfc(&text)), text::fold(&nfd(&text)));
        prop_assert_eq!(text::fold(&nfc(&text)), text::fold(&text));
    }

    #[test]
    fn vietnamese_folds_to_ascii_letter_by_letter(word in syllable()) {
        let folded = text::fold(&word);
        prop_assert!(folded.is_ascii());
        prop_assert_eq!(folded.len(), word.chars().count());
    }

    #[test]
    fn heading_keys_hold_letters_and_digits_only(text in any_text()) {
        let key = text::heading_key(&text);
        prop_assert!(key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
        prop_assert_eq!(text::heading_key(&key), key);
    }

    #[test]
    fn slugs_are_safe_names(text in any_text()) {
        let slug = text::slug(&text);
        prop_assert!((1..=82).contains(&slug.len()));
        prop_assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        prop_assert_eq!(text::slug(&slug), slug.clone());
        prop_assert_eq!(text::slug(&nfd(&text)), slug);
    }

    #[test]
    fn slugs_spell_vietnamese_as_others_do(words in prop::collection::vec(syllable(), 1..6)) {
        let phrase = words.join(" ");
        let others = deunicode::deunicode(&phrase).to_lowercase().replace(' ', "-");
        let slug = text::slug(&phrase);
        prop_assert_eq!(slug.strip_prefix("x-").filter(|rest| *rest == "con").unwrap_or(&slug), others);
    }

    #[test]
    fn the_order_is_total(a in any_text(), b in any_text(), c in any_text()) {
        prop_assert_eq!(order(&a, &b), order(&b, &a).reverse());
        let mut texts = [a, b, c];
        texts.sort_by(|left, right| order(left, right));
        prop_assert!(order(&texts[0], &texts[2]).is_le());
        prop_assert_eq!(order(&nfc(&texts[0]), &nfd(&texts[0])), Ordering::Equal);
    }

    #[test]
    fn phrases_stand_in_the_order_of_cldr(a in phrase(), b in phrase()) {
        prop_assert_eq!(order(&a, &b), oracle().compare(&a, &b), "{:?} {:?}", a, b);
    }

    #[test]
    fn near_phrases_stand_in_the_order_of_cldr((a, b) in near_phrases()) {
        prop_assert_eq!(order(&a, &b), oracle().compare(&a, &b), "{:?} {:?}", a, b);
    }

    #[test]
    fn printable_ascii_stands_in_the_order_of_cldr(a in "[ -~]{0,6}", b in "[ -~]{0,6}") {
        prop_assert_eq!(order(&a, &b), oracle().compare(&a, &b), "{:?} {:?}", a, b);
    }

    #[test]
    fn initials_follow_the_order_of_words(a in syllable(), b in syllable()) {
        if order(&a, &b).is_le() {
            prop_assert!(Initial::of(&a) <= Initial::of(&b), "{a} {b}");
        }
        prop_assert_eq!(Initial::of(&nfd(&a)), Initial::of(&a));
    }

    #[test]
    fn cleaning_twice_changes_nothing(text in any_text()) {
        for clean in [text::clean, text::clean_keeping_indent] {
            let once = clean(&text).text;
            let twice = clean(&once);
            prop_assert_eq!(&twice.text, &once);
            prop_assert!(!twice.decomposed && !twice.controls);
        }
    }

    #[test]
    fn clean_text_holds_nothing_invisible(text in any_text()) {
        let cleaned = text::clean(&text).text;
        prop_assert_eq!(nfc(&cleaned), cleaned.clone());
        prop_assert!(!cleaned.chars().any(|letter| letter != '\n' && letter.is_control()));
        prop_assert!(!cleaned.contains("  ") && !cleaned.contains(" \n") && !cleaned.contains("\n\n\n"));
        prop_assert_eq!(cleaned.trim(), cleaned.as_str());
    }

    #[test]
    fn proper_vietnamese_is_never_taken_for_an_old_charset(words in accented_words()) {
        prop_assert_eq!(text::legacy::detect(&words.join(" ")), None);
    }

    #[test]
    fn old_charsets_are_recognised_and_converted(words in accented_words()) {
        let words = words.join(" ");
        // A word that no Western language would spell so; without one, ambiguous words need company.
        let phrase = format!("quyền {words}");
        for charset in [Charset::Tcvn3, Charset::Vni] {
            let old = encode(&phrase, charset);
            prop_assert_eq!(text::legacy::detect(&old), Some(charset), "{}", old);
            prop_assert_eq!(text::legacy::decode(&old, charset), phrase.as_str());
            let found = text::legacy::detect(&encode(&words, charset));
            prop_assert!(found.is_none_or(|found| found == charset), "{:?} {}", found, words);
        }
    }

    #[test]
    fn written_integers_are_read_back(number in any::<u64>()) {
        prop_assert_eq!(text::parse_integer(&text::format_integer(number)), Some(number));
        prop_assert_eq!(text::parse_integer(&text::format_integer_en(number)), Some(number));
    }

    #[test]
    fn written_decimals_are_read_back(thousandths in -10_000_000_i32..10_000_000) {
        let number = f64::from(thousandths) / 100.0;
        prop_assert_eq!(text::parse_number(&text::format_decimal(number, 2)), Some(number));
        let percent = number.abs() % 1000.0;
        let percent = (percent * 100.0).round() / 100.0;
        prop_assert_eq!(text::parse_percent(&text::format_percent(percent)), Some(percent));
    }

    #[test]
    fn written_amounts_are_read_back(amount in 0..10_000_000_000_u64, next in 0..10_000_000_000_u64) {
        let written = text::format_dong(amount);
        prop_assert_eq!(text::parse_amount(&written), Some(amount));
        let note = format!("Phí {written}/lần; {}", text::format_dong(next));
        prop_assert_eq!(text::amounts(&note), vec![amount, next]);
    }

    #[test]
    fn written_dates_are_read_back(year in 1000..=9999_i16, month in 1..=12_i8, day in 1..=31_i8) {
        if let Ok(date) = Date::new(year, month, day) {
            prop_assert_eq!(text::parse_date(&text::format_date(date)), Some(date));
            prop_assert_eq!(text::parse_date(&date.to_string()), Some(date));
            prop_assert_eq!(text::parse_date(&format!("ngày {day} tháng {month} năm {year}")), Some(date));
        } else {
            prop_assert_eq!(text::parse_date(&format!("{day}/{month}/{year}")), None);
        }
    }

    #[test]
    fn displayed_telephone_numbers_are_read_back(digits in "0[2-9][0-9]{7,9}|1[0-9]{2,9}") {
        if let Some(phone) = Phone::parse(&digits) {
            prop_assert_eq!(Phone::parse(&phone.display()), Some(phone.clone()));
            let tel = phone.tel();
            prop_assert_eq!(Phone::parse(tel.trim_start_matches("tel:")), Some(phone));
        }
    }

    #[test]
    fn a_name_is_similar_to_itself_without_marks(name in syllable(), other in syllable()) {
        let plain = text::fold(&name);
        let found = text::similar(&plain, [other.as_str(), name.as_str()]).map(text::fold);
        prop_assert_eq!(found, Some(plain));
    }

    #[test]
    fn nothing_panics(text in any_text(), other in any_text()) {
        let _ = text::amounts(&text);
        let _ = text::parse_amount(&text);
        let _ = text::parse_number(&text);
        let _ = text::parse_decimal(&text);
        let _ = text::parse_integer(&text);
        let _ = text::parse_percent(&text);
        let _ = text::parse_date(&text);
        let _ = Phone::parse(&text).map(|phone| phone.display());
        let _ = text::is_email(&text);
        let _ = text::similar(&text, [other.as_str()]);
        let _ = Initial::of(&text).label();
        let _ = text::legacy::detect(&text);
        for charset in [Charset::Tcvn3, Charset::Vni] {
            let _ = text::legacy::decode(&text, charset);
        }
    }

    #[test]
    fn no_number_is_written_badly(number in any::<f64>(), places in 0..40_usize) {
        let written = text::format_decimal(number, places);
        prop_assert!(number.is_finite() == written.chars().any(|letter| letter.is_ascii_digit()));
    }
}
