//! Records and pages → what the index knows of them.

use std::borrow::Cow;

use crate::diag::Lang;
use crate::model::{Catalog, Level, OnlineLevel, Part, Procedure, ReceptionPlace};
use crate::plan::{PageKind, PlannedPage};
use crate::view::ViewContext;

use super::analysis::Scanner;
use super::figures::Figures;
use super::pages;
use super::prior::{Facts, Sort};

/// One page that can be found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchDocument<'a> {
    /// Code of a procedure; the address of any other page.
    pub key: Cow<'a, str>,
    /// Address, relative to the site's root.
    pub route: &'a str,
    /// Name or title.
    pub title: Cow<'a, str>,
    /// Search words and folk names that the source gives.
    pub keywords: Vec<Cow<'a, str>>,
    /// Names of what the procedure results in.
    pub results: Vec<&'a str>,
    /// Field (*lĩnh vực*).
    pub field: &'a str,
    /// Executing agencies.
    pub agency: Vec<&'a str>,
    /// The long texts, in published order.
    pub body: Vec<Cow<'a, str>>,
    /// The second line of a hit: who answers and where to go, else the field.
    pub summary_line: String,
    /// What stands beside it in numbers.
    pub figures: Figures,
    /// What the ranking may know beside words.
    pub facts: Facts,
}

/// Everything that can be found in one language of the site, in [`clustered`] order.
#[must_use]
pub fn documents<'a>(context: &ViewContext<'a>, lang: Lang) -> Vec<SearchDocument<'a>> {
    let pages = context.plan().pages.iter().filter(|page| page.lang == lang);
    clustered(pages.filter_map(|page| document(context, page)).collect())
}

