//! What the codes about registers and scores mean.

use super::{Bilingual, Words};

pub(super) const CK0440: Bilingual = Bilingual {
    vi: Words {
        title: "Cột dữ liệu cá nhân không được đọc",
        meaning: "Tệp có cột ghi thông tin của người nộp hồ sơ hoặc người phản ánh, như họ tên, địa chỉ, điện \
            thoại. Chương trình không đọc các ô của cột này.",
        why: "Trang không được công khai dữ liệu của người dân, và thư mục của trang thường được sao chép đi nhiều nơi.",
        wrong: "Mã phản ánh | Người gửi | Nội dung",
        right: "Mã phản ánh | Nội dung",
        mend: "Xóa cột khỏi tệp. Thư mục của trang không phải nơi giữ dữ liệu cá nhân, kể cả khi nó không được \
            công bố.",
    },
    en: Words {
        title: "Column of personal data was not read",
        meaning: "The file has a column about the people who applied or complained, such as name, address or \
            telephone. The program does not read its cells.",
        why: "A site may not publish data of citizens, and its folder is copied to many places.",
        wrong: "Mã phản ánh | Người gửi | Nội dung",
        right: "Mã phản ánh | Nội dung",
        mend: "Delete the column. The folder of a site is no place for personal data, even where they are not \
            published.",
    },
};

pub(super) const CK0441: Bilingual = Bilingual {
    vi: Words {
        title: "Không có lựa chọn này",
        meaning: "Cột chỉ nhận một số từ cố định, ví dụ tình trạng hiệu lực của văn bản. Từ trong ô không thuộc số \
            đó.",
        why: "Từ lạ vẫn hiện trên trang nhưng không được đếm, nên tổng hợp sẽ thiếu.",
        wrong: "Hiệu lực: đang chạy",
        right: "Hiệu lực: Còn hiệu lực",
        mend: "Chọn một từ trong danh sách nêu ở gợi ý.",
    },
    en: Words {
        title: "No such choice",
        meaning: "The column takes a few fixed words, such as the effect of a document. The word in the cell is \
            none of them.",
        why: "The page shows the word, but it is not counted, so summaries fall short.",
        wrong: "Hiệu lực: đang chạy",
        right: "Hiệu lực: Còn hiệu lực",
        mend: "Choose one of the words in the help.",
    },
};

pub(super) const CK0442: Bilingual = Bilingual {
    vi: Words {
        title: "Mã không đúng dạng",
        meaning: "Cột có dạng mã cố định, ví dụ mã hồ sơ trên giấy tiếp nhận. Mã trong ô không theo dạng đó.",
        why: "Người dân tra cứu theo mã trên giấy hẹn; mã sai thì không tìm thấy hồ sơ.",
        wrong: "000.00.12.H34-26010-0001",
        right: "000.00.12.H34-260101-0001",
        mend: "Chép lại mã từ giấy tiếp nhận.",
    },
    en: Words {
        title: "Code has not the right form",
        meaning: "The column has codes of a fixed form, such as the code of a dossier. The code in the cell is \
            written otherwise.",
        why: "Citizens look up the code of their receipt; a wrong one is never found.",
        wrong: "000.00.12.H34-26010-0001",
        right: "000.00.12.H34-260101-0001",
        mend: "Copy the code from the receipt.",
    },
};

pub(super) const CK0443: Bilingual = Bilingual {
    vi: Words {
        title: "Không đọc được số",
        meaning: "Cột nhận số, nhưng ô có chữ hoặc cách viết lạ.",
        why: "Số không đọc được thì không so với mục tiêu và không cộng được.",
        wrong: "Kết quả: khoảng chín mươi",
        right: "Kết quả: 90,5",
        mend: "Chỉ ghi số; lời giải thích ghi ở cột ghi chú.",
    },
    en: Words {
        title: "Number cannot be read",
        meaning: "The column takes numbers, but the cell holds words or an unusual notation.",
        why: "A number that cannot be read is neither compared with its target nor summed.",
        wrong: "Kết quả: khoảng chín mươi",
        right: "Kết quả: 90,5",
        mend: "Write the number only; remarks have a column of their own.",
    },
};

