//! Sections and pages written in Markdown.

use serde::Serialize;

use crate::content::{self, SortBy};
use crate::plan::PageKind;
use crate::text::CollationKey;

use super::Page;
use super::here::Here;
use super::link::{Link, Phrase};

/// What the page of a section shows.
#[derive(Clone, Debug, Serialize)]
pub struct SectionView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Text, HTML.
    pub html: String,
    /// Its pages.
    pub entries: Vec<Entry>,
    /// Sections directly below it.
    pub sections: Vec<Link>,
}

/// A Markdown page in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Title.
    pub title: String,
    /// Link to it.
    pub href: String,
    /// One sentence about it; may be empty.
    pub description: String,
    /// Day of publication.
    pub date: Option<Day>,
}

/// A day as shown and as machines read it.
#[derive(Clone, Debug, Serialize)]
pub struct Day {
    /// In the language of the page.
    pub text: String,
    /// ISO 8601.
    pub iso: String,
}

/// What a Markdown page shows.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Text, HTML.
    pub html: String,
    /// Headings of the text.
    pub toc: Vec<Heading>,
    /// Day of publication.
    pub date: Option<Day>,
    /// Day of the last change.
    pub updated: Option<Day>,
}

/// A heading of the text.
#[derive(Clone, Debug, Serialize)]
pub struct Heading {
    /// Level, 2 or 3.
    pub level: u8,
    /// Anchor.
    pub id: String,
    /// Text.
    pub title: String,
}

impl Here<'_> {
    /// A day as shown and as machines read it.
    pub(super) fn day(&self, date: jiff::civil::Date) -> Day {
        Day { text: self.date(date), iso: date.to_string() }
    }

    fn entry(&self, at: usize) -> Option<Entry> {
        let page = &self.context.content.pages[at];
        Some(Entry {
            title: page.title.clone(),
            href: self.href_to(PageKind::Article(at))?,
            description: page.description.clone(),
            date: page.date.map(|date| self.day(date)),
        })
    }

    /// The newest dated articles of the language.
    pub(super) fn newest_articles(&self, limit: usize) -> Vec<Entry> {
        let pages = &self.context.content.pages;
        let mut dated: Vec<usize> =
            (0..pages.len()).filter(|&at| pages[at].lang == self.lang && pages[at].date.is_some()).collect();
        dated.sort_by(|&a, &b| pages[b].date.cmp(&pages[a].date));
        dated.into_iter().filter_map(|at| self.entry(at)).take(limit).collect()
    }

    /// The pages of a section in its order.
    fn entries(&self, section: &content::Section) -> Vec<Entry> {
        let pages = &self.context.content.pages;
        let own = |&at: &usize| pages[at].folder == section.folder && pages[at].lang == section.lang;
        let mut found: Vec<usize> = (0..pages.len()).filter(own).collect();
        match section.sort_by {
            SortBy::None => {}
            SortBy::Date => found.sort_by(|&a, &b| pages[b].date.cmp(&pages[a].date)),
            SortBy::Title => found.sort_by_cached_key(|&at| CollationKey::of(&pages[at].title)),
            SortBy::Weight => found.sort_by_key(|&at| pages[at].weight),
        }
        found.into_iter().filter_map(|at| self.entry(at)).collect()
    }

    /// The sections above a folder, outermost first.
    fn crumbs_of_folder(&self, folder: &str) -> Vec<Link> {
        let sections = &self.context.content.sections;
        let ends = folder.match_indices('/').map(|(at, _)| at).chain((!folder.is_empty()).then_some(folder.len()));
        let section = |end: usize| {
            let at =
                sections.iter().position(|section| section.folder == folder[..end] && section.lang == self.lang)?;
            self.link_to(PageKind::Section(at))
        };
        ends.filter_map(section).collect()
    }
}

pub(super) fn section(here: &mut Here<'_>, at: usize) -> SectionView {
    let own = &here.context.content.sections[at];
    let html = here.markdown(&own.path, &own.body).html;
    let title = Phrase::interface(if own.title.is_empty() { &own.folder } else { &own.title });
    let parent = own.folder.rsplit_once('/').map_or("", |(parent, _)| parent);
    let below = here.context.content.sections.iter().enumerate().filter(|(_, other)| {
        let child = other.folder.strip_prefix(&own.folder).and_then(|rest| rest.strip_prefix('/'));
        other.lang == own.lang && child.is_some_and(|rest| !rest.contains('/'))
    });
    SectionView {
        page: here.page(title, &own.description, here.crumbs_of_folder(parent)),
        html,
        entries: here.entries(own),
        sections: below.filter_map(|(at, _)| here.link_to(PageKind::Section(at))).collect(),
    }
}

pub(super) fn article(here: &mut Here<'_>, at: usize) -> ArticleView {
    let own = &here.context.content.pages[at];
    let rendered = here.markdown(&own.path, &own.body);
    let heading = |entry: content::TocEntry| Heading { level: entry.level, id: entry.id, title: entry.title };
    ArticleView {
        page: here.page(Phrase::interface(&own.title), &own.description, here.crumbs_of_folder(&own.folder)),
        html: rendered.html,
        toc: rendered.toc.into_iter().map(heading).collect(),
        date: own.date.map(|date| here.day(date)),
        updated: own.updated.map(|date| here.day(date)),
    }
}
