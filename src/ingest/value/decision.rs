//! The announcing decision: `2628/QĐ-BTC`, `Quyết định số 12/QĐ-UBND ngày 05/3/2026 của UBND tỉnh`.

use jiff::civil::Date;

use super::lines::{is_instrument_number, strip_folded};
use super::part::{is_absent, stated};
use super::scalar::date;
use crate::diag::ValueProblem;
use crate::ingest::column::{Column, Shape};
use crate::ingest::record::{Entry, Record};
use crate::ingest::report::{Report, Spot};
use crate::model::Decision;
use crate::source::Value;
use crate::text;

/// Words before a number that say only what it is, folded.
const BEFORE_NUMBER: [&str; 5] = ["quyet dinh so", "quyet dinh", "qd so", "so:", "so"];

/// Days around a decision that have columns of their own.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ingest) struct Days {
    /// Its signing.
    pub(in crate::ingest) signed: Option<Date>,
    /// The instrument behind the procedure takes effect.
    pub(in crate::ingest) basis_effective: Option<Date>,
    /// The procedure went online.
    pub(in crate::ingest) published: Option<Date>,
}

/// The decision of a cell: text or `{ number, date, issuer }`; `apart` are days with columns of their own.
pub(in crate::ingest) fn decision(entry: Option<Entry<'_>>, apart: Days, report: &mut Report<'_>) -> Option<Decision> {
    let mut decision = match entry? {
        Entry { value: Value::Map(entries), spot } => {
            nested(Record::nested(Shape::Decision, entries, spot, report), report)?
        }
        entry => {
            let (text, spot) = entry.into_text(report)?;
            if is_absent(&text) {
                return None;
            }
            worded(text, &spot, report)
        }
    };
    decision.date = decision.date.or(apart.signed);
    Some(Decision { basis_effective: apart.basis_effective, published: apart.published, ..decision })
}

fn nested(mut record: Record<'_>, report: &mut Report<'_>) -> Option<Decision> {
    let number = stated(record.text(Column::Number, report));
    let date = date(record.take(Column::Date), report);
    let issuer = stated(record.text(Column::Issuer, report));
    record.report_rest(report);
    Some(Decision { date, issuer, ..Decision::numbered(number?) })
}

fn worded(text: String, spot: &Spot<'_>, report: &mut Report<'_>) -> Decision {
    if let Some(decision) = parse(&text) {
        return decision;
    }
    report.add(spot, ValueProblem::DecisionUnparsed, &text);
    Decision::numbered(text.trim().to_owned())
}

/// Reads a decision that follows the form to its last word.
fn parse(text: &str) -> Option<Decision> {
    let text = text.trim().trim_end_matches(['.', ',', ';']);
    let start = BEFORE_NUMBER.iter().find_map(|before| strip_folded(text, before)).unwrap_or(text);
    let start = start.trim_start_matches([':', ' ']);
    let end = start.find(char::is_whitespace).unwrap_or(start.len());
    let number = start[..end].trim_end_matches([',', '.']);
    if !is_instrument_number(number) {
        return None;
    }
    let (date, rest) = signed_on(start[end..].trim_start_matches([',', ' ']))?;
    let issuer = match rest {
        "" => None,
        rest => Some(strip_folded(rest, "cua")?.to_owned()),
    };
    Some(Decision { date, issuer, ..Decision::numbered(number.to_owned()) })
}

/// Reads `ngày 05/3/2026` at the start; what follows is handed back.
fn signed_on(text: &str) -> Option<(Option<Date>, &str)> {
    let Some(after) = strip_folded(text, "ngay") else { return Some((None, text)) };
    let end = [" của ", " cua "].iter().find_map(|of| after.find(of)).unwrap_or(after.len());
    let date = text::parse_date(after[..end].trim_end_matches([',', ' ']))?;
    Some((Some(date), after[end..].trim_start()))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn number_day_and_issuer_are_told_apart() {
        let decision = parse("Quyết định số 12/QĐ-UBND ngày 05/3/2026 của UBND tỉnh X").expect("follows the form");
        assert_eq!(decision.number, "12/QĐ-UBND");
        assert_eq!(decision.date.map(|day| day.to_string()).as_deref(), Some("2026-03-05"));
        assert_eq!(decision.issuer.as_deref(), Some("UBND tỉnh X"));
        assert_eq!(parse("Số: 7/QĐ-BTP.").map(|decision| decision.number).as_deref(), Some("7/QĐ-BTP"));
    }

    #[test]
    fn other_forms_are_left_to_a_person() {
        for text in ["QĐ2338-BTP", "43", "12/QĐ-UBND kèm phụ lục", "12/QĐ-UBND ngày 45/3/2026", "12 /QĐ-BCT"]
        {
            assert!(parse(text).is_none(), "{text}");
        }
    }
}
