//! What a publication leaves for the next one to be compared with.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Publication;
use super::kept::Kept;

/// Version of what the fields of records are. Records kept by another one are not compared; the log goes on.
const FIELDS: u32 = 1;
/// Most bytes that a snapshot unpacks to.
const LIMIT: u64 = 512 << 20;

/// Records as published, and the log so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    fields: u32,
    pub(super) since: Date,
    pub(super) log: Vec<Publication>,
    /// Kind → key → record.
    pub(super) records: BTreeMap<String, BTreeMap<String, KeptRecord>>,
}

/// A record as kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptRecord {
    pub(super) name: String,
    pub(super) section: String,
    pub(super) fields: BTreeMap<String, Kept>,
}

/// Why a snapshot cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// Not gzip, damaged, or larger than any snapshot.
    #[error("{0}")]
    Packed(#[from] std::io::Error),
    /// Not what the program writes.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
}

impl Snapshot {
    /// Name of the file in the output folder.
    pub const FILE: &'static str = "snapshot.json.gz";

    pub(super) const fn new(
        since: Date,
        log: Vec<Publication>,
        records: BTreeMap<String, BTreeMap<String, KeptRecord>>,
    ) -> Self {
        Self { fields: FIELDS, since, log, records }
    }

    /// Whether its records say the same fields as those of this program.
    pub(super) const fn is_comparable(&self) -> bool {
        self.fields == FIELDS
    }

    /// Reads a snapshot.
    ///
    /// # Errors
    /// When the bytes are not those of a snapshot.
    pub fn read(bytes: &[u8]) -> Result<Self, SnapshotError> {
        let mut text = Vec::new();
        GzDecoder::new(bytes).take(LIMIT).read_to_end(&mut text)?;
        Ok(serde_json::from_slice(&text)?)
    }

    /// The bytes of the file; the same for the same snapshot.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let text = serde_json::to_vec(self).expect("maps of strings are always JSON");
        // No name and no time in the head: they would make every build differ.
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(&text).expect("memory takes every byte");
        packer.finish().expect("memory takes every byte")
    }
}
