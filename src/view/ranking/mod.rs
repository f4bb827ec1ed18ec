//! Pages of index rankings.

mod cite;
mod compare;
mod data;
mod edition;
mod embed;
mod index;
mod method;
mod overview;
mod rows;
mod series_data;
mod unit;

use serde::Serialize;

use crate::diag::Lang;
use crate::model::{Edition, Figure};
use crate::plan::PageKind;
use crate::ranking::{Column, Index, Node, Scale, Scheme, Standing, Table, provinces, slug_of};

use super::here::Here;
use super::link::{Link, Outside, Phrase};

pub use compare::CompareView;
pub use edition::EditionView;
pub use embed::EmbedView;
pub use index::IndexView;
pub use overview::OverviewView;
pub use unit::UnitView;

pub(super) use compare::view as compare;
pub(super) use data::{feed, open_data};
pub(super) use edition::view as edition;
pub(super) use embed::view as embed;
pub(super) use index::view as index;
pub(super) use overview::view as overview;
pub(super) use series_data::{index_open_data, unit_open_data};
pub(super) use unit::view as unit;

/// A figure as a page shows it.
#[derive(Clone, Debug, Serialize)]
pub struct FigureView {
    /// The number in the notation of the page; nothing where none was published.
    pub text: Option<String>,
    /// The number in plain notation, to sort by.
    pub sort: Option<String>,
    /// Length of the bar under the number in twentieths: of the maximum, or of the highest score in the column where
    /// no maximum is verified.
    pub share: Option<u8>,
    /// Whether it is derived from published figures and not published itself.
    pub derived: bool,
    /// Numbers of the notes that concern it.
    pub notes: Vec<usize>,
}

/// What an index page shares with its editions and units: who, what, where.
#[derive(Clone, Debug, Serialize)]
pub struct IndexHead {
    /// Name for titles.
    pub short: String,
    /// Full name.
    pub name: String,
    /// The units that are compared.
    pub units: String,
    /// What is measured.
    pub about: String,
    /// Link to the index.
    pub href: Option<String>,
    /// Who publishes it.
    pub publisher: Outside,
}

/// A source of the figures.
#[derive(Clone, Debug, Serialize)]
pub struct SourceLine {
    /// The source and its address.
    pub source: Outside,
    /// Whether the words are Vietnamese on every page.
    pub record: bool,
    /// Day on which the figures were taken over.
    pub retrieved: Option<String>,
}

