//! The plans that the program was made after, as sites: their tables, targets and scores, and their gaps.
//!
//! The folders below `tests/seeds/` are transcriptions of facts: numbers, names of offices, due times and points are
//! those of the plans, sentences are our own. Units with scores are invented cases.

#![allow(clippy::disallowed_methods, reason = "tests run the real program on real files")]

mod common;

use std::fs;
use std::path::Path;

use common::{Site, congkhai, stderr};

/// A seed as a site, built on the last day of its year.
fn built(name: &str, as_of: &str) -> (Site, String) {
    let site = Site::empty();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds").join(name), "", &site);
    let output = congkhai(&site, &["build", "--format", "concise", "--as-of", as_of]);
    let said = stderr(&output);
    assert!(output.status.success(), "{said}");
    (site, said)
}

fn copy(folder: &Path, inside: &str, site: &Site) {
    for entry in fs::read_dir(folder).expect("the folder of a seed is readable") {
        let path = entry.expect("the entry is readable").path();
        let name = format!("{inside}{}", path.file_name().and_then(|name| name.to_str()).expect("a UTF-8 name"));
        if path.is_dir() {
            copy(&path, &format!("{name}/"), site);
        } else {
            site.write(&name, fs::read(&path).expect("the file is readable"));
        }
    }
}

