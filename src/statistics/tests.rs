//! Reports that agree give no flag; one wrong figure does.

use proptest::prelude::*;

use crate::config::StatisticsConfig;
use crate::diag::{Code, Location, Position};
use crate::model::{
    Catalog, Count, Measure, PeriodSpan, Provenance, PublishedRate, ReportPeriod, RowRole, Sourced, StatisticsRow,
};
use crate::validate::{Contacts, validate};

use super::{CarryOver, Outcome, RateId, Statistics, analyse, rate};

/// A row with counts, its form's columns 3 to 13.
fn row(label: &str, counts: &[(Measure, u64)]) -> StatisticsRow {
    StatisticsRow {
        period: quarter(3),
        unit: Some("UBND xã Thử".to_owned()),
        field: Some(label.to_owned()),
        counts: counts.iter().map(|&(measure, number)| (measure, count(number))).collect(),
        ..StatisticsRow::default()
    }
}

fn count(number: u64) -> Count {
    Count { number: Some(number), words: number.to_string().into(), place: Position { line: 1, column: 1 } }
}

fn quarter(quarter: i8) -> ReportPeriod {
    let words = format!("Quý {quarter}/2026");
    ReportPeriod { span: PeriodSpan::Quarter { year: 2026, quarter }, words, ..ReportPeriod::default() }
}

fn analysed(rows: Vec<StatisticsRow>) -> (Statistics, Vec<Code>) {
    let sourced = |record| Sourced { record, location: Location::text("bao-cao.csv", 1, 1), provenance: 0 };
    let catalog = Catalog {
        statistics: rows.into_iter().map(sourced).collect(),
        provenances: vec![Provenance { section: "thong-ke".to_owned(), ..Provenance::default() }],
        ..Catalog::default()
    };
    let (checked, _) = validate(catalog, &Contacts::default());
    let (statistics, found) = analyse(&checked, &StatisticsConfig::default());
    (statistics, found.iter().map(|found| found.code()).collect())
}

fn codes(rows: Vec<StatisticsRow>) -> Vec<Code> {
    analysed(rows).1
}

use Measure::{
    CarriedOver, Pending, PendingInTime, PendingOverdue, Received, ReceivedDirectPostal, ReceivedOnline, Resolved,
    ResolvedEarly, ResolvedInTime, ResolvedLate, ResolvedOnTime,
};

#[test]
fn counts_of_a_portal_that_leave_a_rest_are_flagged() {
    let found = codes(vec![row("Tỉnh", &[(Received, 443_565), (ResolvedInTime, 393_087), (ResolvedLate, 0)])]);
    assert_eq!(found, [Code::Ck0427]);
    assert!(codes(vec![row("Xã", &[(Received, 2_618), (ResolvedInTime, 2_541), (ResolvedLate, 77)])]).is_empty());
}

#[test]
fn an_outcome_that_is_off_by_two_is_flagged() {
    let counts = [(Received, 659_245), (Resolved, 643_272), (ResolvedInTime, 635_593), (ResolvedLate, 7_677)];
    assert_eq!(codes(vec![row("Toàn tỉnh", &counts)]), [Code::Ck0426]);
}

#[test]
fn more_on_time_than_received_is_flagged_unless_what_was_carried_over_explains_it() {
    let counts = [(Received, 19_630), (ResolvedInTime, 19_255), (ResolvedLate, 689)];
    assert_eq!(codes(vec![row("Toàn tỉnh", &counts)]), [Code::Ck0425]);
    let counts = [(Received, 4_131), (Resolved, 4_169), (ResolvedInTime, 4_157), (ResolvedLate, 12)];
    assert_eq!(codes(vec![row("Toàn tỉnh", &counts)]), [Code::Ck0425]);
    let explained = [(Received, 4_131), (CarriedOver, 2_171), (Resolved, 4_169), (Pending, 2_133)];
    assert!(codes(vec![row("Toàn tỉnh", &explained)]).is_empty());
}

#[test]
fn parts_of_the_resolved_that_do_not_add_up_are_flagged() {
    let counts = [
        (Received, 268_763),
        (Resolved, 257_141),
        (ResolvedEarly, 124_907),
        (ResolvedOnTime, 102_770),
        (ResolvedLate, 19_852),
    ];
    assert_eq!(codes(vec![row("Mức độ 1-2", &counts)]), [Code::Ck0426]);
}

#[test]
fn the_way_of_counting_is_found_out_and_kept() {
    let with = row("a", &[(Received, 12), (ReceivedOnline, 7), (ReceivedDirectPostal, 3), (CarriedOver, 2)]);
    let without = row("b", &[(Received, 10), (ReceivedOnline, 7), (ReceivedDirectPostal, 3), (CarriedOver, 2)]);
    let basis = |rows: Vec<StatisticsRow>| analysed(rows).0.reports[0].carry_over;
    assert_eq!(basis(vec![with.clone()]), CarryOver::Included);
    assert_eq!(basis(vec![without.clone()]), CarryOver::Excluded);
    assert_eq!(codes(vec![with, without]), [Code::Ck0515]);
}

