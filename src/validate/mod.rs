//! Rules over the whole catalogue.
//!
//! Comes in: a [`Catalog`] as it was read. Goes out: [`Checked`], the same with duplicates settled, sources merged
//! and offices resolved, and diagnostics. Refuses to know: how the records were written, and pages.
//!
//! ```text
//! let (catalog, diagnostics) = validate(catalog, &Contacts { hotline: Some("1900 …") });
//! catalog.catalog()
//! ```

mod duplicates;
pub mod guard;
mod levels;
mod merge;
mod offices;
mod parts;
mod periods;

use crate::diag::Diagnostic;
use crate::model::Catalog;

/// A value that passed [`validate`]; later stages take nothing else.
#[derive(Clone, Debug)]
pub struct Checked<T>(T);

impl Checked<Catalog> {
    /// The catalogue.
    #[must_use]
    pub const fn catalog(&self) -> &Catalog {
        &self.0
    }
}

/// What the site's own settings offer citizens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Contacts<'a> {
    /// The hotline of the unit, where `config.toml` has one.
    pub hotline: Option<&'a str>,
}

/// Checks a catalogue by every rule, in one pass each.
///
/// Records of one code in several sources become one: the first source, in the order of
/// [`Catalog::provenances`], wins part by part, and parts that it does not publish are filled from the next.
/// Repetitions inside one source are errors, and the first stays. Receiving places that are the name of an office
/// become its id.
#[must_use]
pub fn validate(mut catalog: Catalog, contacts: &Contacts<'_>) -> (Checked<Catalog>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    catalog.procedures = merge::one_for_each_code(catalog.procedures, &mut found);
    duplicates::drop_repeated_ids(&mut catalog, &mut found);
    offices::resolve(&mut catalog, &mut found);
    parts::report_missing(&catalog.procedures, &mut found);
    duplicates::report_shared_names(&catalog.procedures, &mut found);
    levels::report_doubtful(&catalog.procedures, &mut found);
    periods::report(&catalog, &mut found);
    offices::report_without_hotline(&catalog, contacts, &mut found);
    (Checked(catalog), found)
}
