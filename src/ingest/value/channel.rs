//! Ways of submitting, with what each takes.

use super::fee::{fees, fees_of_text};
use super::lines::{list_items, split_outside_brackets, without_bullet};
use super::part::{is_absent, stated};
use super::time::{is_time_limit, time_limits};
use crate::diag::ValueProblem;
use crate::ingest::column::{Column, Shape};
use crate::ingest::layout::Layout;
use crate::ingest::record::{Entry, Record};
use crate::ingest::report::{Report, Spot};
use crate::ingest::words::{normal, words};
use crate::model::{Channel, ChannelKind, Fee, Part, TimeLimit};
use crate::source::Value;
use crate::text;

/// Keys of an entry of the national records, in their order.
const KIND: &str = "Hình thức nộp:";
const TIME: &str = "Thời hạn giải quyết:";
const FEE: &str = "Phí, lệ phí:";
const NOTE: &str = "Mô tả:";

/// Longest words that can name a way of submitting, in bytes.
const LONGEST_NAME: usize = 120;

/// The channels of a cell: text or nested entries.
pub(in crate::ingest) fn channels(entry: Entry<'_>, layout: Layout, report: &mut Report<'_>) -> Option<Vec<Channel>> {
    let mut found = Vec::new();
    for item in entry.into_items() {
        match item {
            Entry { value: Value::Map(entries), spot } => {
                found.push(nested(Record::nested(Shape::Channel, entries, spot, report), report));
            }
            item => {
                let Some((text, spot)) = item.into_text(report) else { continue };
                found.extend(of_text(&text, layout, &spot, report));
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

/// Gives time limits and fees from columns of their own to every channel that states none itself.
///
/// Without channels they stand under one that has no name, so that nothing is lost.
pub(in crate::ingest) fn complete(channels: &mut Part<Vec<Channel>>, limits: Vec<TimeLimit>, fees: Vec<Fee>) {
    if limits.is_empty() && fees.is_empty() {
        return;
    }
    let unnamed = match std::mem::take(channels) {
        Part::Stated(list) => {
            *channels = Part::Stated(list);
            None
        }
        Part::NotApplicable(words) => Some(words),
        Part::NotPublished => Some(String::new()),
    };
    if let Some(words) = unnamed {
        *channels = Part::Stated(vec![only(ChannelKind::Other(words))]);
    }
    let Part::Stated(list) = channels else { return };
    for channel in list {
        if channel.time_limits.is_empty() {
            channel.time_limits.clone_from(&limits);
        }
        if channel.fees.is_empty() {
            channel.fees.clone_from(&fees);
        }
    }
}

/// A way of which nothing else is known yet.
const fn only(kind: ChannelKind) -> Channel {
    Channel { kind, time_limits: Vec::new(), fees: Vec::new(), note: String::new() }
}

fn nested(mut record: Record<'_>, report: &mut Report<'_>) -> Channel {
    let spot = record.spot.clone();
    let kind = match record.take(Column::Channel).and_then(|entry| entry.into_text(report)) {
        Some((words, spot)) => kind(&words, &spot, report),
        None => ChannelKind::Other(String::new()),
    };
    let limits = record.take(Column::TimeLimit).map(Entry::into_items).unwrap_or_default();
    let texts: Vec<_> = limits.into_iter().filter_map(|item| item.into_text(report)).collect();
    let time_limits = texts.into_iter().flat_map(|(text, spot)| time_limits(&text, &spot, report)).collect();
    let fees = fees(record.take(Column::Fees), report);
    let note = stated(record.text(Column::Note, report)).unwrap_or_default();
    record.report_rest(report);
    if kind == ChannelKind::Other(String::new()) {
        report.add(&spot, ValueProblem::UnknownChannel, "");
    }
    Channel { kind, time_limits, fees, note }
}

fn of_text(text: &str, layout: Layout, spot: &Spot<'_>, report: &mut Report<'_>) -> Vec<Channel> {
    match layout {
        Layout::NationalText => national(text, spot, report),
        Layout::NationalList | Layout::ProcessingReport | Layout::Own => own(text, spot, report),
    }
}

/// The lines of one entry of the national records, sorted to its keys.
#[derive(Default)]
struct Lines<'t> {
    kind: &'t str,
    time: Vec<&'t str>,
    fee: Vec<&'t str>,
    note: Vec<&'t str>,
    /// The key that the next line without one continues.
    at: Key,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    #[default]
    Kind,
    Time,
    Fee,
    Note,
}

impl<'t> Lines<'t> {
    /// Takes a line. Keys come in a fixed order, so one that comes again is part of the text.
    fn take(&mut self, line: &'t str) {
        let bare = line.trim_start();
        for (key, name) in [(Key::Time, TIME), (Key::Fee, FEE), (Key::Note, NOTE)] {
            if key > self.at
                && let Some(rest) = bare.strip_prefix(name)
            {
                self.at = key;
                return self.push(rest.trim());
            }
        }
        self.push(bare.trim_end());
    }

    fn push(&mut self, line: &'t str) {
        match self.at {
            Key::Kind | Key::Note => self.note.push(line),
            Key::Time => self.time.push(line),
            Key::Fee => self.fee.push(line),
        }
    }

    fn into_channel(self, spot: &Spot<'_>, report: &mut Report<'_>) -> Channel {
        let note =
            self.note.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        Channel {
            kind: kind(self.kind, spot, report),
            time_limits: time_limits(&self.time.join("\n"), spot, report),
            fees: fees_of_text(&self.fee.join("\n"), spot, report),
            note: if is_absent(&note) { String::new() } else { note },
        }
    }
}

fn national(text: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> Vec<Channel> {
    let mut channels = Vec::new();
    let mut entry: Option<Lines<'_>> = None;
    for line in text.lines() {
        if let Some(kind) = line.trim_start().strip_prefix("* ").and_then(|rest| rest.strip_prefix(KIND)) {
            channels.extend(entry.take().map(|done| done.into_channel(spot, report)));
            entry = Some(Lines { kind: kind.trim(), ..Lines::default() });
        } else if let Some(entry) = &mut entry {
            entry.take(line);
        } else if !line.trim().is_empty() {
            channels.push(unnamed(line.trim(), spot, report));
        }
    }
    channels.extend(entry.map(|done| done.into_channel(spot, report)));
    channels
}

/// Our own form: `Trực tiếp: 3 ngày làm việc; 20.000 đồng`, or only the names of the ways.
fn own(text: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> Vec<Channel> {
    let mut channels: Vec<Channel> = Vec::new();
    let lines = list_items(text).into_iter().flat_map(|line| split_outside_brackets(line, |letter| letter == ';'));
    for piece in lines.map(without_bullet).filter(|piece| !is_absent(piece)) {
        let (names, rest) = split_names(piece);
        channels.extend(names.into_iter().map(only));
        match channels.last_mut() {
            Some(channel) => attach(channel, rest, spot, report),
            None => channels.push(unnamed(rest, spot, report)),
        }
    }
    channels
}

/// The ways named at the start of a piece, and what follows them after a colon.
fn split_names(piece: &str) -> (Vec<ChannelKind>, &str) {
    if let Some(names) = all_names(piece) {
        return (names, "");
    }
    match piece.split_once(':').map(|(head, rest)| (all_names(head), rest.trim())) {
        Some((Some(names), rest)) => (names, rest),
        _ => (Vec::new(), piece),
    }
}

/// The ways, where the words name nothing else: `Trực tiếp, trực tuyến hoặc bưu chính`.
fn all_names(names: &str) -> Option<Vec<ChannelKind>> {
    if names.len() > LONGEST_NAME {
        return None;
    }
    let folded = normal(names).replace(" hoac ", ",").replace(" va ", ",");
    folded.split([',', '/']).map(|name| known(name.trim())).collect()
}

/// Puts a piece to the channel it belongs to: as time limit, as fee or as note.
fn attach(channel: &mut Channel, piece: &str, spot: &Spot<'_>, report: &mut Report<'_>) {
    if piece.is_empty() {
        return;
    }
    if is_time_limit(piece) {
        channel.time_limits.extend(time_limits(piece, spot, report));
    } else if text::amounts(piece).len() == 1 || words().free.contains(&normal(piece)) {
        channel.fees.extend(fees_of_text(piece, spot, report));
    } else {
        if !channel.note.is_empty() {
            channel.note.push_str("; ");
        }
        channel.note.push_str(piece);
    }
}

/// A text that names no known way.
fn unnamed(words: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> Channel {
    report.add(spot, ValueProblem::UnknownChannel, words);
    only(ChannelKind::Other(words.to_owned()))
}

fn kind(words: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> ChannelKind {
    known(&normal(words)).unwrap_or_else(|| unnamed(words.trim(), spot, report).kind)
}

fn known(folded: &str) -> Option<ChannelKind> {
    match words().channels.get(folded)?.as_str() {
        "direct" => Some(ChannelKind::Direct),
        "online" => Some(ChannelKind::Online),
        "postal" => Some(ChannelKind::Postal),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use camino::Utf8PathBuf;

    use super::of_text;
    use crate::ingest::layout::Layout;
    use crate::ingest::report::{Report, Spot};
    use crate::model::{Channel, ChannelKind};
    use crate::source::{Origin, Table};

    fn read(text: &str, layout: Layout) -> Vec<Channel> {
        let table = Table { path: Utf8PathBuf::from("a.csv"), sheet: None, headings: Vec::new(), rows: Vec::new() };
        let mut report = Report::on(&table);
        let spot = Spot { origin: Origin::Sheet { row: 1, column: 1 }, heading: None };
        of_text(text, layout, &spot, &mut report)
    }

    #[test]
    fn an_entrys_note_runs_to_the_next_entry_whatever_it_says() {
        let text = "* Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 3 WORKING_DAY\n    Phí, lệ phí: 0 VNĐ ()\n    Mô tả: Một\nThời hạn giải quyết: hai\n* Ba\n  * Hình thức nộp: ONLINE\n    Thời hạn giải quyết:  OTHER\n    Phí, lệ phí: Không có thông tin";
        let found = read(text, Layout::NationalText);
        assert_eq!(found.len(), 2);
        assert_eq!(
            (&found[0].kind, found[0].note.as_str()),
            (&ChannelKind::Direct, "Một\nThời hạn giải quyết: hai\n* Ba")
        );
        assert_eq!((found[1].time_limits.len(), found[1].fees.len()), (0, 0));
    }

    #[test]
    fn names_alone_are_ways_without_limits() {
        let kinds: Vec<_> = read("Trực tiếp, trực tuyến hoặc bưu chính công ích", Layout::Own);
        assert_eq!(
            kinds.iter().map(|channel| &channel.kind).collect::<Vec<_>>(),
            [&ChannelKind::Direct, &ChannelKind::Online, &ChannelKind::Postal]
        );
    }

    #[test]
    fn pieces_after_a_name_are_sorted_to_it() {
        let found =
            read("Trực tiếp: 3 ngày làm việc; 20.000 đồng; nộp tại quầy 2\nTrực tuyến: 2 ngày; miễn phí", Layout::Own);
        assert_eq!((found[0].time_limits.len(), found[0].fees.len(), found[0].note.as_str()), (1, 1, "nộp tại quầy 2"));
        assert_eq!((found[1].time_limits.len(), found[1].fees.len()), (1, 1));
    }

    #[test]
    fn prose_names_no_way() {
        let found = read("Nộp tại cửa khẩu", Layout::Own);
        assert_eq!(found[0].kind, ChannelKind::Other("Nộp tại cửa khẩu".to_owned()));
    }
}
