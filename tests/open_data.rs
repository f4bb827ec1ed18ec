//! Figures as files beside their pages: there, described, linked, and the same when they are read again.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use common::{Site, congkhai, stderr, stdout};
use serde_json::Value;

/// The site of the tests, built.
fn published() -> Site {
    let site = Site::small();
    site.write(
        "content/thu-tuc/danh-muc.csv",
        "Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện\n1.000001;Đăng ký thử;Hộ tịch;UBND cấp xã\n\
         1.000002;=HYPERLINK(\"x\");Hộ tịch;\n1.000003;Đăng ký, \"nhanh\";Đất đai;UBND cấp xã\n",
    );
    build(&site);
    site
}

fn build(site: &Site) {
    let output = congkhai(site, &["build", "--quiet", "--as-of", "2026-11-20"]);
    assert!(output.status.success(), "{}{}", stdout(&output), stderr(&output));
}

fn json(site: &Site, file: &str) -> Value {
    serde_json::from_str(&site.page(file)).expect("the file is JSON")
}

#[test]
fn figures_stand_beside_their_page_in_three_formats() {
    let site = published();
    let csv = site.page("thu-tuc/thu-tuc.csv");
    assert!(csv.starts_with("\u{FEFF}Mã TTHC,Tên TTHC,"), "{csv}");
    assert!(csv.contains("1.000002,\"'=HYPERLINK(\"\"x\"\")\","), "{csv}");
    assert!(site.exists("public/thu-tuc/thu-tuc.xlsx"));
    let rows = json(&site, "thu-tuc/thu-tuc.json")["rows"].as_array().map(Vec::len);
    assert_eq!(rows, Some(3));
}

#[test]
fn the_page_links_and_describes_its_files() {
    let page = published().page("thu-tuc/index.html");
    for name in ["thu-tuc.csv", "thu-tuc.xlsx", "thu-tuc.json"] {
        assert!(page.contains(&format!("thu-tuc/{name}\"")), "{name}");
    }
    assert!(page.contains("\"@type\":\"Dataset\""), "the page has structured data");
}

#[test]
fn package_and_catalogue_name_the_same_files() {
    let site = published();
    let package = json(&site, "datapackage.json");
    assert_eq!(package["resources"][0]["path"], "thu-tuc/thu-tuc.csv");
    let catalog = json(&site, "catalog.jsonld");
    let files = catalog["dcat:dataset"][0]["dcat:distribution"].as_array().expect("there are files");
    assert_eq!(files[0]["dcat:downloadURL"]["@id"], "https://xa.example/thu-tuc/thu-tuc.csv");
    assert_eq!(files.len(), 3);
}

#[test]
fn a_site_made_of_the_published_files_says_the_same() {
    let first = published();
    for file in ["thu-tuc.csv", "thu-tuc.xlsx"] {
        let second = Site::small();
        second.write(
            "content/thu-tuc/_index.md",
            format!("+++\ntitle = \"Thủ tục\"\n[data]\nkind = \"procedures\"\nsources = [\"{file}\"]\n+++\n"),
        );
        let bytes = std::fs::read(first.path(&format!("public/thu-tuc/{file}"))).expect("the file is published");
        second.write(&format!("content/thu-tuc/{file}"), bytes);
        build(&second);
        assert_eq!(second.page("thu-tuc/thu-tuc.csv"), first.page("thu-tuc/thu-tuc.csv"), "{file}");
    }
}

#[test]
fn two_builds_give_the_same_bytes() {
    let (one, two) = (published(), published());
    let files =
        ["thu-tuc/thu-tuc.csv", "thu-tuc/thu-tuc.xlsx", "thu-tuc/thu-tuc.json", "datapackage.json", "catalog.jsonld"];
    for file in files {
        let bytes = |site: &Site| std::fs::read(site.path(&format!("public/{file}"))).expect("the file is published");
        assert!(bytes(&one) == bytes(&two), "{file}");
    }
}
