use crate::vfs::{FileSystem as _, MemoryFiles};
use crate::zola::config;
use crate::zola::files::Files;

use super::*;

struct Memory(MemoryFiles);

impl Files for Memory {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        self.0.read(path.into()).ok()
    }

    fn list(&self, folder: &str) -> Vec<String> {
        let listing = self.0.walk(folder.into()).unwrap_or_default();
        listing.files.into_iter().map(|path| path.to_string()).collect()
    }
}

fn library(settings: &str, files: &[(&str, &str)]) -> (Library, Vec<String>) {
    let mut memory = MemoryFiles::new();
    for (path, text) in files {
        let text = if path.ends_with(".md") { format!("+++\n{text}\n+++\n") } else { (*text).to_owned() };
        memory.insert(format!("content/{path}"), text);
    }
    let mut found = Vec::new();
    let source = format!("base_url = \"https://e.example\"\n{settings}");
    let config = config::read("config.toml".into(), &source, config::Overrides::default(), |_| None, &mut found);
    let library = read(&Memory(memory), &config, false, &mut found);
    (library, found.iter().map(|one| format!("{} {}", one.code(), one.location)).collect())
}

fn paths(library: &Library, ids: &[usize]) -> Vec<String> {
    ids.iter().map(|id| library.node(*id).path.clone()).collect()
}

fn at<'l>(library: &'l Library, path: &str) -> &'l Node {
    library.node(library.find(path).unwrap_or_else(|| panic!("{path} is there")))
}

#[test]
fn sections_hold_their_pages_in_the_order_asked_for() {
    let (library, found) = library(
        "",
        &[
            ("blog/_index.md", "sort_by = \"date\""),
            ("blog/2026-01-02-b.md", ""),
            ("blog/2026-01-03-a.md", ""),
            ("blog/2026-01-02-a.md", ""),
            ("blog/undated.md", ""),
            ("free.md", ""),
        ],
    );
    let blog = at(&library, "blog/_index.md");
    assert_eq!(found, ["CK0803 content/blog/undated.md"]);
    assert_eq!(paths(&library, &blog.pages), ["/blog/a/", "/blog/a/", "/blog/b/"]);
    assert_eq!(paths(&library, &blog.unsorted), ["/blog/undated/"]);
    let last = at(&library, "blog/2026-01-02-b.md");
    assert_eq!(last.lower, library.find("blog/2026-01-02-a.md"));
    assert_eq!((last.higher, last.ancestors.len()), (None, 2));
    assert_eq!(paths(&library, &at(&library, "_index.md").pages), ["/free/"]);
}

#[test]
fn a_transparent_section_hands_its_pages_on() {
    let (library, _) = library(
        "",
        &[
            ("blog/_index.md", "sort_by = \"weight\""),
            ("blog/2026/_index.md", "transparent = true\nweight = 2"),
            ("blog/2025/_index.md", "transparent = true\nweight = 3"),
            ("blog/2026/a.md", "weight = 2"),
            ("blog/2025/b.md", "weight = 1"),
            ("blog/lost/c.md", "weight = 3"),
        ],
    );
    let blog = at(&library, "blog/_index.md");
    assert_eq!(paths(&library, &blog.pages), ["/blog/2025/b/", "/blog/2026/a/"]);
    assert_eq!(paths(&library, &blog.subsections), ["/blog/2026/", "/blog/2025/"]);
    assert_eq!(paths(&library, &at(&library, "blog/2026/_index.md").pages), ["/blog/2026/a/"]);
    assert_eq!(at(&library, "blog/2025/b.md").higher, library.find("blog/2026/a.md"));
    assert_eq!(at(&library, "blog/lost/c.md").parent, None);
}

