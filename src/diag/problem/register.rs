//! Problems with registers and with scores.

use super::super::{Code, Text};

/// Problems with registers and with scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterProblem {
    /// A column with personal data of citizens; it was not read.
    Personal {
        /// Its heading.
        heading: String,
    },
    /// A word that is none of those that the column knows.
    UnknownChoice {
        /// The column.
        column: String,
        /// The words that it knows.
        known: String,
    },
    /// A code that has not the form of its column.
    BadShape {
        /// The column.
        column: String,
        /// The form.
        shape: String,
    },
    /// A number that cannot be read.
    BadNumber,
    /// A time of day that cannot be read.
    BadTime,
    /// A time by which something is due that names no day.
    DueWithoutDay,
    /// A file that describes a register or a scheme cannot be used.
    BadFile {
        /// What is wrong with it.
        detail: String,
    },
    /// A record does not satisfy a rule of its register.
    Check {
        /// The words of the rule.
        text: Box<Text>,
    },
    /// Two records have the same key.
    SameKey {
        /// The key.
        key: String,
        /// Where the first stands.
        first: String,
    },
    /// A procedure that is not in the catalogue.
    UnknownProcedure {
        /// Its code.
        code: String,
    },
    /// A limit in working days leads into a time whose holidays are not known.
    DaysUnknown {
        /// What is limited.
        limit: String,
        /// The time for which they are known.
        known: String,
    },
    /// A fact that no criterion of the scheme asks for.
    UnknownMeasure {
        /// Its name.
        measure: String,
        /// The scheme.
        scheme: String,
        /// The known name that resembles it.
        nearest: Option<String>,
    },
    /// A case for which the scheme does not say what it gives.
    Undefined {
        /// The criterion.
        criterion: String,
        /// The unit.
        unit: String,
    },
    /// Scores for a scheme that is not known.
    UnknownScheme {
        /// Its name.
        scheme: String,
        /// The known ones.
        known: String,
    },
    /// An expression that cannot be computed.
    BadRule {
        /// The expression.
        rule: String,
        /// What the engine said.
        detail: String,
    },
    /// Two rows say different things of the same group.
    GroupDiffers {
        /// The column.
        column: String,
        /// The group.
        group: String,
    },
}

