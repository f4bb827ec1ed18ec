//! A chart as a file of its own.

use super::svg::Short;

/// Width of a chart in a file of its own, in CSS pixels; as a drawing it scales to any size.
const WIDTH: f64 = 720.0;

/// A chart as an `.svg` file: with a size of its own, for readers that are no browsers. Charts without a drawing
/// stay empty.
#[must_use]
pub fn document(chart: &str) -> String {
    let Some((before, after)) = chart.split_once("width=\"100%\" height=\"") else {
        return if chart.is_empty() { String::new() } else { format!("{HEAD}{chart}\n") };
    };
    let height: f64 = after.split('"').next().and_then(|height| height.parse().ok()).unwrap_or_default();
    // A margin around the drawing, as a page would give it.
    let (wide, high) = (WIDTH + 32.0, height + 32.0);
    format!(
        "{HEAD}<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"-16 -16 {wide} {high}\">\
         <rect x=\"-16\" y=\"-16\" width=\"{wide}\" height=\"{high}\" fill=\"{paper}\"/>{before}width=\"{WIDTH}\" height=\"{after}</svg>\n",
        high = Short(high),
        paper = super::svg::PAPER,
    )
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
