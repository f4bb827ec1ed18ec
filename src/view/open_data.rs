//! Open data: which figures stand on a page, and the links to their files.

use serde::Serialize;

use crate::dataset::{Cell, Column, Dataset, Feed, Kind, Listing, OpenData, Publisher};
use crate::diag::Lang;
use crate::model::Procedure;
use crate::plan::{FileFormat, ListKind, PageKind};

use super::here::Here;
use super::link::Link;
use super::{Page, ViewContext, ranking, registers, wording};

/// A link to a file of open data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DataLink {
    /// Name of the format.
    pub text: String,
    /// Where it leads, from this page.
    pub href: String,
    /// Media type of the file.
    pub media_type: &'static str,
}

/// What the page of all open data shows.
#[derive(Clone, Debug, Serialize)]
pub struct OpenDataView {
    /// Head, navigation and footer.
    pub page: Page,
    /// The pages with open data.
    pub tables: Vec<TableLinks>,
    /// Description for programs.
    pub package: Option<String>,
    /// Catalogue for portals.
    pub catalog: Option<String>,
}

/// A page with open data.
#[derive(Clone, Debug, Serialize)]
pub struct TableLinks {
    /// The page.
    pub page: Link,
    /// Its files.
    pub files: Vec<DataLink>,
}

/// The figures of a page as files; nothing for pages for which none are planned.
///
/// The files are the same in every language and speak Vietnamese, as the records do.
#[must_use]
pub fn open_data(context: &ViewContext<'_>, kind: PageKind) -> Option<OpenData> {
    match kind {
        PageKind::Procedures(section) => Some(OpenData { dataset: register(context, section), ..OpenData::default() }),
        PageKind::RankingIndex(at) => ranking::index_open_data(context, at),
        PageKind::RankingEdition(at, table) => ranking::open_data(context, at, table),
        PageKind::RankingUnit(at, unit) => ranking::unit_open_data(context, at, unit),
        PageKind::Register(section, 1) => Some(OpenData {
            dataset: registers::dataset(context, section)?,
            events: registers::calendar(context, section),
            ..OpenData::default()
        }),
        PageKind::StatisticsPeriod(at) => super::statistics::open_data::period(context, at),
        PageKind::StatisticsUnit(at) => super::statistics::open_data::unit(context, at),
        PageKind::Disclosure => super::disclosure::open_data(context),
        _ => None,
    }
}

/// The news of a page; nothing for pages for which no feed is planned.
#[must_use]
pub fn feed(context: &ViewContext<'_>, kind: PageKind) -> Option<Feed> {
    match kind {
        PageKind::RankingIndex(at) => ranking::feed(context, at),
        PageKind::Changes => super::changes::feed(context),
        _ => None,
    }
}

/// Who publishes the open data of the site.
#[must_use]
pub fn publisher(context: &ViewContext<'_>) -> Publisher {
    let config = context.config;
    Publisher {
        name: config.unit.name.clone(),
        title: config.title(config.default_language).to_owned(),
        base: context.absolute_base.clone(),
    }
}

/// The open data of a page without their rows, as it describes them itself and, mostly, catalogues list them.
#[must_use]
pub fn listing(context: &ViewContext<'_>, kind: PageKind, data: &OpenData) -> Option<Listing> {
    let page = context.plan.route(context.config.default_language, kind)?;
    Some(data.dataset.listing(page, context.plan.data_files(kind)?))
}

pub(super) fn view(here: &Here<'_>) -> OpenDataView {
    let plan = here.context.plan;
    let table = |(kind, _)| Some(TableLinks { page: here.link_to(kind)?, files: here.data_links(kind) });
    OpenDataView {
        page: here.page(here.title_of(PageKind::OpenData), here.words.get("open_data_lead"), Vec::new()),
        tables: plan.listed_data().filter_map(table).collect(),
        package: plan.data_package().map(|route| here.href(&route)),
        catalog: plan.data_catalog().map(|route| here.href(&route)),
    }
}

impl Here<'_> {
    /// Links to the open data of a page, pictures included.
    pub(super) fn data_links(&self, kind: PageKind) -> Vec<DataLink> {
        let files = self.context.plan.data_files(kind).into_iter().flat_map(crate::plan::DataFiles::routes);
        let link = |(format, route)| DataLink {
            text: self.words.get(format_key(format)).to_owned(),
            href: self.href(&route),
            media_type: format.media_type(),
        };
        files.map(link).collect()
    }

    /// schema.org description of the figures on this page, for its head.
    pub(super) fn data_description(&self) -> Option<String> {
        let kind = self.planned.kind;
        self.context.plan.data_files(kind)?;
        let data = open_data(self.context, kind)?;
        Some(listing(self.context, kind, &data)?.json_ld(&publisher(self.context)))
    }
}

const fn format_key(format: FileFormat) -> &'static str {
    match format {
        FileFormat::Csv => "format_csv",
        FileFormat::Xlsx => "format_xlsx",
        FileFormat::Json => "format_json",
        FileFormat::Svg => "format_svg",
        FileFormat::Png => "format_png",
        FileFormat::Calendar => "format_ics",
    }
}

/// The register of procedures of a section, in the order of its page.
fn register(context: &ViewContext<'_>, section: usize) -> Dataset {
    let lists = context.plan.letters(section).filter(|(_, list)| matches!(list.kind, ListKind::Initial { .. }));
    let members = lists.flat_map(|(_, list)| list.members.iter().copied());
    let folder = &context.content.sections[section].folder;
    let provenances = || context.catalog.provenances.iter().filter(|provenance| provenance.section == *folder);
    Dataset {
        id: folder.replace('/', "-"),
        title: context.section_title(section, Lang::Vi).text,
        description: context.theme.words(Lang::Vi).get("register_data_description").to_owned(),
        columns: register_columns(),
        rows: members.map(|at| register_row(context, context.procedure(at))).collect(),
        source: provenances().find_map(|provenance| provenance.source.clone()),
        source_url: provenances().find_map(|provenance| provenance.source_url.clone()),
        licence: None,
        modified: provenances().filter_map(|provenance| provenance.retrieved).max(),
    }
}

/// Headings that the importer knows again.
fn register_columns() -> Vec<Column> {
    let columns = [
        ("ma", "Mã TTHC"),
        ("ten", "Tên TTHC"),
        ("linh_vuc", "Lĩnh vực"),
        ("cap_thuc_hien", "Cấp thực hiện"),
        ("co_quan_thuc_hien", "Cơ quan thực hiện"),
    ];
    let column = |(name, title): (&str, &str)| Column {
        name: name.to_owned(),
        title: title.to_owned(),
        kind: Kind::Text,
        ..Column::default()
    };
    columns.map(column).into()
}

fn register_row(context: &ViewContext<'_>, procedure: &Procedure) -> Vec<Cell> {
    let words = context.theme.words(Lang::Vi);
    let levels: Vec<String> = procedure.levels.iter().map(|level| wording::level(words, level).text).collect();
    vec![
        procedure.code.as_str().into(),
        procedure.name.as_str().into(),
        procedure.field.clone().into(),
        levels.join("; ").into(),
        procedure.agencies.executing.join("; ").into(),
    ]
}
