//! What the codes about the catalogue as a whole mean.

use super::{Bilingual, Words};

pub(super) const CK0501: Bilingual = Bilingual {
    vi: Words {
        title: "Mã thủ tục bị trùng",
        meaning: "Hai dòng trong cùng một nguồn có chung một mã thủ tục. Mỗi mã chỉ có một trang.",
        why: "Chương trình không biết dòng nào đúng; chọn nhầm thì người dân chuẩn bị sai hồ sơ.",
        wrong: "1.001193 | Đăng ký khai sinh\n1.001193 | Đăng ký khai tử",
        right: "1.001193 | Đăng ký khai sinh",
        mend: "Xóa dòng thừa, hoặc sửa mã của dòng ghi nhầm. Một thủ tục có nhiều trường hợp thì ghi chung một mã.",
    },
    en: Words {
        title: "Procedure code used twice",
        meaning: "Two rows of one source have the same procedure code. A code has one page.",
        why: "The program cannot know which row is right. A wrong choice makes citizens prepare the wrong papers.",
        wrong: "1.001193 | Đăng ký khai sinh\n1.001193 | Đăng ký khai tử",
        right: "1.001193 | Đăng ký khai sinh",
        mend: "Delete the row left over, or correct the code of the wrong one. Cases of one procedure belong under \
            one code.",
    },
};

pub(super) const CK0502: Bilingual = Bilingual {
    vi: Words {
        title: "Thiếu bộ phận bắt buộc của thủ tục",
        meaning: "Thủ tục chưa công bố một bộ phận phải có: tên, trình tự, cách thức, thành phần và số lượng hồ sơ, \
            thời hạn, đối tượng hoặc cơ quan thực hiện. Mẫu đơn, kết quả, điều kiện và phí là bộ phận khi thủ tục \
            có.",
        why: "Khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP (đã sửa đổi) quy định các bộ phận tạo thành của thủ tục. Thiếu \
            một bộ phận, người dân phải gọi điện hoặc đi lại để hỏi.",
        wrong: "Thời hạn giải quyết: (trống)",
        right: "Thời hạn giải quyết: 3 ngày làm việc",
        mend: "Điền theo quyết định công bố. Chỉ ghi “Không quy định” khi quyết định đúng là không quy định; để \
            trống có nghĩa là chưa công bố.",
    },
    en: Words {
        title: "A part that the procedure must have is not published",
        meaning: "The procedure lacks one of its parts: name, sequence, manner, papers and their number, time limit, \
            subjects or deciding agency. Forms, result, conditions and fees are parts where a procedure has them.",
        why: "Điều 8 clause 2 of Nghị định 63/2010/NĐ-CP, as amended, sets the constituent parts. Where one is \
            absent, citizens must call or travel to ask.",
        wrong: "Thời hạn giải quyết: (empty)",
        right: "Thời hạn giải quyết: 3 ngày làm việc",
        mend: "Fill it in from the announcing decision. Write “Không quy định” only if the decision sets nothing; an \
            empty cell means not published.",
    },
};

pub(super) const CK0503: Bilingual = Bilingual {
    vi: Words {
        title: "Mã đơn vị không tồn tại",
        meaning: "Bản ghi nêu mã của một đơn vị, nhưng bảng các đơn vị không có mã đó.",
        why: "Trang sẽ không có địa chỉ, giờ làm việc và điện thoại của nơi tiếp nhận, tức là đúng những điều người \
            dân cần trước khi đi.",
        wrong: "trung-tam-pvhc",
        right: "trung-tam-pvhcc",
        mend: "Sửa mã theo gợi ý, hoặc thêm đơn vị vào bảng các đơn vị.",
    },
    en: Words {
        title: "Office id that does not exist",
        meaning: "A record names an office by its id, but the table of offices has no such id.",
        why: "The page would lack address, hours and telephone of the counter: what citizens need before they set \
            out.",
        wrong: "trung-tam-pvhc",
        right: "trung-tam-pvhcc",
        mend: "Correct the id as suggested, or add the office to the table of offices.",
    },
};

