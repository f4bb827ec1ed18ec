//! The plan of a whole site.

use std::collections::{BTreeMap, HashMap};

use crate::changes::Changes;
use crate::config::SiteConfig;
use crate::content::{Content, Section};
use crate::diag::{Diagnostic, Lang, Location, SiteProblem};
use crate::model::{Catalog, OfficeKind, Procedure};
use crate::ranking::Rankings;
use crate::registers::Registers;
use crate::statistics::{self, Statistics};

use super::list::{by_agency, by_field, by_initial, by_level, in_order};
use super::register;
use super::{DataFiles, Dimension, FileFormat, List, ListKind, PageKind, PlannedPage, Route, SitePlan};

/// What a plan is made of.
#[derive(Clone, Copy, Debug)]
pub struct Ingredients<'a> {
    /// The configuration.
    pub config: &'a SiteConfig,
    /// Sections and pages.
    pub content: &'a Content,
    /// The checked catalogue.
    pub catalog: &'a Catalog,
    /// The rankings of its rows.
    pub rankings: &'a Rankings,
    /// What the processing reports say.
    pub statistics: &'a Statistics,
    /// What the registers say.
    pub registers: &'a Registers,
    /// What changed since earlier publications, where that is known.
    pub changes: Option<&'a Changes>,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Where Markdown files lie, by their paths from the site's root, where somebody else decides that; one that is
    /// not among them is not published.
    pub addresses: Option<&'a BTreeMap<String, Route>>,
}

/// Plans every page, and reports addresses that two of them would share (the first keeps it).
#[must_use]
pub fn plan(ingredients: Ingredients<'_>) -> (SitePlan, Vec<Diagnostic>) {
    let lists = lists(ingredients);
    let mut planner = Planner { ingredients, lists: &lists, pages: Vec::new(), files: Vec::new() };
    for lang in ingredients.config.langs() {
        planner.language(lang);
    }
    let (pages, files) = (planner.pages, planner.files);
    let (kept, diagnostics) = unique_routes(pages);
    let lookup = kept.iter().enumerate().map(|(at, page)| ((page.lang, page.kind), at)).collect::<HashMap<_, _>>();
    let files = files.into_iter().filter_map(|(path, lang, kind)| Some((path, *lookup.get(&(lang, kind))?))).collect();
    let (data, feeds) = (open_data(ingredients, &kept), feeds(ingredients, &kept));
    let lookups = register::lookups(ingredients, &kept);
    (SitePlan { pages: kept, lists, lookup, data, feeds, lookups, files }, diagnostics)
}

/// The open data of every page that has some.
fn open_data(ingredients: Ingredients<'_>, pages: &[PlannedPage]) -> BTreeMap<PageKind, DataFiles> {
    let main = pages.iter().filter(|page| page.lang == ingredients.config.default_language);
    main.filter_map(|page| Some((page.kind, data_files(ingredients, page)?))).collect()
}

/// The open data beside a page. [`crate::view::open_data`] makes what is planned here.
fn data_files(ingredients: Ingredients<'_>, page: &PlannedPage) -> Option<DataFiles> {
    let figures = |name: &str| DataFiles::beside(&page.route, name, &FileFormat::FIGURES);
    match page.kind {
        PageKind::Procedures(section) => {
            let filled =
                (0..ingredients.catalog.procedures.len()).any(|at| section_of(ingredients, at) == Some(section));
            filled.then(|| figures(page.route.last_folder()))
        }
        PageKind::RankingIndex(at) => {
            let index = &ingredients.rankings.indexes[at];
            (index.tables.len() > 1).then(|| figures(&index.scheme.id))
        }
        PageKind::RankingEdition(at, table) => {
            let index = &ingredients.rankings.indexes[at];
            let table = &index.tables[table];
            let name = format!("{}-{}", index.scheme.id, table.edition);
            let chart = table.has_chart().then_some(FileFormat::Svg);
            let picture = table.leader().map(|_| FileFormat::Png);
            Some(DataFiles::beside(&page.route, &name, &with_pictures(chart, picture)))
        }
        PageKind::RankingUnit(at, unit) => {
            let index = &ingredients.rankings.indexes[at];
            let unit = &index.units[unit];
            let chart = unit.has_line(&index.tables).then_some(FileFormat::Svg);
            let picture = unit.has_latest_total(&index.tables).then_some(FileFormat::Png);
            let name = format!("{}-{}", index.scheme.id, unit.slug);
            Some(DataFiles::beside(&page.route, &name, &with_pictures(chart, picture)))
        }
        PageKind::StatisticsPeriod(at) => {
            let period = &ingredients.statistics.periods[at];
            let name = format!("{}-{}", period.section.replace('/', "-"), period.slug);
            let statistics = ingredients.statistics;
            let chart = statistics.outcomes(period, ingredients.catalog).map(|_| FileFormat::Svg);
            let picture = statistics.share_figure(period).map(|_| FileFormat::Png);
            Some(DataFiles::beside(&page.route, &name, &with_pictures(chart, picture)))
        }
        PageKind::Disclosure => Some(figures(DISCLOSURE)),
        PageKind::StatisticsUnit(at) => {
            let unit = &ingredients.statistics.units[at];
            let series = ingredients.statistics.alike(&unit.reports, ingredients.catalog);
            let chart = (series.len() >= statistics::LEAST_PERIODS).then_some(FileFormat::Svg);
            let name = format!("{}-{}", unit.section.replace('/', "-"), unit.slug);
            Some(DataFiles::beside(&page.route, &name, &with_pictures(chart, None)))
        }
        PageKind::Register(section, 1) => register::data_files(ingredients, section, &page.route),
        _ => None,
    }
}

