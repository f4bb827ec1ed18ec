//! The only door to disk for reading.
//!
//! Comes in: a path relative to the site's root. Goes out: bytes, or listings in a fixed order. Refuses to know:
//! what the bytes mean. Every stage reads through [`FileSystem`], so each can be tested without a disk
//! ([`MemoryFiles`]), and no stage can leave the site's root: neither by `..`, nor by an absolute path, nor by a
//! symbolic link.
#![allow(clippy::disallowed_methods)] // this module is where reading from disk is allowed

mod memory;
mod names;
mod real;
mod tree;

use std::io::{self, Read};

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

pub use memory::MemoryFiles;
pub use real::RealFiles;
pub use tree::ProjectTree;

/// Files under one root. Every path is relative to it, with `/` between its parts.
pub trait FileSystem: Send + Sync {
    /// Opens a file for reading from its beginning.
    ///
    /// # Errors
    /// When the path leaves the root, or the file is absent or cannot be opened.
    fn open(&self, path: &Utf8Path) -> Result<Box<dyn Read + Send>, VfsError>;

    /// The size of a file in bytes.
    ///
    /// # Errors
    /// When the path leaves the root, or the file is absent.
    fn len(&self, path: &Utf8Path) -> Result<u64, VfsError>;

    /// Whether a file stands there (not a folder, and not outside the root).
    fn exists(&self, path: &Utf8Path) -> bool;

    /// Every file below a folder, sorted by path; an absent folder has none. Hidden files and what editors and
    /// office programs leave beside a file are not listed.
    ///
    /// # Errors
    /// When the folder leaves the root. What is wrong with single entries stands in [`Listing::unreadable`].
    fn walk(&self, folder: &Utf8Path) -> Result<Listing, VfsError>;

    /// The whole content of a file.
    ///
    /// # Errors
    /// As [`FileSystem::open`], and when reading fails on the way.
    fn read(&self, path: &Utf8Path) -> Result<Vec<u8>, VfsError> {
        let mut bytes = Vec::new();
        self.open(path)?.read_to_end(&mut bytes).map_err(|source| VfsError::io(path, source))?;
        Ok(bytes)
    }
}

/// What stands below a folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files, sorted by path.
    pub files: Vec<Utf8PathBuf>,
    /// Entries that had to be passed over, in the order they were met.
    pub unreadable: Vec<VfsError>,
}

/// Why something could not be read. Always names the path.
#[derive(Debug, thiserror::Error)]
pub enum VfsError {
    /// There is no such file.
    #[error("{path}: there is no such file")]
    NotFound {
        /// The path, relative to the root.
        path: Utf8PathBuf,
    },
    /// The path leads out of the root.
    #[error("{path}: this path leads out of the site's folder")]
    Outside {
        /// The path as given.
        path: Utf8PathBuf,
    },
    /// A file name that is not UTF-8, so that no address can be made from it.
    #[error("{path}: this file name is not valid UTF-8; rename the file")]
    NotUtf8 {
        /// The path with replacement marks.
        path: String,
    },
    /// The operating system refused.
    #[error("{path}: {source}")]
    Io {
        /// The path, relative to the root.
        path: Utf8PathBuf,
        /// What it said.
        source: io::Error,
    },
}

impl VfsError {
    /// An error of the operating system at a path; an absent file becomes [`VfsError::NotFound`].
    #[must_use]
    pub fn io(path: impl Into<Utf8PathBuf>, source: io::Error) -> Self {
        let path = path.into();
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { path },
            _ => Self::Io { path, source },
        }
    }

    /// The path in question.
    #[must_use]
    pub fn path(&self) -> &Utf8Path {
        match self {
            Self::NotFound { path } | Self::Outside { path } | Self::Io { path, .. } => path,
            Self::NotUtf8 { path } => Utf8Path::new(path),
        }
    }
}

/// The path without `.` parts; refuses what is absolute or climbs with `..`.
fn normal(path: &Utf8Path) -> Result<Utf8PathBuf, VfsError> {
    path.components()
        .filter(|part| *part != Utf8Component::CurDir)
        .map(|part| match part {
            Utf8Component::Normal(name) => Ok(name),
            _ => Err(VfsError::Outside { path: path.to_owned() }),
        })
        .collect()
}
