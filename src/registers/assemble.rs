//! Records → books and groups.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;
use minijinja::Environment;
use minijinja::value::Value;

use crate::calendar::WorkingDays;
use crate::diag::{Diagnostic, Location, RegisterProblem};
use crate::kinds::{Column, ColumnType, Kind, Kinds, Layout};
use crate::model::{Catalog, Datum, Register, Sourced};
use crate::text::{self, CollationKey};

use super::check::{self, Answer};
use super::expression::{Formula, Outcome, Scope, datum, environment};
use super::limit::LimitState;
use super::record::{Clerk, Faults, Rules};
use super::score::{self, Card, Points, Schemes, Score};
use super::{Book, Derived, Group, Registers};

/// Puts everything together.
pub(super) fn assemble(
    catalog: &Catalog,
    kinds: &Kinds,
    schemes: &Schemes,
    days: &WorkingDays,
    as_of: Date,
) -> (Registers, Vec<Diagnostic>) {
    let mut all = Assembly {
        catalog,
        schemes,
        days,
        as_of,
        registers: Registers { derived: vec![Derived::default(); catalog.registers.len()], ..Registers::default() },
        found: Vec::new(),
    };
    for (section, kind, records) in sections(catalog, kinds) {
        all.book(section, kind, records);
    }
    (all.registers, all.found)
}

/// Sections with their kind and records, in the order of the sections.
fn sections<'c>(catalog: &'c Catalog, kinds: &Kinds) -> Vec<(&'c str, Arc<Kind>, Vec<usize>)> {
    let mut sections: Vec<(&str, Arc<Kind>, Vec<usize>)> = Vec::new();
    for (at, sourced) in catalog.registers.iter().enumerate() {
        let section = catalog.provenances.get(sourced.provenance).map_or("", |from| from.section.as_str());
        let Some(kind) = kinds.get(&sourced.record.kind) else { continue };
        match sections.iter_mut().find(|(known, of, _)| *known == section && of.id == kind.id) {
            Some((.., records)) => records.push(at),
            None => sections.push((section, Arc::clone(kind), vec![at])),
        }
    }
    sections
}

struct Assembly<'c> {
    catalog: &'c Catalog,
    schemes: &'c Schemes,
    days: &'c WorkingDays,
    as_of: Date,
    registers: Registers,
    found: Vec<Diagnostic>,
}

