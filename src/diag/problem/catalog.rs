//! Problems with the catalogue as a whole.

use super::super::{Code, Lang, Named, Text};
use super::grouped;

/// Problems with the catalogue as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogProblem {
    /// Two records of one source have the same code.
    DuplicateCode {
        /// The code.
        code: String,
        /// Where the first stands.
        first: String,
    },
    /// A part that the law requires is not published (Điều 8 NĐ 63/2010, as amended).
    MissingPart {
        /// Vietnamese name of the part.
        part: String,
    },
    /// A record names an office that does not exist.
    UnknownOffice {
        /// The id as written.
        id: String,
        /// The known id that it resembles.
        nearest: Option<String>,
    },
    /// Two offices or officers have the same id.
    DuplicateId {
        /// The id.
        id: String,
        /// Where the first stands.
        first: String,
    },
    /// Several procedures have the same name; pages show their codes beside it.
    SharedName {
        /// The name.
        name: String,
        /// How many.
        count: usize,
    },
    /// Two sources describe one code differently; the first source wins.
    SourcesDisagree {
        /// The code.
        code: String,
        /// Vietnamese names of the parts that differ.
        parts: String,
        /// Where the other stands.
        other: String,
    },
    /// A record ends before it begins.
    ValidityReversed,
    /// The code carries the national database's deletion mark.
    MarkedDeleted,
    /// The level of government does not fit the executing agency.
    LevelDoubtful {
        /// The level as published.
        level: String,
        /// The agency as published.
        agency: String,
    },
    /// A district-level unit after 30 June 2025, when that level ended.
    DistrictAfterEnd,
    /// No telephone number that citizens can call.
    NoHotline,
    /// A total row, or the figures of a heading, are not the sum of their rows.
    TotalDisagrees {
        /// What the row is called.
        row: String,
        /// What is counted.
        figure: Named,
        /// The sum of the rows.
        sum: u64,
        /// The number in the total row.
        total: u64,
    },
    /// Dossiers carried over differ from those pending at the end of the period before.
    CarryOverDisagrees {
        /// Carried over, in this report.
        carried: u64,
        /// Pending, in the report before.
        pending: u64,
        /// The period before, as published.
        before: String,
    },
    /// One period of one unit is reported twice.
    RepeatedReport {
        /// The unit.
        unit: String,
        /// The period, as published.
        period: String,
        /// Where the first report stands.
        first: String,
    },
    /// Some rows count dossiers carried over among those received, others do not.
    CarryOverMixed {
        /// Rows that do.
        with: usize,
        /// Rows that do not.
        without: usize,
    },
    /// The days of a report do not fit the period that it names.
    PeriodDatesDisagree {
        /// The period, as published.
        period: String,
        /// The days, as published.
        days: String,
    },
    /// The snapshot of the previous publication cannot be read.
    SnapshotUnreadable {
        /// What the reader said.
        detail: String,
    },
}

