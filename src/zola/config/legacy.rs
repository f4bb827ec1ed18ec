//! Keys that Zola renamed or gave up since version 0.9, and what they mean today.

use serde_json::{Map, Value, json};

/// Old key → the one that took its place. A `*` stands for any one part of a name.
const RENAMED: &[(&str, &str)] = &[
    ("generate_rss", "generate_feeds"),
    ("generate_feed", "generate_feeds"),
    ("rss_limit", "feed_limit"),
    ("feed_filename", "feed_filenames"),
    ("languages.*.generate_rss", "generate_feeds"),
    ("languages.*.generate_feed", "generate_feeds"),
    ("languages.*.rss", "generate_feeds"),
    ("languages.*.feed", "generate_feeds"),
    ("languages.*.search", "build_search_index"),
    ("languages.*.feed_filename", "feed_filenames"),
    ("taxonomies.rss", "feed"),
    ("highlight_code", "markdown.highlighting"),
    ("highlight_theme", "markdown.highlighting.theme"),
    ("extra_syntaxes", "markdown.highlighting.extra_grammars"),
    ("markdown.highlight_code", "markdown.highlighting"),
    ("markdown.highlight_theme", "markdown.highlighting.theme"),
    ("markdown.highlight_themes_css", "markdown.highlighting.style"),
    ("markdown.extra_syntaxes", "markdown.highlighting.extra_grammars"),
    ("markdown.extra_syntaxes_and_themes", "markdown.highlighting.extra_grammars"),
    ("render_emoji", "markdown.render_emoji"),
    ("smart_punctuation", "markdown.smart_punctuation"),
    ("check_external_links", ""),
    ("ignore_untagged", ""),
];

/// Which old keys stand in the settings, with what takes their place.
pub(super) fn found<'k>(keys: impl Iterator<Item = &'k String>) -> Vec<(String, &'static str)> {
    keys.filter_map(|key| {
        let (_, now) = RENAMED.iter().find(|(old, _)| matches(old, key))?;
        Some((key.clone(), *now))
    })
    .collect()
}

fn matches(pattern: &str, key: &str) -> bool {
    let (mut pattern, mut key) = (pattern.split('.'), key.split('.'));
    loop {
        match (pattern.next(), key.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if one == "*" || one == other => {}
            _ => return false,
        }
    }
}

/// Lays the meaning of the old keys beside them; the old ones stay, since templates read them too.
pub(super) fn modernise(map: &mut Map<String, Value>) {
    feeds(map);
    flatten_languages(map);
    if let Some(Value::Object(languages)) = map.get_mut("languages") {
        for language in languages.values_mut().filter_map(Value::as_object_mut) {
            feeds(language);
            search(language);
            taxonomies(language, false);
        }
    }
    taxonomies(map, true);
    translations(map);
    highlighting(map);
}

fn feeds(map: &mut Map<String, Value>) {
    let on = ["generate_rss", "generate_feed", "rss", "feed"].into_iter().find_map(|key| map.get(key).cloned());
    fill(map, "generate_feeds", on);
    let limit = map.get("rss_limit").cloned();
    fill(map, "feed_limit", limit);
    let default_name = map.contains_key("generate_rss").then(|| json!("rss.xml"));
    let name = map.get("feed_filename").cloned().or(default_name);
    fill(map, "feed_filenames", name.map(|name| json!([name])));
}

fn search(map: &mut Map<String, Value>) {
    let on = map.get("search").filter(|value| value.is_boolean()).cloned();
    fill(map, "build_search_index", on);
}

/// `languages = [{ code = "fr" }]` of the time before 0.14, when title and description were the same in all of them.
fn flatten_languages(map: &mut Map<String, Value>) {
    let Some(Value::Array(list)) = map.get("languages") else { return };
    let mut by_code: Map<String, Value> =
        list.iter().filter_map(|one| Some((one.get("code")?.as_str()?.to_owned(), one.clone()))).collect();
    for language in by_code.values_mut().filter_map(Value::as_object_mut) {
        fill(language, "title", map.get("title").cloned());
        fill(language, "description", map.get("description").cloned());
    }
    map.insert("languages".to_owned(), Value::Object(by_code));
}

