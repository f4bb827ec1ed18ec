//! What follows from records: limits, computed columns, checks, groups, figures.

use std::sync::Arc;

use jiff::civil::{Date, date};

use crate::calendar::WorkingDays;
use crate::diag::{Code, Diagnostic, Location, Severity};
use crate::kinds::Kinds;
use crate::model::{Catalog, Datum, Provenance, Register, Sourced};
use crate::validate::{Contacts, validate};

use super::{LimitState, Registers, Schemes, analyse};

const TODAY: Date = date(2026, 11, 20);

fn text(words: &str) -> Datum {
    Datum::Text(words.to_owned())
}

fn record(kind: &str, key: &str, values: &[(&str, Datum)]) -> Register {
    let values = values.iter().map(|(id, datum)| ((*id).to_owned(), datum.clone())).collect();
    Register { kind: kind.to_owned(), key: key.to_owned(), values, ..Register::default() }
}

fn analysed_by(kinds: &Kinds, records: Vec<Register>) -> (Registers, Vec<Diagnostic>) {
    let sourced = (1..).zip(records).map(|(line, record)| Sourced {
        record,
        location: Location::text("content/so/so.csv", line, 1),
        provenance: 0,
    });
    let catalog = Catalog {
        registers: sourced.collect(),
        provenances: vec![Provenance { section: "so".into(), ..Provenance::default() }],
        ..Catalog::default()
    };
    let (checked, _) = validate(catalog, &Contacts::default());
    analyse(&checked, kinds, &Schemes::default(), WorkingDays::built_in(), TODAY)
}

fn analysed(records: Vec<Register>) -> (Registers, Vec<Diagnostic>) {
    analysed_by(Kinds::built_in(), records)
}

fn feedback(key: &str, more: &[(&str, Datum)]) -> Register {
    let mut record = record("feedback", key, &[("code", text(key)), ("topic", text("Việc"))]);
    record.values.extend(more.iter().map(|(id, datum)| ((*id).to_owned(), datum.clone())));
    record
}

/// State, last day and days late of the answer to one piece of feedback.
fn answer(more: &[(&str, Datum)]) -> Option<(LimitState, Option<Date>, u32)> {
    let (registers, _) = analysed(vec![feedback("pa-1", more)]);
    registers.derived[0]
        .limits
        .iter()
        .find(|limit| limit.deadline == 0)
        .map(|limit| (limit.state, limit.due, limit.days))
}

#[test]
fn the_rule_that_applies_gives_the_last_day() {
    let received = ("received", Datum::Date(date(2026, 10, 30)));
    // Friday 30 October: three working days end on Wednesday, three days on Monday.
    for (rule, due) in
        [("own_working", date(2026, 11, 4)), ("own_calendar", date(2026, 11, 2)), ("general", date(2026, 11, 20))]
    {
        let found = answer(&[received.clone(), ("rule", text(rule))]);
        assert_eq!(found.and_then(|(_, day, _)| day), Some(due), "{rule}");
    }
    let wrong_data = answer(&[received, ("about", text("wrong_data"))]);
    assert_eq!(wrong_data.and_then(|(_, day, _)| day), Some(date(2026, 11, 14)));
}

#[test]
fn a_limit_is_kept_late_open_overdue_or_unknown() {
    let on = |year, month, day| Datum::Date(date(year, month, day));
    let rule = ("rule", text("own_working"));
    let state = |received: Datum, answered: Option<Datum>| {
        let mut columns = vec![("received", received), rule.clone()];
        columns.extend(answered.map(|day| ("answered", day)));
        answer(&columns).map(|(state, _, days)| (state, days))
    };
    assert_eq!(state(on(2026, 10, 30), Some(on(2026, 11, 4))), Some((LimitState::OnTime, 0)));
    assert_eq!(state(on(2026, 10, 30), Some(on(2026, 11, 9))), Some((LimitState::Late, 5)));
    assert_eq!(state(on(2026, 11, 17), None), Some((LimitState::Open, 0)));
    assert_eq!(state(on(2026, 11, 2), None), Some((LimitState::Overdue, 15)));
    assert_eq!(state(on(2026, 11, 19), None), Some((LimitState::Unknown, 0)));
    assert_eq!(state(text("tháng trước"), None), None);
}

