//! Where the page being made stands: its language and the way from it to every other page.

use jiff::civil::Date;

use crate::content;
use crate::diag::{ContentProblem, Diagnostic, Lang, Location};
use crate::plan::{self, ListKind, PageKind, PlannedPage, Route};
use crate::text;
use crate::theme::Words;

use super::ViewContext;
use super::link::{Link, Phrase};
use super::wording;

/// The page being made.
pub(super) struct Here<'c> {
    pub(super) context: &'c ViewContext<'c>,
    pub(super) planned: &'c PlannedPage,
    pub(super) lang: Lang,
    pub(super) words: &'c Words,
    /// What every link begins with; `404.html` is served at any depth, so there it is the site's path.
    pub(super) root: String,
    diagnostics: Vec<Diagnostic>,
}

impl<'c> Here<'c> {
    pub(super) fn at(context: &'c ViewContext<'c>, planned: &'c PlannedPage) -> Self {
        let root = match planned.kind {
            PageKind::NotFound => context.config.base_path(),
            _ => planned.route.root(),
        };
        let words = context.theme.words(planned.lang);
        Self { context, planned, lang: planned.lang, words, root, diagnostics: Vec::new() }
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// A link from here to an address.
    pub(super) fn href(&self, route: &Route) -> String {
        format!("{}{}", self.root, route.as_str())
    }

    /// A link from here to the page that shows this, in this page's language.
    pub(super) fn href_to(&self, kind: PageKind) -> Option<String> {
        self.context.plan.route(self.lang, kind).map(|route| self.href(route))
    }

    /// A link with the title of the page it leads to.
    pub(super) fn link_to(&self, kind: PageKind) -> Option<Link> {
        let Phrase { text, record } = self.title_of(kind);
        Some(Link { text, href: self.href_to(kind)?, record })
    }

    /// The title of a page.
    pub(super) fn title_of(&self, kind: PageKind) -> Phrase {
        let words = |key: &str| Phrase::interface(self.words.get(key));
        match kind {
            PageKind::Home => words("home"),
            PageKind::Procedures(at)
            | PageKind::Contact(at)
            | PageKind::Officers(at)
            | PageKind::Rankings(at)
            | PageKind::Statistics(at) => self.context.section_title(at, self.lang),
            PageKind::StatisticsPeriod(at) => {
                super::statistics::period_name(self.words, &self.context.statistics.periods[at].period)
            }
            PageKind::StatisticsUnit(at) => Phrase::record(&self.context.statistics.units[at].name),
            PageKind::RankingIndex(at) => Phrase::interface(self.index_at(at).scheme.short.in_lang(self.lang)),
            PageKind::RankingEdition(at, table) => Phrase::interface(self.edition_title(at, table)),
            PageKind::RankingUnit(at, unit) => Phrase::interface(self.unit_title(at, unit)),
            PageKind::RankingCompare(_) => words("rank_compare"),
            PageKind::RankingEmbed(..) => words("rank_embed"),
            PageKind::List(at, _) => self.title_of_list(at),
            PageKind::Procedure(at) => Phrase::record(&self.context.procedure(at).name),
            PageKind::Terms(dimension) => words(wording::dimension_key(dimension)),
            PageKind::Places => words("places"),
            PageKind::Place(at) => Phrase::record(&self.context.office(at).name),
            PageKind::Register(at, _) => self.context.section_title(at, self.lang),
            PageKind::RegisterRecord(at) => self.register_title(at),
            PageKind::RegisterGroup(at) => Phrase::record(&self.context.registers.groups[at].name),
            PageKind::AboutData => words("about_data"),
            PageKind::Changes => words("changes_title"),
            PageKind::Withdrawn(at) => super::changes::withdrawn_name(self, at),
            PageKind::OpenData => words("open_data"),
            PageKind::Disclosure => match self.context.section_of_folder(plan::DISCLOSURE) {
                Some(section) => self.context.section_title(section, self.lang),
                None => words("disclosure"),
            },
            PageKind::Search => words("search_title"),
            PageKind::Section(at) => self.context.section_title(at, self.lang),
            PageKind::Article(at) => Phrase::interface(&self.context.content.pages[at].title),
            PageKind::NotFound => words("not_found_title"),
        }
    }

    fn title_of_list(&self, list: usize) -> Phrase {
        match &self.context.plan.lists[list].kind {
            ListKind::Initial { initial, .. } => {
                Phrase::interface(self.words.fill("letter", &[("letter", initial.label())]))
            }
            ListKind::Field(name) | ListKind::Agency(name) => Phrase::record(name),
            ListKind::Level(level) => wording::level(self.words, level),
        }
    }

    /// A text of the site in the page's language, or the Vietnamese one where it has no translation.
    pub(super) fn localized(&self, vietnamese: &str, english: &str) -> Phrase {
        match self.lang {
            Lang::En if !english.is_empty() => Phrase::interface(english),
            Lang::En => Phrase::record(vietnamese),
            Lang::Vi => Phrase::interface(vietnamese),
        }
    }

    /// Opening hours of the unit in the page's language, one line each.
    pub(super) fn unit_hours(&self) -> Vec<Phrase> {
        let unit = &self.context.config.unit;
        let translated = self.lang == Lang::En && !unit.hours_en.is_empty();
        let lines = if translated { &unit.hours_en } else { &unit.hours };
        let record = self.lang == Lang::En && !translated;
        lines.iter().map(|line| Phrase { text: wording::unbroken(line), record }).collect()
    }

    /// A day as the language writes it.
    pub(super) fn date(&self, day: Date) -> String {
        wording::date(self.lang, day)
    }

    /// Renders Markdown of a content file with links that work from here; broken ones are reported.
    pub(super) fn markdown(&mut self, path: &str, markdown: &str) -> content::Rendered {
        let resolve = |target: &str| match target.strip_prefix("@/") {
            Some(file) => self.context.plan.route_of_file(&format!("content/{file}")).map(|route| self.href(route)),
            None => Some(format!("{}{}", self.root, target.trim_start_matches('/'))),
        };
        let rendered = content::render(markdown, &resolve);
        let report = |target: &String| {
            Diagnostic::new(ContentProblem::BrokenLink { target: target.clone() }, Location::file(path))
        };
        self.diagnostics.extend(rendered.broken.iter().map(report));
        rendered
    }

    /// Renders the Markdown of a section in this page's language, or else in the default one.
    pub(super) fn section_markdown(&mut self, section: usize) -> Markdown {
        let context = self.context;
        let main = &context.content.sections[section];
        let own = context.content.section(&main.folder, self.lang).unwrap_or(main);
        let html = self.markdown(&own.path, &own.body).html;
        Markdown { html, description: own.description.clone(), translated: own.lang == self.lang }
    }

    /// The letters under which texts are filed, as an anchor: `chu-dd`.
    pub(super) fn letter_anchor(initial: text::Initial) -> String {
        format!("chu-{}", initial.slug())
    }
}

/// The text of a section.
pub(super) struct Markdown {
    pub(super) html: String,
    pub(super) description: String,
    /// Whether it is in the page's language.
    pub(super) translated: bool,
}
