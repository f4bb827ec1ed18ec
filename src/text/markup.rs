//! HTML as it stands in a page: tags with their attributes, and the text between them.
//!
//! A page is looked at more often than it is made (links, personal data), so this reads no more than tags: no tree, no
//! character checks. What is a tag, and where it ends, follows the tokenizer of the HTML standard (13.2.5); what the
//! standard calls a parse error is read as browsers read it.

/// What begins a text in a drawing that is no markup, whatever it looks like; it ends with `]]>`.
const CDATA: &str = "<![CDATA[";

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'r, 'h> {
    /// Text between tags, as written: entities are not resolved.
    Text(&'h str),
    /// A tag that opens an element.
    Open(Tag<'r, 'h>),
    /// The name of a tag that closes an element; comments and declarations have an empty one.
    Close(&'h str),
}

/// A tag that opens an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'r, 'h> {
    /// Its name as written.
    pub name: &'h str,
    /// Names and values of its attributes as written, in their order; without a value, it is empty.
    pub attributes: &'r [(&'h str, &'h str)],
}

/// Reads a page piece by piece.
#[derive(Debug)]
pub struct Markup<'h> {
    html: &'h str,
    at: usize,
    attributes: Vec<(&'h str, &'h str)>,
    /// The element whose content is text until it is closed.
    raw: Option<&'h str>,
}

impl<'h> Markup<'h> {
    /// Reads a page from its start.
    #[must_use]
    pub fn new(html: &'h str) -> Self {
        Self { html, at: 0, attributes: Vec::new(), raw: None }
    }

    /// The next piece; nothing at the end of the page.
    #[expect(clippy::should_implement_trait, reason = "a piece borrows the list of attributes, which is used again")]
    pub fn next(&mut self) -> Option<Piece<'_, 'h>> {
        let rest = &self.html[self.at..];
        if rest.is_empty() {
            return None;
        }
        let text = match self.raw.take() {
            Some(name) => raw_end(rest, name),
            None => text_end(rest),
        };
        if text > 0 {
            self.at += text;
            return Some(Piece::Text(&rest[..text]));
        }
        Some(self.tag(rest))
    }

    /// The tag, comment or declaration that stands here.
    fn tag(&mut self, rest: &'h str) -> Piece<'_, 'h> {
        let bytes = rest.as_bytes();
        let is_closing = bytes.get(1) == Some(&b'/');
        let start = if is_closing { 2 } else { 1 };
        if !bytes.get(start).is_some_and(u8::is_ascii_alphabetic) {
            if let Some((text, _)) = rest.strip_prefix(CDATA).and_then(|rest| rest.split_once("]]>")) {
                self.at += CDATA.len() + text.len() + "]]>".len();
                return Piece::Text(text);
            }
            self.at += comment_end(bytes);
            return Piece::Close("");
        }
        let name = &rest[start..run(bytes, start, |byte| !is_name_end(byte))];
        self.attributes.clear();
        let mut at = start + name.len();
        // In drawings, and as people write it, an element may close itself; browsers do not take that of HTML's own.
        let is_closed = loop {
            let end = run(bytes, at, |byte| is_blank(byte) || byte == b'/');
            if bytes.get(end).is_none_or(|byte| *byte == b'>') {
                let is_closed = bytes[at..end].ends_with(b"/");
                at = end;
                break is_closed;
            }
            let (attribute, end) = attribute(rest, end);
            self.attributes.push(attribute);
            at = end;
        };
        self.at += (at + 1).min(bytes.len());
        if is_closing {
            return Piece::Close(name);
        }
        self.raw = (is_raw(name) && !is_closed).then_some(name);
        Piece::Open(Tag { name, attributes: &self.attributes })
    }
}

/// The attribute that begins at a byte which is neither blank nor the end of the tag, and the byte after it.
fn attribute(text: &str, at: usize) -> ((&str, &str), usize) {
    let bytes = text.as_bytes();
    // A sign of equality at the start is a letter of the name.
    let name_end = run(bytes, at + 1, |byte| !is_name_end(byte) && byte != b'=');
    let name = &text[at..name_end];
    let sign = run(bytes, name_end, is_blank);
    if bytes.get(sign) != Some(&b'=') {
        return ((name, ""), name_end);
    }
    let start = run(bytes, sign + 1, is_blank);
    let (start, end, next) = match bytes.get(start) {
        Some(quote @ (b'"' | b'\'')) => {
            let length = memchr::memchr(*quote, &bytes[start + 1..]);
            let end = length.map_or(bytes.len(), |length| start + 1 + length);
            (start + 1, end, (end + 1).min(bytes.len()))
        }
        _ => {
            let end = run(bytes, start, |byte| !is_blank(byte) && byte != b'>');
            (start, end, end)
        }
    };
    ((name, &text[start..end]), next)
}

/// The first byte from a place on that is not of a kind.
#[inline]
fn run(bytes: &[u8], from: usize, is_of: impl Fn(u8) -> bool) -> usize {
    bytes[from..].iter().position(|byte| !is_of(*byte)).map_or(bytes.len(), |length| from + length)
}

#[inline]
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\x0C' | b'\r')
}

#[inline]
fn is_name_end(byte: u8) -> bool {
    is_blank(byte) || matches!(byte, b'/' | b'>')
}

/// Elements whose content is text, whatever it looks like.
fn is_raw(name: &str) -> bool {
    let raw = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];
    raw.iter().any(|other| name.eq_ignore_ascii_case(other))
}

