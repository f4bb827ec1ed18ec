//! What the user sees of a run.

use std::error::Error;
use std::io::{IsTerminal as _, Write as _};

use camino::Utf8Path;

use crate::build::Outcome;
use crate::diag::render::{self, Style};
use crate::diag::{Diagnostic, Lang};

use super::args::Format;
use super::command::Context;
use super::language::say;

/// Most diagnostics of one code that the full form shows.
const SHOWN_PER_CODE: usize = 5;

/// Prints the problems: JSON on standard output for programs, everything else on standard error for people.
pub(super) fn problems(context: &Context, format: Format, outcome: &Outcome) {
    let found = &outcome.diagnostics;
    let lang = context.lang;
    let text = match format {
        Format::Json => {
            print_stdout(&render::json(found));
            return;
        }
        Format::Concise => render::concise(found, lang),
        Format::Github => render::github(found, lang),
        Format::Full => {
            let source = |path: &Utf8Path, line: u32| source_line(&context.root, path, line);
            render::full(found, lang, style(), Some(SHOWN_PER_CODE), &source)
        }
    };
    print_stderr(&text);
    if format == Format::Full && found.len() > SHOWN_PER_CODE && !context.quiet {
        print_stderr(&render::summary(found, lang));
    }
}

/// Prints one problem for people.
pub(super) fn problem(context: &Context, problem: &Diagnostic) {
    let source = |_: &Utf8Path, _: u32| None;
    print_stderr(&render::full(std::slice::from_ref(problem), context.lang, style(), None, &source));
}

/// One line of a source, for the excerpt under a message.
fn source_line(root: &Utf8Path, path: &Utf8Path, line: u32) -> Option<String> {
    let compressed = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
    let size = std::fs::metadata(root.join(path)).ok()?.len();
    if compressed || size > 4 << 20 {
        return None;
    }
    let text = std::fs::read_to_string(root.join(path)).ok()?;
    text.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?).map(str::to_owned)
}

/// One line at the end: pages, changes, problems, seconds.
pub(super) fn closing_line(context: &Context, outcome: &Outcome) {
    if context.quiet {
        return;
    }
    let report = &outcome.report;
    let seconds = report.seconds.get("total").copied().unwrap_or_default();
    let counts = match context.lang {
        Lang::Vi => format!(
            "{} bản ghi, {} trang, {} tệp thay đổi, {} lỗi, {} cảnh báo, {seconds:.1} giây",
            report.records, report.pages, report.changed, report.errors, report.warnings
        ),
        Lang::En => format!(
            "{} records, {} pages, {} files changed, {} errors, {} warnings, {seconds:.1} s",
            report.records, report.pages, report.changed, report.errors, report.warnings
        ),
    };
    print_stderr(&format!("{}: {counts}\n", verdict(context.lang, outcome)));
}

fn verdict(lang: Lang, outcome: &Outcome) -> String {
    match &outcome.output {
        Some(output) if outcome.report.published => {
            format!("{} {output}", say(lang, "Đã xuất bản vào", "Published to"))
        }
        Some(_) => say(lang, "Chưa xuất bản, bản cũ giữ nguyên", "Not published, the old site stands").to_owned(),
        None => say(lang, "Đã kiểm tra", "Checked").to_owned(),
    }
}

/// An error about the machine, with its causes.
pub(super) fn failure(context: &Context, error: &(dyn Error + 'static)) {
    let mut text = format!("{}: {error}", say(context.lang, "Không thực hiện được", "Could not do this"));
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(&format!("\n  {inner}"));
        cause = inner.source();
    }
    print_stderr(&format!("{text}\n"));
}

/// A sentence for people.
pub(super) fn remark(sentence: &str) {
    print_stderr(&format!("{sentence}\n"));
}

fn style() -> Style {
    let colored = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    if colored { Style::Colored } else { Style::Plain }
}

/// A reader that closes the pipe early is no failure.
fn print_stdout(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

fn print_stderr(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
