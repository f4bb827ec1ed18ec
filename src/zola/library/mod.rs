//! Sections and pages, and how they belong together.
//!
//! Comes in: the files below `content/` and the settings. Goes out: [`Library`]: every section and page with its
//! address, the order of pages within sections, neighbours, ancestors, translations, and taxonomies. Refuses to know:
//! Markdown, templates.

mod assemble;
mod date;
mod file;
mod front;
mod guest;
mod node;
mod paginate;
mod read;
mod slug;
mod sort;
mod taxonomy;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use date::PageDate;
pub use guest::{Guest, GuestTaxonomy, GuestTerm, Guests, Role};
pub(super) use node::Node;
pub(super) use paginate::{Pager, folder, pagers};
pub(super) use read::read;
pub(super) use slug::{Mode, Slugify};
pub(super) use taxonomy::{Taxonomy, Term};

/// Every section and page of the site.
#[derive(Clone, Debug, Default)]
pub(super) struct Library {
    /// Sections and pages, in the order of their paths.
    pub(super) nodes: Vec<Node>,
    /// Ways of filing pages, by language and in the order of the settings.
    pub(super) taxonomies: Vec<Taxonomy>,
    by_path: BTreeMap<String, usize>,
}

impl Library {
    /// The section or page of a file below `content/`.
    pub(super) fn find(&self, relative: &str) -> Option<usize> {
        self.by_path.get(relative).copied()
    }

    /// The section or page with this number.
    ///
    /// # Panics
    ///
    /// Never for numbers that come from the library itself.
    pub(super) fn node(&self, id: usize) -> &Node {
        &self.nodes[id]
    }

    /// Numbers of all sections.
    pub(super) fn sections(&self) -> impl Iterator<Item = usize> {
        (0..self.nodes.len()).filter(|id| self.nodes[*id].file.is_section)
    }

    /// Numbers of all pages.
    pub(super) fn pages(&self) -> impl Iterator<Item = usize> {
        (0..self.nodes.len()).filter(|id| !self.nodes[*id].file.is_section)
    }

    /// A way of filing pages, by name and language.
    pub(super) fn taxonomy(&self, kind: &str, lang: &str) -> Option<&Taxonomy> {
        self.taxonomies.iter().find(|one| one.config.name == kind && one.lang == lang)
    }

    /// Whether a page stands in no list because it lacks what its section sorts by; such pages are not published.
    pub(super) fn is_left_out(&self, id: usize) -> bool {
        self.parent(id).is_some_and(|section| section.unsorted.contains(&id))
    }

    /// The files beside texts: where each is published, and where it comes from.
    pub(super) fn assets(&self) -> BTreeMap<String, String> {
        let of = |node: &Node| -> Vec<(String, String)> {
            let published = |name: &str| format!("{}{name}", node.path.trim_start_matches('/'));
            node.assets.iter().map(|asset| (published(&asset.name), asset.source.clone())).collect()
        };
        self.nodes.iter().flat_map(of).collect()
    }

    /// Takes files out of those beside texts: the sources of records, and those named by their paths from the site's
    /// root. Whoever keeps them there does not mean them to be published.
    pub(super) fn keep_back(&mut self, paths: &[&str]) {
        let of_records = |node: &&Node| node.file.is_section && node.front.has_data;
        let folders: BTreeSet<String> =
            self.nodes.iter().filter(of_records).map(|node| node.file.folder.clone()).collect();
        for node in &mut self.nodes {
            if node.file.is_section && folders.contains(&node.file.folder) {
                node.assets.clear();
            }
            node.assets.retain(|asset| !paths.contains(&asset.source.as_str()));
        }
    }

    /// The section that holds a page.
    pub(super) fn parent(&self, id: usize) -> Option<&Node> {
        self.nodes[id].parent.map(|parent| &self.nodes[parent])
    }

    /// The nearest section above, or this section itself, for which something can be said.
    pub(super) fn nearest<T>(&self, id: usize, say: impl Fn(&Node) -> Option<T>) -> Option<T> {
        let own = Some(&self.nodes[id]).filter(|node| node.file.is_section).and_then(&say);
        let above = || self.nodes[id].ancestors.iter().rev().find_map(|ancestor| say(&self.nodes[*ancestor]));
        own.or_else(above)
    }
}
