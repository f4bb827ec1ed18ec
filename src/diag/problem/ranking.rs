//! Problems with the rankings of an index: with single figures, and with a table as a whole.

use super::super::{Code, Lang, Text};
use super::grouped;

/// Problems with the rankings of an index. Figures are held in plain notation (`66.2`) and shown as the language
/// writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RankingProblem {
    /// A score that is no number; left out.
    BadScore,
    /// A rank that is no whole number; left out.
    BadRank,
    /// A row that belongs to no year or day.
    NoEdition,
    /// A row that belongs to no known index.
    UnknownIndex {
        /// The index as written; empty where nothing names one.
        index: String,
        /// The known index that it resembles.
        nearest: Option<String>,
    },
    /// A unit that is not among those of its level; shown as written.
    UnknownUnit {
        /// The unit as written.
        unit: String,
        /// The known unit that it resembles.
        nearest: Option<String>,
    },
    /// A score above its maximum, or below nothing.
    OutsideScale {
        /// The score.
        score: String,
        /// The maximum.
        maximum: String,
    },
    /// A column that no criterion of the index claims; shown under its own heading.
    UnknownComponent {
        /// The heading.
        heading: String,
        /// The index.
        index: String,
        /// The known heading that it resembles.
        nearest: Option<String>,
    },
    /// A heading names another maximum than the index does.
    MaximumDiffers {
        /// The maximum of the heading.
        heading: String,
        /// The maximum of the index.
        index: String,
    },
    /// The code of a unit belongs to another one.
    CodeOfOther {
        /// The code.
        code: String,
        /// The unit to which it belongs.
        unit: String,
    },
    /// A unit without group scores where the others have them.
    BlankComponents {
        /// The unit.
        unit: String,
    },
    /// A file that describes an index cannot be used.
    BadScheme {
        /// What is wrong with it.
        detail: String,
    },
    /// The rank that was published is not the one that the scores give.
    RankDiffers {
        /// The rank that was published.
        published: String,
        /// What the scores say about the rank.
        computed: String,
    },
    /// The group scores do not add up to the total.
    SumDiffers {
        /// The sum of the groups.
        sum: String,
        /// The total.
        total: String,
    },
    /// A unit stands twice in one table.
    UnitTwice {
        /// The unit.
        unit: String,
        /// Where it stands first.
        first: String,
    },
    /// An edition of a time for which the index has no set of criteria.
    OutsideScheme {
        /// The edition.
        edition: String,
        /// The index.
        index: String,
    },
    /// A unit that did not exist on the day of the edition.
    UnitNotThen {
        /// The unit.
        unit: String,
        /// The edition.
        edition: String,
    },
    /// A table that holds only some of the units.
    PartialTable {
        /// Units in the table.
        known: usize,
        /// Units that were ranked.
        of: usize,
    },
    /// A table with more units than were ranked.
    TooManyUnits {
        /// Units in the table.
        known: usize,
        /// Units that were ranked.
        of: usize,
    },
}

