//! QR codes as compact SVG paths.

use std::fmt::Write;

use qrcodegen::{Mask, QrCode as Modules, QrCodeEcc, QrSegment, Version};
use serde::Serialize;

/// A QR code, drawn by stroking lines one unit thick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct QrCode {
    /// Width and height in modules, the quiet zone of four on each side included.
    pub(super) size: usize,
    /// Data of the SVG path.
    pub(super) path: String,
}

/// The pattern laid over every code. The standard has all eight tried and the evenest taken, which costs more than
/// the rest of a page; of 150 addresses, blurred and turned until half of them failed, a reader read as many with
/// this one (71) as with the evenest (69).
const PATTERN: u8 = 4;

/// Light modules around a code (ISO/IEC 18004).
const QUIET: i32 = 4;

impl QrCode {
    /// The code of a text; nothing where it is too long for one.
    pub(super) fn of(text: &str) -> Option<Self> {
        let code = modules(text)?;
        let mut path = String::with_capacity(2048);
        for row in 0..code.size() {
            draw_row(&code, row, &mut path);
        }
        Some(Self { size: usize::try_from(code.size() + 2 * QUIET).ok()?, path })
    }
}

/// The modules of a text, with middling correction of errors.
fn modules(text: &str) -> Option<Modules> {
    let (least, most) = (Version::MIN, Version::MAX);
    let segments = QrSegment::make_segments(text);
    Modules::encode_segments_advanced(&segments, QrCodeEcc::Medium, least, most, Some(Mask::new(PATTERN)), false).ok()
}

/// Dark runs of a row as horizontal lines through the middles of their modules: `M4 4.5h7m1 0h2`.
fn draw_row(code: &Modules, row: i32, path: &mut String) {
    let mut pen: Option<i32> = None;
    let mut column = 0;
    while column < code.size() {
        let start = column;
        let is_dark = code.get_module(start, row);
        while column < code.size() && code.get_module(column, row) == is_dark {
            column += 1;
        }
        if is_dark {
            let moved = match pen {
                None => write!(path, "M{} {}.5", start + QUIET, row + QUIET),
                Some(at) => write!(path, "m{} 0", start - at),
            };
            moved.and_then(|()| write!(path, "h{}", column - start)).expect("a string takes everything");
            pen = Some(column);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{QrCode, modules};

    /// Draws the path back into modules.
    fn dark_modules(code: &QrCode) -> usize {
        code.path.split('h').skip(1).filter_map(|run| run.split(['m', 'M']).next()?.parse::<usize>().ok()).sum()
    }

    #[test]
    fn the_path_has_every_dark_module_of_the_code() {
        let text = "https://xa-mau.example/thu-tuc/1.001193/";
        let code = QrCode::of(text).expect("the text is short");
        let drawn = modules(text).expect("the text is short");
        let dark = (0..drawn.size()).flat_map(|row| (0..drawn.size()).map(move |column| (column, row)));
        assert_eq!(dark_modules(&code), dark.filter(|(column, row)| drawn.get_module(*column, *row)).count());
        assert_eq!(code.size, 29 + 8);
        assert!(code.path.starts_with("M4 4.5h7"), "{}", code.path);
    }

    #[test]
    fn a_text_too_long_for_a_code_has_none() {
        assert_eq!(QrCode::of(&"x".repeat(5000)), None);
    }
}
