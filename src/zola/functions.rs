//! Functions of templates, written once over plain values; each engine has a thin adapter.

pub use crate::render::{Args, Function};
