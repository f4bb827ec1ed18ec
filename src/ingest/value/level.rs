//! Levels of government and of online service.

use super::part::is_absent;
use crate::diag::ValueProblem;
use crate::ingest::record::Entry;
use crate::ingest::report::Report;
use crate::ingest::words::{normal, words};
use crate::model::{Level, OnlineLevel};

/// The levels of a cell, each once; unknown words are kept and reported.
pub(in crate::ingest) fn levels(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Vec<Level> {
    let mut found = Vec::new();
    for item in entry.map(Entry::into_items).unwrap_or_default() {
        let Some((text, spot)) = item.into_text(report) else { continue };
        for words in split_levels(&text) {
            let level = level(words);
            if let Level::Other(words) = &level {
                report.add(&spot, ValueProblem::UnknownLevel, words);
            }
            if !found.contains(&level) {
                found.push(level);
            }
        }
    }
    found
}

/// The whole text where it is one known level, otherwise its pieces.
fn split_levels(text: &str) -> Vec<&str> {
    if is_absent(text) {
        return Vec::new();
    }
    if known(text).is_some() {
        return vec![text];
    }
    text.split([',', ';', '\n', '+']).map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

fn level(words: &str) -> Level {
    known(words).unwrap_or_else(|| Level::Other(words.to_owned()))
}

fn known(level: &str) -> Option<Level> {
    match words().levels.get(&normal(level))?.as_str() {
        "central" => Some(Level::Central),
        "province" => Some(Level::Province),
        "district" => Some(Level::District),
        "commune" => Some(Level::Commune),
        _ => None,
    }
}

/// The level of online service; a number is a level of the scheme of NĐ 43/2011 and never translated.
pub(in crate::ingest) fn online_level(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Option<OnlineLevel> {
    let (text, spot) = entry?.into_text(report)?;
    if is_absent(&text) {
        return None;
    }
    let folded = normal(&text);
    let level = match words().online_levels.get(&folded).map(String::as_str) {
        Some("full") => OnlineLevel::FullProcess,
        Some("partial") => OnlineLevel::PartialProcess,
        Some("information") => OnlineLevel::InformationOnly,
        _ => historic(&folded).unwrap_or_else(|| OnlineLevel::Other(text.trim().to_owned())),
    };
    if let OnlineLevel::Other(words) = &level {
        report.add(&spot, ValueProblem::UnknownOnlineLevel, words);
    }
    Some(level)
}

/// `3`, `Mức 3`, `Mức độ 3`.
fn historic(folded: &str) -> Option<OnlineLevel> {
    let number = ["muc do ", "muc ", ""].iter().find_map(|before| folded.strip_prefix(before))?;
    match number.trim_start_matches('0') {
        "1" => Some(OnlineLevel::Historic(1)),
        "2" => Some(OnlineLevel::Historic(2)),
        "3" => Some(OnlineLevel::Historic(3)),
        "4" => Some(OnlineLevel::Historic(4)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{historic, level, split_levels};
    use crate::model::{Level, OnlineLevel};

    #[test]
    fn levels_are_known_by_their_words() {
        assert_eq!(level("Cấp Bộ/Trung ương"), Level::Central);
        assert_eq!(level("cấp xã"), Level::Commune);
        assert_eq!(level("Cơ quan khác"), Level::Other("Cơ quan khác".to_owned()));
        assert_eq!(split_levels("Cấp tỉnh, Cấp xã"), ["Cấp tỉnh", "Cấp xã"]);
        assert_eq!(split_levels("Bộ, trung ương"), ["Bộ, trung ương"]);
    }

    #[test]
    fn old_levels_of_online_service_keep_their_number() {
        assert_eq!(historic("muc do 4"), Some(OnlineLevel::Historic(4)));
        assert_eq!(historic("muc do 5"), None);
    }
}
