//! Code blocks in colour.
//!
//! Comes in: what stands behind the opening fence, and the code. Goes out: HTML with colours in `style` attributes or with
//! CSS classes, and the style sheets for the latter. Class names and file names are those that themes for Zola 0.22 expect;
//! the colours are those of the `syntect` library.

mod fence;
mod grammars;
mod paint;
mod palette;

use std::sync::OnceLock;

use syntect::highlighting::ThemeSet;
use syntect::html::{ClassStyle, css_for_theme_with_class_style};
use syntect::parsing::{SyntaxDefinition, SyntaxReference, SyntaxSet, SyntaxSetBuilder};

pub use fence::Fence;
pub use grammars::{ENDING as GRAMMAR_ENDING, Grammars};
use paint::Painter;
use palette::Palette;

/// Prefix of the CSS classes.
const PREFIX: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "z-" };
/// Longer code is shown without colours, in bytes.
const LONGEST: usize = 256 * 1024;
/// TOML, which the library's own set lacks.
const TOML: &str = include_str!("highlight/toml.sublime-syntax");

/// How colours are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// Into `style` attributes.
    #[default]
    Inline,
    /// As CSS classes, with a style sheet of its own.
    Classes,
}

/// The colour themes that a site names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Themes {
    /// One for everybody.
    Single(String),
    /// By what the reader's device prefers.
    Dual {
        /// For bright surroundings.
        light: String,
        /// For dark ones.
        dark: String,
    },
}

/// Colours code.
pub struct Highlighter {
    colours: Colours,
    palette: Palette,
    grammars: Grammars,
}

/// A code block as HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlighted {
    /// The HTML.
    pub html: String,
    /// The language of the fence, where it is not known; the code is then plain.
    pub unknown_language: Option<String>,
}

impl Highlighter {
    /// Names that are not known stand for a theme that is as light or as dark as the name says.
    #[must_use]
    pub fn new(colours: Colours, themes: &Themes) -> Self {
        Self { colours, palette: Palette::new(themes), grammars: Grammars::default() }
    }

    /// Knows further languages.
    #[must_use]
    pub fn with(self, grammars: Grammars) -> Self {
        Self { grammars, ..self }
    }

    /// Colours a code block. `info` is what stands behind its opening fence.
    #[must_use]
    pub fn code(&self, info: &str, code: &str) -> Highlighted {
        let fence = Fence::read(info);
        let syntax = self.syntax(&fence.language);
        let unknown_language = (syntax == Syntax::Unknown).then(|| fence.language.clone());
        let known = match syntax {
            Syntax::Known(set, reference) if code.len() <= LONGEST => Some((set, reference)),
            _ => None,
        };
        let painter = Painter { palette: &self.palette, colours: self.colours, fence: &fence };
        Highlighted { html: painter.block(known, code), unknown_language }
    }

    fn syntax(&self, language: &str) -> Syntax<'_> {
        let own = self.grammars.find(language).filter(|_| !language.is_empty());
        own.map_or_else(|| syntax(language), |(set, found)| Syntax::Known(set, found))
    }

    /// The style sheets that classes need, by file name.
    #[must_use]
    pub fn style_sheets(&self) -> Vec<(String, String)> {
        if self.colours == Colours::Inline {
            return Vec::new();
        }
        let sheet = |(name, theme)| Some((name, css_for_theme_with_class_style(theme, PREFIX).ok()?));
        self.palette.named().into_iter().filter_map(sheet).collect()
    }
}

/// A code block without colours, as a site that has not asked for them shows it.
#[must_use]
pub fn plain(info: &str, code: &str) -> String {
    Fence::read(info).plain(code)
}

enum Syntax<'s> {
    /// Text without a grammar.
    Plain,
    Known(&'s SyntaxSet, &'s SyntaxReference),
    Unknown,
}

impl PartialEq for Syntax<'_> {
    fn eq(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Plain, Self::Plain) | (Self::Unknown, Self::Unknown))
    }
}

fn syntax(language: &str) -> Syntax<'static> {
    let name = language.to_ascii_lowercase();
    let alike = match name.as_str() {
        "" | "text" | "txt" | "plain" | "plaintext" | "mermaid" | "csv" | "log" => return Syntax::Plain,
        "typescript" | "ts" | "tsx" | "jsx" | "mjs" => "js",
        "scss" | "sass" | "less" => "css",
        "shell" | "console" | "zsh" | "shellscript" | "dockerfile" | "fish" => "bash",
        "jinja" | "jinja2" | "tera" | "svelte" | "vue" | "hugo" | "handlebars" => "html",
        "json5" | "jsonc" => "json",
        "kotlin" | "dart" => "java",
        "ini" | "conf" | "cfg" => "toml",
        other => other,
    };
    let own = own_syntaxes();
    let theirs = their_syntaxes();
    let found = own.find_syntax_by_token(alike).map(|found| Syntax::Known(own, found));
    found
        .or_else(|| theirs.find_syntax_by_token(alike).map(|found| Syntax::Known(theirs, found)))
        .unwrap_or(Syntax::Unknown)
}

