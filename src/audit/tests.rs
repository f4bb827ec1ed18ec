//! The data files hold together, and results follow from records, days and levels.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use minijinja::value::{Serde, Value};
use serde_json::json;

use super::*;
use crate::calendar::WorkingDays;
use crate::config::{Attestation, Disclosure};
use crate::diag::{Code, Lang, Location};
use crate::ingest;

const TODAY: Date = date(2026, 11, 21);

fn all() -> &'static [Criterion] {
    &criteria().1
}

/// Facts of one kind of record, from JSON; the site has no late dossiers.
fn facts(kind: &str, records: &[serde_json::Value]) -> Facts<'static> {
    let (values, keys) = (records.to_vec(), records.to_vec());
    let subject = move |at: usize| Subject {
        key: keys[at]["code"].as_str().unwrap_or("?").to_owned(),
        label: format!("bản ghi {at}"),
        page: None,
        place: Location::text("content/so/so.csv", u32::try_from(at).unwrap() + 2, 1),
    };
    let mut facts = Facts::bare(Value::from(Serde(json!({ "late": 0 }))));
    facts.insert(kind, Records::new(records.len(), move |at| Value::from(Serde(&values[at])), subject, None));
    facts
}

fn question(as_of: Date, level: Level, disclosure: &Disclosure) -> Question<'_> {
    Question { as_of, level, disclosure, sheets: &[], registers: &[], days: WorkingDays::built_in() }
}

fn judged(facts: &Facts<'_>, as_of: Date, level: Level, disclosure: &Disclosure) -> AuditReport {
    audit(facts, question(as_of, level, disclosure)).0
}

fn status(facts: &Facts<'_>, id: &str) -> Status {
    judged(facts, TODAY, Level::Xa, &Disclosure::default()).finding(id).unwrap().status
}

fn statement(criterion: &str, on: Date, until: Option<Date>) -> Attestation {
    Attestation {
        criterion: criterion.to_owned(),
        by: "Văn phòng".to_owned(),
        on: Some(on),
        until,
        text: "Đã xem".to_owned(),
        evidence: String::new(),
    }
}

#[test]
fn there_are_ninety_criteria_in_seven_groups() {
    let ids: Vec<String> = all().iter().map(|criterion| criterion.id.clone()).collect();
    assert_eq!(ids, (1..=90).map(|number| format!("CK-{number:02}")).collect::<Vec<_>>());
    let count = |group: &str| all().iter().filter(|criterion| criterion.group == group).count();
    assert_eq!(["A1", "A2", "A3", "A4", "A5", "A6", "A7"].map(count), [22, 8, 12, 11, 10, 12, 15]);
    let blockers: Vec<&str> = all().iter().filter(|one| one.blocker).map(|one| one.id.as_str()).collect();
    assert_eq!(blockers, ["CK-87", "CK-88"]);
}

#[test]
fn every_criterion_says_what_it_asks_in_both_languages() {
    let mut seen = BTreeSet::new();
    for criterion in all() {
        for lang in [Lang::Vi, Lang::En] {
            let (asked, fill) = (criterion.statement.in_lang(lang), criterion.fill.in_lang(lang));
            assert!(asked.chars().count() > 20 && !asked.ends_with('.') && seen.insert(asked), "{}", criterion.id);
            assert!(fill.ends_with('.') && !fill.contains("  "), "{}: {fill}", criterion.id);
            assert!(unicode_normalization::is_nfc(asked) && unicode_normalization::is_nfc(fill), "{}", criterion.id);
        }
        assert_ne!(criterion.statement.vi, criterion.statement.en);
        assert!(!criterion.levels.is_empty() && criterion.weight > 0, "{}", criterion.id);
    }
}