/// Figures, and the pictures that there are.
fn with_pictures(chart: Option<FileFormat>, picture: Option<FileFormat>) -> Vec<FileFormat> {
    FileFormat::FIGURES.into_iter().chain(chart).chain(picture).collect()
}

/// Folder of the page that says which disclosure criteria are met; a section of this name gives it its text.
pub const DISCLOSURE: &str = "cong-khai";

/// The kind of record that holds statements of persons on criteria. In the folder of that page it has no page of its own.
pub const ATTESTATIONS: &str = "attestations";

/// The feeds of pages that tell news. [`crate::view::feed`] makes what is planned here; entries of a feed are told
/// apart by absolute addresses, so a site without one has no feeds.
fn feeds(ingredients: Ingredients<'_>, pages: &[PlannedPage]) -> BTreeMap<PageKind, Route> {
    if ingredients.config.absolute_base().is_none() {
        return BTreeMap::new();
    }
    let main = pages.iter().filter(|page| page.lang == ingredients.config.default_language);
    let feeds = main.filter(|page| has_feed(ingredients, page.kind));
    feeds.map(|page| (page.kind, Route::file(format!("{}atom.xml", page.route.as_str())))).collect()
}

/// Whether there is news to tell.
fn has_feed(ingredients: Ingredients<'_>, kind: PageKind) -> bool {
    let has_changes = ingredients.changes.is_some_and(|changes| !changes.publications.is_empty());
    matches!(kind, PageKind::RankingIndex(_)) || (kind == PageKind::Changes && has_changes)
}

fn lists(ingredients: Ingredients<'_>) -> Vec<List> {
    let catalog = ingredients.catalog;
    let procedures: Vec<&Procedure> = catalog.procedures.iter().map(|sourced| &sourced.record).collect();
    let order = in_order(&procedures);
    let mut lists = Vec::new();
    for (section, _) in sections_of(ingredients, "procedures") {
        let members: Vec<usize> =
            order.iter().copied().filter(|&at| section_of(ingredients, at) == Some(section)).collect();
        lists.extend(by_initial(&procedures, &members, section));
    }
    lists.extend(by_field(&procedures, &order));
    lists.extend(by_agency(&procedures, &order));
    lists.extend(by_level(&procedures, &order));
    lists
}

/// Sections of the default language whose data are of a kind.
fn sections_of<'a>(ingredients: Ingredients<'a>, kind: &'a str) -> impl Iterator<Item = (usize, &'a Section)> {
    let lang = ingredients.config.default_language;
    ingredients
        .content
        .sections
        .iter()
        .enumerate()
        .filter(move |(_, section)| section.lang == lang && section.data.as_ref().is_some_and(|data| data.kind == kind))
}

/// The section of a procedure, by its provenance.
fn section_of(ingredients: Ingredients<'_>, procedure: usize) -> Option<usize> {
    let provenance = ingredients.catalog.procedures[procedure].provenance;
    let folder = &ingredients.catalog.provenances.get(provenance)?.section;
    sections_of(ingredients, "procedures").find(|(_, section)| section.folder == *folder).map(|(at, _)| at)
}

pub(super) struct Planner<'a> {
    pub(super) ingredients: Ingredients<'a>,
    lists: &'a [List],
    pages: Vec<PlannedPage>,
    files: Vec<(String, Lang, PageKind)>,
}

