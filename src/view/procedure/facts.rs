//! Short parts under their official names.

use serde::Serialize;

use crate::model::{Decision, Part, Procedure};
use crate::plan::PageKind;

use super::super::here::Here;
use super::super::link::Phrase;
use super::super::wording;

/// A short part.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// Anchor, where other places point to it.
    pub id: Option<&'static str>,
    /// Official name.
    pub name: String,
    /// What is stated; empty means not published.
    pub values: Vec<FactValue>,
}

/// One value of a short part.
#[derive(Clone, Debug, Serialize)]
pub struct FactValue {
    /// The words.
    pub text: String,
    /// Whether they come from a record.
    pub record: bool,
    /// Link to a list of procedures with the same value.
    pub href: Option<String>,
}

impl FactValue {
    pub(super) fn of(phrase: Phrase, href: Option<String>) -> Self {
        Self { text: phrase.text, record: phrase.record, href }
    }

    fn record(text: &str) -> Self {
        Self { text: text.to_owned(), record: true, href: None }
    }
}

/// Builds facts with their names in the language of the page.
struct Facts<'h> {
    here: &'h Here<'h>,
    found: Vec<Fact>,
}

impl Facts<'_> {
    fn push(&mut self, id: Option<&'static str>, key: &str, values: Vec<FactValue>) {
        self.found.push(Fact { id, name: self.here.words.get(key).to_owned(), values });
    }

    /// Adds an agency part only where it is stated; most procedures have none.
    fn push_stated(&mut self, key: &str, names: &[String]) {
        if !names.is_empty() {
            self.push(None, key, names.iter().map(|name| FactValue::record(name)).collect());
        }
    }
}

/// Result, subjects and agencies.
pub(super) fn facts(here: &Here<'_>, procedure: &Procedure) -> Vec<Fact> {
    let agencies = &procedure.agencies;
    let mut facts = Facts { here, found: Vec::new() };
    facts.push(Some("ket-qua"), "part_results", texts(&procedure.results));
    facts.push(Some("doi-tuong"), "part_subjects", texts(&procedure.subjects));
    facts.push(Some("co-quan"), "part_executing", agencies.executing.iter().map(|name| agency(here, name)).collect());
    facts.push(None, "part_competent", agencies.competent.iter().map(|name| FactValue::record(name)).collect());
    facts.push_stated("part_delegated", &agencies.delegated);
    facts.push_stated("part_cooperating", &agencies.cooperating);
    facts.push_stated("part_issuing", &agencies.issuing);
    facts.found
}

fn texts(part: &Part<Vec<String>>) -> Vec<FactValue> {
    match part {
        Part::Stated(texts) => texts.iter().map(|text| FactValue::record(text)).collect(),
        Part::NotApplicable(words) => vec![FactValue::record(words)],
        Part::NotPublished => Vec::new(),
    }
}

fn agency(here: &Here<'_>, name: &str) -> FactValue {
    let list = here.context.agency_list(name);
    FactValue::of(Phrase::record(name), list.and_then(|list| here.href_to(PageKind::List(list, 1))))
}

/// Decision, field, levels, kind, level of online service, keywords.
pub(super) fn publication(here: &Here<'_>, procedure: &Procedure) -> Vec<Fact> {
    let mut facts = Facts { here, found: Vec::new() };
    facts.push(
        Some("quyet-dinh"),
        "part_decision",
        procedure.decision.iter().map(|decision| decided(here, decision)).collect(),
    );
    facts.push(None, "part_field", procedure.field.iter().map(|field| field_value(here, field)).collect());
    facts.push(None, "part_level", procedure.levels.iter().map(|level| super::level_value(here, level)).collect());
    facts.push(None, "part_kind", procedure.kind.iter().map(|kind| FactValue::record(kind)).collect());
    facts.push(None, "part_online", online(here, procedure));
    if let Some(free) = procedure.boundary_free {
        let key = if free { "yes" } else { "no" };
        facts.push(None, "part_boundary_free", vec![FactValue::of(Phrase::interface(here.words.get(key)), None)]);
    }
    if !procedure.keywords.is_empty() {
        facts.push(None, "part_keywords", vec![FactValue::record(&procedure.keywords.join(", "))]);
    }
    facts.found
}

fn decided(here: &Here<'_>, decision: &Decision) -> FactValue {
    let date = decision.date.map(|day| here.words.fill("decision_date", &[("date", &here.date(day))]));
    let parts = [Some(decision.number.clone()), date, decision.issuer.clone()];
    FactValue::record(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn field_value(here: &Here<'_>, field: &str) -> FactValue {
    let link = here.field_link(field);
    FactValue { text: link.name, record: true, href: link.href }
}

fn online(here: &Here<'_>, procedure: &Procedure) -> Vec<FactValue> {
    let value = |level: &crate::model::OnlineLevel| {
        let phrase = wording::online(here.words, level);
        let text = match wording::online_scheme(here.words, level) {
            Some(scheme) => format!("{}, {scheme}", phrase.text),
            None => phrase.text,
        };
        FactValue { text, record: phrase.record, href: None }
    };
    procedure.online_level.iter().map(value).collect()
}
