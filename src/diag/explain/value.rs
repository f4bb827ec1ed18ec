//! What the codes about cells mean.

use super::{Bilingual, Words};

pub(super) const CK0401: Bilingual = Bilingual {
    vi: Words {
        title: "Mã thủ tục sai dạng",
        meaning: "Mã thủ tục gồm một chữ số, dấu chấm và sáu chữ số; mã của tỉnh có thể thêm đuôi như .H19. Giá trị \
            này không theo dạng đó.",
        why: "Mã là địa chỉ của trang thủ tục và là cách để người dân đối chiếu với Cổng Dịch vụ công quốc gia. \
            Chương trình không tự bớt chữ số, vì như vậy có thể trỏ sang thủ tục khác.",
        wrong: "1.0011933",
        right: "1.001193",
        mend: "Chép lại mã từ Cổng Dịch vụ công quốc gia hoặc từ quyết định công bố.",
    },
    en: Words {
        title: "Malformed procedure code",
        meaning: "A procedure code is a digit, a dot and six digits; a province may add an ending such as .H19. This \
            value has another form.",
        why: "The code is the address of the procedure's page and lets citizens compare it with the national portal. \
            The program does not drop digits by itself, since that could name another procedure.",
        wrong: "1.0011933",
        right: "1.001193",
        mend: "Copy the code from the national public service portal or from the announcing decision.",
    },
};

pub(super) const CK0402: Bilingual = Bilingual {
    vi: Words {
        title: "Ô bắt buộc để trống",
        meaning: "Dòng này thiếu một giá trị mà nếu không có thì không thể công bố, ví dụ tên thủ tục.",
        why: "Một trang không tên hay không mã thì người dân không tìm được và cũng không trích dẫn được.",
        wrong: "1.001193 |",
        right: "1.001193 | Đăng ký khai sinh",
        mend: "Điền ô trống. Nếu là dòng thừa hoặc dòng ghi chú thì xóa cả dòng.",
    },
    en: Words {
        title: "Needed cell is empty",
        meaning: "The row lacks a value without which it cannot be published, such as the name of the procedure.",
        why: "Citizens can neither find nor cite a page that has no name or no code.",
        wrong: "1.001193 |",
        right: "1.001193 | Đăng ký khai sinh",
        mend: "Fill in the cell. If the row is a remark or left over, delete the whole row.",
    },
};

pub(super) const CK0403: Bilingual = Bilingual {
    vi: Words {
        title: "Cấp thực hiện không nhận ra",
        meaning: "Giá trị này không phải là một cấp thực hiện mà chương trình biết. Trang hiển thị đúng như nguồn \
            công bố.",
        why: "Thủ tục không có cấp rõ ràng sẽ vắng mặt trong danh sách theo cấp, nên người dân có thể đến nhầm nơi.",
        wrong: "Cấp cơ sở",
        right: "Cấp Xã",
        mend: "Ghi Cấp Bộ, Cấp Tỉnh hoặc Cấp Xã; nhiều cấp thì ghi đủ các cấp.",
    },
    en: Words {
        title: "Level of government not known",
        meaning: "The value is no level that the program knows. The page shows it as it was published.",
        why: "A procedure without a clear level is absent from the lists by level, and citizens may go to the wrong \
            place.",
        wrong: "Cấp cơ sở",
        right: "Cấp Xã",
        mend: "Write Cấp Bộ, Cấp Tỉnh or Cấp Xã; where there are several, write each of them.",
    },
};

pub(super) const CK0404: Bilingual = Bilingual {
    vi: Words {
        title: "Cách thức nộp hồ sơ không nhận ra",
        meaning: "Có ba cách thức: trực tiếp, trực tuyến và qua dịch vụ bưu chính. Giá trị này không thuộc cách nào; \
            trang hiển thị đúng như nguồn.",
        why: "Cách thức thực hiện là bộ phận bắt buộc của thủ tục (khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP, đã sửa \
            đổi). Ghi rõ thì người dân biết có phải đi lại hay không.",
        wrong: "Nộp tại chỗ hoặc qua mạng",
        right: "Trực tiếp\nTrực tuyến",
        mend: "Ghi mỗi cách thức một dòng, bằng một trong ba tên trên.",
    },
    en: Words {
        title: "Way of submitting not known",
        meaning: "There are three ways: in person (Trực tiếp), online (Trực tuyến) and by post (Dịch vụ bưu chính). \
            The value is none of them; the page shows it as published.",
        why: "The manner of performance is a part that every procedure must have (Điều 8 clause 2 of Nghị định \
            63/2010/NĐ-CP, as amended). Stated clearly, it tells citizens whether they have to travel.",
        wrong: "Nộp tại chỗ hoặc qua mạng",
        right: "Trực tiếp\nTrực tuyến",
        mend: "Write each way on a line of its own, by one of the three names.",
    },
};

