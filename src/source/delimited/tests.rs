use super::super::testing::{read, read_within};
use crate::source::{Limits, Origin, Table};

/// Where the cells of a row stand, as `line:column`.
fn places(table: &Table, row: usize) -> Vec<String> {
    let place = |origin: &Origin| match origin {
        Origin::Text(at) => format!("{}:{}", at.line, at.column),
        other => panic!("{other:?}"),
    };
    table.rows[row].cells.iter().map(|cell| place(&cell.origin)).collect()
}

#[test]
fn all_rows_are_rows_and_headings_are_left_to_the_importer() {
    let read = read("so.csv", "\u{feff}Mã;Tên;Phí, lệ phí\r\n1.000001;Đăng ký;\"0 đồng; miễn\"\r\n;;\r\n\r\n2;x\r\n");
    let expected = [vec!["Mã", "Tên", "Phí, lệ phí"], vec!["1.000001", "Đăng ký", "0 đồng; miễn"], vec!["2", "x"]];
    assert_eq!(read.rows(), expected);
    let tables = read.clean();
    assert!(tables[0].headings.is_empty());
    assert_eq!(places(&tables[0], 1), ["2:1", "2:10", "2:18"]);
    assert_eq!(places(&tables[0], 2), ["5:1", "5:3"]);
}

#[test]
fn cells_after_a_quoted_line_break_know_their_line() {
    let tables = read("so.csv", "a,b\n\"dòng 1\n  dòng 2\",c,d\ne,f\n").clean();
    assert_eq!(places(&tables[0], 1), ["2:1", "3:11", "3:13"]);
    assert_eq!(places(&tables[0], 2), ["4:1", "4:3"]);
}

#[test]
fn excel_unicode_text_is_read() {
    let text = "sep=\t\r\nMã\tTên\r\n1\t\"a\tb\"\r\n";
    let bytes: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let read = read("so.csv", bytes);
    assert_eq!(read.rows(), [["Mã", "Tên"], ["1", "a b"]]);
    assert_eq!(places(&read.clean()[0], 0), ["2:1", "2:4"]);
}

#[test]
fn the_declared_delimiter_wins_and_lines_count_on() {
    let read = read("so.csv", "sep=|\na,b|c,d\n");
    assert_eq!(read.rows(), [["a,b", "c,d"]]);
    assert_eq!(places(&read.clean()[0], 0), ["2:1", "2:5"]);
}

#[test]
fn tab_separated_files_are_not_guessed() {
    assert_eq!(read("so.tsv", "a,b\tc;d,e\n1,2\t3,4\n").rows(), [["a,b", "c;d,e"], ["1,2", "3,4"]]);
}

#[test]
fn a_quotation_that_never_closes_is_reported_where_it_opens() {
    let read = read("so.csv", "a;b\n1;\"x\"\n2;\"mở mà không đóng\n3;y\n");
    assert_eq!(read.rows(), [["a", "b"], ["1", "x"]]);
    assert_eq!(read.problems(), ["CK0207 so.csv:3:3"]);
}

#[test]
fn bytes_that_are_not_utf8_cost_their_row_only() {
    let read = read("so.csv", b"m\xC3\xA3,t\n1,\"a\nt\xEAn\"\n2,b\n".as_slice());
    assert_eq!(read.rows(), [["mã", "t"], ["2", "b"]]);
    assert_eq!(read.problems(), ["CK0203 so.csv:3:2"]);
}

#[test]
fn error_values_saved_as_text_are_reported_and_empty() {
    let read = read("so.csv", "a,b\n#REF!,1\n");
    assert_eq!(read.rows()[1], ["-", "1"]);
    assert_eq!(read.problems(), ["CK0212 so.csv:2:1"]);
}

#[test]
fn cells_far_to_the_right_are_reported() {
    let read = read("so.csv", format!("a,b\n1{}x\n2{}\n", ",".repeat(2_000), ",".repeat(2_000)));
    assert_eq!(read.rows(), [vec!["a", "b"], vec!["1"], vec!["2"]]);
    assert_eq!(read.problems(), ["CK0208 so.csv:2:2002"]);
}

#[test]
fn old_charsets_are_converted_and_reported_a_few_times_in_detail() {
    let rows: String = (0..40).map(|row| format!("{row},Céng hoµ x· héi chñ nghÜa ViÖt Nam\n")).collect();
    let read = read("so.csv", rows);
    assert_eq!(read.rows()[7], ["7", "Cộng hoà xã hội chủ nghĩa Việt Nam"]);
    assert_eq!(read.problems().len(), 21);
    assert_eq!(read.problems()[0], "CK0210 so.csv:1:3");
    assert_eq!(read.diagnostics[20].value.as_deref(), Some("+20"));
}

#[test]
fn large_files_come_in_batches_that_count_on() {
    let rows: String = (1..=1_100).map(|row| format!("{row},\"x\ny\"\n")).collect();
    let tables = read("so.csv", rows).clean();
    assert_eq!(tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [512, 512, 76]);
    assert_eq!(places(&tables[2], 75), ["2199:1", "2199:6"]);
}

#[test]
fn too_many_rows_end_the_reading() {
    let limits = Limits { rows: 600, ..Limits::default() };
    assert!(read_within("so.csv", "a,b\n\n".repeat(600), &limits).problems().is_empty());
    assert_eq!(read_within("so.csv", "a,b\n".repeat(601), &limits).problems(), ["CK0206 so.csv"]);
}

#[test]
fn a_record_without_end_is_refused_at_its_place() {
    let limits = Limits { record_bytes: 1_000, ..Limits::default() };
    let long = format!("a,b\n{}\n", "x".repeat(1_001));
    assert_eq!(read_within("so.csv", long, &limits).problems(), ["CK0205 so.csv:2:1"]);
    let open = format!("a,b\nc,\"{}", "x\n".repeat(1_000));
    let found = read_within("so.csv", open, &limits);
    assert_eq!(found.problems(), ["CK0207 so.csv:2:3"]);
    assert_eq!(found.rows(), [["a", "b"]]);
}

#[test]
fn nothing_at_all_is_an_empty_file() {
    for text in ["", "\r\n\r\n", ";;;\n", "sep=;\n"] {
        assert_eq!(read("so.csv", text).problems(), ["CK0209 so.csv"], "{text:?}");
    }
}
