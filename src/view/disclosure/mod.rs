//! Which disclosure criteria the site meets, as a page and as open data.

mod data;
mod words;

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::audit::{AuditReport, Finding, Reached, Reason, Source, Status, Subject, Tag, criteria};
use crate::diag::Lang;
use crate::plan::{self, PageKind, Route, SitePlan};

use super::Page;
use super::here::Here;
use super::link::{Link, Phrase};
use super::open_data::DataLink;
use super::wording;

pub(super) use data::open_data;

use words::{level_key, meaning_key, reason_key, scheme_key, status_key, tag_key};

/// Most records that the page names for one criterion; the JSON of `congkhai audit` names more.
const SHOWN: usize = 10;

/// What the page of the audit shows.
#[derive(Clone, Debug, Serialize)]
pub struct DisclosureView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Text of the section, HTML; empty where the site has no such section.
    pub html: String,
    /// Whether that text is in the page's language.
    pub translated: bool,
    /// The share that is met: "43,6%".
    pub share: String,
    /// The same in criteria: "34/78 tiêu chí áp dụng".
    pub counted: String,
    /// What the page says of day and level.
    pub judged: String,
    /// The minimum that the site requires of itself.
    pub require: Option<String>,
    /// How many criteria came out how.
    pub statuses: Vec<StatusCount>,
    /// The criteria, by group.
    pub groups: Vec<GroupView>,
    /// What the tags of sources mean.
    pub tags: Vec<TagView>,
    /// The results as files.
    pub data: Vec<DataLink>,
}

/// How many criteria came out one way.
#[derive(Clone, Debug, Serialize)]
pub struct StatusCount {
    /// Name of the result, for styles.
    pub status: &'static str,
    /// The result in words.
    pub word: String,
    /// How many.
    pub count: String,
}

/// One group of criteria.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// Anchor.
    pub id: String,
    /// What the criteria are about.
    pub title: String,
    /// "5/12 tiêu chí áp dụng".
    pub counted: String,
    /// The same as a fraction: "5/12".
    pub fraction: String,
    /// The criteria.
    pub items: Vec<CriterionView>,
}

/// One criterion with its result.
#[derive(Clone, Debug, Serialize)]
pub struct CriterionView {
    /// Anchor.
    pub id: String,
    /// Its number.
    pub number: String,
    /// What is asked.
    pub statement: String,
    /// Name of the result, for styles.
    pub status: &'static str,
    /// The result in words.
    pub word: String,
    /// Why, where the records do not say it.
    pub reason: Option<String>,
    /// "61/62".
    pub share: Option<String>,
    /// Whether nothing may be published where it is not met.
    pub blocker: bool,
    /// Where it can be seen.
    pub evidence: Vec<Link>,
    /// What is missing.
    pub missing: Vec<MissingView>,
    /// How many records lack something.
    pub missing_count: String,
    /// How many records more than those that are named.
    pub more: Option<String>,
    /// What to do.
    pub fill: Option<String>,
    /// What a person must vouch for.
    pub asked: Option<String>,
    /// Who vouches.
    pub attestation: Option<AttestationView>,
    /// Points of schemes.
    pub points: Vec<String>,
    /// Where it comes from.
    pub sources: Vec<SourceTag>,
}

/// A record that lacks something.
#[derive(Clone, Debug, Serialize)]
pub struct MissingView {
    /// The record.
    pub subject: Link,
    /// Whether the record has a page.
    pub linked: bool,
    /// Its key.
    pub key: String,
    /// The cells to fill.
    pub cells: Vec<String>,
}

/// A statement of a person.
#[derive(Clone, Debug, Serialize)]
pub struct AttestationView {
    /// Who, when, until when.
    pub words: String,
    /// What is vouched for.
    pub text: String,
    /// What it rests on.
    pub evidence: String,
}

/// A source with how far it was verified.
#[derive(Clone, Debug, Serialize)]
pub struct SourceTag {
    /// As it is cited.
    pub text: String,
    /// The tag, for styles.
    pub tag: &'static str,
    /// The tag in words.
    pub word: String,
}

/// What a tag means.
#[derive(Clone, Debug, Serialize)]
pub struct TagView {
    /// The tag.
    pub tag: &'static str,
    /// The tag in words.
    pub word: String,
    /// What it means.
    pub meaning: String,
}

const TAGS: [Tag; 6] = [Tag::Text, Tag::Copy, Tag::Secondary, Tag::Plan, Tag::Unverified, Tag::Design];

