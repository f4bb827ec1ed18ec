//! Problems with files that cannot be read as they are.

use super::super::{Code, Lang, Text};
use super::grouped;

/// Problems with files that cannot be read as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceProblem {
    /// No file matches a source of a data section.
    NotFound {
        /// The name or glob as written.
        pattern: String,
    },
    /// A file ending that no reader knows.
    UnknownFormat {
        /// The ending, without its dot.
        extension: String,
    },
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A workbook that cannot be opened.
    BadWorkbook {
        /// What the reader said.
        detail: String,
    },
    /// A file that unpacks to more than the limit.
    TooLarge {
        /// The limit in MiB.
        limit_mib: u64,
    },
    /// A sheet or file with more rows than the limit.
    TooManyRows {
        /// The limit in rows.
        limit: usize,
    },
    /// JSON, TOML or delimited text that cannot be parsed at this place.
    BadSyntax {
        /// Name of the format, such as `JSON`.
        format: &'static str,
        /// What the parser said.
        detail: String,
    },
    /// A row with more or fewer cells than the heading row.
    UnevenRow {
        /// Cells in the heading row.
        expected: usize,
        /// Cells in this row.
        found: usize,
    },
    /// A file or sheet without any record.
    Empty,
    /// Text in a pre-Unicode Vietnamese encoding, converted.
    LegacyCharset {
        /// `TCVN3` or `VNI`.
        charset: &'static str,
    },
    /// Decomposed Unicode (NFD), composed on reading; one note a file.
    Decomposed {
        /// Number of cells changed.
        cells: usize,
    },
    /// A spreadsheet error value such as `#REF!`, read as empty.
    CellError {
        /// The error as shown.
        error: String,
    },
    /// A `.gz` file that is damaged.
    BadGzip {
        /// What the reader said.
        detail: String,
    },
    /// Invisible or symbol-font characters, replaced on reading; one note a file.
    ControlCharacters {
        /// Number of cells changed.
        cells: usize,
    },
}

