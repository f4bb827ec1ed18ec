//! Code and grammar → HTML, line by line.

use std::fmt::Write as _;

use syntect::easy::ScopeRegionIterator;
use syntect::highlighting::{Color, FontStyle, HighlightState, Highlighter, RangedHighlightIterator, Style, Theme};
use syntect::parsing::{ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxReference, SyntaxSet};

use super::palette::{Palette, css_colour};
use super::{Colours, Fence};
use crate::content::markdown::escape;

/// Writes one block.
pub(super) struct Painter<'p> {
    pub(super) palette: &'p Palette,
    pub(super) colours: Colours,
    pub(super) fence: &'p Fence,
}

impl Painter<'_> {
    pub(super) fn block(&self, syntax: Option<(&SyntaxSet, &SyntaxReference)>, code: &str) -> String {
        let language = if syntax.is_some() { &self.fence.language } else { "plain" };
        let mut html = format!("{}<code{}>", self.opening(), self.fence.attributes(language));
        let start = html.len();
        let last = self.fence.first_number.saturating_add(code.lines().count().saturating_sub(1));
        let width = last.to_string().len();
        let mut lines = Lines::new(syntax, &self.palette.themes());
        for (at, line) in code.lines().enumerate() {
            let painted = match self.colours {
                Colours::Inline => lines.inline(line),
                Colours::Classes => lines.classes(line),
            };
            if !self.fence.hides(at + 1) {
                if html.len() > start {
                    html.push('\n');
                }
                self.line(&mut html, at, width, &painted);
            }
        }
        html.push_str("</code></pre>");
        html
    }

    fn opening(&self) -> String {
        if self.colours == Colours::Classes {
            return "<pre class=\"giallo z-code\">".to_owned();
        }
        let themes = self.palette.themes();
        let all = |pick: fn(&Theme) -> Option<Color>| -> Vec<Color> {
            themes.iter().filter_map(|theme| pick(theme)).collect()
        };
        let text = css_colour(&all(|theme| theme.settings.foreground));
        let ground = css_colour(&all(|theme| theme.settings.background));
        format!("<pre class=\"giallo\" style=\"color: {text}; background-color: {ground};\">")
    }

    /// `at` counts lines from 0, hidden ones included; numbers are as wide as the last one.
    fn line(&self, html: &mut String, at: usize, width: usize, painted: &str) {
        let marked = match (self.fence.marks(at + 1), self.colours) {
            (false, _) => "\">".to_owned(),
            (true, Colours::Classes) => " z-hl\">".to_owned(),
            (true, Colours::Inline) => format!("\" style=\"background-color: {};\">", self.mark_colour()),
        };
        let _ = write!(html, "<span class=\"giallo-l{marked}");
        if self.fence.numbered {
            let number = self.fence.first_number.saturating_add(at);
            let _ = write!(html, "<span aria-hidden=\"true\" class=\"giallo-ln\">{number:>width$}</span>");
        }
        html.push_str(painted);
        html.push_str("</span>");
    }

    fn mark_colour(&self) -> String {
        let colour = |theme: &&Theme| theme.settings.line_highlight.or(theme.settings.selection);
        css_colour(&self.palette.themes().iter().filter_map(colour).collect::<Vec<_>>())
    }
}

/// Where the grammar stands between two lines.
struct Lines<'s> {
    grammar: Option<(&'s SyntaxSet, ParseState)>,
    themes: Vec<(Highlighter<'s>, HighlightState, Color)>,
    stack: ScopeStack,
}

impl<'s> Lines<'s> {
    fn new(syntax: Option<(&'s SyntaxSet, &SyntaxReference)>, themes: &[&'s Theme]) -> Self {
        let theme = |theme: &&'s Theme| {
            let highlighter = Highlighter::new(theme);
            let state = HighlightState::new(&highlighter, ScopeStack::new());
            let usual = highlighter.get_default().foreground;
            (highlighter, state, usual)
        };
        Self {
            grammar: syntax.map(|(set, syntax)| (set, ParseState::new(syntax))),
            themes: themes.iter().map(theme).collect(),
            stack: ScopeStack::new(),
        }
    }

    /// What the grammar says about a line; it ends where the grammar fails.
    fn operations(&mut self, line: &str) -> Vec<(usize, ScopeStackOp)> {
        let Some((set, state)) = &mut self.grammar else { return Vec::new() };
        match state.parse_line(line, set) {
            Ok(operations) => operations,
            Err(_) => {
                self.grammar = None;
                Vec::new()
            }
        }
    }

    fn inline(&mut self, line: &str) -> String {
        let line = format!("{line}\n");
        let operations = self.operations(&line);
        let usual: Vec<Color> = self.themes.iter().map(|(_, _, usual)| *usual).collect();
        let mut painted: Vec<Vec<(Style, &str)>> = Vec::new();
        for (highlighter, state, _) in &mut self.themes {
            let ranges = RangedHighlightIterator::new(state, &operations, &line, highlighter);
            painted.push(ranges.map(|(style, text, _)| (style, text)).collect());
        }
        let mut html = String::new();
        let first = painted.first().map_or(&[][..], Vec::as_slice);
        for (at, (style, text)) in first.iter().enumerate() {
            let styles = painted.iter().filter_map(|styles| Some(styles.get(at)?.0));
            let colours: Vec<Color> = styles.map(|style| style.foreground).collect();
            push_inline(&mut html, text.trim_end_matches('\n'), &colours, &usual, style.font_style);
        }
        html
    }

    fn classes(&mut self, line: &str) -> String {
        let line = format!("{line}\n");
        let operations = self.operations(&line);
        let mut html = String::new();
        let mut open: Vec<Scope> = Vec::new();
        let regions: Vec<(&str, &ScopeStackOp)> = ScopeRegionIterator::new(&operations, &line).collect();
        for (text, operation) in regions {
            if self.stack.apply(operation).is_err() {
                self.stack = ScopeStack::new();
            }
            let text = text.trim_end_matches('\n');
            if !text.is_empty() {
                move_to(&mut html, &mut open, self.stack.as_slice());
                html.push_str(&escape(text));
            }
        }
        move_to(&mut html, &mut open, &[]);
        html
    }
}

fn push_inline(html: &mut String, text: &str, colours: &[Color], usual: &[Color], font: FontStyle) {
    if text.is_empty() {
        return;
    }
    let text = escape(text);
    if (colours == usual && font.is_empty()) || text.trim().is_empty() {
        html.push_str(&text);
        return;
    }
    let _ = write!(html, "<span style=\"color: {};", css_colour(colours));
    for (style, css) in [
        (FontStyle::BOLD, " font-weight: bold;"),
        (FontStyle::ITALIC, " font-style: italic;"),
        (FontStyle::UNDERLINE, " text-decoration: underline;"),
    ] {
        if font.contains(style) {
            html.push_str(css);
        }
    }
    let _ = write!(html, "\">{text}</span>");
}

/// Closes and opens spans until exactly those of `wanted` are open.
fn move_to(html: &mut String, open: &mut Vec<Scope>, wanted: &[Scope]) {
    let common = open.iter().zip(wanted).take_while(|(have, want)| have == want).count();
    for _ in common..open.len() {
        html.push_str("</span>");
    }
    open.truncate(common);
    for scope in &wanted[common..] {
        let classes = scope.build_string().replace('.', " z-");
        let _ = write!(html, "<span class=\"z-{}\">", escape(&classes));
        open.push(*scope);
    }
}
