//! Numbers → accessible static SVG, and the words that say the same.
//!
//! Comes in: small plain structs with values and names. Goes out: SVG to stand in a page or, by [`document()`], in a
//! file of its own, and by `describe_*` the alternative text. Refuses to know: records, pages, themes, what a figure
//! means.
//!
//! Every chart has a `<title>` and a `<desc>`, prints the numbers that matter, names its lines where they end, and
//! tells things apart by shape, stroke and weight before colour. A value that is not there leaves a gap, never a
//! zero. Where there is nothing to draw the chart is empty text, so that a template can leave it out.

mod axis;
mod bars;
mod describe;
mod document;
mod dots;
mod ends;
mod lines;
mod lost;
mod mark;
mod measure;
mod row;
mod slope;
mod sparkline;
mod svg;

use crate::diag::Lang;
use crate::text;

pub use bars::bars;
pub use describe::{describe_bars, describe_lines};
pub use document::document;
pub use dots::dots;
pub use lines::lines;
pub use lost::points_lost;
pub use slope::slope;
pub use sparkline::sparkline;

/// What a chart says, in the language of its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartText {
    /// What is shown, in a few words: `<title>`.
    pub title: String,
    /// The same in sentences, for who cannot see it: `<desc>`. See [`describe_bars`] and [`describe_lines`].
    pub description: String,
}

/// A bar of [`bars()`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// Whose value it is.
    pub label: String,
    /// Its length; nothing where none was published.
    pub value: Option<f64>,
    /// The value as printed beside it, or why there is none.
    pub display: String,
    /// Whether the page is about this one.
    pub emphasis: bool,
}

/// A line of [`lines()`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its name, printed where it ends.
    pub name: String,
    /// A value for each category; nothing where none was published.
    pub points: Vec<Option<f64>>,
}

/// A row of [`dots()`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DotRow {
    /// Whose values they are.
    pub label: String,
    /// A value for each series; nothing where none was published.
    pub values: Vec<Option<f64>>,
    /// The values as printed beside the name.
    pub display: String,
    /// Whether the page is about this one.
    pub emphasis: bool,
}

/// A unit of [`slope()`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlopeLine {
    /// Its name.
    pub label: String,
    /// Its value before and now.
    pub ends: [SlopeEnd; 2],
    /// Whether the page is about this one.
    pub emphasis: bool,
}

/// An end of a [`SlopeLine`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlopeEnd {
    /// The value; nothing where none was published.
    pub value: Option<f64>,
    /// The value as printed.
    pub display: String,
}

/// Which values stand on top in [`slope()`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// The highest: scores.
    #[default]
    HigherIsUp,
    /// The lowest: ranks, where the first is the best.
    LowerIsUp,
}

/// A criterion of [`points_lost`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Points {
    /// Its name.
    pub label: String,
    /// Points that were given; nothing where none were published.
    pub reached: Option<f64>,
    /// Points that could be given.
    pub max: f64,
    /// What is printed beside the name: `mất 3,2 trên 18`.
    pub display: String,
    /// Whether it is the one to look at.
    pub emphasis: bool,
}

/// A value to reach, drawn as a broken line.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The value.
    pub value: f64,
    /// Its name as printed: `Mục tiêu 95%`.
    pub label: String,
}

/// How numbers of a chart are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberStyle {
    /// In whose notation.
    pub lang: Lang,
    /// At most so many decimals.
    pub decimals: usize,
    /// What stands behind the number, blank included where one is wanted: `%`.
    pub unit: &'static str,
}

impl NumberStyle {
    /// The number as text: `1.234,5`.
    #[must_use]
    pub fn show(&self, number: f64) -> String {
        self.with_decimals(number, self.decimals)
    }

    fn with_decimals(&self, number: f64, decimals: usize) -> String {
        let shown = match self.lang {
            Lang::Vi => text::format_decimal(number, decimals),
            Lang::En => text::format_decimal_en(number, decimals),
        };
        shown + self.unit
    }
}

/// The vertical scale of [`lines()`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale {
    /// Where it begins; a round number below the lowest value where nothing is given.
    pub min: Option<f64>,
    /// Where it ends; a round number above the highest value where nothing is given.
    pub max: Option<f64>,
    /// How its numbers are written.
    pub numbers: NumberStyle,
}

/// Width of a text in pixels at a font size, estimated without a font and rather too wide than too narrow.
pub(crate) fn text_width(text: &str, size: f64) -> f64 {
    measure::width(text) * size / measure::TEXT_SIZE
}

/// Text as XML takes it.
pub(crate) fn escaped(text: &str) -> String {
    svg::Escaped(text).to_string()
}

/// The value, where it can be drawn.
fn drawable(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests;
