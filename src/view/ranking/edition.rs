//! One edition of an index.

use serde::Serialize;

use crate::chart::{self, Bar, ChartText, NumberStyle, Target};
use crate::plan::PageKind;
use crate::ranking::{RankOrigin, Scale, Standing, Table};
use crate::view::Page;
use crate::view::here::Here;
use crate::view::link::{Link, Phrase};
use crate::view::open_data::DataLink;

use super::cite::CitationView;
use super::method::MethodView;
use super::rows::{TableMaker, TableView};
use super::{IndexHead, SourceLine, score, target_text};

/// More bars than these are a table, not a picture; then the first [`FIRST_BARS`] are drawn.
const MOST_BARS: usize = 70;
/// Bars that do not push the rest of the page out of sight.
const OPEN_BARS: usize = 12;
/// Bars of a picture of the first units.
const FIRST_BARS: usize = 20;

/// What the page of an edition shows.
#[derive(Clone, Debug, Serialize)]
pub struct EditionView {
    /// Head, navigation and footer.
    pub page: Page,
    /// The index.
    pub index: IndexHead,
    /// How many units, in words.
    pub coverage: String,
    /// Unit of the scores, in words.
    pub scale: String,
    /// What readers must know before the table.
    pub notices: Vec<String>,
    /// The table.
    pub table: TableView,
    /// Totals as bars, SVG; empty where there are none.
    pub chart: String,
    /// Whether the chart is small enough to stand open.
    pub chart_open: bool,
    /// Where the figures come from.
    pub sources: Vec<SourceLine>,
    /// All editions, newest first.
    pub editions: Vec<EditionLink>,
    /// The edition before.
    pub previous: Option<Link>,
    /// The edition after.
    pub next: Option<Link>,
    /// Comparison of units.
    pub compare: Option<String>,
    /// The figures and the chart as files.
    pub data: Vec<DataLink>,
    /// Addresses for frames: of the latest edition, and of this one.
    pub embeds: Option<EmbedLinks>,
    /// How to cite it.
    pub citation: CitationView,
    /// Method and criteria.
    pub method: MethodView,
}

/// A link to an edition.
#[derive(Clone, Debug, Serialize)]
pub struct EditionLink {
    /// The year or day.
    pub text: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is this one.
    pub current: bool,
}

/// Addresses for frames on other sites.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedLinks {
    /// Link to the frame of the latest edition.
    pub latest: String,
    /// Link to the frame of this edition.
    pub frozen: String,
    /// The same as absolute addresses, to copy.
    pub latest_address: String,
    /// The same as absolute addresses, to copy.
    pub frozen_address: String,
}

pub(in crate::view) fn view(here: &Here<'_>, at: usize, edition: usize) -> EditionView {
    let index = here.index_at(at);
    let table = &index.tables[edition];
    let title = here.edition_title(at, edition);
    let coverage = here.coverage(table);
    let description = here.words.fill("rank_edition_description", &[("title", &title), ("coverage", &coverage)]);
    EditionView {
        page: here.page(Phrase::interface(title), &description, here.ranking_crumbs(at, true)),
        index: here.index_head(at),
        coverage,
        scale: scale(here, at, table.version),
        notices: notices(here, at, edition),
        table: TableMaker::new(here, at, edition).make(),
        chart: bars(here, at, edition),
        chart_open: table.known() <= OPEN_BARS,
        sources: here.table_sources(table),
        editions: here.edition_links(at, Some(edition)),
        previous: edition.checked_sub(1).and_then(|before| here.edition_link(at, before)),
        next: here.edition_link(at, edition + 1),
        compare: here.href_to(PageKind::RankingCompare(at)),
        data: here.data_links(PageKind::RankingEdition(at, edition)),
        embeds: here.embed_links(at, edition),
        citation: here.citation(at, edition),
        method: here.method(at, table.version),
    }
}

/// "thang 100", "tính theo phần trăm", "không có tổng điểm".
fn scale(here: &Here<'_>, at: usize, version: Option<usize>) -> String {
    let scheme = &here.index_at(at).scheme;
    let total = version.and_then(|at| scheme.versions[at].total);
    match (scheme.scale, total) {
        (Scale::Percent, _) => here.words.get("rank_scale_percent").to_owned(),
        (Scale::Points, Some(total)) => {
            here.words.fill("rank_scale_points", &[("max", &super::maximum(here.lang, total))])
        }
        (Scale::Points, None) => here.words.get("rank_scale_open").to_owned(),
    }
}

