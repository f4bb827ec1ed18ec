//! Numbers as the site shows them.

/// No-break space, between a number and its unit.
const NBSP: char = '\u{A0}';

/// A whole number in Vietnamese notation: `1.204`.
#[must_use]
pub fn format_integer(number: u64) -> String {
    grouped(&number.to_string(), '.')
}

/// A whole number in English notation: `1,204`.
#[must_use]
pub fn format_integer_en(number: u64) -> String {
    grouped(&number.to_string(), ',')
}

/// A number in Vietnamese notation, rounded to at most `places` decimals, without trailing zeros: `1.204,5`.
///
/// Infinities and NaN, which no published figure is, show as a dash.
#[must_use]
pub fn format_decimal(number: f64, places: usize) -> String {
    decimal(number, places, '.', ',')
}

/// A number in English notation, rounded to at most `places` decimals, without trailing zeros: `1,204.5`.
#[must_use]
pub fn format_decimal_en(number: f64, places: usize) -> String {
    decimal(number, places, ',', '.')
}

/// An amount of money: `20.000 đồng`, with a no-break space.
#[must_use]
pub fn format_dong(amount: u64) -> String {
    format!("{}{NBSP}đồng", format_integer(amount))
}

/// A percentage (95.5 for 95,5 %) in Vietnamese notation with at most two decimals: `95,5%`.
#[must_use]
pub fn format_percent(percent: f64) -> String {
    format!("{}%", format_decimal(percent, 2))
}

/// A percentage (95.5 for 95.5 %) in English notation with at most two decimals: `95.5%`.
#[must_use]
pub fn format_percent_en(percent: f64) -> String {
    format!("{}%", format_decimal_en(percent, 2))
}

fn decimal(number: f64, places: usize, group: char, point: char) -> String {
    if !number.is_finite() {
        return "–".to_owned();
    }
    let rounded = format!("{:.*}", places.min(15), number.abs());
    let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let fraction = fraction.trim_end_matches('0');
    let zero = fraction.is_empty() && whole == "0";
    let mut shown = String::new();
    if number < 0.0 && !zero {
        shown.push('-');
    }
    shown.push_str(&grouped(whole, group));
    if !fraction.is_empty() {
        shown.push(point);
        shown.push_str(fraction);
    }
    shown
}

/// Digits in groups of three.
fn grouped(digits: &str, separator: char) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{format_decimal, format_dong, format_integer, format_integer_en, format_percent, format_percent_en};

    #[test]
    fn integers_are_grouped_by_three() {
        assert_eq!([0, 999, 1_204, 1_234_567].map(format_integer), ["0", "999", "1.204", "1.234.567"]);
        assert_eq!(format_integer_en(1_204), "1,204");
        assert_eq!(format_integer(u64::MAX), "18.446.744.073.709.551.615");
    }

    #[test]
    fn money_does_not_break_from_its_unit() {
        assert_eq!(format_dong(20_000), "20.000\u{A0}đồng");
    }

    #[test]
    fn decimals_are_rounded_and_trimmed() {
        assert_eq!(format_decimal(1204.5, 2), "1.204,5");
        assert_eq!(format_decimal(-0.004, 2), "0");
        assert_eq!(format_decimal(-1.255, 1), "-1,3");
        assert_eq!(format_decimal(f64::NAN, 2), "–");
        assert_eq!(format_percent(95.5), "95,5%");
        assert_eq!(format_percent(100.0), "100%");
        assert_eq!(format_percent_en(99.25), "99.25%");
    }
}
