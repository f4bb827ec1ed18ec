//! Emoji by the names that GitHub gives them.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// Replaces the names in every text that is not code.
pub(super) fn replace(events: &mut [Event<'_>]) {
    let mut in_code = false;
    for event in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) if !in_code && text.matches(':').count() > 1 => *text = CowStr::from(named(text)),
            _ => {}
        }
    }
}

/// Replaces every `:name:` of a text by the emoji that GitHub knows by this name.
pub(super) fn named(text: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(':') {
        let after = &rest[open + 1..];
        let close = after.find(|letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '+')));
        let named = close.filter(|&end| after[end..].starts_with(':')).map(|end| &after[..end]);
        match named.and_then(|name| Some((name, gh_emoji::get(name)?))) {
            Some((name, emoji)) => {
                replaced.push_str(&rest[..open]);
                replaced.push_str(emoji);
                rest = &after[name.len() + 1..];
            }
            None => {
                replaced.push_str(&rest[..=open]);
                rest = after;
            }
        }
    }
    replaced.push_str(rest);
    replaced
}
