//! What the codes about the audit of disclosure mean.

use super::{Bilingual, Words};

pub(super) const CK0540: Bilingual = Bilingual {
    vi: Words {
        title: "Công khai chưa đạt mức tự đặt",
        meaning: "Số tiêu chí công khai đạt được thấp hơn mức `require` trong bảng [disclosure] của config.toml.",
        why: "Mức này do chính đơn vị đặt ra, để một trang còn thiếu nhiều nội dung không được đưa lên mà không ai hay.",
        wrong: "require = 0.8, trang đạt 61%",
        right: "require = 0.8, trang đạt 83%",
        mend: "Chạy `congkhai audit` rồi điền từng ô được nêu. Tiêu chí cần xác nhận thì ghi ai, ngày nào, điều gì.",
    },
    en: Words {
        title: "Less disclosed than the site requires",
        meaning: "Fewer disclosure criteria are met than `require` in the [disclosure] table of config.toml asks for.",
        why: "The office set this minimum itself, so that a site with many gaps does not go out unnoticed.",
        wrong: "require = 0.8, and 61% are met",
        right: "require = 0.8, and 83% are met",
        mend: "Run `congkhai audit` and fill the cells that it names. Where a statement is needed, enter who, when and \
            what.",
    },
};

pub(super) const CK0541: Bilingual = Bilingual {
    vi: Words {
        title: "Xác nhận cho tiêu chí không có",
        meaning: "Một lời xác nhận trong config.toml ghi số tiêu chí mà chương trình không biết.",
        why: "Lời xác nhận không được tính cho tiêu chí nào, nên kết quả thấp hơn thực tế.",
        wrong: "criterion = \"CK-208\"",
        right: "criterion = \"CK-28\"",
        mend: "Sửa số tiêu chí theo danh sách mà `congkhai audit` in ra.",
    },
    en: Words {
        title: "Statement for an unknown criterion",
        meaning: "A statement in config.toml names a criterion that the program does not know.",
        why: "It counts for no criterion, so the result is lower than it should be.",
        wrong: "criterion = \"CK-208\"",
        right: "criterion = \"CK-28\"",
        mend: "Correct the number after the list that `congkhai audit` prints.",
    },
};

pub(super) const CK0542: Bilingual = Bilingual {
    vi: Words {
        title: "Tiêu chí không cần xác nhận",
        meaning: "Lời xác nhận được ghi cho một tiêu chí mà chương trình tự xét được từ dữ liệu.",
        why: "Dữ liệu đã công khai có thể tự chứng minh; lời nói suông không thay được ô còn trống.",
        wrong: "criterion = \"CK-02\"",
        right: "criterion = \"CK-28\"",
        mend: "Xóa lời xác nhận và điền các ô mà `congkhai audit` nêu cho tiêu chí đó.",
    },
    en: Words {
        title: "Criterion that needs no statement",
        meaning: "A statement is given for a criterion that the program judges by the records.",
        why: "Published records speak for themselves, and words do not take the place of an empty cell.",
        wrong: "criterion = \"CK-02\"",
        right: "criterion = \"CK-28\"",
        mend: "Remove the statement and fill the cells that `congkhai audit` names for the criterion.",
    },
};

pub(super) const CK0543: Bilingual = Bilingual {
    vi: Words {
        title: "Lời xác nhận đã hết giá trị",
        meaning: "Ngày xét trang đã qua ngày cuối mà lời xác nhận còn giá trị.",
        why: "Quầy, ghế, bảng niêm yết thay đổi theo thời gian; người đọc cần biết việc kiểm tra gần đây.",
        wrong: "on = 2024-10-01",
        right: "on = 2026-10-01",
        mend: "Kiểm tra lại tại chỗ rồi ghi ngày và người xác nhận mới.",
    },
    en: Words {
        title: "Statement that no longer counts",
        meaning: "The site is judged on a day after the last one on which the statement counts.",
        why: "Counters, seats and boards change with time, and readers need to know that somebody looked lately.",
        wrong: "on = 2024-10-01",
        right: "on = 2026-10-01",
        mend: "Look at the place again and enter the new day and who vouches.",
    },
};

pub(super) const CK0544: Bilingual = Bilingual {
    vi: Words {
        title: "Lời xác nhận thiếu thông tin",
        meaning: "Lời xác nhận không ghi đủ ai xác nhận, ngày nào và điều gì, nên không được tính.",
        why: "Người đọc phải biết ai chịu trách nhiệm về điều mà chương trình không tự thấy được.",
        wrong: "by = \"\"",
        right: "by = \"Văn phòng HĐND và UBND xã\"",
        mend: "Điền đủ ba mục by, on và text của lời xác nhận.",
    },
    en: Words {
        title: "Statement that lacks who, when or what",
        meaning: "The statement does not say who vouches, on which day and for what, so it does not count.",
        why: "Readers must know who answers for something that the program cannot see.",
        wrong: "by = \"\"",
        right: "by = \"Văn phòng HĐND và UBND xã\"",
        mend: "Fill in by, on and text of the statement.",
    },
};
