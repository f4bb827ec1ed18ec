//! `manifest.json`: every published file with its hash.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What was published. Written as `manifest.json`, which does not list itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Program and version that made it.
    pub generator: String,
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
}

impl Entry {
    /// The entry of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8], key: Option<String>) -> Self {
        Self { hash: blake3::hash(bytes).to_hex().to_string(), size: bytes.len() as u64, key }
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
