//! Processing statistics through the real program: forms in, pages and files out, and back in again.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use common::{Site, command, congkhai, stderr};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use serde_json::Value;

const SECTION: &str =
    "+++\ntitle = \"Kết quả giải quyết\"\n[data]\nkind = \"statistics\"\nsources = [\"*.{csv,xlsx}\"]\n+++\n";

/// A commune's report on form II.06a, its figures in agreement.
const FORM: &str = "Biểu số: II.06a/VPCP/KSTT,,,,,,,,,,,,\n\
,\"Kỳ báo cáo: Quý III năm 2026\n(Từ ngày 15/6/2026 đến ngày 14/9/2026)\",,,,,,\"Đơn vị báo cáo:\nUBND xã Thử\",,,,,\n\
TT,\"Lĩnh vực, công việc giải quyết theo cấp\",Số hồ sơ nhận giải quyết,,,,Số hồ sơ đã giải quyết,,,,Số hồ sơ đang giải quyết,,\n\
,,Tổng số,Trong đó,,Từ kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn\n\
,,,Trực tuyến,\"Trực tiếp, dịch vụ bưu chính\",,,,,,,,\n\
(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13)\n\
I,Thuộc thẩm quyền của xã,,,,,,,,,,,\n\
1,Hộ tịch,1.204,900,300,4,1.200,1.000,195,5,4,4,0\n\
2,Chứng thực,2.000,-,2.000,0,2.000,0,2.000,0,0,0,\n\
TỔNG CỘNG,,3.204,900,2.300,4,3.200,1.000,2.195,5,4,4,0\n";

fn site(files: &[(&str, &[u8])]) -> Site {
    let site = Site::small();
    site.write("content/thong-ke/_index.md", SECTION);
    for (name, bytes) in files {
        site.write(&format!("content/thong-ke/{name}"), bytes);
    }
    site
}

/// Builds and gives the open data of a page.
fn built(site: &Site, file: &str) -> Value {
    let output = congkhai(site, &["build"]);
    assert!(output.status.success(), "{}", stderr(&output));
    serde_json::from_str(&site.page(file)).expect("open data are JSON")
}

const PERIOD: &str = "thong-ke/2026-q3/thong-ke-2026-q3";

#[test]
fn a_form_becomes_pages_with_counts_rates_and_definitions() {
    let site = site(&[("bao-cao.csv", FORM.as_bytes())]);
    site.write(
        "config.toml",
        "base_url = \"https://xa.example/\"\n[unit]\nname = \"UBND xã Thử\"\nhotline = \"0900 000 000\"\n\
         [[statistics.targets]]\nrate = \"R-ONTIME-A\"\nat_least = 99.9\n[[statistics.targets]]\nrate = \"R-LATE\"\nat_most = 1\n",
    );
    let output = congkhai(&site, &["build", "--format", "concise"]);
    assert!(!stderr(&output).contains("CK04") && !stderr(&output).contains("CK051"), "{}", stderr(&output));
    let page = site.page("thong-ke/2026-q3/index.html");
    for expected in [
        "Quý III năm 2026",
        "Từ ngày 15/06/2026 đến ngày 14/09/2026",
        "99,84%",
        "3.195/3.200",
        "R-ONTIME-A",
        "Chưa đạt mục tiêu từ 99,9% trở lên",
        "gồm cả hồ sơ từ kỳ trước",
        "Biểu II.06a",
        "<th scope=\"colgroup\" colspan=\"4\">Tiếp nhận</th>",
        "(13)",
    ] {
        assert!(page.contains(expected), "{expected} is missing:\n{page}");
    }
    assert!(site.page("thong-ke/don-vi/ubnd-xa-thu/index.html").contains("3.195/3.200"));
    assert!(site.page("thong-ke/index.html").contains("href=\"../thong-ke/2026-q3/\""));
}