fn their_syntaxes() -> &'static SyntaxSet {
    static SET: OnceLock<SyntaxSet> = OnceLock::new();
    SET.get_or_init(SyntaxSet::load_defaults_newlines)
}

fn own_syntaxes() -> &'static SyntaxSet {
    static SET: OnceLock<SyntaxSet> = OnceLock::new();
    SET.get_or_init(|| {
        let mut builder = SyntaxSetBuilder::new();
        if let Ok(toml) = SyntaxDefinition::load_from_str(TOML, true, Some("TOML")) {
            builder.add(toml);
        }
        builder.build()
    })
}

fn themes() -> &'static ThemeSet {
    static SET: OnceLock<ThemeSet> = OnceLock::new();
    SET.get_or_init(ThemeSet::load_defaults)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content::markdown::escape;

    fn single(colours: Colours) -> Highlighter {
        Highlighter::new(colours, &Themes::Single("catppuccin-mocha".to_owned()))
    }

    fn text(html: &str) -> String {
        let mut text = String::new();
        let mut rest = html;
        while let Some((before, after)) = rest.split_once('<') {
            text.push_str(before);
            rest = after.split_once('>').map_or("", |(_, after)| after);
        }
        text + rest
    }

    #[test]
    fn colours_are_written_into_the_lines() {
        let made = single(Colours::Inline).code("rust", "fn a() {}\n// đ <\n");
        assert_eq!(made.unknown_language, None);
        assert!(made.html.starts_with("<pre class=\"giallo\" style=\"color: #"), "{}", made.html);
        assert_eq!(made.html.matches("<span class=\"giallo-l\">").count(), 2);
        assert!(made.html.contains("<code data-lang=\"rust\">") && made.html.contains("<span style=\"color: #"));
        assert_eq!(text(&made.html), "fn a() {}\n// đ &lt;");
    }

    #[test]
    fn two_themes_follow_the_device() {
        let themes = Themes::Dual { light: "github-light".to_owned(), dark: "github-dark".to_owned() };
        let html = Highlighter::new(Colours::Inline, &themes).code("toml", "a = \"b\" # c").html;
        assert!(html.contains("light-dark(#"), "{html}");
        let sheets = Highlighter::new(Colours::Classes, &themes).style_sheets();
        assert_eq!(
            sheets.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["giallo-light.css", "giallo-dark.css"]
        );
    }

    #[test]
    fn classes_have_a_style_sheet_and_no_style() {
        let highlighter = single(Colours::Classes);
        let html = highlighter.code("toml", "[a]\nb = \"c\nd = '''x\ny''' # e\n").html;
        assert!(html.contains("class=\"z-") && !html.contains("style="), "{html}");
        assert_eq!(html.matches("<span").count(), html.matches("</span>").count());
        let sheets = highlighter.style_sheets();
        assert!(sheets[0].0 == "giallo.css" && sheets[0].1.contains(".z-comment"));
        assert!(single(Colours::Inline).style_sheets().is_empty());
    }

    #[test]
    fn lines_are_numbered_marked_and_hidden() {
        let info = "rust, linenos, linenostart=10, hl_lines=1 3-4, hide_lines=2, name=a\".rs";
        let html = single(Colours::Classes).code(info, "a\nb\nc\nd\n").html;
        let numbers: Vec<_> = (10..14).filter(|number| html.contains(&format!("giallo-ln\">{number}<"))).collect();
        assert_eq!(numbers, [10, 12, 13]);
        assert_eq!(html.matches("z-hl").count(), 3);
        assert!(html.contains("data-name=\"a&quot;.rs\""), "{html}");
    }

    #[test]
    fn an_unknown_language_is_told_and_shown_plain() {
        let made = single(Colours::Inline).code("klingon", "<b>");
        assert_eq!(made.unknown_language.as_deref(), Some("klingon"));
        assert!(made.html.contains("&lt;b&gt;"));
        assert_eq!(single(Colours::Inline).code("", "x").unknown_language, None);
        assert_eq!(plain("a\" b", "<\n"), "<pre><code data-lang=\"a&quot;\">&lt;\n</code></pre>\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn the_code_stays_as_it_is(
            info in "(rust|toml|js|html|bash|,|linenostart=[0-9]{0,30}|hl_lines=[0-9 -]*|=| )*",
            code in "([a-z\"'#\\[\\]=<>&/*{}\n đ-]|'''|\\\\)*",
            classes in any::<bool>(),
        ) {
            let colours = if classes { Colours::Classes } else { Colours::Inline };
            let html = single(colours).code(&info, &code).html;
            let wanted: Vec<String> = code.lines().map(escape).collect();
            prop_assert_eq!(text(&html), wanted.join("\n"));
        }
    }
}
