//! Files below `templates/` → an engine.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Template, Tera};

use crate::diag::{Diagnostic, Location, Problem, SourceProblem, ThemeProblem};
use crate::zola::files::Files;

use super::{Engine, Source, builtin, date, error};

/// Endings of files that are templates for certain; others may be pictures or scripts that happen to lie beside them.
const SURE: &[&str] = &["html", "xml", "md", "htm"];

/// Reads the templates of the site and of its theme. What cannot be read is told and left out. Nothing comes of a theme
/// for Zola 0.23 or later.
pub(in crate::zola) fn load(files: &dyn Files, theme: &str, found: &mut Vec<Diagnostic>) -> Option<Engine> {
    let mut sources = BTreeMap::new();
    for (name, text) in builtin::ALL {
        sources.insert((*name).to_owned(), Source { path: String::new(), text: (*text).to_owned() });
    }
    if !theme.is_empty() {
        for (name, source) in below(files, &format!("themes/{theme}/templates"), found) {
            sources.insert(format!("{theme}/templates/{name}"), source.clone());
            sources.insert(name, source);
        }
    }
    sources.extend(below(files, "templates", found));
    let mut tera = Tera::default();
    for (name, source) in &sources {
        match Template::new(name, Some(source.path.clone()).filter(|path| !path.is_empty()), &source.text) {
            Ok(template) => {
                tera.templates.insert(name.clone(), template);
            }
            Err(_) if is_of_later_zola(&source.text) => {
                let problem = ThemeProblem::NewerZola { template: name.clone() };
                found.retain(|one| !matches!(one.problem, Problem::Theme(ThemeProblem::Template { .. })));
                found.push(Diagnostic::new(problem, Location::file(source.path.as_str())));
                return None;
            }
            Err(error) => found.extend(unreadable(name, source, &error)),
        }
    }
    inherit(&mut tera, &sources, found);
    if let Some(own) = tera.filters.get("date").cloned() {
        tera.register_filter("date", date::Date(own));
    }
    Some(Engine { tera, sources: Arc::new(sources) })
}

/// Whether a template declares or calls a component, as only Tera 2 knows them.
fn is_of_later_zola(text: &str) -> bool {
    let after = |mark: &str| -> Vec<&str> {
        text.split(mark).skip(1).map(|rest| rest.trim_start_matches('-').trim_start()).collect()
    };
    let is_call = |rest: &&str| {
        let name = rest.strip_prefix('<').unwrap_or_default().trim_start_matches('/');
        name.starts_with(|letter: char| letter.is_ascii_alphabetic())
    };
    after("{%").iter().any(|rest| rest.starts_with("component ")) || after("{{").iter().any(is_call)
}

/// The texts below a folder by their paths within it.
fn below(files: &dyn Files, folder: &str, found: &mut Vec<Diagnostic>) -> Vec<(String, Source)> {
    let mut sources = Vec::new();
    for path in files.list(folder) {
        let name = path[folder.len()..].trim_start_matches('/').to_owned();
        match files.read(&path).map(String::from_utf8) {
            Some(Ok(text)) => sources.push((name, Source { path, text })),
            Some(Err(_)) if is_sure(&name) => {
                found.push(Diagnostic::new(SourceProblem::NotUtf8, Location::file(path)));
            }
            _ => {}
        }
    }
    sources
}

fn is_sure(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| SURE.contains(&ending))
}

/// The diagnostic of a template that does not parse; nothing where it may be no template at all, or where it is told
/// under its other name.
fn unreadable(name: &str, source: &Source, error: &tera::Error) -> Option<Diagnostic> {
    if !is_sure(name) || (source.path.starts_with("themes/") && !name.contains("/templates/")) {
        return None;
    }
    let text = error.to_string();
    let place = error::position(&text);
    let path = source.path.as_str();
    let location = place.map_or_else(|| Location::file(path), |(line, column)| Location::text(path, line, column));
    let detail = error::chain(error).1;
    Some(Diagnostic::new(ThemeProblem::Template { template: name.to_owned(), detail, page: String::new() }, location))
}

/// Joins templates with those that they extend; one that cannot be joined is told and left out, and the others stay.
fn inherit(tera: &mut Tera, sources: &BTreeMap<String, Source>, found: &mut Vec<Diagnostic>) {
    while let Some((name, error)) = sources.keys().find_map(|name| Some((name.clone(), unjoinable(tera, name)?))) {
        tera.templates.remove(&name);
        let source = sources.get(&name);
        let line = source.and_then(|source| source.text.lines().position(|line| line.contains("extends")));
        let line = line.and_then(|line| u32::try_from(line + 1).ok()).unwrap_or(1);
        let path = source.map_or("", |source| source.path.as_str());
        let problem = ThemeProblem::Template { template: name.clone(), detail: error.to_string(), page: String::new() };
        found.push(Diagnostic::new(problem, Location::text(path, line, 1)));
    }
    // What could fail was just looked for, in an order that does not change as the engine's does.
    let _ = tera.build_inheritance_chains();
}

/// Why a template cannot be joined with the ones above it.
fn unjoinable(tera: &Tera, name: &str) -> Option<tera::Error> {
    let mut chain = vec![name.to_owned()];
    let mut template = tera.templates.get(name)?;
    while let Some(parent) = &template.parent {
        if chain.contains(parent) {
            return Some(tera::Error::circular_extend(name, chain));
        }
        let Some(next) = tera.templates.get(parent) else {
            return (chain.len() == 1).then(|| tera::Error::missing_parent(name, parent));
        };
        chain.push(parent.clone());
        template = next;
    }
    None
}
