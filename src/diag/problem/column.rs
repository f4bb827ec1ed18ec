//! Problems with headings and layouts.

use super::super::{Code, Text};

/// Problems with headings and layouts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnProblem {
    /// No row with known headings was found.
    NoHeader,
    /// A heading that no column knows.
    Unknown {
        /// The heading as written.
        heading: String,
        /// The known heading that it resembles.
        nearest: Option<String>,
    },
    /// A column that every record needs is absent.
    Missing {
        /// Vietnamese heading of the column.
        column: String,
    },
    /// Two headings mean the same column; the first is used.
    Duplicate {
        /// The second heading.
        heading: String,
        /// The first heading.
        first: String,
    },
    /// A layout name that does not exist.
    UnknownLayout {
        /// The name as written.
        layout: String,
        /// The names that exist.
        known: String,
    },
    /// A kind of record that does not exist.
    UnknownKind {
        /// The kind as written.
        kind: String,
        /// The kinds that exist.
        known: String,
    },
    /// An entry of `[data.columns]` names a heading that the file does not have.
    UnmatchedMapping {
        /// The heading as written in the mapping.
        heading: String,
    },
    /// An entry of `[data.columns]` maps to a column that does not exist.
    UnknownTarget {
        /// The name as written.
        target: String,
        /// The known name that it resembles.
        nearest: Option<String>,
    },
}

impl ColumnProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::NoHeader => Code::Ck0301,
            Self::Unknown { .. } => Code::Ck0302,
            Self::Missing { .. } => Code::Ck0303,
            Self::Duplicate { .. } => Code::Ck0304,
            Self::UnknownLayout { .. } => Code::Ck0305,
            Self::UnknownKind { .. } => Code::Ck0306,
            Self::UnmatchedMapping { .. } => Code::Ck0307,
            Self::UnknownTarget { .. } => Code::Ck0308,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NoHeader => text! {
                vi: "Không tìm thấy dòng tiêu đề có các cột quen thuộc",
                en: "No row with known headings was found",
                help_vi: "Đặt tên cột như trong tệp mẫu của `congkhai init`, hoặc khai báo các cột ở [data.columns]",
                help_en: "Name the columns as in the template of `congkhai init`, or declare them in [data.columns]",
            },
            Self::Unknown { heading, nearest: Some(nearest) } => text! {
                vi: "Không nhận ra cột “{heading}”",
                en: "The column “{heading}” is not known",
                help_vi: "Có phải cột “{nearest}”? Nếu đúng, sửa lại tên cột",
                help_en: "Did you mean “{nearest}”? If so, correct the heading",
            },
            Self::Unknown { heading, nearest: None } => text! {
                vi: "Không nhận ra cột “{heading}”",
                en: "The column “{heading}” is not known",
                help_vi: "Đặt tên cột như trong tệp mẫu, hoặc khai báo cột này ở [data.columns]",
                help_en: "Name the column as in the template, or declare it in [data.columns]",
            },
            Self::Missing { column } => text! {
                vi: "Thiếu cột bắt buộc “{column}”",
                en: "The column “{column}” is needed but absent",
                help_vi: "Thêm cột “{column}” vào bảng và điền đủ các dòng",
                help_en: "Add the column “{column}” and fill it for every row",
            },
            Self::Duplicate { heading, first } => text! {
                vi: "Cột “{heading}” trùng nghĩa với cột “{first}” đứng trước; chỉ dùng cột đứng trước",
                en: "The column “{heading}” means the same as “{first}” before it; the first is used",
                help_vi: "Xóa cột “{heading}”, hoặc đổi tên nếu cột chứa nội dung khác",
                help_en: "Remove the column “{heading}”, or rename it if it holds something else",
            },
            Self::UnknownLayout { layout, known } => text! {
                vi: "Không có mẫu bảng nào tên “{layout}”",
                en: "There is no layout named “{layout}”",
                help_vi: "Ghi một trong các mẫu bảng: {known}",
                help_en: "Use one of these layouts: {known}",
            },
            Self::UnknownKind { kind, known } => text! {
                vi: "Không có loại dữ liệu nào tên “{kind}”",
                en: "There is no kind of record named “{kind}”",
                help_vi: "Ghi một trong các loại dữ liệu: {known}",
                help_en: "Use one of these kinds: {known}",
            },
            Self::UnmatchedMapping { heading } => text! {
                vi: "[data.columns] nêu cột “{heading}”, nhưng tệp dữ liệu không có cột này",
                en: "[data.columns] names the heading “{heading}”, which the file does not have",
                help_vi: "Chép đúng tên cột trong tệp dữ liệu vào [data.columns]",
                help_en: "Copy the heading into [data.columns] exactly as the file has it",
            },
            Self::UnknownTarget { target, nearest: Some(nearest) } => text! {
                vi: "[data.columns] gán vào “{target}”, nhưng không có cột nào tên như vậy",
                en: "[data.columns] maps to “{target}”, but no such column exists",
                help_vi: "Có phải “{nearest}”? Nếu đúng, sửa lại trong [data.columns]",
                help_en: "Did you mean “{nearest}”? If so, correct [data.columns]",
            },
            Self::UnknownTarget { target, nearest: None } => text! {
                vi: "[data.columns] gán vào “{target}”, nhưng không có cột nào tên như vậy",
                en: "[data.columns] maps to “{target}”, but no such column exists",
                help_vi: "Ghi tên một cột có trong tệp mẫu của `congkhai init`",
                help_en: "Name a column of the template that `congkhai init` makes",
            },
        }
    }
}
