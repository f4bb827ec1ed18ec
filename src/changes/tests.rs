//! What is logged, and what is not.

use jiff::civil::date;

use super::*;
use crate::diag::Location;
use crate::model::{Contact, Office, Officer, Part, Procedure, ProcedureCode, Provenance, Sourced, StepCase};

const FIRST: Date = date(2026, 11, 1);
const SECOND: Date = date(2026, 11, 8);
const THIRD: Date = date(2026, 11, 15);

fn sourced<T>(record: T) -> Sourced<T> {
    Sourced { record, location: Location::key("x"), provenance: 0 }
}

fn procedure(code: &str, name: &str, steps: &str) -> Procedure {
    let case = StepCase { name: None, text: steps.to_owned() };
    Procedure {
        code: ProcedureCode::parse(code).expect("a code"),
        name: name.to_owned(),
        field: Some("Hộ tịch".to_owned()),
        levels: Vec::new(),
        kind: None,
        decision: None,
        description: Part::NotPublished,
        steps: Part::Stated(vec![case]),
        channels: Part::NotPublished,
        dossier: Part::NotPublished,
        sets: Part::NotPublished,
        subjects: Part::NotPublished,
        agencies: Default::default(),
        reception: Part::NotPublished,
        results: Part::NotPublished,
        conditions: Part::NotPublished,
        legal_basis: Part::NotPublished,
        keywords: Vec::new(),
        related: Vec::new(),
        online_level: None,
        portal_url: None,
        boundary_free: None,
        changes: Vec::new(),
    }
}

fn catalog(procedures: &[(&str, &str, &str)]) -> Catalog {
    let provenance = Provenance { section: "thu-tuc".to_owned(), ..Provenance::default() };
    let procedures = procedures.iter().map(|(code, name, steps)| sourced(procedure(code, name, steps))).collect();
    Catalog { procedures, provenances: vec![provenance], ..Catalog::default() }
}

fn of(catalog: &Catalog, previous: Option<Snapshot>, day: Date, is_public: &dyn Fn(&str) -> bool) -> Changes {
    let now = Present { catalog, registers: &Registers::default(), kinds: Kinds::built_in() };
    Changes::of(now, previous, day, is_public)
}

/// The log after another publication; the snapshot goes through its bytes.
fn next(catalog: &Catalog, before: Option<&Changes>, day: Date) -> Changes {
    let previous = before.map(|before| Snapshot::read(&before.snapshot().to_bytes()).expect("it is a snapshot"));
    of(catalog, previous, day, &|_| true)
}

fn fields(change: &Change) -> Vec<(&str, Option<&str>, Option<&str>)> {
    let What::Changed { fields } = &change.what else { panic!("{change:?} is no change of fields") };
    fields.iter().map(|one| (one.field.as_str(), one.before.as_deref(), one.after.as_deref())).collect()
}

#[test]
fn the_first_publication_begins_the_log_and_the_same_data_add_nothing() {
    let same = catalog(&[("1.000001", "Một", "a")]);
    let first = next(&same, None, FIRST);
    assert!(first.publications.is_empty() && first.latest.is_none() && !first.has_previous);
    let second = next(&same, Some(&first), SECOND);
    assert!(second.publications.is_empty() && second.has_previous);
    assert_eq!(second.since, FIRST);
    assert_eq!(second.snapshot().to_bytes(), first.snapshot().to_bytes());
}

