//! Files that are copied, and style sheets.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Location, ThemeProblem};
use crate::output::{Artifact, OutputError};

use super::Press;

impl Press<'_> {
    /// Style sheets (`more` are those of coloured code), then `static/` of the theme and of the site over them, then files beside texts. What comes later
    /// takes the place of what has the same address.
    pub(super) fn copies(&self, more: Vec<(String, String)>) -> Result<(), OutputError> {
        let mut sources: BTreeMap<String, String> = BTreeMap::new();
        let config = &self.book.site.config;
        let own = self.book.site.sheets.iter().map(|(output, css)| (output.clone(), css.clone()));
        for (output, css) in more.into_iter().chain(own) {
            self.sink.take(Artifact::new(output, css), None)?;
        }
        if !config.theme.is_empty() {
            self.collect_static(&format!("themes/{}/static", config.theme), &mut sources);
        }
        self.collect_static("static", &mut sources);
        sources.extend(self.book.site.library.assets());
        let copies: Vec<(String, String)> = sources.into_iter().collect();
        copies.par_iter().try_for_each(|(output, source)| match self.book.site.files.read(source) {
            Some(bytes) => self.sink.take(Artifact::new(output.as_str(), bytes), None),
            None => Ok(()),
        })
    }

    /// Pictures in the sizes that templates asked for.
    pub(super) fn pictures(&self) -> Result<(), OutputError> {
        let (pictures, troubles) = self.book.site.images.finish(&|path| self.sink.earlier(path));
        for trouble in troubles {
            let problem = ThemeProblem::Picture { detail: trouble.message };
            self.tell(Diagnostic::new(problem, Location::file(trouble.path)));
        }
        pictures.into_iter().try_for_each(|(path, bytes)| self.sink.take(Artifact::new(path, bytes), None))
    }

    fn collect_static(&self, folder: &str, sources: &mut BTreeMap<String, String>) {
        for source in self.book.site.files.list(folder) {
            let below = source[folder.len()..].trim_start_matches('/').to_owned();
            let ignored = &self.book.site.config.ignored_static;
            if !(ignored.is_match(&below) || ignored.is_match(&source)) {
                sources.insert(below, source);
            }
        }
    }
}
