//! Fees and charges: `75000 VNĐ (Lệ phí cấp mới)`, `20.000 đồng/tờ khai`, `Miễn phí`, and prose.
//!
//! The national database writes `0 VNĐ (…)` where it holds no amount. Zero is read as free only where the note says
//! so; otherwise the note is the statement, and an empty note means that nothing was published.

use super::lines::{split_outside_brackets, strip_words, without_bullet};
use super::part::is_absent;
use crate::diag::ValueProblem;
use crate::ingest::column::{Column, Shape};
use crate::ingest::record::{Entry, Record, flatten};
use crate::ingest::report::{Report, Spot};
use crate::ingest::words::{normal, words};
use crate::model::{Dong, Fee, FeeAmount, FeeKind};
use crate::source::Value;
use crate::text;

/// Below this no schedule of fees goes; an amount under it was most likely entered in thousands or another currency.
const LEAST_PLAUSIBLE: u64 = 1_000;

/// The fees of a cell: text with alternatives, a number, or nested entries.
pub(in crate::ingest) fn fees(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Vec<Fee> {
    let Some(entry) = entry else { return Vec::new() };
    let items = entry.into_items().into_iter();
    items.flat_map(|item| one_entry(item, report)).collect()
}

fn one_entry(entry: Entry<'_>, report: &mut Report<'_>) -> Vec<Fee> {
    let Entry { value, spot } = entry;
    match value {
        Value::Map(entries) => {
            let record = Record::nested(Shape::Fee, entries, spot, report);
            nested(record, report).into_iter().collect()
        }
        Value::Number(number) => vec![number_cell(number, &spot, report)],
        value => fees_of_text(&flatten(value), &spot, report),
    }
}

/// The fees of a text; alternatives stand between bars, semicolons or on lines of their own.
pub(in crate::ingest) fn fees_of_text(text: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> Vec<Fee> {
    alternatives(text)
        .into_iter()
        .filter(|alternative| !is_absent(alternative))
        .map(|alternative| stated(alternative, spot, report))
        .collect()
}

/// Cuts a text into alternatives: at bars before another `75000 VNĐ (`, and at separators outside brackets.
///
/// Semicolons and line ends cut only where every piece then states an amount; they also stand inside sentences.
fn alternatives(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices('|') {
        if raw_amount(text[at + 1..].trim_start()).is_some() {
            pieces.extend(bar_pieces(&text[start..at]));
            start = at + 1;
        }
    }
    pieces.extend(bar_pieces(&text[start..]));
    pieces.into_iter().flat_map(stated_pieces).collect()
}

fn bar_pieces(text: &str) -> Vec<&str> {
    if raw_fee(text.trim()).is_some() {
        return vec![text.trim()];
    }
    split_outside_brackets(text, |letter| letter == '|')
}

fn stated_pieces(text: &str) -> Vec<&str> {
    let pieces = split_outside_brackets(text, |letter| matches!(letter, ';' | '\n'));
    let states = |piece: &&str| is_free(piece) || text::amounts(piece).len() == 1;
    if pieces.len() > 1 && raw_amount(text).is_none() && pieces.iter().all(states) { pieces } else { vec![text] }
}

/// One alternative.
fn stated(alternative: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> Fee {
    match raw_fee(alternative) {
        Some((amount, note)) => noted(alternative, amount, note, spot, report),
        None => worded(alternative, spot, report),
    }
}

/// Splits `75000 VNĐ (note)` into amount and note. The note reaches to the last bracket, whatever it holds.
fn raw_fee(text: &str) -> Option<(u64, &str)> {
    let (amount, rest) = raw_amount(text)?;
    let note = rest.strip_prefix('(')?;
    Some((amount, note.trim_end().strip_suffix(')')?.trim()))
}

/// The amount of a text that begins `75000 VNĐ (`, and the rest from the bracket on.
fn raw_amount(text: &str) -> Option<(u64, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let amount = text[..digits].parse().ok()?;
    let rest = text[digits..].trim_start();
    let rest = ["VNĐ", "VND", "đồng", "Đồng", "đ"].iter().find_map(|unit| rest.strip_prefix(unit))?.trim_start();
    rest.starts_with('(').then_some((amount, rest))
}

/// A fee of the form `75000 VNĐ (note)`.
fn noted(text: &str, amount: u64, note: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> Fee {
    let statement = if amount == 0 { zero(note) } else { FeeAmount::Amount(Dong(amount)) };
    if statement == FeeAmount::NotPublished {
        report.add(spot, ValueProblem::FeeNotPublished, text);
    }
    let doubt = if amount == 0 { None } else { doubt(amount, note) };
    let doubtful = doubt.is_some();
    if let Some(problem) = doubt {
        report.add(spot, problem, text);
    }
    Fee { kind: kind(note), amount: statement, note: note_beside(statement, note), doubtful, text: text.to_owned() }
}

/// The note, where it says more than the statement: beside "free" the word "Không" says nothing more.
fn note_beside(statement: FeeAmount, note: &str) -> String {
    let adds = statement != FeeAmount::Free || !words().free.contains(&normal(note));
    if adds { note.to_owned() } else { String::new() }
}

/// What zero means beside this note.
fn zero(note: &str) -> FeeAmount {
    if !note.contains(|letter: char| letter.is_alphanumeric() && letter != '0') {
        FeeAmount::NotPublished
    } else if is_free(note) {
        FeeAmount::Free
    } else {
        FeeAmount::Described
    }
}

/// Why an amount and its note should be looked at by a person.
fn doubt(amount: u64, note: &str) -> Option<ValueProblem> {
    let noted = text::amounts(note);
    if let [first, ..] = noted.as_slice()
        && !noted.contains(&amount)
        && !names(note, amount)
    {
        return Some(ValueProblem::FeeContradiction {
            amount: text::format_integer(amount),
            note: text::format_integer(*first),
        });
    }
    if let Some(foreign) = foreign_amount(note, amount) {
        return Some(ValueProblem::FeeContradiction { amount: text::format_integer(amount), note: foreign });
    }
    (amount < LEAST_PLAUSIBLE && noted.is_empty())
        .then(|| ValueProblem::FeeImplausible { amount: text::format_integer(amount) })
}

/// Whether the note has the amount without a unit of money: `160.000/hộ chiếu`.
fn names(note: &str, amount: u64) -> bool {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    amount >= LEAST_PLAUSIBLE
        && note.split(|letter| !is_part(letter)).any(|number| text::parse_integer(number) == Some(amount))
}

/// The same number in dollars, where the note says so: `145 VNĐ (145 USD/thẻ)`.
fn foreign_amount(note: &str, amount: u64) -> Option<String> {
    let digits = amount.to_string();
    let (before, after) = note.split_once(&digits)?;
    let is_whole = !before.ends_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ','));
    let unit = after.trim_start();
    (is_whole && unit.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("usd"))).then(|| format!("{digits} USD"))
}

/// A fee in words, or an amount with words around it.
fn worded(text: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> Fee {
    let text = text.trim();
    if let Some(amount) = text::parse_amount(text) {
        return bare(text, amount, spot, report);
    }
    let amount = match text::amounts(text).as_slice() {
        _ if is_free(text) => FeeAmount::Free,
        [0] => FeeAmount::Described,
        [amount] => FeeAmount::Amount(Dong(*amount)),
        [] if looks_like_money(text) => {
            report.add(spot, ValueProblem::FeeUnparsed, text);
            FeeAmount::Described
        }
        _ => FeeAmount::Described,
    };
    Fee { kind: kind(text), amount, note: note_beside(amount, text), doubtful: false, text: text.to_owned() }
}

/// An amount and nothing else. A bare zero says neither "free" nor how much.
fn bare(text: &str, amount: u64, spot: &Spot<'_>, report: &mut Report<'_>) -> Fee {
    let problem = match amount {
        0 => Some(ValueProblem::FeeNotPublished),
        amount if amount < LEAST_PLAUSIBLE => {
            Some(ValueProblem::FeeImplausible { amount: text::format_integer(amount) })
        }
        _ => None,
    };
    let doubtful = problem.is_some() && amount > 0;
    if let Some(problem) = problem {
        report.add(spot, problem, text);
    }
    let statement = if amount == 0 { FeeAmount::NotPublished } else { FeeAmount::Amount(Dong(amount)) };
    Fee { kind: None, amount: statement, note: String::new(), doubtful, text: text.to_owned() }
}

fn number_cell(number: f64, spot: &Spot<'_>, report: &mut Report<'_>) -> Fee {
    match whole(number) {
        Some(amount) => {
            let mut fee = bare(&text::format_integer(amount), amount, spot, report);
            fee.text = text::format_dong(amount);
            fee
        }
        None => worded(&number.to_string(), spot, report),
    }
}

/// A number of a cell as an amount: whole, not negative, below a thousand billion.
fn whole(number: f64) -> Option<u64> {
    (number.fract() == 0.0 && (0.0..=1e12).contains(&number)).then_some(number as u64)
}

/// Whether the words say that nothing is collected, and say it for everybody.
fn is_free(words_of_fee: &str) -> bool {
    let (lead, bracket) = super::lines::split_last_bracket(words_of_fee).unwrap_or((words_of_fee, ""));
    let folded = normal(lead);
    let words = words();
    if words.free.contains(&folded) {
        return !is_limited(&normal(bracket));
    }
    let opens = words.free_openers.iter().any(|opener| strip_words(&folded, opener).is_some());
    opens && text::amounts(&folded).is_empty() && !is_limited(&normal(words_of_fee))
}

/// Whether the words limit a statement to some cases.
fn is_limited(folded: &str) -> bool {
    let padded = format!(" {folded} ");
    words().free_limits.iter().any(|limit| padded.contains(&format!(" {limit} ")))
}

/// Whether the words hold a number next to a unit of money that could not be read.
fn looks_like_money(text: &str) -> bool {
    let folded = normal(text);
    let mut words = folded.split(' ').peekable();
    while let Some(word) = words.next() {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let glued = ["d", "dong", "vnd"].iter().any(|unit| word.ends_with(unit) && word.len() > unit.len());
        let next = words.peek().is_some_and(|next| matches!(*next, "d" | "dong" | "vnd"));
        if digits > 0 && (glued || next) && !word.contains("/") {
            return true;
        }
    }
    folded.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b' ')) && !folded.is_empty()
}

