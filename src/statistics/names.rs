//! What the figures are called in messages, in both languages.

use crate::diag::Named;
use crate::model::Measure;

/// The name of a figure, as it stands inside a sentence.
#[must_use]
pub const fn name(measure: Measure) -> Named {
    let (vi, en) = match measure {
        Measure::Received => ("tiếp nhận", "received"),
        Measure::ReceivedOnline => ("tiếp nhận trực tuyến", "received online"),
        Measure::ReceivedDirectPostal => ("tiếp nhận trực tiếp, bưu chính", "received in person or by post"),
        Measure::ReceivedDirect => ("tiếp nhận trực tiếp", "received in person"),
        Measure::ReceivedPostal => ("tiếp nhận qua bưu chính", "received by post"),
        Measure::CarriedOver => ("từ kỳ trước", "carried over"),
        Measure::Resolved => ("đã giải quyết", "resolved"),
        Measure::ResolvedEarly => ("giải quyết trước hạn", "resolved early"),
        Measure::ResolvedOnTime => ("giải quyết đúng hạn", "resolved on time"),
        Measure::ResolvedInTime => ("giải quyết trước hạn và đúng hạn", "resolved early or on time"),
        Measure::ResolvedLate => ("giải quyết quá hạn", "resolved late"),
        Measure::Pending => ("đang giải quyết", "pending"),
        Measure::PendingInTime => ("đang giải quyết trong hạn", "pending in time"),
        Measure::PendingOverdue => ("đang giải quyết quá hạn", "pending and overdue"),
        Measure::Apologies => ("có văn bản xin lỗi", "late with a written apology"),
    };
    Named { vi, en }
}

pub(super) const RECEIVED_WITH_CARRY: Named = Named {
    vi: "Trực tuyến + trực tiếp, bưu chính + từ kỳ trước",
    en: "Online + in person or by post + carried over",
};
pub(super) const RECEIVED_PARTS: Named =
    Named { vi: "Trực tuyến + trực tiếp, bưu chính", en: "Online + in person or by post" };
pub(super) const RESOLVED_PARTS: Named =
    Named { vi: "Trước hạn + đúng hạn + quá hạn", en: "Early + on time + late" };
pub(super) const RESOLVED_IN_TIME_PARTS: Named =
    Named { vi: "Trước hạn và đúng hạn + quá hạn", en: "Early or on time + late" };
pub(super) const IN_TIME_PARTS: Named = Named { vi: "Trước hạn + đúng hạn", en: "Early + on time" };
pub(super) const PENDING_PARTS: Named = Named { vi: "Trong hạn + quá hạn", en: "In time + overdue" };
pub(super) const OUTCOMES: Named = Named { vi: "Đã giải quyết + đang giải quyết", en: "Resolved + pending" };
pub(super) const RECEIVED_AND_CARRIED: Named =
    Named { vi: "tiếp nhận cộng từ kỳ trước", en: "received or carried over" };
pub(super) const WITH_DEADLINE: Named =
    Named { vi: "giải quyết đúng hạn và quá hạn", en: "resolved on time or late" };
pub(super) const LATE: Named = Named { vi: "quá hạn", en: "late" };
