//! The domain's words: procedures, offices, officers, statistics. No files, no HTML, no diagnostics.
//!
//! Names follow the field's standard English terms; the Vietnamese term stands in each item's documentation.
//! Every part keeps the words that were published, beside whatever was understood of them.

mod bilingual;
mod catalog;
mod code;
mod dossier;
mod fee;
mod office;
mod part;
mod period;
mod procedure;
mod ranking;
mod register;
mod statistics;
mod time_limit;

pub use bilingual::Bilingual;
pub use catalog::{Catalog, ColumnPlace, Provenance, SheetColumns, Sourced};
pub use code::ProcedureCode;
pub use dossier::{DossierCase, DossierItem, Form, Quantity};
pub use fee::{Dong, Fee, FeeAmount, FeeKind};
pub use office::{Address, Contact, Coordinates, Office, OfficeKind, Officer, OfficerRole, Validity};
pub use part::Part;
pub use period::{PeriodSpan, ReportPeriod};
pub use procedure::{
    Agencies, Change, Channel, ChannelKind, Decision, LegalBasis, Level, OnlineLevel, Procedure, ReceptionPlace,
    StepCase,
};
pub use ranking::{ComponentScore, Edition, Figure, PublishedRank, RankedUnit};
pub use register::{Datum, Register};
pub use statistics::{Count, Measure, PublishedRate, RowRole, StatisticsRow};
pub use time_limit::{TimeLimit, TimeUnit};
