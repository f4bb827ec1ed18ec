//! The settings as templates see them.

use serde_json::{Map, Value, json};

use super::{Config, Language, TaxonomyConfig};

impl Config {
    /// The settings as templates in a language see them. `mode` is what the program is doing: `build`, `serve` or
    /// `check`.
    pub(in crate::zola) fn to_value(&self, lang: &str, mode: &str) -> Value {
        let fallback = Language::default();
        let own = self.languages.get(lang).unwrap_or(&fallback);
        let main = self.languages.get(&self.default_language).unwrap_or(&fallback);
        let mut map = Map::new();
        self.keep_old_keys(&mut map, own);
        let mut put = |key: &str, value: Value| map.insert(key.to_owned(), value);
        let typed = |key: &str, other: &str| self.typed.get(key).cloned().unwrap_or_else(|| other.into());
        put("base_url", typed("base_url", "/"));
        put("mode", mode.into());
        put("title", json!(own.title));
        put("description", json!(own.description));
        put("languages", self.listed_languages.clone().unwrap_or_else(|| self.other_languages(lang)));
        put("default_language", self.default_language.as_str().into());
        put("generate_feeds", own.feeds.into());
        put("feed_filenames", json!(own.feed_filenames));
        put("taxonomies", own.taxonomies.iter().map(TaxonomyConfig::to_value).collect());
        put("author", self.typed.get("author").cloned().unwrap_or_default());
        put("build_search_index", own.search_index.into());
        put("extra", Value::Object(self.extra.clone()));
        put("markdown", self.markdown_value());
        put("search", search_value(if own.search.is_empty() { &main.search } else { &own.search }));
        put("generate_sitemap", self.sitemap.into());
        put("generate_robots_txt", self.robots.into());
        put("exclude_paginated_pages_in_sitemap", typed("exclude_paginated_pages_in_sitemap", "none"));
        Value::Object(map)
    }

    /// What themes of older versions ask for, beside what the site itself typed.
    fn keep_old_keys(&self, map: &mut Map<String, Value>, own: &Language) {
        let hidden =
            ["guard", "unit", "zola", "home", "statistics", "disclosure", "deploy", "languages", "translations"];
        map.extend(
            self.typed.iter().filter(|(key, _)| !hidden.contains(&key.as_str())).map(|(k, v)| (k.clone(), v.clone())),
        );
        map.insert("generate_feed".to_owned(), own.feeds.into());
        map.insert("generate_rss".to_owned(), own.feeds.into());
        map.insert("feed_filename".to_owned(), json!(own.feed_filenames.first()));
    }

    /// The languages that a page in this one can be read in besides.
    fn other_languages(&self, lang: &str) -> Value {
        let further = self.languages.iter().filter(|(tag, _)| tag.as_str() != lang).map(|(tag, language)| {
            let value = json!({
                "title": language.title,
                "description": language.description,
                "generate_feeds": language.feeds,
                "generate_feed": language.feeds,
                "feed_filenames": language.feed_filenames,
                "build_search_index": language.search_index,
                "taxonomies": language.taxonomies.iter().map(TaxonomyConfig::to_value).collect::<Value>(),
                "search": search_value(&language.search),
                "translations": language.translations,
            });
            (tag.clone(), value)
        });
        Value::Object(further.collect())
    }

    fn markdown_value(&self) -> Value {
        let defaults = json!({
            "render_emoji": false,
            "external_links_class": null,
            "external_links_target_blank": false,
            "external_links_no_follow": false,
            "external_links_no_referrer": false,
            "external_links_external": true,
            "smart_punctuation": false,
            "definition_list": false,
            "lazy_async_image": false,
            "bottom_footnotes": false,
            "github_alerts": false,
            "insert_anchor_links": "none",
            "highlighting": null,
            "highlight_code": false,
            "highlight_theme": "base16-ocean-dark",
        });
        let mut map = defaults.as_object().cloned().unwrap_or_default();
        map.extend(self.markdown.clone());
        Value::Object(map)
    }
}

impl TaxonomyConfig {
    /// The taxonomy as templates see it.
    pub(in crate::zola) fn to_value(&self) -> Value {
        json!({
            "name": self.name,
            "slug": self.name,
            "paginate_by": self.paginate_by,
            "paginate_path": self.paginate_path,
            "render": self.render,
            "feed": self.feed,
        })
    }
}

/// What goes into the search index, with defaults.
pub(in crate::zola) fn search_value(own: &Map<String, Value>) -> Value {
    let defaults = json!({
        "include_title": true,
        "include_description": false,
        "include_date": false,
        "include_path": false,
        "include_content": true,
        "truncate_content_length": null,
        "index_format": "elasticlunr_javascript",
    });
    let mut map = defaults.as_object().cloned().unwrap_or_default();
    map.extend(own.clone());
    Value::Object(map)
}