pub(super) const CK0405: Bilingual = Bilingual {
    vi: Words {
        title: "Mức thu ghi 0 đồng, không giải thích",
        meaning: "Nguồn ghi “0 VNĐ ()”: số không, không có ghi chú. Cơ sở dữ liệu ghi như vậy khi chưa nhập mức thu, \
            nên trang ghi “chưa công bố”.",
        why: "Nếu ghi “miễn phí” mà thực tế có thu, người dân bị thông tin sai. Phí, lệ phí là bộ phận của thủ tục \
            khi thủ tục có thu (khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP, đã sửa đổi).",
        wrong: "0 VNĐ ()",
        right: "8.000 đồng\nhoặc: Miễn phí",
        mend: "Tra mức thu trong văn bản quy định và ghi rõ; chỉ ghi “Miễn phí” khi đúng là không thu.",
    },
    en: Words {
        title: "Fee given as 0 đồng without a word",
        meaning: "The source says “0 VNĐ ()”: zero, with an empty note. The database writes this where no fee was \
            entered, so the page says “not published”.",
        why: "If the page said “free” and a fee is charged, citizens would be misinformed. Where a procedure has a \
            fee, the fee is one of its parts (Điều 8 clause 2 of Nghị định 63/2010/NĐ-CP, as amended).",
        wrong: "0 VNĐ ()",
        right: "8.000 đồng\nor: Miễn phí",
        mend: "Look up the fee in the document that sets it and state it; write “Miễn phí” only where nothing is \
            charged.",
    },
};

pub(super) const CK0406: Bilingual = Bilingual {
    vi: Words {
        title: "Số tiền và ghi chú mâu thuẫn",
        meaning: "Số tiền và lời ghi chú đi kèm nêu hai mức khác nhau. Trang hiển thị cả hai, kèm dấu lưu ý, và \
            không tự chọn.",
        why: "Người dân cần biết phải mang bao nhiêu tiền. Thông tin công khai sai phải được kiểm tra và đính chính \
            trong 15 ngày kể từ khi có kiến nghị (Điều 22 Luật Tiếp cận thông tin).",
        wrong: "20 VNĐ (20.000 VNĐ/tờ khai)",
        right: "20.000 VNĐ (20.000 VNĐ/tờ khai)",
        mend: "Đối chiếu văn bản quy định mức thu, rồi sửa chỗ ghi sai.",
    },
    en: Words {
        title: "Amount and note disagree",
        meaning: "The amount and the note beside it state two different fees. The page shows both with a warning and \
            does not choose.",
        why: "Citizens need to know how much to bring. Wrong public information has to be checked and corrected \
            within 15 days of a complaint (Điều 22 of the Law on Access to Information).",
        wrong: "20 VNĐ (20.000 VNĐ/tờ khai)",
        right: "20.000 VNĐ (20.000 VNĐ/tờ khai)",
        mend: "Check the document that sets the fee and correct the one that is wrong.",
    },
};

pub(super) const CK0407: Bilingual = Bilingual {
    vi: Words {
        title: "Không đọc được số tiền",
        meaning: "Ô phí, lệ phí có chữ nhưng không có số tiền nào đọc được. Trang hiển thị nguyên văn.",
        why: "Không có con số thì người dân không biết phải chuẩn bị bao nhiêu, và bảng tải về không so sánh được \
            mức thu.",
        wrong: "hai mươi nghìn",
        right: "20.000 đồng/tờ khai",
        mend: "Ghi số tiền và đơn vị; mức thu theo trường hợp thì ghi mỗi trường hợp một dòng.",
    },
    en: Words {
        title: "No amount can be read",
        meaning: "The fee has words, but no amount that can be read. The page shows the words as they are.",
        why: "Without a number citizens do not know what to bring, and the downloads cannot compare fees.",
        wrong: "hai mươi nghìn",
        right: "20.000 đồng/tờ khai",
        mend: "Write the amount with its unit; where it depends on the case, one line for each case.",
    },
};

