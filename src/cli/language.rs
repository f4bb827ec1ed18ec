//! The language of messages.

use crate::diag::Lang;

/// The language asked for, else that of the environment, else Vietnamese.
pub(super) fn choose(asked: Option<&str>) -> Lang {
    let environment = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    };
    match asked {
        Some(tag) => Lang::from_tag(tag).unwrap_or_default(),
        None => environment().and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default(),
    }
}

/// Chooses the words of a language.
pub(super) fn say<'a>(lang: Lang, vi: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}
