//! congkhai.

#![warn(missing_docs)]

pub mod diag;
pub mod model;
pub mod source;