#[test]
fn what_is_received_agrees_with_its_outcomes_in_the_same_way() {
    let counts = |received: u64| {
        vec![row(
            "a",
            &[
                (Received, received),
                (ReceivedOnline, 7),
                (ReceivedDirectPostal, 3),
                (CarriedOver, 2),
                (Resolved, 11),
                (Pending, 1),
            ],
        )]
    };
    assert!(codes(counts(12)).is_empty());
    assert!(codes(counts(10)).is_empty());
    assert_eq!(codes(counts(11)), [Code::Ck0426, Code::Ck0426]);
}

#[test]
fn a_total_and_a_heading_must_be_the_sum_of_their_lines() {
    let heading = StatisticsRow { role: RowRole::Heading { level: 1 }, ..row("I", &[(Received, 30)]) };
    let total = StatisticsRow { role: RowRole::Total, ..row("Tổng cộng", &[(Received, 41)]) };
    let lines = [row("Hộ tịch", &[(Received, 10)]), row("Đất đai", &[(Received, 20)])];
    let rows = vec![heading, lines[0].clone(), lines[1].clone(), row("Khác", &[(Received, 10)]), total];
    // The heading stands over all lines up to the total: 40, not 30.
    assert_eq!(codes(rows), [Code::Ck0512, Code::Ck0512]);
}

#[test]
fn a_whole_beside_some_of_its_scopes_is_no_sum_of_them() {
    let scope = |name: &str, number: u64| StatisticsRow {
        field: None,
        scope: Some(name.to_owned()),
        ..row("", &[(Received, number), (Resolved, number)])
    };
    let whole = |received| StatisticsRow { role: RowRole::Total, ..scope("Toàn tỉnh", received) };
    assert!(codes(vec![whole(100), scope("Cấp tỉnh", 20), scope("Cấp xã", 30)]).is_empty());
    let mut off = whole(50);
    off.counts.insert(Resolved, count(49));
    assert_eq!(codes(vec![off, scope("Cấp tỉnh", 20), scope("Cấp xã", 30)]), [Code::Ck0512]);
}

#[test]
fn what_is_carried_over_is_what_was_pending() {
    let of =
        |number: i8, counts: &[(Measure, u64)]| StatisticsRow { period: quarter(number), ..row("Đất đai", counts) };
    let earlier = of(1, &[(Received, 5), (Pending, 3), (Resolved, 2)]);
    let fits = of(2, &[(Received, 4), (CarriedOver, 3)]);
    let differs = of(2, &[(Received, 4), (CarriedOver, 2)]);
    let later = of(3, &[(Received, 4), (CarriedOver, 2)]);
    assert!(codes(vec![earlier.clone(), fits]).is_empty());
    assert_eq!(codes(vec![differs, earlier.clone()]), [Code::Ck0513]);
    assert!(codes(vec![earlier, later]).is_empty(), "a quarter lies between the two");
}

#[test]
fn a_row_given_twice_is_flagged_once() {
    let found = codes(vec![row("Hộ tịch", &[(Received, 1)]), row("Hộ tịch", &[(Received, 2)])]);
    assert_eq!(found, [Code::Ck0514]);
}

#[test]
fn a_printed_rate_must_follow_one_of_the_definitions() {
    let printed = |words: &str, percent: f64| StatisticsRow {
        on_time_rate: Some(PublishedRate { percent: Some(percent), words: words.to_owned() }),
        ..row("a", &[(Received, 210), (Resolved, 200), (ResolvedInTime, 190), (ResolvedLate, 10)])
    };
    for (words, percent) in [("95%", 95.0), ("90,5%", 90.5), ("90,48%", 90.48), ("0,95", 0.95)] {
        assert!(codes(vec![printed(words, percent)]).is_empty(), "{words}");
    }
    assert_eq!(codes(vec![printed("98%", 98.0)]), [Code::Ck0428]);
    assert_eq!(codes(vec![printed("95,1%", 95.1)]), [Code::Ck0428]);
}

#[test]
fn days_far_from_the_named_period_are_flagged() {
    let with_days = |from: &str, to: &str| {
        let day = |text: &str| crate::text::parse_date(text);
        let period = ReportPeriod { from: day(from), to: day(to), ..quarter(3) };
        vec![StatisticsRow { period, ..row("a", &[(Received, 1)]) }]
    };
    assert!(codes(with_days("15/6/2026", "14/9/2026")).is_empty());
    assert_eq!(codes(with_days("1/4/2026", "30/6/2026")), [Code::Ck0516]);
}