/// Where the content of such an element ends.
fn raw_end(text: &str, name: &str) -> usize {
    let bytes = text.as_bytes();
    let closes = |at: &usize| {
        let after = at + 2 + name.len();
        let found = bytes[*at..].starts_with(b"</")
            && bytes.get(at + 2..after).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()));
        found && bytes.get(after).is_none_or(|byte| is_name_end(*byte))
    };
    memchr::memchr_iter(b'<', bytes).find(closes).unwrap_or(bytes.len())
}

/// Where the text that begins here ends: before the next tag.
fn text_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let starts = |at: &usize| match bytes.get(at + 1) {
        Some(b'/') => bytes.len() > at + 2,
        Some(byte) => byte.is_ascii_alphabetic() || matches!(byte, b'!' | b'?'),
        None => false,
    };
    memchr::memchr_iter(b'<', bytes).find(starts).unwrap_or(bytes.len())
}

/// The byte after a comment, a declaration, or what browsers take for one.
fn comment_end(bytes: &[u8]) -> usize {
    let Some(text) = bytes.strip_prefix(b"<!--") else {
        return memchr::memchr(b'>', bytes).map_or(bytes.len(), |at| at + 1);
    };
    if let Some(short) = [&b">"[..], b"->"].into_iter().find(|end| text.starts_with(end)) {
        return 4 + short.len();
    }
    let ends = memchr::memchr_iter(b'>', text);
    let ends = ends.filter(|at| text[..*at].ends_with(b"--") || text[..*at].ends_with(b"--!"));
    ends.map(|at| at + 5).next().unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use html5gum::{Token, Tokenizer};
    use proptest::prelude::*;

    /// Names and attributes of the tags that open elements.
    type Tags = Vec<(String, Vec<(String, String)>)>;

    fn tags(html: &str) -> Tags {
        let mut markup = Markup::new(html);
        let mut found = Tags::new();
        while let Some(piece) = markup.next() {
            if let Piece::Open(Tag { name, attributes }) = piece {
                let mut list: Vec<_> =
                    attributes.iter().map(|(name, value)| (name.to_ascii_lowercase(), (*value).to_owned())).collect();
                list.sort_by(|a, b| a.0.cmp(&b.0));
                found.push((name.to_ascii_lowercase(), list));
            }
        }
        found
    }

    fn texts(html: &str) -> Vec<String> {
        let mut markup = Markup::new(html);
        let mut found = Vec::new();
        while let Some(piece) = markup.next() {
            if let Piece::Text(text) = piece {
                found.push(text.to_owned());
            }
        }
        found
    }

    #[test]
    fn tags_are_read_with_their_attributes_however_they_are_quoted() {
        let attribute = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let found = tags("a<A HREF = '../x' id=b/c hidden title=\"1 > 2\"/>");
        let attributes = vec![
            attribute("hidden", ""),
            attribute("href", "../x"),
            attribute("id", "b/c"),
            attribute("title", "1 > 2"),
        ];
        assert_eq!(found, [("a".to_owned(), attributes)]);
    }

    #[test]
    fn what_only_looks_like_a_tag_is_text() {
        assert_eq!(texts("1 < 2 <b>x</b> <3"), ["1 < 2 ", "x", " <3"]);
        assert_eq!(texts("<script>a<b>'</scripts>'</script>c"), ["a<b>'</scripts>'", "c"]);
        assert_eq!(texts("<!-- <b> > -->c<!-->d<!doctype html>e"), ["c", "d", "e"]);
        assert_eq!(texts("<"), ["<"]);
    }

    #[test]
    fn an_element_that_closes_itself_swallows_nothing() {
        assert_eq!(texts("<svg><style/><text>a</text><style id=x /><![CDATA[b<c>]]>d</svg>"), ["a", "b<c>", "d"]);
        assert_eq!(texts("<style media=x/>a</style>b<![CDATA[c>d"), ["a", "b", "d"]);
    }

    #[test]
    fn a_tag_that_never_ends_ends_with_the_page() {
        for html in ["<a", "<a ", "<a href", "<a href=", "<a href=\"x", "<!--", "</", "</a", "<style>", "<!"] {
            let mut markup = Markup::new(html);
            assert!(std::iter::from_fn(|| markup.next().map(|_| ())).count() <= 2, "{html}");
        }
    }

    /// The tags that a complete tokenizer reads; of an attribute given twice it keeps the first.
    fn expected(html: &str) -> Tags {
        let tags = Tokenizer::new(html).filter_map(|token| match token {
            Ok(Token::StartTag(tag)) => Some(tag),
            _ => None,
        });
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let list = tags.map(|tag| {
            (text(&tag.name), tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect())
        });
        list.collect()
    }

    proptest! {
        #[test]
        fn a_complete_tokenizer_reads_the_same_tags(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "<", ">", "a", "p", "/", "=", "\"", "'", " ", "\n", "!", "-", "--", "?", "id", "x", "đ", "href",
                    "<a ", "<!--", "-->", "</", "<p>",
                ]),
                0..40,
            )
        ) {
            // A tag that the page ends in is none for the other.
            let html = format!("{}\"'>-->", parts.concat());
            let mut found = tags(&html);
            for (_, attributes) in &mut found {
                attributes.dedup_by(|later, earlier| later.0 == earlier.0);
            }
            let wanted = expected(&html);
            if found.len() == wanted.len() + 1 {
                found.pop();
            }
            prop_assert_eq!(found, wanted, "{}", html);
        }
    }
}
