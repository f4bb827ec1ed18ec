//! The change log over whole publications, and `diff`.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use common::{Site, congkhai, stderr, stdout};

fn list(site: &Site, rows: &str) {
    site.write("content/thu-tuc/danh-muc.csv", format!("Mã TTHC;Tên TTHC;Lĩnh vực;Đối tượng\n{rows}"));
}

#[track_caller]
fn publish(site: &Site, day: &str) {
    let output = congkhai(site, &["build", "--as-of", day]);
    assert!(output.status.success(), "{}", stderr(&output));
}

/// A site published twice: one procedure changed, one withdrawn, one new.
fn published_twice() -> Site {
    let site = Site::small();
    list(&site, "1.000001;Đăng ký thử;Hộ tịch;Cá nhân\n1.000002;Thủ tục cũ;Hộ tịch;Cá nhân\n");
    publish(&site, "2026-11-01");
    list(&site, "1.000001;Đăng ký thử;Hộ tịch;Cá nhân, tổ chức\n1.000003;Thủ tục mới;Đất đai;Cá nhân\n");
    publish(&site, "2026-11-08");
    site
}

#[test]
fn the_log_tells_what_is_new_changed_and_withdrawn_and_links_to_it() {
    let site = published_twice();
    let page = site.page("thay-doi/index.html");
    for words in ["id=\"2026-11-08\"", "Cá nhân, tổ chức", "Thủ tục mới", "Thủ tục cũ", "../thu-tuc/1.000002/"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    let procedure = site.page("thu-tuc/1.000001/index.html");
    assert!(procedure.contains("Lịch sử thay đổi") && procedure.contains("datetime=\"2026-11-08\""), "{procedure}");
    assert!(!site.page("thu-tuc/1.000003/index.html").contains("<del"));
}

#[test]
fn the_feed_names_the_publication() {
    let site = published_twice();
    let feed = site.page("thay-doi/atom.xml");
    assert!(feed.contains("<id>https://xa.example/thay-doi/#2026-11-08</id>"), "{feed}");
    assert!(feed.contains("Thủ tục mới") && feed.matches("<entry>").count() == 1, "{feed}");
    assert!(site.page("thay-doi/index.html").contains("atom.xml"));
}

#[test]
fn the_old_address_of_a_withdrawn_procedure_says_so_and_is_not_searched_for() {
    let site = published_twice();
    let page = site.page("thu-tuc/1.000002/index.html");
    assert!(page.contains("noindex") && page.contains("Thủ tục cũ") && page.contains("08/11/2026"), "{page}");
    assert!(!site.page("sitemap.xml").contains("1.000002"));
    list(&site, "1.000001;Đăng ký thử;Hộ tịch;Cá nhân, tổ chức\n1.000002;Thủ tục cũ;Hộ tịch;Cá nhân\n");
    publish(&site, "2026-11-15");
    assert!(!site.page("thu-tuc/1.000002/index.html").contains("noindex"), "it is back");
}

#[test]
fn building_again_with_the_same_data_changes_no_file_on_any_day() {
    let site = published_twice();
    let before = site.published("public");
    publish(&site, "2026-11-08");
    assert_eq!(site.published("public"), before);
    let log = site.page("thay-doi/index.html");
    publish(&site, "2026-12-24");
    assert_eq!(site.page("thay-doi/index.html"), log, "the day alone is no change");
}

#[test]
fn a_refused_build_leaves_the_log_as_it_was() {
    let site = published_twice();
    let before = site.published("public");
    list(&site, "1.000001;Đăng ký thử;Hộ tịch;CCCD 001085012345\n");
    assert_eq!(congkhai(&site, &["build", "--as-of", "2026-11-20"]).status.code(), Some(1));
    assert_eq!(site.published("public"), before);
}

#[test]
fn a_damaged_snapshot_is_reported_and_the_log_begins_again() {
    let site = published_twice();
    site.write("public/snapshot.json.gz", "not gzip");
    let output = congkhai(&site, &["build", "--as-of", "2026-11-20"]);
    assert!(output.status.success() && stderr(&output).contains("CK0560"), "{}", stderr(&output));
    assert!(site.page("thay-doi/index.html").contains("20/11/2026"));
    assert!(!site.exists("public/thay-doi/atom.xml"), "nothing to tell yet");
    assert!(!site.exists("public/thu-tuc/1.000002/index.html"));
}

#[test]
fn diff_tells_what_a_build_would_change_and_writes_nothing() {
    let site = published_twice();
    let before = site.published("public");
    list(&site, "1.000001;Đăng ký thử;Hộ tịch;Cá nhân\n1.000003;Thủ tục mới;Đất đai;Cá nhân\n");
    let output = congkhai(&site, &["diff", "--lang", "en"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let text = stdout(&output);
    assert!(text.contains("~ Procedure 1.000001: Đăng ký thử"), "{text}");
    assert!(text.contains("- Cá nhân; tổ chức") || text.contains("- Cá nhân, tổ chức"), "{text}");
    assert!(text.ends_with("0 new, 1 changed, 0 withdrawn\n"), "{text}");
    assert_eq!(site.published("public"), before);
    assert_eq!(congkhai(&site, &["diff", "--exit-code"]).status.code(), Some(1));
}

#[test]
fn diff_against_another_folder_speaks_json() {
    let site = published_twice();
    std::fs::rename(site.path("public"), site.path("old")).expect("the site is moved");
    let output = congkhai(&site, &["diff", &site.path("old"), "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!((&value["added"], &value["changes"]), (&serde_json::json!(0), &serde_json::json!([])));
    list(&site, "1.000003;Thủ tục mới;Đất đai;Cá nhân\n");
    let output = congkhai(&site, &["diff", "--against", &site.path("old"), "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(value["withdrawn"], 1);
    assert_eq!(value["changes"][0]["what"], "withdrawn");
}

#[test]
fn diff_without_a_publication_says_so_and_with_errors_in_the_data_fails() {
    let site = Site::small();
    let output = congkhai(&site, &["diff", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("snapshot.json.gz"), "{}", stderr(&output));
    publish(&site, "2026-11-01");
    list(&site, "1.000001;Đăng ký thử;Hộ tịch;CCCD 001085012345\n");
    let output = congkhai(&site, &["diff"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("CK0550"), "{}", stderr(&output));
}
