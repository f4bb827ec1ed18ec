//! Style sheets of a site and its theme, made first: templates ask for their hashes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, Location, ThemeProblem};

use super::config::Config;
use super::files::Files;
use super::sass;

/// The folder under which functions of templates find what is made.
pub(super) const FOLDER: &str = "public";

/// Compiles the theme's style sheets, and the site's own over them.
pub(super) fn compile(files: &dyn Files, config: &Config, found: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
    let theirs = format!("themes/{}/sass", config.theme);
    let has_theme = !config.theme.is_empty();
    let mut sheets = BTreeMap::new();
    let mut add = |folder: &str, shared: &[&str]| {
        let (compiled, troubles) = sass::compile(files, folder, shared);
        sheets.extend(compiled);
        for trouble in troubles {
            let location = match trouble.line {
                Some(line) => Location::text(trouble.path.as_str(), line, 1),
                None => Location::file(trouble.path.as_str()),
            };
            found.push(Diagnostic::new(ThemeProblem::Style { detail: trouble.message }, location));
        }
    };
    if has_theme {
        add(&theirs, &[]);
    }
    if config.compile_sass {
        let shared = [theirs.as_str()];
        add("sass", if has_theme { &shared } else { &[] });
    }
    sheets
}

/// The site's files, and below [`FOLDER`] its style sheets and the files beside texts, where they will be published.
pub(super) struct Published {
    /// The files.
    pub(super) files: Arc<dyn Files>,
    /// The style sheets.
    pub(super) sheets: BTreeMap<String, String>,
    /// Where the files beside texts come from.
    pub(super) assets: BTreeMap<String, String>,
}

impl Files for Published {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let Some(below) = path.strip_prefix(FOLDER) else { return self.files.read(path) };
        let below = below.trim_start_matches('/');
        if let Some(css) = self.sheets.get(below) {
            return Some(css.clone().into_bytes());
        }
        self.files.read(self.assets.get(below).map_or(path, String::as_str))
    }

    fn list(&self, folder: &str) -> Vec<String> {
        self.files.list(folder)
    }
}
