//! The Excel templates: headings that the importer knows, notes, drop-down lists and an example row.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet,
    XlsxError,
};

/// Longest title of a hint that Excel takes, in characters.
const LONGEST_TITLE: usize = 32;

/// Rows of a template that have drop-down lists.
const PREPARED_ROWS: u32 = 500;

/// One Excel template.
#[derive(Debug)]
pub(super) struct Form {
    /// File name.
    pub(super) file: &'static str,
    /// Name of the sheet.
    sheet: &'static str,
    /// The columns.
    columns: &'static [Column<'static>],
}

/// One column of a template.
#[derive(Debug)]
pub(super) struct Column<'a> {
    /// Heading; one that the importer knows.
    pub(super) heading: &'a str,
    /// What belongs in it, shown when the heading is pointed at.
    pub(super) note: &'a str,
    /// The example.
    pub(super) example: &'a str,
    /// Width in characters.
    pub(super) width: f64,
    /// Values to choose from; others may be typed as well.
    pub(super) choices: &'a [&'a str],
}

const fn column(heading: &'static str, width: f64, example: &'static str, note: &'static str) -> Column<'static> {
    Column { heading, note, example, width, choices: &[] }
}

const fn choice(
    heading: &'static str,
    example: &'static str,
    choices: &'static [&'static str],
    note: &'static str,
) -> Column<'static> {
    Column { heading, note, example, width: 18.0, choices }
}

const LEVELS: &[&str] = &["Cấp xã", "Cấp tỉnh", "Cấp Bộ/Trung ương"];
const ONLINE: &[&str] = &["Toàn trình", "Một phần", "Cung cấp thông tin"];
const YES_NO: &[&str] = &["Có", "Không"];
const OFFICE_KINDS: &[&str] = &["Bộ phận Một cửa", "Điểm tiếp nhận", "Cơ quan"];
const INDEXES: &[&str] = &["CCHC cấp xã", "PAR INDEX", "SIPAS", "Bộ chỉ số 766", "PAPI", "PCI", "DDCI"];
const PERIODS: &[&str] = &[
    "Quý I năm 2026",
    "Quý II năm 2026",
    "Quý III năm 2026",
    "Quý IV năm 2026",
    "6 tháng đầu năm 2026",
    "9 tháng đầu năm 2026",
    "Năm 2026",
];
const FIELDS: &[&str] =
    &["Hộ tịch", "Chứng thực", "Đất đai", "Bảo trợ xã hội", "Người có công", "Cư trú", "Hộ kinh doanh", "Tổng cộng"];
const ROLES: &[&str] = &["Người đứng đầu", "Cấp phó", "Công chức"];

