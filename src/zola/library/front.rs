//! Front matter of sections and pages: TOML between `+++` or YAML between `---`.

use camino::Utf8Path;
use serde_json::{Map, Value};

use crate::diag::{ContentProblem, Diagnostic, Location, Position, ThemeProblem};
use crate::zola::value::{self, count, flag, from_table, table, text, texts};

use super::date::PageDate;

/// Keys of pages.
const PAGE_KEYS: &[&str] = &[
    "title",
    "description",
    "date",
    "updated",
    "weight",
    "draft",
    "render",
    "slug",
    "path",
    "taxonomies",
    "aliases",
    "authors",
    "in_search_index",
    "template",
    "extra",
];

/// Keys of sections.
const SECTION_KEYS: &[&str] = &[
    "title",
    "description",
    "draft",
    "sort_by",
    "weight",
    "template",
    "page_template",
    "paginate_by",
    "paginate_path",
    "paginate_reversed",
    "insert_anchor_links",
    "in_search_index",
    "render",
    "redirect_to",
    "transparent",
    "aliases",
    "generate_feeds",
    "generate_feed",
    "extra",
    "data",
];

/// Everything that front matter may say, of a page or of a section.
#[derive(Clone, Debug, Default)]
pub(in crate::zola) struct FrontMatter {
    pub(in crate::zola) title: Option<String>,
    pub(in crate::zola) description: Option<String>,
    pub(in crate::zola) date: Option<PageDate>,
    pub(in crate::zola) updated: Option<PageDate>,
    pub(in crate::zola) weight: Option<i64>,
    pub(in crate::zola) draft: bool,
    /// Whether it has a file of its own.
    pub(in crate::zola) render: bool,
    pub(in crate::zola) slug: Option<String>,
    /// The whole address, in place of one made of folders and name.
    pub(in crate::zola) path: Option<String>,
    pub(in crate::zola) taxonomies: Map<String, Value>,
    pub(in crate::zola) aliases: Vec<String>,
    pub(in crate::zola) authors: Vec<String>,
    pub(in crate::zola) in_search_index: bool,
    pub(in crate::zola) template: Option<String>,
    pub(in crate::zola) page_template: Option<String>,
    pub(in crate::zola) sort_by: Option<String>,
    pub(in crate::zola) paginate_by: Option<usize>,
    pub(in crate::zola) paginate_path: String,
    pub(in crate::zola) paginate_reversed: bool,
    pub(in crate::zola) insert_anchor_links: Option<String>,
    pub(in crate::zola) redirect_to: Option<String>,
    pub(in crate::zola) transparent: bool,
    pub(in crate::zola) feeds: bool,
    pub(in crate::zola) extra: Map<String, Value>,
    /// Whether the section reads records.
    pub(in crate::zola) has_data: bool,
}

/// Reads the front matter of a file. Gives it with the text that follows; nothing where it cannot be read.
pub(in crate::zola) fn read<'t>(
    path: &Utf8Path,
    source: &'t str,
    is_section: bool,
    found: &mut Vec<Diagnostic>,
) -> Option<(FrontMatter, &'t str)> {
    let Some((fence, line, matter, body)) = split(source) else {
        found.push(Diagnostic::new(ContentProblem::NoFrontMatter, Location::file(path)));
        return None;
    };
    let parsed = if fence == "+++" { toml_matter(matter) } else { yaml_matter(matter) };
    match parsed {
        Ok(map) => {
            check_keys(path, matter, line, &map, is_section, found);
            Some((typed(path, &map, found), body))
        }
        Err((detail, at)) => {
            let location = Location::text(path, at.line.saturating_add(line), at.column);
            found.push(Diagnostic::new(ContentProblem::FrontMatter { detail }, location));
            None
        }
    }
}