impl<'a> Planner<'a> {
    fn language(&mut self, lang: Lang) {
        self.push(lang, PageKind::Home, &[]);
        self.sections(lang);
        self.articles(lang);
        self.procedures(lang);
        self.lists(lang);
        self.offices(lang);
        self.rankings(lang);
        self.statistics(lang);
        self.registers(lang);
        if !self.ingredients.catalog.provenances.is_empty() {
            self.push(lang, PageKind::AboutData, &["ve-du-lieu"]);
            self.push(lang, PageKind::Disclosure, &[DISCLOSURE]);
        }
        self.changes(lang);
        if self.pages.iter().any(|page| data_files(self.ingredients, page).is_some()) {
            self.push(lang, PageKind::OpenData, &["du-lieu"]);
        }
        if !self.ingredients.catalog.procedures.is_empty() {
            self.push(lang, PageKind::Search, &["tim-kiem"]);
        }
        if lang == self.ingredients.config.default_language {
            self.pages.push(PlannedPage { route: Route::file("404.html"), lang, kind: PageKind::NotFound });
        }
    }

    pub(super) fn push(&mut self, lang: Lang, kind: PageKind, segments: &[&str]) {
        let prefix = if lang == self.ingredients.config.default_language { "" } else { lang.tag() };
        let route = Route::page(std::iter::once(prefix).chain(segments.iter().copied()));
        self.pages.push(PlannedPage { route, lang, kind });
    }

    /// The page of a Markdown file; says whether it is published.
    fn push_text(&mut self, lang: Lang, kind: PageKind, path: &str, segments: &[&str]) -> bool {
        let Some(addresses) = self.ingredients.addresses else {
            self.push(lang, kind, segments);
            return true;
        };
        let route = addresses.get(path).cloned();
        let is_published = route.is_some();
        self.pages.extend(route.map(|route| PlannedPage { route, lang, kind }));
        is_published
    }

    fn sections(&mut self, lang: Lang) {
        let content = self.ingredients.content;
        for (at, section) in content.sections.iter().enumerate() {
            let kind = self.kind_of_section(at);
            // A data section exists in every language; its `_index` in another language only gives it its title.
            let planned = match kind {
                PageKind::Home | PageKind::Disclosure => false,
                PageKind::Section(_) => section.lang == lang,
                _ => section.lang == self.ingredients.config.default_language,
            };
            if planned && !matches!(kind, PageKind::Section(_)) {
                self.push(lang, kind, &[&section.folder]);
            } else if planned && !self.push_text(lang, kind, &section.path, &[&section.folder]) {
                continue;
            }
            if section.lang == lang {
                self.files.push((section.path.clone(), lang, kind));
            }
        }
    }

    /// What the page of a section shows; translations of a data section share the page of the main one.
    pub(super) fn kind_of_section(&self, at: usize) -> PageKind {
        let sections = &self.ingredients.content.sections;
        let default = self.ingredients.config.default_language;
        let folder = &sections[at].folder;
        if folder.is_empty() {
            return PageKind::Home;
        }
        let main = sections.iter().position(|other| other.folder == *folder && other.lang == default).unwrap_or(at);
        let gives_text = sections[main].data.as_ref().is_none_or(|data| data.kind == ATTESTATIONS);
        if folder == DISCLOSURE && gives_text && !self.ingredients.catalog.provenances.is_empty() {
            return PageKind::Disclosure;
        }
        match sections[main].data.as_ref().map(|data| data.kind.as_str()) {
            Some("procedures") => PageKind::Procedures(main),
            Some("offices") => PageKind::Contact(main),
            Some("officers") => PageKind::Officers(main),
            Some("rankings") => PageKind::Rankings(main),
            Some("statistics") => PageKind::Statistics(main),
            Some(kind) if !kind.is_empty() => PageKind::Register(main, 1),
            _ => PageKind::Section(at),
        }
    }

    fn articles(&mut self, lang: Lang) {
        let content = self.ingredients.content;
        for (at, page) in content.pages.iter().enumerate().filter(|(_, page)| page.lang == lang) {
            let is_published = !page.draft || self.ingredients.drafts;
            if is_published && self.push_text(lang, PageKind::Article(at), &page.path, &[&page.folder, &page.slug]) {
                self.files.push((page.path.clone(), lang, PageKind::Article(at)));
            }
        }
    }

    fn procedures(&mut self, lang: Lang) {
        let catalog = self.ingredients.catalog;
        for (at, sourced) in catalog.procedures.iter().enumerate() {
            let folder =
                catalog.provenances.get(sourced.provenance).map_or("thu-tuc", |provenance| &provenance.section);
            self.push(lang, PageKind::Procedure(at), &[folder, sourced.record.code.as_str()]);
        }
    }

