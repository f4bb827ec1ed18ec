//! Each form in both languages, with every kind of place and with hostile input.

use camino::Utf8Path;
use proptest::prelude::*;

use super::visible::is_unsafe;
use super::{Style, concise, full, github, json, summary};
use crate::diag::samples::{cell, every_place};
use crate::diag::{ColumnProblem, Diagnostic, Lang, Location, Position, Severity, SourceProblem, ValueProblem};

/// A name that breaks out of lines, workflow commands and terminals that let it.
const HOSTILE: &str = "a\r\n::error file=b::đ\u{1b}[31m\u{9b}2J\u{202e}%0A,x:y";

/// A site of two text files.
fn lines(path: &Utf8Path, line: u32) -> Option<String> {
    let text = match path.as_str() {
        "config.toml" => "title = \"Xã Bình Yên\"\nbase_ulr = \"https://xa.example.vn\"\n",
        "content/thu-tuc/danh-muc.csv" => {
            "Mã,Tên,Lệ phí\n1.001193,Đăng ký khai sinh,0\n1.004227,x,\"theo quy định, tùy nơi\",Hộ tịch\n"
        }
        _ => return None,
    };
    text.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?).map(str::to_owned)
}

/// The full form, plain and without limit, of a site whose every line is the same.
fn full_over(line: Option<&str>, diagnostics: &[Diagnostic]) -> String {
    full(diagnostics, Lang::Vi, Style::Plain, None, &|_, _| line.map(str::to_owned))
}

/// Diagnostics whose every text is hostile.
fn hostile() -> Vec<Diagnostic> {
    let header = Some(HOSTILE.to_owned());
    let places = [
        Location::file(HOSTILE),
        Location::Text {
            path: HOSTILE.into(),
            position: Some(Position { line: 1, column: 3 }),
            header: header.clone(),
        },
        Location::Cell { path: HOSTILE.into(), sheet: HOSTILE.into(), row: 1, column: 1, header },
        Location::Pointer { path: HOSTILE.into(), line: Some(1), pointer: HOSTILE.into() },
        Location::key(HOSTILE),
    ];
    places
        .into_iter()
        .map(|place| {
            let problem = ColumnProblem::Unknown { heading: HOSTILE.into(), nearest: Some(HOSTILE.into()) };
            Diagnostic::new(problem, place).with_value(HOSTILE)
        })
        .collect()
}

/// As many `CK0405` warnings as asked for, and one error.
fn flood(count: u32) -> Vec<Diagnostic> {
    let fee = |row| Diagnostic::new(ValueProblem::FeeNotPublished, cell(row, 9, "Lệ phí")).with_value("0 VNĐ ()");
    let mut diagnostics: Vec<_> = (2..count + 2).map(fee).collect();
    diagnostics.push(Diagnostic::new(ValueProblem::MalformedCode, cell(9999, 1, "Mã thủ tục")));
    diagnostics
}

/// The text without its colours.
fn without_colour(text: &str) -> String {
    let mut plain = String::new();
    for (index, part) in text.split("\u{1b}[").enumerate() {
        let rest = if index == 0 { part } else { part.split_once('m').map_or(part, |(_, rest)| rest) };
        plain.push_str(rest);
    }
    plain
}

#[test]
fn full_shows_place_value_and_remedy() {
    insta::assert_snapshot!("full_vi", full(&every_place(), Lang::Vi, Style::Plain, None, &lines));
    insta::assert_snapshot!("full_en", full(&every_place(), Lang::En, Style::Plain, None, &lines));
}

#[test]
fn full_without_the_source_shows_the_value() {
    let field = Location::text("config.toml", 2, 1);
    let problem = SourceProblem::BadSyntax { format: "TOML", detail: "=".into() };
    let shown = full_over(None, &[Diagnostic::new(problem, field).with_value("base")]);
    assert!(shown.contains("--> config.toml:2:1\n = giá trị: base\n = gợi ý: "), "{shown}");
}

#[test]
fn full_in_colour_adds_nothing_but_colour() {
    let colored = full(&every_place(), Lang::Vi, Style::Colored, None, &lines);
    assert!(colored.contains("\u{1b}["));
    assert_eq!(without_colour(&colored), full(&every_place(), Lang::Vi, Style::Plain, None, &lines));
}

#[test]
fn full_cuts_floods_by_code_and_counts_the_rest() {
    let limited = |limit, lang| full(&flood(6714), lang, Style::Plain, limit, &|_, _| None);
    let shown = limited(Some(10), Lang::Vi);
    assert_eq!(shown.matches("cảnh báo[CK0405]").count(), 10);
    assert_eq!(shown.matches("lỗi[CK0401]").count(), 1);
    assert!(shown.ends_with("\n\n… và 6.704 cảnh báo CK0405 khác (dùng --format concise để xem hết)\n"), "{shown}");
    let english = limited(Some(6713), Lang::En);
    assert!(english.ends_with("… and 1 more CK0405 warning (use --format concise to see them all)\n"));
    let whole = limited(None, Lang::Vi);
    assert_eq!(whole.matches("cảnh báo[CK0405]").count(), 6714);
    assert!(!whole.contains('…'));
}

