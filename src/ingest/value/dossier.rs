//! The papers of the dossier, by case.

use super::lines::{list_items, split_last_bracket, without_bullet};
use super::part::{is_absent, stated};
use super::quantity::{quantity, quantity_of};
use super::scalar::{answer, is_web_address};
use crate::diag::ValueProblem;
use crate::ingest::column::{Column, Shape};
use crate::ingest::layout::Layout;
use crate::ingest::record::{Entry, Record, flatten};
use crate::ingest::report::{Report, Spot};
use crate::ingest::words::{normal, words};
use crate::model::{DossierCase, DossierItem, Form, Part, Quantity};
use crate::source::Value;

/// How the national records begin the line of quantities.
const QUANTITY: &str = "Số lượng: Bản chính:";

/// The dossier of a cell: text, or a list of texts, items and `{ case, items }`.
pub(in crate::ingest) fn dossier(
    entry: Entry<'_>,
    layout: Layout,
    report: &mut Report<'_>,
) -> Option<Vec<DossierCase>> {
    let mut cases: Vec<DossierCase> = Vec::new();
    for item in entry.into_items() {
        match item {
            Entry { value: Value::Map(entries), spot } => {
                nested(Record::nested(Shape::Dossier, entries, spot, report), &mut cases, report);
            }
            item => {
                let Some((text, spot)) = item.into_text(report) else { continue };
                match layout {
                    Layout::NationalText => national(&text, &mut cases, &spot, report),
                    Layout::NationalList | Layout::ProcessingReport | Layout::Own => {
                        own(&text, &mut cases, &spot, report)
                    }
                }
            }
        }
    }
    (!cases.is_empty()).then_some(cases)
}

/// The number of sets, where one line of the dossier states it: `Số lượng hồ sơ: 01 bộ`.
///
/// Two lines that say different things state nothing.
pub(in crate::ingest) fn sets_in(cases: &[DossierCase]) -> Part<String> {
    let lines = cases.iter().flat_map(|case| case.name.iter().chain(case.items.iter().map(|item| &item.name)));
    let mut stated: Option<&str> = None;
    for sets in lines.filter_map(|line| sets_of_line(line)) {
        if stated.is_some_and(|known| normal(known) != normal(sets)) {
            return Part::NotPublished;
        }
        stated = stated.or(Some(sets));
    }
    stated.map_or(Part::NotPublished, |sets| Part::Stated(sets.to_owned()))
}

fn sets_of_line(line: &str) -> Option<&str> {
    if line.len() > 120 {
        return None;
    }
    let (head, sets) = line.split_once(':')?;
    let head = normal(head);
    let is_head = ["so luong ho so", "so luong", "so bo ho so"].iter().any(|words| head.ends_with(words));
    (is_head && normal(sets).split(' ').any(|word| word == "bo" || word == "(bo)"))
        .then(|| sets.trim().trim_end_matches(['.', ';']))
}

/// Adds an item to the last case, or to an unnamed one.
fn push_item(cases: &mut Vec<DossierCase>, item: DossierItem) {
    if cases.is_empty() {
        cases.push(DossierCase::default());
    }
    if let Some(case) = cases.last_mut() {
        case.items.push(item);
    }
}

fn push_case(cases: &mut Vec<DossierCase>, name: &str) {
    let name = without_bullet(name);
    cases.push(DossierCase { name: (!name.is_empty()).then(|| name.to_owned()), items: Vec::new() });
}

// ---------------------------------------------------------------- national text records

fn national(text: &str, cases: &mut Vec<DossierCase>, spot: &Spot<'_>, report: &mut Report<'_>) {
    for line in super::lines::filled_lines(text) {
        if let Some(name) = case_name(line) {
            push_case(cases, name);
        } else if let Some(counts) = line.strip_prefix(QUANTITY) {
            let item = cases.last_mut().and_then(|case| case.items.last_mut());
            set_counts(item, counts, line, spot, report);
        } else if let Some(name) = item_name(line) {
            if name.is_empty() {
                report.unparsed(spot, line);
            }
            push_item(cases, DossierItem { name: name.to_owned(), ..DossierItem::default() });
        } else if !is_absent(line) {
            continue_item(cases, line);
        }
    }
}

/// The name in `[ name ]`.
fn case_name(line: &str) -> Option<&str> {
    Some(line.strip_prefix('[')?.strip_suffix(']')?.trim())
}