pub(super) const CK0444: Bilingual = Bilingual {
    vi: Words {
        title: "Không đọc được giờ",
        meaning: "Cột nhận giờ trong ngày, nhưng ô ghi cách khác.",
        why: "Lịch tải về điện thoại cần giờ rõ ràng.",
        wrong: "Giờ: đầu giờ sáng",
        right: "Giờ: 07:30",
        mend: "Ghi giờ và phút, ví dụ 07:30 hoặc 7h30.",
    },
    en: Words {
        title: "Time of day cannot be read",
        meaning: "The column takes times of day, but the cell is written otherwise.",
        why: "A calendar on a telephone needs an exact time.",
        wrong: "Giờ: đầu giờ sáng",
        right: "Giờ: 07:30",
        mend: "Write hour and minute, such as 07:30 or 7h30.",
    },
};

pub(super) const CK0445: Bilingual = Bilingual {
    vi: Words {
        title: "Thời gian hoàn thành không rõ ngày",
        meaning: "Ô ghi một thời gian mà không suy ra được ngày cuối cùng.",
        why: "Nguyên tắc “rõ thời gian” cần một mốc để biết việc đúng hạn hay chậm.",
        wrong: "Thời gian: Theo kế hoạch của huyện",
        right: "Thời gian: Quý IV/2026",
        mend: "Ghi ngày, tháng, quý hoặc năm. Nếu thật sự chưa định được thì để nguyên.",
    },
    en: Words {
        title: "Due time names no day",
        meaning: "The cell holds words from which no last day follows.",
        why: "Whoever follows the plan cannot say whether the task is late.",
        wrong: "Thời gian: Theo kế hoạch của huyện",
        right: "Thời gian: Quý IV/2026",
        mend: "Write a day, month, quarter or year. Where the time is really open, leave it.",
    },
};

pub(super) const CK0526: Bilingual = Bilingual {
    vi: Words {
        title: "Không dùng được tệp mô tả",
        meaning: "Tệp mô tả loại sổ hoặc thang điểm sai cú pháp, thiếu mục, hoặc nhắc tới một cột không có.",
        why: "Chưa biết sổ có những cột nào thì không dựng được trang.",
        wrong: "group = \"ke_hoach\"   (không có cột ke_hoach)",
        right: "group = \"plan\"",
        mend: "Sửa chỗ được nêu; đối chiếu với tệp mô tả có sẵn của loại gần nhất.",
    },
    en: Words {
        title: "Description cannot be used",
        meaning: "The file that describes a register or a scheme has a slip, lacks a part, or names a column that \
            it does not have.",
        why: "Without the columns no page can be made.",
        wrong: "group = \"ke_hoach\"   (no such column)",
        right: "group = \"plan\"",
        mend: "Mend the place named; compare with the description of a kind that comes with the program.",
    },
};

pub(super) const CK0527: Bilingual = Bilingual {
    vi: Words {
        title: "Bản ghi không đạt một yêu cầu của sổ",
        meaning: "Loại sổ có những yêu cầu giữa các cột, ví dụ ngày trả lời không trước ngày nhận. Bản ghi này \
            không đạt.",
        why: "Số liệu mâu thuẫn làm người đọc mất tin và làm sai các tỷ lệ.",
        wrong: "Ngày nhận 10/11/2026, ngày trả lời 01/11/2026",
        right: "Ngày nhận 01/11/2026, ngày trả lời 10/11/2026",
        mend: "Làm theo gợi ý kèm thông báo.",
    },
    en: Words {
        title: "Record does not satisfy a rule of its register",
        meaning: "A register has rules across its columns, such as that nothing is answered before it came. This \
            record breaks one.",
        why: "Contradictions cost trust and spoil the rates.",
        wrong: "Ngày nhận 10/11/2026, ngày trả lời 01/11/2026",
        right: "Ngày nhận 01/11/2026, ngày trả lời 10/11/2026",
        mend: "Follow the help of the message.",
    },
};

