//! Points lost against the maximum, largest loss first: what a unit should look at.

use std::fmt::Write as _;

use super::axis::Range;
use super::row::heading;
use super::svg::{DATA, OWN, Share, Short, wrapped};
use super::{ChartText, Points, drawable};

/// A row for each criterion, as long as its maximum: filled as far as points were reached, empty in its frame as far
/// as they were lost. All rows share one scale, so that a large criterion looks large. The largest loss stands first;
/// criteria without a figure come last and have an empty broken frame.
#[must_use]
pub fn points_lost(text: &ChartText, criteria: &[Points]) -> String {
    let widest = Range::of(criteria.iter().flat_map(|one| [one.max, one.reached.unwrap_or(0.0)]));
    let Some(widest) = widest.filter(|range| range.high > 0.0) else { return String::new() };
    let mut order: Vec<&Points> = criteria.iter().collect();
    order.sort_by(|a, b| by_loss(a, b));
    let range = Range { low: 0.0, high: widest.high };
    let mut body = String::new();
    let mut y = 0.0;
    for one in order {
        y += draw_row(&mut body, one, range, y);
    }
    wrapped("lost", text, y, &body)
}

/// Larger losses first, what is not known last; equal ones stay in their order.
fn by_loss(a: &Points, b: &Points) -> std::cmp::Ordering {
    match (a.lost(), b.lost()) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

impl Points {
    /// Points below the maximum; nothing where none were published. Below zero where more were given than there are.
    #[must_use]
    pub fn lost(&self) -> Option<f64> {
        drawable(self.reached).map(|reached| self.max - reached).filter(|lost| lost.is_finite())
    }
}

/// Gives the height of the row.
fn draw_row(out: &mut String, one: &Points, range: Range, y: f64) -> f64 {
    let text_height = heading(out, &one.label, &one.display, one.emphasis, y);
    let top = Short(y + text_height + 2.0);
    let reached = drawable(one.reached);
    let dash = if reached.is_some() { "" } else { " stroke-dasharray=\"3 3\"" };
    if let Some(max) = drawable(Some(one.max)) {
        let _ = write!(
            out,
            "<rect class=\"chart-frame\" x=\"0\" y=\"{top}\" width=\"{}\" height=\"12\" fill=\"none\" stroke=\"{DATA}\"{dash}/>",
            Share(range.fraction(max)),
        );
    }
    if let Some(reached) = reached.filter(|reached| *reached > 0.0) {
        let (class, fill) = if one.emphasis { ("chart-own", OWN) } else { ("chart-bar", DATA) };
        let _ = write!(
            out,
            "<rect class=\"{class}\" x=\"0\" y=\"{top}\" width=\"{}\" height=\"12\" fill=\"{fill}\"/>",
            Share(range.fraction(reached)),
        );
    }
    text_height + 24.0
}
