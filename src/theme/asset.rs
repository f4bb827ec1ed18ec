//! Styles, scripts and static files, ready to publish.

use super::files::ThemeFiles;

/// A file of the theme to publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeAsset {
    /// Path below the site's root.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
    /// Whether the name holds a hash of the content, so that it may be kept for ever.
    pub fingerprinted: bool,
}

pub(super) struct Bundle {
    pub(super) assets: Vec<ThemeAsset>,
    pub(super) stylesheet: String,
    pub(super) script: Option<String>,
}

/// Joins the stylesheets in the order of their names, appends the site's own rules, and fingerprints.
pub(super) fn bundle(files: &ThemeFiles<'_>, site_rules: &str) -> Bundle {
    let mut css = Vec::new();
    for (_, file) in files.below("css/").filter(|(name, _)| name.ends_with(".css")) {
        css.extend_from_slice(file.bytes());
        css.push(b'\n');
    }
    css.extend_from_slice(site_rules.as_bytes());
    let style = fingerprinted("style", "css", css);
    let script = files.get("js/app.js").map(|file| fingerprinted("app", "js", file.bytes().to_vec()));
    let plain = |(name, file): (&str, &super::files::ThemeFile<'_>)| ThemeAsset {
        path: name.to_owned(),
        bytes: file.bytes().to_vec(),
        fingerprinted: false,
    };
    let (stylesheet, script_path) = (style.path.clone(), script.as_ref().map(|asset| asset.path.clone()));
    let mut assets: Vec<_> = files.below("static/").map(plain).chain([style]).chain(script).collect();
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    Bundle { assets, stylesheet, script: script_path }
}

fn fingerprinted(stem: &str, ending: &str, bytes: Vec<u8>) -> ThemeAsset {
    let hash = blake3::hash(&bytes).to_hex();
    ThemeAsset { path: format!("assets/{stem}.{}.{ending}", &hash[..10]), bytes, fingerprinted: true }
}
