//! Problems with Markdown files and their front matter.

use super::super::{Code, Text};

/// Problems with Markdown files and their front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContentProblem {
    /// Front matter that cannot be parsed.
    FrontMatter {
        /// What the parser said.
        detail: String,
    },
    /// A content file without front matter.
    NoFrontMatter,
    /// An `@/` link to a content file that does not exist.
    BrokenLink {
        /// The link as written.
        target: String,
    },
    /// A date in front matter that is not a date.
    BadDate {
        /// The value as written.
        value: String,
    },
    /// Script in Markdown, which the site's security policy would not run; removed.
    ScriptRemoved,
}

impl ContentProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::FrontMatter { .. } => Code::Ck0601,
            Self::NoFrontMatter => Code::Ck0602,
            Self::BrokenLink { .. } => Code::Ck0603,
            Self::BadDate { .. } => Code::Ck0604,
            Self::ScriptRemoved => Code::Ck0605,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::FrontMatter { detail } => text! {
                vi: "Phần khai báo ở đầu tệp viết sai: {detail}",
                en: "The front matter is not well formed: {detail}",
                help_vi: "Sửa tại dòng được chỉ ra; giá trị chữ phải đặt trong dấu nháy kép",
                help_en: "Mend the line shown; text values stand in double quotes",
            },
            Self::NoFrontMatter => text! {
                vi: "Tệp thiếu phần khai báo ở đầu",
                en: "The file has no front matter",
                help_vi: "Thêm vào đầu tệp ba dòng: +++, title = \"Tên trang\", +++",
                help_en: "Begin the file with three lines: +++, title = \"Name of the page\", +++",
            },
            Self::BrokenLink { target } => text! {
                vi: "Liên kết “{target}” trỏ tới tệp không tồn tại",
                en: "The link “{target}” points to a file that does not exist",
                help_vi: "Sửa phần sau @/ cho đúng đường dẫn của tệp trong thư mục content",
                help_en: "Correct the part after @/ to the path of a file in the content folder",
            },
            Self::BadDate { value } => text! {
                vi: "“{value}” không phải là ngày",
                en: "“{value}” is not a date",
                help_vi: "Ghi năm-tháng-ngày, ví dụ 2026-11-21",
                help_en: "Write year-month-day, such as 2026-11-21",
            },
            Self::ScriptRemoved => text! {
                vi: "Bài viết có mã lệnh (script); mã này đã bị bỏ vì trang không cho phép chạy",
                en: "The text holds a script; it has been removed, since the site would not run it",
                help_vi: "Xóa mã lệnh khỏi bài; muốn dẫn tới video hay bản đồ thì đặt liên kết",
                help_en: "Delete the script; to show a video or a map, link to it",
            },
        }
    }
}
