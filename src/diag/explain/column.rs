//! What the codes about headings and layouts mean.

use super::{Bilingual, Words};

pub(super) const CK0301: Bilingual = Bilingual {
    vi: Words {
        title: "Không thấy dòng tiêu đề",
        meaning: "Trong những dòng đầu của bảng, không dòng nào có các tên cột mà chương trình biết. Các dòng quốc \
            hiệu, tên bảng đứng trên tiêu đề thì không sao.",
        why: "Không có tiêu đề, máy không biết đâu là lệ phí, đâu là thời hạn, nên không công bố gì từ bảng này.",
        wrong: "STT | Nội dung 1 | Nội dung 2",
        right: "STT | Mã thủ tục | Tên thủ tục",
        mend: "Đặt tên cột như trong tệp mẫu, hoặc khai báo tên cột của đơn vị ở [data.columns].",
    },
    en: Words {
        title: "No heading row found",
        meaning: "None of the first rows of the table has headings that the program knows. Motto and title rows \
            above the headings do no harm.",
        why: "Without headings a machine cannot tell a fee from a time limit, so nothing of this table is published.",
        wrong: "STT | Nội dung 1 | Nội dung 2",
        right: "STT | Mã thủ tục | Tên thủ tục",
        mend: "Name the columns as in the template, or declare your own headings in [data.columns].",
    },
};

pub(super) const CK0302: Bilingual = Bilingual {
    vi: Words {
        title: "Cột không nhận ra",
        meaning: "Tên cột này không giống tên cột nào mà chương trình biết. So sánh không phân biệt dấu, chữ hoa và \
            khoảng trắng, nên tên thật sự khác.",
        why: "Nội dung của cột có thể không đến được với người dân dù đã nhập đủ.",
        wrong: "Thời hạn giải guyết",
        right: "Thời hạn giải quyết",
        mend: "Sửa tên cột theo gợi ý. Cột dùng nội bộ thì nên để ở trang tính khác.",
    },
    en: Words {
        title: "Column that is not known",
        meaning: "The heading is like none that the program knows. Marks, capitals and blanks are not compared, so \
            the name is truly different.",
        why: "What the column holds may not reach citizens, although it was entered.",
        wrong: "Thời hạn giải guyết",
        right: "Thời hạn giải quyết",
        mend: "Correct the heading as suggested. Columns for internal use are better kept on another sheet.",
    },
};

pub(super) const CK0303: Bilingual = Bilingual {
    vi: Words {
        title: "Thiếu cột bắt buộc",
        meaning: "Bảng không có cột mà mọi dòng đều cần. Với thủ tục, đó là mã và tên.",
        why: "Không có mã thì không có địa chỉ cố định cho trang của thủ tục, và người dân không đối chiếu được với \
            Cổng Dịch vụ công quốc gia.",
        wrong: "Tên thủ tục | Lĩnh vực",
        right: "Mã thủ tục | Tên thủ tục | Lĩnh vực",
        mend: "Thêm cột còn thiếu và điền cho từng dòng. Nếu cột đã có dưới tên khác, khai báo ở [data.columns].",
    },
    en: Words {
        title: "Needed column is absent",
        meaning: "The table lacks a column that every record needs. For procedures these are the code and the name.",
        why: "Without a code the procedure's page has no lasting address, and citizens cannot compare it with the \
            national portal.",
        wrong: "Tên thủ tục | Lĩnh vực",
        right: "Mã thủ tục | Tên thủ tục | Lĩnh vực",
        mend: "Add the column and fill it for each row. If it is there under another name, declare that in \
            [data.columns].",
    },
};

pub(super) const CK0304: Bilingual = Bilingual {
    vi: Words {
        title: "Hai cột trùng nghĩa",
        meaning: "Hai tên cột được hiểu là cùng một nội dung. Chương trình chỉ dùng cột đứng trước.",
        why: "Nếu hai cột ghi khác nhau, nội dung ở cột sau sẽ không đến được với người dân.",
        wrong: "Lệ phí | Thời hạn | Phí, lệ phí",
        right: "Phí, lệ phí | Thời hạn",
        mend: "Gộp hai cột làm một, hoặc đổi tên cột nếu thật ra nó chứa nội dung khác.",
    },
    en: Words {
        title: "Two columns mean the same",
        meaning: "Two headings are understood as the same column. The program uses the first.",
        why: "Where the two differ, what stands in the second does not reach citizens.",
        wrong: "Lệ phí | Thời hạn | Phí, lệ phí",
        right: "Phí, lệ phí | Thời hạn",
        mend: "Join the two columns, or rename one if it really holds something else.",
    },
};

