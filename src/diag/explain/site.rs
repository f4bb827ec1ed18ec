//! What the codes about the finished site mean.

use super::{Bilingual, Words};

pub(super) const CK0701: Bilingual = Bilingual {
    vi: Words {
        title: "Hai trang trùng địa chỉ",
        meaning: "Hai trang sẽ nằm ở cùng một địa chỉ, nên trang này sẽ ghi đè trang kia.",
        why: "Người dân sẽ chỉ thấy một trong hai nội dung, mà không ai biết là nội dung nào.",
        wrong: "tin-tuc/nghi-le.md và tin-tuc/nghi-le/index.md",
        right: "tin-tuc/nghi-le.md và tin-tuc/nghi-le-2-9.md",
        mend: "Đổi tên một trong hai tệp, hoặc đặt `slug` khác trong phần khai báo.",
    },
    en: Words {
        title: "Two pages have one address",
        meaning: "Two pages would stand at the same address, so one would overwrite the other.",
        why: "Citizens would see one of the two, and nobody could say which.",
        wrong: "tin-tuc/nghi-le.md and tin-tuc/nghi-le/index.md",
        right: "tin-tuc/nghi-le.md and tin-tuc/nghi-le-2-9.md",
        mend: "Rename one of the files, or give it another `slug` in its front matter.",
    },
};

pub(super) const CK0702: Bilingual = Bilingual {
    vi: Words {
        title: "Liên kết trong trang bị hỏng",
        meaning: "Một liên kết dẫn tới địa chỉ không có trong trang đã dựng.",
        why: "Người dân bấm vào sẽ gặp trang báo lỗi, và có thể bỏ cuộc giữa chừng.",
        wrong: "<a href=\"/thu-tuc/khai-sinh/\">",
        right: "<a href=\"/thu-tuc/1.001193/\">",
        mend: "Sửa liên kết theo địa chỉ thật của trang, hoặc tạo trang còn thiếu. Trang đã đổi địa chỉ thì khai báo \
            `aliases`.",
    },
    en: Words {
        title: "Broken link inside the site",
        meaning: "A link leads to an address that the built site does not have.",
        why: "Citizens who follow it meet an error page and may give up.",
        wrong: "<a href=\"/thu-tuc/khai-sinh/\">",
        right: "<a href=\"/thu-tuc/1.001193/\">",
        mend: "Correct the link to the page's address, or make the missing page. If a page has moved, declare \
            `aliases`.",
    },
};

pub(super) const CK0703: Bilingual = Bilingual {
    vi: Words {
        title: "Liên kết tới vị trí không có",
        meaning: "Trang đích có thật, nhưng không có đề mục nào mang tên sau dấu #.",
        why: "Người dân bị đưa lên đầu một trang dài và phải tự tìm lại phần cần đọc.",
        wrong: "/thu-tuc/1.001193/#le-phi-nop",
        right: "/thu-tuc/1.001193/#le-phi",
        mend: "Mở trang đích, bấm vào đề mục cần dẫn tới rồi chép lại địa chỉ.",
    },
    en: Words {
        title: "Link to a place that does not exist",
        meaning: "The page exists, but no heading on it has the name after the #.",
        why: "Citizens land at the top of a long page and must search for the part themselves.",
        wrong: "/thu-tuc/1.001193/#le-phi-nop",
        right: "/thu-tuc/1.001193/#le-phi",
        mend: "Open the page, follow the heading that is meant, and copy the address.",
    },
};

pub(super) const CK0704: Bilingual = Bilingual {
    vi: Words {
        title: "Mẫu trang bị lỗi",
        meaning: "Một mẫu trang (template) viết sai, hoặc dùng một giá trị không có, nên trang không dựng được.",
        why: "Thà giữ bản công bố cũ còn hơn đưa cho người dân một trang thiếu nội dung, nên chương trình dừng lại.",
        wrong: "{{ page.tittle }}",
        right: "{{ page.title }}",
        mend: "Sửa mẫu tại dòng được chỉ ra, hoặc xóa bản sửa trong thư mục templates để dùng mẫu mặc định.",
    },
    en: Words {
        title: "Template cannot be rendered",
        meaning: "A template is not well formed or uses a value that does not exist, so its pages cannot be made.",
        why: "Keeping the old publication is better than giving citizens a page with parts missing, so the build \
            stops.",
        wrong: "{{ page.tittle }}",
        right: "{{ page.title }}",
        mend: "Mend the template at the line shown, or remove your version from the templates folder to use the \
            default one.",
    },
};

pub(super) const CK0705: Bilingual = Bilingual {
    vi: Words {
        title: "Kịch bản không mở được từ thư mục",
        meaning: "Mục `from_disk` của [search] gộp các kịch bản của giao diện thành một tệp, để trang chạy được khi mở \
            thẳng từ thư mục. Một kịch bản viết theo cách không gộp được: không đọc được, nhập một tệp hay một tên \
            không có, nhập vòng tròn, hoặc dùng dạng `import`, `export` không được hỗ trợ.",
        why: "Nếu bỏ qua thì trang chép vào USB vẫn mở ra được, nhưng ô tìm kiếm nằm im mà không báo gì.",
        wrong: "export let count = 0;",
        right: "export const count = () => total;",
        mend: "Viết lại đoạn được chỉ ra, hoặc đặt `from_disk = false` nếu trang chỉ dùng trên mạng.",
    },
    en: Words {
        title: "Script that cannot be opened from a folder",
        meaning: "The key `from_disk` of [search] makes one file of the theme's scripts, so that pages work when they \
            are opened straight from a folder. One script is written so that it cannot be part of it: it cannot be \
            read, imports a file or a name that does not exist, imports in a circle, or has a form of `import` or \
            `export` that is not supported.",
        why: "Passed over, the site on a USB stick would open, and its search box would do nothing and say nothing.",
        wrong: "export let count = 0;",
        right: "export const count = () => total;",
        mend: "Rewrite the piece that is shown, or set `from_disk = false` where the site is only used on the web.",
    },
};
