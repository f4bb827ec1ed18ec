//! The marks on paper: elements, attributes, and text that cannot break them.
//!
//! Charts are as wide as their place: horizontal positions are shares of the width, vertical ones pixels, so that
//! bars and lines stretch and text keeps its size on a phone and on a desk. Colours are presentation attributes,
//! which any style sheet overrules (the theme's does, for the dark scheme too) and which need none.

use std::fmt::{self, Display, Write as _};

use super::ChartText;
use super::measure::TEXT_SIZE;

/// Ink on paper of a file that is opened alone.
pub(super) const INK: &str = "#1c1d22";
/// Text of less weight, axes.
pub(super) const SOFT: &str = "#5b5f6b";
/// Rules behind the data.
pub(super) const RULE: &str = "#d9d5cc";
/// What data are drawn with.
pub(super) const DATA: &str = "#85817a";
/// The unit that the page is about.
pub(super) const OWN: &str = "#8f1d21";
/// Paper.
pub(super) const PAPER: &str = "#fff";

/// Width of a chart on the narrowest phone, in CSS pixels; text is fitted to it.
pub(super) const NARROW: f64 = 288.0;

/// Text as XML and HTML take it; characters that no XML may hold become U+FFFD.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' | '\n' | '\r' => f.write_char(' ')?,
                '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => f.write_char('\u{FFFD}')?,
                letter => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// A number as short as two decimals allow.
pub(super) struct Short(pub(super) f64);

impl Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.2}", self.0);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// A share of the chart's width, 0 to 1, written as a percentage.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(super) struct Share(pub(super) f64);

impl Share {
    /// Pixels on the narrowest phone, as a share.
    pub(super) fn of_pixels(pixels: f64) -> Self {
        Self(pixels / NARROW)
    }

    /// The place at `fraction` of the way from here to `end`.
    pub(super) fn toward(self, end: Self, fraction: f64) -> Self {
        Self(self.0 + (end.0 - self.0) * fraction)
    }
}

impl Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", Short(self.0 * 100.0))
    }
}

/// A name for the parts of a chart that refer to each other: the same for the same chart, different for different
/// ones on one page.
pub(super) fn id(kind: &str, text: &ChartText, body: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in [kind, &text.title, &text.description, body] {
        hasher.update(part.as_bytes()).update(b"\0");
    }
    format!("c{}", &hasher.finalize().to_hex()[..8])
}

/// The whole chart around its body: as wide as its place, `height` pixels high.
pub(super) fn wrapped(kind: &str, text: &ChartText, height: f64, body: &str) -> String {
    let id = id(kind, text, body);
    let ChartText { title, description } = text;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart chart-{kind}\" width=\"100%\" height=\"{}\" role=\"img\" \
         aria-labelledby=\"{id}-t {id}-d\" font-family=\"system-ui, 'Noto Sans', Roboto, 'Segoe UI', sans-serif\" font-size=\"{TEXT_SIZE}\" fill=\"{INK}\">\
         <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>\
         <rect class=\"chart-paper\" width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>{body}</svg>",
        Short(height),
        Escaped(title),
        Escaped(description),
    )
}

/// Where a text stands relative to its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    /// Centred where that stays inside, else leaning inwards.
    pub(super) fn inside(at: Share, width: f64) -> Self {
        let half = Share::of_pixels(width / 2.0).0;
        match at.0 {
            at if at < half => Self::Start,
            at if at > 1.0 - half => Self::End,
            _ => Self::Middle,
        }
    }

    const fn attribute(self) -> &'static str {
        match self {
            Self::Start => "",
            Self::Middle => " text-anchor=\"middle\"",
            Self::End => " text-anchor=\"end\"",
        }
    }
}

/// A line of text; `full` stands as its tooltip where the text is cut.
pub(super) fn text(out: &mut String, at: (Share, f64), anchor: Anchor, attributes: &str, words: &str, full: &str) {
    let (x, y) = at;
    let _ = write!(out, "<text x=\"{x}\" y=\"{}\"{}{attributes}>", Short(y), anchor.attribute());
    if words != full {
        let _ = write!(out, "<title>{}</title>", Escaped(full));
    }
    let _ = write!(out, "{}</text>", Escaped(words));
}

/// Attributes of text and marks of less weight.
pub(super) fn soft() -> String {
    format!(" class=\"chart-soft\" fill=\"{SOFT}\"")
}

/// Attributes of text that lines may pass behind: paper around its letters keeps it legible.
pub(super) fn halo(color: &str, class: &str) -> String {
    let class = format!("{class} chart-halo");
    let class = class.trim_start();
    format!(
        " class=\"{class}\" fill=\"{color}\" stroke=\"{PAPER}\" stroke-width=\"4\" stroke-linejoin=\"round\" \
         paint-order=\"stroke\""
    )
}

/// The mark of a target in one row: a short upright across its bar.
pub(super) fn target_tick(out: &mut String, x: Share, (top, bottom): (f64, f64)) {
    let _ = write!(
        out,
        "<line class=\"chart-target\" x1=\"{x}\" y1=\"{}\" x2=\"{x}\" y2=\"{}\" stroke=\"{INK}\" stroke-width=\"2\"/>",
        Short(top),
        Short(bottom),
    );
}

#[cfg(test)]
mod tests {
    use super::{Escaped, Share, Short};

    #[test]
    fn text_cannot_leave_its_place() {
        let text = Escaped("<b a=\"1\">&\u{0}\n\u{1B}").to_string();
        assert_eq!(text, "&lt;b a=&quot;1&quot;&gt;&amp;\u{FFFD} \u{FFFD}");
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(
            [Short(12.0), Short(0.5), Short(-0.001), Short(1.005)].map(|n| n.to_string()),
            ["12", "0.5", "0", "1"]
        );
        assert_eq!(Share(0.3333).to_string(), "33.33%");
    }
}
