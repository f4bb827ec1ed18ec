//! What the codes about sites with a theme written for Zola mean.

use super::{Bilingual, Words};

/// The words of a code, one line for each.
macro_rules! words {
    ($title:literal, $meaning:literal, $why:literal, $wrong:literal, $right:literal, $mend:literal $(,)?) => {
        Words { title: $title, meaning: $meaning, why: $why, wrong: $wrong, right: $right, mend: $mend }
    };
}

pub(super) const CK0801: Bilingual = Bilingual {
    vi: words!(
        "Mục cấu hình của Zola bản cũ",
        "Tệp cấu hình dùng một mục mà Zola đã đổi tên hoặc bỏ. Mục đó vẫn được hiểu theo nghĩa mới.",
        "Nhiều giao diện có sẵn còn viết theo bản cũ; dừng lại vì một cái tên thì người dùng không dựng nổi trang.",
        "generate_feed = true",
        "generate_feeds = true",
        "Đổi sang tên mới được nêu.",
    ),
    en: words!(
        "Setting of an older Zola",
        "The settings hold a key that Zola has renamed or given up. It is understood in its new meaning.",
        "Many themes are still written for older versions, and a name is no reason to refuse a whole site.",
        "generate_feed = true",
        "generate_feeds = true",
        "Use the new name that is shown.",
    ),
};

pub(super) const CK0802: Bilingual = Bilingual {
    vi: words!(
        "Mục lạ trong phần khai báo",
        "Phần khai báo của một tệp trong thư mục content có mục mà Zola không biết.",
        "Mục bị viết sai tên sẽ không có tác dụng mà không ai hay.",
        "categorie = \"Tin\"",
        "[extra]\ncategorie = \"Tin\"",
        "Sửa tên, hoặc chuyển vào bảng [extra] để giao diện đọc được.",
    ),
    en: words!(
        "Stray key in front matter",
        "The front matter of a file in the content folder holds a key that Zola does not know.",
        "A misspelt key has no effect, and nobody would notice.",
        "categorie = \"News\"",
        "[extra]\ncategorie = \"News\"",
        "Correct the name, or move it into the table [extra], where themes can read it.",
    ),
};

pub(super) const CK0803: Bilingual = Bilingual {
    vi: words!(
        "Bài không xếp được thứ tự",
        "Chuyên mục xếp bài theo ngày, tiêu đề hay trọng số, mà bài này không có giá trị đó.",
        "Bài không nằm trong danh sách nào thì người dân khó tìm thấy.",
        "+++\ntitle = \"Thông báo\"\n+++",
        "+++\ntitle = \"Thông báo\"\ndate = 2026-11-21\n+++",
        "Bổ sung giá trị còn thiếu, hoặc đổi sort_by của chuyên mục.",
    ),
    en: words!(
        "Page that cannot be sorted",
        "A section sorts its pages by date, title or weight, and this page has no such value.",
        "A page that stands in no list is hard for citizens to find.",
        "+++\ntitle = \"Notice\"\n+++",
        "+++\ntitle = \"Notice\"\ndate = 2026-11-21\n+++",
        "Add the missing value, or change sort_by of the section.",
    ),
};

pub(super) const CK0804: Bilingual = Bilingual {
    vi: words!(
        "Cách phân loại chưa khai báo",
        "Bài viết xếp vào một cách phân loại (như tags) mà tệp cấu hình không có.",
        "Bài không hiện ở trang phân loại nào, nên thiếu một đường để tìm tới.",
        "[taxonomies]\nthe = [\"đất đai\"]",
        "# config.toml\ntaxonomies = [{ name = \"the\" }]",
        "Khai báo cách phân loại trong cấu hình, hoặc xóa khỏi bài.",
    ),
    en: words!(
        "Undeclared taxonomy",
        "A page is filed under a taxonomy (such as tags) that the settings do not have.",
        "The page appears on no page of that taxonomy, so one way of finding it is missing.",
        "[taxonomies]\nlabels = [\"land\"]",
        "# config.toml\ntaxonomies = [{ name = \"labels\" }]",
        "Declare the taxonomy in the settings, or delete it from the page.",
    ),
};

pub(super) const CK0805: Bilingual = Bilingual {
    vi: words!(
        "Không có mẫu được nêu tên",
        "Phần khai báo của một tệp yêu cầu một mẫu không có trong thư mục templates.",
        "Không có mẫu thì không dựng được trang.",
        "template = \"trang-gioi-thieu.html\"",
        "template = \"page.html\"",
        "Sửa tên mẫu, hoặc tạo tệp mẫu.",
    ),
    en: words!(
        "Named template does not exist",
        "The front matter of a file asks for a template that is not in the templates folder.",
        "Without its template the page cannot be made.",
        "template = \"abuot.html\"",
        "template = \"about.html\"",
        "Correct the name, or make the template.",
    ),
};

pub(super) const CK0806: Bilingual = Bilingual {
    vi: words!(
        "Mẫu của giao diện bị lỗi",
        "Một mẫu viết sai cú pháp, hoặc dùng giá trị không có trên trang đang dựng.",
        "Thà giữ trang cũ còn hơn đưa tới người dân một trang thiếu nội dung.",
        "{{ page.tittle }}",
        "{{ page.title }}",
        "Sửa mẫu tại chỗ được chỉ ra, hoặc bổ sung giá trị cho bài.",
    ),
    en: words!(
        "Template of the theme fails",
        "A template is not well formed, or uses a value that the page being made does not have.",
        "Keeping the old publication is better than giving citizens a page with parts missing.",
        "{{ page.tittle }}",
        "{{ page.title }}",
        "Mend the template at the place shown, or add the value to the page.",
    ),
};

