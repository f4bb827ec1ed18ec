//! The change log of registers: which records changed since the previous publication, and what is never named there.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use common::{Site, congkhai, stderr, stdout};

/// A section of records.
fn section(site: &Site, folder: &str, kind: &str, file: &str, text: &str) {
    let index = format!("+++\ntitle = \"Sổ {folder}\"\n[data]\nkind = \"{kind}\"\nsources = [\"{file}\"]\n+++\n");
    site.write(&format!("content/{folder}/_index.md"), index);
    site.write(&format!("content/{folder}/{file}"), text);
}

#[track_caller]
fn publish(site: &Site, day: &str) {
    let output = congkhai(site, &["build", "--as-of", day]);
    assert!(output.status.success(), "{}", stderr(&output));
}

/// The two publications of a section whose file changes between them.
fn published_twice(kind: &str, file: &str, first: &str, second: &str) -> Site {
    let site = Site::small();
    section(&site, "so", kind, file, first);
    publish(&site, "2026-11-01");
    site.write(&format!("content/so/{file}"), second);
    publish(&site, "2026-11-08");
    site
}

fn log(site: &Site) -> String {
    site.page("thay-doi/index.html")
}

const FEEDBACK: &str = "Mã phản ánh,Ngày nhận,Vấn đề,Người gửi,Nội dung trả lời,Tình trạng\n";

#[test]
fn a_changed_answer_is_told_under_the_heading_of_its_column_and_leads_to_its_record() {
    let first = format!("{FEEDBACK}PA-1,16/10/2026,Đèn hỏng,Ai Đó,Đang xem,Đang xử lý\n");
    let second = format!("{FEEDBACK}PA-1,16/10/2026,Đèn hỏng,Người Khác,Đã thay bóng,Đã trả lời\n");
    let site = published_twice("feedback", "phan-anh.csv", &first, &second);
    let page = log(&site);
    for words in
        ["Nội dung trả lời", "Đang xem", "Đã thay bóng", "href=\"../so/pa-1/\"", "Phản ánh, kiến nghị và trả lời"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.contains("Đang xử lý") && !page.contains(">answered<"), "choices speak in words: {page}");
    let feed = site.page("thay-doi/atom.xml");
    assert!(feed.contains("rel=\"related\"") && feed.contains("https://xa.example/so/pa-1/"), "{feed}");
}

#[test]
fn who_sent_feedback_is_in_no_log_and_no_snapshot() {
    let first = format!("{FEEDBACK}PA-1,16/10/2026,Đèn hỏng,Riêng Tư,Đang xem,Đang xử lý\n");
    let second = format!("{FEEDBACK}PA-1,16/10/2026,Đèn hỏng,Kín Đáo,Đang xem,Đang xử lý\n");
    let site = published_twice("feedback", "phan-anh.csv", &first, &second);
    assert!(!site.exists("public/thay-doi/atom.xml"), "another sender is no change: {}", log(&site));
    let mut text = String::new();
    let packed = std::fs::File::open(site.path("public/snapshot.json.gz")).expect("the snapshot is there");
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(packed), &mut text).expect("it unpacks");
    assert!(text.contains("Đèn hỏng") && !text.contains("Riêng Tư") && !text.contains("Kín Đáo"), "{text}");
}

#[test]
fn an_added_task_leads_to_its_row_on_the_page_of_its_plan() {
    let head = "Kế hoạch,Nhiệm vụ,Chủ trì,Thời gian hoàn thành,Kết quả dự kiến\n";
    let first = format!("{head}Kế hoạch 2026,Rà soát,Văn phòng,Năm 2026,Báo cáo\n");
    let second = format!("{first}Kế hoạch 2026,Tập huấn,Văn phòng,Năm 2026,Một lớp\n");
    let site = published_twice("plans", "ke-hoach.csv", &first, &second);
    let page = log(&site);
    assert!(page.contains("href=\"../so/ke-hoach-2026/#so-tap-huan\""), "{page}");
    assert!(page.contains("1 mục mới") && !page.contains("mục sửa"), "{page}");
    assert!(site.page("so/ke-hoach-2026/index.html").contains("id=\"so-tap-huan\""));
}

#[test]
fn a_removed_notice_is_told_and_leads_to_its_section() {
    let head = "Tiêu đề,Loại,Ngày đăng,Nội dung\n";
    let first =
        format!("{head}Nghỉ lễ,Thông báo,01/10/2026,Nghỉ ngày 2/9\nNiêm yết đất,Niêm yết,02/10/2026,Danh sách\n");
    let second = format!("{head}Niêm yết đất,Niêm yết,02/10/2026,Danh sách\n");
    let site = published_twice("notices", "thong-bao.csv", &first, &second);
    let page = log(&site);
    assert!(page.contains("1 mục thôi công bố") && page.contains("Nghỉ lễ"), "{page}");
    assert!(page.contains("href=\"../so/\""), "{page}");
}

