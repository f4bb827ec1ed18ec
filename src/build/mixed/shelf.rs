//! Takes finished files: looks at them, follows their links, and writes them.
//!
//! Most outputs are planned, but a theme makes pages and pictures of its own. A link that leads nowhere yet waits until
//! everything is there. What leads nowhere then is an error where we made the link, and a warning where the theme did.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::diag::{Diagnostic, Location, Severity, SiteProblem};
use crate::linkcheck::{LinkGraph, PageLinks, PendingAnchor, check_anchors, scan};
use crate::output::{Artifact, OutputError, Staging};
use crate::plan::Route;
use crate::validate::guard::Guard;
use crate::zola::Sink;

use super::super::look;
use super::super::zola::{inner_links, soften};

pub(super) struct Shelf<'a> {
    staging: Option<&'a Staging>,
    guard: &'a Guard,
    /// The outputs that are known before anything is made.
    planned: LinkGraph,
    /// Where the site lies: full address, and path on its host.
    base: (String, String),
    kept: Mutex<Kept>,
}

/// What is left of the files once they are written.
#[derive(Default)]
struct Kept {
    /// Path and hash of every file.
    files: BTreeMap<String, String>,
    pages: usize,
    /// Links that lead nowhere yet, each with its page. One that the theme puts on every page is kept once.
    loose: BTreeMap<Loose, String>,
    /// Links to places on other pages, and whether we made them; the theme's once each.
    anchors: BTreeMap<(bool, PendingAnchor), String>,
    problems: Vec<Diagnostic>,
}

/// A link: whether we made it, where it leads, and its page where that matters.
type Loose = (bool, String, String);

impl<'a> Shelf<'a> {
    /// A shelf for a site at an address.
    pub(super) fn new(staging: Option<&'a Staging>, guard: &'a Guard, planned: LinkGraph, base_url: &str) -> Self {
        let base = (base_url.trim_end_matches('/').to_owned(), planned.base_path().to_owned());
        Self { staging, guard, planned, base, kept: Mutex::default() }
    }

    /// Whether a file was taken.
    pub(super) fn has(&self, path: &str) -> bool {
        self.kept().files.contains_key(path)
    }

    /// What every file is, in order.
    pub(super) fn keys(&self) -> Vec<String> {
        self.kept().files.iter().map(|(path, hash)| format!("{path} {hash}")).collect()
    }

