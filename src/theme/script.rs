//! Scripts that import each other, under names that hold their hashes; and the service worker, which knows them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::asset::{ThemeAsset, fingerprinted};
use super::squeeze::squeezed;

/// The service worker's place in a theme.
pub(super) const WORKER: &str = "js/sw.js";

/// Where the service worker wants the list of the files that it keeps.
const KEPT: &str = "const KEPT = [];";

/// The scripts with their imports rewritten to the names under which those are published, leaves first, and without
/// what only their readers need.
///
/// A name holds the hash of the finished script, so that a script changes its name when one that it imports does.
/// An import of a script that does not exist, or in a circle (whose hashes would depend on each other), stays as
/// typed.
pub(super) fn resolved<'a>(sources: &BTreeMap<&'a str, &'a [u8]>) -> Vec<(&'a str, Vec<u8>)> {
    let mut resolver = Resolver { sources, names: BTreeMap::new(), done: Vec::new(), open: Vec::new() };
    for name in sources.keys() {
        resolver.resolve(name);
    }
    resolver.done
}

struct Resolver<'s, 'a> {
    sources: &'s BTreeMap<&'a str, &'a [u8]>,
    /// Published names of the finished scripts.
    names: BTreeMap<&'a str, String>,
    done: Vec<(&'a str, Vec<u8>)>,
    /// Scripts being resolved, outermost first.
    open: Vec<&'a str>,
}

impl<'a> Resolver<'_, 'a> {
    fn resolve(&mut self, name: &str) {
        let Some((&name, &bytes)) = self.sources.get_key_value(name) else { return };
        if self.names.contains_key(name) || self.open.contains(&name) {
            return;
        }
        self.open.push(name);
        let bytes = match std::str::from_utf8(bytes) {
            Ok(source) => self.rewrite(&squeezed(source)).into_owned().into_bytes(),
            Err(_) => bytes.to_vec(),
        };
        self.open.pop();
        let path = fingerprinted(name.trim_end_matches(".js"), "js", bytes.clone()).path;
        self.names.insert(name, path.trim_start_matches("assets/").to_owned());
        self.done.push((name, bytes));
    }

    /// The source with its imports under their new names.
    fn rewrite<'t>(&mut self, source: &'t str) -> Cow<'t, str> {
        let mut rewritten = String::new();
        let mut copied = 0;
        for (start, imported) in imports(source) {
            self.resolve(imported);
            if let Some(published) = self.names.get(imported) {
                rewritten.push_str(&source[copied..start]);
                rewritten.push_str(published);
                copied = start + imported.len();
            }
        }
        if copied == 0 {
            return Cow::Borrowed(source);
        }
        rewritten.push_str(&source[copied..]);
        Cow::Owned(rewritten)
    }
}

/// Every `NAME.js` of `from "./NAME.js"`, `import "./NAME.js"` and `import("./NAME.js")`, with its place.
fn imports(source: &str) -> impl Iterator<Item = (usize, &str)> {
    source.match_indices("./").filter_map(|(at, mark)| {
        let quote = source[..at].chars().next_back().filter(|quote| matches!(quote, '"' | '\''))?;
        let before = source[..at - 1].trim_end();
        let calls = before.strip_suffix('(').is_some_and(|before| before.trim_end().ends_with("import"));
        let start = at + mark.len();
        let name = &source[start..start + source[start..].find(quote)?];
        (calls || before.ends_with("from") || before.ends_with("import")).then_some((start, name))
    })
}

/// The service worker with the files that it keeps from the first visit on. Their names hold hashes, so the worker
/// changes whenever one of them does, and browsers fetch it anew.
pub(super) fn worker(source: &[u8], assets: &[ThemeAsset]) -> Vec<u8> {
    let Ok(source) = std::str::from_utf8(source) else { return source.to_vec() };
    let mut paths: Vec<&str> = assets.iter().filter(|asset| asset.kept).map(|asset| asset.path.as_str()).collect();
    paths.sort_unstable();
    squeezed(&source.replacen(KEPT, &format!("const KEPT = {paths:?};"), 1)).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(sources: &[(&str, &str)]) -> BTreeMap<String, String> {
        let sources = sources.iter().map(|(name, source)| (*name, source.as_bytes())).collect();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the sources are text");
        resolved(&sources).into_iter().map(|(name, bytes)| (name.to_owned(), text(bytes))).collect()
    }

    fn name_of(name: &str, source: &str) -> String {
        fingerprinted(name, "js", source.as_bytes().to_vec()).path.replace("assets/", "")
    }

    #[test]
    fn imports_of_every_form_lead_to_the_published_names() {
        let leaf = name_of("leaf", "export default 1;");
        let found = published(&[
            ("leaf.js", "export default 1;"),
            (
                "a.js",
                "import one from \"./leaf.js\";\nimport './leaf.js';\nexport * from './leaf.js';\nimport( \"./leaf.js\" );",
            ),
        ]);
        let expected =
            format!("import one from\"./{leaf}\";import'./{leaf}';export*from'./{leaf}';import(\"./{leaf}\");");
        assert_eq!(found["a.js"], expected);
    }

    #[test]
    fn a_script_changes_its_name_when_one_that_it_imports_by_way_of_another_does() {
        let sources =
            |leaf: &'static str| [("a.js", "import \"./m.js\";"), ("m.js", "import \"./z.js\";"), ("z.js", leaf)];
        let name = |leaf: &'static str| name_of("a", &published(&sources(leaf))["a.js"]);
        assert_eq!(name("1"), name("1"));
        assert_ne!(name("1"), name("2"));
    }

    #[test]
    fn what_is_no_import_of_a_script_of_the_theme_stays_as_typed() {
        let source = "import\"./missing.js\";fetch(\"./b.js\");open('./');import \"./b.js";
        assert_eq!(published(&[("a.js", source), ("b.js", "")])["a.js"], source);
    }

    #[test]
    fn a_circle_ends() {
        let found = published(&[("a.js", "import \"./b.js\";"), ("b.js", "import \"./a.js\";")]);
        assert_eq!(found["b.js"], "import\"./a.js\";");
        assert!(found["a.js"].starts_with("import\"./b."));
    }

    #[test]
    fn the_worker_keeps_what_has_a_hash_in_its_name() {
        let plain = ThemeAsset { path: "favicon.svg".to_owned(), bytes: Vec::new(), kept: false };
        let style = fingerprinted("style", "css", Vec::new());
        let worker = worker(b"const KEPT = [];", &[plain, style.clone()]);
        assert_eq!(String::from_utf8(worker), Ok(format!("const KEPT=[\"{}\"];", style.path)));
    }
}
