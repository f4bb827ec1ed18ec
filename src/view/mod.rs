//! What one page shows: serialisable data in the shape of its template.
//!
//! Comes in: the configuration, content, catalogue, plan and theme. Goes out: a [`View`] for a planned page, with
//! every link, word and figure as it will stand there. Refuses to know: HTML, and addresses that were not planned.

mod about;
mod alone;
mod article;
mod changes;
mod context;
mod disclosure;
#[cfg(test)]
pub(crate) mod fixture;
mod here;
mod home;
mod link;
mod list;
mod office;
mod officers;
mod open_data;
mod page;
mod places;
mod procedure;
mod prose;
mod ranking;
mod record;
mod register;
mod registers;
mod row;
mod search;
mod statistics;
mod terms;
mod wording;

use serde::Serialize;

use crate::diag::Diagnostic;
use crate::plan::{PageKind, PlannedPage};

pub use about::AboutDataView;
pub use article::{ArticleView, SectionView};
pub use changes::{ChangesView, WithdrawnView};
pub use context::{Records, ViewContext};
pub use disclosure::DisclosureView;
pub use home::HomeView;
pub use list::ListView;
pub use officers::OfficersView;
pub use open_data::{DataLink, OpenDataView, TableLinks, feed, listing, open_data, publisher};
pub use page::Page;
pub use places::{ContactView, PlaceView, PlacesView};
pub use procedure::ProcedureView;
pub use prose::{Block, Bullet, Step};
pub use ranking::{CompareView, EditionView, EmbedView, IndexView, OverviewView, UnitView as RankingUnitView};
pub use record::{Outline, outline, record};
pub use register::RegisterView;
pub use registers::{RegisterGroupView, RegisterListView, RegisterRecordView, lookup_states};
pub use search::{SearchBox, SearchView};
pub use statistics::{PeriodView, StatisticsView, UnitView};
pub use terms::TermsView;

use here::Here;

/// The data of one page.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    /// The home page.
    Home(Box<HomeView>),
    /// The register of a section with procedures.
    Procedures(Box<RegisterView>),
    /// One page of a list of procedures.
    List(Box<ListView>),
    /// One procedure.
    Procedure(Box<ProcedureView>),
    /// All fields, agencies or levels.
    Terms(Box<TermsView>),
    /// Every reception place.
    Places(Box<PlacesView>),
    /// One reception place.
    Place(Box<PlaceView>),
    /// Contact page.
    Contact(Box<ContactView>),
    /// Officers.
    Officers(Box<OfficersView>),
    /// The indexes of a section.
    Rankings(Box<OverviewView>),
    /// One index.
    RankingIndex(Box<IndexView>),
    /// One edition of an index.
    RankingEdition(Box<EditionView>),
    /// One unit of an index.
    RankingUnit(Box<RankingUnitView>),
    /// Units of an index side by side.
    RankingCompare(Box<CompareView>),
    /// An edition for a frame on another site.
    RankingEmbed(Box<EmbedView>),
    /// A section of processing reports.
    Statistics(Box<StatisticsView>),
    /// One period of processing reports.
    StatisticsPeriod(Box<PeriodView>),
    /// One unit over time.
    StatisticsUnit(Box<UnitView>),
    /// The list of a register.
    Register(Box<RegisterListView>),
    /// One record of a register.
    RegisterRecord(Box<RegisterRecordView>),
    /// Records of a register that belong together.
    RegisterGroup(Box<RegisterGroupView>),
    /// Where the data come from.
    AboutData(Box<AboutDataView>),
    /// What changed since earlier publications.
    Changes(Box<ChangesView>),
    /// The old address of a procedure that was withdrawn.
    Withdrawn(Box<WithdrawnView>),
    /// Every page with open data.
    OpenData(Box<OpenDataView>),
    /// Which disclosure criteria are met.
    Disclosure(Box<DisclosureView>),
    /// Search of procedures.
    Search(Box<SearchView>),
    /// A section of Markdown pages.
    Section(Box<SectionView>),
    /// A Markdown page.
    Article(Box<ArticleView>),
    /// `404.html`.
    NotFound(Box<NotFoundView>),
}

/// What `404.html` shows.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    /// Head, navigation and footer.
    pub page: Page,
    /// The registers of procedures.
    pub registers: Vec<link::Link>,
}

