//! The Excel templates of registers, made from what describes their kinds.

use rust_xlsxwriter::XlsxError;

use crate::kinds::{Column as KindColumn, ColumnType, Kind};

use super::forms::{self, Column};

/// Longest list of choices that Excel takes, in characters.
const LONGEST_LIST: usize = 250;

/// The file name of a template.
pub(super) fn file(kind: &Kind) -> String {
    format!("so-{}.xlsx", kind.id)
}

/// The template of a kind: every column but those of personal data, which have no place in a site's folder.
pub(super) fn workbook(kind: &Kind) -> Result<Vec<u8>, XlsxError> {
    let asked: Vec<&KindColumn> = kind.columns.iter().filter(|column| !column.personal).collect();
    let notes: Vec<String> = asked.iter().map(|column| note(column)).collect();
    let choices: Vec<Vec<&str>> = asked.iter().map(|column| choices(column)).collect();
    let columns = asked.iter().zip(&notes).zip(&choices).map(|((column, note), choices)| Column {
        heading: &column.heading.vi,
        note,
        example: "",
        width: width(column.column_type),
        choices,
    });
    forms::workbook("Dữ liệu", &columns.collect::<Vec<_>>())
}

fn note(column: &KindColumn) -> String {
    let required = if column.required { "Bắt buộc. " } else { "" };
    let own = if column.note.is_empty() { by_type(column.column_type) } else { column.note.as_str() };
    format!("{required}{own}").trim_end().to_owned()
}

const fn by_type(column_type: ColumnType) -> &'static str {
    match column_type {
        ColumnType::Date => "Ngày, dạng 31/12/2026.",
        ColumnType::Due => "Ngày, tháng, quý hoặc năm: 31/12/2026, Quý IV/2026, Năm 2026.",
        ColumnType::Time => "Giờ, dạng 07:30.",
        ColumnType::Number => "Chỉ ghi số, dấu phẩy trước phần thập phân.",
        ColumnType::Percent => "Tỷ lệ phần trăm: 95,5.",
        ColumnType::Money => "Số tiền, đơn vị đồng.",
        ColumnType::Flag => "Ghi Có hoặc Không.",
        ColumnType::Choice => "Chọn trong danh sách.",
        ColumnType::Link => "Địa chỉ bắt đầu bằng https://, hoặc tệp trong thư mục static.",
        ColumnType::List => "Mỗi mục một dòng trong ô (Alt + Enter).",
        ColumnType::Procedure => "Mã thủ tục, mỗi mã một dòng trong ô.",
        ColumnType::Unit => "Tên đơn vị, hoặc mã trong tệp don-vi.",
        ColumnType::Code => "Chép đúng mã trên giấy tiếp nhận.",
        ColumnType::Record => "Số hoặc tên của bản ghi khác trong cùng sổ.",
        ColumnType::Text | ColumnType::Long => "Ghi như sẽ hiện trên trang.",
    }
}

/// The words of a drop-down list. Excel takes commas for ends of words and has no room for long lists.
fn choices(column: &KindColumn) -> Vec<&str> {
    let words = match column.column_type {
        ColumnType::Flag => vec!["Có", "Không"],
        _ => column.choices.iter().map(|choice| choice.label.vi.as_str()).collect(),
    };
    let words: Vec<&str> = words.into_iter().filter(|word| !word.contains(',')).collect();
    let length: usize = words.iter().map(|word| word.chars().count() + 1).sum();
    if length > LONGEST_LIST { Vec::new() } else { words }
}

const fn width(column_type: ColumnType) -> f64 {
    match column_type {
        ColumnType::Long => 50.0,
        ColumnType::Text | ColumnType::List => 30.0,
        ColumnType::Unit | ColumnType::Link | ColumnType::Code => 24.0,
        _ => 16.0,
    }
}

#[cfg(test)]
mod tests {
    use super::{choices, workbook};
    use crate::kinds::Kinds;

    #[test]
    fn every_kind_has_a_template() {
        for kind in Kinds::built_in().iter() {
            let bytes = workbook(kind).unwrap_or_else(|error| panic!("{}: {error}", kind.id));
            assert!(bytes.starts_with(b"PK"), "{}", kind.id);
        }
    }

    #[test]
    fn no_choice_is_cut_at_a_comma() {
        for column in Kinds::built_in().iter().flat_map(|kind| &kind.columns) {
            assert!(choices(column).iter().all(|word| !word.contains(',')), "{}", column.id);
        }
    }
}
