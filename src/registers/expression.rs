//! Expressions of data files: minijinja's, over the columns of a record, and a few functions.

use std::collections::BTreeMap;

use jiff::civil::Date;
use minijinja::value::Value;
use minijinja::{Environment, Error, ErrorKind, Expression, UndefinedBehavior};

use crate::calendar::{WorkingDays, days_after};
use crate::model::Datum;

/// Largest number up to which every whole number is exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// What expressions see: values by name.
pub(super) type Scope = BTreeMap<String, Value>;

/// The language of expressions.
///
/// `share(a, b)` is a percentage, and nothing where `b` is zero; `days_after(day, n)` and `working_days_after(day, n)`
/// give days, `days_between(a, b)` and `working_days_between(a, b)` numbers, and nothing where they cannot be known.
/// Days are texts as ISO 8601 writes them, so they compare as they should.
pub(super) fn environment(days: &WorkingDays) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Lenient);
    environment.add_function("share", share);
    environment
        .add_function("days_after", |day: String, count: u32| Ok::<_, Error>(written(days_after(parse(&day)?, count))));
    environment.add_function("days_between", |from: String, to: String| {
        Ok::<_, Error>(Value::from((parse(&to)? - parse(&from)?).get_days()))
    });
    let known = days.clone();
    environment.add_function("working_days_after", move |day: String, count: u32| {
        Ok::<_, Error>(written(known.after(parse(&day)?, count)))
    });
    let known = days.clone();
    environment.add_function("working_days_between", move |from: String, to: String| {
        Ok::<_, Error>(known.between(parse(&from)?, parse(&to)?).map_or(Value::from(()), Value::from))
    });
    environment
}

fn share(part: f64, whole: f64) -> Value {
    if whole == 0.0 { Value::from(()) } else { Value::from(100.0 * part / whole) }
}

fn parse(day: &str) -> Result<Date, Error> {
    day.parse().map_err(|_| Error::new(ErrorKind::InvalidOperation, format!("not a day: {day}")))
}

fn written(day: Option<Date>) -> Value {
    day.map_or(Value::from(()), |day| Value::from(day.to_string()))
}

/// A compiled expression.
pub(super) struct Formula<'e> {
    expression: Expression<'e, 'e>,
    /// The names that must have a value.
    pub(super) needs: Vec<String>,
}

/// What became of an expression.
pub(super) enum Outcome {
    /// A value; never an undefined one.
    Value(Value),
    /// A name that it needs has no value.
    Missing,
}

impl<'e> Formula<'e> {
    /// Compiles an expression over these names. One that asks whether something `is defined` takes missing names.
    pub(super) fn compile<'n>(
        environment: &'e Environment<'static>,
        source: &'e str,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Result<Self, String> {
        let expression = environment.compile_expression(source).map_err(|error| describe(&error))?;
        let mut used: Vec<String> = expression.undeclared_variables(false).into_iter().collect();
        used.sort();
        let asks =
            ["is defined", "is not defined", "is undefined", "|default("].iter().any(|word| source.contains(word));
        let names: Vec<&str> = names.into_iter().collect();
        used.retain(|name| !asks && names.contains(&name.as_str()));
        Ok(Self { expression, needs: used })
    }

    /// Evaluates it.
    pub(super) fn evaluate(&self, scope: &Scope) -> Result<Outcome, String> {
        if self.needs.iter().any(|name| !scope.contains_key(name)) {
            return Ok(Outcome::Missing);
        }
        let value = self.expression.eval(scope).map_err(|error| describe(&error))?;
        Ok(if value.is_undefined() || value.is_none() { Outcome::Missing } else { Outcome::Value(value) })
    }

    /// A name that it uses and that is neither among these nor a function.
    pub(super) fn unknown(&self, names: &[&str]) -> Option<String> {
        const FUNCTIONS: [&str; 7] =
            ["share", "days_after", "days_between", "working_days_after", "working_days_between", "range", "namespace"];
        let mut used: Vec<String> = self.expression.undeclared_variables(false).into_iter().collect();
        used.sort();
        used.into_iter().find(|name| !names.contains(&name.as_str()) && !FUNCTIONS.contains(&name.as_str()))
    }

    /// Whether it is true; nothing where a name has no value.
    pub(super) fn holds(&self, scope: &Scope) -> Result<Option<bool>, String> {
        Ok(match self.evaluate(scope)? {
            Outcome::Value(value) => Some(value.is_true()),
            Outcome::Missing => None,
        })
    }
}

fn describe(error: &Error) -> String {
    let words = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    words
        .replace(['{', '}', '\n'], " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .trim_end_matches('.')
        .to_owned()
}

/// A datum as expressions see it; a time by which something is due is its last day.
pub(super) fn value(datum: &Datum) -> Option<Value> {
    Some(match datum {
        Datum::Text(text) => Value::from(text.as_str()),
        Datum::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => Value::from(*number as i64),
        Datum::Number(number) => Value::from(*number),
        Datum::Date(day) => Value::from(day.to_string()),
        Datum::Due { last, .. } => Value::from((*last)?.to_string()),
        Datum::Flag(flag) => Value::from(*flag),
        Datum::List(items) => items.iter().map(String::as_str).collect(),
    })
}

/// A value as a datum: days become days again.
pub(super) fn datum(value: &Value) -> Option<Datum> {
    use minijinja::value::ValueKind;
    match value.kind() {
        ValueKind::Bool => Some(Datum::Flag(value.is_true())),
        ValueKind::Number => f64::try_from(value.clone()).ok().filter(|number| number.is_finite()).map(Datum::Number),
        ValueKind::String => {
            let text = value.as_str()?;
            let is_day = text.len() == 10 && text.as_bytes()[4] == b'-';
            let day = if is_day { text.parse().ok() } else { None };
            Some(day.map_or_else(|| Datum::Text(text.to_owned()), Datum::Date))
        }
        ValueKind::Seq | ValueKind::Iterable => {
            let items = value.try_iter().ok()?.map(|item| item.to_string()).collect();
            Some(Datum::List(items))
        }
        _ => None,
    }
}
