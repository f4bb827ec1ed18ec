//! Dates, yes and no, addresses of pages.

use jiff::civil::Date;

use super::lines::filled_lines;
use super::part::is_absent;
use crate::diag::ValueProblem;
use crate::ingest::record::{Entry, flatten};
use crate::ingest::report::Report;
use crate::ingest::words::{normal, words};
use crate::source::Value;
use crate::text;

/// A date, from a date cell or from text.
pub(in crate::ingest) fn date(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Option<Date> {
    let Entry { value, spot } = entry?;
    if let Value::Date(date) = value {
        return Some(date);
    }
    let written = flatten(value);
    let date = text::parse_date(&written);
    if date.is_none() && !is_absent(&written) {
        report.add(&spot, ValueProblem::BadDate, &written);
    }
    date
}

/// Yes or no; an `x` in the cell means yes.
pub(in crate::ingest) fn answer(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Option<bool> {
    let Entry { value, spot } = entry?;
    if let Value::Bool(answer) = value {
        return Some(answer);
    }
    let written = flatten(value);
    let answer = words().answers.get(&normal(&written)).copied();
    if answer.is_none() && !is_absent(&written) {
        report.add(&spot, ValueProblem::BadBoolean, &written);
    }
    answer
}

/// An address that a page may link to: http or https.
pub(in crate::ingest) fn url(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Option<String> {
    let (written, spot) = entry?.into_text(report)?;
    if is_absent(&written) {
        return None;
    }
    if is_web_address(&written) {
        return Some(written.trim().to_owned());
    }
    report.add(&spot, ValueProblem::BadUrl, &written);
    None
}

/// Whether the text is one http or https address with a host.
pub(in crate::ingest) fn is_web_address(written: &str) -> bool {
    let written = written.trim();
    let scheme = written
        .get(..8)
        .filter(|start| start.eq_ignore_ascii_case("https://"))
        .or_else(|| written.get(..7).filter(|start| start.eq_ignore_ascii_case("http://")));
    let Some(scheme) = scheme else { return false };
    let host = &written[scheme.len()..];
    let begins_with_host = host.starts_with(|letter: char| letter.is_alphanumeric() || letter == '[');
    begins_with_host && !written.contains(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"'))
}

/// A list of texts: from a list one each, from text one a line or, in a single line, between semicolons.
pub(in crate::ingest) fn texts(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Vec<String> {
    let Some(entry) = entry else { return Vec::new() };
    if !entry.is_nested() {
        let Some((text, _)) = entry.into_text(report) else { return Vec::new() };
        return super::lines::list_items(&text)
            .into_iter()
            .filter(|item| !is_absent(item))
            .map(str::to_owned)
            .collect();
    }
    let items = entry.into_items().into_iter();
    items.filter_map(|item| item.into_text(report)).map(|(text, _)| text).collect()
}

/// A list of texts, one a line: semicolons stand inside sentences.
pub(in crate::ingest) fn lines(entry: Entry<'_>, report: &mut Report<'_>) -> Option<Vec<String>> {
    let items = entry.into_items().into_iter().filter_map(|item| item.into_text(report));
    let lines: Vec<String> = items
        .flat_map(|(text, _)| match text.contains('\n') {
            false => vec![text],
            true => filled_lines(&text).map(str::to_owned).collect(),
        })
        .collect();
    (!lines.is_empty()).then_some(lines)
}

#[cfg(test)]
mod tests {
    use super::is_web_address;

    #[test]
    fn only_web_addresses_are_linked() {
        assert!(is_web_address("https://dichvucong.gov.vn/thu-tuc?x=1"));
        assert!(is_web_address("HTTP://xa.example"));
        for bad in ["javascript:alert(1)", "https://", "http:///x", "ftp://x.vn", "https://a b", "www.x.vn", "https"] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }
}