/// Sorts documents so that neighbours are alike: by field, prior, number of terms of the title, title.
///
/// Exported postings, norms and summaries are then small, and the hits of one search stand in few files.
#[must_use]
pub fn clustered(documents: Vec<SearchDocument<'_>>) -> Vec<SearchDocument<'_>> {
    let mut documents = documents;
    documents.sort_by_cached_key(|document| {
        (
            document.field,
            document.facts.prior(),
            terms_of(&document.title),
            document.title.clone(),
            document.key.clone(),
        )
    });
    documents
}

fn document<'a>(context: &ViewContext<'a>, page: &'a PlannedPage) -> Option<SearchDocument<'a>> {
    let PageKind::Procedure(at) = page.kind else { return pages::document(context, page) };
    let catalog = context.records().catalog;
    let record = &catalog.procedures.get(at)?.record;
    Some(SearchDocument { summary_line: who_and_where(record, catalog), ..procedure(record, page.route.as_str()) })
}

/// Words and pairs of a text.
fn terms_of(text: &str) -> usize {
    let mut scanner = Scanner::new(text);
    let mut terms = 0;
    while scanner.advance() {
        terms += 1 + usize::from(scanner.joined);
    }
    terms
}

/// The document of a procedure.
#[must_use]
pub fn procedure<'a>(procedure: &'a Procedure, route: &'a str) -> SearchDocument<'a> {
    let field = procedure.field.as_deref().unwrap_or_default();
    let agency: Vec<&str> = procedure.agencies.executing.iter().map(String::as_str).collect();
    SearchDocument {
        key: Cow::Borrowed(procedure.code.as_str()),
        route,
        title: Cow::Borrowed(&procedure.name),
        keywords: procedure.keywords.iter().map(Cow::from).collect(),
        results: results(procedure),
        field,
        summary_line: who_answers(procedure).to_owned(),
        figures: Figures::of(procedure),
        agency,
        body: procedure_body(procedure),
        facts: procedure_facts(procedure),
    }
}

/// The executing agency; where none is published, the field.
fn who_answers(procedure: &Procedure) -> &str {
    let agency = procedure.agencies.executing.first();
    agency.or(procedure.field.as_ref()).map_or("", String::as_str)
}

/// Longest name of a place that a hit shows, in characters; longer ones are directions.
const LONGEST_PLACE: usize = 70;

/// Who answers, and the first place that receives the dossier.
fn who_and_where(procedure: &Procedure, catalog: &Catalog) -> String {
    let who = without_ends(who_answers(procedure));
    let office = |id: &str| catalog.offices.iter().find(|office| office.record.id == id);
    let place = procedure.reception.stated().into_iter().flatten().next().and_then(|place| match place {
        ReceptionPlace::Office(id) => office(id).map(|office| office.record.name.as_str()),
        ReceptionPlace::Words(words) => Some(without_ends(words)),
    });
    let brief = |place: &&str| place.chars().count() <= LONGEST_PLACE && !place.contains('\n') && !who.contains(place);
    let parts = [Some(who).filter(|who| !who.is_empty()), place.filter(|place| !place.is_empty()).filter(brief)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A name cut out of a list, without the marks that stand around it there.
fn without_ends(words: &str) -> &str {
    words.trim_start_matches(['-', '–', '+', '•', ' ']).trim_end_matches(['.', ';', ',', ' '])
}

/// Longest name of a result that still names it, in bytes; longer ones tell a story.
const LONGEST_RESULT: usize = 120;

fn results(procedure: &Procedure) -> Vec<&str> {
    let results = procedure.results.stated().into_iter().flatten().map(String::as_str);
    results.filter(|result| result.len() <= LONGEST_RESULT).collect()
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
        sort: Sort::Procedure,
        level: procedure.levels.iter().filter_map(nearest).max(),
        local: procedure.decision.as_ref().is_some_and(|decision| !is_central(&decision.number)),
        citizens: subjects.into_iter().any(|subject| subject.to_lowercase().contains("công dân")),
        online: matches!(procedure.online_level, Some(OnlineLevel::FullProcess | OnlineLevel::Historic(4))),
    }
}

/// Marks of central agencies that are no ministry; a ministry's begins with B.
const CENTRAL_AGENCIES: [&str; 10] =
    ["NHNN", "TTCP", "VPCP", "TTG", "UBDT", "UBCK", "TANDTC", "VKSNDTC", "KTNN", "THADS"];

/// Whether the number of a decision, such as `2628/QĐ-BTC`, is a central agency's.
fn is_central(number: &str) -> bool {
    let number = number.to_uppercase();
    let issuer = number.split_once("Đ-").map_or("", |(_, issuer)| issuer);
    issuer.starts_with('B') || CENTRAL_AGENCIES.iter().any(|agency| issuer.starts_with(agency))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Agencies;
    use crate::view::fixture::bare;

    #[test]
    fn a_hit_says_who_answers_and_where_without_the_marks_of_a_list() {
        let words = |text: &str| ReceptionPlace::Words(text.to_owned());
        let record = |agency: &str, place| Procedure {
            agencies: Agencies { executing: vec![agency.to_owned()], ..Agencies::default() },
            reception: Part::Stated(vec![place]),
            ..bare("1.000001", "Đăng ký")
        };
        let catalog = Catalog::default();
        let line = |agency, place| who_and_where(&record(agency, place), &catalog);
        assert_eq!(line("Công an cấp xã.", words("- Bộ phận một cửa;")), "Công an cấp xã · Bộ phận một cửa");
        assert_eq!(line("Công an cấp xã", words("Công an cấp xã")), "Công an cấp xã");
        assert_eq!(line("Công an cấp xã", words("Quầy 1\nQuầy 2")), "Công an cấp xã");
        assert_eq!(line("Công an cấp xã", ReceptionPlace::Office("mat".to_owned())), "Công an cấp xã");
    }

    #[test]
    fn a_decision_number_tells_a_ministry_from_a_province() {
        assert!(["2628/QĐ-BTC", "1505/QĐ-BCA-C06", "12/qđ-nhnn"].iter().all(|number| is_central(number)));
        assert!(!["695/QĐ-UBND", "30/TTr-SNNMT", "2252/QĐ-VP", ""].iter().any(|number| is_central(number)));
    }
}
