//! What every chart made of rows has: a name at the left, a number at the right.

use super::measure::{width, wrap};
use super::svg::{Anchor, NARROW, Share, text};

/// Height of a line of text, marks above and below included.
pub(super) const LINE: f64 = 20.0;

/// Bold text is wider than other text by this factor.
pub(super) const BOLD: f64 = 1.06;

/// Attributes of the text of a row.
pub(super) const fn weight(emphasis: bool) -> &'static str {
    if emphasis { " font-weight=\"700\"" } else { "" }
}

/// Draws the name of a row in one or two lines, and at its end what is printed there; gives their height. A name that
/// is cut has its whole self as a tooltip.
pub(super) fn heading(out: &mut String, label: &str, display: &str, emphasis: bool, y: f64) -> f64 {
    let room = (NARROW - width(display) * BOLD - 8.0).max(NARROW / 3.0);
    let lines = wrap(label, if emphasis { room / BOLD } else { room });
    let whole = lines.iter().map(|line| line.trim()).eq([label.trim()]) || lines.join(" ") == label;
    for (line, at) in lines.iter().zip(0_u8..) {
        let full = if whole { line } else { label };
        text(out, (Share(0.0), y + 16.0 + f64::from(at) * LINE), Anchor::Start, weight(emphasis), line, full);
    }
    text(out, (Share(1.0), y + 16.0), Anchor::End, weight(emphasis), display, display);
    LINE * lines.len().max(1) as f64
}
