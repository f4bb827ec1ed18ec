//! The files of the program are sound, and those of a site complete them.

use crate::diag::Lang;
use crate::text;

use super::{ColumnType, Kind, Kinds};

const KINDS: [&str; 21] = [
    "apologies",
    "attestations",
    "calendar",
    "documents",
    "dossiers",
    "events",
    "facilities",
    "faq",
    "feedback",
    "groups",
    "initiatives",
    "inspections",
    "links",
    "metrics",
    "notices",
    "plans",
    "processes",
    "reception",
    "rubrics",
    "simplifications",
    "surveys",
];

fn kind(name: &str) -> &'static Kind {
    Kinds::built_in().get(name).unwrap_or_else(|| panic!("{name} is a kind"))
}

fn problem(source: &str) -> String {
    let (_, found) = Kinds::built_in().with(&[("so.toml".to_owned(), source.to_owned())]);
    found.first().map(|found| found.problem.text().en).unwrap_or_default()
}

#[test]
fn every_kind_is_there() {
    let names: Vec<&str> = Kinds::built_in().iter().map(|kind| kind.id.as_str()).collect();
    assert_eq!(names, KINDS);
}

#[test]
fn every_word_stands_in_both_languages() {
    for kind in Kinds::built_in().iter() {
        let columns = kind.columns.iter().map(|column| &column.heading);
        let choices = kind.columns.iter().flat_map(|column| &column.choices).map(|choice| &choice.label);
        let checks = kind.checks.iter().flat_map(|check| [&check.name, &check.message, &check.help]);
        let rest = kind.computed.iter().map(|own| &own.heading).chain(kind.figures.iter().map(|own| &own.name));
        let all =
            [&kind.name, &kind.one, &kind.about].into_iter().chain(columns).chain(choices).chain(checks).chain(rest);
        for words in all {
            assert!(
                !words.vi.trim().is_empty() && !words.in_lang(Lang::En).trim().is_empty(),
                "{}: {words:?}",
                kind.id
            );
        }
    }
}

#[test]
fn no_two_columns_of_a_kind_share_a_heading() {
    for kind in Kinds::built_in().iter() {
        let mut seen = std::collections::BTreeMap::new();
        for column in &kind.columns {
            let names = [&column.heading.vi, &column.heading.en, &column.id].into_iter().chain(&column.synonyms);
            for name in names {
                let owner = seen.entry(text::heading_key(name)).or_insert(&column.id);
                assert_eq!(*owner, &column.id, "{}: {name}", kind.id);
            }
        }
    }
}

#[test]
fn what_citizens_are_is_never_read() {
    for (name, heading) in [
        ("feedback", "Người gửi"),
        ("dossiers", "ChuHoSo"),
        ("apologies", "Họ tên"),
        ("surveys", "Họ và tên"),
        ("reception", "Họ tên công dân"),
    ] {
        let key = text::heading_key(heading);
        let named = |words: &String| text::heading_key(words) == key;
        let column = kind(name).columns.iter().find(|own| named(&own.heading.vi) || own.synonyms.iter().any(named));
        assert!(column.is_some_and(|column| column.personal && !column.is_public()), "{name}: {heading}");
    }
    let public: Vec<&str> = kind("dossiers").public_columns().map(|column| column.id.as_str()).collect();
    assert_eq!(public, ["code", "status"]);
}

#[test]
fn codes_have_their_form() {
    let column = kind("dossiers").column("code").expect("dossiers have codes");
    assert_eq!(column.column_type, ColumnType::Code);
    assert!(column.fits_shape("000.00.12.H34-260101-0001"));
    for wrong in [
        "000.00.12.H34-26010-0001",
        "000.00.12.h34-260101-0001",
        "000.00.12.H34-260101-00011",
        "",
        "٠00.00.12.H34-260101-0001",
    ] {
        assert!(!column.fits_shape(wrong), "{wrong}");
    }
}

#[test]
fn a_site_completes_a_kind() {
    let own = "extends = \"feedback\"\nid = \"feedback\"\n[[columns]]\nid = \"thon\"\nheading = { vi = \"Thôn\", en = \"Hamlet\" }\n[[columns]]\nid = \"topic\"\nheading = { vi = \"Việc\", en = \"Matter\" }\n";
    let (kinds, found) = Kinds::built_in().with(&[("so.toml".to_owned(), own.to_owned())]);
    assert!(found.is_empty(), "{found:?}");
    let feedback = kinds.get("feedback").expect("the kind stays");
    assert_eq!(feedback.columns.len(), kind("feedback").columns.len() + 1);
    let topic = feedback.column("topic").expect("the column stays");
    assert_eq!((topic.heading.vi.as_str(), topic.required), ("Việc", true));
    assert_eq!(feedback.deadlines, kind("feedback").deadlines);
}

#[test]
fn a_site_describes_a_kind_of_its_own() {
    let own = "id = \"cho-phien\"\nname = { vi = \"Chợ phiên\", en = \"Markets\" }\none = { vi = \"phiên\", en = \"day\" }\nabout = { vi = \"Ngày chợ.\", en = \"Market days.\" }\ntitle = \"ten\"\n[[columns]]\nid = \"ten\"\nheading = { vi = \"Tên chợ\", en = \"Market\" }\n";
    let (kinds, found) = Kinds::built_in().with(&[("so.toml".to_owned(), own.to_owned())]);
    assert!(found.is_empty(), "{found:?}");
    assert!(kinds.get("cho-phien").is_some());
    assert_eq!(kinds.nearest("cho-phie").as_deref(), Some("cho-phien"));
}

#[test]
fn a_faulty_file_says_what_is_wrong() {
    let head =
        "name = { vi = \"x\", en = \"x\" }\none = { vi = \"x\", en = \"x\" }\nabout = { vi = \"x\", en = \"x\" }\n";
    let column = "[[columns]]\nid = \"ten\"\nheading = { vi = \"Tên\", en = \"Name\" }\n";
    for (source, word) in [
        ("id = ".to_owned(), "cannot be used"),
        ("extends = \"khong-co\"\nid = \"x\"".to_owned(), "khong-co"),
        (format!("id = \"procedures\"\ntitle = \"ten\"\n{head}{column}"), "procedures"),
        (format!("id = \"Sổ\"\ntitle = \"ten\"\n{head}{column}"), "Sổ"),
        (format!("id = \"x\"\ntitle = \"khac\"\n{head}{column}"), "khac"),
        (format!("id = \"x\"\ntitle = \"ten\"\n{head}{column}{column}"), "ten"),
        (format!("id = \"x\"\ntitle = \"ten\"\npages = \"group\"\n{head}{column}"), "group"),
        (format!("id = \"x\"\ntitle = \"ten\"\nlayuot = \"table\"\n{head}{column}"), "layuot"),
        (format!("id = \"x\"\ntitle = \"ten\"\n{head}{column}type = \"choice\"\n"), "choices"),
        (
            format!(
                "id = \"x\"\ntitle = \"ten\"\n{head}{column}[[checks]]\nid = \"c\"\nname = {{ vi = \"x\", en = \"x\" }}\nmessage = {{ vi = \"x\", en = \"x\" }}\nhelp = {{ vi = \"x\", en = \"x\" }}\n"
            ),
            "rule",
        ),
    ] {
        let message = problem(&source);
        assert!(message.contains(word), "{source}: {message}");
    }
}
