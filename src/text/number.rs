//! Numbers in Vietnamese and plain notation.
//!
//! Vietnamese writes `1.234,5`, software exports `1234.5` or `1,234.5`, and one separator before three digits may
//! mean either. Each function says how it reads that case; the caller knows what the column holds.

/// Reads a number: `1.234,5`, `1234.5`, `1,234.5`, `1 234`, `-3`.
///
/// A single point before exactly three digits groups (`1.234` is 1234, as Vietnamese documents write), unless the
/// number begins with `0`. A single comma is the decimal sign, except before exactly three digits: `1,234` may be
/// either and is refused, unless it begins with `0`. See [`parse_integer`] and [`parse_decimal`] for columns that
/// settle the question.
#[must_use]
pub fn parse_number(text: &str) -> Option<f64> {
    let (negative, digits) = split_sign(text)?;
    Digits::read(&digits, single_by_position)?.signed(negative)
}

/// Reads a number whose single point or comma is always the decimal sign: `28.125` and `28,125` are the same score.
#[must_use]
pub fn parse_decimal(text: &str) -> Option<f64> {
    let (negative, digits) = split_sign(text)?;
    Digits::read(&digits, |_| Some(Role::Decimal))?.signed(negative)
}

/// Reads a count: `20.000`, `5,000`, `20 000`, `20000`; decimals only where they are zeros (`20.000,00`).
#[must_use]
pub fn parse_integer(text: &str) -> Option<u64> {
    let (negative, digits) = split_sign(text)?;
    if negative {
        return None;
    }
    Digits::read(&digits, single_by_length)?.whole()
}

/// Reads a percentage, with or without its sign: `95,5%`, `95.5 %` and `95,5` are 95.5.
///
/// A single point or comma is the decimal sign.
#[must_use]
pub fn parse_percent(text: &str) -> Option<f64> {
    let text = text.trim();
    parse_decimal(text.strip_suffix('%').unwrap_or(text))
}

/// What a separator means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Groups digits by three.
    Group,
    /// Separates the decimals.
    Decimal,
}

/// The only separator of a number, and what stands around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Single {
    /// Point or comma.
    separator: u8,
    /// Digits before it.
    before: usize,
    /// Digits after it.
    after: usize,
    /// Whether the number begins with `0`.
    leading_zero: bool,
}

impl Single {
    /// Whether it may group.
    const fn may_group(self) -> bool {
        self.after == 3 && self.before <= 3 && !self.leading_zero
    }
}

/// Running text: a point groups where it can, a comma before three digits is undecided.
const fn single_by_position(single: Single) -> Option<Role> {
    match (single.may_group(), single.separator) {
        (true, b'.') => Some(Role::Group),
        (true, _) => None,
        (false, _) => Some(Role::Decimal),
    }
}

/// Counts and amounts: what can group, groups.
pub(super) fn single_by_length(single: Single) -> Option<Role> {
    Some(if single.may_group() { Role::Group } else { Role::Decimal })
}

/// Numbers before "triệu": a point groups where it can, a comma is the decimal sign.
pub(super) fn single_by_sign(single: Single) -> Option<Role> {
    Some(if single.may_group() && single.separator == b'.' { Role::Group } else { Role::Decimal })
}

/// A number as read: its digits without separators, and how many of them are decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    digits: String,
    decimals: usize,
}

impl Digits {
    /// Reads digits with points, commas and single spaces between them; `single` decides an ambiguous separator.
    pub(super) fn read(text: &str, single: impl Fn(Single) -> Option<Role>) -> Option<Self> {
        let (whole, fraction) = split_fraction(text, single)?;
        let whole = ungroup(whole)?;
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Some(Self { digits: whole + fraction, decimals: fraction.len() })
    }

    /// The number with its sign, where it is not beyond all bounds.
    fn signed(&self, negative: bool) -> Option<f64> {
        let (whole, fraction) = self.digits.split_at(self.digits.len() - self.decimals);
        let number: f64 = format!("{whole}.{fraction}").parse().ok()?;
        number.is_finite().then_some(if negative { -number } else { number })
    }

    /// The number as a count: no decimals but one or two zeros. More zeros are a slip in the grouping (`20.0000`).
    pub(super) fn whole(&self) -> Option<u64> {
        if self.decimals > 2 { None } else { self.scaled(1) }
    }

    /// The number times `factor`, where that is whole and fits.
    pub(super) fn scaled(&self, factor: u64) -> Option<u64> {
        let fraction = self.digits[self.digits.len() - self.decimals..].trim_end_matches('0');
        let kept = self.digits.len() - self.decimals + fraction.len();
        let number: u128 = self.digits[..kept].parse().ok()?;
        let divisor = 10_u128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
        let product = number.checked_mul(u128::from(factor))?;
        product.is_multiple_of(divisor).then(|| u64::try_from(product / divisor).ok())?
    }
}

