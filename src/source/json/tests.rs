use super::super::testing::{read, read_within, show};
use crate::diag::{Code, Problem, SourceProblem};
use crate::source::{Cell, Limits, Origin, Value};

fn pointer(cell: &Cell) -> String {
    match &cell.origin {
        Origin::Pointer { line, pointer } => line.map_or(pointer.to_string(), |line| format!("{line}{pointer}")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn keys_become_headings_in_order_of_first_appearance() {
    let lines = "{\"mã\":\"1\",\"tên\":\"A\"}\n\n{\"tên\":\"B\",\"phí\":null,\"mã\":\"2\"}\n{\"phí\":\"0 đồng\"}\n";
    let read = read("so.jsonl", lines);
    assert_eq!(read.tables[0].headings.iter().map(|heading| &heading.text).collect::<Vec<_>>(), ["mã", "tên", "phí"]);
    assert_eq!(read.rows(), [vec!["1", "A"], vec!["2", "B", "-"], vec!["-", "-", "0 đồng"]]);
    assert!(read.diagnostics.is_empty());
}

#[test]
fn every_cell_knows_its_line_and_pointer() {
    let tables = read("so.jsonl", "\n{\"a/b\":[{\"x~y\":1}],\"c\":2}\n{\"c\":3}").clean();
    let rows = &tables[0].rows;
    assert_eq!(pointer(&rows[0].cells[0]), "2/a~1b");
    let Value::List(items) = &rows[0].cells[0].value else { panic!() };
    assert_eq!(pointer(&items[0]), "2/a~1b/0");
    let Value::Map(entries) = &items[0].value else { panic!() };
    assert_eq!(pointer(&entries[0].1), "2/a~1b/0/x~0y");
    // A key that the record lacks is an empty cell where it would stand.
    assert_eq!(pointer(&rows[1].cells[0]), "3/a~1b");
}

#[test]
fn one_bad_line_does_not_cost_the_others() {
    let lines = "{\"mã\":\"1\"}\n{\"tên\":\"ă\" \"mã\"}\n[1]\n{\"mã\":\"2\"} x\n{\"mã\":\"3\"}\n{\"mã\":";
    let read = read("so.jsonl", lines);
    assert_eq!(read.rows(), [["1"], ["3"]].map(|row| row.map(str::to_owned).to_vec()));
    let expected = ["so.jsonl:2:12", "so.jsonl:3:1", "so.jsonl:4:12", "so.jsonl:6:6"].map(|at| format!("CK0207 {at}"));
    assert_eq!(read.problems(), expected);
    let Problem::Source(SourceProblem::BadSyntax { format, detail }) = &read.diagnostics[1].problem else { panic!() };
    assert_eq!((*format, detail.as_str()), ("JSON", "invalid type: sequence, expected an object"));
}

#[test]
fn bytes_that_are_not_utf8_cost_their_line_only() {
    let read = read("so.jsonl", b"{\"m\":\"1\"}\n{\"m\":\"\xC3\xA9\xFF\"}\n{\"m\":\"3\"}\n");
    assert_eq!(read.problems(), ["CK0203 so.jsonl:2:8"]);
    assert_eq!(read.rows().len(), 2);
}

#[test]
fn numbers_are_exact_or_keep_their_digits() {
    let line =
        r#"{"a":9007199254740992,"b":9007199254740993,"c":-12345678901234567890123,"d":1.5e300,"e":0.25,"f":-7}"#;
    assert_eq!(
        read("so.jsonl", line).rows(),
        [["9007199254740992", "9007199254740993", "-12345678901234567890123", &1.5e300.to_string(), "0.25", "-7"]]
    );
}

#[test]
fn a_repeated_key_keeps_the_first_and_is_reported() {
    let read = read("so.json", r#"[{"mã":"1","mã":"2","x":{"k":1,"k":2}}]"#);
    assert_eq!(read.rows(), [["1", "{k: 1}"]]);
    assert_eq!(read.problems(), ["CK0304 so.json › /0/mã", "CK0304 so.json › /0/x/k"]);
}

#[test]
fn a_document_gives_the_elements_of_its_array() {
    let read =
        read("so.json", "\u{feff}{\n \"total\": 2,\n \"data\": [\n  {\"a\": true},\n  {\"a\": [1, \"b\"]}\n ]\n}\n");
    assert_eq!(read.rows(), [["true"], ["[1, b]"]]);
    assert_eq!(pointer(&read.tables[0].rows[1].cells[0]), "/data/1/a");
}

#[test]
fn an_object_is_one_record() {
    let read = read("so.json", r#"{"code":"1.000001","steps":["a"],"dossier":[{"name":"Tờ khai"}]}"#);
    assert_eq!(read.rows(), [["1.000001", "[a]", "[{name: Tờ khai}]"]]);
    assert_eq!(pointer(&read.tables[0].rows[0].cells[0]), "/code");
}

#[test]
fn a_bad_element_is_found_by_line_and_column_and_the_others_stay() {
    let read = read("so.json", "[\n {\"a\": 1},\n {\"ă\": tru},\n 5,\n {\"a\": 2}\n]");
    assert_eq!(read.rows(), [["1"], ["2"]]);
    assert_eq!(read.problems(), ["CK0207 so.json:3:11", "CK0207 so.json:4:2"]);
}

#[test]
fn brackets_that_do_not_fit_are_reported_once() {
    for (json, place) in
        [("[{\"a\":1}", "1:8"), ("[\n{\"a\":1}\n{\"a\":2}]", "3:1"), ("\"text\"", "1:1"), ("[1]]", "1:4")]
    {
        let read = read("so.json", json);
        assert_eq!(read.problems(), [format!("CK0207 so.json:{place}")], "{json}");
        assert!(read.tables.is_empty());
    }
}

#[test]
fn nothing_at_all_is_an_empty_file() {
    for (name, text) in [("so.json", ""), ("so.json", " [] \n"), ("so.jsonl", "\n \n")] {
        assert_eq!(read(name, text).problems(), [format!("CK0209 {name}")]);
    }
}

#[test]
fn large_files_come_in_batches_that_count_on() {
    let lines: String = (1..=1_300).map(|number| format!("{{\"n\":{number}}}\n")).collect();
    let tables = read("so.jsonl", &lines).clean();
    assert_eq!(tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [512, 512, 276]);
    let last = &tables[2].rows[275].cells[0];
    assert_eq!((show(last), pointer(last)), ("1300".into(), "1300/n".into()));
    let elements = format!("[{}]", lines.trim_end().replace('\n', ","));
    let tables = read("so.json", elements).clean();
    assert_eq!(pointer(&tables[2].rows[275].cells[0]), "/1299/n");
}

#[test]
fn too_many_rows_end_the_reading() {
    let limits = Limits { rows: 1_000, ..Limits::default() };
    let lines = "{\"a\":1}\n".repeat(1_001);
    let found = read_within("so.jsonl", &lines, &limits);
    assert_eq!(found.problems(), ["CK0206 so.jsonl"]);
    assert_eq!(found.rows().len(), 512);
    let elements = format!("[{}]", lines.trim_end().replace('\n', ","));
    assert_eq!(read_within("so.json", elements, &limits).problems(), ["CK0206 so.json"]);
}

#[test]
fn a_line_without_end_is_refused_at_its_place() {
    let limits = Limits { record_bytes: 1_000, ..Limits::default() };
    let lines = format!("{{\"a\":1}}\n{{\"a\":\"{}\"}}\n", "x".repeat(1_000));
    let found = read_within("so.jsonl", lines, &limits);
    assert_eq!(found.problems(), ["CK0205 so.jsonl:2:1"]);
}

#[test]
fn deep_nesting_and_endless_keys_are_refused() {
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read("so.jsonl", &deep).diagnostics[0].code(), Code::Ck0207);
    assert_eq!(read("so.json", &deep).diagnostics[0].code(), Code::Ck0207);
    let keys: Vec<_> = (0..3_000).map(|key| format!("\"k{key}\":1")).collect();
    let wide = format!("{{{}}}", keys.join(","));
    let found = read("so.jsonl", wide + "\n{\"k0\":2}");
    assert_eq!(found.problems().len(), 1);
    assert_eq!(found.rows()[0][0], "2");
}

#[test]
fn a_flood_of_small_values_is_refused() {
    let flood = format!("{{\"a\":[{}0]}}", "0,".repeat(1_000_001));
    assert_eq!(read("so.jsonl", flood).diagnostics[0].code(), Code::Ck0207);
}
