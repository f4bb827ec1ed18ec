//! Kinds of registers, each described by a data file: which columns its records have, what is computed and checked,
//! and how its pages look.
//!
//! Comes in: TOML files, those of the program and those of a site. Goes out: [`Kinds`]. Refuses to know: records,
//! pages, how expressions are evaluated.
//!
//! A new register needs a file, no code. A site's own file completes a known kind (`extends = "feedback"`, entries
//! with an `id` replace those of the same id and are added otherwise) or describes a new one.

mod column;
mod kind;
mod library;
mod rule;
#[cfg(test)]
mod tests;

pub use column::{Choice, Column, ColumnType, Tone};
pub use kind::{Kind, Law, Layout, Pages, RESERVED};
pub use library::Kinds;
pub use rule::{Check, Computed, Deadline, Figure, Level, Period, Rule};
