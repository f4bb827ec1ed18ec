//! The bytes of every exported file.
//!
//! A file is the three bytes `CK` and version, and a zlib stream. No host mistakes that for something to unpack on
//! the way; every browser since 2020 (Chromium) or 2023 (others) unpacks it itself, and notices by the checksum of
//! the stream when a file is cut or damaged. Inside are numbers (seven bits a byte, lowest first, the eighth bit says
//! that more follow) and texts.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Version of the format; the client refuses others.
pub(super) const FORMAT: u8 = 2;

/// Appends a number.
pub(super) fn number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Appends a text: its length in bytes, and the bytes.
pub(super) fn text(bytes: &mut Vec<u8>, text: &str) {
    number(bytes, text.len());
    bytes.extend_from_slice(text.as_bytes());
}

/// Appends ascending numbers: how many, and each as its distance to the one before.
pub(super) fn ascending(bytes: &mut Vec<u8>, numbers: impl ExactSizeIterator<Item = u32>) {
    number(bytes, numbers.len());
    let mut next = 0;
    for value in numbers {
        number(bytes, (value - next) as usize);
        next = value + 1;
    }
}

/// First byte that is part of a text: those below say how much is shared.
const FIRST_OF_TEXT: u8 = 0x20;

/// Writes sorted texts without control characters, each as the number of UTF-16 units that it shares with the one
/// before (at most 31, in one byte) and the rest, which ends where the next such byte stands.
#[derive(Debug, Default)]
pub(super) struct FrontCoder {
    before: String,
    bytes: Vec<u8>,
}

impl FrontCoder {
    /// Adds a text.
    pub(super) fn push(&mut self, text: &str) {
        let (mut units, mut shared) = (0, 0);
        for (letter, _) in text.chars().zip(self.before.chars()).take_while(|(a, b)| a == b) {
            if units + letter.len_utf16() >= usize::from(FIRST_OF_TEXT) {
                break;
            }
            units += letter.len_utf16();
            shared += letter.len_utf8();
        }
        self.bytes.push(units as u8);
        self.bytes.extend_from_slice(&text.as_bytes()[shared..]);
        text.clone_into(&mut self.before);
    }

    /// Appends the length of what was written, and that.
    pub(super) fn finish(self, bytes: &mut Vec<u8>) {
        number(bytes, self.bytes.len());
        bytes.extend(self.bytes);
    }
}

/// Appends sorted texts.
pub(super) fn front_coded(bytes: &mut Vec<u8>, texts: impl Iterator<Item: AsRef<str>>) {
    let mut coder = FrontCoder::default();
    texts.for_each(|text| coder.push(text.as_ref()));
    coder.finish(bytes);
}

/// Packs sections into a file. Each gets codes of its own where that pays: letters and numbers are spread differently.
pub(super) fn seal(sections: &[&[u8]]) -> Vec<u8> {
    let apart = packed(sections);
    let together = packed(&[&sections.concat()]);
    if together.len() < apart.len() { together } else { apart }
}

fn packed(sections: &[&[u8]]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(vec![b'C', b'K', FORMAT], Compression::best());
    let written = sections.iter().enumerate().try_for_each(|(at, section)| {
        if at > 0 {
            encoder.flush()?;
        }
        encoder.write_all(section)
    });
    written.and_then(|()| encoder.finish()).expect("writing to memory does not fail")
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::{FORMAT, ascending, front_coded, number, seal};

    #[test]
    fn numbers_take_seven_bits_a_byte() {
        let mut bytes = Vec::new();
        [0, 127, 128, 300, 1 << 21].into_iter().for_each(|value| number(&mut bytes, value));
        assert_eq!(bytes, [0, 127, 0x80, 1, 0xAC, 2, 0x80, 0x80, 0x80, 1]);
    }

    #[test]
    fn ascending_numbers_are_distances() {
        let mut bytes = Vec::new();
        ascending(&mut bytes, [0_u32, 1, 5, 200].into_iter());
        assert_eq!(bytes, [4, 0, 0, 3, 0xC2, 1]);
    }

    #[test]
    fn a_shared_beginning_never_cuts_a_letter() {
        let mut bytes = Vec::new();
        front_coded(&mut bytes, ["ấ", "ầ", "ầm", "ầ𝔸", "ầ𝔹"].iter());
        let texts =
            [&[0], "ấ".as_bytes(), &[0], "ầ".as_bytes(), &[1], b"m", &[1], "𝔸".as_bytes(), &[1], "𝔹".as_bytes()];
        assert_eq!(bytes, [&[20], texts.concat().as_slice()].concat());
    }

    #[test]
    fn what_is_shared_fits_below_the_letters() {
        let mut bytes = Vec::new();
        front_coded(&mut bytes, ["a".repeat(40), "a".repeat(41)].iter());
        assert_eq!(bytes[42..], [&[31], "a".repeat(10).as_bytes()].concat());
    }

    #[test]
    fn a_sealed_file_holds_its_sections_one_after_the_other() {
        let file = seal(&[b"mot ", b"hai"]);
        assert_eq!(&file[..3], [b'C', b'K', FORMAT]);
        let mut unpacked = String::new();
        flate2::read::ZlibDecoder::new(&file[3..]).read_to_string(&mut unpacked).expect("it is a zlib stream");
        assert_eq!(unpacked, "mot hai");
    }
}
