//! Builds whole sites with the release binary and prints what that costs.
//!
//! `cargo bench --bench build` measures 1,000 and 10,000 invented records; `CONGKHAI_RECORDS=50000` another number;
//! `CONGKHAI_CATALOGUE=FILE` a real file instead. Then a ranking of 34 provinces in 14 years by 8 dimensions.
//! `CONGKHAI_WRITE=FILE` writes the invented records to a file and measures nothing. Figures are those of the operating
//! system for the whole process.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stdout,
    reason = "tests and benchmarks work on real files"
)]

mod corpus;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use corpus::records;

fn main() {
    let sizes = std::env::var("CONGKHAI_RECORDS")
        .ok()
        .and_then(|number| number.parse().ok())
        .map_or(vec![1_000, 10_000], |number| vec![number]);
    if let Ok(file) = std::env::var("CONGKHAI_WRITE") {
        fs::write(file, records(sizes[sizes.len() - 1], "")).expect("the records are written");
        return;
    }
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
        return measure_ranking(work.path());
    }
    for size in sizes {
        let site = site(&work.path().join(size.to_string()), "records.jsonl");
        let file = site.join("content/thu-tuc/records.jsonl");
        fs::write(&file, records(size, "")).expect("the records are written");
        measure("cold", &site);
        measure("unchanged", &site);
        fs::write(&file, records(size, " (đã sửa)")).expect("the records are written");
        measure("one record changed", &site);
    }
    measure_ranking(work.path());
}

fn measure_ranking(work: &Path) {
    let site = site(&work.join("ranking"), "none.jsonl");
    let section = site.join("content/xep-hang");
    fs::create_dir_all(&section).expect("the folder is made");
    let index = "+++\ntitle = \"Xếp hạng\"\n[data]\nkind = \"rankings\"\nsources = [\"papi.csv\"]\n+++\n";
    fs::write(section.join("_index.md"), index).expect("the section is written");
    fs::write(section.join("papi.csv"), ranking()).expect("the ranking is written");
    measure("ranking, cold", &site);
    measure("ranking, unchanged", &site);
}

/// Scores of 34 provinces in 14 years by the eight dimensions of PAPI.
fn ranking() -> String {
    let mut csv = String::from(
        "Chỉ số,Kỳ,Đơn vị,Tổng điểm,Tham gia của người dân ở cấp cơ sở,\"Công khai, minh bạch\",\
         Trách nhiệm giải trình với người dân,Kiểm soát tham nhũng,Thủ tục hành chính công,Cung ứng dịch vụ công,\
         Quản trị môi trường,Quản trị điện tử\n",
    );
    for year in 2011..2025 {
        for (place, province) in PROVINCES.iter().enumerate() {
            let scores: Vec<f64> = (0..8).map(|at| 3.0 + ((place * 7 + at * 5 + year) % 50) as f64 / 10.0).collect();
            let cells: Vec<String> = scores.iter().map(|score| format!("{score:.1}")).collect();
            csv.push_str(&format!("papi,{year},{province},{:.1},{}\n", scores.iter().sum::<f64>(), cells.join(",")));
        }
    }
    csv
}

const PROVINCES: [&str; 34] = [
    "An Giang",
    "Bắc Ninh",
    "Cà Mau",
    "Cao Bằng",
    "Cần Thơ",
    "Đà Nẵng",
    "Đắk Lắk",
    "Điện Biên",
    "Đồng Nai",
    "Đồng Tháp",
    "Gia Lai",
    "Hà Nội",
    "Hà Tĩnh",
    "Hải Phòng",
    "Huế",
    "Hưng Yên",
    "Khánh Hòa",
    "Lai Châu",
    "Lạng Sơn",
    "Lào Cai",
    "Lâm Đồng",
    "Nghệ An",
    "Ninh Bình",
    "Phú Thọ",
    "Quảng Ngãi",
    "Quảng Ninh",
    "Quảng Trị",
    "Sơn La",
    "Tây Ninh",
    "Thái Nguyên",
    "Thanh Hóa",
    "TP. Hồ Chí Minh",
    "Tuyên Quang",
    "Vĩnh Long",
];

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