#[test]
fn every_criterion_is_judged_by_rules_or_by_a_person() {
    for criterion in all() {
        assert_eq!(criterion.kind.is_some(), !criterion.checks.is_empty(), "{}", criterion.id);
        assert!(criterion.kind.is_some() || criterion.attest.is_some(), "{}", criterion.id);
        assert!(criterion.checks.len() <= 32, "{} has more checks than bits", criterion.id);
        assert!(criterion.points.iter().all(|points| ["766", "S003", "TT01"].contains(&points.scheme.as_str())));
    }
}

#[test]
fn every_source_names_a_document_and_its_tag() {
    for criterion in all() {
        assert!(!criterion.sources.is_empty(), "{}", criterion.id);
        for source in &criterion.sources {
            let cited = source.cited(Lang::Vi);
            let is_plan = source.doc.starts_with("seed");
            assert_eq!(is_plan, source.tag == Tag::Plan, "{} {cited}", criterion.id);
            assert_eq!(source.doc == "quy-uoc", source.tag == Tag::Design, "{} {cited}", criterion.id);
            assert!(
                source.tag != Tag::Unverified || source.at.is_empty(),
                "{} states {cited} unverified",
                criterion.id
            );
        }
    }
}

#[test]
fn every_rule_compiles() {
    let environment = super::rules::environment(TODAY, Level::Xa, WorkingDays::built_in(), Value::UNDEFINED);
    for criterion in all() {
        let checks: Vec<&Check> = criterion.checks.iter().collect();
        let rules = super::rules::Rules::of(criterion, &checks, &environment);
        assert!(rules.is_ok(), "{}: {:?}", criterion.id, rules.err());
        let vouching = criterion.attest.as_ref().and_then(|attest| attest.when.as_deref());
        for rule in criterion.idle.as_deref().into_iter().chain(vouching) {
            assert!(environment.compile_expression(rule).is_ok(), "{}: {rule}", criterion.id);
        }
    }
}

#[test]
fn columns_to_fill_are_columns_of_the_importer() {
    for criterion in all() {
        let Some(kind) = criterion.kind.as_deref().and_then(ingest::Kind::parse) else { continue };
        let columns = criterion.checks.iter().flat_map(|check| std::iter::once(&check.column).chain(&check.or));
        for column in columns.filter(|column| !column.contains('.')) {
            assert!(kind.heading(column).is_some(), "{}: {column}", criterion.id);
        }
    }
}

#[test]
fn a_criterion_of_2026_is_not_asked_in_2019_nor_one_of_a_commune_of_a_province() {
    let facts = Facts::bare(Value::UNDEFINED);
    let finding = |as_of: Date, level: Level, id: &str| {
        let report = judged(&facts, as_of, level, &Disclosure::default());
        let found = report.finding(id).unwrap();
        (found.status, found.reason)
    };
    let (then, absent) = (date(2019, 6, 30), Status::NotApplicable);
    for id in ["CK-12", "CK-16", "CK-49", "CK-57", "CK-80", "CK-83", "CK-84", "CK-86"] {
        assert_eq!(finding(then, Level::Huyen, id), (absent, Some(Reason::NotInForce)), "{id}");
    }
    assert_eq!(finding(then, Level::Huyen, "CK-36"), (Status::NotMet, Some(Reason::NoRecords)));
    assert_eq!(finding(TODAY, Level::Xa, "CK-36"), (absent, Some(Reason::NotInForce)));
    assert_eq!(finding(TODAY, Level::Tinh, "CK-80"), (absent, Some(Reason::OtherLevel)));
    assert_eq!(finding(date(2025, 6, 30), Level::Xa, "CK-16").0, absent);
    assert_eq!(finding(date(2025, 7, 1), Level::Xa, "CK-16").0, Status::NotMet);
}

#[test]
fn sources_that_have_ended_are_not_cited() {
    let criterion = all().iter().find(|criterion| criterion.id == "CK-23").unwrap();
    let cited = |day: Date| criterion.sources_on(day).map(|source| source.tag).collect::<Vec<_>>();
    assert_eq!(cited(date(2019, 6, 30)), [Tag::Text]);
    assert_eq!(cited(TODAY), [Tag::Unverified]);
}

