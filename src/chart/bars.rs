//! Horizontal bars, one row a unit.

use std::fmt::Write as _;

use super::axis::Range;
use super::measure::width;
use super::row::{BOLD, LINE, heading, weight};
use super::svg::{Anchor, DATA, INK, NARROW, OWN, Share, Short, soft, target_tick, text, wrapped};
use super::{Bar, ChartText, Target, drawable};

/// Space between a name, a bar and a number.
const SPACE: f64 = 8.0;
/// Bars shorter than this share of a phone's width say nothing; long names then stand above them.
const LEAST_BAR: f64 = 0.34;

/// Horizontal bars, one row a unit, each with its number printed; drawn on a scale from 0 (or the lowest value, where
/// that is negative) to `max` (or the highest value, where that lies above).
///
/// Names stand before the bars where all are short, above them where not. The rows keep the order they are given in.
#[must_use]
pub fn bars(text: &ChartText, bars: &[Bar], max: f64, target: Option<Target>) -> String {
    if bars.is_empty() {
        return String::new();
    }
    let target = target.filter(|target| target.value.is_finite());
    let layout = Layout::of(bars, max, target.as_ref());
    let mut body = String::with_capacity(bars.len() * 220);
    let mut y = layout.top;
    for bar in bars {
        y += layout.row(&mut body, bar, y, target.as_ref().map(|target| target.value));
    }
    if let Some(target) = &target {
        layout.target(&mut body, target, y);
    }
    wrapped("bars", text, y, &body)
}

/// Where things stand in every row.
struct Layout {
    range: Range,
    /// Whether the name has a line of its own above the bar.
    stacked: bool,
    /// Where bars may begin and end.
    begin: Share,
    end: Share,
    /// Where the first row begins.
    top: f64,
}

impl Layout {
    fn of(bars: &[Bar], max: f64, target: Option<&Target>) -> Self {
        let values = bars.iter().filter_map(|bar| drawable(bar.value));
        let aim = target.map_or(0.0, |target| target.value);
        let range = Range { low: 0.0, high: 0.0 }.with(max).with(aim);
        let range = Range::of(values).map_or(range, |found| range.with(found.low).with(found.high)).opened();
        let widest = |texts: &mut dyn Iterator<Item = &str>| texts.map(width).fold(0.0, f64::max);
        let name = widest(&mut bars.iter().map(|bar| bar.label.as_str())) * BOLD + SPACE;
        let number = widest(&mut bars.iter().map(|bar| bar.display.as_str())) * BOLD + SPACE;
        let (begin, end) = (Share::of_pixels(name), Share(1.0 - number / NARROW));
        let stacked = end.0 - begin.0 < LEAST_BAR;
        Self {
            range,
            stacked,
            begin: if stacked { Share(0.0) } else { begin },
            end: if stacked { Share(1.0) } else { end },
            top: if target.is_some() { LINE + 4.0 } else { 0.0 },
        }
    }

    /// Draws a row at `y`; gives its height.
    fn row(&self, out: &mut String, bar: &Bar, y: f64, aim: Option<f64>) -> f64 {
        if self.stacked {
            let top = y + heading(out, &bar.label, &bar.display, bar.emphasis, y) + 2.0;
            self.bar(out, bar, top, 10.0);
            if let Some(aim) = aim {
                target_tick(out, self.place(aim), (top - 3.0, top + 13.0));
            }
            return top + 18.0 - y;
        }
        let weight = weight(bar.emphasis);
        text(out, (Share(0.0), y + 16.0), Anchor::Start, weight, &bar.label, &bar.label);
        text(out, (Share(1.0), y + 16.0), Anchor::End, weight, &bar.display, &bar.display);
        self.bar(out, bar, y + 4.0, 16.0);
        LINE + 4.0
    }

    fn bar(&self, out: &mut String, bar: &Bar, y: f64, thickness: f64) {
        let Some(value) = drawable(bar.value) else { return };
        let zero = self.place(0.0);
        let end = self.place(value);
        let (from, to) = if end < zero { (end, zero) } else { (zero, end) };
        let (class, fill) = if bar.emphasis { ("chart-own", OWN) } else { ("chart-bar", DATA) };
        let _ = write!(
            out,
            "<rect class=\"{class}\" x=\"{from}\" y=\"{}\" width=\"{}\" height=\"{thickness}\" fill=\"{fill}\"/>",
            Short(y),
            Share(to.0 - from.0),
        );
        if from == to {
            // A published zero is a thin line, so that it differs from no value at all.
            let _ = write!(
                out,
                "<rect class=\"{class}\" x=\"{from}\" y=\"{}\" width=\"1.5\" height=\"{thickness}\" fill=\"{fill}\"/>",
                Short(y)
            );
        }
    }

    fn place(&self, value: f64) -> Share {
        self.begin.toward(self.end, self.range.fraction(value))
    }

    /// The target: its name above the rows, and where bars have their rows to themselves one line through all.
    fn target(&self, out: &mut String, target: &Target, bottom: f64) {
        let x = self.place(target.value);
        let anchor = Anchor::inside(x, width(&target.label));
        text(out, (x, 14.0), anchor, &soft(), &target.label, &target.label);
        if !self.stacked {
            let _ = write!(
                out,
                "<line class=\"chart-target\" x1=\"{x}\" y1=\"{LINE}\" x2=\"{x}\" y2=\"{}\" stroke=\"{INK}\" stroke-width=\"2\" stroke-dasharray=\"5 3\"/>",
                Short(bottom),
            );
        }
    }
}
