//! The filter `markdown`.

use std::collections::HashMap;
use std::sync::{Arc, Weak};

use serde_json::Value;
use tera::{Filter, Tera};

use crate::zola::texts::Texts;

/// Renders text as Markdown, with shortcodes.
struct Markdown(Weak<Texts>);

impl Filter for Markdown {
    fn filter(&self, value: &Value, args: &HashMap<String, Value>) -> tera::Result<Value> {
        let text = match value {
            Value::Null => "",
            value => value.as_str().ok_or_else(|| tera::Error::msg(format!("`markdown` needs text, not {value}")))?,
        };
        let texts = self.0.upgrade().ok_or_else(|| tera::Error::msg("`markdown` cannot be used here"))?;
        let html = texts.snippet(text).map_err(tera::Error::msg)?;
        let inline = args.get("inline").and_then(Value::as_bool).unwrap_or(false);
        Ok(Value::String(if inline { without_paragraph(&html) } else { html }))
    }
}

/// Without the `<p>` around the whole.
fn without_paragraph(html: &str) -> String {
    let bare = html.strip_prefix("<p>").unwrap_or(html);
    bare.strip_suffix("</p>\n").unwrap_or(bare).to_owned()
}

/// Registers the filter.
pub(in crate::zola) fn register(tera: &mut Tera, texts: &Arc<Texts>) {
    tera.register_filter("markdown", Markdown(Arc::downgrade(texts)));
}
