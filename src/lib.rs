//! `congkhai` publishes public administration: it turns catalogues of administrative procedures (*thủ tục hành
//! chính*), with the offices and officers behind them, into a static website.
//!
//! # The tour
//!
//! Data flows one way and **changes its noun at every stage**, so that a signature says where you are:
//!
//! ```text
//! ProjectTree → Table → Catalog → Checked<Catalog> → SitePlan → View → Artifact → Publication
//!    vfs        source   ingest      validate           plan     view   render     output
//! ```
//!
//! A clerk's workbook is opened by [`vfs`], turned into cells that remember their origin by [`source`], and into
//! domain values by [`ingest`]. [`validate`] looks at the whole and returns the only type that later stages
//! accept. [`plan`] decides every address before any page is made; [`view`] says what stands on a page, [`theme`]
//! how it looks, [`render`] puts the two together, [`linkcheck`] follows every link, and [`output`] exchanges the
//! finished folder for the old one. [`mod@build`] is the only module that knows this order; [`cli`] is the only
//! one that prints.
//!
//! A site may have a theme that was written for Zola. Its texts are then read and made by [`zola`]; with records in it,
//! the same stages run, the default theme makes parts of pages instead of pages, and those are guests in the other
//! theme: known to it from the start, and made when their turn has come.
//!
//! Two kinds of trouble are never mixed: a [`diag::Diagnostic`] is about the user's data, has a code and a place,
//! and is collected with all others; an `…Error` is about the machine and ends the run.
//!
//! # The layers
//!
//! A module imports only from lower layers, and within a layer without circles. `tests/architecture.rs` reads this
//! table and every `crate::…` path, and holds the one to the other.
//!
//! | layer | module | one responsibility |
//! | --- | --- | --- |
//! | 0 | [`calendar`] | working days of state agencies |
//! | 0 | [`diag`] | what a problem is, where it is, how it is shown |
//! | 0 | `fetch` | the only door to the network (feature `fetch`) |
//! | 0 | [`text`] | Vietnamese text: folding, order, slugs, legacy charsets, numbers, dates, money, telephones |
//! | 0 | [`vfs`] | the only door to disk for reading |
//! | 1 | [`config`] | `config.toml` |
//! | 1 | [`source`] | files → untyped cells that remember their origin |
//! | 2 | [`kinds`] | kinds of registers, described by data files |
//! | 2 | [`model`] | the domain's words; no files, no HTML |
//! | 2 | [`ingest`] | cells → domain values, by layout or mapping |
//! | 2 | [`content`] | front matter, sections, pages, Markdown |
//! | 3 | [`validate`] | rules over the whole catalogue |
//! | 3 | [`ranking`] | indexes: schemes, units, ranks, checks, changes |
//! | 4 | [`registers`] | registers: deadlines, computed figures, checks, groups, scores |
//! | 4 | [`statistics`] | processing reports: what belongs together, whether it agrees, the rates |
//! | 4 | [`changes`] | what changed in each record since the previous publication |
//! | 5 | [`plan`] | decides every output before any is made |
//! | 6 | [`mod@audit`] | which disclosure criteria the site meets, by which page and record |
//! | 6 | [`chart`] | numbers → accessible static SVG and the words that say the same |
//! | 6 | [`dataset`] | what stands on a page, as open data files and their descriptions |
//! | 6 | [`theme`] | the default theme, the site's overrides, the words of the interface |
//! | 6 | [`view`] | page-shaped data for one template |
//! | 7 | [`render`] | view and theme → HTML |
//! | 7 | [`search`] | the tantivy index, what queries mean, and how hits are ranked |
//! | 7 | [`export`] | sitemap, robots, what the host must be told, and data for pages opened without a host |
//! | 8 | [`output`] | stage, exchange at once, know what changed |
//! | 8 | [`linkcheck`] | every internal link and anchor resolves |
//! | 8 | [`zola`] | sites whose theme was written for Zola: content, Tera templates, pages of records as guests |
//! | 9 | [`mod@build`] | runs the stages; the only module that knows the order |
//! | 10 | [`scaffold`] | the sample site and the Excel templates that `init` writes |
//! | 10 | `serve` | preview with live reload (feature `serve`) |
//! | 11 | [`cli`] | arguments, terminal, exit status |

#![warn(missing_docs)]

pub mod audit;
pub mod build;
pub mod calendar;
pub mod changes;
pub mod chart;
pub mod cli;
pub mod config;
pub mod content;
pub mod dataset;
pub mod diag;
pub mod export;
#[cfg(feature = "fetch")]
pub mod fetch;
pub mod ingest;
pub mod kinds;
pub mod linkcheck;
pub mod model;
pub mod output;
pub mod plan;
pub mod ranking;
pub mod registers;
pub mod render;
pub mod scaffold;
pub mod search;
#[cfg(feature = "serve")]
pub mod serve;
pub mod source;
pub mod statistics;
pub mod text;
pub mod theme;
pub mod validate;
pub mod vfs;
pub mod view;
pub mod zola;