/// Fee or charge, by the first words.
fn kind(words_of_fee: &str) -> Option<FeeKind> {
    let start: String = without_bullet(words_of_fee).trim_start_matches(['+', '(', ' ']).chars().take(8).collect();
    let folded = normal(&start);
    if folded == "le phi" || folded.starts_with("le phi ") {
        Some(FeeKind::Charge)
    } else if folded == "phi" || folded.starts_with("phi ") || folded.starts_with("phi:") {
        (!folded.starts_with("phi, le")).then_some(FeeKind::Fee)
    } else {
        None
    }
}

/// A nested entry: `{ kind, amount, free, note, text }`.
fn nested(mut record: Record<'_>, report: &mut Report<'_>) -> Option<Fee> {
    let kind_words = record.text(Column::Kind, report);
    let note = record.text(Column::Note, report).unwrap_or_default();
    let text = record.text(Column::Text, report);
    let is_free = super::scalar::answer(record.take(Column::Free), report) == Some(true);
    let amount = record.take(Column::Amount);
    let spot = record.spot.clone();
    record.report_rest(report);
    let mut fee = match amount {
        Some(Entry { value: Value::Number(0.0), .. }) if is_free => free(text.as_deref()),
        Some(Entry { value: Value::Number(number), spot }) => number_cell(number, &spot, report),
        Some(entry) => {
            let (words, spot) = entry.into_text(report)?;
            stated(&words, &spot, report)
        }
        None if is_free => free(text.as_deref()),
        None => stated(text.as_deref().unwrap_or(&note), &spot, report),
    };
    if is_free {
        settle_free(&mut fee, &spot, report);
    }
    fee.kind = named_kind(kind_words.as_deref()).or(fee.kind);
    keep_kind_words(&mut fee, kind_words, &spot, report);
    keep_note(&mut fee, note);
    if let Some(text) = text {
        fee.text = text;
    }
    (!fee.text.is_empty()).then_some(fee)
}

