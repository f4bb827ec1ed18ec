//! Code blocks that the site colours: one event each, so that no later stage sees into them.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::{Fragments, Host};

/// Replaces every code block that the host has its own HTML for.
pub(super) fn replace<'a>(
    events: impl Iterator<Item = Event<'a>>,
    fragments: &Fragments,
    host: &dyn Host,
) -> Vec<Event<'a>> {
    let mut replaced = Vec::new();
    // Where the open block begins, what stands behind its fence, and its code.
    let mut open: Option<(usize, String, String)> = None;
    for event in events {
        match (&event, &mut open) {
            (Event::Start(Tag::CodeBlock(kind)), _) => open = Some((replaced.len(), info(kind), String::new())),
            (Event::Text(text), Some((_, _, code))) => code.push_str(text),
            _ => {}
        }
        let closes = event == Event::End(TagEnd::CodeBlock);
        replaced.push(event);
        if closes
            && let Some((start, info, code)) = open.take()
            && let Some(html) = host.code(&info, &fragments.fill(&code))
        {
            replaced.truncate(start);
            replaced.push(Event::Html(CowStr::from(html)));
        }
    }
    replaced
}

fn info(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(info) => info.to_string(),
        CodeBlockKind::Indented => String::new(),
    }
}

/// Text as it must stand in an element or in a quoted attribute.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}
