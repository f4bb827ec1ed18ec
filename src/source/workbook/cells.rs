//! From calamine's cells to ours.

use std::io::{Read, Seek};

use calamine::{Data, DataRef, ExcelDateTime, Range, Xlsx, XlsxError};
use jiff::{SignedDuration, civil::DateTime};

use super::bad_workbook;
use super::rows::{Content, Gathering, Sheet, SheetError};
use crate::source::value::{date_or_text, day_part, is_error_value, iso_date, iso_duration};
use crate::source::{Limits, Value};

/// Reads a sheet cell by cell, so that a sheet of a million rows is left at the limit.
pub(super) fn read_streaming<R: Read + Seek>(
    book: &mut Xlsx<R>,
    sheet: &str,
    limits: &Limits,
) -> Result<Sheet, SheetError> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|error| SheetError(bad_workbook(error)))?;
    let mut gathering = Gathering::new(*limits);
    loop {
        let pushed = match reader.next_cell() {
            Ok(Some(cell)) => gathering.push_at(cell.get_position(), content_of_ref(cell.get_value())),
            Ok(None) => return Ok(gathering.finish(None)),
            // An error value of a newer Excel, such as `#SPILL!`; calamine does not tell where, and goes on after it.
            Err(XlsxError::CellError(error)) => {
                let (row, column) = gathering.next_place();
                gathering.push(row, column, Content::Error(error))
            }
            Err(error) => Err((bad_workbook(error), gathering.next_place().0)),
        };
        if let Err(problem) = pushed {
            return Ok(gathering.finish(Some(problem)));
        }
    }
}

/// Takes over a sheet that was read in one go.
pub(super) fn read_range(range: &Range<Data>, limits: &Limits) -> Result<Sheet, SheetError> {
    let (top, left) = range.start().unwrap_or_default();
    let mut gathering = Gathering::new(*limits);
    for (row, cells) in (top..).zip(range.rows()) {
        for (column, cell) in (left..).zip(cells) {
            if let Err(problem) = gathering.push_at((row, column), content_of(cell)) {
                return Ok(gathering.finish(Some(problem)));
            }
        }
    }
    Ok(gathering.finish(None))
}

fn content_of_ref(data: &DataRef<'_>) -> Option<Content> {
    match data {
        DataRef::SharedString(text) => text_content(text),
        DataRef::String(text) => text_content(text),
        DataRef::Error(error) => Some(Content::Error(error.to_string())),
        other => content_of(&Data::from(other.clone())),
    }
}

/// What a cell holds; nothing when it is empty.
fn content_of(data: &Data) -> Option<Content> {
    Some(Content::Value(match data {
        Data::Empty => return None,
        Data::String(text) => return text_content(text),
        Data::Error(error) => return Some(Content::Error(error.to_string())),
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) if number.is_finite() => Value::Number(*number),
        Data::Float(number) => Value::Text(number.to_string()),
        Data::Bool(value) => Value::Bool(*value),
        Data::DateTime(moment) => excel_date(*moment),
        Data::DateTimeIso(text) => iso_date(text),
        Data::DurationIso(text) => Value::Text(iso_duration(text)),
    }))
}

/// Text, or an error value that was kept as text, as OpenDocument files do.
fn text_content(text: &str) -> Option<Content> {
    if text.is_empty() {
        return None;
    }
    let error = is_error_value(text);
    Some(if error { Content::Error(text.to_owned()) } else { Content::Value(Value::Text(text.to_owned())) })
}

/// A date, a date with a time, or a time of day. A day that does not exist (Excel's 29 February 1900) stays a number.
fn excel_date(moment: ExcelDateTime) -> Value {
    let number = moment.as_f64();
    if !number.is_finite() {
        return Value::Text(number.to_string());
    }
    if moment.is_duration() || (0.0..1.0).contains(&number) {
        return day_part(number).map_or(Value::Number(number), Value::Text);
    }
    calendar_date(moment).unwrap_or(Value::Number(number))
}

/// The date and time to the nearest second: fractions of a day hardly ever hit one exactly.
fn calendar_date(moment: ExcelDateTime) -> Option<Value> {
    if moment.as_f64() < 0.0 {
        return None;
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let small = |part: u8| i8::try_from(part).ok();
    let exact = DateTime::new(
        i16::try_from(year).ok()?,
        small(month)?,
        small(day)?,
        small(hour)?,
        small(minute)?,
        small(second)?,
        0,
    );
    let rounded = exact.ok()?.checked_add(SignedDuration::from_secs(i64::from(milli >= 500))).ok()?;
    let time = rounded.time();
    let part = i8::unsigned_abs;
    date_or_text(
        i32::from(rounded.year()),
        part(rounded.month()),
        part(rounded.day()),
        Some((part(time.hour()), part(time.minute()), part(time.second()))),
    )
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;
    use jiff::civil::date;

    use super::*;

    fn moment(number: f64, is_1904: bool) -> Value {
        excel_date(ExcelDateTime::new(number, ExcelDateTimeType::DateTime, is_1904))
    }

    #[test]
    fn both_date_systems_give_the_same_day() {
        assert_eq!(moment(46_300.0, false), Value::Date(date(2026, 10, 5)));
        assert_eq!(moment(46_300.0 - 1_462.0, true), Value::Date(date(2026, 10, 5)));
    }

    #[test]
    fn a_time_of_day_is_never_lost() {
        assert_eq!(moment(46_300.604_166_666_664, false), Value::Text("2026-10-05 14:30".into()));
        assert_eq!(moment(46_299.999_999_999_99, false), Value::Date(date(2026, 10, 5)));
        assert_eq!(moment(0.312_5, false), Value::Text("07:30".into()));
        let duration = ExcelDateTime::new(1.25, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(excel_date(duration), Value::Text("30:00".into()));
    }

    #[test]
    fn days_that_do_not_exist_stay_numbers() {
        assert_eq!(moment(60.0, false), Value::Number(60.0));
        assert_eq!(moment(-3.0, false), Value::Number(-3.0));
        assert_eq!(moment(f64::NAN, false), Value::Text("NaN".into()));
    }

    #[test]
    fn error_values_kept_as_text_are_errors() {
        assert_eq!(text_content("#REF!"), Some(Content::Error("#REF!".into())));
        assert_eq!(text_content("Err:502"), Some(Content::Error("Err:502".into())));
        assert_eq!(text_content("#1"), Some(Content::Value(Value::Text("#1".into()))));
    }
}
