//! Markdown → HTML, once every page has its address.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

use crate::text;

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
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut rendered = Rendered::default();
    let mut events: Vec<Event<'_>> = Vec::new();
    for event in Parser::new_ext(markdown, options) {
        events.push(link(event, resolve, &mut rendered.broken));
    }
    anchor_headings(&mut events, &mut rendered.toc);
    html::push_html(&mut rendered.html, events.into_iter());
    rendered
}

fn link<'a>(event: Event<'a>, resolve: &dyn Fn(&str) -> Option<String>, broken: &mut Vec<String>) -> Event<'a> {
    let mut target = |dest_url: CowStr<'a>| destination(dest_url, resolve, broken);
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) if link_type != LinkType::Email => {
            Event::Start(Tag::Link { link_type, dest_url: target(dest_url), title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: target(dest_url), title, id })
        }
        other => other,
    }
}

fn destination<'a>(link: CowStr<'a>, resolve: &dyn Fn(&str) -> Option<String>, broken: &mut Vec<String>) -> CowStr<'a> {
    let (target, anchor) = link.split_at(link.find('#').unwrap_or(link.len()));
    if !(target.starts_with("@/") || (target.starts_with('/') && !target.starts_with("//"))) {
        return link;
    }
    match resolve(target) {
        Some(found) => format!("{found}{anchor}").into(),
        None => {
            broken.push(link.to_string());
            link
        }
    }
}

/// Gives every heading an anchor made of its text, moves a level-1 heading down (the page's title is the only
/// one), and lists levels 2 and 3.
fn anchor_headings(events: &mut [Event<'_>], toc: &mut Vec<TocEntry>) {
    let mut open: Option<usize> = None;
    let mut title = String::new();
    for at in 0..events.len() {
        match &mut events[at] {
            Event::Start(Tag::Heading { .. }) => {
                open = Some(at);
                title.clear();
            }
            Event::Text(words) | Event::Code(words) if open.is_some() => title.push_str(words),
            Event::End(TagEnd::Heading(level)) => {
                *level = lowered(*level);
                let id = unique(&text::slug(&title), toc);
                if let Some(Event::Start(Tag::Heading { level, id: anchor, .. })) =
                    open.take().map(|start| &mut events[start])
                {
                    *level = lowered(*level);
                    *anchor = Some(id.clone().into());
                    toc.push(TocEntry { level: *level as u8, id, title: title.clone() });
                }
            }
            _ => {}
        }
    }
    toc.retain(|entry| entry.level <= 3);
}

fn lowered(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level }
}

fn unique(slug: &str, taken: &[TocEntry]) -> String {
    let free = |id: &str| taken.iter().all(|entry| entry.id != id);
    if free(slug) {
        return slug.to_owned();
    }
    (2..).map(|number| format!("{slug}-{number}")).find(|id| free(id)).expect("numbers do not run out")
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
