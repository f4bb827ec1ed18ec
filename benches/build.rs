//! Builds whole sites with the release binary and prints what that costs.
//!
//! `cargo bench --bench build` measures 1,000 and 10,000 invented records; `CONGKHAI_RECORDS=50000` another number;
//! `CONGKHAI_CATALOGUE=FILE` a real file instead. Figures are those of the operating system for the whole process.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stdout,
    reason = "tests and benchmarks work on real files"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    let work = tempfile::tempdir().expect("a temporary folder");
    println!(
        "{:<24} {:>8} {:>8} {:>9} {:>8} {:>8} {:>8}",
        "build", "records", "pages", "changed", "CPU s", "wall s", "MiB"
    );
    if let Ok(catalogue) = std::env::var("CONGKHAI_CATALOGUE") {
        let name = Path::new(&catalogue).file_name().expect("the catalogue has a file name").to_owned();
        let site = site(work.path(), &name.to_string_lossy());
        fs::copy(&catalogue, site.join("content/thu-tuc").join(&name)).expect("the catalogue is copied");
        measure("cold", &site);
        measure("unchanged", &site);
        return;
    }
    let sizes = std::env::var("CONGKHAI_RECORDS")
        .ok()
        .and_then(|number| number.parse().ok())
        .map_or(vec![1_000, 10_000], |number| vec![number]);
    for size in sizes {
        let site = site(&work.path().join(size.to_string()), "records.jsonl");
        let file = site.join("content/thu-tuc/records.jsonl");
        fs::write(&file, records(size, "")).expect("the records are written");
        measure("cold", &site);
        measure("unchanged", &site);
        fs::write(&file, records(size, " (đã sửa)")).expect("the records are written");
        measure("one record changed", &site);
    }
}

/// An empty site whose only section reads one file.
fn site(folder: &Path, source: &str) -> PathBuf {
    let section = folder.join("content/thu-tuc");
    fs::create_dir_all(&section).expect("the folders are made");
    let config = "base_url = \"https://xa.example/\"\n[unit]\nname = \"UBND xã Mẫu\"\nhotline = \"0900 000 000\"\n";
    fs::write(folder.join("config.toml"), config).expect("the configuration is written");
    let index = format!(
        "+++\ntitle = \"Thủ tục\"\n[data]\nkind = \"procedures\"\nsources = [\"{source}\"]\ntolerance = \"publish\"\n+++\n"
    );
    fs::write(section.join("_index.md"), index).expect("the section is written");
    folder.to_owned()
}

fn measure(name: &str, site: &Path) {
    let report = site.join("report.json");
    let output = Command::new(env!("CARGO_BIN_EXE_congkhai"))
        .args(["build", "--quiet", "--format", "json", "--root"])
        .arg(site)
        .arg("--report")
        .arg(&report)
        .output()
        .expect("the program runs");
    let text = fs::read_to_string(&report).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let report: serde_json::Value = serde_json::from_str(&text).expect("the report is JSON");
    println!(
        "{name:<24} {:>8} {:>8} {:>9} {:>8} {:>8} {:>8}",
        report["records"],
        report["pages"],
        report["changed"],
        report["cpu_seconds"],
        report["seconds"]["total"],
        report["peak_mib"]
    );
}

/// Invented procedures of the length of real ones; the first one's name ends in `mark`.
fn records(count: usize, mark: &str) -> String {
    const VERBS: [&str; 6] = ["Đăng ký", "Cấp", "Cấp lại", "Điều chỉnh", "Xác nhận", "Chấm dứt"];
    const THINGS: [&str; 7] = [
        "giấy phép xây dựng",
        "hộ kinh doanh",
        "khai sinh",
        "quyền sử dụng đất",
        "trợ cấp xã hội",
        "lưu trú",
        "giấy xác nhận",
    ];
    const FIELDS: [&str; 5] = ["Hộ tịch", "Đất đai", "Xây dựng", "Bảo trợ xã hội", "Kinh doanh"];
    let mut text = String::new();
    for at in 0..count {
        let (verb, thing, field) = (VERBS[at % 6], THINGS[at / 6 % 7], FIELDS[at % 5]);
        let mark = if at == 0 { mark } else { "" };
        let sentence = format!("Người yêu cầu {verb} {thing} nộp đủ giấy tờ, công chức kiểm tra và hẹn ngày trả kết quả cho hồ sơ số {at}. ").repeat(9);
        let record = serde_json::json!({
            "code": format!("1.{at:06}"), "name": format!("{verb} {thing} loại {}{mark}", at / 42), "field": field,
            "level": "Cấp Xã", "agency": format!("Ủy ban nhân dân xã số {}", at % 300), "subjects": ["Công dân Việt Nam"],
            "steps": [sentence.clone(), sentence.clone(), sentence], "result": format!("Giấy {thing}"), "decision": "12/QĐ-UBND",
            "methods": [{"channel": "Trực tiếp", "days": "5 ngày làm việc", "fee": "20.000 đồng", "note": ""}],
            "dossier": [{"name": format!("Tờ khai {verb} {thing}"), "originals": 1, "copies": 0}],
            "legal": [{"no": "12/2020/NĐ-CP", "title": format!("Nghị định về {thing}"), "date": "01/02/2020", "by": "Chính phủ"}],
            "conditions": "Không",
        });
        let _ = writeln!(text, "{record}");
    }
    text
}
