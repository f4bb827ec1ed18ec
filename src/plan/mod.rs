//! Every output is decided here, before any is made: addresses, languages, lists and their pages.
//!
//! Comes in: the checked catalogue and the content. Goes out: a [`SitePlan`]; nothing after it invents an
//! address. Refuses to know: templates, HTML, files.

mod data;
mod list;
mod lookup;
mod register;
mod route;
mod site;

use std::collections::{BTreeMap, HashMap};

use crate::diag::Lang;

pub use data::{DataFiles, FileFormat};
pub use list::{List, ListKind, PER_PAGE};
pub use lookup::Lookup;
pub use register::register_pages;
pub use route::Route;
pub use site::{ATTESTATIONS, DISCLOSURE, Ingredients, plan};

/// The dimensions by which procedures are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// *Lĩnh vực*.
    Field,
    /// *Cơ quan thực hiện*.
    Agency,
    /// *Cấp thực hiện*.
    Level,
}

impl Dimension {
    /// All, in the order in which pages name them.
    pub const ALL: [Self; 3] = [Self::Field, Self::Agency, Self::Level];

    /// Folder of its pages.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Field => "linh-vuc",
            Self::Agency => "co-quan",
            Self::Level => "cap",
        }
    }
}

/// What a page shows. Numbers are indexes into the catalogue, the content or [`SitePlan::lists`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PageKind {
    /// The home page.
    Home,
    /// Register of a section with procedures: index into `Content::sections` of the default language.
    Procedures(usize),
    /// One page of a list: index into [`SitePlan::lists`], page number from 1.
    List(usize, usize),
    /// One procedure: index into `Catalog::procedures`.
    Procedure(usize),
    /// All fields, agencies or levels.
    Terms(Dimension),
    /// Every reception place.
    Places,
    /// One reception place: index into `Catalog::offices`.
    Place(usize),
    /// Contact page of a section with offices: index into `Content::sections` of the default language.
    Contact(usize),
    /// Officers of a section: index into `Content::sections` of the default language.
    Officers(usize),
    /// The indexes of a section: index into `Content::sections` of the default language.
    Rankings(usize),
    /// One index: place in `Rankings::indexes`.
    RankingIndex(usize),
    /// One edition: places of the index and of the table.
    RankingEdition(usize, usize),
    /// One unit over the editions: places of the index and of the unit.
    RankingUnit(usize, usize),
    /// Units of an index side by side: place of the index.
    RankingCompare(usize),
    /// An edition for a frame on another site: places of the index and of the table; the latest where none is named.
    RankingEmbed(usize, Option<usize>),
    /// Overview of a section with processing reports: index into `Content::sections` of the default language.
    Statistics(usize),
    /// One period of processing reports: index into `Statistics::periods`.
    StatisticsPeriod(usize),
    /// One unit over time: index into `Statistics::units`.
    StatisticsUnit(usize),
    /// One page of the list of a register: index into `Content::sections` of the default language, number from 1.
    Register(usize, usize),
    /// One record of a register: index into `Catalog::registers`.
    RegisterRecord(usize),
    /// Records of a register that belong together: index into `Registers::groups`.
    RegisterGroup(usize),
    /// Where the data come from.
    AboutData,
    /// What changed since earlier publications.
    Changes,
    /// The old address of a procedure that was withdrawn: place in `Changes::withdrawn`.
    Withdrawn(usize),
    /// Every page with open data.
    OpenData,
    /// Which disclosure criteria the site meets.
    Disclosure,
    /// Where procedures are searched for.
    Search,
    /// An ordinary section: index into `Content::sections`.
    Section(usize),
    /// A Markdown page: index into `Content::pages`.
    Article(usize),
    /// `404.html`.
    NotFound,
}

/// One page with its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedPage {
    /// Its address.
    pub route: Route,
    /// Its language.
    pub lang: Lang,
    /// What it shows.
    pub kind: PageKind,
}

/// Every page of the site, in a fixed order, and the lists they are made of.
#[derive(Clone, Debug, Default)]
pub struct SitePlan {
    /// The pages.
    pub pages: Vec<PlannedPage>,
    /// The lists of procedures, shared by all languages.
    pub lists: Vec<List>,
    lookup: HashMap<(Lang, PageKind), usize>,
    /// Open data, by the page beside which they stand.
    data: BTreeMap<PageKind, DataFiles>,
    /// Feeds, by the page whose news they tell.
    feeds: BTreeMap<PageKind, Route>,
    /// Registers that are looked up by code, by section.
    lookups: BTreeMap<usize, Lookup>,
    /// For Markdown: content file → its page.
    files: HashMap<String, usize>,
}

