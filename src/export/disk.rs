//! Files as scripts, for pages that are opened from a folder: browsers load scripts there, and read no other files.
//!
//! | script | holds | read |
//! | --- | --- | --- |
//! | `disk.js` | the first files, and which other script holds which of the others | when a file is first asked for |
//! | `disk.<hash>.js` | further files | when one of them is asked for |
//!
//! They lie in the folder of the files and call the function `congkhai` of the theme's `disk/whole.js` with names
//! relative to themselves and bytes in base64. Only `disk.js` has a stable name; the others have those of their
//! contents, so that what two publications left in one folder never mixes.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Bytes that a script should have at most.
const SIZE: usize = 4 << 20;
/// Files that a script stands for at least, on average; so the scripts add 5 % to them at most, and always one.
const FILES_PER_SCRIPT: usize = 20;

/// Most scripts for so many files.
#[must_use]
pub fn most_scripts(files: usize) -> usize {
    (files / FILES_PER_SCRIPT).max(1)
}

/// The scripts for files that lie in a folder or below it, each by its path below the site's root, in the order in
/// which they are asked for. `folder` ends with a slash. The same files give the same bytes.
#[must_use]
pub fn disk_scripts(folder: &str, files: &[(String, Vec<u8>)]) -> Vec<(String, Vec<u8>)> {
    let mut parts = parts(folder, files).into_iter();
    let first = parts.next().unwrap_or_default();
    let mut holders: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut scripts = Vec::new();
    for part in parts {
        let text = format!("congkhai({})\n", json(&part));
        let name = format!("disk.{}.js", &blake3::hash(text.as_bytes()).to_hex()[..10]);
        scripts.push((format!("{folder}{name}"), text.into_bytes()));
        holders.insert(name, part.into_keys().collect());
    }
    let text = format!("congkhai({},{})\n", json(&first), json(&holders));
    scripts.insert(0, (format!("{folder}disk.js"), text.into_bytes()));
    scripts
}

/// Names and bytes of the files, cut where a script is full.
fn parts<'f>(folder: &str, files: &'f [(String, Vec<u8>)]) -> Vec<BTreeMap<&'f str, String>> {
    let lengths = || files.iter().map(|(_, bytes)| bytes.len().div_ceil(3) * 4);
    // What a script lacks to be full is less than the longest file, so that there are never more scripts than wanted.
    let fair = lengths().sum::<usize>() / most_scripts(files.len()) + lengths().max().unwrap_or(0);
    let limit = fair.max(SIZE);
    let (mut parts, mut room) = (vec![BTreeMap::new()], limit);
    for ((path, bytes), length) in files.iter().zip(lengths()) {
        if length > room && parts.last().is_some_and(|part| !part.is_empty()) {
            parts.push(BTreeMap::new());
            room = limit;
        }
        room = room.saturating_sub(length);
        let name = path.strip_prefix(folder).unwrap_or(path);
        if let Some(part) = parts.last_mut() {
            part.insert(name, STANDARD.encode(bytes));
        }
    }
    parts
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("maps of texts can always be written")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, length: usize) -> (String, Vec<u8>) {
        (format!("tim-kiem/{name}"), name.bytes().cycle().take(length).collect())
    }

    fn text(script: &(String, Vec<u8>)) -> &str {
        std::str::from_utf8(&script.1).expect("scripts are text")
    }

    #[test]
    fn few_small_files_stand_in_one_script_under_the_stable_name() {
        let scripts = disk_scripts("tim-kiem/", &[file("start.bin", 3), file("0a/a.bin", 1)]);
        assert_eq!(scripts.len(), 1);
        assert_eq!(scripts[0].0, "tim-kiem/disk.js");
        assert_eq!(text(&scripts[0]), "congkhai({\"0a/a.bin\":\"MA==\",\"start.bin\":\"c3Rh\"},{})\n");
        assert_eq!(text(&disk_scripts("a/", &[])[0]), "congkhai({},{})\n");
    }

    #[test]
    fn many_bytes_are_cut_in_their_order_and_every_file_is_held_once() {
        let files: Vec<_> = (0..60).map(|at| file(&format!("{at:02}.bin"), 200_000)).collect();
        let scripts = disk_scripts("tim-kiem/", &files);
        assert!((2..=most_scripts(files.len())).contains(&scripts.len()), "{}", scripts.len());
        let (first, rest) = scripts.split_first().expect("there is a script");
        assert!(text(first).starts_with("congkhai({\"00.bin\""));
        for (path, _) in &files {
            let name = path.trim_start_matches("tim-kiem/");
            let held = scripts.iter().filter(|script| text(script).contains(&format!("\"{name}\":"))).count();
            let told = text(first).matches(&format!("\"{name}\"")).count();
            assert_eq!((held, told), (1, 1), "{name}");
        }
        for (path, bytes) in rest {
            let name = path.trim_start_matches("tim-kiem/");
            assert!(text(first).contains(name) && name.len() == "disk.0123456789.js".len(), "{name}");
            assert_eq!(path[14..24], blake3::hash(bytes).to_hex()[..10]);
        }
    }

    #[test]
    fn there_are_never_more_scripts_than_one_for_twenty_files() {
        for (count, length) in [(7, 1 << 20), (45, 700_000), (60, 500_000)] {
            let files: Vec<_> = (0..count).map(|at| file(&at.to_string(), length)).collect();
            assert!(disk_scripts("tim-kiem/", &files).len() <= most_scripts(count), "{count}");
        }
    }

    #[test]
    fn scripts_change_their_names_with_their_contents_and_only_then() {
        let names = |last: usize| {
            let mut files: Vec<_> = (0..59).map(|at| file(&format!("{at:02}.bin"), 200_000)).collect();
            files.push(file("99.bin", last));
            disk_scripts("tim-kiem/", &files).into_iter().map(|(path, _)| path).collect::<Vec<_>>()
        };
        assert_eq!(names(9), names(9));
        assert_ne!(names(9), names(10));
        assert_eq!(names(9)[..names(9).len() - 1], names(10)[..names(10).len() - 1]);
    }
}
