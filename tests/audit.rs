//! The audit of disclosure, from the files of a site to its results, its page and the exit status.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "tests and benchmarks work on real files")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{Site, congkhai, stderr, stdout};
use congkhai::build::{self, Options};
use rust_xlsxwriter::Workbook;
use serde_json::Value;

/// The columns of the workbook, with the values of a procedure that says everything.
const PARTS: [(&str, &str); 20] = [
    ("Mã thủ tục", "1.000001"),
    ("Tên thủ tục", "Đăng ký thử"),
    ("Lĩnh vực", "Hộ tịch"),
    ("Cấp thực hiện", "Cấp xã"),
    ("Số quyết định", "163/QĐ-BTP"),
    ("Ngày quyết định", "02/3/2026"),
    ("Trình tự thực hiện", "Bước 1: Nộp.\nBước 2: Nhận."),
    ("Cách thức thực hiện", "Trực tiếp\nTrực tuyến"),
    ("Thời hạn giải quyết", "5 ngày làm việc"),
    ("Phí, lệ phí", "Miễn"),
    ("Thành phần hồ sơ", "Tờ khai | 1 | 0"),
    ("Số lượng hồ sơ", "01 bộ"),
    ("Đối tượng thực hiện", "Công dân Việt Nam"),
    ("Cơ quan thực hiện", "Ủy ban nhân dân cấp xã"),
    ("Địa chỉ tiếp nhận hồ sơ", "mot-cua"),
    ("Kết quả thực hiện", "Giấy xác nhận"),
    ("Yêu cầu, điều kiện thực hiện", "Không"),
    ("Căn cứ pháp lý", "Luật Hộ tịch (60/2014/QH13)"),
    ("Mức độ dịch vụ công trực tuyến", "Toàn trình"),
    ("Đường dẫn Cổng Dịch vụ công quốc gia", "https://dichvucong.gov.vn/"),
];
/// Rows of procedures; enough that one without an online level leaves 80 % of them with one.
const ROWS: usize = 6;

