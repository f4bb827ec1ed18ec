//! What is looked at in finished pages, and what the guard of personal data sees in the site's own files.

use rayon::prelude::*;

use crate::diag::{Diagnostic, Location};
use crate::linkcheck::PageLinks;
use crate::text::markup::Markup;
use crate::text::personal::VisibleText;
use crate::validate::guard::Guard;

/// Reads a finished page once: where it leads, and what a reader sees.
pub(super) fn page(html: &str) -> (PageLinks, String) {
    let (mut links, mut visible) = (PageLinks::default(), VisibleText::default());
    let mut markup = Markup::new(html);
    while let Some(piece) = markup.next() {
        links.add(&piece);
        visible.add(&piece);
    }
    (links, visible.into_text())
}

/// Looks at the names of the files of `static/`, and at the text of those that people read as text. Pictures and
/// documents are not opened.
pub(super) fn files(files: &[(String, Vec<u8>)], guard: &Guard) -> Vec<Diagnostic> {
    files.par_iter().flat_map_iter(|(path, bytes)| file(path, bytes, guard)).collect()
}

/// The same for one file.
pub(super) fn file(path: &str, bytes: &[u8], guard: &Guard) -> Vec<Diagnostic> {
    let location = Location::file(format!("static/{path}"));
    let mut found = guard.published(path, &location);
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let text = || String::from_utf8_lossy(bytes);
    match ending.as_str() {
        "htm" | "html" | "svg" | "xml" => found.extend(guard.page(&text(), &location)),
        "csv" | "ics" | "json" | "md" | "tsv" | "txt" | "vcf" => found.extend(guard.published(&text(), &location)),
        _ => {}
    }
    found
}
