//! Runs the stages; the only module that knows their order.
//!
//! Comes in: [`Options`]. Goes out: an [`Outcome`], with everything that was found in the user's data. Errors of
//! the machine end the build; problems in the data never do before all of them are known.

mod data;
mod disclosure;
mod find;
mod functions;
mod history;
mod look;
mod mixed;
mod open_data;
mod options;
mod pages;
mod report;
mod stamp;
mod taxonomies;
mod zola;

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use crate::calendar::WorkingDays;
use crate::changes::{Changes, Present, Snapshot};
use crate::config::{self, SiteConfig};
use crate::content::{self, Content};
use crate::dataset::WorkbookError;
use crate::diag::{ConfigProblem, Diagnostic, Lang, Location, Severity};
use crate::export::{CONTENT_SECURITY_POLICY, THEME_POLICY};
use crate::model::Catalog;
use crate::output::{Artifact, OutputError, Publication, Staging};
use crate::plan::{self, Ingredients, SitePlan};
use crate::ranking::Rankings;
use crate::registers::{self, Registers};
use crate::search::{SearchError, SearchIndex};
use crate::statistics::{self, Statistics};
use crate::theme::Theme;
use crate::validate::guard::{self, Guard};
use crate::validate::{self, Checked, Contacts};
use crate::vfs::{ProjectTree, RealFiles, VfsError};

pub use disclosure::{Audited, audit};
pub use options::{Baseline, Options, Progress, Silent, Stage};
pub use report::BuildReport;

use mixed::{Beside, Mixed};
use report::Clock;

/// What came of a build.
#[derive(Debug, Default)]
pub struct Outcome {
    /// In numbers.
    pub report: BuildReport,
    /// Everything found in the user's data, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    /// Where the site goes; nothing when only checking.
    pub output: Option<Utf8PathBuf>,
    /// The policy for browsers under which the pages work: strict for our own, lenient for a theme of Zola's.
    pub policy: &'static str,
}

