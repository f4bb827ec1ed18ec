//! What all parts of a site's making share.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::config::Config;
use super::files::Files;
use super::image::Images;
use super::library::Library;
use super::lookup::Lookup;

/// A site whose texts are read and not yet rendered.
pub(super) struct Site {
    /// Its settings.
    pub(super) config: Config,
    /// Its sections and pages.
    pub(super) library: Library,
    /// Its files.
    pub(super) files: Arc<dyn Files>,
    /// Where functions of templates find files.
    pub(super) lookup: Lookup,
    /// Style sheets by their paths in the finished site.
    pub(super) sheets: BTreeMap<String, String>,
    /// Pictures that templates ask for.
    pub(super) images: Arc<Images>,
    /// The settings as templates see them, by language.
    pub(super) settings: BTreeMap<String, Value>,
}

impl Site {
    /// The settings as templates in a language see them.
    pub(super) fn settings(&self, lang: &str) -> Value {
        self.settings
            .get(lang)
            .or_else(|| self.settings.get(&self.config.default_language))
            .cloned()
            .unwrap_or_default()
    }

    /// The section or page that an `@/` path leads to, in a language where one is named.
    pub(super) fn internal(&self, path: &str, lang: Option<&str>) -> Option<usize> {
        let path = path.strip_prefix("@/").unwrap_or(path).trim_start_matches('/');
        let translated = lang.filter(|lang| self.config.is_further_language(lang)).and_then(|lang| {
            let stem = path.strip_suffix(".md")?;
            self.library.find(&format!("{stem}.{lang}.md"))
        });
        translated.or_else(|| self.library.find(path))
    }
}

/// One text, rendered.
#[derive(Clone, Debug, Default)]
pub(super) struct Content {
    /// Its HTML.
    pub(super) html: String,
    /// The HTML above `<!-- more -->`.
    pub(super) summary: Option<String>,
    /// Its headings, as templates see them.
    pub(super) toc: Value,
    /// Number of words.
    pub(super) words: usize,
    /// Minutes for reading it.
    pub(super) minutes: usize,
    /// Texts that it links to.
    pub(super) links: Vec<usize>,
}

/// A site with its texts rendered.
pub(super) struct Book {
    /// The site.
    pub(super) site: Arc<Site>,
    /// The texts, by the numbers of the library.
    pub(super) contents: Vec<Content>,
    /// Texts that link to each text.
    pub(super) backlinks: Vec<Vec<usize>>,
    /// Sections with their pages as templates see them, once one has asked.
    sections: Vec<OnceLock<Value>>,
    /// The same for taxonomies.
    taxonomies: Vec<OnceLock<Value>>,
}

impl Book {
    /// A site with its texts.
    pub(super) fn new(site: Arc<Site>, contents: Vec<Content>) -> Self {
        let mut backlinks = vec![Vec::new(); contents.len()];
        for (from, content) in contents.iter().enumerate() {
            for to in &content.links {
                if *to != from && backlinks[*to].last() != Some(&from) {
                    backlinks[*to].push(from);
                }
            }
        }
        let sections = (0..contents.len()).map(|_| OnceLock::new()).collect();
        let taxonomies = site.library.taxonomies.iter().map(|_| OnceLock::new()).collect();
        Self { site, contents, backlinks, sections, taxonomies }
    }

    /// A section with all its pages, made once and kept.
    pub(super) fn whole_section(&self, id: usize) -> Value {
        self.sections[id].get_or_init(|| super::values::section(&self.site, Some(self), id, true)).clone()
    }

    /// A taxonomy with all its terms and their pages, made once and kept.
    pub(super) fn whole_taxonomy(&self, at: usize) -> Value {
        let make = || super::values::taxonomy(self, &self.site.library.taxonomies[at]);
        self.taxonomies[at].get_or_init(make).clone()
    }
}
