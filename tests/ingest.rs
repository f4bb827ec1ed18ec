//! Batches, workbooks and hostile values: what the fixture cases of `cases.rs` cannot say in one text file.

use std::collections::{BTreeMap, HashMap};

use camino::Utf8Path;
use congkhai::diag::{Diagnostic, Location};
use congkhai::ingest::{Layout, Reader, Records, Sheet};
use congkhai::kinds::Kinds;
use congkhai::model::{ChannelKind, Part, Procedure, Quantity, Sourced};
use congkhai::source::{Cell, Heading, Limits, Origin, Row, Table, Value, read_each};
use congkhai::text;
use congkhai::vfs::MemoryFiles;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

fn reader(layout: &str) -> Reader {
    Reader::new("procedures", layout, &BTreeMap::new(), Kinds::built_in(), &Location::file("_index.md"))
        .expect("the names exist")
}

fn procedures(records: Records) -> Vec<Sourced<Procedure>> {
    match records {
        Records::Procedures(records) => records,
        other => panic!("procedures were read, not {other:?}"),
    }
}

fn codes(found: &[Diagnostic]) -> Vec<String> {
    found.iter().map(|found| format!("{} {}", found.code(), found.location)).collect()
}

/// A table of flat cells whose first row has this number.
fn flat(first_row: u32, rows: &[&[&str]]) -> Table {
    let row = |(row, cells): (u32, &&[&str])| Row {
        origin: Origin::Sheet { row, column: 1 },
        cells: (1..).zip(cells.iter()).map(|(column, text)| cell(text, Origin::Sheet { row, column })).collect(),
    };
    Table {
        path: "danh-muc.xlsx".into(),
        sheet: Some("TTHC".to_owned()),
        headings: Vec::new(),
        rows: (first_row..).zip(rows).map(row).collect(),
    }
}

fn cell(text: &str, origin: Origin) -> Cell {
    let value = if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) };
    Cell { value, origin }
}

/// A table of one object of texts.
fn object(line: u32, entries: &[(&str, &str)]) -> Table {
    let origin = |pointer: String| Origin::Pointer { line: Some(line), pointer: pointer.into() };
    let heading = |text: &str| Heading { text: text.to_owned(), origin: origin(String::new()) };
    let cells = entries.iter().map(|(key, text)| cell(text, origin(format!("/{key}")))).collect();
    Table {
        path: "danh-muc.jsonl".into(),
        sheet: None,
        headings: entries.iter().map(|(key, _)| heading(key)).collect(),
        rows: vec![Row { origin: origin(String::new()), cells }],
    }
}

#[test]
fn headings_of_the_first_batch_serve_the_later_ones() {
    let first = flat(1, &[&["DANH MỤC"], &["Mã TTHC", "Tên TTHC"], &["(1)", "(2)", "(3)"], &["1.900001", "Một"]]);
    let later = flat(5, &[&["1.900002", "Hai"], &["", ""], &["1.900003", "Ba"]]);
    let reader = reader("auto");
    let sheet = reader.open(&first);
    let batches = vec![sheet.read(first, 0), sheet.read(later, 0)];
    let (records, found) = reader.gather([&sheet], batches);
    let names: Vec<_> = procedures(records).into_iter().map(|sourced| sourced.record.name).collect();
    assert_eq!((names, codes(&found)), (vec!["Một".to_owned(), "Hai".to_owned(), "Ba".to_owned()], vec![]));
}

#[test]
fn objects_of_later_batches_may_have_other_keys() {
    let first = object(1, &[("name", "Một"), ("code", "1.900001"), ("mau", "đỏ")]);
    let later = object(2, &[("code", "1.900002"), ("field", "Hộ tịch"), ("name", "Hai"), ("mau", "xanh")]);
    let reader = reader("auto");
    let sheet = reader.open(&first);
    let batches = vec![sheet.read(first, 0), sheet.read(later, 0)];
    let (records, found) = reader.gather([&sheet], batches);
    let records = procedures(records);
    assert_eq!(records.len(), 2);
    assert_eq!(records[1].record.field.as_deref(), Some("Hộ tịch"));
    assert_eq!(codes(&found), ["CK0302 danh-muc.jsonl:1"], "an unknown key is reported once for a file");
}

