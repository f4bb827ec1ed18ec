//! Markdown files → sections and pages.

use camino::{Utf8Path, Utf8PathBuf};

use crate::diag::{Diagnostic, Lang, Location, SourceProblem};
use crate::text;

use super::front_matter::{self, Data, FrontMatter};
use super::{Content, DataSpec, Page, Section, SortBy};

/// Reads content files: pairs of path (relative to the site's root, below `content/`) and bytes, in path order.
///
/// Every file is read; problems of one never hide those of another.
#[must_use]
pub fn read(files: impl IntoIterator<Item = (Utf8PathBuf, Vec<u8>)>, default: Lang) -> (Content, Vec<Diagnostic>) {
    let mut content = Content::default();
    let mut diagnostics = Vec::new();
    for (path, bytes) in files {
        let Ok(text) = String::from_utf8(bytes) else {
            diagnostics.push(Diagnostic::new(SourceProblem::NotUtf8, Location::file(path)));
            continue;
        };
        if let Some((front, body)) = front_matter::split(&path, &text, &mut diagnostics) {
            file(&path, front, body, default, &mut content, &mut diagnostics);
        }
    }
    (content, diagnostics)
}

fn file(
    path: &Utf8Path,
    front: FrontMatter,
    body: &str,
    default: Lang,
    content: &mut Content,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (folder, name, lang) = address(path, default);
    if name == "_index" {
        content.sections.push(section(path, folder, lang, front, body, diagnostics));
    } else {
        content.pages.push(page(path, folder, name, lang, front, body, diagnostics));
    }
}

/// Folder below `content/`, file name without endings, and language: `content/tin-tuc/a.en.md` is `(tin-tuc, a, En)`.
///
/// A folder that holds an `index.md` is a page named for the folder, as in Zola.
fn address(path: &Utf8Path, default: Lang) -> (String, &str, Lang) {
    let below = path.strip_prefix("content").unwrap_or(path);
    let folder = below.parent().unwrap_or(Utf8Path::new(""));
    let stem = path.file_stem().unwrap_or_default();
    let (stem, lang) = match stem.rsplit_once('.').map(|(stem, tag)| (stem, Lang::from_tag(tag), tag.len())) {
        Some((stem, Some(lang), 2)) => (stem, lang),
        _ => (stem, default),
    };
    if stem == "index" && folder.file_name().is_some() {
        let parent = folder.parent().unwrap_or(Utf8Path::new(""));
        return (parent.to_string(), path.parent().and_then(Utf8Path::file_name).unwrap_or(stem), lang);
    }
    (folder.to_string(), stem, lang)
}

fn section(
    path: &Utf8Path,
    folder: String,
    lang: Lang,
    front: FrontMatter,
    body: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Section {
    let sort_by = match front.sort_by.as_deref() {
        Some("date") => SortBy::Date,
        Some("title") => SortBy::Title,
        Some("weight") => SortBy::Weight,
        _ => SortBy::None,
    };
    Section {
        path: path.to_string(),
        folder,
        lang,
        title: front.title,
        description: front.description,
        sort_by,
        weight: front.weight,
        data: front.data.map(|data| data_spec(path, data, diagnostics)),
        body: body.to_owned(),
    }
}

fn data_spec(path: &Utf8Path, data: Data, diagnostics: &mut Vec<Diagnostic>) -> DataSpec {
    DataSpec {
        retrieved: front_matter::date(path, data.retrieved.as_ref(), diagnostics),
        kind: data.kind,
        sources: data.sources,
        layout: data.layout.unwrap_or_else(|| "auto".to_owned()),
        columns: data.columns,
        tolerance: data.tolerance,
        source: data.source,
        source_url: data.source_url,
        index: front_matter::words(data.index.as_ref()),
        edition: front_matter::words(data.edition.as_ref()),
        schemes: data.schemes,
    }
}

fn page(
    path: &Utf8Path,
    folder: String,
    name: &str,
    lang: Lang,
    front: FrontMatter,
    body: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Page {
    let (named_date, rest) = dated_name(name);
    Page {
        path: path.to_string(),
        folder,
        slug: text::slug(front.slug.as_deref().unwrap_or(rest)),
        lang,
        title: if front.title.is_empty() { rest.to_owned() } else { front.title },
        description: front.description,
        date: front_matter::date(path, front.date.as_ref(), diagnostics).or(named_date),
        updated: front_matter::date(path, front.updated.as_ref(), diagnostics),
        weight: front.weight,
        draft: front.draft,
        body: body.to_owned(),
    }
}

/// Splits Zola's `2026-11-20-ten-bai` into its date and the rest.
fn dated_name(name: &str) -> (Option<jiff::civil::Date>, &str) {
    let date = name.get(..10).and_then(text::parse_date);
    match (date, name.get(10..).map(|rest| rest.trim_start_matches(['-', '_']))) {
        (Some(date), Some(rest)) if !rest.is_empty() => (Some(date), rest),
        _ => (None, name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(path: &str, text: &str) -> (Content, Vec<String>) {
        let (content, diagnostics) = read([(Utf8PathBuf::from(path), text.as_bytes().to_vec())], Lang::Vi);
        (content, diagnostics.iter().map(|found| format!("{} {}", found.code(), found.location)).collect())
    }

    #[test]
    fn a_dated_file_name_gives_date_and_slug() {
        let (content, _) = read_one("content/tin-tuc/2026-11-20-lich-truc.md", "+++\ntitle = \"Lịch trực\"\n+++\nChào");
        let page = &content.pages[0];
        assert_eq!((page.folder.as_str(), page.slug.as_str(), page.body.as_str()), ("tin-tuc", "lich-truc", "Chào"));
        assert_eq!(page.date.map(|date| date.to_string()).as_deref(), Some("2026-11-20"));
    }

    #[test]
    fn a_language_ending_is_not_part_of_the_slug() {
        let (content, _) = read_one("content/tin-tuc/fees.en.md", "+++\n+++\n");
        assert_eq!((content.pages[0].slug.as_str(), content.pages[0].lang), ("fees", Lang::En));
    }

    #[test]
    fn a_data_section_keeps_its_sources() {
        let text = "+++\ntitle = \"Thủ tục\"\n[data]\nkind = \"procedures\"\nsources = [\"*.csv\"]\nretrieved = 2026-07-20\n+++\n";
        let (content, found) = read_one("content/thu-tuc/_index.md", text);
        assert!(found.is_empty(), "{found:?}");
        let data = content.sections[0].data.as_ref().expect("the section has data");
        assert_eq!(
            (data.kind.as_str(), data.layout.as_str(), data.tolerance),
            ("procedures", "auto", super::super::Tolerance::Stop)
        );
    }

    #[test]
    fn broken_front_matter_is_reported_at_its_line() {
        assert_eq!(read_one("content/a.md", "+++\ntitle = \n+++\n").1, ["CK0601 content/a.md:2:9"]);
        assert_eq!(read_one("content/a.md", "no front matter").1, ["CK0602 content/a.md"]);
    }

    #[test]
    fn a_misspelt_data_key_is_reported() {
        assert_eq!(
            read_one("content/_index.md", "+++\n[data]\nkinds = \"x\"\n+++\n").1,
            ["CK0103 content/_index.md:3:1"]
        );
    }
}