pub(super) fn view(here: &mut Here<'_>) -> DisclosureView {
    let section = here.context.section_of_folder(plan::DISCLOSURE);
    let text = section.map(|section| here.section_markdown(section));
    let here = &*here;
    let words = here.words;
    let (html, translated) = text.map_or_else(|| (String::new(), true), |text| (text.html, text.translated));
    let report = here.context.audit;
    let judged = |report: &AuditReport| {
        let level = wording::lower_first(words.get(level_key(report)));
        words.fill("disclosure_judged", &[("date", &here.date(report.as_of)), ("level", &level)])
    };
    DisclosureView {
        page: here.page(here.title_of(PageKind::Disclosure), words.get("disclosure_description"), Vec::new()),
        html,
        translated,
        share: percent(here.lang, report.and_then(|report| report.summary().share())),
        counted: report
            .map(|report| counted(here, report.summary().met, report.summary().applicable))
            .unwrap_or_default(),
        judged: report.map(judged).unwrap_or_default(),
        require: report
            .and_then(|report| report.require)
            .map(|require| words.fill("disclosure_require", &[("share", &percent(here.lang, Some(require)))])),
        statuses: report.map(|report| statuses(here, report)).unwrap_or_default(),
        groups: report.map(|report| groups(here, report)).unwrap_or_default(),
        tags: TAGS.map(|tag| tag_view(here, tag)).into(),
        data: here.data_links(PageKind::Disclosure),
    }
}

/// A link to the page with the result as its text, for the home page.
pub(super) fn link(here: &Here<'_>) -> Option<Link> {
    let summary = here.context.audit?.summary();
    let counted = counted(here, summary.met, summary.applicable);
    let text =
        here.words.fill("disclosure_home", &[("counted", &counted), ("share", &percent(here.lang, summary.share()))]);
    Some(Link { text, href: here.href_to(PageKind::Disclosure)?, record: false })
}

fn percent(lang: Lang, share: Option<f64>) -> String {
    let Some(share) = share else { return "–".to_owned() };
    match lang {
        Lang::Vi => format!("{:.1}%", share * 100.0).replace('.', ","),
        Lang::En => format!("{:.1}%", share * 100.0),
    }
}

fn counted(here: &Here<'_>, met: usize, of: usize) -> String {
    here.words.fill("disclosure_counted", &[("met", &here.words.number(met)), ("of", &here.words.number(of))])
}

fn statuses(here: &Here<'_>, report: &AuditReport) -> Vec<StatusCount> {
    let count = |status: Status| StatusCount {
        status: status.name(),
        word: here.words.get(status_key(status)).to_owned(),
        count: here.words.number(report.count(status)),
    };
    Status::ALL.into_iter().map(count).collect()
}

fn groups(here: &Here<'_>, report: &AuditReport) -> Vec<GroupView> {
    let cited = cited(report, here.context.plan);
    let view = |group: &crate::audit::Group| {
        let summary = report.summary_of(&group.id);
        let own = report.findings.iter().filter(|finding| finding.criterion.group == group.id);
        GroupView {
            id: group.id.to_ascii_lowercase(),
            title: group.title.in_lang(here.lang).to_owned(),
            counted: counted(here, summary.met, summary.applicable),
            fraction: format!("{}/{}", here.words.number(summary.met), here.words.number(summary.applicable)),
            items: own.map(|finding| item(here, report, &cited, finding)).collect(),
        }
    };
    criteria().0.iter().map(view).collect()
}

fn item(here: &Here<'_>, report: &AuditReport, cited: &Cited<'_>, finding: &Finding) -> CriterionView {
    let criterion = finding.criterion;
    let open = matches!(finding.status, Status::Partly | Status::NotMet);
    let missing: Vec<MissingView> = finding.missing.iter().take(SHOWN).map(|one| missing(here, cited, one)).collect();
    let more = finding.missing_count.saturating_sub(missing.len());
    CriterionView {
        id: criterion.id.to_ascii_lowercase(),
        number: criterion.id.clone(),
        statement: criterion.statement.in_lang(here.lang).to_owned(),
        status: finding.status.name(),
        word: here.words.get(status_key(finding.status)).to_owned(),
        reason: finding.reason.map(|reason| here.words.get(reason_key(reason)).to_owned()),
        share: (finding.looked_at > 1)
            .then(|| format!("{}/{}", here.words.number(finding.passed), here.words.number(finding.looked_at))),
        blocker: criterion.blocker,
        evidence: evidence(here, cited, finding),
        missing,
        missing_count: here.words.number(finding.missing_count),
        more: (more > 0).then(|| here.words.count("disclosure_more", more)),
        fill: open.then(|| criterion.fill.in_lang(here.lang).to_owned()),
        asked: asked(here, finding),
        attestation: attestation(here, finding),
        points: finding.points.iter().map(|reached| points(here, reached)).collect(),
        sources: sources(report, finding).map(|source| source_tag(here, source)).collect(),
    }
}

/// The sources in force; all of them where none is, which is why the criterion is not asked.
fn sources<'a>(report: &AuditReport, finding: &'a Finding) -> impl Iterator<Item = &'a Source> {
    let as_of = report.as_of;
    let is_asked = finding.reason != Some(Reason::NotInForce);
    finding.criterion.sources.iter().filter(move |source| !is_asked || source.span().covers(as_of))
}

