//! Ids and names that stand twice.

use std::collections::{BTreeMap, HashMap};

use crate::diag::{CatalogProblem, Diagnostic, Location};
use crate::model::{Catalog, Procedure, Sourced};

/// Keeps the first of the offices, and of the officers, that have the same id.
pub(super) fn drop_repeated_ids(catalog: &mut Catalog, found: &mut Vec<Diagnostic>) {
    drop_repeated(&mut catalog.offices, |office| &office.id, found);
    drop_repeated(&mut catalog.officers, |officer| &officer.id, found);
}

fn drop_repeated<T>(records: &mut Vec<Sourced<T>>, id: impl Fn(&T) -> &String, found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, Location> = HashMap::new();
    records.retain(|sourced| {
        let id = id(&sourced.record);
        let Some(location) = first.get(id) else {
            first.insert(id.clone(), sourced.location.clone());
            return true;
        };
        let problem = CatalogProblem::DuplicateId { id: id.clone(), first: location.to_string() };
        found.push(Diagnostic::new(problem, sourced.location.clone()).with_value(id));
        false
    });
}

/// Notes every name that several procedures share in any case, at the first of them: a name is no key.
pub(super) fn report_shared_names(procedures: &[Sourced<Procedure>], found: &mut Vec<Diagnostic>) {
    let mut names: HashMap<String, (usize, usize)> = HashMap::with_capacity(procedures.len());
    for (index, sourced) in procedures.iter().enumerate() {
        names.entry(sourced.record.name.to_lowercase()).or_insert((index, 0)).1 += 1;
    }
    let shared: BTreeMap<usize, usize> = names.into_values().filter(|(_, count)| *count > 1).collect();
    for (index, count) in shared {
        let Sourced { record, location, .. } = &procedures[index];
        let problem = CatalogProblem::SharedName { name: record.name.clone(), count };
        found.push(Diagnostic::new(problem, location.clone()).with_value(&record.name));
    }
}
