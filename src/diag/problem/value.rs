//! Problems with cells that cannot be understood, or not be trusted.

use super::super::{Code, Lang, Named, Text};
use super::grouped;

/// Problems with cells that cannot be understood, or not be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueProblem {
    /// A procedure code that is not a digit, a dot and six digits.
    MalformedCode,
    /// A value that the record cannot do without is empty.
    Missing {
        /// Vietnamese heading of the column.
        column: String,
    },
    /// A level of government that is not known; kept as published.
    UnknownLevel,
    /// A way of submitting that is not known; kept as published.
    UnknownChannel,
    /// `0 VNĐ ()`: the source states no fee; shown as not published, never as free.
    FeeNotPublished,
    /// The amount and its own note disagree.
    FeeContradiction {
        /// The amount.
        amount: String,
        /// The amount in the note.
        note: String,
    },
    /// A fee without a readable amount; kept as published.
    FeeUnparsed,
    /// A fee below 1,000 đồng, which no schedule contains.
    FeeImplausible {
        /// The amount.
        amount: String,
    },
    /// A time limit without a readable number and unit; kept as published.
    TimeUnparsed,
    /// A time limit with a number but no usable unit; kept as published.
    TimeUnitUnknown,
    /// A number of originals or copies that is not a whole number; kept as published.
    BadQuantity,
    /// A date that does not exist or is written in an unknown way; kept as published.
    BadDate,
    /// A telephone number that cannot be dialled.
    BadPhone,
    /// An e-mail address without its parts.
    BadEmail,
    /// Coordinates outside Viet Nam or not readable; left out.
    BadCoordinates,
    /// A dossier item with no original and no copy: a note among the items, shown as one.
    NoteAsItem,
    /// A decision number without number and issuer mark; kept as published.
    DecisionUnparsed,
    /// A legal basis without a number; kept as published.
    LegalUnparsed,
    /// An address that is not http or https; left out of links.
    BadUrl,
    /// Part of the text does not follow its form; kept as published.
    Unparsed,
    /// A level of online service that belongs to no scheme; kept as published.
    UnknownOnlineLevel,
    /// A yes-or-no value that is neither.
    BadBoolean,
    /// A count of dossiers that is not a whole number; kept as published.
    CountUnparsed,
    /// A reporting period that cannot be read; shown as written.
    PeriodUnparsed,
    /// A count that is larger than the whole it belongs to.
    CountAboveWhole {
        /// What is counted.
        part: Named,
        /// The count.
        count: u64,
        /// What it belongs to.
        whole: Named,
        /// The count of that.
        total: u64,
    },
    /// Counts that do not add up to the total published beside them.
    PartsDisagree {
        /// The counts.
        parts: Named,
        /// Their sum.
        sum: u64,
        /// The total.
        whole: Named,
        /// The number published for it.
        total: u64,
    },
    /// Dossiers received that the published counts leave unaccounted for.
    CountsUnaccounted {
        /// How many.
        rest: u64,
    },
    /// A printed rate that no known definition gives.
    RateDisagrees {
        /// The rate as printed.
        published: String,
        /// What the definitions give.
        computed: String,
    },
    /// A printed rate that cannot be read; kept as published.
    RateUnparsed,
}

