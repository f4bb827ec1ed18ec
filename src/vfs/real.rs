//! Files on disk.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::{DirEntry, WalkDir};

use super::{FileSystem, Listing, VfsError, names, normal};

/// Deepest folder that is looked into; a site is a handful of levels deep.
const MAX_DEPTH: usize = 64;

/// The files under one folder on disk.
#[derive(Clone, Debug)]
pub struct RealFiles {
    /// The folder, without symbolic links.
    root: Utf8PathBuf,
}

impl RealFiles {
    /// The files under `root`.
    ///
    /// # Errors
    /// When the folder does not exist or its full path is not UTF-8.
    pub fn new(root: &Utf8Path) -> Result<Self, VfsError> {
        let root = root.canonicalize_utf8().map_err(|source| VfsError::io(root, source))?;
        Ok(Self { root })
    }

    /// The folder, absolute.
    #[must_use]
    pub fn root(&self) -> &Utf8Path {
        &self.root
    }

    /// The place on disk, after every symbolic link; refuses what ends outside the root.
    fn resolve(&self, path: &Utf8Path) -> Result<std::path::PathBuf, VfsError> {
        let wanted = self.root.join(normal(path)?);
        let found = wanted.as_std_path().canonicalize().map_err(|source| VfsError::io(path, source))?;
        if self.holds(&found) { Ok(found) } else { Err(VfsError::Outside { path: path.to_owned() }) }
    }

    fn holds(&self, absolute: &Path) -> bool {
        absolute.starts_with(&self.root)
    }

    /// The file of one entry; nothing for folders and for links that lead out of the root.
    fn listed(&self, entry: &DirEntry) -> Option<Result<Utf8PathBuf, VfsError>> {
        if !entry.file_type().is_file() {
            return None;
        }
        if entry.path_is_symlink() && !entry.path().canonicalize().is_ok_and(|target| self.holds(&target)) {
            return None;
        }
        Some(self.relative(entry.path()))
    }

    fn relative(&self, absolute: &Path) -> Result<Utf8PathBuf, VfsError> {
        let below = absolute.strip_prefix(&self.root).unwrap_or(absolute);
        let not_utf8 = || VfsError::NotUtf8 { path: below.to_string_lossy().into_owned() };
        let path = Utf8Path::from_path(below).ok_or_else(not_utf8)?;
        // Paths are compared, sorted and shown with slashes on every system.
        Ok(if cfg!(windows) { path.as_str().replace('\\', "/").into() } else { path.to_owned() })
    }

    fn walk_error(&self, error: walkdir::Error) -> VfsError {
        let path = error.path().and_then(|path| self.relative(path).ok()).unwrap_or_default();
        VfsError::io(path, io::Error::from(error))
    }

    /// Whether the walk goes on into this entry: not into ignored names, nor through links out of the root.
    fn enters(&self, entry: &DirEntry) -> bool {
        let ignored = entry.file_name().to_str().is_some_and(names::is_ignored);
        let leaves = entry.path_is_symlink()
            && entry.file_type().is_dir()
            && !entry.path().canonicalize().is_ok_and(|target| self.holds(&target));
        entry.depth() == 0 || !(ignored || leaves)
    }
}

impl FileSystem for RealFiles {
    fn open(&self, path: &Utf8Path) -> Result<Box<dyn Read + Send>, VfsError> {
        let file = File::open(self.resolve(path)?).map_err(|source| VfsError::io(path, source))?;
        Ok(Box::new(file))
    }

    fn len(&self, path: &Utf8Path) -> Result<u64, VfsError> {
        let metadata = self.resolve(path)?.metadata().map_err(|source| VfsError::io(path, source))?;
        Ok(metadata.len())
    }

    fn exists(&self, path: &Utf8Path) -> bool {
        self.resolve(path).is_ok_and(|found| found.is_file())
    }

    fn walk(&self, folder: &Utf8Path) -> Result<Listing, VfsError> {
        let start = match self.resolve(folder) {
            Ok(start) => start,
            Err(VfsError::NotFound { .. }) => return Ok(Listing::default()),
            Err(error) => return Err(error),
        };
        let mut listing = Listing::default();
        let entries = WalkDir::new(start).follow_links(true).max_depth(MAX_DEPTH).sort_by_file_name();
        for entry in entries.into_iter().filter_entry(|entry| self.enters(entry)) {
            match entry.map_err(|error| self.walk_error(error)).map(|entry| self.listed(&entry)) {
                Ok(Some(Ok(file))) => listing.files.push(file),
                Ok(None) => {}
                Ok(Some(Err(error))) | Err(error) => listing.unreadable.push(error),
            }
        }
        listing.files.sort();
        Ok(listing)
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    use super::*;

    /// A site in a temporary folder, beside a secret that is not part of it.
    fn site() -> (tempfile::TempDir, RealFiles) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("site");
        fs::create_dir_all(root.join("content/thu-tuc")).unwrap();
        fs::write(folder.path().join("secret.txt"), "secret").unwrap();
        fs::write(root.join("content/thu-tuc/b.csv"), "b").unwrap();
        fs::write(root.join("content/a.md"), "a").unwrap();
        fs::write(root.join("content/~$b.xlsx"), "lock").unwrap();
        let files = RealFiles::new(Utf8Path::from_path(&root).unwrap()).unwrap();
        (folder, files)
    }

    #[test]
    fn files_are_listed_in_order_without_locks() {
        let (_folder, files) = site();
        assert_eq!(files.walk("content".into()).unwrap().files, ["content/a.md", "content/thu-tuc/b.csv"]);
        assert_eq!(files.read("content/a.md".into()).unwrap(), b"a");
        assert!(files.walk("static".into()).unwrap().files.is_empty());
    }

    #[test]
    fn links_out_of_the_root_are_neither_listed_nor_read() {
        let (folder, files) = site();
        symlink(folder.path().join("secret.txt"), folder.path().join("site/content/link.md")).unwrap();
        symlink(folder.path(), folder.path().join("site/content/up")).unwrap();
        let listing = files.walk("content".into()).unwrap();
        assert_eq!(listing.files, ["content/a.md", "content/thu-tuc/b.csv"]);
        assert!(matches!(files.read("content/link.md".into()), Err(VfsError::Outside { .. })));
        assert!(matches!(files.read("../secret.txt".into()), Err(VfsError::Outside { .. })));
    }

    #[test]
    fn links_inside_the_root_are_read_and_circles_are_reported() {
        let (folder, files) = site();
        let content = folder.path().join("site/content");
        symlink(content.join("a.md"), content.join("c.md")).unwrap();
        symlink(&content, content.join("circle")).unwrap();
        let listing = files.walk("content".into()).unwrap();
        assert_eq!(listing.files, ["content/a.md", "content/c.md", "content/thu-tuc/b.csv"]);
        assert_eq!(listing.unreadable.len(), 1);
    }

    #[test]
    fn a_name_that_is_not_utf8_is_reported_and_the_others_stay() {
        let (folder, files) = site();
        let odd = folder.path().join("site/content").join(OsStr::from_bytes(b"danh-m\xf4c.csv"));
        fs::write(odd, "x").unwrap();
        let listing = files.walk("content".into()).unwrap();
        assert_eq!(listing.files.len(), 2);
        assert!(matches!(&listing.unreadable[..], [VfsError::NotUtf8 { .. }]), "{:?}", listing.unreadable);
    }
}
