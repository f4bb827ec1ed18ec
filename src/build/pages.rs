//! Pages and files: made, checked for links, written and dropped, one after the other on every thread.

use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::audit::AuditReport;
use crate::diag::{Diagnostic, Location, SiteProblem};
use crate::export;
use crate::linkcheck::{LinkGraph, PageLinks, PendingAnchor, check_anchors, scan};
use crate::output::{Anchor, Artifact, Reused, Staging};
use crate::plan::PlannedPage;
use crate::render::Renderer;
use crate::theme::Theme;
use crate::validate::guard::Guard;
use crate::view::{self, Records, View, ViewContext};

use super::functions::Toolbox;
use super::stamp::stamp;
use super::{BuildError, Materials, Progress, look, open_data};

/// Makes every page and file of the site. Gives the number of pages taken over from the previous publication.
///
/// Without a staging folder everything is made and checked all the same, and nothing is written.
pub(super) fn make(
    materials: &Materials,
    (theme, toolbox): (&Theme, &Toolbox),
    audited: &AuditReport,
    staging: Option<&Staging>,
    progress: &dyn Progress,
    found: &mut Vec<Diagnostic>,
) -> Result<usize, BuildError> {
    let renderer = match Renderer::with(theme, &toolbox.functions) {
        Ok(renderer) => renderer,
        Err(problem) => {
            found.push(*problem);
            return Ok(0);
        }
    };
    let mut files = files(materials, theme);
    let pages = &materials.plan.pages;
    let planned = pages.iter().map(|page| page.route.output_path());
    let planned = planned.chain(materials.plan.files().map(|route| route.output_path()));
    let outputs = planned.chain(files.iter().map(|file| file.path.clone()));
    let press = Press {
        context: context(materials, theme, audited.as_of).with_audit(audited),
        renderer,
        guard: &materials.guard,
        rules: materials.guard.fingerprint(),
        links: LinkGraph::new(outputs, &materials.config.base_path()),
        staging,
        takes_over: toolbox.images.is_none(),
        reused: AtomicUsize::new(0),
    };
    if let Some(staging) = staging {
        let search = materials.config.langs().into_iter().filter_map(|lang| materials.plan.search_data(lang));
        let folders: Vec<String> = search.map(|route| route.as_str().to_owned()).collect();
        staging.set_addresses(press.links.fingerprint(&folders));
    }
    let made: Vec<Sheet> = pages
        .par_iter()
        .map(|page| {
            let sheet = press.page(page);
            progress.step();
            sheet
        })
        .collect::<Result<_, _>>()?;
    stamp(&mut files, made.iter().map(|sheet| sheet.key.as_str()));
    let mut pending = Vec::new();
    for sheet in made {
        found.extend(sheet.problems);
        pending.extend(sheet.pending);
    }
    found.extend(check_anchors(pending, |path| press.read(pages, path)));
    found.extend(open_data::make(&press.context, materials, staging)?);
    files.extend(pictures(toolbox, staging, found));
    if let Some(staging) = staging {
        files.par_iter().try_for_each(|file| staging.write(file))?;
    }
    Ok(press.reused.into_inner())
}

/// The pictures that pages asked for. The name of each tells what it is made of, and so serves as its key.
pub(super) fn pictures(toolbox: &Toolbox, staging: Option<&Staging>, found: &mut Vec<Diagnostic>) -> Vec<Artifact> {
    let Some(images) = &toolbox.images else { return Vec::new() };
    let earlier = |path: &str| Some(staging?.reuse(path, path).ok()??.bytes);
    let (pictures, troubles) = images.finish(&earlier);
    found.extend(troubles.into_iter().map(|trouble| {
        let problem = SiteProblem::Template { template: "resize_image".to_owned(), detail: trouble.message };
        Diagnostic::new(problem, Location::file(trouble.path))
    }));
    let keyed = |(path, bytes): (String, _)| Artifact { key: Some(path.clone()), ..Artifact::new(path, bytes) };
    pictures.into_iter().map(keyed).collect()
}

/// What the views of all pages share.
pub(super) fn context<'m>(materials: &'m Materials, theme: &'m Theme, as_of: Date) -> ViewContext<'m> {
    let Materials { config, content, catalog, rankings, statistics, registers, changes, plan, .. } = materials;
    let records = Records { catalog: catalog.catalog(), rankings, statistics, registers };
    ViewContext::new(config, content, records, plan, theme, as_of).with_changes(changes)
}

