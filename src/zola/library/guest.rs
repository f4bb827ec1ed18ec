//! Pages that somebody else makes take their places among sections, pages and terms.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::zola::config::{Config, TaxonomyConfig};

use super::assemble::translate;
use super::date::PageDate;
use super::file::ContentFile;
use super::front::FrontMatter;
use super::node::Node;
use super::sort::sort;
use super::{Library, Taxonomy, Term};

/// A page whose content comes from somebody else when its turn has come.
#[derive(Clone, Debug, Default)]
pub struct Guest {
    /// Its address below the site, such as `thu-tuc/1.001193/`.
    pub path: String,
    /// Its language.
    pub lang: String,
    /// What it is to the site.
    pub role: Role,
    /// Its title.
    pub title: String,
    /// The day of what it shows, `2026-11-21`.
    pub date: Option<String>,
    /// The day of its last change.
    pub updated: Option<String>,
    /// The names under which it is filed, by taxonomy.
    pub taxonomies: Vec<(String, Vec<String>)>,
    /// What `page.extra` says of it wherever it is listed.
    pub extra: Map<String, Value>,
    /// Whether search engines are led to it.
    pub in_sitemap: bool,
}

/// What a guest is to the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Stands below the text of the home page.
    Home,
    /// Is the page of the section with this folder.
    Section(String),
    /// Is one of the pages of the section whose folder it lies in.
    Record,
    /// A page that no section lists.
    #[default]
    Page,
    /// A whole page, on which no theme is to have a hand.
    Whole,
}

/// A way of filing guests, whose pages are guests too.
#[derive(Clone, Debug, Default)]
pub struct GuestTaxonomy {
    /// Its name.
    pub name: String,
    /// Its language.
    pub lang: String,
    /// The address of its list, such as `linh-vuc/`.
    pub path: String,
    /// Its terms.
    pub terms: Vec<GuestTerm>,
}

/// One term of such a taxonomy.
#[derive(Clone, Debug, Default)]
pub struct GuestTerm {
    /// Its name.
    pub name: String,
    /// Its address.
    pub path: String,
    /// The guests filed under it, by their numbers.
    pub guests: Vec<usize>,
}

/// Everything that somebody else makes.
#[derive(Clone, Debug, Default)]
pub struct Guests {
    /// Pages.
    pub pages: Vec<Guest>,
    /// Ways of filing them.
    pub taxonomies: Vec<GuestTaxonomy>,
}

/// What a node knows of the guest that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::zola) struct Visit {
    /// Number of the guest.
    pub(in crate::zola) at: usize,
    /// What it is to the site.
    pub(in crate::zola) role: Role,
}

impl Library {
    /// Takes guests in. Sections come first, because others lie below them.
    pub(in crate::zola) fn receive(&mut self, guests: Guests, config: &Config) {
        let mut ids = vec![0; guests.pages.len()];
        let mut filled: Vec<usize> = Vec::new();
        for is_section in [true, false] {
            let turn = guests.pages.iter().enumerate().filter(|(_, guest)| guest.is_section() == is_section);
            for (at, guest) in turn {
                ids[at] = self.take_in(at, guest, config);
                if guest.role == Role::Record {
                    filled.extend(self.nodes[ids[at]].parent);
                }
            }
        }
        filled.sort_unstable();
        filled.dedup();
        filled.into_iter().for_each(|section| self.order_records(section));
        if config.is_multilingual() {
            translate(&mut self.nodes, config);
        }
        for taxonomy in guests.taxonomies {
            self.file(taxonomy, &ids, config);
        }
    }

    fn take_in(&mut self, at: usize, guest: &Guest, config: &Config) -> usize {
        let relative = guest.relative(config);
        let visit = Visit { at, role: guest.role.clone() };
        if let Some(id) = self.find(&relative).filter(|_| guest.is_section()) {
            let node = &mut self.nodes[id];
            node.path = format!("/{}", guest.path);
            node.permalink = config.permalink(&node.path);
            node.guest = Some(visit);
            return id;
        }
        let id = self.nodes.len();
        let node = node(guest, &relative, visit, config);
        let (file, is_section) = (node.file.clone(), guest.is_section());
        let depth = file.components.len();
        let ancestors: Vec<usize> = (0..depth + usize::from(!is_section))
            .filter_map(|depth| self.find(&file.index_at(depth, &config.default_language)))
            .collect();
        let parent = ancestors.last().copied();
        self.nodes.push(Node { ancestors, parent, ..node });
        // A text of this name that lies elsewhere keeps it.
        self.by_path.entry(relative).or_insert(id);
        if let Some(parent) = parent {
            if is_section {
                self.nodes[parent].subsections.push(id);
                let mut below = std::mem::take(&mut self.nodes[parent].subsections);
                below.sort_by_key(|id| (self.nodes[*id].front.weight.unwrap_or(0), self.nodes[*id].path.clone()));
                self.nodes[parent].subsections = below;
            } else if guest.role == Role::Record {
                self.nodes[parent].pages.push(id);
            }
        }
        id
    }

