//! Personal data and secrets never leave the site's folder.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use common::{Site, congkhai, stderr};

/// Builds, and expects that nothing is published and that one place is named with this code.
#[track_caller]
fn blocked(site: &Site, code: &str, place: &str) {
    let output = congkhai(site, &["build", "--format", "concise"]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.lines().any(|line| line.contains(code) && line.contains(place)), "{code} {place}: {said}");
    assert!(!site.exists("public/index.html"), "nothing is published");
}

#[test]
fn a_citizen_number_in_a_cell_blocks_the_build_and_names_the_cell() {
    let site = Site::small();
    let rows = "Mã TTHC;Tên TTHC;Mô tả\n1.000001;Đăng ký thử;Ví dụ: CCCD 001 085 012 345\n";
    site.write("content/thu-tuc/danh-muc.csv", rows);
    blocked(&site, "CK0550", "content/thu-tuc/danh-muc.csv:2:");
}

#[test]
fn a_column_that_no_page_shows_blocks_nothing() {
    let site = Site::small();
    let rows = "Mã TTHC;Tên TTHC;Người nộp gần nhất\n1.000001;Đăng ký thử;CCCD 001085012345\n";
    site.write("content/thu-tuc/danh-muc.csv", rows);
    let output = congkhai(&site, &["build"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(!site.page("thu-tuc/1.000001/index.html").contains("001085012345"));
}

#[test]
fn markdown_is_blocked_at_its_line_unless_it_is_a_draft() {
    let site = Site::small();
    let page = |draft: &str| format!("+++\ntitle = \"Tin\"\n{draft}+++\n\nBà Lan, sinh ngày 02/3/1985, được hỗ trợ.\n");
    site.write("content/tin-tuc/2026-02-02-nhap.md", page("draft = true\n"));
    let output = congkhai(&site, &["check"]);
    assert!(output.status.success(), "{}", stderr(&output));
    site.write("content/tin-tuc/2026-02-02-nhap.md", page(""));
    blocked(&site, "CK0554", "content/tin-tuc/2026-02-02-nhap.md:5:19");
}

#[test]
fn what_only_a_template_says_is_found_on_its_page() {
    let site = Site::small();
    site.write("templates/404.html", "<!doctype html><p>Quản trị: 0987 <b>654</b> 321</p>");
    blocked(&site, "CK0552", "404.html");
}

#[test]
fn a_secret_of_the_settings_must_stand_on_no_page() {
    let site = Site::small();
    let config = site.read("config.toml");
    site.write("config.toml", format!("{config}[deploy]\npassword = \"hoa-mua-ha\"\n"));
    let output = congkhai(&site, &["build"]);
    assert!(output.status.success(), "a secret that stays in the settings is fine: {}", stderr(&output));
    std::fs::remove_dir_all(site.path("public")).expect("the site is removed");
    site.write("content/gioi-thieu/_index.md", "+++\ntitle = \"Giới thiệu\"\n+++\nVào bằng hoa-mua-ha nhé.\n");
    blocked(&site, "CK0555", "/gioi-thieu/");
}

#[test]
fn files_of_the_site_are_looked_at_by_name_and_by_text() {
    let site = Site::small();
    site.write("static/anh/cccd-001085012345.png", "png");
    blocked(&site, "CK0550", "static/anh/cccd-001085012345.png");
    let site = Site::small();
    site.write("static/danh-sach.csv", "Họ tên,Thư\nA,nguyenvana@gmail.com\n");
    blocked(&site, "CK0553", "static/danh-sach.csv");
}

#[test]
fn a_declared_exception_is_published_and_noted() {
    let site = Site::small();
    site.write("content/tin-tuc/2026-02-02-moi.md", "+++\ntitle = \"Tin\"\n+++\nTrưởng thôn: 0987 654 321\n");
    blocked(&site, "CK0552", "content/tin-tuc/2026-02-02-moi.md:4:");
    let config = site.read("config.toml");
    site.write(
        "config.toml",
        format!("{config}[[guard.allow]]\nvalue = \"0987654321\"\nreason = \"Đồng ý bằng văn bản\"\n"),
    );
    let output = congkhai(&site, &["build"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stderr(&output).contains("CK0556") && stderr(&output).contains("Đồng ý bằng văn bản"));
    site.write("config.toml", config);
    let output = congkhai(&site, &["build"]);
    assert_eq!(output.status.code(), Some(1), "an exception that was withdrawn protects nothing");
}

#[test]
fn a_page_that_was_published_under_an_exception_is_looked_at_again_without_it() {
    let site = Site::small();
    site.write("templates/404.html", "<!doctype html><p>Quản trị: 0987 654 321</p>");
    let config = site.read("config.toml");
    site.write("config.toml", format!("{config}[[guard.allow]]\nvalue = \"0987654321\"\nreason = \"Đồng ý\"\n"));
    assert!(congkhai(&site, &["build"]).status.success());
    site.write("config.toml", config);
    let output = congkhai(&site, &["build"]);
    assert!(output.status.code() == Some(1) && stderr(&output).contains("CK0552"), "{}", stderr(&output));
}

#[test]
fn numbers_of_offices_are_public_on_every_page() {
    let site = Site::small();
    site.write(
        "content/tin-tuc/2026-02-02-moi.md",
        "+++\ntitle = \"Tin\"\n+++\nGọi 0900.000.000 hoặc vanphong@xa.gov.vn.\n",
    );
    let output = congkhai(&site, &["build"]);
    assert!(output.status.success(), "{}", stderr(&output));
}
