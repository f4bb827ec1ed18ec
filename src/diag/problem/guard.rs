//! What must not be published: personal data and secrets.

use super::super::{Code, Text};

/// What must not be published: personal data and secrets. What was found is told with its middle hidden, because
/// messages end in logs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuardProblem {
    /// A citizen number (*CCCD*) or the number of an old identity card (*CMND*).
    CitizenNumber {
        /// What was found, hidden.
        found: String,
    },
    /// A passport, insurance, driving licence or plate number.
    OtherIdentifier {
        /// What was found, hidden.
        found: String,
    },
    /// A mobile number that no office and no officer declares.
    Phone {
        /// What was found, hidden.
        found: String,
    },
    /// An e-mail address that no office and no officer declares.
    Email {
        /// What was found, hidden.
        found: String,
    },
    /// A date or year of birth.
    BirthDate {
        /// What was found, hidden.
        found: String,
    },
    /// A password, key or token.
    Secret {
        /// What was found, hidden.
        found: String,
    },
    /// Something that `[guard] allow` declares to be public.
    Allowed {
        /// What was found, hidden.
        found: String,
        /// The reason that the site gives.
        reason: String,
    },
    /// An entry of `[guard] allow` without a reason.
    NoReason {
        /// The entry, hidden.
        entry: String,
    },
}

impl GuardProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::CitizenNumber { .. } => Code::Ck0550,
            Self::OtherIdentifier { .. } => Code::Ck0551,
            Self::Phone { .. } => Code::Ck0552,
            Self::Email { .. } => Code::Ck0553,
            Self::BirthDate { .. } => Code::Ck0554,
            Self::Secret { .. } => Code::Ck0555,
            Self::Allowed { .. } => Code::Ck0556,
            Self::NoReason { .. } => Code::Ck0557,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::CitizenNumber { found } => text! {
                vi: "Có số căn cước, số định danh hoặc CMND của cá nhân: {found}",
                en: "This holds the identity number of a person: {found}",
                help_vi: "Xóa số này khỏi tệp; hồ sơ chỉ công khai mã và tình trạng giải quyết",
                help_en: "Remove the number from the file; of a dossier only its code and progress are public",
            },
            Self::OtherIdentifier { found } => text! {
                vi: "Có số hộ chiếu, thẻ bảo hiểm, giấy phép lái xe hoặc biển số xe của cá nhân: {found}",
                en: "This holds the number of a person's passport, insurance, licence or vehicle: {found}",
                help_vi: "Xóa số này khỏi tệp rồi chạy lại",
                help_en: "Remove the number from the file and run again",
            },
            Self::Phone { found } => text! {
                vi: "Có số điện thoại di động chưa khai báo là số của cơ quan hay cán bộ: {found}",
                en: "This holds a mobile number that no office or officer declares: {found}",
                help_vi: "Xóa số này; nếu là số công khai, khai báo ở đơn vị, ở cán bộ, hoặc ở [[guard.allow]] kèm lý do",
                help_en: "Remove it; if it is public, declare it with an office, an officer, or in [[guard.allow]] with the reason",
            },
            Self::Email { found } => text! {
                vi: "Có địa chỉ thư điện tử chưa khai báo là của cơ quan hay cán bộ: {found}",
                en: "This holds an e-mail address that no office or officer declares: {found}",
                help_vi: "Xóa địa chỉ này; nếu là địa chỉ công khai, khai báo ở đơn vị, ở cán bộ, hoặc ở [[guard.allow]] kèm lý do",
                help_en: "Remove it; if it is public, declare it with an office, an officer, or in [[guard.allow]] with the reason",
            },
            Self::BirthDate { found } => text! {
                vi: "Có ngày sinh hoặc năm sinh của cá nhân: {found}",
                en: "This holds the date or year of a person's birth: {found}",
                help_vi: "Xóa ngày sinh; nếu là quy định chung, viết lại là “từ năm …”, “từ ngày … trở đi”",
                help_en: "Remove it; if it is a general rule, write it as one: “from … on”, “từ ngày … trở đi”",
            },
            Self::Secret { found } => text! {
                vi: "Có mật khẩu, khóa hoặc mã truy cập: {found}",
                en: "This holds a password, a key or a token: {found}",
                help_vi: "Xóa khỏi tệp và đổi ngay mật khẩu hoặc khóa đó, vì nó có thể đã lộ",
                help_en: "Remove it from the file, and change the password or key at once: it may be known already",
            },
            Self::Allowed { found, reason } => text! {
                vi: "Công khai {found} theo ngoại lệ đã khai báo: {reason}",
                en: "{found} is published by a declared exception: {reason}",
                help_vi: "Không cần sửa; khi hết lý do, xóa mục này khỏi [[guard.allow]]",
                help_en: "Nothing to mend; when the reason ends, remove the entry from [[guard.allow]]",
            },
            Self::NoReason { entry } => text! {
                vi: "Ngoại lệ {entry} trong [[guard.allow]] không ghi lý do nên không có hiệu lực",
                en: "The exception {entry} in [[guard.allow]] gives no reason and has no effect",
                help_vi: "Thêm mục `reason` nêu căn cứ công khai, ví dụ văn bản đồng ý của người đó",
                help_en: "Add `reason` with the grounds, such as the written consent of the person",
            },
        }
    }
}
