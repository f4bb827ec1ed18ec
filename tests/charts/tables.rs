//! A table with everything that figures can be, written for LibreOffice to open.

#![allow(clippy::disallowed_methods, reason = "tests and benchmarks work on real files")]

use std::fs;
use std::path::Path;

use congkhai::dataset::{Cell, Column, Dataset, Kind};
use jiff::civil::date;

/// The table.
pub(crate) fn table() -> Dataset {
    let column = |name: &str, title: &str, kind| Column {
        name: name.to_owned(),
        title: title.to_owned(),
        kind,
        ..Column::default()
    };
    Dataset {
        id: "bang".to_owned(),
        title: "Bảng thử".to_owned(),
        columns: vec![
            column("don_vi", "Đơn vị", Kind::Text),
            column("tong_diem", "Tổng điểm", Kind::Number { decimals: 2 }),
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
            vec!["+1+1".into(), 0.0.into(), 0_u64.into(), 0.0.into(), 2024_u32.into(), date(2024, 2, 29).into()],
        ],
        modified: Some(date(2026, 10, 10)),
        ..Dataset::default()
    }
}

/// Writes the table below Cargo's folder for tests.
pub(crate) fn write() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tables");
    fs::create_dir_all(&folder).expect("the folder is made");
    fs::write(folder.join("bang.csv"), table().csv()).expect("the table is written");
    fs::write(folder.join("bang.xlsx"), table().xlsx().expect("a small table fits")).expect("the table is written");
}
