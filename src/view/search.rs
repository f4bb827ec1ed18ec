//! Search: the box of every page, and the page that its form leads to.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::plan::PageKind;
use crate::theme::Words;

use super::Page;
use super::here::Here;
use super::home::{self, RegisterLink};
use super::link::Link;
use super::terms::Term;

/// Words with this beginning are for the script of the search, on every page.
const WORDS_OF_BOX: &str = "find_";
/// Words with this beginning are for it on the search page only.
const WORDS_OF_PAGE: &str = "found_";
/// So are the names of levels and units of time, under their own keys.
const WORDS_OF_FACTS: [&str; 2] = ["level_", "unit_"];

/// The form that searches procedures. Without a script it leads to the search page and its ways of browsing.
#[derive(Clone, Debug, Serialize)]
pub struct SearchBox {
    /// Link to the search page.
    pub action: String,
    /// Link to the folder of the search data in the page's language.
    pub data: String,
    /// What the script says, as a JSON object without the common beginning of the keys.
    pub words: String,
}

/// What the search page shows.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// Head, navigation and footer.
    pub page: Page,
    /// How many procedures can be searched, in words.
    pub total: String,
    /// The registers, each with its letters.
    pub registers: Vec<RegisterLink>,
    /// Fields with the most procedures.
    pub fields: Vec<Term>,
    /// Link to all fields, where some are left out.
    pub all_fields: Option<Link>,
    /// Links to the life events of the home page.
    pub events: Vec<Link>,
    /// Links to the scripts that will be needed at once.
    pub scripts: Vec<String>,
}

impl Here<'_> {
    /// The search box of this page.
    pub(super) fn search_box(&self) -> Option<SearchBox> {
        let data = self.context.plan.search_data(self.lang)?;
        let action = self.href_to(PageKind::Search)?;
        let words = match self.context.chrome.get(&self.lang) {
            Some(chrome) if self.planned.kind != PageKind::Search => chrome.search_words.clone(),
            _ => script_words(self.words, true),
        };
        Some(SearchBox { action, data: self.href(&data), words })
    }
}

/// What the script of a page says, as JSON; the long list stands only where results do.
pub(super) fn script_words(words: &Words, has_results: bool) -> String {
    let named = |key: &'_ str| {
        let fact = WORDS_OF_FACTS.iter().any(|start| key.starts_with(start)).then_some(0);
        let of_page = || key.starts_with(WORDS_OF_PAGE).then_some(WORDS_OF_PAGE.len()).or(fact).filter(|_| has_results);
        key.starts_with(WORDS_OF_BOX).then_some(WORDS_OF_BOX.len()).or_else(of_page)
    };
    let named: BTreeMap<&str, &str> =
        words.keys().filter_map(|key| Some((&key[named(key)?..], words.get(key)))).collect();
    serde_json::to_string(&named).unwrap_or_default()
}

pub(super) fn view(here: &Here<'_>) -> SearchView {
    let context = here.context;
    let (fields, all) = home::fields(here);
    let total = here.words.count("procedures", context.catalog.procedures.len());
    let scripts = ["results", "search"].iter().filter_map(|name| context.theme.scripts.get(*name));
    SearchView {
        page: here.page(
            here.title_of(PageKind::Search),
            &here.words.fill("search_description", &[("total", &total)]),
            Vec::new(),
        ),
        registers: home::registers(here),
        all_fields: home::all_fields(here, all),
        fields,
        events: home::event_links(here),
        scripts: scripts.map(|path| format!("{}{path}", here.root)).collect(),
        total,
    }
}
