//! What the codes about `config.toml` and settings mean.

use super::{Bilingual, Words};

pub(super) const CK0101: Bilingual = Bilingual {
    vi: Words {
        title: "Thiếu tệp config.toml",
        meaning: "Thư mục đang làm việc không có tệp config.toml. Tệp này ghi địa chỉ trang và tên đơn vị.",
        why: "Thiếu tệp, chương trình không biết phải công khai thông tin của đơn vị nào, nên dừng lại chứ không \
            đoán.",
        wrong: "C:\\TaiLieu> congkhai build",
        right: "C:\\TaiLieu\\trang-xa> congkhai build",
        mend: "Chuyển vào đúng thư mục của trang rồi chạy lại. Nếu chưa có trang, chạy `congkhai init trang-xa`.",
    },
    en: Words {
        title: "No config.toml",
        meaning: "The folder in which the command runs has no config.toml. That file states the address of the site \
            and the name of the unit.",
        why: "Without it the program cannot know whose information it publishes, so it stops instead of guessing.",
        wrong: "C:\\Documents> congkhai build",
        right: "C:\\Documents\\my-site> congkhai build",
        mend: "Change to the folder of the site and run again. If there is no site yet, run `congkhai init my-site`.",
    },
};

pub(super) const CK0102: Bilingual = Bilingual {
    vi: Words {
        title: "Tệp cấu hình sai cú pháp",
        meaning: "Tệp cấu hình theo định dạng TOML: mỗi dòng một mục, tên và giá trị cách nhau bằng dấu bằng. Có một \
            chỗ không theo đúng quy tắc này.",
        why: "Không đọc được cấu hình thì không dựng được trang; trang đang công bố vẫn giữ nguyên, người dân không \
            bị ảnh hưởng.",
        wrong: "title = Xã Bình Yên",
        right: "title = \"Xã Bình Yên\"",
        mend: "Sửa dòng được chỉ ra. Lỗi thường gặp là quên dấu nháy kép quanh chữ hoặc quên đóng ngoặc vuông.",
    },
    en: Words {
        title: "Settings are not valid TOML",
        meaning: "Settings are written in TOML: one key a line, an equals sign between name and value. One place \
            does not follow this form.",
        why: "The site cannot be built without its settings. What is already published stays as it is, so citizens \
            notice nothing.",
        wrong: "title = Xã Bình Yên",
        right: "title = \"Xã Bình Yên\"",
        mend: "Mend the line shown. Most often the quotes around a text or a closing bracket are missing.",
    },
};

pub(super) const CK0103: Bilingual = Bilingual {
    vi: Words {
        title: "Mục cấu hình không có ý nghĩa",
        meaning: "Tên mục này không phải là mục mà chương trình biết, nên giá trị của nó bị bỏ qua. Thường là do gõ \
            nhầm một chữ.",
        why: "Một mục gõ sai tên sẽ mất tác dụng mà không ai hay: ví dụ địa chỉ trang ghi sai làm các liên kết gửi \
            cho người dân không mở được.",
        wrong: "base_ulr = \"https://xa.example.vn\"",
        right: "base_url = \"https://xa.example.vn\"",
        mend: "Sửa tên theo gợi ý. Dữ liệu riêng của giao diện thì đặt trong bảng [extra].",
    },
    en: Words {
        title: "Setting that means nothing",
        meaning: "The program does not know a key of this name and ignores its value. Most often a letter was \
            mistyped.",
        why: "A mistyped setting has no effect and nobody notices: with a wrong site address, for one, links sent to \
            citizens do not open.",
        wrong: "base_ulr = \"https://xa.example.vn\"",
        right: "base_url = \"https://xa.example.vn\"",
        mend: "Correct the name as suggested. What only the theme needs belongs in the [extra] table.",
    },
};

