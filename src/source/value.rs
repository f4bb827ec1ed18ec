//! Dates and times of day as values of cells.

use jiff::civil::Date;

use super::Value;

/// A time of day as `07:30`, or `07:30:15` where the seconds count. Hours may pass 24 in durations.
pub(super) fn time_text(hour: u32, minute: u32, second: u32) -> String {
    match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    }
}

/// A calendar date. With a time of day other than midnight it becomes the text `2026-10-05 14:30`, so that nothing is
/// lost; nothing when there is no such day.
pub(super) fn date_or_text(year: i32, month: u8, day: u8, time: Option<(u8, u8, u8)>) -> Option<Value> {
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(match time {
        None | Some((0, 0, 0)) => Value::Date(date),
        Some((hour, minute, second)) => {
            Value::Text(format!("{date} {}", time_text(u32::from(hour), u32::from(minute), u32::from(second))))
        }
    })
}

/// A date in ISO 8601, with or without a time: `2026-10-05`, `2026-10-05T14:30:00`. Other text stays text.
pub(super) fn iso_date(text: &str) -> Value {
    read_iso_date(text).unwrap_or_else(|| Value::Text(text.to_owned()))
}

fn read_iso_date(text: &str) -> Option<Value> {
    let (date, time) = text.split_once(['T', ' ']).map_or((text, None), |(date, time)| (date, Some(time)));
    let date: Date = date.parse().ok()?;
    let time = match time {
        None => None,
        Some(time) => {
            let mut parts = time.trim_end_matches('Z').split(':');
            let hour = parts.next()?.parse().ok()?;
            let minute = parts.next()?.parse().ok()?;
            let second = parts.next().map_or(Some(0), |part| part.get(..2)?.parse().ok())?;
            Some((hour, minute, second))
        }
    };
    date_or_text(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs(), time)
}

/// A time of day or duration in ISO 8601, such as `PT07H30M00S`, as `07:30`. Other text stays as it is.
pub(super) fn iso_duration(text: &str) -> String {
    read_iso_duration(text).unwrap_or_else(|| text.to_owned())
}

fn read_iso_duration(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.split(['.', ',']).next()?;
    Some(time_text(hours.parse().ok()?, minutes.parse().ok()?, seconds.parse().ok()?))
}

/// A time or duration as a part of a day, as spreadsheets count it: 0.3125 is 07:30.
pub(super) fn day_part(days: f64) -> Option<String> {
    let seconds = (days * 86_400.0).round();
    // A century of hours; beyond that the number was no duration.
    if !(0.0..3.2e9).contains(&seconds) {
        return None;
    }
    let seconds = seconds as u32;
    Some(time_text(seconds / 3_600, seconds / 60 % 60, seconds % 60))
}

/// The error values of spreadsheet programs, as they are shown.
const ERROR_VALUES: [&str; 15] = [
    "#BLOCKED!",
    "#BUSY!",
    "#CALC!",
    "#CONNECT!",
    "#DIV/0!",
    "#FIELD!",
    "#GETTING_DATA",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#SPILL!",
    "#UNKNOWN!",
    "#VALUE!",
];

/// Whether a text is an error value: of Excel, or of LibreOffice, which writes `Err:502`.
pub(super) fn is_error_value(text: &str) -> bool {
    let numbered = |code: &str| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    ERROR_VALUES.contains(&text) || text.strip_prefix("Err:").is_some_and(numbered)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn midnight_is_a_date_and_other_times_stay_visible() {
        assert_eq!(iso_date("2026-10-05"), Value::Date(date(2026, 10, 5)));
        assert_eq!(iso_date("2026-10-05T00:00:00"), Value::Date(date(2026, 10, 5)));
        assert_eq!(iso_date("2026-10-05T14:30:00.000Z"), Value::Text("2026-10-05 14:30".into()));
        assert_eq!(iso_date("2026-02-30"), Value::Text("2026-02-30".into()));
        assert_eq!(iso_date("é:T"), Value::Text("é:T".into()));
    }

    #[test]
    fn times_of_day_are_written_as_on_a_clock() {
        assert_eq!(iso_duration("PT07H30M00S"), "07:30");
        assert_eq!(iso_duration("PT27H05M09.500S"), "27:05:09");
        assert_eq!(iso_duration("P1D"), "P1D");
        assert_eq!(day_part(0.3125).as_deref(), Some("07:30"));
        assert_eq!(day_part(1.5).as_deref(), Some("36:00"));
        assert_eq!(day_part(-1.0), None);
        assert_eq!(day_part(f64::NAN), None);
    }
}
