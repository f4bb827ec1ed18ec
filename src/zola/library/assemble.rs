//! Sections get their pages, pages their neighbours, texts their translations.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Location, ThemeProblem};
use crate::zola::config::Config;

use super::Library;
use super::node::Node;
use super::sort::sort;

/// Joins sections and pages into a library.
pub(super) fn assemble(nodes: Vec<Node>, config: &Config, found: &mut Vec<Diagnostic>) -> Library {
    let by_path = nodes.iter().enumerate().map(|(id, node)| (node.file.relative.clone(), id)).collect();
    let mut library = Library { nodes, by_path, taxonomies: Vec::new() };
    for id in 0..library.nodes.len() {
        place(&mut library, id, config);
    }
    for id in 0..library.nodes.len() {
        if library.nodes[id].file.is_section {
            order(&mut library, id, found);
        }
    }
    if config.is_multilingual() {
        translate(&mut library.nodes, config);
    }
    library
}

/// Finds the sections above, and enters a page or section there.
fn place(library: &mut Library, id: usize, config: &Config) {
    let file = &library.nodes[id].file;
    let depth = file.components.len();
    let above = if file.is_section { depth } else { depth + 1 };
    let at = |depth: usize| library.find(&file.index_at(depth, &config.default_language));
    let ancestors: Vec<usize> = (0..above).filter_map(at).collect();
    let parent = above.checked_sub(1).and_then(at);
    let is_section = file.is_section;
    library.nodes[id].ancestors = ancestors;
    library.nodes[id].parent = parent;
    let Some(parent) = parent else { return };
    if is_section {
        library.nodes[parent].subsections.push(id);
        return;
    }
    // A transparent section hands its pages on to the one above.
    let mut next = Some(parent);
    while let Some(section) = next {
        library.nodes[section].pages.push(id);
        let node = &library.nodes[section];
        let depth = node.file.components.len();
        let hands_on = node.front.transparent && depth > 0;
        next = if hands_on { library.find(&node.file.index_at(depth - 1, &config.default_language)) } else { None };
    }
}

fn order(library: &mut Library, id: usize, found: &mut Vec<Diagnostic>) {
    let nodes = &mut library.nodes;
    let by = nodes[id].front.sort_by.clone().filter(|by| by != "none");
    let pages = std::mem::take(&mut nodes[id].pages);
    let (sorted, unsorted) = sort(nodes, pages, by.as_deref());
    if !nodes[id].front.transparent && by.is_some() {
        for pair in sorted.windows(2) {
            nodes[pair[0]].higher = Some(pair[1]);
            nodes[pair[1]].lower = Some(pair[0]);
        }
    }
    for page in unsorted.iter().filter(|page| nodes[**page].parent == Some(id)) {
        let problem = ThemeProblem::Unsortable { by: by.clone().unwrap_or_default() };
        found.push(Diagnostic::new(problem, Location::file(nodes[*page].file.path())));
    }
    let mut subsections = std::mem::take(&mut nodes[id].subsections);
    subsections.sort_by_key(|section| (nodes[*section].front.weight.unwrap_or(0), *section));
    let node = &mut nodes[id];
    (node.pages, node.unsorted, node.subsections) = (sorted, unsorted, subsections);
}

/// Texts in several languages know each other and themselves, the default language first.
pub(super) fn translate(nodes: &mut [Node], config: &Config) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (id, node) in nodes.iter().enumerate() {
        groups.entry(node.file.canonical.clone()).or_default().push(id);
    }
    for mut ids in groups.into_values() {
        ids.sort_by_key(|id| (nodes[*id].file.lang != config.default_language, nodes[*id].file.lang.clone()));
        for id in &ids {
            nodes[*id].translations.clone_from(&ids);
        }
    }
}
