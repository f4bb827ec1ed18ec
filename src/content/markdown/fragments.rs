//! Pieces of finished HTML that a Markdown text refers to.
//!
//! What a shortcode gives is HTML already and must come through Markdown unchanged. The text carries a short mark in its
//! place, two private-use characters around a number, which Markdown reads as one word of the text.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// The fragments of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragments {
    open: char,
    close: char,
    html: Vec<String>,
}

impl Default for Fragments {
    fn default() -> Self {
        Self { open: '\u{10F900}', close: '\u{10F901}', html: Vec::new() }
    }
}

impl Fragments {
    /// Fragments whose marks cannot be mistaken for anything in `text`.
    #[must_use]
    pub fn for_text(text: &str) -> Self {
        let free = |letter: &char| !text.contains(*letter);
        let mut unused = ('\u{10F900}'..='\u{10FFFD}').filter(free);
        match (unused.next(), unused.next()) {
            (Some(open), Some(close)) => Self { open, close, html: Vec::new() },
            _ => Self::default(),
        }
    }

    /// Keeps a piece of HTML and returns the mark that stands for it.
    pub fn mark(&mut self, html: String) -> String {
        let mark = format!("{}{}{}", self.open, self.html.len(), self.close);
        self.html.push(html);
        mark
    }

    /// Puts the HTML in the place of every mark, also of those within other fragments.
    #[must_use]
    pub fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        self.fill_into(&mut filled, text, self.html.len());
        filled
    }

    /// `below`: only fragments made before this one may stand within it, so that no hostile text makes a circle.
    fn fill_into(&self, filled: &mut String, text: &str, below: usize) {
        let mut rest = text;
        while let Some(start) = rest.find(self.open) {
            filled.push_str(&rest[..start]);
            let after = &rest[start + self.open.len_utf8()..];
            match self.number(after).filter(|&(number, _)| number < below) {
                Some((number, length)) => {
                    self.fill_into(filled, &self.html[number], number);
                    rest = &after[length..];
                }
                None => {
                    filled.push(self.open);
                    rest = after;
                }
            }
        }
        filled.push_str(rest);
    }

    /// The number at the beginning of `text`, and how long it is with its closing character.
    fn number(&self, text: &str) -> Option<(usize, usize)> {
        let digits = text.find(|letter: char| !letter.is_ascii_digit())?;
        let number = text[..digits].parse().ok().filter(|&number: &usize| number < self.html.len())?;
        text[digits..].starts_with(self.close).then_some((number, digits + self.close.len_utf8()))
    }

    /// Whether a text holds a mark.
    pub(super) fn are_in(&self, text: &str) -> bool {
        !self.html.is_empty() && text.contains(self.open)
    }

    /// A text without its marks.
    pub(super) fn without(&self, text: &str) -> String {
        if !self.are_in(text) {
            return text.to_owned();
        }
        let bare = Self { html: vec![String::new(); self.html.len()], ..*self };
        bare.fill(text)
    }

    fn is_mark(&self, text: &str) -> bool {
        text.trim()
            .strip_prefix(self.open)
            .is_some_and(|rest| self.number(rest).is_some_and(|(_, length)| length == rest.len()))
    }

    /// A paragraph that is nothing but one mark loses its `<p>`: what stands there is often a block.
    pub(super) fn unwrap_paragraphs(&self, events: &mut Vec<Event<'_>>) {
        if self.html.is_empty() {
            return;
        }
        let mut kept: Vec<Event<'_>> = Vec::with_capacity(events.len());
        for event in events.drain(..) {
            kept.push(event);
            if let [.., Event::Start(Tag::Paragraph), Event::Text(text), Event::End(TagEnd::Paragraph)] = &kept[..]
                && self.is_mark(text)
            {
                let html = CowStr::from(format!("{text}\n"));
                kept.truncate(kept.len() - 3);
                kept.push(Event::Html(html));
            }
        }
        *events = kept;
    }
}