pub(super) const CK0528: Bilingual = Bilingual {
    vi: Words {
        title: "Hai bản ghi trùng mã",
        meaning: "Trong một sổ, mỗi bản ghi có mã riêng vì mã là một phần của địa chỉ trang.",
        why: "Người dân giữ liên kết cũ có thể đọc nhầm bản ghi khác.",
        wrong: "173/KH-UBND ở hai dòng",
        right: "173/KH-UBND chỉ ở một dòng",
        mend: "Bỏ dòng trùng, hoặc sửa mã.",
    },
    en: Words {
        title: "Two records have the same key",
        meaning: "Within a register each record has a key of its own, which is part of an address.",
        why: "Who kept a link could read another record.",
        wrong: "173/KH-UBND in two rows",
        right: "173/KH-UBND in one row",
        mend: "Remove the repetition, or correct the key.",
    },
};

pub(super) const CK0529: Bilingual = Bilingual {
    vi: Words {
        title: "Không có thủ tục này trong danh mục",
        meaning: "Bản ghi nêu mã một thủ tục, nhưng danh mục của trang không có mã đó.",
        why: "Người đọc không bấm được sang trang thủ tục.",
        wrong: "Thủ tục liên quan: 1.001139",
        right: "Thủ tục liên quan: 1.001193",
        mend: "Sửa mã, hoặc bổ sung thủ tục vào danh mục.",
    },
    en: Words {
        title: "No such procedure in the catalogue",
        meaning: "The record names a procedure by a code that the site's catalogue does not have.",
        why: "Readers cannot follow it to the procedure.",
        wrong: "Thủ tục liên quan: 1.001139",
        right: "Thủ tục liên quan: 1.001193",
        mend: "Correct the code, or add the procedure.",
    },
};

pub(super) const CK0530: Bilingual = Bilingual {
    vi: Words {
        title: "Chưa biết ngày nghỉ của thời gian này",
        meaning: "Hạn tính bằng ngày làm việc rơi ra ngoài thời gian mà chương trình biết chắc các ngày nghỉ lễ và \
            hoán đổi.",
        why: "Đoán ngày nghỉ có thể báo sai là quá hạn.",
        wrong: "Nhận ngày 20/12/2027, hạn 15 ngày làm việc",
        right: "Như trên, kèm tệp ngày nghỉ của năm 2027 và 2028",
        mend: "Thêm tệp ngày nghỉ cho trang; trong lúc đó trang ghi hạn là chưa xác định.",
    },
    en: Words {
        title: "Holidays of this time are not known",
        meaning: "A limit in working days leads out of the time for which holidays and swapped days are certain.",
        why: "A guess could wrongly call something late.",
        wrong: "Received 20/12/2027, limit 15 working days",
        right: "The same, with a file of holidays of 2027 and 2028",
        mend: "Add a file of holidays; until then the page calls the limit unknown.",
    },
};

pub(super) const CK0531: Bilingual = Bilingual {
    vi: Words {
        title: "Thang điểm không có chỉ tiêu này",
        meaning: "Dòng số liệu nêu một chỉ tiêu mà thang điểm không dùng.",
        why: "Số liệu ấy không được tính điểm.",
        wrong: "Chỉ tiêu: ty_le_som",
        right: "Chỉ tiêu: ty_le_truoc_han",
        mend: "Sửa tên chỉ tiêu theo tệp thang điểm.",
    },
    en: Words {
        title: "Scheme has no such measure",
        meaning: "A row names a measure that the scheme does not use.",
        why: "The figure gives no points.",
        wrong: "Chỉ tiêu: ty_le_som",
        right: "Chỉ tiêu: ty_le_truoc_han",
        mend: "Correct the name by the file of the scheme.",
    },
};

