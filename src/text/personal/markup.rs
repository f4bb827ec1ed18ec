//! The words of a page, without its markup.

use crate::text::markup::{Markup, Piece};

/// Whether the value of an attribute is read by people, or copied by them.
fn is_read(name: &str) -> bool {
    matches!(name, "href" | "content" | "alt" | "title" | "aria-label" | "value" | "placeholder")
}

/// Elements inside a line, which do not part the digits of a number.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "b" | "i"
            | "em"
            | "strong"
            | "span"
            | "mark"
            | "u"
            | "small"
            | "wbr"
            | "a"
            | "abbr"
            | "code"
            | "sup"
            | "sub"
            | "bdi"
            | "font"
    )
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
                self.is_style = tag.name == "style";
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

/// Ends the line where an element does.
fn part(text: &mut String, name: &str) {
    if !is_inline(name) {
        text.push('\n');
    }
}

/// Adds the values of the attributes that are read, each on its own line.
fn push_attributes(text: &mut String, attributes: &[(&str, &str)]) {
    for (name, value) in attributes {
        // Links inside the site lead to pages, which are looked at themselves.
        if is_read(name) && (*name != "href" || value.contains(':')) {
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
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((entity(&rest[1..end])?, end))) {
            Some((letter, end)) => {
                text.push(letter);
                rest = &rest[end + 1..];
            }
            None => {
                text.push('&');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
}

fn entity(name: &str) -> Option<char> {
    match name {
        "nbsp" | "ensp" | "emsp" | "thinsp" => Some(' '),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "commat" => Some('@'),
        "colon" => Some(':'),
        "period" => Some('.'),
        "hyphen" | "dash" | "ndash" => Some('-'),
        "shy" | "zwnj" | "zwj" => Some('\u{200B}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
