//! Rankings of whole sites: from the clerk's file to the page, and from the page's files back.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use common::{Site, congkhai, stderr};

/// Provinces of one day: a tie, one without groups, one whose groups do not add up.
const FIRST: &str = "rank,ma,don_vi,tong_diem,CKMB_18,TDGQ_20,CLGQ_12,MDSH_22,MDHL_18,TTTT_10\n\
    1,H20,UBND tỉnh Đồng Tháp,68.11,11.46,17.63,8.88,9.67,14.1,6.37\n\
    2,H49,UBND thành phố Quảng Ninh,65.47,11.35,17.45,8.78,9.59,11.95,6.35\n\
    2,H53,UBND tỉnh Tây Ninh,65.47,11.95,16.51,7.25,11.99,11.2,6.57\n\
    4,H26,UBND Thành phố Hà Nội,55.23,,,,,,\n";
const SECOND: &str = "ma,don_vi,tong_diem,CKMB_18,TDGQ_20,CLGQ_12,MDSH_22,MDHL_18,TTTT_10\n\
    H20,UBND tỉnh Đồng Tháp,68.8,11.46,17.69,8.84,9.72,14.67,6.42\n\
    H53,UBND tỉnh Tây Ninh,66.13,11.95,16.53,7.29,12.13,11.45,6.78\n\
    H49,UBND thành phố Quảng Ninh,65.91,11.35,17.45,8.74,9.63,12.31,6.43\n\
    H26,UBND Thành phố Hà Nội,56.23,12,16,9,9,6,5\n";

/// A scheme of four provinces, so that the tables are whole.
const FOUR: &str = "extends = \"766\"\nid = \"766\"\ncounts = [{ count = 4 }]\n";

fn site(files: &[(&str, &str)]) -> Site {
    let site = Site::small();
    site.write("config.toml", "base_url = \"https://xa.example/\"\n[languages.en]\n[unit]\nname = \"UBND xã Thử\"\nprovince = \"tỉnh Tây Ninh\"\nhotline = \"0900 000 000\"\n");
    let schemes = if files.iter().any(|(name, _)| name.ends_with(".toml")) { "schemes = [\"*.toml\"]\n" } else { "" };
    site.write(
        "content/xep-hang/_index.md",
        format!(
            "+++\ntitle = \"Xếp hạng\"\n[data]\nkind = \"rankings\"\nsources = [\"*.{{csv,xlsx}}\"]\n{schemes}+++\n"
        ),
    );
    for (name, text) in files {
        site.write(&format!("content/xep-hang/{name}"), text);
    }
    site
}

fn built(files: &[(&str, &str)]) -> Site {
    let site = site(files);
    let output = congkhai(&site, &["build"]);
    assert!(output.status.success(), "{}", stderr(&output));
    site
}

fn two_editions() -> Site {
    built(&[("766-2026-10-05.csv", FIRST), ("766-2026-10-10.csv", SECOND), ("766.toml", FOUR)])
}

