use super::*;

fn read_with_theme(source: &str, theme: &str) -> (Config, Vec<String>) {
    let mut found = Vec::new();
    let config = read("config.toml".into(), source, Overrides::default(), |_| Some(theme.to_owned()), &mut found);
    (config, found.iter().map(|one| format!("{} {}", one.code(), one.location)).collect())
}

fn config(source: &str) -> (Config, Vec<String>) {
    read_with_theme(&format!("base_url = \"https://e.example/\"\n{source}"), "")
}

#[test]
fn old_keys_are_told_with_their_place_and_understood() {
    let (config, found) =
        config("generate_feed = true\nfeed_filename = \"rss.xml\"\n[markdown]\nhighlight_code = true\n");
    assert_eq!(found, ["CK0801 config.toml:3:1", "CK0801 config.toml:2:1", "CK0801 config.toml:5:1"]);
    let english = config.language("en").expect("the default language is there");
    assert!(english.feeds);
    assert_eq!(english.feed_filenames, ["rss.xml"]);
    assert_eq!(config.markdown["highlighting"]["style"], "inline");
    let seen = config.to_value("en", "build");
    assert_eq!((&seen["feed_filename"], &seen["generate_feed"]), (&"rss.xml".into(), &true.into()));
}

#[test]
fn languages_and_taxonomies_of_old_versions_find_their_place() {
    let source = "title = \"T\"\nlanguages = [{code = \"fr\", rss = true, search = true}]\n\
        taxonomies = [{name = \"tags\", rss = true}, {name = \"mots\", lang = \"fr\"}]\n\
        [translations.fr]\nhello = \"Salut\"\n[translations.en]\nhello = \"Hi\"\n";
    let (config, _) = config(source);
    let (french, english) = (&config.languages["fr"], &config.languages["en"]);
    assert!(french.feeds && french.search_index && english.taxonomies[0].feed);
    let seen = config.to_value("fr", "build");
    assert_eq!(
        (&seen["title"], &seen["languages"][0]["code"]),
        (&"T".into(), &"fr".into()),
        "as templates of that time expect"
    );
    assert_eq!((french.taxonomies[0].name.as_str(), french.translations["hello"].as_str()), ("mots", Some("Salut")));
    assert_eq!((english.taxonomies.len(), english.translations["hello"].as_str()), (1, Some("Hi")));
}

#[test]
fn each_language_is_told_of_the_others() {
    let (config, _) = config("title = \"T\"\ndefault_language = \"vi\"\n[languages.en]\ntitle = \"E\"\n");
    let others = |lang: &str| config.to_value(lang, "build")["languages"].clone();
    let titles = |lang: &str| -> Vec<(String, String)> {
        let others = others(lang);
        let title = |(tag, own): (&String, &Value)| (tag.clone(), own["title"].as_str().unwrap_or_default().to_owned());
        others.as_object().into_iter().flatten().map(title).collect()
    };
    assert_eq!(titles("vi"), [("en".to_owned(), "E".to_owned())]);
    assert_eq!(titles("en"), [("vi".to_owned(), "T".to_owned())]);
}

#[test]
fn an_unknown_key_is_told_and_the_rest_is_read() {
    let (config, found) = config("titel = \"a\"\ndescription = \"b\"\n");
    assert_eq!(found, ["CK0103 config.toml:2:1"]);
    assert_eq!(config.languages["en"].description.as_deref(), Some("b"));
}

#[test]
fn broken_settings_are_told_with_their_line() {
    assert_eq!(config("title = \n").1, ["CK0102 config.toml:2:9"]);
    assert_eq!(config("ignored_content = [\"[\"]\n").1, ["CK0106 config.toml"]);
    assert_eq!(read_with_theme("title = \"a\"", "").1, ["CK0105 config.toml"]);
}

#[test]
fn the_site_speaks_over_its_theme() {
    let source = "base_url = \"/\"\ntheme = \"t\"\n[extra]\na = 1\n[extra.menu]\nx = 1\n";
    let (config, found) = read_with_theme(source, "[extra]\na = 0\nb = 2\n[extra.menu]\nx = 0\ny = 0\n");
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(Value::Object(config.extra), serde_json::json!({"a": 1, "menu": {"x": 1, "y": 0}, "b": 2}));
}

#[test]
fn addresses_of_pages_end_with_a_slash_and_those_of_feeds_do_not() {
    let (config, _) = config("");
    assert_eq!(config.permalink("a/b"), "https://e.example/a/b/");
    assert_eq!(config.permalink("/a/"), "https://e.example/a/");
    assert_eq!(config.permalink(""), "https://e.example/");
    assert_eq!(config.permalink("a/atom.xml"), "https://e.example/a/atom.xml");
}