    /// Puts the pages of a section with records in order. A record that lacks what the section sorts by comes last; it
    /// is never left out, because nobody wrote its front matter.
    fn order_records(&mut self, section: usize) {
        let by = self.nodes[section].front.sort_by.clone().filter(|by| by != "none");
        let pages = std::mem::take(&mut self.nodes[section].pages);
        let (mut sorted, lacking) = sort(&self.nodes, pages, by.as_deref());
        sorted.extend(lacking);
        if by.is_some() {
            for pair in sorted.windows(2) {
                self.nodes[pair[0]].higher = Some(pair[1]);
                self.nodes[pair[1]].lower = Some(pair[0]);
            }
        }
        self.nodes[section].pages = sorted;
    }

    /// Files guests. A taxonomy that the site itself has under this name goes on with its own terms.
    fn file(&mut self, own: GuestTaxonomy, ids: &[usize], config: &Config) {
        let path = format!("/{}", own.path);
        let mut terms: Vec<Term> = own.terms.into_iter().map(|term| filed(term, ids, config)).collect();
        let found = self.taxonomies.iter().position(|one| one.config.name == own.name && one.lang == own.lang);
        if let Some(found) = found {
            let theirs = std::mem::take(&mut self.taxonomies[found].terms);
            let mut by_slug: BTreeMap<String, usize> =
                terms.iter().enumerate().map(|(at, term)| (term.slug.clone(), at)).collect();
            for term in theirs {
                match by_slug.get(&term.slug) {
                    Some(at) => terms[*at].pages.extend(term.pages),
                    None => {
                        by_slug.insert(term.slug.clone(), terms.len());
                        terms.push(term);
                    }
                }
            }
        }
        let permalink = config.permalink(&path);
        let config = TaxonomyConfig { name: own.name, render: true, ..TaxonomyConfig::default() };
        let taxonomy = Taxonomy { config, lang: own.lang, path, permalink, terms, is_guest: true };
        match found {
            Some(found) => {
                let config = self.taxonomies[found].config.clone();
                self.taxonomies[found] = Taxonomy { config, ..taxonomy };
            }
            None => self.taxonomies.push(taxonomy),
        }
    }
}

impl Guest {
    fn is_section(&self) -> bool {
        matches!(self.role, Role::Home | Role::Section(_))
    }

    /// The file below `content/` that it would have, were it a text.
    fn relative(&self, config: &Config) -> String {
        let is_further = config.is_further_language(&self.lang);
        let ending = if is_further { format!(".{}.md", self.lang) } else { ".md".to_owned() };
        match &self.role {
            Role::Home => format!("_index{ending}"),
            Role::Section(folder) => format!("{folder}/_index{ending}"),
            _ => {
                let path = self.path.trim_matches('/');
                let folder = config.language_folder(&self.lang);
                format!("{}{ending}", path.strip_prefix(&folder).unwrap_or(path))
            }
        }
    }
}

fn node(guest: &Guest, relative: &str, visit: Visit, config: &Config) -> Node {
    let mut file = ContentFile::of(relative, &config.default_language, |tag| config.is_further_language(tag));
    // A code such as `1.en` has no language in it.
    file.lang.clone_from(&guest.lang);
    let day = |written: &Option<String>| written.as_deref().and_then(PageDate::parse);
    let taxonomies = guest.taxonomies.iter().filter(|(_, names)| !names.is_empty());
    let front = FrontMatter {
        title: Some(guest.title.clone()),
        date: day(&guest.date),
        updated: day(&guest.updated),
        render: guest.in_sitemap,
        in_search_index: guest.role == Role::Record,
        paginate_path: "page".to_owned(),
        taxonomies: taxonomies.map(|(kind, names)| (kind.clone(), Value::from(names.clone()))).collect(),
        extra: guest.extra.clone(),
        ..FrontMatter::default()
    };
    let path = format!("/{}", guest.path);
    let slug = if guest.is_section() { String::new() } else { file.name.clone() };
    let permalink = config.permalink(&path);
    Node { file, front, slug, path, permalink, guest: Some(visit), ..Node::default() }
}

fn filed(term: GuestTerm, ids: &[usize], config: &Config) -> Term {
    let path = format!("/{}", term.path);
    Term {
        slug: path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned(),
        permalink: config.permalink(&path),
        pages: term.guests.iter().filter_map(|at| ids.get(*at).copied()).collect(),
        name: term.name,
        path,
        is_guest: true,
    }
}