/// The text of a page without its tags, blanks joined.
fn words(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<').skip(1) {
        text.push_str(part.split_once('>').map_or("", |(_, text)| text));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row of a unit in the table of a page.
fn row(html: &str, id: &str) -> String {
    let start = html.find(&format!("<tr id=\"dv-{id}\"")).unwrap_or_else(|| panic!("no row {id}"));
    words(&html[start..html[start..].find("</tr>").map_or(html.len(), |end| start + end)])
}

#[test]
fn an_edition_stands_on_its_page_whole_with_ranks_changes_and_doubts() {
    let site = two_editions();
    let first = site.page("xep-hang/766/2026-10-05/index.html");
    assert!(row(&first, "quang-ninh").starts_with("2 (cùng hạng) Quảng Ninh"), "{}", row(&first, "quang-ninh"));
    assert!(row(&first, "ha-noi").contains("55,23"));
    assert!(words(&first).contains("Hà Nội không có điểm thành phần trong kỳ này"));
    let second = site.page("xep-hang/766/2026-10-10/index.html");
    assert!(row(&second, "tay-ninh").contains("66,13 ▲ tăng 0,66 giữ hạng"), "{}", row(&second, "tay-ninh"));
    assert!(row(&second, "quang-ninh").contains("xuống 1 hạng"), "{}", row(&second, "quang-ninh"));
    assert!(words(&second).contains("Cộng các nhóm được 57,00, khác tổng điểm 56,23"));
    assert!(words(&second).contains("Nguồn không ghi hạng"));
    assert!(second.contains("<tr id=\"dv-tay-ninh\" data-unit=\"tay-ninh\" class=\"own\">"));
}

#[test]
fn a_unit_sees_where_it_loses_most() {
    let page = two_editions().page("xep-hang/766/don-vi/tay-ninh/index.html");
    let losses = words(&page[page.find("<tbody>").expect("there is a table")..]);
    assert!(losses.starts_with("Số hóa hồ sơ, giấy tờ, kết quả 12,13 22 9,87"), "{losses}");
}

#[test]
fn frames_have_no_script_and_follow_or_stay() {
    let site = two_editions();
    let latest = site.page("xep-hang/766/nhung/index.html");
    let frozen = site.page("xep-hang/766/2026-10-05/nhung/index.html");
    assert!(!latest.contains("<script") && !frozen.contains("<script"));
    assert!(latest.contains("68,80") && frozen.contains("68,11"));
    assert!(!site.page("sitemap.xml").contains("nhung"));
}

#[test]
fn what_a_page_offers_as_csv_gives_the_same_figures_when_it_is_read_again() {
    for name in ["766-2026-10-05", "766-2026-10-10"] {
        let first = two_editions();
        let path = format!("xep-hang/766/{}/{name}.csv", &name[4..]);
        let csv = first.page(&path);
        let again = built(&[("lay-lai.csv", &csv), ("766.toml", FOUR)]);
        assert_eq!(again.page(&path), csv);
    }
}

#[test]
fn what_a_page_offers_for_excel_gives_the_same_figures_when_it_is_read_again() {
    let first = two_editions();
    let again = site(&[("766.toml", FOUR)]);
    let workbook = first.published("public").into_iter().find(|(path, _)| path.ends_with("766-2026-10-10.xlsx"));
    again.write("content/xep-hang/lay-lai.xlsx", workbook.expect("the workbook is published").1);
    let output = congkhai(&again, &["build"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let path = "xep-hang/766/2026-10-10/766-2026-10-10.csv";
    assert_eq!(again.page(path), first.page(path));
}

#[test]
fn a_unit_offers_its_history_as_files_that_can_be_read_again() {
    let site = two_editions();
    let csv = site.page("xep-hang/766/don-vi/quang-ninh/766-quang-ninh.csv");
    let again = built(&[("lay-lai.csv", &csv), ("766.toml", FOUR)]);
    let page = words(&again.page("xep-hang/766/2026-10-10/index.html"));
    assert!(page.contains("1 trên 4 đơn vị") && page.contains("65,91"), "{page}");
    assert!(again.page("xep-hang/766/2026-10-05/index.html").contains("65,47"));
    let listed = site.page("du-lieu/index.html");
    assert!(listed.contains("766-2026-10-10.csv") && !listed.contains("766-quang-ninh.csv"), "rows are listed once");
}

#[test]
fn an_index_offers_all_its_editions_in_one_file_that_can_be_read_again() {
    let first = two_editions();
    let again = built(&[("lay-lai.csv", &first.page("xep-hang/766/766.csv")), ("766.toml", FOUR)]);
    for edition in ["2026-10-05", "2026-10-10"] {
        let path = format!("xep-hang/766/{edition}/766-{edition}.csv");
        assert_eq!(again.page(&path), first.page(&path));
    }
    assert!(first.page("xep-hang/766/so-sanh/index.html").contains("766.csv"), "who compares may want the figures");
    let alone = built(&[("766-2026-10-10.csv", SECOND), ("766.toml", FOUR)]);
    assert!(!alone.exists("public/xep-hang/766/766.csv"), "the only edition has the rows beside it");
    assert!(alone.page("xep-hang/766/so-sanh/index.html").contains("766-2026-10-10.csv"));
}

#[test]
fn a_partial_table_says_so_and_ranks_nothing_itself() {
    let site =
        built(&[("par-index.csv", "nam,don_vi,gia_tri_pct,hang\n2023,Quảng Ninh,92.18,1\n2023,Hải Phòng,91.87,\n")]);
    let page = site.page("xep-hang/par-index/2023/index.html");
    assert!(words(&page).contains("2 trên 63 đơn vị"));
    assert!(row(&page, "hai-phong-63").contains("– Chưa công bố Hải Phòng"), "{}", row(&page, "hai-phong-63"));
    assert!(words(&page).contains("96,17%") || words(&page).contains("91,87%"));
}

#[test]
fn hostile_cells_stay_text() {
    let cell = "\"<script>alert(1)</script>\"";
    let rows = format!("Đơn vị,Tổng điểm,{cell},Ghi chú\n{cell},50,1,{cell}\n=cmd|'/c calc'!A1,51,2,\n");
    let site = built(&[("766-xa-2026.csv", &rows)]);
    let page = site.page("xep-hang/766-xa/2026/index.html");
    assert!(!page.contains("<script>alert"));
    let csv = site.page("xep-hang/766-xa/2026/766-xa-2026.csv");
    assert!(!csv.lines().any(|line| line.split(',').any(|cell| cell.starts_with('='))), "{csv}");
}

#[test]
fn a_comparison_holds_every_unit_for_who_has_no_script() {
    let page = two_editions().page("xep-hang/766/so-sanh/index.html");
    for unit in ["dong-thap", "tay-ninh", "quang-ninh", "ha-noi"] {
        assert_eq!(page.matches(&format!("data-unit=\"{unit}\"")).count(), 2, "{unit}");
    }
}

#[test]
fn english_pages_have_english_words_around_vietnamese_names() {
    let page = two_editions().page("en/xep-hang/766/2026-10-10/index.html");
    assert!(words(&page).contains("Index 766: provinces and cities, 10 October 2026"), "{}", words(&page));
    assert!(row(&page, "tay-ninh").contains("66.13 ▲ up 0.66"));
    assert!(page.contains("lang=\"vi\">Tây Ninh</a>"));
}