pub(super) const CK0408: Bilingual = Bilingual {
    vi: Words {
        title: "Mức thu quá thấp",
        meaning: "Mức thu dưới 1.000 đồng. Không biểu phí nào có mức như vậy; thường là con số ghi theo nghìn đồng.",
        why: "Người dân đọc “20 đồng” sẽ mang thiếu tiền, hoặc không còn tin các số khác trên trang.",
        wrong: "20 VNĐ",
        right: "20.000 VNĐ",
        mend: "Đối chiếu văn bản quy định mức thu và ghi đủ chữ số.",
    },
    en: Words {
        title: "Fee too small",
        meaning: "The fee is below 1,000 đồng. No schedule has such a fee; most often it was given in thousands.",
        why: "A citizen who reads “20 đồng” brings too little money, or stops trusting the other figures.",
        wrong: "20 VNĐ",
        right: "20.000 VNĐ",
        mend: "Check the document that sets the fee and write all its digits.",
    },
};

pub(super) const CK0409: Bilingual = Bilingual {
    vi: Words {
        title: "Không đọc được thời hạn giải quyết",
        meaning: "Thời hạn không có con số và đơn vị đọc được. Trang hiển thị nguyên văn.",
        why: "Thời hạn giải quyết là bộ phận bắt buộc của thủ tục (khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP, đã sửa \
            đổi). Không rõ thời hạn thì người dân không biết khi nào hồ sơ bị trễ.",
        wrong: "Theo giấy hẹn",
        right: "3 ngày làm việc",
        mend: "Ghi số và đơn vị; lời giải thích viết sau, ví dụ “3 ngày làm việc, kể từ khi nhận đủ hồ sơ”.",
    },
    en: Words {
        title: "Time limit cannot be read",
        meaning: "The time limit has no number with a unit. The page shows its words as they are.",
        why: "The time limit is a part that every procedure must have (Điều 8 clause 2 of Nghị định 63/2010/NĐ-CP, \
            as amended). Without it citizens cannot tell when their dossier is late.",
        wrong: "Theo giấy hẹn",
        right: "3 ngày làm việc",
        mend: "Write a number and a unit, then any explanation, such as “3 ngày làm việc, kể từ khi nhận đủ hồ sơ”.",
    },
};

pub(super) const CK0410: Bilingual = Bilingual {
    vi: Words {
        title: "Thời hạn không rõ đơn vị",
        meaning: "Thời hạn có con số nhưng không có đơn vị dùng được. Chương trình không tự thêm chữ “ngày”.",
        why: "“Ngày” và “ngày làm việc” không phải là một: 15 ngày làm việc là ba tuần. Hiểu nhầm thì người dân đến \
            lấy kết quả sai hẹn.",
        wrong: "15",
        right: "15 ngày làm việc",
        mend: "Ghi thêm đơn vị theo quyết định công bố: giờ, ngày, ngày làm việc hoặc tháng.",
    },
    en: Words {
        title: "Time limit without a unit",
        meaning: "The time limit has a number but no unit that can be used. The program does not add “days” by \
            itself.",
        why: "Days and working days are not the same: 15 working days are three weeks. Misunderstood, citizens come \
            for the result on the wrong date.",
        wrong: "15",
        right: "15 ngày làm việc",
        mend: "Add the unit that the announcing decision gives: giờ, ngày, ngày làm việc or tháng.",
    },
};

pub(super) const CK0411: Bilingual = Bilingual {
    vi: Words {
        title: "Số bản không phải số nguyên",
        meaning: "Ô số bản chính hoặc bản sao chứa chữ hay tên tệp thay vì một con số. Trang hiển thị nguyên văn.",
        why: "Thành phần, số lượng hồ sơ là bộ phận bắt buộc của thủ tục (khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP, đã \
            sửa đổi). Số bản rõ ràng giúp người dân không phải đi lại nhiều lần.",
        wrong: "mau-to-khai.docx",
        right: "1",
        mend: "Chỉ ghi số; tên mẫu và lời giải thích ghi vào cột của chúng.",
    },
    en: Words {
        title: "Number of copies is not a whole number",
        meaning: "The number of originals or copies holds words or a file name instead of a number. The page shows \
            it as it is.",
        why: "The papers and their number are a part that every procedure must have (Điều 8 clause 2 of Nghị định \
            63/2010/NĐ-CP, as amended). A clear number saves citizens a second journey.",
        wrong: "mau-to-khai.docx",
        right: "1",
        mend: "Write the number alone; the form and explanations go to their own columns.",
    },
};

