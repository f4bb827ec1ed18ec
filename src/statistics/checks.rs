//! The identities inside a row, and the period against its days.
//!
//! `3 = 4 + 5 + 6` (or without 6), `7 = 8 + 9 + 10`, `11 = 12 + 13`, `3 = 7 + 11`. The first was remembered from the
//! printed form and its article was not read, so pages never call it law.

use jiff::civil::Date;

use crate::diag::{CatalogProblem, Named, Problem, ValueProblem};
use crate::model::{Measure, StatisticsRow};
use crate::text;

use super::names::{
    IN_TIME_PARTS, LATE, OUTCOMES, PENDING_PARTS, RECEIVED_AND_CARRIED, RECEIVED_PARTS, RECEIVED_WITH_CARRY,
    RESOLVED_IN_TIME_PARTS, RESOLVED_PARTS, WITH_DEADLINE, name,
};
use super::rates::{Outcome, RateId, direct_postal, in_time, rate, sum};
use super::{CarryOver, Flag, Report, Rows, carry};

/// Reports that begin or end this many days away from the calendar still are of the period: many run from the 15th.
const DAYS_OFF: i64 = 31;

/// Flags the rows of a report.
pub(super) fn rows(report: &mut Report, rows: Rows<'_>) {
    let mut flags = Vec::new();
    for (at, row) in rows.all(report) {
        let basis = carry::of_row(row).unwrap_or(report.carry_over);
        let mut found = Findings { row: at, flags: &mut flags };
        received(row, basis, &mut found);
        resolved(row, &mut found);
        pending(row, &mut found);
        outcomes(row, basis, &mut found);
        unaccounted(row, &mut found);
        apologies(row, &mut found);
        printed_rate(row, &mut found);
    }
    report.flags.extend(flags);
    if let Some(problem) = period_days(report)
        && !report.rows.is_empty()
    {
        report.flags.push(Flag { row: 0, measures: Vec::new(), problem });
    }
}

/// Gathers the flags of one row.
struct Findings<'f> {
    row: usize,
    flags: &'f mut Vec<Flag>,
}

impl Findings<'_> {
    fn push(&mut self, measures: &[Measure], problem: impl Into<Problem>) {
        self.flags.push(Flag { row: self.row, measures: measures.to_vec(), problem: problem.into() });
    }

    /// Flags parts that do not give the whole; both must be known.
    fn parts(&mut self, measures: &[Measure], parts: Named, sum: u64, total: u64) {
        if let Some(whole) = measures.last().filter(|_| sum != total) {
            let problem = ValueProblem::PartsDisagree { parts, sum, whole: name(*whole), total };
            self.push(measures, problem);
        }
    }

    /// Flags a part that is larger than its whole.
    fn above(&mut self, measures: &[Measure], (part, count): (Named, u64), (whole, total): (Named, u64)) {
        if count > total {
            self.push(measures, ValueProblem::CountAboveWhole { part, count, whole, total });
        }
    }
}

/// `3 = 4 + 5 + 6`, or without 6.
fn received(row: &StatisticsRow, basis: CarryOver, found: &mut Findings<'_>) {
    use Measure::{CarriedOver, Received, ReceivedDirectPostal, ReceivedOnline};
    let Some(received) = row.number_of(Received) else { return };
    let online = row.number_of(ReceivedOnline);
    let Some(fresh) = online.zip(direct_postal(row)).and_then(|(online, direct)| online.checked_add(direct)) else {
        if let Some(online) = online {
            found.above(&[ReceivedOnline, Received], (name(ReceivedOnline), online), (name(Received), received));
        }
        return;
    };
    let measures = [ReceivedOnline, ReceivedDirectPostal, Received];
    match row.number_of(CarriedOver) {
        // What was carried over is not published: it may fill the gap, but never a negative one.
        None if received < fresh => found.parts(&measures, RECEIVED_PARTS, fresh, received),
        None => {}
        // One of the two ways of counting holds; whether all rows use the same is for `carry` to say.
        Some(carried) if received == fresh || Some(received) == fresh.checked_add(carried) => {}
        Some(_) if basis == CarryOver::Excluded => found.parts(&measures, RECEIVED_PARTS, fresh, received),
        Some(carried) => {
            let measures = [ReceivedOnline, ReceivedDirectPostal, CarriedOver, Received];
            found.parts(&measures, RECEIVED_WITH_CARRY, fresh.saturating_add(carried), received);
        }
    }
}

/// `7 = 8 + 9 + 10`.
fn resolved(row: &StatisticsRow, found: &mut Findings<'_>) {
    use Measure::{Resolved, ResolvedEarly, ResolvedInTime, ResolvedLate, ResolvedOnTime};
    let apart = sum(row, &[ResolvedEarly, ResolvedOnTime]);
    if let Some((apart, joined)) = apart.zip(row.number_of(ResolvedInTime)) {
        found.parts(&[ResolvedEarly, ResolvedOnTime, ResolvedInTime], IN_TIME_PARTS, apart, joined);
    }
    let (Some(resolved), Some(in_time)) = (row.number_of(Resolved), in_time(row)) else { return };
    let joined = row.counts.contains_key(&ResolvedInTime);
    let (measures, parts) = match joined {
        true => (vec![ResolvedInTime, ResolvedLate, Resolved], RESOLVED_IN_TIME_PARTS),
        false => (vec![ResolvedEarly, ResolvedOnTime, ResolvedLate, Resolved], RESOLVED_PARTS),
    };
    match row.number_of(ResolvedLate) {
        Some(late) => found.parts(&measures, parts, in_time.saturating_add(late), resolved),
        None => found.above(&measures, (name(ResolvedInTime), in_time), (name(Resolved), resolved)),
    }
}

