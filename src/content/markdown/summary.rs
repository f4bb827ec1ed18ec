//! The part of a text above `<!-- more -->`.

use pulldown_cmark::{CowStr, Event, TagEnd};

use super::Host;

/// Stands where the summary ends, so that "read on" can lead there.
const CONTINUE: &str = "<span id=\"continue-reading\"></span>";

/// Where the summary ends.
pub(super) struct Cut {
    /// Number of events above it.
    at: usize,
    /// Elements that are open there, outermost first.
    open: Vec<TagEnd>,
}

/// Finds the first `<!-- more -->` and puts an anchor in its place.
pub(super) fn cut(events: &mut Vec<Event<'_>>) -> Option<Cut> {
    let (at, before, after) = events.iter().enumerate().find_map(|(at, event)| {
        let (Event::Html(html) | Event::InlineHtml(html)) = event else { return None };
        let (start, end) = mark(html)?;
        Some((at, html[..start].to_owned(), html[end..].to_owned()))
    })?;
    let block = matches!(events[at], Event::Html(_));
    let html = |text: String| if block { Event::Html(text.into()) } else { Event::InlineHtml(text.into()) };
    let above = usize::from(!before.is_empty());
    let pieces = [before, format!("{CONTINUE}{after}")].into_iter().filter(|piece| !piece.is_empty()).map(html);
    events.splice(at..=at, pieces);
    Some(Cut { at: at + above, open: open_at(&events[..at]) })
}

/// Where the comment stands in a piece of HTML.
fn mark(html: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(found) = html[from..].find("<!--") {
        let start = from + found;
        let inner = start + 4;
        let end = inner + html[inner..].find("-->")?;
        if html[inner..end].trim().eq_ignore_ascii_case("more") {
            return Some((start, end + 3));
        }
        from = inner;
    }
    None
}

fn open_at(events: &[Event<'_>]) -> Vec<TagEnd> {
    let mut open = Vec::new();
    for event in events {
        match event {
            Event::Start(tag) => open.push(tag.to_end()),
            Event::End(_) => {
                open.pop();
            }
            _ => {}
        }
    }
    open
}

/// The events of the summary: all above the cut, and what closes the open elements.
pub(super) fn begin<'a>(events: &[Event<'a>], cut: &Cut, host: &dyn Host) -> Vec<Event<'a>> {
    // A footnote would lead to a place that the summary does not have.
    let is_kept = |event: &&Event<'a>| !matches!(event, Event::FootnoteReference(_));
    let mut summary: Vec<Event<'a>> = events[..cut.at].iter().filter(is_kept).cloned().collect();
    if cut.open.iter().any(|tag| *tag != TagEnd::HtmlBlock) {
        if let Some(Event::Text(text)) = summary.last_mut() {
            *text = CowStr::from(text.trim_end().to_owned());
        }
        summary.push(Event::InlineHtml(CowStr::from(host.summary_cutoff())));
    }
    summary.extend(cut.open.iter().rev().map(|tag| Event::End(*tag)));
    summary
}