pub(super) const CK0412: Bilingual = Bilingual {
    vi: Words {
        title: "Ngày không hợp lệ",
        meaning: "Ngày này không có trong lịch, hoặc viết theo cách không rõ đâu là ngày, đâu là tháng. Trang hiển \
            thị nguyên văn.",
        why: "Ngày ban hành và ngày hiệu lực cho người dân biết quy định nào đang áp dụng; đoán sai sẽ hiện quy định \
            đã hết hiệu lực.",
        wrong: "31/02/2025",
        right: "28/02/2025",
        mend: "Ghi ngày/tháng/năm theo văn bản. Trong Excel, đặt định dạng ô là Ngày (Date).",
    },
    en: Words {
        title: "Date that is not valid",
        meaning: "The date is not in the calendar, or does not tell the day from the month. The page shows it as it \
            is.",
        why: "Dates of issue and effect tell citizens which rule is in force. A wrong guess would show one that has \
            ended.",
        wrong: "31/02/2025",
        right: "28/02/2025",
        mend: "Write day/month/year as the document has it. In Excel, give the cell the format Date.",
    },
};

pub(super) const CK0413: Bilingual = Bilingual {
    vi: Words {
        title: "Số điện thoại không gọi được",
        meaning: "Số này thiếu hoặc thừa chữ số, hoặc có chữ xen giữa, nên điện thoại không gọi được khi bấm vào.",
        why: "Trên điện thoại, người dân chỉ chạm vào số để gọi; số sai thì họ không hỏi được gì.",
        wrong: "024 1234 (gặp văn phòng)",
        right: "024 1234 5678",
        mend: "Ghi đủ mã vùng và số. Tên người nghe máy ghi ở cột khác.",
    },
    en: Words {
        title: "Telephone number that cannot be dialled",
        meaning: "The number has too few or too many digits, or words within it, so a telephone cannot call it.",
        why: "On a phone citizens just touch the number to call. If it is wrong, they get no answer at all.",
        wrong: "024 1234 (gặp văn phòng)",
        right: "024 1234 5678",
        mend: "Write the area code and the number. Who answers belongs in another column.",
    },
};

pub(super) const CK0414: Bilingual = Bilingual {
    vi: Words {
        title: "Địa chỉ thư điện tử sai dạng",
        meaning: "Địa chỉ thiếu tên, dấu @ hoặc tên miền.",
        why: "Thư của người dân gửi tới địa chỉ này sẽ bị trả lại, và phản ánh, kiến nghị của họ không đến nơi.",
        wrong: "motcua.example.gov.vn",
        right: "motcua@example.gov.vn",
        mend: "Sửa lại địa chỉ, mỗi ô một địa chỉ; nên dùng hộp thư công vụ, không dùng thư riêng.",
    },
    en: Words {
        title: "Malformed e-mail address",
        meaning: "The address lacks its name, its @ or its domain.",
        why: "Citizens' letters to it come back, and their feedback never arrives.",
        wrong: "motcua.example.gov.vn",
        right: "motcua@example.gov.vn",
        mend: "Correct the address, one a cell; use the office's mailbox rather than a private one.",
    },
};

pub(super) const CK0415: Bilingual = Bilingual {
    vi: Words {
        title: "Tọa độ không dùng được",
        meaning: "Tọa độ không đọc được hoặc chỉ một nơi ngoài Việt Nam. Thường do đảo vĩ độ với kinh độ; trang bỏ \
            bản đồ và chỉ ghi địa chỉ.",
        why: "Bản đồ chỉ sai đưa người dân tới sai nơi nộp hồ sơ.",
        wrong: "105.8542, 21.0285",
        right: "21.0285, 105.8542",
        mend: "Trên bản đồ, bấm vào trụ sở và chép tọa độ: vĩ độ (8 đến 24) trước, kinh độ (102 đến 118) sau.",
    },
    en: Words {
        title: "Coordinates that cannot be used",
        meaning: "The coordinates cannot be read or name a place outside Viet Nam. Often latitude and longitude were \
            exchanged; the page then has the address alone.",
        why: "A wrong map sends citizens to the wrong counter.",
        wrong: "105.8542, 21.0285",
        right: "21.0285, 105.8542",
        mend: "Touch the office on a map and copy its coordinates: latitude (8 to 24) first, longitude (102 to 118) \
            second.",
    },
};

