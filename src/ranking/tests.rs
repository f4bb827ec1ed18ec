use std::sync::LazyLock;

use jiff::civil::date;
use proptest::prelude::*;

use crate::diag::{Code, Diagnostic, Location};
use crate::model::{Catalog, ComponentScore, Edition, Figure, Provenance, RankedUnit, Sourced};

use super::*;

fn place(line: u32) -> Location {
    Location::text("content/xep-hang/a.csv", line, 1)
}

fn figure(value: f64) -> Figure {
    Figure { value, decimals: 2, at: place(1) }
}

fn row(index: &str, year: i16, unit: &str, total: Option<f64>) -> RankedUnit {
    RankedUnit {
        index: Some(index.to_owned()),
        edition: Some(Edition::Year(year)),
        unit: unit.to_owned(),
        total: total.map(figure),
        ..RankedUnit::default()
    }
}

fn rankings(rows: Vec<RankedUnit>) -> (Rankings, Vec<Diagnostic>) {
    let sourced = |(line, record): (usize, RankedUnit)| Sourced {
        record,
        location: place(u32::try_from(line).unwrap_or(u32::MAX) + 2),
        provenance: 0,
    };
    let catalog = Catalog {
        rankings: rows.into_iter().enumerate().map(sourced).collect(),
        provenances: vec![Provenance { section: "xep-hang".to_owned(), ..Provenance::default() }],
        ..Catalog::default()
    };
    static LIBRARY: LazyLock<Library> = LazyLock::new(Library::built_in);
    Rankings::of(&catalog, &LIBRARY)
}

fn codes(found: &[Diagnostic]) -> Vec<Code> {
    found.iter().map(Diagnostic::code).collect()
}

#[test]
fn what_is_not_verified_has_no_maximum() {
    for scheme in Library::built_in().schemes() {
        for version in &scheme.versions {
            let has_maximum = version.nodes().iter().any(|node| node.criterion.max.is_some());
            assert!(version.tag != Verification::Unverified || !has_maximum, "{}", scheme.id);
        }
    }
}

#[test]
fn maxima_of_a_scheme_whose_groups_add_up_do_so_themselves() {
    for scheme in Library::built_in().schemes().filter(|scheme| scheme.sums) {
        for version in &scheme.versions {
            let sum = |criteria: &[Criterion]| criteria.iter().map(|criterion| criterion.max).sum::<Option<f64>>();
            assert_eq!(sum(&version.areas), version.total, "{}", scheme.id);
            for area in version.areas.iter().filter(|area| !area.criteria.is_empty()) {
                if let Some(below) = sum(&area.criteria) {
                    assert_eq!(Some(below), area.max, "{} {}", scheme.id, area.id);
                }
            }
        }
    }
}

#[test]
fn sets_of_criteria_of_one_index_never_overlap() {
    for scheme in Library::built_in().schemes() {
        for (earlier, later) in scheme.versions.iter().zip(scheme.versions.iter().skip(1)) {
            assert!(earlier.to.is_some_and(|to| later.from.is_some_and(|from| to < from)), "{}", scheme.id);
        }
    }
}

#[test]
fn sixty_three_provinces_became_thirty_four() {
    let provinces = provinces();
    assert_eq!(provinces.count(Edition::Day(date(2025, 6, 30))), 63);
    assert_eq!(provinces.count(Edition::Day(date(2025, 7, 1))), 34);
    assert_eq!(provinces.count(Edition::Year(2025)), 34);
    assert_eq!(provinces.merged_into("phu-tho").len(), 3);
    assert_eq!(provinces.merged_into("lam-dong").len(), 3);
    assert!(provinces.merged_into("son-la").is_empty());
}

