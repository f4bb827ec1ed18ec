//! Where the grammars of `[markdown.highlighting] extra_grammars` lie.

use crate::diag::{ConfigProblem, Diagnostic, Location, Severity};

use super::highlight::{GRAMMAR_ENDING, Grammars};
use super::site::Site;
use super::value::{table, texts};

/// The key of the settings.
const KEY: &str = "markdown.highlighting.extra_grammars";

/// Reads files and folders that the settings name, of the site or of its theme. What cannot be read is a warning: the
/// code is shown without colours.
pub(super) fn read(site: &Site, found: &mut Vec<Diagnostic>) -> Grammars {
    let highlighting = table(&site.config.markdown, "highlighting");
    let named = highlighting.and_then(|map| texts(map, "extra_grammars")).unwrap_or_default();
    let mut files = Vec::new();
    let mut bad = Vec::new();
    for name in named {
        let lying = below(site, name.trim_matches('/'));
        if lying.is_empty() {
            bad.push(name);
        }
        files.extend(lying);
    }
    let (grammars, unread) = Grammars::read(&files);
    for value in bad.into_iter().chain(unread) {
        let problem = ConfigProblem::BadValue { key: KEY.to_owned(), value, allowed: format!("*{GRAMMAR_ENDING}") };
        let mut problem = Diagnostic::new(problem, Location::file(site.config.path.as_str()));
        problem.severity = Severity::Warning;
        found.push(problem);
    }
    grammars
}

/// The grammar of a name, or those in the folder of that name.
fn below(site: &Site, name: &str) -> Vec<(String, String)> {
    let read = |path: String| {
        let text = String::from_utf8(site.files.read(&path)?).ok()?;
        Some((path, text))
    };
    for place in [name.to_owned(), format!("themes/{}/{name}", site.config.theme)] {
        if let Some(file) = read(place.clone()) {
            return vec![file];
        }
        let mut listed = site.files.list(&place);
        listed.retain(|path| path.ends_with(GRAMMAR_ENDING));
        listed.sort();
        if !listed.is_empty() {
            return listed.into_iter().filter_map(read).collect();
        }
    }
    Vec::new()
}
