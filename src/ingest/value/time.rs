//! Time limits: `3 WORKING_DAY`, `07 ngày làm việc`, `Không quá 0,5 ngày`, and prose.

use super::lines::{split_outside_brackets, strip_words};
use super::part::{is_absent, is_not_applicable};
use crate::diag::ValueProblem;
use crate::ingest::report::{Report, Spot};
use crate::ingest::words::{normal, words};
use crate::model::{TimeLimit, TimeUnit};
use crate::text;

/// Longest text read as a number and a unit, in bytes; prose is longer.
const LONGEST: usize = 160;

/// The time limits of a text: several where each line or piece is one, otherwise one that keeps the whole text.
///
/// Empty where the source states none: `OTHER` alone, a hyphen, "Không có thông tin".
pub(in crate::ingest) fn time_limits(text: &str, spot: &Spot<'_>, report: &mut Report<'_>) -> Vec<TimeLimit> {
    let pieces = split_outside_brackets(text, |letter| matches!(letter, ';' | '\n'));
    if pieces.len() > 1 {
        let limits: Vec<_> = pieces.into_iter().map(time_limit).collect();
        if limits.iter().all(|limit| limit.unit.is_some()) {
            return limits;
        }
    }
    let limit = time_limit(text);
    if is_absent(&limit.text) {
        return Vec::new();
    }
    if let Some(problem) = problem_of(&limit) {
        report.add(spot, problem, &limit.text);
    }
    vec![limit]
}

/// What a person should look at, if anything. That no rule exists is an answer and no problem.
fn problem_of(limit: &TimeLimit) -> Option<ValueProblem> {
    match (limit.tenths, limit.unit) {
        (_, Some(_)) => None,
        (Some(_), None) => Some(ValueProblem::TimeUnitUnknown),
        (None, None) if is_not_applicable(&limit.text) || words().no_rule.contains(&normal(&limit.text)) => None,
        (None, None) => Some(ValueProblem::TimeUnparsed),
    }
}

/// Whether a text is a number and a unit of time.
pub(in crate::ingest) fn is_time_limit(text: &str) -> bool {
    time_limit(text).unit.is_some()
}

/// Reads one time limit; the text is kept, raw enumerations replaced by their words.
fn time_limit(text: &str) -> TimeLimit {
    let published = text.trim();
    let raw = published.rsplit(' ').next().filter(|word| is_raw_unit(word));
    let body = raw.map_or(published, |unit| published[..published.len() - unit.len()].trim_end());
    let (tenths, unit, is_bare) = measure(published, body, raw);
    let text = match (raw, unit) {
        (None, _) => published.to_owned(),
        (Some(_), Some(unit)) if is_bare => format!("{} {}", body.replace('.', ","), unit_words(unit)),
        (Some(_), _) => body.to_owned(),
    };
    TimeLimit { tenths, unit, text }
}

/// An enumeration of the national database's interface, such as `WORKING_DAY`.
fn is_raw_unit(word: &str) -> bool {
    word == "OTHER"
        || (word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') && {
            let folded = word.to_ascii_lowercase();
            words().units.iter().any(|(unit, _)| *unit == folded)
        })
}

/// The number and unit, and whether the text before a raw unit is a bare number.
fn measure(published: &str, body: &str, raw: Option<&str>) -> (Option<u32>, Option<TimeUnit>, bool) {
    if published.len() > LONGEST {
        return (None, None, false);
    }
    let is_bare = !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    match raw {
        Some(unit) if is_bare => (tenths(body), unit_named(&unit.to_ascii_lowercase()), true),
        _ => match number_and_unit(&normal(body)) {
            Some((tenths, unit)) => (tenths, unit, false),
            None => (None, None, false),
        },
    }
}

/// Reads a folded text that is a number and a unit, with words around them that change nothing.
fn number_and_unit(folded: &str) -> Option<(Option<u32>, Option<TimeUnit>)> {
    let words = words();
    let start = words.before_time.iter().find_map(|before| strip_words(folded, before)).unwrap_or(folded);
    let digits = start.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')).count();
    let tenths = tenths(start.get(..digits)?)?;
    let rest = without_bracket(start[digits..].trim_start());
    if rest.is_empty() {
        return Some((Some(tenths), None));
    }
    let (unit, name) = words.units.iter().find(|(unit, _)| strip_words(rest, unit).is_some())?;
    let rest = without_bracket(strip_words(rest, unit)?.trim_start_matches([',', ' ']));
    (rest.is_empty() || words.after_time.iter().any(|after| after == rest)).then(|| (Some(tenths), time_unit(name)))
}