/// What concerns the whole table: parts that are missing, ranks that were computed, remarks, changed criteria.
pub(super) fn notices(here: &Here<'_>, at: usize, edition: usize) -> Vec<String> {
    let index = here.index_at(at);
    let table = &index.tables[edition];
    let mut notices = Vec::new();
    if let Some(of) = table.of.filter(|_| table.is_partial()) {
        let (known, of) = (here.words.number(table.known()), here.words.number(of));
        notices.push(here.words.fill("rank_notice_partial", &[("known", &known), ("of", &of)]));
    }
    match table.ranks {
        RankOrigin::Published if table.is_partial() => {
            notices.push(here.words.get("rank_notice_as_published").to_owned());
        }
        RankOrigin::Computed => notices.push(here.words.get("rank_notice_computed").to_owned()),
        RankOrigin::None if !table.has_totals() => notices.push(here.words.get("rank_notice_no_total").to_owned()),
        RankOrigin::Published | RankOrigin::None => {}
    }
    let general = index.scheme.remarks(table.edition).filter(|remark| remark.areas.is_empty());
    notices.extend(general.map(|remark| match here.lang {
        crate::diag::Lang::Vi => remark.vi.clone(),
        crate::diag::Lang::En => remark.en.clone(),
    }));
    let before = edition.checked_sub(1).map(|before| &index.tables[before]);
    if before.is_some_and(|before| before.version != table.version) {
        notices.push(here.words.get("rank_notice_criteria").to_owned());
    }
    notices
}

/// Totals as bars, in the order of the table.
pub(super) fn bars(here: &Here<'_>, at: usize, edition: usize) -> String {
    let index = here.index_at(at);
    let (scheme, table) = (&index.scheme, &index.tables[edition]);
    let with_total = |standing: &&Standing| standing.total.is_some() || standing.target.is_some();
    let count = table.standings.iter().filter(with_total).count();
    if !table.has_chart() {
        return String::new();
    }
    let shown = if count > MOST_BARS { FIRST_BARS } else { count };
    let bar = |standing: &Standing| {
        let value = standing.total.as_ref().map(|figure| figure.value);
        Bar {
            label: match standing.rank() {
                Some(rank) => format!("{rank}. {}", standing.unit.name),
                None => standing.unit.name.clone(),
            },
            value,
            display: value
                .map_or_else(|| here.words.get("not_published").to_owned(), |value| score(here.lang, scheme, value)),
            emphasis: here.is_own(&standing.unit.slug),
        }
    };
    let bars: Vec<Bar> = table.standings.iter().filter(with_total).take(shown).map(bar).collect();
    let max = table.version.and_then(|at| scheme.versions[at].total).unwrap_or(0.0);
    let target = target(here, at, table);
    let text = ChartText {
        title: here.edition_title(at, edition),
        description: chart::describe_bars(&bars, &number_style(here, at), target.as_ref()),
    };
    chart::bars(&text, &bars, max, target)
}

/// The target to draw, where exactly one unit has one.
fn target(here: &Here<'_>, at: usize, table: &Table) -> Option<Target> {
    let mut targets = table.standings.iter().filter_map(|one| Some((&one.unit.name, one.target.as_ref()?)));
    let (unit, target) = targets.next().filter(|_| targets.next().is_none())?;
    let shown = target_text(here.lang, &here.index_at(at).scheme, target);
    let label = here.words.fill("rank_target_of", &[("unit", unit), ("target", &shown)]);
    Some(Target { value: target.value, label })
}

/// How numbers of an index stand in charts.
pub(super) fn number_style(here: &Here<'_>, at: usize) -> NumberStyle {
    let scheme = &here.index_at(at).scheme;
    let unit = if scheme.scale == Scale::Percent { "%" } else { "" };
    NumberStyle { lang: here.lang, decimals: usize::from(scheme.decimals), unit }
}

impl Here<'_> {
    pub(super) fn edition_link(&self, at: usize, edition: usize) -> Option<Link> {
        let table = self.index_at(at).tables.get(edition)?;
        let href = self.href_to(PageKind::RankingEdition(at, edition))?;
        Some(Link { text: self.edition_words(table.edition), href, record: false })
    }

    /// Every edition of an index, newest first.
    pub(super) fn edition_links(&self, at: usize, current: Option<usize>) -> Vec<EditionLink> {
        let tables = self.index_at(at).tables.iter().enumerate().rev();
        let link = |(edition, table): (usize, &crate::ranking::Table)| {
            let href = self.href_to(PageKind::RankingEdition(at, edition))?;
            Some(EditionLink { text: self.edition_label(table.edition), href, current: current == Some(edition) })
        };
        tables.filter_map(link).collect()
    }

    fn embed_links(&self, at: usize, edition: usize) -> Option<EmbedLinks> {
        let latest = self.context.plan.route(self.lang, PageKind::RankingEmbed(at, None))?;
        let frozen = self.context.plan.route(self.lang, PageKind::RankingEmbed(at, Some(edition)))?;
        let base = self.context.absolute_base.clone().unwrap_or_else(|| self.context.config.base_path());
        Some(EmbedLinks {
            latest: self.href(latest),
            frozen: self.href(frozen),
            latest_address: format!("{base}{}", latest.as_str()),
            frozen_address: format!("{base}{}", frozen.as_str()),
        })
    }
}
