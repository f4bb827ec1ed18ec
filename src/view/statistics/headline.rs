//! The figures that a page begins with.

use serde::Serialize;

use crate::model::{Measure, StatisticsRow};
use crate::statistics::RateId;
use crate::view::here::Here;

use super::rates::RateView;

/// The four figures of a report as a whole.
#[derive(Clone, Debug, Serialize)]
pub struct Headline {
    /// Received, resolved and pending, those that are published.
    pub figures: Vec<HeadFigure>,
    /// On time.
    pub on_time: Option<RateView>,
    /// Handed in online.
    pub online: Option<RateView>,
}

/// A figure with what it holds.
#[derive(Clone, Debug, Serialize)]
pub struct HeadFigure {
    /// What is counted.
    pub label: String,
    /// The number.
    pub value: String,
    /// Its parts in words; may be empty.
    pub detail: String,
}

impl Here<'_> {
    /// The headline of a row, with the definitions that it uses.
    pub(super) fn headline(&self, section: &str, row: &StatisticsRow) -> (Headline, Vec<RateId>) {
        use Measure::{CarriedOver, Pending, PendingOverdue, Received, ReceivedOnline, Resolved, ResolvedLate};
        let figures = [
            ("stat_received", Received, &[ReceivedOnline, CarriedOver][..]),
            ("stat_resolved", Resolved, &[ResolvedLate][..]),
            ("stat_pending", Pending, &[PendingOverdue][..]),
        ];
        let figures = figures.into_iter().filter_map(|(label, measure, parts)| {
            let value = self.count(row.number_of(measure)?);
            let detail = parts.iter().filter_map(|part| self.part(row, *part)).collect::<Vec<_>>().join(", ");
            Some(HeadFigure { label: self.words.get(label).to_owned(), value, detail })
        });
        let on_time = self.on_time_id(section, row);
        let online = Some(RateId::Online).filter(|id| self.rate_view(section, row, *id).is_percent);
        let headline = Headline {
            figures: figures.collect(),
            on_time: on_time.map(|id| self.rate_view(section, row, id)),
            online: online.map(|id| self.rate_view(section, row, id)),
        };
        (headline, on_time.into_iter().chain(online).collect())
    }

    /// "10 quá hạn".
    fn part(&self, row: &StatisticsRow, measure: Measure) -> Option<String> {
        let key = match measure {
            Measure::ReceivedOnline => "stat_part_online",
            Measure::CarriedOver => "stat_part_carried_over",
            _ => "stat_part_late",
        };
        Some(self.words.fill(key, &[("n", &self.count(row.number_of(measure)?))]))
    }
}
