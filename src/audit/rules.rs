//! The language of the rules: minijinja expressions over the facts of a record.

use jiff::civil::Date;
use minijinja::value::Value;
use minijinja::{Environment, Error, Expression, UndefinedBehavior};

use crate::calendar::WorkingDays;

use super::{Check, Criterion, Level};

/// The environment of all rules of one audit.
///
/// Names: `as_of` (a day as `2026-11-20`), `judged_as` (the level of government), `site` (see [`super::facts`]), and the facts of the record at
/// hand. A fact that is not there is undefined, and undefined counts as no.
pub(super) fn environment(as_of: Date, level: Level, days: &WorkingDays, site: Value) -> Environment<'static> {
    let days = days.clone();
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Chainable);
    environment.add_global("as_of", as_of.to_string());
    environment.add_global("judged_as", level.name());
    environment.add_global("site", site);
    environment.add_function("days_between", days_between);
    environment.add_function("working_days", move |from: &Value, to: &Value| working_days(&days, from, to));
    environment.add_function("is_dossier_code", |code: &Value| code.as_str().is_some_and(is_dossier_code));
    environment
}

/// Whether an expression over the site holds.
pub(super) fn holds(environment: &Environment<'static>, rule: &'static str) -> bool {
    let compiled = environment.compile_expression(rule);
    compiled.and_then(|rule| rule.eval(())).is_ok_and(|value| value.is_true())
}

/// Days from one day to another, negative where the second comes first; undefined where one of them is no day.
fn days_between(from: &Value, to: &Value) -> Value {
    let day = |value: &Value| value.as_str()?.parse::<Date>().ok();
    let days = || day(from)?.until(day(to)?).ok().map(|span| span.get_days());
    days().map_or(Value::UNDEFINED, Value::from)
}

/// Working days after the first day up to and with the second, negative where the second comes first, by the holidays
/// and swapped days that registers are counted by; undefined where one of them is no day.
fn working_days(days: &WorkingDays, from: &Value, to: &Value) -> Value {
    let day = |value: &Value| value.as_str()?.parse::<Date>().ok();
    let count = || Some(days.counted(day(from)?, day(to)?));
    count().map_or(Value::UNDEFINED, Value::from)
}

/// Whether a dossier code has the structure `000.00.12.H34-260101-0001`: the unit's code, the day, a number
/// (Điều 26 NĐ 61/2018/NĐ-CP, Điều 19 TT 01/2018/TT-VPCP).
fn is_dossier_code(code: &str) -> bool {
    let mut parts = code.split('-');
    let (Some(unit), Some(day), Some(number), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = unit.split('.').collect();
    let is_unit = (2..=4).contains(&groups.len())
        && groups
            .iter()
            .all(|group| (2..=4).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_alphanumeric()))
        && groups.last().is_some_and(|last| last.starts_with(|letter: char| letter.is_ascii_uppercase()));
    let is_day = day.len() == 6
        && digits(day)
        && format!("20{}-{}-{}", &day[..2], &day[2..4], &day[4..]).parse::<Date>().is_ok();
    is_unit && is_day && number.len() >= 4 && digits(number)
}

/// The rules of one criterion, compiled.
pub(super) struct Rules<'e> {
    subject: Option<Expression<'e, 'static>>,
    checks: Vec<Expression<'e, 'static>>,
}

/// What the rules say of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The criterion does not ask for anything of this record.
    NotSubject,
    /// Every check passes.
    Passed,
    /// The checks that fail, as bits by their place among those in force.
    Failed(u32),
}

impl<'e> Rules<'e> {
    /// Compiles the rules that are in force.
    pub(super) fn of(
        criterion: &'static Criterion,
        checks: &[&'static Check],
        environment: &'e Environment<'static>,
    ) -> Result<Self, Error> {
        let subject = criterion.subject.as_deref().map(|rule| environment.compile_expression(rule)).transpose()?;
        let checks =
            checks.iter().map(|check| environment.compile_expression(&check.rule)).collect::<Result<_, _>>()?;
        Ok(Self { subject, checks })
    }

    /// Judges one record. A rule that cannot be computed for it has failed.
    pub(super) fn judge(&self, facts: &Value) -> Verdict {
        let holds = |rule: &Expression<'_, '_>| rule.eval(facts.clone()).is_ok_and(|value| value.is_true());
        if self.subject.as_ref().is_some_and(|subject| !holds(subject)) {
            return Verdict::NotSubject;
        }
        let failed = self.checks.iter().enumerate().filter(|(_, check)| !holds(check));
        match failed.fold(0_u32, |mask, (at, _)| mask | (1_u32 << (at % 32))) {
            0 => Verdict::Passed,
            mask => Verdict::Failed(mask),
        }
    }
}

#[cfg(test)]
mod tests {
    use minijinja::value::Value;

    use super::{days_between, is_dossier_code, working_days};
    use crate::calendar::WorkingDays;

    #[test]
    fn holidays_and_swapped_days_are_those_of_registers() {
        let days = WorkingDays::built_in();
        let count = |from: &str, to: &str| working_days(days, &Value::from(from), &Value::from(to)).as_i64();
        assert_eq!(count("2026-11-13", "2026-11-16"), Some(1), "Friday to Monday");
        assert_eq!(count("2026-11-20", "2026-11-20"), Some(0));
        assert!(count("2026-11-20", "2026-11-13").is_some_and(|days| days < 0));
        assert_eq!(count("2026-02-12", "2026-02-24"), Some(3), "over Tết");
        assert_eq!(count("2024-04-26", "2024-05-06"), Some(4), "with the Saturday that was worked for the Monday off");
        assert_eq!(count("hôm qua", "2026-11-23"), None);
    }

    #[test]
    fn what_is_no_day_has_no_distance() {
        assert!(days_between(&Value::UNDEFINED, &Value::from("2026-11-23")).is_undefined());
        assert_eq!(days_between(&Value::from("2026-11-20"), &Value::from("2026-12-23")).as_i64(), Some(33));
    }

    #[test]
    fn dossier_codes_have_a_unit_a_day_and_a_number() {
        assert!(is_dossier_code("000.00.12.H34-260101-0001"));
        assert!(is_dossier_code("000.12.H34-251231-12345"));
        for wrong in
            ["", "000.00.12.H34-261301-0001", "000.00.12.H34-260101", "000.00.12.H34-260101-1", "a-b-c", "H34-đđđ-0001"]
        {
            assert!(!is_dossier_code(wrong), "{wrong}");
        }
    }
}
