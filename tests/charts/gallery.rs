//! One chart of every kind and of every difficult shape of data, written as a page for the browser tests.

#![allow(clippy::disallowed_methods, reason = "tests and benchmarks work on real files")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use congkhai::chart::{
    Bar, ChartText, Direction, DotRow, Line, NumberStyle, Points, Scale, SlopeEnd, SlopeLine, Target, bars,
    describe_bars, describe_lines, document, dots, lines, points_lost, slope, sparkline,
};
use congkhai::dataset::Picture;

use super::figures::{E_GOVERNANCE, GROUPS, INDEX_766, PAPI};

const NUMBERS: NumberStyle = NumberStyle { lang: congkhai::diag::Lang::Vi, decimals: 2, unit: "" };
const PERCENT: NumberStyle = NumberStyle { unit: "%", ..NUMBERS };

/// A chart with a name for its file.
pub(crate) struct Piece {
    pub(crate) name: &'static str,
    pub(crate) svg: String,
}

fn text(title: &str, description: String) -> ChartText {
    ChartText { title: title.to_owned(), description }
}

fn bar(label: &str, value: Option<f64>, numbers: &NumberStyle) -> Bar {
    let display = value.map_or_else(|| "chưa công bố".to_owned(), |value| numbers.show(value));
    Bar { label: label.to_owned(), value, display, emphasis: label == "Gia Lai" }
}

fn drawn_bars(title: &str, rows: &[Bar], max: f64, numbers: &NumberStyle, target: Option<Target>) -> String {
    bars(&text(title, describe_bars(rows, numbers, target.as_ref())), rows, max, target)
}

fn drawn_lines(title: &str, names: &[String], series: &[Line], numbers: NumberStyle, target: Option<Target>) -> String {
    let said = text(title, describe_lines(names, series, &numbers, target.as_ref()));
    lines(&said, names, series, Scale { numbers, ..Scale::default() }, target)
}

fn years() -> Vec<String> {
    (2011..=2024).map(|year| year.to_string()).collect()
}

fn line(name: &str, points: &[f64]) -> Line {
    Line { name: name.to_owned(), points: points.iter().copied().map(Some).collect() }
}

fn target(value: f64, label: &str) -> Option<Target> {
    Some(Target { value, label: label.to_owned() })
}

/// Every chart of the gallery.
pub(crate) fn pieces() -> Vec<Piece> {
    let mut pieces = bar_charts();
    pieces.extend(line_charts());
    pieces.extend(other_charts());
    pieces
}

fn bar_charts() -> Vec<Piece> {
    let provinces: Vec<Bar> = INDEX_766.iter().map(|(name, _, now)| bar(name, Some(*now), &NUMBERS)).collect();
    let many: Vec<Bar> =
        (1..=63).map(|at| bar(&format!("Tỉnh thứ {at}"), Some(f64::from(100 - at)), &NUMBERS)).collect();
    let offices = [
        bar("Ủy ban nhân dân thành phố Hồ Chí Minh", Some(96.2), &PERCENT),
        bar("Ban Quản lý Khu kinh tế cửa khẩu quốc tế và các khu công nghiệp tỉnh", Some(100.0), &PERCENT),
        bar("Trung tâm Phục vụ hành chính công xã Vân Canh", Some(0.0), &PERCENT),
        bar("Chi nhánh Văn phòng Đăng ký đất đai khu vực", None, &PERCENT),
        bar("Gia Lai", Some(88.57), &PERCENT),
    ];
    let changes =
        [bar("Tăng", Some(8.44), &NUMBERS), bar("Không đổi", Some(0.0), &NUMBERS), bar("Giảm", Some(-3.2), &NUMBERS)];
    let equal = [bar("A Lưới", Some(50.0), &NUMBERS), bar("Phú Lộc", Some(50.0), &NUMBERS)];
    vec![
        Piece {
            name: "bars-34",
            svg: drawn_bars("Chỉ số 766 của 34 tỉnh, thành phố", &provinces, 100.0, &NUMBERS, None),
        },
        Piece { name: "bars-63", svg: drawn_bars("Một chỉ số của 63 tỉnh", &many, 100.0, &NUMBERS, None) },
        Piece {
            name: "bars-long",
            svg: drawn_bars("Tỷ lệ đúng hạn", &offices, 100.0, &PERCENT, target(95.0, "Mục tiêu 95%")),
        },
        Piece {
            name: "bars-negative", svg: drawn_bars("Thay đổi so với kỳ trước", &changes, 0.0, &NUMBERS, None)
        },
        Piece { name: "bars-equal", svg: drawn_bars("Hai nơi bằng nhau", &equal, 100.0, &NUMBERS, None) },
        Piece {
            name: "bars-none",
            svg: drawn_bars("Chưa nơi nào công bố", &[bar("Hà Nội", None, &NUMBERS)], 18.0, &NUMBERS, None),
        },
    ]
}

