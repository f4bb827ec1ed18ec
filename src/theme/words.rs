//! The words of the interface in one language.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::diag::Lang;
use crate::text;

/// Words of the interface by key, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    lang: Lang,
    by_key: BTreeMap<String, String>,
}

impl Words {
    pub(super) const fn new(lang: Lang) -> Self {
        Self { lang, by_key: BTreeMap::new() }
    }

    pub(super) fn extend(&mut self, more: BTreeMap<String, String>) {
        self.by_key.extend(more);
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_key.keys().map(String::as_str)
    }

    /// The words of a key; the key itself where a theme lacks it.
    #[must_use]
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.by_key.get(key).map_or(key, String::as_str)
    }

    /// The words of a key with every `{name}` replaced.
    #[must_use]
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }

    /// A number of things: the words of `KEY_one` or `KEY_other` with `{n}` replaced.
    #[must_use]
    pub fn count(&self, key: &str, number: usize) -> String {
        let form = if number == 1 { "one" } else { "other" };
        self.fill(&format!("{key}_{form}"), &[("n", &self.number(number))])
    }

    /// A whole number as the language writes it.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        let number = u64::try_from(number).unwrap_or(u64::MAX);
        match self.lang {
            Lang::Vi => text::format_integer(number),
            Lang::En => text::format_integer_en(number),
        }
    }
}

/// Replaces every `{name}` in one pass, so that a value is never taken for a pattern.
fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after
            .split_once('}')
            .and_then(|(name, tail)| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, tail)));
        rest = match found {
            Some((value, tail)) => {
                filled.push_str(value);
                tail
            }
            None => {
                filled.push('{');
                after
            }
        };
    }
    filled.push_str(rest);
    filled
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.by_key.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_are_filled_in_once_and_unknown_names_stay() {
        assert_eq!(fill("{a} và {b}, {c} {", &[("a", "{b}"), ("b", "2")]), "{b} và 2, {c} {");
    }
}