#[test]
fn concise_is_one_line_each() {
    insta::assert_snapshot!("concise_vi", concise(&every_place(), Lang::Vi));
    insta::assert_snapshot!("concise_en", concise(&every_place(), Lang::En));
}

#[test]
fn json_holds_both_languages_and_structured_places() {
    insta::assert_snapshot!("json", json(&every_place()));
    assert_eq!(json(&[]), "[]\n");
}

#[test]
fn json_keeps_hostile_text_exactly_but_escaped() {
    let text = json(&hostile());
    assert_eq!(text.chars().find(|&char| char != '\n' && is_unsafe(char)), None);
    let records: Vec<serde_json::Value> = serde_json::from_str(&text).expect("valid JSON");
    assert_eq!(records.len(), 5);
    assert_eq!(records[2]["location"]["path"], HOSTILE);
    assert_eq!(records[2]["location"]["sheet"], HOSTILE);
    assert_eq!(records[4]["location"]["key"], HOSTILE);
    assert!(records.iter().all(|record| record["value"] == HOSTILE));
}

#[test]
fn github_marks_lines_where_there_are_any() {
    insta::assert_snapshot!("github_vi", github(&every_place(), Lang::Vi));
    insta::assert_snapshot!("github_en", github(&every_place(), Lang::En));
}

#[test]
fn hostile_text_stays_on_its_line_and_harmless() {
    let diagnostics = hostile();
    let forms = [
        full_over(Some(HOSTILE), &diagnostics),
        concise(&diagnostics, Lang::Vi),
        github(&diagnostics, Lang::Vi),
        summary(&diagnostics, Lang::Vi),
    ];
    for form in &forms {
        assert_eq!(form.chars().find(|&char| char != '\n' && is_unsafe(char)), None, "{form}");
    }
    assert_eq!(forms[1].lines().count(), diagnostics.len());
    assert_eq!(forms[2].lines().count(), diagnostics.len());
    assert!(forms[2].lines().all(|line| line.starts_with("::warning ")));
    insta::assert_snapshot!("hostile", forms.join("\n"));
}

#[test]
fn github_decodes_to_the_true_file_name() {
    let line = github(&[Diagnostic::new(SourceProblem::Empty, Location::file("a%0A\n,b:c"))], Lang::En);
    assert!(line.starts_with("::warning file=a%250A%0A%2Cb%3Ac,title=CK0209::There is no record"), "{line}");
}

#[test]
fn sentences_of_any_length_are_cut() {
    let heading = "x".repeat(100_000);
    let long = Diagnostic::new(ColumnProblem::Unknown { heading, nearest: None }, Location::file("a.csv"));
    assert!(concise(&[long], Lang::Vi).chars().count() < 500);
}

#[test]
fn summary_counts_by_severity_and_code() {
    let mut diagnostics = flood(6714);
    diagnostics.extend(every_place());
    insta::assert_snapshot!("summary_vi", summary(&diagnostics, Lang::Vi));
    insta::assert_snapshot!("summary_en", summary(&diagnostics, Lang::En));
    assert_eq!(summary(&[], Lang::Vi), "");
}

#[test]
fn summary_tells_apart_what_the_site_made_an_error() {
    let mut diagnostics = flood(2);
    diagnostics[0].severity = Severity::Error;
    let table = summary(&diagnostics, Lang::En);
    let [first, second, third, total] = table.lines().collect::<Vec<_>>()[..] else { panic!("{table}") };
    assert!(first.contains("error") && first.contains("CK0401"));
    assert!(second.contains("error") && second.contains("CK0405"));
    assert!(third.contains("warning") && third.contains("CK0405"));
    assert_eq!(total, "2 errors, 1 warning, 0 notes");
}

/// Text of the characters that make trouble, and some that do not.
fn troubled() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![
            any::<char>(),
            proptest::sample::select(vec![
                '"', ',', '\t', '\n', '\r', '\u{1b}', '\u{301}', 'ế', 'e', '字', '\u{200b}', '…'
            ]),
        ],
        0..80,
    )
    .prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn no_form_panics_or_lets_codes_through(
        (path, value, line, header) in (troubled(), troubled(), troubled(), proptest::option::of(troubled())),
        (row, column) in (any::<u32>(), prop_oneof![0..100_u32, any::<u32>()]),
    ) {
        let problem = || ColumnProblem::Unknown { heading: value.clone(), nearest: None };
        let position = Some(Position { line: row, column });
        let places = [
            Location::Text { path: path.clone().into(), position, header: header.clone() },
            Location::Cell { path: path.clone().into(), sheet: value.clone(), row, column, header },
            Location::Pointer { path: path.into(), line: Some(row), pointer: value.clone() },
        ];
        let diagnostics: Vec<_> =
            places.into_iter().map(|place| Diagnostic::new(problem(), place).with_value(&value)).collect();
        let shown = full_over(Some(&line), &diagnostics);
        for form in [shown, concise(&diagnostics, Lang::Vi), github(&diagnostics, Lang::Vi), json(&diagnostics)] {
            prop_assert_eq!(form.chars().find(|&char| char != '\n' && is_unsafe(char)), None);
        }
    }
}
