//! Tells the service worker which publication it belongs to.

use crate::output::Artifact;

/// The service worker's place in the output.
const WORKER: &str = "sw.js";
/// Where it wants the name of the publication: in a theme's script, which is published without needless blanks, and
/// as it is written.
const EMPTY: [&str; 2] = ["const PUBLICATION=\"\";", "const PUBLICATION = \"\";"];
/// Length of the name, in hexadecimal digits.
const LENGTH: usize = 12;

/// Names the publication in its service worker: a hash of everything else in it. The worker then differs whenever
/// anything does, browsers take the new one in the place of the old, and what the old one kept is given up.
pub(super) fn stamp<'a>(files: &mut [Artifact], pages: impl Iterator<Item = &'a str>) {
    let mut hasher = blake3::Hasher::new();
    for key in pages {
        hasher.update(key.as_bytes());
    }
    for file in files.iter().filter(|file| file.path != WORKER) {
        hasher.update(file.path.as_bytes()).update(blake3::hash(&file.bytes).as_bytes());
    }
    let name = &hasher.finalize().to_hex()[..LENGTH];
    let Some(worker) = files.iter_mut().find(|file| file.path == WORKER) else { return };
    // A worker of the site's own may not ask for it.
    if let Ok(source) = std::str::from_utf8(&worker.bytes) {
        let named = format!("const PUBLICATION=\"{name}\";");
        let empty = EMPTY.into_iter().find(|empty| source.contains(empty));
        worker.bytes = empty.map_or_else(|| source.to_owned(), |empty| source.replacen(empty, &named, 1)).into_bytes();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worker(page: &str, style: &str) -> String {
        let source = format!("// first\n{}\n", EMPTY[style.len() % 2]);
        let mut files =
            [Artifact::new("a.css", style.as_bytes().to_vec()), Artifact::new(WORKER, source.as_bytes().to_vec())];
        stamp(&mut files, [page].into_iter());
        String::from_utf8_lossy(&files[1].bytes).into_owned()
    }

    #[test]
    fn the_worker_changes_with_any_page_and_any_file_and_only_then() {
        let one = worker("page 1", "a{}");
        assert!(one.starts_with("// first\nconst PUBLICATION=\"") && !one.contains("\"\""));
        assert!(!worker("page 1", "a{b}").contains("\"\""), "as it is written");
        assert_eq!(one, worker("page 1", "a{}"));
        assert_ne!(one, worker("page 2", "a{}"));
        assert_ne!(one, worker("page 1", "b{}"));
    }
}
