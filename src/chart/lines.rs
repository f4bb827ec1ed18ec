//! Values over time, each line named where it ends.

use std::fmt::Write as _;

use super::axis::Range;
use super::ends::{End, apart, room_for};
use super::mark::{MARKS, Mark, mark};
use super::measure::width;
use super::row::BOLD;
use super::svg::{Anchor, INK, NARROW, PAPER, RULE, SOFT, Share, Short, halo, id, soft, text, wrapped};
use super::{ChartText, Line, NumberStyle, Scale, Target, drawable};

/// Height of a line of text.
const LINE: f64 = 18.0;
/// Height of the plot, unless names at its right need more.
const PLOT: f64 = 190.0;
/// Room above the plot for the topmost number.
const TOP: f64 = 22.0;
/// Names at the right may take this share of a phone's width.
const MOST_NAME: f64 = 0.4;
/// With more points than this, only the last of a line has a mark.
const MOST_MARKS: usize = 24;

/// Lines over the categories, such as years. Every line has a stroke and a mark of its own and ends with its name
/// and latest number; one line alone has its highest and lowest number printed too. A value that is not there
/// breaks the line.
#[must_use]
pub fn lines(text: &ChartText, categories: &[String], lines: &[Line], scale: Scale, target: Option<Target>) -> String {
    let series: Vec<Series<'_>> =
        lines.iter().enumerate().map(|(at, line)| Series::of(at, line, categories.len())).collect();
    let values = series.iter().flat_map(|series| series.values.iter().copied().flatten());
    let Some(found) = Range::of(values) else { return String::new() };
    let plot = Plot::of(found, &series, categories, &scale, target.as_ref());
    let mut body = String::new();
    plot.grid(&mut body);
    plot.categories(&mut body, categories);
    let target = target.filter(|target| target.value.is_finite());
    if let Some(target) = &target {
        plot.target_line(&mut body, target.value);
    }
    let shapes = id("lines", text, &body);
    shape_definitions(&mut body, &shapes, series.len());
    for series in &series {
        plot.series(&mut body, series, &shapes);
    }
    plot.names(&mut body, &series);
    if let Some(target) = &target {
        plot.target_name(&mut body, target, &series);
    }
    if let [only] = &series[..] {
        plot.extremes(&mut body, only);
    }
    wrapped("lines", text, plot.bottom + LINE + 8.0, &body)
}

/// A line, as long as the categories.
struct Series<'a> {
    name: &'a str,
    values: Vec<Option<f64>>,
    class: usize,
    mark: Mark,
}

impl<'a> Series<'a> {
    fn of(at: usize, line: &'a Line, length: usize) -> Self {
        let (class, mark) = mark(at);
        let values = (0..length).map(|at| drawable(line.points.get(at).copied().flatten())).collect();
        Self { name: &line.name, values, class, mark }
    }

    /// The latest value and its place.
    fn latest(&self) -> Option<(usize, f64)> {
        self.values.iter().enumerate().rev().find_map(|(at, value)| Some((at, (*value)?)))
    }
}

/// Where things stand.
struct Plot<'a> {
    range: Range,
    numbers: &'a NumberStyle,
    left: Share,
    right: Share,
    bottom: f64,
    /// Room below the lowest value for its number.
    floor: f64,
    count: usize,
    ticks: Vec<(f64, String)>,
}

