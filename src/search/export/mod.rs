//! The index as static files that any host can serve and the browser's client reads.
//!
//! | file | holds | read |
//! | --- | --- | --- |
//! | `start.bin` | `start`: lexicon, vocabulary, tables of query understanding, norms, priors, where terms are | when the page opens |
//! | `<hash>/a*.bin` | `shards`: postings of names, keywords, fields, agencies, codes | for every query |
//! | `<hash>/b*.bin` | the same of long texts | where tier A has few answers |
//! | `<hash>/s*.bin` | `summaries`: what hits show | for the hits on the screen |
//! | `<hash>/facets.bin` | `summaries`: field, level and online of every document | for filters |
//!
//! So a first search takes three round trips, each depending on the one before: start, shards, summaries. The one
//! stable name is `start.bin`; it names the folder of the others, whose name is the hash of their contents, so that
//! shards of two publications never mix in a cache.
//!
//! Files are no larger than a phone on a slow line bears, and no more than a free host takes: their number follows
//! [`ExportOptions::files`]. All of them are in the format of `bytes`; texts are written in words of the
//! `lexicon`, since the language has few syllables and names repeat them.

mod bytes;
mod lexicon;
mod shards;
mod start;
mod summaries;

use super::index::{SearchError, SearchIndex};
use super::plan::Tier;
use lexicon::Lexicon;
use shards::Shards;

/// How the index is exported.
#[derive(Clone, Debug)]
pub struct ExportOptions {
    /// Folder of the files, relative to the site's root, without a slash at its end.
    pub folder: String,
    /// Most files that should be written, at least [`FEWEST_FILES`].
    pub files: usize,
}

/// Fewest files that an export can be cut into.
pub const FEWEST_FILES: usize = 5;
/// Most files that an export is ever cut into.
pub const MOST_FILES: usize = 1900;

impl ExportOptions {
    /// Options for a site of this many pages: the files are 4.5 % of them, so that with the other exports they stay
    /// below 5 %.
    #[must_use]
    pub fn for_pages(folder: &str, pages: usize) -> Self {
        Self { folder: folder.to_owned(), files: (pages * 45 / 1000).clamp(FEWEST_FILES, MOST_FILES) }
    }

    /// How many files the summaries, tier A and tier B may take.
    fn shares(&self) -> (usize, usize, usize) {
        let files = self.files.clamp(FEWEST_FILES, MOST_FILES) - 2;
        let summaries = (files * 40 / 100).max(1);
        let a = (files * 25 / 100).max(1);
        (summaries, a, files - summaries - a)
    }
}

/// Makes the files: path relative to the site's root, and bytes. The same index gives the same bytes.
///
/// # Errors
/// Fails where tantivy cannot read its own segment.
pub fn export(index: &SearchIndex, options: &ExportOptions) -> Result<Vec<(String, Vec<u8>)>, SearchError> {
    let (summary_files, a_files, b_files) = options.shares();
    let lexicon = Lexicon::of(index);
    let a = Shards::of(index, Tier::A, a_files)?;
    let b = Shards::of(index, Tier::B, b_files)?;
    let per_summary = summaries::documents_per_file(index.len(), summary_files);
    let numbered = |letter: char, files: Vec<Vec<u8>>| {
        files.into_iter().enumerate().map(move |(at, file)| (format!("{letter}{at}.bin"), file))
    };
    let mut files: Vec<(String, Vec<u8>)> = vec![("facets.bin".to_owned(), summaries::facets(index, &lexicon))];
    files.extend(numbered('s', summaries::files(index, &lexicon, per_summary)));
    let boundaries = [a.boundaries, b.boundaries];
    files.extend(numbered('a', a.files));
    files.extend(numbered('b', b.files));
    let hash = content_hash(&files);
    let start = start::file(index, &lexicon, &start::Layout { folder: &hash, per_summary, boundaries: &boundaries })?;
    let mut all = vec![(format!("{}/start.bin", options.folder), start)];
    all.extend(files.into_iter().map(|(name, bytes)| (format!("{}/{hash}/{name}", options.folder), bytes)));
    Ok(all)
}

/// The name of the folder: what is in it, in twelve hexadecimal digits.
fn content_hash(files: &[(String, Vec<u8>)]) -> String {
    let mut hasher = blake3::Hasher::new();
    for (name, bytes) in files {
        hasher.update(name.as_bytes()).update(&bytes.len().to_le_bytes()).update(bytes);
    }
    hasher.finalize().to_hex()[..12].to_owned()
}
