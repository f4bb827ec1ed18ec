//! The words of a page, without its markup.

use html5gum::{Token, Tokenizer};

use crate::text::markup::{Markup, Piece};

/// Attributes whose values are read by people, or copied by them.
const READ: [&str; 7] = ["href", "content", "alt", "title", "aria-label", "value", "placeholder"];

/// Elements inside a line, which do not part the digits of a number.
const INLINE: [&str; 30] = [
    "b", "i", "em", "strong", "span", "mark", "u", "small", "wbr", "a", "abbr", "code", "sup", "sub", "bdi", "bdo",
    "font", "del", "ins", "s", "strike", "q", "cite", "kbd", "samp", "var", "tt", "big", "time", "tspan",
];

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|one| one.eq_ignore_ascii_case(name))
}

/// What a reader of a page can see or copy: its text, and the attributes that hold text or addresses. Tags inside a
/// line leave nothing behind, others a line end; the few entities that hide letters or digits are resolved.
#[must_use]
pub fn visible_text(html: &str) -> String {
    let mut visible = VisibleText::default();
    let mut markup = Markup::new(html);
    while let Some(piece) = markup.next() {
        visible.add(&piece);
    }
    visible.into_text()
}

/// Collects the [`visible_text`] of a page that is read for something else as well.
#[derive(Debug, Default)]
pub struct VisibleText {
    text: String,
    is_style: bool,
}

impl VisibleText {
    /// Adds the next piece of the page.
    pub fn add(&mut self, piece: &Piece<'_, '_>) {
        match piece {
            Piece::Text(words) if !self.is_style => push_text(&mut self.text, words),
            Piece::Text(_) => {}
            Piece::Open(tag) => {
                self.is_style = tag.name.eq_ignore_ascii_case("style");
                part(&mut self.text, tag.name);
                push_attributes(&mut self.text, tag.attributes);
            }
            Piece::Close(name) => {
                self.is_style = false;
                part(&mut self.text, name);
            }
        }
    }

    /// What was collected.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }
}

/// Ends the line where an element does; comments, which have no name, are not seen.
fn part(text: &mut String, name: &str) {
    if !name.is_empty() && !is_one_of(&INLINE, name) {
        text.push('\n');
    }
}

/// Adds the values of the attributes that are read, each on its own line.
fn push_attributes(text: &mut String, attributes: &[(&str, &str)]) {
    for (name, value) in attributes {
        // Links inside the site lead to pages, which are looked at themselves.
        if is_one_of(&READ, name) && (!name.eq_ignore_ascii_case("href") || value.contains(':')) {
            push_text(text, value);
            text.push('\n');
        }
    }
}

/// Adds text with its entities resolved.
fn push_text(text: &mut String, raw: &str) {
    let mut rest = raw;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest[1..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
        let end = 1 + name + usize::from(rest.as_bytes().get(1 + name) == Some(&b';'));
        match entity(&rest[1..end]) {
            Some(letter) => text.push(letter),
            None => push_rare_entity(text, &rest[..end]),
        }
        rest = &rest[end..];
    }
    text.push_str(rest);
}

/// The letter of the entities that pages are full of.
fn entity(name: &str) -> Option<char> {
    match name {
        "nbsp;" => Some(' '),
        "amp;" => Some('&'),
        "lt;" => Some('<'),
        "gt;" => Some('>'),
        "quot;" | "#34;" => Some('"'),
        "#x27;" | "#39;" => Some('\''),
        "#x2f;" => Some('/'),
        _ => None,
    }
}

/// Adds what browsers read where `written` stands, an ampersand and what may be the name of an entity.
fn push_rare_entity(text: &mut String, written: &str) {
    for token in Tokenizer::new(written) {
        if let Ok(Token::String(letters)) = token {
            text.push_str(&String::from_utf8_lossy(&letters));
        }
    }
}