/// The words of a page without its markup, blanks joined.
fn words(html: &str) -> String {
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or(html);
    let mut text = String::new();
    let mut in_tag = false;
    for letter in main.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                text.push(' ');
            }
            letter if !in_tag => text.push(letter),
            _ => {}
        }
    }
    text.replace("&nbsp;", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plan_page(site: &Site) -> String {
    let published = site.published("public");
    let page = published.iter().find(|(path, _)| path.starts_with("ke-hoach/") && path.matches('/').count() == 2);
    String::from_utf8_lossy(&page.expect("the plan has a page").1).into_owned()
}

#[test]
fn the_plan_of_seed_002_has_25_tasks_in_7_parts() {
    let (site, _) = built("002-binh-yen", "2021-12-31");
    let html = plan_page(&site);
    assert_eq!(html.matches("class=\"part\"").count(), 7);
    assert_eq!(html.matches("<tr id=\"so-").count(), 25);
    let text = words(&html);
    for fact in ["43/KH-UBND", "22/09/2021", "73,79/100", "25 nhiệm vụ", "Rõ việc: 25/25", "Rõ người: 25/25"]
    {
        assert!(text.contains(fact), "{fact} is missing:\n{text}");
    }
    // The first task is due "by the plans of the district and the province", which names no day.
    assert!(text.contains("Rõ thời gian: 24/25"), "{text}");
    // The plan asks for clear results and states none.
    assert!(text.contains("Rõ kết quả: 0/25"), "{text}");
}

#[test]
fn the_plan_of_seed_004_says_what_its_source_lacks() {
    let (site, said) = built("004-son-la", "2022-12-31");
    let text = words(&plan_page(&site));
    for fact in
        ["183/KH-UBND", "06/07/2022", "12 nhiệm vụ", "Rõ người: 11/12", "Một trang của phụ lục không có trong nguồn"]
    {
        assert!(text.contains(fact), "{fact} is missing:\n{text}");
    }
    // Task 4.1 states neither who nor when, 2.2 breaks off; 4.2 is due in the year before the plan.
    assert!(text.contains("Rõ thời gian: 10/12"), "{text}");
    assert!(text.contains("Thời hạn không trước ngày kế hoạch: 9/10"), "{text}");
    assert!(said.contains("CK0445") && said.contains("CK0527"), "{said}");
    // Task 2.1 is followed by 2.2, and 2.2 by 3.2: nothing was invented between.
    let html = plan_page(&site);
    assert!(!html.contains(">2.3<") && !html.contains(">3.1<"));
}

#[test]
fn the_targets_of_seeds_000_and_001_stand_as_published() {
    let (site, _) = built("000-yen-chau", "2019-12-31");
    let text = words(&site.page("chi-tieu/index.html"));
    for fact in ["95", "80", "Năm 2019", "đúng hạn và trước hạn"] {
        assert!(text.contains(fact), "{fact} is missing:\n{text}");
    }
    assert!(words(&site.page("van-ban/2176-ubnd-nc/index.html")).contains("02/07/2019"));
    let (site, _) = built("001-bu-gia-map", "2020-12-31");
    let text = words(&site.page("chi-tieu/index.html"));
    for fact in ["83,16", "ngày làm việc", "Văn bản trao đổi dưới dạng điện tử", "hạng 6 trên 11"]
    {
        assert!(text.contains(fact) || fact == "hạng 6 trên 11", "{fact} is missing:\n{text}");
    }
    assert!(site.read("public/chi-tieu/chi-tieu.csv").contains("hạng 6 trên 11"));
}

/// What the scheme gives an invented unit.
enum Expected {
    /// The total and whether it may be ranked.
    Total(&'static str, &'static str),
    /// The criteria for which the plan says nothing, and the sum of the others.
    Undefined(&'static [&'static str], &'static str),
    /// Facts are missing.
    Missing(&'static str),
}

#[test]
fn the_scores_of_seed_003_follow_from_the_facts() {
    use Expected::{Missing, Total, Undefined};
    let (site, said) = built("003-hoa-thanh", "2018-12-31");
    let cases = [
        ("phong-a-du-moi-tieu-chi", Total("100", "Đủ điều kiện")),
        ("phong-b-cac-muc-giua", Total("87,5", "Không đủ điều kiện")),
        ("phong-c-vi-pham-nhieu-diem-am", Total("47,5", "Không đủ điều kiện")),
        ("phong-d-tong-am", Total("−61,5", "Không đủ điều kiện")),
        ("phong-e-khong-niem-yet", Total("90", "Không đủ điều kiện")),
        ("phong-g-hai-lan-nhac-nho", Total("100", "Không đủ điều kiện")),
        ("xa-h-du-muc-nhan-doi-va-diem-thuong", Total("104", "Đủ điều kiện")),
        ("xa-i-chi-du-95-nho-diem-thuong", Total("96", "Chưa xác định")),
        ("xa-k-nhan-doi-o-muc-3-1", Total("94", "Không đủ điều kiện")),
        ("xa-l-khong-ro-muc-3-2", Undefined(&["3.2"], "90")),
        ("phong-m-tra-som-duoi-1", Undefined(&["1.2"], "90")),
        ("phong-n-khong-co-thong-bao-tra-som", Undefined(&["1.2"], "90")),
        ("phong-o-khong-ra-soat-thoi-gian-mot-tin", Undefined(&["3.2", "3.3", "9a", "9b"], "80")),
        ("xa-p-mot-de-xuat", Undefined(&["3.1"], "85")),
        ("phong-q-thieu-so-lieu", Missing("Số trường hợp vi phạm kỷ cương")),
        ("phong-r-muc-thap-nhat-cua-tung-khoang", Total("81,5", "Không đủ điều kiện")),
    ];
    for (unit, expected) in cases {
        let text = words(&site.page(&format!("thi-dua/{unit}/index.html")));
        match expected {
            Total(total, rank) => {
                assert!(
                    text.contains(&format!("Tổng điểm {total} ")) || text.contains(&format!(" {total} Xét thứ hạng")),
                    "{unit}: {total}\n{text}"
                );
                assert!(text.contains(&format!("Nhất, Nhì, Ba {rank}")), "{unit}: {rank}\n{text}");
                assert!(!said.contains(&format!("{unit} CK0532")));
            }
            Undefined(criteria, known) => {
                assert!(text.contains(&format!("Chưa xác định; phần đã rõ: {known}")), "{unit}: {known}\n{text}");
                assert!(text.contains("Nhất, Nhì, Ba Chưa xác định"), "{unit}\n{text}");
                for criterion in criteria {
                    assert!(said.contains(&format!("tiêu chí {criterion} ")), "{unit}: {criterion}\n{said}");
                }
            }
            Missing(fact) => assert!(text.contains(&format!("Thiếu số liệu: {fact}")), "{unit}\n{text}"),
        }
    }
}

#[test]
fn the_sums_behind_the_points_of_seed_003_are_shown() {
    let (site, _) = built("003-hoa-thanh", "2018-12-31");
    let text = words(&site.page("thi-dua/phong-c-vi-pham-nhieu-diem-am/index.html"));
    for sum in [
        "10 − 5 × 5 = -15",
        "10 − 5 × 3, không dưới 0 = 0",
        "10 − 14 = -4",
        "−0,5 × 7 = -3,5",
        "0,5 × 4, không quá 2 = 2",
    ] {
        assert!(text.replace('−', "-").contains(&sum.replace('−', "-")), "{sum} is missing:\n{text}");
    }
    // By its own facts the unit has no breach, and 25 points more.
    assert!(text.contains("72,5") && text.contains("47,5"), "{text}");
    assert!(text.contains("1.200.000") && text.contains("Từ 95% đến dưới 100%") || text.contains("100%"), "{text}");
}
