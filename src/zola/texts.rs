//! Markdown of sections and pages → HTML, with shortcodes.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use camino::Utf8Path;
use rayon::prelude::*;
use serde_json::{Value, json};
use tera::Context;

use crate::content::markdown::{
    AnchorLinks, AnchorRule, ExternalLinks, Heading, Host, LinkKind, MarkdownOptions, reading_minutes, render, words,
};
use crate::diag::{ContentProblem, Diagnostic, Location, Severity, ThemeProblem};

use super::config::Config;
use super::grammars;
use super::highlight::{self, Colours, Highlighter, Themes};
use super::library::{Mode, Node};
use super::shortcode::{Call, Renderer, Shortcode, Trouble, TroubleKind, expand};
use super::site::{Content, Site};
use super::template::Engine;
use super::value::{flag, table, text};
use super::values;

/// Renders texts of a site.
pub(super) struct Texts {
    site: Arc<Site>,
    /// Colours code, where the site asks for that.
    highlighter: Option<Highlighter>,
    /// Set once the engine knows the filters that need this value.
    engine: OnceLock<Engine>,
}

impl Texts {
    /// A renderer that has no templates yet.
    pub(super) fn new(site: Arc<Site>, found: &mut Vec<Diagnostic>) -> Self {
        let grammars = grammars::read(&site, found);
        let highlighter = highlighter(&site.config).map(|plain| plain.with(grammars));
        Self { highlighter, site, engine: OnceLock::new() }
    }

    /// The style sheets of coloured code, by file name.
    pub(super) fn style_sheets(&self) -> Vec<(String, String)> {
        self.highlighter.as_ref().map(Highlighter::style_sheets).unwrap_or_default()
    }

    /// Gives it the templates of shortcodes and anchors; the first ones count.
    pub(super) fn set_engine(&self, engine: Engine) {
        let _ = self.engine.set(engine);
    }

    /// Renders every section and page.
    pub(super) fn all(&self, found: &mut Vec<Diagnostic>) -> Vec<Content> {
        let ids: Vec<usize> = (0..self.site.library.nodes.len()).collect();
        let rendered: Vec<(Content, Vec<Diagnostic>)> = ids.par_iter().map(|id| self.node(*id)).collect();
        let mut contents = Vec::with_capacity(rendered.len());
        for (content, problems) in rendered {
            contents.push(content);
            found.extend(problems);
        }
        contents
    }

    /// Renders a piece of text that belongs to no page.
    ///
    /// # Errors
    /// When a shortcode in it fails.
    pub(super) fn snippet(&self, text: &str) -> Result<String, String> {
        let lang = self.site.config.default_language.as_str();
        let voice = Voice::new(self, None, lang, AnchorLinks::None);
        let expanded = expand(text, &voice);
        if let Some(trouble) = expanded.troubles.first().filter(|trouble| trouble.kind != TroubleKind::Unknown) {
            return Err(format!("shortcode `{}`: {}", trouble.name, detail(&trouble.kind)));
        }
        let options = options(&self.site.config, AnchorLinks::None);
        Ok(render(&expanded.markdown, &options, &expanded.fragments, &voice).html)
    }

    fn node(&self, id: usize) -> (Content, Vec<Diagnostic>) {
        let node = self.site.library.node(id);
        let anchor_links = self.anchor_links(id);
        let voice = Voice::new(self, Some((id, node)), &node.file.lang, anchor_links);
        let expanded = expand(&node.body, &voice);
        let options = options(&self.site.config, anchor_links);
        let rendered = render(&expanded.markdown, &options, &expanded.fragments, &voice);
        let mut found: Vec<Diagnostic> = expanded.troubles.iter().map(|trouble| shortcode(node, trouble)).collect();
        found.extend(rendered.broken.iter().map(|target| self.broken(node, target)));
        found.extend(voice.plain_languages.take().into_iter().map(|language| unknown_language(node, language)));
        let linked = rendered.internal_links.iter().filter_map(|link| self.site.library.find(link.path.as_deref()?));
        let count = words(&without_code(&node.body));
        let content = Content {
            links: linked.collect(),
            html: rendered.html,
            summary: rendered.summary,
            toc: rendered.toc.iter().map(heading).collect(),
            words: count,
            minutes: reading_minutes(count),
        };
        (content, found)
    }

