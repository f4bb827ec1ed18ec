//! Amounts of đồng in notes and cells.
//!
//! Only what names its currency, or a multiplier of money ("1,5 triệu"), is an amount; percentages, dates, numbers
//! of documents and foreign currencies are not. Amounts written out in words are not read: where they stand, they
//! repeat figures.

use unicode_normalization::UnicodeNormalization;

use super::number::{Digits, fold_blanks, single_by_length, single_by_sign};

/// Every amount of đồng in a text, in order of appearance.
///
/// `3.000.000-5.000.000 đồng` gives both ends, `2-3 triệu đồng` gives 2,000,000 and 3,000,000, and
/// `1 triệu 200 nghìn đồng` gives 1,200,000.
#[must_use]
pub fn amounts(note: &str) -> Vec<u64> {
    let mut found = Vec::new();
    if !note.bytes().any(|byte| byte.is_ascii_digit()) {
        return found;
    }
    let text = prepared(note);
    let mut open: Option<Number<'_>> = None;
    let mut at = 0;
    while let Some(number) = Number::next(&text, at) {
        let range_start = open.take().filter(|start| is_range(&text[start.end..number.start]));
        match Amount::read(&text, &number) {
            Some(amount) => {
                found.extend(range_start.and_then(|start| start.as_start_of(&amount, &text)));
                found.push(amount.value);
                at = amount.end;
            }
            None => {
                at = number.end;
                open = Some(number);
            }
        }
    }
    found
}

/// Reads a cell that holds one amount and nothing else: `20000`, `20.000 đ`, `20000 VNĐ`, `1,5 triệu đồng`.
#[must_use]
pub fn parse_amount(cell: &str) -> Option<u64> {
    let text = prepared(cell);
    let text = text.trim().trim_end_matches(['.', ',', ';']);
    let number = Number::next(text, 0).filter(|number| number.start == 0)?;
    if number.end == text.len() {
        return number.digits(single_by_length)?.whole();
    }
    Amount::read(text, &number).filter(|amount| text[amount.end..].trim().is_empty()).map(|amount| amount.value)
}

/// Lower case, NFC, plain blanks.
fn prepared(text: &str) -> String {
    fold_blanks(&text.nfc().collect::<String>()).to_lowercase()
}

/// A number in the text, not yet known to be money.
#[derive(Clone, Debug)]
struct Number<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl<'t> Number<'t> {
    /// The next number at or after a place. Numbers glued to letters, to `/` or to a currency sign are passed over.
    fn next(text: &'t str, mut at: usize) -> Option<Self> {
        loop {
            let start = at + text[at..].find(|letter: char| letter.is_ascii_digit())?;
            let end = start + token_length(&text[start..]);
            let number = Self { text: &text[start..end], start, end };
            if !number.is_glued(&text[..start]) {
                return Some(number);
            }
            at = end;
        }
    }

    /// Whether it is part of a larger sign: `85/2019`, `QĐ20`, `$5`. Exported tables run words and sums together
    /// ("hồ sơ200,000 đồng"), and a word may end in a slash ("tờ khai/20.000 đồng").
    fn is_glued(&self, before: &str) -> bool {
        match before.chars().next_back() {
            Some('/') => !before[..before.len() - 1].ends_with(char::is_alphabetic),
            Some(letter) if letter.is_alphabetic() => !self.is_grouped(),
            Some(letter) => letter.is_numeric() || matches!(letter, '.' | ',' | '$' | '€'),
            None => false,
        }
    }

    fn digits(&self, single: fn(super::number::Single) -> Option<super::number::Role>) -> Option<Digits> {
        Digits::read(self.text, single)
    }

    /// Its value as the lower end of a range that `end` closes.
    fn as_start_of(&self, end: &Amount, text: &str) -> Option<u64> {
        if REFERENCES.iter().any(|word| ends_with_word(text[..self.start].trim_end(), word)) {
            return None;
        }
        let plain = self.digits(single_by_length).and_then(|digits| digits.whole());
        if end.multiplier > 1 {
            // "2-3 triệu" counts millions at both ends, "500.000 - 1 triệu" cannot.
            let multiplied = self.digits(single_by_sign)?.scaled(end.multiplier);
            let sum = plain.filter(|_| self.is_grouped());
            return multiplied.filter(|value| *value < end.value).or(sum).filter(|value| *value < end.value);
        }
        // Both ends are written alike, or the lower one has no thousands to group; smaller ones count something else.
        let alike = |value: u64| value >= 100 && (value < 1000 || self.is_grouped() == end.grouped);
        plain.filter(|value| alike(*value) && *value < end.value)
    }

