//! Problems of sites whose theme was written for Zola.

use super::super::{Code, Text};

/// Problems of sites whose theme was written for Zola.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeProblem {
    /// A key of the settings that Zola renamed or gave up; understood all the same.
    OldKey {
        /// The key as written.
        key: String,
        /// What takes its place today; empty where nothing does.
        now: String,
    },
    /// A key in front matter that means nothing.
    StrayKey {
        /// The key as written.
        key: String,
    },
    /// A page lacks what its section sorts by, and stands in no list.
    Unsortable {
        /// What the section sorts by.
        by: String,
    },
    /// A page names a taxonomy that the settings do not have.
    UnknownTaxonomy {
        /// The name as written.
        name: String,
    },
    /// A content file asks for a template that does not exist.
    MissingTemplate {
        /// Its name.
        template: String,
    },
    /// A template cannot be read or rendered.
    Template {
        /// Its name.
        template: String,
        /// What the engine said.
        detail: String,
        /// The page that was being made; empty where the template cannot even be read.
        page: String,
    },
    /// A shortcode in a text cannot be rendered.
    Shortcode {
        /// Its name.
        name: String,
        /// What went wrong.
        detail: String,
    },
    /// A style sheet cannot be compiled.
    Style {
        /// What the compiler said.
        detail: String,
    },
    /// A block of code names a language that the highlighter does not know; shown without colours.
    PlainCode {
        /// The language as written.
        language: String,
    },
    /// A picture that a template asked for in another size cannot be made as asked.
    Picture {
        /// What is wrong.
        detail: String,
    },
    /// The theme was written for Zola 0.23 or later, whose templates are of another kind.
    NewerZola {
        /// The first template that shows it.
        template: String,
    },
    /// A template formats a date that is not there; nothing is shown in its place.
    NoDate {
        /// The page that was being made.
        page: String,
    },
}

