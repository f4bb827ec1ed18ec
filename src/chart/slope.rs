//! From one edition to the next: a line for each unit between two columns.

use std::fmt::Write as _;

use super::axis::Range;
use super::ends::apart;
use super::measure::{cut, width};
use super::svg::{Anchor, DATA, Escaped, NARROW, OWN, RULE, Share, Short, text, wrapped};
use super::{ChartText, Direction, SlopeLine, drawable};

const LINE: f64 = 20.0;
const TOP: f64 = 30.0;
/// With more units than this only those with emphasis are named; the others are lines whose name is a tooltip.
const MOST_NAMES: usize = 16;
/// Names and numbers may take this share of a phone's width.
const MOST_ROOM: f64 = 0.5;

/// A line for each unit from its value in the first column to that in the second. Names and numbers stand at both
/// ends, moved apart where they would cover each other; of more than sixteen units only those with emphasis are
/// named. A unit with one value is a name without a line.
#[must_use]
pub fn slope(text: &ChartText, columns: [&str; 2], lines: &[SlopeLine], direction: Direction) -> String {
    let values = lines.iter().flat_map(|line| line.ends.iter().filter_map(|end| drawable(end.value)));
    let Some(range) = Range::of(values) else { return String::new() };
    let named: Vec<&SlopeLine> = match lines.len() {
        few if few <= MOST_NAMES => lines.iter().collect(),
        _ => lines.iter().filter(|line| line.emphasis).collect(),
    };
    let height = (named.len() as f64 * LINE).max(220.0);
    let sides = Sides::of(&named);
    let plot = Plot { range: range.opened(), direction, bottom: TOP + height, sides };
    let mut body = String::new();
    plot.columns(&mut body, columns);
    let (own, others): (Vec<&SlopeLine>, Vec<&SlopeLine>) = lines.iter().partition(|line| line.emphasis);
    for line in others.into_iter().chain(own) {
        plot.line(&mut body, line);
    }
    plot.names(&mut body, &named, 0);
    plot.names(&mut body, &named, 1);
    wrapped("slope", text, plot.bottom + 8.0, &body)
}

/// Where the two columns stand.
struct Sides {
    left: Share,
    right: Share,
}

impl Sides {
    /// Names stand at the right, where who reads ends; numbers at both sides.
    fn of(named: &[&SlopeLine]) -> Self {
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max).min(NARROW * MOST_ROOM) + 10.0;
        let left = widest(&mut named.iter().map(|line| width(&line.ends[0].display) * 1.06));
        let right = widest(
            &mut named.iter().map(|line| (width(&line.label) + width(" ") + width(&line.ends[1].display)) * 1.06),
        );
        let right = right.max(width("0000-00-00"));
        Self { left: Share::of_pixels(left.max(44.0)), right: Share(1.0 - right.max(44.0) / NARROW) }
    }
}

struct Plot {
    range: Range,
    direction: Direction,
    bottom: f64,
    sides: Sides,
}

impl Plot {
    fn y(&self, value: f64) -> f64 {
        let fraction = self.range.fraction(value);
        let up = match self.direction {
            Direction::HigherIsUp => fraction,
            Direction::LowerIsUp => 1.0 - fraction,
        };
        self.bottom - LINE / 2.0 - (self.bottom - TOP - LINE) * up
    }

    /// The headings and their uprights.
    fn columns(&self, out: &mut String, [from, to]: [&str; 2]) {
        let sides = [(self.sides.left, from, Anchor::Middle), (self.sides.right, to, Anchor::Middle)];
        for (x, name, anchor) in sides {
            let anchor =
                if Anchor::inside(x, width(name)) == Anchor::Middle { anchor } else { Anchor::inside(x, width(name)) };
            text(out, (x, 16.0), anchor, " font-weight=\"700\"", name, name);
            let _ = write!(
                out,
                "<line class=\"chart-rule\" x1=\"{x}\" y1=\"{}\" x2=\"{x}\" y2=\"{}\" stroke=\"{RULE}\"/>",
                Short(TOP),
                Short(self.bottom),
            );
        }
    }

    fn line(&self, out: &mut String, line: &SlopeLine) {
        let [Some(from), Some(to)] = [0, 1].map(|side: usize| drawable(line.ends[side].value)) else { return };
        let (class, color, thickness) =
            if line.emphasis { ("chart-own-line", OWN, 3) } else { ("chart-other-line", DATA, 1) };
        let (y1, y2) = (Short(self.y(from)), Short(self.y(to)));
        let Sides { left, right } = self.sides;
        let _ = write!(
            out,
            "<g class=\"{class}\" stroke=\"{color}\" fill=\"{color}\"><title>{}</title>\
             <line x1=\"{left}\" y1=\"{y1}\" x2=\"{right}\" y2=\"{y2}\" stroke-width=\"{thickness}\"/>\
             <circle cx=\"{left}\" cy=\"{y1}\" r=\"3\"/><circle cx=\"{right}\" cy=\"{y2}\" r=\"3\"/></g>",
            Escaped(&format!("{}: {} → {}", line.label, line.ends[0].display, line.ends[1].display)),
        );
    }

    /// Numbers at the left, names with numbers at the right.
    fn names(&self, out: &mut String, named: &[&SlopeLine], side: usize) {
        let mut ends: Vec<(f64, &SlopeLine)> =
            named.iter().filter_map(|line| Some((self.y(drawable(line.ends[side].value)?), *line))).collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        let wanted: Vec<f64> = ends.iter().map(|(y, _)| *y).collect();
        let places = apart(&wanted, &vec![LINE; wanted.len()], (TOP, self.bottom));
        for ((_, line), middle) in ends.into_iter().zip(places) {
            let weight = if line.emphasis { " font-weight=\"700\"" } else { "" };
            let number = &line.ends[side].display;
            let y = middle + 5.0;
            if side == 0 {
                text(out, (Share(self.sides.left.0 - Share::of_pixels(8.0).0), y), Anchor::End, weight, number, number);
                continue;
            }
            let x = Share(self.sides.right.0 + Share::of_pixels(8.0).0);
            let full = format!("{number} {}", line.label);
            let shown = cut(&full, ((1.0 - x.0) * NARROW).max(0.0) / if line.emphasis { 1.06 } else { 1.0 });
            text(out, (x, y), Anchor::Start, weight, &shown, &full);
        }
    }
}