#[test]
fn rates_name_what_they_count() {
    let counts = [
        (Received, 100),
        (ReceivedOnline, 60),
        (ReceivedDirectPostal, 30),
        (CarriedOver, 10),
        (Resolved, 90),
        (ResolvedEarly, 50),
        (ResolvedOnTime, 35),
        (ResolvedLate, 5),
        (Pending, 10),
        (PendingInTime, 8),
        (PendingOverdue, 2),
    ];
    let row = row("a", &counts);
    let of = |id| match rate(&row, id) {
        Outcome::Percent { numerator, denominator, hundredths } => (numerator, denominator, hundredths),
        other => panic!("a percentage, not {other:?}"),
    };
    assert_eq!(of(RateId::OnTimeA), (85, 90, 9_444));
    assert_eq!(of(RateId::OnTimeB), (85, 100, 8_500));
    assert_eq!(of(RateId::OnTimeC), (93, 100, 9_300));
    assert_eq!(of(RateId::Online), (60, 90, 6_667));
    assert_eq!(of(RateId::LateAll), (7, 100, 700));
    assert_eq!(rate(&row, RateId::Postal), Outcome::NotPublished);
}

/// Lines whose figures agree, with or without what was carried over among those received.
fn agreeing_lines() -> impl Strategy<Value = (bool, Vec<[u64; 7]>)> {
    (any::<bool>(), prop::collection::vec(prop::array::uniform7(0_u64..5_000), 1..8))
}

/// Columns 3 to 13 from: online, in person, carried over, early, on time, late, overdue; what is left is in time.
fn agreeing(label: &str, includes: bool, parts: [u64; 7]) -> StatisticsRow {
    let [online, direct, carried, early, on_time, late, overdue] = parts;
    let there = online + direct + carried;
    let early = early.min(there);
    let on_time = on_time.min(there - early);
    let late = late.min(there - early - on_time);
    let resolved = early + on_time + late;
    let overdue = overdue.min(there - resolved);
    let received = if includes { there } else { online + direct };
    row(
        label,
        &[
            (Received, received),
            (ReceivedOnline, online),
            (ReceivedDirectPostal, direct),
            (CarriedOver, carried),
            (Resolved, resolved),
            (ResolvedEarly, early),
            (ResolvedOnTime, on_time),
            (ResolvedLate, late),
            (Pending, there - resolved),
            (PendingInTime, there - resolved - overdue),
            (PendingOverdue, overdue),
        ],
    )
}

fn with_total(mut rows: Vec<StatisticsRow>) -> Vec<StatisticsRow> {
    let sum = |measure| rows.iter().filter_map(|row| row.number_of(measure)).sum::<u64>();
    let counts: Vec<_> = Measure::ALL
        .into_iter()
        .filter(|measure| rows[0].counts.contains_key(measure))
        .map(|measure| (measure, sum(measure)))
        .collect();
    let total = StatisticsRow { role: RowRole::Total, ..row("Tổng cộng", &counts) };
    rows.push(total);
    rows
}

fn report(includes: bool, lines: &[[u64; 7]]) -> Vec<StatisticsRow> {
    let line = |(at, parts): (usize, &[u64; 7])| agreeing(&format!("Lĩnh vực {at}"), includes, *parts);
    with_total(lines.iter().enumerate().map(line).collect())
}

proptest! {
    #[test]
    fn figures_that_agree_give_no_flag((includes, lines) in agreeing_lines()) {
        let (statistics, found) = analysed(report(includes, &lines));
        prop_assert_eq!(found, Vec::<Code>::new());
        let carried = lines.iter().any(|parts| parts[2] > 0);
        let expected = match (carried, includes) {
            (false, _) => CarryOver::Unknown,
            (true, true) => CarryOver::Included,
            (true, false) => CarryOver::Excluded,
        };
        prop_assert_eq!(statistics.reports[0].carry_over, expected);
    }

    #[test]
    fn one_wrong_figure_is_always_flagged(
        (includes, lines) in agreeing_lines(), line in 0_usize..8, measure in 0_usize..11, off in 1_u64..500,
    ) {
        let mut rows = report(includes, &lines);
        let line = line % lines.len();
        let measure = *rows[line].counts.keys().nth(measure % 11).expect("eleven figures");
        let wrong = rows[line].number_of(measure).expect("a number") + off;
        rows[line].counts.insert(measure, count(wrong));
        prop_assert!(!codes(rows).is_empty());
    }

    #[test]
    fn rates_lie_between_none_and_all_where_figures_agree((includes, lines) in agreeing_lines()) {
        for row in report(includes, &lines) {
            for id in [RateId::OnTimeA, RateId::OnTimeC, RateId::Early, RateId::Late, RateId::LateAll, RateId::Online] {
                if let Outcome::Percent { hundredths, denominator, .. } = rate(&row, id) {
                    prop_assert!(hundredths <= 10_000 && denominator > 0);
                }
            }
        }
    }
}
