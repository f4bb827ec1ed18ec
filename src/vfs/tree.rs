//! The listing of a site's inputs.

use std::fmt;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::{FileSystem, VfsError};

/// The folders of a site that hold inputs, as in Zola.
const INPUT_FOLDERS: [&str; 5] = ["content", "sass", "static", "templates", "themes"];

/// The site's configuration.
const CONFIG: &str = "config.toml";

/// Every input of a site, listed once at the start of a build, and the file system to read it from.
#[derive(Clone)]
pub struct ProjectTree {
    files: Vec<Utf8PathBuf>,
    system: Arc<dyn FileSystem>,
}

impl ProjectTree {
    /// Lists `config.toml` and what stands below `content`, `sass`, `static`, `templates` and `themes`. The second
    /// value names the entries that had to be passed over, such as file names that are not UTF-8.
    ///
    /// # Errors
    /// When a folder of the site leads out of its root.
    pub fn scan(system: Arc<dyn FileSystem>) -> Result<(Self, Vec<VfsError>), VfsError> {
        let mut files = Vec::new();
        let mut unreadable = Vec::new();
        if system.exists(Utf8Path::new(CONFIG)) {
            files.push(Utf8PathBuf::from(CONFIG));
        }
        for folder in INPUT_FOLDERS {
            let listing = system.walk(Utf8Path::new(folder))?;
            files.extend(listing.files);
            unreadable.extend(listing.unreadable);
        }
        files.sort();
        Ok((Self { files, system }, unreadable))
    }

    /// The file system to read from.
    #[must_use]
    pub fn system(&self) -> &dyn FileSystem {
        &*self.system
    }

    /// Every file, sorted by path.
    #[must_use]
    pub fn files(&self) -> &[Utf8PathBuf] {
        &self.files
    }

    /// The files below a folder at any depth, sorted by path.
    #[must_use]
    pub fn below(&self, folder: &Utf8Path) -> &[Utf8PathBuf] {
        let start = self.files.partition_point(|file| file.as_path() < folder);
        let rest = &self.files[start..];
        &rest[..rest.partition_point(|file| file.starts_with(folder))]
    }

    /// Whether the tree lists this file.
    #[must_use]
    pub fn contains(&self, path: &Utf8Path) -> bool {
        self.files.binary_search_by(|file| file.as_path().cmp(path)).is_ok()
    }
}

impl fmt::Debug for ProjectTree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProjectTree").field("files", &self.files).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::super::MemoryFiles;
    use super::*;

    fn tree() -> ProjectTree {
        let files = MemoryFiles::new()
            .with("config.toml", "")
            .with("content/thu-tuc/so.csv", "")
            .with("content/thu-tuc-2/so.csv", "")
            .with("content/_index.md", "")
            .with("public/index.html", "")
            .with("themes/congkhai/theme.toml", "");
        ProjectTree::scan(Arc::new(files)).unwrap().0
    }

    #[test]
    fn only_inputs_are_listed_in_order() {
        let expected = [
            "config.toml",
            "content/_index.md",
            "content/thu-tuc/so.csv",
            "content/thu-tuc-2/so.csv",
            "themes/congkhai/theme.toml",
        ];
        assert_eq!(tree().files(), expected);
    }

    #[test]
    fn a_folder_does_not_hold_files_of_its_longer_named_neighbour() {
        assert_eq!(tree().below("content/thu-tuc".into()), ["content/thu-tuc/so.csv"]);
        assert_eq!(tree().below("content".into()).len(), 3);
        assert!(tree().below("static".into()).is_empty());
    }

    #[test]
    fn membership_is_exact() {
        assert!(tree().contains("content/_index.md".into()));
        assert!(!tree().contains("content".into()));
    }
}
