//! Problems with the finished site.

use super::super::{Code, Text};

/// Problems with the finished site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SiteProblem {
    /// Two pages would have the same address.
    DuplicateRoute {
        /// The address.
        route: String,
        /// What already stands there.
        first: String,
    },
    /// A link inside the site leads nowhere.
    BrokenLink {
        /// The link as written.
        target: String,
    },
    /// A link leads to a place on a page that does not exist.
    BrokenAnchor {
        /// The link as written.
        target: String,
    },
    /// A template cannot be rendered.
    Template {
        /// Its name.
        template: String,
        /// What the engine said.
        detail: String,
    },
    /// A script of the theme cannot be made part of the one for pages that are opened from a folder.
    Script {
        /// Its name.
        script: String,
        /// The piece of it that stands in the way.
        piece: String,
    },
}

impl SiteProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::DuplicateRoute { .. } => Code::Ck0701,
            Self::BrokenLink { .. } => Code::Ck0702,
            Self::BrokenAnchor { .. } => Code::Ck0703,
            Self::Template { .. } => Code::Ck0704,
            Self::Script { .. } => Code::Ck0705,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::DuplicateRoute { route, first } => text! {
                vi: "Hai trang có cùng địa chỉ {route}; trang đứng trước là {first}",
                en: "Two pages have the address {route}; the first is {first}",
                help_vi: "Đổi tên tệp hoặc mục `slug` của một trong hai trang",
                help_en: "Change the file name or the `slug` of one of the two",
            },
            Self::BrokenLink { target } => text! {
                vi: "Liên kết “{target}” không dẫn tới trang nào",
                en: "The link “{target}” leads nowhere",
                help_vi: "Sửa lại liên kết, hoặc tạo trang còn thiếu",
                help_en: "Correct the link, or make the missing page",
            },
            Self::BrokenAnchor { target } => text! {
                vi: "Liên kết “{target}” dẫn tới một vị trí không có trên trang đích",
                en: "The link “{target}” leads to a place that its page does not have",
                help_vi: "Sửa phần sau dấu # cho đúng một đề mục của trang đích",
                help_en: "Correct the part after # to a heading of that page",
            },
            Self::Template { template, detail } => text! {
                vi: "Không dựng được trang từ mẫu {template}: {detail}",
                en: "The template {template} cannot be rendered: {detail}",
                help_vi: "Sửa mẫu {template}, hoặc xóa tệp đó khỏi thư mục templates để dùng mẫu mặc định",
                help_en: "Mend {template}, or remove it from the templates folder to use the default one",
            },
            Self::Script { script, piece } => text! {
                vi: "Không đưa được kịch bản {script} vào tệp dùng khi mở trang từ thư mục, vướng ở “{piece}”",
                en: "The script {script} cannot be part of the one for pages opened from a folder, because of “{piece}”",
                help_vi: "Sửa đoạn đó trong {script}, hoặc đặt `from_disk = false` trong [search]",
                help_en: "Rewrite that piece of {script}, or set `from_disk = false` in [search]",
            },
        }
    }
}
