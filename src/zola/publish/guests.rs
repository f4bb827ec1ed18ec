//! Pages whose content somebody else makes, and what stands around every page of a site with such guests.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Map, Value};

use crate::content::markdown::reading_minutes;
use crate::diag::{Diagnostic, Problem, ThemeProblem};
use crate::output::{Artifact, OutputError};
use crate::zola::dress::{Frame, dressed, with_one_heading, words};
use crate::zola::library::{Node, Role, pagers};
use crate::zola::site::Book;
use crate::zola::template::Engine;
use crate::zola::values;

use super::{Press, Sink};

/// Guests with the same trouble that are told one by one.
const TOLD: usize = 3;

/// Makes the content of guests when their turn has come, on any thread.
pub trait Maker: Sync {
    /// The content of a guest; nothing where it cannot be made, which the maker tells itself.
    fn content(&self, guest: usize) -> Option<Made>;

    /// What is put around the page of an output file in a language. A page that nobody is to touch gets empty parts.
    fn frame(&self, output: &str, lang: &str) -> Frame;
}

/// The content of a guest.
#[derive(Clone, Debug, Default)]
pub struct Made {
    /// HTML: a part of a page, or a whole one where that was announced.
    pub html: String,
    /// One sentence about it.
    pub description: String,
    /// The whole record, as `page.extra` of its own page.
    pub extra: Map<String, Value>,
    /// What is put around its page.
    pub frame: Frame,
}

impl Press<'_> {
    /// A guest as an ordinary page of the theme.
    pub(super) fn guest(&self, id: usize, at: usize) -> Result<(), OutputError> {
        let node = self.book.site.library.node(id);
        let Some(made) = self.maker.and_then(|maker| maker.content(at)) else { return Ok(()) };
        if node.guest.as_ref().is_some_and(|visit| visit.role == Role::Whole) {
            return self.hand_over(&node.output(), made.html.clone(), &node.path, Some(&[&made.html]));
        }
        let inherited = self.book.site.library.nearest(id, |section| section.front.page_template.clone());
        let Some(template) = self.template(node, inherited.as_deref(), &["page.html"]) else { return Ok(()) };
        self.guest_page(node, id, template, made)
    }

    /// A guest that is the page of a section: with the template that the section names, or as an ordinary page.
    pub(super) fn guest_section(&self, id: usize, at: usize) -> Result<(), OutputError> {
        let node = self.book.site.library.node(id);
        let Some(made) = self.maker.and_then(|maker| maker.content(at)) else { return Ok(()) };
        let Some(named) = node.front.template.as_deref() else {
            let Some(template) = self.template(node, None, &["page.html"]) else { return Ok(()) };
            return self.guest_page(node, id, template, made);
        };
        let Some(template) = self.template(node, Some(named), &[]) else { return Ok(()) };
        let mut section = values::section(&self.book.site, Some(self.book), id, true);
        fill(&mut section, &made);
        let mut map = self.addressed(&node.file.lang, &node.path, &node.permalink);
        map.insert("section".to_owned(), section);
        self.framed(node, template, map, &made)
    }

    fn guest_page(&self, node: &Node, id: usize, template: &str, made: Made) -> Result<(), OutputError> {
        let mut page = values::page(&self.book.site, Some(self.book), id, true);
        fill(&mut page, &made);
        page["extra"] = Value::Object(made.extra.clone());
        let mut map = self.addressed(&node.file.lang, &node.path, &node.permalink);
        map.insert("page".to_owned(), page);
        self.framed(node, template, map, &made)
    }

    fn framed(&self, node: &Node, template: &str, map: Map<String, Value>, made: &Made) -> Result<(), OutputError> {
        let Some(html) = self.render_guest(template, map, &node.path) else { return Ok(()) };
        let title = node.front.title.as_deref().unwrap_or_default();
        let html = with_one_heading(html, &made.html, title);
        let html = dressed(&html, &made.frame, None);
        self.hand_over(&node.output(), html, &node.path, Some(&[&made.html, &made.frame.above]))
    }

    /// The home page, or another section of texts. Below the text of the home page stands what a guest says there. A
    /// theme that shows no text there hides it from everybody who looks for a procedure, so it is put in all the same;
    /// a site's own template is left alone.
    pub(super) fn whole_section(
        &self,
        node: &Node,
        template: &str,
        mut section: Value,
        paginator: Option<Value>,
    ) -> Result<(), OutputError> {
        let made = node.guest.as_ref().and_then(|visit| self.maker?.content(visit.at));
        if let Some(made) = &made {
            let own = section["content"].as_str().unwrap_or_default();
            section["content"] = format!("{own}{}", made.html).into();
        }
        let mut map = self.addressed(&node.file.lang, &node.path, &node.permalink);
        map.insert("section".to_owned(), section);
        map.extend(paginator.map(|paginator| ("paginator".to_owned(), paginator)));
        let source = node.file.path();
        if self.maker.is_some() {
            self.assume_paginator(node, template, &mut map);
        }
        let Some(made) = made else { return self.make(&node.output(), template, map, &source) };
        let Some(html) = self.render(template, map, &source) else { return Ok(()) };
        let is_chosen = node.front.template.is_some() || self.engine.is_of_site(template);
        let is_shown = is_chosen || html.contains(made.html.trim());
        let title = node.front.title.as_deref().unwrap_or_default();
        let html = with_one_heading(html, &made.html, title);
        let html = dressed(&html, &made.frame, Some(made.html.as_str()).filter(|_| !is_shown));
        self.hand_over(&node.output(), html, &source, Some(&[&made.html, &made.frame.above]))
    }

    /// Many themes take for granted that the home page or every section is cut into pages, which the sections of an
    /// office need not say: one page with everything is what they get then. Only where the template fails without, since others ask
    /// whether there is a paginator.
    fn assume_paginator(&self, node: &Node, template: &str, map: &mut Map<String, Value>) {
        if map.contains_key("paginator") {
            return;
        }
        let context = tera::Context::from_value(Value::Object(map.clone())).unwrap_or_default();
        let fails = self.engine.words(template, &context).is_err_and(|words| words.contains("`paginator"));
        if fails {
            let by = node.pages.len().max(1);
            let pagers = pagers(&self.book.site.config, &node.pages, by, &node.path, "page");
            map.insert("paginator".to_owned(), values::paginator(self.book, &pagers, 0, by, "page"));
        }
    }

    /// Renders a template for a guest. Its troubles are gathered, since thousands of records may have the same one;
    /// that a record has no date is none.
    fn render_guest(&self, template: &str, map: Map<String, Value>, path: &str) -> Option<String> {
        let context = tera::Context::from_value(Value::Object(map)).unwrap_or_default();
        let rendered = self.engine.render(template, &context, path, &mut Vec::new());
        let keep = |problem: Box<Diagnostic>| {
            let mut kept = self.of_guests.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push((path.to_owned(), *problem));
        };
        rendered.map_err(keep).ok()
    }

    /// Everything that was found; of guests with the same trouble the first few.
    pub(super) fn into_found(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut of_guests = self.of_guests.into_inner().unwrap_or_else(PoisonError::into_inner);
        of_guests.sort_by(|one, other| one.0.cmp(&other.0));
        let mut told: BTreeMap<String, usize> = BTreeMap::new();
        for (_, problem) in of_guests {
            let same = match &problem.problem {
                Problem::Theme(ThemeProblem::Template { template, detail, .. }) => format!("{template}\n{detail}"),
                other => format!("{other:?}"),
            };
            let number = told.entry(same).or_default();
            *number += 1;
            if *number <= TOLD {
                found.push(problem);
            }
        }
        found
    }
}

