//! The finished files: staged beside the old publication, swapped in at once, remembered by hash.
//!
//! Comes in: [`Artifact`]s, from any thread. Goes out: a [`Publication`]. The only module that writes. A build
//! killed at any moment leaves the old publication whole, because until [`Staging::publish`] nothing in it is
//! touched and the exchange of the two folders is one system call.

#![allow(clippy::disallowed_methods, reason = "this module is the door to disk for writing")]

mod folder;
mod manifest;
mod staging;
mod swap;

use camino::Utf8PathBuf;

pub use folder::{published_file, write_new};
pub use manifest::{Anchor, Entry, Manifest};
pub use staging::{Publication, Reused, Staging};

/// One finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Path below the output folder.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Key of what it was made of, where it can be recognised as unchanged before it is made.
    pub key: Option<String>,
    /// For a page: its links to places on other pages.
    pub anchors: Vec<Anchor>,
}

impl Artifact {
    /// A file without a content key.
    #[must_use]
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into(), key: None, anchors: Vec::new() }
    }
}

/// What can go wrong with the output folder.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The operating system refused.
    #[error("{action} {path}: {source}")]
    Io {
        /// What was attempted.
        action: &'static str,
        /// On which path.
        path: Utf8PathBuf,
        /// The operating system's answer.
        source: std::io::Error,
    },
    /// Another build is writing to the same folder.
    #[error("another build is writing to {0}")]
    Busy(Utf8PathBuf),
    /// The folder holds files that no build made; they would be lost.
    #[error("{0} is not empty and was not made by congkhai; choose another folder or use --force")]
    Foreign(Utf8PathBuf),
    /// The folder is a Git repository; replacing it would lose the history.
    #[error("{0} is a Git repository; build into a folder inside it instead")]
    Repository(Utf8PathBuf),
    /// A path that would leave the output folder.
    #[error("the path {0} leaves the output folder")]
    Escapes(String),
}

/// Names the action and the path of a failed call.
trait Context<T> {
    fn context(self, action: &'static str, path: impl Into<Utf8PathBuf>) -> Result<T, OutputError>;
}

impl<T> Context<T> for std::io::Result<T> {
    fn context(self, action: &'static str, path: impl Into<Utf8PathBuf>) -> Result<T, OutputError> {
        self.map_err(|source| OutputError::Io { action, path: path.into(), source })
    }
}