/// Reads a workbook as the build does: one sheet object for each sheet of the file.
fn read_workbook(bytes: &[u8]) -> (Vec<Sourced<Procedure>>, Vec<Diagnostic>) {
    let files = MemoryFiles::new().with("so.xlsx", bytes);
    let reader = reader("auto");
    let mut tables = Vec::new();
    let problems =
        read_each(&files, Utf8Path::new("so.xlsx"), &Limits::default(), |table| table, |table| tables.push(table));
    let mut found = problems.expect("the workbook can be read");
    let mut sheets: Vec<(Option<String>, Sheet)> = Vec::new();
    let mut batches = Vec::new();
    for table in tables {
        if !sheets.iter().any(|(name, _)| *name == table.sheet) {
            sheets.push((table.sheet.clone(), reader.open(&table)));
        }
        let (_, sheet) = sheets.iter().find(|(name, _)| *name == table.sheet).expect("it was just added");
        batches.push(sheet.read(table, 0));
    }
    let (records, problems) = reader.gather(sheets.iter().map(|(_, sheet)| sheet), batches);
    found.extend(problems);
    (procedures(records), found)
}

#[test]
fn a_sheet_of_instructions_beside_the_records_is_no_problem() {
    let mut workbook = Workbook::new();
    let help = workbook.add_worksheet().set_name("Hướng dẫn").expect("a name of a sheet");
    help.write(0, 0, "Điền vào trang TTHC").expect("a cell");
    let sheet = workbook.add_worksheet().set_name("TTHC").expect("a name of a sheet");
    for (column, heading) in (0..).zip(["STT", "Mã thủ tục", "Tên thủ tục", "Phí, lệ phí", "Thời hạn giải quyết"])
    {
        sheet.write(2, column, heading).expect("a cell");
    }
    sheet.write(3, 1, 1.9001).expect("a cell");
    sheet.write(3, 2, "Cấp giấy mẫu").expect("a cell");
    sheet.write(3, 3, 20_000).expect("a cell");
    sheet.write(3, 4, 3).expect("a cell");
    sheet.write(5, 1, "1.9").expect("a cell");
    sheet.write(5, 2, "Mã sai").expect("a cell");
    sheet.write(5, 3, 1).expect("a cell");
    let (records, found) = read_workbook(&workbook.save_to_buffer().expect("a workbook in memory"));
    assert_eq!(codes(&found), ["CK0410 so.xlsx › TTHC › E4", "CK0401 so.xlsx › TTHC › B6"]);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].record.code.as_str(), "1.900100", "the number 1.9001 stands for six decimals");
}

#[test]
fn a_workbook_without_any_headings_is_reported_for_each_sheet() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("A").expect("a name").write(0, 0, "xin chào").expect("a cell");
    let (records, found) = read_workbook(&workbook.save_to_buffer().expect("a workbook in memory"));
    assert_eq!((records.len(), codes(&found)), (0, vec!["CK0301 so.xlsx › A › A1".to_owned()]));
}

/// The keys of a record whose texts the hostile input fills.
const KEYS: [&str; 20] = [
    "Trình tự thực hiện",
    "Cách thức thực hiện",
    "Thành phần hồ sơ",
    "Đối tượng thực hiện",
    "Cơ quan thực hiện",
    "Địa chỉ tiếp nhận HS",
    "Kết quả thực hiện",
    "Căn cứ pháp lý",
    "Yêu cầu, điều kiện thực hiện",
    "Số quyết định",
    "Ngày quyết định",
    "Thời hạn giải quyết",
    "Phí, lệ phí",
    "Từ khóa",
    "Thủ tục liên quan",
    "Mức độ",
    "Phi địa giới",
    "Lịch sử thay đổi",
    "Cấp thực hiện",
    "Loại thủ tục",
];

