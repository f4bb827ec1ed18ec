//! Legal basis: `* title (number)` of the national records, lines of our own form, nested entries.

use super::lines::{is_instrument_number, list_items, split_last_bracket, strip_folded, without_bullet};
use super::part::{is_absent, stated};
use super::scalar::{date, url};
use crate::diag::ValueProblem;
use crate::ingest::column::{Column, Shape};
use crate::ingest::record::{Entry, Record};
use crate::ingest::report::{Report, Spot};
use crate::model::LegalBasis;
use crate::source::Value;
use crate::text;

/// How far into a line the number of the instrument itself may stand, in bytes; later numbers are of others.
const LEAD: usize = 60;

/// The instruments of a cell.
pub(in crate::ingest) fn legal_basis(entry: Entry<'_>, report: &mut Report<'_>) -> Option<Vec<LegalBasis>> {
    let mut found = Vec::new();
    for item in entry.into_items() {
        match item {
            Entry { value: Value::Map(entries), spot } => {
                let record = Record::nested(Shape::Legal, entries, spot, report);
                found.extend(nested(record, report));
            }
            item => {
                let Some((text, spot)) = item.into_text(report) else { continue };
                let listed = instruments(&text);
                for basis in &listed {
                    report_missing_number(basis, &spot, report);
                }
                found.extend(listed);
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

fn report_missing_number(basis: &LegalBasis, spot: &Spot<'_>, report: &mut Report<'_>) {
    if basis.number.is_none() {
        report.add(spot, ValueProblem::LegalUnparsed, &basis.title);
    }
}

fn nested(mut record: Record<'_>, report: &mut Report<'_>) -> Option<LegalBasis> {
    let basis = LegalBasis {
        number: stated(record.text(Column::Number, report)),
        title: stated(record.text(Column::Name, report)).unwrap_or_default(),
        date: date(record.take(Column::Date), report),
        issuer: stated(record.text(Column::Issuer, report)),
        url: url(record.take(Column::Url), report),
    };
    let spot = record.spot.clone();
    record.report_rest(report);
    if basis.number.is_none() && basis.title.is_empty() {
        return None;
    }
    report_missing_number(&basis, &spot, report);
    Some(basis)
}

fn instruments(text: &str) -> Vec<LegalBasis> {
    if text.trim_start().starts_with("* ") {
        return national(text);
    }
    let items = list_items(text).into_iter().filter(|item| !is_absent(item));
    items.map(|item| if item.contains('|') { barred(item) } else { line(without_bullet(item)) }).collect()
}

/// Items begin with a star; their titles may run over several lines.
fn national(text: &str) -> Vec<LegalBasis> {
    let mut items: Vec<String> = Vec::new();
    for line in super::lines::filled_lines(text) {
        match (line.strip_prefix("* "), items.last_mut()) {
            (None, Some(item)) => {
                item.push(' ');
                item.push_str(line);
            }
            (start, _) => items.push(start.unwrap_or(line).trim().to_owned()),
        }
    }
    items.into_iter().map(titled).collect()
}

/// `title (number)`; what stands in the last bracket is the number where it looks like one.
fn titled(item: String) -> LegalBasis {
    if let Some((title, number)) = split_last_bracket(&item)
        && number.contains(['/', '-'])
        && number.contains(|letter: char| letter.is_ascii_digit())
    {
        let number = Some(number.trim_end_matches('.').to_owned());
        return LegalBasis { number, title: title.to_owned(), ..LegalBasis::default() };
    }
    let number = own_number(&item).map(str::to_owned);
    LegalBasis { number, title: item, ..LegalBasis::default() }
}

/// A line of prose: the number is the last bracket, or the one number at its beginning.
fn line(item: &str) -> LegalBasis {
    let item = item.trim_end_matches([';', '.', ',']);
    if let Some((title, number)) = split_last_bracket(item)
        && is_instrument_number(number)
    {
        return LegalBasis { number: Some(number.to_owned()), title: title.to_owned(), ..LegalBasis::default() };
    }
    let number = own_number(item).map(str::to_owned);
    let title = if number.as_deref() == Some(item) { String::new() } else { item.to_owned() };
    LegalBasis { number, title, ..LegalBasis::default() }
}

/// The number of the instrument that a line names first; in a line that begins with an amendment it is another's.
fn own_number(item: &str) -> Option<&str> {
    let number = item.split([' ', ',', '(', ')', ';']).find(|word| is_instrument_number(word))?;
    let lead = &item[..item.find(number)?];
    let amends = ["sua doi", "bo sung", "bai bo", "thay the"].iter().any(|word| strip_folded(lead, word).is_some());
    (lead.len() <= LEAD && !amends).then_some(number)
}

/// `number | title | day | issuer`, in this or another order.
fn barred(item: &str) -> LegalBasis {
    let mut basis = LegalBasis::default();
    for cell in item.split('|').map(|cell| without_bullet(cell).trim()).filter(|cell| !cell.is_empty()) {
        if basis.number.is_none() && is_instrument_number(cell) {
            basis.number = Some(cell.to_owned());
        } else if basis.date.is_none() && text::parse_date(cell).is_some() {
            basis.date = text::parse_date(cell);
        } else if basis.title.is_empty() {
            cell.clone_into(&mut basis.title);
        } else if basis.issuer.is_none() {
            basis.issuer = Some(cell.to_owned());
        } else {
            basis.title.push_str(" | ");
            basis.title.push_str(cell);
        }
    }
    basis
}

#[cfg(test)]
mod tests {
    use super::instruments;

    fn pairs(text: &str) -> Vec<(Option<String>, String)> {
        instruments(text).into_iter().map(|basis| (basis.number, basis.title)).collect()
    }

    fn pair(number: &str, title: &str) -> (Option<String>, String) {
        (Some(number.to_owned()), title.to_owned())
    }

    #[test]
    fn the_last_bracket_of_a_national_item_is_its_number() {
        let text = "* Quy định về A\nvà B (21/2026/NQ-HĐND (thành phố X))\n  * Luật C (5/2020/QH14.)";
        assert_eq!(
            pairs(text),
            [pair("21/2026/NQ-HĐND (thành phố X)", "Quy định về A và B"), pair("5/2020/QH14", "Luật C")]
        );
    }

    #[test]
    fn a_bracket_without_a_number_stays_in_the_title() {
        assert_eq!(pairs("* Luật D (năm 2020)"), [(None, "Luật D (năm 2020)".to_owned())]);
        assert_eq!(
            pairs("* Luật số 5/2020/QH14 về D (Luật số 5)"),
            [pair("5/2020/QH14", "Luật số 5/2020/QH14 về D (Luật số 5)")]
        );
    }

    #[test]
    fn lines_of_prose_begin_with_their_own_number() {
        assert_eq!(
            pairs("- Nghị định 1/2020/NĐ-CP sửa đổi Nghị định 2/2019/NĐ-CP;"),
            [pair("1/2020/NĐ-CP", "Nghị định 1/2020/NĐ-CP sửa đổi Nghị định 2/2019/NĐ-CP")]
        );
        assert_eq!(pairs("Sửa đổi Nghị định 2/2019/NĐ-CP")[0].0, None);
        assert_eq!(pairs("60/2014/QH13; Luật E"), [pair("60/2014/QH13", ""), (None, "Luật E".to_owned())]);
    }

    #[test]
    fn barred_cells_are_told_apart_by_their_form() {
        let basis = instruments("60/2014/QH13 | Luật F | 20/11/2014 | Quốc hội").remove(0);
        assert_eq!((basis.number.as_deref(), basis.title.as_str()), (Some("60/2014/QH13"), "Luật F"));
        assert_eq!((basis.date.is_some(), basis.issuer.as_deref()), (true, Some("Quốc hội")));
    }
}
