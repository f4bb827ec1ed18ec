//! Names → parts of addresses, by the site's choice.

use serde_json::{Map, Value};

use crate::zola::value::{flag, text};

/// What becomes of a name in an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::zola) enum Mode {
    /// ASCII letters, digits and hyphens.
    #[default]
    On,
    /// Everything but what file systems refuse.
    Safe,
    /// As it is.
    Off,
}

/// The site's choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::zola) struct Slugify {
    /// For pages and sections.
    pub(in crate::zola) paths: Mode,
    /// For terms of taxonomies.
    pub(in crate::zola) taxonomies: Mode,
    /// For headings.
    pub(in crate::zola) anchors: Mode,
    /// Whether the date in a file's name stays in its address.
    pub(in crate::zola) keeps_dates: bool,
}

impl Slugify {
    /// Reads `[slugify]`.
    pub(in crate::zola) fn of(map: &Map<String, Value>) -> Self {
        let mode = |key: &str| match (text(map, key).as_deref(), flag(map, key)) {
            (Some("safe"), _) => Mode::Safe,
            (Some("off"), _) | (_, Some(false)) => Mode::Off,
            _ => Mode::On,
        };
        Self {
            paths: mode("paths"),
            taxonomies: mode("taxonomies"),
            anchors: mode("anchors"),
            keeps_dates: flag(map, "paths_keep_dates").unwrap_or(false),
        }
    }
}

impl Mode {
    /// A part of a path.
    pub(in crate::zola) fn path(self, name: &str) -> String {
        match self {
            Self::On => slug::slugify(name),
            Self::Safe => without_refused(name),
            Self::Off => name.to_owned(),
        }
    }
}

/// Leaves out what some file system or address bar refuses; blanks become low lines.
fn without_refused(name: &str) -> String {
    const REFUSED: &[char] = &['<', '>', ':', '/', '|', '?', '*', '#', '\\', '(', ')', '[', ']', '\n', '"', '\r', '\t'];
    let trimmed = name.trim().trim_end_matches([' ', '.']);
    let kept = trimmed.chars().filter(|letter| !REFUSED.contains(letter));
    kept.map(|letter| if letter.is_whitespace() { '_' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_choice_makes_its_own_address() {
        assert_eq!(Mode::On.path("Lịch tiếp công dân (tháng 11)"), "lich-tiep-cong-dan-thang-11");
        assert_eq!(Mode::Safe.path(" Lịch tiếp/dân? . "), "Lịch_tiếpdân");
        assert_eq!(Mode::Off.path("Lịch tiếp"), "Lịch tiếp");
    }

    #[test]
    fn choices_are_read_and_old_ones_too() {
        let map = |json: Value| json.as_object().cloned().unwrap_or_default();
        let slugify =
            Slugify::of(&map(serde_json::json!({"paths": "safe", "anchors": false, "paths_keep_dates": true})));
        let expected = Slugify { paths: Mode::Safe, taxonomies: Mode::On, anchors: Mode::Off, keeps_dates: true };
        assert_eq!(slugify, expected);
    }
}
