//! What identifies a person, and what opens a door: citizen numbers, personal telephones, dates of birth, passwords.
//!
//! Comes in: any text, and what stands over or before it (the heading of its column). Goes out: [`Sighting`]s. A
//! number is judged by its own structure first (a citizen number names a province, a century and a year; a mobile
//! number an operator) and by the words before it where the structure alone says too little: the same nine digits
//! are an old identity card after "CMND" and money before "đồng".
//!
//! One pass over the bytes looks only for the few that can begin a sighting, so whole pages are cheap to look at.

mod birth;
mod context;
mod digits;
mod email;
mod identifier;
mod markup;
mod normal;
mod secret;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use markup::{VisibleText, visible_text};
pub use normal::normal_form;
pub use secret::is_secret_label;

/// What was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sensitive {
    /// A citizen number (*số định danh cá nhân, CCCD*), 12 digits.
    CitizenNumber,
    /// An old identity card number (*CMND*), 9 digits.
    OldIdentityNumber,
    /// A passport, insurance, driving licence or plate number.
    OtherIdentifier,
    /// A mobile number.
    Phone,
    /// An e-mail address of a person.
    Email,
    /// A date or year of birth.
    BirthDate,
    /// A password, key or token.
    Secret,
}

/// One thing that must not be published.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sighting {
    /// What it is.
    pub kind: Sensitive,
    /// As written, for whoever must find it.
    pub text: String,
    /// The form under which the same thing written otherwise is the same: digits only, lower case.
    pub normal: String,
    /// Lines before it in its text.
    pub line: usize,
    /// Whether the words around it say that it is something else, such as a hotline or a taxpayer's number.
    pub is_cleared: bool,
}

impl Sighting {
    /// The text with its middle hidden, fit for messages that end in logs: `001•••••••45`.
    #[must_use]
    pub fn masked(&self) -> String {
        let letters: Vec<char> = self.text.chars().collect();
        let (head, tail) = match letters.len() {
            0..=5 => (1, 0),
            6..=8 => (2, 1),
            _ => (3, 2),
        };
        let hide = |(at, letter): (usize, &char)| {
            let is_open = at < head || at + tail >= letters.len() || !letter.is_alphanumeric();
            if is_open { *letter } else { '•' }
        };
        letters.iter().enumerate().map(hide).collect()
    }
}

/// What a text is called, such as the heading of its column; a column of identity cards needs no words in its cells.
#[derive(Clone, Debug, Default)]
pub struct Label {
    topic: Option<context::Topic>,
    is_secret: bool,
}

impl Label {
    /// Understands a heading or key. That costs more than to look at a cell, so do it once a column.
    #[must_use]
    pub fn of(heading: &str) -> Self {
        if heading.is_empty() {
            return Self::default();
        }
        let topic = context::topic_of_label(heading);
        Self { topic, is_secret: topic.is_none() && is_secret_label(heading) }
    }

    const fn is_plain(&self) -> bool {
        self.topic.is_none() && !self.is_secret
    }
}

/// Everything in a text that must not be published, in order.
#[must_use]
pub fn sightings(text: &str, label: &str) -> Vec<Sighting> {
    let mut found = observe(text, &Label::of(label));
    found.retain(|sighting| !sighting.is_cleared);
    found
}

/// The same, with what is cleared by its words: the number may stand elsewhere without them.
#[must_use]
pub fn observe(text: &str, label: &Label) -> Vec<Sighting> {
    let seen = watch(text, label, false);
    if let Some(seen) = seen {
        return seen.into_iter().map(|seen| seen.into_sighting(text)).collect();
    }
    let text = normal::normalized(text);
    let seen = watch(&text, label, true).unwrap_or_default();
    seen.into_iter().map(|seen| seen.into_sighting(&text)).collect()
}

/// Nothing where the text must be normalised first.
fn watch(text: &str, label: &Label, is_normalized: bool) -> Option<Vec<Seen>> {
    let mut watch = Watch { text, label, is_normalized, last: None, seen: Vec::new() };
    if !label.is_plain() {
        watch.whole_cell();
    }
    watch.run().then_some(watch.seen)
}

/// A sighting by its place in the normalised text.
struct Seen {
    kind: Sensitive,
    span: Range<usize>,
    is_cleared: bool,
}

impl Seen {
    const fn new(kind: Sensitive, span: Range<usize>) -> Self {
        Self { kind, span, is_cleared: false }
    }

