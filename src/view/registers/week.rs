//! Days of a calendar, week by week.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use crate::kinds::Kind;
use crate::view::here::Here;

use super::RowView;

/// Weeks that are over and still shown; the files hold all of them.
const PAST_WEEKS: usize = 12;

/// A week of a calendar.
#[derive(Clone, Debug, Serialize)]
pub struct WeekView {
    /// Anchor.
    pub id: String,
    /// "Tuần từ 16/11/2026 đến 22/11/2026".
    pub title: String,
    /// Its days on which there is something.
    pub days: Vec<DayView>,
}

/// A day of a calendar.
#[derive(Clone, Debug, Serialize)]
pub struct DayView {
    /// "Thứ Hai, 16/11/2026".
    pub title: String,
    /// As machines read it.
    pub iso: String,
    /// What there is.
    pub rows: Vec<RowView>,
}

impl Here<'_> {
    /// The weeks of a calendar: this one and those to come in their order, then those that are over, newest first.
    pub(super) fn weeks(&self, kind: &Kind, records: &[usize]) -> (Vec<WeekView>, Vec<WeekView>) {
        let columns: Vec<&str> = kind.list.iter().map(String::as_str).collect();
        let mut weeks: Vec<(Date, WeekView)> = Vec::new();
        for &at in records {
            let Some(day) = self.register_datum(at, &kind.day).and_then(crate::model::Datum::date) else { continue };
            let monday = monday_of(day);
            let row = self.row_of(kind, at, &columns, true);
            let place = weeks.iter().position(|(known, _)| *known == monday).unwrap_or_else(|| {
                weeks.push((monday, self.week(monday)));
                weeks.len() - 1
            });
            let week = &mut weeks[place].1;
            let iso = day.to_string();
            match week.days.iter_mut().find(|known| known.iso == iso) {
                Some(known) => known.rows.push(row),
                None => week.days.push(DayView { title: self.weekday(day), iso, rows: vec![row] }),
            }
        }
        weeks.sort_by_key(|(monday, _)| *monday);
        for (_, week) in &mut weeks {
            week.days.sort_by(|a, b| a.iso.cmp(&b.iso));
        }
        let this = monday_of(self.context.as_of);
        let (mut past, now): (Vec<_>, Vec<_>) = weeks.into_iter().partition(|(monday, _)| *monday < this);
        past.reverse();
        past.truncate(PAST_WEEKS);
        (now.into_iter().map(|(_, week)| week).collect(), past.into_iter().map(|(_, week)| week).collect())
    }

    fn week(&self, monday: Date) -> WeekView {
        let sunday = monday.checked_add(6.days()).unwrap_or(monday);
        let title = self.words.fill("reg_week", &[("from", &self.date(monday)), ("to", &self.date(sunday))]);
        WeekView { id: format!("tuan-{monday}"), title, days: Vec::new() }
    }

    /// A day with its name.
    pub(super) fn weekday(&self, day: Date) -> String {
        let name = self.words.get(DAYS[day.weekday().to_monday_zero_offset().unsigned_abs() as usize % 7]);
        format!("{name}, {}", self.date(day))
    }
}

/// Keys of the names of days, from Monday.
const DAYS: [&str; 7] = ["day_1", "day_2", "day_3", "day_4", "day_5", "day_6", "day_7"];

fn monday_of(day: Date) -> Date {
    day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).unwrap_or(day)
}