#[test]
fn contradictions_stand_on_the_page_and_in_the_terminal_and_nothing_is_changed() {
    let table =
        "ky,don_vi,tiep_nhan,dung_han_va_truoc_han,qua_han\n2026 (den 2026-10-10),UBND tỉnh Đắk Lắk,443565,393087,0\n";
    let site = site(&[("so-lieu.csv", table.as_bytes())]);
    let output = congkhai(&site, &["build", "--format", "concise"]);
    assert!(stderr(&output).contains("so-lieu.csv:2:55: cảnh báo[CK0427]"), "{}", stderr(&output));
    let page = site.page("thong-ke/2026-den-10-10/index.html");
    for expected in ["443.565", "393.087", "Còn 50.478 hồ sơ", "id=\"luu-y-1\"", "href=\"#luu-y-1\"", "CK0427"] {
        assert!(page.contains(expected), "{expected} is missing:\n{page}");
    }
}

/// The rows of open data without what says where they stand.
fn rows(data: &Value) -> &Vec<Value> {
    let found = data.as_object().into_iter().flat_map(|object| object.values()).find_map(Value::as_array);
    let rows = data.get("rows").or_else(|| data.get("data")).and_then(Value::as_array);
    rows.or(found).expect("the file has rows")
}

#[test]
fn files_of_a_page_are_read_back_to_the_same_figures() {
    let wrong = FORM.replace("1.204,900", "1.204,90");
    for form in [FORM, &wrong] {
        let first = site(&[("bao-cao.csv", form.as_bytes())]);
        let data = built(&first, &format!("{PERIOD}.json"));
        assert_eq!(rows(&data).len(), 4, "{data}");
        for ending in ["csv", "xlsx"] {
            let second = site(&[]);
            first.copy(&format!("public/{PERIOD}.{ending}"), "kept");
            second.write(&format!("content/thong-ke/lai.{ending}"), std::fs::read(first.path("kept")).expect("a file"));
            assert_eq!(built(&second, &format!("{PERIOD}.json")), data, "{ending}");
        }
    }
}

/// The same form as a workbook: merged cells, numbers as numbers, a number kept as text, signatures below.
fn workbook() -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("II.06a")?;
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 12, "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC", &plain)?;
    sheet.merge_range(1, 1, 1, 6, "Kỳ báo cáo: Quý III năm 2026", &plain)?;
    sheet.merge_range(1, 7, 1, 12, "Đơn vị báo cáo: UBND xã Thử", &plain)?;
    headings(sheet, &plain)?;
    for column in 0..13_u16 {
        sheet.write(6, column, format!("({})", column + 1))?;
    }
    let rows: [(&str, &str, [i32; 11]); 3] = [
        ("1", "Hộ tịch", [12, 8, 2, 2, 11, 6, 5, 0, 1, 1, 0]),
        ("2", "Đất đai", [9, 5, 3, 1, 6, 2, 3, 1, 3, 2, 1]),
        ("", "", [21, 13, 5, 3, 17, 8, 8, 1, 4, 3, 1]),
    ];
    for (row, (number, label, counts)) in (7..).zip(rows) {
        sheet.write(row, 0, number)?;
        sheet.write(row, 1, label)?;
        for (column, count) in (2..).zip(counts) {
            sheet.write(row, column, count)?;
        }
    }
    sheet.merge_range(9, 0, 9, 1, "TỔNG CỘNG", &plain)?;
    sheet.write(7, 2, "12,00")?;
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_with_format(11, 8, ExcelDateTime::from_ymd(2026, 10, 5)?, &day)?;
    sheet.write(12, 0, "NGƯỜI LẬP BIỂU")?;
    sheet.write(12, 8, "CHỦ TỊCH")?;
    workbook.save_to_buffer()
}

fn headings(sheet: &mut Worksheet, plain: &Format) -> Result<(), XlsxError> {
    sheet.merge_range(3, 0, 5, 0, "TT", plain)?;
    sheet.merge_range(3, 1, 5, 1, "Lĩnh vực, công việc giải quyết theo cấp", plain)?;
    sheet.merge_range(3, 2, 3, 5, "Số hồ sơ nhận giải quyết", plain)?;
    sheet.merge_range(3, 6, 3, 9, "Số hồ sơ đã giải quyết", plain)?;
    sheet.merge_range(3, 10, 3, 12, "Số hồ sơ đang giải quyết", plain)?;
    sheet.merge_range(4, 2, 5, 2, "Tổng số", plain)?;
    sheet.merge_range(4, 3, 4, 4, "Trong đó", plain)?;
    sheet.write(5, 3, "Trực tuyến")?;
    sheet.write(5, 4, "Trực tiếp, dịch vụ bưu chính")?;
    let single = [
        (5, "Từ kỳ trước"),
        (6, "Tổng số"),
        (7, "Trước hạn"),
        (8, "Đúng hạn"),
        (9, "Quá hạn"),
        (10, "Tổng số"),
        (11, "Trong hạn"),
        (12, "Quá hạn"),
    ];
    for (column, text) in single {
        sheet.merge_range(4, column, 5, column, text, plain)?;
    }
    Ok(())
}

