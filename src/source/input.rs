//! The bytes of a text file, unpacked, counted and in UTF-8.

use std::io::{self, BufReader, Cursor, Read};

use camino::Utf8Path;
use flate2::read::MultiGzDecoder;

use super::{Halt, Limits};
use crate::diag::SourceProblem;
use crate::vfs::{FileSystem, VfsError};

/// Size of the pieces in which files are read.
const PIECE: usize = 1 << 17;

/// A text file as a stream of UTF-8 bytes without a byte order mark.
pub(super) type Text = BufReader<Box<dyn Read + Send>>;

/// Opens a text file: unpacks `.gz`, counts what comes out, and turns UTF-16 with a byte order mark (what Excel calls
/// "Unicode text") into UTF-8.
pub(super) fn open(files: &dyn FileSystem, path: &Utf8Path, packed: bool, limits: &Limits) -> Result<Text, VfsError> {
    let file = files.open(path)?;
    let unpacked: Box<dyn Read + Send> =
        if packed { Box::new(Unpacked(MultiGzDecoder::new(BufReader::new(file)))) } else { file };
    let counted = Counted { inner: unpacked, left: limits.text_bytes, limit: limits.text_bytes };
    Ok(BufReader::with_capacity(PIECE, Box::new(Marked::new(counted))))
}

/// Reads a whole document of at most so many bytes.
pub(super) fn read_document(mut text: Text, limit: u64) -> Result<Vec<u8>, Halt> {
    let mut bytes = Vec::new();
    text.by_ref().take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(Halt::problem(SourceProblem::TooLarge { limit_mib: Limits::mib(limit) }));
    }
    Ok(bytes)
}

/// A problem of the file that travels through [`io::Error`].
#[derive(Debug, thiserror::Error)]
#[error("{0:?}")]
struct InFile(SourceProblem);

impl From<io::Error> for Halt {
    fn from(error: io::Error) -> Self {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<InFile>()) {
            Some(InFile(problem)) => Self::problem(problem.clone()),
            None => Self::Disk(error),
        }
    }
}

/// Unpacks; what the unpacker dislikes is the file's fault, what the disk says is not.
struct Unpacked<R>(R);

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
                io::Error::other(InFile(SourceProblem::BadGzip { detail: error.to_string() }))
            }
            _ => error,
        })
    }
}

/// Counts real bytes, because what a packed file says about its own size may be a lie.
struct Counted<R> {
    inner: R,
    left: u64,
    limit: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        match self.left.checked_sub(count as u64) {
            Some(left) => self.left = left,
            None => {
                let problem = SourceProblem::TooLarge { limit_mib: Limits::mib(self.limit) };
                return Err(io::Error::other(InFile(problem)));
            }
        }
        Ok(count)
    }
}

/// Looks at the byte order mark before the first byte is handed on.
enum Marked<R> {
    Unseen(R),
    Utf8(io::Chain<Cursor<Vec<u8>>, R>),
    Utf16(Utf16<R>),
    /// The stream failed before its first bytes.
    Failed,
}

impl<R: Read> Marked<R> {
    const fn new(inner: R) -> Self {
        Self::Unseen(inner)
    }

    fn look(mut inner: R) -> io::Result<Self> {
        let mut first = Vec::with_capacity(3);
        inner.by_ref().take(3).read_to_end(&mut first)?;
        Ok(match first[..] {
            [0xEF, 0xBB, 0xBF] => Self::Utf8(Cursor::new(Vec::new()).chain(inner)),
            [0xFF, 0xFE, ..] => Self::Utf16(Utf16::new(inner, u16::from_le_bytes, &first[2..])),
            [0xFE, 0xFF, ..] => Self::Utf16(Utf16::new(inner, u16::from_be_bytes, &first[2..])),
            _ => Self::Utf8(Cursor::new(first).chain(inner)),
        })
    }
}

impl<R: Read> Read for Marked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Self::Unseen(_) = self
            && let Self::Unseen(inner) = std::mem::replace(self, Self::Failed)
        {
            *self = Self::look(inner)?;
        }
        match self {
            Self::Utf8(reader) => reader.read(buffer),
            Self::Utf16(reader) => reader.read(buffer),
            Self::Unseen(_) | Self::Failed => Ok(0),
        }
    }
}

/// UTF-16 as UTF-8. A lone surrogate or half a unit becomes the byte 0xFF, which no UTF-8 text holds, so that the
/// readers report the line it stands on.
struct Utf16<R> {
    inner: R,
    unit: fn([u8; 2]) -> u16,
    /// Bytes not yet decoded: half a unit, or the first half of a pair.
    raw: Vec<u8>,
    ready: Cursor<Vec<u8>>,
}

