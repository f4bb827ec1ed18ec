//! `zola.toml` or `config.toml` of a site with a theme written for Zola.
//!
//! Comes in: the text. Goes out: [`Config`], with every default filled in and old keys understood, and warnings that
//! name what took their place. Unknown keys are told, never refused.

mod legacy;
mod template;

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use serde_json::{Map, Value};

use crate::diag::{ConfigProblem, Diagnostic, Location, Position, ThemeProblem};
use crate::text::similar;

pub(super) use template::search_value;

use super::data::Remote;
use super::library::Slugify;
use super::value::{self, count, flag, from_table, table, text, texts};

/// Keys of the top level that mean something, ours included.
const KNOWN: &[&str] = &[
    "base_url",
    "title",
    "description",
    "default_language",
    "theme",
    "output_dir",
    "preserve_dotfiles_in_output",
    "compile_sass",
    "minify_html",
    "ignored_content",
    "ignored_static",
    "generate_feeds",
    "exclude_paginated_pages_in_sitemap",
    "feed_filenames",
    "feed_limit",
    "hard_link_static",
    "author",
    "taxonomies",
    "taxonomy_root",
    "build_search_index",
    "generate_sitemap",
    "generate_robots_txt",
    "markdown",
    "link_checker",
    "slugify",
    "search",
    "translations",
    "languages",
    "extra",
    "unit",
    "guard",
    "zola",
    "home",
    "statistics",
    "disclosure",
    "deploy",
];

/// Keys of our own table `[zola]`, about what this program does with such a site.
const OWN: &[&str] = &["remote_data"];

/// The settings of a site.
#[derive(Clone, Debug, Default)]
pub(super) struct Config {
    /// The file, from the site's root.
    pub(super) path: Utf8PathBuf,
    /// Address of the site, without a slash at its end.
    pub(super) base_url: String,
    /// Language of files without a language in their names.
    pub(super) default_language: String,
    /// Every language of the site, the default one included.
    pub(super) languages: BTreeMap<String, Language>,
    /// Name of the theme; empty where the site is its own.
    pub(super) theme: String,
    /// Whether `sass/` of the site is compiled.
    pub(super) compile_sass: bool,
    /// Whether pages are published without needless blanks and comments.
    pub(super) minify_html: bool,
    /// Files beside texts that are not published.
    pub(super) ignored_content: GlobSet,
    /// Files of `static/` that are not published.
    pub(super) ignored_static: GlobSet,
    /// Most entries of a feed; all where nothing is said.
    pub(super) feed_limit: Option<usize>,
    /// Folder above all taxonomies; empty for none.
    pub(super) taxonomy_root: String,
    /// Whether there is a `sitemap.xml`.
    pub(super) sitemap: bool,
    /// Whether there is a `robots.txt`.
    pub(super) robots: bool,
    /// Whether only the first page of a list stands in the sitemap.
    pub(super) first_pages_only: bool,
    /// How addresses are made.
    pub(super) slugify: Slugify,
    /// Whether templates may ask for data from the web.
    pub(super) remote: Remote,
    /// Whether broken `@/` links are mere warnings.
    pub(super) lenient_links: bool,
    /// `[markdown]` as typed, old keys laid out anew.
    pub(super) markdown: Map<String, Value>,
    /// `[extra]`, laid over the theme's.
    pub(super) extra: Map<String, Value>,
    /// `languages` as a list, where the settings are of the time before Zola 0.14 and so are their templates.
    listed_languages: Option<Value>,
    /// Everything as typed, for templates.
    typed: Map<String, Value>,
}

/// What each language of a site may say for itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Language {
    /// Title of the site.
    pub(super) title: Option<String>,
    /// One sentence about it.
    pub(super) description: Option<String>,
    /// Whether there are feeds of all its pages.
    pub(super) feeds: bool,
    /// Names of feeds, and of their templates.
    pub(super) feed_filenames: Vec<String>,
    /// Ways of filing pages.
    pub(super) taxonomies: Vec<TaxonomyConfig>,
    /// Whether a search index is made.
    pub(super) search_index: bool,
    /// What goes into the search index.
    pub(super) search: Map<String, Value>,
    /// Words by key, for `trans`.
    pub(super) translations: Map<String, Value>,
}

/// A way of filing pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TaxonomyConfig {
    /// Its name, as pages use it.
    pub(super) name: String,
    /// Pages on each page of a term's list.
    pub(super) paginate_by: Option<usize>,
    /// The word before the number in the addresses of such pages.
    pub(super) paginate_path: Option<String>,
    /// Whether each term has feeds.
    pub(super) feed: bool,
    /// Whether it has pages of its own.
    pub(super) render: bool,
}

/// What is said about the settings from outside.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Overrides<'a> {
    /// Stands for the address typed.
    pub(super) base_url: Option<&'a str>,
    /// The language of the site where none is typed.
    pub(super) language: Option<&'a str>,
}

