//! All fields, agencies or levels.

use serde::Serialize;

use crate::plan::{Dimension, List, PageKind};
use crate::text::Initial;

use super::Page;
use super::here::Here;
use super::link::Phrase;
use super::wording;

/// Lists of this many terms or fewer are not divided by letter.
const UNDIVIDED: usize = 30;

/// What a page of terms shows.
#[derive(Clone, Debug, Serialize)]
pub struct TermsView {
    /// Head, navigation and footer.
    pub page: Page,
    /// How many there are, in words.
    pub total: String,
    /// The terms, by letter; one group without a letter where there are few.
    pub groups: Vec<TermGroup>,
}

/// Terms under one letter.
#[derive(Clone, Debug, Serialize)]
pub struct TermGroup {
    /// The letter.
    pub letter: Option<Letter>,
    /// The terms.
    pub terms: Vec<Term>,
}

/// A letter with its anchor.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    /// What the register shows.
    pub label: &'static str,
    /// Anchor on the page.
    pub id: String,
}

/// A list with the number of its members.
#[derive(Clone, Debug, Serialize)]
pub struct Term {
    /// Its name.
    pub name: String,
    /// Whether the name comes from a record.
    pub record: bool,
    /// Link to its first page.
    pub href: String,
    /// Number of procedures.
    pub count: String,
}

impl Here<'_> {
    /// A list with its count.
    pub(super) fn term(&self, at: usize) -> Option<Term> {
        let Phrase { text: name, record } = self.title_of(PageKind::List(at, 1));
        let count = self.words.number(self.context.plan.lists[at].members.len());
        Some(Term { name, record, href: self.href_to(PageKind::List(at, 1))?, count })
    }
}

impl Letter {
    pub(super) fn of(initial: Initial) -> Self {
        Self { label: initial.label(), id: Here::letter_anchor(initial) }
    }
}

pub(super) fn view(here: &Here<'_>, dimension: Dimension) -> TermsView {
    let lists: Vec<(usize, &List)> = here.context.plan.terms(dimension).collect();
    let key = wording::dimension_key(dimension);
    let total = here.words.count(key, lists.len());
    let register = here.context.register_sections().next();
    let crumbs = register.and_then(|section| here.link_to(PageKind::Procedures(section))).into_iter().collect();
    let terms = lists.iter().filter_map(|(at, _)| here.term(*at));
    let divided = dimension != Dimension::Level && lists.len() > UNDIVIDED;
    TermsView {
        page: here.page(
            here.title_of(PageKind::Terms(dimension)),
            &here.words.fill("terms_description", &[("total", &total)]),
            crumbs,
        ),
        total,
        groups: if divided { by_letter(terms) } else { vec![TermGroup { letter: None, terms: terms.collect() }] },
    }
}

fn by_letter(terms: impl Iterator<Item = Term>) -> Vec<TermGroup> {
    let mut groups: Vec<TermGroup> = Vec::new();
    let mut open = None;
    for term in terms {
        let initial = Initial::of(&term.name);
        if open != Some(initial) {
            open = Some(initial);
            groups.push(TermGroup { letter: Some(Letter::of(initial)), terms: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.terms.push(term);
        }
    }
    groups
}