impl CatalogProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::DuplicateCode { .. } => Code::Ck0501,
            Self::MissingPart { .. } => Code::Ck0502,
            Self::UnknownOffice { .. } => Code::Ck0503,
            Self::DuplicateId { .. } => Code::Ck0504,
            Self::SharedName { .. } => Code::Ck0505,
            Self::SourcesDisagree { .. } => Code::Ck0506,
            Self::ValidityReversed => Code::Ck0507,
            Self::MarkedDeleted => Code::Ck0508,
            Self::LevelDoubtful { .. } => Code::Ck0509,
            Self::DistrictAfterEnd => Code::Ck0510,
            Self::NoHotline => Code::Ck0511,
            Self::TotalDisagrees { .. } => Code::Ck0512,
            Self::CarryOverDisagrees { .. } => Code::Ck0513,
            Self::RepeatedReport { .. } => Code::Ck0514,
            Self::CarryOverMixed { .. } => Code::Ck0515,
            Self::PeriodDatesDisagree { .. } => Code::Ck0516,
            Self::SnapshotUnreadable { .. } => Code::Ck0560,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::DuplicateCode { code, first } => text! {
                vi: "Mã thủ tục {code} bị trùng; lần đầu ở {first}",
                en: "The procedure code {code} is used twice; first at {first}",
                help_vi: "Giữ một thủ tục, xóa hoặc sửa mã của thủ tục còn lại",
                help_en: "Keep one of the two; delete the other or correct its code",
            },
            Self::MissingPart { part } => text! {
                vi: "Chưa công bố “{part}”, là bộ phận mà thủ tục phải có",
                en: "“{part}” is not published, though the procedure must have it",
                help_vi: "Điền “{part}” theo quyết định công bố; chỉ ghi “Không quy định” khi đúng như vậy",
                help_en: "Fill in “{part}” from the announcing decision; write “Không quy định” only if it says so",
            },
            Self::UnknownOffice { id, nearest: Some(nearest) } => text! {
                vi: "Không có đơn vị nào mang mã “{id}”",
                en: "No office has the id “{id}”",
                help_vi: "Có phải “{nearest}”? Nếu đúng, sửa lại mã đơn vị",
                help_en: "Did you mean “{nearest}”? If so, correct the id",
            },
            Self::UnknownOffice { id, nearest: None } => text! {
                vi: "Không có đơn vị nào mang mã “{id}”",
                en: "No office has the id “{id}”",
                help_vi: "Thêm đơn vị này vào bảng các đơn vị, hoặc sửa lại mã",
                help_en: "Add the office to the table of offices, or correct the id",
            },
            Self::DuplicateId { id, first } => text! {
                vi: "Mã “{id}” đã được dùng; lần đầu ở {first}",
                en: "The id “{id}” is already used; first at {first}",
                help_vi: "Đặt mã khác cho một trong hai nơi",
                help_en: "Give one of the two another id",
            },
            Self::SharedName { name, count } => {
                let (count_vi, count_en) = (grouped(*count, Lang::Vi), grouped(*count, Lang::En));
                text! {
                    vi: "Có {count_vi} thủ tục cùng tên “{name}”; trang ghi thêm mã để phân biệt",
                    en: "{count_en} procedures have the name “{name}”; pages show their codes beside it",
                    help_vi: "Không bắt buộc sửa; nếu ghi nhầm thì sửa lại tên theo quyết định công bố",
                    help_en: "Nothing has to be mended; correct the name if it was entered by mistake",
                }
            }
            Self::SourcesDisagree { code, parts, other } => text! {
                vi: "Hai nguồn ghi khác nhau về thủ tục {code} ở: {parts}; dùng nguồn đứng trước, nguồn kia ở {other}",
                en: "Two sources differ about {code} in: {parts}; the first source wins over {other}",
                help_vi: "Đối chiếu quyết định công bố, rồi sửa nguồn ghi sai",
                help_en: "Check the announcing decision, then correct the source that is wrong",
            },
            Self::ValidityReversed => text! {
                vi: "Ngày kết thúc đứng trước ngày bắt đầu",
                en: "The record ends before it begins",
                help_vi: "Sửa lại hai ngày; thường do đảo ngày với tháng",
                help_en: "Correct the two dates; often day and month were exchanged",
            },
            Self::MarkedDeleted => text! {
                vi: "Mã mang dấu đã xóa của Cơ sở dữ liệu quốc gia về TTHC",
                en: "The code carries the deletion mark of the national procedure database",
                help_vi: "Xóa thủ tục này khỏi danh mục, hoặc ghi mã đang có hiệu lực",
                help_en: "Remove the procedure from the list, or enter the code that is in force",
            },
            Self::LevelDoubtful { level, agency } => text! {
                vi: "Cấp thực hiện “{level}” không phù hợp với cơ quan thực hiện “{agency}”",
                en: "The level “{level}” does not fit the executing agency “{agency}”",
                help_vi: "Đối chiếu quyết định công bố, rồi sửa cấp thực hiện hoặc cơ quan",
                help_en: "Check the announcing decision, then correct the level or the agency",
            },
            Self::DistrictAfterEnd => text! {
                vi: "Đơn vị cấp huyện được ghi cho thời gian sau ngày 30/6/2025, khi cấp huyện đã kết thúc hoạt động",
                en: "A district-level unit is given after 30 June 2025, when that level ended",
                help_vi: "Thay bằng đơn vị cấp tỉnh hoặc cấp xã đã tiếp nhận nhiệm vụ, hoặc ghi ngày kết thúc",
                help_en: "Name the province or commune unit that took over, or enter the date on which it ended",
            },
            Self::SnapshotUnreadable { detail } => text! {
                vi: "Không đọc được bản chụp dữ liệu của lần công bố trước: {detail}",
                en: "The data snapshot of the previous publication cannot be read: {detail}",
                help_vi: "Chép lại snapshot.json.gz từ máy chủ; nếu không, nhật ký thay đổi bắt đầu lại từ lần này",
                help_en: "Copy snapshot.json.gz from the host; otherwise the change log begins again with this build",
            },
            Self::NoHotline => text! {
                vi: "Chưa có số điện thoại nào để người dân gọi",
                en: "There is no telephone number that citizens can call",
                help_vi: "Ghi số đường dây nóng vào bảng [unit] trong config.toml",
                help_en: "Enter the hotline in the [unit] table of config.toml",
            },
            Self::TotalDisagrees { .. }
            | Self::CarryOverDisagrees { .. }
            | Self::RepeatedReport { .. }
            | Self::CarryOverMixed { .. }
            | Self::PeriodDatesDisagree { .. } => self.of_statistics(),
        }
    }

    /// The message about a report as a whole; shown on the page as well.
    fn of_statistics(&self) -> Text {
        let both = |number: u64| (grouped(number, Lang::Vi), grouped(number, Lang::En));
        match self {
            Self::TotalDisagrees { row, figure: Named { vi, en }, sum, total } => {
                let ((sum_vi, sum_en), (total_vi, total_en)) = (both(*sum), both(*total));
                let (gap_vi, gap_en) = both(sum.abs_diff(*total));
                text! {
                    vi: "Dòng “{row}” ghi {vi} là {total_vi}, cộng các dòng được {sum_vi} (lệch {gap_vi})",
                    en: "The row “{row}” has {total_en} {en}, but its rows add up to {sum_en} (off by {gap_en})",
                    help_vi: "Cộng lại các dòng rồi sửa dòng sai; trang giữ nguyên số của nguồn",
                    help_en: "Add the rows up and correct the one that is wrong; the site keeps the source's figures",
                }
            }
            Self::CarryOverDisagrees { carried, pending, before } => {
                let ((carried_vi, carried_en), (pending_vi, pending_en)) = (both(*carried), both(*pending));
                text! {
                    vi: "Từ kỳ trước chuyển sang ghi {carried_vi}, nhưng cuối kỳ “{before}” còn {pending_vi} hồ sơ đang giải quyết",
                    en: "{carried_en} dossiers are carried over, but {pending_en} were pending at the end of “{before}”",
                    help_vi: "Đối chiếu hai báo cáo; hồ sơ chuyển kỳ phải bằng hồ sơ đang giải quyết cuối kỳ trước",
                    help_en: "Compare the two reports; what is carried over must be what was pending",
                }
            }
            Self::RepeatedReport { unit, period, first } => text! {
                vi: "Số liệu của “{unit}” trong kỳ “{period}” đã có ở {first}",
                en: "The figures of “{unit}” for “{period}” are already given at {first}",
                help_vi: "Giữ một báo cáo; nếu là bản đính chính thì bỏ bản cũ và nói rõ ở cột ghi chú",
                help_en: "Keep one report; if this is a correction, remove the older and say so in its note",
            },
            Self::CarryOverMixed { with, without } => {
                let (with_vi, with_en) = (grouped(*with, Lang::Vi), grouped(*with, Lang::En));
                let (without_vi, without_en) = (grouped(*without, Lang::Vi), grouped(*without, Lang::En));
                text! {
                    vi: "Có {with_vi} dòng tính hồ sơ kỳ trước vào tổng tiếp nhận, {without_vi} dòng thì không",
                    en: "{with_en} rows count dossiers carried over among those received, {without_en} do not",
                    help_vi: "Thống nhất một cách tính cho cả báo cáo",
                    help_en: "Count the same way in the whole report",
                }
            }
            Self::PeriodDatesDisagree { period, days } => text! {
                vi: "Kỳ báo cáo ghi “{period}” nhưng các ngày ghi {days}",
                en: "The report names the period “{period}”, but its days are {days}",
                help_vi: "Sửa tên kỳ hoặc sửa hai ngày cho khớp nhau",
                help_en: "Correct the name of the period or its two days",
            },
            _ => Text { vi: String::new(), en: String::new(), help_vi: String::new(), help_en: String::new() },
        }
    }
}