impl RegisterProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Personal { .. } => Code::Ck0440,
            Self::UnknownChoice { .. } => Code::Ck0441,
            Self::BadShape { .. } => Code::Ck0442,
            Self::BadNumber => Code::Ck0443,
            Self::BadTime => Code::Ck0444,
            Self::DueWithoutDay => Code::Ck0445,
            Self::BadFile { .. } => Code::Ck0526,
            Self::Check { .. } => Code::Ck0527,
            Self::SameKey { .. } => Code::Ck0528,
            Self::UnknownProcedure { .. } => Code::Ck0529,
            Self::DaysUnknown { .. } => Code::Ck0530,
            Self::UnknownMeasure { .. } => Code::Ck0531,
            Self::Undefined { .. } => Code::Ck0532,
            Self::UnknownScheme { .. } => Code::Ck0533,
            Self::BadRule { .. } => Code::Ck0534,
            Self::GroupDiffers { .. } => Code::Ck0535,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Check { text } => (**text).clone(),
            Self::Personal { .. }
            | Self::UnknownChoice { .. }
            | Self::BadShape { .. }
            | Self::BadNumber
            | Self::BadTime
            | Self::DueWithoutDay => self.text_of_value(),
            Self::UnknownMeasure { .. } | Self::Undefined { .. } | Self::UnknownScheme { .. } => self.text_of_score(),
            _ => self.text_of_register(),
        }
    }

    fn text_of_value(&self) -> Text {
        match self {
            Self::Personal { heading } => text! {
                vi: "Cột “{heading}” chứa dữ liệu cá nhân của người dân nên không được đọc",
                en: "The column “{heading}” holds personal data of citizens and was not read",
                help_vi: "Xóa cột này khỏi tệp trước khi đưa vào thư mục của trang",
                help_en: "Delete the column before the file is put into the site's folder",
            },
            Self::UnknownChoice { column, known } => text! {
                vi: "Cột “{column}” không có lựa chọn này",
                en: "The column “{column}” has no such choice",
                help_vi: "Chọn một trong: {known}",
                help_en: "Choose one of: {known}",
            },
            Self::BadShape { column, shape } => text! {
                vi: "“{column}” không đúng dạng {shape}",
                en: "“{column}” has not the form {shape}",
                help_vi: "Sửa mã theo dạng: 0 là một chữ số, A là một chữ cái",
                help_en: "Correct the code: 0 is a digit, A a letter",
            },
            Self::BadNumber => text! {
                vi: "Không đọc được số trong ô này; trang giữ nguyên chữ",
                en: "The number in this cell cannot be read; the page keeps the words",
                help_vi: "Chỉ ghi số, dấu phẩy trước phần thập phân, ví dụ 95,5",
                help_en: "Write a number only, with a comma before decimals, such as 95,5",
            },
            Self::BadTime => text! {
                vi: "Không đọc được giờ trong ô này; trang giữ nguyên chữ",
                en: "The time of day in this cell cannot be read; the page keeps the words",
                help_vi: "Ghi giờ dạng 07:30",
                help_en: "Write it as 07:30",
            },
            _ => text! {
                vi: "Thời gian hoàn thành không nêu được ngày cuối cùng, nên không xác định được đúng hạn hay quá hạn",
                en: "The time by which this is due names no last day, so nobody can say whether it is late",
                help_vi: "Ghi ngày, tháng, quý hoặc năm, ví dụ 31/12/2026, Quý IV/2026, Năm 2026",
                help_en: "Write a day, month, quarter or year, such as 31/12/2026, Quý IV/2026, Năm 2026",
            },
        }
    }

    fn text_of_score(&self) -> Text {
        match self {
            Self::UnknownMeasure { measure, scheme, nearest: Some(nearest) } => text! {
                vi: "Thang điểm {scheme} không có chỉ tiêu “{measure}”",
                en: "The scheme {scheme} has no measure “{measure}”",
                help_vi: "Có phải “{nearest}” không",
                help_en: "Did you mean “{nearest}”",
            },
            Self::UnknownMeasure { measure, scheme, nearest: None } => text! {
                vi: "Thang điểm {scheme} không có chỉ tiêu “{measure}”",
                en: "The scheme {scheme} has no measure “{measure}”",
                help_vi: "Dùng tên chỉ tiêu có trong tệp thang điểm",
                help_en: "Use a name that stands in the file of the scheme",
            },
            Self::Undefined { criterion, unit } => text! {
                vi: "Thang điểm không quy định điểm của tiêu chí {criterion} cho trường hợp của {unit}",
                en: "The scheme does not say what criterion {criterion} gives in the case of {unit}",
                help_vi: "Hỏi cơ quan ban hành thang điểm; trang ghi là chưa xác định",
                help_en: "Ask who issued the scheme; the page says that it is undefined",
            },
            Self::UnknownScheme { scheme, known } => text! {
                vi: "Không có thang điểm “{scheme}”",
                en: "There is no scheme “{scheme}”",
                help_vi: "Khai báo tệp thang điểm ở mục schemes của phần [data]; hiện có: {known}",
                help_en: "Name its file under schemes in [data]; there is: {known}",
            },
            _ => self.text_of_register(),
        }
    }

    fn text_of_register(&self) -> Text {
        match self {
            Self::BadFile { detail } => text! {
                vi: "Không dùng được tệp mô tả này: {detail}",
                en: "This description cannot be used: {detail}",
                help_vi: "Sửa chỗ được nêu trong tệp mô tả loại sổ hoặc thang điểm",
                help_en: "Mend the place in the file that describes the register or scheme",
            },
            Self::SameKey { key, first } => text! {
                vi: "Hai bản ghi cùng mã “{key}”; bản đứng trước ở {first}",
                en: "Two records have the key “{key}”; the first stands at {first}",
                help_vi: "Bỏ bản trùng, hoặc sửa mã của một trong hai",
                help_en: "Remove the repetition, or correct one of the two",
            },
            Self::UnknownProcedure { code } => text! {
                vi: "Danh mục thủ tục của trang không có mã {code}",
                en: "The site's catalogue has no procedure {code}",
                help_vi: "Sửa mã, hoặc thêm thủ tục vào danh mục",
                help_en: "Correct the code, or add the procedure",
            },
            Self::DaysUnknown { limit, known } => text! {
                vi: "Không tính được hạn “{limit}” vì chỉ biết ngày nghỉ lễ trong thời gian {known}",
                en: "The limit “{limit}” cannot be computed: holidays are known for {known} only",
                help_vi: "Thêm ngày nghỉ của thời gian sau vào tệp ngày nghỉ của trang",
                help_en: "Add the holidays of later times to the site's file of holidays",
            },
            Self::BadRule { rule, detail } => text! {
                vi: "Không tính được biểu thức “{rule}”: {detail}",
                en: "The expression “{rule}” cannot be computed: {detail}",
                help_vi: "Sửa biểu thức trong tệp mô tả, hoặc sửa số liệu mà nó dùng",
                help_en: "Mend the expression in the description, or the figures that it uses",
            },
            Self::GroupDiffers { column, group } => text! {
                vi: "Cột “{column}” ghi khác với dòng trước của cùng “{group}”; trang dùng dòng trước",
                en: "“{column}” differs from an earlier row of “{group}”; the page uses the earlier one",
                help_vi: "Ghi giống nhau ở mọi dòng, hoặc chỉ ghi ở dòng đầu",
                help_en: "Write the same in every row, or in the first row only",
            },
            _ => self.text_of_value(),
        }
    }
}