/// Every template.
pub(super) const ALL: &[Form] = &[
    Form {
        file: "thu-tuc.xlsx",
        sheet: "TTHC",
        columns: &[
            column(
                "Mã thủ tục",
                12.0,
                "1.001193",
                "Bắt buộc. Mã trên Cơ sở dữ liệu quốc gia: một chữ số, dấu chấm, sáu chữ số. Định dạng ô là Văn bản.",
            ),
            column("Tên thủ tục", 40.0, "Thủ tục đăng ký khai sinh", "Bắt buộc. Ghi đúng tên đã công bố."),
            column("Lĩnh vực", 18.0, "Hộ tịch", "Tên lĩnh vực đã công bố."),
            choice("Cấp thực hiện", "Cấp xã", LEVELS, "Chọn trong danh sách."),
            column("Số quyết định", 16.0, "163/QĐ-BTP", "Số, ký hiệu quyết định công bố."),
            column(
                "Đối tượng thực hiện",
                28.0,
                "Công dân Việt Nam\nNgười Việt Nam định cư ở nước ngoài",
                "Mỗi đối tượng một dòng trong ô (Alt + Enter).",
            ),
            column(
                "Trình tự thực hiện",
                50.0,
                "Bước 1: Nộp hồ sơ.\nBước 2: Nhận giấy hẹn.\nBước 3: Nhận kết quả.",
                "Mỗi bước một dòng trong ô.",
            ),
            column(
                "Cách thức thực hiện",
                30.0,
                "Trực tiếp\nTrực tuyến\nDịch vụ bưu chính",
                "Mỗi cách một dòng trong ô.",
            ),
            column("Thời hạn giải quyết", 20.0, "1 ngày làm việc", "Số và đơn vị: giờ, ngày, ngày làm việc, tháng."),
            column(
                "Phí, lệ phí",
                24.0,
                "Chưa công bố",
                "Số tiền và đơn vị, hoặc \"Miễn\". Chưa biết thì ghi \"Chưa công bố\"; không ghi 0.",
            ),
            column(
                "Thành phần hồ sơ",
                50.0,
                "Tờ khai đăng ký khai sinh | 1 | 0\nGiấy chứng sinh | 1 | 0",
                "Mỗi giấy tờ một dòng: tên | số bản chính | số bản sao | tên mẫu (nếu có).",
            ),
            column("Số lượng hồ sơ", 14.0, "01 bộ", "Số bộ hồ sơ phải nộp."),
            column("Cơ quan thực hiện", 28.0, "Ủy ban nhân dân cấp xã", "Mỗi cơ quan một dòng trong ô."),
            column(
                "Địa chỉ tiếp nhận HS",
                28.0,
                "trung-tam",
                "Mã đơn vị trong tệp don-vi, hoặc tên và địa chỉ nơi nhận.",
            ),
            column("Kết quả thực hiện", 28.0, "Giấy khai sinh", "Mỗi kết quả một dòng trong ô."),
            column(
                "Yêu cầu, điều kiện thực hiện",
                40.0,
                "Không",
                "Không có thì ghi \"Không\"; để trống nghĩa là chưa công bố.",
            ),
            column(
                "Căn cứ pháp lý",
                50.0,
                "Luật Hộ tịch (60/2014/QH13)",
                "Mỗi văn bản một dòng, số ký hiệu trong ngoặc ở cuối.",
            ),
            choice("Mức độ dịch vụ công trực tuyến", "Toàn trình", ONLINE, "Chọn trong danh sách."),
            column(
                "Từ khóa",
                30.0,
                "giấy khai sinh; làm khai sinh cho con",
                "Cách người dân hay gọi, cách nhau bằng dấu chấm phẩy.",
            ),
            choice(
                "Không phụ thuộc địa giới",
                "Có",
                YES_NO,
                "Có nhận hồ sơ không phụ thuộc địa giới hành chính trong tỉnh không.",
            ),
        ],
    },
    Form {
        file: "don-vi.xlsx",
        sheet: "Đơn vị",
        columns: &[
            column(
                "Mã đơn vị",
                14.0,
                "trung-tam",
                "Chữ thường không dấu, dùng trong địa chỉ trang và trong tệp thủ tục.",
            ),
            column("Tên đơn vị", 40.0, "Trung tâm Phục vụ hành chính công xã (ví dụ)", "Bắt buộc."),
            choice("Loại đơn vị", "Bộ phận Một cửa", OFFICE_KINDS, "Chọn trong danh sách."),
            column("Địa chỉ", 40.0, "Số 1, đường Trung Tâm", "Địa chỉ để người dân tìm đến."),
            column("Vĩ độ", 10.0, "", "Tọa độ thập phân, ví dụ 21.0278."),
            column("Kinh độ", 10.0, "", "Tọa độ thập phân, ví dụ 105.8342."),
            column("Điện thoại", 16.0, "0203 0000 001", "Mỗi số một dòng trong ô."),
            column("Đường dây nóng", 16.0, "0900 000 000", "Số nhận phản ánh trong giờ làm việc."),
            column("Email", 26.0, "mot-cua@xa-mau.example", "Thư công vụ."),
            column("Giờ làm việc", 34.0, "Thứ Hai – thứ Sáu: 7:30–11:30, 13:30–17:00", "Mỗi buổi một dòng trong ô."),
            column("Quầy", 30.0, "Quầy 1: Hộ tịch, chứng thực", "Mỗi quầy một dòng trong ô."),
            column("Lĩnh vực", 30.0, "", "Lĩnh vực tiếp nhận, cách nhau bằng dấu chấm phẩy; để trống là nhận tất cả."),
            column("Hoạt động từ ngày", 12.0, "01/07/2025", "Ngày bắt đầu hoạt động."),
            column("Hoạt động đến ngày", 12.0, "", "Ngày kết thúc, nếu đã kết thúc."),
        ],
    },
    Form {
        file: "can-bo.xlsx",
        sheet: "Cán bộ",
        columns: &[
            column("Họ tên", 26.0, "Mẫu Thị Ví Dụ", "Bắt buộc."),
            column("Chức danh", 26.0, "Công chức tư pháp – hộ tịch", "Chức danh hiện nay."),
            choice("Vai trò", "Công chức", ROLES, "Chọn trong danh sách."),
            column("Đơn vị", 16.0, "trung-tam", "Mã đơn vị trong tệp don-vi."),
            column("Lĩnh vực", 30.0, "Hộ tịch; Chứng thực", "Lĩnh vực phụ trách, cách nhau bằng dấu chấm phẩy."),
            column("Điện thoại", 16.0, "0203 0000 003", "Số máy cơ quan, không dùng số riêng."),
            column("Email", 26.0, "ho-tich@xa-mau.example", "Thư công vụ."),
        ],
    },
    Form {
        file: "xep-hang.xlsx",
        sheet: "Xếp hạng",
        columns: &[
            choice("Chỉ số", "CCHC cấp xã", INDEXES, "Bắt buộc. Chọn trong danh sách, hoặc ghi mã chỉ số của đơn vị."),
            column("Năm", 12.0, "2025", "Bắt buộc. Năm, hoặc ngày dạng 10/10/2026 nếu chỉ số công bố theo ngày."),
            column("Đơn vị", 28.0, "Xã An Bình Mẫu", "Bắt buộc. Tên đơn vị được xếp hạng."),
            column("Tổng điểm", 12.0, "73,79", "Đúng như đã công bố, đủ số lẻ."),
            column("Hạng", 10.0, "14/23", "Hạng đã công bố, hoặc hạng trên tổng số đơn vị; không tự xếp."),
            column("Xếp loại", 12.0, "Khá", "Nếu có."),
            column("Mục tiêu", 12.0, "", "Mức đơn vị đặt ra, nếu có."),
            column("Nguồn", 34.0, "Quyết định công bố hoặc địa chỉ trang", "Số liệu lấy từ đâu."),
            column(
                "Ghi chú",
                30.0,
                "",
                "Thêm cột sau cột này cho từng nhóm điểm; tiêu đề ghi tên nhóm và điểm tối đa, ví dụ Thể chế (10).",
            ),
        ],
    },
    Form {
        file: "thong-ke.xlsx",
        sheet: "Thống kê",
        columns: &[
            choice(
                "Kỳ báo cáo",
                "Quý I năm 2026",
                PERIODS,
                "Bắt buộc. Tháng 3 năm 2026, Quý I năm 2026, 6 tháng đầu năm 2026, 9 tháng đầu năm 2026 hoặc Năm 2026.",
            ),
            column("Từ ngày", 12.0, "01/01/2026", "Ngày đầu kỳ, nếu kỳ không tính theo lịch."),
            column("Đến ngày", 12.0, "31/03/2026", "Ngày cuối kỳ, nếu kỳ không tính theo lịch."),
            column("Đơn vị", 26.0, "UBND xã Mẫu", "Đơn vị báo cáo; ghi giống nhau ở mọi kỳ để so sánh được."),
            choice("Lĩnh vực", "Hộ tịch", FIELDS, "Mỗi lĩnh vực một dòng; dòng tổng ghi Tổng cộng."),
            column(
                "Tổng tiếp nhận",
                12.0,
                "152",
                "Bắt buộc. Cột 3 của biểu II.06. Số nguyên; không phát sinh thì ghi 0, không có số liệu thì để trống.",
            ),
            column("Tiếp nhận trực tuyến", 12.0, "120", "Cột 4."),
            column("Tiếp nhận trực tiếp, bưu chính", 14.0, "30", "Cột 5."),
            column("Từ kỳ trước", 12.0, "2", "Cột 6: bằng số đang giải quyết cuối kỳ trước."),
            column("Tổng đã giải quyết", 12.0, "150", "Cột 7 = cột 8 + 9 + 10."),
            column("Trước hạn", 12.0, "100", "Cột 8."),
            column("Đúng hạn", 12.0, "49", "Cột 9."),
            column("Quá hạn", 12.0, "1", "Cột 10: đã giải quyết nhưng quá hạn."),
            column("Tổng đang giải quyết", 12.0, "2", "Cột 11 = cột 12 + 13."),
            column("Đang giải quyết trong hạn", 12.0, "2", "Cột 12."),
            column("Đang giải quyết quá hạn", 12.0, "0", "Cột 13."),
            column(
                "Có văn bản xin lỗi",
                12.0,
                "1",
                "Số hồ sơ quá hạn đã có văn bản xin lỗi và hẹn lại; không có số liệu thì để trống.",
            ),
            column("Ghi chú", 30.0, "", "Lời giải thích, nếu có."),
        ],
    },
];

