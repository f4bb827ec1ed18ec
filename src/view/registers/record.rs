//! One record of a register.

use serde::Serialize;

use crate::kinds::Kind;
use crate::plan::PageKind;
use crate::view::Page;
use crate::view::here::Here;
use crate::view::link::Link;

use super::{CellView, LimitView};

/// What the page of a record shows.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterRecordView {
    /// Head, navigation and footer.
    pub page: Page,
    /// What the register calls one of its records.
    pub one: String,
    /// Short columns.
    pub facts: Vec<CellView>,
    /// Long texts.
    pub texts: Vec<CellView>,
    /// The limits that hold for it.
    pub limits: Vec<LimitView>,
    /// Other records of the register that name this one.
    pub named_by: Vec<Link>,
}

pub(in crate::view) fn record(here: &Here<'_>, at: usize) -> RegisterRecordView {
    let title = here.register_title(at);
    let Some(book) = here.book_of_record(at) else {
        let page = here.page(title, "", Vec::new());
        return RegisterRecordView {
            page,
            one: String::new(),
            facts: Vec::new(),
            texts: Vec::new(),
            limits: Vec::new(),
            named_by: Vec::new(),
        };
    };
    let kind = &book.kind;
    let (texts, facts) = columns(here, kind, at).into_iter().partition(|cell| !cell.blocks.is_empty());
    let section = here.context.section_of_folder(&book.section);
    let crumb = section.and_then(|section| here.link_to(PageKind::Register(section, 1)));
    RegisterRecordView {
        page: here.page(title, "", crumb.into_iter().collect()),
        one: kind.one.in_lang(here.lang).to_owned(),
        facts,
        texts,
        limits: here.limits(kind, at),
        named_by: named_by(here, at),
    }
}

/// Every column but the title, and what is computed; states of limits have a part of their own.
fn columns(here: &Here<'_>, kind: &Kind, at: usize) -> Vec<CellView> {
    let own = kind.columns.iter().map(|column| column.id.as_str()).filter(|id| *id != kind.title);
    let computed = kind.computed.iter().map(|computed| computed.id.as_str());
    own.chain(computed).filter_map(|id| here.cell(kind, at, id)).collect()
}

/// Records that name this one.
fn named_by(here: &Here<'_>, at: usize) -> Vec<Link> {
    let others = here.context.registers.derived[at].named_by.iter();
    others.filter_map(|&other| here.link_to(PageKind::RegisterRecord(other))).collect()
}