#[test]
fn feedback_is_judged_by_its_answers_and_days() {
    let answered = json!({ "code": "1", "status": "answered", "received": "2026-11-02", "answered": "2026-11-04",
        "answer": "Đã sửa", "published": "2026-11-05", "rule": "own_working" });
    let silent = json!({ "code": "2", "status": "answered", "received": "2026-10-01", "answered": "2026-11-10",
        "rule": "own_calendar", "several": true, "about": "wrong_data" });
    let good = facts("feedback", std::slice::from_ref(&answered));
    for id in ["CK-54", "CK-55", "CK-56"] {
        assert_eq!(status(&good, id), Status::Met, "{id}");
    }
    for id in ["CK-57", "CK-58"] {
        assert_eq!(status(&good, id), Status::NotApplicable, "{id}");
    }
    let mixed = facts("feedback", &[answered, silent]);
    for id in ["CK-54", "CK-55", "CK-56"] {
        assert_eq!(status(&mixed, id), Status::Partly, "{id}");
    }
    for id in ["CK-57", "CK-58"] {
        assert_eq!(status(&mixed, id), Status::NotMet, "{id}");
    }
    let report = judged(&mixed, TODAY, Level::Xa, &Disclosure::default());
    let missing = &report.finding("CK-54").unwrap().missing;
    assert_eq!((missing.len(), missing[0].subject.key.as_str()), (1, "2"));
    assert_eq!(missing[0].cells[0].told(Lang::Vi), "content/so/so.csv:3, mục “Nội dung trả lời”");
}

#[test]
fn an_open_piece_of_feedback_is_late_only_after_its_time() {
    let open = |received: &str| json!({ "status": "open", "received": received, "rule": "own_calendar" });
    assert_eq!(status(&facts("feedback", &[open("2026-11-18")]), "CK-55"), Status::Met);
    assert_eq!(status(&facts("feedback", &[open("2026-11-17")]), "CK-55"), Status::NotMet);
    assert_eq!(status(&facts("feedback", &[json!({ "rule": "own_calendar" })]), "CK-55"), Status::NotMet);
}

#[test]
fn an_apology_comes_before_the_deadline_and_once() {
    let apology = |issued: &str, times: u32| {
        json!({ "code": "a", "unit": "x", "reason": "volume", "old_due": "2025-03-10", "new_due": "2025-03-14",
            "issued": issued, "times": times })
    };
    let then = date(2025, 4, 1);
    let at = |record: serde_json::Value, id: &str| {
        judged(&facts("apologies", &[record]), then, Level::Xa, &Disclosure::default()).finding(id).unwrap().status
    };
    assert_eq!(at(apology("2025-03-09", 1), "CK-35"), Status::Met);
    assert_eq!(at(apology("2025-03-10", 1), "CK-35"), Status::NotMet);
    assert_eq!(at(apology("2025-03-09", 2), "CK-36"), Status::NotMet);
    assert_eq!(at(json!({ "issued": "2025-03-09" }), "CK-34"), Status::NotMet);
}

#[test]
fn without_late_dossiers_there_is_nothing_to_apologise_for() {
    let nothing = facts("feedback", &[]);
    let report = judged(&nothing, TODAY, Level::Xa, &Disclosure::default());
    let found = report.finding("CK-34").unwrap();
    assert_eq!((found.status, found.reason), (Status::NotApplicable, Some(Reason::NothingArose)));
    let unknown = Facts::bare(Value::UNDEFINED);
    assert_eq!(status(&unknown, "CK-34"), Status::NotMet, "a site that does not count its late dossiers");
}