#[test]
fn a_province_is_known_under_all_its_spellings() {
    let at = Edition::Year(2021);
    for (written, slug) in [
        ("Hanoi", "ha-noi"),
        ("UBND Thành phố Hà Nội", "ha-noi"),
        ("TP.HCM", "ho-chi-minh"),
        ("TP. Hồ Chí Minh", "ho-chi-minh"),
        ("Ho Chi Minh City", "ho-chi-minh"),
        ("BRVT", "ba-ria-vung-tau"),
        ("Ba Ria - Vung Tau", "ba-ria-vung-tau"),
        ("TT-Huế", "hue"),
        ("Thừa Thiên Huế", "hue"),
        ("tỉnh Đắk Lắk", "dak-lak"),
        ("Thanh Hoá", "thanh-hoa"),
    ] {
        let Found::Known(unit) = provinces().find(written, at) else { panic!("{written} is not known") };
        assert_eq!(unit.slug, slug, "{written}");
    }
    assert_eq!(provinces().find("Quảng Nin", at), Found::Unknown(Some("Quảng Ninh".to_owned())));
    let Found::Known(unit) = provinces().find("Huế", at) else { panic!("Huế is not known") };
    assert_eq!(unit.name, "Thừa Thiên Huế", "its name until the end of 2024");
}

#[test]
fn a_series_breaks_where_provinces_merged() {
    let rows = vec![
        row("PAR INDEX", 2024, "Hải Phòng", Some(96.17)),
        row("PAR INDEX", 2024, "Hải Dương", Some(88.0)),
        row("PAR INDEX", 2026, "Hải Phòng", Some(95.0)),
        row("PAR INDEX", 2024, "Sơn La", Some(88.5)),
        row("PAR INDEX", 2026, "Sơn La", Some(89.5)),
    ];
    let (rankings, _) = rankings(rows);
    let index = &rankings.indexes[0];
    let history = |slug: &str| &index.units[index.history_of(slug).expect("the unit has a history")];
    assert_eq!(history("hai-phong").segments.len(), 2);
    assert_eq!(history("hai-phong").successor(), None);
    assert_eq!(history("hai-duong").successor(), Some("hai-phong"));
    assert_eq!(history("son-la").segments.len(), 1);
    let latest = &index.tables[1];
    let change = |unit: &str| latest.place_of(unit).and_then(|at| latest.standings[at].change);
    assert_eq!(change("hai-phong"), None, "another territory");
    assert_eq!(change("son-la").and_then(|change| change.total), Some(1.0));
}

#[test]
fn a_unit_that_merged_has_no_figures_afterwards() {
    let (rankings, found) = rankings(vec![row("PAR INDEX", 2026, "Hải Dương", Some(90.0))]);
    assert!(codes(&found).contains(&Code::Ck0522), "{found:?}");
    assert_eq!(rankings.indexes[0].tables[0].standings.len(), 1, "it is shown all the same");
}

#[test]
fn a_partial_table_has_no_computed_ranks() {
    let (rankings, found) = rankings(vec![
        row("PAR INDEX", 2023, "Hải Phòng", Some(91.87)),
        row("PAR INDEX", 2023, "Quảng Ninh", Some(92.18)),
    ]);
    let table = &rankings.indexes[0].tables[0];
    assert_eq!((table.known(), table.of, table.is_partial()), (2, Some(63), true));
    assert!(table.standings.iter().all(|one| one.rank().is_none()));
    assert_eq!(codes(&found), [Code::Ck0523]);
}

#[test]
fn a_unit_in_other_words_is_still_the_same_unit() {
    let (rankings, found) = rankings(vec![
        row("PAR INDEX", 2023, "Hải Phòng", Some(91.87)),
        row("PAR INDEX", 2023, "TP. Hải Phòng", Some(91.78)),
    ]);
    assert!(codes(&found).contains(&Code::Ck0520));
    let history = &rankings.indexes[0].units;
    assert_eq!(history.len(), 1, "only the first has a part in the series");
    assert_eq!(history[0].places().count(), 1);
}

