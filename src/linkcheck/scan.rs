//! The links and anchors of one HTML page.

use std::borrow::Cow;
use std::collections::BTreeSet;

use html5gum::{Token, Tokenizer};

use crate::text::markup::{Markup, Piece, Tag};

/// The links and anchors of one page, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageLinks {
    /// Values of `href` and `src`.
    pub links: BTreeSet<String>,
    /// Values of `id`, and of `name` on `a`.
    pub ids: BTreeSet<String>,
}

/// Reads the links and anchors of a page.
#[must_use]
pub fn scan(html: &str) -> PageLinks {
    let mut page = PageLinks::default();
    let mut markup = Markup::new(html);
    while let Some(piece) = markup.next() {
        page.add(&piece);
    }
    page
}

impl PageLinks {
    /// Keeps what a piece of a page leads to, and what leads to it.
    pub fn add(&mut self, piece: &Piece<'_, '_>) {
        let Piece::Open(Tag { name: element, attributes }) = piece else { return };
        for (name, value) in *attributes {
            let is = |wanted: &str| name.eq_ignore_ascii_case(wanted);
            let values = if is("href") || is("src") {
                &mut self.links
            } else if is("id") || is("name") && element.eq_ignore_ascii_case("a") {
                &mut self.ids
            } else {
                continue;
            };
            let value = resolved(value);
            if !values.contains(value.as_ref()) {
                values.insert(value.into_owned());
            }
        }
    }
}

/// The value of an attribute with its entities resolved; few have any.
fn resolved(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let quoted = format!("<a href=\"{}\">", value.replace('"', "&quot;"));
    let tags = Tokenizer::new(&quoted).filter_map(|token| match token {
        Ok(Token::StartTag(tag)) => tag.attributes.into_values().next(),
        _ => None,
    });
    let value = tags.map(|value| String::from_utf8_lossy(&value).into_owned()).next();
    Cow::Owned(value.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_read_as_browsers_read_them() {
        let html =
            "<A HREF=a/>x</A><a href='b?x=1&amp;y=&quot;2'>x</a><img src=c.png><script>'<a href=\"no\">'</script>";
        let page = scan(html);
        assert_eq!(page.links, BTreeSet::from(["a/", "b?x=1&y=\"2", "c.png"].map(str::to_owned)));
    }

    #[test]
    fn anchors_are_ids_and_names_of_links_only() {
        let page = scan("<p id=a name=no><a name=\"b\"><input name=\"no\"><b ID='c'>");
        assert_eq!(page.ids, BTreeSet::from(["a", "b", "c"].map(str::to_owned)));
    }
}
