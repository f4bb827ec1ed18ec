use jiff::civil::date;

use super::*;
use crate::plan::{DataFiles, FileFormat, Route};
use crate::source::{self, Limits, Value};
use crate::vfs::MemoryFiles;

fn column(name: &str, title: &str, kind: Kind) -> Column {
    Column { name: name.to_owned(), title: title.to_owned(), kind, ..Column::default() }
}

/// A table with everything that figures can be.
fn sample() -> Dataset {
    Dataset {
        id: "766-2026-10-10".to_owned(),
        title: "Chỉ số 766, ngày 10/10/2026".to_owned(),
        description: "Điểm của 34 tỉnh, thành phố.".to_owned(),
        columns: vec![
            column("don_vi", "Đơn vị", Kind::Text),
            Column {
                unit: Some("điểm".to_owned()), ..column("tong_diem", "Tổng điểm", Kind::Number { decimals: 2 })
            },
            column("tiep_nhan", "Tiếp nhận", Kind::Integer),
            column("dung_han", "Tỷ lệ đúng hạn", Kind::Percent),
            column("nam", "Năm", Kind::Year),
            column("ngay", "Ngày", Kind::Date),
        ],
        rows: vec![
            vec![
                "UBND tỉnh Đồng Tháp".into(),
                68.8.into(),
                443_565_u64.into(),
                95.5.into(),
                2026_u32.into(),
                date(2026, 10, 10).into(),
            ],
            vec!["=cmd|' /C calc'!A0".into(), (-0.125).into(), Cell::Empty, 100.0.into(), 2025_u32.into(), Cell::Empty],
            vec!["Huế, \"cố đô\"\nmiền Trung".into(), 1e-7.into(), Cell::Integer(-3)],
        ],
        source: Some("Cổng Dịch vụ công quốc gia".to_owned()),
        source_url: Some("https://dichvucong.gov.vn/".to_owned()),
        licence: Some(Licence {
            name: "CC BY 4.0".to_owned(),
            url: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        }),
        modified: Some(date(2026, 10, 10)),
    }
}

fn published() -> (Publisher, Listing) {
    let page = Route::page(["xep-hang", "766", "2026-10-10"]);
    let files = DataFiles::beside(&page, "766-2026-10-10", &FileFormat::ALL);
    let publisher = Publisher {
        name: "UBND xã Thử".to_owned(),
        title: "Xã Thử".to_owned(),
        base: Some("https://xa.example/".to_owned()),
    };
    (publisher, sample().listing(&page, &files))
}

/// The cells of a file as the importer sees them.
fn read_back(name: &str, bytes: Vec<u8>) -> Vec<Vec<Value>> {
    let files = MemoryFiles::new().with(name, bytes);
    let mut rows = Vec::new();
    let found = source::read_each(
        &files,
        name.into(),
        &Limits::default(),
        |table| table,
        |table| {
            rows.extend(
                table.rows.into_iter().map(|row| row.cells.into_iter().map(|cell| cell.value).collect::<Vec<_>>()),
            );
        },
    );
    assert_eq!(found.unwrap(), []);
    rows
}

/// The figure in a cell of any kind.
fn figure(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Text(text) => crate::text::parse_decimal(text),
        _ => None,
    }
}

#[test]
fn csv_is_as_the_standard_and_excel_want_it() {
    insta::assert_snapshot!(sample().csv().replace("\r\n", "␍␊\n").replace('\u{FEFF}', "[BOM]"));
}

#[test]
fn json_says_what_the_figures_mean() {
    let json: serde_json::Value = serde_json::from_str(&sample().json()).unwrap();
    assert_eq!(json["columns"][1]["unit"], "điểm");
    assert_eq!(json["rows"][0]["tong_diem"], 68.8);
    assert_eq!(json["rows"][1]["tiep_nhan"], serde_json::Value::Null);
    insta::assert_snapshot!(sample().json());
}

#[test]
fn figures_come_back_from_csv_and_excel_as_they_were() {
    let data = sample();
    for (name, bytes) in [("a.csv", data.csv().into_bytes()), ("a.xlsx", data.xlsx().unwrap())] {
        let rows = read_back(name, bytes);
        assert_eq!(rows.len(), 4, "{name}");
        assert_eq!(rows[0][1], Value::Text("Tổng điểm".to_owned()), "{name}");
        let figures: Vec<Option<f64>> =
            rows[1..].iter().flat_map(|row| row[1..4.min(row.len())].iter().map(figure)).collect();
        let expected =
            [Some(68.8), Some(443_565.0), Some(95.5), Some(-0.125), None, Some(100.0), Some(1e-7), Some(-3.0)];
        assert_eq!(figures[..8], expected, "{name}");
    }
}