impl<'a> Plot<'a> {
    fn of(
        found: Range,
        series: &[Series<'_>],
        categories: &[String],
        scale: &'a Scale,
        target: Option<&Target>,
    ) -> Self {
        let range = target.map_or(found, |target| found.with(target.value)).opened().rounded(4);
        let low = scale.min.filter(|min| min.is_finite()).map_or(range.low, |min| min.min(found.low));
        let high = scale.max.filter(|max| max.is_finite()).map_or(range.high, |max| max.max(found.high));
        let range = Range { low, high }.opened();
        let (ticks, decimals) = range.ticks(4);
        let ticks: Vec<_> = ticks.into_iter().map(|tick| (tick, scale.numbers.with_decimals(tick, decimals))).collect();
        let widest = ticks.iter().map(|(_, shown)| width(shown)).fold(0.0, f64::max);
        let names = series.iter().flat_map(|series| {
            let number = series.latest().map_or(0.0, |(_, value)| width(&scale.numbers.show(value)) * BOLD);
            [room_for(series.name), number]
        });
        let name = (names.fold(0.0, f64::max) + 14.0).min(NARROW * MOST_NAME);
        let ends: f64 =
            series.iter().filter_map(|series| Some(end(series, &scale.numbers, name - 10.0)?.2.height())).sum();
        Self {
            range,
            numbers: &scale.numbers,
            left: Share::of_pixels((widest + 16.0).min(NARROW * 0.3)),
            right: Share(1.0 - name / NARROW),
            bottom: TOP + PLOT.max(ends - 2.0 * LINE),
            floor: if series.len() == 1 { 16.0 } else { 0.0 },
            count: categories.len(),
            ticks,
        }
    }

    fn x(&self, at: usize) -> Share {
        match self.count {
            0 | 1 => self.left.toward(self.right, 0.5),
            count => self.left.toward(self.right, at as f64 / (count - 1) as f64),
        }
    }

    fn y(&self, value: f64) -> f64 {
        let lowest = self.bottom - self.floor;
        lowest - (lowest - TOP) * self.range.fraction(value)
    }

    /// Rules at round numbers; the one at zero is darker.
    fn grid(&self, out: &mut String) {
        let edge = Share(self.left.0 - Share::of_pixels(10.0).0);
        for (tick, shown) in &self.ticks {
            let y = Short(self.y(*tick));
            let (class, color) = if *tick == 0.0 { ("chart-axis", SOFT) } else { ("chart-rule", RULE) };
            let _ = write!(
                out,
                "<line class=\"{class}\" x1=\"{edge}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\" stroke=\"{color}\"/>",
                self.right
            );
            text(
                out,
                (Share(edge.0 - Share::of_pixels(4.0).0), self.y(*tick) + 5.0),
                Anchor::End,
                &soft(),
                shown,
                shown,
            );
        }
    }

    /// Names below the plot: the last, and as many before it as there is room for.
    fn categories(&self, out: &mut String, categories: &[String]) {
        let Some(last) = self.count.checked_sub(1) else { return };
        let widest = categories.iter().map(|category| width(category)).fold(0.0, f64::max) + 8.0;
        let room = (self.right.0 - self.left.0) * NARROW / last.max(1) as f64;
        let step = ((widest / room).ceil() as usize).max(1);
        for (at, category) in categories.iter().enumerate().filter(|(at, _)| (last - at) % step == 0) {
            let x = self.x(at);
            text(out, (x, self.bottom + LINE + 2.0), Anchor::inside(x, width(category)), &soft(), category, category);
        }
    }

    fn target_line(&self, out: &mut String, value: f64) {
        let _ = write!(
            out,
            "<line class=\"chart-target\" x1=\"{}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\" stroke=\"{INK}\" stroke-width=\"2\" stroke-dasharray=\"5 3\"/>",
            self.left,
            self.right,
            y = Short(self.y(value)),
        );
    }

    /// The target's name, at that end of its line and on that side where it covers least of the data.
    fn target_name(&self, out: &mut String, target: &Target, series: &[Series<'_>]) {
        let (y, label) = (self.y(target.value), &target.label);
        let wide = Share::of_pixels(width(label)).0;
        let covered = |(anchor, shift): &(Anchor, f64)| {
            let from = if *anchor == Anchor::Start { self.left.0 } else { self.right.0 - wide };
            let top = y + shift - 14.0;
            let inside =
                |(x, height): &(Share, f64)| (from..=from + wide).contains(&x.0) && (top..=top + 18.0).contains(height);
            series.iter().map(|series| self.trace(series).filter(inside).count()).sum::<usize>()
        };
        let places = [(Anchor::Start, -6.0), (Anchor::End, -6.0), (Anchor::Start, 17.0), (Anchor::End, 17.0)];
        let best = places.into_iter().filter(|(_, shift)| y + shift < self.bottom).min_by_key(covered);
        let (anchor, shift) = best.unwrap_or((Anchor::Start, -6.0));
        let x = if anchor == Anchor::Start { self.left } else { self.right };
        text(out, (x, y + shift), anchor, &halo(SOFT, "chart-soft"), label, label);
    }

    /// Points along a line, several between one value and the next.
    fn trace(&self, series: &Series<'_>) -> impl Iterator<Item = (Share, f64)> {
        let pairs = series.values.windows(2).enumerate().filter_map(|(at, pair)| match *pair {
            [Some(from), Some(to)] => Some(((self.x(at), self.y(from)), (self.x(at + 1), self.y(to)))),
            _ => None,
        });
        pairs.flat_map(|((x1, y1), (x2, y2))| {
            (0..=8).map(move |step| f64::from(step) / 8.0).map(move |part| (x1.toward(x2, part), y1 + (y2 - y1) * part))
        })
    }

    fn series(&self, out: &mut String, series: &Series<'_>, shapes: &str) {
        let Mark { color, dash, .. } = series.mark;
        let class = series.class;
        let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
        let _ = write!(
            out,
            "<g class=\"chart-line-{class}\" stroke=\"{color}\" fill=\"{color}\"><g stroke-width=\"2\"{dash}>"
        );
        for (at, pair) in series.values.windows(2).enumerate() {
            if let [Some(from), Some(to)] = *pair {
                let _ = write!(
                    out,
                    "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
                    self.x(at),
                    Short(self.y(from)),
                    self.x(at + 1),
                    Short(self.y(to)),
                );
            }
        }
        let _ = write!(out, "</g><g class=\"chart-marks\" stroke=\"{PAPER}\" stroke-width=\"1\">");
        let latest = series.latest().map(|(at, _)| at);
        for (at, value) in series.values.iter().enumerate() {
            let Some(value) = *value else { continue };
            let alone = [at.checked_sub(1), Some(at + 1)]
                .into_iter()
                .flatten()
                .all(|near| series.values.get(near).copied().flatten().is_none());
            if self.count <= MOST_MARKS || alone || Some(at) == latest {
                let _ = write!(
                    out,
                    "<use href=\"#{shapes}-{class}\" x=\"{}\" y=\"{}\"/>",
                    self.x(at),
                    Short(self.y(value))
                );
            }
        }
        out.push_str("</g></g>");
    }

    /// Names and latest numbers at the right, moved apart where lines end close together.
    fn names(&self, out: &mut String, series: &[Series<'_>]) {
        let room = (1.0 - self.right.0) * NARROW - 10.0;
        let known = series.iter().filter_map(|series| end(series, self.numbers, room));
        let mut ends: Vec<(f64, &Series<'_>, End)> =
            known.map(|(value, series, end)| (self.y(value), series, end)).collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.class.cmp(&b.1.class)));
        let x = Share(self.right.0 + Share::of_pixels(10.0).0);
        let wanted: Vec<f64> = ends.iter().map(|(y, ..)| *y).collect();
        let heights: Vec<f64> = ends.iter().map(|(.., end)| end.height()).collect();
        let places = apart(&wanted, &heights, (TOP - 18.0, self.bottom + LINE));
        for ((_, series, end), middle) in ends.into_iter().zip(places) {
            let attributes = format!(" class=\"chart-name-{}\" fill=\"{}\"", series.class, series.mark.color);
            let bold = format!("{attributes} font-weight=\"700\"");
            let number = end.lines.len() - 1;
            for (at, (line, y)) in end.baselines(middle).enumerate() {
                let full = if at == number || end.whole { line } else { series.name };
                text(out, (x, y), Anchor::Start, if at == number { &bold } else { &attributes }, line, full);
            }
        }
    }

    /// Highest and lowest number of a line that stands alone, where they do not crowd the latest.
    fn extremes(&self, out: &mut String, series: &Series<'_>) {
        let Some((latest, _)) = series.latest() else { return };
        let known = || series.values.iter().enumerate().filter_map(|(at, value)| Some((at, (*value)?)));
        let highest = known().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let lowest = known().min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        for (extreme, shift) in [(highest, -9.0), (lowest, 20.0)] {
            let Some((at, value)) = extreme else { continue };
            let shown = self.numbers.show(value);
            let distance = (self.x(latest).0 - self.x(at).0) * NARROW;
            if distance >= width(&shown) * 0.75 && highest != lowest {
                // At the left edge a centred number would reach into those of the scale.
                let reaches_out = (self.x(at).0 - self.left.0) * NARROW < width(&shown) / 2.0 - 8.0;
                let anchor = if reaches_out { Anchor::Start } else { Anchor::Middle };
                text(out, (self.x(at), self.y(value) + shift), anchor, &halo(INK, ""), &shown, &shown);
            }
        }
    }
}

/// The latest value of a line, and what stands where it ends.
fn end<'s, 'a>(series: &'s Series<'a>, numbers: &NumberStyle, room: f64) -> Option<(f64, &'s Series<'a>, End)> {
    let (_, value) = series.latest()?;
    Some((value, series, End::of(series.name, numbers.show(value), room)))
}

/// The shapes of marks, to be used by reference.
fn shape_definitions(out: &mut String, name: &str, lines: usize) {
    out.push_str("<defs>");
    for (at, Mark { shape, .. }) in MARKS.iter().take(lines).enumerate() {
        let _ = write!(out, "<path id=\"{name}-{}\" d=\"{shape}\"/>", at + 1);
    }
    out.push_str("</defs>");
}
