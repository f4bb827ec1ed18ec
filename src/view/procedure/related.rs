//! Related procedures and recorded changes.

use serde::Serialize;

use crate::model::{Change, Procedure};

use super::super::article::Day;
use super::super::here::Here;
use super::super::row::Row;

/// Neighbours in the field that are offered where the record names no related procedure.
const NEIGHBOURS: usize = 5;

/// A recorded change.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeRow {
    /// When it took effect.
    pub date: Option<Day>,
    /// What changed, as published.
    pub what: String,
    /// Number of the decision or instrument.
    pub basis: Option<String>,
}

/// The procedures that the record names, or else those that follow it in the list of its field; and which of the two.
pub(super) fn related(here: &Here<'_>, at: usize) -> (Vec<Row>, bool) {
    let codes = &here.context.procedure(at).related;
    let named: Vec<Row> =
        codes.iter().filter_map(|code| here.row(here.context.procedure_by_code(code.as_str())?)).collect();
    if !named.is_empty() {
        return (named, true);
    }
    (neighbours(here, at).into_iter().filter_map(|neighbour| here.row(neighbour)).collect(), false)
}

/// The next procedures of the field; from its beginning again after its end.
fn neighbours(here: &Here<'_>, at: usize) -> Vec<usize> {
    let Some((list, place)) = here.context.place_in_field(at) else { return Vec::new() };
    let members = &here.context.plan.lists[list].members;
    let following = members.iter().skip(place + 1).chain(members.iter().take(place));
    following.copied().take(NEIGHBOURS).collect()
}

pub(super) fn changes(here: &Here<'_>, procedure: &Procedure) -> Vec<ChangeRow> {
    let row = |change: &Change| ChangeRow {
        date: change.date.map(|date| here.day(date)),
        what: change.what.clone(),
        basis: change.basis.clone(),
    };
    procedure.changes.iter().map(row).collect()
}
