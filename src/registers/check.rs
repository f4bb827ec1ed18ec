//! What every record should satisfy: who does, who does not, and what the clerk is told.

use crate::diag::{Diagnostic, RegisterProblem, Severity, Text};
use crate::kinds::{Check, Level};
use crate::model::{Register, Sourced};

use super::expression::Scope;
use super::record::{Asked, Faults, Rules};

/// How many records satisfy a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Index into `Kind::checks`.
    pub check: usize,
    /// Of how many it was asked.
    pub asked: usize,
    /// Those that fail: indexes into `Catalog::registers`.
    pub failed: Vec<usize>,
}

/// The answer of one record to one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Passed,
    Failed,
    NotAsked,
}

/// The answers of a record to all checks of its kind.
pub(super) fn answers(
    rules: &Rules<'_>,
    record: &Sourced<Register>,
    scope: &Scope,
    faults: &mut Faults,
) -> Vec<Answer> {
    let checks = rules.kind.checks.iter().zip(&rules.checks);
    checks
        .map(|(check, asked)| match answer(check, asked, &record.record, scope) {
            Ok(answer) => answer,
            Err(detail) => {
                faults.add(&check.rule, detail, record.location.clone());
                Answer::NotAsked
            }
        })
        .collect()
}

fn answer(check: &Check, asked: &Asked<'_>, record: &Register, scope: &Scope) -> Result<Answer, String> {
    let applies = asked.when.as_ref().map_or(Ok(Some(true)), |when| when.holds(scope))?;
    if asked.broken || applies != Some(true) {
        return Ok(Answer::NotAsked);
    }
    let passed = match &asked.rule {
        Some(rule) => rule.holds(scope)?,
        // A due time that names no day is not clear, whatever its words.
        None => Some(scope.contains_key(&check.present) && record.get(&check.present).is_some()),
    };
    Ok(passed.map_or(Answer::NotAsked, |passed| if passed { Answer::Passed } else { Answer::Failed }))
}

/// Counts the answers of records, check by check.
pub(super) fn counts<'a>(
    rules: &Rules<'_>,
    records: impl Iterator<Item = (usize, &'a [Answer])> + Clone,
) -> Vec<Count> {
    let counted = rules.kind.checks.iter().enumerate().filter(|(_, check)| check.counted);
    let count = |(at, _): (usize, &Check)| {
        let given = records.clone().map(|(record, answers)| (record, answers[at]));
        Count {
            check: at,
            asked: given.clone().filter(|(_, answer)| *answer != Answer::NotAsked).count(),
            failed: given.filter(|(_, answer)| *answer == Answer::Failed).map(|(record, _)| record).collect(),
        }
    };
    counted.map(count).collect()
}

/// What the clerk is told of the checks that a record fails.
pub(super) fn diagnostics<'a>(
    rules: &'a Rules<'_>,
    record: &'a Sourced<Register>,
    answers: &'a [Answer],
) -> impl Iterator<Item = Diagnostic> + 'a {
    let failed =
        rules.kind.checks.iter().zip(&rules.checks).zip(answers).filter(|(_, answer)| **answer == Answer::Failed);
    failed.filter_map(|((check, asked), _)| {
        let severity = match check.level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Note => Severity::Note,
            Level::Quiet => return None,
        };
        let text = Text {
            vi: check.message.vi.clone(),
            en: check.message.en.clone(),
            help_vi: check.help.vi.clone(),
            help_en: check.help.en.clone(),
        };
        let mut found = Diagnostic::new(RegisterProblem::Check { text: Box::new(text) }, place(check, asked, record));
        found.severity = severity;
        Some(found)
    })
}

/// The cell to mend: the one that the check asks for, or the first that its expression uses; else the record.
fn place(check: &Check, asked: &Asked<'_>, record: &Sourced<Register>) -> crate::diag::Location {
    let used = asked.rule.iter().flat_map(|rule| &rule.needs);
    let place = std::iter::once(&check.present).chain(used).find_map(|id| record.record.places.get(id));
    place.unwrap_or(&record.location).clone()
}
