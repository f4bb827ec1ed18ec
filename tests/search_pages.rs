//! The search command on pages that are no procedure, in every language, and on what can go wrong with it.
#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use std::collections::BTreeMap;

use common::{Site, congkhai, stderr, stdout};

/// The root of the repository, where the sample site is.
const SAMPLE: &str = env!("CARGO_MANIFEST_DIR");

/// The answers of the sample site to queries, in one run: keys, best first.
fn answers<'q>(queries: &[&'q str], more: &[&str]) -> BTreeMap<&'q str, Vec<String>> {
    let site = Site::empty();
    let lines: String = queries.iter().enumerate().map(|(at, query)| format!("{at}\ttest\t{query}\n")).collect();
    site.write("queries.tsv", format!("id\tcategory\tquery\n{lines}"));
    let output = congkhai(&site, &[&["search", "--site", SAMPLE, "--batch", "queries.tsv"], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let rows = stdout(&output);
    let keys = |row: &str| row.split('\t').skip(1).map(str::to_owned).collect();
    queries.iter().copied().zip(rows.lines().map(keys)).collect()
}

/// Holds that each query has its page in the first place.
fn come_first(wanted: &[(&str, &str)], more: &[&str]) {
    let found = answers(&wanted.iter().map(|(query, _)| *query).collect::<Vec<_>>(), more);
    for (query, key) in wanted {
        assert_eq!(found[query].first().map(String::as_str), Some(*key), "{query}: {:?}", found[query]);
    }
}

/// Holds that each query has its page among the first three: procedures may stand before what only texts say.
fn stand_in_front(wanted: &[(&str, &str)]) {
    let found = answers(&wanted.iter().map(|(query, _)| *query).collect::<Vec<_>>(), &[]);
    for (query, key) in wanted {
        assert!(found[query].iter().take(3).any(|own| own == key), "{query}: {:?}", found[query]);
    }
}

#[test]
fn every_kind_of_page_is_found_by_what_people_call_it() {
    come_first(
        &[
            ("SIPAS", "xep-hang/sipas/"),
            ("chỉ số hài lòng về sự phục vụ hành chính", "xep-hang/sipas/"),
            ("PAPI 2024", "xep-hang/papi/2024/"),
            ("papi hai duong", "xep-hang/papi/don-vi/hai-duong/"),
            ("xếp hạng cải cách hành chính", "xep-hang/"),
            ("lịch tiếp công dân", "tiep-cong-dan/"),
            ("phan anh kien nghi", "phan-anh/"),
            ("câu hỏi thường gặp", "hoi-dap/"),
            ("đường dây nóng", "lien-he/"),
            ("tra cuu ho so", "ho-so/"),
            ("dữ liệu mở", "du-lieu/"),
            ("nguồn dữ liệu", "ve-du-lieu/"),
            ("mức độ công khai", "cong-khai/"),
            ("kết quả giải quyết", "thong-ke/"),
            ("cán bộ một cửa", "can-bo/"),
            ("kế hoạch cải cách hành chính năm 2026", "ke-hoach/ke-hoach-cai-cach-hanh-chinh-nam-2026/"),
        ],
        &[],
    );
}

#[test]
fn articles_and_answers_are_found_by_their_titles_and_by_their_texts() {
    let key = "tin-tuc/nop-ho-so-truc-tuyen-nam-buoc/";
    come_first(&[("nop ho so truc tuyen trong nam buoc", key)], &[]);
    stand_in_front(&[
        ("đừng bấm đường dẫn lạ gửi qua tin nhắn", key),
        ("quá ngày hẹn chưa có kết quả thì làm gì", "hoi-dap/"),
    ]);
    let arguments = ["search", "nộp hồ sơ trực tuyến trong năm bước", "--site", SAMPLE, "--format", "json"];
    let output = congkhai(&Site::empty(), &arguments);
    let found: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("standard output is JSON");
    assert_eq!(found["hits"][0]["key"], key);
    assert_eq!(found["hits"][0]["url"], key);
    assert_eq!(found["hits"][0]["title"], "Nộp hồ sơ trực tuyến trong năm bước");
}

#[test]
fn procedures_stand_before_the_pages_that_lead_to_them() {
    let queries =
        ["khai sinh", "dang ky ket hon", "chứng thực", "hộ tịch", "thường trú", "hộ kinh doanh", "người có công"];
    for (query, keys) in answers(&queries, &[]) {
        assert!(keys[0].starts_with(|first: char| first.is_ascii_digit()), "{query}: {keys:?}");
    }
    let field = &answers(&["lĩnh vực hộ tịch"], &[])["lĩnh vực hộ tịch"];
    assert!(field.iter().any(|key| key == "linh-vuc/ho-tich/"), "{field:?}");
}

#[test]
fn codes_of_dossiers_and_names_of_officers_are_found_nowhere() {
    let [dossier, officer] = ["000.00.99.H99-261109-0001", "Mẫu Thị Cúc"];
    let found = answers(&[dossier, officer], &[]);
    assert!(found[dossier].is_empty(), "{found:?}");
    assert!(!found[officer].iter().any(|key| key.starts_with("can-bo")), "{found:?}");
}

#[test]
fn english_pages_are_found_by_english_words() {
    come_first(
        &[
            ("contact", "en/lien-he/"),
            ("hotline", "en/lien-he/"),
            ("officers", "en/can-bo/"),
            ("administrative procedures", "en/thu-tuc/"),
            ("open data", "en/du-lieu/"),
            ("where the data come from", "en/ve-du-lieu/"),
            ("satisfaction index of public administrative services", "en/xep-hang/sipas/"),
            ("questions and answers", "en/hoi-dap/"),
            ("khai sinh", "1.001193"),
        ],
        &["--lang", "en"],
    );
}

#[test]
fn a_language_that_the_site_lacks_is_told_with_those_that_it_has() {
    for (site, tag, has) in [(SAMPLE, "fr", "vi, en"), (SAMPLE, "", "vi, en"), ("", "en", "vi")] {
        let own = Site::small();
        let site = if site.is_empty() { own.path("") } else { site.to_owned() };
        let output = congkhai(&own, &["search", "khai", "sinh", "--site", &site, "--lang", tag]);
        assert_eq!(output.status.code(), Some(2), "{tag}");
        assert!(stdout(&output).is_empty(), "{tag}");
        let told = stderr(&output);
        assert!(told.contains("CK0106") && told.contains("--lang") && told.contains(has), "{tag}: {told}");
    }
}

#[test]
fn hits_are_printed_for_people_in_their_language() {
    let run = |more: &[&str]| {
        let output =
            congkhai(&Site::empty(), &[&["search", "khai sihn", "--site", SAMPLE, "--limit", "2"], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output)
    };
    let vietnamese = run(&[]);
    let blocks: Vec<&str> = vietnamese.trim_end().split("\n\n").collect();
    assert_eq!(blocks.len(), 3, "{vietnamese}");
    assert!(blocks[0].ends_with(" kết quả\nHiểu là: khai sinh"), "{vietnamese}");
    assert!(blocks[1].starts_with("Thủ tục đăng ký khai sinh\n  1.001193 · "), "{vietnamese}");
    assert!(blocks[1].ends_with("\n  /thu-tuc/1.001193/"), "{vietnamese}");
    let english = run(&["--lang", "en"]);
    assert!(english.contains(" results\nUnderstood as: khai sinh\n"), "{english}");
    assert!(english.contains("\n  /en/thu-tuc/1.001193/"), "{english}");
}

#[test]
fn a_table_of_queries_keeps_the_limit_and_says_which_file_is_missing() {
    assert_eq!(answers(&["giấy"], &["--limit", "3"])["giấy"].len(), 3);
    assert_eq!(answers(&["giấy"], &["--limit", "0"])["giấy"].len(), 0);
    let output = congkhai(&Site::empty(), &["search", "--site", SAMPLE, "--batch", "khong-co.tsv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("khong-co.tsv"), "{}", stderr(&output));
    assert!(stdout(&output).is_empty());
}

/// Number of pages, and of files of the search.
fn counted(site: &Site) -> (usize, usize) {
    let output = congkhai(site, &["build", "--as-of", "2026-11-20", "--quiet"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let files = site.published("public");
    let count = |ending: &str| files.iter().filter(|(path, _)| path.ends_with(ending)).count();
    (count(".html"), count(".bin"))
}

/// A site of procedures in as many languages as there are.
fn site_of(procedures: usize, languages: &str) -> Site {
    let site = Site::small();
    let config = site.read("config.toml");
    site.write("config.toml", format!("{languages}{config}"));
    let rows = (0..procedures).map(|at| format!("1.{at:06};Đăng ký thử số {at};Hộ tịch\n"));
    site.write("content/thu-tuc/danh-muc.csv", format!("Mã TTHC;Tên TTHC;Lĩnh vực\n{}", rows.collect::<String>()));
    site
}

#[test]
fn a_site_of_one_procedure_has_the_least_files_that_the_search_can_do_with() {
    let least = congkhai::search::export::FEWEST_FILES;
    assert_eq!(counted(&site_of(1, "")).1, least);
    assert_eq!(counted(&site_of(1, "languages = { en = {} }\n")).1, 2 * least);
}

#[test]
fn the_search_of_two_languages_adds_five_in_a_hundred_files_at_most() {
    for (procedures, languages) in [(300, ""), (300, "languages = { en = {} }\n")] {
        let (pages, files) = counted(&site_of(procedures, languages));
        assert!(pages > procedures && files * 20 <= pages, "{files} files for {pages} pages");
    }
}
