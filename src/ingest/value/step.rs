//! The sequence of a procedure, by case.

use super::lines::{filled_lines, without_bullet};
use super::part::stated;
use crate::ingest::column::{Column, Shape};
use crate::ingest::layout::Layout;
use crate::ingest::record::{Entry, Record};
use crate::ingest::report::Report;
use crate::model::StepCase;
use crate::source::Value;

/// How the national records begin a case; a bullet inside one stands further to the right.
const CASE: &str = "  * ";

/// The steps of a cell: text, or a list of texts and `{ case, text }`.
pub(in crate::ingest) fn steps(entry: Entry<'_>, layout: Layout, report: &mut Report<'_>) -> Option<Vec<StepCase>> {
    let mut cases: Vec<StepCase> = Vec::new();
    for item in entry.into_items() {
        match item {
            Entry { value: Value::Map(entries), spot } => {
                let mut record = Record::nested(Shape::Step, entries, spot, report);
                let name = stated(record.text(Column::Case, report));
                let text = stated(record.text(Column::Text, report)).unwrap_or_default();
                record.report_rest(report);
                add(&mut cases, StepCase { name, text: trimmed_lines(text) });
            }
            item => {
                let Some((text, _)) = item.into_text(report) else { continue };
                match of_text(text, layout) {
                    Steps::Plain(case) => add(&mut cases, case),
                    Steps::ByCase(found) => cases.extend(found),
                }
            }
        }
    }
    (!cases.is_empty()).then_some(cases)
}

/// Adds a case; steps of the same case come together.
fn add(cases: &mut Vec<StepCase>, case: StepCase) {
    match cases.last_mut() {
        Some(last) if last.name == case.name => {
            if !last.text.is_empty() && !case.text.is_empty() {
                last.text.push('\n');
            }
            last.text.push_str(&case.text);
        }
        _ if case.name.is_none() && case.text.is_empty() => {}
        _ => cases.push(case),
    }
}

/// The steps of one text.
enum Steps {
    Plain(StepCase),
    ByCase(Vec<StepCase>),
}

fn of_text(text: String, layout: Layout) -> Steps {
    if layout == Layout::NationalText && is_by_case(&text) {
        return Steps::ByCase(national(&text));
    }
    Steps::Plain(StepCase { name: None, text: trimmed_lines(text) })
}

/// Whether the text is written by case. A text of one line has lost its indentation; a star there is a case, too.
fn is_by_case(text: &str) -> bool {
    text.starts_with("* ") || text.lines().any(|line| line.starts_with(CASE))
}

/// The steps before the first case, where there are some, stand in a case without a name.
fn national(text: &str) -> Vec<StepCase> {
    let mut cases: Vec<StepCase> = Vec::new();
    for line in text.lines() {
        let name = line.strip_prefix(CASE).or_else(|| line.strip_prefix("* ").filter(|_| cases.is_empty()));
        if name.is_some() || cases.is_empty() {
            let name = name.map(|name| without_bullet(name).to_owned());
            cases.push(StepCase { name, text: String::new() });
        }
        if let (None, Some(case)) = (name, cases.last_mut()) {
            append_line(&mut case.text, line.trim());
        }
    }
    cases
}

fn append_line(text: &mut String, line: &str) {
    if !line.is_empty() && !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}

/// The lines without blanks around them and without empty ones.
fn trimmed_lines(text: String) -> String {
    let is_tidy = text.lines().all(|line| !line.is_empty() && line.trim().len() == line.len());
    if is_tidy { text } else { filled_lines(&text).collect::<Vec<_>>().join("\n") }
}

#[cfg(test)]
mod tests {
    use super::{Steps, of_text};
    use crate::ingest::layout::Layout;

    fn cases(text: &str) -> Vec<(Option<String>, String)> {
        let cases = match of_text(text.to_owned(), Layout::NationalText) {
            Steps::Plain(case) => vec![case],
            Steps::ByCase(cases) => cases,
        };
        cases.into_iter().map(|case| (case.name, case.text)).collect()
    }

    #[test]
    fn two_blanks_and_a_star_begin_a_case() {
        let found = cases("  * Nộp trực tiếp\n    - Một\n    * Hai\n  * * Nộp trực tuyến:\n    Ba");
        assert_eq!(
            found,
            [
                (Some("Nộp trực tiếp".to_owned()), "- Một\n* Hai".to_owned()),
                (Some("Nộp trực tuyến:".to_owned()), "Ba".to_owned())
            ]
        );
    }

    #[test]
    fn a_list_of_bullets_is_no_list_of_cases() {
        assert_eq!(cases("    * Một\n    * Hai"), [(None, "* Một\n* Hai".to_owned())]);
        assert_eq!(cases("* Một"), [(Some("Một".to_owned()), String::new())]);
        let found = cases("    Một\n  * Hai\n    Ba");
        assert_eq!(found, [(None, "Một".to_owned()), (Some("Hai".to_owned()), "Ba".to_owned())]);
        assert_eq!(cases("Một\n    Hai"), [(None, "Một\nHai".to_owned())]);
    }
}
