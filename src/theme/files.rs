//! The files of a theme: the site's own over those of `themes/NAME/` over the embedded ones.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::embedded::DefaultTheme;

/// Where a file of a theme comes from.
#[derive(Clone, Debug)]
pub(super) struct ThemeFile<'a> {
    path: String,
    bytes: Cow<'a, [u8]>,
}

impl ThemeFile<'_> {
    /// Path relative to the site's root.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Every file of a theme by its path inside the theme, such as `templates/base.html`; lowest layer first.
pub(super) struct ThemeFiles<'a> {
    files: BTreeMap<String, Vec<ThemeFile<'a>>>,
    own_theme: bool,
}

impl<'a> ThemeFiles<'a> {
    pub(super) fn collect(name: &str, overrides: &'a BTreeMap<String, Vec<u8>>) -> Self {
        let mut collected = Self { files: BTreeMap::new(), own_theme: false };
        for inner in DefaultTheme::iter() {
            if let Some(file) = DefaultTheme::get(&inner) {
                let path = format!("themes/{}/{inner}", super::DEFAULT_NAME);
                collected.push(&inner, ThemeFile { path, bytes: file.data });
            }
        }
        let folder = format!("themes/{name}/");
        let from_theme = overrides.iter().filter_map(|(path, bytes)| Some((path, path.strip_prefix(&folder)?, bytes)));
        for (path, inner, bytes) in from_theme {
            collected.own_theme = true;
            collected.push(inner, ThemeFile { path: path.clone(), bytes: Cow::Borrowed(bytes) });
        }
        for (path, bytes) in overrides.iter().filter(|(path, _)| path.starts_with("templates/")) {
            collected.push(path, ThemeFile { path: path.clone(), bytes: Cow::Borrowed(bytes) });
        }
        collected
    }

    fn push(&mut self, inner: &str, file: ThemeFile<'a>) {
        self.files.entry(inner.to_owned()).or_default().push(file);
    }

    /// Whether the site has a folder for this theme.
    pub(super) const fn has_own_theme(&self) -> bool {
        self.own_theme
    }

    /// The file that counts.
    pub(super) fn get(&self, inner: &str) -> Option<&ThemeFile<'a>> {
        self.files.get(inner)?.last()
    }

    /// All files of this path, the embedded one first.
    pub(super) fn layers(&self, inner: &str) -> &[ThemeFile<'a>] {
        self.files.get(inner).map_or(&[], Vec::as_slice)
    }

    /// The files that count in a folder (ending in `/`), by their path below it.
    pub(super) fn below<'s>(&'s self, folder: &'s str) -> impl Iterator<Item = (&'s str, &'s ThemeFile<'a>)> {
        let own = move |(inner, layers): (&'s String, &'s Vec<ThemeFile<'a>>)| {
            Some((inner.strip_prefix(folder)?, layers.last()?))
        };
        self.files.iter().filter_map(own)
    }
}