#[test]
fn an_unknown_time_is_told_once() {
    let late = |key: &str| feedback(key, &[("received", Datum::Date(date(2026, 11, 19)))]);
    let (_, found) = analysed(vec![late("a"), late("b")]);
    assert_eq!(found.iter().filter(|found| found.code() == Code::Ck0530).count(), 1, "{found:?}");
}

#[test]
fn feedback_that_was_passed_on_has_another_limit() {
    let columns = [
        ("received", Datum::Date(date(2026, 10, 1))),
        ("status", text("forwarded")),
        ("forwarded", Datum::Date(date(2026, 10, 9))),
    ];
    let (registers, _) = analysed(vec![feedback("pa", &columns)]);
    let limits = &registers.derived[0].limits;
    assert_eq!(limits.iter().map(|limit| (limit.deadline, limit.state)).collect::<Vec<_>>(), [(1, LimitState::Late)]);
}

#[test]
fn a_failed_check_names_its_cell_and_its_severity() {
    let columns = [("received", Datum::Date(date(2026, 10, 9))), ("answered", Datum::Date(date(2026, 10, 1)))];
    let mut early = feedback("pa", &columns);
    early.places.insert("answered".into(), Location::text("content/so/so.csv", 2, 7));
    let (_, found) = analysed(vec![early]);
    let order = found.iter().find(|found| found.code() == Code::Ck0527).expect("the order of days is checked");
    assert_eq!((order.location.to_string().as_str(), order.severity), ("content/so/so.csv:2:7", Severity::Warning));
    let secret = record("documents", "1", &[("number", text("1")), ("internal", text("Mật"))]);
    let (_, found) = analysed(vec![secret]);
    assert!(found.iter().any(|found| found.code() == Code::Ck0527 && found.severity == Severity::Error), "{found:?}");
}

#[test]
fn what_is_not_there_is_not_asked() {
    let (_, found) = analysed(vec![feedback("pa", &[("received", Datum::Date(date(2026, 10, 9)))])]);
    assert!(found.iter().all(|found| found.code() != Code::Ck0527), "{found:?}");
}

