//! How an edition is cited.

use serde::Serialize;

use crate::model::Edition;
use crate::view::here::Here;

/// Three ways to cite an edition.
#[derive(Clone, Debug, Serialize)]
pub struct CitationView {
    /// For the running text.
    pub short: String,
    /// For a list of sources.
    pub full: String,
    /// For reference managers.
    pub bibtex: String,
}

impl Here<'_> {
    pub(super) fn citation(&self, at: usize, table: usize) -> CitationView {
        let index = self.index_at(at);
        let (scheme, edition) = (&index.scheme, index.tables[table].edition);
        let title = self.edition_title(at, table);
        let publisher = scheme.publisher.in_lang(self.lang);
        let unit = &self.context.config.unit;
        let site = self.localized(&unit.name, &unit.name_en).text;
        let address = self.canonical().unwrap_or_else(|| self.planned.route.to_string());
        let year = match edition {
            Edition::Year(year) => year,
            Edition::Day(day) => day.year(),
        };
        let updated = unit.updated.map(|day| self.date(day)).unwrap_or_default();
        let values =
            [("publisher", publisher), ("title", &title), ("site", &site), ("date", &updated), ("address", &address)];
        let full = if updated.is_empty() { "rank_cite_full_undated" } else { "rank_cite_full" };
        CitationView {
            short: self.words.fill("rank_cite_short", &values),
            full: self.words.fill(full, &values),
            bibtex: format!(
                "@misc{{{id}-{edition},\n  author = {{{{{author}}}}},\n  title = {{{{{title}}}}},\n  year = {{{year}}},\n  publisher = {{{{{site}}}}},\n  url = {{{address}}}\n}}",
                id = scheme.id,
                author = braceless(publisher),
                title = braceless(&title),
                site = braceless(&site),
            ),
        }
    }
}

/// Text without the signs that end a field of BibTeX.
fn braceless(text: &str) -> String {
    text.replace(['{', '}', '\\'], "")
}
