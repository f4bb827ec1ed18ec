//! Levels of government that do not fit the executing agency.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::diag::{CatalogProblem, Diagnostic};
use crate::model::{Level, Procedure, Sourced};
use crate::text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    commune: Unfit,
    province: Unfit,
    central: Unfit,
}

/// Agencies that do not fit a level: their first words, and longer first words that do fit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unfit {
    agencies: Vec<String>,
    except: Vec<String>,
}

static UNFIT: LazyLock<File> = LazyLock::new(|| {
    let mut file: File =
        toml::from_str(include_str!("levels.toml")).expect("levels.toml is part of the program and tested");
    for unfit in [&mut file.commune, &mut file.province, &mut file.central] {
        for words in unfit.agencies.iter_mut().chain(&mut unfit.except) {
            *words = text::fold(words);
        }
    }
    file
});

/// Reports procedures of one level whose every executing agency belongs to another.
pub(super) fn report_doubtful(procedures: &[Sourced<Procedure>], found: &mut Vec<Diagnostic>) {
    for Sourced { record, location, .. } in procedures {
        let [level] = record.levels.as_slice() else { continue };
        let Some((name, unfit)) = unfit(level) else { continue };
        let agencies = &record.agencies.executing;
        if !agencies.is_empty() && agencies.iter().all(|agency| unfit.names(agency)) {
            let problem = CatalogProblem::LevelDoubtful { level: name.to_owned(), agency: agencies.join("; ") };
            found.push(Diagnostic::new(problem, location.clone()).with_value(record.code.as_str()));
        }
    }
}

fn unfit(level: &Level) -> Option<(&'static str, &'static Unfit)> {
    match level {
        Level::Central => Some(("Cấp Bộ, trung ương", &UNFIT.central)),
        Level::Province => Some(("Cấp tỉnh", &UNFIT.province)),
        Level::Commune => Some(("Cấp xã", &UNFIT.commune)),
        Level::District | Level::Other(_) => None,
    }
}

impl Unfit {
    /// Whether an agency's name begins with one of the words.
    fn names(&self, agency: &str) -> bool {
        let folded = text::fold(agency.trim());
        let begins = |words: &String| {
            folded.strip_prefix(words.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        self.agencies.iter().any(begins) && !self.except.iter().any(begins)
    }
}

#[cfg(test)]
mod tests {
    use super::UNFIT;

    #[test]
    fn only_agencies_of_another_level_are_unfit() {
        assert!(UNFIT.commune.names("Chi cục Hải quan khu vực"));
        assert!(UNFIT.commune.names("Bộ Công thương"));
        for fit in ["Bộ phận Một cửa", "Bộ chỉ huy quân sự", "Bộphận", "Ủy ban nhân dân xã"] {
            assert!(!UNFIT.commune.names(fit), "{fit}");
        }
    }
}