pub(super) const CK0305: Bilingual = Bilingual {
    vi: Words {
        title: "Không có mẫu bảng này",
        meaning: "Mục `layout` nêu một mẫu bảng mà chương trình không biết. Phần lớn tệp không cần ghi mục này, vì \
            mẫu được nhận ra từ tiêu đề.",
        why: "Đọc theo sai mẫu sẽ đặt nội dung vào sai chỗ trên trang của người dân.",
        wrong: "layout = \"bieu-cua-xa\"",
        right: "layout = \"auto\"",
        mend: "Ghi \"auto\", hoặc một tên trong danh sách ở gợi ý.",
    },
    en: Words {
        title: "No such layout",
        meaning: "`layout` names a layout that the program does not know. Most files need no such key, since the \
            headings tell the layout.",
        why: "Read by the wrong layout, content would land in the wrong place of the page that citizens see.",
        wrong: "layout = \"bieu-cua-xa\"",
        right: "layout = \"auto\"",
        mend: "Write \"auto\", or one of the names that the help lists.",
    },
};

pub(super) const CK0306: Bilingual = Bilingual {
    vi: Words {
        title: "Không có loại dữ liệu này",
        meaning: "Mục `kind` cho biết tệp chứa gì: thủ tục, thống kê, đơn vị, cán bộ… Tên đang ghi không có trong \
            các loại đó.",
        why: "Chưa biết loại thì chưa biết phải dựng trang gì cho người dân.",
        wrong: "kind = \"procedure\"",
        right: "kind = \"procedures\"",
        mend: "Sửa `kind` theo danh sách ở gợi ý.",
    },
    en: Words {
        title: "No such kind of record",
        meaning: "`kind` says what a file holds: procedures, statistics, offices, officers and so on. The name \
            written is none of them.",
        why: "Without the kind it is unknown which pages to make for citizens.",
        wrong: "kind = \"procedure\"",
        right: "kind = \"procedures\"",
        mend: "Correct `kind` by the list in the help.",
    },
};

pub(super) const CK0307: Bilingual = Bilingual {
    vi: Words {
        title: "Khai báo cột không có trong tệp",
        meaning: "[data.columns] khai báo một tên cột, nhưng không tệp nào của mục này có cột đó. Có thể tiêu đề \
            trong tệp đã đổi.",
        why: "Nội dung định lấy từ cột ấy sẽ thiếu trên trang.",
        wrong: "\"Tên TTHC\" = \"name\"   (tiêu đề trong tệp: Tên thủ tục hành chính)",
        right: "\"Tên thủ tục hành chính\" = \"name\"",
        mend: "Mở tệp, chép đúng tiêu đề vào [data.columns]; bỏ dòng khai báo nếu không còn cần.",
    },
    en: Words {
        title: "Declared heading is not in the file",
        meaning: "[data.columns] declares a heading, but no file of the section has it. The heading in the file may \
            have changed.",
        why: "What should come from that column is then missing from the site.",
        wrong: "\"Tên TTHC\" = \"name\"   (heading in the file: Tên thủ tục hành chính)",
        right: "\"Tên thủ tục hành chính\" = \"name\"",
        mend: "Open the file and copy its heading into [data.columns]; remove the line if it is no longer needed.",
    },
};

pub(super) const CK0308: Bilingual = Bilingual {
    vi: Words {
        title: "Khai báo cột trỏ tới tên không tồn tại",
        meaning: "Trong [data.columns], bên trái là tiêu đề trong tệp, bên phải là tên cột của chương trình. Tên bên \
            phải không tồn tại.",
        why: "Không biết cột chứa gì thì không thể công bố cột đó đúng chỗ.",
        wrong: "\"Tên thủ tục\" = \"ten\"",
        right: "\"Tên thủ tục\" = \"name\"",
        mend: "Sửa tên bên phải theo gợi ý, hoặc theo tệp mẫu.",
    },
    en: Words {
        title: "Declaration points to no column",
        meaning: "In [data.columns] the left side is the heading in the file, the right side the program's name of \
            the column. There is no such name.",
        why: "Without knowing what the column holds, it cannot be published in its place.",
        wrong: "\"Tên thủ tục\" = \"ten\"",
        right: "\"Tên thủ tục\" = \"name\"",
        mend: "Correct the right side as suggested, or by the template.",
    },
};