    fn into_sighting(self, text: &str) -> Sighting {
        let words = &text[self.span.clone()];
        Sighting {
            kind: self.kind,
            text: words.to_owned(),
            normal: normal::normal_of(self.kind, words),
            line: text[..self.span.start].bytes().filter(|byte| *byte == b'\n').count(),
            is_cleared: self.is_cleared,
        }
    }
}

/// Bytes at which something can begin or be recognised.
static TRIGGERS: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = b"0123456789@:=-_([AJ";
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    // Lead bytes of characters that have to be replaced before a look tells anything.
    let leads = [0xC2, 0xCC, 0xCD, 0xE2, 0xEF, 0xF0];
    let mut at = 0;
    while at < leads.len() {
        table[leads[at]] = true;
        at += 1;
    }
    table
};

const fn is_trigger(byte: u8) -> bool {
    TRIGGERS[byte as usize]
}

/// One pass over one text.
struct Watch<'t> {
    text: &'t str,
    label: &'t Label,
    /// Whether what hides numbers from a look is gone, as far as it can go.
    is_normalized: bool,
    /// End and topic of the last long number, whose words count for the next in a list.
    last: Option<(usize, Option<context::Topic>)>,
    seen: Vec<Seen>,
}

impl Watch<'_> {
    /// Looks at everything; breaks off where the text has to be normalised.
    fn run(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(ahead) = bytes[at..].iter().position(|byte| is_trigger(*byte)) {
            at += ahead;
            at = match bytes[at] {
                b'0'..=b'9' => self.number(at),
                b'@' => self.found(email::at_sign(self.text, at), at + 1),
                b'(' | b'[' => self.found(email::spelled_at(self.text, at), at + 1),
                b':' | b'=' => self.found(secret::assigned(self.text, at), at + 1),
                0x80.. if !self.is_normalized && normal::is_unusual(&bytes[at..]) => return false,
                0x80.. => at + 1,
                _ => self.found(secret::known_form(self.text, at), at + 1),
            };
        }
        true
    }

    /// Keeps what was found; gives where to go on.
    fn found(&mut self, found: Option<Seen>, next: usize) -> usize {
        let Some(seen) = found else { return next };
        let end = seen.span.end;
        // A token may be found by its form within an assignment that was found already.
        if self.seen.last().is_none_or(|last| last.span.end <= seen.span.start) {
            self.seen.push(seen);
        }
        end.max(next)
    }

    fn number(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let first = digits::count(&bytes[at..], u8::is_ascii_digit);
        let after = bytes.get(at + first).copied().unwrap_or(b'\n');
        // Most numbers are short and stand alone.
        let next = bytes.get(at + first + 1).copied().unwrap_or(b'\n');
        let is_followed_by_word =
            after == b' ' && (next.is_ascii_lowercase() || next > 0xBF && !digits::may_go_on(next));
        let stands_alone = is_followed_by_word || !after.is_ascii_uppercase() && !digits::may_go_on(after);
        if first < 4 && stands_alone && !secret::is_glued(bytes, at) {
            return at + first;
        }
        if let Some(date) = digits::date(self.text, at) {
            let seen = birth::date(self.text, self.label.topic, &date);
            return self.found(seen, date.end);
        }
        if let Some(seen) = identifier::plate(self.text, at).or_else(|| secret::mixed_word(self.text, at)) {
            return self.found(Some(seen), at + 1);
        }
        let (total, end) = digits::extent(self.text, at);
        match total {
            4 => return self.found(birth::year(self.text, self.label.topic, at..end), end),
            // Passports have fewer digits than anything else, and a letter before them.
            0..=5 => return end,
            6..=8 if !secret::is_glued(bytes, at) => return end,
            _ => {}
        }
        let topic = self.topic(at);
        self.seen.extend(identifier::find(digits::Cluster::at(self.text, at), topic));
        self.last = Some((end, topic));
        end
    }

    /// What the words before a number say it is; in a list of numbers, what they said of the first.
    fn topic(&self, at: usize) -> Option<context::Topic> {
        let since = self.last.map_or(0, |(end, _)| end);
        let between = &self.text[since..at];
        match self.last {
            Some((_, topic)) if context::joins(between) => topic,
            _ => context::topic(self.label.topic, context::line_before(between)),
        }
    }

    /// Judges a cell by its heading alone.
    fn whole_cell(&mut self) {
        let kind = match self.label.topic {
            Some(topic) => identifier::bare(self.text, topic),
            None => secret::says_something(self.text).then_some(Sensitive::Secret),
        };
        if let Some(kind) = kind {
            self.seen.push(Seen::new(kind, 0..self.text.len()));
            // Nothing is left to look for.
            self.text = "";
        }
    }
}
