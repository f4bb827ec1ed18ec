//! Footnotes as one list at the end of the text.

use std::collections::BTreeMap;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::code::escape;

/// Moves every footnote that is referred to into a list at the end, in the order of the references, each with links
/// back to them. A footnote that nothing refers to is left out.
pub(super) fn to_bottom(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let (mut body, mut notes) = separate(events);
    let mut order = Order::default();
    body.iter_mut().for_each(|event| order.number(event));
    let mut list = Vec::new();
    let mut at = 0;
    // A footnote may refer to others, which then join the end of the list.
    while let Some(name) = order.names.get(at).cloned() {
        at += 1;
        let Some(mut note) = notes.remove(&name) else { continue };
        note.iter_mut().for_each(|event| order.number(event));
        list.push((name, note));
    }
    if !list.is_empty() {
        append(&mut body, list, &order);
    }
    body
}

/// The text without its footnotes, and the footnotes by name.
fn separate(events: Vec<Event<'_>>) -> (Vec<Event<'_>>, BTreeMap<String, Vec<Event<'_>>>) {
    let mut body = Vec::with_capacity(events.len());
    let mut notes: BTreeMap<String, Vec<Event<'_>>> = BTreeMap::new();
    let mut open: Vec<(String, Vec<Event<'_>>)> = Vec::new();
    for event in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) => open.push((name.to_string(), Vec::new())),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((name, note)) = open.pop() {
                    notes.entry(name).or_insert(note);
                }
            }
            other => open.last_mut().map_or(&mut body, |(_, note)| note).push(other),
        }
    }
    (body, notes)
}

/// Which footnote has which number, and how often it was referred to.
#[derive(Default)]
struct Order {
    names: Vec<String>,
    uses: BTreeMap<String, (usize, usize)>,
}

impl Order {
    /// Writes the number into a reference.
    fn number(&mut self, event: &mut Event<'_>) {
        let Event::FootnoteReference(name) = event else { return };
        let name = name.to_string();
        if !self.uses.contains_key(&name) {
            self.names.push(name.clone());
            self.uses.insert(name.clone(), (self.names.len(), 0));
        }
        let Some((number, uses)) = self.uses.get_mut(&name) else { return };
        *uses += 1;
        let name = escape(&name);
        let html = format!(
            "<sup class=\"footnote-reference\" id=\"fr-{name}-{uses}\"><a href=\"#fn-{name}\">{number}</a></sup>"
        );
        *event = Event::InlineHtml(CowStr::from(html));
    }

    /// The links from a footnote to the places that refer to it.
    fn back(&self, name: &str) -> String {
        let uses = self.uses.get(name).map_or(0, |(_, uses)| *uses);
        let name = escape(name);
        (1..=uses)
            .map(|nth| {
                let label = if nth == 1 { String::new() } else { nth.to_string() };
                format!(" <a href=\"#fr-{name}-{nth}\">↩{label}</a>")
            })
            .collect()
    }
}

fn append<'a>(body: &mut Vec<Event<'a>>, list: Vec<(String, Vec<Event<'a>>)>, order: &Order) {
    body.push(Event::Html("<section class=\"footnotes\">\n<ol class=\"footnotes-list\">\n".into()));
    for (name, mut note) in list {
        let back = Event::InlineHtml(order.back(&name).into());
        body.push(Event::Html(format!("<li id=\"fn-{}\">\n", escape(&name)).into()));
        match note.last() {
            Some(Event::End(TagEnd::Paragraph)) => note.insert(note.len() - 1, back),
            _ => note.push(back),
        }
        body.append(&mut note);
        body.push(Event::Html("</li>\n".into()));
    }
    body.push(Event::Html("</ol>\n</section>\n".into()));
}