/// Reads the settings. `theme_toml` gives the text of a theme's `theme.toml`.
pub(super) fn read(
    path: &Utf8Path,
    source: &str,
    overrides: Overrides<'_>,
    theme_toml: impl Fn(&str) -> Option<String>,
    found: &mut Vec<Diagnostic>,
) -> Config {
    let Some(mut typed) = parse(path, source, found) else { return Config::default() };
    check_keys(path, source, &typed, found);
    let listed = typed.get("languages").filter(|typed| typed.is_array()).cloned();
    legacy::modernise(&mut typed);
    if let Some(base_url) = overrides.base_url {
        typed.insert("base_url".to_owned(), base_url.into());
    }
    if let Some(language) = overrides.language.filter(|_| !typed.contains_key("default_language")) {
        typed.insert("default_language".to_owned(), language.into());
    }
    let theme = text(&typed, "theme").unwrap_or_default();
    let mut extra = Map::new();
    if !theme.is_empty() {
        let path = Utf8PathBuf::from(format!("themes/{theme}/theme.toml"));
        let source = theme_toml(path.as_str()).unwrap_or_default();
        let manifest = parse(&path, &source, found).unwrap_or_default();
        extra = table(&manifest, "extra").cloned().unwrap_or_default();
    }
    value::merge(&mut extra, table(&typed, "extra").cloned().unwrap_or_default());
    Config { listed_languages: listed, ..assemble(path, typed, theme, extra, found) }
}

fn assemble(
    path: &Utf8Path,
    typed: Map<String, Value>,
    theme: String,
    extra: Map<String, Value>,
    found: &mut Vec<Diagnostic>,
) -> Config {
    let empty = Map::new();
    let base_url = text(&typed, "base_url").unwrap_or_else(|| {
        let problem = ConfigProblem::MissingKey { key: "base_url".to_owned() };
        found.push(Diagnostic::new(problem, Location::file(path)));
        "/".to_owned()
    });
    let default_language = text(&typed, "default_language").unwrap_or_else(|| "en".to_owned());
    let main = language(&typed, None);
    let mut languages = BTreeMap::from([(default_language.clone(), main.clone())]);
    for (tag, own) in table(&typed, "languages").unwrap_or(&empty) {
        let own = own.as_object().unwrap_or(&empty);
        let fallback = (*tag == default_language).then_some(&main);
        languages.insert(tag.clone(), language(own, fallback));
    }
    let own = table(&typed, "zola");
    let level = table(&typed, "link_checker").and_then(|table| text(table, "internal_level"));
    Config {
        path: path.to_owned(),
        base_url: base_url.trim_end_matches('/').to_owned(),
        languages,
        default_language,
        theme,
        compile_sass: flag(&typed, "compile_sass").unwrap_or(false),
        minify_html: flag(&typed, "minify_html").unwrap_or(false),
        ignored_content: globs(path, &typed, "ignored_content", found),
        ignored_static: globs(path, &typed, "ignored_static", found),
        feed_limit: count(&typed, "feed_limit"),
        taxonomy_root: text(&typed, "taxonomy_root").unwrap_or_default().trim_matches('/').to_owned(),
        sitemap: flag(&typed, "generate_sitemap").unwrap_or(true),
        robots: flag(&typed, "generate_robots_txt").unwrap_or(true),
        first_pages_only: text(&typed, "exclude_paginated_pages_in_sitemap").as_deref() == Some("all"),
        slugify: Slugify::of(table(&typed, "slugify").unwrap_or(&empty)),
        remote: Remote::allowed(own.and_then(|own| flag(own, "remote_data")).unwrap_or(false)),
        lenient_links: level.as_deref() == Some("warn"),
        markdown: table(&typed, "markdown").cloned().unwrap_or_default(),
        extra,
        listed_languages: None,
        typed,
    }
}

impl Config {
    /// What a language says for itself; nothing for one that the site does not have.
    pub(super) fn language(&self, tag: &str) -> Option<&Language> {
        self.languages.get(tag)
    }

    /// Whether a tag names a language beside the default one.
    pub(super) fn is_further_language(&self, tag: &str) -> bool {
        tag != self.default_language && self.languages.contains_key(tag)
    }

    /// Whether the site has more than one language.
    pub(super) fn is_multilingual(&self) -> bool {
        self.languages.len() > 1
    }

    /// The full address of a path below the site; one of a page ends with a slash.
    pub(super) fn permalink(&self, path: &str) -> String {
        let path = path.trim_start_matches('/');
        let is_page = !path.is_empty() && !path.ends_with('/') && !self.is_file(path);
        format!("{}/{path}{}", self.base_url, if is_page { "/" } else { "" })
    }

    /// Whether a path is that of a feed, which lies in no folder of its own.
    fn is_file(&self, path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or_default();
        self.languages.values().any(|language| language.feed_filenames.iter().any(|feed| feed == name))
    }

