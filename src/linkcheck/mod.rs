//! Every internal link and anchor of the finished pages resolves.
//!
//! Comes in: each page's HTML once, as it is written. Goes out: diagnostics. Keeps no page: links are checked
//! against the planned outputs at once, and only anchors on *other* pages wait until all pages are there.

mod scan;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::diag::{Diagnostic, Location, SiteProblem};
use crate::plan::Route;
use crate::text;

pub use scan::{PageLinks, scan};

/// What every page is checked against.
#[derive(Debug)]
pub struct LinkGraph {
    outputs: HashSet<String>,
    base_path: String,
}

/// An anchor on another page that cannot be checked before that page is there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PendingAnchor {
    /// File that the link leads to.
    pub target: String,
    /// The anchor, without `#`.
    pub anchor: String,
    /// Page that holds the link.
    pub from: String,
    /// The link as written.
    pub written: String,
}

impl LinkGraph {
    /// A graph over the paths of all output files; `base_path` is where the site lies on its host.
    pub fn new(outputs: impl IntoIterator<Item = String>, base_path: &str) -> Self {
        Self { outputs: outputs.into_iter().collect(), base_path: base_path.to_owned() }
    }

    /// Where the site lies on its host.
    #[must_use]
    pub fn base_path(&self) -> &str {
        &self.base_path
    }

    /// A fingerprint of all addresses, without those below `folders`: no page links there, and their names change
    /// with every publication.
    #[must_use]
    pub fn fingerprint(&self, folders: &[String]) -> String {
        let is_below = |path: &&String| folders.iter().any(|folder| path.starts_with(folder.as_str()));
        let outputs: BTreeSet<&String> = self.outputs.iter().filter(|path| !is_below(path)).collect();
        let mut hasher = blake3::Hasher::new();
        for path in std::iter::once(&self.base_path).chain(outputs) {
            hasher.update(path.as_bytes()).update(b"\n");
        }
        hasher.finalize().to_hex().to_string()
    }

    /// Checks the links of one page. Gives the problems found and the anchors to check later.
    #[must_use]
    pub fn check(&self, route: &Route, page: &PageLinks) -> (Vec<Diagnostic>, Vec<PendingAnchor>) {
        let mut diagnostics = Vec::new();
        let mut pending = Vec::new();
        for link in &page.links {
            let (target, anchor) = split_anchor(link);
            let report = |problem| Diagnostic::new(problem, Location::key(route.to_string()));
            match self.resolve(route, target) {
                Target::Outside => {}
                Target::Missing => diagnostics.push(report(SiteProblem::BrokenLink { target: link.clone() })),
                Target::Page(path) if path == route.output_path() => {
                    if anchor.is_some_and(|anchor| !page.ids.contains(anchor)) {
                        diagnostics.push(report(SiteProblem::BrokenAnchor { target: link.clone() }));
                    }
                }
                Target::Page(path) => pending.extend(anchor.map(|anchor| PendingAnchor {
                    target: path,
                    anchor: anchor.to_owned(),
                    from: route.to_string(),
                    written: link.clone(),
                })),
            }
        }
        (diagnostics, pending)
    }

    fn resolve(&self, from: &Route, target: &str) -> Target {
        if is_outside(target) {
            return Target::Outside;
        }
        let bare = text::percent_decoded(target.split('?').next().unwrap_or(target));
        let path = match bare.strip_prefix(&self.base_path) {
            Some(rest) if bare.starts_with('/') => normalized("", rest),
            _ if bare.starts_with('/') => None,
            _ if bare.is_empty() => Some(from.as_str().to_owned()),
            _ => normalized(from.as_str().rfind('/').map_or("", |at| &from.as_str()[..=at]), &bare),
        };
        let Some(path) = path else { return Target::Missing };
        let file = Route::file(path.clone()).output_path();
        if self.outputs.contains(&file) {
            return Target::Page(file);
        }
        // A folder without its slash: hosts redirect it.
        let folder = format!("{path}/index.html");
        if self.outputs.contains(&folder) { Target::Page(folder) } else { Target::Missing }
    }
}

enum Target {
    Outside,
    Missing,
    Page(String),
}

