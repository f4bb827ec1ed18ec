//! Registers from file to page: what is personal goes nowhere, long lists are cut, a site describes kinds of its own.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use common::{Site, congkhai, stderr};

/// The small site with one more section of records.
fn with(kind: &str, front: &str, file: &str, text: &str) -> Site {
    let site = Site::small();
    let index = format!("+++\ntitle = \"Sổ\"\n[data]\nkind = \"{kind}\"\nsources = [\"{file}\"]\n{front}+++\n");
    site.write("content/so/_index.md", index);
    site.write(&format!("content/so/{file}"), text);
    site
}

fn build(site: &Site) -> String {
    let output = congkhai(site, &["build", "--format", "concise", "--as-of", "2026-11-20"]);
    let said = stderr(&output);
    assert!(output.status.success(), "{said}");
    said
}

/// Published files whose text contains some words.
fn holding(site: &Site, words: &str) -> Vec<String> {
    let files = site.published("public").into_iter();
    files.filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(words)).map(|(path, _)| path).collect()
}

#[test]
fn who_sent_feedback_reaches_no_file_and_no_message() {
    let csv = "Mã phản ánh,Ngày nhận,Vấn đề,Người gửi,Số điện thoại\nPA-1,16/11/2026,Đèn hỏng,Nguyễn Thị Riêng Tư,0900 111 222\n";
    let site = with("feedback", "", "phan-anh.csv", csv);
    let said = build(&site);
    assert_eq!(said.matches("CK0440").count(), 2, "{said}");
    assert!(!said.contains("Riêng Tư") && !said.contains("0900 111 222"), "{said}");
    assert_eq!(holding(&site, "Riêng Tư"), Vec::<String>::new());
    assert_eq!(holding(&site, "0900 111 222"), Vec::<String>::new());
    assert!(site.page("so/pa-1/index.html").contains("Đèn hỏng"));
}

#[test]
fn of_a_dossier_only_the_state_is_told() {
    let json = "{\"MaHoSo\":\"000.00.12.H34-261116-0003\",\"TrangThaiHoSo\":\"Đang xử lý\",\"ChuHoSo\":\"Riêng Tư\",\"TenTTHC\":\"Thủ tục kín đáo\",\"NgayTiepNhan\":\"2026-11-16\",\"NgayHenTra\":\"2026-11-20\"}\n";
    let site = with("dossiers", "", "ho-so.jsonl", json);
    build(&site);
    for secret in ["Riêng Tư", "kín đáo", "261116-0003", "2026-11-16"] {
        assert_eq!(holding(&site, secret), Vec::<String>::new(), "{secret}");
    }
    let found = holding(&site, "\"processing\"");
    assert!(found.iter().any(|path| path.starts_with("so/tra-cuu/")), "{found:?}");
    let files = site.published("public");
    assert_eq!(files.iter().filter(|(path, _)| path.starts_with("so/tra-cuu/")).count(), 16);
    assert!(!files.iter().any(|(path, _)| path.starts_with("so/") && path.ends_with(".csv")));
}

#[test]
fn a_long_register_is_cut_into_pages_that_lead_to_each_other() {
    let rows: String = (0..250).map(|at| format!("{at}/KH-UBND,01/02/2026,UBND xã,Kế hoạch số {at}\n")).collect();
    let site =
        with("documents", "", "van-ban.csv", &format!("Số ký hiệu,Ngày ban hành,Cơ quan ban hành,Trích yếu\n{rows}"));
    build(&site);
    assert_eq!(site.page("so/index.html").matches("<tr id=\"so-").count(), 100);
    assert_eq!(site.page("so/trang-3/index.html").matches("<tr id=\"so-").count(), 50);
    assert!(site.page("so/249-kh-ubnd/index.html").contains("Kế hoạch số 249"));
    assert!(!site.exists("public/so/trang-4"));
    assert_eq!(site.read("public/so/so.csv").lines().count(), 251);
}