pub(super) const CK0532: Bilingual = Bilingual {
    vi: Words {
        title: "Thang điểm không quy định trường hợp này",
        meaning: "Số liệu của đơn vị rơi vào khoảng mà văn bản ban hành thang điểm không nói được bao nhiêu điểm.",
        why: "Tự cho điểm là đặt thêm quy định. Trang ghi chưa xác định và nêu lý do.",
        wrong: "Trả trước hạn 0,5% (thang điểm bắt đầu từ 1%)",
        right: "Cơ quan ban hành bổ sung mức dưới 1%",
        mend: "Hỏi cơ quan ban hành; khi có trả lời, bổ sung vào tệp thang điểm kèm văn bản.",
    },
    en: Words {
        title: "Scheme does not say what this case gives",
        meaning: "The figures of the unit fall where the instrument behind the scheme says nothing about points.",
        why: "To invent points would be to make a rule. The page says undefined, and why.",
        wrong: "Early returns 0.5% (the bands begin at 1%)",
        right: "The issuer adds a band below 1%",
        mend: "Ask the issuer; once it answers, add the case to the scheme with its source.",
    },
};

pub(super) const CK0533: Bilingual = Bilingual {
    vi: Words {
        title: "Không có thang điểm này",
        meaning: "Sổ chấm điểm nêu một thang điểm mà trang không có tệp mô tả.",
        why: "Không có thang điểm thì không tính được điểm.",
        wrong: "Thang điểm: thi-dua-2019",
        right: "Thang điểm: thi-dua-2018",
        mend: "Khai báo tệp thang điểm ở mục schemes, hoặc sửa tên.",
    },
    en: Words {
        title: "No such scheme",
        meaning: "The register of scores names a scheme of which the site has no file.",
        why: "Without the scheme there are no points.",
        wrong: "Thang điểm: thi-dua-2019",
        right: "Thang điểm: thi-dua-2018",
        mend: "Name the file under schemes, or correct the name.",
    },
};

pub(super) const CK0534: Bilingual = Bilingual {
    vi: Words {
        title: "Không tính được biểu thức",
        meaning: "Một biểu thức trong tệp mô tả sổ hoặc thang điểm không tính được với số liệu đang có.",
        why: "Kết quả thiếu trên trang, không thay bằng số 0.",
        wrong: "rule = \"tong / 0 +\"",
        right: "rule = \"share(dung_han, tong)\"",
        mend: "Sửa biểu thức; hàm share trả về trống khi mẫu số bằng 0.",
    },
    en: Words {
        title: "Expression cannot be computed",
        meaning: "An expression in the description of a register or scheme cannot be computed with these figures.",
        why: "The result is missing on the page; it is never replaced by zero.",
        wrong: "rule = \"tong / 0 +\"",
        right: "rule = \"share(dung_han, tong)\"",
        mend: "Mend the expression; share gives nothing where the whole is zero.",
    },
};

pub(super) const CK0535: Bilingual = Bilingual {
    vi: Words {
        title: "Các dòng của một nhóm ghi khác nhau",
        meaning: "Thông tin chung của nhóm, như ngày của kế hoạch, ghi ở nhiều dòng mà không giống nhau.",
        why: "Trang chỉ hiện một giá trị, có thể không phải giá trị đúng.",
        wrong: "Kế hoạch 43: ngày 22/9/2021; Kế hoạch 43: ngày 23/9/2021",
        right: "Kế hoạch 43: ngày 22/9/2021 ở mọi dòng",
        mend: "Sửa cho giống nhau, hoặc chỉ ghi ở dòng đầu của nhóm.",
    },
    en: Words {
        title: "Rows of one group differ",
        meaning: "What belongs to the whole group, such as the date of the plan, is written in several rows and \
            differs.",
        why: "The page shows one value, which may be the wrong one.",
        wrong: "Plan 43: 22/9/2021; plan 43: 23/9/2021",
        right: "Plan 43: 22/9/2021 in every row",
        mend: "Make them equal, or write it in the first row of the group only.",
    },
};
