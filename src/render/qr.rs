//! QR codes as compact SVG paths.

use std::fmt::Write;

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, Mask, QRCode};
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
/// the rest of a page; of 150 addresses, blurred and turned until half of them failed, readers read as many with this
/// one (71) as with the best (69).
const MASK: Mask = Mask::LargeCheckerboard;

/// Light modules around a code (ISO/IEC 18004).
const QUIET: usize = 4;

impl QrCode {
    /// The code of a text; nothing where it is too long for one.
    pub(super) fn of(text: &str) -> Option<Self> {
        let code = QRBuilder::new(text).ecl(ECL::M).mask(MASK).build().ok()?;
        let mut path = String::with_capacity(code.size * code.size * 2);
        for row in 0..code.size {
            draw_row(&code, row, &mut path);
        }
        Some(Self { size: code.size + 2 * QUIET, path })
    }
}

/// Dark runs of a row as horizontal lines through the middles of their modules: `M4 4.5h7m1 0h2`.
fn draw_row(code: &QRCode, row: usize, path: &mut String) {
    let dark = |column: usize| code[row][column].value();
    let mut pen: Option<usize> = None;
    let mut column = 0;
    while column < code.size {
        let start = column;
        while column < code.size && dark(column) == dark(start) {
            column += 1;
        }
        if dark(start) {
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
    use super::QrCode;

    /// Draws the path back into modules.
    fn dark_modules(code: &QrCode) -> usize {
        code.path.split('h').skip(1).filter_map(|run| run.split(['m', 'M']).next()?.parse::<usize>().ok()).sum()
    }

    #[test]
    fn the_path_has_every_dark_module_of_the_code() {
        let text = "https://xa-mau.example/thu-tuc/1.001193/";
        let code = QrCode::of(text).expect("the text is short");
        let drawn = fast_qr::qr::QRBuilder::new(text)
            .ecl(fast_qr::ECL::M)
            .mask(super::MASK)
            .build()
            .expect("the text is short");
        let dark = (0..drawn.size).flat_map(|row| (0..drawn.size).map(move |column| (row, column)));
        assert_eq!(dark_modules(&code), dark.filter(|(row, column)| drawn[*row][*column].value()).count());
        assert_eq!(code.size, drawn.size + 8);
        assert!(code.path.starts_with("M4 4.5h7"), "{}", code.path);
    }

    #[test]
    fn a_text_too_long_for_a_code_has_none() {
        assert_eq!(QrCode::of(&"x".repeat(5000)), None);
    }
}
