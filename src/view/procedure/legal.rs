//! Legal instruments the procedure rests on.

use serde::Serialize;

use crate::model::{LegalBasis, Procedure};

use super::super::here::Here;
use super::super::link::web_address;
use super::PartView;

/// Tables of this many instruments or fewer stay open.
const OPEN_ROWS: usize = 6;

/// The table of instruments.
#[derive(Clone, Debug, Serialize)]
pub struct LegalView {
    /// The instruments, as published.
    pub rows: Vec<LegalRow>,
    /// Whether any has a day of issue.
    pub dated: bool,
    /// Whether any names its issuer.
    pub issued: bool,
    /// Whether the table is folded away.
    pub folded: bool,
}

/// One instrument.
#[derive(Clone, Debug, Serialize)]
pub struct LegalRow {
    /// Number and mark.
    pub number: Option<String>,
    /// Abstract or title.
    pub title: String,
    /// Day of issue.
    pub date: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Address of the text.
    pub href: Option<String>,
}

pub(super) fn part(here: &Here<'_>, procedure: &Procedure) -> PartView<LegalView> {
    PartView::of_list(&procedure.legal_basis, |instruments| LegalView {
        dated: instruments.iter().any(|instrument| instrument.date.is_some()),
        issued: instruments.iter().any(|instrument| instrument.issuer.is_some()),
        folded: instruments.len() > OPEN_ROWS,
        rows: instruments.iter().map(|instrument| row(here, instrument)).collect(),
    })
}

fn row(here: &Here<'_>, instrument: &LegalBasis) -> LegalRow {
    LegalRow {
        number: instrument.number.clone(),
        title: instrument.title.clone(),
        date: instrument.date.map(|day| here.date(day)),
        issuer: instrument.issuer.clone(),
        href: instrument.url.as_deref().and_then(web_address),
    }
}
