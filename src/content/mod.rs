//! Zola's content model: front matter, sections, pages, Markdown.
//!
//! Comes in: the Markdown files below `content/`. Goes out: [`Content`], sections and pages with their front
//! matter read and their Markdown kept as text until the plan has given every page an address. Refuses to
//! know: addresses, templates.

mod article;
mod front_matter;
pub mod markdown;
mod read;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::Lang;

pub use article::{Rendered, TocEntry, render};
pub use front_matter::Tolerance;
pub use read::read;

/// Every section and page of the site.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// Sections, by folder and language.
    pub sections: Vec<Section>,
    /// Pages, by folder, name and language.
    pub pages: Vec<Page>,
}

/// A folder with an `_index.md`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The file, relative to the site's root.
    pub path: String,
    /// The folder below `content/`; empty for the home page.
    pub folder: String,
    /// Language of this `_index`.
    pub lang: Lang,
    /// Title; empty where none is given.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// How its pages are ordered.
    pub sort_by: SortBy,
    /// Order among sections.
    pub weight: i64,
    /// What `[data]` says, where the section reads records.
    pub data: Option<DataSpec>,
    /// The Markdown.
    pub body: String,
}

/// How the pages of a section are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// By file name.
    #[default]
    None,
    /// Newest first.
    Date,
    /// By title, in Vietnamese order.
    Title,
    /// By `weight`, smallest first.
    Weight,
}

/// A Markdown page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The file, relative to the site's root.
    pub path: String,
    /// The folder of its section below `content/`.
    pub folder: String,
    /// Last part of its address.
    pub slug: String,
    /// Its language.
    pub lang: Lang,
    /// Title.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// Day of publication.
    pub date: Option<Date>,
    /// Day of the last change.
    pub updated: Option<Date>,
    /// Order within its section.
    pub weight: i64,
    /// Not published unless drafts are asked for.
    pub draft: bool,
    /// The Markdown.
    pub body: String,
}

/// The `[data]` table of a section: which files hold its records, and how to read them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataSpec {
    /// Kind of record, such as `procedures`.
    pub kind: String,
    /// Files or globs beside the `_index.md`.
    pub sources: Vec<String>,
    /// Name of a layout, or `auto`.
    pub layout: String,
    /// Heading as in the file → name of the column.
    pub columns: BTreeMap<String, String>,
    /// What happens to records with errors.
    pub tolerance: Tolerance,
    /// Who published the data.
    pub source: Option<String>,
    /// Address of the publication.
    pub source_url: Option<String>,
    /// Day on which it was taken over.
    pub retrieved: Option<Date>,
    /// Index of the rows of rankings that name none.
    pub index: Option<String>,
    /// Year or day of the rows of rankings that name none, as typed.
    pub edition: Option<String>,
    /// Files or globs beside the `_index.md` that describe indexes of the site's own.
    pub schemes: Vec<String>,
}

impl Content {
    /// The section of a folder in a language.
    #[must_use]
    pub fn section(&self, folder: &str, lang: Lang) -> Option<&Section> {
        self.sections.iter().find(|section| section.folder == folder && section.lang == lang)
    }
}