    fn is_grouped(&self) -> bool {
        !self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether it is written like a sum of money: grouped, or of four digits and more, for nothing costs less than
    /// 1,000 đồng; or nothing at all ("0đ").
    fn is_sum(&self) -> bool {
        self.text.len() > 3 || self.text == "0"
    }
}

/// Words before a number that make it a reference, not the lower end of a range.
const REFERENCES: [&str; 14] =
    ["điều", "khoản", "điểm", "số", "mục", "năm", "ngày", "tháng", "bước", "nhóm", "loại", "hạng", "cấp", "lục"];

/// Length of the number that a text begins with: digits, with single points and commas between them, or in
/// groups of three after spaces.
fn token_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let run = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let first = run(0);
    let mut end = first;
    let mut spaces_group = first <= 3;
    loop {
        let digits = run(end + 1);
        match bytes.get(end) {
            Some(b'.' | b',') if digits > 0 => spaces_group = false,
            Some(b' ') if digits == 3 && spaces_group => {}
            _ => return end,
        }
        end += 1 + digits;
    }
}

/// An amount as read.
#[derive(Clone, Debug)]
struct Amount {
    value: u64,
    /// 1,000 for "nghìn" and so on; 1 where there is no such word.
    multiplier: u64,
    /// Whether its digits were grouped.
    grouped: bool,
    /// Where it ends in the text.
    end: usize,
}

impl Amount {
    /// Reads multiplier and currency after a number.
    fn read(text: &str, number: &Number<'_>) -> Option<Self> {
        let rest = text[number.end..].strip_prefix(",-").or_else(|| text[number.end..].strip_prefix(".-"));
        let rest = rest.unwrap_or(&text[number.end..]);
        let at = |rest: &str| text.len() - rest.len();
        let Some((multiplier, after)) = multiplier(rest) else {
            let after = currency(rest, number.is_sum()).or_else(|| per_unit(rest, number))?;
            let value = number.digits(single_by_length)?.whole()?;
            return Some(Self { value, multiplier: 1, grouped: number.is_grouped(), end: at(after) });
        };
        let first = number.digits(single_by_sign)?.scaled(multiplier)?;
        let (value, after) = match remainder(text, at(after), multiplier) {
            Some((remainder, end)) => (first.checked_add(remainder)?, &text[end..]),
            None => (first, after),
        };
        let after = currency(after, true).or_else(|| ends_amount(after).then_some(after))?;
        Some(Self { value, multiplier, grouped: number.is_grouped(), end: at(after) })
    }
}

/// The `200 nghìn` of "1 triệu 200 nghìn", or the `200.000` of "1 triệu 200.000 đồng", and where it ends.
fn remainder(text: &str, at: usize, above: u64) -> Option<(u64, usize)> {
    let number = Number::next(text, at).filter(|number| text[at..number.start].trim().is_empty())?;
    let rest = &text[number.end..];
    let (value, after) = match multiplier(rest) {
        Some((factor, after)) if factor < above => (number.digits(single_by_sign)?.scaled(factor)?, after),
        Some(_) => return None,
        None => {
            currency(rest, number.is_sum())?;
            (number.digits(single_by_length)?.whole()?, rest)
        }
    };
    (value < above).then_some((value, text.len() - after.len()))
}

/// Words that multiply, and by how much.
const MULTIPLIERS: [(&str, u64); 9] = [
    ("nghìn", 1_000),
    ("nghin", 1_000),
    ("ngàn", 1_000),
    ("ngan", 1_000),
    ("triệu", 1_000_000),
    ("trieu", 1_000_000),
    ("tỷ", 1_000_000_000),
    ("tỉ", 1_000_000_000),
    ("ty", 1_000_000_000),
];

