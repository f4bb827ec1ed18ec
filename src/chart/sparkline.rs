//! A line as small as a word, for tables.

use std::fmt::Write as _;

use super::axis::Range;
use super::svg::{Escaped, INK, Short};
use super::{ChartText, drawable};

const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 24.0;
/// Keeps strokes and the last point inside.
const EDGE: f64 = 4.0;

/// A line as small as a word, with a dot at its latest value; the numbers stand beside it in the table. Its title
/// and description become one `<title>`.
#[must_use]
pub fn sparkline(text: &ChartText, points: &[Option<f64>]) -> String {
    let values: Vec<Option<f64>> = points.iter().copied().map(drawable).collect();
    let Some(range) = Range::of(values.iter().copied().flatten()) else { return String::new() };
    let range = range.opened();
    let steps = (values.len().max(2) - 1) as f64;
    let place = |at: usize, value: f64| {
        let x = EDGE + (WIDTH - 2.0 * EDGE) * at as f64 / steps;
        (x, HEIGHT - EDGE - (HEIGHT - 2.0 * EDGE) * range.fraction(value))
    };
    let mut path = String::new();
    let mut pen_down = false;
    let mut last = None;
    for (at, value) in values.iter().enumerate() {
        let Some(value) = *value else {
            pen_down = false;
            continue;
        };
        let (x, y) = place(at, value);
        // A point alone between gaps is a line of no length, which round caps make a dot.
        let command = if pen_down { 'L' } else { 'M' };
        let _ = write!(path, "{command}{} {}", Short(x), Short(y));
        if !pen_down && values.get(at + 1).copied().flatten().is_none() {
            path.push_str("h0");
        }
        pen_down = true;
        last = Some((x, y));
    }
    let (x, y) = last.unwrap_or_default();
    let title = [text.title.as_str(), text.description.as_str()].into_iter().filter(|part| !part.is_empty());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"spark\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\">\
         <title>{}</title><path d=\"{path}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\
         <circle cx=\"{}\" cy=\"{}\" r=\"3\" fill=\"{INK}\"/></svg>",
        Escaped(&title.collect::<Vec<_>>().join(". ")),
        Short(x),
        Short(y),
    )
}