#[test]
fn new_changed_and_withdrawn_records_are_told_with_what_stood_there() {
    let first = next(&catalog(&[("1.000001", "Một", "a"), ("1.000002", "Hai", "b")]), None, FIRST);
    let now = catalog(&[("1.000001", "Một mới", "a"), ("1.000003", "Ba", "c")]);
    let second = next(&now, Some(&first), SECOND);
    let [publication] = &second.publications[..] else { panic!("one publication") };
    assert_eq!((publication.date, publication.added, publication.changed, publication.withdrawn), (SECOND, 1, 1, 1));
    let told: Vec<_> = publication.changes.iter().map(|change| (change.key.as_str(), &change.what)).collect();
    assert_eq!(told[1], ("1.000003", &What::Added));
    assert_eq!(told[2], ("1.000002", &What::Withdrawn));
    assert_eq!(fields(&publication.changes[0]), [("part_name", Some("Một"), Some("Một mới"))]);
    let withdrawn: Vec<_> = second.withdrawn().iter().map(|(day, change)| (*day, change.name.as_str())).collect();
    assert_eq!(withdrawn, [(SECOND, "Hai")]);
    assert_eq!(second.of_record("procedures", "1.000001").count(), 1);
}

#[test]
fn of_a_long_text_the_new_lines_are_told_and_the_lost_ones_counted() {
    let lines = |skip: usize| -> String { (skip..60).map(|at| format!("Bước {at}: nộp hồ sơ\n")).collect() };
    let first = next(&catalog(&[("1.000001", "Một", &lines(0))]), None, FIRST);
    let text = format!("{}Bước mới: nhận kết quả", lines(2));
    let second = next(&catalog(&[("1.000001", "Một", &text)]), Some(&first), SECOND);
    let What::Changed { fields } = &second.publications[0].changes[0].what else { panic!("a change") };
    assert_eq!(fields[0].after.as_deref(), Some("Bước mới: nhận kết quả"));
    assert_eq!((fields[0].before.as_deref(), fields[0].lines), (None, Some((1, 2))));
    // The same lines in another order are no change of lines, but a change.
    let turned = format!("{}{}", lines(30), (0..30).map(|at| format!("Bước {at}: nộp hồ sơ\n")).collect::<String>());
    let third = next(&catalog(&[("1.000001", "Một", &turned)]), Some(&first), SECOND);
    let What::Changed { fields } = &third.publications[0].changes[0].what else { panic!("a change") };
    assert_eq!(fields[0].lines, Some((0, 0)));
}

#[test]
fn two_publications_on_one_day_are_one_and_what_is_undone_is_forgotten() {
    let first = next(&catalog(&[("1.000001", "Một", "a")]), None, FIRST);
    let second = next(&catalog(&[("1.000001", "Nhầm", "a"), ("1.000002", "Hai", "b")]), Some(&first), SECOND);
    let third = next(&catalog(&[("1.000001", "Đúng", "a"), ("1.000002", "Hai", "b2")]), Some(&second), SECOND);
    let [publication] = &third.publications[..] else { panic!("one publication: {:?}", third.publications) };
    assert_eq!((publication.added, publication.changed), (1, 1));
    assert_eq!(fields(&publication.changes[0]), [("part_name", Some("Một"), Some("Đúng"))]);
    let back = next(&catalog(&[("1.000001", "Một", "a")]), Some(&third), SECOND);
    assert_eq!(back.publications, []);
}

#[test]
fn a_record_that_comes_back_is_not_withdrawn() {
    let both = catalog(&[("1.000001", "Một", "a"), ("1.000002", "Hai", "b")]);
    let first = next(&both, None, FIRST);
    let second = next(&catalog(&[("1.000001", "Một", "a")]), Some(&first), SECOND);
    assert_eq!(second.withdrawn().len(), 1);
    let third = next(&both, Some(&second), THIRD);
    assert!(third.withdrawn().is_empty());
    let days: Vec<_> = third.publications.iter().map(|one| one.date).collect();
    assert_eq!(days, [THIRD, SECOND]);
}

#[test]
fn a_build_for_an_earlier_day_finds_its_place() {
    let first = next(&catalog(&[("1.000001", "Một", "a")]), None, FIRST);
    let late = next(&catalog(&[("1.000001", "Hai", "a")]), Some(&first), THIRD);
    let early = next(&catalog(&[("1.000001", "Ba", "a")]), Some(&late), SECOND);
    let days: Vec<_> = early.publications.iter().map(|one| one.date).collect();
    assert_eq!(days, [THIRD, SECOND]);
}