/// The workbook, with one cell of its third procedure left empty.
fn workbook(without: Option<&str>) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("TTHC").expect("a name");
    let columns = PARTS.iter().copied().chain([("Không phụ thuộc địa giới hành chính", "Có")]);
    for (column, (heading, value)) in columns.enumerate() {
        let column = u16::try_from(column).expect("few columns");
        sheet.write(0, column, heading).expect("a cell");
        for row in 1..=ROWS {
            let value = match heading {
                "Mã thủ tục" => format!("1.00000{row}"),
                "Tên thủ tục" => format!("{value} {row}"),
                _ => value.to_owned(),
            };
            if row != 3 || without != Some(heading) {
                sheet.write(u32::try_from(row).expect("few rows"), column, value).expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

const CONFIG: &str = r#"base_url = "https://xa.example/"
[languages.en]
title = "Thu Commune"
[unit]
name = "UBND xã Thử"
level = "xa"
hotline = "0900 000 000"
phone = "0203 0000 001"
email = "vp@xa.example"
address = "Số 1"
[unit.feedback]
agency = "Văn phòng"
postal = "Số 1"
phone = "0203 0000 002"
web = "https://dichvucong.gov.vn/"
email = "pakn@xa.example"
"#;

fn site(without: Option<&str>) -> Site {
    let site = Site::small();
    site.write("config.toml", CONFIG);
    site.write(
        "content/thu-tuc/_index.md",
        "+++\ntitle = \"Thủ tục\"\n[data]\nkind = \"procedures\"\nsources = [\"*.xlsx\"]\ntolerance = \"publish\"\n+++\n",
    );
    site.write("content/thu-tuc/danh-muc.xlsx", workbook(without));
    site
}

fn audited(site: &Site, as_of: &str) -> Value {
    let options = Options {
        root: site.path("").into(),
        output_dir: None,
        base_url: None,
        drafts: false,
        force: false,
        publish: false,
        baseline: build::Baseline::Site,
        as_of: as_of.parse().expect("a day"),
    };
    build::audit(&options, None).expect("the site can be read").report.json()
}

fn criteria(report: &Value) -> BTreeMap<String, Value> {
    let list = report["criteria"].as_array().expect("a list");
    list.iter().map(|one| (one["id"].as_str().expect("an id").to_owned(), one.clone())).collect()
}

/// Criteria that are not met, or only in part.
fn red(report: &Value) -> BTreeSet<String> {
    let is_red = |one: &Value| matches!(one["status"].as_str(), Some("partly" | "not_met"));
    criteria(report).into_iter().filter(|(_, one)| is_red(one)).map(|(id, _)| id).collect()
}

#[test]
fn removing_one_part_turns_exactly_its_criteria_red_and_names_the_cell() {
    let whole = audited(&site(None), "2026-11-20");
    let before = red(&whole);
    for id in ["CK-02", "CK-06", "CK-08", "CK-09", "CK-10", "CK-11", "CK-16", "CK-46"] {
        assert_eq!(criteria(&whole)[id]["status"], "met", "{id}");
    }
    let expected: [(&str, &str, &[&str]); 21] = [
        ("Mã thủ tục", "A4", &["CK-01", "CK-02"]),
        ("Tên thủ tục", "B4", &["CK-01", "CK-02"]),
        ("Lĩnh vực", "C4", &["CK-01"]),
        ("Cấp thực hiện", "D4", &["CK-52"]),
        ("Số quyết định", "E4", &["CK-03", "CK-04", "CK-06"]),
        ("Ngày quyết định", "F4", &["CK-03", "CK-04", "CK-06"]),
        ("Trình tự thực hiện", "G4", &["CK-02"]),
        ("Cách thức thực hiện", "H4", &["CK-02", "CK-10"]),
        ("Thời hạn giải quyết", "I4", &["CK-02", "CK-09"]),
        ("Phí, lệ phí", "J4", &["CK-08"]),
        ("Thành phần hồ sơ", "K4", &["CK-02"]),
        ("Số lượng hồ sơ", "L4", &["CK-02"]),
        ("Đối tượng thực hiện", "M4", &["CK-02"]),
        ("Cơ quan thực hiện", "N4", &["CK-02"]),
        ("Địa chỉ tiếp nhận hồ sơ", "O4", &["CK-10", "CK-18"]),
        ("Kết quả thực hiện", "P4", &["CK-02"]),
        ("Yêu cầu, điều kiện thực hiện", "Q4", &["CK-02"]),
        ("Căn cứ pháp lý", "R4", &["CK-06"]),
        ("Mức độ dịch vụ công trực tuyến", "S4", &["CK-11"]),
        ("Đường dẫn Cổng Dịch vụ công quốc gia", "T4", &["CK-11"]),
        ("Không phụ thuộc địa giới hành chính", "U4", &["CK-16"]),
    ];
    let mut wrong = Vec::new();
    for (heading, cell, ids) in expected {
        let report = audited(&site(Some(heading)), "2026-11-20");
        let after = red(&report);
        let newly: Vec<&str> = after.difference(&before).map(String::as_str).collect();
        if newly != ids || !before.is_subset(&after) {
            wrong.push(format!("{heading}: {newly:?}, not {ids:?}"));
        }
        for id in ids {
            let missing = &criteria(&report)[*id]["missing"];
            let cells: Vec<&Value> =
                missing.as_array().into_iter().flatten().flat_map(|one| one["cells"].as_array()).flatten().collect();
            let found = cells.iter().any(|found| {
                found["at"] == format!("content/thu-tuc/danh-muc.xlsx › TTHC › {cell}")
                    && found["fill"]["column"] == heading
            });
            if !found || cells.len() != 1 {
                wrong.push(format!("{heading}: {id} names {missing}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_part_of_the_feedback_address_is_asked_for() {
    for (part, line) in CONFIG.lines().rev().take(5).filter_map(|line| Some((line.split_once(" =")?.0, line))) {
        let site = site(None);
        // `phone` and `email` stand in [unit] as well; only the last of them belongs to the feedback address.
        let kept = CONFIG
            .rfind(line)
            .map(|at| format!("{}{}", &CONFIG[..at], &CONFIG[at + line.len()..]))
            .expect("the line is there");
        site.write("config.toml", kept);
        let found = criteria(&audited(&site, "2026-11-20"));
        assert_eq!(found["CK-26"]["status"], "partly", "{part}");
        let cell = &found["CK-26"]["missing"][0]["cells"][0]["fill"];
        assert_eq!(
            (cell["file"].as_str(), cell["column"].as_str()),
            (Some("config.toml"), Some(format!("unit.feedback.{part}").as_str()))
        );
    }
}

#[test]
fn a_form_without_its_file_is_named() {
    let procedure = |form: &str| {
        format!(
            "[[procedure]]\ncode = \"1.000001\"\nname = \"Thử\"\ndossier = [{{ items = [{{ name = \"Tờ khai\", form = {{ name = \"Mẫu 1\"{form} }} }}] }}]\n"
        )
    };
    let status = |form: &str| {
        let site = Site::small();
        site.write(
            "content/thu-tuc/_index.md",
            "+++\ntitle = \"Thủ tục\"\n[data]\nkind = \"procedures\"\nsources = [\"*.toml\"]\n+++\n",
        );
        site.write("content/thu-tuc/a.toml", procedure(form));
        let found = criteria(&audited(&site, "2026-11-20"));
        (found["CK-07"]["status"].clone(), found["CK-07"]["missing"][0]["cells"][0]["at"].clone())
    };
    assert_eq!(status(", url = \"mau/mau-1.docx\"").0, "met");
    let (without, at) = status("");
    assert_eq!(without, "not_met");
    assert!(at.as_str().is_some_and(|at| at.starts_with("content/thu-tuc/a.toml:")), "{at}");
}

#[test]
fn the_sample_site_lists_ninety_criteria_with_evidence_and_sources() {
    let repository = env!("CARGO_MANIFEST_DIR");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_congkhai"))
        .args(["audit", "--root", repository, "--as-of", "2026-11-20", "--format", "json"])
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).expect("standard output is JSON");
    let found = criteria(&report);
    assert_eq!(found.len(), 90);
    let tags = ["T", "C", "S", "seed", "N", "design"];
    let results = ["met", "attested", "partly", "not_met", "needs_attestation", "not_applicable"];
    for (id, one) in &found {
        assert!(results.contains(&one["status"].as_str().expect("a result")), "{id}");
        let sources = one["sources"].as_array().expect("sources");
        assert!(
            !sources.is_empty() && sources.iter().all(|source| tags.contains(&source["tag"].as_str().unwrap_or("?"))),
            "{id}"
        );
        if one["status"] == "met" {
            let cited = one["evidence"].as_array().is_some_and(|all| all.iter().any(|one| one["page"].is_string()));
            assert!(cited || one["page"].is_string(), "{id} has no evidence");
        }
        if one["status"] == "partly" {
            assert!(one["missing"][0]["cells"][0]["at"].is_string(), "{id} names no cell");
        }
        if one["status"] == "not_applicable" {
            assert!(one["reason"].is_string(), "{id} says not why");
        }
    }
    assert_eq!(report["summary"]["total"], 90);
    let counted: u64 = report["by_status"].as_object().expect("counts").values().filter_map(Value::as_u64).sum();
    assert_eq!(counted, 90);
}

#[test]
fn a_district_site_of_2019_is_judged_by_the_rules_of_2019() {
    let district = site(None);
    district.write("config.toml", CONFIG.replace("level = \"xa\"", "level = \"huyen\""));
    let rows = |level: &str| {
        format!(
            "Mã TTHC;Tên TTHC;Lĩnh vực;Cấp thực hiện;Mức độ;Đường dẫn\n1.000001;Đăng ký thử;Hộ tịch;Cấp huyện;{level};https://dichvucong.gov.vn/\n"
        )
    };
    district.write(
        "content/thu-tuc/_index.md",
        "+++\ntitle = \"Thủ tục\"\n[data]\nkind = \"procedures\"\nsources = [\"*.csv\"]\n+++\n",
    );
    district.write("content/thu-tuc/danh-muc.csv", rows("Mức độ 4"));
    let then = audited(&district, "2019-06-30");
    assert_eq!(then["level"], "huyen");
    let found = criteria(&then);
    assert_eq!(found["CK-11"]["status"], "met", "levels 1 to 4 were the scale of 2019");
    for id in ["CK-12", "CK-16", "CK-80", "CK-83", "CK-84"] {
        assert_eq!(found[id]["reason"], "not_in_force", "{id}");
    }
    let cites = |one: &Value, law: &str| {
        one["sources"].as_array().is_some_and(|sources| {
            sources
                .iter()
                .any(|source| source["in_force"] == true && source["vi"].as_str().is_some_and(|vi| vi.contains(law)))
        })
    };
    assert!(cites(&found["CK-23"], "61/2018") && !cites(&found["CK-23"], "118/2025"));
    let now = criteria(&audited(&district, "2026-11-20"));
    assert_eq!(now["CK-11"]["status"], "not_met", "the scale of 2019 is not that of 2026");
    assert!(cites(&now["CK-23"], "118/2025") && !cites(&now["CK-23"], "61/2018"));
    district.write("content/thu-tuc/danh-muc.csv", rows("Toàn trình"));
    assert_eq!(criteria(&audited(&district, "2019-06-30"))["CK-11"]["status"], "not_met");
}

#[test]
fn a_build_below_the_minimum_is_refused_and_the_old_site_stands() {
    let site = site(None);
    let built = |require: &str| {
        site.write("config.toml", format!("{CONFIG}[disclosure]\nrequire = {require}\n"));
        congkhai(&site, &["build", "--as-of", "2026-11-20", "--lang", "en"])
    };
    let fine = built("0.05");
    assert_eq!(fine.status.code(), Some(0), "{}", stderr(&fine));
    let before = site.page("cong-khai/index.html");
    let refused = built("0.95");
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("CK0540") && stderr(&refused).contains("95.0%"), "{}", stderr(&refused));
    assert_eq!(site.page("cong-khai/index.html"), before);
    let audit = congkhai(&site, &["audit", "--as-of", "2026-11-20"]);
    assert_eq!(audit.status.code(), Some(1));
    assert!(stdout(&audit).contains("CK-90") && stderr(&audit).contains("CK0540"));
    assert_eq!(built("7").status.code(), Some(1), "a share is at most 1");
    assert_eq!(congkhai(&site, &["audit", "--level", "thon"]).status.code(), Some(2));
}

#[test]
fn statements_count_until_they_expire() {
    let site = site(None);
    site.write(
        "config.toml",
        format!("{CONFIG}[[disclosure.attestations]]\ncriterion = \"CK-19\"\nby = \"Văn phòng\"\non = 2026-09-01\ntext = \"Đã xem bảng\"\n"),
    );
    let status = |as_of: &str| criteria(&audited(&site, as_of))["CK-19"].clone();
    let counts = status("2026-11-20");
    assert_eq!(counts["status"], "attested");
    assert_eq!(
        (counts["attestation"]["by"].as_str(), counts["attestation"]["until"].as_str()),
        (Some("Văn phòng"), Some("2026-12-01"))
    );
    assert_eq!(status("2026-12-02")["reason"], "attestation_expired");
    assert_eq!(status("2026-08-31")["reason"], "attestation_not_yet");
}

#[test]
fn the_page_shows_results_evidence_and_cells_in_both_languages_and_as_files() {
    let site = site(Some("Trình tự thực hiện"));
    site.write("content/cong-khai/_index.md", "+++\ntitle = \"Công khai theo tiêu chí\"\n+++\nLời của xã.\n");
    let output = congkhai(&site, &["build", "--as-of", "2026-11-20"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let page = site.page("cong-khai/index.html");
    assert!(page.contains("<h1>Công khai theo tiêu chí</h1>") && page.contains("Lời của xã."));
    assert!(page.contains("id=\"ck-01\"") && page.contains("id=\"ck-90\""));
    assert!(page.contains("danh-muc.xlsx › TTHC › G4, mục “Trình tự thực hiện”"));
    assert!(page.contains("href=\"../thu-tuc/1.000003/\"") && page.contains("chưa kiểm chứng"));
    let english = site.page("en/cong-khai/index.html");
    assert!(
        english.contains("not verified") && english.contains("href=\"../../en/thu-tuc/1.000001/\""),
        "evidence stays in the language"
    );
    assert_eq!(site.page("cong-khai/cong-khai.csv").lines().count(), 91);
    let data: Value = serde_json::from_str(&site.page("cong-khai/cong-khai.json")).expect("JSON");
    assert_eq!(data["rows"].as_array().map(Vec::len), Some(90));
    assert!(site.exists("public/cong-khai/cong-khai.xlsx"));
}
