//! Headings: their anchors, the links to themselves, and the table of contents.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::{Fragments, Host, MarkdownOptions};
use crate::text;

/// One heading, with those below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Level, 1 to 6.
    pub level: u8,
    /// Anchor on the page.
    pub id: String,
    /// Full address with the anchor.
    pub permalink: String,
    /// Text without markup.
    pub title: String,
    /// Headings of a deeper level that follow before the next one of this level.
    pub children: Vec<Heading>,
}

/// Where a heading's link to itself stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnchorLinks {
    /// There is none.
    #[default]
    None,
    /// Before the text.
    Left,
    /// After the text.
    Right,
    /// Around the text.
    Heading,
}

/// How a heading's text becomes its anchor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnchorRule {
    /// Letters without marks, lower case, hyphens.
    #[default]
    On,
    /// As written, spaces as underscores.
    Safe,
    /// As `Safe`: an anchor has no other limits.
    Off,
    /// As our own theme makes them: our own slug, numbered from 2, and the page's title is the only heading of level 1.
    House,
}

impl AnchorRule {
    fn anchor(self, title: &str) -> String {
        match self {
            Self::On => slug::slugify(title),
            Self::Safe | Self::Off => title.trim().replace(char::is_whitespace, "_"),
            Self::House => text::slug(title),
        }
    }

    /// The number behind the second anchor of one name.
    fn first_number(self) -> usize {
        if self == Self::House { 2 } else { 1 }
    }
}

/// Gives every heading its anchor, and returns them in order.
pub(super) fn anchor(
    events: &mut Vec<Event<'_>>,
    options: &MarkdownOptions,
    fragments: &Fragments,
    host: &dyn Host,
) -> Vec<Heading> {
    let mut taken = Taken { rule: options.anchors, ids: given(events), next: BTreeMap::new() };
    let mut found = Vec::new();
    let mut made: Vec<Event<'_>> = Vec::with_capacity(events.len());
    let mut open: Option<usize> = None;
    for event in events.drain(..) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                open = Some(made.len());
                made.push(event);
            }
            Event::End(TagEnd::Heading(level)) => {
                let level = lowered(level, options.anchors);
                if let Some(start) = open.take() {
                    let title = fragments.without(&words(&made[start..]));
                    let heading = close(&mut made, start, level, title, &mut taken, host);
                    link_to_itself(&mut made, start, &heading, options.anchor_links, host);
                    found.push(heading);
                }
                made.push(Event::End(TagEnd::Heading(level)));
            }
            other => made.push(other),
        }
    }
    *events = made;
    found
}

/// Writes level and anchor into the heading that was opened at `start`.
fn close(
    events: &mut [Event<'_>],
    start: usize,
    level: HeadingLevel,
    title: String,
    taken: &mut Taken,
    host: &dyn Host,
) -> Heading {
    let mut anchor = String::new();
    if let Event::Start(Tag::Heading { level: opened, id, .. }) = &mut events[start] {
        *opened = level;
        anchor = id.as_ref().map_or_else(|| taken.free(&title), ToString::to_string);
        *id = Some(CowStr::from(anchor.clone()));
    }
    let permalink = format!("{}#{anchor}", host.permalink());
    Heading { level: level as u8, id: anchor, permalink, title, children: Vec::new() }
}

fn lowered(level: HeadingLevel, rule: AnchorRule) -> HeadingLevel {
    if rule == AnchorRule::House && level == HeadingLevel::H1 { HeadingLevel::H2 } else { level }
}

fn words(events: &[Event<'_>]) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

fn link_to_itself(events: &mut Vec<Event<'_>>, start: usize, heading: &Heading, place: AnchorLinks, host: &dyn Host) {
    if place == AnchorLinks::None {
        return;
    }
    let link = host.anchor_link(&heading.id, heading.level);
    match place {
        AnchorLinks::None => {}
        AnchorLinks::Left => events.insert(start + 1, Event::InlineHtml(link.into())),
        AnchorLinks::Right => events.push(Event::InlineHtml(link.into())),
        AnchorLinks::Heading => {
            let Some(opening) = opening_tag(&link) else { return };
            events.insert(start + 1, Event::InlineHtml(opening.to_owned().into()));
            events.push(Event::InlineHtml("</a>".into()));
        }
    }
}

/// The first `<a …>` of a piece of HTML.
fn opening_tag(html: &str) -> Option<&str> {
    let start = html.find("<a ")?;
    let end = html[start..].find('>')?;
    Some(&html[start..=start + end])
}

/// Anchors that the text gives itself: no made one may take their name.
fn given(events: &[Event<'_>]) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for event in events {
        match event {
            Event::Start(Tag::Heading { id: Some(id), .. }) => {
                ids.insert(id.to_string());
            }
            Event::Html(html) | Event::InlineHtml(html) => ids.extend(ids_of(html)),
            _ => {}
        }
    }
    ids
}

/// Values of the `id` attributes in a piece of raw HTML.
fn ids_of(html: &str) -> impl Iterator<Item = String> + '_ {
    html.match_indices("id=").filter_map(|(at, name)| {
        let before = html[..at].chars().next_back();
        let value = &html[at + name.len()..];
        let quote = value.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
        let inner = &value[1..];
        let end = inner.find(quote)?;
        before.is_some_and(char::is_whitespace).then(|| inner[..end].to_owned())
    })
}

struct Taken {
    rule: AnchorRule,
    ids: BTreeSet<String>,
    /// The number to try next, by anchor: a text may have the same heading a thousand times.
    next: BTreeMap<String, usize>,
}

impl Taken {
    /// An anchor for a heading that nothing else on the page has.
    fn free(&mut self, title: &str) -> String {
        let wanted = self.rule.anchor(title);
        if self.ids.insert(wanted.clone()) {
            return wanted;
        }
        let next = self.next.entry(wanted.clone()).or_insert(self.rule.first_number());
        loop {
            let id = format!("{wanted}-{next}");
            *next += 1;
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Puts headings below those of a higher level that stand before them.
pub(super) fn nest(flat: Vec<Heading>) -> Vec<Heading> {
    let mut open: Vec<Heading> = Vec::new();
    let mut roots = Vec::new();
    for heading in flat {
        while open.last().is_some_and(|last| last.level >= heading.level) {
            hand_over(&mut open, &mut roots);
        }
        open.push(heading);
    }
    while !open.is_empty() {
        hand_over(&mut open, &mut roots);
    }
    roots
}

/// Closes the innermost open heading.
fn hand_over(open: &mut Vec<Heading>, roots: &mut Vec<Heading>) {
    if let Some(closed) = open.pop() {
        open.last_mut().map_or(roots, |parent| &mut parent.children).push(closed);
    }
}
