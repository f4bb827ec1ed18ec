//! The search index that scripts of themes read.

use serde_json::{Map, Value};

use crate::output::{Artifact, OutputError};
use crate::zola::config::{Language, search_value};
use crate::zola::library::Node;
use crate::zola::search_index::{self, IndexFormat, IndexOptions, Indexed};
use crate::zola::value::{count, flag, text};

use super::Press;

impl Press<'_> {
    /// One index for each language that asks for one, and the script that reads it.
    pub(super) fn search(&self) -> Result<(), OutputError> {
        let site = &self.book.site;
        let main = site.config.language(&site.config.default_language);
        for (lang, language) in site.config.languages.iter().filter(|(_, language)| language.search_index) {
            let options = options(language, main);
            let ids: Vec<usize> = (0..site.library.nodes.len()).filter(|id| self.is_found(*id, lang)).collect();
            let pages: Vec<Indexed<'_>> = ids.iter().map(|id| self.indexed(*id)).collect();
            let (name, index) = search_index::build(lang, &pages, &options);
            self.sink.take(Artifact::new(name, index), None)?;
            if let Some((name, script)) = options.format.library() {
                self.sink.take(Artifact::new(name, script), None)?;
            }
        }
        Ok(())
    }

    /// Whether a text stands in the index of a language: it may, and so may the section that holds it.
    fn is_found(&self, id: usize, lang: &str) -> bool {
        let library = &self.book.site.library;
        let node = library.node(id);
        let may = |node: &Node| node.front.in_search_index;
        let shown = node.front.render && !library.is_left_out(id) && node.front.redirect_to.is_none();
        node.file.lang == lang && shown && may(node) && (node.file.is_section || library.parent(id).is_none_or(may))
    }

    fn indexed(&self, id: usize) -> Indexed<'_> {
        let node = self.book.site.library.node(id);
        Indexed {
            permalink: &node.permalink,
            path: &node.path,
            title: node.front.title.as_deref().unwrap_or_default(),
            description: node.front.description.as_deref().unwrap_or_default(),
            date: node.front.date.as_ref().map_or("", |date| &date.written),
            html: &self.book.contents[id].html,
        }
    }
}

/// What a language's index holds; the default language speaks for one that says nothing.
fn options(language: &Language, main: Option<&Language>) -> IndexOptions {
    let own = if language.search.is_empty() { main.map(|main| &main.search) } else { Some(&language.search) };
    let value = search_value(own.unwrap_or(&Map::new()));
    let empty = Map::new();
    let map = match &value {
        Value::Object(map) => map,
        _ => &empty,
    };
    let is = |key: &str| flag(map, key).unwrap_or(false);
    IndexOptions {
        format: text(map, "index_format").and_then(|name| IndexFormat::named(&name)).unwrap_or_default(),
        title: is("include_title"),
        description: is("include_description"),
        date: is("include_date"),
        path: is("include_path"),
        content: is("include_content"),
        truncate: count(map, "truncate_content_length"),
    }
}
