//! The search of each language: its index, and the files that browsers read.

use crate::config::SiteConfig;
use crate::diag::Lang;
use crate::export::{disk_scripts, most_scripts};
use crate::search::export::{ExportOptions, export, sort_as_asked_for};
use crate::search::{self, SearchIndex, Words};

use super::{BuildError, Materials};

/// What queries are understood with on a site.
pub(super) fn words(config: &SiteConfig) -> Words {
    let words = Words::load(&config.search);
    if config.default_language == Lang::Vi { words } else { words.for_other_languages() }
}

/// The search files of every language: path in the output, and bytes.
pub(super) fn files(materials: &Materials) -> Result<Vec<(String, Vec<u8>)>, BuildError> {
    let Materials { config, content, catalog, plan, .. } = materials;
    let mut files = Vec::new();
    for lang in config.langs() {
        let Some(folder) = plan.search_data(lang) else { continue };
        let documents = search::documents(catalog.catalog(), content, plan, lang);
        let pages = documents.len();
        let index = SearchIndex::build(documents, words(config))?;
        let mut options = ExportOptions::for_pages(folder.as_str().trim_end_matches('/'), pages);
        if config.search.from_disk {
            options.files -= most_scripts(options.files);
        }
        let mut made = export(&index, &options)?;
        if config.search.from_disk {
            sort_as_asked_for(&mut made);
            made.extend(disk_scripts(folder.as_str(), &made));
        }
        files.extend(made);
    }
    Ok(files)
}
