//! View and theme → HTML.
//!
//! Comes in: a [`View`] and the [`Theme`]. Goes out: the HTML of the page, and a key that changes when it would.
//! Refuses to know: where the page lies, what the catalogue holds.

mod closure;
mod escape;
mod filters;
mod functions;
mod qr;
mod words;

use std::collections::BTreeMap;
use std::io::{BufWriter, Write};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, UndefinedBehavior, context};

use crate::diag::{Diagnostic, Lang, Location, SiteProblem};
use crate::theme::{Template, Theme};
use crate::view::{Page, View};

pub use functions::{Args, Filter, Function, Functions};

/// Renders views with the templates of one theme, each compiled once.
pub struct Renderer {
    environment: Environment<'static>,
    /// The site's own values for templates.
    extra: Value,
    /// Words of the interface, by tag of the language.
    words: BTreeMap<&'static str, Value>,
    /// What every page of a template depends on besides its view, by template and language.
    closures: BTreeMap<String, blake3::Hash>,
    /// Files of the templates, for diagnostics.
    paths: BTreeMap<String, String>,
    /// What the functions of templates depend on.
    functions: Option<blake3::Hash>,
}

impl Renderer {
    /// Compiles the templates of a theme.
    ///
    /// # Errors
    ///
    /// A diagnostic (CK0704) for a template that cannot be parsed; a loaded theme has none.
    pub fn new(theme: &Theme) -> Result<Self, Box<Diagnostic>> {
        Self::with(theme, &Functions::default())
    }

    /// Compiles the templates of a theme, which may call functions.
    ///
    /// # Errors
    ///
    /// A diagnostic (CK0704) for a template that cannot be parsed; a loaded theme has none.
    pub fn with(theme: &Theme, functions: &Functions) -> Result<Self, Box<Diagnostic>> {
        let paths = theme.templates.iter().map(|(name, template)| (name.clone(), template.path.clone())).collect();
        let langs = [Lang::Vi, Lang::En];
        let mut renderer = Self {
            environment: environment(),
            extra: Value::from(Serde(&theme.extra)),
            words: langs.map(|lang| (lang.tag(), words::value(theme.words(lang)))).into(),
            closures: closure::hashes(theme),
            paths,
            functions: functions.digest().copied(),
        };
        functions.add_to(&mut renderer.environment);
        for (name, Template { source, .. }) in &theme.templates {
            let added = renderer.environment.add_template_owned(name.clone(), source.clone());
            added.map_err(|error| renderer.diagnostic(name, &error))?;
        }
        Ok(renderer)
    }

    /// Renders a page.
    ///
    /// # Errors
    ///
    /// A diagnostic (CK0704) with the template and line where rendering failed.
    pub fn render(&self, view: &View) -> Result<String, Box<Diagnostic>> {
        self.fill(view.template(), view.page().lang, Value::from(Serde(view)))
    }

    /// Renders a part that stands around a page of somebody else's theme, such as `frame-head.html`.
    ///
    /// # Errors
    ///
    /// A diagnostic (CK0704) with the template and line where rendering failed.
    pub fn part(&self, name: &str, page: &Page, scoped: &str, searching: bool) -> Result<String, Box<Diagnostic>> {
        self.fill(name, page.lang, context! { page => Value::from(Serde(page)), scoped, searching })
    }

    /// A template with values, and with those that all of them have.
    fn fill(&self, name: &str, lang: &str, values: Value) -> Result<String, Box<Diagnostic>> {
        let words = self.words.get(lang).cloned().unwrap_or_default();
        // Records stay Vietnamese on pages in another language, and say so.
        let record = Value::from_safe_string(if lang == Lang::Vi.tag() { "" } else { " lang=\"vi\"" }.to_owned());
        let values = context! { t => words, extra => self.extra.clone(), vi => record, ..values };
        let template = self.environment.get_template(name).map_err(|error| self.diagnostic(name, &error))?;
        template.render(values).map_err(|error| self.diagnostic(name, &error))
    }

    /// A key that is the same for two builds exactly when the page is: of the view, the templates it is rendered
    /// with, the words of its language and the version of the program.
    #[must_use]
    pub fn content_key(&self, view: &View) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        if let Some(closure) = self.closures.get(&closure::key(view.template(), view.page().lang)) {
            hasher.update(closure.as_bytes());
        }
        if let Some(functions) = &self.functions {
            hasher.update(functions.as_bytes());
        }
        // Many small writes would cost more than the hash itself.
        let mut writer = BufWriter::with_capacity(16 * 1024, &mut hasher);
        let written =
            serde_json::to_writer(&mut writer, view).map_err(std::io::Error::from).and_then(|()| writer.flush());
        debug_assert!(written.is_ok(), "views hold nothing that JSON cannot say, and a hasher takes everything");
        drop(writer);
        hasher.finalize()
    }

    /// The error as a diagnostic at the innermost template it names.
    fn diagnostic(&self, template: &str, error: &minijinja::Error) -> Box<Diagnostic> {
        let innermost = innermost(error);
        let name = innermost.name().unwrap_or(template);
        let line = innermost.line().and_then(|line| u32::try_from(line).ok()).unwrap_or(1);
        let detail = innermost.detail().map_or_else(|| innermost.kind().to_string(), str::to_owned);
        let path = self.paths.get(name).map_or(name, String::as_str);
        let problem = SiteProblem::Template { template: name.to_owned(), detail };
        Box::new(Diagnostic::new(problem, Location::text(path, line, 1)))
    }
}

/// The cause that lies deepest, such as the error inside an included template.
fn innermost(error: &minijinja::Error) -> &minijinja::Error {
    let mut found = error;
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        if let Some(inner) = cause.downcast_ref::<minijinja::Error>().filter(|inner| inner.line().is_some()) {
            found = inner;
        }
        source = cause.source();
    }
    found
}

/// Names that do not exist are errors, so that a slip in an overridden template is found; HTML is always escaped.
fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.expect("the default delimiters are valid"));
    environment.set_formatter(escape::format);
    filters::add(&mut environment);
    environment
}

#[cfg(test)]
mod tests;
