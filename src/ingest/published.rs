//! Which columns of a table are published, and which of them may name ways of reaching somebody.

use crate::source::Table;

use super::column::Column;
use super::mapping::Mapping;
use super::reader::{Kind, Sheet, schema_of};

/// A column whose cells are published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedColumn {
    /// Its heading as written.
    pub heading: String,
    /// Whether telephones and addresses in it are declared to be those of an office or officer.
    pub is_contact: bool,
}

impl Kind {
    /// Whether the cells of a column are declared to be ways of reaching an office or officer: public by law
    /// (Điều 9.7 NĐ 61/2018/NĐ-CP).
    const fn is_contact(self, column: Column) -> bool {
        match self {
            Self::Officers => true,
            Self::Offices => {
                matches!(column, Column::Phones | Column::Hotlines | Column::Emails | Column::Counters)
            }
            Self::Procedures | Self::Rankings | Self::Statistics | Self::Registers => false,
        }
    }
}

impl Sheet {
    /// What becomes of the cells of each column of a table, in the order of its columns; nothing for columns that no
    /// page shows.
    #[must_use]
    pub fn published(&self, table: &Table) -> Vec<Option<PublishedColumn>> {
        let own;
        let mapping = match &self.mapping {
            Some(mapping) if mapping.fits(&table.headings) => mapping,
            _ if table.headings.is_empty() => return Vec::new(),
            _ => match Mapping::resolve(schema_of(self.kind, self.described.as_deref()), &self.overrides, table) {
                Some((mapping, _)) => {
                    own = mapping;
                    &own
                }
                None => return Vec::new(),
            },
        };
        let column = |(column, heading): (Option<Column>, &str)| {
            Some(PublishedColumn { heading: heading.to_owned(), is_contact: self.is_contact(column?)? })
        };
        mapping.columns().map(column).collect()
    }

    /// Whether the cells of a column may name ways of reaching somebody; nothing where no page shows them.
    fn is_contact(&self, column: Column) -> Option<bool> {
        match (column, &self.described) {
            (Column::Ignored, _) => None,
            (Column::Custom(at), Some(described)) => {
                let own = described.kind.columns.get(usize::from(at))?;
                (!own.personal).then_some(own.officer)
            }
            _ => Some(self.kind.is_contact(column)),
        }
    }
}