    /// Where headings of a text get links to themselves: its section decides, then the settings.
    fn anchor_links(&self, id: usize) -> AnchorLinks {
        let own = |node: &Node| node.front.insert_anchor_links.clone();
        let node = self.site.library.node(id);
        let said = if node.file.is_section { own(node) } else { self.site.library.parent(id).and_then(own) };
        match said.or_else(|| text(&self.site.config.markdown, "insert_anchor_links")).as_deref() {
            Some("left") => AnchorLinks::Left,
            Some("right") => AnchorLinks::Right,
            Some("heading") => AnchorLinks::Heading,
            _ => AnchorLinks::None,
        }
    }

    fn broken(&self, node: &Node, target: &str) -> Diagnostic {
        let line = node.body.lines().position(|line| line.contains(target)).unwrap_or(0);
        let mut problem = Diagnostic::new(ContentProblem::BrokenLink { target: target.to_owned() }, at(node, line + 1));
        // Zola leaves such addresses of pictures as they are.
        let path = target.split('#').next().unwrap_or(target);
        if self.site.config.lenient_links || !path.ends_with(".md") {
            problem.severity = Severity::Warning;
        }
        problem
    }
}

/// A text without its fenced code, which counts as no words.
fn without_code(text: &str) -> String {
    let mut fence: Option<&str> = None;
    let mut kept = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (None, None) => kept.push_str(line),
            (Some(open), Some(mark)) if open == mark => fence = None,
            (Some(_), _) => {}
        }
    }
    kept
}

/// A line of a text's Markdown, in its file.
fn at(node: &Node, line: usize) -> Location {
    let line = u32::try_from(node.lines_above + line).unwrap_or(u32::MAX);
    Location::text(Utf8Path::new(&node.file.path()), line, 1)
}

fn shortcode(node: &Node, trouble: &Trouble) -> Diagnostic {
    let problem = ThemeProblem::Shortcode { name: trouble.name.clone(), detail: detail(&trouble.kind) };
    Diagnostic::new(problem, at(node, trouble.line))
}

fn unknown_language(node: &Node, language: String) -> Diagnostic {
    let line = node.body.lines().position(|line| line.trim_start().starts_with("```") && line.contains(&language));
    Diagnostic::new(ThemeProblem::PlainCode { language }, at(node, line.unwrap_or(0) + 1))
}

/// The colours that `[markdown.highlighting]` asks for.
fn highlighter(config: &Config) -> Option<Highlighter> {
    let map = table(&config.markdown, "highlighting")?;
    let named = |key: &str| text(map, key).filter(|name| !name.is_empty());
    let colours = if named("style").as_deref() == Some("class") { Colours::Classes } else { Colours::Inline };
    let themes = match (named("theme"), named("light_theme"), named("dark_theme")) {
        (_, Some(light), Some(dark)) => Themes::Dual { light, dark },
        (Some(theme), _, _) | (_, Some(theme), _) | (_, _, Some(theme)) => Themes::Single(theme),
        _ => return None,
    };
    Some(Highlighter::new(colours, &themes))
}

fn detail(kind: &TroubleKind) -> String {
    match kind {
        TroubleKind::Unknown => "there is no template of this name in templates/shortcodes".to_owned(),
        TroubleKind::NotClosed => "{% end %} is missing".to_owned(),
        TroubleKind::Template(detail) => detail.clone(),
        TroubleKind::TooDeep => "calls stand too deep within each other".to_owned(),
    }
}

fn heading(heading: &Heading) -> Value {
    json!({
        "level": heading.level,
        "id": heading.id,
        "permalink": heading.permalink,
        "title": heading.title,
        "children": heading.children.iter().map(self::heading).collect::<Value>(),
    })
}

