//! One record → a record of a register, by the columns of its kind.

use std::collections::BTreeMap;

use crate::diag::{RegisterProblem, ValueProblem};
use crate::kinds::{Column as KindColumn, ColumnType, Kind, Layout};
use crate::model::{Datum, Register};
use crate::source::Value;
use crate::text;

use super::column::Column;
use super::record::{Entry, Record, flatten};
use super::report::Report;
use super::statistics::parse_period;
use super::value::part::is_absent;
use super::value::scalar::{is_web_address, texts};
use super::words::normal;

/// Reads a record; without what its kind requires there is none, and the report says so.
///
/// Personal columns are passed over without a look at their values.
pub(super) fn register(mut record: Record<'_>, kind: &Kind, report: &mut Report<'_>) -> Option<Register> {
    let mut read = Register { kind: kind.id.clone(), ..Register::default() };
    let mut missing = Vec::new();
    for (at, column) in (0..).zip(&kind.columns) {
        match record.take(Column::Custom(at)) {
            Some(entry) if column.personal => {
                let heading = entry.spot.heading.unwrap_or(&column.heading.vi).to_owned();
                let problem = RegisterProblem::Personal { heading: heading.clone() };
                report.add(&entry.spot, problem, &heading);
            }
            entry => {
                let place = entry.as_ref().map(|entry| report.locate(&entry.spot));
                match entry.and_then(|entry| datum(column, entry, report)) {
                    Some(datum) => {
                        read.places.extend(place.map(|place| (column.id.clone(), place)));
                        read.values.insert(column.id.clone(), datum);
                    }
                    None if column.required => missing.push(column),
                    None => {}
                }
            }
        }
    }
    if !missing.is_empty() && !read.values.is_empty() {
        for column in &missing {
            let problem = ValueProblem::Missing { column: column.heading.vi.clone() };
            report.add(&record.spot.clone(), problem, &column.heading.vi);
        }
    }
    record.report_rest(report);
    read.key = key(kind, &read.values);
    missing.is_empty().then_some(read)
}

/// What tells the record from others: its code as it is where it is looked up, else in letters of addresses.
fn key(kind: &Kind, values: &BTreeMap<String, Datum>) -> String {
    let words = |id: &str| match values.get(id)? {
        Datum::Text(text) | Datum::Due { words: text, .. } => Some(text.clone()),
        Datum::Number(number) => Some(number.to_string()),
        Datum::Date(day) => Some(day.to_string()),
        Datum::List(items) => Some(items.join(" ")),
        Datum::Flag(_) => None,
    };
    let written = words(&kind.key).or_else(|| words(&kind.title)).unwrap_or_default();
    if kind.layout == Layout::Lookup { written } else { text::slug(&written) }
}

/// What a cell says, by the type of its column. What cannot be read stays as its words, and is reported.
fn datum(column: &KindColumn, entry: Entry<'_>, report: &mut Report<'_>) -> Option<Datum> {
    match column.column_type {
        ColumnType::Text => words_of(entry, report).map(|text| Datum::Text(one_line(&text))),
        ColumnType::Long => words_of(entry, report).map(Datum::Text),
        ColumnType::Date => date(entry, report),
        ColumnType::Due => due(entry, report),
        ColumnType::Time => time(entry, report),
        ColumnType::Number => number(entry, report, text::parse_decimal),
        ColumnType::Percent => {
            number(entry, report, |text| text::parse_percent(text).or_else(|| text::parse_decimal(text)))
        }
        ColumnType::Money => number(entry, report, |text| text::parse_amount(text).map(|amount| amount as f64)),
        ColumnType::Flag => flag(entry, report),
        ColumnType::Choice => choice(column, entry, report),
        ColumnType::Link => link(entry, report),
        ColumnType::List | ColumnType::Procedure | ColumnType::Unit | ColumnType::Record => {
            let items = texts(Some(entry), report);
            (!items.is_empty()).then_some(Datum::List(items))
        }
        ColumnType::Code => code(column, entry, report),
    }
}

