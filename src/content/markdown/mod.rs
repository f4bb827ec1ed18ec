//! Markdown → HTML, with every option that Zola has.
//!
//! Comes in: one Markdown text, [`MarkdownOptions`], the [`Fragments`] that stand for shortcodes, and a [`Host`] that
//! answers what the text asks of its site. Goes out: [`Rendered`]. Refuses to know: sites, templates, highlighting.
//!
//! The text is read once into events; the stages (`code`, `links`, `headings`, `footnotes`, `summary`) change the list of
//! events, and only the last one (`write`) makes HTML of it. So the summary is the beginning of the same list with its
//! open elements closed, never a piece of HTML cut in two.

mod code;
mod count;
mod emoji;
mod footnotes;
mod fragments;
mod headings;
mod links;
mod summary;
#[cfg(test)]
mod tests;
mod write;

use pulldown_cmark::{Event, Options, Parser, TextMergeStream};

pub use code::escape;
pub use count::{reading_minutes, words};
pub use fragments::Fragments;
pub use headings::{AnchorLinks, AnchorRule, Heading};
pub use links::{ExternalLinks, InternalLink, LinkKind};

/// What a site may choose about its Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkdownOptions {
    /// Straight quotes, `--` and `...` become typographic ones.
    pub smart_punctuation: bool,
    /// `:smile:` becomes the emoji.
    pub render_emoji: bool,
    /// A line that begins with `: ` defines the line above it.
    pub definition_list: bool,
    /// `> [!NOTE]` gives the quote a class.
    pub github_alerts: bool,
    /// Footnotes stand in one list at the end, with links back.
    pub bottom_footnotes: bool,
    /// Pictures are loaded when they come into view.
    pub lazy_async_image: bool,
    /// What links to other sites carry.
    pub external_links: ExternalLinks,
    /// Where headings get a link to themselves.
    pub anchor_links: AnchorLinks,
    /// How a heading's text becomes its anchor.
    pub anchors: AnchorRule,
}

/// What a Markdown text asks of the site it belongs to.
pub trait Host {
    /// Address of the page that the text stands on, with a slash at its end; empty where links are to stay relative.
    fn permalink(&self) -> &str;

    /// Where a link leads. `target` has no anchor; nothing means that there is no such target.
    ///
    /// Asked for [`LinkKind::Internal`] with the path after `@/`, and for [`LinkKind::FromRoot`] as written.
    fn link(&self, kind: LinkKind, target: &str) -> Option<String>;

    /// The link that a heading gets to itself.
    fn anchor_link(&self, id: &str, level: u8) -> String {
        format!(
            "<a class=\"zola-anchor\" href=\"#{id}\" aria-label=\"Anchor link for: {id}\" data-level=\"{level}\">🔗</a>"
        )
    }

    /// A code block as HTML; nothing leaves it to the plain form. `info` is all that stands behind the opening fence.
    fn code(&self, info: &str, code: &str) -> Option<String> {
        let _ = (info, code);
        None
    }

    /// What stands at the end of a summary that stops within a paragraph.
    fn summary_cutoff(&self) -> String {
        "…".to_owned()
    }
}

/// One Markdown text as HTML, and what it says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML.
    pub html: String,
    /// What stands above `<!-- more -->`; nothing where there is no such mark.
    pub summary: Option<String>,
    /// Headings, nested by level.
    pub toc: Vec<Heading>,
    /// Links to pages of the site, in order; their anchors can be checked once all pages are made.
    pub internal_links: Vec<InternalLink>,
    /// Links to other sites, in order.
    pub external_links: Vec<String>,
    /// Links to files of the site that do not exist, as written.
    pub broken: Vec<String>,
}

/// Renders Markdown.
#[must_use]
pub fn render(text: &str, options: &MarkdownOptions, fragments: &Fragments, host: &dyn Host) -> Rendered {
    let mut rendered = Rendered::default();
    let parsed = TextMergeStream::new(Parser::new_ext(text, extensions(options)));
    let mut events: Vec<Event<'_>> = code::replace(parsed, fragments, host);
    fragments.unwrap_paragraphs(&mut events);
    links::resolve(&mut events, fragments, host, &mut rendered);
    let mut flat = headings::anchor(&mut events, options, fragments, host);
    if options.render_emoji {
        emoji::replace(&mut events);
        flat.iter_mut().for_each(|heading| heading.title = emoji::named(&heading.title));
    }
    let cut = summary::cut(&mut events);
    let external = rendered.external_links.iter().map(String::as_str).collect();
    let write = write::Writer { options, fragments, external };
    rendered.summary = cut.map(|cut| write.html(summary::begin(&events, &cut, host)).trim_end().to_owned());
    if options.bottom_footnotes {
        events = footnotes::to_bottom(events);
    }
    rendered.html = write.html(events);
    rendered.toc = headings::nest(flat);
    rendered
}

fn extensions(options: &MarkdownOptions) -> Options {
    let mut enabled =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    enabled.set(Options::ENABLE_HEADING_ATTRIBUTES, options.anchors != AnchorRule::House);
    enabled.set(Options::ENABLE_SMART_PUNCTUATION, options.smart_punctuation);
    enabled.set(Options::ENABLE_DEFINITION_LIST, options.definition_list);
    enabled.set(Options::ENABLE_GFM, options.github_alerts);
    enabled
}
