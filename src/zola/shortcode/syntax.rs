//! The grammar of one tag.

use serde_json::{Map, Number, Value};

/// How deep lists in arguments may nest before they count as malformed.
const DEEPEST_LIST: usize = 1;

/// One tag of a text, and the bytes it stands on.
#[derive(Debug, PartialEq)]
pub(super) struct Tag<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind<'a>,
}

#[derive(Debug, PartialEq)]
pub(super) enum Kind<'a> {
    /// `{{ name(…) }}`
    Inline(Head<'a>),
    /// `{% name(…) %}`
    Open(Head<'a>),
    /// `{% end %}`
    Close,
    /// `{{/* … */}}`, with what stands between the stars.
    EscapedInline(&'a str),
    /// `{%/* … */%}`
    EscapedTag(&'a str),
}

/// Name and arguments of a call.
#[derive(Debug, PartialEq)]
pub(super) struct Head<'a> {
    pub(super) name: &'a str,
    pub(super) args: Map<String, Value>,
}

/// Every tag of a text, in order.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    // Behind the last place that ends an escaped tag, none can begin.
    let last_escape = text.rfind("*/").unwrap_or(0);
    let mut at = 0;
    while let Some(found) = text[at..].find('{') {
        let start = at + found;
        at = start + 1;
        if let Some((kind, length)) = tag(&text[start..], start < last_escape) {
            at = start + length;
            tags.push(Tag { start, end: at, kind });
        }
    }
    tags
}

/// The tag that `text` begins with, and its length.
fn tag(text: &str, may_be_escaped: bool) -> Option<(Kind<'_>, usize)> {
    let inline = text.starts_with("{{");
    if !inline && !text.starts_with("{%") {
        return None;
    }
    if text[2..].starts_with("/*") {
        return may_be_escaped.then(|| escaped(text, inline)).flatten();
    }
    let mut reader = Reader { text, at: 2 };
    reader.space();
    let name = reader.name()?;
    reader.space();
    let close = if inline { "}}" } else { "%}" };
    if !inline && name == "end" && reader.literal(close) {
        return Some((Kind::Close, reader.at));
    }
    let args = reader.arguments()?;
    reader.space();
    if !reader.literal(close) {
        return None;
    }
    let head = Head { name, args };
    Some((if inline { Kind::Inline(head) } else { Kind::Open(head) }, reader.at))
}

fn escaped(text: &str, inline: bool) -> Option<(Kind<'_>, usize)> {
    let close = if inline { "*/}}" } else { "*/%}" };
    let end = text[4..].find(close)? + 4;
    let inner = &text[4..end];
    let kind = if inline { Kind::EscapedInline(inner) } else { Kind::EscapedTag(inner) };
    Some((kind, end + close.len()))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn literal(&mut self, wanted: &str) -> bool {
        let found = self.rest().starts_with(wanted);
        self.at += if found { wanted.len() } else { 0 };
        found
    }

    fn take(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let taken = &rest[..rest.find(|letter| !belongs(letter)).unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }

    fn name(&mut self) -> Option<&'a str> {
        let name = self.take(|letter| letter.is_ascii_alphanumeric() || letter == '_');
        (!name.is_empty() && !name.starts_with(|letter: char| letter.is_ascii_digit())).then_some(name)
    }

    fn arguments(&mut self) -> Option<Map<String, Value>> {
        let mut args = Map::new();
        if !self.literal("(") {
            return None;
        }
        loop {
            self.space();
            if self.literal(")") {
                return Some(args);
            }
            let name = self.name()?;
            self.space();
            if !self.literal("=") {
                return None;
            }
            self.space();
            let value = self.value(0)?;
            args.insert(name.to_owned(), value);
            self.space();
            // A comma may be missing, as Zola lets it be.
            self.literal(",");
        }
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        match self.rest().chars().next()? {
            quote @ ('"' | '\'' | '`') => self.string(quote),
            '[' if depth < DEEPEST_LIST => self.list(depth + 1),
            letter if letter.is_ascii_digit() || letter == '-' => self.number(),
            _ => match self.take(|letter| letter.is_ascii_alphabetic()) {
                "true" | "True" => Some(Value::Bool(true)),
                "false" | "False" => Some(Value::Bool(false)),
                _ => None,
            },
        }
    }

    /// A string ends at the next quote of its kind; nothing within it is escaped.
    fn string(&mut self, quote: char) -> Option<Value> {
        let inner = &self.rest()[1..];
        let end = inner.find(quote)?;
        self.at += end + 2;
        Some(Value::String(inner[..end].to_owned()))
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        let mut items = Vec::new();
        self.literal("[");
        loop {
            self.space();
            if self.literal("]") {
                return Some(Value::Array(items));
            }
            items.push(self.value(depth)?);
            self.space();
            if !self.literal(",") && !self.rest().starts_with(']') {
                return None;
            }
        }
    }

    fn number(&mut self) -> Option<Value> {
        let written = self.take(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '.'));
        if written.contains('.') {
            return Number::from_f64(written.parse().ok()?).map(Value::Number);
        }
        written.parse::<i64>().ok().map(Value::from)
    }
}
