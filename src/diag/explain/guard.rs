//! What the codes about personal data and secrets mean.

use super::{Bilingual, Words};

pub(super) const CK0550: Bilingual = Bilingual {
    vi: Words {
        title: "Số định danh của cá nhân",
        meaning: "Văn bản có số căn cước, số định danh cá nhân 12 số hoặc số CMND 9 số. Chương trình nhận ra số theo mã tỉnh, thế kỷ và năm sinh trong số, hoặc theo chữ đứng trước. Bản mới không được xuất bản.",
        why: "Khi chưa xác thực, người xem chỉ được biết mã hồ sơ và mức độ hoàn thành (Điều 16.2.d Thông tư 01/2018/TT-VPCP). Số định danh lộ ra một lần thì không thu hồi được.",
        wrong: "Ghi chú: CCCD 0010 8501 xxxx (đủ 12 số)",
        right: "Ghi chú: đã bổ sung bản sao căn cước",
        mend: "Mở đúng ô được chỉ ra, xóa số và lưu lại. Số trông giống mà không phải của ai thì khai báo ở [[guard.allow]] với `value` và `reason`.",
    },
    en: Words {
        title: "Identity number of a person",
        meaning: "The text holds a citizen number of 12 digits or an old identity card number of 9. It is known by the province, century and year in it, or by the words before it. The new site is not published.",
        why: "Without authentication only the code and the progress of a dossier are public (Điều 16.2.d Thông tư 01/2018/TT-VPCP). A number that was seen once cannot be taken back.",
        wrong: "Note: CCCD 0010 8501 xxxx (all 12 digits)",
        right: "Note: the copy of the identity card was handed in",
        mend: "Open the cell named, remove the number and save. A number that only looks like one can be declared in [[guard.allow]] with `value` and `reason`.",
    },
};

pub(super) const CK0551: Bilingual = Bilingual {
    vi: Words {
        title: "Số giấy tờ khác của cá nhân",
        meaning: "Văn bản có số hộ chiếu, mã số bảo hiểm xã hội, thẻ bảo hiểm y tế, giấy phép lái xe hoặc biển số xe, nhận ra theo chữ đứng trước hoặc cấu trúc của số.",
        why: "Những số này chỉ ra đúng một người, như số định danh.",
        wrong: "Hộ chiếu số B123xxxx của người nộp",
        right: "Người nộp đã xuất trình hộ chiếu",
        mend: "Xóa số ở ô được chỉ ra. Số ví dụ trong hướng dẫn thì thay bằng chữ x.",
    },
    en: Words {
        title: "Number of another personal paper",
        meaning: "The text holds the number of a passport, a social or health insurance, a driving licence or a plate, known by the words before it or by its structure.",
        why: "These numbers point at one person as surely as an identity number does.",
        wrong: "Passport B123xxxx of the applicant",
        right: "The applicant has shown a passport",
        mend: "Remove the number from the cell named. In instructions, write examples with the letter x.",
    },
};

pub(super) const CK0552: Bilingual = Bilingual {
    vi: Words {
        title: "Số di động chưa khai báo",
        meaning: "Văn bản có số điện thoại di động không nằm trong cột điện thoại của đơn vị, cán bộ và không đi sau chữ “đường dây nóng”.",
        why: "Số của cán bộ, cơ quan phải công khai ở đúng chỗ để người dân tìm được; số của người nộp hồ sơ, người phản ánh thì không được công khai.",
        wrong: "Kết quả: đã gọi cho bà Lan, 09xxxxxxxx",
        right: "Kết quả: đã gọi cho người phản ánh",
        mend: "Xóa số. Nếu là số trực, số cán bộ thì điền vào bảng đơn vị, bảng cán bộ hoặc mục hotline; trường hợp khác khai báo ở [[guard.allow]] kèm lý do.",
    },
    en: Words {
        title: "Mobile number that nobody declares",
        meaning: "The text holds a mobile number that stands in no telephone column of offices or officers and does not follow the word hotline.",
        why: "Numbers of offices and officers belong where citizens find them; those of applicants must not be published.",
        wrong: "Result: called Mrs Lan, 09xxxxxxxx",
        right: "Result: called the person who wrote",
        mend: "Remove the number. If it serves the public, enter it with the offices, the officers or the hotline; else declare it in [[guard.allow]] with the reason.",
    },
};

pub(super) const CK0553: Bilingual = Bilingual {
    vi: Words {
        title: "Thư điện tử chưa khai báo",
        meaning: "Văn bản có địa chỉ thư điện tử của cá nhân: không thuộc tên miền cơ quan nhà nước, không phải hộp thư chung và chưa khai báo ở đơn vị hay cán bộ.",
        why: "Địa chỉ của người dân lộ ra sẽ bị gửi thư rác và lừa đảo mạo danh cơ quan.",
        wrong: "Người gửi: ten.rieng@nha-cung-cap.vn",
        right: "Người gửi: một người dân ở thôn 2",
        mend: "Xóa địa chỉ, hoặc khai báo ở bảng đơn vị, bảng cán bộ, hoặc ở [[guard.allow]] kèm lý do.",
    },
    en: Words {
        title: "E-mail address that nobody declares",
        meaning: "The text holds the e-mail address of a person: not below a domain of the state, no shared mailbox, and not declared with an office or officer.",
        why: "Addresses of citizens that become known draw spam and fraud in the name of the office.",
        wrong: "From: own.name@provider.vn",
        right: "From: a citizen of village 2",
        mend: "Remove the address, or declare it with an office, an officer, or in [[guard.allow]] with the reason.",
    },
};

