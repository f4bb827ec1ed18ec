//! The search command on the sample site: what citizens type finds the right procedure.
#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use common::{Site, congkhai, stderr, stdout};

/// The root of the repository, where the sample site is.
const SAMPLE: &str = env!("CARGO_MANIFEST_DIR");

/// Keys of the hits of each query, best first.
fn keys(queries: &[String]) -> Vec<Vec<String>> {
    let site = Site::empty();
    let lines: String = queries.iter().enumerate().map(|(at, query)| format!("q{at}\ttest\t{query}\t\n")).collect();
    site.write("queries.tsv", format!("id\tcategory\tquery\tjudgements\n{lines}"));
    let output = congkhai(&site, &["search", "--site", SAMPLE, "--batch", &site.path("queries.tsv")]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let rows = stdout(&output);
    rows.lines().map(|line| line.split('\t').skip(1).map(str::to_owned).collect()).collect()
}

fn first(query: &str) -> String {
    keys(&[query.to_owned()]).remove(0).into_iter().next().unwrap_or_default()
}

#[test]
fn everyday_words_without_marks_find_the_procedure() {
    assert_eq!(first("lam giay khai sinh"), "1.001193");
}

#[test]
fn marks_case_blanks_and_unicode_form_do_not_matter_for_what_is_found() {
    let forms = ["đất đai", "dat dai", "ĐẤT ĐAI", "  đất   đai ", "d\u{61}\u{302}\u{301}t dai"];
    let found = keys(&forms.map(str::to_owned));
    let as_set = |keys: &Vec<String>| keys.iter().cloned().collect::<std::collections::BTreeSet<_>>();
    assert!(!found[0].is_empty());
    for (form, hits) in forms.iter().zip(&found) {
        assert_eq!(as_set(hits), as_set(&found[0]), "{form}");
    }
}

#[test]
fn a_code_is_found_in_any_spelling() {
    for query in ["1.001193", "1001193", "mã 1.001193", "ma so 1001193"] {
        assert_eq!(first(query), "1.001193", "{query}");
    }
}

#[test]
fn every_title_finds_itself_by_its_folded_form() {
    let titles: Vec<(String, String)> = ["ho-tich", "chung-thuc", "cu-tru", "ho-kinh-doanh", "nguoi-co-cong"]
        .iter()
        .flat_map(|file| procedures(&format!("{SAMPLE}/content/thu-tuc/{file}.toml")))
        .collect();
    let found = keys(&titles.iter().map(|(_, name)| congkhai::text::fold(name)).collect::<Vec<_>>());
    for ((code, name), hits) in titles.iter().zip(found) {
        assert!(hits.iter().take(3).any(|key| key == code), "{name}: {hits:?}");
    }
}

/// The same for a whole catalogue, and through the library, since it has thousands of titles:
/// `CONGKHAI_CATALOGUE=../shared/data/catalogue/national.jsonl.gz cargo test --release --test search -- --ignored`
#[test]
#[ignore = "needs a catalogue and, without --release, minutes"]
fn every_title_of_a_catalogue_finds_itself_by_its_folded_form() {
    let Ok(catalogue) = std::env::var("CONGKHAI_CATALOGUE") else { return };
    let site = Site::small();
    let name = std::path::Path::new(&catalogue).file_name().expect("a file").to_string_lossy().into_owned();
    std::fs::copy(&catalogue, site.path(&format!("content/thu-tuc/{name}"))).expect("the catalogue is copied");
    let section = format!("+++\ntitle = \"Thủ tục\"\n[data]\nkind = \"procedures\"\nsources = [\"{name}\"]\n+++\n");
    site.write("content/thu-tuc/_index.md", section);
    let index = congkhai::build::index(&options(&site), None).expect("the site is readable");
    assert!(index.len() > 1_000, "{} documents", index.len());
    for entry in &index.entries {
        let hits = index.search(&congkhai::text::fold(&entry.title), 3).expect("the index is readable").hits;
        let family = !hits.is_empty() && hits.iter().all(|hit| bare(hit.title) == bare(&entry.title));
        assert!(family || hits.iter().any(|hit| hit.key == entry.key), "{} {}", entry.key, entry.title);
    }
}

fn options(site: &Site) -> congkhai::build::Options {
    congkhai::build::Options {
        root: site.path("").into(),
        output_dir: None,
        base_url: None,
        drafts: false,
        force: false,
        publish: false,
        baseline: congkhai::build::Baseline::Output,
        as_of: "2026-11-20".parse().expect("a date"),
    }
}

/// A title as it is compared with others: its folded words without "thủ tục" before them.
fn bare(title: &str) -> String {
    let folded = congkhai::search::folded_name(&congkhai::search::words(title));
    folded.strip_prefix("thu tuc ").unwrap_or(&folded).to_owned()
}

/// Code and name of the procedures of a file.
fn procedures(path: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(path).expect("the sample is there");
    let table: toml::Table = text.parse().expect("the sample is TOML");
    let records = table["procedure"].as_array().expect("procedures").iter();
    let word = |record: &toml::Value, key: &str| record[key].as_str().expect("text").to_owned();
    records.map(|record| (word(record, "code"), word(record, "name"))).collect()
}

#[test]
fn a_site_adds_its_own_ways_of_saying_things() {
    let site = Site::small();
    let search = || {
        let output = congkhai(&site, &["search", "giay hong xom toi", "--format", "json"]);
        let found: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("standard output is JSON");
        found["hits"][0]["key"].as_str().map(str::to_owned)
    };
    assert_eq!(search(), None);
    let config = site.read("config.toml");
    site.write("config.toml", config + "[search.synonyms]\n\"giấy hồng xóm tôi\" = \"đăng ký thử\"\n");
    assert_eq!(search().as_deref(), Some("1.000001"));
}

#[test]
fn hits_can_be_had_as_json() {
    let output =
        congkhai(&Site::empty(), &["search", "khai", "sinh", "--site", SAMPLE, "--format", "json", "--limit", "2"]);
    let found: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("standard output is JSON");
    assert_eq!(found["hits"].as_array().map(Vec::len), Some(2));
    assert_eq!(found["hits"][0]["key"], "1.001193");
    assert_eq!(found["hits"][0]["url"], "thu-tuc/1.001193/");
}

#[test]
fn nothing_typed_finds_nothing_and_nonsense_breaks_nothing() {
    let found = keys(&[String::new(), "!!! ???".to_owned(), "🙂".repeat(500), "a".repeat(10_000)]);
    assert!(found[0].is_empty() && found[1].is_empty(), "{found:?}");
    assert_eq!(found.len(), 4);
}

/// What people type, of ten kinds, and the codes that they want; the first three hits are looked at.
const JUDGED: &str = include_str!("search/judged.tsv");
#[test]
fn what_people_type_finds_what_they_want() {
    let judged: Vec<Vec<&str>> = JUDGED.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let found = keys(&judged.iter().map(|line| line[2].to_owned()).collect::<Vec<_>>());
    let is_answered =
        |line: &[&str], hits: &[String]| hits.iter().take(3).any(|hit| line[3].split(',').any(|wanted| wanted == hit));
    let wrong: Vec<_> = judged.iter().zip(found).filter(|(line, hits)| !is_answered(line, hits)).collect();
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), judged.len());
}