impl SourceProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::NotFound { .. } => Code::Ck0201,
            Self::UnknownFormat { .. } => Code::Ck0202,
            Self::NotUtf8 => Code::Ck0203,
            Self::BadWorkbook { .. } => Code::Ck0204,
            Self::TooLarge { .. } => Code::Ck0205,
            Self::TooManyRows { .. } => Code::Ck0206,
            Self::BadSyntax { .. } => Code::Ck0207,
            Self::UnevenRow { .. } => Code::Ck0208,
            Self::Empty => Code::Ck0209,
            Self::LegacyCharset { .. } => Code::Ck0210,
            Self::Decomposed { .. } => Code::Ck0211,
            Self::CellError { .. } => Code::Ck0212,
            Self::BadGzip { .. } => Code::Ck0213,
            Self::ControlCharacters { .. } => Code::Ck0214,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotFound { pattern } => text! {
                vi: "Không có tệp nào khớp với “{pattern}”",
                en: "No file matches “{pattern}”",
                help_vi: "Kiểm tra tên tệp ghi ở mục `sources`, và đặt tệp cùng thư mục với _index.md",
                help_en: "Check the name under `sources`, and put the file beside _index.md",
            },
            Self::UnknownFormat { extension } => text! {
                vi: "Không đọc được loại tệp “.{extension}”",
                en: "Files ending in “.{extension}” cannot be read",
                help_vi: "Mở tệp và lưu thành .xlsx; cũng đọc được .xls, .ods, .csv, .tsv, .json, .jsonl và .toml",
                help_en: "Save the file as .xlsx; .xls, .ods, .csv, .tsv, .json, .jsonl and .toml are read as well",
            },
            Self::NotUtf8 => text! {
                vi: "Tệp không lưu ở bảng mã UTF-8",
                en: "The file is not saved as UTF-8",
                help_vi: "Trong Excel chọn Lưu thành (Save As) → CSV UTF-8, rồi chạy lại",
                help_en: "In Excel choose Save As → CSV UTF-8, then run again",
            },
            Self::BadWorkbook { detail } => text! {
                vi: "Không mở được tệp bảng tính: {detail}",
                en: "The workbook cannot be opened: {detail}",
                help_vi: "Mở tệp bằng Excel, bỏ mật khẩu nếu có, rồi lưu thành Excel Workbook (.xlsx)",
                help_en: "Open it in Excel, remove any password, and save it as an Excel Workbook (.xlsx)",
            },
            Self::TooLarge { limit_mib } => text! {
                vi: "Nội dung vượt mức cho phép là {limit_mib} MiB (tính sau khi giải nén)",
                en: "The content passes the limit of {limit_mib} MiB, counted after unpacking",
                help_vi: "Xóa ảnh và trang tính không dùng, hoặc tách dữ liệu thành nhiều tệp nhỏ hơn",
                help_en: "Remove pictures and sheets that are not used, or split the file",
            },
            Self::TooManyRows { limit } => {
                let (limit_vi, limit_en) = (grouped(*limit, Lang::Vi), grouped(*limit, Lang::En));
                text! {
                    vi: "Bảng dài quá mức cho phép là {limit_vi} dòng",
                    en: "The table has more rows than the limit of {limit_en}",
                    help_vi: "Xóa các dòng trống ở cuối bảng, hoặc tách bảng thành nhiều tệp",
                    help_en: "Delete empty rows at the end, or split the table into several files",
                }
            }
            Self::BadSyntax { format, detail } => text! {
                vi: "Nội dung {format} viết sai tại đây: {detail}",
                en: "The {format} is not well formed here: {detail}",
                help_vi: "Sửa chỗ được chỉ ra; thường do thiếu dấu nháy, dấu phẩy hoặc dấu ngoặc",
                help_en: "Mend the place shown; often a quote, comma or bracket is missing",
            },
            Self::UnevenRow { expected, found } => text! {
                vi: "Dòng này có {found} ô, còn dòng tiêu đề có {expected} ô",
                en: "Cells in this row: {found}; in the heading row: {expected}",
                help_vi: "Kiểm tra dấu phân cách; ô có chứa dấu phẩy phải đặt trong dấu nháy kép",
                help_en: "Check the separators; a cell that contains a comma stands in double quotes",
            },
            Self::Empty => text! {
                vi: "Không có dữ liệu nào dưới dòng tiêu đề",
                en: "There is no record below the headings",
                help_vi: "Nhập dữ liệu ngay dưới dòng tiêu đề, hoặc xóa tệp hay trang tính này nếu không dùng",
                help_en: "Enter records right below the headings, or remove this file or sheet",
            },
            Self::LegacyCharset { charset } => text! {
                vi: "Văn bản dùng bảng mã cũ {charset}; đã được chuyển sang Unicode",
                en: "The text is in the old {charset} encoding; it has been converted to Unicode",
                help_vi: "Xem lại chữ có dấu sau khi chuyển, rồi lưu tệp ở bảng mã Unicode",
                help_en: "Check the converted text, then save the file as Unicode",
            },
            Self::Decomposed { cells } => {
                let (cells_vi, cells_en) = (grouped(*cells, Lang::Vi), grouped(*cells, Lang::En));
                text! {
                    vi: "Số ô dùng Unicode tổ hợp: {cells_vi}; đã được chuyển sang Unicode dựng sẵn",
                    en: "Cells in decomposed Unicode: {cells_en}; they have been composed",
                    help_vi: "Không cần sửa; lần sau chọn bảng mã Unicode (dựng sẵn) trong bộ gõ",
                    help_en: "Nothing to mend; next time set the keyboard program to precomposed Unicode",
                }
            }
            Self::CellError { error } => text! {
                vi: "Ô báo lỗi công thức {error}, nên được coi là ô trống",
                en: "The cell shows the formula error {error} and is read as empty",
                help_vi: "Sửa công thức, hoặc gõ thẳng giá trị vào ô",
                help_en: "Mend the formula, or type the value itself into the cell",
            },
            Self::BadGzip { detail } => text! {
                vi: "Tệp nén .gz bị hỏng: {detail}",
                en: "The .gz file is damaged: {detail}",
                help_vi: "Tải lại tệp từ nguồn, hoặc nén lại từ tệp gốc",
                help_en: "Fetch the file again, or compress it again from the original",
            },
            Self::ControlCharacters { cells } => {
                let (cells_vi, cells_en) = (grouped(*cells, Lang::Vi), grouped(*cells, Lang::En));
                text! {
                    vi: "Số ô có ký tự ẩn hoặc ký hiệu của phông chữ riêng: {cells_vi}; các ký tự đó đã được thay",
                    en: "Cells with invisible or symbol-font characters: {cells_en}; these have been replaced",
                    help_vi: "Không cần sửa; chỉ xem lại các dấu đầu dòng chép từ Word",
                    help_en: "Nothing to mend; look at list bullets that were copied from Word",
                }
            }
        }
    }
}