impl RankingProblem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::BadScore => Code::Ck0430,
            Self::BadRank => Code::Ck0431,
            Self::NoEdition => Code::Ck0432,
            Self::UnknownIndex { .. } => Code::Ck0433,
            Self::UnknownUnit { .. } => Code::Ck0434,
            Self::OutsideScale { .. } => Code::Ck0435,
            Self::UnknownComponent { .. } => Code::Ck0436,
            Self::MaximumDiffers { .. } => Code::Ck0437,
            Self::CodeOfOther { .. } => Code::Ck0438,
            Self::BlankComponents { .. } => Code::Ck0439,
            Self::BadScheme { .. } => Code::Ck0517,
            Self::RankDiffers { .. } => Code::Ck0518,
            Self::SumDiffers { .. } => Code::Ck0519,
            Self::UnitTwice { .. } => Code::Ck0520,
            Self::OutsideScheme { .. } => Code::Ck0521,
            Self::UnitNotThen { .. } => Code::Ck0522,
            Self::PartialTable { .. } => Code::Ck0523,
            Self::TooManyUnits { .. } => Code::Ck0524,
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::BadScore
            | Self::BadRank
            | Self::NoEdition
            | Self::UnknownIndex { .. }
            | Self::UnknownUnit { .. }
            | Self::OutsideScale { .. }
            | Self::UnknownComponent { .. }
            | Self::MaximumDiffers { .. }
            | Self::CodeOfOther { .. }
            | Self::BlankComponents { .. } => self.text_of_record(),
            Self::BadScheme { .. }
            | Self::RankDiffers { .. }
            | Self::SumDiffers { .. }
            | Self::UnitTwice { .. }
            | Self::OutsideScheme { .. }
            | Self::UnitNotThen { .. }
            | Self::PartialTable { .. }
            | Self::TooManyUnits { .. } => self.text_of_table(),
        }
    }

    fn text_of_record(&self) -> Text {
        match self {
            Self::BadScore => text! {
                vi: "Điểm không phải là số nên không đưa lên trang",
                en: "The score is no number, so it is not shown",
                help_vi: "Ghi điểm bằng số, ví dụ 68,11; chưa có điểm thì để trống",
                help_en: "Write the score as a number such as 68.11; leave the cell empty where there is none",
            },
            Self::BadRank => text! {
                vi: "Thứ hạng không phải là số nguyên dương nên không đưa lên trang",
                en: "The rank is no positive whole number, so it is not shown",
                help_vi: "Ghi thứ hạng bằng số, ví dụ 6 hoặc 6/11; chưa có thì để trống",
                help_en: "Write the rank as 6 or 6/11; leave the cell empty where there is none",
            },
            Self::NoEdition => text! {
                vi: "Không biết số liệu thuộc năm nào hoặc ngày nào",
                en: "Nothing says to which year or day the figures belong",
                help_vi: "Thêm cột “Năm”, hoặc ghi edition trong bảng [data], hoặc đặt tên tệp như 766-2026-10-10.csv",
                help_en: "Add a column “Năm”, set edition in the [data] table, or name the file like 766-2026-10-10.csv",
            },
            Self::UnknownIndex { index, nearest } => unknown_index(index, nearest.as_deref()),
            Self::UnknownUnit { unit, nearest } => unknown_unit(unit, nearest.as_deref()),
            Self::OutsideScale { score, maximum } => {
                let (score_vi, maximum_vi) = (comma(score), comma(maximum));
                text! {
                    vi: "Điểm {score_vi} nằm ngoài thang từ 0 đến {maximum_vi}",
                    en: "The score {score} lies outside the scale from 0 to {maximum}",
                    help_vi: "Đối chiếu bảng đã công bố; có thể nhầm cột hoặc nhầm dấu thập phân",
                    help_en: "Check the published table; the column or the decimal sign may be wrong",
                }
            }
            Self::UnknownComponent { heading, index, nearest } => unknown_component(heading, index, nearest.as_deref()),
            Self::MaximumDiffers { heading, index } => {
                let (heading_vi, index_vi) = (comma(heading), comma(index));
                text! {
                    vi: "Tiêu đề cột ghi điểm tối đa {heading_vi}, bộ chỉ số ghi {index_vi}",
                    en: "The heading says that the maximum is {heading}, the index says {index}",
                    help_vi: "Đối chiếu quyết định ban hành bộ chỉ số, rồi sửa tiêu đề cột hoặc tệp mô tả chỉ số",
                    help_en: "Check the decision on the index, then correct the heading or the file of the index",
                }
            }
            Self::CodeOfOther { code, unit } => text! {
                vi: "Mã {code} là của đơn vị khác: {unit}",
                en: "The code {code} belongs to another unit: {unit}",
                help_vi: "Sửa mã hoặc tên đơn vị cho khớp nhau",
                help_en: "Make code and name agree",
            },
            Self::BlankComponents { unit } => text! {
                vi: "{unit} không có điểm thành phần trong kỳ này; trang để nguyên như nguồn",
                en: "{unit} has no group scores in this edition; the page shows it as published",
                help_vi: "Điền điểm thành phần nếu đã công bố; nếu nguồn không có thì để trống như vậy",
                help_en: "Fill the group scores in if they were published; otherwise leave them empty",
            },
            other => other.text_of_table(),
        }
    }

    fn text_of_table(&self) -> Text {
        match self {
            Self::RankDiffers { published, computed } => text! {
                vi: "Hạng công bố là {published}, nhưng xếp theo điểm thì {computed}",
                en: "The published rank is {published}, but by the scores it is {computed}",
                help_vi: "Đối chiếu bảng đã công bố; trang giữ hạng đã công bố và ghi chú bên cạnh",
                help_en: "Check the published table; the page keeps the published rank and says so beside it",
            },
            Self::SumDiffers { sum, total } => {
                let (sum_vi, total_vi) = (comma(sum), comma(total));
                text! {
                    vi: "Cộng các nhóm được {sum_vi}, khác tổng điểm {total_vi}",
                    en: "The groups add up to {sum}, not to the total {total}",
                    help_vi: "Đối chiếu bảng đã công bố; trang để nguyên cả hai số và ghi chú bên cạnh",
                    help_en: "Check the published table; the page shows both figures and says so beside them",
                }
            }
            Self::UnitTwice { unit, first } => text! {
                vi: "{unit} có hai dòng trong cùng một kỳ; dòng đầu ở {first}",
                en: "{unit} stands twice in one edition; first at {first}",
                help_vi: "Giữ dòng đúng, xóa dòng thừa; chỉ dòng đầu được xếp hạng",
                help_en: "Keep the right row and delete the other; only the first is ranked",
            },
            Self::OutsideScheme { edition, index } => text! {
                vi: "Kỳ {edition} nằm ngoài thời gian áp dụng của {index}",
                en: "The edition {edition} lies outside the time for which {index} applies",
                help_vi: "Kiểm tra lại năm hoặc ngày, hoặc bổ sung bộ tiêu chí của thời gian đó vào tệp mô tả chỉ số",
                help_en: "Check the year or day, or add the set of criteria of that time to the file of the index",
            },
            Self::UnitNotThen { unit, edition } => text! {
                vi: "{unit} không phải là đơn vị đang hoạt động vào kỳ {edition}",
                en: "{unit} was no unit in operation at the edition {edition}",
                help_vi: "Kiểm tra lại tên đơn vị và kỳ; đơn vị đã sáp nhập chỉ có số liệu đến ngày sáp nhập",
                help_en: "Check unit and edition; a merged unit has figures only until the merger",
            },
            Self::BadScheme { detail } => text! {
                vi: "Không dùng được tệp mô tả chỉ số: {detail}",
                en: "The file that describes the index cannot be used: {detail}",
                help_vi: "Sửa tệp theo mẫu của chỉ số có sẵn gần nhất",
                help_en: "Correct the file after the pattern of the nearest built-in index",
            },
            other => other.text_of_counts(),
        }
    }

    fn text_of_counts(&self) -> Text {
        let (known, of, is_short) = match self {
            Self::PartialTable { known, of } => (*known, *of, true),
            Self::TooManyUnits { known, of } => (*known, *of, false),
            _ => (0, 0, true),
        };
        let (known_vi, of_vi) = (grouped(known, Lang::Vi), grouped(of, Lang::Vi));
        let (known_en, of_en) = (grouped(known, Lang::En), grouped(of, Lang::En));
        if is_short {
            text! {
                vi: "Bảng chỉ có {known_vi} trên {of_vi} đơn vị; trang ghi rõ là bảng chưa đầy đủ",
                en: "The table holds {known_en} of {of_en} units; the page says that it is partial",
                help_vi: "Bổ sung các đơn vị còn thiếu khi có số liệu; không có thì để như vậy",
                help_en: "Add the other units when their figures are known; otherwise leave it so",
            }
        } else {
            text! {
                vi: "Bảng có {known_vi} đơn vị, nhiều hơn số {of_vi} đơn vị được xếp hạng",
                en: "The table holds {known_en} units, more than the {of_en} that were ranked",
                help_vi: "Xóa dòng thừa, hoặc sửa số đơn vị trong tệp mô tả chỉ số",
                help_en: "Delete the rows left over, or correct the number of units in the file of the index",
            }
        }
    }
}

