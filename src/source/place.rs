//! From byte offsets to lines and columns.

use crate::diag::Position;

/// The column, in characters from 1, of the byte that follows `before` on its line.
pub(super) fn column_after(before: &[u8]) -> u32 {
    // Bytes of the form 10xxxxxx continue a character.
    let letters = before.iter().filter(|byte| (**byte & 0xC0) != 0x80).count();
    count(letters).saturating_add(1)
}

/// Line and column of a byte of a document.
pub(super) fn position_of(document: &[u8], offset: usize) -> Position {
    let before = &document[..offset.min(document.len())];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count();
    Position { line: count(line).saturating_add(1), column: column_after(&before[line_start..]) }
}

/// A number of lines or columns; text files end long before `u32` does.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "mã\ntên: ";
        assert_eq!(position_of(text.as_bytes(), 0), Position { line: 1, column: 1 });
        assert_eq!(position_of(text.as_bytes(), text.len()), Position { line: 2, column: 6 });
        assert_eq!(position_of(text.as_bytes(), 999), Position { line: 2, column: 6 });
    }
}