fn line_charts() -> Vec<Piece> {
    let years = years();
    let papi: Vec<Line> = PAPI.iter().map(|(name, points)| line(name, points)).collect();
    let quarters: Vec<String> = (1..=4).map(|quarter| format!("Quý {quarter}/2026")).collect();
    let on_time = [line("", &[91.2, 93.4, 95.0, 96.8])];
    let gaps = [Line { name: String::new(), points: E_GOVERNANCE.to_vec() }];
    let holes: Vec<Option<f64>> = vec![Some(5.0), None, Some(5.5), Some(5.6), None, None, Some(6.1)];
    let holes = [
        Line { name: "Bà Rịa – Vũng Tàu".to_owned(), points: holes },
        line("Thừa Thiên Huế", &[6.0, 6.1, 6.0, 5.9, 6.2, 6.2, 6.1]),
    ];
    let level = [line("", &[7.0, 7.0, 7.0, 7.0])];
    vec![
        Piece {
            name: "lines-4", svg: drawn_lines("PAPI: thủ tục hành chính công", &years, &papi, NUMBERS, None)
        },
        Piece {
            name: "lines-1",
            svg: drawn_lines("PAPI: Gia Lai", &years, &[line("", &PAPI[2].1)], NUMBERS, target(7.2, "Mục tiêu 7,2")),
        },
        Piece {
            name: "lines-late", svg: drawn_lines("PAPI: quản trị điện tử, Hà Nội", &years, &gaps, NUMBERS, None)
        },
        Piece {
            name: "lines-gaps", svg: drawn_lines("Có năm không có số liệu", &years[..7], &holes, NUMBERS, None)
        },
        Piece {
            name: "lines-quarters",
            svg: drawn_lines("Tỷ lệ đúng hạn theo quý", &quarters, &on_time, PERCENT, target(95.0, "Mục tiêu 95%")),
        },
        Piece { name: "lines-level", svg: drawn_lines("Bốn quý bằng nhau", &quarters, &level, NUMBERS, None) },
        Piece {
            name: "lines-one",
            svg: drawn_lines("Mới có một kỳ", &quarters[..1], &[line("", &[95.5])], PERCENT, None),
        },
        Piece { name: "spark", svg: sparkline(&text("PAPI, Gia Lai", String::new()), &PAPI[2].1.map(Some)) },
        Piece { name: "spark-gaps", svg: sparkline(&text("Có khoảng trống", String::new()), &holes[0].points) },
        Piece { name: "spark-one", svg: sparkline(&text("Một kỳ", String::new()), &[Some(1.0)]) },
    ]
}