/// Pieces that the grammars look for, and that break them.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "* ",
        "  * ",
        "[ ",
        " ]",
        "(",
        ")",
        "|",
        ";",
        ", ",
        ": ",
        "0 VNĐ (",
        "20.000 đồng",
        " VNĐ ",
        "* Hình thức nộp: ",
        "Thời hạn giải quyết: ",
        "Phí, lệ phí: ",
        "Mô tả: ",
        "Số lượng: Bản chính: ",
        ", Bản sao: ",
        "WORKING_DAY",
        "OTHER",
        " ngày",
        "3",
        "0",
        "99999999999999999999",
        "Không",
        "Không có thông tin",
        "Trực tiếp",
        "Sở Văn hóa, Thể thao",
        "60/2014/QH13",
        "ngày 30/2/2025",
        "Quyết định số ",
        "miễn phí",
        "đ",
        "\u{301}",
        "ﬀ",
        "İ",
        "١",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from), 1 => "[a-zđ]{1,6}"]
}

fn hostile() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.concat())
}

/// Any value that a JSON file can hold, with keys that the nested entries know.
fn nested() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        hostile().prop_map(Value::Text),
        any::<f64>().prop_map(Value::Number),
        any::<bool>().prop_map(Value::Bool),
        Just(Value::Empty),
    ];
    let keys = prop::sample::select(vec![
        "case",
        "text",
        "items",
        "name",
        "originals",
        "form",
        "url",
        "note",
        "channel",
        "fees",
        "time_limit",
        "amount",
        "free",
        "kind",
        "number",
        "title",
        "date",
        "issuer",
        "executing",
        "what",
        "lạ",
    ]);
    let origin = || Origin::Pointer { line: Some(1), pointer: "/x".into() };
    let cell = move |value| Cell { value, origin: origin() };
    leaf.prop_recursive(3, 24, 6, move |inner| {
        let entries = prop::collection::vec((keys.clone(), inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..5)
                .prop_map(move |items| Value::List(items.into_iter().map(cell).collect())),
            entries.prop_map(move |entries| {
                Value::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), cell(value))).collect())
            }),
        ]
    })
}

fn read_one(layout: &str, entries: Vec<(&str, Value)>) -> Vec<Sourced<Procedure>> {
    let mut table = object(1, &[("Mã thủ tục", "1.900001"), ("Tên thủ tục", "Cấp giấy mẫu")]);
    for (key, value) in entries {
        let origin = Origin::Pointer { line: Some(1), pointer: format!("/{key}").into() };
        table.headings.push(Heading { text: key.to_owned(), origin: origin.clone() });
        table.rows[0].cells.push(Cell { value, origin });
    }
    let reader = reader(layout);
    let sheet = reader.open(&table);
    let batch = sheet.read(table, 0);
    procedures(reader.gather([&sheet], [batch]).0)
}

fn words_of(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text::fold(text).split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// Every text of the parts whose texts are cut up, one a line.
fn texts_of(procedure: &Procedure) -> HashMap<&'static str, String> {
    let mut texts = HashMap::new();
    let mut put = |key: &'static str, lines: Vec<String>| texts.insert(key, lines.join("\n"));
    put(
        "Trình tự thực hiện",
        of_part(&procedure.steps, |case| vec![case.name.clone().unwrap_or_default(), case.text.clone()]),
    );
    put(
        "Căn cứ pháp lý",
        of_part(&procedure.legal_basis, |basis| {
            let date = basis.date.map(text::format_date);
            let fields = [basis.number.clone(), Some(basis.title.clone()), basis.issuer.clone(), date];
            fields.into_iter().flatten().collect()
        }),
    );
    put(
        "Thành phần hồ sơ",
        of_part(&procedure.dossier, |case| {
            let items = case.items.iter().flat_map(|item| {
                let form = item.form.as_ref().map(|form| form.name.clone()).unwrap_or_default();
                [item.name.clone(), count(&item.originals), count(&item.copies), form]
            });
            case.name.iter().cloned().chain(items).collect()
        }),
    );
    put(
        "Cách thức thực hiện",
        of_part(&procedure.channels, |channel| {
            let mut lines = vec![channel.note.clone()];
            if let ChannelKind::Other(words) = &channel.kind {
                lines.push(words.clone());
            }
            lines.extend(channel.time_limits.iter().map(|limit| limit.text.clone()));
            lines.extend(channel.fees.iter().map(|fee| fee.text.clone()));
            lines
        }),
    );
    texts
}