/// Puts what a guest says into the value of a page or section.
fn fill(value: &mut Value, made: &Made) {
    let count = words(&made.html);
    value["content"] = made.html.as_str().into();
    value["word_count"] = count.into();
    value["reading_time"] = reading_minutes(count).into();
    if value["description"].is_null() {
        value["description"] = made.description.as_str().into();
    }
}

/// Keeps the one page that is asked for.
struct Hand<'a> {
    output: &'a str,
    page: Mutex<Option<String>>,
}

impl Sink for Hand<'_> {
    fn take(&self, artifact: Artifact, _: Option<&str>) -> Result<(), OutputError> {
        if artifact.path == self.output {
            let text = String::from_utf8(artifact.bytes).ok();
            *self.page.lock().unwrap_or_else(PoisonError::into_inner) = text;
        }
        Ok(())
    }

    fn earlier(&self, _: &str) -> Option<Vec<u8>> {
        None
    }
}

/// The page at an address, made on its own.
pub(in crate::zola) fn one(book: &Arc<Book>, engine: &Engine, maker: &dyn Maker, address: &str) -> Option<String> {
    let is_folder = address.is_empty() || address.ends_with('/');
    let output = if is_folder { format!("{address}index.html") } else { address.to_owned() };
    let hand = Hand { output: &output, page: Mutex::default() };
    let press = Press::new(book, engine, Some(maker), &hand);
    let library = &book.site.library;
    let at = library.nodes.iter().position(|node| node.output() == output);
    let made = match at {
        Some(id) if library.node(id).file.is_section => press.section(id),
        Some(id) => press.page(id),
        None if output == "404.html" => press.not_found(),
        None => press.taxonomies(),
    };
    made.ok()?;
    drop(press);
    hand.page.into_inner().unwrap_or_else(PoisonError::into_inner)
}
