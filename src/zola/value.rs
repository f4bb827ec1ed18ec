//! TOML and YAML as the plain values that templates see.

use camino::Utf8Path;
use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use crate::diag::Position;

/// A TOML value as templates see it: dates become text, numbers that JSON does not have become nothing.
pub(super) fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(yes) => yes.into(),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(from_toml).collect(),
        toml::Value::Table(table) => Value::Object(from_table(table)),
    }
}

/// The same for a table.
pub(super) fn from_table(table: toml::Table) -> Map<String, Value> {
    table.into_iter().map(|(key, value)| (key, from_toml(value))).collect()
}

/// Lays `over` upon `base`: tables are joined key by key, everything else is replaced.
pub(super) fn merge(base: &mut Map<String, Value>, over: Map<String, Value>) {
    for (key, value) in over {
        match (base.get_mut(&key), value) {
            (Some(Value::Object(below)), Value::Object(above)) => merge(below, above),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

/// Where each key of a TOML text stands, by its full name such as `markdown.highlight_code`; keys of tables in arrays
/// have the name of the array.
pub(super) fn key_places(text: &str) -> std::collections::BTreeMap<String, Position> {
    let mut places = std::collections::BTreeMap::new();
    if let Ok(document) = DeTable::parse(text) {
        enter(text, "", document.get_ref(), &mut places);
    }
    places
}

fn enter(text: &str, above: &str, table: &DeTable<'_>, places: &mut std::collections::BTreeMap<String, Position>) {
    for (key, value) in table {
        let name = if above.is_empty() { key.get_ref().to_string() } else { format!("{above}.{}", key.get_ref()) };
        places.entry(name.clone()).or_insert_with(|| Position::at(text, key.span().start));
        match value.get_ref() {
            DeValue::Table(inner) => enter(text, &name, inner, places),
            DeValue::Array(items) => {
                for item in items.iter() {
                    if let DeValue::Table(inner) = item.get_ref() {
                        enter(text, &name, inner, places);
                    }
                }
            }
            _ => {}
        }
    }
}

/// The text of a key, where it holds text.
pub(super) fn text(map: &Map<String, Value>, key: &str) -> Option<String> {
    map.get(key).and_then(Value::as_str).map(str::to_owned)
}

/// Yes or no of a key; no where it holds neither.
pub(super) fn flag(map: &Map<String, Value>, key: &str) -> Option<bool> {
    map.get(key).and_then(Value::as_bool)
}

/// The texts of a key that holds a list, or one text.
pub(super) fn texts(map: &Map<String, Value>, key: &str) -> Option<Vec<String>> {
    match map.get(key)? {
        Value::Array(items) => Some(items.iter().filter_map(plain).collect()),
        value => plain(value).map(|one| vec![one]),
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        _ => None,
    }
}

/// The table of a key.
pub(super) fn table<'a>(map: &'a Map<String, Value>, key: &str) -> Option<&'a Map<String, Value>> {
    map.get(key).and_then(Value::as_object)
}

/// A whole number of a key, where it is not negative.
pub(super) fn count(map: &Map<String, Value>, key: &str) -> Option<usize> {
    map.get(key).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok())
}

/// Whether a path below the site is what its name says: relative, and without steps upwards.
pub(super) fn stays_inside(path: &Utf8Path) -> bool {
    path.components().all(|part| matches!(part, camino::Utf8Component::Normal(_) | camino::Utf8Component::CurDir))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_joined_and_other_values_replaced() {
        let table = |text: &str| from_table(text.parse().expect("the text is TOML"));
        let mut base = table("a = 1\nb = [1]\n[c]\nx = 1\ny = 2");
        merge(&mut base, table("b = [2]\n[c]\ny = 3"));
        assert_eq!(Value::Object(base), serde_json::json!({"a": 1, "b": [2], "c": {"x": 1, "y": 3}}));
    }

    #[test]
    fn dates_become_text_and_odd_numbers_nothing() {
        let table = from_table("d = 2026-11-21\nn = nan".parse().expect("the text is TOML"));
        assert_eq!(Value::Object(table), serde_json::json!({"d": "2026-11-21", "n": null}));
    }

    #[test]
    fn keys_are_found_by_their_full_names() {
        let places = key_places("a = 1\n[b]\nc = 2\n[[d]]\ne = 1");
        assert_eq!(places["b.c"], Position { line: 3, column: 1 });
        assert_eq!(places["d.e"], Position { line: 5, column: 1 });
    }
}
