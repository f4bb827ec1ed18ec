//! What the codes about files that cannot be read as they are mean.

use super::{Bilingual, Words};

pub(super) const CK0201: Bilingual = Bilingual {
    vi: Words {
        title: "Không tìm thấy tệp dữ liệu",
        meaning: "Mục `sources` nêu một tên tệp, nhưng không có tệp nào tên như vậy nằm cạnh _index.md. Tên tệp phân \
            biệt dấu gạch, khoảng trắng và phần đuôi.",
        why: "Thiếu tệp thì cả danh mục biến mất khỏi trang, nên chương trình coi đây là lỗi.",
        wrong: "sources = [\"danhmuc.xlsx\"]   (tệp thật: danh-muc-2026.xlsx)",
        right: "sources = [\"danh-muc*.xlsx\"]",
        mend: "Sửa tên trong `sources`, hoặc chép tệp vào đúng thư mục. Dấu * thay cho một đoạn tên bất kỳ.",
    },
    en: Words {
        title: "Data file not found",
        meaning: "`sources` names a file, but none of that name stands beside _index.md. Hyphens, blanks and endings \
            count.",
        why: "Without the file a whole list would vanish from the site, so this is an error.",
        wrong: "sources = [\"danhmuc.xlsx\"]   (the file is danh-muc-2026.xlsx)",
        right: "sources = [\"danh-muc*.xlsx\"]",
        mend: "Correct the name in `sources`, or copy the file into the folder. An asterisk stands for any part of a \
            name.",
    },
};

pub(super) const CK0202: Bilingual = Bilingual {
    vi: Words {
        title: "Loại tệp không đọc được",
        meaning: "Chương trình không biết cách lấy bảng dữ liệu từ loại tệp này. Các loại đọc được: .xlsx, .xls, \
            .ods, .csv, .tsv, .json, .jsonl, .toml, và bản nén .gz của các tệp chữ.",
        why: "Tệp Word hay PDF dành cho người đọc; máy không biết chắc ô nào thuộc cột nào, nên chương trình không \
            đoán.",
        wrong: "danh-muc.docx",
        right: "danh-muc.xlsx",
        mend: "Chép bảng sang Excel, rồi lưu thành .xlsx.",
    },
    en: Words {
        title: "File type that cannot be read",
        meaning: "The program does not know how to take a table from this type of file. It reads .xlsx, .xls, .ods, \
            .csv, .tsv, .json, .jsonl, .toml, and .gz of the text types.",
        why: "Word and PDF files are made for human readers. A machine cannot be sure which cell belongs to which \
            column, so the program does not guess.",
        wrong: "danh-muc.docx",
        right: "danh-muc.xlsx",
        mend: "Copy the table into Excel and save it as .xlsx.",
    },
};

pub(super) const CK0203: Bilingual = Bilingual {
    vi: Words {
        title: "Tệp không ở bảng mã UTF-8",
        meaning: "Tệp chữ (.csv, .tsv, .json, .toml hoặc .md) được lưu ở bảng mã khác, nên chữ tiếng Việt không đọc \
            đúng được.",
        why: "Nếu vẫn công bố, chữ có dấu sẽ thành ký tự lạ, người dân không đọc được và không tìm được thủ tục.",
        wrong: "Lưu thành: CSV (Comma delimited) (*.csv)",
        right: "Lưu thành: CSV UTF-8 (Comma delimited) (*.csv)",
        mend: "Mở tệp gốc bằng Excel và lưu lại thành CSV UTF-8; với Notepad, chọn mã hóa UTF-8 khi lưu.",
    },
    en: Words {
        title: "File is not UTF-8",
        meaning: "A text file (.csv, .tsv, .json, .toml or .md) is saved in another encoding, so its Vietnamese \
            cannot be read for certain.",
        why: "Published as it is, letters with marks would become strange signs that citizens can neither read nor \
            search for.",
        wrong: "Save as: CSV (Comma delimited) (*.csv)",
        right: "Save as: CSV UTF-8 (Comma delimited) (*.csv)",
        mend: "Open the original in Excel and save it as CSV UTF-8. In Notepad, choose the encoding UTF-8 when \
            saving.",
    },
};

