//! Which keys mean something, so that a misspelt one is not silently ignored.

use camino::Utf8Path;
use toml::de::{DeTable, DeValue};

use crate::diag::{ConfigProblem, Diagnostic, Location, Position};
use crate::text::similar;

/// Tables whose content is free or belongs to a feature that reads it itself.
const OPEN: &[&str] = &["extra", "markdown", "slugify", "link_checker", "taxonomies", "translations", "deploy"];

/// Keys by table; the empty name is the top level.
const KNOWN: &[(&str, &[&str])] = &[
    (
        "",
        &[
            "base_url",
            "title",
            "description",
            "default_language",
            "languages",
            "theme",
            "output_dir",
            "unit",
            "home",
            "search",
            "statistics",
            "disclosure",
            "guard",
            "zola",
            "author",
            "build_search_index",
            "compile_sass",
            "minify_html",
            "generate_feeds",
            "feed_filenames",
            "feed_limit",
            "hard_link_static",
            "ignored_content",
            "ignored_static",
            "generate_sitemap",
            "generate_robots_txt",
            "exclude_paginated_pages_in_sitemap",
        ],
    ),
    (
        "languages.*",
        &["title", "description", "generate_feeds", "build_search_index", "taxonomies", "translations", "search"],
    ),
    (
        "unit",
        &[
            "name",
            "name_en",
            "tagline",
            "tagline_en",
            "level",
            "province",
            "fictional",
            "hotline",
            "phone",
            "email",
            "address",
            "hours",
            "hours_en",
            "color",
            "updated",
            "feedback",
        ],
    ),
    ("unit.feedback", &["agency", "postal", "phone", "web", "email"]),
    (
        "search",
        &[
            "synonyms",
            "life_events",
            "stop_phrases",
            "keep",
            "abbreviations",
            "from_disk",
            // Zola's own, which other themes may use.
            "include_title",
            "include_description",
            "include_date",
            "include_path",
            "include_content",
            "truncate_content_length",
            "index_format",
        ],
    ),
    ("disclosure", &["require", "attestations"]),
    ("disclosure.attestations", &["criterion", "by", "on", "until", "text", "evidence"]),
    ("zola", &["remote_data"]),
    ("guard", &["allow"]),
    ("guard.allow", &["value", "reason"]),
    ("statistics", &["targets"]),
    ("statistics.targets", &["rate", "at_least", "at_most", "source", "section"]),
    ("home", &["featured", "events"]),
    ("home.events", &["title", "title_en", "text", "text_en", "codes"]),
];

/// Reports every key that means nothing, with the nearest one that does.
pub(super) fn check(path: &Utf8Path, text: &str, diagnostics: &mut Vec<Diagnostic>) {
    if let Ok(document) = DeTable::parse(text) {
        Walk { path, text, diagnostics }.table("", document.get_ref());
    }
}

/// Tables that only this program reads.
const OURS: &[&str] = &["unit", "home", "statistics", "disclosure", "guard"];

/// Reports the same in the tables that only this program reads.
pub(super) fn check_ours(path: &Utf8Path, text: &str, diagnostics: &mut Vec<Diagnostic>) {
    let Ok(document) = DeTable::parse(text) else { return };
    let mut walk = Walk { path, text, diagnostics };
    for (key, value) in document.get_ref().iter().filter(|(key, _)| OURS.contains(&key.get_ref().as_ref())) {
        walk.value(key.get_ref(), value.get_ref());
    }
}

struct Walk<'a> {
    path: &'a Utf8Path,
    text: &'a str,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Walk<'_> {
    fn table(&mut self, name: &str, table: &DeTable<'_>) {
        let Some((_, known)) = KNOWN.iter().find(|(pattern, _)| matches(pattern, name)) else { return };
        for (key, value) in table {
            let word: &str = key.get_ref();
            let inner = if name.is_empty() { word.to_owned() } else { format!("{name}.{word}") };
            let open = name.is_empty() && OPEN.contains(&word);
            if !open && !known.contains(&word) {
                self.report(key.span().start, word, known);
            }
            self.value(&inner, value.get_ref());
        }
    }

    fn value(&mut self, name: &str, value: &DeValue<'_>) {
        match value {
            DeValue::Table(table) if name == "languages" => {
                for (tag, language) in table {
                    self.value(&format!("languages.{}", tag.get_ref()), language.get_ref());
                }
            }
            DeValue::Table(table) => self.table(name, table),
            DeValue::Array(items) => items.iter().for_each(|item| self.value(name, item.get_ref())),
            _ => {}
        }
    }

    fn report(&mut self, offset: usize, key: &str, known: &[&str]) {
        let Position { line, column } = Position::at(self.text, offset);
        let nearest = similar(key, known.iter().copied()).map(str::to_owned);
        let problem = ConfigProblem::UnknownKey { key: key.to_owned(), nearest };
        self.diagnostics.push(Diagnostic::new(problem, Location::text(self.path, line, column)));
    }
}

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(prefix) => name.strip_prefix(prefix).is_some_and(|rest| !rest.is_empty() && !rest.contains('.')),
        None => pattern == name,
    }
}
