//! Head, navigation, breadcrumbs and footer: what every page has.

use serde::Serialize;

use crate::diag::Lang;
use crate::plan::{self, Dimension, FileFormat, ListKind, PageKind, Route};

use super::ViewContext;
use super::here::Here;
use super::link::{Link, Outside, Phrase, Telephone};
use super::registers::BannerView;
use super::search::{self, SearchBox};
use super::wording;

/// Entries of the navigation; more would wrap into a third line on a phone.
const NAV_ENTRIES: usize = 6;

/// What every page has.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// Language of the interface.
    pub lang: &'static str,
    /// Title of the page, its only heading of level 1.
    pub title: Phrase,
    /// Title for the browser: the page's, then the site's.
    pub full_title: String,
    /// One sentence for search engines; may be empty.
    pub description: String,
    /// What links to the site's root begin with.
    pub root: String,
    /// Absolute address, where the site has one.
    pub canonical: Option<String>,
    /// The same page in every language, itself included, with absolute addresses; empty where it has no twin.
    pub alternates: Vec<Alternate>,
    /// Absolute address of the picture to show where the page is shared.
    pub picture: Option<String>,
    /// Link to the feed of the page.
    pub feed: Option<String>,
    /// schema.org description of the figures on the page, JSON.
    pub data: Option<String>,
    /// Links to the other languages.
    pub languages: Vec<Language>,
    /// Link to the stylesheet.
    pub stylesheet: String,
    /// Link to the script.
    pub script: Option<String>,
    /// Search box, where there is something to search.
    pub search: Option<SearchBox>,
    /// Link to the home page.
    pub home: String,
    /// Name of the unit.
    pub unit: Phrase,
    /// What the site is; may be empty.
    pub tagline: Phrase,
    /// Whether the unit is invented.
    pub fictional: bool,
    /// Notices of this day.
    pub banners: Vec<BannerView>,
    /// The line on top.
    pub strip: Strip,
    /// Main sections.
    pub nav: Vec<NavEntry>,
    /// The way to this page.
    pub crumbs: Vec<Link>,
    /// The foot of the page.
    pub footer: Footer,
}

/// The page in one language.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// Tag of the language.
    pub lang: &'static str,
    /// Absolute address.
    pub href: String,
}

/// A link to another language.
#[derive(Clone, Debug, Serialize)]
pub struct Language {
    /// Tag of the language.
    pub lang: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// The same page there, or the home page where it has no twin.
    pub href: String,
}

/// The line on top of every page.
#[derive(Clone, Debug, Serialize)]
pub struct Strip {
    /// Hotline.
    pub hotline: Option<Telephone>,
    /// Opening hours, the first line of them.
    pub hours: Option<Phrase>,
}

/// An entry of the navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavEntry {
    /// Its text, and where it leads.
    #[serde(flatten)]
    pub link: Link,
    /// Value of `aria-current`: `page` here, `true` for a page below it.
    pub current: Option<&'static str>,
}

/// The foot of every page.
#[derive(Clone, Debug, Serialize)]
pub struct Footer {
    /// Street address of the unit.
    pub address: String,
    /// Telephone of the office.
    pub phone: Option<Telephone>,
    /// E-mail of the office.
    pub email: Option<Outside>,
    /// Opening hours.
    pub hours: Vec<Phrase>,
    /// Day to which the site is up to date.
    pub updated: Option<String>,
    /// Further pages.
    pub links: Vec<Link>,
}

/// What the pages of one language share.
pub(super) struct Chrome {
    nav: Vec<Entry>,
    footer: Vec<Entry>,
    /// What the script of every search box says.
    pub(super) search_words: String,
}

struct Entry {
    title: Phrase,
    route: Route,
    kind: PageKind,
}

