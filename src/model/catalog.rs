//! Everything that was read, typed.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::Location;

use super::{Edition, Office, Officer, Procedure, RankedUnit, Register, StatisticsRow};

/// The typed whole: what the data sections of a site hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    /// Procedures, in the order of their sources.
    pub procedures: Vec<Sourced<Procedure>>,
    /// Offices, in the order of their sources.
    pub offices: Vec<Sourced<Office>>,
    /// Officers, in the order of their sources.
    pub officers: Vec<Sourced<Officer>>,
    /// Rows of index rankings, in the order of their sources.
    pub rankings: Vec<Sourced<RankedUnit>>,
    /// Rows of processing reports, in the order of their sources.
    pub statistics: Vec<Sourced<StatisticsRow>>,
    /// Records of registers, in the order of their sources.
    pub registers: Vec<Sourced<Register>>,
    /// Where each file's records come from, by index.
    pub provenances: Vec<Provenance>,
    /// The columns of every sheet and file, so that a cell can be named that is empty.
    pub sheets: Vec<SheetColumns>,
}

/// The columns that were found in one sheet or file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetColumns {
    /// The file, relative to the site's root.
    pub path: String,
    /// The sheet, in workbooks.
    pub sheet: Option<String>,
    /// Id of the column → where it stands.
    pub columns: BTreeMap<String, ColumnPlace>,
}

/// Where a column stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnPlace {
    /// Its number, from 1; in JSON and TOML only the order of its key.
    pub number: u32,
    /// Its heading or key as written.
    pub heading: String,
}

/// A record with the place it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Sourced<T> {
    /// The record.
    pub record: T,
    /// Where it begins.
    pub location: Location,
    /// Index into [`Catalog::provenances`].
    pub provenance: usize,
}

/// Where the records of one file come from; shown on every page made of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The file, relative to the site's root.
    pub path: String,
    /// Path of the data section, such as `thu-tuc`.
    pub section: String,
    /// Who published the data, such as "Cổng Dịch vụ công quốc gia".
    pub source: Option<String>,
    /// Address of the publication.
    pub source_url: Option<String>,
    /// Day on which it was taken over.
    pub retrieved: Option<Date>,
    /// The index of the file's rows, where `[data]` names one.
    pub index: Option<String>,
    /// The year or day of the file's rows, where `[data]` names one.
    pub edition: Option<Edition>,
}
