//! Figures of the processing of dossiers: form II.06 and II.06a of TT 01/2020/TT-VPCP, and tables of the same family.

use std::collections::BTreeMap;

use crate::diag::{Location, Position};

use super::ReportPeriod;

/// A figure of a processing report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// *Tiếp nhận, tổng số*: column 3.
    Received,
    /// *Trực tuyến*: column 4.
    ReceivedOnline,
    /// *Trực tiếp, dịch vụ bưu chính*: column 5, where the source does not divide it.
    ReceivedDirectPostal,
    /// *Trực tiếp*, where the source divides column 5.
    ReceivedDirect,
    /// *Dịch vụ bưu chính*, where the source divides column 5.
    ReceivedPostal,
    /// *Từ kỳ trước*: column 6.
    CarriedOver,
    /// *Đã giải quyết, tổng số*: column 7.
    Resolved,
    /// *Trước hạn*: column 8.
    ResolvedEarly,
    /// *Đúng hạn*: column 9.
    ResolvedOnTime,
    /// *Trước hạn và đúng hạn* in one figure, where the source does not divide it.
    ResolvedInTime,
    /// *Quá hạn* of the resolved: column 10.
    ResolvedLate,
    /// *Đang giải quyết, tổng số*: column 11.
    Pending,
    /// *Trong hạn*: column 12.
    PendingInTime,
    /// *Quá hạn* of the pending: column 13.
    PendingOverdue,
    /// Late dossiers with a written apology (*phiếu xin lỗi và hẹn lại ngày trả kết quả*).
    Apologies,
}

impl Measure {
    /// Every figure, in the order of the form.
    pub const ALL: [Self; 15] = [
        Self::Received,
        Self::ReceivedOnline,
        Self::ReceivedDirectPostal,
        Self::ReceivedDirect,
        Self::ReceivedPostal,
        Self::CarriedOver,
        Self::Resolved,
        Self::ResolvedEarly,
        Self::ResolvedOnTime,
        Self::ResolvedInTime,
        Self::ResolvedLate,
        Self::Pending,
        Self::PendingInTime,
        Self::PendingOverdue,
        Self::Apologies,
    ];

    /// Number of its column in form II.06, where it has one.
    #[must_use]
    pub const fn form_column(self) -> Option<u8> {
        Some(match self {
            Self::Received => 3,
            Self::ReceivedOnline => 4,
            Self::ReceivedDirectPostal => 5,
            Self::CarriedOver => 6,
            Self::Resolved => 7,
            Self::ResolvedEarly => 8,
            Self::ResolvedOnTime => 9,
            Self::ResolvedLate => 10,
            Self::Pending => 11,
            Self::PendingInTime => 12,
            Self::PendingOverdue => 13,
            Self::ReceivedDirect | Self::ReceivedPostal | Self::ResolvedInTime | Self::Apologies => return None,
        })
    }
}

/// A count as published. `0`, `-` and an empty cell differ: the last gives no count at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The number; nothing for a dash, or for words that are none.
    pub number: Option<u64>,
    /// The words of the source.
    pub words: Box<str>,
    /// Line or row, and column, in its file; zeros where it has no such place.
    pub place: Position,
}

/// What a row of a report is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RowRole {
    /// Figures of one field, unit or scope.
    #[default]
    Line,
    /// A heading over the lines that follow; its figures, where it has some, are their sum.
    Heading {
        /// 0 for `A`, `B`; 1 for `I`, `II` and for headings without a number.
        level: u8,
    },
    /// The sum of the report's lines.
    Total,
}

/// A rate that the source printed itself.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedRate {
    /// In percent, where it can be read.
    pub percent: Option<f64>,
    /// The words of the source.
    pub words: String,
}

/// One row of a processing report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatisticsRow {
    /// The period.
    pub period: ReportPeriod,
    /// The reporting unit.
    pub unit: Option<String>,
    /// The unit's code in the source.
    pub unit_code: Option<String>,
    /// What part of the unit's work the figures cover, such as "Cấp tỉnh" or "Mức độ 3".
    pub scope: Option<String>,
    /// What the line counts: a field, or a unit below the reporting one.
    pub field: Option<String>,
    /// Number of the row (*TT, STT*) as published.
    pub number: Option<String>,
    /// What the row is.
    pub role: RowRole,
    /// The figures that are published.
    pub counts: BTreeMap<Measure, Count>,
    /// Average days of processing, as published.
    pub average_days: Option<String>,
    /// The rate of dossiers on time that the source printed.
    pub on_time_rate: Option<PublishedRate>,
    /// Number of the form, such as "II.06a".
    pub form: Option<String>,
    /// Who published the figures, where the row says so itself.
    pub source: Option<String>,
    /// Remarks as published.
    pub note: Option<String>,
}

impl StatisticsRow {
    /// The number of a figure, where it is published as one.
    #[must_use]
    pub fn number_of(&self, measure: Measure) -> Option<u64> {
        self.counts.get(&measure)?.number
    }

    /// What the row is called: its field, scope or unit.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        [&self.field, &self.scope, &self.unit].into_iter().find_map(|name| name.as_deref())
    }

    /// Where a figure stands, given the place of its row.
    #[must_use]
    pub fn place_of(&self, measure: Measure, row: &Location, heading: &str) -> Location {
        let Some(place) = self.counts.get(&measure).map(|count| count.place).filter(|place| place.line > 0) else {
            return row.clone();
        };
        let header = Some(heading.to_owned());
        match row.clone() {
            Location::Cell { path, sheet, .. } => {
                Location::Cell { path, sheet, row: place.line, column: place.column, header }
            }
            Location::Text { path, .. } => Location::Text { path, position: Some(place), header },
            other => other,
        }
    }
}
