//! Procedures as rows of a list.

use serde::Serialize;

use crate::model::{Part, Procedure};
use crate::plan::PageKind;

use super::here::Here;
use super::link::Phrase;
use super::wording;

/// Longest time limit that a row shows, in characters.
const LONGEST_TIME: usize = 40;

/// A procedure in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Link to its page.
    pub href: String,
    /// Its code; several procedures share a name.
    pub code: String,
    /// Levels that carry it out.
    pub levels: Vec<Phrase>,
    /// The first executing agency.
    pub agency: Option<String>,
    /// The time limit in short, where it is the same for every channel.
    pub time: Option<Phrase>,
}

impl Here<'_> {
    /// The row of a procedure.
    pub(super) fn row(&self, at: usize) -> Option<Row> {
        let procedure = self.context.procedure(at);
        Some(Row {
            name: procedure.name.clone(),
            href: self.href_to(PageKind::Procedure(at))?,
            code: procedure.code.to_string(),
            levels: procedure.levels.iter().map(|level| wording::level(self.words, level)).collect(),
            agency: procedure.agencies.executing.first().cloned(),
            time: self.only_time(procedure),
        })
    }

    pub(super) fn rows(&self, members: &[usize]) -> Vec<Row> {
        members.iter().filter_map(|&at| self.row(at)).collect()
    }

    /// The time limit, where all channels have the same.
    fn only_time(&self, procedure: &Procedure) -> Option<Phrase> {
        let Part::Stated(channels) = &procedure.channels else { return None };
        let mut limits = channels.iter().flat_map(|channel| &channel.time_limits);
        let first = limits.next()?;
        if limits.any(|limit| limit != first) {
            return None;
        }
        match wording::time_limit(self.words, first) {
            Some(words) => Some(Phrase::interface(words)),
            None if first.text.trim().is_empty() => None,
            None => wording::is_brief(&first.text, LONGEST_TIME).then(|| Phrase::record(first.text.trim())),
        }
    }
}
