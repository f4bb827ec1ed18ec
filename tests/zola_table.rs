//! Everything that public themes and sites of Zola use, row by row: `tests/zola/rows/table.tsv` says for each function,
//! filter, variable, key and file name what shows that it works here, and what Zola itself gives.
//!
//! Rows with a template are put, all of one place together, into the template of one page of `tests/zola/rows/site`;
//! a comment between them says where each one's output begins.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{Site, congkhai, stderr};

/// Places of rows: name, template, published page.
const PLACES: &[(&str, &str, &str)] = &[
    ("home", "templates/index.html", "index.html"),
    ("page", "templates/page.html", "tin/mot/index.html"),
    ("section", "templates/section.html", "tin/index.html"),
    ("pages", "templates/pages.html", "tap/page/2/index.html"),
    ("list", "templates/taxonomy_list.html", "the/index.html"),
    ("term", "templates/the/single.html", "the/dat-dai/index.html"),
    ("feed", "templates/atom.xml", "the/dat-dai/atom.xml"),
    ("shortcode", "templates/shortcodes/khung.html", "goi/index.html"),
    ("markdown", "content/md.md", "md/index.html"),
];

/// How many rows each table has. A row that is lost is noticed here.
const SIZES: &[(&str, usize)] = &[
    ("arguments", 35),
    ("attributes", 11),
    ("configuration", 65),
    ("content", 20),
    ("features", 47),
    ("filters", 42),
    ("front matter", 35),
    ("functions", 17),
    ("globals", 12),
    ("syntax", 19),
    ("tags", 14),
    ("templates", 21),
    ("tests", 8),
    ("variables", 90),
];

/// One row.
struct Row {
    table: String,
    name: String,
    place: String,
    template: String,
    gives: String,
    differs: bool,
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zola")
}

fn unescaped(text: &str) -> String {
    text.replace("\\\\", "\u{0}").replace("\\n", "\n").replace("\\t", "\t").replace('\u{0}', "\\")
}

fn rows() -> Vec<Row> {
    let text = std::fs::read_to_string(tests().join("rows/table.tsv")).expect("the table is there");
    let row = |line: &str| {
        let mut cells = line.split('\t').map(unescaped);
        let mut next = || cells.next().unwrap_or_default();
        Row { table: next(), name: next(), place: next(), template: next(), gives: next(), differs: !next().is_empty() }
    };
    text.lines().filter(|line| !line.starts_with('#')).map(row).collect()
}

/// The site with the templates of all rows.
fn site(rows: &[Row]) -> Site {
    let site = Site::empty();
    let from = tests().join("rows/site");
    for entry in walkdir::WalkDir::new(&from).into_iter().map(|entry| entry.expect("the site is readable")) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&from).expect("it lies below").to_str().expect("UTF-8");
            site.write(path, std::fs::read(entry.path()).expect("the file is readable"));
        }
    }
    for (place, path, _) in PLACES {
        let (mut text, gap) = match *place {
            "markdown" => ("+++\ntitle = \"md\"\ntemplate = \"plain.html\"\n+++\n".to_owned(), "\n\n"),
            _ => ("{% import \"macros.html\" as m %}\n".to_owned(), ""),
        };
        for (number, row) in rows.iter().enumerate().filter(|(_, row)| row.place == *place) {
            let _ = write!(text, "{gap}\n<!-- row {number} -->{gap}{}", row.template);
        }
        let _ = write!(text, "{gap}\n<!-- row {} -->{gap}", rows.len());
        site.write(path, text);
    }
    site
}

/// What each row gave.
fn outputs(site: &Site) -> BTreeMap<usize, String> {
    let mut outputs = BTreeMap::new();
    for (_, _, page) in PLACES {
        let html = site.read(&format!("xuat/{page}"));
        for part in html.split("<!-- row ").skip(1) {
            let (number, output) = part.split_once(" -->").expect("the comment ends");
            let number = number.parse().expect("rows are numbered");
            // A shortcode is called twice; the first call counts.
            outputs.entry(number).or_insert_with(|| output.trim().to_owned());
        }
    }
    outputs
}

/// Rows that give something else than they should.
fn wrong(rows: &[Row], site: &Site, is_wanted: impl Fn(&Row) -> bool) -> Vec<String> {
    let outputs = outputs(site);
    let mut wrong = Vec::new();
    for (number, row) in rows.iter().enumerate().filter(|(_, row)| is_wanted(row)) {
        let is_right = match row.place.as_str() {
            "in" => std::fs::read_to_string(tests().join(&row.template)).is_ok_and(|text| text.contains(&row.gives)),
            "out" => {
                let path = format!("xuat/{}", row.template);
                site.exists(&path) && site.read(&path).contains(&row.gives)
            }
            "not" => !row.template.is_empty(),
            _ => outputs.get(&number) == Some(&row.gives),
        };
        if !is_right {
            let Row { table, name, template, gives, .. } = row;
            wrong.push(format!(
                "{table}: {name}\n  {template}\n  - {gives}\n  + {}",
                outputs.get(&number).map_or("", |s| s)
            ));
        }
    }
    wrong
}

#[test]
fn every_row_gives_what_it_should() {
    let rows = rows();
    let site = site(&rows);
    let output = congkhai(&site, &["build", "--format", "concise", "--lang", "en"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let wrong = wrong(&rows, &site, |_| true);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_is_whole_and_names_each_row_once() {
    let rows = rows();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &rows {
        *sizes.entry(row.table.as_str()).or_default() += 1;
    }
    assert_eq!(sizes.into_iter().collect::<Vec<_>>(), SIZES);
    let names: BTreeSet<_> = rows.iter().map(|row| (&row.table, &row.name)).collect();
    assert_eq!(names.len(), rows.len());
    let known = |place: &str| ["in", "out", "not"].contains(&place) || PLACES.iter().any(|(name, ..)| *name == place);
    let lost: Vec<_> = rows.iter().filter(|row| !known(&row.place)).map(|row| &row.name).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
#[ignore = "needs Zola 0.22.1: ZOLA=… cargo test --test zola_table -- --ignored"]
fn zola_itself_gives_the_same() {
    let rows = rows();
    let site = site(&rows);
    let zola = std::env::var("ZOLA").expect("ZOLA names the program");
    let output = Command::new(zola).args(["--root", &site.path(""), "build"]).output().expect("Zola runs");
    assert!(output.status.success(), "{}", stderr(&output));
    let wrong = wrong(&rows, &site, |row| !row.differs && !["in", "not"].contains(&row.place.as_str()));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
