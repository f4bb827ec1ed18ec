//! Whole sites: reproducible, safe when killed, unmoved by hostile input.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use std::thread::sleep;
use std::time::Duration;

use common::{Site, command, congkhai, stderr};

/// A section that reads JSON lines and leaves broken records out.
fn with_records(site: &Site, records: &str) {
    site.write("content/thu-tuc/_index.md", "+++\ntitle = \"Thủ tục\"\n[data]\nkind = \"procedures\"\nsources = [\"*.jsonl\"]\ntolerance = \"publish\"\n+++\n");
    site.write("content/thu-tuc/du-lieu.jsonl", records);
}

fn many_records(count: usize) -> String {
    (0..count)
        .map(|at| format!("{{\"code\":\"1.{at:06}\",\"name\":\"Thủ tục thử số {at}\",\"field\":\"Lĩnh vực {}\",\"level\":\"Cấp Xã\",\"steps\":[\"Bước 1: nộp\",\"Bước 2: nhận\"]}}\n", at % 7))
        .collect()
}

#[test]
fn two_builds_are_identical_on_any_number_of_threads() {
    let site = Site::small();
    with_records(&site, &many_records(300));
    for (folder, threads) in [("one", "1"), ("two", "2"), ("again", "2")] {
        let output = command(&site)
            .args(["build", "--quiet", "--output-dir", folder, "--as-of", "2026-11-20"])
            .env("RAYON_NUM_THREADS", threads)
            .output();
        assert!(output.expect("the program runs").status.success());
    }
    assert_eq!(site.published("one"), site.published("two"));
    assert_eq!(site.published("two"), site.published("again"));
}

#[test]
fn a_second_build_changes_nothing_and_takes_pages_over() {
    let site = Site::small();
    congkhai(&site, &["build"]);
    let before = site.published("public");
    let output = congkhai(&site, &["build", "--report", &site.path("report.json")]);
    assert!(output.status.success(), "{}", stderr(&output));
    let report = site.report("report.json");
    assert_eq!(report["changed"].as_u64(), Some(0));
    assert_eq!(report["reused"], report["pages"]);
    assert_eq!(site.published("public"), before);
}

#[test]
fn one_changed_record_changes_only_its_pages() {
    let site = Site::small();
    with_records(&site, &many_records(50));
    congkhai(&site, &["build"]);
    with_records(
        &site,
        &many_records(50)
            .replace("Bước 2: nhận\"]}\n{\"code\":\"1.000001\"", "Bước 2: nhận kết quả\"]}\n{\"code\":\"1.000001\""),
    );
    congkhai(&site, &["build", "--report", &site.path("report.json")]);
    assert!(site.page("thu-tuc/1.000000/index.html").contains("nhận kết quả"));
    // The page itself and the change log; every other page stays as it was. The search data change with the words.
    let report = site.report("report.json");
    assert_eq!(report["reused"].as_u64(), report["pages"].as_u64().map(|pages| pages - 2));
    let pages = |path: &&String| path.ends_with(".html");
    let changed = report["changed"].as_u64().expect("a number");
    // Among them the feed of the log and the snapshot.
    assert!((1..14).contains(&changed), "{changed}");
    assert!(site.published("public").iter().map(|(path, _)| path).filter(pages).count() > 50);
}