pub(super) const CK0416: Bilingual = Bilingual {
    vi: Words {
        title: "Ghi chú nằm trong thành phần hồ sơ",
        meaning: "Mục này không cần bản chính, cũng không cần bản sao, nên không phải giấy tờ phải nộp. Trang trình \
            bày nó như ghi chú.",
        why: "Nếu liệt kê như giấy tờ, người dân sẽ đi tìm một giấy tờ không có thật.",
        wrong: "Lưu ý: xuất trình căn cước | Bản chính: 0 | Bản sao: 0",
        right: "Giấy chứng sinh | Bản chính: 1 | Bản sao: 0",
        mend: "Không cần sửa nếu đúng là ghi chú. Nếu là giấy tờ phải nộp, ghi số bản.",
    },
    en: Words {
        title: "A note among the dossier items",
        meaning: "The item asks for no original and no copy, so it is not a paper to hand in. The page shows it as a \
            note.",
        why: "Listed as a paper, it would send citizens to look for something that does not exist.",
        wrong: "Lưu ý: xuất trình căn cước | Bản chính: 0 | Bản sao: 0",
        right: "Giấy chứng sinh | Bản chính: 1 | Bản sao: 0",
        mend: "Nothing to mend if it is a note. If it is a paper to hand in, state the number.",
    },
};

pub(super) const CK0417: Bilingual = Bilingual {
    vi: Words {
        title: "Số quyết định không nhận ra",
        meaning: "Ô này không có số và ký hiệu của quyết định, ví dụ 1234/QĐ-UBND. Trang hiển thị nguyên văn.",
        why: "Số quyết định là đường để người dân và nhà báo kiểm chứng thủ tục do ai công bố, khi nào.",
        wrong: "Quyết định của Ủy ban nhân dân tỉnh",
        right: "1234/QĐ-UBND",
        mend: "Ghi số, dấu gạch chéo và ký hiệu như trên văn bản.",
    },
    en: Words {
        title: "Decision number not recognised",
        meaning: "The cell has no number and issuer mark of a decision, such as 1234/QĐ-UBND. The page shows it as \
            it is.",
        why: "By the number citizens and journalists can check who announced the procedure, and when.",
        wrong: "Quyết định của Ủy ban nhân dân tỉnh",
        right: "1234/QĐ-UBND",
        mend: "Write number, slash and mark as they stand on the document.",
    },
};

pub(super) const CK0418: Bilingual = Bilingual {
    vi: Words {
        title: "Căn cứ pháp lý thiếu số, ký hiệu",
        meaning: "Căn cứ pháp lý chỉ có tên, không có số và ký hiệu văn bản. Trang hiển thị nguyên văn nhưng không \
            nối được tới văn bản.",
        why: "Quyết định công bố phải nêu văn bản quy định thủ tục (Điều 15 Nghị định 63/2010/NĐ-CP). Có số thì \
            người dân mới tra được đúng bản còn hiệu lực.",
        wrong: "Luật Hộ tịch",
        right: "Luật Hộ tịch số 60/2014/QH13",
        mend: "Ghi thêm số, ký hiệu của văn bản; mỗi văn bản một dòng.",
    },
    en: Words {
        title: "Legal basis without its number",
        meaning: "The legal basis has a name but no document number. The page shows it as it is and cannot lead to \
            the document.",
        why: "An announcing decision has to name the document that sets the procedure (Điều 15 of Nghị định \
            63/2010/NĐ-CP). The number lets citizens find the text in force.",
        wrong: "Luật Hộ tịch",
        right: "Luật Hộ tịch số 60/2014/QH13",
        mend: "Add the number of the document; one document a line.",
    },
};

