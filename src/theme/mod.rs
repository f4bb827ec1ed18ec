//! How the site looks: templates, words of the interface, styles and scripts.
//!
//! Comes in: the configuration and the files by which a site overrides the theme. Goes out: a [`Theme`], the
//! embedded default completed and replaced file by file. Refuses to know: records, pages, where files lie on disk.

mod asset;
mod color;
mod disk;
mod embedded;
mod files;
mod module;
mod scope;
mod script;
mod squeeze;
mod syntax;
mod words;

use std::collections::BTreeMap;

use camino::Utf8Path;
use serde::Deserialize;

use crate::config::SiteConfig;
use crate::diag::{ConfigProblem, Diagnostic, Lang, Location, Position, SourceProblem};

pub use asset::ThemeAsset;
pub use words::Words;

use files::ThemeFiles;

/// Name of the theme that is part of the program.
pub const DEFAULT_NAME: &str = "congkhai";

/// A theme, ready to render with.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Templates by name, such as `base.html`.
    pub templates: BTreeMap<String, Template>,
    /// Files to publish, in the order of their paths.
    pub assets: Vec<ThemeAsset>,
    /// Path of the stylesheet below the site's root.
    pub stylesheet: String,
    /// Path of the script of every page below the site's root, where the theme has one.
    pub script: Option<String>,
    /// Paths of all scripts by their names without ending: `app`, `finder`.
    pub scripts: BTreeMap<String, String>,
    /// The site's own values for templates: `[extra]` of the configuration.
    pub extra: toml::Table,
    /// Path of the stylesheet whose rules hold only within our parts of a page, for pages that stand in a theme of
    /// somebody else.
    pub scoped: Option<String>,
    words: BTreeMap<Lang, Words>,
}

/// One template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its text.
    pub source: String,
    /// The file it was read from, relative to the site's root; for the embedded theme, inside the program.
    pub path: String,
}

/// `theme.toml`, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Manifest {
    name: String,
    engine: String,
}

impl Theme {
    /// Completes the theme that the configuration names.
    ///
    /// `overrides` holds the site's files by path relative to its root; those below `templates/` and
    /// `themes/NAME/` are used, the others ignored. A template, style, script, static file or word that is not
    /// overridden comes from the embedded theme.
    ///
    /// # Errors
    ///
    /// Diagnostics for an unknown theme, one made for another engine, files that are not UTF-8, templates and word
    /// lists that cannot be parsed, and scripts that cannot be opened from a folder where the site wants that.
    pub fn load(config: &SiteConfig, overrides: &BTreeMap<String, Vec<u8>>) -> Result<Self, Vec<Diagnostic>> {
        let name = if config.theme.is_empty() { DEFAULT_NAME } else { config.theme.as_str() };
        let files = ThemeFiles::collect(name, overrides);
        let mut problems = Vec::new();
        check_manifest(name, &files, &mut problems);
        let mut templates = templates(&files, &mut problems);
        let words = [Lang::Vi, Lang::En].map(|lang| (lang, read_words(lang, &files, &mut problems)));
        syntax::check(&templates, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        let bundle = asset::bundle(&files, &color::accent_rules(&config.unit.color), config.search.from_disk)?;
        if let Some(loader) = &bundle.loader {
            disk::load_in(&mut templates, loader)?;
        }
        Ok(Self {
            name: name.to_owned(),
            templates,
            assets: bundle.assets,
            stylesheet: bundle.stylesheet,
            script: bundle.scripts.get("app").cloned(),
            scripts: bundle.scripts,
            extra: config.extra.clone(),
            scoped: None,
            words: BTreeMap::from(words),
        })
    }

    /// Completes the default theme for a site whose own theme is somebody else's: its pages are fragments, without
    /// head, masthead and foot, and a second stylesheet holds only within them.
    ///
    /// Of `overrides` only `themes/congkhai/` is used: `templates/` belongs to the other theme.
    ///
    /// # Errors
    ///
    /// As [`Theme::load`].
    pub fn for_fragments(config: &SiteConfig, overrides: &BTreeMap<String, Vec<u8>>) -> Result<Self, Vec<Diagnostic>> {
        let config = SiteConfig { theme: DEFAULT_NAME.to_owned(), ..config.clone() };
        let own = format!("themes/{DEFAULT_NAME}/");
        let overrides = overrides.iter().filter(|(path, _)| path.starts_with(&own));
        let overrides = overrides.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        let mut theme = Self::load(&config, &overrides)?;
        if let Some(fragment) = theme.templates.remove("fragment.html") {
            theme.templates.insert("base.html".to_owned(), fragment);
        }
        let files = ThemeFiles::collect(DEFAULT_NAME, &overrides);
        theme.scoped = Some(asset::add_scoped(&mut theme.assets, &theme.stylesheet, &files));
        Ok(theme)
    }

    /// The theme that comes with the program, whatever theme the configuration names.
    ///
    /// # Panics
    ///
    /// Never: its files are part of the program, and a test loads them.
    #[must_use]
    pub fn embedded(config: &SiteConfig) -> Self {
        let config = SiteConfig { theme: DEFAULT_NAME.to_owned(), ..config.clone() };
        Self::load(&config, &BTreeMap::new()).expect("the embedded theme has no problems, as a test holds")
    }

    /// The words of the interface in a language.
    ///
    /// # Panics
    ///
    /// Never: every language has its words from the moment a theme is loaded.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &Words {
        self.words.get(&lang).expect("words of every language are read when the theme is loaded")
    }
}