/// The name in `- name`; empty for a hyphen alone, which the database writes for papers that nobody named.
fn item_name(line: &str) -> Option<&str> {
    if line == "-" { Some("") } else { line.strip_prefix("- ").map(without_bullet) }
}

/// A line without a mark continues the name before it.
fn continue_item(cases: &mut Vec<DossierCase>, line: &str) {
    match cases.last_mut().and_then(|case| case.items.last_mut()) {
        Some(item) => {
            item.name.push('\n');
            item.name.push_str(line);
        }
        None => push_item(cases, DossierItem { name: line.to_owned(), ..DossierItem::default() }),
    }
}

/// Sets the quantities of `Bản chính: 1, Bản sao: 0`.
fn set_counts(item: Option<&mut DossierItem>, counts: &str, line: &str, spot: &Spot<'_>, report: &mut Report<'_>) {
    let parts = counts.split_once(", Bản sao:");
    let (Some(item), Some((originals, copies))) = (item, parts) else {
        return report.unparsed(spot, line);
    };
    item.originals = counted(originals, spot, report);
    item.copies = counted(copies, spot, report);
    mark_note(item, spot, report);
}

fn counted(words: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> Quantity {
    let quantity = quantity_of(words);
    if let Quantity::Words(words) = &quantity {
        report.add(spot, ValueProblem::BadQuantity, words);
    }
    quantity
}

/// Marks a note among the papers: no original, no copy, and words that name no paper.
///
/// Many real papers are published with `Bản chính: 0, Bản sao: 0`, so the counts alone decide nothing.
fn mark_note(item: &mut DossierItem, spot: &Spot<'_>, report: &mut Report<'_>) {
    let nothing_wanted = item.originals == Quantity::Count(0) && item.copies == Quantity::Count(0);
    if nothing_wanted && reads_like_note(&item.name) {
        item.is_note = true;
        report.add(spot, ValueProblem::NoteAsItem, &item.name);
    }
}

fn reads_like_note(name: &str) -> bool {
    if name.trim_end().ends_with(':') {
        return true;
    }
    let start: String = without_bullet(name).trim_start_matches(['+', '(', ' ']).chars().take(40).collect();
    let folded = normal(&start);
    words().note_openers.iter().any(|opener| super::lines::strip_words(&folded, opener).is_some())
}

// ---------------------------------------------------------------- our own form

fn own(text: &str, cases: &mut Vec<DossierCase>, spot: &Spot<'_>, report: &mut Report<'_>) {
    for line in list_items(text) {
        if let Some(name) = case_name(line).or_else(|| worded_case(line)) {
            push_case(cases, name);
        } else if !is_absent(line) {
            let item = own_item(without_bullet(line), spot, report);
            push_item(cases, item);
        }
    }
}

/// `Trường hợp nộp trực tuyến:` begins a case.
fn worded_case(line: &str) -> Option<&str> {
    let name = without_bullet(line).strip_suffix(':')?;
    let folded = normal(name);
    (folded.starts_with("truong hop") || folded.starts_with("doi voi")).then_some(name)
}

/// `Tờ khai | 1 | 0 | Mẫu số 1`, `Tờ khai (01 bản chính, 02 bản sao)`, or only a name.
fn own_item(line: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> DossierItem {
    if line.contains('|') {
        return barred_item(line, spot, report);
    }
    if let Some((name, bracket)) = split_last_bracket(line)
        && let Some((originals, copies)) = counts_in(bracket)
    {
        return DossierItem { name: name.to_owned(), originals, copies, ..DossierItem::default() };
    }
    let folded = normal(line);
    let is_note = ["luu y", "ghi chu", "chu y"].iter().any(|opener| folded.starts_with(opener));
    DossierItem { name: line.to_owned(), is_note, ..DossierItem::default() }
}

fn barred_item(line: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> DossierItem {
    let mut cells = line.split('|').map(str::trim);
    let mut item = DossierItem { name: cells.next().unwrap_or_default().to_owned(), ..DossierItem::default() };
    item.originals = counted(cells.next().unwrap_or_default(), spot, report);
    item.copies = counted(cells.next().unwrap_or_default(), spot, report);
    item.form = cells.next().and_then(|name| form_of_words(name.to_owned()));
    let rest = cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" | ");
    if !rest.is_empty() {
        report.unparsed(spot, &rest);
        item.name = format!("{} ({rest})", item.name);
    }
    mark_note(&mut item, spot, report);
    item
}

/// Reads `01 bản chính, 02 bản sao` to its last word.
fn counts_in(bracket: &str) -> Option<(Quantity, Quantity)> {
    let mut found = (Quantity::NotPublished, Quantity::NotPublished);
    for part in normal(bracket).replace(" va ", ",").split([',', ';', '+']) {
        let (count, what) = part.trim().split_once(' ')?;
        let count = Quantity::Count(count.parse().ok()?);
        match what.trim() {
            "ban chinh" | "ban goc" => found.0 = count,
            "ban sao" => found.1 = count,
            _ => return None,
        }
    }
    Some(found)
}

// ---------------------------------------------------------------- nested entries

/// `{ case, items }`, or one item, perhaps with the name of its case.
fn nested(mut record: Record<'_>, cases: &mut Vec<DossierCase>, report: &mut Report<'_>) {
    let case = stated(record.text(Column::Case, report));
    let items = record.take(Column::Items);
    let is_case = items.is_some();
    if is_case || case != cases.last().and_then(|last| last.name.clone()) {
        cases.push(DossierCase { name: case, items: Vec::new() });
    }
    for item in items.map(Entry::into_items).unwrap_or_default() {
        match item {
            Entry { value: Value::Map(entries), spot } => {
                let record = Record::nested(Shape::Dossier, entries, spot, report);
                if let Some(item) = nested_item(record, report) {
                    push_item(cases, item);
                }
            }
            item => {
                let Some((text, spot)) = item.into_text(report) else { continue };
                push_item(cases, own_item(without_bullet(&text), &spot, report));
            }
        }
    }
    if is_case {
        record.report_rest(report);
    } else if let Some(item) = nested_item(record, report) {
        push_item(cases, item);
    }
}

fn nested_item(mut record: Record<'_>, report: &mut Report<'_>) -> Option<DossierItem> {
    let spot = record.spot.clone();
    let mut item = DossierItem {
        name: stated(record.text(Column::Name, report)).unwrap_or_default(),
        originals: quantity(record.take(Column::Originals), report),
        copies: quantity(record.take(Column::Copies), report),
        form: record.take(Column::Form).and_then(|entry| form(entry, report)),
        is_note: false,
    };
    mark_note(&mut item, &spot, report);
    if let Some(note) = record.take(Column::IsNote) {
        nested_note(&mut item, note, report);
    }
    record.report_rest(report);
    if item.name.is_empty() {
        let column = crate::ingest::column::Schema::of(Shape::Dossier).heading(Column::Name).to_owned();
        report.add(&spot, ValueProblem::Missing { column }, "");
    }
    (!item.name.is_empty() || item.form.is_some()).then_some(item)
}

/// `note = true` marks a note; other words are remarks and stay with the name.
fn nested_note(item: &mut DossierItem, note: Entry<'_>, report: &mut Report<'_>) {
    if let Value::Text(words) = &note.value
        && !crate::ingest::words::words().answers.contains_key(&normal(words))
    {
        item.name = format!("{} ({words})", item.name);
        return;
    }
    item.is_note = answer(Some(note), report) == Some(true);
}

/// A form: its name, or `{ name, url }`.
fn form(entry: Entry<'_>, report: &mut Report<'_>) -> Option<Form> {
    match entry {
        Entry { value: Value::Map(entries), spot } => {
            let mut record = Record::nested(Shape::Form, entries, spot, report);
            let name = record.text(Column::Name, report).unwrap_or_default();
            let url = record.take(Column::Url).and_then(|entry| form_url(entry, report));
            record.report_rest(report);
            (!name.is_empty() || url.is_some()).then_some(Form { name, url })
        }
        Entry { value, .. } => form_of_words(flatten(value)),
    }
}

/// A name; an address stands for itself.
fn form_of_words(words: String) -> Option<Form> {
    if is_absent(&words) {
        return None;
    }
    let url = is_web_address(&words).then(|| words.trim().to_owned());
    Some(Form { name: words, url })
}

/// An http(s) address, or a path inside the site's folder: no scheme, no way out of the folder.
fn form_url(entry: Entry<'_>, report: &mut Report<'_>) -> Option<String> {
    let (written, spot) = entry.into_text(report)?;
    let written = written.trim();
    let is_inside = !written.contains([':', '\\', '<', '>', '"', '\n'])
        && !written.starts_with("//")
        && written.split('/').all(|part| part != "..");
    if is_web_address(written) || is_inside {
        return Some(written.to_owned());
    }
    report.add(&spot, ValueProblem::BadUrl, written);
    None
}

#[cfg(test)]
mod tests {
    use camino::Utf8PathBuf;

    use super::{national, own, sets_in};
    use crate::ingest::report::{Report, Spot};
    use crate::model::{DossierCase, Part, Quantity};
    use crate::source::{Origin, Table};

    fn read(
        text: &str,
        parse: fn(&str, &mut Vec<DossierCase>, &Spot<'_>, &mut Report<'_>),
    ) -> (Vec<DossierCase>, Vec<String>) {
        let table = Table { path: Utf8PathBuf::from("a.csv"), sheet: None, headings: Vec::new(), rows: Vec::new() };
        let mut report = Report::on(&table);
        let spot = Spot { origin: Origin::Sheet { row: 1, column: 1 }, heading: None };
        let mut cases = Vec::new();
        parse(text, &mut cases, &spot, &mut report);
        (cases, report.finish().iter().map(|found| found.code().to_string()).collect())
    }

    #[test]
    fn national_items_carry_their_counts() {
        let text = "[ Trường hợp A: ]\n    - - Đơn\n      Số lượng: Bản chính: 1, Bản sao: 2\n  [ Lưu ý ]";
        let (cases, found) = read(text, national);
        assert_eq!(cases[0].name.as_deref(), Some("Trường hợp A:"));
        assert_eq!(cases[0].items[0].name, "Đơn");
        assert_eq!(
            (&cases[0].items[0].originals, &cases[0].items[0].copies),
            (&Quantity::Count(1), &Quantity::Count(2))
        );
        assert_eq!((cases[1].items.len(), found.len()), (0, 0));
    }

    #[test]
    fn a_paper_without_counts_is_not_called_a_note() {
        let text = "- Giấy A\n  Số lượng: Bản chính: 0, Bản sao: 0\n- Trường hợp B thì C.\n  Số lượng: Bản chính: 0, Bản sao: 0";
        let (cases, found) = read(text, national);
        let notes: Vec<_> = cases[0].items.iter().map(|item| item.is_note).collect();
        assert_eq!((notes, found), (vec![false, true], vec!["CK0416".to_owned()]));
    }

    #[test]
    fn a_paper_without_a_name_keeps_its_own_counts() {
        let (cases, found) =
            read("- Đơn\n  Số lượng: Bản chính: 1, Bản sao: 0\n    -\n  Số lượng: Bản chính: 2, Bản sao: 0", national);
        assert_eq!(cases[0].items[0].originals, Quantity::Count(1));
        assert_eq!((cases[0].items[1].name.as_str(), &cases[0].items[1].originals), ("", &Quantity::Count(2)));
        assert_eq!(found, ["CK0420"]);
    }

    #[test]
    fn broken_counts_stay_words() {
        let (cases, found) = read("- A\n  Số lượng: Bản chính: một, Bản sao: 0", national);
        assert_eq!(cases[0].items[0].originals, Quantity::Words("một".to_owned()));
        assert_eq!(found, ["CK0411"]);
        assert_eq!(read("Số lượng: Bản chính: 1, Bản sao: 0", national).1, ["CK0420"]);
    }

    #[test]
    fn own_lines_state_counts_in_bars_or_brackets() {
        let text = "Tờ khai | 1 | 0 | Mẫu số 1\n- Bản sao bằng (01 bản chính và 02 bản sao)\nẢnh (4x6)\nTrường hợp ủy quyền:\nGiấy ủy quyền";
        let (cases, _) = read(text, own);
        let items = &cases[0].items;
        assert_eq!(items[0].form.as_ref().map(|form| form.name.as_str()), Some("Mẫu số 1"));
        assert_eq!((items[1].name.as_str(), &items[1].copies), ("Bản sao bằng", &Quantity::Count(2)));
        assert_eq!((items[2].name.as_str(), &items[2].originals), ("Ảnh (4x6)", &Quantity::NotPublished));
        assert_eq!(cases[1].name.as_deref(), Some("Trường hợp ủy quyền"));
    }

    #[test]
    fn the_number_of_sets_may_stand_among_the_papers() {
        let (cases, _) = read("- Đơn\n- Số lượng hồ sơ: 01 bộ.", national);
        assert_eq!(sets_in(&cases), Part::Stated("01 bộ".to_owned()));
        let (cases, _) = read("- Số lượng hồ sơ: 01 bộ.\n- Số lượng hồ sơ: 02 bộ", national);
        assert_eq!(sets_in(&cases), Part::NotPublished);
    }
}
