mod hostile;
mod old;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

use super::super::testing::read;
use crate::source::Origin;

/// A workbook whose first sheet is filled by the test.
fn workbook(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Danh mục").unwrap();
    fill(sheet).unwrap();
    book.save_to_buffer().unwrap()
}

/// A ZIP archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn rows_keep_their_place_and_headings_are_left_to_the_importer() {
    let bytes = workbook(|sheet| {
        sheet.merge_range(0, 0, 0, 3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", &Format::new())?;
        sheet.write_row(1, 0, ["Mã số", "Tên"])?;
        sheet.write_row(4, 1, [" Đăng ký khai sinh\r\n  tại xã "])?;
        sheet.write_blank(9, 9, &Format::new().set_bold())?;
        Ok(())
    });
    let read = read("so.xlsx", bytes);
    let expected =
        [vec!["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], vec!["Mã số", "Tên"], vec!["-", "Đăng ký khai sinh\n  tại xã"]];
    // The first line's own indentation stays with those below it.
    assert_eq!(read.rows()[..2], expected[..2]);
    assert_eq!(read.rows()[2], ["-", " Đăng ký khai sinh\n  tại xã"]);
    let tables = read.clean();
    assert_eq!(tables[0].sheet.as_deref(), Some("Danh mục"));
    assert!(tables[0].headings.is_empty());
    assert_eq!(tables[0].rows[2].cells[1].origin, Origin::Sheet { row: 5, column: 2 });
    assert_eq!(tables[0].locate(&tables[0].rows[2].cells[1].origin, None).to_string(), "so.xlsx › Danh mục › B5");
}

#[test]
fn values_keep_their_kind() {
    let bytes = workbook(|sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let clock = Format::new().set_num_format("hh:mm");
        sheet.write(0, 0, "007")?;
        sheet.write(0, 1, 12.5)?;
        sheet.write(0, 2, true)?;
        sheet.write_with_format(0, 3, &ExcelDateTime::from_ymd(2026, 10, 5)?, &day)?;
        sheet.write_with_format(0, 4, &ExcelDateTime::from_hms(7, 30, 0)?, &clock)?;
        sheet.write_with_format(0, 5, &ExcelDateTime::from_ymd(2026, 10, 5)?.and_hms(14, 30, 0)?, &day)?;
        sheet.write_formula(0, 6, Formula::new("=B1*2").set_result("25"))?;
        Ok(())
    });
    assert_eq!(
        read("so.xlsx", bytes).rows(),
        [["007", "12.5", "true", "<2026-10-05>", "07:30", "2026-10-05 14:30", "25"]]
    );
}

#[test]
fn error_values_are_reported_and_empty() {
    let bytes = workbook(|sheet| {
        sheet.write(0, 0, "Mã")?;
        sheet.write_formula(1, 0, Formula::new("=A9").set_result("#REF!"))?;
        sheet.write(1, 1, "x")?;
        Ok(())
    });
    let read = read("so.xlsx", bytes);
    assert_eq!(read.rows(), [vec!["Mã"], vec!["-", "x"]]);
    assert_eq!(read.problems(), ["CK0212 so.xlsx › Danh mục › A2"]);
}

#[test]
fn hidden_and_empty_sheets_give_no_table() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("TTHC").unwrap().write(0, 0, "a").unwrap();
    book.add_worksheet().set_name("Trống").unwrap();
    book.add_worksheet().set_name("danh mục").unwrap().set_hidden(true).write(0, 0, "lựa chọn").unwrap();
    book.add_worksheet().set_name("Lĩnh vực").unwrap().write(0, 0, "b").unwrap();
    let tables = read("so.xlsx", book.save_to_buffer().unwrap()).clean();
    let sheets: Vec<_> = tables.iter().map(|table| table.sheet.as_deref().unwrap()).collect();
    assert_eq!(sheets, ["TTHC", "Lĩnh vực"]);
}

#[test]
fn long_sheets_come_in_batches_that_count_on() {
    let bytes = workbook(|sheet| (0..1_100).try_for_each(|row| sheet.write(row * 2, 1, row).map(drop)));
    let tables = read("so.xlsx", bytes).clean();
    assert_eq!(tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [512, 512, 76]);
    assert_eq!(tables[2].rows[75].cells[1].origin, Origin::Sheet { row: 2_199, column: 2 });
}

#[test]
fn cells_far_to_the_right_are_reported() {
    let bytes = workbook(|sheet| {
        sheet.write(0, 0, "a")?.write(0, 16_383, "quên")?.write(1, 2_000, "  ")?;
        Ok(())
    });
    let read = read("so.xlsx", bytes);
    assert_eq!(read.rows(), [["a"]]);
    assert_eq!(read.problems(), ["CK0208 so.xlsx › Danh mục › XFD1"]);
}

#[test]
fn the_first_bytes_decide_and_not_the_ending() {
    let bytes = workbook(|sheet| sheet.write(0, 0, "x").map(drop));
    assert_eq!(read("so.xls", &bytes).rows(), [["x"]]);
    assert_eq!(read("so.ods", &bytes).rows(), [["x"]]);
    for other in ["<html><table>", "", "not a workbook", "PK", "PK\x03\x04 cut off"] {
        assert_eq!(read("so.xls", other).problems(), ["CK0204 so.xls"], "{other:?}");
    }
}

#[test]
fn open_document_sheets_are_read() {
    let content = r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content>
        <office:automatic-styles>
        <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
        </office:automatic-styles><office:body><office:spreadsheet>
        <table:table table:name="Sổ"><table:table-row table:number-rows-repeated="2"><table:table-cell
        table:number-columns-repeated="3"/></table:table-row><table:table-row><table:table-cell/><table:table-cell
        office:value-type="string"><text:p>Mã</text:p><text:p>số</text:p></table:table-cell><table:table-cell
        office:value-type="date" office:date-value="2026-10-05"/><table:table-cell office:value-type="time"
        office:time-value="PT07H30M00S"/><table:table-cell office:value-type="float" office:value="2.5"
        table:number-columns-repeated="2"/><table:table-cell office:value-type="string"
        calcext:value-type="error"><text:p>Err:502</text:p></table:table-cell><table:table-cell
        office:value-type="boolean" office:boolean-value="true"/></table:table-row></table:table><table:table
        table:name="ẩn" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="float"
        office:value="1"/></table:table-row></table:table>
        </office:spreadsheet></office:body></office:document-content>"#;
    // Line breaks inside rows would be text there; real files have none.
    let content: String = content.lines().map(|line| line.trim_start().to_owned() + " ").collect();
    let content = content.replace("> <", "><");
    let bytes = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest></manifest:manifest>"),
        ("content.xml", content.as_bytes()),
    ]);
    let read = read("so.ods", bytes);
    assert_eq!(read.rows(), [["-", "Mã\nsố", "<2026-10-05>", "07:30", "2.5", "2.5", "-", "true"]]);
    assert_eq!(read.problems(), ["CK0212 so.ods › Sổ › G3"]);
}
