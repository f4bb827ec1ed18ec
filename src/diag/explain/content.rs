//! What the codes about Markdown files mean.

use super::{Bilingual, Words};

pub(super) const CK0601: Bilingual = Bilingual {
    vi: Words {
        title: "Phần khai báo đầu tệp viết sai",
        meaning: "Tệp Markdown mở đầu bằng phần khai báo đặt giữa hai dòng +++. Trong phần đó có chỗ không đúng cú \
            pháp TOML.",
        why: "Chưa đọc được tiêu đề và ngày thì bài không lên trang, nên tin đến với người dân bị chậm.",
        wrong: "+++\ntitle = Lịch tiếp công dân\n+++",
        right: "+++\ntitle = \"Lịch tiếp công dân\"\n+++",
        mend: "Sửa dòng được chỉ ra; chữ phải đặt trong dấu nháy kép.",
    },
    en: Words {
        title: "Front matter is not well formed",
        meaning: "A Markdown file begins with settings between two lines of +++. One place there is not valid TOML.",
        why: "Without title and date the page does not appear, and the news reaches citizens late.",
        wrong: "+++\ntitle = Lịch tiếp công dân\n+++",
        right: "+++\ntitle = \"Lịch tiếp công dân\"\n+++",
        mend: "Mend the line shown; text stands in double quotes.",
    },
};

pub(super) const CK0602: Bilingual = Bilingual {
    vi: Words {
        title: "Tệp thiếu phần khai báo",
        meaning: "Mỗi tệp Markdown trong thư mục content phải mở đầu bằng phần khai báo, ít nhất có tiêu đề.",
        why: "Trang không tiêu đề thì máy đọc màn hình và trang tìm kiếm không biết gọi là gì.",
        wrong: "Thông báo nghỉ lễ…",
        right: "+++\ntitle = \"Thông báo nghỉ lễ\"\n+++\nThông báo nghỉ lễ…",
        mend: "Thêm phần khai báo vào đầu tệp. Tệp không phải trang thì đưa ra khỏi thư mục content.",
    },
    en: Words {
        title: "File has no front matter",
        meaning: "Each Markdown file in the content folder begins with front matter, with a title at least.",
        why: "A page without a title cannot be named by screen readers and search engines.",
        wrong: "Thông báo nghỉ lễ…",
        right: "+++\ntitle = \"Thông báo nghỉ lễ\"\n+++\nThông báo nghỉ lễ…",
        mend: "Add front matter at the top. A file that is no page belongs outside the content folder.",
    },
};

pub(super) const CK0603: Bilingual = Bilingual {
    vi: Words {
        title: "Liên kết tới tệp không tồn tại",
        meaning: "Liên kết bắt đầu bằng @/ trỏ tới một tệp trong thư mục content, nhưng không có tệp đó.",
        why: "Người dân bấm vào sẽ gặp trang báo lỗi thay vì nội dung họ cần.",
        wrong: "[Lịch tiếp công dân](@/lich/tiep-cong-dan.md)",
        right: "[Lịch tiếp công dân](@/lich-tiep-cong-dan.md)",
        mend: "Sửa đường dẫn sau @/, tính từ thư mục content, kể cả đuôi .md.",
    },
    en: Words {
        title: "Link to a file that does not exist",
        meaning: "A link that begins with @/ points to a file in the content folder, but there is no such file.",
        why: "Citizens who follow it would meet an error page instead of what they need.",
        wrong: "[Lịch tiếp công dân](@/lich/tiep-cong-dan.md)",
        right: "[Lịch tiếp công dân](@/lich-tiep-cong-dan.md)",
        mend: "Correct the path after @/, counted from the content folder, with its .md.",
    },
};

pub(super) const CK0604: Bilingual = Bilingual {
    vi: Words {
        title: "Ngày trong phần khai báo không hợp lệ",
        meaning: "Ngày ở đầu tệp phải ghi theo thứ tự năm-tháng-ngày và là ngày có thật.",
        why: "Ngày quyết định thứ tự tin và cho người dân biết thông báo còn mới hay đã cũ.",
        wrong: "date = \"21/11/2026\"",
        right: "date = 2026-11-21",
        mend: "Ghi lại ngày, không đặt trong dấu nháy.",
    },
    en: Words {
        title: "Date in front matter is not valid",
        meaning: "The date at the top of a file is written year-month-day and must exist.",
        why: "The date orders the news and tells citizens whether a notice is recent.",
        wrong: "date = \"21/11/2026\"",
        right: "date = 2026-11-21",
        mend: "Write the date again, without quotes.",
    },
};

pub(super) const CK0605: Bilingual = Bilingual {
    vi: Words {
        title: "Mã lệnh trong bài đã bị bỏ",
        meaning: "Bài có mã lệnh (script), thường do chép từ trang khác. Chương trình bỏ mã này đi và giữ phần còn \
            lại.",
        why: "Mã lạ có thể theo dõi hoặc lừa người dân; chính sách bảo mật của trang không cho chạy mã trong bài.",
        wrong: "<script src=\"https://example.com/dem.js\"></script>",
        right: "[Xem video hướng dẫn](https://example.com/video)",
        mend: "Xóa mã lệnh khỏi bài; thay bằng một liên kết nếu cần.",
    },
    en: Words {
        title: "Script in the text was removed",
        meaning: "The text holds a script, most often copied from another site. The program removes it and keeps the \
            rest.",
        why: "Foreign code can track or deceive citizens, and the site's security policy does not run code inside \
            texts.",
        wrong: "<script src=\"https://example.com/count.js\"></script>",
        right: "[Watch the guide](https://example.com/video)",
        mend: "Delete the script, and put a link in its place if one is needed.",
    },
};
