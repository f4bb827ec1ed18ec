//! `.csv`: RFC 4180, UTF-8 with the byte order mark that Excel needs, and nothing that a spreadsheet would compute.

use std::borrow::Cow;

use crate::text;

use super::{Cell, Dataset};

/// By this Excel knows UTF-8 and shows Vietnamese letters right.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

impl Dataset {
    /// The table as `.csv`: decimals with a point, days as `2026-10-10`, lines that end with CR LF.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut csv = String::with_capacity(64 * (self.rows.len() + 1));
        csv.push(BYTE_ORDER_MARK);
        let headings = self.headings();
        line(&mut csv, headings.iter().map(|heading| neutral(heading)));
        for row in &self.rows {
            line(&mut csv, self.cells(row).map(written));
        }
        csv
    }
}

fn line<'a>(csv: &mut String, fields: impl Iterator<Item = Cow<'a, str>>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            csv.push(',');
        }
        if field.contains([',', '"', '\r', '\n']) || field.starts_with(' ') || field.ends_with(' ') {
            csv.push('"');
            csv.push_str(&field.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(&field);
        }
    }
    csv.push_str("\r\n");
}

fn written(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) => neutral(text),
        // Adding zero takes the sign off a negative zero.
        Cell::Number(number) => Cow::Owned((number + 0.0).to_string()),
        Cell::Integer(number) => Cow::Owned(number.to_string()),
        Cell::Date(day) => Cow::Owned(day.to_string()),
    }
}

/// The text, with an apostrophe before what a spreadsheet would take for a formula. Numbers below zero and a dash
/// for "none" are no formulas.
fn neutral(text: &str) -> Cow<'_, str> {
    let begins =
        |letter: char| matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    let harmless =
        || text == "-" || text == "+" || text::parse_number(text).is_some() || text::parse_percent(text).is_some();
    // Blanks before the sign do not stop every program.
    if text.trim_start_matches(' ').starts_with(begins) && !harmless() {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::neutral;

    #[test]
    fn formulas_are_neutralised() {
        for text in ["=1+1", "=cmd|' /C calc'!A0", "+84 (900)", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "-x"]
        {
            assert_eq!(neutral(text), format!("'{text}"));
        }
    }

    #[test]
    fn numbers_below_zero_and_dashes_stay_as_they_are() {
        for text in ["-3", "-3,5", "-1.234,5", "-0,5%", "-", "Phí - lệ phí", "a=b"] {
            assert_eq!(neutral(text), text);
        }
    }
}
