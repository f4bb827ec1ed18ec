//! The guard of personal data: nothing that identifies a citizen, and no secret, is published.
//!
//! Looks happen where the words still have a place: at the cells of every source, at the lines of every Markdown
//! file, and last, as a net under the others, at the text of every page and file that is made. What was found in the
//! sources is judged when the whole catalogue is known, because what an office or officer declares, and what
//! `[guard] allow` names, is public wherever it stands.
//!
//! ```text
//! let found = guard::table(&table, &sheet.published(&table));       // anywhere, on any thread
//! let mut guard = Guard::new(&config, catalog);
//! let diagnostics = guard.judge(found);                              // CK0550–CK0557
//! let diagnostics = guard.page(html, &location);                     // what the sources did not show
//! ```

use std::collections::{BTreeMap, BTreeSet, HashMap};

use camino::Utf8Path;

use crate::config::SiteConfig;
use crate::diag::{Diagnostic, GuardProblem, Location, Position};
use crate::ingest::PublishedColumn;
use crate::model::{Catalog, Contact};
use crate::source::{Cell, Findings, Table, Value};
use crate::text::format_date;
use crate::text::personal::{Label, Sensitive, Sighting, normal_form, observe, visible_text};

/// Version of the rules. Pages that an older version looked at are looked at again.
const RULES: u32 = 2;

/// Something seen in a source, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What was seen.
    pub sighting: Sighting,
    /// The cell or line.
    pub location: Location,
}

/// Looks at every published cell of a table.
#[must_use]
pub fn table(table: &Table, columns: &[Option<PublishedColumn>]) -> Vec<Found> {
    let mut watch = Watch { table, labels: HashMap::new(), found: Vec::new() };
    for column in columns.iter().flatten() {
        watch.learn(&column.heading);
    }
    for row in &table.rows {
        for (cell, column) in row.cells.iter().zip(columns) {
            if let Some(column) = column {
                watch.cell(cell, &column.heading, column);
            }
        }
    }
    watch.found
}

/// Looks at the cells of one table.
struct Watch<'t> {
    table: &'t Table,
    /// Headings and keys, understood once each.
    labels: HashMap<String, Label>,
    found: Vec<Found>,
}

impl Watch<'_> {
    fn learn(&mut self, label: &str) {
        if !self.labels.contains_key(label) {
            self.labels.insert(label.to_owned(), Label::of(label));
        }
    }

    /// Looks at a cell and what is nested in it; `label` is the nearest heading or key.
    fn cell(&mut self, cell: &Cell, label: &str, column: &PublishedColumn) {
        match &cell.value {
            Value::List(cells) => cells.iter().for_each(|inner| self.cell(inner, label, column)),
            Value::Map(entries) => {
                for (key, inner) in entries {
                    self.learn(key);
                    self.cell(inner, key, column);
                }
            }
            Value::Text(text) => self.text(cell, text, label, column),
            Value::Date(day) => self.text(cell, &format_date(*day), label, column),
            Value::Number(number) if number.fract() == 0.0 && *number >= 1000.0 => {
                self.text(cell, &format!("{number:.0}"), label, column);
            }
            Value::Number(_) | Value::Bool(_) | Value::Empty => {}
        }
    }

    fn text(&mut self, cell: &Cell, text: &str, label: &str, column: &PublishedColumn) {
        let Some(label) = self.labels.get(label) else { return };
        for mut sighting in observe(text, label) {
            sighting.is_cleared |= column.is_contact && matches!(sighting.kind, Sensitive::Phone | Sensitive::Email);
            let location = self.table.locate(&cell.origin, Some(&column.heading));
            self.found.push(Found { sighting, location });
        }
    }
}

/// Looks at the lines of a text file, such as Markdown.
#[must_use]
pub fn file(path: &Utf8Path, text: &str) -> Vec<Found> {
    let at = |sighting: Sighting| {
        let line = u32::try_from(sighting.line).unwrap_or(u32::MAX).saturating_add(1);
        Found { location: Location::text(path, line, column_of(text, &sighting)), sighting }
    };
    observe(text, &Label::default()).into_iter().map(at).collect()
}

/// The column in which the words of a sighting begin on their line; 1 where they are written otherwise there.
fn column_of(text: &str, sighting: &Sighting) -> u32 {
    let line = text.lines().nth(sighting.line).unwrap_or_default();
    line.find(&sighting.text).map_or(1, |at| Position::at(line, at).column)
}

/// Knows what is public, and judges what was seen.
#[derive(Clone, Debug, Default)]
pub struct Guard {
    /// What offices, officers and the unit declare, in normal form.
    declared: BTreeSet<String>,
    /// What words in a source clear, and what a source was blocked for: no page needs to tell again.
    told: BTreeSet<String>,
    /// Declared exceptions with their reasons, by normal form.
    exceptions: BTreeMap<String, String>,
    /// Secret values of the settings.
    secrets: Vec<String>,
}