pub(super) const CK0104: Bilingual = Bilingual {
    vi: Words {
        title: "Giá trị cấu hình sai kiểu",
        meaning: "Mục này cần một kiểu giá trị khác: chữ, số, true hoặc false, danh sách hay ngày. Chữ đặt trong dấu \
            nháy kép; số và true, false thì không.",
        why: "Chương trình không tự đổi kiểu, vì đổi sai sẽ công bố điều mà đơn vị không định công bố.",
        wrong: "generate_feeds = \"true\"",
        right: "generate_feeds = true",
        mend: "Viết lại giá trị theo kiểu được nêu trong thông báo.",
    },
    en: Words {
        title: "Setting of the wrong type",
        meaning: "The key needs another type of value: text, number, true or false, list or date. Text stands in \
            double quotes; numbers, true and false do not.",
        why: "The program does not convert by itself, since a wrong conversion would publish what the unit did not \
            mean.",
        wrong: "generate_feeds = \"true\"",
        right: "generate_feeds = true",
        mend: "Write the value in the type that the message names.",
    },
};

pub(super) const CK0105: Bilingual = Bilingual {
    vi: Words {
        title: "Thiếu mục cấu hình bắt buộc",
        meaning: "Mục này chưa có trong tệp, mà thiếu nó thì không dựng được trang.",
        why: "Các mục bắt buộc cho người dân biết trang của ai và nằm ở địa chỉ nào; chương trình không thể tự nghĩ \
            ra.",
        wrong: "title = \"Xã Bình Yên\"",
        right: "title = \"Xã Bình Yên\"\nbase_url = \"https://xa.example.vn\"",
        mend: "Thêm mục còn thiếu vào tệp, rồi chạy lại.",
    },
    en: Words {
        title: "Needed setting is absent",
        meaning: "The file lacks a key without which the site cannot be built.",
        why: "The needed settings tell citizens whose site it is and where it stands. The program cannot invent \
            them.",
        wrong: "title = \"Xã Bình Yên\"",
        right: "title = \"Xã Bình Yên\"\nbase_url = \"https://xa.example.vn\"",
        mend: "Add the missing key to the file and run again.",
    },
};

pub(super) const CK0106: Bilingual = Bilingual {
    vi: Words {
        title: "Giá trị cấu hình không được phép",
        meaning: "Mục này chỉ nhận một số giá trị nhất định, và giá trị đang ghi không nằm trong số đó.",
        why: "Giá trị sai có thể làm trang khó dùng: ghi sai mã ngôn ngữ thì máy đọc màn hình của người khiếm thị \
            đọc tiếng Việt bằng giọng nước khác.",
        wrong: "default_language = \"vn\"",
        right: "default_language = \"vi\"",
        mend: "Chọn một trong các giá trị được nêu trong gợi ý.",
    },
    en: Words {
        title: "Setting outside what is allowed",
        meaning: "The key takes certain values only, and the one written is not among them.",
        why: "A wrong value can make the site hard to use: with a wrong language code, a blind reader's program \
            speaks Vietnamese in a foreign voice.",
        wrong: "default_language = \"vn\"",
        right: "default_language = \"vi\"",
        mend: "Choose one of the values that the help lists.",
    },
};

pub(super) const CK0107: Bilingual = Bilingual {
    vi: Words {
        title: "Màu quá nhạt, khó đọc",
        meaning: "Màu chủ đạo quá gần với màu nền nên chữ khó đọc. Độ tương phản phải đạt ít nhất 4,5:1.",
        why: "Người cao tuổi và người xem điện thoại ngoài trời nắng không đọc được chữ nhạt. Mức 4,5:1 là mức AA \
            của tiêu chuẩn tiếp cận WCAG.",
        wrong: "#8bc34a (trên nền trắng)",
        right: "#33691e (trên nền trắng)",
        mend: "Chọn màu cùng tông nhưng đậm hơn.",
    },
    en: Words {
        title: "Colour too pale to read",
        meaning: "The site's colour is too close to its background for text to be read. The contrast has to reach \
            4.5:1.",
        why: "Older people, and anyone with a phone in sunlight, cannot read pale text. 4.5:1 is level AA of the \
            accessibility standard WCAG.",
        wrong: "#8bc34a (on white)",
        right: "#33691e (on white)",
        mend: "Choose a darker shade of the same colour.",
    },
};
