//! The links and anchors of one HTML page.

use std::collections::BTreeSet;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// The links and anchors of one page, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageLinks {
    /// Values of `href` and `src`.
    pub links: BTreeSet<String>,
    /// Values of `id`, and of `name` on `a`.
    pub ids: BTreeSet<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Attribute {
    Link,
    Id,
    Other,
}

/// Reads the links and anchors of a page.
#[must_use]
pub fn scan(html: &[u8]) -> PageLinks {
    let mut page = PageLinks::default();
    let mut attribute = Attribute::Other;
    let mut is_anchor = false;
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<()> {
        match event {
            CallbackEvent::OpenStartTag { name } => is_anchor = name == b"a",
            CallbackEvent::AttributeName { name } => {
                attribute = match name {
                    b"href" | b"src" => Attribute::Link,
                    b"id" => Attribute::Id,
                    b"name" if is_anchor => Attribute::Id,
                    _ => Attribute::Other,
                };
            }
            CallbackEvent::AttributeValue { value } => collect(&mut page, attribute, value),
            _ => {}
        }
        None
    });
    for result in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(()) = result;
    }
    page
}

fn collect(page: &mut PageLinks, attribute: Attribute, value: &[u8]) {
    let values = match attribute {
        Attribute::Link => &mut page.links,
        Attribute::Id => &mut page.ids,
        Attribute::Other => return,
    };
    let text = String::from_utf8_lossy(value);
    if !values.contains(text.as_ref()) {
        values.insert(text.into_owned());
    }
}
