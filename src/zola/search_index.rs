//! The search index that themes for Zola read: `search_index.LANG.js` or `.json`.
//!
//! Two libraries are served: elasticlunr, with an index made here, and Fuse, which gets the pages as they are. For
//! languages that elasticlunr knows nothing of, Vietnamese among them, every word is found as it is written and without
//! its marks.

mod language;

use std::borrow::Cow;

use html5gum::{Token, Tokenizer};
use serde_json::{Map, Value};

use language::Plain;

/// A small stand-in for the elasticlunr library, for themes that expect it beside the index.
const LIBRARY: &str = include_str!("search_index/elasticlunr.js");

/// What the index is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IndexFormat {
    /// elasticlunr, as a script.
    #[default]
    ElasticlunrJavascript,
    /// elasticlunr, as JSON.
    ElasticlunrJson,
    /// Fuse, as a script.
    FuseJavascript,
    /// Fuse, as JSON.
    FuseJson,
}

impl IndexFormat {
    /// Reads `index_format` of the configuration.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "elasticlunr_javascript" => Self::ElasticlunrJavascript,
            "elasticlunr_json" => Self::ElasticlunrJson,
            "fuse_javascript" => Self::FuseJavascript,
            "fuse_json" => Self::FuseJson,
            _ => return None,
        })
    }

    fn is_script(self) -> bool {
        matches!(self, Self::ElasticlunrJavascript | Self::FuseJavascript)
    }

    /// The script that must stand beside the index, as file name and text.
    #[must_use]
    pub fn library(self) -> Option<(&'static str, &'static str)> {
        matches!(self, Self::ElasticlunrJavascript | Self::ElasticlunrJson).then_some(("elasticlunr.min.js", LIBRARY))
    }
}

/// What the index holds of every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexOptions {
    /// For which library.
    pub format: IndexFormat,
    /// Its title.
    pub title: bool,
    /// Its description.
    pub description: bool,
    /// Its date.
    pub date: bool,
    /// Its path.
    pub path: bool,
    /// Its text.
    pub content: bool,
    /// So many letters of the text and no more.
    pub truncate: Option<usize>,
}

impl Default for IndexOptions {
    fn default() -> Self {
        Self {
            format: IndexFormat::default(),
            title: true,
            description: false,
            date: false,
            path: false,
            content: true,
            truncate: None,
        }
    }
}

/// One page or section to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Indexed<'a> {
    /// Its full address.
    pub permalink: &'a str,
    /// Its address without the site's.
    pub path: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its description.
    pub description: &'a str,
    /// Its date, as RFC 3339.
    pub date: &'a str,
    /// Its text as HTML.
    pub html: &'a str,
}

/// Makes the index of one language.
///
/// Returns its file name and its text.
#[must_use]
pub fn build(language: &str, pages: &[Indexed<'_>], options: &IndexOptions) -> (String, String) {
    let json = match options.format {
        IndexFormat::ElasticlunrJavascript | IndexFormat::ElasticlunrJson => elasticlunr(language, pages, options),
        IndexFormat::FuseJavascript | IndexFormat::FuseJson => fuse(pages, options),
    };
    if options.format.is_script() {
        (format!("search_index.{language}.js"), format!("window.searchIndex = {json};"))
    } else {
        (format!("search_index.{language}.json"), json)
    }
}

/// The wanted fields of a page, by the names that themes' scripts use.
fn fields<'a>(page: &Indexed<'a>, options: &IndexOptions) -> Vec<(&'static str, Cow<'a, str>)> {
    let mut fields = Vec::new();
    for (wanted, name, value) in [
        (options.title, "title", page.title),
        (options.description, "description", page.description),
        (options.date, "date", page.date),
        (options.path, "path", page.path),
    ] {
        if wanted {
            fields.push((name, Cow::Borrowed(value)));
        }
    }
    if options.content {
        fields.push(("body", Cow::Owned(words(page.html, options.truncate))));
    }
    fields
}