impl SitePlan {
    /// The page that shows this in this language.
    #[must_use]
    pub fn page(&self, lang: Lang, kind: PageKind) -> Option<&PlannedPage> {
        self.lookup.get(&(lang, kind)).map(|&at| &self.pages[at])
    }

    /// The address of the page that shows this in this language.
    #[must_use]
    pub fn route(&self, lang: Lang, kind: PageKind) -> Option<&Route> {
        self.page(lang, kind).map(|page| &page.route)
    }

    /// The folder of the search data in a language, where there is something to search.
    #[must_use]
    pub fn search_data(&self, lang: Lang) -> Option<Route> {
        self.page(lang, PageKind::Search).map(|_| Route::page(["tim-kiem", "du-lieu", lang.tag()]))
    }

    /// The open data of a page. They are the same in every language and stand beside the page in the default one.
    #[must_use]
    pub fn data_files(&self, kind: PageKind) -> Option<&DataFiles> {
        self.data.get(&kind)
    }

    /// Every page with open data, in a fixed order.
    pub fn pages_with_data(&self) -> impl Iterator<Item = (PageKind, &DataFiles)> {
        self.data.iter().map(|(&kind, files)| (kind, files))
    }

    /// The pages whose open data catalogues list: all but units of a ranking, whose
    /// rows their index lists as well.
    pub fn listed_data(&self) -> impl Iterator<Item = (PageKind, &DataFiles)> {
        self.pages_with_data().filter(|(kind, _)| !matches!(kind, PageKind::RankingUnit(..)))
    }

    /// The description of all open data for programs (Data Package), where there are any.
    #[must_use]
    pub fn data_package(&self) -> Option<Route> {
        (!self.data.is_empty()).then(|| Route::file("datapackage.json"))
    }

    /// The catalogue of all open data for portals (DCAT), where there are any.
    #[must_use]
    pub fn data_catalog(&self) -> Option<Route> {
        (!self.data.is_empty()).then(|| Route::file("catalog.jsonld"))
    }

    /// The feed of a page.
    #[must_use]
    pub fn feed(&self, kind: PageKind) -> Option<&Route> {
        self.feeds.get(&kind)
    }

    /// Every feed, in a fixed order.
    pub fn feeds(&self) -> impl Iterator<Item = (PageKind, &Route)> {
        self.feeds.iter().map(|(&kind, route)| (kind, route))
    }

    /// The files by which a register is looked up, for those that are not listed.
    #[must_use]
    pub fn lookup(&self, section: usize) -> Option<&Lookup> {
        self.lookups.get(&section)
    }

    /// Every register that is looked up, with its section.
    pub fn lookups(&self) -> impl Iterator<Item = (usize, &Lookup)> {
        self.lookups.iter().map(|(&section, lookup)| (section, lookup))
    }

    /// Every planned file that is no page.
    pub fn files(&self) -> impl Iterator<Item = Route> {
        let data = self.data.values().flat_map(|files| files.routes().map(|(_, route)| route));
        let lookups = self.lookups.values().flat_map(Lookup::routes);
        let feeds = self.feeds.values().cloned();
        data.chain(self.data_package()).chain(self.data_catalog()).chain(feeds).chain(lookups)
    }

    /// The address of a content file, such as `content/tin-tuc/a.md`.
    #[must_use]
    pub fn route_of_file(&self, path: &str) -> Option<&Route> {
        self.files.get(path).map(|&at| &self.pages[at].route)
    }

    /// The lists of a dimension with their indexes, in Vietnamese order (levels: from the centre to the commune).
    pub fn terms(&self, dimension: Dimension) -> impl Iterator<Item = (usize, &List)> {
        self.lists.iter().enumerate().filter(move |(_, list)| list.kind.dimension() == Some(dimension))
    }

    /// The letter lists of a procedures section with their indexes, in Vietnamese order.
    pub fn letters(&self, section: usize) -> impl Iterator<Item = (usize, &List)> {
        self.lists
            .iter()
            .enumerate()
            .filter(move |(_, list)| matches!(&list.kind, ListKind::Initial { section: of, .. } if *of == section))
    }
}
