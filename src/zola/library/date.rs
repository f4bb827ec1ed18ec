//! Dates of front matter and of file names.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

/// A date as written, with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::zola) struct PageDate {
    /// As written; templates see this.
    pub(in crate::zola) written: String,
    /// The day written.
    pub(in crate::zola) day: Date,
    /// The moment, for sorting; a time without a zone is taken for UTC.
    pub(in crate::zola) moment: Timestamp,
}

impl PageDate {
    /// Reads `2026-11-21` and RFC 3339, with or without a zone.
    pub(in crate::zola) fn parse(written: &str) -> Option<Self> {
        let text = written.trim();
        let at = |civil: DateTime| civil.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
        let (day, moment) = if let Ok(moment) = text.parse::<Timestamp>() {
            (text.get(..10)?.parse::<Date>().ok()?, moment)
        } else if let Ok(civil) = text.parse::<DateTime>() {
            (civil.date(), at(civil)?)
        } else {
            let day = text.parse::<Date>().ok()?;
            (day, at(day.to_datetime(jiff::civil::Time::midnight()))?)
        };
        // Templates read a date with a time only with this letter between the two.
        Some(Self { written: text.replacen(' ', "T", 1), day, moment })
    }
}

/// Splits `2026-11-21-ten-bai` or `2026-11-21T10:00:00Z_ten-bai` into its date and the rest. A name that is nothing
/// but a date keeps it.
pub(in crate::zola) fn dated_name(name: &str) -> (Option<PageDate>, &str) {
    let Some(day) = name.get(..10).filter(|day| day.parse::<Date>().is_ok()) else { return (None, name) };
    let rest = &name[10..];
    let end = if rest.starts_with('T') { 10 + rest.find('_').or_else(|| time_end(rest)).unwrap_or(0) } else { 10 };
    let date = PageDate::parse(&name[..end]).or_else(|| PageDate::parse(day));
    let bare = name[end..].trim_start();
    match bare.strip_prefix(['-', '_']).map(str::trim_start) {
        Some(title) if !title.is_empty() => (date, title),
        _ if bare.is_empty() => (date, name),
        _ => (None, name),
    }
}

/// Where a time such as `T10:00:00Z` or `T10:00:00+07:00` ends.
fn time_end(text: &str) -> Option<usize> {
    if let Some(zulu) = text.find('Z') {
        return Some(zulu + 1);
    }
    let zone = text.get(1..)?.find(['+', '-'])? + 1;
    text.get(zone..zone + 6).map(|_| zone + 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_is_read() {
        for (written, moment) in [
            ("2026-11-21", "2026-11-21T00:00:00Z"),
            ("2026-11-21T08:30:00Z", "2026-11-21T08:30:00Z"),
            ("2026-11-21T08:30:00+07:00", "2026-11-21T01:30:00Z"),
            ("2026-11-21T08:30:00", "2026-11-21T08:30:00Z"),
            ("2026-11-21 08:30:00", "2026-11-21T08:30:00Z"),
        ] {
            let date = PageDate::parse(written).expect(written);
            assert_eq!((date.moment.to_string().as_str(), date.day.to_string().as_str()), (moment, "2026-11-21"));
        }
        assert_eq!(PageDate::parse("21/11/2026"), None);
        assert_eq!(PageDate::parse("2026-13-01"), None);
    }

    #[test]
    fn file_names_give_their_date_away() {
        let named = |name| {
            let (date, rest) = dated_name(name);
            (date.map(|date| date.written), rest)
        };
        let day = || Some("2026-11-21".to_owned());
        assert_eq!(named("2026-11-21-ten-bai"), (day(), "ten-bai"));
        assert_eq!(named("2026-11-21_ten-bai"), (day(), "ten-bai"));
        assert_eq!(named("2026-11-21 - ten bai"), (day(), "ten bai"));
        assert_eq!(named("2026-11-21"), (day(), "2026-11-21"));
        assert_eq!(named("2026-11-21x"), (None, "2026-11-21x"));
        assert_eq!(named("2026-11-21T08:30:00Z-bai"), (Some("2026-11-21T08:30:00Z".to_owned()), "bai"));
        assert_eq!(named("2026-99-21-bai"), (None, "2026-99-21-bai"));
        assert_eq!(named("đường-dây-nóng"), (None, "đường-dây-nóng"));
    }
}
