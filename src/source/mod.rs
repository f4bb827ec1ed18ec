//! Files → untyped cells that remember their origin.
//!
//! Comes in: the bytes of one source file of a data section. Goes out: [`Table`]s, in batches of rows, so a
//! large file is never held whole. Refuses to know: what a column means (that is `ingest`).

mod table;

pub use table::{Cell, Heading, Origin, Row, Table, Value};
