//! Sites whose theme was written for Zola: recognised, made, looked at and published.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};

use crate::config;
use crate::diag::{Diagnostic, Location, Severity, SiteProblem};
use crate::export::THEME_POLICY;
use crate::linkcheck::{LinkGraph, PageLinks};
use crate::model::Catalog;
use crate::output::{Artifact, OutputError, Staging};
use crate::plan::Route;
use crate::theme;
use crate::validate::guard::{self, Guard};
use crate::vfs::ProjectTree;
use crate::zola::{self, Files, Order, Sink};

use super::report::Clock;
use super::{Baseline, BuildError, BuildReport, Options, Outcome, Stage, look};

/// The settings of a site that is made the way Zola does.
pub(super) struct Settings {
    pub(super) path: Utf8PathBuf,
    pub(super) text: String,
    table: toml::Table,
    has_records: bool,
}

/// The settings, where the site's theme was written for Zola; nothing for sites with a theme of our own kind.
///
/// # Errors
/// When the settings cannot be read.
pub(super) fn settings(tree: &ProjectTree) -> Result<Option<Settings>, BuildError> {
    for name in ["zola.toml", "config.toml"] {
        let path = Utf8PathBuf::from(name);
        if !tree.system().exists(&path) {
            continue;
        }
        let text = String::from_utf8_lossy(&tree.system().read(&path)?).into_owned();
        let Ok(table) = text.parse::<toml::Table>() else { return Ok(None) };
        let settings = Settings { path, text, table, has_records: has_data(tree) };
        return Ok(settings.is_for_zola(tree).then_some(settings));
    }
    Ok(None)
}

impl Settings {
    fn is_for_zola(&self, tree: &ProjectTree) -> bool {
        match self.text_of("theme") {
            Some(theme) if !theme.is_empty() => is_zola_theme(tree, theme),
            _ if self.path == "zola.toml" => true,
            _ => {
                let has = |folder: &str| !tree.below(Utf8Path::new(folder)).is_empty();
                (has("templates") || has("sass")) && !self.table.contains_key("unit") && !self.has_records
            }
        }
    }

    /// Whether sections read records, which are guests in such a theme.
    pub(super) const fn has_records(&self) -> bool {
        self.has_records
    }

    fn text_of(&self, key: &str) -> Option<&str> {
        self.table.get(key).and_then(toml::Value::as_str)
    }

    /// What the guard knows: the contacts of `[unit]` and the exceptions of `[guard]`.
    fn guard(&self) -> Guard {
        let kept = |key: &str| Some((key.to_owned(), self.table.get(key)?.clone()));
        let known: toml::Table = ["unit", "guard"].into_iter().filter_map(kept).collect();
        let (config, _) = config::read(&self.path, &known.to_string());
        Guard::new(&config, &Catalog::default())
    }

    /// Where the site lies on its host.
    fn base(&self, options: &Options) -> String {
        let typed = options.base_url.as_deref().or(self.text_of("base_url")).unwrap_or("/");
        typed.trim_end_matches('/').to_owned()
    }
}

/// A theme says by `engine` in its `theme.toml` when it was not written for Zola.
fn is_zola_theme(tree: &ProjectTree, theme: &str) -> bool {
    let folder = format!("themes/{theme}");
    let manifest = tree.system().read(Utf8Path::new(&format!("{folder}/theme.toml")));
    let manifest = manifest.ok().and_then(|bytes| String::from_utf8_lossy(&bytes).parse::<toml::Table>().ok());
    let engine = manifest.as_ref().and_then(|manifest| manifest.get("engine")).and_then(toml::Value::as_str);
    let is_there = !tree.below(Utf8Path::new(&folder)).is_empty();
    theme != theme::DEFAULT_NAME && is_there && engine.is_none_or(|engine| engine.starts_with("tera"))
}

/// Whether a section reads records.
fn has_data(tree: &ProjectTree) -> bool {
    let sections = tree.below(Utf8Path::new("content")).iter().filter(|path| path.as_str().ends_with("_index.md"));
    sections.into_iter().any(|path| {
        let text = tree.system().read(path).unwrap_or_default();
        reads_records(&String::from_utf8_lossy(&text))
    })
}

/// Whether a section with this text reads records.
pub(super) fn reads_records(text: &str) -> bool {
    text.lines().any(|line| line.trim() == "[data]")
}

/// The files of a site, as the module of such sites sees them.
pub(super) struct Tree(pub(super) ProjectTree);

impl Files for Tree {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        self.0.system().read(Utf8Path::new(path)).ok()
    }

    fn list(&self, folder: &str) -> Vec<String> {
        let listed = self.0.below(Utf8Path::new(folder));
        if !listed.is_empty() {
            return listed.iter().map(ToString::to_string).collect();
        }
        let listing = self.0.system().walk(Utf8Path::new(folder)).unwrap_or_default();
        listing.files.into_iter().map(Utf8PathBuf::into_string).collect()
    }
}