/// The factor of "triệu", "nghìn tỷ" …, and what follows.
fn multiplier(rest: &str) -> Option<(u64, &str)> {
    let word = |rest| MULTIPLIERS.iter().find_map(|(word, factor)| Some((*factor, strip_word(rest, word)?)));
    let (factor, after) = word(rest)?;
    match word(after) {
        Some((second, after)) if second > factor => Some((factor.checked_mul(second)?, after)),
        _ => Some((factor, after)),
    }
}

/// Names of the currency; longer ones first.
const CURRENCIES: [&str; 11] = [
    "việt nam đồng",
    "viet nam dong",
    "đồng việt nam",
    "dong viet nam",
    "vn đồng",
    "vn đ",
    "vnđ",
    "vnd",
    "đồng",
    "₫",
    "đ",
];

/// What slips and keyboards without đ make of them; believed after sums only.
const MISSPELT: [&str; 4] = ["dong", "đông", "đòng", "d"];

/// Words after "đồng" that make it another word: đồng chí, đồng thời …
const COMPOUNDS: [&str; 14] =
    ["chí", "thời", "ý", "bộ", "nghiệp", "sở", "tác", "phạm", "minh", "bào", "hành", "hồ", "loạt", "chủ"];

/// What follows the name of the currency.
///
/// `is_sum` says that the number before is surely one of money; otherwise look-alikes of the currency are refused.
fn currency(rest: &str, is_sum: bool) -> Option<&str> {
    let named = |names: &[&'static str]| names.iter().find_map(|name| Some((*name, strip_word(rest, name)?)));
    let Some((name, after)) = named(&CURRENCIES) else {
        return named(&MISSPELT).filter(|_| is_sum).map(|(_, after)| after);
    };
    let doubtful = match name {
        "đồng" => COMPOUNDS.iter().any(|next| strip_word(after, next).is_some()),
        // "Mẫu 1đ", "khoản 2 đ": letters of an enumeration.
        "đ" => true,
        _ => false,
    };
    (!doubtful || is_sum).then_some(after)
}

/// What a fee is paid for, in notes that leave the currency out: "230.000/lần".
const UNITS: [&str; 22] = [
    "lần",
    "hồ sơ",
    "giấy",
    "bản",
    "trang",
    "tờ",
    "người",
    "lượt",
    "chứng chỉ",
    "trường hợp",
    "thẻ",
    "đơn",
    "cơ sở",
    "sản phẩm",
    "mẫu",
    "phương tiện",
    "xe",
    "thửa",
    "sổ",
    "biển",
    "1",
    "01",
];

/// What follows a grouped sum that names no currency but what it is paid for.
fn per_unit<'t>(rest: &'t str, number: &Number<'_>) -> Option<&'t str> {
    let paid_for = rest.trim_start().strip_prefix('/')?;
    let fits = number.is_grouped() && number.is_sum() && UNITS.iter().any(|unit| strip_word(paid_for, unit).is_some());
    fits.then_some(rest)
}

/// Words that may follow "1,5 triệu" where it is money; after others it counts trees or people.
const AFTER_AMOUNT: [&str; 16] =
    ["một", "mỗi", "cho", "đối", "với", "nếu", "khi", "và", "hoặc", "đến", "tới", "trở", "theo", "từ", "trên", "dưới"];

fn ends_amount(rest: &str) -> bool {
    let rest = rest.trim_start();
    let starts_word = rest.starts_with(|letter: char| letter.is_alphanumeric() || matches!(letter, '%' | '$' | '€'));
    !starts_word || AFTER_AMOUNT.iter().any(|word| strip_word(rest, word).is_some())
}

/// What follows a word, where the text begins with it (after blanks) and the word ends there.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let after = text.trim_start_matches(' ').strip_prefix(word)?;
    (!after.starts_with(char::is_alphanumeric)).then_some(after)
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// Whether what stands between two numbers makes them the ends of a range.
fn is_range(between: &str) -> bool {
    matches!(between.trim(), "-" | "–" | "—" | "~" | "÷" | "đến" | "tới" | "đến dưới" | "den")
}

#[cfg(test)]
mod tests {
    use super::{amounts, parse_amount};

    #[test]
    fn amounts_with_their_currency_are_found() {
        for (note, expected) in [
            ("20.000 đồng", vec![20_000]),
            ("200.000đ/lần", vec![200_000]),
            ("20 triệu đồng", vec![20_000_000]),
            ("1,5 triệu", vec![1_500_000]),
            ("5 triệu đ", vec![5_000_000]),
            ("5.000 vnđ", vec![5_000]),
            ("5,000 Việt Nam Đồng", vec![5_000]),
            ("20 000 Đồng", vec![20_000]),
            ("Phí: 50.000đồng/hồ sơ; lệ phí 10.000 VND/bản.", vec![50_000, 10_000]),
            ("tờ khai/20.000 đồng", vec![20_000]),
            ("100.000,- đồng", vec![100_000]),
            ("20.000,00 đồng", vec![20_000]),
            ("50 nghìn đồng (Năm mươi nghìn đồng)", vec![50_000]),
            ("2,5 tỷ đồng", vec![2_500_000_000]),
            ("1 triệu 200 nghìn đồng", vec![1_200_000]),
            ("1 triệu 200.000 đồng", vec![1_200_000]),
            ("300.000d", vec![300_000]),
            ("0 đồng, 0đ", vec![0, 0]),
            ("2 nghìn tỷ đồng", vec![2_000_000_000_000]),
            ("Phí thẩm định: 230.000/lần", vec![230_000]),
            ("Ngày làm việc800,000 Việt Nam Đồng", vec![800_000]),
            ("15.000 đông/giấy", vec![15_000]),
            ("200.000 đồng hồ sơ mới", vec![200_000]),
        ] {
            assert_eq!(amounts(note), expected, "{note}");
        }
    }

    #[test]
    fn both_ends_of_a_range_are_found() {
        assert_eq!(amounts("3.000.000-5.000.000 Đồng"), [3_000_000, 5_000_000]);
        assert_eq!(amounts("từ 2 đến 3 triệu đồng"), [2_000_000, 3_000_000]);
        assert_eq!(amounts("500.000 đồng – 1 triệu đồng"), [500_000, 1_000_000]);
        assert_eq!(amounts("500.000 - 1 triệu đồng"), [500_000, 1_000_000]);
        assert_eq!(amounts("1.500 – 2.000 triệu đồng"), [1_500_000_000, 2_000_000_000]);
        assert_eq!(amounts("1,5-2 tỷ đồng"), [1_500_000_000, 2_000_000_000]);
    }

    #[test]
    fn other_numbers_are_no_amounts() {
        for note in [
            "Thông tư 85/2019/TT-BTC",
            "0,1% giá trị; 10 %/năm",
            "ngày 30/12/2023",
            "100 USD, 5 triệu USD, $5.000",
            "02 đồng chí, 5 đồng thời",
            "2 dòng",
            "20.000",
            "khoản 1 Điều 5 đơn",
            "5 tỷ lệ",
            "1 triệu người, 01 triệu cây/năm, 300 nghìn thuê bao",
            "Mẫu 1đ, mẫu số 22đ; khoản 1, 2 đ",
            "Quyết định 1.234/QĐ-UBND",
            "1.2.3.4 đồng",
            "99999999999999999999 đồng",
            "0,5 đồng",
        ] {
            assert_eq!(amounts(note), [0_u64; 0], "{note}");
        }
        assert_eq!(amounts("Năm 2023 - 20.000 đồng; Điều 5 - 10 triệu đồng"), [20_000, 10_000_000]);
    }

    #[test]
    fn decomposed_notes_read_alike() {
        assert_eq!(amounts("20.000 đo\u{302}\u{300}ng"), [20_000]);
    }

    #[test]
    fn cells_that_are_an_amount_are_read() {
        for text in ["20000", "20.000", "20,000", "20.000 đ", "20000 VNĐ", "20.000 đồng.", "20 nghìn đồng", "20000.0"]
        {
            assert_eq!(parse_amount(text), Some(20_000), "{text}");
        }
        for text in ["", "đồng", "20.000 đồng/lần", "-20000", "20 USD", "Không", "20.000 30.000 đ"] {
            assert_eq!(parse_amount(text), None, "{text}");
        }
    }
}
