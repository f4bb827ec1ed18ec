//! What the audit takes from sheets of registers: statements of persons, internal processes, days of going online.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use common::{Site, congkhai, stderr, stdout};
use serde_json::Value;

/// The finding of a criterion.
fn finding(site: &Site, id: &str, as_of: &str) -> Value {
    let output = congkhai(site, &["audit", "--format", "json", "--as-of", as_of]);
    let report: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    let all = report["criteria"].as_array().expect("a list").iter();
    all.into_iter().find(|one| one["id"] == id).expect("the criterion is there").clone()
}

fn section(site: &Site, folder: &str, kind: &str, file: &str, text: &str) {
    let index = format!("+++\ntitle = \"Mục\"\n[data]\nkind = \"{kind}\"\nsources = [\"{file}\"]\n+++\nLời của xã.\n");
    site.write(&format!("content/{folder}/_index.md"), index);
    site.write(&format!("content/{folder}/{file}"), text);
}

fn problems(site: &Site) -> String {
    stderr(&congkhai(site, &["check", "--format", "concise", "--as-of", "2026-11-20"]))
}

const HEAD: &str = "Tiêu chí,Đơn vị xác nhận,Ngày xác nhận,Có giá trị đến,Nội dung xác nhận,Căn cứ\n";

#[test]
fn a_sheet_of_statements_feeds_the_page_of_the_audit_and_has_none_of_its_own() {
    let site = Site::small();
    let rows = "CK-19,Văn phòng,01/09/2026,,Đã xem bảng,Biên bản số 5\n";
    section(&site, "cong-khai", "attestations", "xac-nhan.csv", &format!("{HEAD}{rows}"));
    let output = congkhai(&site, &["build", "--as-of", "2026-11-20"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let page = site.page("cong-khai/index.html");
    assert!(page.contains("id=\"ck-19\"") && page.contains("Đã xem bảng") && page.contains("Lời của xã."), "{page}");
    let counts = finding(&site, "CK-19", "2026-11-20");
    assert_eq!((&counts["status"], &counts["attestation"]["evidence"]), (&"attested".into(), &"Biên bản số 5".into()));
    let over = finding(&site, "CK-19", "2026-12-02");
    assert_eq!((&over["status"], &over["reason"]), (&"needs_attestation".into(), &"attestation_expired".into()));
}

#[test]
fn a_sheet_and_the_configuration_count_together() {
    let site = Site::small();
    let own =
        "[[disclosure.attestations]]\ncriterion = \"CK-88\"\nby = \"Văn phòng\"\non = 2026-10-01\ntext = \"Đã xem\"\n";
    site.write("config.toml", site.read("config.toml") + own);
    section(&site, "xac-nhan", "attestations", "a.csv", &format!("{HEAD}ck-19,Văn phòng,01/11/2026,,Đã xem bảng,\n"));
    for id in ["CK-19", "CK-88"] {
        assert_eq!(finding(&site, id, "2026-11-20")["status"], "attested", "{id}");
    }
    assert!(congkhai(&site, &["build", "--as-of", "2026-11-20"]).status.success());
    assert!(site.page("xac-nhan/index.html").contains("Đã xem bảng"), "in a folder of its own it is a list");
}

#[test]
fn what_is_wrong_with_a_statement_is_reported_at_its_cell() {
    let site = Site::small();
    let rows = "CK-199,Văn phòng,01/11/2026,,Đã xem,\nCK-19,,01/11/2026,,Đã xem,\nCK-88,Văn phòng,hôm qua,,Đã xem,\nCK-88,Văn phòng,01/01/2024,,Đã xem,\nCK-02,Văn phòng,01/11/2026,,Đủ,\n";
    section(&site, "cong-khai", "attestations", "xac-nhan.csv", &format!("{HEAD}{rows}"));
    let said = problems(&site);
    let at = |place: &str, code: &str| {
        let line = said.lines().find(|line| line.contains(&format!("xac-nhan.csv:{place}")) && line.contains(code));
        assert!(line.is_some(), "{place} {code}: {said}");
    };
    at("2:1", "CK0541");
    at("3:", "CK0544");
    at("4:17", "CK0544");
    at("5:17", "CK0543");
    at("6:1", "CK0542");
    assert_eq!(finding(&site, "CK-19", "2026-11-20")["status"], "needs_attestation");
    assert_eq!(finding(&site, "CK-88", "2026-11-20")["status"], "needs_attestation");
}

#[test]
fn steps_of_a_process_are_held_against_the_time_limit() {
    let head = "Quy trình,Mã thủ tục,Bước,Đơn vị thực hiện,Số ngày làm việc\n";
    let site = Site::small();
    site.write(
        "content/thu-tuc/danh-muc.csv",
        "Mã TTHC;Tên TTHC;Lĩnh vực;Thời hạn giải quyết\n1.000001;Đăng ký thử;Hộ tịch;3 ngày làm việc\n",
    );
    let judged = |rows: &str| {
        section(&site, "quy-trinh", "processes", "quy-trinh.csv", &format!("{head}{rows}"));
        finding(&site, "CK-14", "2026-11-20")
    };
    let whole = judged("Thử,1.000001,Nhận,Một cửa,\"0,5\"\nThử,1.000001,Trả,Tư pháp,\"2,5\"\n");
    assert_eq!(whole["status"], "met", "{whole}");
    let short = judged("Thử,1.000001,Nhận,Một cửa,\"0,5\"\nThử,1.000001,Trả,,2\n");
    assert_eq!(short["status"], "not_met", "{short}");
    let cells = short["missing"].to_string();
    assert!(
        cells.contains("quy-trinh.csv") && cells.contains("Đơn vị thực hiện") && cells.contains("thời hạn"),
        "{cells}"
    );
    let other = judged("Khác,2.999999,Nhận,Một cửa,1\n");
    assert_eq!(other["status"], "needs_attestation", "the procedure of the site has no process: {other}");
}

#[test]
fn the_change_log_tells_when_a_procedure_went_online() {
    let site = Site::small();
    let list = |rows: &str| {
        let head = "Mã TTHC;Tên TTHC;Lĩnh vực;Số quyết định;Ngày quyết định;Ngày đăng lên trang\n";
        site.write("content/thu-tuc/danh-muc.csv", format!("{head}{rows}"));
    };
    let publish = |day: &str| {
        let output = congkhai(&site, &["build", "--as-of", day]);
        assert!(output.status.success(), "{}", stderr(&output));
    };
    let old = "1.000001;Đăng ký thử;Hộ tịch;1/QĐ-UBND;02/3/2026;05/3/2026\n";
    list(old);
    publish("2026-11-01");
    assert_eq!(finding(&site, "CK-04", "2026-11-01")["status"], "met", "the source says the day");
    let new = |signed: &str| format!("{old}1.000002;Thủ tục mới;Hộ tịch;2/QĐ-UBND;{signed};\n");
    list(&new("06/11/2026"));
    publish("2026-11-13");
    assert_eq!(finding(&site, "CK-04", "2026-11-16")["status"], "met", "online on the fifth working day");
    list(&new("05/11/2026"));
    let late = finding(&site, "CK-04", "2026-11-16");
    assert_eq!(late["status"], "partly", "{late}");
    assert!(late["missing"].to_string().contains("1.000002"), "{late}");
}

#[test]
fn a_district_site_of_2019_builds_with_its_registers_and_is_judged_by_its_own_rules() {
    let site = Site::small();
    let config = site.read("config.toml").replace("[unit]\n", "[unit]\nlevel = \"huyen\"\n");
    site.write("config.toml", config);
    let rows = "PA-1,25/04/2019,Chờ lâu,Đã trả lời,06/05/2019,3 ngày làm việc\n";
    let head = "Mã phản ánh,Ngày nhận,Vấn đề,Tình trạng,Ngày trả lời,Thời hạn áp dụng\n";
    section(&site, "phan-anh", "feedback", "phan-anh.csv", &format!("{head}{rows}"));
    let output = congkhai(&site, &["build", "--as-of", "2019-06-30"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(site.exists("public/phan-anh/pa-1/index.html"));
    let output = congkhai(&site, &["audit", "--format", "json", "--as-of", "2019-06-30"]);
    let report: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(report["level"], "huyen");
    assert_eq!(finding(&site, "CK-16", "2019-06-30")["reason"], "not_in_force");
}
