//! Templates of a theme and of the site that uses it, on the Tera engine.
//!
//! Comes in: the files below `templates/`. Goes out: an [`Engine`] that renders by name. A template of the site stands
//! before the theme's of the same name; the theme's stays reachable as `NAME/templates/…`; what neither has and every
//! site needs, such as `404.html` or `atom.xml`, is built in.

mod builtin;
mod date;
mod error;
pub(super) mod functions;
mod load;
pub(super) mod markdown;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use tera::{Context, Tera};

use crate::diag::{Diagnostic, Location, ThemeProblem};

pub(super) use load::load;

/// Renders templates by name.
#[derive(Clone)]
pub(super) struct Engine {
    /// The engine itself.
    pub(super) tera: Tera,
    /// The file and text of each template.
    sources: Arc<BTreeMap<String, Source>>,
}

/// Where a template comes from.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// The file, relative to the site's root; empty for one that is built in.
    pub(super) path: String,
    /// Its text.
    pub(super) text: String,
}

impl Engine {
    /// Whether there is a template of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.tera.templates.contains_key(name)
    }

    /// Whether a template is the site's own and not its theme's.
    pub(super) fn is_of_site(&self, name: &str) -> bool {
        self.sources.get(name).is_some_and(|source| source.path.starts_with("templates/"))
    }

    /// The first of several templates that exists.
    pub(super) fn first<'n>(&self, names: &[&'n str]) -> Option<&'n str> {
        names.iter().copied().find(|name| self.has(name))
    }

    /// Renders a template.
    ///
    /// # Errors
    /// The words of the engine, with those of every cause.
    pub(super) fn words(&self, name: &str, context: &Context) -> Result<String, String> {
        self.try_render(name, context).map_err(|error| error::chain(&error).1)
    }

    /// Renders a template for a page. A date that is asked for and not there is told as a warning.
    ///
    /// # Errors
    /// A diagnostic with the template and, where it can be found, the line; `page` is named in it.
    pub(super) fn render(
        &self,
        name: &str,
        context: &Context,
        page: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Result<String, Box<Diagnostic>> {
        let before = date::missing();
        let rendered = self.try_render(name, context);
        if date::missing() != before {
            let problem = ThemeProblem::NoDate { page: page.to_owned() };
            found.push(Diagnostic::new(problem, self.location(name, None)));
        }
        rendered.map_err(|error| Box::new(self.problem(name, &error, page)))
    }

    /// The engine is not ours: should it panic on a hostile template, one page fails and not the program.
    fn try_render(&self, name: &str, context: &Context) -> tera::Result<String> {
        catch_unwind(AssertUnwindSafe(|| self.tera.render(name, context)))
            .unwrap_or_else(|_| Err(tera::Error::msg(format!("the template engine gave up on '{name}'"))))
    }

    fn problem(&self, name: &str, error: &tera::Error, page: &str) -> Diagnostic {
        let (blamed, detail) = error::chain(error);
        let blamed = blamed.filter(|blamed| self.sources.contains_key(blamed)).unwrap_or_else(|| name.to_owned());
        let line = self.sources.get(&blamed).and_then(|source| error::line_of(&detail, &source.text));
        let location = self.location(&blamed, line);
        Diagnostic::new(ThemeProblem::Template { template: blamed, detail, page: page.to_owned() }, location)
    }

    fn location(&self, name: &str, line: Option<u32>) -> Location {
        let path = self.sources.get(name).map(|source| source.path.as_str()).filter(|path| !path.is_empty());
        let path = path.map_or_else(|| format!("templates/{name}"), str::to_owned);
        line.map_or_else(|| Location::file(path.as_str()), |line| Location::text(path.as_str(), line, 1))
    }
}
