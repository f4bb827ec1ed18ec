//! Records that are found by their code while no file tells the codes.
//!
//! A file is named by the first digits of the hash of a code, and holds the rest of the hash with the state of the
//! record. Who knows a code finds its record; who reads all files learns how many records are in each state. Codes
//! with a plain structure can be guessed one by one, as they can at the counter: the state and nothing else is told.

use std::collections::BTreeMap;

/// How many digits of a hash stand in a file; enough that no two codes of a country meet.
const KEY_DIGITS: usize = 24;

/// The files of a lookup: name and content. Every name gets a file, so that a missing one tells nothing.
pub fn lookup_files<'r>(
    names: impl Iterator<Item = String>,
    digits: usize,
    records: impl Iterator<Item = (&'r str, &'r str)>,
) -> Vec<(String, String)> {
    let mut files: BTreeMap<String, BTreeMap<String, &str>> = names.map(|name| (name, BTreeMap::new())).collect();
    for (code, state) in records {
        let hash = hash(code);
        let (name, rest) = hash.split_at(digits.min(hash.len()));
        if let Some(file) = files.get_mut(name) {
            file.insert(rest.chars().take(KEY_DIGITS).collect(), state);
        }
    }
    files.into_iter().map(|(name, states)| (name, serde_json::to_string(&states).unwrap_or_default())).collect()
}

/// The hash of a code, in hexadecimal digits; blanks and case mean nothing.
fn hash(code: &str) -> String {
    let plain: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    blake3::hash(plain.to_uppercase().as_bytes()).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::{hash, lookup_files};

    #[test]
    fn a_code_is_found_and_never_told() {
        let names = (0..16).map(|number| format!("{number:x}"));
        let records = [("000.00.12.H34-260101-0001", "done"), ("000.00.12.H34-260101-0002", "processing")];
        let files = lookup_files(names, 1, records.into_iter());
        assert_eq!(files.len(), 16);
        assert!(files.iter().all(|(_, text)| !text.contains("H34") && !text.contains("2601")));
        let hash = hash(" 000.00.12.h34-260101-0001");
        let (name, rest) = hash.split_at(1);
        let (_, text) = files.iter().find(|(own, _)| own == name).expect("every name has a file");
        assert!(text.contains(&format!("\"{}\":\"done\"", &rest[..24])), "{text}");
    }

    #[test]
    fn files_without_records_are_there() {
        let files = lookup_files(["0".to_owned()].into_iter(), 1, std::iter::empty());
        assert_eq!(files, [("0".to_owned(), "{}".to_owned())]);
    }
}