pub(super) const CK0807: Bilingual = Bilingual {
    vi: words!(
        "Shortcode bị lỗi",
        "Bài viết gọi một shortcode không có mẫu, hoặc mẫu của nó không dựng được với các tham số đã cho.",
        "Chỗ gọi shortcode thường là hình, bảng hay video; thiếu nó thì bài không còn đủ ý.",
        "{{ youtub(id=\"…\") }}",
        "{{ youtube(id=\"…\") }}",
        "Sửa tên hay tham số trong bài, hoặc mẫu trong templates/shortcodes.",
    ),
    en: words!(
        "Shortcode fails",
        "A text calls a shortcode that has no template, or its template fails with the arguments given.",
        "Shortcodes stand for pictures, tables and videos; without them the text is incomplete.",
        "{{ youtub(id=\"…\") }}",
        "{{ youtube(id=\"…\") }}",
        "Correct the name or the arguments in the text, or the template in templates/shortcodes.",
    ),
};

pub(super) const CK0808: Bilingual = Bilingual {
    vi: words!(
        "Tệp Sass bị lỗi",
        "Một tệp trong thư mục sass không biên dịch được thành CSS.",
        "Trang không có kiểu trình bày thì khó đọc, nhất là trên điện thoại.",
        "a { color: $chinh; }",
        "$chinh: #0b5394;\na { color: $chinh; }",
        "Sửa tệp tại chỗ được chỉ ra.",
    ),
    en: words!(
        "Sass file fails",
        "A file in the folder sass cannot be compiled to CSS.",
        "Pages without their style are hard to read, on telephones above all.",
        "a { color: $main; }",
        "$main: #0b5394;\na { color: $main; }",
        "Mend the file at the place shown.",
    ),
};

pub(super) const CK0809: Bilingual = Bilingual {
    vi: words!(
        "Đoạn mã không tô màu được",
        "Một đoạn mã trong bài ghi tên ngôn ngữ mà bộ tô màu không biết.",
        "Chữ vẫn đọc được, chỉ thiếu màu; có thể tên ngôn ngữ bị viết sai.",
        "```jsn",
        "```json",
        "Sửa tên ngôn ngữ, hoặc bỏ tên đi.",
    ),
    en: words!(
        "Code without colours",
        "A block of code names a language that the highlighter does not know.",
        "The text can be read, only colours are missing; the name may be misspelt.",
        "```jsn",
        "```json",
        "Correct the name of the language, or leave it out.",
    ),
};

pub(super) const CK0810: Bilingual = Bilingual {
    vi: words!(
        "Giao diện cần ngày mà trang không có",
        "Mẫu của giao diện ghi ngày của bài, nhưng bài không có mục date. Zola dừng lại ở đây; chương trình này để \
         trống chỗ đó.",
        "Trang hướng dẫn hay trang giới thiệu thường không có ngày, và vẫn phải lên được.",
        "+++\ntitle = \"Giới thiệu\"\n+++",
        "+++\ntitle = \"Giới thiệu\"\ndate = 2026-11-21\n+++",
        "Thêm ngày cho bài, hoặc để nguyên nếu chỗ trống không gây hiểu lầm.",
    ),
    en: words!(
        "The theme wants a date that is not there",
        "A template of the theme shows the date of a page that has none. Zola stops here; this program leaves the \
         place empty.",
        "Guides and pages about the office often have no date, and must appear all the same.",
        "+++\ntitle = \"About us\"\n+++",
        "+++\ntitle = \"About us\"\ndate = 2026-11-21\n+++",
        "Give the page a date, or leave it if the empty place misleads nobody.",
    ),
};

pub(super) const CK0811: Bilingual = Bilingual {
    vi: words!(
        "Hình không đổi được cỡ",
        "Giao diện yêu cầu một hình ở cỡ hay dạng khác, mà chương trình không làm được đúng như vậy.",
        "Hình hỏng để lại chỗ trống trên trang.",
        "anh-bia.psd",
        "anh-bia.jpg",
        "Mở hình bằng phần mềm xem ảnh và lưu lại ở dạng PNG hoặc JPEG.",
    ),
    en: words!(
        "Picture cannot be resized",
        "The theme asks for a picture in another size or form, and it cannot be made quite so.",
        "A broken picture leaves a hole in the page.",
        "cover.psd",
        "cover.jpg",
        "Open the picture in a viewer and save it as PNG or JPEG.",
    ),
};

pub(super) const CK0812: Bilingual = Bilingual {
    vi: words!(
        "Giao diện viết cho Zola 0.23 trở lên",
        "Từ bản 0.23, Zola dùng ngôn ngữ mẫu Tera 2, khác hẳn Tera 1. Chương trình đọc giao diện viết cho Zola 0.22 trở về \
         trước. Không trang nào được dựng.",
        "Mẫu của Tera 2 đọc theo Tera 1 chỉ cho ra hàng loạt lỗi khó hiểu.",
        "{% component the(chu) %}…{% endcomponent the %}",
        "{% macro the(chu) %}…{% endmacro the %}",
        "Lấy bản cũ hơn của giao diện (xem min_version trong theme.toml, hoặc các thẻ phiên bản của kho mã).",
    ),
    en: words!(
        "Theme for Zola 0.23 or later",
        "Since 0.23 Zola uses the template language Tera 2, which differs much from Tera 1. This program reads themes for \
         Zola up to 0.22. No page is made.",
        "Templates of Tera 2, read as Tera 1, give nothing but a long row of errors that help nobody.",
        "{% component card(words) %}…{% endcomponent card %}",
        "{% macro card(words) %}…{% endmacro card %}",
        "Take an older version of the theme (see min_version in its theme.toml, or the tags of its repository).",
    ),
};
