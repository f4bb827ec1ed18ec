//! Where a template's `path=` leads.

use std::sync::Arc;

use super::Files;

/// Finds files as Zola's functions do: at the root, then in `static/`, `content/`, the finished site's folder and the
/// theme's `static/`.
#[derive(Clone)]
pub struct Lookup {
    files: Arc<dyn Files>,
    folders: Vec<String>,
}

impl Lookup {
    /// `output` is the folder of the finished site where that lies within the site.
    #[must_use]
    pub fn new(files: Arc<dyn Files>, output: Option<&str>, theme: Option<&str>) -> Self {
        let mut folders = vec![String::new(), "static/".to_owned(), "content/".to_owned()];
        folders.extend(output.map(|folder| format!("{}/", folder.trim_matches('/'))));
        folders.extend(theme.map(|name| format!("themes/{name}/static/")));
        Self { files, folders }
    }

    /// The first file that a path leads to, with its path from the root. A path that leaves the site leads nowhere.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<(String, Vec<u8>)> {
        let path = path.strip_prefix("@/").map_or_else(|| path.to_owned(), |below| format!("content/{below}"));
        let path = within(path.trim_start_matches('/'))?;
        self.folders.iter().find_map(|folder| {
            let candidate = format!("{folder}{path}");
            let bytes = self.files.read(&candidate)?;
            Some((candidate, bytes))
        })
    }

    /// As [`Self::find`], with words for the author of the template where there is no such file.
    ///
    /// # Errors
    /// When the path leads nowhere.
    pub fn require(&self, path: &str) -> Result<(String, Vec<u8>), String> {
        self.find(path).ok_or_else(|| format!("no file `{path}` (looked in the site's folder, static/, content/)"))
    }
}

/// The path without `.` and `..`; nothing where it leaves the site.
fn within(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Files in memory.
    pub(crate) struct Memory(BTreeMap<String, Vec<u8>>);

    impl Memory {
        pub(crate) fn new<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Self {
            Self(files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.as_ref().to_vec())).collect())
        }

        pub(crate) fn lookup<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Lookup {
            Lookup::new(Arc::new(Self::new(files)), Some("public"), Some("t"))
        }
    }

    impl Files for Memory {
        fn read(&self, path: &str) -> Option<Vec<u8>> {
            self.0.get(path).cloned()
        }

        fn list(&self, folder: &str) -> Vec<String> {
            self.0.keys().filter(|path| path.starts_with(&format!("{folder}/"))).cloned().collect()
        }
    }

    #[test]
    fn folders_are_searched_in_order() {
        let files = ["a", "static/a", "static/b", "content/b", "content/c", "public/d", "themes/t/static/e"];
        let lookup = Memory::lookup(&files.map(|path| (path, path)));
        let found = |path: &str| lookup.find(path).map(|(path, _)| path);
        for (asked, path) in [
            ("a", "a"),
            ("/b", "static/b"),
            ("@/b", "content/b"),
            ("c", "content/c"),
            ("x/../d", "public/d"),
            ("e", "themes/t/static/e"),
        ] {
            assert_eq!(found(asked).as_deref(), Some(path));
        }
        for nowhere in ["", "../a", "x/../../a", "f", "/"] {
            assert_eq!(found(nowhere), None, "{nowhere}");
        }
        assert!(lookup.require("f").is_err_and(|told| told.contains("`f`")));
    }
}