#[test]
fn of_two_equal_keys_the_first_stays() {
    let (registers, found) = analysed(vec![feedback("pa", &[]), feedback("pa", &[])]);
    assert_eq!(registers.books[0].records, [0]);
    assert!(found.iter().any(|found| found.code() == Code::Ck0528));
    // Where the kind has no key, equal titles are numbered.
    let notice = || record("notices", "thong-bao", &[("title", text("Thông báo"))]);
    let (registers, found) = analysed(vec![notice(), notice()]);
    assert_eq!(
        registers.derived.iter().map(|derived| derived.slug.as_str()).collect::<Vec<_>>(),
        ["thong-bao", "thong-bao-2"]
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn figures_count_records_and_nothing_is_no_share() {
    let done = |key: &str, day| {
        feedback(
            key,
            &[
                ("received", Datum::Date(date(2026, 9, 1))),
                ("status", text("answered")),
                ("answered", Datum::Date(day)),
                ("answer", text("x")),
            ],
        )
    };
    let pending = feedback("d", &[("received", Datum::Date(date(2026, 10, 30))), ("status", text("open"))]);
    let sheet = vec![done("a", date(2026, 9, 3)), done("b", date(2026, 11, 3)), feedback("c", &[]), pending];
    let (registers, _) = analysed(sheet);
    let [received, answered, in_time, pakn] = registers.books[0].figures.as_slice() else { panic!("four figures") };
    assert_eq!([received, answered], [&Some(Datum::Number(4.0)), &Some(Datum::Number(2.0))]);
    assert_eq!(in_time, &Some(Datum::Number(50.0)), "of those answered");
    let Some(Datum::Number(pakn)) = pakn else { panic!("the share is known") };
    assert!((pakn - 200.0 / 3.0).abs() < 1e-9, "what is pending in time counts too: {pakn}");
    let (registers, _) = analysed(vec![feedback("c", &[])]);
    assert_eq!(registers.books[0].figures[2..], [None, None]);
}

#[test]
fn records_are_ordered_by_their_kind_and_what_says_nothing_stands_last() {
    let on = |key: &str, day: Option<Date>| {
        let columns: Vec<(&str, Datum)> = day.map(|day| ("received", Datum::Date(day))).into_iter().collect();
        feedback(key, &columns)
    };
    let (registers, _) =
        analysed(vec![on("a", Some(date(2026, 1, 1))), on("b", None), on("c", Some(date(2026, 5, 1)))]);
    assert_eq!(registers.books[0].records, [2, 0, 1]);
}

#[test]
fn tasks_of_a_plan_make_a_group_that_says_things_once() {
    let task = |key: &str, more: &[(&str, Datum)]| {
        let mut task = record("plans", key, &[("plan", text("Kế hoạch 1")), ("task", text(key))]);
        task.values.extend(more.iter().map(|(id, datum)| ((*id).to_owned(), datum.clone())));
        task
    };
    let due = |words: &str, last| Datum::Due { words: words.into(), last };
    let (registers, found) = analysed(vec![
        task(
            "một",
            &[
                ("number", text("12/KH")),
                ("lead", Datum::List(vec!["VP".into()])),
                ("due", due("Quý I/2026", Some(date(2026, 3, 31)))),
            ],
        ),
        task("hai", &[("number", text("13/KH")), ("due", due("Theo huyện", None))]),
    ]);
    let group = &registers.groups[0];
    assert_eq!((group.slug.as_str(), group.records.len()), ("ke-hoach-1", 2));
    assert_eq!(group.shared.get("number"), Some(&text("12/KH")));
    assert!(found.iter().any(|found| found.code() == Code::Ck0535));
    let failed = |check: &str| {
        let at = registers.books[0].kind.checks.iter().position(|own| own.id == check);
        group.counts.iter().find(|count| Some(count.check) == at).map(|count| (count.asked, count.failed.clone()))
    };
    assert_eq!(failed("ro_nguoi"), Some((2, vec![1])));
    assert_eq!(failed("ro_thoi_gian"), Some((2, vec![1])));
    assert_eq!(failed("ro_viec"), Some((2, vec![])));
    let state = |at: usize| registers.derived[at].limits.first().map(|limit| (limit.state, limit.days));
    assert_eq!(state(0), Some((LimitState::Overdue, 234)));
    assert_eq!(state(1), Some((LimitState::Unknown, 0)));
}

#[test]
fn computed_columns_follow_from_others() {
    let cut = record(
        "simplifications",
        "a",
        &[("name", text("a")), ("days_before", Datum::Number(8.0)), ("days_after", Datum::Number(6.0))],
    );
    let none = record("simplifications", "b", &[("name", text("b"))]);
    let zero = record(
        "simplifications",
        "c",
        &[("name", text("c")), ("days_before", Datum::Number(0.0)), ("days_after", Datum::Number(0.0))],
    );
    let (registers, found) = analysed(vec![cut, none, zero]);
    let cuts: Vec<_> = registers.derived.iter().map(|derived| derived.values.get("cut").cloned()).collect();
    assert_eq!(cuts, [Some(Datum::Number(25.0)), None, None]);
    assert!(found.iter().all(|found| found.severity != Severity::Error), "{found:?}");
}

#[test]
fn a_broken_expression_is_told_once_and_stops_nothing() {
    let own = "extends = \"faq\"\nid = \"faq\"\n[[computed]]\nid = \"x\"\nheading = { vi = \"x\", en = \"x\" }\nrule = \"question|khong_co\"\n[[computed]]\nid = \"y\"\nheading = { vi = \"y\", en = \"y\" }\nrule = \"question - 1\"\n";
    let (kinds, found) = Kinds::built_in().with(&[("so.toml".to_owned(), own.to_owned())]);
    assert!(found.is_empty(), "{found:?}");
    let question = |key: &str| record("faq", key, &[("question", text(key)), ("answer", text("x"))]);
    let (registers, found) = analysed_by(&kinds, vec![question("a"), question("b")]);
    assert_eq!(registers.books[0].records.len(), 2);
    let broken: Vec<Code> = found.iter().map(Diagnostic::code).collect();
    assert_eq!(broken, [Code::Ck0534, Code::Ck0534], "{found:?}");
}

#[test]
fn a_record_of_an_unknown_kind_belongs_nowhere() {
    let (registers, found) = analysed(vec![record("khong-co", "a", &[])]);
    assert!(registers.books.is_empty() && found.is_empty());
}

#[test]
fn a_scheme_must_hold_together() {
    let head = "id = \"x\"\nname = { vi = \"x\", en = \"x\" }\nsource = \"x\"\ntag = \"design\"\nperiod = { vi = \"x\", en = \"x\" }\n";
    let measure = "[[measures]]\nid = \"n\"\nname = { vi = \"n\", en = \"n\" }\n";
    let case = |rule: &str| {
        format!(
            "[[criteria]]\nid = \"1\"\nname = {{ vi = \"x\", en = \"x\" }}\nmax = 10\ncases = [{{ points = \"{rule}\", says = {{ vi = \"\", en = \"\" }} }}]\n"
        )
    };
    let problem = |source: &str| super::Scheme::parse(source).err().unwrap_or_default();
    assert_eq!(problem(&format!("{head}standard = 10\n{measure}{}", case("n"))), "");
    for (source, word) in [
        (format!("{head}standard = 12\n{measure}{}", case("n")), "standard = 12"),
        (format!("{head}{measure}{}", case("khong_co + 1")), "khong_co"),
        (format!("{head}{measure}{}", case("n +")), "n"),
        (format!("{head}{measure}{measure}{}", case("n")), "measures"),
        (format!("{head}{measure}[[criteria]]\nid = 1\n"), "id"),
    ] {
        assert!(problem(&source).contains(word) && !problem(&source).is_empty(), "{source}: {}", problem(&source));
    }
    let (schemes, found) = Schemes::read(&[("thang.toml".to_owned(), head.to_owned())]);
    assert!(schemes.get(Some("x")).is_none() && found.first().is_some_and(|found| found.code() == Code::Ck0526));
}

#[test]
fn scores_ask_for_a_scheme_that_exists_and_facts_that_it_knows() {
    let fact = |measure: &str, own: &str| {
        record(
            "rubrics",
            measure,
            &[("unit", text("Tổ 1")), ("measure", text(measure)), ("own", text(own)), ("scheme", text("x"))],
        )
    };
    let (registers, found) = analysed(vec![fact("n", "1")]);
    assert!(registers.groups[0].score.is_none());
    assert_eq!(found.iter().map(Diagnostic::code).collect::<Vec<_>>(), [Code::Ck0533]);
    let source = "id = \"x\"\nname = { vi = \"x\", en = \"x\" }\nsource = \"x\"\ntag = \"design\"\nperiod = { vi = \"x\", en = \"x\" }\n[[measures]]\nid = \"so_tin\"\nname = { vi = \"Số tin\", en = \"Items\" }\n[[criteria]]\nid = \"1\"\nname = { vi = \"x\", en = \"x\" }\ncases = [{ when = \"so_tin >= 2\", points = \"so_tin\", says = { vi = \"\", en = \"\" } }]\n";
    let (schemes, _) = Schemes::read(&[("thang.toml".to_owned(), source.to_owned())]);
    let records = vec![fact("so_tni", "3"), fact("Số tin", "ba")];
    let sourced = records.into_iter().map(|record| Sourced { record, location: Location::key("x"), provenance: 0 });
    let provenances = vec![Provenance { section: "so".into(), ..Provenance::default() }];
    let catalog = Catalog { registers: sourced.collect(), provenances, ..Catalog::default() };
    let (checked, _) = validate(catalog, &Contacts::default());
    let (registers, found) = analyse(&checked, Kinds::built_in(), &schemes, WorkingDays::built_in(), TODAY);
    let codes: Vec<Code> = found.iter().map(Diagnostic::code).collect();
    assert_eq!(codes, [Code::Ck0531, Code::Ck0443], "{found:?}");
    let score = registers.groups[0].score.as_ref().expect("the scheme is known");
    assert!(score.own.is_none() && score.verified.is_none(), "no fact could be read");
    assert_eq!(Arc::strong_count(&score.scheme), 2);
}
