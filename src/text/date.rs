//! Calendar dates as officials write them.

use jiff::civil::Date;

use super::{fold, number::fold_blanks};

/// Reads a date: `2024-06-29`, `29/6/2024`, `24-03-2021`, `24.03.2021`, `ngày 30 tháng 12 năm 2023`,
/// `18 tháng 6 năm 2025`; a time of day after it is ignored.
///
/// The day comes first unless a four-digit year does. Only days that exist are dates, and years have four digits:
/// what `3/4/24` means is for a person to say.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let text = fold_blanks(text);
    let text = text.trim().trim_end_matches(['.', ',', ';']).trim_end();
    if text.len() > 64 {
        return None;
    }
    numeric(without_time(text)).or_else(|| spelled(&fold(text)))
}

/// A date as Vietnamese documents write it: `30/12/2023`.
#[must_use]
pub fn format_date(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// Cuts off `T00:00:00Z`, ` 14:05` and the like.
fn without_time(text: &str) -> &str {
    let Some(end) = text.find([':', 'T']) else { return text };
    let head = &text[..end];
    if text.as_bytes()[end] == b'T' {
        return head;
    }
    head.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end_matches([' ', ','])
}

/// Three numbers between equal separators, year first or last.
fn numeric(text: &str) -> Option<Date> {
    let separator = text.chars().find(|letter| matches!(letter, '/' | '-' | '.'))?;
    let mut parts = text.split(separator).map(str::trim);
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    if first.len() == 4 && separator != '.' { date(last, month, first) } else { date(first, month, last) }
}

/// `[ngày] 30 tháng 12 năm 2023`, folded; commas and "năm" may be missing.
fn spelled(text: &str) -> Option<Date> {
    let mut words = text.split([' ', ',']).filter(|word| !word.is_empty()).peekable();
    words.next_if_eq(&"ngay");
    let day = words.next()?;
    if words.next()? != "thang" {
        return None;
    }
    let month = words.next()?;
    words.next_if_eq(&"nam");
    let year = words.next()?;
    words.next().is_none().then(|| date(day, month, year))?
}

/// The day, where it exists; the day and the month have one or two digits, the year four.
fn date(day: &str, month: &str, year: &str) -> Option<Date> {
    let digits = |part: &str, least: usize, most: usize| {
        (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !digits(day, 1, 2) || !digits(month, 1, 2) || !digits(year, 4, 4) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{format_date, parse_date};

    #[test]
    fn every_official_form_is_read() {
        for text in [
            "2023-12-30",
            "30/12/2023",
            " 30-12-2023 ",
            "30.12.2023",
            "30 / 12 / 2023",
            "ngày 30 tháng 12 năm 2023",
            "30 tháng 12 năm 2023.",
            "Ngày 30 tháng 12, 2023",
            "2023-12-30T00:00:00Z",
            "30/12/2023 14:05:00",
            "30/12/2023\u{A0}9:05",
            "NGÀY 30 THÁNG 12 NĂM 2023",
        ] {
            assert_eq!(parse_date(text), Some(date(2023, 12, 30)), "{text}");
        }
        assert_eq!(parse_date("1/6/2024"), Some(date(2024, 6, 1)));
    }

    #[test]
    fn days_that_do_not_exist_and_other_texts_are_refused() {
        for text in [
            "",
            "31/04/2024",
            "29/02/2023",
            "0/1/2024",
            "12/30/2023",
            "30/12/23",
            "2023",
            "30/12-2023",
            "1.001193",
            "85/2019/TT-BTC",
            "30/12/2023/5",
            "ngày tháng năm",
            "30 tháng 12",
            "2023-12-30-1",
            "T",
            ":",
            "٣٠/١٢/٢٠٢٣",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_written_day_first() {
        assert_eq!(format_date(date(2024, 2, 9)), "09/02/2024");
    }
}