fn of_part<T>(part: &Part<Vec<T>>, texts: impl Fn(&T) -> Vec<String>) -> Vec<String> {
    match part {
        Part::Stated(items) => items.iter().flat_map(texts).collect(),
        Part::NotApplicable(words) => vec![words.clone()],
        Part::NotPublished => Vec::new(),
    }
}

fn count(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Count(count) => count.to_string(),
        Quantity::Words(words) => words.clone(),
        Quantity::NotPublished => String::new(),
    }
}

proptest! {
    #[test]
    fn hostile_texts_make_one_record_and_no_panic(
        texts in prop::collection::vec(hostile(), KEYS.len()),
        layout in prop::sample::select(vec!["auto", "national-text", "own"]),
    ) {
        let entries = KEYS.into_iter().zip(texts.into_iter().map(Value::Text)).collect();
        prop_assert_eq!(read_one(layout, entries).len(), 1);
    }

    #[test]
    fn hostile_nested_values_make_one_record_and_no_panic(values in prop::collection::vec(nested(), 12)) {
        let keys = ["steps", "channels", "dossier", "legal", "decision", "agencies", "fees", "changes", "conditions", "results", "reception", "levels"];
        prop_assert_eq!(read_one("own", keys.into_iter().zip(values).collect()).len(), 1);
    }

    #[test]
    fn words_that_no_grammar_knows_are_kept(
        words in prop::collection::vec("(muta|mutb|mutc|mutd)( mute| mutf)?", 1..12),
        joints in prop::collection::vec(prop::sample::select(vec!["\n", "\n    - ", "\n  * ", "; ", " | ", " (", ") ", ": ", ", ", "\n  [ ", " ]\n"]), 12),
        layout in prop::sample::select(vec!["national-text", "own"]),
    ) {
        let text: String = words.iter().zip(&joints).flat_map(|(word, joint)| [word.as_str(), joint]).collect();
        for key in ["Trình tự thực hiện", "Cách thức thực hiện", "Thành phần hồ sơ", "Căn cứ pháp lý"] {
            let records = read_one(layout, vec![(key, Value::Text(text.trim().to_owned()))]);
            let kept = words_of(&texts_of(&records[0].record)[key]);
            for (word, times) in words_of(&text) {
                prop_assert!(kept.get(&word).copied().unwrap_or(0) >= times, "{key} lost {word:?} of {text:?}");
            }
        }
    }
}

#[test]
fn the_layout_is_recognised_by_its_cells() {
    let national = object(
        1,
        &[("Mã thủ tục", "1.900001"), ("Tên thủ tục", "Một"), ("Cách thức thực hiện", "  * Hình thức nộp: DIRECT")],
    );
    let list = flat(1, &[&["Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"]]);
    let own = flat(1, &[&["Mã thủ tục", "Tên thủ tục", "Cách thức thực hiện"], &["1.900001", "Một", "Trực tiếp"]]);
    let reader = reader("auto");
    let layouts = [national, list, own].map(|table| reader.open(&table).layout());
    assert_eq!(layouts, [Layout::NationalText, Layout::NationalList, Layout::Own]);
}
