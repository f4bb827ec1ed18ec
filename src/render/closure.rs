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
    let references = references(theme);
    let extra = theme.extra.to_string();
    let mut hashes = BTreeMap::new();
    for lang in [Lang::Vi, Lang::En] {
        let words = serde_json::to_vec(theme.words(lang)).unwrap_or_default();
        for name in theme.templates.keys() {
            let mut hasher = blake3::Hasher::new();
            hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
            hasher.update(&words);
            hasher.update(extra.as_bytes());
            for part in reachable(&references, name) {
                hasher.update(part.as_bytes());
                hasher.update(theme.templates[part].source.as_bytes());
            }
            hashes.insert(key(name, lang.tag()), hasher.finalize());
        }
    }
    hashes
}

/// Template → those that it names.
type References<'t> = BTreeMap<&'t str, Vec<&'t str>>;

fn references(theme: &Theme) -> References<'_> {
    let named =
        |source: &str| theme.templates.keys().map(String::as_str).filter(|other| names(source, other)).collect();
    theme.templates.iter().map(|(name, template)| (name.as_str(), named(&template.source))).collect()
}

/// The template and all it refers to, each once.
fn reachable<'t>(references: &References<'t>, name: &'t str) -> BTreeSet<&'t str> {
    let mut found = BTreeSet::new();
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        if found.insert(name) {
            open.extend(references.get(name).into_iter().flatten());
        }
    }
    found
}

/// Whether a template's text names another: as a string in `extends`, `include`, `import` or a computed name.
fn names(source: &str, other: &str) -> bool {
    source.contains(&format!("\"{other}\"")) || source.contains(&format!("'{other}'"))
}
