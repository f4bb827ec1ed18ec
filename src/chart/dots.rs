//! Several values of one unit on one line: before and after, a unit against the best and the middle.

use std::fmt::Write as _;

use super::axis::Range;
use super::mark::mark;
use super::measure::{cut, width};
use super::row::{LINE, heading};
use super::svg::{Anchor, NARROW, OWN, PAPER, RULE, SOFT, Share, Short, id, soft, target_tick, text, wrapped};
use super::{ChartText, DotRow, Target, drawable};

/// Space at both ends of a line, for half a mark.
const EDGE: f64 = 8.0;

/// A line for each row with a mark for each of its values. `series` names the marks, above the rows in the order of
/// the values; each row prints its own numbers. The line joins the outermost marks of a row.
#[must_use]
pub fn dots(text: &ChartText, series: &[String], rows: &[DotRow], target: Option<Target>) -> String {
    let values = rows.iter().flat_map(|row| row.values.iter().copied().filter_map(drawable));
    let Some(found) = Range::of(values) else { return String::new() };
    let aim = target.as_ref().map(|target| target.value);
    let range = aim.map_or(found, |aim| found.with(aim)).opened();
    let mut body = String::new();
    let shapes = id("dots", text, &series.concat());
    let mut y = key(&mut body, series, &shapes);
    let target = target.filter(|target| target.value.is_finite());
    if let Some(Target { value, label }) = &target {
        let x = place(range, *value);
        super::svg::text(&mut body, (x, y + 14.0), Anchor::inside(x, width(label)), &soft(), label, label);
        y += LINE;
    }
    for row in rows {
        y += draw_row(&mut body, row, range, y, &shapes, target.as_ref().map(|target| target.value));
    }
    wrapped("dots", text, y, &body)
}

fn place(range: Range, value: f64) -> Share {
    let edge = Share::of_pixels(EDGE);
    edge.toward(Share(1.0 - edge.0), range.fraction(value))
}

/// What the marks mean, and their shapes; gives the height that it takes. Names wrap from line to line.
fn key(out: &mut String, series: &[String], shapes: &str) -> f64 {
    out.push_str("<defs>");
    for at in 0..series.len().min(super::mark::MARKS.len()) {
        let (class, mark) = mark(at);
        let _ = write!(out, "<path id=\"{shapes}-{class}\" d=\"{}\"/>", mark.shape);
    }
    out.push_str("</defs>");
    let (mut x, mut y) = (0.0, 0.0);
    for (at, name) in series.iter().enumerate() {
        let name_room = NARROW - 20.0;
        let shown = cut(name, name_room);
        let taken = 20.0 + width(&shown) + 14.0;
        if x > 0.0 && x + taken - 14.0 > NARROW {
            (x, y) = (0.0, y + LINE);
        }
        draw_mark(out, at, shapes, (Share::of_pixels(x + 7.0), y + 11.0));
        text(out, (Share::of_pixels(x + 20.0), y + 16.0), Anchor::Start, "", &shown, name);
        x += taken;
    }
    if series.is_empty() { 0.0 } else { y + LINE + 6.0 }
}

fn draw_mark(out: &mut String, at: usize, shapes: &str, (x, y): (Share, f64)) {
    let (class, mark) = mark(at);
    let _ = write!(
        out,
        "<use class=\"chart-mark-{class}\" href=\"#{shapes}-{class}\" x=\"{x}\" y=\"{}\" fill=\"{}\" stroke=\"{PAPER}\"/>",
        Short(y),
        mark.color
    );
}

/// A row: its name and numbers, below them its line; gives its height.
fn draw_row(out: &mut String, row: &DotRow, range: Range, y: f64, shapes: &str, aim: Option<f64>) -> f64 {
    let middle = y + heading(out, &row.label, &row.display, row.emphasis, y) + 9.0;
    if let Some(aim) = aim {
        target_tick(out, place(range, aim), (middle - 8.0, middle + 8.0));
    }
    let _ = write!(
        out,
        "<line class=\"chart-rule\" x1=\"0\" y1=\"{0}\" x2=\"100%\" y2=\"{0}\" stroke=\"{RULE}\"/>",
        Short(middle)
    );
    let known: Vec<(usize, f64)> =
        row.values.iter().enumerate().filter_map(|(at, value)| Some((at, drawable(*value)?))).collect();
    if let Some(span) = Range::of(known.iter().map(|(_, value)| *value)).filter(|span| span.low < span.high) {
        let (class, color) = if row.emphasis { ("chart-own-line", OWN) } else { ("chart-axis", SOFT) };
        let _ = write!(
            out,
            "<line class=\"{class}\" x1=\"{}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\" stroke=\"{color}\" stroke-width=\"3\"/>",
            place(range, span.low),
            place(range, span.high),
            y = Short(middle),
        );
    }
    // The first value is drawn last: where marks cover each other it is the one to see.
    for (at, value) in known.into_iter().rev() {
        draw_mark(out, at, shapes, (place(range, value), middle));
    }
    middle + 15.0 - y
}
