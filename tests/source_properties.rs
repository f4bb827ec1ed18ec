//! Properties that every reader of sources must keep.

use std::io::{Cursor, Write};

use camino::Utf8Path;
use congkhai::diag::Diagnostic;
use congkhai::source::{Limits, Table, Value, read_each};
use congkhai::vfs::MemoryFiles;
use proptest::collection::vec;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

fn read(name: &str, bytes: impl AsRef<[u8]>) -> (Vec<Table>, Vec<Diagnostic>) {
    let files = MemoryFiles::new().with(name, bytes);
    let limits = Limits { rows: 2_000, sheet_cells: 100_000, unpacked_bytes: 4 << 20, ..Limits::default() };
    let mut tables = Vec::new();
    let found = read_each(&files, Utf8Path::new(name), &limits, |table| table, |table| tables.push(table));
    (tables, found.expect("files in memory can be read"))
}

/// Rows of texts, as Excel would save them.
fn to_csv(rows: &[Vec<String>], delimiter: u8) -> Vec<u8> {
    let mut bytes = format!("sep={}\r\n", char::from(delimiter)).into_bytes();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(&mut bytes);
    rows.iter().for_each(|row| writer.write_record(row).expect("memory takes everything"));
    drop(writer);
    bytes
}

fn texts(tables: &[Table]) -> Vec<Vec<String>> {
    let text = |value: &Value| match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        other => panic!("delimited files hold text only: {other:?}"),
    };
    let rows = tables.iter().flat_map(|table| &table.rows);
    rows.map(|row| row.cells.iter().map(|cell| text(&cell.value)).collect()).collect()
}

/// Clean text of one to three lines, the later ones indented.
fn clean_text() -> impl Strategy<Value = String> {
    let line = "[a-zA-Z0-9đảộừ;,\t\"'.=+-]{1,8}( [a-zđảộừ;,\"|]{1,8}){0,2}";
    (line, vec((0_usize..4, line), 0..3)).prop_map(|(first, others)| {
        let indented = others.into_iter().map(|(depth, line)| format!("\n{}{line}", " ".repeat(depth)));
        let text: String = std::iter::once(first).chain(indented).collect();
        text.replace('\t', "+")
    })
}

fn row() -> impl Strategy<Value = Vec<String>> {
    (vec(prop_oneof![1 => Just(String::new()), 3 => clean_text()], 0..5), clean_text()).prop_map(|(mut cells, last)| {
        cells.push(last);
        cells
    })
}

/// Pieces from which the text formats are made, and pieces that break them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[\\[\\]{},:;=\"'\\\\\t\r\n .#-]",
        "[0-9]{1,30}",
        "[a-zđộ]{1,5}",
        Just("[[a]]\n".to_owned()),
        Just("\"a\":".to_owned()),
        Just("true".to_owned()),
        Just("\\u00e9".to_owned()),
        Just("\\ud800".to_owned()),
        Just("1e999".to_owned()),
        Just("2026-10-05".to_owned()),
        Just("\u{feff}".to_owned()),
    ];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Pieces from which sheets are made, in no order.
fn sheet_xml() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "<(/?(row|c|v|f|is|t|si|sst|sheetData|dimension)|table:table|/?table:table-(row|cell))>",
        2 => "<c r=\"[A-Z]{1,5}[0-9]{1,12}\" t=\"(s|n|b|e|d|str|inlineStr|x)\" s=\"[0-9]{1,3}\">",
        2 => "<row r=\"[0-9]{1,12}\">",
        2 => "<table:table-(row|cell) table:number-(rows|columns)-repeated=\"[0-9]{1,9}\" office:value=\"1\"/?>",
        3 => "[0-9]{1,8}",
        1 => "[&<>\"'a-zđ#!/? ]{1,6}",
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// An OpenDocument table whose tags match.
fn open_document_rows() -> impl Strategy<Value = String> {
    let attributes = prop_oneof![
        Just(String::new()),
        "office:value-type=\"(string|float|date|time|boolean|odd)\"",
        "office:(value|date-value|time-value|boolean-value|string-value)=\"[0-9PTHMS:.-]{0,12}\"",
        "table:formula=\"[=A-Z0-9+]{1,8}\"",
    ];
    let content =
        "(<text:p>[a-zđ#! ]{0,6}(<text:s text:c=\"[0-9]{1,4}\"/>|<text:tab/>|<text:line-break/>)?</text:p>){0,2}";
    let cell = (1_u32..40, vec(attributes, 0..3), content).prop_map(|(repeated, attributes, content)| {
        let attributes = attributes.join(" ");
        format!(
            "<table:table-cell table:number-columns-repeated=\"{repeated}\" {attributes}>{content}</table:table-cell>"
        )
    });
    let row = (1_u32..60, vec(cell, 0..4)).prop_map(|(repeated, cells)| {
        format!("<table:table-row table:number-rows-repeated=\"{repeated}\">{}</table:table-row>", cells.concat())
    });
    vec(row, 0..5).prop_map(|rows| rows.concat())
}