/// Makes and publishes such a site.
pub(super) fn build(
    tree: ProjectTree,
    settings: &Settings,
    options: &Options,
    mut clock: Clock<'_>,
) -> Result<Outcome, BuildError> {
    clock.begin(Stage::Content, None);
    let folder = settings.text_of("output_dir").filter(|folder| !folder.is_empty()).unwrap_or("public");
    let output = options.publish.then(|| options.output_dir.clone().unwrap_or_else(|| options.root.join(folder)));
    let staging = output.as_deref().map(|output| Staging::open(output, options.force)).transpose()?;
    let mut guard = settings.guard();
    let mut personal = guard.judge(texts(&tree)?);

    clock.begin(Stage::Render, None);
    let shelf = Shelf { staging: staging.as_ref(), guard: &guard, kept: Mutex::default(), personal: Mutex::default() };
    let order = Order {
        files: Arc::new(Tree(tree)),
        settings: &settings.path,
        source: &settings.text,
        base_url: options.base_url.as_deref(),
        language: None,
        kept_back: &[],
        drafts: options.drafts,
        mode: mode(options),
    };
    let mut found = zola::make(&order, &shelf)?;

    clock.begin(Stage::Publish, None);
    let kept = shelf.kept.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.extend(broken_links(&kept, &settings.base(options)));
    personal.extend(shelf.personal.into_inner().unwrap_or_else(PoisonError::into_inner));
    // Only a public unit answers for what this program finds; for anybody else it is advice.
    if !settings.table.contains_key("unit") {
        personal.iter_mut().for_each(soften);
    }
    found.extend(personal);
    let report = BuildReport { pages: kept.values().flatten().count(), ..BuildReport::default() };
    let is_refused = found.iter().any(|one| one.severity == Severity::Error);
    Outcome { report, diagnostics: found, output, policy: THEME_POLICY }
        .published(staging.filter(|_| !is_refused), clock)
}

/// What templates are told that the program is doing. A preview is the build that is not compared with its own folder.
pub(super) fn mode(options: &Options) -> &'static str {
    match (options.publish, &options.baseline) {
        (false, _) => "check",
        (true, Baseline::Site) => "serve",
        (true, _) => "build",
    }
}

/// What the guard sees in the texts themselves, where it can name a line.
fn texts(tree: &ProjectTree) -> Result<Vec<guard::Found>, BuildError> {
    let mut seen = Vec::new();
    for path in tree.below(Utf8Path::new("content")).iter().filter(|path| path.extension() == Some("md")) {
        seen.extend(guard::file(path, &String::from_utf8_lossy(&tree.system().read(path)?)));
    }
    Ok(seen)
}

pub(super) fn soften(diagnostic: &mut Diagnostic) {
    if diagnostic.severity == Severity::Error {
        diagnostic.severity = Severity::Warning;
    }
}

/// Every file that was made; for pages, with its links.
type Kept = BTreeMap<String, Option<PageLinks>>;

/// Takes finished files: looks at them, notes their links, and writes them.
struct Shelf<'a> {
    staging: Option<&'a Staging>,
    guard: &'a Guard,
    kept: Mutex<Kept>,
    personal: Mutex<Vec<Diagnostic>>,
}

impl Sink for Shelf<'_> {
    fn take(&self, artifact: Artifact, source: Option<&str>) -> Result<(), OutputError> {
        let is_page = source.is_some() && artifact.path.ends_with(".html");
        let (links, problems) = match source {
            Some(source) if is_page => {
                let (links, text) = look::page(&String::from_utf8_lossy(&artifact.bytes));
                (Some(links), self.guard.published(&text, &Location::file(source)))
            }
            Some(_) => (None, Vec::new()),
            None => (None, look::file(&artifact.path, &artifact.bytes, self.guard)),
        };
        if !problems.is_empty() {
            self.personal.lock().unwrap_or_else(PoisonError::into_inner).extend(problems);
        }
        if let Some(staging) = self.staging {
            staging.write(&artifact)?;
        }
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(artifact.path, links);
        Ok(())
    }

    fn earlier(&self, path: &str) -> Option<Vec<u8>> {
        self.staging?.earlier(path)
    }
}

/// Links that lead nowhere, as warnings: most of them are the theme's, and Zola itself does not look at them.
fn broken_links(kept: &Kept, base: &str) -> Vec<Diagnostic> {
    let host = base.split_once("://").map_or(base, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let folder = host.trim_matches('/');
    let base_path = if folder.is_empty() { "/".to_owned() } else { format!("/{folder}/") };
    let graph = LinkGraph::new(kept.keys().cloned(), &base_path);
    let mut found = Vec::new();
    for (path, links) in kept.iter().filter_map(|(path, links)| Some((path, links.as_ref()?))) {
        let route = Route::file(path.strip_suffix("index.html").unwrap_or(path));
        let inner = PageLinks { links: inner_links(&links.links, base, &base_path), ids: links.ids.clone() };
        let (broken, pending) = graph.check(&route, &inner);
        found.extend(broken);
        for anchor in pending {
            let ids = kept.get(&anchor.target).and_then(Option::as_ref).map(|target| &target.ids);
            if ids.is_some_and(|ids| !ids.contains(&anchor.anchor)) {
                let problem = SiteProblem::BrokenAnchor { target: anchor.written };
                found.push(Diagnostic::new(problem, Location::key(anchor.from)));
            }
        }
    }
    found.iter_mut().for_each(soften);
    found
}

/// Full addresses of the site itself as paths.
pub(super) fn inner_links(links: &BTreeSet<String>, base: &str, base_path: &str) -> BTreeSet<String> {
    let inner = |link: &String| {
        let rest = link.strip_prefix(base).filter(|_| base.contains("://"))?;
        let inside = rest.is_empty() || rest.starts_with(['/', '#', '?']);
        inside.then(|| format!("{base_path}{}", rest.trim_start_matches('/')))
    };
    links.iter().map(|link| inner(link).unwrap_or_else(|| link.clone())).collect()
}