pub(super) const CK0204: Bilingual = Bilingual {
    vi: Words {
        title: "Không mở được bảng tính",
        meaning: "Tệp mang đuôi của bảng tính nhưng không mở được. Thường do tệp có mật khẩu, tải về chưa trọn vẹn, \
            hoặc thật ra là loại tệp khác.",
        why: "Chương trình không thể kiểm tra điều mà nó không đọc được, nên không công bố gì từ tệp này.",
        wrong: "danh-muc.xlsx (có mật khẩu mở tệp)",
        right: "danh-muc.xlsx (lưu từ Excel, không có mật khẩu)",
        mend: "Mở tệp bằng Excel, bỏ mật khẩu, rồi chọn Lưu thành → Excel Workbook (.xlsx).",
    },
    en: Words {
        title: "Workbook cannot be opened",
        meaning: "The file has the ending of a workbook but does not open. Often it has a password, was not fully \
            downloaded, or is of another type.",
        why: "What cannot be read cannot be checked, so nothing of this file is published.",
        wrong: "danh-muc.xlsx (with a password)",
        right: "danh-muc.xlsx (saved by Excel, without a password)",
        mend: "Open it in Excel, remove the password, and choose Save As → Excel Workbook (.xlsx).",
    },
};

pub(super) const CK0205: Bilingual = Bilingual {
    vi: Words {
        title: "Tệp giải nén quá lớn",
        meaning: "Nội dung tệp sau khi giải nén vượt mức cho phép. Bảng tính .xlsx cũng là một tệp nén.",
        why: "Giới hạn này giữ cho máy của đơn vị không bị treo vì một tệp hỏng hoặc cố ý phá hoại.",
        wrong: "danh-muc.xlsx có chèn hàng nghìn ảnh quét",
        right: "danh-muc.xlsx chỉ có chữ và số; bản quét để thành tệp PDF riêng",
        mend: "Xóa ảnh và các trang tính không dùng, hoặc tách dữ liệu ra nhiều tệp.",
    },
    en: Words {
        title: "File unpacks to too much",
        meaning: "The content of the file, once unpacked, passes the limit. A workbook (.xlsx) is a packed file too.",
        why: "The limit keeps the unit's computer from hanging because of a damaged or malicious file.",
        wrong: "danh-muc.xlsx with thousands of scanned pictures",
        right: "danh-muc.xlsx with text and numbers only; scans as PDF files beside it",
        mend: "Remove pictures and sheets that are not used, or split the file.",
    },
};

pub(super) const CK0206: Bilingual = Bilingual {
    vi: Words {
        title: "Bảng quá nhiều dòng",
        meaning: "Trang tính hoặc tệp có nhiều dòng hơn mức cho phép. Thường do định dạng bị kéo xuống tận cuối \
            trang tính, để lại rất nhiều dòng trống.",
        why: "Đọc hàng triệu dòng trống làm mỗi lần cập nhật mất nhiều phút, nên thông tin đến với người dân chậm \
            hơn.",
        wrong: "Trang tính có 1.048.576 dòng, trong đó 200 dòng có chữ",
        right: "Trang tính có 201 dòng: một dòng tiêu đề và 200 thủ tục",
        mend: "Chọn các dòng trống dưới bảng, bấm Xóa (Delete) cả dòng, rồi lưu lại. Bảng dài thật thì tách thành \
            nhiều tệp.",
    },
    en: Words {
        title: "Table has too many rows",
        meaning: "The sheet or file has more rows than the limit. Often a format was dragged to the end of the sheet \
            and left empty rows behind.",
        why: "Reading a million empty rows makes each update take minutes, and what citizens see arrives later.",
        wrong: "A sheet of 1,048,576 rows, 200 of them with text",
        right: "A sheet of 201 rows: the headings and 200 procedures",
        mend: "Select the empty rows below the table, delete them as rows, and save. Split a table that is truly \
            long.",
    },
};

pub(super) const CK0207: Bilingual = Bilingual {
    vi: Words {
        title: "Tệp dữ liệu viết sai cú pháp",
        meaning: "Tại chỗ được chỉ ra, nội dung không theo đúng quy tắc của định dạng tệp. Thường thiếu dấu nháy, \
            dấu phẩy hoặc dấu ngoặc.",
        why: "Từ chỗ sai trở đi, máy không biết chắc giá trị nào thuộc mục nào; đoán nhầm sẽ công bố sai cho người \
            dân.",
        wrong: "{\"ma_tthc\": \"1.001193\", \"ten_tthc\": \"Đăng ký khai sinh}",
        right: "{\"ma_tthc\": \"1.001193\", \"ten_tthc\": \"Đăng ký khai sinh\"}",
        mend: "Sửa chỗ được chỉ ra rồi chạy lại. Nếu tệp do phần mềm khác xuất ra, hãy xuất lại.",
    },
    en: Words {
        title: "Data file is not well formed",
        meaning: "At the place shown the content breaks the rules of its format. Often a quote, a comma or a bracket \
            is missing.",
        why: "From there on a machine cannot know which value belongs where, and a wrong guess would misinform \
            citizens.",
        wrong: "{\"ma_tthc\": \"1.001193\", \"ten_tthc\": \"Đăng ký khai sinh}",
        right: "{\"ma_tthc\": \"1.001193\", \"ten_tthc\": \"Đăng ký khai sinh\"}",
        mend: "Mend the place shown and run again. If other software wrote the file, export it again.",
    },
};

