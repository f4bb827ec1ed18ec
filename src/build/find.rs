//! The search of each language: its index, and the files that browsers read.

use crate::config::SiteConfig;
use crate::diag::Lang;
use crate::export::{disk_scripts, most_scripts};
use crate::plan::{PageKind, PlannedPage};
use crate::search::export::{ExportOptions, export, sort_as_asked_for};
use crate::search::{self, SearchIndex, Words};
use crate::theme::Theme;
use crate::view::ViewContext;

use super::{BuildError, Materials, pages};

/// What queries are understood with on a site.
fn words(config: &SiteConfig) -> Words {
    let words = Words::load(&config.search);
    if config.default_language == Lang::Vi { words } else { words.for_other_languages() }
}

/// The search files of every language: path in the output, and bytes. A site whose theme has problems has no pages,
/// so there is nothing to find.
pub(super) fn files(materials: &Materials) -> Result<Vec<(String, Vec<u8>)>, BuildError> {
    let Materials { config, plan, theme: Some(theme), .. } = materials else { return Ok(Vec::new()) };
    let context = pages::context(materials, theme, materials.as_of);
    let searched: Vec<_> =
        config.langs().into_iter().filter_map(|lang| Some((lang, plan.search_data(lang)?))).collect();
    let pages_in = |lang: Lang| plan.pages.iter().filter(|page| page.lang == lang && counts(page)).count();
    let shares = searched.iter().map(|(lang, folder)| (folder.as_str().trim_end_matches('/'), pages_in(*lang)));
    let mut files = Vec::new();
    let words = words(config);
    let shared = ExportOptions::shared(&shares.collect::<Vec<_>>());
    for ((lang, folder), mut options) in searched.iter().zip(shared) {
        if config.search.from_disk {
            options.files -= most_scripts(options.files);
        }
        let mut made = export(&indexed(&context, *lang, words.clone())?, &options)?;
        if config.search.from_disk {
            sort_as_asked_for(&mut made);
            made.extend(disk_scripts(folder.as_str(), &made));
        }
        files.extend(made);
    }
    Ok(files)
}

/// The index of one language, of pages whose theme may have problems: then the words are those of the program's own.
pub(super) fn index(materials: &Materials, lang: Lang) -> Result<SearchIndex, BuildError> {
    let own;
    let theme = match &materials.theme {
        Some(theme) => theme,
        None => {
            own = Theme::embedded(&materials.config);
            &own
        }
    };
    indexed(&pages::context(materials, theme, materials.as_of), lang, words(&materials.config))
}

fn indexed(context: &ViewContext<'_>, lang: Lang, words: Words) -> Result<SearchIndex, BuildError> {
    Ok(SearchIndex::build(search::documents(context, lang), words)?)
}

/// Whether a page counts where files are shared out; frames for other sites are no pages of this one.
const fn counts(page: &PlannedPage) -> bool {
    !matches!(page.kind, PageKind::RankingEmbed(..))
}