pub(super) const CK0419: Bilingual = Bilingual {
    vi: Words {
        title: "Địa chỉ web không dùng được",
        meaning: "Địa chỉ không bắt đầu bằng http:// hoặc https://. Trang chỉ hiện chữ, không tạo liên kết.",
        why: "Liên kết kiểu khác có thể chạy mã lạ trên máy của người dân, nên chương trình không bao giờ đưa vào \
            trang.",
        wrong: "www.example.gov.vn/mau-don",
        right: "https://www.example.gov.vn/mau-don",
        mend: "Mở địa chỉ bằng trình duyệt, rồi chép lại từ thanh địa chỉ.",
    },
    en: Words {
        title: "Web address that cannot be used",
        meaning: "The address does not begin with http:// or https://. The page shows the words without a link.",
        why: "Links of other kinds can run foreign code on citizens' devices, so they are never put on a page.",
        wrong: "www.example.gov.vn/mau-don",
        right: "https://www.example.gov.vn/mau-don",
        mend: "Open the address in a browser and copy it from the address bar.",
    },
};

pub(super) const CK0420: Bilingual = Bilingual {
    vi: Words {
        title: "Một phần nội dung không theo mẫu",
        meaning: "Chương trình nhận ra một phần nội dung, nhưng chỗ được chỉ ra thì không. Trang hiển thị nguyên văn \
            chỗ đó.",
        why: "Người dân vẫn đọc được, nhưng phần này không vào được bảng, không lọc và không so sánh được.",
        wrong: "Trực tuyến3 Ngày làm việc5,000 Đồng",
        right: "Trực tuyến | 3 ngày làm việc | 5.000 đồng",
        mend: "So với tệp mẫu, tách mỗi nội dung vào một ô. Nếu nội dung vốn là như vậy thì để nguyên.",
    },
    en: Words {
        title: "Part of the text does not follow its form",
        meaning: "The program understands part of the text, but not the place shown. The page shows that place as it \
            is.",
        why: "Citizens can still read it, but it cannot enter tables, filters and comparisons.",
        wrong: "Trực tuyến3 Ngày làm việc5,000 Đồng",
        right: "Trực tuyến | 3 ngày làm việc | 5.000 đồng",
        mend: "Compare with the template and give each thing its own cell. Leave it if it is meant to be so.",
    },
};

pub(super) const CK0421: Bilingual = Bilingual {
    vi: Words {
        title: "Mức độ trực tuyến không nhận ra",
        meaning: "Giá trị không thuộc cách phân loại nào: “Một phần”, “Toàn trình”, hay các mức độ từ 1 đến 4. Trang \
            hiển thị nguyên văn.",
        why: "Mức độ cho người dân biết có làm xong qua mạng được không. Các cách phân loại cũ và mới không đổi \
            ngang cho nhau được, nên chương trình không tự đổi.",
        wrong: "Mức độ 5",
        right: "Toàn trình",
        mend: "Ghi theo quyết định đang áp dụng; dữ liệu cũ thì giữ đúng mức độ của thời điểm đó.",
    },
    en: Words {
        title: "Level of online service not known",
        meaning: "The value belongs to no scheme: “Một phần” (partial), “Toàn trình” (end-to-end), or levels 1 to 4. \
            The page shows it as it is.",
        why: "The level tells citizens whether all can be done online. Old and new schemes do not translate into \
            each other, so the program does not convert.",
        wrong: "Mức độ 5",
        right: "Toàn trình",
        mend: "Write what the decision in force says; in older data keep the level of its time.",
    },
};

pub(super) const CK0422: Bilingual = Bilingual {
    vi: Words {
        title: "Giá trị không phải Có hay Không",
        meaning: "Cột này trả lời một câu hỏi Có hoặc Không, nhưng giá trị không phải là câu trả lời nào trong hai.",
        why: "Ví dụ, “có tiếp nhận không phụ thuộc địa giới không” quyết định người dân có được nộp ở xã khác hay \
            không; đoán sai là chỉ sai đường.",
        wrong: "tùy",
        right: "Có",
        mend: "Ghi Có hoặc Không; chưa rõ thì để trống.",
    },
    en: Words {
        title: "Value is neither yes nor no",
        meaning: "The column answers a question by yes or no, but the value is neither.",
        why: "Whether a procedure is received regardless of boundaries, for one, decides if citizens may hand it in \
            elsewhere; a wrong guess misleads them.",
        wrong: "tùy",
        right: "Có",
        mend: "Write Có (yes) or Không (no); leave it empty where it is not known.",
    },
};