    /// Follows the links that wait, now that everything is there; `more` are the outputs that did not pass here. Gives
    /// the number of pages and what was found.
    pub(super) fn finish(
        self,
        more: Vec<String>,
        base_path: &str,
        read: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> (usize, Vec<Diagnostic>) {
        let mut kept = self.kept.into_inner().unwrap_or_else(PoisonError::into_inner);
        let graph = LinkGraph::new(kept.files.keys().cloned().chain(more), base_path);
        let mut found = kept.problems;
        for ((is_ours, target, _), from) in kept.loose {
            let page = PageLinks { links: BTreeSet::from([target]), ids: BTreeSet::new() };
            let (broken, pending) = graph.check(&Route::file(from), &page);
            found.extend(broken.into_iter().map(|one| judged(one, is_ours)));
            kept.anchors.extend(pending.into_iter().map(|anchor| ((is_ours, anchor), String::new())));
        }
        for is_ours in [true, false] {
            let own = kept.anchors.iter().filter(|((by_us, _), _)| *by_us == is_ours);
            let pending = own.map(|((_, anchor), from)| match from.as_str() {
                "" => anchor.clone(),
                from => PendingAnchor { from: from.to_owned(), ..anchor.clone() },
            });
            let broken = check_anchors(pending.collect(), &read);
            found.extend(broken.into_iter().map(|one| judged(one, is_ours)));
        }
        (kept.pages, found)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, artifact: &Artifact) -> Result<(), OutputError> {
        self.staging.map_or(Ok(()), |staging| staging.write(artifact))?;
        let hash = blake3::hash(&artifact.bytes).to_hex().to_string();
        self.kept().files.insert(artifact.path.clone(), hash);
        Ok(())
    }

    /// Looks at a page; `ours` are the parts that no theme made.
    fn page(&self, artifact: &Artifact, source: &str, ours: &[&str]) {
        let (base, base_path) = &self.base;
        let own: BTreeSet<String> = ours.iter().flat_map(|part| scan(part).links).collect();
        let (page, text) = look::page(&String::from_utf8_lossy(&artifact.bytes));
        let route = Route::file(artifact.path.strip_suffix("index.html").unwrap_or(&artifact.path));
        let (theirs, by_us): (BTreeSet<_>, BTreeSet<_>) = page.links.into_iter().partition(|link| !own.contains(link));
        let sides = [(false, inner_links(&theirs, base, base_path)), (true, by_us)];
        let mut ids = page.ids;
        let place =
            if source.starts_with("content/") { Location::file(source) } else { Location::key(route.to_string()) };
        let personal = self.guard.published(&text, &place);
        let mut kept = self.kept();
        kept.pages += 1;
        kept.problems.extend(personal);
        for (is_ours, links) in sides {
            let page = PageLinks { links, ids: std::mem::take(&mut ids) };
            let (broken, pending) = self.planned.check(&route, &page);
            ids = page.ids;
            broken.into_iter().for_each(|one| kept.put_aside(one, &route, is_ours));
            pending.into_iter().for_each(|one| kept.put_anchor(one, is_ours));
        }
    }
}

impl Kept {
    /// A link that leads nowhere yet, or a place that the page itself does not have.
    fn put_aside(&mut self, broken: Diagnostic, route: &Route, is_ours: bool) {
        let crate::diag::Problem::Site(SiteProblem::BrokenLink { target }) = &broken.problem else {
            self.problems.push(judged(broken, is_ours));
            return;
        };
        // A text's link to a file that is not there was told with its line.
        if target.starts_with("@/") {
            return;
        }
        // From wherever it stands, such a link leads to the same.
        let is_same = !is_ours && (target.starts_with('/') || target.contains("://"));
        let page = if is_same { String::new() } else { route.as_str().to_owned() };
        let first = self.loose.entry((is_ours, target.clone(), page)).or_insert_with(|| route.as_str().to_owned());
        if route.as_str() < first.as_str() {
            route.as_str().clone_into(first);
        }
    }

    fn put_anchor(&mut self, mut anchor: PendingAnchor, is_ours: bool) {
        let from = if is_ours { String::new() } else { std::mem::take(&mut anchor.from) };
        let first = self.anchors.entry((is_ours, anchor)).or_insert_with(|| from.clone());
        if from < *first {
            *first = from;
        }
    }
}

/// Most broken links of a theme are nothing that a clerk can mend.
fn judged(mut found: Diagnostic, is_ours: bool) -> Diagnostic {
    if !is_ours {
        soften(&mut found);
    }
    debug_assert!(is_ours || found.severity != Severity::Error);
    found
}

impl Sink for Shelf<'_> {
    fn take(&self, artifact: Artifact, source: Option<&str>) -> Result<(), OutputError> {
        match source {
            Some(source) if artifact.path.ends_with(".html") => self.page(&artifact, source, &[]),
            Some(_) => {}
            None => {
                let problems = look::file(&artifact.path, &artifact.bytes, self.guard);
                self.kept().problems.extend(problems);
            }
        }
        self.write(&artifact)
    }

    fn take_framed(&self, artifact: Artifact, source: &str, ours: &[&str]) -> Result<(), OutputError> {
        self.page(&artifact, source, ours);
        self.write(&artifact)
    }

    fn earlier(&self, path: &str) -> Option<Vec<u8>> {
        self.staging?.earlier(path)
    }
}