#[test]
fn dossiers_are_judged_without_naming_one() {
    let records =
        [json!({ "code": "000.00.12.H34-260101-0001", "status": "processing" }), json!({ "code": "12", "status": "" })];
    let mut facts = Facts::bare(Value::UNDEFINED);
    let value = move |at: usize| Value::from(Serde(&records[at]));
    let subject = |at: usize| Subject {
        key: format!("riêng-{at}"),
        label: format!("riêng-{at}"),
        page: None,
        place: Location::text("content/ho-so/ho-so.csv", 2 + u32::try_from(at).unwrap(), 1),
    };
    facts.insert("dossiers", Records::new(2, value, subject, None).hidden());
    let report = judged(&facts, TODAY, Level::Xa, &Disclosure::default());
    for id in ["CK-31", "CK-33"] {
        let found = report.finding(id).unwrap();
        assert_eq!((found.status, found.passed, found.looked_at), (Status::Partly, 1, 2), "{id}");
        assert!(found.evidence.is_empty() && found.missing[0].subject.key.is_empty(), "{id}");
    }
    assert!(!report.json().to_string().contains("riêng-"), "no code leaves the office");
}

#[test]
fn what_no_program_can_see_needs_a_statement_that_counts() {
    let facts = Facts::bare(Value::UNDEFINED);
    let with = |attestations: Vec<Attestation>| {
        let disclosure = Disclosure { require: None, attestations };
        let report = judged(&facts, TODAY, Level::Xa, &disclosure);
        let found = report.finding("CK-88").unwrap();
        (found.status, found.reason, found.attested_until)
    };
    assert_eq!(with(Vec::new()), (Status::NeedsAttestation, None, None));
    let fresh = statement("ck-88", date(2026, 10, 1), None);
    assert_eq!(with(vec![fresh.clone()]), (Status::Attested, None, Some(date(2027, 4, 1))), "six months");
    let long = statement("CK-88", date(2026, 10, 1), Some(date(2030, 1, 1)));
    assert_eq!(with(vec![long]).2, Some(date(2027, 4, 1)), "never longer than the criterion allows");
    let short = statement("CK-88", date(2026, 10, 1), Some(date(2026, 11, 20)));
    assert_eq!(with(vec![short.clone()]), (Status::NeedsAttestation, Some(Reason::Expired), None));
    assert_eq!(with(vec![short, fresh]).0, Status::Attested, "the better statement counts");
    let early = statement("CK-88", date(2026, 12, 1), None);
    assert_eq!(with(vec![early]), (Status::NeedsAttestation, Some(Reason::NotYet), None));
    let nobody = Attestation { by: " ".to_owned(), ..statement("CK-88", date(2026, 10, 1), None) };
    assert_eq!(with(vec![nobody]).0, Status::NeedsAttestation);
}

#[test]
fn words_do_not_take_the_place_of_records() {
    let facts = Facts::bare(Value::UNDEFINED);
    let attestations = vec![statement("CK-28", date(2026, 10, 1), None), statement("CK-02", date(2026, 10, 1), None)];
    let report = judged(&facts, TODAY, Level::Xa, &Disclosure { require: None, attestations });
    assert_eq!(report.finding("CK-28").unwrap().status, Status::NotMet, "the list of facilities is not there");
    assert_eq!(report.finding("CK-02").unwrap().status, Status::NotMet);
}

#[test]
fn statements_that_cannot_count_are_reported() {
    let facts = Facts::bare(Value::UNDEFINED);
    let attestations = vec![
        statement("CK-99", date(2026, 10, 1), None),
        statement("CK-02", date(2026, 10, 1), None),
        statement("CK-88", date(2020, 10, 1), None),
        Attestation { on: None, ..statement("CK-88", date(2026, 10, 1), None) },
        statement("CK-88", date(2026, 10, 1), None),
    ];
    let disclosure = Disclosure { require: Some(0.5), attestations };
    let question = question(TODAY, Level::Xa, &disclosure);
    let codes: Vec<Code> = audit(&facts, question).1.iter().map(crate::diag::Diagnostic::code).collect();
    assert_eq!(codes, [Code::Ck0541, Code::Ck0542, Code::Ck0543, Code::Ck0544, Code::Ck0540]);
}

