//! Calls → what their templates give.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::syntax::{Head, Kind, Tag, tags};
use crate::content::markdown::Fragments;

/// How deep calls may stand within each other, in bodies and in what `.md` templates give.
const DEEPEST: usize = 32;

/// What a shortcode's template makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcode {
    /// HTML (`templates/shortcodes/NAME.html`).
    Html,
    /// Markdown, which joins the text (`templates/shortcodes/NAME.md`).
    Markdown,
}

/// The body of a call, `{% name() %}` **body** `{% end %}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// As written, with the calls in it replaced; the marks of `fragments` are filled in.
    pub text: String,
}

/// One call.
#[derive(Clone, Debug, PartialEq)]
pub struct Call<'a> {
    /// Name of the shortcode.
    pub name: &'a str,
    /// Its arguments.
    pub args: Map<String, Value>,
    /// How often this shortcode was called in this text, this call included.
    pub nth: usize,
    /// What stands between its tags.
    pub body: Option<Body>,
    /// Line of the call in the text, from 1.
    pub line: usize,
}

/// Knows the site's shortcodes.
pub trait Renderer {
    /// What the shortcode of a name makes; nothing where the site has none of this name.
    fn shortcode(&self, name: &str) -> Option<Shortcode>;

    /// Renders a call with its template.
    ///
    /// # Errors
    /// The words of the template engine.
    fn render(&self, call: &Call<'_>) -> Result<String, String>;
}

/// What is wrong with a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Line in the text, from 1.
    pub line: usize,
    /// Name of the shortcode.
    pub name: String,
    /// What is wrong.
    pub kind: TroubleKind,
}

/// Kinds of trouble with a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// The site has no shortcode of this name.
    Unknown,
    /// `{% name() %}` has no `{% end %}`.
    NotClosed,
    /// The template failed.
    Template(String),
    /// Calls stand too deep within each other.
    TooDeep,
}

/// A text without calls.
#[derive(Clone, Debug, PartialEq)]
pub struct Expanded {
    /// The Markdown, with marks.
    pub markdown: String,
    /// What the marks stand for.
    pub fragments: Fragments,
    /// What is wrong with calls; these stand in the text as written.
    pub troubles: Vec<Trouble>,
}

/// Replaces every call of a shortcode in a Markdown text.
#[must_use]
pub fn expand(text: &str, renderer: &dyn Renderer) -> Expanded {
    let mut expansion = Expansion {
        renderer,
        counts: BTreeMap::new(),
        expanded: Expanded { markdown: String::new(), fragments: Fragments::for_text(text), troubles: Vec::new() },
    };
    let markdown = expansion.text(text, 0, 1);
    Expanded { markdown, ..expansion.expanded }
}

struct Expansion<'a> {
    renderer: &'a dyn Renderer,
    counts: BTreeMap<String, usize>,
    expanded: Expanded,
}

impl Expansion<'_> {
    /// `first_line`: the line that the text begins on.
    fn text(&mut self, text: &str, depth: usize, first_line: usize) -> String {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        let mut lines = Lines { text, at: 0, line: first_line };
        let tags = tags(text);
        let closing = closing(&tags);
        for (tag, close) in tags.into_iter().zip(closing) {
            if tag.start < at {
                continue;
            }
            out.push_str(&text[at..tag.start]);
            let line = lines.of(tag.start);
            at = tag.end;
            match (tag.kind, close) {
                (Kind::Inline(head), _) => {
                    out.push_str(&self.call(head, None, &text[tag.start..at], line, depth));
                }
                (Kind::Open(head), Some((body_end, end))) => {
                    at = end;
                    out.push_str(&self.call(head, Some(&text[tag.end..body_end]), &text[tag.start..end], line, depth));
                }
                (Kind::Open(head), None) => {
                    self.trouble(line, head.name, TroubleKind::NotClosed);
                    out.push_str(&text[tag.start..at]);
                }
                (Kind::Close, _) => out.push_str(&text[tag.start..at]),
                (Kind::EscapedInline(inner), _) => out.extend(["{{", inner, "}}"]),
                (Kind::EscapedTag(inner), _) => out.extend(["{%", inner, "%}"]),
            }
        }
        out.push_str(&text[at..]);
        out
    }

    fn trouble(&mut self, line: usize, name: &str, kind: TroubleKind) {
        self.expanded.troubles.push(Trouble { line, name: name.to_owned(), kind });
    }

    /// What stands in the text in the place of a call.
    fn call(&mut self, head: Head<'_>, body: Option<&str>, written: &str, line: usize, depth: usize) -> String {
        let Some(kind) = self.renderer.shortcode(head.name) else {
            self.trouble(line, head.name, TroubleKind::Unknown);
            return written.to_owned();
        };
        if depth >= DEEPEST {
            self.trouble(line, head.name, TroubleKind::TooDeep);
            return written.to_owned();
        }
        let nth = self.counts.entry(head.name.to_owned()).and_modify(|count| *count += 1).or_insert(1);
        let nth = *nth;
        let body = body.map(|body| Body { text: self.body(body, depth, line) });
        let call = Call { name: head.name, args: head.args, nth, body, line };
        match self.renderer.render(&call) {
            Ok(made) if kind == Shortcode::Markdown => self.text(&made, depth + 1, line),
            Ok(made) => self.expanded.fragments.mark(made),
            Err(detail) => {
                self.trouble(line, head.name, TroubleKind::Template(detail));
                written.to_owned()
            }
        }
    }

    /// A body as its template gets it: calls within it are rendered first.
    fn body(&mut self, body: &str, depth: usize, line: usize) -> String {
        let expanded = self.text(body, depth + 1, line);
        self.expanded.fragments.fill(&expanded).trim().to_owned()
    }
}

/// For every opening tag, where its body ends and where its closing tag ends.
fn closing(tags: &[Tag<'_>]) -> Vec<Option<(usize, usize)>> {
    let mut closing = vec![None; tags.len()];
    let mut open = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        match tag.kind {
            Kind::Open(_) => open.push(at),
            Kind::Close => {
                if let Some(opened) = open.pop() {
                    closing[opened] = Some((tag.start, tag.end));
                }
            }
            Kind::Inline(_) | Kind::EscapedInline(_) | Kind::EscapedTag(_) => {}
        }
    }
    closing
}

/// Counts lines forward only.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, at: usize) -> usize {
        self.line += self.text[self.at..at].matches('\n').count();
        self.at = at;
        self.line
    }
}