pub(super) const CK0208: Bilingual = Bilingual {
    vi: Words {
        title: "Dòng thừa hoặc thiếu ô",
        meaning: "Dòng này có số ô khác với dòng tiêu đề. Trong tệp CSV, thường do một ô có dấu phẩy nhưng không đặt \
            trong dấu nháy kép.",
        why: "Khi ô bị lệch, lệ phí có thể rơi vào cột thời hạn, và người dân đọc phải thông tin sai.",
        wrong: "Tên thủ tục,Lĩnh vực\nĐăng ký nhận cha, mẹ, con,Hộ tịch",
        right: "Tên thủ tục,Lĩnh vực\n\"Đăng ký nhận cha, mẹ, con\",Hộ tịch",
        mend: "Đặt ô có dấu phẩy trong dấu nháy kép, hoặc lưu bảng thành .xlsx để khỏi lo dấu phân cách.",
    },
    en: Words {
        title: "Row with too many or too few cells",
        meaning: "The row has another number of cells than the headings. In CSV files a cell with a comma often \
            lacks its quotes.",
        why: "When cells shift, a fee may land under the time limit and citizens read what is wrong.",
        wrong: "Tên thủ tục,Lĩnh vực\nĐăng ký nhận cha, mẹ, con,Hộ tịch",
        right: "Tên thủ tục,Lĩnh vực\n\"Đăng ký nhận cha, mẹ, con\",Hộ tịch",
        mend: "Put a cell that contains commas in double quotes, or save the table as .xlsx, which needs no \
            separators.",
    },
};

pub(super) const CK0209: Bilingual = Bilingual {
    vi: Words {
        title: "Tệp hoặc trang tính không có dữ liệu",
        meaning: "Chỉ có dòng tiêu đề, hoặc không có gì cả.",
        why: "Danh mục trống trên trang khiến người dân tưởng đơn vị không giải quyết thủ tục nào.",
        wrong: "Mã thủ tục | Tên thủ tục",
        right: "Mã thủ tục | Tên thủ tục\n1.001193   | Đăng ký khai sinh",
        mend: "Nhập dữ liệu ngay dưới dòng tiêu đề, hoặc xóa tệp hay trang tính không dùng.",
    },
    en: Words {
        title: "File or sheet without records",
        meaning: "There is a heading row alone, or nothing at all.",
        why: "An empty list on the site makes citizens think that the unit handles no procedure.",
        wrong: "Mã thủ tục | Tên thủ tục",
        right: "Mã thủ tục | Tên thủ tục\n1.001193   | Đăng ký khai sinh",
        mend: "Enter records right below the headings, or remove the file or sheet if it is not used.",
    },
};

pub(super) const CK0210: Bilingual = Bilingual {
    vi: Words {
        title: "Chữ ở bảng mã cũ TCVN3 hoặc VNI",
        meaning: "Nội dung được gõ bằng bảng mã có trước Unicode, dùng với phông .VnTime hoặc VNI-Times. Chương \
            trình đã chuyển sang Unicode.",
        why: "Chuyển tự động có thể sai ở chữ viết hoa hay ký hiệu lạ, nên cần người đọc lại trước khi người dân \
            đọc.",
        wrong: "Thñ tôc hµnh chÝnh",
        right: "Thủ tục hành chính",
        mend: "Xem lại chữ có dấu trên trang vừa dựng. Tốt nhất là chuyển tệp gốc sang Unicode và dùng phông Times \
            New Roman.",
    },
    en: Words {
        title: "Text in the old encodings TCVN3 or VNI",
        meaning: "The text was typed in an encoding older than Unicode, for fonts such as .VnTime or VNI-Times. The \
            program has converted it.",
        why: "Automatic conversion can fail on capitals and unusual signs, so a person should read the result before \
            citizens do.",
        wrong: "Thñ tôc hµnh chÝnh",
        right: "Thủ tục hành chính",
        mend: "Check the letters with marks on the built site. Best convert the original to Unicode, in a font such \
            as Times New Roman.",
    },
};