pub(super) const CK0504: Bilingual = Bilingual {
    vi: Words {
        title: "Mã đơn vị hoặc cán bộ bị trùng",
        meaning: "Hai đơn vị, hoặc hai cán bộ, mang cùng một mã.",
        why: "Thủ tục trỏ tới mã đó có thể dẫn người dân đến sai nơi hoặc gọi sai người.",
        wrong: "mot-cua | Bộ phận Một cửa số 1\nmot-cua | Bộ phận Một cửa số 2",
        right: "mot-cua-1 | Bộ phận Một cửa số 1\nmot-cua-2 | Bộ phận Một cửa số 2",
        mend: "Đặt cho mỗi đơn vị, mỗi cán bộ một mã riêng. Không dùng lại mã của đơn vị đã kết thúc hoạt động.",
    },
    en: Words {
        title: "Id used twice",
        meaning: "Two offices, or two officers, have the same id.",
        why: "A procedure that names the id could send citizens to the wrong place or person.",
        wrong: "mot-cua | Bộ phận Một cửa số 1\nmot-cua | Bộ phận Một cửa số 2",
        right: "mot-cua-1 | Bộ phận Một cửa số 1\nmot-cua-2 | Bộ phận Một cửa số 2",
        mend: "Give each office and each officer an id of its own. Never use the id of an office that has ended \
            again.",
    },
};

pub(super) const CK0505: Bilingual = Bilingual {
    vi: Words {
        title: "Nhiều thủ tục cùng tên",
        meaning: "Hai thủ tục trở lên có tên giống hệt nhau nhưng mã khác nhau. Trường hợp này có thật, nhất là trong lĩnh \
            vực đất đai.",
        why: "Chỉ nhìn tên, người dân không biết thủ tục nào là của mình, nên trang và kết quả tìm kiếm ghi thêm mã \
            và cơ quan.",
        wrong: "1.000001 | Đăng ký biến động đất đai\n1.000002 | Đăng ký biến động đất đai (chép nhầm tên)",
        right: "1.000001 | Đăng ký biến động đất đai\n1.000002 | Xóa đăng ký thế chấp",
        mend: "Không phải sửa nếu quyết định công bố ghi như vậy. Nếu chép nhầm tên, sửa lại.",
    },
    en: Words {
        title: "Several procedures share a name",
        meaning: "Two or more procedures have the very same name but different codes. This does occur, above all in \
            land matters.",
        why: "By the name alone citizens cannot tell which one is theirs, so pages and search results add code and \
            agency.",
        wrong: "1.000001 | Đăng ký biến động đất đai\n1.000002 | Đăng ký biến động đất đai (copied by mistake)",
        right: "1.000001 | Đăng ký biến động đất đai\n1.000002 | Xóa đăng ký thế chấp",
        mend: "Nothing to mend if the announcing decision has it so. Correct the name if it was copied by mistake.",
    },
};

pub(super) const CK0506: Bilingual = Bilingual {
    vi: Words {
        title: "Hai nguồn ghi khác nhau",
        meaning: "Một mã thủ tục có trong hai nguồn và nội dung khác nhau. Trang dùng nguồn được khai báo trước, và \
            báo chỗ khác.",
        why: "Người dân có thể đã đọc bản kia ở nơi khác. Thông tin công khai sai phải được kiểm tra và đính chính \
            trong 15 ngày kể từ khi có kiến nghị (Điều 22 Luật Tiếp cận thông tin).",
        wrong: "danh-muc-xa.xlsx: 5 ngày làm việc\nquoc-gia.jsonl: 3 ngày làm việc",
        right: "danh-muc-xa.xlsx: 3 ngày làm việc\nquoc-gia.jsonl: 3 ngày làm việc",
        mend: "Đối chiếu quyết định công bố, sửa nguồn ghi sai; hoặc bỏ bớt một nguồn.",
    },
    en: Words {
        title: "Two sources differ",
        meaning: "A procedure code is in two sources with different content. The page uses the source declared first \
            and reports the difference.",
        why: "Citizens may have read the other version elsewhere. Wrong public information has to be checked and \
            corrected within 15 days of a complaint (Điều 22 of the Law on Access to Information).",
        wrong: "danh-muc-xa.xlsx: 5 ngày làm việc\nquoc-gia.jsonl: 3 ngày làm việc",
        right: "danh-muc-xa.xlsx: 3 ngày làm việc\nquoc-gia.jsonl: 3 ngày làm việc",
        mend: "Check the announcing decision and correct the source that is wrong, or use one source only.",
    },
};