impl Guard {
    /// A guard that knows what the settings and the catalogue declare.
    #[must_use]
    pub fn new(config: &SiteConfig, catalog: &Catalog) -> Self {
        let unit = &config.unit;
        let own = [&unit.hotline, &unit.phone, &unit.email, &unit.feedback.phone, &unit.feedback.email];
        let offices = catalog.offices.iter().flat_map(|office| contacts(&office.record.contact));
        let officers = catalog.officers.iter();
        let officers = officers.flat_map(|officer| officer.record.phones.iter().chain(&officer.record.email));
        let declared = own.into_iter().chain(offices).chain(officers).flat_map(|text| forms(text));
        let reasoned = config.guard.allow.iter().filter(|exception| !exception.reason.trim().is_empty());
        Self {
            declared: declared.collect(),
            told: BTreeSet::new(),
            exceptions: reasoned.map(|entry| (normal_form(&entry.value), entry.reason.clone())).collect(),
            secrets: config.secrets.clone(),
        }
    }

    /// Judges what was seen in the sources: an error for each that is not public, a note for each exception. At most
    /// a hundred of a kind are told for one file.
    pub fn judge(&mut self, found: Vec<Found>) -> Vec<Diagnostic> {
        let mut files: BTreeMap<String, Findings> = BTreeMap::new();
        for Found { sighting, location } in found {
            let path = location.path().map(ToString::to_string).unwrap_or_default();
            self.told.insert(sighting.normal.clone());
            if let Some(problem) = self.problem(&sighting) {
                files.entry(path).or_default().push(Diagnostic::new(problem, location));
            }
        }
        files.into_iter().flat_map(|(path, findings)| findings.into_diagnostics(Utf8Path::new(&path))).collect()
    }

    /// What is wrong with a sighting; nothing where it is public.
    fn problem(&self, sighting: &Sighting) -> Option<GuardProblem> {
        let found = sighting.masked();
        if let Some(reason) = self.exceptions.get(&sighting.normal) {
            return Some(GuardProblem::Allowed { found, reason: reason.clone() });
        }
        if sighting.is_cleared || self.declared.contains(&sighting.normal) {
            return None;
        }
        Some(match sighting.kind {
            Sensitive::CitizenNumber | Sensitive::OldIdentityNumber => GuardProblem::CitizenNumber { found },
            Sensitive::OtherIdentifier => GuardProblem::OtherIdentifier { found },
            Sensitive::Phone => GuardProblem::Phone { found },
            Sensitive::Email => GuardProblem::Email { found },
            Sensitive::BirthDate => GuardProblem::BirthDate { found },
            Sensitive::Secret => GuardProblem::Secret { found },
        })
    }

    /// Looks at a finished page; what its sources showed is not told again.
    #[must_use]
    pub fn page(&self, html: &str, location: &Location) -> Vec<Diagnostic> {
        self.published(&visible_text(html), location)
    }

    /// Looks at the text of another published file.
    #[must_use]
    pub fn published(&self, text: &str, location: &Location) -> Vec<Diagnostic> {
        let unknown = |sighting: &Sighting| {
            !self.told.contains(&sighting.normal) && !self.exceptions.contains_key(&sighting.normal)
        };
        let seen =
            observe(text, &Label::default()).into_iter().filter(unknown).filter_map(|sighting| self.problem(&sighting));
        let secrets = self.secrets.iter().filter(|secret| text.contains(secret.as_str()));
        let secrets = secrets.map(|secret| GuardProblem::Secret { found: hidden(secret) });
        let mut problems: Vec<GuardProblem> = Vec::new();
        for problem in seen.chain(secrets) {
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
        problems.into_iter().map(|problem| Diagnostic::new(problem, location.clone())).collect()
    }

    /// The same for two guards exactly when they judge every page alike. Belongs to the key of a page, so that one
    /// that was published under other rules is looked at again.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&RULES.to_le_bytes());
        let declared = self.declared.iter().chain(self.exceptions.keys()).chain(&self.secrets);
        declared.for_each(|entry| {
            hasher.update(entry.as_bytes()).update(b"\n");
        });
        hasher.finalize().to_hex().to_string()
    }
}

/// The exceptions of the settings that have no effect.
#[must_use]
pub fn exceptions_without_reason(config: &SiteConfig, path: &Utf8Path) -> Vec<Diagnostic> {
    let bare = config.guard.allow.iter().filter(|exception| exception.reason.trim().is_empty());
    let problem = |entry: &str| GuardProblem::NoReason { entry: hidden(entry) };
    bare.map(|exception| Diagnostic::new(problem(&exception.value), Location::file(path))).collect()
}

/// The first letter, and stars for the rest.
fn hidden(text: &str) -> String {
    text.chars().enumerate().map(|(at, letter)| if at == 0 { letter } else { '•' }).collect()
}

fn contacts(contact: &Contact) -> impl Iterator<Item = &String> {
    contact.phones.iter().chain(&contact.hotlines).chain(&contact.emails)
}

/// The normal forms of what a declaration holds: it may name several numbers in words.
fn forms(text: &str) -> Vec<String> {
    let several = observe(text, &Label::default()).into_iter().map(|sighting| sighting.normal);
    several.chain([normal_form(text)]).filter(|form| !form.is_empty()).collect()
}

#[cfg(test)]
mod tests;