/// The fence, the number of lines above the front matter, it, and the text that follows.
fn split(source: &str) -> Option<(&'static str, u32, &str, &str)> {
    let source = source.trim_start_matches('\u{feff}');
    let blank = source.len() - source.trim_start().len();
    let above = source[..blank].matches('\n').count();
    let rest = &source[blank..];
    let fence = ["+++", "---"].into_iter().find(|fence| rest.starts_with(fence))?;
    let start = rest.find('\n')? + 1;
    if rest[..start].trim() != fence {
        return None;
    }
    let mut at = start;
    for line in rest[start..].split_inclusive('\n') {
        if line.trim_end() == fence {
            let lines = u32::try_from(above + 1).unwrap_or(u32::MAX);
            return Some((fence, lines, &rest[start..at], &rest[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

type Parsed = Result<Map<String, Value>, (String, Position)>;

fn toml_matter(matter: &str) -> Parsed {
    matter.parse::<toml::Table>().map(from_table).map_err(|error| {
        let at = Position::at(matter, error.span().map_or(0, |span| span.start));
        (error.message().to_owned(), at)
    })
}

fn yaml_matter(matter: &str) -> Parsed {
    let nowhere = Position { line: 1, column: 1 };
    match serde_norway::from_str::<serde_norway::Value>(matter) {
        Ok(serde_norway::Value::Null) => Ok(Map::new()),
        Ok(value) => match from_yaml(value) {
            Value::Object(map) => Ok(map),
            _ => Err(("a mapping of keys to values belongs here".to_owned(), nowhere)),
        },
        Err(error) => {
            let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let at = error.location();
            let at = at.map_or(nowhere, |at| Position { line: number(at.line()), column: number(at.column()) });
            Err((error.to_string(), at))
        }
    }
}

fn from_yaml(value: serde_norway::Value) -> Value {
    use serde_norway::Value as Yaml;
    match value {
        Yaml::Null => Value::Null,
        Yaml::Bool(yes) => yes.into(),
        Yaml::Number(number) => serde_json::to_value(number).unwrap_or_default(),
        Yaml::String(text) => text.into(),
        Yaml::Sequence(items) => items.into_iter().map(from_yaml).collect(),
        Yaml::Mapping(map) => {
            let entries = map.into_iter().filter_map(|(key, value)| Some((yaml_key(key)?, from_yaml(value))));
            Value::Object(entries.collect())
        }
        Yaml::Tagged(tagged) => from_yaml(tagged.value),
    }
}

fn yaml_key(key: serde_norway::Value) -> Option<String> {
    match from_yaml(key) {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        _ => None,
    }
}

fn check_keys(
    path: &Utf8Path,
    matter: &str,
    line: u32,
    map: &Map<String, Value>,
    is_section: bool,
    found: &mut Vec<Diagnostic>,
) {
    let known = if is_section { SECTION_KEYS } else { PAGE_KEYS };
    let stray: Vec<&String> = map.keys().filter(|key| !known.contains(&key.as_str())).collect();
    if stray.is_empty() {
        return;
    }
    let places = value::key_places(matter);
    for key in stray {
        let at = places.get(key.as_str()).map_or(line, |at| at.line.saturating_add(line));
        let problem = ThemeProblem::StrayKey { key: key.clone() };
        found.push(Diagnostic::new(problem, Location::text(path, at, 1)));
    }
}

fn typed(path: &Utf8Path, map: &Map<String, Value>, found: &mut Vec<Diagnostic>) -> FrontMatter {
    let mut date = |key: &str| {
        let written = text(map, key)?;
        let date = PageDate::parse(&written);
        if date.is_none() {
            found.push(Diagnostic::new(ContentProblem::BadDate { value: written }, Location::file(path)));
        }
        date
    };
    let filled = |key: &str| text(map, key).filter(|text| !text.trim().is_empty());
    FrontMatter {
        date: date("date"),
        updated: date("updated"),
        title: text(map, "title").or_else(|| map.get("title").and_then(Value::as_i64).map(|number| number.to_string())),
        description: text(map, "description"),
        weight: map.get("weight").and_then(Value::as_i64),
        draft: flag(map, "draft").unwrap_or(false),
        render: flag(map, "render").unwrap_or(true),
        slug: filled("slug"),
        path: filled("path"),
        taxonomies: table(map, "taxonomies").cloned().unwrap_or_default(),
        aliases: texts(map, "aliases").unwrap_or_default(),
        authors: texts(map, "authors").unwrap_or_default(),
        in_search_index: flag(map, "in_search_index").unwrap_or(true),
        template: filled("template"),
        page_template: filled("page_template"),
        sort_by: filled("sort_by"),
        paginate_by: count(map, "paginate_by").filter(|by| *by > 0),
        paginate_path: filled("paginate_path").unwrap_or_else(|| "page".to_owned()),
        paginate_reversed: flag(map, "paginate_reversed").unwrap_or(false),
        insert_anchor_links: filled("insert_anchor_links"),
        redirect_to: filled("redirect_to"),
        transparent: flag(map, "transparent").unwrap_or(false),
        feeds: flag(map, "generate_feeds").or_else(|| flag(map, "generate_feed")).unwrap_or(false),
        extra: table(map, "extra").cloned().unwrap_or_default(),
        has_data: table(map, "data").is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(source: &str) -> (Option<(FrontMatter, String)>, Vec<String>) {
        let mut found = Vec::new();
        let read = read("content/a.md".into(), source, false, &mut found);
        let told = found.iter().map(|one| format!("{} {}", one.code(), one.location)).collect();
        (read.map(|(front, body)| (front, body.to_owned())), told)
    }

    #[test]
    fn toml_and_yaml_say_the_same() {
        let toml = "+++\ntitle = \"A\"\ndate = 2026-11-21\n[taxonomies]\ntags = [\"x\"]\n[extra]\nn = 1\n+++\n\nBody";
        let yaml = "---\ntitle: A\ndate: 2026-11-21\ntaxonomies:\n  tags: [x]\nextra:\n  n: 1\n---\n\nBody";
        for source in [toml, yaml] {
            let (read, found) = front(source);
            let (front, body) = read.expect("the front matter is read");
            assert!(found.is_empty(), "{found:?}");
            assert_eq!((front.title.as_deref(), body.trim()), (Some("A"), "Body"));
            assert_eq!(front.date.map(|date| date.written).as_deref(), Some("2026-11-21"));
            assert_eq!((&front.taxonomies["tags"][0], &front.extra["n"]), (&"x".into(), &1.into()));
        }
    }

    #[test]
    fn what_is_wrong_is_told_at_its_line() {
        assert_eq!(front("no front matter").1, ["CK0602 content/a.md"]);
        assert_eq!(front("+++\ntitle = 1").1, ["CK0602 content/a.md"]);
        assert_eq!(front("+++\ntitle = \n+++\n").1, ["CK0601 content/a.md:2:9"]);
        assert_eq!(front("---\ntitle: [\n---\n").1.len(), 1);
        assert_eq!(front("---\n- a\n---\n").1, ["CK0601 content/a.md:2:1"]);
        assert_eq!(front("+++\ntitle = \"A\"\norder = 1\n+++\n").1, ["CK0802 content/a.md:3:1"]);
        assert_eq!(front("+++\ndate = \"hôm nay\"\n+++\n").1, ["CK0604 content/a.md"]);
    }

    #[test]
    fn an_empty_front_matter_is_one() {
        for source in ["+++\n+++\n", "---\n---\nx", "\u{feff}+++\r\n+++\r\nx"] {
            let (read, found) = front(source);
            assert!(read.is_some() && found.is_empty(), "{source:?} {found:?}");
        }
    }
}