impl Chrome {
    pub(super) fn of(context: &ViewContext<'_>, lang: Lang) -> Self {
        let words = context.theme.words(lang);
        let entry =
            |title: Phrase, kind: PageKind| Some(Entry { title, route: context.plan.route(lang, kind)?.clone(), kind });
        let named = |key: &str, kind: PageKind| entry(Phrase::interface(words.get(key)), kind);
        let sections = context.ordered_sections();
        let registers = sections.iter().filter(|&&at| context.data_kind(at) == Some("procedures"));
        let others = sections.iter().filter(|&&at| context.data_kind(at) != Some("procedures"));
        let section = |&at: &usize| entry(context.section_title(at, lang), context.kind_of_section(at, lang));
        let places = || named("places", PageKind::Places);
        let mut nav: Vec<Entry> =
            registers.filter_map(section).chain(places()).chain(others.filter_map(section)).collect();
        let mut footer = nav.split_off(nav.len().min(NAV_ENTRIES));
        for dimension in Dimension::ALL {
            footer.extend(named(wording::dimension_key(dimension), PageKind::Terms(dimension)));
        }
        footer.extend(named("about_data", PageKind::AboutData));
        footer.extend(named("changes_title", PageKind::Changes));
        footer.extend(named("open_data", PageKind::OpenData));
        if context.section_of_folder(plan::DISCLOSURE).is_none() {
            footer.extend(named("disclosure", PageKind::Disclosure));
        }
        Self { nav, footer, search_words: search::script_words(words, false) }
    }
}

