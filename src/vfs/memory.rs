//! Files held in memory.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::{FileSystem, Listing, VfsError, names, normal};

/// A site's files held in memory: for tests, and for themes that are part of the program.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles {
    files: BTreeMap<Utf8PathBuf, Arc<[u8]>>,
}

impl MemoryFiles {
    /// No file yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds or replaces a file.
    pub fn insert(&mut self, path: impl Into<Utf8PathBuf>, bytes: impl AsRef<[u8]>) {
        self.files.insert(path.into(), Arc::from(bytes.as_ref()));
    }

    /// Adds or replaces a file, in one expression with others.
    #[must_use]
    pub fn with(mut self, path: impl Into<Utf8PathBuf>, bytes: impl AsRef<[u8]>) -> Self {
        self.insert(path, bytes);
        self
    }

    fn get(&self, path: &Utf8Path) -> Result<&Arc<[u8]>, VfsError> {
        let path = normal(path)?;
        self.files.get(&path).ok_or(VfsError::NotFound { path })
    }
}

impl FileSystem for MemoryFiles {
    fn open(&self, path: &Utf8Path) -> Result<Box<dyn Read + Send>, VfsError> {
        Ok(Box::new(Cursor::new(Arc::clone(self.get(path)?))))
    }

    fn len(&self, path: &Utf8Path) -> Result<u64, VfsError> {
        Ok(self.get(path)?.len() as u64)
    }

    fn exists(&self, path: &Utf8Path) -> bool {
        self.get(path).is_ok()
    }

    fn walk(&self, folder: &Utf8Path) -> Result<Listing, VfsError> {
        let folder = normal(folder)?;
        let visible = |path: &Utf8Path| {
            path.strip_prefix(&folder).is_ok_and(|rest| !rest.components().any(|part| names::is_ignored(part.as_str())))
        };
        let files = self.files.keys().filter(|path| visible(path)).cloned().collect();
        Ok(Listing { files, unreadable: Vec::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> MemoryFiles {
        MemoryFiles::new()
            .with("content/thu-tuc/danh-muc.xlsx", "PK")
            .with("content/thu-tuc/~$danh-muc.xlsx", "lock")
            .with("content/.git/config", "hidden")
            .with("content/_index.md", "home")
            .with("content-cu/a.md", "not below content")
    }

    #[test]
    fn walking_lists_sorted_files_below_the_folder_only() {
        let files = site().walk("content".into()).unwrap().files;
        assert_eq!(files, ["content/_index.md", "content/thu-tuc/danh-muc.xlsx"]);
    }

    #[test]
    fn paths_out_of_the_root_are_refused() {
        let error = site().read("content/../../etc/passwd".into()).unwrap_err();
        assert!(matches!(error, VfsError::Outside { .. }), "{error}");
        assert!(!site().exists("/content/_index.md".into()));
    }

    #[test]
    fn reading_gives_the_bytes_and_an_absent_file_names_its_path() {
        assert_eq!(site().read("./content/_index.md".into()).unwrap(), b"home");
        assert_eq!(site().len("content/_index.md".into()).unwrap(), 4);
        assert_eq!(site().read("x.md".into()).unwrap_err().path(), "x.md");
    }
}
