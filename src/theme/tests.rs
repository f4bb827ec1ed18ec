use std::collections::{BTreeMap, BTreeSet};

use super::*;

fn load(name: &str, files: &[(&str, &[u8])]) -> Result<Theme, Vec<String>> {
    let config = SiteConfig { theme: name.to_owned(), ..SiteConfig::default() };
    let overrides = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
    Theme::load(&config, &overrides)
        .map_err(|found| found.iter().map(|found| format!("{} {}", found.code(), found.location)).collect())
}

#[test]
fn the_embedded_theme_has_everything() {
    let theme = load(DEFAULT_NAME, &[]).expect("the embedded theme is sound");
    assert!(theme.templates.contains_key("procedure.html"));
    let paths: Vec<_> = theme.assets.iter().map(|asset| asset.path.as_str()).collect();
    assert!(paths.contains(&"favicon.svg") && paths.contains(&theme.stylesheet.as_str()), "{paths:?}");
    assert!(theme.script.is_some_and(|script| paths.contains(&script.as_str())));
    assert!(theme.scripts.values().all(|script| paths.contains(&script.as_str())));
    assert!(paths.contains(&"sw.js"));
}

#[test]
fn a_name_changes_with_the_content_and_with_the_colour() {
    let name = |color: &str| {
        let mut config = SiteConfig::default();
        color.clone_into(&mut config.unit.color);
        Theme::load(&config, &BTreeMap::new()).expect("the embedded theme is sound").stylesheet
    };
    assert_eq!(name("#8f1d21"), name("#8f1d21"));
    assert_ne!(name("#8f1d21"), name("#123456"));
    assert_eq!(name("").len(), "assets/style.0123456789.css".len());
}

#[test]
fn the_site_s_files_stand_before_the_theme_s_folder_and_that_before_the_program() {
    let theme = load(
        DEFAULT_NAME,
        &[
            ("templates/404.html", b"own"),
            ("themes/congkhai/templates/404.html", b"folder"),
            ("themes/congkhai/templates/list.html", b"folder"),
            ("themes/congkhai/css/99-own.css", b"b { color: red }"),
            ("content/templates/home.html", b"elsewhere"),
        ],
    )
    .expect("the overrides are sound");
    assert_eq!(
        (theme.templates["404.html"].source.as_str(), theme.templates["404.html"].path.as_str()),
        ("own", "templates/404.html")
    );
    assert_eq!(theme.templates["list.html"].source, "folder");
    assert_ne!(theme.templates["home.html"].source, "elsewhere");
    let style = theme.assets.iter().find(|asset| asset.path == theme.stylesheet).expect("the stylesheet is published");
    assert!(style.bytes.ends_with(b"b { color: red }\n"));
}

#[test]
fn words_are_replaced_key_by_key() {
    let theme = load(DEFAULT_NAME, &[("themes/congkhai/i18n/vi.toml", b"not_published = \"Ch\xc6\xb0a r\xc3\xb5\"\n")])
        .expect("sound");
    assert_eq!(theme.words(Lang::Vi).get("not_published"), "Chưa rõ");
    assert_eq!(theme.words(Lang::Vi).get("home"), "Trang chủ");
    assert_eq!(theme.words(Lang::En).get("not_published"), "Not published");
}

#[test]
fn an_unknown_theme_is_refused() {
    assert_eq!(load("khac", &[]).err(), Some(vec!["CK0106 config.toml".to_owned()]));
}

#[test]
fn a_theme_for_another_engine_is_refused() {
    let found = load("khac", &[("themes/khac/theme.toml", b"name = \"khac\"\n")]).err();
    assert_eq!(found, Some(vec!["CK0106 themes/khac/theme.toml".to_owned()]));
}

#[test]
fn a_theme_of_the_site_needs_only_what_it_changes() {
    let files: &[(&str, &[u8])] =
        &[("themes/khac/theme.toml", b"engine = \"minijinja\"\n"), ("themes/khac/templates/404.html", b"khac")];
    let theme = load("khac", files).expect("the theme is sound");
    assert_eq!((theme.name.as_str(), theme.templates["404.html"].source.as_str()), ("khac", "khac"));
    assert!(theme.templates.contains_key("home.html"));
}

