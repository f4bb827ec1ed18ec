//! The kinds that come with the program, and those of a site.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::diag::{Diagnostic, Location, RegisterProblem};
use crate::text;

use super::kind::Kind;

/// The files of the kinds that come with the program.
const BUILT_IN: &[&str] = &[
    include_str!("files/feedback.toml"),
    include_str!("files/apologies.toml"),
    include_str!("files/dossiers.toml"),
    include_str!("files/plans.toml"),
    include_str!("files/rubrics.toml"),
    include_str!("files/documents.toml"),
    include_str!("files/surveys.toml"),
    include_str!("files/inspections.toml"),
    include_str!("files/initiatives.toml"),
    include_str!("files/calendar.toml"),
    include_str!("files/reception.toml"),
    include_str!("files/notices.toml"),
    include_str!("files/faq.toml"),
    include_str!("files/links.toml"),
    include_str!("files/facilities.toml"),
    include_str!("files/metrics.toml"),
    include_str!("files/simplifications.toml"),
    include_str!("files/groups.toml"),
    include_str!("files/events.toml"),
    include_str!("files/processes.toml"),
    include_str!("files/attestations.toml"),
];

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let mut kinds = Kinds::default();
    for source in BUILT_IN {
        let added = kinds.add(source);
        debug_assert!(added.is_ok(), "the files are part of the program and tested: {added:?}");
    }
    kinds
});

/// Every known kind by its name.
#[derive(Clone, Debug, Default)]
pub struct Kinds {
    tables: BTreeMap<String, toml::Table>,
    kinds: BTreeMap<String, Arc<Kind>>,
}

impl Kinds {
    /// The kinds that come with the program.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &KINDS
    }

    /// These kinds and those of a site's own files: path and text. A file completes the kind that it `extends`, which
    /// stands before it in the list, and replaces a kind of the same name.
    #[must_use]
    pub fn with(&self, files: &[(String, String)]) -> (Self, Vec<Diagnostic>) {
        let mut kinds = self.clone();
        let mut found = Vec::new();
        for (path, source) in files {
            if let Err(detail) = kinds.add(source) {
                found.push(Diagnostic::new(RegisterProblem::BadFile { detail }, Location::file(path.as_str())));
            }
        }
        (kinds, found)
    }

    fn add(&mut self, source: &str) -> Result<(), String> {
        let mut table: toml::Table = toml::from_str(source).map_err(|error| one_line(error.message()))?;
        if let Some(base) = table.get("extends").and_then(toml::Value::as_str) {
            let known = || format!("extends = \"{base}\": {}", self.names());
            let mut whole = self.tables.get(base).cloned().ok_or_else(known)?;
            overlay(&mut whole, table);
            table = whole;
        }
        let kind: Kind = table.clone().try_into().map_err(|error: toml::de::Error| one_line(error.message()))?;
        if let Some(fault) = kind.fault() {
            return Err(fault);
        }
        self.tables.insert(kind.id.clone(), table);
        self.kinds.insert(kind.id.clone(), Arc::new(kind));
        Ok(())
    }

    /// The kind of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Arc<Kind>> {
        self.kinds.get(name.trim())
    }

    /// Every kind, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Kind>> {
        self.kinds.values()
    }

    /// The names, for messages.
    #[must_use]
    pub fn names(&self) -> String {
        self.kinds.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// The known name that resembles an unknown one.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Option<String> {
        text::similar(name, self.kinds.keys().map(String::as_str)).map(str::to_owned)
    }
}

/// Lays one table over another: tables are completed; lists whose entries have an `id` are completed by it;
/// everything else is replaced.
fn overlay(base: &mut toml::Table, own: toml::Table) {
    for (key, value) in own {
        match (base.get_mut(&key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(above)) => overlay(below, above),
            (Some(toml::Value::Array(below)), toml::Value::Array(above)) if is_list_of_entries(&above) => {
                overlay_entries(below, above);
            }
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

fn overlay_entries(base: &mut Vec<toml::Value>, own: Vec<toml::Value>) {
    for entry in own {
        match base.iter_mut().find(|known| id(known).is_some() && id(known) == id(&entry)) {
            Some(toml::Value::Table(below)) => {
                if let toml::Value::Table(above) = entry {
                    overlay(below, above);
                }
            }
            _ => base.push(entry),
        }
    }
}

fn is_list_of_entries(list: &[toml::Value]) -> bool {
    !list.is_empty() && list.iter().all(|entry| id(entry).is_some())
}

fn id(entry: &toml::Value) -> Option<&str> {
    entry.get("id")?.as_str()
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}
