//! `manifest.json`: every published file with its hash.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Artifact;

/// What was published. Written as `manifest.json`, which does not list itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Program and version that made it.
    pub generator: String,
    /// Fingerprint of all addresses that the links of its pages were checked against.
    #[serde(default)]
    pub addresses: String,
    /// Files by path below the output folder.
    pub files: BTreeMap<String, Entry>,
}

/// One published file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// BLAKE3 of its bytes, in hexadecimal.
    pub hash: String,
    /// Its size in bytes.
    pub size: u64,
    /// Key of what it was made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// For a page: its links to places on other pages, which may go while the page stays as it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<Anchor>,
}

/// A link to a place on another page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// File that the link leads to.
    pub target: String,
    /// The place, without `#`.
    pub anchor: String,
    /// The link as written.
    pub written: String,
}

impl Entry {
    /// The entry of a finished file.
    #[must_use]
    pub fn of(artifact: &Artifact) -> Self {
        let Artifact { bytes, key, anchors, .. } = artifact;
        Self { key: key.clone(), anchors: anchors.clone(), ..Self::stamp(bytes) }
    }

    /// Whether these bytes are still those of the entry.
    #[must_use]
    pub fn fits(&self, bytes: &[u8]) -> bool {
        let Self { hash, size, .. } = Self::stamp(bytes);
        hash == self.hash && size == self.size
    }

    fn stamp(bytes: &[u8]) -> Self {
        let hash = blake3::hash(bytes).to_hex().to_string();
        Self { hash, size: bytes.len() as u64, key: None, anchors: Vec::new() }
    }
}

impl Manifest {
    /// Name of the file in the output folder.
    pub const FILE: &'static str = "manifest.json";

    /// Reads a manifest; one of another shape counts as none.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The bytes of `manifest.json`.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("a map of strings and numbers is always JSON");
        bytes.push(b'\n');
        bytes
    }
}