#[test]
fn a_site_describes_a_register_of_its_own() {
    let kind = "id = \"cho-phien\"\nname = { vi = \"Chợ phiên\", en = \"Markets\" }\none = { vi = \"phiên\", en = \"day\" }\nabout = { vi = \"Ngày có chợ.\", en = \"Market days.\" }\ntitle = \"ten\"\nlist = [\"ngay\"]\n[[columns]]\nid = \"ten\"\nheading = { vi = \"Tên chợ\", en = \"Market\" }\nrequired = true\n[[columns]]\nid = \"ngay\"\nheading = { vi = \"Ngày họp\", en = \"Day\" }\ntype = \"date\"\n";
    let site = with("cho-phien", "schemes = [\"loai.toml\"]\n", "cho.csv", "Tên chợ,Ngày họp\nChợ Mẫu,06/12/2026\n");
    site.write("content/so/loai.toml", kind);
    build(&site);
    let page = site.page("so/index.html");
    assert!(page.contains("Ngày có chợ.") && page.contains("06/12/2026"), "{page}");
    assert!(site.exists("public/so/cho-mau/index.html"));
}

#[test]
fn a_description_that_cannot_be_used_stops_the_publication() {
    let site = with("cho-phien", "schemes = [\"loai.toml\"]\n", "cho.csv", "Tên chợ\nChợ Mẫu\n");
    site.write("content/so/loai.toml", "id = \"cho-phien\"\n");
    let output = congkhai(&site, &["build", "--format", "concise"]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("CK0526") && said.contains("CK0306"), "{said}");
}

#[test]
fn a_secret_document_stops_the_publication() {
    let csv = "Số ký hiệu,Ngày ban hành,Cơ quan ban hành,Trích yếu,Độ mật\n1/KH,01/02/2026,UBND xã,Kế hoạch,Mật\n";
    let site = with("documents", "", "van-ban.csv", csv);
    let output = congkhai(&site, &["build", "--format", "concise"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("van-ban.csv:2:") && stderr(&output).contains("CK0527"), "{}", stderr(&output));
    assert!(!site.exists("public/index.html"));
}

#[test]
fn markup_in_any_column_appears_as_text() {
    let evil = "<img src=x onerror=alert(2)>";
    let csv = format!(
        "Mã phản ánh,Ngày nhận,Vấn đề,Nội dung phản ánh,Nội dung trả lời,Nơi xử lý,Thủ tục liên quan,Tình trạng\n{evil},16/11/2026,{evil},{evil},{evil},{evil},{evil},{evil}\n"
    );
    let site = with("feedback", "", "phan-anh.csv", &csv);
    build(&site);
    let pages = site.published("public").into_iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, bytes) in pages {
        assert!(!String::from_utf8_lossy(&bytes).contains("<img src=x"), "{path}");
    }
    let files = site.published("public");
    assert!(files.iter().all(|(path, _)| !path.contains("..") && !path.contains('<')));
}

#[test]
fn two_builds_of_registers_are_identical() {
    let site = with("calendar", "", "lich.csv", "Ngày,Giờ,Nội dung\n16/11/2026,07:30,Giao ban\n17/11/2026,,Họp\n");
    build(&site);
    let before = site.published("public");
    assert!(before.iter().any(|(path, _)| path == "so/so.ics"));
    build(&site);
    assert_eq!(site.published("public"), before);
}

#[test]
fn a_life_event_of_a_register_and_of_the_configuration_is_told_once() {
    let csv = "Việc,Giới thiệu,STT,Bước,Mã thủ tục\nSinh con,Cha mẹ cùng đi.,1,Đăng ký khai sinh,1.000001\nChuyển nhà,Báo nơi cũ.,1,Báo công an,\n";
    let site = with("events", "", "viec.csv", csv);
    build(&site);
    let home = site.page("index.html");
    assert_eq!(home.matches("id=\"viec-").count(), 2, "the register alone: {home}");
    assert!(home.contains("href=\"./so/chuyen-nha/\"") && home.contains("Cha mẹ cùng đi."), "{home}");
    let event = |title: &str| {
        format!("[[home.events]]\ntitle = \"{title}\"\ntext = \"Lời của cấu hình\"\ncodes = [\"1.000001\"]\n")
    };
    let config = site.read("config.toml");
    site.write("config.toml", format!("{config}{}{}", event("SINH CON"), event("Cưới hỏi")));
    build(&site);
    let home = site.page("index.html");
    assert_eq!(home.matches("id=\"viec-").count(), 3, "one list: {home}");
    assert_eq!(home.matches("id=\"viec-sinh-con\"").count(), 1);
    assert!(home.contains("href=\"./so/sinh-con/\"") && home.contains("Lời của cấu hình"), "{home}");
}
