//! What is measured on a rendered page.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use serde::Serialize;

use crate::plan::Route;

/// What was measured on one rendered page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PageFacts {
    /// Its address.
    #[serde(skip)]
    pub route: Route,
    /// The language that it declares.
    pub lang: String,
    /// Whether it adapts to the width of the screen.
    pub viewport: bool,
    /// Headings of level 1.
    pub h1: usize,
    /// Whether its main part is marked.
    pub main: bool,
    /// Whether the keyboard can skip to the main part.
    pub skip: bool,
    /// Pictures without a text alternative.
    pub images_without_alt: usize,
    /// Fields of forms without a label.
    pub fields_without_label: usize,
    /// Telephone numbers that can be called.
    pub calls: usize,
    /// Whether the hotline of the unit can be called from it.
    pub hotline: bool,
    /// Whether it declares UTF-8.
    pub utf8: bool,
    /// Whether its style has rules for paper.
    pub print: bool,
}

/// What was measured on the stylesheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PrintFacts {
    /// Whether there are rules for paper.
    pub rules: bool,
    /// Whether pages are A4.
    pub a4: bool,
    /// Whether the margins are those of administrative documents (Phụ lục I NĐ 30/2020/NĐ-CP): top and bottom 20 to
    /// 25 mm, left 30 to 35 mm, right 15 to 20 mm.
    pub margins: bool,
}

/// Measures what a stylesheet says of paper.
#[must_use]
pub fn measure_print(style: &str) -> PrintFacts {
    let page = style.split("@page").nth(1).and_then(|rest| rest.split(['{', '}']).nth(1)).unwrap_or_default();
    let value =
        |name: &str| page.split(';').filter_map(|rule| rule.split_once(':')).find(|(key, _)| key.trim() == name);
    let millimetres = |text: &str| text.trim().strip_suffix("mm").and_then(|number| number.parse::<f64>().ok());
    let margins: Option<Vec<f64>> =
        value("margin").and_then(|(_, text)| text.split_whitespace().map(millimetres).collect());
    let fits = |[top, right, bottom, left]: [f64; 4]| {
        (20.0..=25.0).contains(&top)
            && (15.0..=20.0).contains(&right)
            && (20.0..=25.0).contains(&bottom)
            && (30.0..=35.0).contains(&left)
    };
    PrintFacts {
        rules: style.contains("@media print"),
        a4: value("size").is_some_and(|(_, text)| text.trim().eq_ignore_ascii_case("a4")),
        margins: margins.and_then(|margins| <[f64; 4]>::try_from(margins).ok()).is_some_and(fits),
    }
}

/// Measures a page; `hotline` is the target of the link that calls it, such as `tel:1022`.
#[must_use]
pub fn measure(route: &Route, html: &[u8], hotline: Option<&str>) -> PageFacts {
    let mut scan = Scan { facts: PageFacts { route: route.clone(), ..PageFacts::default() }, ..Scan::default() };
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<()> {
        match event {
            CallbackEvent::OpenStartTag { name } => scan.tag = Tag { name: text(name), attributes: Vec::new() },
            CallbackEvent::AttributeName { name } => scan.tag.attributes.push((text(name), String::new())),
            CallbackEvent::AttributeValue { value } => {
                if let Some((_, held)) = scan.tag.attributes.last_mut() {
                    *held = text(value);
                }
            }
            CallbackEvent::CloseStartTag { .. } => scan.close(hotline),
            _ => {}
        }
        None
    });
    for result in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(()) = result;
    }
    scan.finish()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A start tag with its attributes.
#[derive(Default)]
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

#[derive(Default)]
struct Scan {
    facts: PageFacts,
    tag: Tag,
    /// Ids that labels name.
    labelled: Vec<String>,
    /// Ids of fields that carry no label themselves; empty for those without an id.
    fields: Vec<String>,
}

impl Scan {
    /// Takes in a start tag that is complete.
    fn close(&mut self, hotline: Option<&str>) {
        let tag = std::mem::take(&mut self.tag);
        let facts = &mut self.facts;
        match tag.name.as_str() {
            "html" => facts.lang = tag.get("lang").unwrap_or_default().to_owned(),
            "meta" => {
                facts.viewport |= tag.get("name") == Some("viewport");
                facts.utf8 |= tag.get("charset").is_some_and(|charset| charset.eq_ignore_ascii_case("utf-8"));
            }
            "h1" => facts.h1 += 1,
            "main" => facts.main = true,
            "img" => facts.images_without_alt += usize::from(tag.get("alt").is_none()),
            "a" => {
                let href = tag.get("href").unwrap_or_default();
                facts.skip |= href.starts_with('#') && tag.get("class").is_some_and(|class| class.contains("skip"));
                facts.calls += usize::from(href.starts_with("tel:"));
                facts.hotline |= hotline == Some(href);
            }
            "label" => self.labelled.extend(tag.get("for").map(str::to_owned)),
            "input" | "select" | "textarea" => self.field(&tag),
            _ => {}
        }
    }

    fn field(&mut self, tag: &Tag) {
        let is_silent = matches!(tag.get("type"), Some("hidden" | "submit" | "button" | "image" | "reset"));
        if !is_silent && tag.get("aria-label").is_none() && tag.get("aria-labelledby").is_none() {
            self.fields.push(tag.get("id").unwrap_or_default().to_owned());
        }
    }

    fn finish(mut self) -> PageFacts {
        let unlabelled = self.fields.iter().filter(|id| !self.labelled.contains(id));
        self.facts.fields_without_label = unlabelled.count();
        self.facts
    }
}

#[cfg(test)]
mod tests {
    use super::{measure, measure_print};
    use crate::plan::Route;

    #[test]
    fn what_a_reader_needs_is_counted() {
        let html = br##"<!doctype html><html lang="vi"><meta charset="UTF-8"><meta name="viewport" content="w"><body>
            <a class="skip" href="#x">s</a><a href="tel:1022">1022</a><main><h1>a</h1><img src="a" alt=""><img src="b">
            <label for="q">q</label><input id="q"><input type="hidden"><select aria-label="c"></select><textarea>"##;
        let facts = measure(&Route::page(["a"]), html, Some("tel:1022"));
        assert_eq!(facts.lang, "vi");
        assert!(facts.viewport && facts.main && facts.skip && facts.hotline && facts.utf8);
        assert_eq!((facts.h1, facts.calls, facts.images_without_alt, facts.fields_without_label), (1, 1, 1, 1));
    }

    #[test]
    fn another_number_is_not_the_hotline() {
        let facts = measure(&Route::page(["a"]), b"<a href=tel:113>113</a><a>x</a>", Some("tel:1022"));
        assert!(!facts.hotline && !facts.viewport && facts.lang.is_empty());
        assert!(!measure(&Route::page(["a"]), b"<a>x</a>", None).hotline, "no hotline is no number");
    }

    #[test]
    fn margins_of_administrative_documents_are_known() {
        let facts = measure_print("@page{size:A4;margin:20mm 15mm 20mm 30mm}@media print{a{color:red}}");
        assert!(facts.rules && facts.a4 && facts.margins);
        let narrow = measure_print("@page { size: a4; margin: 16mm 15mm 18mm }");
        assert!(narrow.a4 && !narrow.margins && !narrow.rules);
        assert_eq!(measure_print("@page"), measure_print(""));
    }
}
