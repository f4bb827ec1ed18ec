//! What is judged how.

use super::*;
use crate::config::{self, Exception};
use crate::diag::{Code, Severity};
use crate::model::{Office, Officer, Sourced};
use crate::source::{Origin, Row};

fn column(heading: &str, is_contact: bool) -> Option<PublishedColumn> {
    Some(PublishedColumn { heading: heading.to_owned(), is_contact })
}

fn cell(column: u32, value: Value) -> Cell {
    Cell { value, origin: Origin::Sheet { row: 7, column } }
}

fn sheet(cells: Vec<Cell>) -> Table {
    let rows = vec![Row { origin: Origin::Sheet { row: 7, column: 1 }, cells }];
    Table { path: "content/a/so.xlsx".into(), sheet: Some("Sổ".to_owned()), headings: Vec::new(), rows }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn told(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(|found| format!("{} {}", found.code(), found.location)).collect()
}

fn guard(toml: &str) -> Guard {
    Guard::new(&config::read("config.toml".into(), toml).0, &Catalog::default())
}

#[test]
fn each_finding_names_its_cell() {
    let table_ = sheet(vec![
        cell(1, text("CCCD 001085012345")),
        cell(2, Value::Number(230_123_456.0)),
        cell(3, Value::List(vec![cell(3, Value::Map(vec![("mật khẩu".to_owned(), cell(3, text("hoahong")))]))])),
        cell(4, text("CCCD 001085012345")),
    ]);
    let columns = [column("Ghi chú", false), column("Số CMND", false), column("Các bước", false), None];
    let diagnostics = guard("").judge(table(&table_, &columns));
    let place = |letter| format!("content/a/so.xlsx › Sổ › {letter}7");
    let expected = [("CK0550", "A"), ("CK0550", "B"), ("CK0555", "C")];
    assert_eq!(told(&diagnostics), expected.map(|(code, letter)| format!("{code} {}", place(letter))));
    assert!(diagnostics.iter().all(|found| found.severity == Severity::Error));
    assert!(diagnostics.iter().all(|found| !format!("{found:?}").contains("001085012345")), "nothing leaks into logs");
}

#[test]
fn what_offices_and_officers_declare_is_public_wherever_it_stands() {
    let mut catalog = Catalog::default();
    let contact = Contact { hotlines: vec!["0912 345 678, 0987 654 321".to_owned()], ..Contact::default() };
    let office = Office { contact, ..Office::default() };
    let officer = Officer { email: Some("a.b@gmail.com".to_owned()), ..Officer::default() };
    let location = Location::key("x");
    catalog.offices.push(Sourced { record: office, location: location.clone(), provenance: 0 });
    catalog.officers.push(Sourced { record: officer, location, provenance: 0 });
    let mut guard = Guard::new(&SiteConfig::default(), &catalog);
    let words = "gọi +84 912.345.678 hoặc 0987654321, thư A.B@gmail.com, bà Lan 0905 111 222";
    let found = guard.judge(file("content/tin.md".into(), words));
    assert_eq!(told(&found), ["CK0552 content/tin.md:1:64"]);
}

#[test]
fn contact_columns_take_telephones_but_no_citizen_numbers() {
    let table_ = sheet(vec![cell(1, text("0912345678, CCCD 001085012345"))]);
    let columns = [column("Điện thoại", true)];
    assert_eq!(told(&guard("").judge(table(&table_, &columns))), ["CK0550 content/a/so.xlsx › Sổ › A7"]);
}

#[test]
fn an_exception_with_a_reason_becomes_a_note_and_one_without_has_no_effect() {
    let toml = "[guard]\nallow = [{ value = \"0912 345 678\", reason = \"Trưởng thôn đồng ý\" }, \"0987654321\"]\n";
    let (config, _) = config::read("config.toml".into(), toml);
    let mut guard = Guard::new(&config, &Catalog::default());
    let found = guard.judge(file("content/tin.md".into(), "A: 0912345678\nB: 0987.654.321"));
    let codes: Vec<_> = found.iter().map(|one| (one.code(), one.severity)).collect();
    assert_eq!(codes, [(Code::Ck0556, Severity::Note), (Code::Ck0552, Severity::Error)]);
    let bare = exceptions_without_reason(&config, "config.toml".into());
    assert_eq!(told(&bare), ["CK0557 config.toml"]);
    assert_eq!(config.guard.allow[1], Exception { value: "0987654321".to_owned(), reason: String::new() });
}

#[test]
fn pages_tell_only_what_their_sources_did_not() {
    let mut guard = guard("[deploy]\npassword = \"hoa hong 1\"\n");
    let seen = guard.judge(file("content/tin.md".into(), "Hotline: 0912345678, A 0987654321"));
    assert_eq!(seen.len(), 1);
    let page = "<p>0912345678</p><p>0987654321</p><p>0905111222</p><p>0905 111 222</p><p>hoa hong 1</p>";
    let found = guard.page(page, &Location::key("/a/"));
    let codes: Vec<_> = found.iter().map(|one| one.code().to_string()).collect();
    assert_eq!(codes, ["CK0552", "CK0552", "CK0555"]);
    assert!(!format!("{found:?}").contains("hoa hong"));
}

#[test]
fn a_flood_in_one_file_is_told_within_bounds() {
    let words: String = (0..500).map(|at| format!("- CCCD 001085{at:06}\n")).collect();
    let found = guard("").judge(file("content/tin.md".into(), &words));
    assert_eq!(found.len(), 101);
    assert_eq!(found[100].value.as_deref(), Some("+400"));
}

#[test]
fn the_fingerprint_follows_what_is_public() {
    let plain = guard("").fingerprint();
    assert_eq!(plain, guard("title = \"b\"\n").fingerprint());
    assert_ne!(plain, guard("[unit]\nhotline = \"0912345678\"\n").fingerprint());
    let allowed = "[[guard.allow]]\nvalue = \"0912345678\"\nreason = \"x\"\n";
    assert_ne!(plain, guard(allowed).fingerprint());
    assert_ne!(plain, guard("[deploy]\npassword = \"hoahong\"\n").fingerprint());
}