impl ThemeProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::OldKey { .. } => Code::Ck0801,
            Self::StrayKey { .. } => Code::Ck0802,
            Self::Unsortable { .. } => Code::Ck0803,
            Self::UnknownTaxonomy { .. } => Code::Ck0804,
            Self::MissingTemplate { .. } => Code::Ck0805,
            Self::Template { .. } => Code::Ck0806,
            Self::Shortcode { .. } => Code::Ck0807,
            Self::Style { .. } => Code::Ck0808,
            Self::PlainCode { .. } => Code::Ck0809,
            Self::NoDate { .. } => Code::Ck0810,
            Self::Picture { .. } => Code::Ck0811,
            Self::NewerZola { .. } => Code::Ck0812,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::OldKey { key, now } if now.is_empty() => text! {
                vi: "Mục cấu hình “{key}” là của Zola bản cũ, nay không còn tác dụng",
                en: "The setting “{key}” belongs to older versions of Zola and has no effect now",
                help_vi: "Xóa mục này khỏi tệp cấu hình",
                help_en: "Delete it from the settings",
            },
            Self::OldKey { key, now } => text! {
                vi: "Mục cấu hình “{key}” là của Zola bản cũ; vẫn được hiểu như “{now}”",
                en: "The setting “{key}” belongs to older versions of Zola; it is understood as “{now}”",
                help_vi: "Đổi thành “{now}”",
                help_en: "Write “{now}” instead",
            },
            Self::StrayKey { key } => text! {
                vi: "Mục “{key}” trong phần khai báo không có nghĩa gì, đã được bỏ qua",
                en: "The key “{key}” in the front matter means nothing and was passed over",
                help_vi: "Chuyển mục này vào bảng [extra] nếu giao diện cần tới, hoặc xóa đi",
                help_en: "Move it into the table [extra] if the theme wants it, or delete it",
            },
            Self::Unsortable { by } => text! {
                vi: "Chuyên mục xếp bài theo {by} nhưng bài này không có, nên bài không vào danh sách nào",
                en: "The section sorts by {by} and this page has none, so it stands in no list",
                help_vi: "Thêm {by} vào phần khai báo của bài, hoặc đổi sort_by của chuyên mục",
                help_en: "Add {by} to the front matter of the page, or change sort_by of its section",
            },
            Self::UnknownTaxonomy { name } => text! {
                vi: "Bài xếp vào cách phân loại “{name}”, nhưng tệp cấu hình không khai báo cách này",
                en: "The page uses the taxonomy “{name}”, which the settings do not declare",
                help_vi: "Thêm cách phân loại “{name}” vào mục taxonomies của tệp cấu hình, hoặc xóa khỏi bài",
                help_en: "Add “{name}” to taxonomies in the settings, or delete it from the page",
            },
            Self::MissingTemplate { template } => text! {
                vi: "Không có mẫu “{template}” trong thư mục templates của trang hay của giao diện",
                en: "Neither the site's templates folder nor the theme's holds “{template}”",
                help_vi: "Sửa mục template trong phần khai báo, hoặc tạo tệp mẫu còn thiếu",
                help_en: "Correct the key template in the front matter, or make the missing file",
            },
            Self::Template { template, detail, page } if page.is_empty() => text! {
                vi: "Không đọc được mẫu {template}: {detail}",
                en: "The template {template} cannot be read: {detail}",
                help_vi: "Sửa mẫu tại chỗ được chỉ ra",
                help_en: "Mend the template at the place shown",
            },
            Self::Template { template, detail, page } => text! {
                vi: "Không dựng được {page} từ mẫu {template}: {detail}",
                en: "{page} cannot be made from the template {template}: {detail}",
                help_vi: "Sửa mẫu, hoặc bổ sung cho trang hay cấu hình giá trị mà mẫu cần",
                help_en: "Mend the template, or give the page or the settings the value that it needs",
            },
            Self::Shortcode { name, detail } => text! {
                vi: "Không dựng được shortcode “{name}”: {detail}",
                en: "The shortcode “{name}” cannot be rendered: {detail}",
                help_vi: "Xem lại tên và các tham số trong bài, hoặc mẫu của shortcode trong templates/shortcodes",
                help_en: "Check its name and arguments in the text, or its template in templates/shortcodes",
            },
            Self::Style { detail } => text! {
                vi: "Không biên dịch được tệp Sass: {detail}",
                en: "The Sass file cannot be compiled: {detail}",
                help_vi: "Sửa tệp tại chỗ được chỉ ra",
                help_en: "Mend the file at the place shown",
            },
            Self::PlainCode { language } => text! {
                vi: "Không biết tô màu mã “{language}”; đoạn mã hiện ra không màu",
                en: "There are no colours for code in “{language}”; it is shown plain",
                help_vi: "Sửa tên ngôn ngữ sau ba dấu nháy ngược, hoặc bỏ tên đi",
                help_en: "Correct the name after the three backticks, or leave it out",
            },
            Self::Picture { detail } => text! {
                vi: "Không đổi được cỡ hình đúng như giao diện yêu cầu: {detail}",
                en: "The picture cannot be resized quite as the theme asks: {detail}",
                help_vi: "Lưu lại hình ở dạng PNG hoặc JPEG",
                help_en: "Save the picture as PNG or JPEG",
            },
            Self::NewerZola { template } => text! {
                vi: "Giao diện này viết cho Zola 0.23 trở lên (Tera 2), chương trình chưa đọc được; thấy ở mẫu {template}",
                en: "The theme was written for Zola 0.23 or later (Tera 2), which is not understood yet; {template} shows it",
                help_vi: "Dùng bản của giao diện dành cho Zola 0.22 trở về trước",
                help_en: "Take the version of the theme that was made for Zola 0.22 or earlier",
            },
            Self::NoDate { page } => text! {
                vi: "Giao diện hiện ngày ở {page}, nhưng không có ngày nào; chỗ đó để trống",
                en: "The theme shows a date on {page}, and there is none; the place is left empty",
                help_vi: "Thêm mục date vào phần khai báo của bài",
                help_en: "Add date to the front matter of the page",
            },
        }
    }
}
