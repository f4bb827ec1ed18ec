//! Pages filed under terms.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diag::{Diagnostic, Location, ThemeProblem};
use crate::zola::config::{Config, TaxonomyConfig};

use super::Library;
use super::sort::sort;

/// A way of filing pages, in one language.
#[derive(Clone, Debug)]
pub(in crate::zola) struct Taxonomy {
    /// What the settings say of it.
    pub(in crate::zola) config: TaxonomyConfig,
    /// Its language.
    pub(in crate::zola) lang: String,
    /// Its address below the site.
    pub(in crate::zola) path: String,
    /// Its full address.
    pub(in crate::zola) permalink: String,
    /// Its terms, in the order of their names.
    pub(in crate::zola) terms: Vec<Term>,
    /// Whether somebody else makes the page that lists them.
    pub(in crate::zola) is_guest: bool,
}

/// One term.
#[derive(Clone, Debug)]
pub(in crate::zola) struct Term {
    /// The name; of several ways of writing it, the first in the order of letters.
    pub(in crate::zola) name: String,
    /// The name in addresses.
    pub(in crate::zola) slug: String,
    /// Its address below the site.
    pub(in crate::zola) path: String,
    /// Its full address.
    pub(in crate::zola) permalink: String,
    /// Its pages, newest first.
    pub(in crate::zola) pages: Vec<usize>,
    /// Whether somebody else makes its page.
    pub(in crate::zola) is_guest: bool,
}

impl Taxonomy {
    /// A term by name, however it is written.
    pub(in crate::zola) fn term(&self, name: &str, config: &Config) -> Option<&Term> {
        let slug = config.slugify.taxonomies.path(name);
        self.terms.iter().find(|term| term.name == name).or_else(|| self.terms.iter().find(|term| term.slug == slug))
    }
}

/// Files every page of the library.
pub(super) fn all(library: &Library, config: &Config, found: &mut Vec<Diagnostic>) -> Vec<Taxonomy> {
    let mut taxonomies = Vec::new();
    for (lang, language) in &config.languages {
        let path = |name: &str| {
            let root = &config.taxonomy_root;
            let root = if root.is_empty() { String::new() } else { format!("{root}/") };
            format!("/{}{root}{}/", config.language_folder(lang), name)
        };
        for own in &language.taxonomies {
            let path = path(&own.name);
            let permalink = config.permalink(&path);
            let (config, lang) = (own.clone(), lang.clone());
            taxonomies.push(Taxonomy { config, lang, path, permalink, terms: Vec::new(), is_guest: false });
        }
    }
    let mut filed: Vec<BTreeMap<String, (String, Vec<usize>)>> = vec![BTreeMap::new(); taxonomies.len()];
    for id in library.pages() {
        let node = library.node(id);
        for (kind, names) in &node.front.taxonomies {
            let at = taxonomies.iter().position(|one| one.config.name == *kind && one.lang == node.file.lang);
            let Some(at) = at else {
                let problem = ThemeProblem::UnknownTaxonomy { name: kind.clone() };
                found.push(Diagnostic::new(problem, Location::file(node.file.path())));
                continue;
            };
            for name in names.as_array().into_iter().flatten().filter_map(Value::as_str) {
                let slug = config.slugify.taxonomies.path(name);
                let (shown, pages) = filed[at].entry(slug).or_insert_with(|| (name.to_owned(), Vec::new()));
                // Written in several ways, a term goes by the one with the capitals.
                if *name < **shown {
                    name.clone_into(shown);
                }
                if pages.last() != Some(&id) {
                    pages.push(id);
                }
            }
        }
    }
    for (taxonomy, terms) in taxonomies.iter_mut().zip(filed) {
        taxonomy.terms =
            terms.into_iter().map(|(slug, filed)| term(library, config, &taxonomy.path, slug, filed)).collect();
        taxonomy.terms.sort_by(|one, other| one.slug.cmp(&other.slug));
    }
    // One that nobody uses has no pages, and templates cannot ask for it.
    taxonomies.retain(|taxonomy| !taxonomy.terms.is_empty());
    taxonomies
}

fn term(library: &Library, config: &Config, above: &str, slug: String, (name, pages): (String, Vec<usize>)) -> Term {
    let (mut sorted, undated) = sort(&library.nodes, pages, Some("date"));
    sorted.extend(undated);
    let path = format!("{above}{slug}/");
    Term { name, permalink: config.permalink(&path), path, slug, pages: sorted, is_guest: false }
}
