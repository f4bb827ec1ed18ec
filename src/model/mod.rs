//! The domain's words: procedures, offices, officers. No files, no HTML, no diagnostics.
//!
//! Names follow the field's standard English terms; the Vietnamese term stands in each item's documentation.
//! Every part keeps the words that were published, beside whatever was understood of them.

mod catalog;
mod code;
mod dossier;
mod fee;
mod office;
mod part;
mod procedure;
mod time_limit;

pub use catalog::{Catalog, Provenance, Sourced};
pub use code::ProcedureCode;
pub use dossier::{DossierCase, DossierItem, Form, Quantity};
pub use fee::{Dong, Fee, FeeAmount, FeeKind};
pub use office::{Address, Contact, Coordinates, Office, OfficeKind, Officer, OfficerRole, Validity};
pub use part::Part;
pub use procedure::{
    Agencies, Change, Channel, ChannelKind, Decision, LegalBasis, Level, OnlineLevel, Procedure, ReceptionPlace,
    StepCase,
};
pub use time_limit::{TimeLimit, TimeUnit};
