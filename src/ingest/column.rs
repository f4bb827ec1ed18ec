//! The columns that the importer knows, and the data file that names them.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::kinds::{self, Kind};
use crate::text;

/// A column of a kind of record, or a key of an entry nested in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Column {
    Address,
    Agencies,
    Amount,
    Apologies,
    AverageDays,
    Basis,
    BasisEffective,
    BoundaryFree,
    CarriedOver,
    Case,
    Changes,
    Channel,
    Channels,
    Class,
    Code,
    Competent,
    Component,
    Conditions,
    Cooperating,
    Coordinates,
    Copies,
    Counters,
    /// A column of a register, by its place among those of its kind.
    #[serde(skip)]
    Custom(u16),
    Date,
    Decision,
    DecisionDate,
    Delegated,
    Description,
    Dossier,
    Edition,
    Emails,
    Executing,
    Fees,
    Field,
    Fields,
    Form,
    Free,
    Gaps,
    Hotlines,
    Hours,
    Id,
    /// Known, and holds nothing to publish.
    Ignored,
    Index,
    IsNote,
    Issuer,
    Issuing,
    Items,
    Keywords,
    Kind,
    Latitude,
    LegalBasis,
    Levels,
    Longitude,
    Maximum,
    Name,
    Note,
    Number,
    Of,
    Office,
    OnTimeRate,
    OnlineLevel,
    Ordinal,
    Originals,
    /// A heading that an open shape takes as it is, such as the name of a criterion.
    Other,
    Parent,
    Pending,
    PendingInTime,
    PendingOverdue,
    Period,
    Phones,
    PortalUrl,
    Published,
    Rank,
    Received,
    ReceivedDirect,
    ReceivedDirectPostal,
    ReceivedOnline,
    ReceivedPostal,
    Reception,
    Related,
    Resolved,
    ResolvedEarly,
    ResolvedInTime,
    ResolvedLate,
    ResolvedOnTime,
    Results,
    Role,
    Scope,
    Sets,
    Source,
    Steps,
    Subjects,
    Successors,
    Target,
    Text,
    TimeLimit,
    Title,
    Total,
    Unit,
    Url,
    ValidFrom,
    ValidTo,
    Value,
    Website,
    What,
}

/// What a row or a nested object describes; each has its own columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Shape {
    Address,
    Agencies,
    Change,
    Channel,
    Decision,
    Dossier,
    Fee,
    Form,
    Legal,
    Offices,
    Officers,
    Procedures,
    Rankings,
    Statistics,
    Step,
}

impl Shape {
    /// Whether headings that no column claims are names of components, not mistakes.
    pub(super) const fn is_open(self) -> bool {
        matches!(self, Self::Rankings)
    }
}

/// One column of the data file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnEntry {
    /// The column.
    pub(super) id: Column,
    /// The Vietnamese heading that messages name.
    pub(super) heading: String,
    /// Other headings and keys.
    pub(super) synonyms: Vec<String>,
    /// A record cannot do without it.
    #[serde(default)]
    pub(super) required: bool,
    /// Its name, for columns of registers.
    #[serde(skip)]
    pub(super) name: String,
}

/// The columns of one shape.
#[derive(Debug)]
pub(super) struct Schema {
    is_open: bool,
    entries: Vec<ColumnEntry>,
    by_key: HashMap<String, usize>,
}