/// A fee that the source calls free by a mark of its own.
fn free(text: Option<&str>) -> Fee {
    let text = text.unwrap_or("Miễn phí").to_owned();
    Fee { kind: None, amount: FeeAmount::Free, note: String::new(), doubtful: false, text }
}

/// `free = true` beside an amount above zero contradicts it; both are shown.
fn settle_free(fee: &mut Fee, spot: &Spot<'_>, report: &mut Report<'_>) {
    match fee.amount {
        FeeAmount::Amount(Dong(amount)) => {
            fee.doubtful = true;
            let problem =
                ValueProblem::FeeContradiction { amount: text::format_integer(amount), note: "free = true".to_owned() };
            report.add(spot, problem, &fee.text);
        }
        FeeAmount::NotPublished | FeeAmount::Described => fee.amount = FeeAmount::Free,
        FeeAmount::Free => {}
    }
}

fn named_kind(words_of_kind: Option<&str>) -> Option<FeeKind> {
    match normal(words_of_kind?).as_str() {
        "phi" | "fee" => Some(FeeKind::Fee),
        "le phi" | "charge" => Some(FeeKind::Charge),
        _ => None,
    }
}

/// A kind that is neither stays in the note.
fn keep_kind_words(fee: &mut Fee, kind_words: Option<String>, spot: &Spot<'_>, report: &mut Report<'_>) {
    if let Some(words) = kind_words
        && named_kind(Some(&words)).is_none()
    {
        report.unparsed(spot, &words);
        keep_note(fee, words);
    }
}

