//! The real program, as a person or a script runs it.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use common::{Site, congkhai, stderr, stdout};

#[test]
fn a_sound_site_is_published_with_status_zero() {
    let site = Site::small();
    let output = congkhai(&site, &["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(site.page("thu-tuc/1.000001/index.html").contains("Đăng ký thử"));
    assert!(stderr(&output).contains("Đã xuất bản"), "{}", stderr(&output));
}

#[test]
fn errors_in_the_data_stop_the_publication_with_status_one() {
    let site = Site::small();
    site.write("content/thu-tuc/danh-muc.csv", "Mã TTHC;Tên TTHC\n1.0133611;Mã thừa số\n1.000001;Đăng ký thử\n");
    let output = congkhai(&site, &["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("CK0401"), "{}", stderr(&output));
    assert!(stderr(&output).contains("danh-muc.csv:2:1"), "{}", stderr(&output));
    assert!(!site.exists("public/index.html"));
}

#[test]
fn a_tolerant_section_leaves_broken_records_out_and_says_so() {
    let site = Site::small();
    site.write("content/thu-tuc/_index.md", "+++\ntitle = \"Thủ tục\"\n[data]\nkind = \"procedures\"\nsources = [\"*.csv\"]\ntolerance = \"publish\"\n+++\n");
    site.write("content/thu-tuc/danh-muc.csv", "Mã TTHC;Tên TTHC\n1.0133611;Mã thừa số\n1.000001;Đăng ký thử\n");
    let output = congkhai(&site, &["build", "--report", &site.path("report.json")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(site.exists("public/thu-tuc/1.000001/index.html"));
    let report = site.report("report.json");
    assert_eq!((report["records_by_kind"]["procedures"].as_u64(), report["errors"].as_u64()), (Some(1), Some(1)));
    assert_eq!(report["published"].as_bool(), Some(true));
}

#[test]
fn a_folder_that_cannot_be_written_is_status_two() {
    let site = Site::small();
    site.write("occupied", "a file, not a folder");
    let output = congkhai(&site, &["build", "--output-dir", &site.path("occupied/site")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("occupied"), "{}", stderr(&output));
}

#[test]
fn a_wrong_argument_is_status_two() {
    assert_eq!(congkhai(&Site::small(), &["build", "--no-such-flag"]).status.code(), Some(2));
}

#[test]
fn check_writes_nothing_and_finds_what_build_finds() {
    let site = Site::small();
    site.write("content/thu-tuc/danh-muc.csv", "Mã TTHC;Tên TTHC\n../../x;Đường dẫn\n");
    let output = congkhai(&site, &["check", "--format", "concise"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("CK0401"));
    assert!(!site.exists("public"));
    assert!(!site.exists(".public.congkhai"));
}

#[test]
fn problems_can_be_had_as_json_on_standard_output() {
    let site = Site::small();
    site.write("content/thu-tuc/danh-muc.csv", "Mã TTHC;Tên TTHC;Lệ phí\n1.000001;Đăng ký thử;0 VNĐ ()\n");
    let output = congkhai(&site, &["check", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("standard output is JSON");
    let codes: Vec<_> = found.as_array().expect("an array").iter().filter_map(|one| one["code"].as_str()).collect();
    assert!(codes.contains(&"CK0405"), "{codes:?}");
}

#[test]
fn messages_come_in_the_language_asked_for() {
    let site = Site::small();
    site.write("content/thu-tuc/danh-muc.csv", "Mã TTHC;Tên TTHC\nx;y\n");
    let english = congkhai(&site, &["check", "--lang", "en"]);
    let vietnamese = congkhai(&site, &["check", "--lang", "vi"]);
    assert!(stderr(&english).contains("error[CK0401]"), "{}", stderr(&english));
    assert!(stderr(&vietnamese).contains("lỗi[CK0401]"), "{}", stderr(&vietnamese));
}

#[test]
fn quiet_says_nothing_when_all_is_well() {
    let site = Site::small();
    let output = congkhai(&site, &["build", "--quiet", "--format", "concise"]);
    assert!(!stderr(&output).contains("Đã xuất bản"), "{}", stderr(&output));
}

#[test]
fn warnings_can_be_denied() {
    let site = Site::small();
    site.write("content/thu-tuc/danh-muc.csv", "Mã TTHC;Tên TTHC;Lệ phí\n1.000001;Đăng ký thử;0 VNĐ ()\n");
    assert_eq!(congkhai(&site, &["check"]).status.code(), Some(0));
    assert_eq!(congkhai(&site, &["check", "--deny", "warnings"]).status.code(), Some(1));
}

#[test]
fn every_code_is_explained_in_both_languages() {
    let site = Site::small();
    for lang in ["vi", "en"] {
        let output = congkhai(&site, &["explain", "ck0405", "--lang", lang]);
        assert!(stdout(&output).contains("CK0405") && stdout(&output).len() > 200, "{}", stdout(&output));
    }
    assert_eq!(congkhai(&site, &["explain", "CK9999"]).status.code(), Some(2));
    assert!(stdout(&congkhai(&site, &["explain"])).lines().count() > 40);
}

#[test]
fn init_makes_a_site_that_builds_and_keeps_what_is_there() {
    let site = Site::empty();
    let output = congkhai(&site, &["init", &site.path("moi")]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(site.exists("moi/mau/thu-tuc.xlsx"));
    let output = congkhai(&site, &["build", "--root", &site.path("moi")]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(site.exists("moi/public/thu-tuc/1.001193/index.html"));
    assert_eq!(congkhai(&site, &["init", &site.path("moi")]).status.code(), Some(2), "a second init must refuse");
}

#[test]
fn the_excel_templates_are_read_without_a_mapping() {
    let site = Site::empty();
    congkhai(&site, &["init", &site.path("moi")]);
    for (template, section, kind) in [
        ("thu-tuc", "thu-tuc", "procedures"),
        ("don-vi", "lien-he", "offices"),
        ("can-bo", "can-bo", "officers"),
        ("xep-hang", "xep-hang", "rankings"),
    ] {
        site.copy(&format!("moi/mau/{template}.xlsx"), &format!("content/{section}/{template}.xlsx"));
        site.write(
            &format!("content/{section}/_index.md"),
            format!("+++\ntitle = \"{kind}\"\n[data]\nkind = \"{kind}\"\nsources = [\"*.xlsx\"]\n+++\n"),
        );
    }
    site.write("config.toml", "[unit]\nname = \"UBND xã Mẫu\"\nhotline = \"0900 000 000\"\n");
    let output = congkhai(&site, &["build", "--format", "concise", "--report", &site.path("report.json")]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(site.report("report.json")["records"].as_u64(), Some(4));
    assert!(!stderr(&output).contains("CK03"), "a template must have no unknown column: {}", stderr(&output));
}

#[test]
fn a_folder_of_other_files_is_replaced_only_when_forced() {
    let site = Site::small();
    site.write("other/thesis.txt", "precious");
    let folder = site.path("other");
    assert_eq!(congkhai(&site, &["build", "--output-dir", &folder]).status.code(), Some(2));
    assert!(site.exists("other/thesis.txt"));
    assert_eq!(congkhai(&site, &["build", "--output-dir", &folder, "--force"]).status.code(), Some(0));
}
