//! Values of `config.toml` that must never stand on a page.

use toml::de::{DeTable, DeValue};

use crate::text::personal::is_secret_label;

/// Shortest value that is looked for; shorter ones stand in ordinary words.
const SHORTEST: usize = 6;

/// The values of keys whose names say that they are secret, wherever they stand.
pub(super) fn of(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Ok(document) = DeTable::parse(text) {
        table(document.get_ref(), &mut found);
    }
    found
}

fn table(entries: &DeTable<'_>, found: &mut Vec<String>) {
    for (key, entry) in entries {
        match entry.get_ref() {
            DeValue::String(secret) if is_secret_label(key.get_ref()) && secret.len() >= SHORTEST => {
                found.push(secret.to_string());
            }
            other => value(other, found),
        }
    }
}

fn value(entry: &DeValue<'_>, found: &mut Vec<String>) {
    match entry {
        DeValue::Table(entries) => table(entries, found),
        DeValue::Array(items) => items.iter().for_each(|item| value(item.get_ref(), found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn secrets_are_found_in_any_table_and_short_or_public_values_are_not() {
        let text = "title = \"password\"\n[deploy]\nuser = \"xa-mau\"\npassword = \"hoa-hong\"\npin = \"1\"\n\
            [[extra.maps]]\napi_key = \"k-123456\"\nkeyboard = \"telex-vni\"\n";
        assert_eq!(of(text), ["hoa-hong", "k-123456"]);
        assert_eq!(of("broken ="), Vec::<String>::new());
    }
}
