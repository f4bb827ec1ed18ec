//! The form for people: the place, the offending value marked, and what to do.

use std::collections::BTreeMap;
use std::fmt::Write;

use annotate_snippets::renderer::DEFAULT_LINE_NUM_STYLE;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use camino::Utf8Path;

use super::excerpt::Excerpt;
use super::{Diagnostic, Lang, one_line, place, sentences};
use crate::diag::number::grouped;
use crate::diag::{Code, Severity};

/// Finds a line of a file, counted from 1; `None` where it cannot be had.
pub type SourceLookup<'a> = &'a dyn Fn(&Utf8Path, u32) -> Option<String>;

/// Whether terminal colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    #[default]
    Plain,
    /// ANSI colours.
    Colored,
}

/// Width of the drawing in columns; wide enough for any excerpt, so that excerpts are cut in one place only.
const WIDTH: usize = 200;

/// Every diagnostic as a small block, in the order given, then one line for each code whose flood was cut.
///
/// At most `limit` diagnostics of one code and severity are shown, all of them without a limit. `source` gives the
/// lines of text files.
#[must_use]
pub fn full(
    diagnostics: &[Diagnostic],
    lang: Lang,
    style: Style,
    limit: Option<usize>,
    source: SourceLookup<'_>,
) -> String {
    let form = Form::new(lang, style);
    let mut seen: BTreeMap<(Code, Severity), usize> = BTreeMap::new();
    let mut blocks = String::new();
    for diagnostic in diagnostics {
        let count = seen.entry((diagnostic.code(), diagnostic.severity)).or_default();
        *count += 1;
        if limit.is_none_or(|limit| *count <= limit) {
            blocks.push_str(&form.block(diagnostic, source));
            blocks.push('\n');
        }
    }
    for ((code, severity), count) in seen {
        let hidden = limit.map_or(0, |limit| count.saturating_sub(limit));
        if hidden > 0 {
            // Writing to a String cannot fail.
            let _ = writeln!(blocks, "{}", remainder(code, severity, hidden, lang));
        }
    }
    blocks
}

/// How blocks are drawn.
struct Form {
    lang: Lang,
    style: Style,
    renderer: Renderer,
}

impl Form {
    fn new(lang: Lang, style: Style) -> Self {
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Colored => Renderer::styled(),
        };
        Self { lang, style, renderer: renderer.term_width(WIDTH) }
    }

    /// One diagnostic: title, place, the marked line where there is one, value and help.
    fn block(&self, diagnostic: &Diagnostic, source: SourceLookup<'_>) -> String {
        let (message, help) = sentences(diagnostic, self.lang);
        let level = level(diagnostic.severity);
        let title = level.clone().with_name(diagnostic.severity.word(self.lang)).primary_title(message);
        let title = title.id(diagnostic.code().to_string());

        let excerpt = Excerpt::of(diagnostic, source);
        let value = diagnostic.value.as_deref().filter(|value| excerpt.is_none() && !value.is_empty());
        let body = Group::with_level(level)
            .elements(excerpt.as_ref().map(snippet))
            .elements(value.map(|value| Level::NOTE.with_name(value_word(self.lang)).message(one_line(value))))
            .element(Level::HELP.with_name(help_word(self.lang)).message(help));

        let arrow = arrow(excerpt.as_ref().map_or(0, Excerpt::digits), self.style);
        let place = place(&diagnostic.location, self.lang);
        let draw = |group| self.renderer.render(&[group]);
        format!("{}\n{arrow} {place}\n{}\n", draw(Group::with_title(title)), draw(body))
    }
}

/// The arrow before a place, in line with the numbers below it. The library's own arrow would number places its way.
fn arrow(gutter: usize, style: Style) -> String {
    let indent = " ".repeat(gutter);
    match style {
        Style::Plain => format!("{indent}-->"),
        Style::Colored => format!("{indent}{DEFAULT_LINE_NUM_STYLE}-->{DEFAULT_LINE_NUM_STYLE:#}"),
    }
}

/// The line with its mark.
fn snippet(excerpt: &Excerpt) -> Snippet<'_, Annotation<'_>> {
    Snippet::source(excerpt.text.as_str())
        .line_start(excerpt.line)
        .annotation(AnnotationKind::Primary.span(excerpt.mark.clone()))
}

/// The colour that goes with a severity.
fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// What stands before the remedy.
pub(super) const fn help_word(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "gợi ý",
        Lang::En => "help",
    }
}

/// What stands before a value that has no line of its own.
const fn value_word(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "giá trị",
        Lang::En => "value",
    }
}

/// The line for the diagnostics that are not shown.
fn remainder(code: Code, severity: Severity, hidden: usize, lang: Lang) -> String {
    let count = grouped(hidden, lang);
    let word = severity.counted(hidden, lang);
    match lang {
        Lang::Vi => format!("… và {count} {word} {code} khác (dùng --format concise để xem hết)"),
        Lang::En => format!("… and {count} more {code} {word} (use --format concise to see them all)"),
    }
}