/// The text without the bracket it begins with: `02 (hai) ngày`.
fn without_bracket(text: &str) -> &str {
    text.strip_prefix('(').and_then(|inner| inner.split_once(')')).map_or(text, |(_, rest)| rest.trim_start())
}

/// Tenths of a number that has at most one decimal and is plausible as a time.
fn tenths(number: &str) -> Option<u32> {
    let scaled = text::parse_decimal(number)? * 10.0;
    let whole = scaled.round();
    ((0.0..=1_000_000.0).contains(&whole) && (scaled - whole).abs() < 1e-6).then_some(whole as u32)
}

fn unit_named(folded: &str) -> Option<TimeUnit> {
    words().units.iter().find(|(unit, _)| unit == folded).and_then(|(_, name)| time_unit(name))
}

fn time_unit(name: &str) -> Option<TimeUnit> {
    Some(match name {
        "hours" => TimeUnit::Hours,
        "working_hours" => TimeUnit::WorkingHours,
        "days" => TimeUnit::Days,
        "working_days" => TimeUnit::WorkingDays,
        "months" => TimeUnit::Months,
        "years" => TimeUnit::Years,
        _ => return None,
    })
}

const fn unit_words(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Hours => "giờ",
        TimeUnit::WorkingHours => "giờ làm việc",
        TimeUnit::Days => "ngày",
        TimeUnit::WorkingDays => "ngày làm việc",
        TimeUnit::Months => "tháng",
        TimeUnit::Years => "năm",
    }
}

#[cfg(test)]
mod tests {
    use super::{is_time_limit, time_limit};
    use crate::model::TimeUnit::{self, Days, Hours, Months, WorkingDays, Years};

    fn read(text: &str) -> (Option<u32>, Option<TimeUnit>, String) {
        let limit = time_limit(text);
        (limit.tenths, limit.unit, limit.text)
    }

    #[test]
    fn raw_units_become_their_words() {
        assert_eq!(read("3 WORKING_DAY"), (Some(30), Some(WorkingDays), "3 ngày làm việc".to_owned()));
        assert_eq!(read("0.5 WORKING_DAY"), (Some(5), Some(WorkingDays), "0,5 ngày làm việc".to_owned()));
        assert_eq!(read("8 HOUR"), (Some(80), Some(Hours), "8 giờ".to_owned()));
        assert_eq!(read("2 MONTH"), (Some(20), Some(Months), "2 tháng".to_owned()));
        assert_eq!(read("1 YEAR"), (Some(10), Some(Years), "1 năm".to_owned()));
    }

    #[test]
    fn other_is_no_unit_and_no_word_for_citizens() {
        assert_eq!(read("1 OTHER"), (Some(10), None, "1".to_owned()));
        assert_eq!(read("Theo lịch họp OTHER"), (None, None, "Theo lịch họp".to_owned()));
        assert_eq!(read("OTHER"), (None, None, String::new()));
        assert_eq!(read("Không quá 10 ngày làm việc OTHER").1, Some(WorkingDays));
    }

    #[test]
    fn words_around_a_limit_change_nothing() {
        assert_eq!(read("07 Ngày"), (Some(70), Some(Days), "07 Ngày".to_owned()));
        assert_eq!(read("Không quá 02 (hai) ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ.").0, Some(20));
        assert_eq!(read("3,5 ngày làm việc").0, Some(35));
    }

    #[test]
    fn quarters_of_a_day_keep_their_text_and_unit() {
        assert_eq!(read("6.25 WORKING_DAY"), (None, Some(WorkingDays), "6,25 ngày làm việc".to_owned()));
    }

    #[test]
    fn prose_is_not_forced_into_a_number() {
        for prose in
            ["Trong ngày", "5 ngày, vùng xa 10 ngày", "ngày 15 hằng tháng", "1/12 hằng năm", "3 ngày đến 5 ngày"]
        {
            assert!(!is_time_limit(prose), "{prose}");
        }
    }
}