impl<R: Read> Utf16<R> {
    fn new(inner: R, unit: fn([u8; 2]) -> u16, rest: &[u8]) -> Self {
        Self { inner, unit, raw: rest.to_vec(), ready: Cursor::default() }
    }

    /// Decodes the next piece; false at the end.
    fn fill(&mut self) -> io::Result<bool> {
        let more = self.inner.by_ref().take(PIECE as u64 / 4).read_to_end(&mut self.raw)? > 0;
        let kept = if more { self.undecided() } else { 0 };
        let rest = self.raw.split_off(self.raw.len() - kept);
        let piece = std::mem::replace(&mut self.raw, rest);
        let mut decoded = Vec::with_capacity(piece.len() * 3 / 2);
        let (pairs, half) = piece.as_chunks::<2>();
        for letter in char::decode_utf16(pairs.iter().map(|pair| (self.unit)(*pair))) {
            match letter {
                Ok(letter) => decoded.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
                Err(_) => decoded.push(0xFF),
            }
        }
        decoded.extend(half.iter().map(|_| 0xFF));
        self.ready = Cursor::new(decoded);
        Ok(more)
    }

    /// How many bytes at the end wait for what follows them.
    fn undecided(&self) -> usize {
        let odd = self.raw.len() % 2;
        let whole = &self.raw[..self.raw.len() - odd];
        let opens_pair = whole.last_chunk::<2>().is_some_and(|pair| (0xD800..0xDC00).contains(&(self.unit)(*pair)));
        odd + if opens_pair { 2 } else { 0 }
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.ready.read(buffer)?;
            if count > 0 || buffer.is_empty() {
                return Ok(count);
            }
            if !self.fill()? && self.ready.get_ref().is_empty() {
                return Ok(0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;
    use crate::vfs::MemoryFiles;

    fn read(bytes: &[u8], packed: bool, limits: &Limits) -> Result<Vec<u8>, Halt> {
        let files = MemoryFiles::new().with("f", bytes);
        let text = open(&files, "f".into(), packed, limits).unwrap();
        read_document(text, limits.json_bytes)
    }

    fn gz(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes_of).collect()
    }

    fn problem(result: Result<Vec<u8>, Halt>) -> SourceProblem {
        match result {
            Err(Halt::Problem { problem, .. }) => problem,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_byte_order_mark_is_dropped_and_utf16_becomes_utf8() {
        let text = "Mã thủ tục\t𝄞\r\n".repeat(20_000);
        let limits = Limits::default();
        let marked = ["\u{feff}", &text].concat();
        assert_eq!(read(marked.as_bytes(), false, &limits).unwrap(), text.as_bytes());
        assert_eq!(read(&utf16(&text, u16::to_le_bytes), false, &limits).unwrap(), text.as_bytes());
        assert_eq!(read(&utf16(&text, u16::to_be_bytes), false, &limits).unwrap(), text.as_bytes());
    }

    #[test]
    fn broken_utf16_stays_visible_as_a_byte_that_is_not_utf8() {
        let limits = Limits::default();
        assert_eq!(read(&[0xFF, 0xFE, b'a', 0, 0x00, 0xD8, b'b', 0, b'c'], false, &limits).unwrap(), b"a\xFFb\xFF");
        assert_eq!(read(&[0xFF, 0xFE], false, &limits).unwrap(), b"");
        assert_eq!(read(b"", false, &limits).unwrap(), b"");
    }

    #[test]
    fn packed_files_are_counted_by_what_comes_out() {
        let limits = Limits { text_bytes: 1 << 20, ..Limits::default() };
        assert_eq!(read(&gz(&vec![b' '; 1 << 20]), true, &limits).unwrap().len(), 1 << 20);
        let bomb = gz(&vec![b' '; (1 << 20) + 1]);
        assert!(bomb.len() < 10_000);
        assert_eq!(problem(read(&bomb, true, &limits)), SourceProblem::TooLarge { limit_mib: 1 });
    }

    #[test]
    fn a_damaged_or_cut_gz_is_the_files_fault() {
        let packed = gz(b"ma;ten\n1;a\n");
        let cut = &packed[..packed.len() - 4];
        for bytes in [cut, b"not packed at all", b"".as_slice()] {
            let found = read(bytes, true, &Limits::default());
            if bytes.is_empty() {
                assert!(matches!(found, Ok(ref text) if text.is_empty()) || found.is_err());
            } else {
                assert!(matches!(problem(found), SourceProblem::BadGzip { .. }));
            }
        }
    }

    #[test]
    fn a_document_beyond_its_limit_is_refused() {
        let limits = Limits { json_bytes: 10, ..Limits::default() };
        assert_eq!(problem(read(b"01234567890", false, &limits)), SourceProblem::TooLarge { limit_mib: 1 });
    }
}