impl Here<'_> {
    /// Head, navigation and footer of this page.
    pub(super) fn page(&self, title: Phrase, description: &str, crumbs: Vec<Link>) -> Page {
        let site_title = self.context.config.title(self.lang);
        let theme = self.context.theme;
        let unit = &self.context.config.unit;
        Page {
            lang: self.lang.tag(),
            full_title: match title.text.as_str() {
                "" => site_title.to_owned(),
                own => format!("{own} – {site_title}"),
            },
            title,
            description: if description.is_empty() { self.context.config.description(self.lang) } else { description }
                .to_owned(),
            canonical: self.canonical(),
            alternates: self.alternates(),
            picture: self.picture(),
            feed: self.context.plan.feed(self.planned.kind).map(|route| self.href(route)),
            data: self.data_description(),
            languages: self.languages(),
            stylesheet: format!("{}{}", self.root, theme.stylesheet),
            script: theme.script.as_ref().map(|path| format!("{}{path}", self.root)),
            search: self.search_box(),
            home: self.href_to(PageKind::Home).unwrap_or_else(|| self.root.clone()),
            unit: self.localized(&unit.name, &unit.name_en),
            tagline: self.localized(&unit.tagline, &unit.tagline_en),
            fictional: unit.fictional,
            banners: self.banners(),
            strip: self.strip(),
            nav: self.nav(),
            crumbs,
            footer: self.footer(),
            root: self.root.clone(),
        }
    }

    /// Absolute address of this page; `404.html` has none of its own.
    pub(super) fn canonical(&self) -> Option<String> {
        let base = self.context.absolute_base.as_ref().filter(|_| self.planned.kind != PageKind::NotFound)?;
        Some(format!("{base}{}", self.planned.route.as_str()))
    }

    fn picture(&self) -> Option<String> {
        let base = self.context.absolute_base.as_ref()?;
        let picture = self.context.plan.data_files(self.planned.kind)?.route(FileFormat::Png)?;
        Some(format!("{base}{}", picture.as_str()))
    }

    fn twin_route(&self, lang: Lang) -> Option<&Route> {
        let kind = self.context.twin(self.planned.kind, lang)?;
        self.context.plan.route(lang, kind)
    }

    fn alternates(&self) -> Vec<Alternate> {
        let Some(base) = &self.context.absolute_base else { return Vec::new() };
        let langs = self.context.config.langs();
        let found: Vec<Alternate> = langs
            .into_iter()
            .filter_map(|lang| {
                Some(Alternate { lang: lang.tag(), href: format!("{base}{}", self.twin_route(lang)?.as_str()) })
            })
            .collect();
        if found.len() > 1 { found } else { Vec::new() }
    }

    fn languages(&self) -> Vec<Language> {
        let link = |lang: Lang| {
            let route = self.twin_route(lang).or_else(|| self.context.plan.route(lang, PageKind::Home))?;
            Some(Language { lang: lang.tag(), name: name_of(lang), href: self.href(route) })
        };
        self.context.config.langs().into_iter().filter(|lang| *lang != self.lang).filter_map(link).collect()
    }

    fn strip(&self) -> Strip {
        let hotline = Telephone::of(&self.context.config.unit.hotline);
        Strip { hotline, hours: self.unit_hours().into_iter().next() }
    }

    fn nav(&self) -> Vec<NavEntry> {
        let Some(chrome) = self.context.chrome.get(&self.lang) else { return Vec::new() };
        let above = self.top_of(self.planned.kind);
        let entry = |entry: &Entry| NavEntry {
            link: self.entry_link(entry),
            current: match () {
                () if entry.kind == self.planned.kind => Some("page"),
                () if Some(entry.kind) == above => Some("true"),
                () => None,
            },
        };
        chrome.nav.iter().map(entry).collect()
    }

    fn entry_link(&self, entry: &Entry) -> Link {
        Link { text: entry.title.text.clone(), href: self.href(&entry.route), record: entry.title.record }
    }

    /// The main section below which a page stands.
    fn top_of(&self, kind: PageKind) -> Option<PageKind> {
        let context = self.context;
        match kind {
            PageKind::Procedure(at) => context.section_of_procedure(at).map(PageKind::Procedures),
            PageKind::List(at, _) => match &context.plan.lists[at].kind {
                ListKind::Initial { section, .. } => Some(PageKind::Procedures(*section)),
                _ => context.register_sections().next().map(PageKind::Procedures),
            },
            PageKind::Terms(_) => context.register_sections().next().map(PageKind::Procedures),
            PageKind::Place(_) => Some(PageKind::Places),
            PageKind::RankingIndex(at)
            | PageKind::RankingEdition(at, _)
            | PageKind::RankingUnit(at, _)
            | PageKind::RankingCompare(at)
            | PageKind::RankingEmbed(at, _) => {
                context.section_of_folder(&context.rankings.indexes[at].folder).map(PageKind::Rankings)
            }
            PageKind::StatisticsPeriod(at) => self.statistics_section(&context.statistics.periods[at].section),
            PageKind::StatisticsUnit(at) => self.statistics_section(&context.statistics.units[at].section),
            PageKind::Register(section, _) => Some(PageKind::Register(section, 1)),
            PageKind::RegisterRecord(at) => {
                let from = context.catalog.provenances.get(context.catalog.registers[at].provenance)?;
                context.section_of_folder(&from.section).map(|section| PageKind::Register(section, 1))
            }
            PageKind::RegisterGroup(at) => {
                let book = &context.registers.books[context.registers.groups[at].book];
                context.section_of_folder(&book.section).map(|section| PageKind::Register(section, 1))
            }
            PageKind::Article(at) => {
                let folder = &context.content.pages[at].folder;
                let same = |section: &crate::content::Section| section.folder == *folder && section.lang == self.lang;
                context.content.sections.iter().position(same).map(PageKind::Section)
            }
            _ => None,
        }
    }

    fn footer(&self) -> Footer {
        let unit = &self.context.config.unit;
        let links = self.context.chrome.get(&self.lang).map_or(&[][..], |chrome| &chrome.footer);
        Footer {
            address: unit.address.clone(),
            phone: Telephone::of(&unit.phone),
            email: Outside::email(&unit.email),
            hours: self.unit_hours(),
            updated: unit.updated.map(|day| self.date(day)),
            links: links.iter().map(|entry| self.entry_link(entry)).collect(),
        }
    }
}

/// The name of a language in itself.
const fn name_of(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Tiếng Việt",
        Lang::En => "English",
    }
}
