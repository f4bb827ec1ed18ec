//! The limits of a record, with the rule behind each.

use serde::Serialize;

use crate::kinds::{Kind, Period};
use crate::registers::Limit;
use crate::view::here::Here;

use super::ValueView;

/// A limit of a record.
#[derive(Clone, Debug, Serialize)]
pub struct LimitView {
    /// What is limited.
    pub name: String,
    /// Whether it was kept.
    pub state: ValueView,
    /// The limit and its last day, in words.
    pub rule: String,
    /// The instrument that sets it.
    pub source: Option<String>,
    /// How well that was verified, in words.
    pub verified: String,
}

impl Here<'_> {
    pub(super) fn limits(&self, kind: &Kind, at: usize) -> Vec<LimitView> {
        self.context.registers.derived[at].limits.iter().map(|limit| self.limit_view(kind, limit)).collect()
    }

    fn limit_view(&self, kind: &Kind, limit: &Limit) -> LimitView {
        let deadline = &kind.deadlines[limit.deadline];
        let rule = limit.rule.map(|at| &deadline.rules[at]);
        let due = limit.due.map(|day| self.date(day));
        let length = rule.map(|rule| {
            let key = match rule.count {
                Period::Working => "unit_working_days",
                Period::Calendar => "unit_days",
            };
            self.words.count(key, usize::try_from(rule.days).unwrap_or(usize::MAX))
        });
        let words = match (length, due) {
            (Some(length), Some(due)) => self.words.fill("reg_rule_until", &[("length", &length), ("day", &due)]),
            (Some(length), None) => length,
            (None, Some(due)) => self.words.fill("reg_until", &[("day", &due)]),
            (None, None) => String::new(),
        };
        LimitView {
            name: deadline.name.in_lang(self.lang).to_owned(),
            state: self.limit_value(limit),
            rule: words,
            source: rule.map(|rule| rule.source.clone()),
            verified: rule.map_or_else(String::new, |rule| self.verified(&rule.tag)),
        }
    }
}
