//! What a packed workbook unpacks to, before anything in it is believed.
//!
//! `.xlsx` and `.ods` are ZIP archives of XML. Every part is unpacked once, into nothing, and its real bytes are
//! counted: the sizes in the archive's own directory may be lies, and parts may overlap. Three kinds of part are
//! looked into, because calamine reserves or builds much more than they hold.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::bad_workbook;
use super::ods::Outline;
use super::tags::{self, TagScanner, Unfit};
use crate::diag::SourceProblem;
use crate::source::Limits;

/// Most shared texts that a workbook may hold or announce: 20 different ones in each row that is read.
const MAX_STRINGS: u64 = 4_000_000;

/// Most tags in `styles.xml`. Excel allows 65,490 cell formats of three tags or so.
const MAX_STYLE_TAGS: u64 = 1_000_000;

/// Bytes that are unpacked at a time.
const PIECE: usize = 1 << 16;

/// First bytes of an entry of the archive's directory.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";

/// Which family of formats a packed workbook belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    OfficeOpen,
    OpenDocument,
}

/// Goes through all parts.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<Kind, SourceProblem> {
    if bytes.windows(DIRECTORY_ENTRY.len()).filter(|part| *part == DIRECTORY_ENTRY).count() > limits.workbook_parts {
        return Err(too_large(limits));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(bad_workbook)?;
    if archive.has_duplicate_names() {
        return Err(bad_workbook("two parts have the same name"));
    }
    let open_document = archive.index_for_name("content.xml").is_some();
    let mut left = limits.unpacked_bytes;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(bad_workbook)?;
        let name = part.name().map_err(bad_workbook)?.to_ascii_lowercase();
        let mut inspector = Inspector::of(&name, open_document);
        read_counted(&mut part, &mut left, &mut inspector, limits)?;
        inspector.finish(limits)?;
    }
    Ok(if open_document { Kind::OpenDocument } else { Kind::OfficeOpen })
}

fn too_large(limits: &Limits) -> SourceProblem {
    SourceProblem::TooLarge { limit_mib: Limits::mib(limits.unpacked_bytes) }
}

/// Unpacks one part, counting.
fn read_counted(
    part: &mut impl Read,
    left: &mut u64,
    inspector: &mut Inspector,
    limits: &Limits,
) -> Result<(), SourceProblem> {
    let mut piece = vec![0; PIECE];
    loop {
        let count = part.read(&mut piece).map_err(bad_workbook)?;
        if count == 0 {
            return Ok(());
        }
        *left = left.checked_sub(count as u64).ok_or_else(|| too_large(limits))?;
        inspector.feed(&piece[..count]).map_err(|Unfit(detail)| bad_workbook(detail))?;
    }
}

/// What is looked for in a part.
enum Inspector {
    /// The cells that OpenDocument sheets expand to.
    Content(Box<Outline>),
    /// The number of texts that the list announces, for which room is made at once, and of those that it holds.
    Strings(TagScanner, u64),
    /// The number of tags: each may become a format with fonts, borders and fills of its own.
    Styles(u64),
    Nothing,
}

impl Inspector {
    fn of(name: &str, open_document: bool) -> Self {
        match name {
            "content.xml" => Self::Content(Box::default()),
            _ if open_document => Self::Nothing,
            _ if name.ends_with("sharedstrings.xml") => Self::Strings(TagScanner::default(), 0),
            _ if name.ends_with("styles.xml") => Self::Styles(0),
            _ => Self::Nothing,
        }
    }

    fn feed(&mut self, piece: &[u8]) -> Result<(), Unfit> {
        match self {
            Self::Content(outline) => outline.feed(piece),
            Self::Strings(scanner, texts) => scanner.feed(piece, |tag| {
                *texts += u64::from(tag.kind != tags::Kind::Close && tag.name.ends_with(b"si"));
                let announced = tag.number(b"uniqueCount").unwrap_or(0);
                if announced.max(*texts) > MAX_STRINGS { Err(Unfit("the workbook has too many texts")) } else { Ok(()) }
            }),
            Self::Styles(tags) => {
                *tags += piece.iter().filter(|byte| **byte == b'<').count() as u64;
                if *tags > MAX_STYLE_TAGS { Err(Unfit("the workbook has too many cell formats")) } else { Ok(()) }
            }
            Self::Nothing => Ok(()),
        }
    }

    fn finish(self, limits: &Limits) -> Result<(), SourceProblem> {
        match self {
            Self::Content(outline) => outline.finish(limits),
            Self::Strings(..) | Self::Styles(_) | Self::Nothing => Ok(()),
        }
    }
}
