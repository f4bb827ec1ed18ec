//! Alternative text: what a chart shows, in two or three sentences.
//!
//! It says what somebody reading the picture would take from it: how much is shown, the highest, the lowest and the
//! latest, the change, and how all that stands to a target. The figures themselves stand in the table beside it.

use crate::diag::Lang;

use super::axis::Range;
use super::{Bar, Line, NumberStyle, Target, drawable};

/// Lines told one by one; of more, only the extremes are named.
const MOST_LINES: usize = 5;

/// What [`bars`](super::bars()) shows: how many rows, the highest and lowest with their names, rows without a value,
/// and how many reach the target.
#[must_use]
pub fn describe_bars(bars: &[Bar], numbers: &NumberStyle, target: Option<&Target>) -> String {
    let known: Vec<(&Bar, f64)> = bars.iter().filter_map(|bar| Some((bar, drawable(bar.value)?))).collect();
    let missing = bars.len() - known.len();
    let vi = numbers.lang == Lang::Vi;
    let mut said = vec![match vi {
        true => format!("Biểu đồ thanh, {} dòng", count(bars.len(), numbers)),
        false => format!("Bar chart, {} rows", count(bars.len(), numbers)),
    }];
    said.push(extremes(&known, numbers));
    said.push(own(&known, numbers));
    said.push(against_target(known.iter().map(|(_, value)| *value), numbers, target));
    said.push(without_value(missing, vi));
    sentences(said)
}

/// What [`lines`](super::lines()) shows: the span of categories, then of each line the latest, the change against the
/// one before, the highest and the lowest, how the latest stands to the target, and where values are missing.
#[must_use]
pub fn describe_lines(categories: &[String], lines: &[Line], numbers: &NumberStyle, target: Option<&Target>) -> String {
    let vi = numbers.lang == Lang::Vi;
    let (first, last) = (categories.first().map_or("", String::as_str), categories.last().map_or("", String::as_str));
    let kind = if vi { "Biểu đồ đường" } else { "Line chart" };
    let mut said = vec![match (vi, first == last) {
        (_, true) => format!("{kind}, {first}"),
        (true, false) => format!("{kind}, từ {first} đến {last}"),
        (false, false) => format!("{kind}, {first} to {last}"),
    }];
    if lines.len() <= MOST_LINES {
        said.extend(lines.iter().map(|line| one_line(categories, line, numbers, target)));
    } else {
        said.push(many_lines(lines, numbers));
    }
    sentences(said)
}

/// One line among few.
fn one_line(categories: &[String], line: &Line, numbers: &NumberStyle, target: Option<&Target>) -> String {
    let vi = numbers.lang == Lang::Vi;
    let named = |at: usize| categories.get(at).map_or("", String::as_str);
    let points: Vec<(usize, f64)> =
        (0..categories.len()).filter_map(|at| Some((at, drawable(line.points.get(at).copied().flatten())?))).collect();
    let name = if line.name.is_empty() { String::new() } else { format!("{}: ", line.name) };
    let Some(&(latest, value)) = points.last() else {
        let said = if vi { "không có số liệu" } else { "no figures" };
        return if name.is_empty() { raised(said) } else { name + said };
    };
    let mut parts = vec![match vi {
        true => format!("mới nhất {} ({})", numbers.show(value), named(latest)),
        false => format!("latest {} ({})", numbers.show(value), named(latest)),
    }];
    if let [.., (before, earlier), _] = points[..] {
        parts.push(change(value, earlier, named(before), numbers));
        let highest = points.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1));
        let lowest = points.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1));
        for (extreme, words) in [(highest, ["cao nhất", "highest"]), (lowest, ["thấp nhất", "lowest"])] {
            let (at, value) = extreme.unwrap_or((latest, value));
            parts.push(format!("{} {} ({})", words[usize::from(!vi)], numbers.show(value), named(at)));
        }
    }
    if let Some(target) = target.filter(|target| target.value.is_finite()) {
        parts.push(reached(value, target, vi));
    }
    let missing: Vec<&str> =
        (0..categories.len()).filter(|at| !points.iter().any(|(known, _)| known == at)).map(named).collect();
    if !missing.is_empty() {
        let words = if vi { "không có số liệu" } else { "no figures for" };
        parts.push(format!("{words} {}", listed(&missing, vi)));
    }
    let said = parts.join(", ");
    if name.is_empty() { raised(&said) } else { name + &said }
}

/// The text as a sentence begins.
fn raised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Names, all of them or the first few and how many more.
fn listed(names: &[&str], vi: bool) -> String {
    match names {
        [a, b, c, d, more @ ..] if more.len() > 1 => {
            let words = if vi { "kỳ khác" } else { "others" };
            format!("{a}, {b}, {c}, {d} {} {} {words}", if vi { "và" } else { "and" }, more.len())
        }
        all => all.join(", "),
    }
}

