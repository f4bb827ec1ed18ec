//! Written pages, open data, sources and measured pages as rules see them.

use serde::Serialize;

use crate::diag::Location;
use crate::plan::{FileFormat, PageKind};
use crate::text;

use super::{Material, Records, Subject, iso, value_of};

/// Words by which news of administrative reform is known, folded.
const REFORM: [&str; 5] = ["cai cach hanh chinh", "thu tuc hanh chinh", "mot cua", "dich vu cong", "nop truc tuyen"];

#[derive(Serialize)]
struct NewsFacts<'a> {
    title: &'a str,
    date: Option<String>,
    folder: &'a str,
    /// Whether it speaks of administrative reform, by its words.
    reform: bool,
}

/// Markdown pages of the default language that have a day: news.
pub(super) fn news(material: Material<'_>) -> Records<'_> {
    let lang = material.config.default_language;
    let pages = &material.content.pages;
    let dated: Vec<usize> =
        (0..pages.len()).filter(|&at| pages[at].lang == lang && pages[at].date.is_some() && !pages[at].draft).collect();
    let count = dated.len();
    let of = dated.clone();
    let value = move |at: usize| {
        let page = &pages[dated[at]];
        let words = text::fold(&format!("{} {} {}", page.title, page.description, page.body));
        let reform = REFORM.iter().any(|phrase| words.contains(phrase));
        value_of(NewsFacts { title: &page.title, date: iso(page.date), folder: &page.folder, reform })
    };
    let subject = move |at: usize| Subject {
        key: pages[of[at]].path.clone(),
        label: pages[of[at]].title.clone(),
        page: material.route(PageKind::Article(of[at])),
        place: Location::file(pages[of[at]].path.as_str()),
    };
    Records::new(count, value, subject, None)
}

#[derive(Serialize)]
struct DatasetFacts {
    csv: bool,
    json: bool,
    xlsx: bool,
}

/// The open data of every page that has some.
pub(super) fn datasets(material: Material<'_>) -> Records<'_> {
    let all: Vec<_> = material.plan.pages_with_data().collect();
    let count = all.len();
    let of = all.clone();
    let value = move |at: usize| {
        let has = |format| all[at].1.route(format).is_some();
        value_of(DatasetFacts { csv: has(FileFormat::Csv), json: has(FileFormat::Json), xlsx: has(FileFormat::Xlsx) })
    };
    let subject = move |at: usize| {
        let file = of[at].1.routes().next().map(|(_, route)| route.to_string()).unwrap_or_default();
        Subject { label: file.clone(), page: material.route(of[at].0), place: Location::key(&file), key: file }
    };
    Records::new(count, value, subject, material.route(PageKind::OpenData))
}

#[derive(Serialize)]
struct ProvenanceFacts<'a> {
    path: &'a str,
    source: Option<&'a str>,
    source_url: Option<&'a str>,
    retrieved: Option<String>,
}

/// Every file of records with where it comes from.
pub(super) fn provenances(material: Material<'_>) -> Records<'_> {
    let all = &material.catalog.provenances;
    let value = move |at: usize| {
        value_of(ProvenanceFacts {
            path: &all[at].path,
            source: all[at].source.as_deref(),
            source_url: all[at].source_url.as_deref(),
            retrieved: iso(all[at].retrieved),
        })
    };
    let about = material.route(PageKind::AboutData);
    let page = about.clone();
    let subject = move |at: usize| Subject {
        key: all[at].path.clone(),
        label: all[at].path.clone(),
        page: about.clone(),
        place: Location::file(format!("content/{}/_index.md", all[at].section)),
    };
    Records::new(all.len(), value, subject, page)
}

/// The pages that were rendered and measured, one of each kind.
pub(super) fn pages(material: Material<'_>) -> Records<'_> {
    let all = material.pages;
    let subject = move |at: usize| Subject {
        key: all[at].route.to_string(),
        label: all[at].route.to_string(),
        page: Some(all[at].route.clone()),
        place: Location::key(all[at].route.to_string()),
    };
    Records::new(all.len(), move |at| value_of(&all[at]), subject, material.route(PageKind::Home))
}