/// What the settings choose about Markdown.
fn options(config: &Config, anchor_links: AnchorLinks) -> MarkdownOptions {
    let map = &config.markdown;
    let is = |key: &str| flag(map, key).unwrap_or(false);
    MarkdownOptions {
        smart_punctuation: is("smart_punctuation"),
        render_emoji: is("render_emoji"),
        definition_list: is("definition_list"),
        github_alerts: is("github_alerts"),
        bottom_footnotes: is("bottom_footnotes"),
        lazy_async_image: is("lazy_async_image"),
        external_links: ExternalLinks {
            target_blank: is("external_links_target_blank"),
            no_follow: is("external_links_no_follow"),
            no_referrer: is("external_links_no_referrer"),
            external: flag(map, "external_links_external").unwrap_or(true),
            class: text(map, "external_links_class").filter(|class| !class.is_empty()),
        },
        anchor_links,
        anchors: match config.slugify.anchors {
            Mode::On => AnchorRule::On,
            Mode::Safe => AnchorRule::Safe,
            Mode::Off => AnchorRule::Off,
        },
    }
}

/// What one text asks, and what answers.
struct Voice<'a> {
    texts: &'a Texts,
    node: Option<(usize, &'a Node)>,
    lang: &'a str,
    anchor_links: AnchorLinks,
    /// Languages of code that could not be coloured.
    plain_languages: RefCell<BTreeSet<String>>,
}

impl<'a> Voice<'a> {
    fn new(texts: &'a Texts, node: Option<(usize, &'a Node)>, lang: &'a str, anchor_links: AnchorLinks) -> Self {
        Self { texts, node, lang, anchor_links, plain_languages: RefCell::default() }
    }

    fn engine(&self) -> Option<&Engine> {
        self.texts.engine.get()
    }

    /// A small template with a few values; its words where it fails, which are seen at once.
    fn fill(&self, template: &str, value: Value) -> String {
        let context = Context::from_value(value).unwrap_or_default();
        self.engine().map_or_else(String::new, |engine| engine.words(template, &context).unwrap_or_default())
    }
}

impl Host for Voice<'_> {
    fn permalink(&self) -> &str {
        self.node.map_or("", |(_, node)| &node.permalink)
    }

    fn link(&self, kind: LinkKind, target: &str) -> Option<String> {
        let site = &self.texts.site;
        match kind {
            LinkKind::Internal => site.internal(target, None).map(|id| site.library.node(id).permalink.clone()),
            _ => Some(target.to_owned()),
        }
    }

    fn anchor_link(&self, id: &str, level: u8) -> String {
        if self.anchor_links == AnchorLinks::None {
            return String::new();
        }
        self.fill("anchor-link.html", json!({ "id": id, "level": level, "lang": self.lang })).trim().to_owned()
    }

    fn code(&self, info: &str, code: &str) -> Option<String> {
        let Some(highlighter) = &self.texts.highlighter else { return Some(highlight::plain(info, code)) };
        let highlighted = highlighter.code(info, code);
        self.plain_languages.borrow_mut().extend(highlighted.unknown_language);
        Some(highlighted.html)
    }

    fn summary_cutoff(&self) -> String {
        self.fill("summary-cutoff.html", json!({ "lang": self.lang })).trim().to_owned()
    }
}

impl Renderer for Voice<'_> {
    fn shortcode(&self, name: &str) -> Option<Shortcode> {
        let engine = self.engine()?;
        if engine.has(&format!("shortcodes/{name}.html")) {
            return Some(Shortcode::Html);
        }
        engine.has(&format!("shortcodes/{name}.md")).then_some(Shortcode::Markdown)
    }

    fn render(&self, call: &Call<'_>) -> Result<String, String> {
        let engine = self.engine().ok_or("templates are not read yet")?;
        let site = &self.texts.site;
        let mut map = serde_json::Map::new();
        map.insert("nth".to_owned(), call.nth.into());
        map.insert("lang".to_owned(), self.lang.into());
        map.extend(call.args.clone());
        if let Some(body) = &call.body {
            map.insert("body".to_owned(), body.text.as_str().into());
        }
        map.insert("config".to_owned(), site.settings(self.lang));
        if let Some((id, node)) = self.node {
            map.insert("colocated_path".to_owned(), json!(node.colocated_path()));
            let (name, value) = match node.file.is_section {
                true => ("section", values::section(site, None, id, false)),
                false => ("page", values::page(site, None, id, false)),
            };
            map.insert(name.to_owned(), value);
        }
        let context = Context::from_value(Value::Object(map)).map_err(|error| error.to_string())?;
        let html = format!("shortcodes/{}.html", call.name);
        let template = if engine.has(&html) { html } else { format!("shortcodes/{}.md", call.name) };
        engine.words(&template, &context)
    }
}