impl View {
    /// Name of the template that renders it.
    #[must_use]
    pub const fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home.html",
            Self::Procedures(_) => "procedures.html",
            Self::List(_) => "list.html",
            Self::Procedure(_) => "procedure.html",
            Self::Terms(_) => "terms.html",
            Self::Places(_) => "places.html",
            Self::Place(_) => "place.html",
            Self::Contact(_) => "contact.html",
            Self::Officers(_) => "officers.html",
            Self::Rankings(_) => "rankings.html",
            Self::RankingIndex(_) => "ranking-index.html",
            Self::RankingEdition(_) => "ranking-edition.html",
            Self::RankingUnit(_) => "ranking-unit.html",
            Self::RankingCompare(_) => "ranking-compare.html",
            Self::RankingEmbed(_) => "ranking-embed.html",
            Self::Statistics(_) => "statistics.html",
            Self::StatisticsPeriod(_) => "statistics-period.html",
            Self::StatisticsUnit(_) => "statistics-unit.html",
            Self::Register(_) => "register.html",
            Self::RegisterRecord(_) => "register-record.html",
            Self::RegisterGroup(_) => "register-group.html",
            Self::AboutData(_) => "about-data.html",
            Self::Changes(_) => "changes.html",
            Self::Withdrawn(_) => "withdrawn.html",
            Self::OpenData(_) => "open-data.html",
            Self::Disclosure(_) => "disclosure.html",
            Self::Search(_) => "search.html",
            Self::Section(_) => "section.html",
            Self::Article(_) => "article.html",
            Self::NotFound(_) => "404.html",
        }
    }

    /// Head, navigation and footer of the page.
    #[must_use]
    pub const fn page(&self) -> &Page {
        match self {
            Self::Home(view) => &view.page,
            Self::Procedures(view) => &view.page,
            Self::List(view) => &view.page,
            Self::Procedure(view) => &view.page,
            Self::Terms(view) => &view.page,
            Self::Places(view) => &view.page,
            Self::Place(view) => &view.page,
            Self::Contact(view) => &view.page,
            Self::Officers(view) => &view.page,
            Self::Rankings(view) => &view.page,
            Self::RankingIndex(view) => &view.page,
            Self::RankingEdition(view) => &view.page,
            Self::RankingUnit(view) => &view.page,
            Self::RankingCompare(view) => &view.page,
            Self::RankingEmbed(view) => &view.page,
            Self::Statistics(view) => &view.page,
            Self::StatisticsPeriod(view) => &view.page,
            Self::StatisticsUnit(view) => &view.page,
            Self::Register(view) => &view.page,
            Self::RegisterRecord(view) => &view.page,
            Self::RegisterGroup(view) => &view.page,
            Self::AboutData(view) => &view.page,
            Self::Changes(view) => &view.page,
            Self::Withdrawn(view) => &view.page,
            Self::OpenData(view) => &view.page,
            Self::Disclosure(view) => &view.page,
            Self::Search(view) => &view.page,
            Self::Section(view) => &view.page,
            Self::Article(view) => &view.page,
            Self::NotFound(view) => &view.page,
        }
    }
}

/// Builds the view of a planned page.
///
/// Reports `@/` links in its Markdown that lead to no file (CK0603).
#[must_use]
pub fn build<'c>(context: &'c ViewContext<'c>, planned: &'c PlannedPage) -> (View, Vec<Diagnostic>) {
    let mut here = Here::at(context, planned);
    let view = match planned.kind {
        PageKind::Home => View::Home(Box::new(home::view(&mut here))),
        PageKind::Procedures(section) => View::Procedures(Box::new(register::view(&mut here, section))),
        PageKind::List(list, number) => View::List(Box::new(list::view(&here, list, number))),
        PageKind::Procedure(at) => View::Procedure(Box::new(procedure::view(&here, at))),
        PageKind::Terms(dimension) => View::Terms(Box::new(terms::view(&here, dimension))),
        PageKind::Places => View::Places(Box::new(places::places(&here))),
        PageKind::Place(at) => View::Place(Box::new(places::place(&here, at))),
        PageKind::Contact(section) => View::Contact(Box::new(places::contact(&mut here, section))),
        PageKind::Officers(section) => View::Officers(Box::new(officers::view(&mut here, section))),
        PageKind::Rankings(section) => View::Rankings(Box::new(ranking::overview(&mut here, section))),
        PageKind::RankingIndex(at) => View::RankingIndex(Box::new(ranking::index(&here, at))),
        PageKind::RankingEdition(at, table) => View::RankingEdition(Box::new(ranking::edition(&here, at, table))),
        PageKind::RankingUnit(at, unit) => View::RankingUnit(Box::new(ranking::unit(&here, at, unit))),
        PageKind::RankingCompare(at) => View::RankingCompare(Box::new(ranking::compare(&here, at))),
        PageKind::RankingEmbed(at, table) => View::RankingEmbed(Box::new(ranking::embed(&here, at, table))),
        PageKind::Statistics(section) => View::Statistics(Box::new(statistics::overview(&mut here, section))),
        PageKind::StatisticsPeriod(at) => View::StatisticsPeriod(Box::new(statistics::period(&here, at))),
        PageKind::StatisticsUnit(at) => View::StatisticsUnit(Box::new(statistics::unit(&here, at))),
        PageKind::Register(section, number) => View::Register(Box::new(registers::list(&mut here, section, number))),
        PageKind::RegisterRecord(at) => View::RegisterRecord(Box::new(registers::record(&here, at))),
        PageKind::RegisterGroup(at) => View::RegisterGroup(Box::new(registers::group(&here, at))),
        PageKind::AboutData => View::AboutData(Box::new(about::view(&here))),
        PageKind::Changes => View::Changes(Box::new(changes::view(&here))),
        PageKind::Withdrawn(at) => View::Withdrawn(Box::new(changes::withdrawn(&here, at))),
        PageKind::OpenData => View::OpenData(Box::new(open_data::view(&here))),
        PageKind::Disclosure => View::Disclosure(Box::new(disclosure::view(&mut here))),
        PageKind::Search => View::Search(Box::new(search::view(&here))),
        PageKind::Section(at) => View::Section(Box::new(article::section(&mut here, at))),
        PageKind::Article(at) => View::Article(Box::new(article::article(&mut here, at))),
        PageKind::NotFound => View::NotFound(Box::new(not_found(&here))),
    };
    (view, here.into_diagnostics())
}

/// What every page has, for one that somebody else makes.
#[must_use]
pub fn frame<'c>(context: &'c ViewContext<'c>, planned: &'c PlannedPage) -> Page {
    Here::at(context, planned).page(link::Phrase::default(), "", Vec::new())
}

fn not_found(here: &Here<'_>) -> NotFoundView {
    let registers = here.context.register_sections().filter_map(|section| here.link_to(PageKind::Procedures(section)));
    NotFoundView { registers: registers.collect(), page: here.page(here.title_of(PageKind::NotFound), "", Vec::new()) }
}

#[cfg(test)]
mod tests;
