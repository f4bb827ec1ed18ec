//! `config.toml`: Zola's keys, and our tables.
//!
//! Comes in: the text of `config.toml`. Goes out: a [`SiteConfig`] with every default filled in, and diagnostics
//! with line and column. Refuses to know: what the pages look like.

mod disclosure;
mod guard;
mod keys;
mod search;
mod secrets;
mod site;
mod statistics;

use camino::Utf8Path;

use crate::diag::{ConfigProblem, Diagnostic, Location, Position};

pub use disclosure::{Attestation, Disclosure};
pub use guard::{Exception, GuardConfig};
pub use search::{OneOrMany, SearchWords};
pub use site::{Event, Feedback, Home, LanguageConfig, Localized, SiteConfig, Unit, ZolaConfig};
pub use statistics::{StatisticsConfig, TargetConfig};

/// Reads `config.toml`.
///
/// Problems are collected; with an error among them the returned configuration holds what could be read.
#[must_use]
pub fn read(path: &Utf8Path, text: &str) -> (SiteConfig, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut config = match toml::from_str::<SiteConfig>(text) {
        Ok(config) => config,
        Err(error) => {
            let Position { line, column } = Position::at(text, error.span().map_or(0, |span| span.start));
            let problem = ConfigProblem::Syntax { detail: error.message().to_owned() };
            diagnostics.push(Diagnostic::new(problem, Location::text(path, line, column)));
            return (SiteConfig::default(), diagnostics);
        }
    };
    config.secrets = secrets::of(text);
    keys::check(path, text, &mut diagnostics);
    site::check(path, &config, &mut diagnostics);
    (config, diagnostics)
}

#[cfg(test)]
mod tests {
    use super::read;

    fn codes(text: &str) -> Vec<String> {
        read("config.toml".into(), text).1.iter().map(|found| format!("{} {}", found.code(), found.location)).collect()
    }

    #[test]
    fn a_misspelt_key_is_named_with_its_line() {
        assert_eq!(codes("title = \"a\"\n[unit]\nname = \"b\"\nhotlin = \"1022\"\n"), ["CK0103 config.toml:4:1"]);
    }

    #[test]
    fn a_misspelt_key_of_the_search_is_named_and_its_words_are_free() {
        let head = "[unit]\nname = \"b\"\n";
        let words = "[search]\nindex_format = \"a\"\nstop_phrases = []\n[search.synonyms]\n\"sổ hường\" = \"a\"\n";
        assert_eq!(codes(&format!("{head}{words}")), Vec::<String>::new());
        let misspelt = format!("{head}[search]\nstop_phrase = [\"a\"]\n[search.synonym]\n\"a\" = \"b\"\n");
        assert_eq!(codes(&misspelt), ["CK0103 config.toml:4:1", "CK0103 config.toml:5:9"]);
    }

    #[test]
    fn a_value_of_the_wrong_type_is_named_with_its_place() {
        assert_eq!(codes("title = 3\n"), ["CK0102 config.toml:1:9"]);
    }

    #[test]
    fn a_base_url_without_scheme_is_refused() {
        assert_eq!(codes("base_url = \"xa.example\"\n[unit]\nname = \"b\"\n"), ["CK0106 config.toml"]);
    }

    #[test]
    fn a_pale_colour_is_reported() {
        assert_eq!(codes("[unit]\nname = \"b\"\ncolor = \"#ffcc00\"\n"), ["CK0107 config.toml"]);
    }

    #[test]
    fn an_empty_file_asks_for_the_unit_name() {
        assert_eq!(codes(""), ["CK0105 config.toml"]);
    }
}