#[test]
fn persons_and_their_numbers_are_not_kept() {
    let with = |officer: &str, phone: &str| {
        let contact = Contact { phones: vec![phone.to_owned()], ..Contact::default() };
        let office = Office { id: "mot-cua".to_owned(), name: "Một cửa".to_owned(), contact, ..Office::default() };
        let officer = Officer { id: "a".to_owned(), name: officer.to_owned(), ..Officer::default() };
        Catalog { offices: vec![sourced(office)], officers: vec![sourced(officer)], ..Catalog::default() }
    };
    let first = next(&with("Nguyễn Văn Xuân", "0912345678"), None, FIRST);
    let second = next(&with("Trần Thị Thu", "0987654321"), Some(&first), SECOND);
    assert_eq!(second.publications[0].changed, 2);
    for change in &second.publications[0].changes {
        assert!(fields(change).iter().all(|(_, before, after)| before.is_none() && after.is_none()), "{change:?}");
    }
    let text = serde_json::to_string(second.snapshot()).expect("JSON");
    for word in ["Nguyễn Văn Xuân", "Trần Thị Thu", "0912345678", "0987654321"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn words_that_may_not_be_published_any_more_go_from_the_log() {
    let first = next(&catalog(&[("1.000001", "Một", "a")]), None, FIRST);
    let second = next(&catalog(&[("1.000001", "Hai", "a")]), Some(&first), SECOND);
    let previous = Snapshot::read(&second.snapshot().to_bytes()).expect("it is a snapshot");
    let third = of(&catalog(&[("1.000001", "Hai", "a")]), Some(previous), THIRD, &|text| text != "Một");
    assert_eq!(fields(&third.publications[0].changes[0]), [("part_name", None, Some("Hai"))]);
}

#[test]
fn the_log_is_bounded_and_still_counts() {
    let many = |name: &str| -> Catalog {
        let codes: Vec<String> = (0..MOST_CHANGES + 10).map(|at| format!("1.{at:06}")).collect();
        catalog(&codes.iter().map(|code| (code.as_str(), name, "a")).collect::<Vec<_>>())
    };
    let first = next(&many("Một"), None, FIRST);
    let second = next(&many("Hai"), Some(&first), SECOND);
    assert_eq!(second.publications[0].changed, MOST_CHANGES + 10);
    assert_eq!(second.publications[0].changes.len(), MOST_CHANGES);
    let mut last = second;
    for round in 0..MOST_PUBLICATIONS + 3 {
        let name = format!("Tên {round}");
        let day = THIRD.checked_add(jiff::Span::new().days(i64::try_from(round).expect("small"))).expect("a day");
        last = next(&catalog(&[("1.000001", &name, "a")]), Some(&last), day);
    }
    assert_eq!(last.publications.len(), MOST_PUBLICATIONS);
}

#[test]
fn what_is_no_snapshot_is_refused() {
    let whole = next(&catalog(&[("1.000001", "Một", "a")]), None, FIRST).snapshot().to_bytes();
    for bytes in [&b""[..], b"{}", &whole[..whole.len() / 2], b"\x1f\x8b\x08"] {
        assert!(Snapshot::read(bytes).is_err(), "{bytes:?}");
    }
    assert!(Snapshot::read(&whole).is_ok());
}

#[test]
fn a_kind_that_was_not_known_before_is_not_all_new() {
    let first = next(&catalog(&[("1.000001", "Một", "a")]), None, FIRST);
    let mut snapshot = first.snapshot().clone();
    snapshot.records.remove("procedures");
    let second = of(&catalog(&[("1.000001", "Hai", "a")]), Some(snapshot), SECOND, &|_| true);
    assert!(second.publications.is_empty());
}
