//! Calls of shortcodes in Markdown: `{{ name(a="x") }}` and `{% name() %}…{% end %}`.
//!
//! Comes in: a Markdown text and a [`Renderer`]. Goes out: the text with every call replaced, either by what its `.md`
//! template gives (which is Markdown and joins the text) or by a mark for what its `.html` template gives, kept in
//! [`Fragments`](crate::content::markdown::Fragments). What only resembles a call stays as it is written;
//! `{{/* … */}}` is written without its stars.

mod expand;
mod syntax;
#[cfg(test)]
mod tests;

pub use expand::{Body, Call, Expanded, Renderer, Shortcode, Trouble, TroubleKind, expand};