fn change(value: f64, earlier: f64, named: &str, numbers: &NumberStyle) -> String {
    let difference = value - earlier;
    let shown = distance(difference.abs(), numbers);
    // What rounds to nothing has not changed for who reads it.
    let (vi_words, en_words) = match difference {
        _ if shown == distance(0.0, numbers) => {
            return if numbers.lang == Lang::Vi {
                format!("không đổi so với {named}")
            } else {
                format!("unchanged from {named}")
            };
        }
        up if up > 0.0 => ("tăng", "up"),
        _ => ("giảm", "down"),
    };
    match numbers.lang {
        Lang::Vi => format!("{vi_words} {shown} so với {named}"),
        Lang::En => format!("{en_words} {shown} from {named}"),
    }
}

/// How far apart two numbers are: percentages lie percentage points apart, which are no percentage.
fn distance(difference: f64, numbers: &NumberStyle) -> String {
    let points = match numbers.lang {
        Lang::Vi => "\u{A0}điểm phần trăm",
        Lang::En => "\u{A0}percentage points",
    };
    let unit = if numbers.unit.trim() == "%" { points } else { numbers.unit };
    NumberStyle { unit, ..numbers.clone() }.show(difference)
}

/// The target's own label says its name and number.
fn reached(value: f64, target: &Target, vi: bool) -> String {
    let words = match (value >= target.value, vi) {
        (true, true) => "đạt",
        (false, true) => "chưa đạt",
        (true, false) => "meets",
        (false, false) => "below",
    };
    format!("{words} {}", lowered(&target.label))
}

/// The label within a sentence: its first letter small, unless the word is an abbreviation.
fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}

/// Many lines: only how far apart the latest values lie.
fn many_lines(lines: &[Line], numbers: &NumberStyle) -> String {
    let vi = numbers.lang == Lang::Vi;
    let latest = |line: &Line| line.points.iter().rev().find_map(|point| drawable(*point));
    let known: Vec<(&str, f64)> = lines.iter().filter_map(|line| Some((line.name.as_str(), latest(line)?))).collect();
    let highest = known.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let lowest = known.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let (Some((high_name, high)), Some((low_name, low))) = (highest, lowest) else { return String::new() };
    let (high, low, count) = (numbers.show(*high), numbers.show(*low), count(lines.len(), numbers));
    match vi {
        true => format!("{count} đường; số mới nhất cao nhất {high} ({high_name}), thấp nhất {low} ({low_name})"),
        false => format!("{count} lines; highest latest figure {high} ({high_name}), lowest {low} ({low_name})"),
    }
}

fn extremes(known: &[(&Bar, f64)], numbers: &NumberStyle) -> String {
    let vi = numbers.lang == Lang::Vi;
    let Some(range) = Range::of(known.iter().map(|(_, value)| *value)) else { return String::new() };
    if let [(bar, _)] = known {
        return format!("{}: {}", bar.label, numbers.show(range.low));
    }
    if range.low == range.high {
        let words = if vi { "Tất cả đều là" } else { "All are" };
        return format!("{words} {}", numbers.show(range.low));
    }
    let at = |wanted: f64| {
        let names: Vec<&str> =
            known.iter().filter(|(_, value)| *value == wanted).map(|(bar, _)| bar.label.as_str()).collect();
        let others = names.len().saturating_sub(1);
        match (names.first(), others, vi) {
            (Some(name), 0, _) => (*name).to_owned(),
            (name, others, true) => format!("{} và {others} nơi khác", name.unwrap_or(&"")),
            (name, others, false) => format!("{} and {others} more", name.unwrap_or(&"")),
        }
    };
    let (high, low) = (numbers.show(range.high), numbers.show(range.low));
    match vi {
        true => format!("Cao nhất {high} ({}), thấp nhất {low} ({})", at(range.high), at(range.low)),
        false => format!("Highest {high} ({}), lowest {low} ({})", at(range.high), at(range.low)),
    }
}

/// The row that the page is about, where it is one of several.
fn own(known: &[(&Bar, f64)], numbers: &NumberStyle) -> String {
    match known.iter().find(|(bar, _)| bar.emphasis) {
        Some((bar, value)) if known.len() > 1 => format!("{}: {}", bar.label, numbers.show(*value)),
        _ => String::new(),
    }
}

fn against_target(values: impl Iterator<Item = f64>, numbers: &NumberStyle, target: Option<&Target>) -> String {
    let Some(target) = target.filter(|target| target.value.is_finite()) else { return String::new() };
    let (met, missed): (Vec<f64>, Vec<f64>) = values.partition(|value| *value >= target.value);
    let (met, missed) = (count(met.len(), numbers), count(missed.len(), numbers));
    match numbers.lang {
        Lang::Vi => format!("{}: {met} đạt, {missed} chưa đạt", target.label),
        Lang::En => format!("{}: {met} met, {missed} below", target.label),
    }
}

fn without_value(missing: usize, vi: bool) -> String {
    match (missing, vi) {
        (0, _) => String::new(),
        (missing, true) => format!("{missing} dòng không có số liệu"),
        (1, false) => "1 row has no figure".to_owned(),
        (missing, false) => format!("{missing} rows have no figure"),
    }
}

fn count(number: usize, numbers: &NumberStyle) -> String {
    let style = NumberStyle { decimals: 0, unit: "", ..numbers.clone() };
    style.show(number as f64)
}

/// Joins what is not empty, each with a full stop.
fn sentences(parts: Vec<String>) -> String {
    let kept: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if kept.is_empty() { String::new() } else { kept.join(". ") + "." }
}