pub(super) const CK0554: Bilingual = Bilingual {
    vi: Words {
        title: "Ngày sinh của cá nhân",
        meaning: "Văn bản có ngày sinh hoặc năm sinh của một người. Quy định chung như “sinh từ ngày … trở đi” không bị chặn.",
        why: "Họ tên cùng ngày sinh đủ để mạo danh một người.",
        wrong: "Ông Nguyễn Văn A (SN 19xx) được hỗ trợ",
        right: "Một hộ ở thôn 2 được hỗ trợ",
        mend: "Xóa ngày sinh ở ô được chỉ ra; danh sách buộc phải niêm yết có năm sinh thì khai báo từng mục ở [[guard.allow]].",
    },
    en: Words {
        title: "Date of a person's birth",
        meaning: "The text holds the date or the year of a person's birth. General rules such as “born from … on” are not stopped.",
        why: "A name and a date of birth are enough to pose as somebody.",
        wrong: "Mr Nguyen Van A (born 19xx) was granted support",
        right: "A household of village 2 was granted support",
        mend: "Remove the date from the cell named; where a list must show it by law, declare each in [[guard.allow]].",
    },
};

pub(super) const CK0555: Bilingual = Bilingual {
    vi: Words {
        title: "Mật khẩu, khóa truy cập",
        meaning: "Văn bản có mật khẩu, khóa API, mã truy cập hoặc khóa riêng; hoặc giá trị của một mục bí mật trong config.toml hiện ra trên trang.",
        why: "Ai cũng đọc được trang, kể cả máy quét; khóa đã đăng coi như đã mất.",
        wrong: "Mật khẩu: hcc@20xx",
        right: "Mật khẩu: cán bộ một cửa cấp trực tiếp",
        mend: "Xóa khỏi tệp và đổi mật khẩu ngay. Khóa dùng để tải trang lên thì đặt trong biến môi trường.",
    },
    en: Words {
        title: "Password or access key",
        meaning: "The text holds a password, an API key, a token or a private key; or the value of a secret key of config.toml shows on a page.",
        why: "Everybody can read the site, scanners too; a key that was published is lost.",
        wrong: "Password: hcc@20xx",
        right: "Password: given at the counter",
        mend: "Remove it and change the password at once. Keys for uploading belong in environment variables.",
    },
};

pub(super) const CK0556: Bilingual = Bilingual {
    vi: Words {
        title: "Công khai theo ngoại lệ",
        meaning: "Một số hoặc địa chỉ được công khai vì đã khai báo trong [[guard.allow]]; lưu ý này nhắc lại lý do đã ghi.",
        why: "Ngoại lệ phải có người chịu trách nhiệm và phải xem lại được.",
        wrong: "value = \"09xx…\" (không có reason)",
        right: "value = \"09xx…\", reason = \"Trưởng thôn đồng ý bằng văn bản\"",
        mend: "Không cần sửa. Khi lý do không còn, xóa mục đó khỏi config.toml.",
    },
    en: Words {
        title: "Published by an exception",
        meaning: "A number or address is published because [[guard.allow]] declares it; this note repeats the reason given.",
        why: "Somebody must answer for an exception, and it must be open to review.",
        wrong: "value = \"09xx…\" (no reason)",
        right: "value = \"09xx…\", reason = \"The village head agreed in writing\"",
        mend: "Nothing to mend. When the reason ends, remove the entry from config.toml.",
    },
};

pub(super) const CK0557: Bilingual = Bilingual {
    vi: Words {
        title: "Ngoại lệ không có lý do",
        meaning: "Một mục của [[guard.allow]] không có `reason`, nên bị bỏ qua và dữ liệu cá nhân vẫn bị chặn.",
        why: "Không ai đánh giá được một ngoại lệ không nêu căn cứ.",
        wrong: "[[guard.allow]]\nvalue = \"0900 000 001\"",
        right: "[[guard.allow]]\nvalue = \"0900 000 001\"\nreason = \"Số trực của thôn, công khai theo quy chế\"",
        mend: "Ghi căn cứ công khai vào `reason`, hoặc xóa mục đó.",
    },
    en: Words {
        title: "Exception without a reason",
        meaning: "An entry of [[guard.allow]] has no `reason`; it is ignored, and the data stay blocked.",
        why: "Nobody can judge an exception that gives no grounds.",
        wrong: "[[guard.allow]]\nvalue = \"0900 000 001\"",
        right: "[[guard.allow]]\nvalue = \"0900 000 001\"\nreason = \"Duty number of the village, public by its rules\"",
        mend: "Write the grounds into `reason`, or remove the entry.",
    },
};