#[test]
fn texts_know_their_translations() {
    let settings = "default_language = \"vi\"\n[languages.fr]\n[languages.en]\n";
    let (library, _) =
        library(settings, &[("a.md", ""), ("a.fr.md", "title = \"A\""), ("b/index.en.md", ""), ("v1.0.md", "")]);
    let french = at(&library, "a.fr.md");
    assert_eq!((french.path.as_str(), french.file.lang.as_str()), ("/fr/a/", "fr"));
    assert_eq!(paths(&library, &french.translations), ["/a/", "/fr/a/"]);
    assert_eq!(at(&library, "b/index.en.md").path, "/en/b/");
    assert_eq!(at(&library, "v1.0.md").translations.len(), 1);
    assert_eq!(at(&library, "_index.fr.md").path, "/fr/");
}

#[test]
fn drafts_and_what_lies_below_them_are_left_out() {
    let files = [("a.md", "draft = true"), ("b/_index.md", "draft = true"), ("b/c/d.md", ""), ("e.md", "")];
    let (library, _) = library("", &files);
    let all: Vec<&str> = library.nodes.iter().map(|node| node.path.as_str()).collect();
    assert_eq!(all, ["/", "/e/"]);
}

#[test]
fn files_belong_to_the_text_beside_them() {
    let (library, _) = library(
        "ignored_content = [\"*.xlsx\"]",
        &[
            ("blog/_index.md", ""),
            ("blog/photo.jpg", ""),
            ("blog/bai/index.md", ""),
            ("blog/bai/a.png", ""),
            ("blog/bai/deep/b.png", ""),
            ("blog/bai/c.xlsx", ""),
            ("blog/none/d.png", ""),
        ],
    );
    let names = |path: &str| at(&library, path).assets.iter().map(|asset| asset.name.clone()).collect::<Vec<_>>();
    assert_eq!(names("blog/_index.md"), ["photo.jpg"]);
    assert_eq!(names("blog/bai/index.md"), ["a.png", "deep/b.png"]);
}

#[test]
fn terms_are_merged_by_slug_and_unknown_taxonomies_told() {
    let (library, found) = library(
        "taxonomies = [{name = \"tags\"}]\ntaxonomy_root = \"blog\"",
        &[
            ("a.md", "date = 2026-01-01\n[taxonomies]\ntags = [\"Đất đai\", \"B\"]"),
            ("b.md", "date = 2026-01-02\n[taxonomies]\ntags = [\"đất đai\"]\nkinds = [\"x\"]"),
        ],
    );
    let tags = library.taxonomy("tags", "en").expect("the taxonomy is there");
    let terms: Vec<_> = tags.terms.iter().map(|term| (term.name.as_str(), term.path.as_str())).collect();
    assert_eq!(terms, [("B", "/blog/tags/b/"), ("Đất đai", "/blog/tags/dat-dai/")]);
    assert_eq!(paths(&library, &tags.terms[1].pages), ["/b/", "/a/"]);
    assert_eq!(found, ["CK0804 content/b.md"]);
}

#[test]
fn own_paths_and_slugs_make_addresses() {
    let files = [("x/a.md", "path = \"/hoi/dap\""), ("x/b.md", "slug = \"Tên Khác\""), ("x y/c.md", "")];
    let (library, _) = library("", &files);
    let all: Vec<&str> = library.nodes.iter().map(|node| node.path.as_str()).collect();
    assert_eq!(all, ["/", "/x y/c/", "/hoi/dap/", "/x/ten-khac/"]);
}

#[test]
fn long_lists_are_cut() {
    let config = config::read(
        "c".into(),
        "base_url = \"https://e.example\"",
        config::Overrides::default(),
        |_| None,
        &mut Vec::new(),
    );
    let cut = pagers(&config, &[1, 2, 3], 2, "/blog/", "page");
    let seen: Vec<_> = cut.iter().map(|pager| (pager.index, pager.pages.as_slice(), pager.path.as_str())).collect();
    assert_eq!(seen, [(1, &[1, 2][..], "/blog/"), (2, &[3][..], "/blog/page/2/")]);
    assert_eq!(pagers(&config, &[], 2, "/blog/", "page").len(), 1);
}