/// Checks the anchors that waited: `read` gives the bytes of a written file.
pub fn check_anchors(pending: Vec<PendingAnchor>, read: impl Fn(&str) -> Option<Vec<u8>>) -> Vec<Diagnostic> {
    let mut by_target: BTreeMap<String, Vec<PendingAnchor>> = BTreeMap::new();
    for anchor in pending {
        by_target.entry(anchor.target.clone()).or_default().push(anchor);
    }
    let mut diagnostics = Vec::new();
    for (target, anchors) in by_target {
        let ids: BTreeSet<String> =
            read(&target).map(|html| scan(&String::from_utf8_lossy(&html)).ids).unwrap_or_default();
        let missing = anchors.into_iter().filter(|anchor| !ids.contains(&anchor.anchor));
        diagnostics.extend(missing.map(|anchor| {
            Diagnostic::new(SiteProblem::BrokenAnchor { target: anchor.written }, Location::key(anchor.from))
        }));
    }
    diagnostics
}

fn split_anchor(link: &str) -> (&str, Option<&str>) {
    match link.split_once('#') {
        Some((target, anchor)) if !anchor.is_empty() => (target, Some(anchor)),
        Some((target, _)) => (target, None),
        None => (link, None),
    }
}

/// Another host, or another scheme such as `tel:` and `mailto:`.
fn is_outside(target: &str) -> bool {
    let scheme = target.split(['/', '?']).next().unwrap_or_default();
    target.starts_with("//") || scheme.contains(':')
}

/// Joins a relative path to a folder; nothing where it climbs out of the site.
fn normalized(folder: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let is_folder = relative.ends_with('/') || matches!(relative.rsplit('/').next(), Some("." | ".."));
    let path = parts.join("/");
    Some(if is_folder && !path.is_empty() { format!("{path}/") } else { path })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(route: Route, html: &str) -> Vec<String> {
        let outputs = ["index.html", "thu-tuc/index.html", "thu-tuc/1.001193/index.html", "style.css", "404.html"];
        let graph = LinkGraph::new(outputs.map(str::to_owned), "/xa/");
        graph.check(&route, &scan(html)).0.iter().map(|found| format!("{:?}", found.problem)).collect()
    }

    #[test]
    fn links_that_lead_somewhere_are_fine() {
        let html = r##"<a href="../../">x</a><a href="../">x</a><a href="../../style.css"></a><a href="#a" id="a"></a>
            <a href="https://e.example/"></a><a href="tel:1022"></a><a href="?q=a">x</a><a href="../../thu-tuc">x</a><img src="//e.example/x">"##;
        assert_eq!(problems(Route::page(["thu-tuc", "1.001193"]), html), Vec::<String>::new());
    }

    #[test]
    fn links_that_lead_nowhere_are_named() {
        assert_eq!(problems(Route::page([""]), r#"<a href="lien-he/">x</a>"#).len(), 1);
        assert_eq!(problems(Route::page([""]), r#"<a href="../thu-tuc/">x</a>"#).len(), 1, "climbs out of the site");
        assert_eq!(problems(Route::page([""]), r##"<a href="#b">x</a>"##).len(), 1);
        assert_eq!(problems(Route::page([""]), r#"<a href="/thu-tuc/">x</a>"#).len(), 1, "outside the base path");
    }

    #[test]
    fn the_not_found_page_links_from_the_host_root() {
        assert_eq!(problems(Route::file("404.html"), r#"<a href="/xa/thu-tuc/">x</a>"#), Vec::<String>::new());
    }

    #[test]
    fn the_fingerprint_is_that_of_the_addresses_in_any_order() {
        let print = |outputs: &[&str], base: &str| {
            let outputs = outputs.iter().map(|path| (*path).to_owned());
            LinkGraph::new(outputs, base).fingerprint(&["du-lieu/".to_owned()])
        };
        assert_eq!(print(&["a", "b"], "/"), print(&["b", "du-lieu/x", "a"], "/"));
        assert_ne!(print(&["a", "b"], "/"), print(&["a"], "/"));
        assert_ne!(print(&["a", "b"], "/"), print(&["a", "b"], "/xa/"));
    }

    #[test]
    fn anchors_on_other_pages_are_checked_when_those_are_there() {
        let graph = LinkGraph::new(["index.html".to_owned(), "a/index.html".to_owned()], "/");
        let (found, pending) = graph.check(&Route::page([""]), &scan(r#"<a href="a/#x">x</a><a href="a/#y">y</a>"#));
        assert_eq!((found.len(), pending.len()), (0, 2));
        assert_eq!(check_anchors(pending, |_| Some(b"<p id=x>".to_vec())).len(), 1);
    }

    #[test]
    fn escaped_addresses_are_compared_unescaped() {
        let graph = LinkGraph::new(["đơn.pdf".to_owned()], "/");
        assert!(graph.check(&Route::page([""]), &scan("<a href=\"%C4%91%C6%A1n.pdf\">x</a>")).0.is_empty());
    }
}
