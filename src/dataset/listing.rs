//! A dataset as others list it: what it is and where its files are, without its rows.

use jiff::civil::Date;

use crate::plan::{DataFiles, FileFormat, Route};

use super::{Column, Dataset, Kind, Licence};

/// Who publishes the site, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// Name of the unit.
    pub name: String,
    /// Title of the site.
    pub title: String,
    /// Absolute address of the site with a slash at its end, where it has one.
    pub base: Option<String>,
}

impl Publisher {
    /// The address of something on the site: absolute, or from the site's root where it has no address of its own.
    pub(super) fn address(&self, route: &Route) -> String {
        format!("{}{}", self.base.as_deref().unwrap_or_default(), route.as_str())
    }
}

/// A dataset without its rows, with the addresses of its page and files.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) description: String,
    /// Heading in the files, column, and what its cells really hold.
    pub(super) columns: Vec<(String, Column, Kind)>,
    pub(super) source: Option<String>,
    pub(super) source_url: Option<String>,
    pub(super) licence: Option<Licence>,
    pub(super) modified: Option<Date>,
    pub(super) page: Route,
    pub(super) files: Vec<(FileFormat, Route)>,
}

impl Dataset {
    /// The dataset without its rows, as it stands at a page with these files.
    #[must_use]
    pub fn listing(&self, page: &Route, files: &DataFiles) -> Listing {
        let columns = self.headings().into_iter().zip(&self.columns).zip(self.kinds());
        Listing {
            id: self.id.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            columns: columns.map(|((heading, column), kind)| (heading, column.clone(), kind)).collect(),
            source: self.source.clone(),
            source_url: self.source_url.clone(),
            licence: self.licence.clone(),
            modified: self.modified,
            page: page.clone(),
            files: files.routes().collect(),
        }
    }
}

impl Listing {
    /// The files that hold figures, not pictures.
    pub(super) fn figures(&self) -> impl Iterator<Item = &(FileFormat, Route)> {
        self.files.iter().filter(|(format, _)| FileFormat::FIGURES.contains(format))
    }
}
