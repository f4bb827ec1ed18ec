//! Problems with the audit of disclosure: what is required, and what persons vouch for.

use super::super::{Code, Text};

/// Problems with the audit of disclosure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DisclosureProblem {
    /// Fewer criteria are met than the site requires of itself.
    BelowMinimum {
        /// Criteria that are met.
        met: usize,
        /// Criteria that are asked.
        applicable: usize,
        /// The share that is met, in percent with one decimal.
        share: String,
        /// The share that is required, in percent with one decimal.
        require: String,
    },
    /// A statement for a criterion that does not exist.
    UnknownCriterion {
        /// The number as written.
        id: String,
        /// The known number that it resembles.
        nearest: Option<String>,
    },
    /// A statement for a criterion that the program judges by itself.
    NothingToAttest {
        /// The number of the criterion.
        id: String,
    },
    /// A statement that no longer counts.
    ExpiredAttestation {
        /// The number of the criterion.
        id: String,
        /// The last day on which it counted.
        until: String,
    },
    /// A statement that does not say who, when or what.
    IncompleteAttestation {
        /// The number of the criterion.
        id: String,
        /// The key that is absent or empty.
        key: &'static str,
    },
}

impl DisclosureProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::BelowMinimum { .. } => Code::Ck0540,
            Self::UnknownCriterion { .. } => Code::Ck0541,
            Self::NothingToAttest { .. } => Code::Ck0542,
            Self::ExpiredAttestation { .. } => Code::Ck0543,
            Self::IncompleteAttestation { .. } => Code::Ck0544,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::BelowMinimum { met, applicable, share, require } => {
                let (share_vi, require_vi) = (share.replace('.', ","), require.replace('.', ","));
                text! {
                    vi: "Trang đạt {met}/{applicable} tiêu chí công khai ({share_vi}%), thấp hơn mức {require_vi}% mà trang tự đặt",
                    en: "The site meets {met} of {applicable} disclosure criteria ({share}%), less than the {require}% that it requires",
                    help_vi: "Chạy `congkhai audit` để xem từng ô cần điền; chỉ hạ `require` khi có lý do",
                    help_en: "Run `congkhai audit` to see every cell to fill; lower `require` only for a reason",
                }
            }
            Self::UnknownCriterion { id, nearest: Some(nearest) } => text! {
                vi: "Không có tiêu chí công khai nào mang số “{id}”",
                en: "There is no disclosure criterion “{id}”",
                help_vi: "Có phải “{nearest}”? Nếu đúng, sửa lại số của tiêu chí",
                help_en: "Did you mean “{nearest}”? If so, correct the number",
            },
            Self::UnknownCriterion { id, nearest: None } => text! {
                vi: "Không có tiêu chí công khai nào mang số “{id}”",
                en: "There is no disclosure criterion “{id}”",
                help_vi: "Xem số của các tiêu chí bằng lệnh `congkhai audit`",
                help_en: "See the numbers of the criteria with `congkhai audit`",
            },
            Self::NothingToAttest { id } => text! {
                vi: "Tiêu chí {id} do chương trình tự xét theo dữ liệu nên lời xác nhận không được tính",
                en: "The criterion {id} is judged by the records themselves, so a statement does not count for it",
                help_vi: "Xóa lời xác nhận này và điền dữ liệu mà tiêu chí đòi hỏi",
                help_en: "Remove the statement and fill in the records that the criterion asks for",
            },
            Self::ExpiredAttestation { id, until } => text! {
                vi: "Lời xác nhận cho tiêu chí {id} chỉ có giá trị đến ngày {until}",
                en: "The statement for {id} counted only until {until}",
                help_vi: "Kiểm tra lại thực tế rồi ghi ngày xác nhận mới",
                help_en: "Look at the matter again and enter the day of the new statement",
            },
            Self::IncompleteAttestation { id, key } => text! {
                vi: "Lời xác nhận cho tiêu chí {id} thiếu mục “{key}” nên không được tính",
                en: "The statement for {id} lacks “{key}” and does not count",
                help_vi: "Ghi đủ ai xác nhận (by), ngày nào (on), xác nhận điều gì (text)",
                help_en: "Enter who vouches (by), on which day (on) and for what (text)",
            },
        }
    }
}