fn unknown_index(index: &str, nearest: Option<&str>) -> Text {
    match nearest {
        Some(nearest) => text! {
            vi: "Không có chỉ số nào tên là “{index}”",
            en: "No index is called “{index}”",
            help_vi: "Có phải “{nearest}”? Nếu đúng, sửa lại tên chỉ số",
            help_en: "Did you mean “{nearest}”? If so, correct the name",
        },
        None => text! {
            vi: "Không biết số liệu thuộc chỉ số nào: “{index}”",
            en: "Nothing says to which index the figures belong: “{index}”",
            help_vi: "Ghi index trong bảng [data], hoặc đặt tên tệp bắt đầu bằng mã chỉ số, như papi-2024.csv",
            help_en: "Set index in the [data] table, or let the file name begin with the index, as in papi-2024.csv",
        },
    }
}

fn unknown_unit(unit: &str, nearest: Option<&str>) -> Text {
    match nearest {
        Some(nearest) => text! {
            vi: "Không có đơn vị nào tên là “{unit}” ở cấp này",
            en: "No unit of this level is called “{unit}”",
            help_vi: "Có phải “{nearest}”? Nếu đúng, sửa lại tên",
            help_en: "Did you mean “{nearest}”? If so, correct the name",
        },
        None => text! {
            vi: "Không có đơn vị nào tên là “{unit}” ở cấp này",
            en: "No unit of this level is called “{unit}”",
            help_vi: "Sửa lại tên, hoặc tách dòng này sang bảng của cấp khác",
            help_en: "Correct the name, or move the row to the table of another level",
        },
    }
}

fn unknown_component(heading: &str, index: &str, nearest: Option<&str>) -> Text {
    match nearest {
        Some(nearest) => text! {
            vi: "Cột “{heading}” không thuộc {index}; trang giữ nguyên tên cột, không có điểm tối đa",
            en: "The column “{heading}” does not belong to {index}; it is shown under its own name, without a maximum",
            help_vi: "Có phải “{nearest}”? Nếu đúng, sửa tiêu đề cột",
            help_en: "Did you mean “{nearest}”? If so, correct the heading",
        },
        None => text! {
            vi: "Cột “{heading}” không thuộc {index}; trang giữ nguyên tên cột, không có điểm tối đa",
            en: "The column “{heading}” does not belong to {index}; it is shown under its own name, without a maximum",
            help_vi: "Khai cột trong [data.columns], hoặc thêm tiêu chí vào tệp mô tả chỉ số",
            help_en: "Map the column in [data.columns], or add the criterion to the file of the index",
        },
    }
}

/// A figure in Vietnamese notation.
fn comma(figure: &str) -> String {
    figure.replace('.', ",")
}
