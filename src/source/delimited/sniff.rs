//! Which character stands between the cells of a `.csv` file.

use std::collections::BTreeMap;

use super::cells::RecordScanner;

/// What Excel writes between cells: by the regional settings of the computer a comma or, in Viet Nam, a semicolon;
/// tabs in "Unicode text".
const CANDIDATES: [u8; 3] = *b",;\t";

/// How many records are looked at.
const RECORDS: usize = 20;

/// The first line that tells Excel the delimiter: `sep=;`. Gives the delimiter and the length of the line.
pub(super) fn declared(head: &[u8]) -> Option<(u8, usize)> {
    let length = head.iter().position(|byte| *byte == b'\n').map_or(head.len(), |at| at + 1);
    match head[..length].trim_ascii_end() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] if delimiter.is_ascii_punctuation() => {
            Some((*delimiter, length))
        }
        // A tab after the sign goes with the trimmed blanks.
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'='] if head[..length].contains(&b'\t') => Some((b'\t', length)),
        _ => None,
    }
}

/// The candidate that cuts the most records into the same number of cells, and among equals into the most cells.
pub(super) fn guess(head: &[u8]) -> u8 {
    let score = |delimiter: u8| agreement(head, delimiter);
    let mut best = (CANDIDATES[0], score(CANDIDATES[0]));
    for candidate in &CANDIDATES[1..] {
        let found = score(*candidate);
        if found > best.1 {
            best = (*candidate, found);
        }
    }
    best.0
}

/// How many records have the most common number of delimiters, which is not 0, and that number.
fn agreement(head: &[u8], delimiter: u8) -> (usize, usize) {
    let mut records_by_count = BTreeMap::new();
    let mut start = 0;
    let ends: Vec<_> = RecordScanner::new(delimiter).ends(head).collect();
    for end in ends.into_iter().chain([head.len()]).take(RECORDS) {
        let delimiters = RecordScanner::new(delimiter).delimiters(&head[start..end]);
        if delimiters > 0 {
            *records_by_count.entry(delimiters).or_insert(0_usize) += 1;
        }
        start = end;
    }
    records_by_count.into_iter().map(|(count, records)| (records, count)).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn semicolons_win_over_commas_inside_the_text() {
        assert_eq!(guess("Mã;Tên;Phí, lệ phí\n1;Đăng ký, cấp;a, b, c\n2;x;y\n".as_bytes()), b';');
        assert_eq!(guess("Mã,Tên\n1,\"a;b;c\"\n2,\"d;e;f\"\n".as_bytes()), b',');
        assert_eq!(guess(b"a\tb\n1,5\t2\n"), b'\t');
        assert_eq!(guess(b"only\none\ncolumn\n"), b',');
    }

    #[test]
    fn the_line_that_excel_reads_is_understood() {
        assert_eq!(declared(b"sep=;\r\na;b\n"), Some((b';', 7)));
        assert_eq!(declared(b"SEP=\t\nx"), Some((b'\t', 6)));
        assert_eq!(declared(b"sep=,"), Some((b',', 5)));
        assert_eq!(declared(b"separator\n"), None);
        assert_eq!(declared(b"sep=a\n"), None);
    }
}