#[test]
fn points_follow_the_share_where_the_scheme_says_so() {
    let part = |steps: &str| {
        json!({ "code": "1.000001", "name": "a", "steps": steps, "has_channel": true,
        "has_paper": true, "sets": "stated", "time": { "published": true }, "subjects": "stated", "has_agency": true,
        "results": "stated", "conditions": "none" })
    };
    let report = judged(
        &facts("procedures", &[part("stated"), part("missing"), part("stated"), part("stated")]),
        TODAY,
        Level::Xa,
        &Disclosure::default(),
    );
    let found = report.finding("CK-02").unwrap();
    assert_eq!((found.status, found.passed, found.looked_at), (Status::Partly, 3, 4));
    assert_eq!((found.points[0].points, found.points[0].max), (Some(1.5), Some(2.0)));
    assert_eq!(found.missing[0].cells[0].column, "Trình tự thực hiện");
}

#[test]
fn hostile_values_fail_a_rule_and_nothing_else() {
    for value in
        [json!({ "answered": [1, 2], "received": {}, "rule": "own_working" }), json!({ "rule": null }), json!(3)]
    {
        let report = judged(&facts("feedback", &[value]), TODAY, Level::Xa, &Disclosure::default());
        assert_eq!(report.findings.len(), 90);
        assert_ne!(report.finding("CK-56").unwrap().status, Status::Met);
    }
}

#[test]
fn the_same_facts_give_the_same_json() {
    let record = json!({ "code": "1", "status": "open", "received": "2026-11-20" });
    let told =
        || judged(&facts("feedback", std::slice::from_ref(&record)), TODAY, Level::Xa, &Disclosure::default()).json();
    assert_eq!(told().to_string(), told().to_string());
    assert_eq!(told()["criteria"].as_array().map(Vec::len), Some(90));
}

#[test]
fn limits_of_working_days_leave_out_tet_and_count_swapped_saturdays() {
    let answered = |received: &str, answered: &str| {
        let record = json!({ "received": received, "answered": answered, "rule": "own_working" });
        status(&facts("feedback", &[record]), "CK-55")
    };
    // Thursday before Tết 2026 to the second working day after it, and one day more.
    assert_eq!(answered("2026-02-12", "2026-02-24"), Status::Met);
    assert_eq!(answered("2026-02-12", "2026-02-25"), Status::NotMet);
    // Monday 29 April 2024 was off, Saturday 4 May was worked for it: three working days end on that Saturday.
    assert_eq!(answered("2024-04-26", "2024-05-04"), Status::Met);
    assert_eq!(answered("2024-04-26", "2024-05-06"), Status::NotMet);
}

/// Facts of a kind, with what the site says of itself.
fn facts_of(kind: &str, records: &[serde_json::Value], site: &serde_json::Value) -> Facts<'static> {
    let mut facts = Facts::bare(Value::from(Serde(site)));
    let (values, count) = (records.to_vec(), records.len());
    let subject = |at: usize| Subject {
        key: at.to_string(),
        label: at.to_string(),
        page: None,
        place: Location::text("content/so/so.csv", u32::try_from(at).unwrap() + 2, 1),
    };
    facts.insert(kind, Records::new(count, move |at| Value::from(Serde(&values[at])), subject, None));
    facts
}