/// `rss` of a taxonomy, and `lang`, by which one of the top level belonged to a language.
fn taxonomies(map: &mut Map<String, Value>, is_top: bool) {
    let Some(Value::Array(list)) = map.get_mut("taxonomies") else { return };
    let mut moved = Vec::new();
    list.retain_mut(|one| {
        let Some(one) = one.as_object_mut() else { return true };
        let feed = one.get("rss").cloned();
        fill(one, "feed", feed);
        match one.remove("lang") {
            Some(Value::String(lang)) if is_top => {
                moved.push((lang, Value::Object(one.clone())));
                false
            }
            _ => true,
        }
    });
    let default = map.get("default_language").and_then(Value::as_str).unwrap_or("en").to_owned();
    for (lang, taxonomy) in moved {
        let target = if lang == default { Some(&mut *map) } else { language(map, &lang) };
        let Some(target) = target else { continue };
        if let Some(list) = target.entry("taxonomies").or_insert_with(|| json!([])).as_array_mut() {
            list.push(taxonomy);
        }
    }
}

/// `[translations.fr]` of the time before 0.14; the default language's own stay where they are.
fn translations(map: &mut Map<String, Value>) {
    let Some(Value::Object(all)) = map.get_mut("translations") else { return };
    let tables: Vec<String> = all.iter().filter(|(_, value)| value.is_object()).map(|(key, _)| key.clone()).collect();
    let moved: Vec<(String, Value)> = tables.into_iter().filter_map(|tag| all.shift_remove_entry(&tag)).collect();
    let default = map.get("default_language").and_then(Value::as_str).unwrap_or("en").to_owned();
    for (lang, words) in moved {
        let target = if lang == default { Some(&mut *map) } else { language(map, &lang) };
        if let (Some(target), Value::Object(words)) = (target, words) {
            let place = target.entry("translations").or_insert_with(|| json!({}));
            if let Some(place) = place.as_object_mut() {
                place.extend(words);
            }
        }
    }
}

fn language<'m>(map: &'m mut Map<String, Value>, tag: &str) -> Option<&'m mut Map<String, Value>> {
    map.get_mut("languages")?.as_object_mut()?.get_mut(tag)?.as_object_mut()
}

fn highlighting(map: &mut Map<String, Value>) {
    let outer = ["highlight_code", "highlight_theme", "extra_syntaxes", "render_emoji", "smart_punctuation"];
    let outer: Vec<(String, Value)> =
        outer.into_iter().filter_map(|key| Some((key.to_owned(), map.get(key)?.clone()))).collect();
    let Some(markdown) = map.entry("markdown").or_insert_with(|| json!({})).as_object_mut() else { return };
    for (key, value) in outer {
        fill(markdown, &key, Some(value));
    }
    if markdown.get("highlight_code").and_then(Value::as_bool) != Some(true) || markdown.contains_key("highlighting") {
        return;
    }
    let theme = markdown.get("highlight_theme").and_then(Value::as_str).unwrap_or("base16-ocean-dark");
    let style = if theme == "css" { "class" } else { "inline" };
    let mut modern = json!({ "style": style, "theme": if theme == "css" { "base16-ocean-dark" } else { theme } });
    if let Some(grammars) = markdown.get("extra_syntaxes_and_themes").or_else(|| markdown.get("extra_syntaxes")) {
        modern["extra_grammars"] = grammars.clone();
    }
    markdown.insert("highlighting".to_owned(), modern);
}

/// Sets a key unless it is there.
fn fill(map: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value
        && !map.contains_key(key)
    {
        map.insert(key.to_owned(), value);
    }
}
