//! The layer table in the crate's documentation holds: every module stands in it, imports only from lower layers,
//! and makes no circle within its own. Files and functions stay short.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "tests and benchmarks work on real files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Longest source file, in lines.
const FILE_LIMIT: usize = 500;
/// Longest function, in lines; tables of words are long and simple.
const FUNCTION_LIMIT: usize = 60;

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every Rust file below `src/`, with the module it belongs to.
fn files() -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![source_folder()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the source folder is readable") {
            let path = entry.expect("the entry is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let relative = path.strip_prefix(source_folder()).expect("the file lies below src").to_owned();
                let first = relative.iter().next().and_then(|part| part.to_str()).expect("names are UTF-8");
                found.push((first.trim_end_matches(".rs").to_owned(), path));
            }
        }
    }
    found.sort();
    found
}

/// Module → layer, as the table in `lib.rs` says.
fn layers() -> BTreeMap<String, u32> {
    let table = read(&source_folder().join("lib.rs"));
    let rows = table.lines().filter_map(|line| line.strip_prefix("//! | "));
    rows.filter_map(|row| {
        let mut cells = row.split('|').map(str::trim);
        let layer = cells.next()?.parse().ok()?;
        let name = cells.next()?.trim_matches(['[', ']', '`']).trim_start_matches("mod@");
        Some((name.to_owned(), layer))
    })
    .collect()
}

/// Modules named by `crate::…` paths of a file; words in comments do not count.
fn imports(text: &str) -> BTreeSet<String> {
    let code = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for part in code.split("crate::").skip(1) {
        match part.strip_prefix('{') {
            Some(group) => {
                let group = group.split("};").next().unwrap_or_default();
                names.extend(group.split(',').map(|item| leading_name(item.trim())));
            }
            None => {
                names.insert(leading_name(part));
            }
        }
    }
    names
}

fn leading_name(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect()
}

/// Module → modules that it imports.
fn graph() -> BTreeMap<String, BTreeSet<String>> {
    let layers = layers();
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, path) in files() {
        let used = imports(&read(&path)).into_iter().filter(|name| *name != module && layers.contains_key(name));
        graph.entry(module.clone()).or_default().extend(used);
    }
    graph
}

#[test]
fn every_module_stands_in_the_layer_table() {
    let layers = layers();
    let modules: BTreeSet<String> = files()
        .into_iter()
        .map(|(module, _)| module)
        .filter(|module| !["lib", "main"].contains(&module.as_str()))
        .collect();
    let listed: BTreeSet<String> = layers.keys().cloned().collect();
    assert_eq!(modules, listed);
}

#[test]
fn modules_import_only_from_lower_layers() {
    let layers = layers();
    let mut wrong = Vec::new();
    for (module, used) in graph() {
        let Some(layer) = layers.get(&module) else { continue };
        wrong.extend(used.iter().filter(|name| layers[*name] > *layer).map(|name| format!("{module} imports {name}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_layer_has_a_circle() {
    let layers = layers();
    let graph = graph();
    for start in layers.keys() {
        let mut reached = BTreeSet::new();
        let mut waiting: Vec<&String> =
            graph.get(start).into_iter().flatten().filter(|name| layers[*name] == layers[start]).collect();
        while let Some(module) = waiting.pop() {
            assert_ne!(module, start, "{start} imports itself by way of {reached:?}");
            if reached.insert(module) {
                waiting.extend(graph.get(module).into_iter().flatten().filter(|name| layers[*name] == layers[start]));
            }
        }
    }
}

#[test]
fn only_the_doors_touch_the_disk() {
    let doors = ["vfs", "output", "cli"];
    let outside = files().into_iter().filter(|(module, path)| {
        let code = read(path);
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        !doors.contains(&module.as_str()) && (code.contains("std::fs") || code.contains("fs::File"))
    });
    let outside: Vec<_> = outside.map(|(_, path)| path).collect();
    assert!(outside.is_empty(), "{outside:#?}");
}

#[test]
fn only_one_door_leads_to_the_network() {
    let outside = files().into_iter().filter(|(module, path)| {
        let code = read(path);
        module != "fetch" && ["ureq", "TcpStream", "UdpSocket"].iter().any(|word| code.contains(word))
    });
    let outside: Vec<_> = outside.map(|(_, path)| path).collect();
    assert!(outside.is_empty(), "{outside:#?}");
}

#[test]
fn files_stay_short() {
    let long: Vec<_> = files()
        .into_iter()
        .map(|(_, path)| (read(&path).lines().count(), path))
        .filter(|(lines, _)| *lines > FILE_LIMIT)
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn functions_stay_short() {
    let mut long = Vec::new();
    for (_, path) in files() {
        let text = read(&path);
        let lines: Vec<&str> = text.lines().collect();
        for (start, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let is_function = line
                .trim_start()
                .trim_start_matches("pub ")
                .trim_start_matches("pub(crate) ")
                .trim_start_matches("pub(super) ")
                .trim_start_matches("const ")
                .trim_start_matches("async ")
                .starts_with("fn ");
            if !is_function || line.trim_end().ends_with(';') || line.trim_end().ends_with('}') {
                continue;
            }
            let closing = format!("{}}}", " ".repeat(indent));
            let length = lines[start..].iter().position(|line| *line == closing).unwrap_or(0);
            let is_row = |line: &&&str| line.contains("=>") || line.trim_start().starts_with('|');
            let is_table = lines[start..start + length].iter().filter(is_row).count() * 7 > length;
            if length > FUNCTION_LIMIT && !is_table {
                long.push(format!("{}:{} {length} lines", path.display(), start + 1));
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}