/// A row of index 766 with the six groups of one score each.
fn of_766(unit: &str, total: f64, scores: [f64; 6]) -> RankedUnit {
    let headings = ["CKMB_18", "TDGQ_20", "CLGQ_12", "TTTT_10", "MDSH_22", "MDHL_18"];
    let components = headings.iter().zip(scores).map(|(heading, score)| ComponentScore {
        heading: (*heading).to_owned(),
        figure: figure(score),
        maximum: None,
    });
    RankedUnit { components: components.collect(), ..row("766", 2024, unit, Some(total)) }
}

#[test]
fn groups_are_held_against_the_total_with_room_for_rounding() {
    let sum_flagged = |total: f64| {
        let (_, found) = rankings(vec![of_766("Sơn La", total, [11.46, 17.63, 8.88, 6.37, 9.67, 14.1])]);
        codes(&found).contains(&Code::Ck0519)
    };
    assert!(!sum_flagged(68.11) && !sum_flagged(68.13));
    assert!(sum_flagged(68.2) && sum_flagged(67.11));
}

proptest! {
    #[test]
    fn ranks_do_not_depend_on_the_order_of_the_rows(
        scores in prop::collection::vec(prop::option::of((0_u32..200).prop_map(|score| f64::from(score) / 4.0)), 1..40),
        turn in 0_usize..40,
    ) {
        let turn = turn % scores.len();
        let mut turned = scores.clone();
        turned.rotate_left(turn);
        let mut expected = ranks(&scores, true);
        expected.rotate_left(turn);
        prop_assert_eq!(ranks(&turned, true), expected);
    }

    #[test]
    fn a_rank_is_one_more_than_the_number_of_better_units(
        scores in prop::collection::vec(prop::option::of((0_u32..50).prop_map(f64::from)), 1..40),
        higher in any::<bool>(),
    ) {
        for (score, rank) in scores.iter().zip(ranks(&scores, higher)) {
            let better = |score: f64| scores.iter().flatten().filter(|other| if higher { **other > score } else { **other < score }).count();
            prop_assert_eq!(rank, score.map(|score| better(score) + 1));
        }
    }

    #[test]
    fn ranks_that_follow_from_whole_tables_are_never_doubted(totals in prop::collection::vec(0_u32..4_000, 63)) {
        let names: Vec<&str> = include_str!("units.toml").lines().filter_map(|line| line.strip_prefix("name = \"")).collect();
        let scores: Vec<Option<f64>> = totals.iter().map(|total| Some(f64::from(*total) / 100.0)).collect();
        let with_rank = |(at, name): (usize, &&str)| {
            let rank = ranks(&scores, true)[at].and_then(|rank| u32::try_from(rank).ok()).expect("every score has a rank");
            RankedUnit {
                rank: Some(crate::model::PublishedRank { rank, of: None, at: place(1) }),
                ..row("PAR INDEX", 2023, name.trim_end_matches('"'), scores[at])
            }
        };
        let (rankings, found) = rankings(names.iter().enumerate().map(with_rank).collect());
        prop_assert_eq!(codes(&found), Vec::new());
        prop_assert!(rankings.indexes[0].tables[0].standings.iter().all(|one| one.flags.is_empty()));
    }

    #[test]
    fn groups_that_are_parts_of_the_total_add_up(parts in prop::array::uniform6(0_u32..1_000)) {
        let scores = parts.map(|part| f64::from(part) / 100.0);
        let total = (scores.iter().sum::<f64>() * 100.0).round() / 100.0;
        let (_, found) = rankings(vec![of_766("Sơn La", total, scores)]);
        prop_assert!(!codes(&found).contains(&Code::Ck0519));
    }

    #[test]
    fn no_text_stops_the_assembly(index in ".{0,20}", unit in ".{0,40}", heading in ".{0,20}", value in any::<f64>()) {
        let component = ComponentScore { heading, figure: figure(value), maximum: None };
        let hostile = RankedUnit { components: vec![component], ..row(&index, 2024, &unit, Some(value)) };
        let known = RankedUnit { index: Some("766".to_owned()), ..hostile.clone() };
        let (_, found) = rankings(vec![hostile, known]);
        prop_assert!(!found.is_empty());
    }
}