/// Everything that is no page: the site's own files, the theme's, and what hosts and search engines read. A file of
/// the site wins over one of the theme with the same path.
fn files(materials: &Materials, theme: &Theme) -> Vec<Artifact> {
    let mut files = std::collections::BTreeMap::new();
    for (path, text) in export::files(&materials.config, &materials.plan) {
        files.insert(path, text.into_bytes());
    }
    for asset in &theme.assets {
        files.insert(asset.path.clone(), asset.bytes.clone());
    }
    for (path, bytes) in &materials.files {
        files.insert(path.clone(), bytes.clone());
    }
    files.into_iter().map(|(path, bytes)| Artifact::new(path, bytes)).collect()
}

/// What is left of a page once it is written.
#[derive(Default)]
struct Sheet {
    /// What it was made of; empty where it could not be.
    key: String,
    problems: Vec<Diagnostic>,
    pending: Vec<PendingAnchor>,
}

/// Why a page was not made.
enum Trouble {
    /// A template of the user's.
    Template(Box<Diagnostic>),
    /// The disk.
    Machine(BuildError),
}

impl From<BuildError> for Trouble {
    fn from(error: BuildError) -> Self {
        Self::Machine(error)
    }
}

/// Turns planned pages into written ones.
struct Press<'a> {
    context: ViewContext<'a>,
    renderer: Renderer,
    guard: &'a Guard,
    /// Which rules the pages are looked at by.
    rules: String,
    links: LinkGraph,
    staging: Option<&'a Staging>,
    /// Whether pages of the previous publication may be taken over: not where making a page also makes pictures.
    takes_over: bool,
    reused: AtomicUsize,
}

impl Press<'_> {
    fn page(&self, page: &PlannedPage) -> Result<Sheet, BuildError> {
        let (view, mut problems) = view::build(&self.context, page);
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.renderer.content_key(&view).as_bytes()).update(self.rules.as_bytes());
        let key = hasher.finalize().to_hex().to_string();
        match self.make(page, &view, &key, &mut problems) {
            Ok(pending) => Ok(Sheet { key, problems, pending }),
            Err(Trouble::Template(problem)) => {
                problems.push(*problem);
                Ok(Sheet { problems, ..Sheet::default() })
            }
            Err(Trouble::Machine(error)) => Err(error),
        }
    }

    /// Writes a page or takes it over. Gives its links to places on other pages.
    fn make(
        &self,
        page: &PlannedPage,
        view: &View,
        key: &str,
        problems: &mut Vec<Diagnostic>,
    ) -> Result<Vec<PendingAnchor>, Trouble> {
        let path = page.route.output_path();
        let mut check = |links: &PageLinks| {
            let (broken, pending) = self.links.check(&page.route, links);
            problems.extend(broken);
            pending
        };
        if let Some(Reused { bytes, anchors }) = self.taken_over(&path, key)? {
            return Ok(match anchors {
                Some(anchors) => anchors.into_iter().map(|anchor| pending(page, anchor)).collect(),
                None => check(&scan(&String::from_utf8_lossy(&bytes))),
            });
        }
        let html = self.renderer.render(view).map_err(Trouble::Template)?;
        let (links, text) = look::page(&html);
        let waiting = check(&links);
        problems.extend(self.guard.published(&text, &Location::key(page.route.to_string())));
        let bytes = html.into_bytes();
        if let Some(staging) = self.staging {
            let anchors = waiting.iter().map(anchor).collect();
            let artifact = Artifact { path, bytes, key: Some(key.to_owned()), anchors };
            staging.write(&artifact).map_err(BuildError::from)?;
        }
        Ok(waiting)
    }

    /// The page of the previous publication, where it was made of the same.
    fn taken_over(&self, path: &str, key: &str) -> Result<Option<Reused>, BuildError> {
        let Some(staging) = self.staging.filter(|_| self.takes_over) else { return Ok(None) };
        let reused = staging.reuse(path, key)?;
        if reused.is_some() {
            self.reused.fetch_add(1, Ordering::Relaxed);
        }
        Ok(reused)
    }

    /// The HTML of a page that stands already; made again where nothing is written.
    fn read(&self, pages: &[PlannedPage], path: &str) -> Option<Vec<u8>> {
        if let Some(staging) = self.staging {
            return staging.read(path).ok();
        }
        let page = pages.iter().find(|page| page.route.output_path() == path)?;
        self.renderer.render(&view::build(&self.context, page).0).ok().map(String::into_bytes)
    }
}

/// What the manifest keeps of a link.
fn anchor(pending: &PendingAnchor) -> Anchor {
    let PendingAnchor { target, anchor, written, .. } = pending.clone();
    Anchor { target, anchor, written }
}

/// The link of a page that was taken over.
fn pending(page: &PlannedPage, anchor: Anchor) -> PendingAnchor {
    let Anchor { target, anchor, written } = anchor;
    PendingAnchor { target, anchor, written, from: page.route.to_string() }
}
