//! The tags of an XML text that arrives in pieces: just enough to see how much a file asks for.

/// Longest tag that is looked at; one that is longer makes the file unfit.
const MAX_TAG: usize = 1 << 20;

/// One tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'b> {
    /// Name with its prefix.
    pub name: &'b [u8],
    /// What stands between the name and the end of the tag.
    pub attributes: &'b [u8],
    pub kind: Kind,
    /// Bytes of text since the tag before.
    pub text: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    Empty,
}

/// XML that no spreadsheet program writes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unfit(pub &'static str);

/// Where the walk stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Text,
    /// Inside `<…>`, outside quotation marks.
    Markup,
    /// Inside a quoted attribute, up to this mark.
    Quoted(u8),
    /// Inside a comment, CDATA section or instruction, up to these bytes.
    Until(&'static [u8]),
}

/// Finds tags.
#[derive(Debug, Default)]
pub(super) struct TagScanner {
    state: State,
    /// The markup being read, from its `<`; in comments and the like only its last bytes.
    markup: Vec<u8>,
    text: u64,
}

impl TagScanner {
    /// Walks over the next piece and shows each tag that ends in it.
    pub(super) fn feed(
        &mut self,
        piece: &[u8],
        mut show: impl FnMut(Tag<'_>) -> Result<(), Unfit>,
    ) -> Result<(), Unfit> {
        for byte in piece {
            match self.state {
                State::Text if *byte == b'<' => {
                    self.markup.clear();
                    self.markup.push(b'<');
                    self.state = State::Markup;
                }
                State::Text => self.text += 1,
                State::Until(end) => self.skip(*byte, end),
                State::Markup | State::Quoted(_) => {
                    if self.in_markup(*byte)? {
                        show(self.tag())?;
                        self.text = 0;
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether the text so far ends outside every tag and comment.
    pub(super) fn is_complete(&self) -> bool {
        self.state == State::Text
    }

    fn skip(&mut self, byte: u8, end: &'static [u8]) {
        self.text += 1;
        self.markup.push(byte);
        let excess = self.markup.len().saturating_sub(end.len());
        self.markup.drain(..excess);
        if self.markup == end {
            self.state = State::Text;
        }
    }

    /// Takes a byte of a tag; true when it ends the tag.
    fn in_markup(&mut self, byte: u8) -> Result<bool, Unfit> {
        self.markup.push(byte);
        if self.markup.len() > MAX_TAG {
            return Err(Unfit("a tag is too long"));
        }
        self.state = match (self.state, byte) {
            (State::Quoted(mark), _) if byte == mark => State::Markup,
            (State::Quoted(mark), _) => State::Quoted(mark),
            (_, b'>') => State::Text,
            (_, b'"' | b'\'') if self.markup[1] != b'/' => State::Quoted(byte),
            _ => match &self.markup[..] {
                b"<?" => State::Until(b"?>"),
                b"<!--" => State::Until(b"-->"),
                b"<![CDATA[" => State::Until(b"]]>"),
                b"<!D" | b"<!E" => return Err(Unfit("document type declarations are not read")),
                _ => State::Markup,
            },
        };
        if let State::Until(_) = self.state {
            self.markup.clear();
        }
        Ok(self.state == State::Text)
    }

    fn tag(&self) -> Tag<'_> {
        let inner = &self.markup[1..self.markup.len() - 1];
        let (inner, kind) = match inner {
            [b'/', rest @ ..] => (rest, Kind::Close),
            [rest @ .., b'/'] => (rest, Kind::Empty),
            _ => (inner, Kind::Open),
        };
        let end = inner.iter().position(u8::is_ascii_whitespace).unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(end);
        Tag { name, attributes, kind, text: self.text }
    }
}

impl<'b> Tag<'b> {
    /// The raw value of an attribute.
    pub(super) fn attribute(&self, wanted: &[u8]) -> Option<&'b [u8]> {
        let mut rest = self.attributes.trim_ascii_start();
        while let Some(equals) = rest.iter().position(|byte| *byte == b'=') {
            let name = rest[..equals].trim_ascii();
            let value = rest[equals + 1..].trim_ascii_start();
            let (mark, value) = value.split_first()?;
            let end = value.iter().position(|byte| byte == mark)?;
            if name == wanted {
                return Some(&value[..end]);
            }
            rest = &value[end + 1..];
        }
        None
    }

    /// A whole number in an attribute. One that is too large, or not written in plain digits, counts as the largest.
    pub(super) fn number(&self, wanted: &[u8]) -> Option<u64> {
        let digits = self.attribute(wanted)?.trim_ascii();
        let add = |number: u64, digit: &u8| {
            digit.is_ascii_digit().then(|| number.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
        };
        Some(digits.iter().try_fold(0, add).unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(xml: &str, piece: usize) -> Result<Vec<String>, Unfit> {
        let mut scanner = TagScanner::default();
        let mut seen = Vec::new();
        for piece in xml.as_bytes().chunks(piece) {
            scanner.feed(piece, |tag| {
                seen.push(format!("{:?} {} {}", tag.kind, String::from_utf8_lossy(tag.name), tag.text));
                Ok(())
            })?;
        }
        Ok(seen)
    }

    #[test]
    fn tags_are_found_whatever_the_pieces_and_not_in_comments() {
        let xml = "<?xml v='>'?><a x=\">\"><!-- <no> -- > --><b/>ab<![CDATA[<no>]]></a >";
        // Comments and the like count as text: what they hold is bytes too.
        for piece in [1, 3, 1000] {
            assert_eq!(tags(xml, piece).unwrap(), ["Open a 11", "Empty b 14", "Close a 9"]);
        }
    }

    #[test]
    fn declarations_and_endless_tags_are_refused() {
        assert!(tags("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", 7).is_err());
        assert!(tags(&format!("<a {}", "x".repeat(MAX_TAG)), 1000).is_err());
    }

    #[test]
    fn attributes_are_read_in_both_quotations() {
        let tag = Tag { name: b"c", attributes: b" a='1' table:n = \"12\" z=\"x=\"", kind: Kind::Open, text: 0 };
        assert_eq!(tag.attribute(b"a"), Some(b"1".as_slice()));
        assert_eq!(tag.number(b"table:n"), Some(12));
        assert_eq!(tag.attribute(b"z"), Some(b"x=".as_slice()));
        assert_eq!(tag.attribute(b"x"), None);
        for huge in [" n='99999999999999999999999'", " n='&#49;'", " n='+1'"] {
            assert_eq!(Tag { attributes: huge.as_bytes(), ..tag }.number(b"n"), Some(u64::MAX));
        }
    }
}