#[test]
fn a_place_that_goes_is_missed_on_the_pages_that_stay_as_they_were() {
    let site = Site::small();
    let page = |title: &str, text: &str| format!("+++\ntitle = \"{title}\"\n+++\n{text}\n");
    site.write("content/gioi-thieu/dan.md", page("Dẫn", "[Xem](@/gioi-thieu/dich.md#noi-den)"));
    site.write("content/gioi-thieu/_index.md", page("Giới thiệu", ""));
    site.write("content/gioi-thieu/dich.md", page("Đích", "## Nơi đến"));
    let output = congkhai(&site, &["build"]);
    assert!(output.status.success(), "{}", stderr(&output));
    site.write("content/gioi-thieu/dich.md", page("Đích", "## Nơi khác"));
    let output = congkhai(&site, &["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("CK0703"), "{}", stderr(&output));
    assert!(site.page("gioi-thieu/dich/index.html").contains("Nơi đến"), "nothing is published half");
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_site_whole() {
    let site = Site::small();
    congkhai(&site, &["build"]);
    let before = site.published("public");
    with_records(&site, &many_records(2_000));
    for attempt in 0..10_u64 {
        let mut child =
            command(&site).args(["build", "--quiet", "--format", "concise"]).spawn().expect("the program runs");
        sleep(Duration::from_millis(15 + attempt * 37));
        let finished = child.try_wait().expect("the child answers").is_some();
        let _ = child.kill();
        let _ = child.wait();
        let now = site.published("public");
        if finished || now.len() > 2_000 {
            assert!(now.iter().any(|(path, _)| path == "manifest.json"), "the new site is whole");
            break;
        }
        assert_eq!(now, before, "attempt {attempt}");
    }
    assert!(congkhai(&site, &["build"]).status.success(), "the next build finds its way");
    assert!(!site.exists(".public.congkhai"));
}

#[test]
fn markup_in_any_field_appears_as_text() {
    let site = Site::small();
    let evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\\\" onmouseover=\\\"x";
    let record = format!(
        "{{\"code\":\"1.000001\",\"name\":\"{evil}\",\"field\":\"{evil}\",\"level\":\"{evil}\",\"agency\":\"{evil}\",\"subjects\":[\"{evil}\"],\"result\":\"{evil}\",\"place\":\"{evil}\",\"decision\":\"{evil}\",\"summary\":\"{evil}\",\"steps\":[\"{evil}\"],\"dossier\":[{{\"name\":\"{evil}\",\"form\":\"{evil}\",\"originals\":1,\"copies\":1}}],\"methods\":[{{\"channel\":\"{evil}\",\"days\":\"{evil}\",\"fee\":\"{evil}\",\"note\":\"{evil}\"}}],\"legal\":[{{\"no\":\"{evil}\",\"title\":\"{evil}\",\"date\":\"{evil}\",\"by\":\"{evil}\"}}],\"conditions\":[\"{evil}\"],\"keywords\":[\"{evil}\"],\"portal_url\":\"javascript:alert(3)\"}}\n"
    );
    with_records(&site, &record);
    congkhai(&site, &["build"]);
    for (path, bytes) in site.published("public").iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        assert!(
            !html.contains("<script>alert") && !html.contains("<img src=x") && !html.contains("javascript:"),
            "{path}"
        );
        // In JSON-LD a quote is escaped by a backslash; anywhere else it would end an attribute.
        assert!(!html.replace("\\\"", "").contains("\" onmouseover"), "{path}");
    }
    assert!(site.page("thu-tuc/1.000001/index.html").contains("&lt;script&gt;alert(1)"));
}

#[test]
fn codes_that_climb_out_of_the_folder_write_nothing_there() {
    let site = Site::small();
    with_records(
        &site,
        "{\"code\":\"../../../escaped\",\"name\":\"x\"}\n{\"code\":\"1.000001/../../x\",\"name\":\"y\"}\n",
    );
    let output = congkhai(&site, &["build", "--format", "concise"]);
    assert_eq!(stderr(&output).matches("CK0401").count(), 2, "{}", stderr(&output));
    assert!(!site.exists("escaped") && !site.exists("x"));
    let inside = site.published("public");
    assert!(inside.iter().all(|(path, _)| !path.contains("escaped")));
}

#[test]
fn bytes_that_are_not_utf8_are_told_with_their_line() {
    let site = Site::small();
    site.write("content/thu-tuc/danh-muc.csv", b"M\xc3\xa3 TTHC;T\xc3\xaan TTHC\n1.000001;\xff\xfe\n".as_slice());
    let output = congkhai(&site, &["check", "--format", "concise"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("CK0203"), "{}", stderr(&output));
}

#[test]
fn every_problem_is_told_in_one_run() {
    let site = Site::small();
    site.write("config.toml", "[unit]\nname = \"UBND xã Thử\"\nhotlin = \"1\"\n");
    site.write("content/thu-tuc/danh-muc.csv", "Mã TTHC;Tên TTHC\nsai;Mã sai\n");
    site.write("content/tin-tuc/2026-01-02-tin.md", "+++\ntitle = \"Tin\"\n+++\n[hỏng](@/khong-co.md)\n");
    site.write("content/lien-he/don-vi.toml", "[[office]]\nname = \n");
    let text = stderr(&congkhai(&site, &["check", "--format", "concise"]));
    for code in ["CK0103", "CK0401", "CK0603", "CK0207"] {
        assert!(text.contains(code), "{code} is missing:\n{text}");
    }
}

#[test]
fn a_template_of_the_site_replaces_that_of_the_theme_and_its_errors_are_placed() {
    let site = Site::small();
    site.write("templates/404.html", "<!doctype html><title>Của tôi</title>{{ page.title }}");
    assert!(congkhai(&site, &["build"]).status.success());
    assert!(site.page("404.html").contains("Của tôi"));
    site.write("templates/404.html", "<p>\n{% if %}");
    let output = congkhai(&site, &["build", "--format", "concise"]);
    assert!(stderr(&output).contains("CK0704") && stderr(&output).contains("404.html"), "{}", stderr(&output));
    assert!(site.page("404.html").contains("Của tôi"), "the old site stands");
}

#[test]
fn static_files_of_the_site_are_published_as_they_are() {
    let site = Site::small();
    site.write("static/mau/to-khai.pdf", b"%PDF-1.4 x".as_slice());
    assert!(congkhai(&site, &["build"]).status.success());
    assert_eq!(site.page("mau/to-khai.pdf"), "%PDF-1.4 x");
}
