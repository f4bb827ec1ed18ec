//! Cells → domain values, by layout or mapping.
//!
//! Comes in: [`Table`](crate::source::Table)s, batches of untyped cells. Goes out: [`Records`] of the
//! [`model`](crate::model), each with its place, and diagnostics. Refuses to know: files, other records of the
//! catalogue (that is `validate`), pages.
//!
//! # Use
//! ```text
//! let reader = Reader::new(&spec.kind, &spec.layout, &spec.columns, &kinds, &place)?;   // once a data section
//! let sheet = reader.open(&first_table);                                        // once a file or sheet
//! let batch = sheet.read(table, provenance);                                    // every table, the first too; any thread
//! let (records, diagnostics) = reader.gather(&sheets, batches);                 // in the order of the files
//! ```
//!
//! Delimited files and spreadsheets come without headings and with all their rows: [`Reader::open`] looks for the
//! heading row in the first ones. JSON and TOML come with their keys as headings.
//!
//! # What is kept
//! Every word of the source. A text that follows no known form stays as it was published, in the nearest text of
//! the record, and is reported. Nothing is repaired and nothing guessed: `0 VNĐ ()` is no free procedure, a fee
//! that its own note contradicts is shown with both, a code that is malformed leaves its record out.

mod column;
mod layout;
mod mapping;
mod office;
mod officer;
mod procedure;
mod published;
mod ranking;
mod reader;
mod record;
mod register;
mod report;
mod statistics;
mod value;
mod words;

pub use layout::Layout;
pub use published::PublishedColumn;
pub use ranking::parse_edition;
pub use reader::{Batch, Kind, Reader, Records, Sheet};
