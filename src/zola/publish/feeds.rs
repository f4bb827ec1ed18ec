//! Feeds of the whole site, of sections and of terms.

use rayon::prelude::*;
use serde_json::{Map, Value};

use crate::output::OutputError;
use crate::zola::library::PageDate;
use crate::zola::values;

use super::Press;

/// One feed that is to be made.
struct Feed<'a> {
    lang: &'a str,
    /// The folder it lies in, with a slash at both ends.
    folder: &'a str,
    pages: Vec<usize>,
    /// What its template gets besides.
    more: Map<String, Value>,
}

impl Press<'_> {
    /// Every feed.
    pub(super) fn feeds(&self) -> Result<(), OutputError> {
        let site = &self.book.site;
        for (lang, _) in site.config.languages.iter().filter(|(_, language)| language.feeds) {
            let folder = format!("/{}", site.config.language_folder(lang));
            let pages = site.library.pages().filter(|id| site.library.node(*id).file.lang == *lang).collect();
            self.feed(Feed { lang, folder: &folder, pages, more: Map::new() })?;
        }
        self.section_feeds()?;
        let taxonomies = site.library.taxonomies.par_iter().filter(|one| one.config.feed && one.config.render);
        taxonomies.try_for_each(|taxonomy| {
            taxonomy.terms.par_iter().try_for_each(|term| {
                let more = [
                    ("taxonomy".to_owned(), taxonomy.config.to_value()),
                    ("term".to_owned(), values::term(self.book, term, false)),
                ];
                let more = Map::from_iter(more);
                self.feed(Feed { lang: &taxonomy.lang, folder: &term.path, pages: term.pages.clone(), more })
            })
        })
    }

    fn section_feeds(&self) -> Result<(), OutputError> {
        let site = &self.book.site;
        for id in site.library.sections().filter(|id| site.library.node(*id).front.feeds) {
            let node = site.library.node(id);
            let whole = node.is_home() && site.config.language(&node.file.lang).is_some_and(|language| language.feeds);
            if whole {
                continue;
            }
            let section = values::section(site, Some(self.book), id, false);
            let more = Map::from_iter([("section".to_owned(), section)]);
            let pages = node.pages.clone();
            self.feed(Feed { lang: &node.file.lang, folder: &node.path, pages, more })?;
        }
        Ok(())
    }

    /// One feed under each of its names. Only pages with a date are in it, the newest first.
    fn feed(&self, feed: Feed<'_>) -> Result<(), OutputError> {
        let site = &self.book.site;
        let Some(language) = site.config.language(feed.lang) else { return Ok(()) };
        let mut dated: Vec<_> = feed
            .pages
            .iter()
            .filter_map(|id| {
                // Feeds tell news; records have feeds of their own.
                let node = Some(site.library.node(*id)).filter(|node| node.guest.is_none())?;
                node.front.date.as_ref().map(|date| (std::cmp::Reverse(date.moment), &node.permalink, *id))
            })
            .collect();
        dated.sort_unstable();
        dated.truncate(site.config.feed_limit.unwrap_or(usize::MAX));
        let changed = dated.iter().filter_map(|(_, _, id)| {
            let front = &site.library.node(*id).front;
            later(front.updated.as_ref(), front.date.as_ref())
        });
        let last = changed.max_by_key(|date| date.moment).map(|date| date.written.clone());
        let pages: Value = dated.iter().map(|(_, _, id)| values::page(site, Some(self.book), *id, false)).collect();
        for name in &language.feed_filenames {
            if !self.engine.has(name) {
                continue;
            }
            let path = format!("{}{name}", feed.folder);
            let mut map = self.base(feed.lang);
            map.insert("feed_url".to_owned(), site.config.permalink(&path).into());
            map.insert("last_updated".to_owned(), last.clone().into());
            map.insert("pages".to_owned(), pages.clone());
            map.extend(feed.more.clone());
            self.make(&path[1..], name, map, &path)?;
        }
        Ok(())
    }
}

/// The later of two dates of which either may be missing.
fn later<'d>(one: Option<&'d PageDate>, other: Option<&'d PageDate>) -> Option<&'d PageDate> {
    one.into_iter().chain(other).max_by_key(|date| date.moment)
}
