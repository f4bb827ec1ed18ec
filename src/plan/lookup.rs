//! Addresses of the files by which one record is found by its code, while no file or page lists the codes.

use super::Route;

/// Records in one file, about; more make an answer slow to fetch, fewer make many files.
const PER_FILE: usize = 250;

/// Most digits of a file name; a register with more records than this serves has larger files.
const MOST_DIGITS: usize = 3;

/// Files named by the first hexadecimal digits of the hash of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookup {
    folder: Route,
    digits: usize,
}

impl Lookup {
    /// The files beside a page, for so many records.
    pub(super) fn beside(page: &Route, records: usize) -> Self {
        let digits = (1..MOST_DIGITS).find(|digits| records <= PER_FILE << (4 * digits)).unwrap_or(MOST_DIGITS);
        Self { folder: Route::page([page.as_str(), "tra-cuu"]), digits }
    }

    /// The folder of the files.
    #[must_use]
    pub const fn folder(&self) -> &Route {
        &self.folder
    }

    /// How many digits name a file.
    #[must_use]
    pub const fn digits(&self) -> usize {
        self.digits
    }

    /// The names of all files: every possible one, so that a missing file tells nothing.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let digits = self.digits;
        (0..1_usize << (4 * digits)).map(move |number| format!("{number:0digits$x}"))
    }

    /// The address of a file.
    #[must_use]
    pub fn route(&self, name: &str) -> Route {
        Route::file(format!("{}{name}.json", self.folder.as_str()))
    }

    /// Every file.
    pub(super) fn routes(&self) -> impl Iterator<Item = Route> {
        self.names().map(|name| self.route(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::Lookup;
    use crate::plan::Route;

    #[test]
    fn files_grow_with_the_register_and_none_is_missing() {
        let page = Route::page(["ho-so"]);
        for (records, files) in [(0, 16), (4_000, 16), (4_001, 256), (64_000, 256), (64_001, 4_096), (9_999_999, 4_096)]
        {
            let lookup = Lookup::beside(&page, records);
            assert_eq!(lookup.names().count(), files, "{records}");
        }
        let lookup = Lookup::beside(&page, 5_000);
        assert_eq!(lookup.route("0a").as_str(), "ho-so/tra-cuu/0a.json");
        assert!(lookup.routes().any(|route| route.as_str() == "ho-so/tra-cuu/ff.json"));
    }
}
