//! What holds for every code and every sentence.

use std::collections::BTreeSet;

use unicode_normalization::is_nfc;

use super::samples::{cell, every_problem, field, pointer};
use super::{Code, Diagnostic, Lang, Location, Problem, ValueProblem, Words, sort};

const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];

/// The fields of an explanation that are sentences, not examples.
fn prose(words: &Words) -> [&'static str; 4] {
    [words.title, words.meaning, words.why, words.mend]
}

#[test]
fn codes_are_in_order_and_each_belongs_to_a_problem() {
    assert!(Code::ALL.windows(2).all(|pair| pair[0] < pair[1]));
    let used: BTreeSet<Code> = every_problem().iter().map(Problem::code).collect();
    assert_eq!(used.into_iter().collect::<Vec<_>>(), Code::ALL);
}

#[test]
fn codes_are_read_in_any_case() {
    for code in Code::ALL {
        let name = code.to_string();
        assert_eq!(Code::parse(&name), Some(*code));
        assert_eq!(Code::parse(&format!(" {} ", name.to_lowercase())), Some(*code));
    }
    for text in ["", "CK", "0401", "CK9999", "ck04011", "CK0401\n::x"] {
        assert_eq!(Code::parse(text), None, "{text}");
    }
}

#[test]
fn problems_have_codes_of_their_own_area() {
    for problem in every_problem() {
        let area = match problem {
            Problem::Config(_) => "CK01",
            Problem::Source(_) => "CK02",
            Problem::Column(_) => "CK03",
            Problem::Value(_) => "CK04",
            Problem::Catalog(_) => "CK05",
            Problem::Content(_) => "CK06",
            Problem::Ranking(_) => {
                if problem.code() < Code::Ck0517 {
                    "CK043"
                } else {
                    "CK05"
                }
            }
            Problem::Disclosure(_) => "CK054",
            Problem::Register(_) => {
                if problem.code() < Code::Ck0526 {
                    "CK044"
                } else {
                    "CK05"
                }
            }
            Problem::Guard(_) => "CK055",
            Problem::Site(_) => "CK07",
            Problem::Theme(_) => "CK08",
        };
        assert!(problem.code().to_string().starts_with(area), "{problem:?}");
    }
}

#[test]
fn every_problem_has_words_in_both_languages() {
    for problem in every_problem() {
        let text = problem.text();
        for sentence in [&text.vi, &text.en, &text.help_vi, &text.help_en] {
            assert!(sentence.chars().count() >= 8, "{problem:?}: {sentence}");
            assert!(!sentence.contains(['{', '}', '\n']) && !sentence.contains("  "), "{problem:?}: {sentence}");
            assert!(!sentence.ends_with('.') && is_nfc(sentence), "{problem:?}: {sentence}");
        }
        assert_ne!(text.vi, text.en);
        assert_ne!(text.help_vi, text.help_en);
    }
}

#[test]
fn messages_of_different_codes_differ() {
    let messages: BTreeSet<(String, Code)> =
        every_problem().iter().map(|problem| (problem.text().vi, problem.code())).collect();
    let distinct: BTreeSet<&String> = messages.iter().map(|(message, _)| message).collect();
    assert_eq!(distinct.len(), messages.len());
}

#[test]
fn every_argument_is_told_in_both_languages() {
    for problem in every_problem() {
        let debug = format!("{problem:?}");
        let arguments = debug.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(name, _)| name);
        let text = problem.text();
        let (vi, en) = (format!("{} {}", text.vi, text.help_vi), format!("{} {}", text.en, text.help_en));
        for name in arguments {
            let argument = format!("<{name}>");
            assert!(vi.contains(&argument) && en.contains(&argument), "{argument} is not told: {debug}");
        }
    }
}

#[test]
fn numbers_are_written_as_the_language_does() {
    let texts: Vec<_> = every_problem().iter().map(Problem::text).collect();
    let told = |vi: &str, en: &str| texts.iter().any(|text| text.vi.contains(vi) && text.en.contains(en));
    assert!(told("3,1:1", "3.1:1"));
    assert!(told("200.000", "200,000"));
    assert!(told("1.234", "1,234"));
}

#[test]
fn every_code_is_explained_in_both_languages() {
    for lang in LANGS {
        let mut seen = BTreeSet::new();
        for code in Code::ALL {
            let words = code.explain(lang).words;
            let title = words.title;
            assert!(title.chars().count() <= 60 && !title.ends_with('.') && seen.insert(title), "{code}: {title}");
            assert!(seen.insert(words.meaning) && seen.insert(words.mend), "{code} repeats another");
            assert_ne!(words.wrong, words.right, "{code}");
            let body = [words.meaning, words.why, words.mend];
            assert!(body.iter().all(|part| part.ends_with('.')), "{code}");
            for part in prose(&words).into_iter().chain([words.wrong, words.right]) {
                assert!(!part.trim().is_empty() && is_nfc(part) && part == part.trim(), "{code}: {part}");
            }
            assert!(prose(&words).iter().all(|part| !part.contains(['{', '\n']) && !part.contains("  ")), "{code}");
        }
    }
}

