//! Sites with records whose theme was written for Zola: the ordinary stages run, with the default theme making parts
//! of pages, and the other theme makes pages of them.
//!
//! Texts, ordinary sections and the home page are Zola's, at Zola's addresses. Every other planned page is a guest
//! there: known from the start with its title and its record, and made when its turn has come.

mod hands;
mod shelf;

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use crate::audit::AuditReport;
use crate::config::{self, SiteConfig};
use crate::content::{self, Content};
use crate::diag::Diagnostic;
use crate::export;
use crate::linkcheck::LinkGraph;
use crate::output::{Artifact, Staging};
use crate::plan::{Dimension, ListKind, PageKind, PlannedPage, Route, SitePlan};
use crate::theme::Theme;
use crate::validate::guard;
use crate::vfs::ProjectTree;
use crate::view::{self, Outline, ViewContext};
use crate::zola::{self, Draft, Guest, GuestTaxonomy, GuestTerm, Guests, Order, Role, Workshop};

use super::functions::Toolbox;
use super::zola::{Settings, Tree};
use super::{BuildError, Materials, Options, Progress, data, open_data, pages, stamp};

pub(super) use hands::Hands;
use shelf::Shelf;

/// A site of Zola's whose texts are read, before its records are.
pub(super) struct Beside {
    draft: Draft,
    path: Utf8PathBuf,
    source: String,
}

/// A site of Zola's that knows of its guests.
pub(super) struct Mixed {
    workshop: Workshop,
    /// The planned page of each guest, by its place in the plan.
    guests: Vec<usize>,
}

