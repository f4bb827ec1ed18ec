//! Files below `content/` → sections and pages with their assets.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use rayon::prelude::*;

use crate::diag::{Diagnostic, Location, SourceProblem};
use crate::zola::config::Config;
use crate::zola::files::Files;

use super::assemble::assemble;
use super::file::ContentFile;
use super::front::{self, FrontMatter};
use super::node::{Asset, Node};
use super::{Library, taxonomy};

/// Reads everything below `content/`. Drafts are left out unless asked for.
pub(in crate::zola) fn read(files: &dyn Files, config: &Config, drafts: bool, found: &mut Vec<Diagnostic>) -> Library {
    let paths = files.list("content");
    let paths: Vec<String> = paths.into_iter().filter(|path| !is_ignored(config, path)).collect();
    let texts: Vec<&String> = paths.iter().filter(|path| path.ends_with(".md")).collect();
    let read: Vec<(Option<Node>, Vec<Diagnostic>)> = texts.par_iter().map(|path| node(files, path, config)).collect();
    let mut nodes = Vec::new();
    for (node, problems) in read {
        found.extend(problems);
        nodes.extend(node);
    }
    if !drafts {
        leave_drafts_out(&mut nodes);
    }
    add_homes(&mut nodes, config);
    give_assets(&mut nodes, &paths);
    let mut library = assemble(nodes, config, found);
    library.taxonomies = taxonomy::all(&library, config, found);
    library
}

/// Whether the settings leave a file out, by its path or its name.
fn is_ignored(config: &Config, path: &str) -> bool {
    let relative = path.strip_prefix("content/").unwrap_or(path);
    let name = relative.rsplit('/').next().unwrap_or(relative);
    [relative, name, path].iter().any(|path| config.ignored_content.is_match(path))
}

fn node(files: &dyn Files, path: &str, config: &Config) -> (Option<Node>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let relative = path.strip_prefix("content/").unwrap_or(path);
    let bytes = files.read(path).unwrap_or_default();
    let Ok(text) = std::str::from_utf8(&bytes) else {
        found.push(Diagnostic::new(SourceProblem::NotUtf8, Location::file(path)));
        return (None, found);
    };
    let file = ContentFile::of(relative, &config.default_language, |tag| config.is_further_language(tag));
    let read = front::read(Utf8Path::new(path), text, file.is_section, &mut found);
    let node = read.map(|(front, body)| {
        let above = text[..text.len() - body.len()].matches('\n').count();
        Node { lines_above: above, ..Node::new(file, front, body.to_owned(), config) }
    });
    (node, found)
}

/// Drafts, and everything below sections that are drafts.
fn leave_drafts_out(nodes: &mut Vec<Node>) {
    let folders: BTreeSet<(String, String)> = nodes
        .iter()
        .filter(|node| node.file.is_section && node.front.draft)
        .map(|node| (node.file.lang.clone(), node.file.folder.clone()))
        .collect();
    nodes.retain(|node| {
        let mut above = Utf8Path::new(&node.file.folder).ancestors();
        let is_hidden = above.any(|folder| folders.contains(&(node.file.lang.clone(), folder.to_string())));
        !(node.front.draft || is_hidden)
    });
}

/// Every language has a home page, with a file or without.
fn add_homes(nodes: &mut Vec<Node>, config: &Config) {
    for lang in config.languages.keys() {
        if nodes.iter().any(|node| node.is_home() && node.file.lang == *lang) {
            continue;
        }
        let relative =
            if *lang == config.default_language { "_index.md".to_owned() } else { format!("_index.{lang}.md") };
        let file = ContentFile::of(&relative, &config.default_language, |tag| config.is_further_language(tag));
        let front = FrontMatter {
            render: true,
            in_search_index: true,
            paginate_path: "page".to_owned(),
            ..FrontMatter::default()
        };
        nodes.push(Node::new(file, front, String::new(), config));
    }
    nodes.sort_by(|one, other| one.file.relative.cmp(&other.file.relative));
}

/// Files in the folder of a section, and those in or below the folder of an `index.md`, belong to it.
fn give_assets(nodes: &mut [Node], paths: &[String]) {
    let mut owners: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (id, node) in nodes.iter().enumerate().filter(|(_, node)| node.file.is_colocated || node.file.is_section) {
        owners.entry(node.file.folder.clone()).or_default().push(id);
    }
    for source in paths.iter().filter(|path| !path.ends_with(".md")) {
        let relative = source.strip_prefix("content/").unwrap_or(source);
        let Some(folder) = Utf8Path::new(relative).parent() else { continue };
        let above = folder.ancestors().find_map(|above| Some((above, owners.get(above.as_str())?)));
        let Some((above, ids)) = above else { continue };
        let name = relative.strip_prefix(above.as_str()).unwrap_or(relative).trim_start_matches('/').to_owned();
        for id in ids {
            if nodes[*id].file.is_colocated || above == folder {
                nodes[*id].assets.push(Asset { source: source.clone(), name: name.clone() });
            }
        }
    }
}