fn elasticlunr(code: &str, pages: &[Indexed<'_>], options: &IndexOptions) -> String {
    let language = elasticlunr::lang::from_code(code).unwrap_or_else(|| Box::new(Plain { code: code.to_owned() }));
    let names = fields(&Indexed::default(), options).into_iter().map(|(name, _)| name);
    let mut index = elasticlunr::Index::with_language(language, names);
    for page in pages {
        let values = fields(page, options);
        index.add_doc(page.permalink, values.iter().map(|(_, value)| value.as_ref()));
    }
    index.to_json()
}

fn fuse(pages: &[Indexed<'_>], options: &IndexOptions) -> String {
    let page = |page: &Indexed<'_>| {
        let mut entry: Map<String, Value> =
            fields(page, options).into_iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect();
        entry.insert("url".to_owned(), Value::from(page.permalink));
        Value::Object(entry)
    };
    Value::Array(pages.iter().map(page).collect()).to_string()
}

/// The words of a piece of HTML, at most so many letters.
fn words(html: &str, most: Option<usize>) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    let mut silent = false;
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::String(piece) if !silent => text.push_str(&String::from_utf8_lossy(&piece)),
            Token::StartTag(tag) => silent = matches!(&tag.name[..], b"script" | b"style") && !tag.self_closing,
            Token::EndTag(tag) if matches!(&tag.name[..], b"script" | b"style") => silent = false,
            _ => {}
        }
    }
    let end = most.and_then(|most| text.char_indices().nth(most)).map(|(at, _)| at);
    if let Some(end) = end {
        text.truncate(end);
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Indexed<'static> = Indexed {
        permalink: "https://e.example/a/",
        path: "/a/",
        title: "Đất đai",
        description: "Sổ đỏ",
        date: "2026-11-20T00:00:00Z",
        html: "<p>Running &amp; <b>jumping</b></p><style>x{}</style><script>y</script>",
    };

    fn json(language: &str, options: &IndexOptions) -> Value {
        let (_, text) = build(language, &[PAGE], options);
        let text = text.trim_start_matches("window.searchIndex = ").trim_end_matches(';');
        serde_json::from_str(text).expect("the index is JSON")
    }

    #[test]
    fn the_file_is_named_for_language_and_kind() {
        for (format, name) in [
            ("elasticlunr_javascript", "search_index.vi.js"),
            ("elasticlunr_json", "search_index.vi.json"),
            ("fuse_javascript", "search_index.vi.js"),
            ("fuse_json", "search_index.vi.json"),
        ] {
            let format = IndexFormat::named(format).expect("the format is known");
            assert_eq!(build("vi", &[], &IndexOptions { format, ..Default::default() }).0, name);
        }
        assert_eq!(IndexFormat::named("tantivy"), None);
    }

    #[test]
    fn an_english_index_holds_stems_and_the_page() {
        let index = json("en", &IndexOptions::default());
        assert_eq!(index["fields"], serde_json::json!(["title", "body"]));
        assert_eq!(index["documentStore"]["docs"][PAGE.permalink]["body"], "Running & jumping");
        let tree = &index["index"]["body"]["root"];
        assert!("run".chars().try_fold(tree, |at, letter| at.get(letter.to_string())).is_some(), "{tree}");
        assert_eq!(index["pipeline"], serde_json::json!(["trimmer", "stopWordFilter", "stemmer"]));
    }

    #[test]
    fn a_vietnamese_index_finds_words_with_and_without_marks() {
        let index = json("vi", &IndexOptions::default());
        let tree = &index["index"]["title"]["root"];
        for word in ["đất", "dat"] {
            assert!(word.chars().try_fold(tree, |at, letter| at.get(letter.to_string())).is_some(), "{word}");
        }
        assert_eq!(index["pipeline"], serde_json::json!([]));
    }

    #[test]
    fn fuse_gets_the_wanted_fields() {
        let format = IndexFormat::FuseJson;
        let options = IndexOptions {
            format,
            description: true,
            date: true,
            path: true,
            truncate: Some(3),
            title: false,
            content: true,
        };
        let wanted = serde_json::json!([{
            "description": "Sổ đỏ", "date": "2026-11-20T00:00:00Z", "path": "/a/", "body": "Run", "url": "https://e.example/a/",
        }]);
        assert_eq!(json("vi", &options), wanted);
        assert_eq!(format.library(), None);
    }

    #[test]
    fn hostile_html_gives_text_only() {
        assert_eq!(words("<script>a</b></SCRIPT>b<style/>c<", None), "bc<");
        assert_eq!(words("đđđ", Some(2)), "đđ");
    }
}
