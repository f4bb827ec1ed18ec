//! Events → HTML.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd, html};

use super::code::escape;
use super::links::escape_address;
use super::{Fragments, MarkdownOptions};

/// Writes the HTML of a list of events.
pub(super) struct Writer<'w> {
    pub(super) options: &'w MarkdownOptions,
    pub(super) fragments: &'w Fragments,
    /// Addresses that the text itself writes in full; others that were made full are the site's own.
    pub(super) external: BTreeSet<&'w str>,
}

impl Writer<'_> {
    pub(super) fn html<'a>(&self, events: Vec<Event<'a>>) -> String {
        let mut written = String::new();
        let events = if self.options.lazy_async_image { lazy_images(events) } else { events };
        html::push_html(&mut written, events.into_iter().map(|event| self.external(event)));
        if self.fragments.are_in(&written) { self.fragments.fill(&written) } else { written }
    }

    fn external<'a>(&self, event: Event<'a>) -> Event<'a> {
        let Event::Start(Tag::Link { link_type, dest_url, title, .. }) = &event else { return event };
        if *link_type == LinkType::Email || !self.external.contains(dest_url.as_ref()) {
            return event;
        }
        match self.options.external_links.opening(dest_url, title) {
            Some(tag) => Event::InlineHtml(tag.into()),
            None => event,
        }
    }
}

/// Writes pictures so that browsers load them when they come into view.
fn lazy_images(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut written = Vec::with_capacity(events.len());
    let mut open: Option<(CowStr<'_>, CowStr<'_>, String)> = None;
    let mut depth = 0_usize;
    for event in events {
        match (&mut open, event) {
            (None, Event::Start(Tag::Image { dest_url, title, .. })) => open = Some((dest_url, title, String::new())),
            (Some(_), Event::Start(Tag::Image { .. })) => depth += 1,
            (Some(_), Event::End(TagEnd::Image)) if depth > 0 => depth -= 1,
            (Some((address, title, alt)), Event::End(TagEnd::Image)) => {
                written.push(Event::InlineHtml(lazy_image(address, title, alt).into()));
                open = None;
            }
            (Some((_, _, alt)), Event::Text(text) | Event::Code(text)) => alt.push_str(&text),
            (Some((_, _, alt)), Event::SoftBreak | Event::HardBreak) => alt.push(' '),
            (Some(_), _) => {}
            (None, other) => written.push(other),
        }
    }
    written
}

fn lazy_image(address: &str, title: &str, alt: &str) -> String {
    let mut tag = format!("<img src=\"{}\" alt=\"{}\"", escape_address(address), escape(alt));
    if !title.is_empty() {
        let _ = write!(tag, " title=\"{}\"", escape(title));
    }
    tag.push_str(" loading=\"lazy\" decoding=\"async\" />");
    tag
}
