//! Every output is decided here, before any is made: addresses, languages, lists and their pages.
//!
//! Comes in: the checked catalogue and the content. Goes out: a [`SitePlan`]; nothing after it invents an
//! address. Refuses to know: templates, HTML, files.

mod list;
mod route;
mod site;

use std::collections::HashMap;

use crate::diag::Lang;

pub use list::{List, ListKind, PER_PAGE};
pub use route::Route;
pub use site::{Ingredients, plan};

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
    /// Where the data come from.
    AboutData,
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
