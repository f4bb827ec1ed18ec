//! `.ics`: days for the calendar of a telephone (RFC 5545).

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

/// Longest line, in bytes.
const LONGEST: usize = 75;

/// Something that takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What tells it from all others in the world, and stays when its details change.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// When it begins, by the clock of Viet Nam; the whole day where absent.
    pub starts: Option<EventTime>,
    /// When it ends; an hour later where absent.
    pub ends: Option<EventTime>,
    /// What it is.
    pub summary: String,
    /// Where it takes place.
    pub place: String,
    /// Further facts.
    pub description: String,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventTime(Time);

impl EventTime {
    /// Reads `07:30`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok().map(Self)
    }
}

/// Events as a calendar. Times are told in UTC, which Viet Nam is seven hours ahead of all year; the stamp of an event
/// is its own day, so that the same events give the same bytes.
#[must_use]
pub fn calendar(name: &str, events: &[Event]) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| text.push_str(&folded(&format!("{name}:{value}")));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//congkhai//congkhai//VI");
    line("CALSCALE", "GREGORIAN");
    line("METHOD", "PUBLISH");
    line("X-WR-CALNAME", &escaped(name));
    for event in events {
        line("BEGIN", "VEVENT");
        line("UID", &escaped(&event.uid));
        line("DTSTAMP", &format!("{}T000000Z", compact(event.day)));
        match event.starts.and_then(|starts| Some((utc(event.day, starts)?, utc(event.day, event.end_after(starts))?)))
        {
            Some((from, to)) => {
                line("DTSTART", &from);
                line("DTEND", &to);
            }
            None => line("DTSTART;VALUE=DATE", &compact(event.day)),
        }
        line("SUMMARY", &escaped(&event.summary));
        for (name, words) in [("LOCATION", &event.place), ("DESCRIPTION", &event.description)] {
            if !words.is_empty() {
                line(name, &escaped(words));
            }
        }
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    text
}

impl Event {
    /// The end: as stated where that is later, else an hour on, but never the next day.
    fn end_after(&self, starts: EventTime) -> EventTime {
        let later = self.ends.filter(|ends| *ends > starts);
        later.unwrap_or_else(|| EventTime(starts.0.saturating_add(1.hour())))
    }
}

fn utc(day: Date, time: EventTime) -> Option<String> {
    let there: DateTime = day.to_datetime(time.0);
    let at = there.checked_sub(7.hours()).ok()?;
    Some(format!("{}T{:02}{:02}00Z", compact(at.date()), at.hour(), at.minute()))
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// Text in which nothing ends a value.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A line cut into pieces of at most 75 bytes, never inside a letter.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 4);
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            width = 1;
        }
        let _ = write!(out, "{letter}");
        width += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Event, EventTime, calendar};

    fn event() -> Event {
        Event {
            uid: "lich-1@xa.example".into(),
            day: date(2026, 11, 23),
            starts: EventTime::parse("07:30"),
            ends: None,
            summary: "Họp giao ban; Tổ một cửa, xã".into(),
            place: "Phòng họp\r\nsố 1".into(),
            description: String::new(),
        }
    }

    #[test]
    fn times_are_those_of_viet_nam() {
        let text = calendar("Lịch", &[event()]);
        assert!(text.contains("DTSTART:20261123T003000Z\r\nDTEND:20261123T013000Z\r\n"), "{text}");
        let early = Event { starts: EventTime::parse("06:00"), ends: EventTime::parse("05:00"), ..event() };
        let text = calendar("Lịch", &[early]);
        assert!(text.contains("DTSTART:20261122T230000Z\r\nDTEND:20261123T000000Z\r\n"), "{text}");
        let whole = Event { starts: None, ..event() };
        assert!(calendar("Lịch", &[whole]).contains("DTSTART;VALUE=DATE:20261123\r\n"));
    }

    #[test]
    fn nothing_in_a_text_ends_its_line() {
        let text = calendar("Lịch", &[event()]);
        assert!(text.contains("SUMMARY:Họp giao ban\\; Tổ một cửa\\, xã\r\n"), "{text}");
        assert!(text.contains("LOCATION:Phòng họp\\nsố 1\r\n"), "{text}");
        let evil = Event { summary: "x\r\nEND:VCALENDAR".into(), ..event() };
        assert_eq!(calendar("Lịch", &[evil]).matches("\r\nEND:VCALENDAR").count(), 1);
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        let long = Event { summary: "Tiếp công dân định kỳ ".repeat(20), ..event() };
        let text = calendar("Lịch", std::slice::from_ref(&long));
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert!(text.replace("\r\n ", "").contains(long.summary.trim_end()));
    }

    #[test]
    fn only_times_of_day_are_times() {
        for text in ["24:00", "7", "7:60", "sáng", ":"] {
            assert_eq!(EventTime::parse(text), None, "{text}");
        }
    }
}