#[test]
fn a_template_that_cannot_be_parsed_is_told_with_its_line() {
    let found =
        load(DEFAULT_NAME, &[("templates/home.html", b"one\n{% if %}\n"), ("templates/list.html", b"\xff")]).err();
    assert_eq!(found, Some(vec!["CK0203 templates/list.html".to_owned(), "CK0704 templates/home.html:2:1".to_owned()]));
}

#[test]
fn words_that_cannot_be_parsed_are_told_with_their_line() {
    let found = load(DEFAULT_NAME, &[("themes/congkhai/i18n/en.toml", b"a = \"b\"\nc = 1\n")]).err();
    assert_eq!(found, Some(vec!["CK0102 themes/congkhai/i18n/en.toml:2:5".to_owned()]));
}

#[test]
fn both_languages_have_the_same_words() {
    let theme = load(DEFAULT_NAME, &[]).expect("the embedded theme is sound");
    let keys = |lang| theme.words(lang).keys().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(keys(Lang::Vi), keys(Lang::En));
}

#[test]
fn templates_use_no_word_that_does_not_exist() {
    let theme = load(DEFAULT_NAME, &[]).expect("the embedded theme is sound");
    let known: BTreeSet<&str> = theme.words(Lang::Vi).keys().collect();
    for (name, template) in &theme.templates {
        for key in used_keys(&template.source) {
            assert!(known.contains(key), "{name} uses t.{key}");
        }
    }
}

/// Every `t.key` of a template.
fn used_keys(source: &str) -> impl Iterator<Item = &str> {
    let is_key = |character: char| character.is_ascii_lowercase() || character == '_';
    let uses = source
        .match_indices("t.")
        .filter(move |(at, _)| !source[..*at].ends_with(|before: char| is_key(before) || before == '.'));
    uses.map(move |(at, _)| {
        let rest = &source[at + 2..];
        &rest[..rest.find(|character| !is_key(character)).unwrap_or(rest.len())]
    })
    .filter(|key| !key.is_empty())
}

/// Selectors of a stylesheet, those of nested rules included.
fn selectors(css: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut held = false;
    for part in css.split_inclusive(['{', '}']) {
        if let Some(prelude) = part.strip_suffix('{') {
            let prelude = prelude.rsplit("*/").next().unwrap_or_default().trim();
            if !held && !prelude.starts_with('@') {
                found.push(prelude.to_owned());
            }
            held = prelude.starts_with("@keyframes") || prelude.starts_with("@page");
        } else {
            held = false;
        }
    }
    found
}

#[test]
fn in_the_theme_of_somebody_else_no_rule_holds_outside_our_own_parts() {
    let mut config = SiteConfig { theme: "their-theme".to_owned(), ..SiteConfig::default() };
    "#8f1d21".clone_into(&mut config.unit.color);
    let theirs = BTreeMap::from([
        ("templates/base.html".to_owned(), b"{% tera %}".to_vec()),
        ("themes/congkhai/css/99-own.css".to_owned(), b"main .own { color: red }".to_vec()),
    ]);
    let theme = Theme::for_fragments(&config, &theirs).expect("our own theme is sound");
    assert!(theme.templates["base.html"].source.contains("congkhai fragment"));
    let path = theme.scoped.as_deref().expect("it has a scoped stylesheet");
    let text = |path: &str| {
        let asset = theme.assets.iter().find(|asset| asset.path == path).expect("it is published");
        String::from_utf8(asset.bytes.clone()).expect("it is text")
    };
    let (css, whole) = (text(path), text(&theme.stylesheet));
    let outside: Vec<String> = selectors(&css)
        .into_iter()
        .filter(|list| list != "to" && !list.split(",\n").all(|one| one.trim().starts_with(".congkhai")))
        .collect();
    assert!(outside.is_empty(), "{outside:#?}");
    assert!(selectors(&css).len() >= selectors(&whole).len(), "no rule is lost but the dark colours");
    assert!(css.contains(".congkhai.congkhai .main .own") && css.contains("--brand:#8f1d21"), "the site's own rules");
    assert!(!css.contains("prefers-color-scheme") && !whole.contains(".congkhai"));
    assert!(text("sw.js").contains(path) && css.contains("@page"));
}