impl Form {
    /// The workbook as bytes. The example row is in grey and is to be overwritten.
    pub(super) fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        workbook(self.sheet, self.columns)
    }
}

/// A workbook with one sheet of these columns.
pub(super) fn workbook(name: &str, columns: &[Column<'_>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed date keeps two templates of one version identical.
    let created = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&created));
    let sheet = workbook.add_worksheet().set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_row_height(0, 36)?;
    for (at, column) in (0_u16..).zip(columns) {
        column.write(sheet, at)?;
    }
    workbook.save_to_buffer()
}

impl Column<'_> {
    fn write(&self, sheet: &mut Worksheet, at: u16) -> Result<(), XlsxError> {
        let heading = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0x00F7_F4EE))
            .set_border_bottom(FormatBorder::Medium);
        // Text, so that Excel never turns 1.001193 into a number.
        let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
        let example = text.clone().set_font_color(Color::RGB(0x006B_6B6B)).set_italic();
        sheet.set_column_width(at, self.width)?;
        sheet.set_column_format(at, &text)?;
        sheet.write_string_with_format(0, at, self.heading, &heading)?;
        sheet.insert_note(0, at, &Note::new(self.note).set_author("congkhai"))?;
        sheet.write_string_with_format(1, at, self.example, &example)?;
        if !self.choices.is_empty() {
            sheet.add_data_validation(1, at, PREPARED_ROWS, at, &self.validation()?)?;
        }
        Ok(())
    }

    /// A drop-down list that warns, but lets a person keep another value.
    fn validation(&self) -> Result<DataValidation, XlsxError> {
        DataValidation::new()
            .allow_list_strings(self.choices)?
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_input_title(self.heading.chars().take(LONGEST_TITLE).collect::<String>())?
            .set_input_message(self.note)
    }
}