#[test]
fn explanations_have_three_to_eight_sentences() {
    for (code, lang) in Code::ALL.iter().flat_map(|code| LANGS.map(|lang| (code, lang))) {
        let words = code.explain(lang).words;
        let body = [words.meaning, words.why, words.mend].join(" ");
        let count = body.split(['.', '?']).filter(|part| part.is_empty() || part.starts_with(' ')).count();
        assert!((3..=8).contains(&count), "{code} in {lang:?} has {count} sentences");
    }
}

#[test]
fn explanations_are_shown_with_example_and_remedy() {
    insta::assert_snapshot!("explanation_vi", Code::Ck0405.explain(Lang::Vi));
    insta::assert_snapshot!("explanation_en", Code::Ck0208.explain(Lang::En));
}

/// The articles (*Điều*) that explanations may name: those whose text was read.
const ARTICLES: [(&str, &[&str]); 5] = [
    ("Nghị định 63/2010/NĐ-CP", &["8", "14", "15"]),
    ("Nghị định 20/2008/NĐ-CP", &["10", "13"]),
    ("Thông tư 01/2018/TT-VPCP", &["16"]),
    ("Luật Tiếp cận thông tin", &["22"]),
    ("Law on Access to Information", &["22"]),
];

/// The numbers that follow "Điều" in a text.
fn articles(text: &str) -> Vec<&str> {
    let digits = |rest: &'_ str| rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
    text.split("Điều ").skip(1).map(|rest| &rest[..digits(rest)]).collect()
}

#[test]
fn only_articles_that_were_read_are_stated_as_law() {
    for code in Code::ALL {
        for words in LANGS.map(|lang| code.explain(lang).words) {
            let text = prose(&words).join(" ");
            let laws: Vec<_> = ARTICLES.iter().filter(|(law, _)| text.contains(law)).collect();
            let named = ["Nghị định", "Thông tư", "Luật ", "Law "].iter().any(|kind| words.why.contains(kind));
            assert_eq!(named, laws.len() == 1, "{code}: {text}");
            for article in articles(&text) {
                assert!(laws.iter().any(|(_, read)| read.contains(&article)), "{code}: Điều {article}");
            }
        }
        assert_eq!(articles(code.explain(Lang::Vi).words.why), articles(code.explain(Lang::En).words.why), "{code}");
    }
}

#[test]
fn diagnostics_are_sorted_by_place_then_code() {
    let at = |problem: ValueProblem, place: Location| Diagnostic::new(problem, place);
    let sorted = vec![
        at(ValueProblem::BadDate, Location::file("content/thu-tuc/danh-muc.csv")),
        at(ValueProblem::BadPhone, field(2, 9, "x")),
        at(ValueProblem::BadDate, field(10, 1, "x")),
        at(ValueProblem::BadPhone, field(10, 1, "x")),
        at(ValueProblem::BadDate, field(10, 2, "x")),
        at(ValueProblem::BadDate, cell(2, 27, "x")),
        at(ValueProblem::BadDate, cell(11, 2, "x")),
        at(ValueProblem::BadDate, pointer(Some(2), "/dossier/2/copies")),
        at(ValueProblem::BadDate, pointer(Some(2), "/dossier/10/copies")),
        at(ValueProblem::BadDate, pointer(Some(10), "/a")),
        at(ValueProblem::BadDate, Location::key("1.001193")),
    ];
    let mut shuffled: Vec<_> = sorted.iter().rev().cloned().collect();
    shuffled.rotate_left(4);
    sort(&mut shuffled);
    assert_eq!(shuffled, sorted);
}

#[test]
fn equal_places_sort_the_same_from_any_order() {
    let with = |value: &str, column: &str| {
        Diagnostic::new(ValueProblem::Missing { column: column.into() }, cell(2, 1, "x")).with_value(value)
    };
    let sorted = vec![with("a", "1"), with("a", "2"), with("b", "1")];
    for turn in 0..sorted.len() {
        let mut shuffled = sorted.clone();
        shuffled.rotate_left(turn);
        sort(&mut shuffled);
        assert_eq!(shuffled, sorted);
    }
}

#[test]
fn a_place_that_is_the_whole_file_has_no_empty_steps() {
    let whole = Location::Cell { path: "a.xlsx".into(), sheet: String::new(), row: 2, column: 28, header: None };
    assert_eq!(whole.to_string(), "a.xlsx › AB2");
    assert_eq!(whole.cell().as_deref(), Some("AB2"));
    assert_eq!(pointer(None, "").to_string(), "content/thu-tuc/quoc-gia.jsonl");
}