#[test]
fn dossiers_are_never_named() {
    let row = |number: u32, state: &str| {
        format!(
            "{{\"MaHoSo\":\"000.00.12.H34-261116-{number:04}\",\"TrangThaiHoSo\":\"{state}\",\"NgayTiepNhan\":\"2026-11-16\"}}\n"
        )
    };
    let site = published_twice(
        "dossiers",
        "ho-so.jsonl",
        &(row(1, "Đang xử lý") + &row(2, "Đang xử lý")),
        &(row(1, "Đã trả kết quả") + &row(3, "Đang xử lý")),
    );
    assert!(!log(&site).contains("261116") && !site.exists("public/thay-doi/atom.xml"), "{}", log(&site));
    let mut text = String::new();
    let packed = std::fs::File::open(site.path("public/snapshot.json.gz")).expect("the snapshot is there");
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(packed), &mut text).expect("it unpacks");
    assert!(!text.contains("261116"), "{text}");
    let output = congkhai(&site, &["diff"]);
    assert!(stdout(&output).starts_with("Không có gì khác"), "{}", stdout(&output));
}

#[test]
fn a_title_that_comes_back_in_a_calendar_does_not_rename_the_other_days() {
    let head = "Ngày,Từ giờ,Nội dung,Chủ trì\n";
    let first = format!("{head}09/11/2026,07:30,Giao ban,Chủ tịch\n16/11/2026,07:30,Giao ban,Chủ tịch\n");
    let second = format!(
        "{head}02/11/2026,07:30,Giao ban,Chủ tịch\n09/11/2026,08:00,Giao ban,Phó Chủ tịch\n16/11/2026,07:30,Giao ban,Chủ tịch\n"
    );
    let site = published_twice("calendar", "lich.csv", &first, &second);
    let page = log(&site);
    assert!(page.contains("1 mục mới, 1 mục sửa") && page.contains("08:00"), "{page}");
    // Who leads is of persons: it is told that it changed, not from whom to whom.
    assert!(!page.contains("Phó Chủ tịch") && page.contains("không lưu lại"), "{page}");
}

#[test]
fn the_first_records_of_a_kind_are_new_and_a_section_that_goes_is_withdrawn() {
    let site = Site::small();
    publish(&site, "2026-11-01");
    section(&site, "so", "faq", "hoi.csv", "Câu hỏi,Trả lời\nGiờ làm việc?,Từ 7 giờ\n");
    publish(&site, "2026-11-08");
    let page = log(&site);
    assert!(page.contains("1 mục mới") && page.contains("href=\"../so/#so-gio-lam-viec\""), "{page}");
    std::fs::remove_dir_all(site.path("content/so")).expect("the section goes");
    publish(&site, "2026-11-15");
    assert!(log(&site).contains("1 mục thôi công bố"), "{}", log(&site));
}

#[test]
fn a_column_that_is_hidden_since_goes_from_the_log() {
    let kind = |hidden: &str| {
        format!(
            "id = \"cho-phien\"\nname = {{ vi = \"Chợ phiên\", en = \"Markets\" }}\none = {{ vi = \"phiên\", en = \"day\" }}\nabout = {{ vi = \"Ngày có chợ.\", en = \"Market days.\" }}\ntitle = \"ten\"\n[[columns]]\nid = \"ten\"\nheading = {{ vi = \"Tên chợ\", en = \"Market\" }}\nrequired = true\n[[columns]]\nid = \"cho\"\nheading = {{ vi = \"Chỗ họp\", en = \"Place\" }}\n{hidden}"
        )
    };
    let site = Site::small();
    let index =
        "+++\ntitle = \"Chợ\"\n[data]\nkind = \"cho-phien\"\nsources = [\"cho.csv\"]\nschemes = [\"loai.toml\"]\n+++\n";
    site.write("content/so/_index.md", index);
    site.write("content/so/loai.toml", kind(""));
    site.write("content/so/cho.csv", "Tên chợ,Chỗ họp\nChợ Mẫu,Bãi Một\n");
    publish(&site, "2026-11-01");
    site.write("content/so/cho.csv", "Tên chợ,Chỗ họp\nChợ Mẫu,Bãi Hai\n");
    publish(&site, "2026-11-08");
    assert!(log(&site).contains("Bãi Một") && log(&site).contains("Chỗ họp") && log(&site).contains("Chợ phiên"));
    site.write("content/so/loai.toml", kind("hidden = true\n"));
    publish(&site, "2026-11-15");
    assert!(!log(&site).contains("Bãi"), "{}", log(&site));
    let output = congkhai(&site, &["diff"]);
    assert!(!stdout(&output).contains("Bãi"), "{}", stdout(&output));
}

#[test]
fn diff_names_the_register_and_the_column() {
    let first = format!("{FEEDBACK}PA-1,16/10/2026,Đèn hỏng,,Đang xem,Đang xử lý\n");
    let site = published_twice("feedback", "phan-anh.csv", &first, &first);
    site.write("content/so/phan-anh.csv", format!("{FEEDBACK}PA-1,16/10/2026,Đèn hỏng,,Đã thay,Đã trả lời\n"));
    let text = stdout(&congkhai(&site, &["diff", "--lang", "en"]));
    assert!(text.contains("~ Feedback and answers so/pa-1: Đèn hỏng"), "{text}");
    assert!(text.contains("    Answer\n      - Đang xem\n      + Đã thay\n"), "{text}");
    assert!(text.ends_with("0 new, 1 changed, 0 withdrawn\n"), "{text}");
}
