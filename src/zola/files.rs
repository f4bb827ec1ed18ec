//! The site's files, as the pieces of this module see them.

/// Files below the site's root. Paths have `/` between their parts and never begin with one.
pub trait Files: Send + Sync {
    /// What a file holds; nothing where there is none, or where the path leaves the site.
    fn read(&self, path: &str) -> Option<Vec<u8>>;

    /// Paths of all files below a folder, at any depth, in order.
    fn list(&self, folder: &str) -> Vec<String>;
}
