//! Sites whose pages also work when they are opened from a folder: `[search] from_disk`.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::{Site, congkhai, stderr};

/// A site with a lookup and both languages, and the value of the key where it has one.
fn site(from_disk: Option<&str>) -> Site {
    let site = Site::small();
    let key = from_disk.map_or_else(String::new, |value| format!("[search]\nfrom_disk = {value}\n"));
    site.write("config.toml", format!("{}[languages.en]\n{key}", site.read("config.toml")));
    let data = "[data]\nkind = \"dossiers\"\nsources = [\"*.csv\"]\n";
    site.write("content/ho-so/_index.md", format!("+++\ntitle = \"Hồ sơ\"\n{data}+++\n"));
    site.write("content/ho-so/ho-so.csv", "Mã hồ sơ,Trạng thái\n000.00.12.H34-260101-0001,Đã tiếp nhận\n");
    site
}

fn built(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let output = congkhai(site, &["build", "--quiet"]);
    assert!(output.status.success(), "{}", stderr(&output));
    site.published("public").into_iter().collect()
}

/// The one argument or the first of two that a data script calls its function with, and the other one.
fn arguments(script: &[u8]) -> (BTreeMap<String, String>, BTreeMap<String, Vec<String>>) {
    let text = std::str::from_utf8(script).expect("scripts are text");
    let inside = text.strip_prefix("congkhai(").and_then(|text| text.strip_suffix(")\n")).expect("one call");
    let list = serde_json::from_str::<serde_json::Value>(&format!("[{inside}]")).expect("two maps");
    let part = |at: usize| list.get(at).cloned().unwrap_or_else(|| serde_json::json!({}));
    (serde_json::from_value(part(0)).expect("files"), serde_json::from_value(part(1)).expect("holders"))
}

#[test]
fn a_site_without_the_key_has_not_a_byte_of_it() {
    let (without, with_false) = (built(&site(None)), built(&site(Some("false"))));
    assert_eq!(without, with_false);
    assert!(without.keys().all(|path| !path.contains("disk.") && !path.contains("whole.")));
    assert!(
        without
            .iter()
            .all(|(path, bytes)| !path.ends_with(".html") || !String::from_utf8_lossy(bytes).contains("disk."))
    );
}

#[test]
fn with_it_pages_differ_by_one_small_script_and_other_files_not_at_all() {
    let (web, disk) = (built(&site(None)), built(&site(Some("true"))));
    let loader = disk.keys().find(|path| path.starts_with("assets/disk.")).expect("the loader is there");
    assert!(disk[loader].len() <= 1024);
    for (path, bytes) in &web {
        if ["manifest.json", "sw.js"].contains(&path.as_str()) {
            continue;
        }
        let (bytes, text) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&disk[path]).into_owned());
        let up = text.split("assets/disk.").next().and_then(|head| head.rsplit('"').next()).unwrap_or_default();
        let tag = format!("<script defer src=\"{up}{loader}\"></script>");
        assert_eq!(text.contains(&tag), path.ends_with(".html"), "{path}");
        assert_eq!(text.replace(&tag, ""), bytes, "{path}");
    }
}

#[test]
fn data_scripts_hold_every_file_of_the_search_and_of_lookups_as_it_is() {
    let files = built(&site(Some("true")));
    for folder in ["tim-kiem/du-lieu/vi/", "tim-kiem/du-lieu/en/", "ho-so/tra-cuu/"] {
        let is_script = |path: &str| path.rsplit('/').next().is_some_and(|name| name.starts_with("disk."));
        let below = files.iter().filter(|(path, _)| path.starts_with(folder));
        let (scripts, data): (BTreeMap<_, _>, BTreeMap<_, _>) = below.partition(|(path, _)| is_script(path));
        let (first, holders) = arguments(&files[&format!("{folder}disk.js")]);
        assert_eq!(holders.len() + 1, scripts.len(), "{folder}");
        assert!(!data.is_empty());
        for (path, bytes) in data {
            let held = STANDARD.decode(&first[path.trim_start_matches(folder)]).expect("base64");
            assert_eq!(&held, bytes, "{path}");
        }
    }
}

#[test]
fn two_builds_are_identical_and_the_second_changes_nothing() {
    let site = site(Some("true"));
    let before = built(&site);
    assert!(congkhai(&site, &["build", "--quiet", "--output-dir", "other"]).status.success());
    assert_eq!(before, site.published("other").into_iter().collect());
    assert!(congkhai(&site, &["build", "--report", &site.path("report.json")]).status.success());
    let report = site.report("report.json");
    assert_eq!((report["changed"].as_u64(), report["removed"].as_u64()), (Some(0), Some(0)));
    assert_eq!(report["reused"], report["pages"]);
}

#[test]
fn a_script_that_cannot_be_part_of_it_is_told_and_the_old_site_stands() {
    let site = site(Some("true"));
    let before = built(&site);
    site.write("themes/congkhai/js/lookup.js", "export let attach = () => {};\n");
    for command in ["check", "build"] {
        let output = congkhai(&site, &[command, "--format", "concise"]);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        assert!(stderr(&output).contains("js/lookup.js") && stderr(&output).contains("CK0705"), "{}", stderr(&output));
    }
    assert_eq!(site.published("public").into_iter().collect::<BTreeMap<_, _>>(), before);
}

#[test]
fn a_wrong_value_is_named_with_its_place() {
    let site = site(Some("\"có\""));
    let line =
        site.read("config.toml").lines().position(|line| line.starts_with("from_disk")).expect("it is there") + 1;
    let output = congkhai(&site, &["check", "--format", "concise"]);
    assert!(
        stderr(&output).contains(&format!("config.toml:{line}:")) && stderr(&output).contains("CK0102"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_theme_of_zola_whose_links_lead_to_the_web_is_told_to_have_it_not() {
    let site = site(Some("true"));
    site.write("config.toml", format!("theme = \"t\"\n{}", site.read("config.toml")));
    site.write("themes/t/theme.toml", "name = \"t\"\n");
    for name in ["index", "section", "page"] {
        site.write(&format!("themes/t/templates/{name}.html"), "<html><head></head><body></body></html>");
    }
    let output = congkhai(&site, &["check", "--format", "concise"]);
    let told = stderr(&output);
    assert!(told.contains("CK0106") && told.contains("search.from_disk"), "{told}");
    site.write("config.toml", site.read("config.toml").replace("from_disk = true", "from_disk = false"));
    let files = built(&site);
    assert!(!files.keys().any(|path| path.starts_with("assets/disk.") || path.ends_with("disk.js")));
}