impl Here<'_> {
    pub(super) fn index_at(&self, at: usize) -> &Index {
        &self.context.rankings.indexes[at]
    }

    fn index_head(&self, at: usize) -> IndexHead {
        let scheme = &self.index_at(at).scheme;
        let text = |text: &crate::ranking::Bilingual| text.in_lang(self.lang).to_owned();
        let publisher = Outside::web(&scheme.publisher_url)
            .map(|address| Outside { text: text(&scheme.publisher), ..address })
            .unwrap_or_else(|| Outside { text: text(&scheme.publisher), href: None });
        IndexHead {
            short: text(&scheme.short),
            name: text(&scheme.name),
            units: text(&scheme.units),
            about: text(&scheme.about),
            href: self.href_to(PageKind::RankingIndex(at)),
            publisher,
        }
    }

    /// The section that holds an index.
    fn section_of_index(&self, at: usize) -> Option<usize> {
        self.context.section_of_folder(&self.index_at(at).folder)
    }

    /// The way to a page of an index: the overview, and the index itself where the page stands below it.
    fn ranking_crumbs(&self, at: usize, below: bool) -> Vec<Link> {
        let overview = self.section_of_index(at).and_then(|section| self.link_to(PageKind::Rankings(section)));
        let own = below.then(|| self.link_to(PageKind::RankingIndex(at))).flatten();
        overview.into_iter().chain(own).collect()
    }

    /// "năm 2024", "ngày 10/10/2026".
    pub(super) fn edition_words(&self, edition: Edition) -> String {
        match edition {
            Edition::Year(year) => self.words.fill("rank_year", &[("year", &year.to_string())]),
            Edition::Day(day) => self.words.fill("rank_day", &[("date", &self.date(day))]),
        }
    }

    /// An edition without the word before it, for table heads: "2024", "10/10/2026".
    fn edition_label(&self, edition: Edition) -> String {
        match edition {
            Edition::Year(year) => year.to_string(),
            Edition::Day(day) => self.date(day),
        }
    }

    /// Title of an edition.
    pub(super) fn edition_title(&self, at: usize, table: usize) -> String {
        let index = self.index_at(at);
        let edition = self.edition_words(index.tables[table].edition);
        let scheme = &index.scheme;
        let values = [
            ("index", scheme.short.in_lang(self.lang)),
            ("units", scheme.units.in_lang(self.lang)),
            ("edition", &edition),
        ];
        self.words.fill("rank_edition_title", &values)
    }

    /// Title of a unit's page.
    pub(super) fn unit_title(&self, at: usize, unit: usize) -> String {
        let index = self.index_at(at);
        let values = [("unit", index.units[unit].name.as_str()), ("index", index.scheme.short.in_lang(self.lang))];
        self.words.fill("rank_unit_title", &values)
    }

    /// The name of a column: of the criterion, or the heading of the source.
    fn column_name(&self, column: &Column, nodes: &[Node<'_>]) -> Phrase {
        match column.node.and_then(|at| nodes.get(at)) {
            Some(node) => Phrase::interface(node.criterion.name.in_lang(self.lang)),
            None => Phrase::record(&column.heading),
        }
    }

    fn column_short(&self, column: &Column, nodes: &[Node<'_>]) -> Phrase {
        match column.node.and_then(|at| nodes.get(at)) {
            Some(node) => Phrase::interface(node.criterion.short_name(self.lang)),
            None => Phrase::record(&column.heading),
        }
    }

    /// "34 đơn vị", "21 trên 63 đơn vị".
    fn coverage(&self, table: &Table) -> String {
        let known = self.words.number(table.known());
        match table.of.filter(|_| table.is_partial()) {
            Some(of) => self.words.fill("rank_partial", &[("known", &known), ("of", &self.words.number(of))]),
            None => self.words.count("rank_units", table.known()),
        }
    }

    /// "hạng 6/11"; nothing without a rank.
    fn rank_words(&self, standing: &Standing, table: &Table) -> Option<String> {
        let rank = self.words.number(standing.rank()?);
        let of = table.of.map(|of| self.words.number(of));
        Some(match of {
            Some(of) => self.words.fill("rank_of", &[("rank", &rank), ("of", &of)]),
            None => rank,
        })
    }

    /// Where the figures of a table come from, each source once.
    fn table_sources(&self, table: &Table) -> Vec<SourceLine> {
        let mut lines: Vec<SourceLine> = Vec::new();
        for from in table.provenances.iter().filter_map(|&at| self.context.catalog.provenances.get(at)) {
            let Some(words) = &from.source else { continue };
            let address = from.source_url.as_deref().and_then(Outside::web).and_then(|address| address.href);
            let source = Outside { text: words.clone(), href: address };
            if !lines.iter().any(|line| line.source == source) {
                lines.push(SourceLine { source, record: true, retrieved: from.retrieved.map(|day| self.date(day)) });
            }
        }
        lines.extend(table.common_source().and_then(Outside::web).map(|source| SourceLine {
            source: Outside { text: shortened(&source.text), ..source },
            record: true,
            retrieved: None,
        }));
        lines
    }

    /// Whether a unit is the site's own, or the province that it lies in.
    fn is_own(&self, slug: &str) -> bool {
        let unit = &self.context.config.unit;
        [&unit.province, &unit.name].into_iter().any(|name| !name.is_empty() && slug_of(name) == slug)
    }

    /// A link to a province by its slug: to its page in this index where it has one.
    fn province_link(&self, at: usize, slug: &str) -> Link {
        let index = self.index_at(at);
        let page = index.history_of(slug).and_then(|unit| self.href_to(PageKind::RankingUnit(at, unit)));
        let name = provinces().name(slug).unwrap_or(slug);
        Link { text: name.to_owned(), href: page.unwrap_or_default(), record: true }
    }
}

/// A score in the notation of a page, with the decimals of its index: `68,80`, `96,17%`.
fn score(lang: Lang, scheme: &Scheme, value: f64) -> String {
    let unit = if scheme.scale == Scale::Percent { "%" } else { "" };
    format!("{}{unit}", number(lang, value, usize::from(scheme.decimals)))
}

/// A number with a fixed number of decimals.
fn number(lang: Lang, value: f64, decimals: usize) -> String {
    let plain = format!("{value:.decimals$}");
    // Rounding may leave a zero with a sign.
    let plain = match plain.strip_prefix('-') {
        Some(rest) if rest.bytes().all(|byte| matches!(byte, b'0' | b'.')) => rest,
        _ => &plain,
    };
    match lang {
        Lang::Vi => plain.replace('.', ",").replace('-', "−"),
        Lang::En => plain.replace('-', "−"),
    }
}

/// A target with the decimals in which it was set: `90%`.
fn target_text(lang: Lang, scheme: &Scheme, target: &Figure) -> String {
    let unit = if scheme.scale == Scale::Percent { "%" } else { "" };
    format!("{}{unit}", number(lang, target.value, usize::from(target.decimals)))
}

/// A maximum without needless decimals: `18`, `36,5`.
fn maximum(lang: Lang, value: f64) -> String {
    match lang {
        Lang::Vi => crate::text::format_decimal(value, 2),
        Lang::En => crate::text::format_decimal_en(value, 2),
    }
}

/// A figure of a table.
fn figure(lang: Lang, scheme: &Scheme, figure: Option<&Figure>, full: Option<f64>) -> FigureView {
    let share = figure.zip(full).filter(|(_, full)| *full > 0.0).map(|(figure, full)| share(figure.value, full));
    FigureView {
        text: figure.map(|figure| score(lang, scheme, figure.value)),
        sort: figure.map(Figure::plain),
        share,
        derived: false,
        notes: Vec::new(),
    }
}

/// A share in twentieths; what lies outside the scale fills or empties the bar.
fn share(value: f64, full: f64) -> u8 {
    (value / full * 20.0).round().clamp(0.0, 20.0) as u8
}

/// What a bar of a column stands for: its maximum, else its highest score in the table.
fn full_bars(table: &Table) -> Vec<Option<f64>> {
    let highest = |at: usize| {
        let scores = table.standings.iter().filter_map(|standing| standing.scores[at].as_ref());
        scores
            .map(|figure| figure.value)
            .fold(None, |best: Option<f64>, value| Some(best.map_or(value, |best| best.max(value))))
    };
    table.columns.iter().enumerate().map(|(at, column)| column.max.or_else(|| highest(at))).collect()
}

/// A long address as shown: its first parts.
fn shortened(address: &str) -> String {
    let mut parts = address.split('/');
    let kept: Vec<&str> = parts.by_ref().take(3).collect();
    if parts.next().is_some() { format!("{}/…", kept.join("/")) } else { address.to_owned() }
}

/// The anchor of a unit's row.
fn anchor(slug: &str) -> String {
    format!("dv-{slug}")
}