impl Assembly<'_> {
    fn record(&self, at: usize) -> &Sourced<Register> {
        &self.catalog.registers[at]
    }

    fn book(&mut self, section: &str, kind: Arc<Kind>, records: Vec<usize>) {
        let mut faults = Faults::default();
        let environment = environment(self.days);
        let rules = Rules::compile(&environment, &kind, &mut faults);
        let mut records = self.with_own_keys(&kind, records);
        let clerk = Clerk { rules: &rules, days: self.days, as_of: self.as_of };
        let mut seen: HashMap<usize, (Scope, Vec<Answer>)> = HashMap::with_capacity(records.len());
        for &at in &records {
            let sourced = &self.catalog.registers[at];
            let (derived, scope) = clerk.derive(&sourced.record, &sourced.location, &mut faults);
            let answers = check::answers(&rules, sourced, &scope, &mut faults);
            self.found.extend(check::diagnostics(&rules, sourced, &answers));
            let slug = std::mem::take(&mut self.registers.derived[at].slug);
            self.registers.derived[at] = Derived { slug, ..derived };
            seen.insert(at, (scope, answers));
        }
        self.enter_references(&kind, &records);
        self.report_unknown_days(&kind, &records);
        self.report_unknown_procedures(&kind, &records);
        self.sort(&kind, &mut records);
        let answers_of = |at: usize| (at, seen.get(&at).map_or(&[][..], |(_, answers)| answers.as_slice()));
        let counts = check::counts(&rules, records.iter().map(|&at| answers_of(at)));
        let scopes: Vec<&Scope> = records.iter().filter_map(|at| seen.get(at).map(|(scope, _)| scope)).collect();
        let figures = figures(&environment, &kind, &scopes, self.as_of, &mut faults);
        let book = self.registers.books.len();
        let mut groups = if kind.is_grouped() { self.groups(&kind, book, &records) } else { Vec::new() };
        for group in &mut groups {
            group.counts = check::counts(&rules, group.records.iter().map(|&at| answers_of(at)));
            if kind.layout == Layout::Scores {
                group.score = self.score(group, &environment, &mut faults);
            }
        }
        let first = self.registers.groups.len();
        let groups_of_book = (first..first + groups.len()).collect();
        self.registers.groups.extend(groups);
        self.found.extend(faults.into_diagnostics());
        drop(rules);
        let section = section.to_owned();
        self.registers.books.push(Book { section, kind, records, groups: groups_of_book, figures, counts });
    }

    /// The records whose key no other has. Where the kind names a key, the first of two stays and the other is
    /// reported; where it does not, keys are numbered.
    fn with_own_keys(&mut self, kind: &Kind, records: Vec<usize>) -> Vec<usize> {
        let mut taken: HashMap<String, usize> = HashMap::with_capacity(records.len());
        let mut kept = Vec::with_capacity(records.len());
        for at in records {
            let key = &self.catalog.registers[at].record.key;
            let known = taken.get(key.as_str()).copied();
            if let Some(first) = known.filter(|_| !kind.key.is_empty()) {
                let problem =
                    RegisterProblem::SameKey { key: key.clone(), first: self.record(first).location.to_string() };
                let location =
                    self.record(at).record.places.get(&kind.key).unwrap_or(&self.record(at).location).clone();
                self.found.push(Diagnostic::new(problem, location));
                continue;
            }
            let numbered = |number: usize| if number == 1 { key.clone() } else { format!("{key}-{number}") };
            let slug = (1..).map(numbered).find(|slug| !taken.contains_key(slug)).unwrap_or_default();
            self.registers.derived[at].slug.clone_from(&slug);
            taken.insert(slug, at);
            kept.push(at);
        }
        kept
    }

    /// Tells records which others of their register name them.
    fn enter_references(&mut self, kind: &Kind, records: &[usize]) {
        let Some(column) = kind.columns.iter().find(|column| column.column_type == ColumnType::Record) else { return };
        let places: HashMap<String, usize> =
            records.iter().map(|&at| (self.registers.derived[at].slug.clone(), at)).collect();
        for &at in records {
            let Some(Datum::List(names)) = self.catalog.registers[at].record.get(&column.id) else { continue };
            let named = names.iter().filter_map(|name| places.get(&text::slug(name)).copied());
            for other in named.filter(|other| *other != at) {
                self.registers.derived[other].named_by.push(at);
            }
        }
    }

    fn report_unknown_days(&mut self, kind: &Kind, records: &[usize]) {
        for (place, deadline) in kind.deadlines.iter().enumerate() {
            let unknown = |at: &&usize| {
                let limits = &self.registers.derived[**at].limits;
                limits.iter().any(|own| own.deadline == place && own.rule.is_some() && own.state == LimitState::Unknown)
            };
            let Some(&at) = records.iter().find(unknown) else { continue };
            let known = self.days.known().map_or_else(String::new, |(from, until)| {
                format!("{} – {}", text::format_date(from), text::format_date(until))
            });
            let problem = RegisterProblem::DaysUnknown { limit: deadline.name.vi.clone(), known };
            let record = self.record(at);
            let location = record.record.places.get(&deadline.from).unwrap_or(&record.location).clone();
            self.found.push(Diagnostic::new(problem, location));
        }
    }

    fn report_unknown_procedures(&mut self, kind: &Kind, records: &[usize]) {
        // A site without a catalogue of its own cannot know which codes are wrong.
        if self.catalog.procedures.is_empty() {
            return;
        }
        let known: std::collections::HashSet<&str> =
            self.catalog.procedures.iter().map(|procedure| procedure.record.code.as_str()).collect();
        for column in kind.columns.iter().filter(|column| column.column_type == ColumnType::Procedure) {
            for &at in records {
                let sourced = &self.catalog.registers[at];
                let Some(Datum::List(codes)) = sourced.record.get(&column.id) else { continue };
                for code in codes.iter().filter(|code| !known.contains(code.trim())) {
                    let location = sourced.record.places.get(&column.id).unwrap_or(&sourced.location).clone();
                    let problem = RegisterProblem::UnknownProcedure { code: code.clone() };
                    self.found.push(Diagnostic::new(problem, location));
                }
            }
        }
    }

    fn sort(&self, kind: &Kind, records: &mut [usize]) {
        records.sort_by(|a, b| {
            let compare = |order: &String| {
                let (id, is_reversed) = order.strip_prefix('-').map_or((order.as_str(), false), |id| (id, true));
                let of = |at: usize| self.datum(at, id);
                match (of(*a), of(*b)) {
                    (Some(a), Some(b)) if is_reversed => compared(b, a),
                    (Some(a), Some(b)) => compared(a, b),
                    // What says nothing stands last, whatever the order.
                    (a, b) => b.is_some().cmp(&a.is_some()),
                }
            };
            kind.sort.iter().map(compare).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        });
    }

    /// What a record says or what follows from it.
    fn datum(&self, at: usize, id: &str) -> Option<&Datum> {
        self.record(at).record.get(id).or_else(|| self.registers.derived[at].values.get(id))
    }

    fn groups(&mut self, kind: &Kind, book: usize, records: &[usize]) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for &at in records {
            let name = self.record(at).record.text(&kind.group).unwrap_or_default().to_owned();
            let slug = text::slug(&name);
            match groups.iter_mut().find(|group| group.slug == slug) {
                Some(group) => group.records.push(at),
                None => groups.push(Group {
                    book,
                    name,
                    slug,
                    records: vec![at],
                    shared: BTreeMap::new(),
                    counts: Vec::new(),
                    score: None,
                }),
            }
        }
        for group in &mut groups {
            for column in kind.columns.iter().filter(|column| column.shared) {
                self.share(group, column);
            }
        }
        groups
    }

    /// What the rows of a group say of the whole: the first that says something. Others that differ are reported.
    fn share(&mut self, group: &mut Group, column: &Column) {
        // The order of the source decides, not the one in which the page shows the rows.
        let mut rows = group.records.clone();
        rows.sort_unstable();
        for at in rows {
            let record = &self.catalog.registers[at].record;
            let Some(datum) = record.get(&column.id) else { continue };
            match group.shared.get(&column.id) {
                None => {
                    group.shared.insert(column.id.clone(), datum.clone());
                }
                Some(first) if first != datum => {
                    let problem =
                        RegisterProblem::GroupDiffers { column: column.heading.vi.clone(), group: group.name.clone() };
                    let location = record.places.get(&column.id).cloned();
                    let location = location.unwrap_or_else(|| Location::key(record.key.clone()));
                    self.found.push(Diagnostic::new(problem, location));
                }
                Some(_) => {}
            }
        }
    }
}

