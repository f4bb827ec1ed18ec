//! Styles, scripts and static files, ready to publish.

use std::collections::BTreeMap;

use super::files::{ThemeFile, ThemeFiles};
use super::{disk, scope, script};
use crate::diag::Diagnostic;

/// A file of the theme to publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeAsset {
    /// Path below the site's root.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
    /// Whether the service worker keeps it from the first visit on: pages on the web ask for it, and its name holds a
    /// hash of the content.
    pub kept: bool,
}

pub(super) struct Bundle {
    pub(super) assets: Vec<ThemeAsset>,
    pub(super) stylesheet: String,
    /// Paths of the scripts by their names without ending.
    pub(super) scripts: BTreeMap<String, String>,
    /// Path of the script of every page that makes it work when it is opened from a folder, where that is wanted.
    pub(super) loader: Option<String>,
}

/// Joins the stylesheets in the order of their names, appends the site's own rules, and fingerprints. Scripts that
/// import each other find each other under their new names; the service worker stands at the site's root, because
/// it works only for what lies below it.
///
/// # Errors
/// Diagnostics for scripts that cannot be opened from a folder, where that is wanted.
pub(super) fn bundle(files: &ThemeFiles<'_>, site_rules: &str, from_disk: bool) -> Result<Bundle, Vec<Diagnostic>> {
    let mut css = Vec::new();
    for (_, file) in files.below("css/").filter(|(name, _)| name.ends_with(".css")) {
        css.extend_from_slice(file.bytes());
        css.push(b'\n');
    }
    css.extend_from_slice(site_rules.as_bytes());
    let style = fingerprinted("style", "css", css);
    let stylesheet = style.path.clone();
    let mut assets: Vec<_> = files.below("static/").map(|(name, file)| plain(name, file.bytes())).collect();
    assets.push(style);
    let (published, scripts) = scripts(files);
    let more = if from_disk { Some(disk::scripts(files, &published, &scripts)?) } else { None };
    let loader = more.as_ref().map(|[loader, _]| loader.path.clone());
    assets.extend(published.into_iter().chain(more.into_iter().flatten()));
    if let Some(worker) = files.get(script::WORKER) {
        let bytes = script::worker(worker.bytes(), &assets);
        assets.push(plain("sw.js", &bytes));
    }
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Bundle { assets, stylesheet, scripts, loader })
}

/// Adds the stylesheet whose rules hold only within our own parts of a page. Gives its path.
pub(super) fn add_scoped(assets: &mut Vec<ThemeAsset>, stylesheet: &str, files: &ThemeFiles<'_>) -> String {
    let part = |name: &str| {
        let bytes = files.get(name).map_or(&[][..], |file| file.bytes());
        String::from_utf8_lossy(bytes).into_owned()
    };
    let whole = assets.iter().find(|asset| asset.path == stylesheet).map_or(&[][..], |asset| &asset.bytes);
    let rules = scope::scoped(&String::from_utf8_lossy(whole));
    let css = format!("{}{rules}{}", part("fragment/before.css"), part("fragment/after.css"));
    let asset = fingerprinted("fragment", "css", css.into_bytes());
    let path = asset.path.clone();
    assets.retain(|asset| asset.path != "sw.js");
    assets.push(asset);
    if let Some(worker) = files.get(script::WORKER) {
        let bytes = script::worker(worker.bytes(), assets);
        assets.push(plain("sw.js", &bytes));
    }
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    path
}

/// The scripts, and their paths by their names without ending.
fn scripts(files: &ThemeFiles<'_>) -> (Vec<ThemeAsset>, BTreeMap<String, String>) {
    let is_module =
        |(name, _): &(&str, &ThemeFile<'_>)| name.ends_with(".js") && format!("js/{name}") != script::WORKER;
    let sources = files.below("js/").filter(is_module).map(|(name, file)| (name, file.bytes())).collect();
    let mut paths = BTreeMap::new();
    let mut published = Vec::new();
    for (name, bytes) in script::resolved(&sources) {
        let stem = name.trim_end_matches(".js");
        let asset = fingerprinted(stem, "js", bytes);
        paths.insert(stem.to_owned(), asset.path.clone());
        published.push(asset);
    }
    (published, paths)
}

fn plain(path: &str, bytes: &[u8]) -> ThemeAsset {
    ThemeAsset { path: path.to_owned(), bytes: bytes.to_vec(), kept: false }
}

/// An asset whose name holds a hash of its content, so that the service worker can keep it.
pub(super) fn fingerprinted(stem: &str, ending: &str, bytes: Vec<u8>) -> ThemeAsset {
    let hash = blake3::hash(&bytes).to_hex();
    ThemeAsset { path: format!("assets/{stem}.{}.{ending}", &hash[..10]), bytes, kept: true }
}
