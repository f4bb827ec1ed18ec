//! A site in two steps: its texts are read and have addresses; then guests are let in, and everything can be made.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::{Content, Page, Section, SortBy};
use crate::diag::{Diagnostic, Lang};
use crate::output::OutputError;

use super::config::{self, Config};
use super::files::Files;
use super::image::Images;
use super::library::{self, Guests, Library, Node};
use super::lookup::Lookup;
use super::publish::{self, Maker, Sink};
use super::site::{Book, Site};
use super::template::{self, Engine};
use super::texts::Texts;
use super::{Order, styles};

/// A site whose texts are read.
pub struct Draft {
    files: Arc<dyn Files>,
    config: Config,
    library: Library,
    mode: String,
}

impl Draft {
    /// Reads settings and texts.
    #[must_use]
    pub fn read(order: &Order<'_>, found: &mut Vec<Diagnostic>) -> Self {
        let files = Arc::clone(&order.files);
        let theme_toml = |path: &str| files.read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let overrides = config::Overrides { base_url: order.base_url, language: order.language };
        let config = config::read(order.settings, order.source, overrides, theme_toml, found);
        let mut library = library::read(files.as_ref(), &config, order.drafts, found);
        library.keep_back(order.kept_back);
        Self { files, config, library, mode: order.mode.to_owned() }
    }

    /// The address of every text that is published: file from the site's root → address such as `tin-tuc/a/`.
    #[must_use]
    pub fn addresses(&self) -> BTreeMap<String, String> {
        let nodes = self.library.nodes.iter().enumerate();
        let shown = nodes.filter(|(id, node)| node.front.render && !self.library.is_left_out(*id));
        let address = |node: &Node| node.path.trim_start_matches('/').to_owned();
        shown.map(|(_, node)| (node.file.path(), address(node))).collect()
    }

    /// The texts in the languages that records have words for, but for sections that read records.
    #[must_use]
    pub fn content(&self) -> Content {
        let mut content = Content::default();
        for node in self.library.nodes.iter().filter(|node| !node.front.has_data) {
            let Some(lang) = Lang::from_tag(&node.file.lang) else { continue };
            // A home page without a file says nothing.
            let is_written = self.files.read(&node.file.path()).is_some();
            match node.file.is_section {
                true if is_written => content.sections.push(section(node, lang)),
                true => {}
                false => content.pages.push(page(node, lang)),
            }
        }
        content
    }

    /// Lets guests in, renders the texts and reads the templates; nothing where those are of a later Zola.
    #[must_use]
    pub fn open(self, guests: Guests, found: &mut Vec<Diagnostic>) -> Option<Workshop> {
        let site = Arc::new(self.site(guests, found));
        let mut early = template::load(site.files.as_ref(), &site.config.theme, found)?;
        let texts = Arc::new(Texts::new(Arc::clone(&site), found));
        template::functions::early(&mut early.tera, &site);
        template::markdown::register(&mut early.tera, &texts);
        texts.set_engine(early.clone());
        let contents = texts.all(found);
        let book = Arc::new(Book::new(site, contents));
        let mut engine = early;
        template::functions::late(&mut engine.tera, &book);
        Some(Workshop { book, engine, texts })
    }

    fn site(self, guests: Guests, found: &mut Vec<Diagnostic>) -> Site {
        let Self { files, config, mut library, mode } = self;
        library.receive(guests, &config);
        let settings: BTreeMap<_, _> =
            config.languages.keys().map(|lang| (lang.clone(), config.to_value(lang, &mode))).collect();
        let theme = Some(config.theme.as_str()).filter(|theme| !theme.is_empty());
        let sheets = styles::compile(files.as_ref(), &config, found);
        let made =
            Arc::new(styles::Published { files: Arc::clone(&files), sheets: sheets.clone(), assets: library.assets() });
        let lookup = Lookup::new(made, Some(styles::FOLDER), theme);
        let images = Arc::new(Images::new(lookup.clone(), &config.base_url));
        Site { library, files, lookup, images, sheets, settings, config }
    }
}

/// A site that can be made.
pub struct Workshop {
    book: Arc<Book>,
    engine: Engine,
    /// Templates render Markdown with it as long as it is there.
    texts: Arc<Texts>,
}

impl Workshop {
    /// Makes everything. Gives what was found in the user's data; everything else goes into the sink.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn publish(&self, maker: Option<&dyn Maker>, sink: &dyn Sink) -> Result<Vec<Diagnostic>, OutputError> {
        publish::all(&self.book, &self.engine, maker, self.texts.style_sheets(), sink)
    }

    /// Makes the page at an address once more, such as `tin-tuc/a/` or `404.html`; nothing where there is none, or
    /// where it cannot be made.
    #[must_use]
    pub fn page(&self, address: &str, maker: &dyn Maker) -> Option<String> {
        publish::one(&self.book, &self.engine, maker, address)
    }
}

fn section(node: &Node, lang: Lang) -> Section {
    let front = &node.front;
    Section {
        path: node.file.path(),
        folder: node.file.folder.clone(),
        lang,
        title: front.title.clone().unwrap_or_default(),
        description: front.description.clone().unwrap_or_default(),
        sort_by: match front.sort_by.as_deref() {
            Some("date") => SortBy::Date,
            Some("title") => SortBy::Title,
            Some("weight") => SortBy::Weight,
            _ => SortBy::None,
        },
        weight: front.weight.unwrap_or(0),
        data: None,
        body: node.body.clone(),
    }
}

fn page(node: &Node, lang: Lang) -> Page {
    let front = &node.front;
    Page {
        path: node.file.path(),
        folder: node.file.components.join("/"),
        slug: node.slug.clone(),
        lang,
        title: front.title.clone().unwrap_or_else(|| node.file.name.clone()),
        description: front.description.clone().unwrap_or_default(),
        date: front.date.as_ref().map(|date| date.day),
        updated: front.updated.as_ref().map(|date| date.day),
        weight: front.weight.unwrap_or(0),
        draft: front.draft,
        body: node.body.clone(),
    }
}
