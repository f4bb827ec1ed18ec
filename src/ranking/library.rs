//! The schemes that come with the program, and those of the site.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, Location, RankingProblem};
use crate::text;

use super::scheme::Scheme;
use super::unit::UnitLevel;

/// The files of the built-in schemes; a file stands after the one that it extends.
const BUILT_IN: &[&str] = &[
    include_str!("schemes/766.toml"),
    include_str!("schemes/766-xa.toml"),
    include_str!("schemes/papi.toml"),
    include_str!("schemes/pci.toml"),
    include_str!("schemes/ddci.toml"),
    include_str!("schemes/ddci-so.toml"),
    include_str!("schemes/sipas.toml"),
    include_str!("schemes/par-index.toml"),
    include_str!("schemes/par-index-bo.toml"),
    include_str!("schemes/par-index-vung.toml"),
    include_str!("schemes/par-index-huyen.toml"),
    include_str!("schemes/par-index-xa.toml"),
];

/// Every known scheme by its id.
#[derive(Clone, Debug, Default)]
pub struct Library {
    tables: BTreeMap<String, toml::Table>,
    schemes: BTreeMap<String, Arc<Scheme>>,
    /// Schemes of the site; they are preferred where a name fits several.
    own: Vec<String>,
}

impl Library {
    /// The built-in schemes.
    #[must_use]
    pub fn built_in() -> Self {
        let mut library = Self::default();
        for source in BUILT_IN {
            let added = library.add(source);
            debug_assert!(added.is_ok(), "built-in schemes are part of the program and tested: {added:?}");
        }
        library.own.clear();
        library
    }

    /// The built-in schemes, and those of the site's own files: path and text. A file completes the scheme that it
    /// `extends`, which stands before it in the list, and replaces a scheme of the same id.
    #[must_use]
    pub fn with(files: &[(String, String)]) -> (Self, Vec<Diagnostic>) {
        let mut library = Self::built_in();
        let mut found = Vec::new();
        for (path, source) in files {
            if let Err(detail) = library.add(source) {
                found.push(Diagnostic::new(RankingProblem::BadScheme { detail }, Location::file(path.as_str())));
            }
        }
        (library, found)
    }

    fn add(&mut self, source: &str) -> Result<(), String> {
        let own: toml::Table = toml::from_str(source).map_err(|error| one_line(error.message()))?;
        let table = match own.get("extends").and_then(toml::Value::as_str) {
            None => own,
            Some(base) => {
                let known = || format!("extends = \"{base}\": {}", self.ids());
                let mut table = self.tables.get(base).cloned().ok_or_else(known)?;
                overlay(&mut table, own);
                table
            }
        };
        let scheme = Scheme::deserialize_from(&table)?;
        self.own.push(scheme.id.clone());
        self.tables.insert(scheme.id.clone(), table);
        self.schemes.insert(scheme.id.clone(), Arc::new(scheme));
        Ok(())
    }

    fn ids(&self) -> String {
        self.schemes.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// Every scheme, by id.
    pub fn schemes(&self) -> impl Iterator<Item = &Arc<Scheme>> {
        self.schemes.values()
    }

    /// The scheme that a name means for units of a level: by id, else by a name or alias; schemes of the site first.
    ///
    /// A name that fits several levels is settled by the unit; without a level the provincial one is meant.
    #[must_use]
    pub fn find(&self, name: &str, level: Option<UnitLevel>) -> Option<&Arc<Scheme>> {
        let key = text::heading_key(name);
        let named: Vec<&Arc<Scheme>> = self.schemes.values().filter(|scheme| is_called(scheme, &key)).collect();
        let exact = named.iter().find(|scheme| text::heading_key(&scheme.id) == key).copied();
        let wanted = level.or(exact.map(|scheme| scheme.level)).unwrap_or(UnitLevel::Province);
        if let Some(scheme) = exact.filter(|scheme| scheme.level == wanted) {
            return Some(scheme);
        }
        let family = exact.or_else(|| named.first().copied()).map(|scheme| scheme.family.as_str())?;
        let relatives = || self.schemes.values().filter(|scheme| scheme.family == family && scheme.level == wanted);
        let is_own = |scheme: &&Arc<Scheme>| self.own.contains(&scheme.id);
        relatives().find(is_own).or_else(|| relatives().next()).or(exact).or_else(|| named.first().copied())
    }

    /// The scheme whose id or alias begins a file name, and what follows it: `766-2026-10-10` is (766, 2026-10-10).
    #[must_use]
    pub fn of_file<'n>(&self, stem: &'n str) -> Option<(&str, &'n str)> {
        let begins = |name: &str| {
            let slug = text::slug(name);
            let rest =
                stem.get(..slug.len()).filter(|head| head.eq_ignore_ascii_case(&slug)).map(|_| &stem[slug.len()..]);
            rest.filter(|rest| rest.is_empty() || rest.starts_with(['-', '_'])).map(|rest| (slug.len(), rest))
        };
        let mut best: Option<(usize, &str, &str)> = None;
        for scheme in self.schemes.values() {
            for name in std::iter::once(&scheme.id).chain(&scheme.aliases) {
                if let Some((length, rest)) = begins(name)
                    && best.is_none_or(|(longest, ..)| length > longest)
                {
                    best = Some((length, &scheme.id, rest));
                }
            }
        }
        best.map(|(_, id, rest)| (id, rest))
    }

    /// The known name that resembles an unknown one.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Option<String> {
        let names = self.schemes.values().flat_map(|scheme| scheme.aliases.iter().chain([&scheme.id]));
        text::similar(name, names.map(String::as_str)).map(str::to_owned)
    }
}

impl Scheme {
    fn deserialize_from(table: &toml::Table) -> Result<Self, String> {
        let scheme: Self = table.clone().try_into().map_err(|error: toml::de::Error| one_line(error.message()))?;
        if text::slug(&scheme.id) != scheme.id {
            return Err(format!("id = \"{}\": a–z, 0–9, -", scheme.id));
        }
        if scheme.versions.is_empty() {
            return Err("versions = []".to_owned());
        }
        Ok(scheme)
    }
}

/// Lays one table over another: tables are completed, everything else is replaced.
fn overlay(base: &mut toml::Table, own: toml::Table) {
    for (key, value) in own {
        match (base.get_mut(&key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(above)) => overlay(below, above),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

fn is_called(scheme: &Scheme, key: &str) -> bool {
    let names = scheme.aliases.iter().chain([&scheme.id, &scheme.name.vi, &scheme.name.en, &scheme.short.vi]);
    names.into_iter().any(|name| text::heading_key(name) == key)
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}
