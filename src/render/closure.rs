//! Everything besides its view that a page depends on.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Lang;
use crate::theme::Theme;

/// Name under which a closure is kept.
pub(super) fn key(template: &str, lang: &str) -> String {
    format!("{template}\n{lang}")
}

/// The hash of every template with those it extends, includes and imports, and of the words of each language.
pub(super) fn hashes(theme: &Theme) -> BTreeMap<String, blake3::Hash> {
    let mut hashes = BTreeMap::new();
    for lang in [Lang::Vi, Lang::En] {
        let words = serde_json::to_vec(theme.words(lang)).unwrap_or_default();
        for name in theme.templates.keys() {
            let mut hasher = blake3::Hasher::new();
            hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
            hasher.update(&words);
            hasher.update(theme.extra.to_string().as_bytes());
            for part in reachable(theme, name) {
                hasher.update(part.as_bytes());
                hasher.update(theme.templates[part].source.as_bytes());
            }
            hashes.insert(key(name, lang.tag()), hasher.finalize());
        }
    }
    hashes
}

/// The template and all it refers to, each once.
fn reachable<'t>(theme: &'t Theme, name: &'t str) -> BTreeSet<&'t str> {
    let mut found = BTreeSet::new();
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        let Some((name, template)) = theme.templates.get_key_value(name) else { continue };
        if found.insert(name.as_str()) {
            open.extend(theme.templates.keys().map(String::as_str).filter(|other| names(&template.source, other)));
        }
    }
    found
}

/// Whether a template's text names another: as a string in `extends`, `include`, `import` or a computed name.
fn names(source: &str, other: &str) -> bool {
    source.contains(&format!("\"{other}\"")) || source.contains(&format!("'{other}'"))
}
