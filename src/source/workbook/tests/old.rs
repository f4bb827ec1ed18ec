//! Old workbooks (`.xls`), built here record by record.

use super::super::super::testing::{read, read_within};
use crate::source::Limits;

const SECTOR: usize = 512;
const FREE: u32 = 0xFFFF_FFFF;
const LAST: u32 = 0xFFFF_FFFE;
const TABLE: u32 = 0xFFFF_FFFD;

fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &u16::try_from(body.len()).unwrap().to_le_bytes(), body].concat()
}

fn begin(kind: u16) -> Vec<u8> {
    record(0x0809, &[&[0, 6], &kind.to_le_bytes()[..], &[0; 12]].concat())
}

fn number(row: u16, column: u16, value: f64) -> Vec<u8> {
    record(0x0203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], &value.to_le_bytes()].concat())
}

fn shared(row: u16, text: u32) -> Vec<u8> {
    record(0x00FD, &[&row.to_le_bytes()[..], &[0, 0, 0, 0], &text.to_le_bytes()].concat())
}

fn dimensions(rows: u32, columns: u16) -> Vec<u8> {
    record(0x0200, &[&0_u32.to_le_bytes()[..], &rows.to_le_bytes(), &[0, 0], &columns.to_le_bytes(), &[0, 0]].concat())
}

/// A workbook stream with one sheet `S` and these shared texts, all of Latin letters.
fn stream(sheet: &[Vec<u8>], texts: &[&str]) -> Vec<u8> {
    let mut strings = [0; 8].to_vec();
    for text in texts {
        strings.extend(u16::try_from(text.len()).unwrap().to_le_bytes());
        strings.push(0);
        strings.extend(text.as_bytes());
    }
    let strings = record(0x00FC, &strings);
    let bound = |start: usize| {
        record(0x0085, &[&u32::try_from(start).unwrap().to_le_bytes()[..], &[0, 0, 1, 0, b'S']].concat())
    };
    let end = record(0x000A, &[]);
    let head = begin(5).len() + bound(0).len() + strings.len() + end.len();
    let globals = [begin(5), bound(head), strings, end.clone()].concat();
    [globals, begin(0x10), sheet.concat(), end].concat()
}

/// A compound file with this stream: sector 0 is the table, 1 the directory, the others the stream.
fn file(stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().next_multiple_of(SECTOR).max(4_096), 0);
    let sectors = u32::try_from(stream.len() / SECTOR).unwrap();
    let mut table: Vec<u32> = vec![TABLE, LAST];
    table.extend(3..sectors + 2);
    table.push(LAST);
    table.resize(SECTOR / 4, FREE);
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    assert_eq!(table.len(), SECTOR, "the stream needs more than one sector of table");
    let directory = [entry("Root Entry", LAST, 0), entry("Workbook", 2, stream.len()), vec![0; 256]].concat();
    [header(), table, directory, stream].concat()
}

fn header() -> Vec<u8> {
    let mut header = vec![0; SECTOR];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &1_u32.to_le_bytes());
    put(48, &1_u32.to_le_bytes());
    put(56, &4_096_u32.to_le_bytes());
    put(60, &LAST.to_le_bytes());
    put(68, &LAST.to_le_bytes());
    put(76, &[0; 4]);
    put(80, &[0xFF; SECTOR - 80]);
    header
}

fn entry(name: &str, start: u32, length: usize) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(128, 0);
    entry[64] = u8::try_from(name.len() * 2 + 2).unwrap();
    entry[66] = 2;
    entry[116..120].copy_from_slice(&start.to_le_bytes());
    entry[120..124].copy_from_slice(&u32::try_from(length).unwrap().to_le_bytes());
    entry
}

#[test]
fn numbers_and_shared_texts_are_read() {
    let cells = [dimensions(6, 3), number(4, 2, 12.5), shared(5, 1)];
    let found = read("so.xls", file(&stream(&cells, &["a", "Ma so"])));
    assert_eq!(found.rows(), [vec!["-", "-", "12.5"], vec!["Ma so"]]);
    assert_eq!(found.tables[0].locate(&found.tables[0].rows[0].cells[2].origin, None).to_string(), "so.xls › S › C5");
    found.clean();
}

#[test]
fn a_circle_of_sectors_ends() {
    let good = file(&stream(&[number(0, 0, 1.0)], &[]));
    for sector in [1, 2, 5] {
        let mut circle = good.clone();
        circle[SECTOR + sector * 4..][..4].copy_from_slice(&u32::try_from(sector).unwrap().to_le_bytes());
        assert_eq!(read("so.xls", circle).problems(), ["CK0204 so.xls"], "sector {sector}");
    }
}

#[test]
fn room_that_no_sheet_needs_is_refused() {
    let huge = [dimensions(u32::MAX, u16::MAX), number(0, 0, 1.0)];
    assert_eq!(read("so.xls", file(&stream(&huge, &[]))).problems(), ["CK0205 so.xls"]);
    let corners = [number(0, 0, 1.0), number(u16::MAX, u16::MAX, 1.0)];
    assert_eq!(read("so.xls", file(&stream(&corners, &[]))).problems(), ["CK0205 so.xls"]);
}

#[test]
fn one_long_text_shared_by_many_cells_is_counted_for_each() {
    let text = "x".repeat(5_000);
    let cells: Vec<_> = (0..300).map(|row| shared(row, 0)).collect();
    let bytes = file(&stream(&cells, &[&text]));
    assert_eq!(read("so.xls", &bytes).rows().len(), 300);
    let limits = Limits { unpacked_bytes: 1 << 20, ..Limits::default() };
    assert_eq!(read_within("so.xls", &bytes, &limits).problems(), ["CK0205 so.xls"]);
}

#[test]
fn damage_is_never_a_panic() {
    let good = file(&stream(&[dimensions(2, 2), number(0, 0, 1.0), shared(1, 0)], &["text"]));
    for at in 0..good.len().min(3_000) {
        let mut damaged = good.clone();
        damaged[at] ^= 0xFF;
        drop(read("so.xls", damaged));
    }
    for length in (0..good.len()).step_by(61) {
        // From the fourth sector on only the stream is cut, which ends in padding.
        let found = read("so.xls", &good[..length]);
        assert!(length > 3 * SECTOR || found.problems() == ["CK0204 so.xls"], "{length}");
    }
}