/// An error of the machine.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A file cannot be read.
    #[error(transparent)]
    Read(#[from] VfsError),
    /// A table does not fit into a workbook.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
    /// The search index cannot be made.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The output folder cannot be written.
    #[error(transparent)]
    Write(#[from] OutputError),
}

/// Everything that the pages are made of.
struct Materials {
    config: SiteConfig,
    content: Content,
    catalog: Checked<Catalog>,
    guard: Guard,
    rankings: Rankings,
    statistics: Statistics,
    registers: Registers,
    days: WorkingDays,
    changes: Changes,
    plan: SitePlan,
    /// Nothing where the theme has problems; no page can be made then.
    theme: Option<Theme>,
    /// Files that are no page: the site's own `static/` and the search, by path in the output.
    files: Vec<(String, Vec<u8>)>,
    /// The day on which the site is judged.
    as_of: Date,
    /// The part of a theme that was written for Zola, where the site has one.
    mixed: Option<Mixed>,
}

/// Builds the site.
///
/// # Errors
/// When a file cannot be read, the theme cannot be used or the output cannot be written. Problems in the user's
/// data are no error here; they stand in the outcome.
pub fn build(options: &Options, progress: &dyn Progress) -> Result<Outcome, BuildError> {
    let mut clock = Clock::new(progress);
    let mut found = Vec::new();
    let tree = scan(options)?;
    if let Some(settings) = zola::settings(&tree)?.filter(|settings| !settings.has_records()) {
        return zola::build(tree, &settings, options, clock);
    }
    let (mut materials, staging) = materials(&tree, options, &mut clock, &mut found)?;
    let output = options.publish.then(|| output_folder(options, &materials.config));

    found.extend(look::files(&materials.files, &materials.guard));
    clock.begin(Stage::Search, None);
    materials.files.extend(find::files(&materials)?);

    clock.begin(Stage::Render, Some(materials.plan.pages.len() as u64));
    let mut report = BuildReport { pages: materials.plan.pages.len(), ..BuildReport::default() };
    data::count(materials.catalog.catalog(), &mut report);
    let (audited, problems) = disclosure::judge(&materials, options.as_of, None, &found);
    found.extend(problems);
    if let Some(theme) = &materials.theme {
        let toolbox = functions::Toolbox::new(&tree, &materials, theme, options);
        let staging = staging.as_ref();
        match &materials.mixed {
            Some(mixed) => {
                let made_with = (mixed, theme, &toolbox);
                report.pages = mixed::make(&materials, made_with, &audited, staging, progress, &mut found)?;
            }
            None => {
                let made_with = (theme, &toolbox);
                report.reused = pages::make(&materials, made_with, &audited, staging, progress, &mut found)?;
            }
        }
    }

    clock.begin(Stage::Publish, None);
    let tolerance = data::Tolerated::of(&materials.content);
    let is_refused = found.iter().any(|one| one.severity == Severity::Error && !tolerance.covers(one));
    let staging = staging.filter(|_| !is_refused);
    if let Some(staging) = &staging {
        staging.write(&Artifact::new(Snapshot::FILE, materials.changes.snapshot().to_bytes()))?;
    }
    let policy = if materials.mixed.is_some() { THEME_POLICY } else { CONTENT_SECURITY_POLICY };
    Outcome { report, diagnostics: found, output, policy }.published(staging, clock)
}

impl Outcome {
    /// Publishes what was staged, where anything may be, and closes the report.
    fn published(mut self, staging: Option<Staging>, clock: Clock<'_>) -> Result<Self, BuildError> {
        if let Some(staging) = staging {
            let Publication { files, changed, removed, .. } = staging.publish()?;
            self.report = BuildReport { files, changed, removed, published: true, ..self.report };
        }
        crate::diag::sort(&mut self.diagnostics);
        // A broken template is one problem, on however many pages it is met.
        self.diagnostics.dedup();
        self.report.tally(&self.diagnostics);
        self.report.seconds = clock.finish();
        Ok(self)
    }
}

/// Whether the theme of a site was written for Zola.
///
/// # Errors
/// When a file cannot be read.
pub fn has_theme_of_zola(options: &Options) -> Result<bool, BuildError> {
    Ok(zola::settings(&scan(options)?)?.is_some())
}

/// Whether a site is made as Zola makes it: its theme was written for Zola and it has no records, so that there is
/// nothing to audit, to compare or to search as records are.
///
/// # Errors
/// When a file cannot be read.
pub fn is_without_records(options: &Options) -> Result<bool, BuildError> {
    Ok(zola::settings(&scan(options)?)?.is_some_and(|settings| !settings.has_records()))
}

/// Indexes a site as its sources stand, for searching without a browser; in its default language where none is named.
///
/// # Errors
/// When a file cannot be read, or the index cannot be made.
pub fn index(options: &Options, lang: Option<Lang>) -> Result<SearchIndex, BuildError> {
    let mut clock = Clock::new(&Silent);
    let (materials, _) = materials(&scan(options)?, options, &mut clock, &mut Vec::new())?;
    find::index(&materials, lang.unwrap_or(materials.config.default_language))
}

/// The languages of a site, its default one first.
///
/// # Errors
/// When a file cannot be read.
pub fn languages(options: &Options) -> Result<Vec<Lang>, BuildError> {
    let tree = scan(options)?;
    let mut ignored = Vec::new();
    let config = match Beside::read(&tree, options, &mut ignored)? {
        Some(beside) => beside.config(options, &mut ignored),
        None => read_config(&tree, options, &mut ignored)?,
    };
    Ok(config.langs())
}

/// What a build would change, and what was found in the data.
///
/// # Errors
/// When a file cannot be read.
pub fn difference(options: &Options) -> Result<(Changes, Vec<Diagnostic>), BuildError> {
    let mut found = Vec::new();
    let options = Options { publish: false, ..options.clone() };
    let (materials, _) = materials(&scan(&options)?, &options, &mut Clock::new(&Silent), &mut found)?;
    crate::diag::sort(&mut found);
    Ok((materials.changes, found))
}

/// Lists the site's files.
fn scan(options: &Options) -> Result<ProjectTree, BuildError> {
    let (tree, unreadable) = ProjectTree::scan(std::sync::Arc::new(RealFiles::new(&options.root)?))?;
    unreadable.into_iter().next().map_or(Ok(tree), |error| Err(error.into()))
}

/// All stages up to the plan, and the folder to publish from. That is opened before the previous publication is
/// looked at, because opening it mends one that was interrupted.
fn materials(
    tree: &ProjectTree,
    options: &Options,
    clock: &mut Clock<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<(Materials, Option<Staging>), BuildError> {
    clock.begin(Stage::Content, None);
    let Groundwork { beside, config, staging, content, in_words, theme, files } = groundwork(tree, options, found)?;

    clock.begin(Stage::Data, None);
    let kinds = data::kinds(tree, &content, config.default_language, found)?;
    let data::Harvest { catalog, mut seen } = data::read(tree, &content, &kinds, config.default_language, found)?;
    let days = data::working_days(tree, found)?;
    let scores = data::scores(tree, &content, config.default_language, found)?;

    clock.begin(Stage::Validate, None);
    seen.extend(in_words);
    let (catalog, guard) = checked(&config, catalog, seen, found);
    let library = data::schemes(tree, &content, config.default_language, found)?;
    let (rankings, problems) = Rankings::of(catalog.catalog(), &library);
    found.extend(problems);
    let (statistics, problems) = statistics::analyse(&catalog, &config.statistics);
    found.extend(problems);
    let (registers, problems) = registers::analyse(&catalog, &kinds, &scores, &days, options.as_of);
    found.extend(problems);
    let now = Present { catalog: catalog.catalog(), registers: &registers, kinds: &kinds };
    let changes = history::changes(options, &config, now, &guard, found)?;

    clock.begin(Stage::Plan, None);
    let addresses = beside.as_ref().map(Beside::addresses);
    let ingredients = Ingredients {
        config: &config,
        content: &content,
        catalog: catalog.catalog(),
        rankings: &rankings,
        statistics: &statistics,
        registers: &registers,
        changes: Some(&changes),
        drafts: options.drafts,
        addresses: addresses.as_ref(),
    };
    let plan = planned(ingredients, found);
    let materials = Materials {
        config,
        content,
        catalog,
        guard,
        rankings,
        statistics,
        registers,
        days,
        changes,
        plan,
        theme,
        files,
        as_of: options.as_of,
        mixed: None,
    };
    Ok((with_guests(materials, beside, found), staging))
}

/// Lets the pages into the theme of somebody else, where the site has one.
fn with_guests(mut materials: Materials, beside: Option<Beside>, found: &mut Vec<Diagnostic>) -> Materials {
    if let (Some(beside), Some(theme)) = (beside, &materials.theme) {
        materials.mixed = beside.open(&materials, theme, found);
        if materials.mixed.is_none() {
            materials.theme = None;
        }
    }
    materials
}

/// Everything that is known before any record is read.
struct Groundwork {
    beside: Option<Beside>,
    config: SiteConfig,
    staging: Option<Staging>,
    content: Content,
    /// What the guard saw in the texts.
    in_words: Vec<guard::Found>,
    theme: Option<Theme>,
    files: Vec<(String, Vec<u8>)>,
}

/// Settings, texts and theme, and the folder to publish from.
fn groundwork(tree: &ProjectTree, options: &Options, found: &mut Vec<Diagnostic>) -> Result<Groundwork, BuildError> {
    let beside = Beside::read(tree, options, found)?;
    let config = match &beside {
        Some(beside) => beside.config(options, found),
        None => read_config(tree, options, found)?,
    };
    let folder = options.publish.then(|| output_folder(options, &config));
    let staging = folder.map(|folder| Staging::open(&folder, options.force)).transpose()?;
    let (content, in_words) = match &beside {
        Some(beside) => beside.content(tree, &config, found)?,
        None => read_content(tree, &config, options.drafts, found)?,
    };
    let theme = load_theme(tree, &config, if beside.is_some() { Theme::for_fragments } else { Theme::load }, found)?;
    // A theme of Zola's publishes what lies in `static/` itself.
    let files = if beside.is_some() { Vec::new() } else { static_files(tree)? };
    Ok(Groundwork { beside, config, staging, content, in_words, theme, files })
}

fn planned(ingredients: Ingredients<'_>, found: &mut Vec<Diagnostic>) -> SitePlan {
    let (plan, problems) = plan::plan(ingredients);
    found.extend(problems);
    plan
}

/// The catalogue once it was looked at as a whole, and the guard with its exceptions.
fn checked(
    config: &SiteConfig,
    catalog: Catalog,
    seen: Vec<guard::Found>,
    found: &mut Vec<Diagnostic>,
) -> (Checked<Catalog>, Guard) {
    let hotline = Some(config.unit.hotline.as_str()).filter(|hotline| !hotline.is_empty());
    let (catalog, problems) = validate::validate(catalog, &Contacts { hotline });
    found.extend(problems);
    let mut guard = Guard::new(config, catalog.catalog());
    found.extend(guard.judge(seen));
    (catalog, guard)
}

fn read_config(tree: &ProjectTree, options: &Options, found: &mut Vec<Diagnostic>) -> Result<SiteConfig, BuildError> {
    let path = Utf8Path::new("config.toml");
    if !tree.contains(path) {
        found.push(Diagnostic::new(ConfigProblem::Missing, Location::file(path)));
        return Ok(SiteConfig::default());
    }
    let bytes = tree.system().read(path)?;
    let text = String::from_utf8_lossy(&bytes);
    let (mut config, problems) = config::read(path, &text);
    found.extend(problems);
    found.extend(guard::exceptions_without_reason(&config, path));
    if let Some(base_url) = &options.base_url {
        config.base_url.clone_from(base_url);
    }
    Ok(config)
}

/// The Markdown files, and what the guard saw in those that are published.
fn read_content(
    tree: &ProjectTree,
    config: &SiteConfig,
    drafts: bool,
    found: &mut Vec<Diagnostic>,
) -> Result<(Content, Vec<guard::Found>), BuildError> {
    let mut files = Vec::new();
    for path in tree.below(Utf8Path::new("content")).iter().filter(|path| path.extension() == Some("md")) {
        files.push((path.clone(), tree.system().read(path)?));
    }
    let mut seen: Vec<guard::Found> =
        files.iter().flat_map(|(path, bytes)| guard::file(path, &String::from_utf8_lossy(bytes))).collect();
    let (content, problems) = content::read(files, config.default_language);
    found.extend(problems);
    let hidden = |path: &Utf8Path| !drafts && content.pages.iter().any(|page| page.draft && page.path == path.as_str());
    seen.retain(|one| one.location.path().is_none_or(|path| !hidden(path)));
    Ok((content, seen))
}

/// How the default theme is completed: as the site's own, or for parts of pages.
type Load = fn(&SiteConfig, &BTreeMap<String, Vec<u8>>) -> Result<Theme, Vec<Diagnostic>>;

/// The theme, with the site's own templates and theme files laid over it.
fn load_theme(
    tree: &ProjectTree,
    config: &SiteConfig,
    load: Load,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<Theme>, BuildError> {
    let mut overrides = BTreeMap::new();
    for folder in ["templates", "themes"] {
        for path in tree.below(Utf8Path::new(folder)) {
            overrides.insert(path.to_string(), tree.system().read(path)?);
        }
    }
    match load(config, &overrides) {
        Ok(theme) => Ok(Some(theme)),
        Err(problems) => {
            found.extend(problems);
            Ok(None)
        }
    }
}

/// Files of `static/`, which are published as they are.
fn static_files(tree: &ProjectTree) -> Result<Vec<(String, Vec<u8>)>, BuildError> {
    let mut files = Vec::new();
    for path in tree.below(Utf8Path::new("static")) {
        let published = path.strip_prefix("static").unwrap_or(path);
        files.push((published.to_string(), tree.system().read(path)?));
    }
    Ok(files)
}

fn output_folder(options: &Options, config: &SiteConfig) -> Utf8PathBuf {
    // `--output-dir` is relative to where the command is typed, `output_dir` to the site, as in Zola.
    options.output_dir.clone().unwrap_or_else(|| options.root.join(&config.output_dir))
}