    /// The change log, and the old addresses of procedures that it tells of as withdrawn: who follows an old link
    /// is told so. They go when the log forgets them.
    fn changes(&mut self, lang: Lang) {
        let Some(changes) = self.ingredients.changes else { return };
        self.push(lang, PageKind::Changes, &["thay-doi"]);
        for (at, (_, change)) in changes.withdrawn().into_iter().enumerate() {
            let section = sections_of(self.ingredients, "procedures").find(|(_, one)| one.folder == change.section);
            if let Some((_, section)) = section.filter(|_| change.kind == "procedures") {
                self.push(lang, PageKind::Withdrawn(at), &[&section.folder, &change.key]);
            }
        }
    }

    fn lists(&mut self, lang: Lang) {
        for dimension in Dimension::ALL {
            if self.lists.iter().any(|list| list.kind.dimension() == Some(dimension)) {
                self.push(lang, PageKind::Terms(dimension), &[dimension.folder()]);
            }
        }
        let lists = self.lists;
        for (at, list) in lists.iter().enumerate() {
            let folder = match &list.kind {
                ListKind::Initial { section, .. } => {
                    format!("{}/a-z", self.ingredients.content.sections[*section].folder)
                }
                kind => kind.dimension().map_or("", Dimension::folder).to_owned(),
            };
            self.push(lang, PageKind::List(at, 1), &[&folder, &list.slug]);
            for number in 2..=list.page_count() {
                self.push(lang, PageKind::List(at, number), &[&folder, &list.slug, &format!("trang-{number}")]);
            }
        }
    }

    fn statistics(&mut self, lang: Lang) {
        let statistics = self.ingredients.statistics;
        for (at, period) in statistics.periods.iter().enumerate() {
            self.push(lang, PageKind::StatisticsPeriod(at), &[&period.section, &period.slug]);
        }
        for (at, unit) in statistics.units.iter().enumerate() {
            self.push(lang, PageKind::StatisticsUnit(at), &[&unit.section, "don-vi", &unit.slug]);
        }
    }

    fn offices(&mut self, lang: Lang) {
        let receiving = |kind: OfficeKind| kind != OfficeKind::Agency;
        let offices = &self.ingredients.catalog.offices;
        if offices.iter().any(|office| receiving(office.record.kind)) {
            self.push(lang, PageKind::Places, &["noi-nop"]);
        }
        for (at, office) in offices.iter().enumerate().filter(|(_, office)| receiving(office.record.kind)) {
            self.push(lang, PageKind::Place(at), &["noi-nop", &office.record.id]);
        }
    }
}

impl Planner<'_> {
    fn rankings(&mut self, lang: Lang) {
        for (at, index) in self.ingredients.rankings.indexes.iter().enumerate() {
            let (folder, id) = (index.folder.as_str(), index.scheme.id.as_str());
            self.push(lang, PageKind::RankingIndex(at), &[folder, id]);
            for (edition, table) in index.tables.iter().enumerate() {
                let name = table.edition.to_string();
                self.push(lang, PageKind::RankingEdition(at, edition), &[folder, id, &name]);
                self.push(lang, PageKind::RankingEmbed(at, Some(edition)), &[folder, id, &name, "nhung"]);
            }
            self.push(lang, PageKind::RankingEmbed(at, None), &[folder, id, "nhung"]);
            for (unit, history) in index.units.iter().enumerate().filter(|(_, history)| history.has_page) {
                self.push(lang, PageKind::RankingUnit(at, unit), &[folder, id, "don-vi", &history.slug]);
            }
            if index.units.len() > 1 {
                self.push(lang, PageKind::RankingCompare(at), &[folder, id, "so-sanh"]);
            }
        }
    }
}

/// Keeps the first page of every address and reports the others.
fn unique_routes(pages: Vec<PlannedPage>) -> (Vec<PlannedPage>, Vec<Diagnostic>) {
    let mut taken: HashMap<String, PageKind> = HashMap::with_capacity(pages.len());
    let mut diagnostics = Vec::new();
    let mut kept = Vec::with_capacity(pages.len());
    for page in pages {
        // Some hosts and most memory sticks do not tell capital letters from small ones.
        match taken.entry(page.route.as_str().to_ascii_lowercase()) {
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(page.kind);
                kept.push(page);
            }
            std::collections::hash_map::Entry::Occupied(first) => {
                let problem =
                    SiteProblem::DuplicateRoute { route: page.route.to_string(), first: format!("{:?}", first.get()) };
                diagnostics.push(Diagnostic::new(problem, Location::key(page.route.to_string())));
            }
        }
    }
    (kept, diagnostics)
}
