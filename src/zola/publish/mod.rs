//! Rendered texts and templates → the finished files.
//!
//! Each file is handed to a [`Sink`] as soon as it is made and not kept. Pages are made on every thread.

mod feeds;
mod files;
mod guests;
mod lists;
mod pages;
mod search;
mod special;
mod squeeze;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Map, Value};
use tera::Context;

use crate::diag::{Diagnostic, Location, Severity, SiteProblem, ThemeProblem};
use crate::output::{Artifact, OutputError};

use super::dress::dressed;
use super::library::Node;
use super::site::Book;
use super::template::Engine;

pub(super) use guests::one;
pub use guests::{Made, Maker};

/// The version of Zola whose themes are understood, as templates are told.
const ZOLA_VERSION: &str = "0.22.1";

/// Takes finished files.
pub trait Sink: Sync {
    /// Takes one file. `source` is the content file that a page was made of, where there is one; nothing for files
    /// that are no pages of the program's making.
    ///
    /// # Errors
    /// When the disk refuses.
    fn take(&self, artifact: Artifact, source: Option<&str>) -> Result<(), OutputError>;

    /// Takes a page that a frame was put around; `ours` are the parts of it that no theme made.
    ///
    /// # Errors
    /// When the disk refuses.
    fn take_framed(&self, artifact: Artifact, source: &str, ours: &[&str]) -> Result<(), OutputError> {
        let _ = ours;
        self.take(artifact, Some(source))
    }

    /// What the previous publication holds at a path, for pictures that need not be made again.
    fn earlier(&self, path: &str) -> Option<Vec<u8>>;
}

/// Makes files of a book.
pub(super) struct Press<'a> {
    pub(super) book: &'a Arc<Book>,
    pub(super) engine: &'a Engine,
    pub(super) sink: &'a dyn Sink,
    /// Who makes the content of guests, and what stands around every page.
    maker: Option<&'a dyn Maker>,
    /// Which page lies at each address.
    taken: Mutex<BTreeMap<String, String>>,
    found: Mutex<Vec<Diagnostic>>,
    /// The same for guests, which are many and mostly have the same trouble.
    of_guests: Mutex<Vec<(String, Diagnostic)>>,
}

/// Every file that is made and not copied.
///
/// # Errors
/// When the disk refuses.
pub(super) fn all(
    book: &Arc<Book>,
    engine: &Engine,
    maker: Option<&dyn Maker>,
    sheets: Vec<(String, String)>,
    sink: &dyn Sink,
) -> Result<Vec<Diagnostic>, OutputError> {
    let press = Press::new(book, engine, maker, sink);
    press.taxonomies()?;
    press.pages()?;
    press.sections()?;
    press.feeds()?;
    press.special()?;
    press.search()?;
    press.copies(sheets)?;
    press.pictures()?;
    Ok(press.into_found())
}

impl<'a> Press<'a> {
    fn new(book: &'a Arc<Book>, engine: &'a Engine, maker: Option<&'a dyn Maker>, sink: &'a dyn Sink) -> Self {
        let (taken, found, of_guests) = (Mutex::default(), Mutex::default(), Mutex::default());
        Self { book, engine, sink, maker, taken, found, of_guests }
    }
}

impl Press<'_> {
    fn tell(&self, problem: Diagnostic) {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).push(problem);
    }

    /// The values that every template in a language gets.
    fn base(&self, lang: &str) -> Map<String, Value> {
        let mut map = Map::new();
        map.insert("config".to_owned(), self.book.site.settings(lang));
        map.insert("lang".to_owned(), lang.into());
        map.insert("zola_version".to_owned(), ZOLA_VERSION.into());
        map
    }

    /// The same, with the address of the page.
    fn addressed(&self, lang: &str, path: &str, permalink: &str) -> Map<String, Value> {
        let mut map = self.base(lang);
        map.insert("current_path".to_owned(), path.into());
        map.insert("current_url".to_owned(), permalink.into());
        map
    }

    /// Renders a template and hands the page over; a template that fails is told.
    fn make(&self, output: &str, template: &str, map: Map<String, Value>, source: &str) -> Result<(), OutputError> {
        let maker = self.maker.filter(|_| output.ends_with(".html"));
        let frame = maker.map(|maker| maker.frame(output, map.get("lang").and_then(Value::as_str).unwrap_or_default()));
        let Some(html) = self.render(template, map, source) else { return Ok(()) };
        match frame {
            Some(frame) => self.hand_over(output, dressed(&html, &frame, None), source, Some(&[&frame.above])),
            None => self.hand_over(output, html, source, None),
        }
    }

    /// Renders a template; one that fails is told.
    fn render(&self, template: &str, map: Map<String, Value>, source: &str) -> Option<String> {
        let mut problems = Vec::new();
        let context = Context::from_value(Value::Object(map)).unwrap_or_default();
        let rendered = self.engine.render(template, &context, source, &mut problems);
        problems.into_iter().for_each(|problem| self.tell(problem));
        rendered.map_err(|problem| self.tell(*problem)).ok()
    }

    /// Hands a page over, unless another lies at its address. `ours` are the parts that no theme made.
    fn hand_over(&self, output: &str, html: String, source: &str, ours: Option<&[&str]>) -> Result<(), OutputError> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(first) = taken.get(output) {
            let problem = SiteProblem::DuplicateRoute { route: format!("/{output}"), first: first.clone() };
            let mut problem = Diagnostic::new(problem, Location::file(source));
            // The list of a taxonomy may take the place of a section, as in Zola.
            if !first.starts_with("content/") {
                problem.severity = Severity::Warning;
            }
            self.tell(problem);
            return Ok(());
        }
        taken.insert(output.to_owned(), source.to_owned());
        drop(taken);
        let is_squeezed = self.book.site.config.minify_html && output.ends_with(".html");
        let html = if is_squeezed { squeeze::squeezed(&html) } else { html };
        match ours {
            Some(ours) => self.sink.take_framed(Artifact::new(output, html), source, ours),
            None => self.sink.take(Artifact::new(output, html), Some(source)),
        }
    }

    /// A page that sends its reader elsewhere.
    fn redirect(&self, output: &str, to: &str, lang: &str, source: &str) -> Result<(), OutputError> {
        let mut map = self.base(lang);
        map.insert("url".to_owned(), to.into());
        // Nobody sees such a page, so nothing is put around it.
        let html = self.render("redirect.html", map, source);
        html.map_or(Ok(()), |html| self.hand_over(output, html, source, None))
    }

    /// Redirects from the old addresses of a text.
    fn aliases(&self, node: &Node) -> Result<(), OutputError> {
        for alias in &node.front.aliases {
            let path = alias.trim_matches('/');
            let is_file = path.ends_with(".html") || path.ends_with(".htm");
            let output =
                if is_file { path.to_owned() } else { format!("{path}/index.html").trim_start_matches('/').to_owned() };
            if super::value::stays_inside(camino::Utf8Path::new(&output)) {
                self.redirect(&output, &node.permalink, &node.file.lang, &node.file.path())?;
            }
        }
        Ok(())
    }

    /// The template of a text: the one it names, or the first that exists. One that is named and does not exist is
    /// told.
    fn template<'n>(&self, node: &Node, named: Option<&'n str>, usual: &[&'n str]) -> Option<&'n str> {
        match named {
            Some(name) if self.engine.has(name) => Some(name),
            Some(name) => {
                let problem = ThemeProblem::MissingTemplate { template: name.to_owned() };
                self.tell(Diagnostic::new(problem, Location::file(node.file.path())));
                None
            }
            None => self.engine.first(usual),
        }
    }
}