pub(super) const CK0507: Bilingual = Bilingual {
    vi: Words {
        title: "Ngày kết thúc trước ngày bắt đầu",
        meaning: "Thời gian có hiệu lực hoặc thời gian hoạt động kết thúc trước khi bắt đầu.",
        why: "Bản ghi như vậy không bao giờ có hiệu lực, nên sẽ biến mất khỏi trang mà người dân không biết vì sao.",
        wrong: "Từ 01/7/2025 đến 30/6/2025",
        right: "Từ 01/7/2025 đến 30/6/2026",
        mend: "Sửa lại hai ngày. Thường do đảo ngày với tháng, hoặc đổi chỗ hai cột.",
    },
    en: Words {
        title: "Ends before it begins",
        meaning: "The validity or the time of operation ends before it begins.",
        why: "Such a record is never in force, so it would vanish from the site and citizens could not know why.",
        wrong: "01/7/2025 to 30/6/2025",
        right: "01/7/2025 to 30/6/2026",
        mend: "Correct the two dates. Often day and month, or the two columns, were exchanged.",
    },
};

pub(super) const CK0508: Bilingual = Bilingual {
    vi: Words {
        title: "Mã mang dấu đã xóa",
        meaning: "Mã có đuôi -Xoa. Cơ sở dữ liệu quốc gia về TTHC thêm đuôi này khi thủ tục đã bị xóa.",
        why: "Thủ tục đã bị bãi bỏ không còn được nằm trong danh mục hiện hành (Điều 14 Nghị định 63/2010/NĐ-CP). \
            Người dân làm theo sẽ mất công chuẩn bị hồ sơ.",
        wrong: "1.001193-Xoa",
        right: "1.001193",
        mend: "Xóa dòng này. Nếu thủ tục được thay thế, ghi mã của thủ tục mới theo quyết định công bố.",
    },
    en: Words {
        title: "Code carries the deletion mark",
        meaning: "The code ends in -Xoa. The national procedure database adds this when a procedure has been \
            deleted.",
        why: "A repealed procedure may not stand in the current list (Điều 14 of Nghị định 63/2010/NĐ-CP). Citizens \
            who follow it prepare papers for nothing.",
        wrong: "1.001193-Xoa",
        right: "1.001193",
        mend: "Delete the row. If another procedure replaced it, enter the new code from the announcing decision.",
    },
};

pub(super) const CK0509: Bilingual = Bilingual {
    vi: Words {
        title: "Cấp thực hiện không hợp với cơ quan",
        meaning: "Cấp thực hiện và cơ quan thực hiện không đi với nhau, ví dụ một cục của bộ mà ghi Cấp Xã. Trang \
            hiển thị như nguồn công bố, kèm dấu lưu ý.",
        why: "Người dân lọc theo xã của mình sẽ thấy thủ tục mà xã không giải quyết, và đi một chuyến vô ích.",
        wrong: "Cấp Xã | Cục Hải quan",
        right: "Cấp Bộ | Cục Hải quan",
        mend: "Đối chiếu quyết định công bố, rồi sửa cấp hoặc cơ quan. Nếu nguồn là Cổng Dịch vụ công quốc gia, báo \
            cho nơi nhập liệu.",
    },
    en: Words {
        title: "Level does not fit the agency",
        meaning: "Level and executing agency do not go together, such as a ministry's department at commune level. \
            The page shows what was published, with a warning.",
        why: "Citizens who filter by their commune would find a procedure that it does not handle, and travel for \
            nothing.",
        wrong: "Cấp Xã | Cục Hải quan",
        right: "Cấp Bộ | Cục Hải quan",
        mend: "Check the announcing decision and correct the level or the agency. If the national portal is wrong, \
            tell those who enter its data.",
    },
};