fn other_charts() -> Vec<Piece> {
    let row = |(name, before, now): &(&str, f64, f64)| DotRow {
        label: (*name).to_owned(),
        values: vec![Some(*now), Some(*before)],
        display: format!("{} → {}", NUMBERS.show(*before), NUMBERS.show(*now)),
        emphasis: *name == "Gia Lai",
    };
    let rows: Vec<DotRow> = INDEX_766.iter().take(8).map(row).collect();
    let ends = |(name, before, now): &(&str, f64, f64)| SlopeLine {
        label: (*name).to_owned(),
        ends: [*before, *now].map(|value| SlopeEnd { value: Some(value), display: NUMBERS.show(value) }),
        emphasis: ["Gia Lai", "Khánh Hòa"].contains(name),
    };
    let provinces: Vec<SlopeLine> = INDEX_766.iter().map(ends).collect();
    let loss = |(name, max, reached): &(&str, f64, f64)| Points {
        label: (*name).to_owned(),
        reached: Some(*reached),
        max: *max,
        display: format!("mất {} trên {}", NUMBERS.show(max - reached), NUMBERS.show(*max)),
        emphasis: false,
    };
    let mut groups: Vec<Points> = GROUPS.iter().map(loss).collect();
    groups.push(Points {
        label: "Nhóm chưa công bố".to_owned(),
        max: 12.0,
        display: "chưa công bố".to_owned(),
        ..Points::default()
    });
    let said = |title: &str| text(title, String::new());
    vec![
        Piece {
            name: "dots",
            svg: dots(
                &said("Hai kỳ"),
                &["Ngày 10/10/2026".to_owned(), "Ngày 05/10/2026".to_owned()],
                &rows,
                target(68.0, "Mục tiêu 68"),
            ),
        },
        Piece {
            name: "slope-34",
            svg: slope(&said("Thay đổi của 34 tỉnh"), ["05/10/2026", "10/10/2026"], &provinces, Direction::HigherIsUp),
        },
        Piece {
            name: "slope-12",
            svg: slope(
                &said("Thay đổi của 12 tỉnh"),
                ["05/10/2026", "10/10/2026"],
                &provinces[..12],
                Direction::HigherIsUp,
            ),
        },
        Piece { name: "lost", svg: points_lost(&said("Điểm mất theo nhóm"), &groups) },
    ]
}

/// Pictures with every stacked mark.
fn pictures() -> Vec<(&'static str, Picture)> {
    let picture = |figure: &str, title: &str, meaning: &str| Picture {
        site: "UBND xã Minh Khai".to_owned(),
        title: title.to_owned(),
        figure: figure.to_owned(),
        meaning: meaning.to_owned(),
        source: "Nguồn: Cổng Dịch vụ công quốc gia, ngày 10/10/2026".to_owned(),
    };
    let long = "Chỉ số phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính, dịch vụ công của các tỉnh, thành phố trực thuộc trung ương";
    vec![
        (
            "picture",
            picture(
                "68,80",
                "Chỉ số 766 các tỉnh, thành phố, ngày 10/10/2026",
                "Đồng Tháp, cao nhất trong 34 tỉnh, thành phố",
            ),
        ),
        (
            "picture-marks",
            picture(
                "Ế ỗ ữ",
                "ẤẦẨẪẬ ẮẰẲẴẶ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ỲÝỶỸỴ Đ",
                "ấầẩẫậ ắằẳẵặ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳýỷỹỵ đ 1.234,5 ₫",
            ),
        ),
        (
            "picture-long",
            picture(
                "1.234.567.890",
                long,
                "hồ sơ được giải quyết trước hạn và đúng hạn, trên tổng số hồ sơ đã giải quyết trong kỳ báo cáo",
            ),
        ),
    ]
}

/// Writes the gallery below Cargo's folder for tests: a page with the theme's styles and the policy of the site, and
/// every chart as a file of its own.
pub(crate) fn write() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    fs::create_dir_all(&folder).expect("the folder is made");
    let mut page = String::from(
        "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Biểu đồ</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'\">\
         <link rel=\"stylesheet\" href=\"style.css\"></head><body><main class=\"wrap\"><h1>Biểu đồ</h1>\n",
    );
    for Piece { name, svg } in pieces() {
        let _ = writeln!(page, "<h2>{name}</h2>\n{svg}");
        fs::write(folder.join(format!("{name}.svg")), document(&svg)).expect("the chart is written");
    }
    page.push_str("</main></body></html>\n");
    for (name, picture) in pictures() {
        fs::write(folder.join(format!("{name}.png")), picture.png().expect("the picture is drawn"))
            .expect("the picture is written");
    }
    fs::write(folder.join("index.html"), page).expect("the page is written");
    fs::write(folder.join("style.css"), styles()).expect("the styles are written");
}

/// The styles of the default theme, in their order.
fn styles() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/congkhai/css");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the theme has styles").map(|file| file.expect("readable").path()).collect();
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).expect("styles are text")).collect()
}
