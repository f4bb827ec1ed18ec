//! Problems with `config.toml` and front matter settings.

use super::super::{Code, Text};

/// Problems with `config.toml` and front matter settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigProblem {
    /// There is no `config.toml` at the root.
    Missing,
    /// The file is not valid TOML.
    Syntax {
        /// What the parser said.
        detail: String,
    },
    /// A key that means nothing here.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The known key that it resembles.
        nearest: Option<String>,
    },
    /// A key holds a value of another type.
    WrongType {
        /// The key.
        key: String,
        /// The type that belongs there, such as `string`.
        expected: &'static str,
    },
    /// A key that is needed is absent.
    MissingKey {
        /// The key.
        key: String,
    },
    /// A value outside what is allowed.
    BadValue {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
        /// What is allowed.
        allowed: String,
    },
    /// The site's colour is too pale against its background to be read.
    LowContrast {
        /// The colour as written.
        color: String,
        /// The contrast ratio found, such as `3.1`.
        ratio: String,
    },
}

impl ConfigProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Missing => Code::Ck0101,
            Self::Syntax { .. } => Code::Ck0102,
            Self::UnknownKey { .. } => Code::Ck0103,
            Self::WrongType { .. } => Code::Ck0104,
            Self::MissingKey { .. } => Code::Ck0105,
            Self::BadValue { .. } => Code::Ck0106,
            Self::LowContrast { .. } => Code::Ck0107,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Missing => text! {
                vi: "Không tìm thấy tệp config.toml ở thư mục gốc của trang",
                en: "There is no config.toml at the root of the site",
                help_vi: "Chuyển vào đúng thư mục của trang rồi chạy lại, hoặc chạy `congkhai init` để tạo trang mới",
                help_en: "Run the command in the site's own folder, or run `congkhai init` to make a new site",
            },
            Self::Syntax { detail } => text! {
                vi: "Tệp cấu hình viết sai cú pháp TOML: {detail}",
                en: "The settings are not valid TOML: {detail}",
                help_vi: "Sửa tại dòng được chỉ ra; giá trị chữ phải đặt trong dấu nháy kép",
                help_en: "Mend the line shown; text values stand in double quotes",
            },
            Self::UnknownKey { key, nearest: Some(nearest) } => text! {
                vi: "Mục “{key}” không có ý nghĩa ở đây nên bị bỏ qua",
                en: "The key “{key}” means nothing here and is ignored",
                help_vi: "Có phải “{nearest}”? Nếu đúng, sửa lại tên mục",
                help_en: "Did you mean “{nearest}”? If so, correct the name",
            },
            Self::UnknownKey { key, nearest: None } => text! {
                vi: "Mục “{key}” không có ý nghĩa ở đây nên bị bỏ qua",
                en: "The key “{key}” means nothing here and is ignored",
                help_vi: "Xóa mục này, hoặc chuyển vào bảng [extra] nếu là dữ liệu riêng của giao diện",
                help_en: "Remove the key, or move it to the [extra] table if the theme needs it",
            },
            Self::WrongType { key, expected } => {
                let expected_vi = type_in_vietnamese(expected);
                text! {
                    vi: "Giá trị của mục “{key}” không đúng kiểu: cần {expected_vi}",
                    en: "The value of “{key}” has the wrong type: a value of type {expected} belongs here",
                    help_vi: "Viết lại giá trị của “{key}” thành {expected_vi}",
                    help_en: "Write “{key}” as a value of type {expected}",
                }
            }
            Self::MissingKey { key } => text! {
                vi: "Thiếu mục bắt buộc “{key}”",
                en: "The key “{key}” is needed but absent",
                help_vi: "Thêm mục “{key}” cùng giá trị của nó vào tệp",
                help_en: "Add “{key}” with its value to the file",
            },
            Self::BadValue { key, value, allowed } => text! {
                vi: "Giá trị “{value}” của mục “{key}” không được chấp nhận",
                en: "The value “{value}” of “{key}” is not allowed",
                help_vi: "Đổi thành giá trị được phép: {allowed}",
                help_en: "Change it to an allowed value: {allowed}",
            },
            Self::LowContrast { color, ratio } => {
                let ratio_vi = ratio.replace('.', ",");
                text! {
                    vi: "Màu {color} quá nhạt: độ tương phản với nền chỉ đạt {ratio_vi}:1 nên chữ khó đọc",
                    en: "The colour {color} is too pale: its contrast with the background is only {ratio}:1",
                    help_vi: "Chọn màu đậm hơn để đạt ít nhất 4,5:1, ví dụ #0b5394",
                    help_en: "Choose a darker colour that reaches at least 4.5:1, such as #0b5394",
                }
            }
        }
    }
}

/// The Vietnamese words for a TOML type; a name that is not known here is given as it is.
fn type_in_vietnamese(name: &'static str) -> &'static str {
    match name {
        "string" => "chữ đặt trong dấu nháy kép",
        "integer" => "số nguyên",
        "float" | "number" => "số",
        "boolean" | "bool" => "true hoặc false",
        "array" | "list" => "danh sách trong dấu ngoặc vuông",
        "table" => "bảng các mục",
        "date" | "datetime" => "ngày dạng 2026-11-21",
        other => other,
    }
}
