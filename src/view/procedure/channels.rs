//! Ways of submitting with their time limits and fees, one row a channel.

use serde::Serialize;

use crate::model::{Channel, Fee, FeeAmount, Procedure, TimeLimit};

use super::super::here::Here;
use super::super::link::Phrase;
use super::super::prose::{self, Block};
use super::super::wording;
use super::PartView;

/// The table of channels.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelsView {
    /// One row a channel.
    pub rows: Vec<ChannelRow>,
    /// The description, where every channel has the same; the rows then have none.
    pub note: Vec<Block>,
}

/// One channel.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelRow {
    /// The way of submitting.
    pub name: Phrase,
    /// Time limits; empty means not published.
    pub times: Vec<TimeView>,
    /// Fees and charges; empty means not published.
    pub fees: Vec<FeeView>,
    /// Description as published.
    pub note: Vec<Block>,
}

/// A time limit.
#[derive(Clone, Debug, Serialize)]
pub struct TimeView {
    /// As understood, in words of the interface.
    pub understood: Option<String>,
    /// As published, where that says more.
    pub published: Option<String>,
}

/// A line of the fee schedule.
#[derive(Clone, Debug, Serialize)]
pub struct FeeView {
    /// "Phí" or "Lệ phí", where the source says.
    pub kind: Option<String>,
    /// The amount, or why there is none.
    pub amount: Phrase,
    /// Whether there is an amount, a waiver or a description.
    pub published: bool,
    /// The note as published.
    pub note: Option<String>,
    /// The whole text as published, where amount and note contradict each other.
    pub doubtful: Option<String>,
}

pub(super) fn part(here: &Here<'_>, procedure: &Procedure) -> PartView<ChannelsView> {
    PartView::of_list(&procedure.channels, |channels| {
        let shared = channels.len() > 1 && channels.windows(2).all(|pair| pair[0].note.trim() == pair[1].note.trim());
        let note = channels.first().filter(|_| shared).map_or("", |channel| &channel.note);
        let own_note = |channel: &Channel| if shared { Vec::new() } else { prose::structure(&channel.note) };
        ChannelsView {
            rows: channels.iter().map(|channel| ChannelRow { note: own_note(channel), ..row(here, channel) }).collect(),
            note: prose::structure(note),
        }
    })
}

fn row(here: &Here<'_>, channel: &Channel) -> ChannelRow {
    ChannelRow {
        name: wording::channel(here.words, &channel.kind),
        times: channel.time_limits.iter().filter_map(|limit| time(here, limit)).collect(),
        fees: channel.fees.iter().map(|line| fee(here, line)).collect(),
        note: Vec::new(),
    }
}

/// A time limit; nothing where it says nothing.
fn time(here: &Here<'_>, limit: &TimeLimit) -> Option<TimeView> {
    let understood = wording::time_limit(here.words, limit);
    let in_vietnamese = wording::time_limit(here.context.theme.words(crate::diag::Lang::Vi), limit);
    let text = limit.text.trim();
    let adds = !text.is_empty() && in_vietnamese.is_none_or(|words| !same_words(&words, text));
    let published = adds.then(|| text.to_owned());
    (understood.is_some() || published.is_some()).then_some(TimeView { understood, published })
}

/// Whether two texts differ in blanks, case and leading zeros only.
fn same_words(a: &str, b: &str) -> bool {
    let key = |text: &str| {
        let words = text
            .split_whitespace()
            .flat_map(|word| word.split('\u{a0}'))
            .map(|word| word.trim_start_matches('0').to_lowercase());
        words.collect::<Vec<_>>()
    };
    key(a) == key(b)
}

fn fee(here: &Here<'_>, fee: &Fee) -> FeeView {
    let note = fee.note.trim();
    let in_note = fee.amount != FeeAmount::Described && !note.is_empty();
    FeeView {
        kind: wording::fee_kind(here.words, fee.kind).map(str::to_owned),
        amount: wording::fee(here.words, fee),
        published: fee.amount != FeeAmount::NotPublished,
        note: in_note.then(|| note.to_owned()),
        doubtful: fee.doubtful.then(|| fee.text.trim().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::same_words;

    #[test]
    fn a_limit_is_not_said_twice() {
        assert!(same_words("5\u{a0}ngày làm việc", "05 Ngày  làm việc"));
        assert!(!same_words("5 ngày", "5 ngày làm việc"));
        assert!(!same_words("5 ngày", "50 ngày"));
    }
}