pub(super) const CK0211: Bilingual = Bilingual {
    vi: Words {
        title: "Unicode tổ hợp đã được đổi sang dựng sẵn",
        meaning: "Trong tệp, chữ và dấu được ghi thành hai ký tự rời. Chương trình đã ghép lại thành một; nội dung \
            nhìn thấy không thay đổi.",
        why: "Không ghép lại thì tìm “thủ tục” có thể không ra kết quả, dù trên màn hình hai cách viết giống hệt \
            nhau.",
        wrong: "“ủ” ghi bằng hai ký tự: u và dấu hỏi",
        right: "“ủ” ghi bằng một ký tự",
        mend: "Không cần sửa. Lần sau, chọn bảng mã Unicode (dựng sẵn) trong bộ gõ.",
    },
    en: Words {
        title: "Decomposed Unicode was composed",
        meaning: "The file writes letters and their marks as separate characters. The program has joined them; what \
            one sees is unchanged.",
        why: "Left apart, a search for “thủ tục” could miss the text, though both ways look alike on the screen.",
        wrong: "“ủ” as two characters: u and a hook",
        right: "“ủ” as one character",
        mend: "Nothing to mend. Next time set the keyboard program to precomposed Unicode.",
    },
};

pub(super) const CK0212: Bilingual = Bilingual {
    vi: Words {
        title: "Ô báo lỗi công thức",
        meaning: "Ô có công thức mà Excel không tính được, nên hiện #REF!, #N/A hoặc lỗi tương tự. Chương trình coi \
            ô đó là trống.",
        why: "Giá trị mà người dân cần, như lệ phí hay số hồ sơ, sẽ thiếu trên trang.",
        wrong: "#REF!",
        right: "15.000",
        mend: "Sửa công thức; nếu công thức dẫn tới tệp khác, chép giá trị vào ô bằng Dán đặc biệt → Giá trị.",
    },
    en: Words {
        title: "Cell shows a formula error",
        meaning: "The cell has a formula that Excel could not compute, so it shows #REF!, #N/A or the like. The \
            program reads it as empty.",
        why: "The value that citizens need, a fee or a number of dossiers, is then missing from the page.",
        wrong: "#REF!",
        right: "15.000",
        mend: "Mend the formula. If it points to another file, put the value itself into the cell by Paste Special → \
            Values.",
    },
};

pub(super) const CK0213: Bilingual = Bilingual {
    vi: Words {
        title: "Tệp nén .gz bị hỏng",
        meaning: "Tệp .gz không giải nén được đến hết. Thường do tải về bị ngắt giữa chừng.",
        why: "Đọc nửa tệp sẽ làm mất nửa danh mục mà không ai biết, nên chương trình không dùng phần đọc được.",
        wrong: "danh-muc.jsonl.gz (tải về dở dang)",
        right: "danh-muc.jsonl.gz (giải nén được trọn vẹn)",
        mend: "Tải lại tệp từ nguồn, hoặc dùng thẳng tệp chưa nén.",
    },
    en: Words {
        title: "Damaged .gz file",
        meaning: "The .gz file cannot be unpacked to its end. Often a download was interrupted.",
        why: "Half a file would silently lose half the list, so the part that can be read is not used.",
        wrong: "danh-muc.jsonl.gz (half downloaded)",
        right: "danh-muc.jsonl.gz (unpacks completely)",
        mend: "Fetch the file again, or use the file that is not packed.",
    },
};

pub(super) const CK0214: Bilingual = Bilingual {
    vi: Words {
        title: "Ký tự ẩn hoặc ký hiệu phông riêng đã được thay",
        meaning: "Nội dung chép từ Word thường mang theo ký tự không nhìn thấy hoặc dấu đầu dòng của phông Symbol, \
            Wingdings. Chương trình đã bỏ hoặc thay bằng dấu thường.",
        why: "Trên điện thoại của người dân, các ký hiệu đó hiện thành ô vuông, còn ký tự ẩn làm tìm kiếm trượt.",
        wrong: "□ Giấy chứng sinh",
        right: "- Giấy chứng sinh",
        mend: "Không cần sửa. Muốn chắc chắn, xem lại các danh sách có dấu đầu dòng.",
    },
    en: Words {
        title: "Invisible or symbol-font characters were replaced",
        meaning: "Text copied from Word often carries characters that cannot be seen, or bullets of the fonts Symbol \
            and Wingdings. The program has removed them or put plain signs instead.",
        why: "On citizens' phones such signs appear as empty boxes, and invisible characters make a search miss.",
        wrong: "□ Giấy chứng sinh",
        right: "- Giấy chứng sinh",
        mend: "Nothing to mend. To be sure, look at lists that have bullets.",
    },
};
