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

use crate::diag::{ConfigProblem, Diagnostic, Lang, Location, Position};

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
    finished(path, text, toml::from_str::<SiteConfig>(text), keys::check)
}

/// Reads what is ours in the settings of a site with a theme of Zola's.
///
/// Zola's keys stand in the same file, some of them under the same names with more in them: languages that records
/// have no words for, settings of Zola's own search. They are left to its reader, and so are keys of the top level
/// that mean nothing to anybody.
#[must_use]
pub fn read_beside_zola(path: &Utf8Path, text: &str) -> (SiteConfig, Vec<Diagnostic>) {
    let ours = text.parse::<toml::Table>().ok().and_then(|table| ours(table).try_into::<SiteConfig>().ok());
    // What cannot be read is told with its place, which only the text itself knows.
    let read = ours.map_or_else(|| toml::from_str::<SiteConfig>(text), Ok);
    let (mut config, mut diagnostics) = finished(path, text, read, keys::check_ours);
    // Addresses in themes of Zola's are full ones, which lead to the web from a folder as well.
    if std::mem::take(&mut config.search.from_disk) {
        diagnostics.push(Diagnostic::new(site::bad_value("search.from_disk", "true", "false"), Location::file(path)));
    }
    (config, diagnostics)
}

/// The part of the settings that Zola does not know, and what both know in the shape that we know.
fn ours(mut table: toml::Table) -> toml::Table {
    let is_ours = |tag: &str| Lang::from_tag(tag).is_some();
    match table.get_mut("languages") {
        Some(toml::Value::Table(languages)) => languages.retain(|tag, language| is_ours(tag) && language.is_table()),
        Some(_) => drop(table.remove("languages")),
        None => {}
    }
    if !table.get("search").is_some_and(toml::Value::is_table) {
        table.remove("search");
    }
    table
}

fn finished(
    path: &Utf8Path,
    text: &str,
    read: Result<SiteConfig, toml::de::Error>,
    check_keys: fn(&Utf8Path, &str, &mut Vec<Diagnostic>),
) -> (SiteConfig, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut config = match read {
        Ok(config) => config,
        Err(error) => {
            let Position { line, column } = Position::at(text, error.span().map_or(0, |span| span.start));
            let problem = ConfigProblem::Syntax { detail: error.message().to_owned() };
            diagnostics.push(Diagnostic::new(problem, Location::text(path, line, column)));
            return (SiteConfig::default(), diagnostics);
        }
    };
    config.secrets = secrets::of(text);
    check_keys(path, text, &mut diagnostics);
    site::check(path, &config, &mut diagnostics);
    (config, diagnostics)
}

#[cfg(test)]
mod tests {
    use super::{read, read_beside_zola};

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
        let words = "[search]\nindex_format = \"a\"\nstop_phrases = []\n[search.synonyms]\n\"sổ hường\" = \"a\"\n\
            [search.life_events]\n\"nhà có tang\" = [\"a\", \"b\"]\n";
        assert_eq!(codes(&format!("{head}{words}")), Vec::<String>::new());
        let misspelt = format!("{head}[search]\nstop_phrase = [\"a\"]\n[search.synonym]\n\"a\" = \"b\"\n");
        assert_eq!(codes(&misspelt), ["CK0103 config.toml:4:1", "CK0103 config.toml:5:9"]);
    }

    #[test]
    fn beside_zola_only_our_own_keys_are_looked_at() {
        let text = "generate_rss = true\ntaxonomy_root = \"t\"\n[search]\nindex_format = \"fuse\"\n\
            [languages.fr]\ntitle = \"a\"\nfeed_filename = \"x\"\n[languages.en]\nsearch = true\n\
            [markdown]\nhighlight_code = true\n[unit]\nname = \"b\"\nhotlin = \"1022\"\n";
        let (config, found) = read_beside_zola("config.toml".into(), text);
        let found: Vec<String> = found.iter().map(|one| format!("{} {}", one.code(), one.location)).collect();
        assert_eq!(found, ["CK0103 config.toml:14:1"]);
        assert_eq!((config.unit.name.as_str(), config.langs().len()), ("b", 2));
        for shape in ["languages = [{ code = \"fr\" }]\n", "search = true\n"] {
            let (config, found) = read_beside_zola("zola.toml".into(), &format!("{shape}[unit]\nname = \"b\"\n"));
            assert!(found.is_empty() && config.unit.name == "b", "{found:?}");
        }
        let (_, found) = read_beside_zola("zola.toml".into(), "[unit]\nname = 3\n");
        assert_eq!(found[0].location.to_string(), "zola.toml:2:8");
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
