//! The search of each language: its index, and the files that browsers read.

use crate::config::SiteConfig;
use crate::diag::Lang;
use crate::search::export::{ExportOptions, export};
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
        let options = ExportOptions::for_pages(folder.as_str().trim_end_matches('/'), pages);
        files.extend(export(&index, &options)?);
    }
    Ok(files)
}