/// Splits at the decimal sign.
fn split_fraction(text: &str, single: impl Fn(Single) -> Option<Role>) -> Option<(&str, &str)> {
    let points = text.matches('.').count();
    let commas = text.matches(',').count();
    let last = text.rfind(['.', ',']);
    let at = match (points, commas, last) {
        (0, 0, _) | (_, _, None) => return Some((text, "")),
        (1, 0, Some(at)) | (0, 1, Some(at)) => {
            let before = text[..at].bytes().filter(u8::is_ascii_digit).count();
            let (separator, after) = (text.as_bytes()[at], text.len() - at - 1);
            let role = single(Single { separator, before, after, leading_zero: text.starts_with('0') })?;
            // Spaces already group, so the separator cannot.
            let role = if text[..at].contains(' ') { Role::Decimal } else { role };
            if role == Role::Group {
                return Some((text, ""));
            }
            at
        }
        // One kind, several times: it groups.
        (_, 0, _) | (0, _, _) => return Some((text, "")),
        // Both kinds: the last is the decimal sign, and must be the only one of its kind.
        (_, 1, Some(at)) if text.as_bytes()[at] == b',' => at,
        (1, _, Some(at)) if text.as_bytes()[at] == b'.' => at,
        _ => return None,
    };
    let (whole, fraction) = (&text[..at], &text[at + 1..]);
    (!fraction.is_empty()).then_some((whole, fraction))
}

/// The digits of a whole number whose groups, if it has any, are all separated alike and have three digits.
fn ungroup(text: &str) -> Option<String> {
    let separator = text.chars().find(|letter| !letter.is_ascii_digit());
    let Some(separator) = separator else { return (!text.is_empty()).then(|| text.to_owned()) };
    if !matches!(separator, '.' | ',' | ' ') {
        return None;
    }
    let mut digits = String::with_capacity(text.len());
    for (at, group) in text.split(separator).enumerate() {
        let length_fits = if at == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
        if !length_fits || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

/// Takes the sign off and makes every blank a plain one.
fn split_sign(text: &str) -> Option<(bool, String)> {
    let text = fold_blanks(text);
    let text = text.trim();
    let unsigned = text.strip_prefix(['-', '\u{2212}']);
    let digits = unsigned.or_else(|| text.strip_prefix('+')).unwrap_or(text).trim_start();
    digits.starts_with(|letter: char| letter.is_ascii_digit()).then(|| (unsigned.is_some(), digits.to_owned()))
}

/// No-break and other blanks as plain spaces.
pub(super) fn fold_blanks(text: &str) -> String {
    text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::{parse_decimal, parse_integer, parse_number, parse_percent};

    #[test]
    fn vietnamese_and_plain_numbers_are_read() {
        for (text, number) in [
            ("0", 0.0),
            ("1.234,5", 1234.5),
            ("1234.5", 1234.5),
            ("1,234.5", 1234.5),
            ("1 234", 1234.0),
            ("1\u{A0}234,50", 1234.5),
            ("1.234", 1234.0),
            ("1.234.567", 1_234_567.0),
            ("1,234,567", 1_234_567.0),
            ("1,5", 1.5),
            ("0,125", 0.125),
            ("0.125", 0.125),
            ("1234.567", 1234.567),
            ("-3,5", -3.5),
            ("\u{2212}2", -2.0),
            ("+7", 7.0),
            (" 007 ", 7.0),
        ] {
            assert_eq!(parse_number(text), Some(number), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_or_undecided_is_refused() {
        for text in [
            "",
            "-",
            "—",
            "abc",
            "1,234",
            "12 %",
            "1.2.3",
            "1,23,456",
            "1.234,567,8",
            "1,",
            ".5",
            "1..2",
            "1  234",
            "12 34",
            "١٢",
            "1e5",
            "--1",
            "inf",
            "NaN",
            "1.234 567",
            &"9".repeat(400),
        ] {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }

    #[test]
    fn counts_take_both_separators_for_groups() {
        for text in ["20.000", "20,000", "20 000", "20000", "20.000,00", "20,000.0", "20000.0"] {
            assert_eq!(parse_integer(text), Some(20_000), "{text}");
        }
        for text in ["-1", "1,5", "2.50", "20.0000", "99999999999999999999"] {
            assert_eq!(parse_integer(text), None, "{text}");
        }
    }

    #[test]
    fn scores_and_percentages_take_a_single_separator_for_the_decimal_sign() {
        assert_eq!(parse_decimal("28.125"), Some(28.125));
        assert_eq!(parse_decimal("28,125"), Some(28.125));
        assert_eq!(parse_decimal("1.028,125"), Some(1028.125));
        assert_eq!(parse_percent("95,5 %"), Some(95.5));
        assert_eq!(parse_percent("100%"), Some(100.0));
        assert_eq!(parse_percent("%"), None);
        assert_eq!(parse_percent("5%%"), None);
    }
}