/// Adds a note to the words that the fee already has; together they are all that the entry says.
fn keep_note(fee: &mut Fee, note: String) {
    if fee.note.is_empty() || fee.note == note {
        fee.note = note;
    } else if !note.is_empty() {
        fee.note = format!("{}; {note}", fee.note.trim_end_matches(['.', ';', ' ']));
    }
}

#[cfg(test)]
mod tests {
    use camino::Utf8PathBuf;

    use super::fees_of_text;
    use crate::ingest::report::{Report, Spot};
    use crate::model::{Dong, Fee, FeeAmount, FeeKind};
    use crate::source::{Origin, Table};

    fn read(text: &str) -> (Vec<Fee>, Vec<String>) {
        let table = Table { path: Utf8PathBuf::from("a.csv"), sheet: None, headings: Vec::new(), rows: Vec::new() };
        let mut report = Report::on(&table);
        let spot = Spot { origin: Origin::Sheet { row: 1, column: 1 }, heading: None };
        let fees = fees_of_text(text, &spot, &mut report);
        (fees, report.finish().iter().map(|found| found.code().to_string()).collect())
    }

    fn statements(text: &str) -> Vec<(FeeAmount, bool)> {
        read(text).0.into_iter().map(|fee| (fee.amount, fee.doubtful)).collect()
    }

    const fn dong(amount: u64) -> FeeAmount {
        FeeAmount::Amount(Dong(amount))
    }