/// `11 = 12 + 13`.
fn pending(row: &StatisticsRow, found: &mut Findings<'_>) {
    use Measure::{Pending, PendingInTime, PendingOverdue};
    if let Some((parts, total)) = sum(row, &[PendingInTime, PendingOverdue]).zip(row.number_of(Pending)) {
        found.parts(&[PendingInTime, PendingOverdue, Pending], PENDING_PARTS, parts, total);
    }
}

/// `3 = 7 + 11`, or `3 + 6 = 7 + 11`; where nothing pending is published, no more can be resolved than were there.
fn outcomes(row: &StatisticsRow, basis: CarryOver, found: &mut Findings<'_>) {
    use Measure::{CarriedOver, Pending, Received, Resolved, ResolvedInTime, ResolvedLate};
    let Some(received) = row.number_of(Received) else { return };
    let carried = row.number_of(CarriedOver).filter(|_| basis != CarryOver::Included);
    let there = received.saturating_add(carried.unwrap_or(0));
    let whole = if carried.is_some() { RECEIVED_AND_CARRIED } else { name(Received) };
    match (row.number_of(Resolved), row.number_of(Pending)) {
        (Some(resolved), Some(pending)) => {
            let sum = resolved.saturating_add(pending);
            let either = basis != CarryOver::Excluded && basis != CarryOver::Included && sum == received;
            if sum != there && !either {
                let problem = ValueProblem::PartsDisagree { parts: OUTCOMES, sum, whole, total: there };
                found.push(&[Resolved, Pending, Received], problem);
            }
        }
        (Some(resolved), None) => {
            found.above(&[Received, Resolved], (name(Resolved), resolved), (whole, there));
        }
        (None, _) => {
            let timed = in_time(row).map(|in_time| in_time.saturating_add(row.number_of(ResolvedLate).unwrap_or(0)));
            if let Some(timed) = timed {
                found.above(&[Received, ResolvedLate, ResolvedInTime], (WITH_DEADLINE, timed), (whole, there));
            }
        }
    }
}

/// Received, on time and late are published and nothing else: what is left has no outcome.
fn unaccounted(row: &StatisticsRow, found: &mut Findings<'_>) {
    use Measure::{Pending, Received, Resolved, ResolvedInTime, ResolvedLate};
    if row.counts.contains_key(&Resolved) || row.counts.contains_key(&Pending) {
        return;
    }
    let timed = in_time(row).zip(row.number_of(ResolvedLate)).and_then(|(timed, late)| timed.checked_add(late));
    let rest = row.number_of(Received).zip(timed).and_then(|(received, timed)| received.checked_sub(timed));
    if let Some(rest) = rest.filter(|rest| *rest > 0) {
        let measures = [Received, ResolvedInTime, ResolvedLate];
        found.push(&measures, ValueProblem::CountsUnaccounted { rest });
    }
}

fn apologies(row: &StatisticsRow, found: &mut Findings<'_>) {
    use Measure::{Apologies, PendingOverdue, ResolvedLate};
    let late = sum(row, &[ResolvedLate, PendingOverdue]);
    if let Some((apologies, late)) = row.number_of(Apologies).zip(late) {
        found.above(&[ResolvedLate, Apologies], (name(Apologies), apologies), (LATE, late));
    }
}

/// A printed rate must be one of the three on-time rates, as far as its own decimals go.
fn printed_rate(row: &StatisticsRow, found: &mut Findings<'_>) {
    let Some(printed) = &row.on_time_rate else { return };
    let Some(percent) = printed.percent else { return };
    let computed: Vec<(RateId, f64)> = RateId::ON_TIME
        .into_iter()
        .filter_map(|id| match rate(row, id) {
            Outcome::Percent { numerator, denominator, .. } => {
                Some((id, numerator as f64 * 100.0 / denominator as f64))
            }
            Outcome::NothingArose | Outcome::NotPublished => None,
        })
        .collect();
    // Half a unit of the last decimal that is printed, and a little for floats; "0,98" may also be a share.
    let places = printed
        .words
        .split_once([',', '.'])
        .map_or(0, |(_, decimals)| decimals.bytes().filter(u8::is_ascii_digit).count());
    let near = |value: f64, places: i32| (value - percent).abs() <= 0.5 * 10_f64.powi(-places) + 1e-9;
    let share =
        |value: f64| percent <= 1.0 && (value - percent * 100.0).abs() <= 50.0 * 10_f64.powi(-(places as i32)) + 1e-9;
    let places_shown = i32::try_from(places).unwrap_or(0);
    let fits = |value: f64| near(value, places_shown) || share(value);
    if computed.is_empty() || computed.iter().any(|(_, value)| fits(*value)) {
        return;
    }
    let shown: Vec<String> =
        computed.iter().map(|(id, value)| format!("{} ({})", text::format_percent(*value), id.id())).collect();
    let problem = ValueProblem::RateDisagrees { published: printed.words.clone(), computed: shown.join(", ") };
    found.push(&[], problem);
}

/// The days of a report against the period that it names.
fn period_days(report: &Report) -> Option<Problem> {
    let period = &report.period;
    let (first, last) = period.span.days()?;
    let off = |published: Option<Date>, calendar: Date| {
        published.is_some_and(|day| {
            let days = calendar.until(day).map_or(i64::MAX, |span| i64::from(span.get_days()));
            days.abs() > DAYS_OFF
        })
    };
    if !off(period.from, first) && !off(period.to, last) {
        return None;
    }
    let day = |day: Option<Date>| day.map_or_else(|| "…".to_owned(), text::format_date);
    let days = format!("{} – {}", day(period.from), day(period.to));
    Some(CatalogProblem::PeriodDatesDisagree { period: period.words.clone(), days }.into())
}
