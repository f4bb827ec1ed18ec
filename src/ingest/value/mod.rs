//! Texts and nested entries of one cell → one part of a record.
//!
//! Every function takes a value out of its cell and keeps all of its words: what does not follow a form stays as
//! the published text and is reported.

pub(super) mod agency;
pub(super) mod change;
pub(super) mod channel;
pub(super) mod contact;
pub(super) mod decision;
pub(super) mod dossier;
pub(super) mod fee;
pub(super) mod legal;
pub(super) mod level;
pub(super) mod lines;
pub(super) mod part;
pub(super) mod quantity;
pub(super) mod scalar;
pub(super) mod step;
pub(super) mod time;
