//! Workbooks that ask for more than they hold.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

use super::super::super::testing::{read, read_within};
use super::{archive, workbook};
use crate::diag::{Code, Problem, SourceProblem};
use crate::source::Limits;

const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const BOOK_RELATIONS: &str =
    r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook of one sheet `S`, whose XML is written by the test, and other parts.
fn book_with(sheet: &[u8], others: &[(&str, &[u8])]) -> Vec<u8> {
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.extend(others);
    archive(&parts)
}

fn sheet_of(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

#[test]
fn a_sheet_of_a_million_rows_is_left_at_the_limit() {
    let mut sheet = String::from("<worksheet><sheetData>");
    for row in 1..=1_000_000 {
        sheet.push_str("<row r=\"");
        sheet.push_str(&row.to_string());
        sheet.push_str("\"><c><v>1</v></c></row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let limits = Limits { rows: 20_000, ..Limits::default() };
    let found = read_within("so.xlsx", book_with(sheet.as_bytes(), &[]), &limits);
    assert_eq!(found.problems(), ["CK0206 so.xlsx › S › A20001"]);
    assert_eq!(found.rows().len(), 20_000);
}

#[test]
fn what_unpacks_to_more_than_the_limit_is_refused_whatever_its_header_says() {
    let limits = Limits { unpacked_bytes: 10 << 20, ..Limits::default() };
    let bomb = vec![b' '; 11 << 20];
    let mut bytes = book_with(sheet_of("").as_bytes(), &[("xl/media/bomb.bin", &bomb)]);
    assert!(bytes.len() < 100_000);
    let found = read_within("so.xlsx", &bytes, &limits);
    assert_eq!(found.diagnostics[0].problem, Problem::Source(SourceProblem::TooLarge { limit_mib: 10 }));
    // The same archive with a directory that claims a single byte.
    let honest = u32::try_from(bomb.len()).unwrap().to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|part| part == honest) {
        bytes[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    let code = read_within("so.xlsx", &bytes, &limits).diagnostics[0].code();
    assert!(matches!(code, Code::Ck0204 | Code::Ck0205), "{code:?}");
}

#[test]
fn an_archive_inside_an_archive_is_only_bytes() {
    let inner = archive(&[("bomb.bin", &vec![0; 20 << 20])]);
    let nested = book_with(sheet_of("<row><c><v>7</v></c></row>").as_bytes(), &[("xl/embeddings/a.xlsx", &inner)]);
    let limits = Limits { unpacked_bytes: 10 << 20, ..Limits::default() };
    assert_eq!(read_within("so.xlsx", nested, &limits).rows(), [["7"]]);
}

#[test]
fn thousands_of_parts_are_refused_before_the_directory_is_read() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..5_000 {
        writer.start_file(format!("p{part}"), SimpleFileOptions::default()).unwrap();
        writer.write_all(b"x").unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert_eq!(read("so.xlsx", bytes).problems(), ["CK0205 so.xlsx"]);
}

#[test]
fn a_list_of_texts_cannot_reserve_room_that_it_does_not_fill() {
    let many = format!("<sst>{}</sst>", "<si/>".repeat(4_000_001));
    for strings in ["<sst uniqueCount=\"18446744073709551615\"><si><t>a</t></si></sst>", &many] {
        let bytes = book_with(sheet_of("").as_bytes(), &[("xl/sharedStrings.xml", strings.as_bytes())]);
        assert_eq!(read("so.xlsx", bytes).problems(), ["CK0204 so.xlsx"]);
    }
}

#[test]
fn one_long_text_shared_by_many_cells_is_counted_for_each() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(30_000));
    let rows = "<row><c t=\"s\"><v>0</v></c></row>".repeat(1_000);
    let bytes = book_with(sheet_of(&rows).as_bytes(), &[("xl/sharedStrings.xml", strings.as_bytes())]);
    let limits = Limits { unpacked_bytes: 10 << 20, ..Limits::default() };
    let found = read_within("so.xlsx", bytes, &limits);
    assert_eq!(found.problems(), ["CK0205 so.xlsx › S › A349"]);
}

#[test]
fn a_flood_of_cell_formats_is_refused() {
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(1_000_001));
    let bytes = book_with(sheet_of("").as_bytes(), &[("xl/styles.xml", styles.as_bytes())]);
    assert_eq!(read("so.xlsx", bytes).problems(), ["CK0204 so.xlsx"]);
}

#[test]
fn error_values_of_newer_programs_do_not_cost_the_sheet() {
    let rows = r##"<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#SPILL!</v></c><c r="C2"><v>3</v></c></row>"##;
    let found = read("so.xlsx", book_with(sheet_of(rows).as_bytes(), &[]));
    assert_eq!(found.rows(), [["1", "-", "3"]]);
    assert_eq!(found.problems(), ["CK0212 so.xlsx › S › B2"]);
}

#[test]
fn a_broken_sheet_is_named_and_the_cells_before_stay() {
    for rows in
        ["<row><c><v>1</v></c></row><row><c t=\"odd\"><v>1</v></c></row>", "<row><c><v>1</v></c></row><row><c><v>"]
    {
        let found = read("so.xlsx", book_with(format!("<worksheet><sheetData>{rows}").as_bytes(), &[]));
        assert_eq!(found.problems(), ["CK0204 so.xlsx › S › A1"]);
        assert_eq!(found.rows(), [["1"]]);
    }
}

#[test]
fn a_cut_file_is_never_a_panic() {
    let whole = workbook(|sheet| (0..50).try_for_each(|row| sheet.write(row, 0, "x").map(drop)));
    for length in (0..whole.len()).step_by(97) {
        assert_eq!(read("so.xlsx", &whole[..length]).problems(), ["CK0204 so.xlsx"], "{length}");
    }
}

#[test]
fn an_open_document_sheet_that_is_cut_off_ends() {
    let cut = "<office:document-content><table:table table:name='S'><table:table-row><table:table-cell/>";
    let bytes = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest></manifest:manifest>"),
        ("content.xml", cut.as_bytes()),
    ]);
    assert_eq!(read("so.ods", bytes).problems(), ["CK0204 so.ods"]);
}
