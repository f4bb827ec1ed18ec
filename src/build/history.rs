//! What the previous publication left for the change log.

use camino::Utf8Path;

use crate::changes::{Changes, Present, Snapshot};
use crate::config::SiteConfig;
use crate::diag::{CatalogProblem, Diagnostic, Location};
use crate::output;
use crate::validate::guard::Guard;

use super::{Baseline, BuildError, Options, output_folder};

/// Compares the catalogue with the previous publication.
pub(super) fn changes(
    options: &Options,
    config: &SiteConfig,
    now: Present<'_>,
    guard: &Guard,
    found: &mut Vec<Diagnostic>,
) -> Result<Changes, BuildError> {
    let folder = match &options.baseline {
        Baseline::Output => output_folder(options, config),
        Baseline::Site => options.root.join(&config.output_dir),
        Baseline::Folder(folder) => folder.clone(),
    };
    let previous = snapshot(&folder, found)?;
    let place = Location::key(Snapshot::FILE);
    let is_public = |text: &str| guard.published(text, &place).is_empty();
    Ok(Changes::of(now, previous, options.as_of, &is_public))
}

/// The snapshot in a folder. One that is damaged is reported, and then there is none.
fn snapshot(folder: &Utf8Path, found: &mut Vec<Diagnostic>) -> Result<Option<Snapshot>, BuildError> {
    let Some(bytes) = output::published_file(folder, Snapshot::FILE)? else { return Ok(None) };
    match Snapshot::read(&bytes) {
        Ok(snapshot) => Ok(Some(snapshot)),
        Err(error) => {
            let problem = CatalogProblem::SnapshotUnreadable { detail: error.to_string() };
            found.push(Diagnostic::new(problem, Location::file(folder.join(Snapshot::FILE))));
            Ok(None)
        }
    }
}
