//! Charts: well-formed whatever the figures are, and a gallery of them for the browser tests to look at.

mod figures;
mod gallery;
mod tables;

use congkhai::chart::{
    Bar, ChartText, Direction, DotRow, Line, NumberStyle, Points, Scale, SlopeEnd, SlopeLine, Target, bars,
    describe_bars, describe_lines, document, dots, lines, points_lost, slope, sparkline,
};
use proptest::prelude::*;

/// Any number at all, often one of those that break careless arithmetic.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        2 => any::<f64>(),
        2 => 0.0..100.0,
        1 => prop::sample::select(vec![0.0, -0.0, f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324, f64::INFINITY, f64::NAN]),
    ]
}

fn any_value() -> impl Strategy<Value = Option<f64>> {
    prop::option::weighted(0.8, any_number())
}

/// Names as they come, with markup, marks that stand alone and control characters among them.
fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[A-Za-zĐđắệữ <>&\"'\u{0}-\u{1F}]{0,60}",
        Just("Ủy ban nhân dân thành phố Hồ Chí Minh".to_owned())
    ]
}

fn any_target() -> impl Strategy<Value = Option<Target>> {
    prop::option::of((any_number(), any_name()).prop_map(|(value, label)| Target { value, label }))
}

/// Parses as XML, keeps inside its picture, and says what it is.
fn assert_sound(chart: &str) {
    for drawn in [chart.to_owned(), document(chart)].iter().filter(|drawn| !drawn.is_empty()) {
        let xml = roxmltree::Document::parse(drawn).unwrap_or_else(|error| panic!("{error}\n{drawn}"));
        let titled = |tag: &str| xml.descendants().any(|node| node.has_tag_name(("http://www.w3.org/2000/svg", tag)));
        assert!(titled("title"), "{drawn}");
        for attribute in xml.descendants().flat_map(|node| node.attributes()) {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!value.contains("NaN") && !value.contains("inf"), "{name}={value}\n{drawn}");
            let share = value.strip_suffix('%').map(|share| share.parse::<f64>().expect("a share is a number"));
            assert!(share.is_none_or(|share| (-0.01..=100.01).contains(&share)), "{name}={value}\n{drawn}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn bars_are_sound_for_any_figures(
        rows in prop::collection::vec((any_name(), any_value(), any_name(), any::<bool>()), 0..12),
        max in any_number(),
        target in any_target(),
        title in any_name(),
    ) {
        let rows: Vec<Bar> = rows.into_iter().map(|(label, value, display, emphasis)| Bar { label, value, display, emphasis }).collect();
        let description = describe_bars(&rows, &NumberStyle::default(), target.as_ref());
        assert_sound(&bars(&ChartText { title, description }, &rows, max, target));
    }

    #[test]
    fn lines_are_sound_for_any_figures(
        series in prop::collection::vec((any_name(), prop::collection::vec(any_value(), 0..20)), 0..8),
        categories in prop::collection::vec(any_name(), 0..20),
        bounds in (any_value(), any_value()),
        target in any_target(),
        title in any_name(),
    ) {
        let series: Vec<Line> = series.into_iter().map(|(name, points)| Line { name, points }).collect();
        let numbers = NumberStyle { decimals: 2, ..NumberStyle::default() };
        let description = describe_lines(&categories, &series, &numbers, target.as_ref());
        let scale = Scale { min: bounds.0, max: bounds.1, numbers };
        assert_sound(&lines(&ChartText { title, description }, &categories, &series, scale, target));
    }

    #[test]
    fn sparklines_are_sound_for_any_figures(points in prop::collection::vec(any_value(), 0..40), title in any_name()) {
        assert_sound(&sparkline(&ChartText { title, description: String::new() }, &points));
    }

    #[test]
    fn dots_are_sound_for_any_figures(
        series in prop::collection::vec(any_name(), 0..8),
        rows in prop::collection::vec((any_name(), prop::collection::vec(any_value(), 0..9), any_name()), 0..8),
        target in any_target(),
    ) {
        let rows: Vec<DotRow> = rows.into_iter().map(|(label, values, display)| DotRow { label, values, display, emphasis: false }).collect();
        assert_sound(&dots(&ChartText::default(), &series, &rows, target));
    }

    #[test]
    fn slopes_are_sound_for_any_figures(
        rows in prop::collection::vec((any_name(), any_value(), any_value(), any_name(), any::<bool>()), 0..40),
        lower in any::<bool>(),
    ) {
        let line = |(label, from, to, display, emphasis): (String, Option<f64>, Option<f64>, String, bool)| SlopeLine {
            label,
            ends: [from, to].map(|value| SlopeEnd { value, display: display.clone() }),
            emphasis,
        };
        let rows: Vec<SlopeLine> = rows.into_iter().map(line).collect();
        let direction = if lower { Direction::LowerIsUp } else { Direction::HigherIsUp };
        assert_sound(&slope(&ChartText::default(), ["2025", "2026"], &rows, direction));
    }

    #[test]
    fn losses_are_sound_for_any_figures(rows in prop::collection::vec((any_name(), any_value(), any_number(), any_name()), 0..12)) {
        let rows: Vec<Points> = rows.into_iter().map(|(label, reached, max, display)| Points { label, reached, max, display, emphasis: false }).collect();
        assert_sound(&points_lost(&ChartText::default(), &rows));
    }
}

#[test]
fn the_gallery_is_sound() {
    for piece in gallery::pieces() {
        assert_sound(&piece.svg);
    }
    gallery::write();
}

#[test]
fn a_table_is_the_same_however_often_it_is_written() {
    assert!(tables::table().xlsx().expect("it fits") == tables::table().xlsx().expect("it fits"));
    tables::write();
}