#[test]
fn a_decision_that_comes_late_is_told_from_its_days() {
    let site = json!({ "procedures": 1, "filled": { "procedures": { "basis_effective": 1, "published": 1 } } });
    let record = |signed: &str, effective: &str, published: &str, ahead: u32| {
        json!({ "decision": { "number": "1/QĐ-UBND", "date": signed, "basis_effective": effective,
            "days_ahead": ahead }, "published": published })
    };
    let both = |record: serde_json::Value| {
        let facts = facts_of("procedures", &[record], &site);
        (status(&facts, "CK-03"), status(&facts, "CK-04"))
    };
    assert_eq!(both(record("2026-02-10", "2026-02-15", "2026-02-24", 5)), (Status::Met, Status::Met), "over Tết");
    assert_eq!(both(record("2026-02-10", "2026-02-14", "2026-02-26", 5)), (Status::NotMet, Status::NotMet));
    assert_eq!(both(record("2026-02-10", "2026-03-01", "2026-02-10", 20)).0, Status::NotMet, "a ministry");
    let untold = facts_of("procedures", &[record("2026-02-10", "", "", 5)], &json!({ "procedures": 1 }));
    assert_eq!(status(&untold, "CK-03"), Status::NeedsAttestation, "a person tells what the record does not");
    assert_eq!(status(&untold, "CK-04"), Status::NeedsAttestation);
}

#[test]
fn requests_for_papers_are_counted_where_the_register_of_dossiers_tells() {
    let told = json!({ "filled": { "dossiers": { "records": 1, "supplements": 1, "reason": 1 } } });
    let at = |record: serde_json::Value, id: &str| status(&facts_of("dossiers", &[record], &told), id);
    let asked = |times: u32, on: &str| json!({ "received": "2026-11-02", "supplements": times, "supplement_on": on });
    assert_eq!(at(asked(1, "2026-11-05"), "CK-37"), Status::Met);
    assert_eq!(at(asked(0, ""), "CK-37"), Status::Met);
    assert_eq!(at(asked(1, "2026-11-06"), "CK-37"), Status::NotMet, "on the fourth working day");
    assert_eq!(at(asked(2, "2026-11-05"), "CK-37"), Status::NotMet);
    assert_eq!(at(json!({ "status": "stopped", "reason": "missing" }), "CK-41"), Status::Met);
    assert_eq!(at(json!({ "status": "stopped", "reason": null }), "CK-41"), Status::NotMet);
    for id in ["CK-37", "CK-41", "CK-14"] {
        assert_eq!(status(&Facts::bare(Value::UNDEFINED), id), Status::NeedsAttestation, "{id} without any record");
        let silent = facts_of("dossiers", &[json!({ "status": "stopped" })], &json!({}));
        assert_eq!(status(&silent, id), Status::NeedsAttestation, "{id} where the columns are not there");
    }
}

#[test]
fn steps_of_a_process_have_a_unit_and_add_up() {
    let whole = json!({ "procedures": 1, "processes": 1 });
    let step = |unit: &str, fits: serde_json::Value| json!({ "unit": unit, "days": 1, "fits": fits });
    let at =
        |record: serde_json::Value, site: &serde_json::Value| status(&facts_of("processes", &[record], site), "CK-14");
    assert_eq!(at(step("Một cửa", json!(true)), &whole), Status::Met);
    assert_eq!(at(step("Một cửa", json!(null)), &whole), Status::Met);
    assert_eq!(at(step("Một cửa", json!(false)), &whole), Status::NotMet);
    assert_eq!(at(step("", json!(true)), &whole), Status::NotMet);
    let half = json!({ "procedures": 2, "processes": 1 });
    assert_eq!(at(step("Một cửa", json!(true)), &half), Status::NeedsAttestation);
}

#[test]
fn a_procedure_without_a_competent_basis_is_not_vouched_away() {
    let record = |competent: u32| json!({ "legal_basis": { "numbered": 1, "competent": competent } });
    let site = json!({});
    assert_eq!(status(&facts_of("procedures", &[record(1)], &site), "CK-22"), Status::NeedsAttestation);
    let attestations = vec![statement("CK-22", date(2026, 10, 1), None)];
    let disclosure = Disclosure { require: None, attestations };
    let with = |competent: u32| {
        let facts = facts_of("procedures", &[record(competent)], &site);
        judged(&facts, TODAY, Level::Xa, &disclosure).finding("CK-22").unwrap().status
    };
    assert_eq!((with(1), with(0)), (Status::Attested, Status::NotMet));
}