impl Assembly<'_> {
    /// The score of a unit by the scheme that its rows name.
    fn score(&mut self, group: &Group, environment: &Environment<'static>, faults: &mut Faults) -> Option<Score> {
        let words = |id: &str| match group.shared.get(id) {
            Some(Datum::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let catalog = self.catalog;
        let rows = || group.records.iter().map(|&at| &catalog.registers[at]);
        let at = rows().next().map_or_else(|| Location::key(group.slug.as_str()), |row| row.location.clone());
        let Some(scheme) = self.schemes.get(words("scheme")) else {
            let scheme = words("scheme").unwrap_or_default().to_owned();
            let problem = RegisterProblem::UnknownScheme { scheme, known: self.schemes.names() };
            self.found.push(Diagnostic::new(problem, at));
            return None;
        };
        let facts = score::read(scheme, rows(), &mut self.found);
        let class = words("class").map(|class| scheme.class(class).unwrap_or(class));
        let mut card = |scope: &Scope| {
            let mut fault = |rule: &str, detail: String| faults.add(rule, detail, at.clone());
            (!scope.is_empty()).then(|| Card::compute(scheme, class, scope, environment, &mut fault))
        };
        let (own, verified) = (card(&facts.own), card(&facts.verified));
        let lines = verified.as_ref().or(own.as_ref()).map_or(&[][..], |card| card.lines.as_slice());
        for (criterion, line) in scheme.criteria.iter().zip(lines) {
            if line.points == Points::Undefined {
                let problem = RegisterProblem::Undefined { criterion: criterion.id.clone(), unit: group.name.clone() };
                self.found.push(Diagnostic::new(problem, at.clone()));
            }
        }
        Some(Score { scheme: Arc::clone(scheme), own, verified })
    }
}

fn compared(a: &Datum, b: &Datum) -> Ordering {
    match (a, b) {
        (Datum::Number(a), Datum::Number(b)) => a.total_cmp(b),
        (Datum::Text(a), Datum::Text(b)) => natural(a, b),
        (Datum::Flag(a), Datum::Flag(b)) => a.cmp(b),
        (Datum::List(a), Datum::List(b)) => a.cmp(b),
        (a, b) => a.date().cmp(&b.date()),
    }
}

/// Vietnamese order, in which 2 stands before 10.
fn natural(a: &str, b: &str) -> Ordering {
    let number = |text: &str| {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u64>().ok()
    };
    let by_number = match (number(a), number(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => Ordering::Equal,
    };
    by_number.then_with(|| CollationKey::of(a).cmp(&CollationKey::of(b)))
}

/// The figures over all records of a book.
fn figures(
    environment: &Environment<'static>,
    kind: &Kind,
    scopes: &[&Scope],
    as_of: Date,
    faults: &mut Faults,
) -> Vec<Option<Datum>> {
    if kind.figures.is_empty() {
        return Vec::new();
    }
    let map = |scope: &&Scope| Value::from_pairs(scope.iter().map(|(id, value)| (id.clone(), value.clone())));
    let records: Value = scopes.iter().map(map).collect();
    let scope: Scope =
        [("records".to_owned(), records), ("as_of".to_owned(), as_of.to_string().into())].into_iter().collect();
    let mut figure = |figure: &crate::kinds::Figure| {
        let outcome = Formula::compile(environment, &figure.rule, []).and_then(|formula| formula.evaluate(&scope));
        match outcome {
            Ok(Outcome::Value(value)) => datum(&value),
            Ok(Outcome::Missing) => None,
            Err(detail) => {
                faults.add(&figure.rule, detail, Location::key(kind.id.as_str()));
                None
            }
        }
    };
    kind.figures.iter().map(&mut figure).collect()
}