#[test]
fn a_workbook_with_merged_headings_is_read_like_the_form() {
    let bytes = workbook().expect("the workbook is made");
    let site = site(&[("bao-cao.xlsx", &bytes)]);
    let output = congkhai(&site, &["check", "--format", "concise"]);
    assert!(!stderr(&output).contains("bao-cao.xlsx"), "{}", stderr(&output));
    let data = built(&site, &format!("{PERIOD}.json"));
    assert_eq!(rows(&data).len(), 3, "signatures are no rows: {data}");
    let page = site.page("thong-ke/2026-q3/index.html");
    assert!(page.contains("94,12%") && page.contains("16/17"), "{page}");
    assert!(!page.contains("CHỦ TỊCH") && !page.contains("Lưu ý về số liệu"), "{page}");
}

#[test]
fn markup_in_a_report_appears_as_text() {
    let evil = "<script>alert(1)</script>";
    let table = format!(
        "Kỳ báo cáo;Đơn vị;Lĩnh vực;Tổng tiếp nhận;Tổng đã giải quyết;Ghi chú;Nguồn\n{evil};{evil};{evil};{evil};9;{evil};{evil}\nQuý I/2026;{evil};{evil};5;9;{evil};{evil}\n"
    );
    let site = site(&[("so-lieu.csv", table.as_bytes())]);
    congkhai(&site, &["build"]);
    let pages = site.published("public");
    let own: Vec<_> =
        pages.iter().filter(|(path, _)| path.starts_with("thong-ke/") && path.ends_with(".html")).collect();
    assert!(own.len() >= 4, "{own:?}");
    for (path, bytes) in own {
        assert!(!String::from_utf8_lossy(bytes).contains("<script>alert"), "{path}");
    }
}

#[test]
fn two_builds_of_reports_are_identical_on_any_number_of_threads() {
    let site = site(&[("bao-cao.csv", FORM.as_bytes())]);
    for (folder, threads) in [("one", "1"), ("two", "2")] {
        let output = command(&site)
            .args(["build", "--quiet", "--output-dir", folder, "--as-of", "2026-11-20"])
            .env("RAYON_NUM_THREADS", threads)
            .output();
        assert!(output.expect("the program runs").status.success());
    }
    assert_eq!(site.published("one"), site.published("two"));
}

#[test]
fn the_excel_template_is_read_without_a_remark() {
    let fresh = Site::empty();
    assert!(congkhai(&fresh, &["init", "moi"]).status.success());
    let template = std::fs::read(fresh.path("moi/mau/thong-ke.xlsx")).expect("init writes the template");
    let site = site(&[("thong-ke.xlsx", &template)]);
    let output = congkhai(&site, &["check", "--format", "concise"]);
    assert!(!stderr(&output).contains("thong-ke.xlsx"), "{}", stderr(&output));
    let data = built(&site, "thong-ke/2026-q1/thong-ke-2026-q1.json");
    assert_eq!(rows(&data).len(), 1, "{data}");
}

#[test]
fn a_target_for_a_rate_that_does_not_exist_is_reported() {
    let site = site(&[("bao-cao.csv", FORM.as_bytes())]);
    site.write("config.toml", "[unit]\nname = \"UBND xã Thử\"\nhotline = \"1022\"\n[[statistics.targets]]\nrate = \"R-ONTIME\"\nat_least = 95\n");
    let output = congkhai(&site, &["check", "--format", "concise"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("CK0106") && stderr(&output).contains("“R-ONTIME”"), "{}", stderr(&output));
}