    /// The folder of a language at the front of paths: empty for the default one, `fr/` for others.
    pub(super) fn language_folder(&self, tag: &str) -> String {
        if self.is_further_language(tag) { format!("{tag}/") } else { String::new() }
    }
}

fn parse(path: &Utf8Path, source: &str, found: &mut Vec<Diagnostic>) -> Option<Map<String, Value>> {
    match source.parse::<toml::Table>() {
        Ok(table) => Some(from_table(table)),
        Err(error) => {
            let Position { line, column } = Position::at(source, error.span().map_or(0, |span| span.start));
            let problem = ConfigProblem::Syntax { detail: error.message().to_owned() };
            found.push(Diagnostic::new(problem, Location::text(path, line, column)));
            None
        }
    }
}

fn check_keys(path: &Utf8Path, source: &str, typed: &Map<String, Value>, found: &mut Vec<Diagnostic>) {
    let places = value::key_places(source);
    let place =
        |key: &str| places.get(key).map_or_else(|| Location::file(path), |at| Location::text(path, at.line, at.column));
    let search_is_flag = |key: &str| {
        let language = key.strip_prefix("languages.").and_then(|rest| rest.strip_suffix(".search"));
        language.is_none_or(|tag| typed["languages"][tag]["search"].is_boolean())
    };
    let old = legacy::found(places.keys());
    for (key, now) in old.iter().filter(|(key, _)| search_is_flag(key)) {
        let problem = ThemeProblem::OldKey { key: key.clone(), now: (*now).to_owned() };
        found.push(Diagnostic::new(problem, place(key)));
    }
    for key in typed.keys().filter(|key| !KNOWN.contains(&key.as_str())) {
        if !old.iter().any(|(name, _)| name == key) {
            let nearest = similar(key, KNOWN.iter().copied()).map(str::to_owned);
            found.push(Diagnostic::new(ConfigProblem::UnknownKey { key: key.clone(), nearest }, place(key)));
        }
    }
    for (key, value) in table(typed, "zola").into_iter().flatten() {
        let name = format!("zola.{key}");
        if !OWN.contains(&key.as_str()) {
            let nearest = similar(key, OWN.iter().copied()).map(str::to_owned);
            found.push(Diagnostic::new(ConfigProblem::UnknownKey { key: key.clone(), nearest }, place(&name)));
        } else if !value.is_boolean() {
            let (value, allowed) = (value.to_string(), "true, false".to_owned());
            found.push(Diagnostic::new(ConfigProblem::BadValue { key: name.clone(), value, allowed }, place(&name)));
        }
    }
}

fn language(own: &Map<String, Value>, fallback: Option<&Language>) -> Language {
    let taxonomies = own.get("taxonomies").and_then(Value::as_array);
    let taxonomies = taxonomies.map(|list| list.iter().filter_map(taxonomy).collect());
    let default_feeds = || vec!["atom.xml".to_owned()];
    Language {
        title: text(own, "title").or_else(|| fallback?.title.clone()),
        description: text(own, "description").or_else(|| fallback?.description.clone()),
        feeds: flag(own, "generate_feeds").or_else(|| Some(fallback?.feeds)).unwrap_or(false),
        feed_filenames: texts(own, "feed_filenames").filter(|names| !names.is_empty()).unwrap_or_else(default_feeds),
        taxonomies: taxonomies.or_else(|| Some(fallback?.taxonomies.clone())).unwrap_or_default(),
        search_index: flag(own, "build_search_index").or_else(|| Some(fallback?.search_index)).unwrap_or(false),
        search: table(own, "search").cloned().or_else(|| Some(fallback?.search.clone())).unwrap_or_default(),
        translations: table(own, "translations")
            .cloned()
            .or_else(|| Some(fallback?.translations.clone()))
            .unwrap_or_default(),
    }
}

fn taxonomy(value: &Value) -> Option<TaxonomyConfig> {
    let map = value.as_object()?;
    Some(TaxonomyConfig {
        name: text(map, "name")?,
        paginate_by: count(map, "paginate_by").filter(|by| *by > 0),
        paginate_path: text(map, "paginate_path").map(|path| path.trim_matches('/').to_owned()),
        feed: flag(map, "feed").unwrap_or(false),
        render: flag(map, "render").unwrap_or(true),
    })
}

fn globs(path: &Utf8Path, map: &Map<String, Value>, key: &str, found: &mut Vec<Diagnostic>) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    for pattern in texts(map, key).unwrap_or_default() {
        match GlobBuilder::new(&pattern).literal_separator(false).build() {
            Ok(glob) => {
                set.add(glob);
            }
            Err(error) => {
                let problem =
                    ConfigProblem::BadValue { key: key.to_owned(), value: pattern, allowed: error.kind().to_string() };
                found.push(Diagnostic::new(problem, Location::file(path)));
            }
        }
    }
    set.build().unwrap_or_default()
}

#[cfg(test)]
mod tests;