    #[test]
    fn zero_is_free_only_where_the_note_says_so() {
        assert_eq!(statements("0 VNĐ ()"), [(FeeAmount::NotPublished, false)]);
        assert_eq!(statements("0 VNĐ (0)"), [(FeeAmount::NotPublished, false)]);
        for note in ["Không", "Không có.", "Miễn phí", "Không thu lệ phí", "miễn phí (Thông tư 1/2020/TT-BTC)"]
        {
            assert_eq!(statements(&format!("0 VNĐ ({note})")), [(FeeAmount::Free, false)], "{note}");
        }
        for note in [
            "Không quy định",
            "Do Hội đồng nhân dân cấp tỉnh quy định",
            "Miễn lệ phí cho người thuộc hộ nghèo",
            "Miễn phí đối với lần đầu",
            "50.000 đồng/lần",
        ] {
            assert_eq!(statements(&format!("0 VNĐ ({note})")), [(FeeAmount::Described, false)], "{note}");
        }
        assert_eq!(read("0 VNĐ ()").1, ["CK0405"]);
    }

    #[test]
    fn an_amount_that_its_note_contradicts_is_doubtful() {
        assert_eq!(statements("20 VNĐ (20.000 đồng/tờ)"), [(dong(20), true)]);
        assert_eq!(read("20 VNĐ (20.000 đồng/tờ)").1, ["CK0406"]);
        assert_eq!(read("145 VNĐ (145 USD/thẻ)").1, ["CK0406"]);
        assert_eq!(read("10 VNĐ (/bản)").1, ["CK0408"]);
        assert_eq!(statements("200000 VNĐ (200.000đ/lần; lần hai 100.000đ)"), [(dong(200_000), false)]);
        assert_eq!(statements("500 VNĐ (500 đồng/trang)"), [(dong(500), false)]);
        assert_eq!(statements("160000 VNĐ (160.000/sổ; cấp lại 320.000đ)"), [(dong(160_000), false)]);
    }

    #[test]
    fn alternatives_are_cut_at_bars_outside_brackets() {
        let text = "75000 VNĐ (Cấp mới (A | B)) | 215000 VNĐ (Cấp lại)";
        assert_eq!(statements(text), [(dong(75_000), false), (dong(215_000), false)]);
        assert_eq!(statements("3000 VNĐ (mở ngoặc ( | 5000 VNĐ (b)"), [(dong(3_000), false), (dong(5_000), false)]);
        assert_eq!(statements(" |  | "), []);
        assert_eq!(statements("Theo nghị quyết | Theo nghị quyết").len(), 2);
    }

    #[test]
    fn amounts_in_words_keep_their_words() {
        let (fees, found) = read("Lệ phí: 20.000 đồng/tờ khai");
        assert_eq!((fees[0].amount, fees[0].kind), (dong(20_000), Some(FeeKind::Charge)));
        assert_eq!((fees[0].note.as_str(), found.len()), ("Lệ phí: 20.000 đồng/tờ khai", 0));
        assert_eq!(
            statements("20.000 đồng; 10.000 đồng nếu nộp trực tuyến"),
            [(dong(20_000), false), (dong(10_000), false)]
        );
        assert_eq!(statements("Từ 10.000 đồng đến 50.000 đồng"), [(FeeAmount::Described, false)]);
        assert_eq!(statements("Không thu phí"), [(FeeAmount::Free, false)]);
    }

    #[test]
    fn money_that_cannot_be_read_is_reported() {
        assert_eq!(read("2O.OOOđ").1, ["CK0407"]);
        assert_eq!(read("Theo Thông tư 85/2019/TT-BTC").1, Vec::<String>::new());
    }

    #[test]
    fn fee_and_charge_are_told_apart_by_the_first_words() {
        let kind = |text: &str| read(text).0[0].kind;
        assert_eq!(kind("50000 VNĐ (- Phí thẩm định)"), Some(FeeKind::Fee));
        assert_eq!(kind("50000 VNĐ (Lệ phí)"), Some(FeeKind::Charge));
        assert_eq!(kind("50000 VNĐ (Phí, lệ phí)"), None);
    }
}