impl Beside {
    /// Reads the texts, where the site has records and a theme written for Zola.
    pub(super) fn read(
        tree: &ProjectTree,
        options: &Options,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Option<Self>, BuildError> {
        let Some(Settings { path, text, .. }) = super::zola::settings(tree)?.filter(Settings::has_records) else {
            return Ok(None);
        };
        let order = Order {
            files: Arc::new(Tree(tree.clone())),
            settings: &path,
            source: &text,
            base_url: options.base_url.as_deref(),
            language: Some(SiteConfig::default().default_language.tag()),
            kept_back: &[data::HOLIDAYS],
            drafts: options.drafts,
            mode: super::zola::mode(options),
        };
        let draft = Draft::read(&order, found);
        Ok(Some(Self { draft, path, source: text }))
    }

    /// What is ours in the settings.
    pub(super) fn config(&self, options: &Options, found: &mut Vec<Diagnostic>) -> SiteConfig {
        let (mut config, problems) = config::read_beside_zola(&self.path, &self.source);
        found.extend(problems);
        found.extend(guard::exceptions_without_reason(&config, &self.path));
        if let Some(base_url) = &options.base_url {
            config.base_url.clone_from(base_url);
        }
        config
    }

    /// The texts as Zola reads them, and the sections with records as we do; and what the guard saw in them.
    pub(super) fn content(
        &self,
        tree: &ProjectTree,
        config: &SiteConfig,
        found: &mut Vec<Diagnostic>,
    ) -> Result<(Content, Vec<guard::Found>), BuildError> {
        let mut texts = self.draft.content();
        let known: std::collections::BTreeSet<&str> = texts
            .sections
            .iter()
            .map(|one| &one.path)
            .chain(texts.pages.iter().map(|one| &one.path))
            .map(String::as_str)
            .collect();
        let (mut files, mut seen) = (Vec::new(), Vec::new());
        for path in tree.below(Utf8Path::new("content")).iter().filter(|path| path.extension() == Some("md")) {
            let bytes = tree.system().read(path)?;
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let reads_records =
                path.file_name().is_some_and(|name| name.starts_with("_index")) && super::zola::reads_records(&text);
            if reads_records || known.contains(path.as_str()) {
                seen.extend(guard::file(path, &text));
            }
            if reads_records {
                files.push((path.clone(), bytes));
            }
        }
        let (own, problems) = content::read(files, config.default_language);
        found.extend(problems);
        texts.sections.extend(own.sections);
        texts.sections.sort_by(|one, other| one.path.cmp(&other.path));
        Ok((texts, seen))
    }

    /// Where Zola publishes each text.
    pub(super) fn addresses(&self) -> BTreeMap<String, Route> {
        self.draft.addresses().into_iter().map(|(file, address)| (file, Route::file(address))).collect()
    }

    /// Lets the planned pages in as guests; nothing where the theme was written for a later Zola.
    pub(super) fn open(self, materials: &Materials, theme: &Theme, found: &mut Vec<Diagnostic>) -> Option<Mixed> {
        let context = pages::context(materials, theme, materials.as_of);
        let (numbers, guests) = guests(&context, &materials.plan);
        Some(Mixed { workshop: self.draft.open(guests, found)?, guests: numbers })
    }
}

/// Whether a page is made of a text, by Zola and not by us.
const fn is_text(kind: PageKind) -> bool {
    matches!(kind, PageKind::Section(_) | PageKind::Article(_) | PageKind::NotFound)
}

/// The planned pages as guests, with their places in the plan.
fn guests(context: &ViewContext<'_>, plan: &SitePlan) -> (Vec<usize>, Guests) {
    let numbers: Vec<usize> = (0..plan.pages.len()).filter(|at| !is_text(plan.pages[*at].kind)).collect();
    let pages = numbers.iter().map(|at| guest(context, &plan.pages[*at])).collect();
    let by_place = numbers.iter().enumerate().map(|(guest, at)| (*at, guest)).collect();
    let taxonomies = taxonomies(plan, &by_place);
    (numbers, Guests { pages, taxonomies })
}

fn guest(context: &ViewContext<'_>, planned: &PlannedPage) -> Guest {
    let Outline { title, date, updated, is_record, terms, brief } = view::outline(context, planned);
    let folder = |at: usize| context.folder_of_section(at).to_owned();
    let role = match planned.kind {
        PageKind::Home => Role::Home,
        PageKind::Procedures(at)
        | PageKind::Contact(at)
        | PageKind::Officers(at)
        | PageKind::Rankings(at)
        | PageKind::Statistics(at)
        | PageKind::Register(at, 1) => Role::Section(folder(at)),
        PageKind::Disclosure => Role::Section(crate::plan::DISCLOSURE.to_owned()),
        PageKind::RankingEmbed(..) => Role::Whole,
        _ if is_record => Role::Record,
        _ => Role::Page,
    };
    Guest {
        path: planned.route.as_str().to_owned(),
        lang: planned.lang.tag().to_owned(),
        role,
        title,
        date: date.map(|day| day.to_string()),
        updated: updated.map(|day| day.to_string()),
        taxonomies: terms.into_iter().map(|(dimension, names)| (dimension.folder().to_owned(), names)).collect(),
        extra: brief,
        in_sitemap: !matches!(planned.kind, PageKind::RankingEmbed(..) | PageKind::Withdrawn(_)),
    }
}

/// Fields and agencies, by which templates find procedures; their pages are the planned lists.
fn taxonomies(plan: &SitePlan, by_place: &BTreeMap<usize, usize>) -> Vec<GuestTaxonomy> {
    let mut procedures = BTreeMap::new();
    for (place, page) in plan.pages.iter().enumerate() {
        if let (PageKind::Procedure(at), Some(guest)) = (page.kind, by_place.get(&place)) {
            procedures.insert((page.lang, at), *guest);
        }
    }
    let mut found = Vec::new();
    for page in &plan.pages {
        let PageKind::Terms(dimension @ (Dimension::Field | Dimension::Agency)) = page.kind else { continue };
        let term = |(at, list): (usize, &crate::plan::List)| {
            let (ListKind::Field(name) | ListKind::Agency(name)) = &list.kind else { return None };
            let path = plan.route(page.lang, PageKind::List(at, 1))?.as_str().to_owned();
            let guests = list.members.iter().filter_map(|at| procedures.get(&(page.lang, *at)).copied()).collect();
            Some(GuestTerm { name: name.clone(), path, guests })
        };
        found.push(GuestTaxonomy {
            name: dimension.folder().to_owned(),
            lang: page.lang.tag().to_owned(),
            path: page.route.as_str().to_owned(),
            terms: plan.terms(dimension).filter_map(term).collect(),
        });
    }
    found
}

/// Makes every page and file of such a site. Gives the number of pages.
pub(super) fn make(
    materials: &Materials,
    (mixed, theme, toolbox): (&Mixed, &Theme, &Toolbox),
    audited: &AuditReport,
    staging: Option<&Staging>,
    progress: &dyn Progress,
    found: &mut Vec<Diagnostic>,
) -> Result<usize, BuildError> {
    let context = pages::context(materials, theme, audited.as_of).with_audit(audited);
    let hands = match Hands::new(context, mixed, theme, &toolbox.functions, Some(progress)) {
        Ok(hands) => hands,
        Err(problem) => {
            found.push(*problem);
            return Ok(0);
        }
    };
    let mut files = files(materials, theme);
    let outputs = materials.plan.pages.iter().map(|page| page.route.output_path());
    let outputs = outputs.chain(materials.plan.files().map(|route| route.output_path()));
    let outputs = outputs.chain(files.keys().cloned());
    let links = LinkGraph::new(outputs, &materials.config.base_path());
    let shelf = Shelf::new(staging, &materials.guard, links, &materials.config.base_url);
    found.extend(mixed.workshop.publish(Some(&hands), &shelf)?);
    found.extend(open_data::make(hands.context(), materials, staging)?);
    // What the site or its theme publishes under a name of ours stands before it.
    files.retain(|path, _| !shelf.has(path));
    let mut files: Vec<Artifact> = files.into_iter().map(|(path, bytes)| Artifact::new(path, bytes)).collect();
    files.extend(pages::pictures(toolbox, staging, found));
    stamp::stamp(&mut files, shelf.keys().iter().map(String::as_str));
    if let Some(staging) = staging {
        files.iter().try_for_each(|file| staging.write(file))?;
    }
    let planned = materials.plan.files().map(|route| route.output_path());
    let more: Vec<String> = planned.chain(files.into_iter().map(|file| file.path)).collect();
    let read = |path: &str| match staging {
        Some(staging) => staging.read(path).ok(),
        None => mixed.page(path.strip_suffix("index.html").unwrap_or(path), &hands).map(String::into_bytes),
    };
    let (count, problems) = shelf.finish(more, &materials.config.base_path(), read);
    found.extend(problems);
    found.extend(hands.into_problems());
    Ok(count)
}

/// What no theme of Zola's makes: styles and scripts of our parts, the search, and what hosts are told.
fn files(materials: &Materials, theme: &Theme) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for (path, text) in export::host_files(&materials.config) {
        files.insert(path, text.into_bytes());
    }
    files.extend(theme.assets.iter().map(|asset| (asset.path.clone(), asset.bytes.clone())));
    files.extend(materials.files.iter().cloned());
    files
}

impl Mixed {
    /// Makes the page at an address once more.
    pub(super) fn page(&self, address: &str, hands: &Hands<'_>) -> Option<String> {
        self.workshop.page(address, hands as &dyn zola::Maker)
    }
}