fn open_document(table: &str) -> Vec<u8> {
    let table = format!("<table:table table:name=\"S\">{table}</table:table>");
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest></manifest:manifest>"),
        ("content.xml", &format!("<office:document-content>{table}</office:document-content>")),
    ])
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory takes everything");
        writer.write_all(text.as_bytes()).expect("memory takes everything");
    }
    writer.finish().expect("memory takes everything").into_inner()
}

const FORMATS: [&str; 10] = ["xlsx", "xls", "ods", "csv", "tsv", "json", "jsonl", "toml", "jsonl.gz", "csv.gz"];

proptest! {
    #[test]
    fn a_table_written_as_csv_is_read_back_the_same(rows in vec(row(), 1..8), delimiter in prop::sample::select(b",;|".to_vec())) {
        let written = to_csv(&rows, delimiter);
        let (tables, found) = read("so.csv", &written);
        prop_assert!(found.is_empty(), "{:?}", found);
        prop_assert_eq!(&texts(&tables), &rows);
        // Written again it is the same table, places and all.
        prop_assert_eq!(read("so.csv", to_csv(&texts(&tables), delimiter)).0, tables);
    }

    #[test]
    fn json_and_json_lines_agree(rows in vec(vec(("[a-c]", clean_text()), 0..4), 0..6)) {
        let object = |row: &Vec<(String, String)>| {
            let entries: serde_json::Map<_, _> = row.iter().map(|(key, text)| (key.clone(), text.as_str().into())).collect();
            serde_json::Value::Object(entries).to_string()
        };
        let objects: Vec<_> = rows.iter().map(object).collect();
        let (document, _) = read("so.json", format!("[{}]", objects.join(",")));
        let (lines, _) = read("so.jsonl", objects.join("\n"));
        prop_assert_eq!(texts(&document), texts(&lines));
        let headings = |tables: &[Table]| -> Vec<String> {
            tables.iter().flat_map(|table| &table.headings).map(|heading| heading.text.clone()).collect()
        };
        prop_assert_eq!(headings(&document), headings(&lines));
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in vec(any::<u8>(), 0..600)) {
        let magics: [&[u8]; 5] =
            [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\x1f\x8b\x08\x00", b"\xFF\xFE"];
        for format in FORMATS {
            for magic in magics {
                read(&format!("so.{format}"), [magic, &bytes].concat());
            }
        }
    }

    #[test]
    fn any_text_is_read_without_panic_and_every_problem_has_its_file(text in pieces()) {
        for format in ["csv", "tsv", "json", "jsonl", "toml"] {
            let name = format!("so.{format}");
            for found in read(&name, &text).1 {
                prop_assert_eq!(found.location.path(), Some(Utf8Path::new(&name)));
            }
        }
    }

    #[test]
    fn any_sheet_is_read_without_panic(sheet in sheet_xml(), strings in sheet_xml()) {
        let relation = |kind: &str, target: &str| {
            format!("<Relationships><Relationship Id=\"r1\" Type=\"x/{kind}\" Target=\"{target}\"/></Relationships>")
        };
        let book = archive(&[
            ("_rels/.rels", &relation("relationships/officeDocument", "xl/workbook.xml")),
            ("xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", &relation("worksheet", "worksheets/sheet1.xml")),
            ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>")),
            ("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
        ]);
        read("so.xlsx", book);
        read("so.ods", open_document(&sheet));
    }

    #[test]
    fn any_open_document_table_is_read_without_panic(rows in open_document_rows()) {
        for found in read("so.ods", open_document(&rows)).1 {
            prop_assert!(["CK0204", "CK0205", "CK0206", "CK0209", "CK0212"].contains(&found.code().to_string().as_str()), "{:?}", found);
        }
    }
}
