//! The Markdown of our own theme's pages, once every page has its address.

use super::markdown::{self, AnchorRule, Fragments, Heading, Host, LinkKind, MarkdownOptions};

/// HTML of one Markdown text, with its headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML.
    pub html: String,
    /// Headings of level 2 and 3, in order.
    pub toc: Vec<TocEntry>,
    /// `@/` links to files that do not exist, as written.
    pub broken: Vec<String>,
}

/// One heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TocEntry {
    /// Level, 2 or 3.
    pub level: u8,
    /// Anchor on the page.
    pub id: String,
    /// Text without markup.
    pub title: String,
}

/// Renders Markdown.
///
/// `resolve` turns an `@/folder/file.md` link (without its anchor) or a link from the site's root (`/lien-he/`)
/// into a link from the page that is being made, and gives nothing for an `@/` file that does not exist.
pub fn render(markdown: &str, resolve: &dyn Fn(&str) -> Option<String>) -> Rendered {
    let options = MarkdownOptions { anchors: AnchorRule::House, ..MarkdownOptions::default() };
    let rendered = markdown::render(markdown, &options, &Fragments::default(), &House { resolve });
    let mut toc = Vec::new();
    flatten(rendered.toc, &mut toc);
    Rendered { html: rendered.html, toc, broken: rendered.broken }
}

struct House<'a> {
    resolve: &'a dyn Fn(&str) -> Option<String>,
}

impl Host for House<'_> {
    fn permalink(&self) -> &str {
        ""
    }

    fn link(&self, kind: LinkKind, target: &str) -> Option<String> {
        match kind {
            LinkKind::Internal => (self.resolve)(&format!("@/{target}")),
            _ => (self.resolve)(target),
        }
    }
}

/// Lists nested headings of levels 2 and 3 in the order of the text.
fn flatten(headings: Vec<Heading>, toc: &mut Vec<TocEntry>) {
    for heading in headings {
        if heading.level <= 3 {
            toc.push(TocEntry { level: heading.level, id: heading.id, title: heading.title });
        }
        flatten(heading.children, toc);
    }
}

#[cfg(test)]
mod tests {
    use super::render;

    fn resolve(target: &str) -> Option<String> {
        (target != "@/missing.md").then(|| format!("../{}", target.trim_start_matches(['@', '/'])))
    }

    #[test]
    fn headings_get_unique_anchors_without_marks() {
        let rendered = render("## Đất đai\n\n## Đất đai\n\n# Lớn", &resolve);
        let ids: Vec<_> = rendered.toc.iter().map(|entry| (entry.level, entry.id.as_str())).collect();
        assert_eq!(ids, [(2, "dat-dai"), (2, "dat-dai-2"), (2, "lon")]);
        assert!(rendered.html.contains("<h2 id=\"dat-dai-2\">Đất đai</h2>"));
    }

    #[test]
    fn links_into_the_site_are_resolved_and_keep_their_anchor() {
        let rendered = render("[a](@/tin.md#x) [b](/lien-he/) [c](https://e.example/) [d](#dau)", &resolve);
        for href in ["../tin.md#x", "../lien-he/", "https://e.example/", "#dau"] {
            assert!(rendered.html.contains(&format!("href=\"{href}\"")), "{href}: {}", rendered.html);
        }
    }

    #[test]
    fn a_link_to_a_missing_file_is_told() {
        assert_eq!(render("[a](@/missing.md)", &resolve).broken, ["@/missing.md"]);
    }
}