fn words_of(entry: Entry<'_>, report: &mut Report<'_>) -> Option<String> {
    entry.into_text(report).map(|(text, _)| text).filter(|text| !is_absent(text))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn date(entry: Entry<'_>, report: &mut Report<'_>) -> Option<Datum> {
    if let Value::Date(day) = entry.value {
        return Some(Datum::Date(day));
    }
    let Entry { value, spot } = entry;
    let written = one_line(&flatten(value));
    match text::parse_date(&written) {
        Some(day) => Some(Datum::Date(day)),
        None if is_absent(&written) => None,
        None => {
            report.add(&spot, ValueProblem::BadDate, &written);
            Some(Datum::Text(written))
        }
    }
}

/// A day, a month, a quarter, a year; words that name none are kept, and it is noted that nobody can be late.
fn due(entry: Entry<'_>, report: &mut Report<'_>) -> Option<Datum> {
    if let Value::Date(day) = entry.value {
        return Some(Datum::Due { words: text::format_date(day), last: Some(day) });
    }
    let Entry { value, spot } = entry;
    let words = one_line(&flatten(value));
    if is_absent(&words) {
        return None;
    }
    let period = || {
        let period = parse_period(&words);
        period.to.or_else(|| period.span.days().map(|(_, last)| last))
    };
    let last = text::parse_date(&words).or_else(period);
    if last.is_none() {
        report.add(&spot, RegisterProblem::DueWithoutDay, &words);
    }
    Some(Datum::Due { words, last })
}

fn time(entry: Entry<'_>, report: &mut Report<'_>) -> Option<Datum> {
    let Entry { value, spot } = entry;
    let written = one_line(&flatten(value));
    if is_absent(&written) {
        return None;
    }
    let read = time_of_day(&written);
    if read.is_none() {
        report.add(&spot, RegisterProblem::BadTime, &written);
    }
    Some(Datum::Text(read.unwrap_or(written)))
}

/// `7:30`, `07h30`, `7 giờ 30`, `14h` as `07:30`.
fn time_of_day(written: &str) -> Option<String> {
    let plain = text::fold(written).replace("gio", "h").replace("phut", "").replace(' ', "");
    let (hour, minute) = plain.split_once([':', 'h'])?;
    let minute = minute.trim_end_matches(":00");
    let hour: u8 = hour.parse().ok().filter(|hour| *hour < 24)?;
    let minute: u8 = if minute.is_empty() { 0 } else { minute.parse().ok().filter(|minute| *minute < 60)? };
    Some(format!("{hour:02}:{minute:02}"))
}

fn number(entry: Entry<'_>, report: &mut Report<'_>, parse: impl Fn(&str) -> Option<f64>) -> Option<Datum> {
    let Entry { value, spot } = entry;
    if let Value::Number(number) = value
        && number.is_finite()
    {
        return Some(Datum::Number(number));
    }
    let written = one_line(&flatten(value));
    if is_absent(&written) {
        return None;
    }
    match parse(&written).filter(|number| number.is_finite()) {
        Some(number) => Some(Datum::Number(number)),
        None => {
            report.add(&spot, RegisterProblem::BadNumber, &written);
            Some(Datum::Text(written))
        }
    }
}

fn flag(entry: Entry<'_>, report: &mut Report<'_>) -> Option<Datum> {
    super::value::scalar::answer(Some(entry), report).map(Datum::Flag)
}

fn choice(column: &KindColumn, entry: Entry<'_>, report: &mut Report<'_>) -> Option<Datum> {
    let (written, spot) = entry.into_text(report)?;
    let written = one_line(&written);
    let wanted = normal(&written);
    let known = column.choices.iter().find(|choice| {
        let words = [&choice.id, &choice.label.vi, &choice.label.en];
        words.into_iter().chain(&choice.synonyms).any(|word| normal(word) == wanted)
    });
    if let Some(choice) = known {
        return Some(Datum::Text(choice.id.clone()));
    }
    if is_absent(&written) {
        return None;
    }
    let known = column.choices.iter().map(|choice| choice.label.vi.as_str()).collect::<Vec<_>>().join("; ");
    report.add(&spot, RegisterProblem::UnknownChoice { column: column.heading.vi.clone(), known }, &written);
    Some(Datum::Text(written))
}

/// An address of the web, or a path to a file of the site; anything else could lead anywhere.
fn link(entry: Entry<'_>, report: &mut Report<'_>) -> Option<Datum> {
    let (written, spot) = entry.into_text(report)?;
    let written = written.trim();
    if is_absent(written) {
        return None;
    }
    let is_path = !written.contains([':', '\\', '<', '>', '"']) && !written.starts_with("//");
    if is_web_address(written) || is_path {
        return Some(Datum::Text(written.to_owned()));
    }
    report.add(&spot, ValueProblem::BadUrl, written);
    None
}

fn code(column: &KindColumn, entry: Entry<'_>, report: &mut Report<'_>) -> Option<Datum> {
    let (written, spot) = entry.into_text(report)?;
    let written = one_line(&written);
    if is_absent(&written) {
        return None;
    }
    let code = written.to_uppercase();
    if !column.fits_shape(&code) {
        let problem = RegisterProblem::BadShape { column: column.heading.vi.clone(), shape: column.shape.clone() };
        report.add(&spot, problem, &written);
    }
    Some(Datum::Text(code))
}

#[cfg(test)]
mod tests {
    use super::time_of_day;

    #[test]
    fn times_of_day_are_read_as_people_write_them() {
        for (written, read) in [
            ("7:30", Some("07:30")),
            ("07:30:00", Some("07:30")),
            ("7h30", Some("07:30")),
            ("7 giờ 30 phút", Some("07:30")),
            ("14h", Some("14:00")),
            ("14 giờ", Some("14:00")),
            ("24:00", None),
            ("7:60", None),
            ("sáng", None),
            ("-1:00", None),
        ] {
            assert_eq!(time_of_day(written).as_deref(), read, "{written}");
        }
    }
}
