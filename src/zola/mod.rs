//! Sites whose theme was written for Zola.
//!
//! Comes in: the files of a site and its `config.toml` or `zola.toml`. Goes out: the finished files, as artifacts, and
//! what was found in the user's data. Content becomes a library of sections and pages, Markdown becomes HTML, and Tera
//! templates make pages of it, as Zola 0.22 does; where Zola leaves an order to chance, paths decide. Refuses to know:
//! records, the disk, the terminal.

mod args;
mod config;
mod data;
mod files;
mod functions;
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

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::Utf8Path;

use crate::diag::Diagnostic;
use crate::output::OutputError;

pub use data::{LoadData, Remote};
pub use files::Files;
pub use functions::{Args, Function};
pub use hash::{GetHash, RegexReplace, base64_decode, base64_encode, num_format, sha256_hex};
pub use image::{GetImageMetadata, ImageTrouble, Images, ResizeImage};
pub use lookup::Lookup;
pub use publish::Sink;
pub use sass::{SassTrouble, compile as compile_sass};

use site::{Book, Site};
use texts::Texts;

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
    let site = Arc::new(site(order, &mut found));
    let Some(mut early) = template::load(site.files.as_ref(), &site.config.theme, &mut found) else {
        return Ok(found);
    };
    let texts = Arc::new(Texts::new(Arc::clone(&site), &mut found));
    template::functions::early(&mut early.tera, &site);
    template::markdown::register(&mut early.tera, &texts);
    texts.set_engine(early.clone());
    let contents = texts.all(&mut found);
    let book = Arc::new(Book::new(site, contents));
    let mut late = early;
    template::functions::late(&mut late.tera, &book);
    found.extend(publish::all(&book, &late, texts.style_sheets(), sink)?);
    Ok(found)
}

fn site(order: &Order<'_>, found: &mut Vec<Diagnostic>) -> Site {
    let files = &order.files;
    let theme_toml = |path: &str| files.read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let config = config::read(order.settings, order.source, order.base_url, theme_toml, found);
    let library = library::read(files.as_ref(), &config, order.drafts, found);
    let settings: BTreeMap<_, _> =
        config.languages.keys().map(|lang| (lang.clone(), config.to_value(lang, order.mode))).collect();
    let theme = Some(config.theme.as_str()).filter(|theme| !theme.is_empty());
    let sheets = styles::compile(files.as_ref(), &config, found);
    let made =
        Arc::new(styles::Published { files: Arc::clone(files), sheets: sheets.clone(), assets: library.assets() });
    let lookup = Lookup::new(made, Some(styles::FOLDER), theme);
    let images = Arc::new(image::Images::new(lookup.clone(), &config.base_url));
    Site { library, files: Arc::clone(files), lookup, images, sheets, settings, config }
}
