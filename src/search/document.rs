//! Records and pages → what the index knows of them.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use crate::content::Content;
use crate::diag::Lang;
use crate::model::{Catalog, Level, Office, OnlineLevel, Part, Procedure};
use crate::plan::{PageKind, PlannedPage, SitePlan};

use super::prior::Facts;

/// One page that can be found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchDocument<'a> {
    /// Code of a procedure; the address of any other page.
    pub key: Cow<'a, str>,
    /// Address, relative to the site's root.
    pub route: &'a str,
    /// Name or title.
    pub title: &'a str,
    /// Search words of the source and names of what the procedure results in.
    pub keywords: Vec<&'a str>,
    /// Field (*lĩnh vực*).
    pub field: &'a str,
    /// Executing agencies.
    pub agency: Vec<&'a str>,
    /// The long texts, in published order.
    pub body: Vec<Cow<'a, str>>,
    /// The second line of a hit: field and agency.
    pub summary_line: String,
    /// What the ranking may know beside words.
    pub facts: Facts,
}

/// Everything that can be found in one language of the site, in [`clustered`] order.
#[must_use]
pub fn documents<'a>(
    catalog: &'a Catalog,
    content: &'a Content,
    plan: &'a SitePlan,
    lang: Lang,
) -> Vec<SearchDocument<'a>> {
    let pages = plan.pages.iter().filter(|page| page.lang == lang);
    clustered(pages.filter_map(|page| document(catalog, content, page)).collect())
}

/// Sorts documents so that neighbours are alike: by field, prior, length of the title, title.
///
/// Exported postings, norms and summaries are then small, and the hits of one search stand in few files.
#[must_use]
pub fn clustered(documents: Vec<SearchDocument<'_>>) -> Vec<SearchDocument<'_>> {
    let mut documents = documents;
    documents.sort_by_cached_key(|document| {
        let length = document.title.split_whitespace().count();
        (document.field, document.facts.prior(), length, document.title, document.key.clone())
    });
    documents
}

fn document<'a>(catalog: &'a Catalog, content: &'a Content, page: &'a PlannedPage) -> Option<SearchDocument<'a>> {
    let route = page.route.as_str();
    match page.kind {
        PageKind::Procedure(at) => Some(procedure(&catalog.procedures.get(at)?.record, route)),
        PageKind::Place(at) => Some(place(&catalog.offices.get(at)?.record, route)),
        PageKind::Section(at) | PageKind::Procedures(at) | PageKind::Contact(at) | PageKind::Officers(at) => {
            let section = content.sections.get(at)?;
            Some(article(route, &section.title, &section.description, &section.body))
        }
        PageKind::Article(at) => {
            let article_page = content.pages.get(at)?;
            Some(article(route, &article_page.title, &article_page.description, &article_page.body))
        }
        _ => None,
    }
}

/// The document of a procedure.
#[must_use]
pub fn procedure<'a>(procedure: &'a Procedure, route: &'a str) -> SearchDocument<'a> {
    let field = procedure.field.as_deref().unwrap_or_default();
    let agency: Vec<&str> = procedure.agencies.executing.iter().map(String::as_str).collect();
    let summary: Vec<&str> =
        std::iter::once(field).chain(agency.first().copied()).filter(|part| !part.is_empty()).collect();
    SearchDocument {
        key: Cow::Borrowed(procedure.code.as_str()),
        route,
        title: &procedure.name,
        keywords: keywords(procedure),
        field,
        summary_line: summary.join(" · "),
        agency,
        body: procedure_body(procedure),
        facts: procedure_facts(procedure),
    }
}

/// Longest name of a result that still names it, in bytes; longer ones tell a story.
const LONGEST_RESULT: usize = 120;

fn keywords(procedure: &Procedure) -> Vec<&str> {
    let results = procedure.results.stated().into_iter().flatten().map(String::as_str);
    let results = results.filter(|result| result.len() <= LONGEST_RESULT);
    procedure.keywords.iter().map(String::as_str).chain(results).collect()
}

/// The parts in which citizens' words stand. Legal basis and fee notes are left out: the same acts are cited
/// everywhere, so their words tell no procedure from another.
fn procedure_body(procedure: &Procedure) -> Vec<Cow<'_, str>> {
    let mut body: Vec<Cow<'_, str>> = Vec::new();
    body.extend(stated_text(&procedure.description));
    body.extend(stated_text(&procedure.conditions));
    body.extend(procedure.subjects.stated().into_iter().flatten().map(Cow::from));
    body.extend(procedure.results.stated().into_iter().flatten().map(Cow::from));
    let cases = procedure.dossier.stated().into_iter().flatten();
    body.extend(cases.flat_map(|case| &case.items).map(|item| Cow::from(&item.name)));
    body.extend(procedure.steps.stated().into_iter().flatten().map(|case| Cow::from(&case.text)));
    body
}

fn stated_text(part: &Part<String>) -> Option<Cow<'_, str>> {
    part.stated().map(Cow::from)
}

fn procedure_facts(procedure: &Procedure) -> Facts {
    let nearest = |level: &Level| match level {
        Level::Commune => Some(Level::Commune),
        Level::District => Some(Level::District),
        Level::Province => Some(Level::Province),
        Level::Central => Some(Level::Central),
        Level::Other(_) => None,
    };
    let subjects = procedure.subjects.stated().into_iter().flatten();
    Facts {
        level: procedure.levels.iter().filter_map(nearest).max(),
        local: procedure.decision.as_ref().is_some_and(|decision| decision.number.to_uppercase().contains("UBND")),
        citizens: subjects.into_iter().any(|subject| subject.to_lowercase().contains("công dân")),
        online: matches!(procedure.online_level, Some(OnlineLevel::FullProcess | OnlineLevel::Historic(4))),
    }
}

fn place<'a>(office: &'a Office, route: &'a str) -> SearchDocument<'a> {
    let address = office.address.as_ref().map_or("", |address| address.text.as_str());
    let lines = [address].into_iter().chain(office.hours.iter().map(String::as_str));
    let body = lines.chain(office.counters.iter().map(String::as_str)).chain(office.note.as_deref());
    SearchDocument {
        key: Cow::Borrowed(route),
        route,
        title: &office.name,
        keywords: office.fields.iter().map(String::as_str).collect(),
        agency: office.parent.as_deref().into_iter().collect(),
        body: body.map(Cow::from).collect(),
        summary_line: address.to_owned(),
        ..SearchDocument::default()
    }
}

fn article<'a>(route: &'a str, title: &'a str, description: &'a str, markdown: &str) -> SearchDocument<'a> {
    SearchDocument {
        key: Cow::Borrowed(route),
        route,
        title,
        keywords: if description.is_empty() { Vec::new() } else { vec![description] },
        body: vec![Cow::Owned(plain_text(markdown))],
        summary_line: description.to_owned(),
        ..SearchDocument::default()
    }
}

/// The words of a Markdown text, one block or run a line, without its addresses and HTML.
fn plain_text(markdown: &str) -> String {
    let mut plain = String::with_capacity(markdown.len());
    for event in Parser::new(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) => plain.push_str(&words),
            Event::SoftBreak => plain.push(' '),
            Event::HardBreak | Event::End(_) => plain.push('\n'),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn addresses_and_tags_of_markdown_are_no_words() {
        let plain = plain_text("# Lịch trực\n\nXem [giấy tờ](https://a.example/x) <b>nhé</b>\n\n- một\n");
        assert!(plain.contains("Lịch trực") && plain.contains("giấy tờ") && plain.contains("một"));
        assert!(!plain.contains("example") && !plain.contains("<b>"));
    }
}