impl ValueProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::MalformedCode => Code::Ck0401,
            Self::Missing { .. } => Code::Ck0402,
            Self::UnknownLevel => Code::Ck0403,
            Self::UnknownChannel => Code::Ck0404,
            Self::FeeNotPublished => Code::Ck0405,
            Self::FeeContradiction { .. } => Code::Ck0406,
            Self::FeeUnparsed => Code::Ck0407,
            Self::FeeImplausible { .. } => Code::Ck0408,
            Self::TimeUnparsed => Code::Ck0409,
            Self::TimeUnitUnknown => Code::Ck0410,
            Self::BadQuantity => Code::Ck0411,
            Self::BadDate => Code::Ck0412,
            Self::BadPhone => Code::Ck0413,
            Self::BadEmail => Code::Ck0414,
            Self::BadCoordinates => Code::Ck0415,
            Self::NoteAsItem => Code::Ck0416,
            Self::DecisionUnparsed => Code::Ck0417,
            Self::LegalUnparsed => Code::Ck0418,
            Self::BadUrl => Code::Ck0419,
            Self::Unparsed => Code::Ck0420,
            Self::UnknownOnlineLevel => Code::Ck0421,
            Self::BadBoolean => Code::Ck0422,
            Self::CountUnparsed => Code::Ck0423,
            Self::PeriodUnparsed => Code::Ck0424,
            Self::CountAboveWhole { .. } => Code::Ck0425,
            Self::PartsDisagree { .. } => Code::Ck0426,
            Self::CountsUnaccounted { .. } => Code::Ck0427,
            Self::RateDisagrees { .. } => Code::Ck0428,
            Self::RateUnparsed => Code::Ck0429,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::MalformedCode => text! {
                vi: "Mã thủ tục không đúng dạng: một chữ số, dấu chấm, sáu chữ số",
                en: "The procedure code is not a digit, a dot and six digits",
                help_vi: "Chép lại mã từ Cổng Dịch vụ công quốc gia, ví dụ 1.001193",
                help_en: "Copy the code from the national public service portal, such as 1.001193",
            },
            Self::Missing { column } => text! {
                vi: "“{column}” để trống, trong khi đây là mục bắt buộc",
                en: "“{column}” is empty, but every record needs it",
                help_vi: "Điền “{column}”, hoặc xóa cả dòng nếu đó là dòng thừa",
                help_en: "Fill in “{column}”, or delete the whole row if it is not a record",
            },
            Self::UnknownLevel => text! {
                vi: "Không nhận ra cấp thực hiện; giữ nguyên như nguồn công bố",
                en: "The level of government is not known; it is kept as published",
                help_vi: "Ghi Cấp Bộ, Cấp Tỉnh hoặc Cấp Xã",
                help_en: "Write Cấp Bộ, Cấp Tỉnh or Cấp Xã (ministry, province or commune)",
            },
            Self::UnknownChannel => text! {
                vi: "Không nhận ra cách thức nộp hồ sơ; giữ nguyên như nguồn công bố",
                en: "The way of submitting is not known; it is kept as published",
                help_vi: "Ghi Trực tiếp, Trực tuyến hoặc Dịch vụ bưu chính",
                help_en: "Write Trực tiếp, Trực tuyến or Dịch vụ bưu chính (in person, online or by post)",
            },
            Self::FeeNotPublished => text! {
                vi: "Nguồn ghi 0 đồng mà không giải thích; trang sẽ ghi “chưa công bố”, không ghi “miễn phí”",
                en: "The source says 0 đồng without a word; the page says “not published”, never “free”",
                help_vi: "Ghi rõ mức thu; nếu không thu thì ghi “Miễn phí”",
                help_en: "State the fee; if nothing is charged, write “Miễn phí”",
            },
            Self::FeeContradiction { amount, note } => text! {
                vi: "Số tiền {amount} không khớp với ghi chú của chính nó là {note}",
                en: "The amount {amount} disagrees with its own note, {note}",
                help_vi: "Đối chiếu văn bản quy định mức thu, rồi sửa cho khớp",
                help_en: "Check the document that sets the fee, then make the two agree",
            },
            Self::FeeUnparsed => text! {
                vi: "Không đọc được số tiền; giữ nguyên như nguồn công bố",
                en: "No amount can be read; the fee is kept as published",
                help_vi: "Ghi số tiền kèm đơn vị, ví dụ 8.000 đồng",
                help_en: "Write the amount with its unit, such as 8.000 đồng",
            },
            Self::FeeImplausible { amount } => text! {
                vi: "Mức thu {amount} thấp hơn 1.000 đồng, có thể đã ghi thiếu chữ số",
                en: "The fee {amount} is below 1,000 đồng; digits may be missing",
                help_vi: "Đối chiếu văn bản quy định mức thu; thường do ghi theo nghìn đồng",
                help_en: "Check the document that sets the fee; it may be given in thousands",
            },
            Self::TimeUnparsed => text! {
                vi: "Không đọc được thời hạn giải quyết; giữ nguyên như nguồn công bố",
                en: "The time limit cannot be read; it is kept as published",
                help_vi: "Ghi số và đơn vị, ví dụ 3 ngày làm việc",
                help_en: "Write a number and a unit, such as 3 ngày làm việc",
            },
            Self::TimeUnitUnknown => text! {
                vi: "Thời hạn giải quyết có số nhưng không rõ đơn vị; giữ nguyên như nguồn công bố",
                en: "The time limit has a number but no usable unit; it is kept as published",
                help_vi: "Ghi thêm đơn vị: giờ, ngày, ngày làm việc hoặc tháng",
                help_en: "Add the unit: giờ, ngày, ngày làm việc or tháng",
            },
            Self::BadQuantity => text! {
                vi: "Số bản chính hoặc bản sao không phải số nguyên; giữ nguyên như nguồn công bố",
                en: "The number of originals or copies is not a whole number; it is kept as published",
                help_vi: "Chỉ ghi số, ví dụ 1; lời giải thích ghi ở tên giấy tờ",
                help_en: "Write the number alone, such as 1; explanations belong to the paper's name",
            },
            Self::BadDate => text! {
                vi: "Ngày không có thật hoặc viết sai dạng; giữ nguyên như nguồn công bố",
                en: "The date does not exist or is written in an unknown way; it is kept as published",
                help_vi: "Ghi ngày/tháng/năm, ví dụ 09/06/2025",
                help_en: "Write day/month/year, such as 09/06/2025",
            },
            Self::BadPhone => text! {
                vi: "Số điện thoại không gọi được như đã ghi",
                en: "The telephone number cannot be dialled as written",
                help_vi: "Ghi đủ mã vùng và số, ví dụ 024 1234 5678",
                help_en: "Write the area code and the number, such as 024 1234 5678",
            },
            Self::BadEmail => text! {
                vi: "Địa chỉ thư điện tử không đúng dạng",
                en: "The e-mail address is not well formed",
                help_vi: "Ghi đủ tên, dấu @ và tên miền, ví dụ motcua@example.gov.vn",
                help_en: "Write name, @ and domain, such as motcua@example.gov.vn",
            },
            Self::BadCoordinates => text! {
                vi: "Tọa độ không đọc được hoặc nằm ngoài Việt Nam, nên không dùng cho bản đồ",
                en: "The coordinates cannot be read or lie outside Viet Nam; the map leaves them out",
                help_vi: "Ghi vĩ độ trước, kinh độ sau, ví dụ 21.0285, 105.8542",
                help_en: "Write latitude, then longitude, such as 21.0285, 105.8542",
            },
            Self::NoteAsItem => text! {
                vi: "Mục hồ sơ không cần bản chính lẫn bản sao, nên được trình bày như ghi chú",
                en: "The dossier item asks for no original and no copy, so it is shown as a note",
                help_vi: "Nếu đây là giấy tờ phải nộp, ghi số bản chính hoặc bản sao",
                help_en: "If this is a paper to hand in, state how many originals or copies",
            },
            Self::DecisionUnparsed => text! {
                vi: "Không nhận ra số, ký hiệu của quyết định; giữ nguyên như nguồn công bố",
                en: "No number and issuer mark of a decision can be read; it is kept as published",
                help_vi: "Ghi đủ số và ký hiệu, ví dụ 1234/QĐ-UBND",
                help_en: "Write number and mark, such as 1234/QĐ-UBND",
            },
            Self::LegalUnparsed => text! {
                vi: "Căn cứ pháp lý không có số, ký hiệu văn bản; giữ nguyên như nguồn công bố",
                en: "The legal basis has no document number; it is kept as published",
                help_vi: "Ghi số, ký hiệu của văn bản, ví dụ 61/2018/NĐ-CP",
                help_en: "Write the number of the document, such as 61/2018/NĐ-CP",
            },
            Self::BadUrl => text! {
                vi: "Địa chỉ web không bắt đầu bằng http:// hoặc https://, nên không tạo liên kết",
                en: "The web address is not http:// or https://, so no link is made",
                help_vi: "Chép đủ địa chỉ từ trình duyệt, bắt đầu bằng https://",
                help_en: "Copy the whole address from the browser, beginning with https://",
            },
            Self::Unparsed => text! {
                vi: "Một phần nội dung không theo mẫu; giữ nguyên như nguồn công bố",
                en: "Part of the text does not follow its form; it is kept as published",
                help_vi: "So phần được chỉ ra với tệp mẫu và sửa; nếu nội dung đã đúng thì để nguyên",
                help_en: "Compare the part shown with the template and mend it; leave it if it is right",
            },
            Self::UnknownOnlineLevel => text! {
                vi: "Không nhận ra mức độ dịch vụ công trực tuyến; giữ nguyên như nguồn công bố",
                en: "The level of online service is not known; it is kept as published",
                help_vi: "Ghi Một phần hoặc Toàn trình; dữ liệu cũ ghi Mức độ 1 đến Mức độ 4",
                help_en: "Write Một phần or Toàn trình; older data has Mức độ 1 to Mức độ 4",
            },
            Self::BadBoolean => text! {
                vi: "Giá trị này không phải Có hay Không",
                en: "The value is neither yes nor no",
                help_vi: "Ghi Có hoặc Không",
                help_en: "Write Có (yes) or Không (no)",
            },
            Self::CountUnparsed => text! {
                vi: "Số hồ sơ không phải số nguyên; giữ nguyên như nguồn công bố, không đưa vào tỷ lệ",
                en: "The number of dossiers is not a whole number; it is kept as published and enters no rate",
                help_vi: "Chỉ ghi số, ví dụ 1.234; nếu ô hiện 1,234 thì định dạng lại ô là số nguyên rồi gõ lại",
                help_en: "Write the number alone, such as 1.234; where a cell shows 1,234, format it as a whole number",
            },
            Self::PeriodUnparsed => text! {
                vi: "Không đọc được kỳ báo cáo; trang ghi nguyên văn và không xếp được theo thời gian",
                en: "The reporting period cannot be read; the page shows it as written, without a place in time",
                help_vi: "Ghi như Quý III năm 2026, Tháng 10/2026, 6 tháng đầu năm 2026, hoặc điền Từ ngày và Đến ngày",
                help_en: "Write it like Quý III năm 2026 or Tháng 10/2026, or fill in the first and the last day",
            },
            Self::CountAboveWhole { .. } | Self::PartsDisagree { .. } | Self::CountsUnaccounted { .. } => {
                self.disagreement()
            }
            Self::RateDisagrees { published, computed } => text! {
                vi: "Tỷ lệ {published} của nguồn không khớp cách tính nào; tính từ số liệu thì được {computed}",
                en: "No definition gives the printed rate {published}; the counts give {computed}",
                help_vi: "Đối chiếu số liệu và ghi rõ tỷ lệ tính trên đã giải quyết hay trên tiếp nhận",
                help_en: "Check the counts, and say whether the rate is of those resolved or of those received",
            },
            Self::RateUnparsed => text! {
                vi: "Không đọc được tỷ lệ phần trăm; giữ nguyên như nguồn công bố",
                en: "The percentage cannot be read; it is kept as published",
                help_vi: "Ghi số và dấu phần trăm, ví dụ 98,6%",
                help_en: "Write the number and the percent sign, such as 98,6%",
            },
        }
    }

    /// The message of counts that contradict each other; shown on the page as well.
    fn disagreement(&self) -> Text {
        let both = |number: u64| (grouped(number, Lang::Vi), grouped(number, Lang::En));
        let help_vi = "Đối chiếu báo cáo gốc rồi sửa ô sai; trang không tự sửa số liệu";
        let help_en = "Compare with the original report and correct the cell; the site never corrects figures itself";
        let (vi, en) = match self {
            Self::CountAboveWhole { part, count, whole, total } => {
                let ((count_vi, count_en), (total_vi, total_en)) = (both(*count), both(*total));
                (
                    format!("Số {} ({count_vi}) lớn hơn số {} ({total_vi})", part.vi, whole.vi),
                    format!("More dossiers are {} ({count_en}) than {} ({total_en})", part.en, whole.en),
                )
            }
            Self::PartsDisagree { parts, sum, whole, total } => {
                let ((sum_vi, sum_en), (total_vi, total_en)) = (both(*sum), both(*total));
                let (gap_vi, gap_en) = both(sum.abs_diff(*total));
                (
                    format!("{} = {sum_vi}, nguồn ghi {} là {total_vi} (lệch {gap_vi})", parts.vi, whole.vi),
                    format!("{} = {sum_en}, but the source has {total_en} {} (off by {gap_en})", parts.en, whole.en),
                )
            }
            Self::CountsUnaccounted { rest } => {
                let (rest_vi, rest_en) = both(*rest);
                (
                    format!("Còn {rest_vi} hồ sơ tiếp nhận không nằm trong số đúng hạn, quá hạn nào mà nguồn công bố"),
                    format!("{rest_en} dossiers received are in none of the published counts, on time or late"),
                )
            }
            _ => (String::new(), String::new()),
        };
        Text { vi, en, help_vi: help_vi.to_owned(), help_en: help_en.to_owned() }
    }
}
