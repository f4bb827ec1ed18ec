//! The default theme as part of the program.

use rust_embed::RustEmbed;

/// The files below `themes/congkhai/`.
#[derive(RustEmbed)]
#[folder = "themes/congkhai"]
pub(super) struct DefaultTheme;