pub(super) const CK0510: Bilingual = Bilingual {
    vi: Words {
        title: "Đơn vị cấp huyện sau ngày 30/6/2025",
        meaning: "Cấp huyện kết thúc hoạt động hết ngày 30/6/2025. Bản ghi cho thời gian sau đó vẫn nêu một đơn vị \
            cấp huyện.",
        why: "Nơi đó không còn tiếp nhận hồ sơ; người dân tìm đến sẽ không gặp ai giải quyết.",
        wrong: "Ủy ban nhân dân huyện (từ 01/7/2025)",
        right: "Trung tâm Phục vụ hành chính công xã (từ 01/7/2025)",
        mend: "Thay bằng đơn vị cấp tỉnh hoặc cấp xã đã tiếp nhận nhiệm vụ. Số liệu cũ của huyện thì giữ, và ghi \
            ngày kết thúc 30/6/2025.",
    },
    en: Words {
        title: "District-level unit after 30 June 2025",
        meaning: "The district level ended with 30 June 2025. A record for a later time still names a district unit.",
        why: "The place no longer receives dossiers. Citizens who go there find nobody in charge.",
        wrong: "Ủy ban nhân dân huyện (from 01/7/2025)",
        right: "Trung tâm Phục vụ hành chính công xã (from 01/7/2025)",
        mend: "Name the province or commune unit that took over. Keep a district's older figures, with 30/6/2025 as \
            its last day.",
    },
};

pub(super) const CK0511: Bilingual = Bilingual {
    vi: Words {
        title: "Chưa có đường dây nóng",
        meaning: "Trang không có số điện thoại nào để người dân gọi hỏi hoặc phản ánh.",
        why: "Địa chỉ tiếp nhận phản ánh, kiến nghị phải được công khai, trong đó có số điện thoại chuyên dùng (Điều \
            10 và Điều 13 Nghị định 20/2008/NĐ-CP, đã sửa đổi). Nhiều người chỉ có cách gọi điện.",
        wrong: "[unit]\nname = \"Xã Bình Yên\"",
        right: "[unit]\nname = \"Xã Bình Yên\"\nhotline = \"024 1234 5678\"",
        mend: "Ghi số của cơ quan, không ghi số riêng của cán bộ khi chưa được đồng ý.",
    },
    en: Words {
        title: "No hotline",
        meaning: "The site has no telephone number by which citizens can ask or complain.",
        why: "The address for feedback has to be public, with its dedicated telephone number (Điều 10 and Điều 13 of \
            Nghị định 20/2008/NĐ-CP, as amended). For many people calling is the only way.",
        wrong: "[unit]\nname = \"Xã Bình Yên\"",
        right: "[unit]\nname = \"Xã Bình Yên\"\nhotline = \"024 1234 5678\"",
        mend: "Enter a number of the office, not an officer's private one unless that person agreed.",
    },
};

pub(super) const CK0560: Bilingual = Bilingual {
    vi: Words {
        title: "Không đọc được bản chụp dữ liệu cũ",
        meaning: "Tệp snapshot.json.gz của lần công bố trước bị hỏng, nên không so sánh được bản mới với bản cũ.",
        why: "Nhật ký thay đổi sẽ bắt đầu lại từ lần công bố này và mất các mục trước đó.",
        wrong: "public/snapshot.json.gz bị cắt ngắn khi tải về",
        right: "public/snapshot.json.gz chép nguyên vẹn từ bản đã công bố",
        mend: "Chép lại tệp này từ máy chủ hoặc bản lưu rồi dựng lại. Không có bản lưu thì cứ công bố.",
    },
    en: Words {
        title: "Snapshot of the old data cannot be read",
        meaning: "The file snapshot.json.gz of the previous publication is damaged, so nothing can be compared with it.",
        why: "The change log would begin again with this publication and lose what it held.",
        wrong: "public/snapshot.json.gz was cut short in a download",
        right: "public/snapshot.json.gz copied whole from the site",
        mend: "Copy the file from the host or from a backup and build again. Without a backup, publish all the same.",
    },
};
