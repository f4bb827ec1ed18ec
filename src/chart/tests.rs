use super::*;

fn bar(label: &str, value: Option<f64>) -> Bar {
    let numbers = NumberStyle { decimals: 2, ..NumberStyle::default() };
    Bar {
        label: label.to_owned(),
        value,
        display: value.map_or_else(|| "chưa công bố".to_owned(), |value| numbers.show(value)),
        emphasis: false,
    }
}

fn said(title: &str) -> ChartText {
    ChartText { title: title.to_owned(), description: String::new() }
}

fn years(from: i32, to: i32) -> Vec<String> {
    (from..=to).map(|year| year.to_string()).collect()
}

#[test]
fn short_names_stand_before_their_bars() {
    let rows =
        [bar("Đồng Tháp", Some(68.8)), Bar { emphasis: true, ..bar("Gia Lai", Some(66.23)) }, bar("Hà Nội", None)];
    insta::assert_snapshot!(bars(&said("Chỉ số 766"), &rows, 100.0, None));
}

#[test]
fn several_lines_differ_in_stroke_and_mark() {
    let line = |name: &str, points: &[Option<f64>]| Line { name: name.to_owned(), points: points.to_vec() };
    let both = [line("Huế", &[Some(5.5), None, Some(6.5)]), line("Cao Bằng", &[Some(5.0), Some(5.2), Some(5.1)])];
    let scale = Scale { numbers: NumberStyle { decimals: 2, ..NumberStyle::default() }, ..Scale::default() };
    insta::assert_snapshot!(lines(&said("PAPI"), &years(2021, 2023), &both, scale, None));
}

#[test]
fn a_gap_in_the_data_breaks_the_line() {
    let drawn = sparkline(&said("a"), &[Some(1.0), Some(2.0), None, Some(3.0), Some(1.0)]);
    assert_eq!(drawn.matches('M').count(), 2, "{drawn}");
}

#[test]
fn where_there_is_nothing_to_draw_there_is_no_chart() {
    assert_eq!(bars(&said("a"), &[], 100.0, None), "");
    assert_eq!(sparkline(&said("a"), &[None, Some(f64::NAN)]), "");
    let empty = Line { name: "a".to_owned(), points: vec![None, Some(f64::INFINITY)] };
    assert_eq!(lines(&said("a"), &years(2020, 2021), &[empty], Scale::default(), None), "");
}

#[test]
fn the_words_of_bars_name_extremes_target_and_gaps() {
    let rows =
        [bar("Đồng Tháp", Some(68.8)), Bar { emphasis: true, ..bar("Gia Lai", Some(66.23)) }, bar("Hà Nội", None)];
    let target = Target { value: 68.0, label: "Mục tiêu 68".to_owned() };
    let numbers = NumberStyle { decimals: 2, ..NumberStyle::default() };
    assert_eq!(
        describe_bars(&rows, &numbers, Some(&target)),
        "Biểu đồ thanh, 3 dòng. Cao nhất 68,8 (Đồng Tháp), thấp nhất 66,23 (Gia Lai). Gia Lai: 66,23. \
         Mục tiêu 68: 1 đạt, 1 chưa đạt. 1 dòng không có số liệu."
    );
    let english = NumberStyle { lang: Lang::En, ..numbers };
    assert_eq!(
        describe_bars(&rows, &english, None),
        "Bar chart, 3 rows. Highest 68.8 (Đồng Tháp), lowest 66.23 (Gia Lai). Gia Lai: 66.23. 1 row has no figure."
    );
}

#[test]
fn the_words_of_lines_name_latest_change_extremes_target_and_gaps() {
    let line = Line { name: String::new(), points: vec![Some(93.4), None, Some(91.2), Some(96.8)] };
    let quarters: Vec<String> = (1..=4).map(|quarter| format!("Quý {quarter}")).collect();
    let target = Target { value: 95.0, label: "Mục tiêu 95%".to_owned() };
    let numbers = NumberStyle { decimals: 2, unit: "%", ..NumberStyle::default() };
    assert_eq!(
        describe_lines(&quarters, &[line], &numbers, Some(&target)),
        "Biểu đồ đường, từ Quý 1 đến Quý 4. Mới nhất 96,8% (Quý 4), tăng 5,6\u{a0}điểm phần trăm so với Quý 3, cao nhất 96,8% (Quý 4), \
         thấp nhất 91,2% (Quý 3), đạt mục tiêu 95%, không có số liệu Quý 2."
    );
}

#[test]
fn the_largest_loss_stands_first_and_the_unknown_last() {
    let points = |label: &str, reached: Option<f64>, max: f64| Points {
        label: label.to_owned(),
        reached,
        max,
        ..Points::default()
    };
    let drawn = points_lost(
        &said("a"),
        &[points("Nhỏ", Some(9.0), 10.0), points("Không rõ", None, 10.0), points("Lớn", Some(5.0), 20.0)],
    );
    let at = |name: &str| drawn.find(&format!(">{name}<")).unwrap();
    assert!(at("Lớn") < at("Nhỏ") && at("Nhỏ") < at("Không rõ"), "{drawn}");
}

#[test]
fn a_chart_in_a_file_has_a_size_of_its_own() {
    let file = document(&bars(&said("a"), &[bar("Huế", Some(1.0))], 10.0, None));
    assert!(file.starts_with("<?xml") && file.contains("viewBox=\"-16 -16 752 56\""), "{file}");
    assert_eq!(document(""), "");
}
