//! What follows from one record: its limits and its computed columns.

use std::collections::BTreeMap;

use jiff::civil::Date;
use minijinja::Environment;

use crate::calendar::WorkingDays;
use crate::diag::{Diagnostic, Location, RegisterProblem};
use crate::kinds::{Deadline, Kind};
use crate::model::{Datum, Register};

use super::Derived;
use super::expression::{Formula, Outcome, Scope, datum, value};
use super::limit::{self, Limit};

/// The expressions of a kind, compiled.
pub(super) struct Rules<'e> {
    pub(super) kind: &'e Kind,
    /// When each deadline holds, and its rules.
    deadlines: Vec<(Option<Formula<'e>>, Vec<Option<Formula<'e>>>)>,
    computed: Vec<Option<Formula<'e>>>,
    pub(super) checks: Vec<Asked<'e>>,
}

/// A check, compiled.
pub(super) struct Asked<'e> {
    pub(super) when: Option<Formula<'e>>,
    pub(super) rule: Option<Formula<'e>>,
    /// Whether an expression of it is broken; nothing is asked then.
    pub(super) broken: bool,
}

/// Finds problems with expressions, each once.
#[derive(Default)]
pub(super) struct Faults {
    said: BTreeMap<String, Diagnostic>,
}

impl Faults {
    /// Notes that an expression cannot be computed.
    pub(super) fn add(&mut self, rule: &str, detail: String, at: Location) {
        let problem = RegisterProblem::BadRule { rule: shown(rule), detail };
        self.said.entry(rule.to_owned()).or_insert_with(|| Diagnostic::new(problem, at));
    }

    /// Everything noted.
    pub(super) fn into_diagnostics(self) -> impl Iterator<Item = Diagnostic> {
        self.said.into_values()
    }
}

/// An expression in a message, where braces mean something else.
fn shown(rule: &str) -> String {
    rule.replace(['{', '}'], "|").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<'e> Rules<'e> {
    pub(super) fn compile(environment: &'e Environment<'static>, kind: &'e Kind, faults: &mut Faults) -> Self {
        let names = names(kind);
        let mut compile = |source: &'e str| {
            let source = source.trim();
            if source.is_empty() {
                return Ok(None);
            }
            let compiled = Formula::compile(environment, source, names.iter().map(String::as_str));
            compiled.map(Some).map_err(|detail| faults.add(source, detail, Location::key(kind.id.as_str())))
        };
        let deadlines = kind.deadlines.iter().map(|deadline| {
            let cases = deadline.rules.iter().map(|rule| compile(&rule.when).ok().flatten()).collect();
            (compile(&deadline.when).ok().flatten(), cases)
        });
        let deadlines = deadlines.collect();
        let computed = kind.computed.iter().map(|computed| compile(&computed.rule).ok().flatten()).collect();
        let checks = kind.checks.iter().map(|check| {
            let (when, rule) = (compile(&check.when), compile(&check.rule));
            Asked { broken: when.is_err() || rule.is_err(), when: when.ok().flatten(), rule: rule.ok().flatten() }
        });
        let checks = checks.collect();
        Self { kind, deadlines, computed, checks }
    }
}

/// Every name that expressions of a kind may use.
fn names(kind: &Kind) -> Vec<String> {
    let columns = kind.columns.iter().map(|column| column.id.clone());
    let computed = kind.computed.iter().map(|computed| computed.id.clone());
    columns.chain(computed).chain(kind.deadlines.iter().flat_map(limit::names)).collect()
}

/// Computes what follows from records of a kind.
pub(super) struct Clerk<'a, 'e> {
    pub(super) rules: &'a Rules<'e>,
    pub(super) days: &'a WorkingDays,
    pub(super) as_of: Date,
}

impl Clerk<'_, '_> {
    /// What expressions see of a record; completed by what is computed.
    pub(super) fn derive(&self, record: &Register, at: &Location, faults: &mut Faults) -> (Derived, Scope) {
        let mut scope: Scope =
            record.values.iter().filter_map(|(id, datum)| Some((id.clone(), value(datum)?))).collect();
        scope.insert("as_of".to_owned(), self.as_of.to_string().into());
        let mut derived = Derived { slug: record.key.clone(), ..Derived::default() };
        for (place, deadline) in self.rules.kind.deadlines.iter().enumerate() {
            if let Some(limit) = self.limit(place, deadline, record, &scope, at, faults) {
                let data = [
                    limit.due.map(Datum::Date),
                    Some(Datum::Text(limit.state.name().to_owned())),
                    Some(Datum::Number(f64::from(limit.days))),
                ];
                for (id, datum) in limit::names(deadline).into_iter().zip(data) {
                    enter(&id, datum, &mut derived, &mut scope);
                }
                derived.limits.push(limit);
            }
        }
        for (computed, formula) in self.rules.kind.computed.iter().zip(&self.rules.computed) {
            match formula.as_ref().map(|formula| formula.evaluate(&scope)) {
                Some(Ok(Outcome::Value(value))) => enter(&computed.id, datum(&value), &mut derived, &mut scope),
                Some(Err(detail)) => faults.add(&computed.rule, detail, at.clone()),
                Some(Ok(Outcome::Missing)) | None => {}
            }
        }
        (derived, scope)
    }

    fn limit(
        &self,
        place: usize,
        deadline: &Deadline,
        record: &Register,
        scope: &Scope,
        at: &Location,
        faults: &mut Faults,
    ) -> Option<Limit> {
        let (when, cases) = &self.rules.deadlines[place];
        let mut holds = |formula: &Option<Formula<'_>>, source: &str| match formula.as_ref().map(|own| own.holds(scope))
        {
            None => source.trim().is_empty(),
            Some(Ok(answer)) => answer.unwrap_or(false),
            Some(Err(detail)) => {
                faults.add(source, detail, at.clone());
                false
            }
        };
        if !holds(when, &deadline.when) {
            return None;
        }
        let done = record.date(&deadline.done);
        let start = match record.get(&deadline.from) {
            Some(stated) if deadline.rules.is_empty() => return Some(self.stated(place, stated.date(), done)),
            Some(stated) => stated.date()?,
            None => return None,
        };
        let mut rules = deadline.rules.iter().zip(cases).enumerate();
        let found = rules.find(|(_, (rule, case))| rule.is_in_force(start) && holds(case, &rule.when));
        let (rule, due) = match found {
            Some((at, (rule, _))) => (Some(at), limit::last_day(rule, start, self.days)),
            None => return None,
        };
        let (state, days) = limit::state(due, done, self.as_of);
        Some(Limit { deadline: place, rule, due, state, days })
    }

    /// A limit whose last day the record states.
    fn stated(&self, place: usize, due: Option<Date>, done: Option<Date>) -> Limit {
        let (state, days) = limit::state(due, done, self.as_of);
        Limit { deadline: place, rule: None, due, state, days }
    }
}

fn enter(id: &str, datum: Option<Datum>, derived: &mut Derived, scope: &mut Scope) {
    let Some(datum) = datum else { return };
    if let Some(value) = value(&datum) {
        scope.insert(id.to_owned(), value);
    }
    derived.values.insert(id.to_owned(), datum);
}
