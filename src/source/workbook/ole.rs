//! What an old workbook (`.xls`) asks for before it is read.
//!
//! The file is a small file system of its own (compound file binary format): streams are chains of sectors. A chain
//! that runs in a circle, or a stream that claims to be longer than the file, would be followed and copied without
//! end. So every chain that will be followed is walked here first, and then the records of the workbook stream are
//! weighed by [`biff`].

use super::{bad_workbook, biff};
use crate::diag::SourceProblem;
use crate::source::Limits;

/// Size of the header, and of the sectors of the older version.
const HEADER: usize = 512;

/// Size of the sectors inside the mini stream, which holds streams below [`MINI_LIMIT`].
const MINI_SECTOR: usize = 64;

/// Streams shorter than this stand in the mini stream.
const MINI_LIMIT: u64 = 4_096;

/// Size of an entry of the directory.
const ENTRY: usize = 128;

/// From here on numbers of sectors mean "end", "free" and the like.
const NO_SECTOR: u32 = 0xFFFF_FFFA;

/// Walks the chains and weighs the workbook.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), SourceProblem> {
    let container = Container::open(bytes).ok_or_else(|| bad_workbook("the file is damaged"))?;
    if container.entry("EncryptedPackage").is_some() {
        return Err(bad_workbook("the workbook is protected by a password"));
    }
    let workbook = container.entry("Workbook").or_else(|| container.entry("Book"));
    let workbook = workbook.ok_or_else(|| bad_workbook("the file holds no workbook"))?;
    let stream = container.stream(workbook).ok_or_else(|| bad_workbook("the file is damaged"))?;
    biff::check(&stream, limits)
}

/// The sectors and the directory of the file.
struct Container<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// The sector after each sector.
    next: Vec<u32>,
    entries: Vec<Entry>,
    mini: Vec<u8>,
    mini_next: Vec<u32>,
}

/// A stream in the directory.
#[derive(Clone)]
struct Entry {
    name: String,
    start: u32,
    length: u64,
}

impl<'b> Container<'b> {
    /// Reads the tables of the file; nothing when they are damaged or run in circles.
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4_096,
            _ => return None,
        };
        let mut container =
            Self { bytes, sector, next: Vec::new(), entries: Vec::new(), mini: Vec::new(), mini_next: Vec::new() };
        container.next = container.sector_table()?;
        let directory = container.chain(u32_at(bytes, 48)?, u64::MAX)?;
        container.entries = directory.chunks_exact(ENTRY).filter_map(|entry| Entry::read(entry, sector)).collect();
        container.open_mini()?;
        Some(container)
    }

    /// The table of sectors that follow each other. The list of its own sectors stands in the header and goes on in a
    /// chain of sectors whose last word points to the next.
    fn sector_table(&self) -> Option<Vec<u32>> {
        let sectors = self.bytes.len() / self.sector + 1;
        let mut list = words(self.bytes.get(76..HEADER)?);
        let mut next = u32_at(self.bytes, 68)?;
        while next < NO_SECTOR {
            list.extend(words(self.sector(next)?));
            next = list.pop()?;
            if list.len() > sectors + HEADER {
                return None;
            }
        }
        let parts = list.into_iter().filter(|sector| *sector < NO_SECTOR);
        parts.map(|sector| self.sector(sector).map(words)).collect::<Option<Vec<_>>>().map(|parts| parts.concat())
    }

    /// Opens the mini stream, which the root entry points to.
    fn open_mini(&mut self) -> Option<()> {
        let start = u32_at(self.bytes, 60)?;
        let sectors = u64::from(u32_at(self.bytes, 64)?);
        let root = self.entries.first()?.clone();
        if sectors > 0 {
            self.mini = self.chain(root.start, root.length)?;
            self.mini_next = words(&self.chain(start, sectors * self.sector as u64)?);
        }
        Some(())
    }

    /// A sector; the last of the file may be cut short.
    fn sector(&self, number: u32) -> Option<&'b [u8]> {
        let start = HEADER.max(self.sector) + number as usize * self.sector;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(&rest[..rest.len().min(self.sector)])
    }

    /// The bytes of a chain of sectors; nothing when it runs in a circle or out of the file.
    fn chain(&self, start: u32, length: u64) -> Option<Vec<u8>> {
        follow(start, length, &self.next, |number| self.sector(number))
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn stream(&self, entry: &Entry) -> Option<Vec<u8>> {
        if entry.length >= MINI_LIMIT {
            return self.chain(entry.start, entry.length);
        }
        let sector = |number: u32| {
            let rest = self.mini.get(number as usize * MINI_SECTOR..).filter(|rest| !rest.is_empty())?;
            Some(&rest[..rest.len().min(MINI_SECTOR)])
        };
        follow(entry.start, entry.length, &self.mini_next, sector)
    }
}

/// Follows a chain for at most so many bytes.
fn follow<'s>(start: u32, length: u64, next: &[u32], sector: impl Fn(u32) -> Option<&'s [u8]>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut number = start;
    let mut seen = vec![false; next.len()];
    while number < NO_SECTOR && (bytes.len() as u64) < length {
        if std::mem::replace(seen.get_mut(number as usize)?, true) {
            return None;
        }
        bytes.extend_from_slice(sector(number)?);
        number = next[number as usize];
    }
    bytes.truncate(usize::try_from(length).unwrap_or(usize::MAX));
    Some(bytes)
}

impl Entry {
    fn read(entry: &[u8], sector: usize) -> Option<Self> {
        let units = entry.get(..64)?.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
        let name = char::decode_utf16(units.take_while(|unit| *unit != 0)).map(Result::unwrap_or_default).collect();
        let short = u64::from(u32_at(entry, 120)?);
        let long = u64::from(u32_at(entry, 124)?) << 32;
        Some(Self { name, start: u32_at(entry, 116)?, length: if sector == HEADER { short } else { short | long } })
    }
}

/// The little-endian words of some bytes.
fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word)).collect()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