#[test]
fn days_are_days_in_excel() {
    let rows = read_back("a.xlsx", sample().xlsx().unwrap());
    assert_eq!(rows[1][5], Value::Date(date(2026, 10, 10)));
}

#[test]
fn a_workbook_is_the_same_on_every_day() {
    assert!(sample().xlsx().unwrap() == sample().xlsx().unwrap());
}

#[test]
fn a_text_beyond_what_excel_holds_is_cut_there_and_whole_elsewhere() {
    let long = "ế".repeat(40_000);
    let data = Dataset { rows: vec![vec![Cell::Text(long.clone())]], ..sample() };
    assert!(data.xlsx().is_ok());
    assert!(data.csv().contains(&long));
}

#[test]
fn a_word_among_numbers_makes_the_column_text() {
    let mut data = sample();
    data.rows.push(vec!["Hà Nội".into(), "không phát sinh".into()]);
    assert_eq!(data.kinds()[1], Kind::Text);
    assert_eq!(data.kinds()[2], Kind::Integer);
}

#[test]
fn headings_that_occur_twice_are_told_apart() {
    let twice = Dataset {
        columns: vec![column("a", "Quá hạn", Kind::Integer), column("b", "Quá hạn", Kind::Integer)],
        ..Dataset::default()
    };
    assert_eq!(twice.headings(), ["Quá hạn", "Quá hạn (2)"]);
}

#[test]
fn numbers_that_are_none_are_empty() {
    let data = Dataset {
        columns: vec![column("a", "A", Kind::Number { decimals: 1 })],
        rows: vec![vec![f64::NAN.into()], vec![f64::INFINITY.into()]],
        ..Dataset::default()
    };
    assert_eq!(data.csv(), "\u{FEFF}A\r\n\r\n\r\n");
    assert!(data.json().contains("{\"a\":null}"));
    assert!(data.xlsx().is_ok());
}

#[test]
fn the_package_describes_every_table() {
    let (publisher, listing) = published();
    insta::assert_snapshot!(datapackage(&publisher, &[listing]));
}

#[test]
fn the_catalogue_leads_to_pages_and_files() {
    let (publisher, listing) = published();
    insta::assert_snapshot!(catalog(&publisher, &[listing]));
}

#[test]
fn structured_data_cannot_end_its_script() {
    let (publisher, listing) = published();
    let json = Listing { title: "</script><b>".to_owned(), ..listing }.json_ld(&publisher);
    assert!(!json.contains('<'));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["distribution"][0]["contentUrl"], "https://xa.example/xep-hang/766/2026-10-10/766-2026-10-10.csv");
}

#[test]
fn a_feed_is_dated_by_its_data() {
    let (publisher, _) = published();
    let entry = |day: i8| FeedEntry {
        title: format!("Ngày {day} & <b>"),
        summary: "Mới.".to_owned(),
        page: Route::page(["xep-hang", &day.to_string()]),
        day: date(2026, 10, day),
        related: vec![Related { title: "Một \"hai\"".to_owned(), page: Route::file(format!("so/#so-{day}")) }],
    };
    let feed = Feed {
        title: "Xếp hạng".to_owned(),
        lang: "vi".to_owned(),
        route: Route::file("xep-hang/atom.xml"),
        page: Route::page(["xep-hang"]),
        entries: vec![entry(5), entry(10)],
    };
    insta::assert_snapshot!(feed.atom(&publisher).unwrap());
    assert_eq!(feed.atom(&Publisher::default()), None);
}

#[test]
fn a_picture_has_the_size_that_networks_ask_for() {
    let picture = Picture {
        title: "Chỉ số 766 các tỉnh, thành phố".to_owned(),
        figure: "68,80".to_owned(),
        ..Picture::default()
    };
    let png = picture.png().unwrap();
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    assert_eq!(
        (png[16..20].to_vec(), png[20..24].to_vec()),
        (1200_u32.to_be_bytes().to_vec(), 630_u32.to_be_bytes().to_vec())
    );
    assert!(png == picture.png().unwrap());
}