/// What somebody must vouch for, where that is still open.
fn asked(here: &Here<'_>, finding: &Finding) -> Option<String> {
    let asked = finding.criterion.attest.as_ref()?;
    let is_open = !matches!(finding.status, Status::Attested | Status::NotApplicable);
    let text = if here.lang == Lang::Vi { &asked.vi } else { &asked.en };
    is_open.then(|| text.clone())
}

/// The page of all records, then the first of them; each page once.
fn evidence(here: &Here<'_>, cited: &Cited<'_>, finding: &Finding) -> Vec<Link> {
    if finding.passed == 0 {
        return Vec::new();
    }
    let mut links: Vec<Link> = Vec::new();
    let title = |route: &Route| cited.get(route).map(|kind| here.title_of(*kind)).unwrap_or_default();
    let all = finding.page.as_ref().map(|route| (title(route), route));
    let records = finding.evidence.iter().filter_map(|one| Some((Phrase::record(&one.label), one.page.as_ref()?)));
    for (Phrase { text, record }, route) in all.into_iter().chain(records) {
        let href = own_language(here, cited, route);
        if !links.iter().any(|link| link.href == href) {
            links.push(Link { text, href, record });
        }
    }
    links
}

/// The pages that a report cites, by address.
type Cited<'a> = HashMap<&'a Route, PageKind>;

/// Looks up every page that a report cites, in one pass over the plan.
fn cited<'a>(report: &'a AuditReport, plan: &SitePlan) -> Cited<'a> {
    let missing = |finding: &'a Finding| finding.missing.iter().take(SHOWN).map(|one| &one.subject);
    let subjects = |finding: &'a Finding| finding.evidence.iter().chain(missing(finding));
    let pages = |finding: &'a Finding| finding.page.iter().chain(subjects(finding).filter_map(|one| one.page.as_ref()));
    let wanted: HashSet<&Route> = report.findings.iter().flat_map(pages).collect();
    let found = plan.pages.iter().filter_map(|page| Some((*wanted.get(&page.route)?, page.kind)));
    found.collect()
}

/// The link to a page of the default language, in the language of this page where it has a twin.
fn own_language(here: &Here<'_>, cited: &Cited<'_>, route: &Route) -> String {
    let kind = cited.get(route).and_then(|kind| here.context.twin(*kind, here.lang));
    kind.and_then(|kind| here.href_to(kind)).unwrap_or_else(|| here.href(route))
}

fn missing(here: &Here<'_>, cited: &Cited<'_>, missing: &crate::audit::Missing) -> MissingView {
    let Subject { key, label, page, .. } = &missing.subject;
    let href = page.as_ref().map(|route| own_language(here, cited, route));
    MissingView {
        linked: href.is_some(),
        subject: Link { text: label.clone(), href: href.unwrap_or_default(), record: true },
        key: if key == label { String::new() } else { key.clone() },
        cells: missing.cells.iter().map(|cell| cell.told(here.lang)).collect(),
    }
}

fn attestation(here: &Here<'_>, finding: &Finding) -> Option<AttestationView> {
    let one = finding.attestation.as_ref()?;
    let day = one.on.map(|day| here.date(day)).unwrap_or_default();
    let words = match finding.attested_until {
        Some(until) => here
            .words
            .fill("disclosure_attested_until", &[("by", &one.by), ("date", &day), ("until", &here.date(until))]),
        None => here.words.fill("disclosure_attested_on", &[("by", &one.by), ("date", &day)]),
    };
    Some(AttestationView { words, text: one.text.clone(), evidence: one.evidence.clone() })
}

fn points(here: &Here<'_>, reached: &Reached) -> String {
    let number = |points: f64| {
        let plain = format!("{points}");
        if here.lang == Lang::Vi { plain.replace('.', ",") } else { plain }
    };
    let scheme = here.words.get(scheme_key(reached.scheme));
    let name = if reached.id.is_empty() { scheme.to_owned() } else { format!("{scheme} {}", reached.id) };
    match (reached.points, reached.max) {
        (Some(points), Some(max)) => here.words.fill(
            "disclosure_points_reached",
            &[("scheme", &name), ("points", &number(points)), ("max", &number(max))],
        ),
        (_, Some(max)) => here.words.fill("disclosure_points", &[("scheme", &name), ("max", &number(max))]),
        _ => here.words.fill("disclosure_points_unknown", &[("scheme", &name)]),
    }
}

fn source_tag(here: &Here<'_>, source: &Source) -> SourceTag {
    let word = here.words.get(tag_key(source.tag)).to_owned();
    SourceTag { text: source.cited(here.lang), tag: source.tag.name(), word }
}

fn tag_view(here: &Here<'_>, tag: Tag) -> TagView {
    let meaning = here.words.get(meaning_key(tag)).to_owned();
    TagView { tag: tag.name(), word: here.words.get(tag_key(tag)).to_owned(), meaning }
}
