//! What stands above the table of a form: its number, the reporting unit and the period.

use crate::model::{PeriodSpan, ReportPeriod};
use crate::source::Row;
use crate::text;

use super::period;

/// What the lines above a table say of all its rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ingest) struct Head {
    /// The period.
    pub(super) period: Option<ReportPeriod>,
    /// The reporting unit.
    pub(super) unit: Option<String>,
    /// Number of the form, such as "II.06a".
    pub(super) form: Option<String>,
    /// Whether it was reported that neither these lines nor a column have the period.
    pub(super) lacks_period: bool,
}

/// Folded words that open a line of the head, with how many words they are.
const PERIOD: (&str, usize) = ("ky bao cao", 3);
const UNIT: (&str, usize) = ("don vi bao cao", 4);
const FORM: (&str, usize) = ("bieu so", 2);
const OTHERS: [(&str, usize); 4] =
    [("don vi nhan bao cao", 5), ("don vi tinh", 3), ("ngay nhan bao cao", 4), ("bieu", 1)];

/// Folded words that open a line which is a period by itself.
const PERIOD_OPENERS: [&str; 7] = ["quy ", "thang ", "6 thang", "9 thang", "nam ", "tu ngay", "sau thang"];

impl Head {
    /// Reads the rows above the headings.
    pub(super) fn read(rows: &[Row]) -> Self {
        let lines: Vec<&str> = rows
            .iter()
            .flat_map(|row| &row.cells)
            .filter_map(|cell| cell.value.as_text())
            .flat_map(str::lines)
            .map(|line| line.trim_start_matches(['-', '+', '*', ' ']).trim())
            .filter(|line| !line.is_empty())
            .collect();
        let unit = value_of(&lines, UNIT);
        let form = value_of(&lines, FORM).and_then(|value| form_number(&value));
        Self { period: period_of(&lines), unit, form, lacks_period: false }
    }

    /// Whether the lines above say nothing.
    pub(in crate::ingest) const fn is_empty(&self) -> bool {
        self.period.is_none() && self.unit.is_none() && self.form.is_none()
    }
}

/// The period after its label, with the days on a line of their own; or a line that is a period by itself.
fn period_of(lines: &[&str]) -> Option<ReportPeriod> {
    let alone = |line: &&&str| {
        let folded = text::fold(line);
        let folded = folded.trim_start_matches(['(', ' ']);
        PERIOD_OPENERS.iter().any(|opener| folded.starts_with(opener))
            && period::parse(line).span != PeriodSpan::Unknown
    };
    let mut period = match value_of(lines, PERIOD) {
        Some(words) => period::parse(&words),
        None => period::parse(lines.iter().find(alone)?),
    };
    if period.from.is_none()
        && let Some(days) = lines.iter().map(|line| period::parse(line)).find(|found| found.from.is_some())
    {
        (period.from, period.to) = (days.from, days.to);
        if period.span == PeriodSpan::Unknown {
            period.span = days.span;
        }
        period.words = format!("{} {}", period.words, days.words).trim().to_owned();
    }
    Some(period)
}

/// The words after a label: behind its colon, or on the next line.
fn value_of(lines: &[&str], label: (&str, usize)) -> Option<String> {
    let at = lines.iter().position(|line| opens_with(line, label.0))?;
    let line = lines[at];
    let rest = match line.split_once(':') {
        Some((_, rest)) => rest.trim().to_owned(),
        None => line.split_whitespace().skip(label.1).collect::<Vec<_>>().join(" "),
    };
    if !rest.trim_matches(['.', '…', ' ']).is_empty() {
        return Some(rest);
    }
    let next = lines.get(at + 1).filter(|next| !is_label(next))?;
    Some((*next).to_owned())
}

fn is_label(line: &str) -> bool {
    let labels = [PERIOD, UNIT, FORM].into_iter().chain(OTHERS);
    labels.into_iter().any(|(label, _)| opens_with(line, label))
}

fn opens_with(line: &str, label: &str) -> bool {
    let folded = text::fold(line);
    let mut words = folded.split([' ', ':']).filter(|word| !word.is_empty());
    label.split(' ').all(|word| words.next() == Some(word))
}

/// `II.06a` of `II.06a/VPCP/KSTT`.
fn form_number(value: &str) -> Option<String> {
    let number = value.split([' ', '/']).next()?.trim();
    (!number.is_empty()).then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{FORM, UNIT, form_number, period_of, value_of};
    use crate::model::PeriodSpan;

    #[test]
    fn the_unit_stands_after_its_label_or_below_it() {
        assert_eq!(value_of(&["Đơn vị báo cáo: UBND xã Mẫu"], UNIT).as_deref(), Some("UBND xã Mẫu"));
        assert_eq!(value_of(&["Đơn vị báo cáo UBND xã Mẫu"], UNIT).as_deref(), Some("UBND xã Mẫu"));
        assert_eq!(value_of(&["Đơn vị báo cáo:", "UBND xã Mẫu"], UNIT).as_deref(), Some("UBND xã Mẫu"));
        assert_eq!(value_of(&["Đơn vị báo cáo:", "Đơn vị nhận báo cáo: x"], UNIT), None);
        assert_eq!(value_of(&["Đơn vị nhận báo cáo: UBND tỉnh"], UNIT), None);
    }

    #[test]
    fn the_days_may_stand_on_the_next_line() {
        let period = period_of(&["Kỳ báo cáo: Quý II năm 2026", "(Từ ngày 01/4/2026 đến ngày 30/6/2026)"])
            .expect("there is one");
        assert_eq!(period.span, PeriodSpan::Quarter { year: 2026, quarter: 2 });
        assert!(period.from.is_some());
    }

    #[test]
    fn the_date_of_a_circular_is_no_period() {
        let lines =
            ["Ban hành theo Thông tư 01/2020/TT-VPCP ngày 21 tháng 10 năm 2020", "Mẫu, ngày 5 tháng 10 năm 2026"];
        assert_eq!(period_of(&lines), None);
    }

    #[test]
    fn the_number_of_the_form_is_read() {
        assert_eq!(
            value_of(&["Biểu số: II.06a/VPCP/KSTT"], FORM).and_then(|value| form_number(&value)).as_deref(),
            Some("II.06a")
        );
    }
}