fn check_manifest(name: &str, files: &ThemeFiles<'_>, problems: &mut Vec<Diagnostic>) {
    let known = name == DEFAULT_NAME || files.has_own_theme();
    let Some(file) = files.get("theme.toml").filter(|_| known) else {
        let allowed = format!("{DEFAULT_NAME}, themes/NAME/");
        problems.push(bad_value("theme", name, &allowed, Location::file("config.toml")));
        return;
    };
    let Some(text) = text(file.path(), file.bytes(), problems) else { return };
    match toml::from_str::<Manifest>(text) {
        Ok(manifest) if manifest.engine == "minijinja" => {}
        Ok(manifest) => problems.push(bad_value("engine", &manifest.engine, "minijinja", Location::file(file.path()))),
        Err(error) => problems.push(syntax_error(file.path(), text, &error)),
    }
}

fn bad_value(key: &str, value: &str, allowed: &str, location: Location) -> Diagnostic {
    let problem = ConfigProblem::BadValue { key: key.to_owned(), value: value.to_owned(), allowed: allowed.to_owned() };
    Diagnostic::new(problem, location)
}

fn templates(files: &ThemeFiles<'_>, problems: &mut Vec<Diagnostic>) -> BTreeMap<String, Template> {
    let mut templates = BTreeMap::new();
    for (name, file) in files.below("templates/") {
        if let Some(source) = text(file.path(), file.bytes(), problems) {
            templates.insert(name.to_owned(), Template { source: source.to_owned(), path: file.path().to_owned() });
        }
    }
    templates
}

/// Words of the embedded theme, replaced key by key.
fn read_words(lang: Lang, files: &ThemeFiles<'_>, problems: &mut Vec<Diagnostic>) -> Words {
    let name = format!("i18n/{}.toml", lang.tag());
    let mut words = Words::new(lang);
    for file in files.layers(&name) {
        let Some(text) = text(file.path(), file.bytes(), problems) else { continue };
        match toml::from_str::<BTreeMap<String, String>>(text) {
            Ok(more) => words.extend(more),
            Err(error) => problems.push(syntax_error(file.path(), text, &error)),
        }
    }
    words
}

fn text<'a>(path: &str, bytes: &'a [u8], problems: &mut Vec<Diagnostic>) -> Option<&'a str> {
    let text = std::str::from_utf8(bytes).ok();
    if text.is_none() {
        problems.push(Diagnostic::new(SourceProblem::NotUtf8, Location::file(path)));
    }
    text
}

fn syntax_error(path: &str, text: &str, error: &toml::de::Error) -> Diagnostic {
    let Position { line, column } = Position::at(text, error.span().map_or(0, |span| span.start));
    let problem = ConfigProblem::Syntax { detail: error.message().to_owned() };
    Diagnostic::new(problem, Location::text(Utf8Path::new(path), line, column))
}

#[cfg(test)]
mod tests;
