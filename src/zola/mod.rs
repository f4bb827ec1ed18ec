//! Sites whose theme was written for Zola.
//!
//! Comes in: the files of a site and its `config.toml` or `zola.toml`. Goes out: the finished files, as artifacts, and
//! what was found in the user's data. Content becomes a library of sections and pages, Markdown becomes HTML, and Tera
//! templates make pages of it, as Zola 0.22 does; where Zola leaves an order to chance, paths decide. Pages that
//! somebody else makes take part as [`Guests`]: they are known from the start, and their content is asked for from a
//! [`Maker`] when their turn has come. Refuses to know: records, the disk, the terminal.

mod args;
mod config;
mod data;
mod draft;
mod dress;
mod files;
mod grammars;
mod hash;
pub mod highlight;
pub mod image;
mod library;
mod lookup;
mod publish;
mod sass;
pub mod search_index;
pub mod shortcode;
mod site;
mod styles;
mod template;
mod texts;
mod value;
mod values;

use std::sync::Arc;

use camino::Utf8Path;

use crate::diag::Diagnostic;
use crate::output::OutputError;

pub use crate::render::{Args, Function};
pub use data::{LoadData, Remote};
pub use draft::{Draft, Workshop};
pub use dress::Frame;
pub use files::Files;
pub use hash::{GetHash, RegexReplace, base64_decode, base64_encode, num_format, sha256_hex};
pub use image::{GetImageMetadata, ImageTrouble, Images, ResizeImage};
pub use library::{Guest, GuestTaxonomy, GuestTerm, Guests, Role};
pub use lookup::Lookup;
pub use publish::{Made, Maker, Sink};
pub use sass::{SassTrouble, compile as compile_sass};

/// What a site is made with.
pub struct Order<'a> {
    /// The site's files.
    pub files: Arc<dyn Files>,
    /// Path of the settings: `zola.toml` or `config.toml`.
    pub settings: &'a Utf8Path,
    /// Their text.
    pub source: &'a str,
    /// Instead of the address that the settings name.
    pub base_url: Option<&'a str>,
    /// The language of the site where the settings name none; Zola's own choice where nothing is said here either.
    pub language: Option<&'a str>,
    /// Files below `content/` that stand beside a text and are not published with it.
    pub kept_back: &'a [&'a str],
    /// Whether drafts are published.
    pub drafts: bool,
    /// What the program is doing, as templates are told: `build`, `serve` or `check`.
    pub mode: &'a str,
}

/// Makes a site. Gives what was found in the user's data; everything else goes into the sink.
///
/// # Errors
/// When the disk refuses. Templates that fail are no error here; they stand among what was found.
pub fn make(order: &Order<'_>, sink: &dyn Sink) -> Result<Vec<Diagnostic>, OutputError> {
    let mut found = Vec::new();
    let draft = Draft::read(order, &mut found);
    if let Some(workshop) = draft.open(Guests::default(), &mut found) {
        found.extend(workshop.publish(None, sink)?);
    }
    Ok(found)
}
