//! Notices that stand on every page for some days.

use serde::Serialize;

use crate::model::{Catalog, Datum, Register};
use crate::plan::PageKind;
use crate::view::here::Here;

/// A notice on every page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BannerView {
    /// Its title.
    pub text: String,
    /// Link to it.
    pub href: Option<String>,
    /// The last day on which it stands, as machines read it.
    pub until: Option<String>,
}

/// The notices that stand on every page on a day: indexes into `Catalog::registers`.
pub(in crate::view) fn banners(catalog: &Catalog, as_of: jiff::civil::Date) -> Vec<usize> {
    let stands = |record: &Register| {
        record.kind == "notices"
            && record.get("banner") == Some(&Datum::Flag(true))
            && record.date("from").is_none_or(|from| from <= as_of)
            && record.date("until").is_none_or(|until| as_of <= until)
    };
    let all = catalog.registers.iter().enumerate();
    all.filter(|(_, sourced)| stands(&sourced.record)).map(|(at, _)| at).collect()
}

impl Here<'_> {
    /// The notices of this day.
    pub(in crate::view) fn banners(&self) -> Vec<BannerView> {
        let banner = |&at: &usize| BannerView {
            text: self.register_title(at).text,
            href: self.href_to(PageKind::RegisterRecord(at)),
            until: self.context.catalog.registers[at].record.date("until").map(|day| day.to_string()),
        };
        self.context.banners.iter().map(banner).collect()
    }
}
