//! Telephone numbers, e-mail addresses, coordinates.

use super::part::is_absent;
use crate::diag::ValueProblem;
use crate::ingest::record::{Entry, flatten};
use crate::ingest::report::{Report, Spot};
use crate::model::Coordinates;
use crate::source::Value;
use crate::text::{self, Phone};

/// Viet Nam with its islands, in degrees.
const LATITUDES: std::ops::RangeInclusive<f64> = 8.0..=24.0;
const LONGITUDES: std::ops::RangeInclusive<f64> = 102.0..=118.0;

/// Telephone numbers as published; those that cannot be dialled are reported.
pub(in crate::ingest) fn phones(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Vec<String> {
    pieces(entry, &[';', '\n', ',', '/'], report, |number, spot, report| {
        if Phone::parse(number).is_none() {
            report.add(spot, ValueProblem::BadPhone, number);
        }
    })
}

/// E-mail addresses as published; those without their parts are reported.
pub(in crate::ingest) fn emails(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Vec<String> {
    pieces(entry, &[';', '\n', ',', ' '], report, |address, spot, report| {
        if !text::is_email(address) {
            report.add(spot, ValueProblem::BadEmail, address);
        }
    })
}

fn pieces(
    entry: Option<Entry<'_>>,
    separators: &[char],
    report: &mut Report<'_>,
    check: impl Fn(&str, &Spot<'_>, &mut Report<'_>),
) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for item in entry.map(Entry::into_items).unwrap_or_default() {
        let Some((text, spot)) = item.into_text(report) else { continue };
        for piece in text.split(separators).map(str::trim).filter(|piece| !is_absent(piece)) {
            check(piece, &spot, report);
            if !found.iter().any(|known| known == piece) {
                found.push(piece.to_owned());
            }
        }
    }
    found
}

/// Coordinates from two cells, or from one that holds both (`21,03; 105,85`).
pub(in crate::ingest) fn coordinates(
    latitude: Option<Entry<'_>>,
    longitude: Option<Entry<'_>>,
    both: Option<Entry<'_>>,
    report: &mut Report<'_>,
) -> Option<Coordinates> {
    match (latitude, longitude, both) {
        (Some(latitude), Some(longitude), _) => pair(latitude, longitude, report),
        (Some(alone), None, _) | (None, Some(alone), _) | (None, None, Some(alone)) => {
            let Entry { value, spot } = alone;
            let written = flatten(value);
            let found = split_pair(&written).and_then(|(latitude, longitude)| within(latitude, longitude));
            if found.is_none() && !is_absent(&written) {
                report.add(&spot, ValueProblem::BadCoordinates, &written);
            }
            found
        }
        (None, None, None) => None,
    }
}

fn pair(latitude: Entry<'_>, longitude: Entry<'_>, report: &mut Report<'_>) -> Option<Coordinates> {
    let spot = latitude.spot.clone();
    let (north, east) = (degrees(&latitude.value), degrees(&longitude.value));
    let found = north.zip(east).and_then(|(north, east)| within(north, east));
    if found.is_none() {
        report.add(
            &spot,
            ValueProblem::BadCoordinates,
            &format!("{}; {}", flatten(latitude.value), flatten(longitude.value)),
        );
    }
    found
}

fn degrees(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Text(written) => decimal(written),
        _ => None,
    }
}

fn decimal(written: &str) -> Option<f64> {
    text::parse_decimal(written.trim().trim_end_matches('°'))
}

/// Two numbers between a semicolon, a comma with a blank, or a blank.
fn split_pair(written: &str) -> Option<(f64, f64)> {
    let written = written.trim();
    let (north, east) = written
        .split_once(';')
        .or_else(|| written.split_once(", "))
        .or_else(|| written.split_once([' ', ',']))
        .filter(|(_, east)| !east.trim().is_empty())?;
    Some((decimal(north)?, decimal(east)?))
}

/// Coordinates inside Viet Nam.
fn within(latitude: f64, longitude: f64) -> Option<Coordinates> {
    (LATITUDES.contains(&latitude) && LONGITUDES.contains(&longitude)).then_some(Coordinates { latitude, longitude })
}

#[cfg(test)]
mod tests {
    use super::{split_pair, within};

    #[test]
    fn pairs_are_written_with_points_or_commas() {
        for written in ["21.03, 105.85", "21,03; 105,85", "21.03 105.85", "21.03,105.85"] {
            assert_eq!(split_pair(written), Some((21.03, 105.85)), "{written}");
        }
        assert_eq!(split_pair("21.03"), None);
    }

    #[test]
    fn places_outside_viet_nam_are_refused() {
        assert!(within(21.0, 105.8).is_some());
        assert!(within(105.8, 21.0).is_none());
        assert!(within(f64::NAN, 105.8).is_none());
    }
}
