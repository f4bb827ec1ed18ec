//! Where the data come from.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Part, Procedure};
use crate::plan::PageKind;

use super::Page;
use super::here::Here;
use super::link::{Link, Outside};

/// What the page about the data shows.
#[derive(Clone, Debug, Serialize)]
pub struct AboutDataView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Where records come from, one a file.
    pub sources: Vec<SourceView>,
    /// How often mandatory parts are not published, out of all procedures.
    pub gaps: Vec<Gap>,
    /// Number of procedures, in words.
    pub total: String,
    /// Day for which offices and officers are shown.
    pub as_of: String,
}

/// One file of records.
#[derive(Clone, Debug, Serialize)]
pub struct SourceView {
    /// The file, relative to the site's root.
    pub path: String,
    /// The section made of it.
    pub section: Option<Link>,
    /// Who published the data.
    pub source: Option<String>,
    /// Address of the publication.
    pub url: Option<Outside>,
    /// Day on which it was taken over.
    pub retrieved: Option<String>,
    /// What it holds, in words: "62 thủ tục".
    pub counts: Vec<String>,
}

/// A part that some procedures lack.
#[derive(Clone, Debug, Serialize)]
pub struct Gap {
    /// Official name of the part.
    pub part: String,
    /// Number of procedures without it.
    pub missing: String,
}

pub(super) fn view(here: &Here<'_>) -> AboutDataView {
    AboutDataView {
        page: here.page(here.title_of(PageKind::AboutData), here.words.get("about_data_description"), Vec::new()),
        sources: sources(here),
        gaps: gaps(here),
        total: here.words.count("procedures", here.context.catalog.procedures.len()),
        as_of: here.date(here.context.as_of),
    }
}

fn sources(here: &Here<'_>) -> Vec<SourceView> {
    let catalog = here.context.catalog;
    let procedures = tally(catalog.procedures.iter().map(|sourced| sourced.provenance));
    let offices = tally(catalog.offices.iter().map(|sourced| sourced.provenance));
    let officers = tally(catalog.officers.iter().map(|sourced| sourced.provenance));
    let rankings = tally(catalog.rankings.iter().map(|sourced| sourced.provenance));
    let statistics = tally(catalog.statistics.iter().map(|sourced| sourced.provenance));
    let registers = tally(catalog.registers.iter().map(|sourced| sourced.provenance));
    let counted = [
        ("procedures", procedures),
        ("offices", offices),
        ("officers", officers),
        ("rank_rows", rankings),
        ("statistics_rows", statistics),
        ("reg_records", registers),
    ];
    let view = |(at, provenance): (usize, &crate::model::Provenance)| SourceView {
        path: provenance.path.clone(),
        section: section_link(here, &provenance.section),
        source: provenance.source.clone(),
        url: provenance.source_url.as_deref().and_then(Outside::web),
        retrieved: provenance.retrieved.map(|day| here.date(day)),
        counts: counted.iter().filter_map(|(key, tally)| Some(here.words.count(key, *tally.get(&at)?))).collect(),
    };
    catalog.provenances.iter().enumerate().map(view).collect()
}

fn tally(provenances: impl Iterator<Item = usize>) -> BTreeMap<usize, usize> {
    let mut counts = BTreeMap::new();
    for at in provenances {
        *counts.entry(at).or_default() += 1;
    }
    counts
}

fn section_link(here: &Here<'_>, folder: &str) -> Option<Link> {
    let lang = here.context.config.default_language;
    let section =
        here.context.content.sections.iter().position(|section| section.folder == folder && section.lang == lang)?;
    here.link_to(here.context.kind_of_section(section, here.lang))
}

/// A part with its official name and the test whether a procedure lacks it.
type Check = (&'static str, fn(&Procedure) -> bool);

/// The mandatory parts (Điều 8.2 NĐ 63/2010/NĐ-CP as amended), with the decision and legal basis of Điều 15.
const PARTS: &[Check] = &[
    ("part_steps", |procedure| lacks(&procedure.steps)),
    ("part_channels", |procedure| lacks(&procedure.channels)),
    ("part_dossier", |procedure| lacks(&procedure.dossier)),
    ("part_time_limit", |procedure| !has_channel_with(procedure, |channel| !channel.time_limits.is_empty())),
    ("part_fees", |procedure| !has_channel_with(procedure, |channel| channel.fees.iter().any(is_published))),
    ("part_subjects", |procedure| lacks(&procedure.subjects)),
    ("part_executing", |procedure| procedure.agencies.executing.is_empty()),
    ("part_results", |procedure| lacks(&procedure.results)),
    ("part_legal_basis", |procedure| lacks(&procedure.legal_basis)),
    ("part_decision", |procedure| procedure.decision.is_none()),
];

const fn lacks<T>(part: &Part<T>) -> bool {
    part.is_not_published()
}

fn has_channel_with(procedure: &Procedure, test: impl Fn(&crate::model::Channel) -> bool) -> bool {
    procedure.channels.stated().is_some_and(|channels| channels.iter().any(test))
}

fn is_published(fee: &crate::model::Fee) -> bool {
    fee.amount != crate::model::FeeAmount::NotPublished
}

fn gaps(here: &Here<'_>) -> Vec<Gap> {
    let procedures = &here.context.catalog.procedures;
    if procedures.is_empty()
        || here.context.register_sections().next().and_then(|at| here.href_to(PageKind::Procedures(at))).is_none()
    {
        return Vec::new();
    }
    let gap = |(key, is_missing): &Check| {
        let missing = procedures.iter().filter(|sourced| is_missing(&sourced.record)).count();
        Gap { part: here.words.get(key).to_owned(), missing: here.words.number(missing) }
    };
    PARTS.iter().map(gap).collect()
}
