//! The facts of a unit: what it states, and what was verified.

use crate::diag::{Diagnostic, Location, RegisterProblem};
use crate::model::{Register, Sourced};
use crate::text;

use super::super::expression::Scope;
use super::scheme::{Measure, MeasureType, Scheme};

/// The facts of a unit, twice.
#[derive(Debug, Default)]
pub(in crate::registers) struct Facts {
    /// As the unit states them.
    pub(in crate::registers) own: Scope,
    /// As they were verified.
    pub(in crate::registers) verified: Scope,
}

/// Reads the facts of a unit, one row a fact. Names that the scheme does not know and values that cannot be read are
/// reported and left out.
pub(in crate::registers) fn read<'r>(
    scheme: &Scheme,
    rows: impl Iterator<Item = &'r Sourced<Register>>,
    found: &mut Vec<Diagnostic>,
) -> Facts {
    let mut facts = Facts::default();
    for row in rows {
        let record = &row.record;
        let place = |id: &str| record.places.get(id).unwrap_or(&row.location).clone();
        let Some(words) = record.text("measure") else { continue };
        let Some(measure) = scheme.measure(words) else {
            let (measure, nearest) = (words.to_owned(), scheme.nearest(words));
            let problem = RegisterProblem::UnknownMeasure { measure, scheme: scheme.id.clone(), nearest };
            found.push(Diagnostic::new(problem, place("measure")));
            continue;
        };
        for (id, scope) in [("own", &mut facts.own), ("verified", &mut facts.verified)] {
            let Some(written) = record.text(id) else { continue };
            enter(measure, written, scope, place(id), found);
        }
    }
    facts
}

fn enter(measure: &Measure, written: &str, scope: &mut Scope, at: Location, found: &mut Vec<Diagnostic>) {
    match value(measure, written) {
        Some(value) => {
            scope.insert(measure.id.clone(), value);
        }
        None => {
            let problem = match measure.measure_type {
                MeasureType::Choice => RegisterProblem::UnknownChoice {
                    column: measure.name.vi.clone(),
                    known: measure.choices.values().map(|words| words.vi.as_str()).collect::<Vec<_>>().join("; "),
                },
                _ => RegisterProblem::BadNumber,
            };
            found.push(Diagnostic::new(problem, at).with_value(written));
        }
    }
}

fn value(measure: &Measure, written: &str) -> Option<minijinja::Value> {
    let key = text::heading_key(written);
    match measure.measure_type {
        MeasureType::Number => text::parse_decimal(written).map(minijinja::Value::from),
        MeasureType::Percent => {
            text::parse_percent(written).or_else(|| text::parse_decimal(written)).map(minijinja::Value::from)
        }
        MeasureType::Flag => match key.as_str() {
            "co" | "x" | "yes" | "true" | "dat" => Some(true.into()),
            "khong" | "no" | "false" | "chua" => Some(false.into()),
            _ => None,
        },
        MeasureType::Choice => {
            let named = |(id, words): &(&String, &crate::model::Bilingual)| {
                [*id, &words.vi, &words.en].into_iter().any(|name| text::heading_key(name) == key)
            };
            measure.choices.iter().find(named).map(|(id, _)| id.as_str().into())
        }
    }
}
