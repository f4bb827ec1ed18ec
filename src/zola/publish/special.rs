//! What visitors seldom see: the page for wrong addresses, the sitemap, and what robots are told.

use serde_json::{Map, Value, json};

use crate::output::OutputError;
use crate::zola::library::pagers;

use super::Press;

/// Most entries of one sitemap; further ones go into another.
const SITEMAP_LIMIT: usize = 30_000;

/// One line of a sitemap.
struct Entry {
    permalink: String,
    updated: Option<String>,
    extra: Value,
}

impl Press<'_> {
    /// `404.html`, `sitemap.xml` and `robots.txt`.
    pub(super) fn special(&self) -> Result<(), OutputError> {
        let config = &self.book.site.config;
        self.not_found()?;
        if config.sitemap {
            self.sitemap()?;
        }
        if config.robots {
            self.make("robots.txt", "robots.txt", self.base(&config.default_language), "robots.txt")?;
        }
        Ok(())
    }

    /// The page for wrong addresses.
    pub(super) fn not_found(&self) -> Result<(), OutputError> {
        self.make("404.html", "404.html", self.base(&self.book.site.config.default_language), "404.html")
    }

    fn sitemap(&self) -> Result<(), OutputError> {
        let mut entries = self.nodes();
        entries.extend(self.terms());
        entries.sort_by(|one, other| one.permalink.cmp(&other.permalink));
        entries.dedup_by(|one, other| one.permalink == other.permalink);
        let values: Vec<Value> = entries
            .into_iter()
            .map(|entry| json!({ "permalink": entry.permalink, "updated": entry.updated, "extra": entry.extra }))
            .collect();
        if values.len() <= SITEMAP_LIMIT {
            let map = Map::from_iter([("entries".to_owned(), Value::Array(values))]);
            return self.make("sitemap.xml", "sitemap.xml", map, "sitemap.xml");
        }
        let mut sitemaps = Vec::new();
        for (chunk, number) in values.chunks(SITEMAP_LIMIT).zip(1..) {
            let name = format!("sitemap{number}.xml");
            let map = Map::from_iter([("entries".to_owned(), Value::Array(chunk.to_vec()))]);
            self.make(&name, "sitemap.xml", map, &name)?;
            sitemaps.push(Value::String(format!("{}/{name}", self.book.site.config.base_url)));
        }
        let map = Map::from_iter([("sitemaps".to_owned(), Value::Array(sitemaps))]);
        self.make("sitemap.xml", "split_sitemap_index.xml", map, "sitemap.xml")
    }

    /// Pages and sections, and the further pages of long sections.
    fn nodes(&self) -> Vec<Entry> {
        let site = &self.book.site;
        let mut entries = Vec::new();
        for (id, node) in site.library.nodes.iter().enumerate() {
            if !node.front.render
                || site.library.is_left_out(id)
                || (node.file.is_section && node.front.redirect_to.is_some())
            {
                continue;
            }
            let updated = node.front.updated.as_ref().or(node.front.date.as_ref()).map(|date| date.written.clone());
            let extra = Value::Object(node.front.extra.clone());
            entries.push(Entry { permalink: node.permalink.clone(), updated, extra });
            if let Some(by) = node.front.paginate_by.filter(|_| node.file.is_section && !site.config.first_pages_only) {
                let word = node.front.paginate_path.trim_matches('/');
                let further = pagers(&site.config, &node.pages, by, &node.path, word).into_iter().skip(1);
                entries.extend(further.map(|pager| plain(pager.permalink)));
            }
        }
        entries
    }

    fn terms(&self) -> Vec<Entry> {
        let site = &self.book.site;
        let mut entries = Vec::new();
        for taxonomy in site.library.taxonomies.iter().filter(|taxonomy| taxonomy.config.render) {
            // The pages of guests are among the nodes.
            if !taxonomy.is_guest {
                entries.push(plain(taxonomy.permalink.clone()));
            }
            for term in taxonomy.terms.iter().filter(|term| !term.is_guest) {
                entries.push(plain(term.permalink.clone()));
                if let Some(by) = taxonomy.config.paginate_by.filter(|_| !site.config.first_pages_only) {
                    let word = taxonomy.config.paginate_path.as_deref().unwrap_or("page");
                    let further = pagers(&site.config, &term.pages, by, &term.path, word).into_iter().skip(1);
                    entries.extend(further.map(|pager| plain(pager.permalink)));
                }
            }
        }
        entries
    }
}

fn plain(permalink: String) -> Entry {
    Entry { permalink, updated: None, extra: Value::Null }
}