impl Schema {
    pub(super) fn new(shape: Option<Shape>, entries: Vec<ColumnEntry>) -> Self {
        let mut by_key = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            for name in std::iter::once(&entry.heading).chain(&entry.synonyms) {
                by_key.entry(text::heading_key(name)).or_insert(index);
            }
        }
        Self { is_open: shape.is_some_and(Shape::is_open), entries, by_key }
    }

    /// The schema of a register, as its kind has it. Column numbers, which every clerk's table has, hold nothing.
    pub(super) fn of_register(kind: &Kind) -> Self {
        let entry = |(at, column): (u16, &kinds::Column)| ColumnEntry {
            id: Column::Custom(at),
            heading: column.heading.vi.clone(),
            synonyms: [&[column.heading.en.clone(), column.id.clone()], column.synonyms.as_slice()].concat(),
            required: column.required,
            name: column.id.clone(),
        };
        let number = ColumnEntry {
            id: Column::Ignored,
            heading: "STT".to_owned(),
            synonyms: ["TT", "Số TT", "Stt", "no."].map(str::to_owned).into(),
            required: false,
            name: String::new(),
        };
        Self::new(None, (0..).zip(&kind.columns).map(entry).chain([number]).collect())
    }

    /// The schema of a shape, as the data file has it.
    pub(super) fn of(shape: Shape) -> &'static Self {
        static EMPTY: LazyLock<Schema> = LazyLock::new(|| Schema::new(None, Vec::new()));
        super::words::columns(shape).unwrap_or(&EMPTY)
    }

    /// Whether headings that no column claims are names of components, not mistakes.
    pub(super) const fn is_open(&self) -> bool {
        self.is_open
    }

    /// The column that a heading names.
    pub(super) fn find(&self, heading: &str) -> Option<&ColumnEntry> {
        self.by_key.get(&text::heading_key(heading)).map(|&index| &self.entries[index])
    }

    /// The column of an id of the data file, such as `time_limit`.
    pub(super) fn by_id(&self, id: &str) -> Option<&ColumnEntry> {
        self.entries.iter().find(|entry| entry.id_name() == id.trim())
    }

    /// The id of a column that holds something to publish under a name of its own.
    pub(super) fn id_of(&self, column: Column) -> Option<String> {
        let named = |entry: &&ColumnEntry| entry.id == column && column != Column::Ignored;
        self.entries.iter().find(named).map(ColumnEntry::id_name)
    }

    /// The Vietnamese heading of a column.
    pub(super) fn heading(&self, column: Column) -> &str {
        self.entries.iter().find(|entry| entry.id == column).map_or("", |entry| &entry.heading)
    }

    /// The columns that a record cannot do without.
    pub(super) fn required(&self) -> impl Iterator<Item = &ColumnEntry> {
        self.entries.iter().filter(|entry| entry.required)
    }

    /// The known heading that resembles an unknown one.
    pub(super) fn nearest(&self, heading: &str) -> Option<String> {
        let names = self.entries.iter().filter(|entry| entry.id != Column::Ignored);
        let headings = names.flat_map(|entry| std::iter::once(&entry.heading).chain(&entry.synonyms));
        let found = text::similar(heading, headings.map(String::as_str))?;
        self.find(found).map(|entry| entry.heading.clone())
    }

    /// The id of a column that resembles an unknown one.
    pub(super) fn nearest_id(&self, id: &str) -> Option<String> {
        let ids: Vec<String> = self.entries.iter().map(ColumnEntry::id_name).collect();
        text::similar(id, ids.iter().map(String::as_str)).map(str::to_owned)
    }
}

impl ColumnEntry {
    /// The id as the data file and `[data.columns]` write it.
    pub(super) fn id_name(&self) -> String {
        if !self.name.is_empty() {
            return self.name.clone();
        }
        let mut name = String::new();
        for letter in format!("{:?}", self.id).chars() {
            if letter.is_ascii_uppercase() && !name.is_empty() {
                name.push('_');
            }
            name.push(letter.to_ascii_lowercase());
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Schema, Shape};

    #[test]
    fn headings_of_every_layout_lead_to_their_column() {
        let schema = Schema::of(Shape::Procedures);
        for (heading, column) in [
            ("MÃ TTHC", Column::Code),
            ("ma_thu_tuc", Column::Code),
            ("Mã số", Column::Code),
            ("Thời hạn  giải quyết", Column::TimeLimit),
            ("phi_le_phi", Column::Fees),
            ("Địa chỉ tiếp nhận HS", Column::Reception),
            ("yeu_cau_dieu_kien", Column::Conditions),
            ("methods", Column::Channels),
            ("STT", Column::Ignored),
        ] {
            assert_eq!(schema.find(heading).map(|entry| entry.id), Some(column), "{heading}");
        }
        assert!(schema.find("Cột lạ").is_none());
    }

    #[test]
    fn ids_are_written_in_snake_case() {
        let schema = Schema::of(Shape::Procedures);
        assert_eq!(schema.by_id("time_limit").map(|entry| entry.id), Some(Column::TimeLimit));
        assert_eq!(schema.by_id("nothing").map(|entry| entry.id), None);
    }

    #[test]
    fn no_two_columns_of_a_shape_share_a_heading() {
        for shape in [
            Shape::Procedures,
            Shape::Offices,
            Shape::Officers,
            Shape::Channel,
            Shape::Dossier,
            Shape::Legal,
            Shape::Statistics,
        ] {
            let schema = Schema::of(shape);
            for entry in &schema.entries {
                for name in std::iter::once(&entry.heading).chain(&entry.synonyms) {
                    assert_eq!(schema.find(name).map(|found| found.id), Some(entry.id), "{shape:?} {name}");
                }
            }
        }
    }
}
