//! The index as static files that any host can serve and the browser's client reads.
//!
//! | file | holds | read |
//! | --- | --- | --- |
//! | `start.bin` | `start`: lexicon, vocabulary, tables of query understanding, norms, priors, where terms are | when the page opens |
//! | `<hash>/a*.bin` | `shards`: postings of names, keywords, results, fields, agencies | for every query |
//! | `<hash>/b*.bin` | the same of long texts | where tier A has few answers |
//! | `<hash>/c*.bin` | the same of codes | where the query has one |
//! | `<hash>/m*.bin` | `tables`: folk phrases and what they mean | where the query may have one |
//! | `<hash>/s*.bin` | `summaries`: what hits show | for the hits on the screen |
//! | `<hash>/facets.bin` | `summaries`: field, level and online of every document | for filters |
//!
//! Where a site is to work from a disk as well, `disk.js` and `disk.<hash>.js` beside `start.bin` hold all of these once
//! more; [`crate::export::disk_scripts`] makes them.
//!
//! So a first search takes three round trips, each depending on the one before: start, shards, summaries; four where a
//! word that nobody knows is read as another, whose pairs and phrases are only asked for then. The one
//! stable name is `start.bin`; it names the folder of the others, whose name is the hash of their contents, so that
//! shards of two publications never mix in a cache.
//!
//! Files are no larger than a phone on a slow line bears, and no more than a free host takes: their number follows
//! [`ExportOptions::files`]. All of them are in the format of `bytes`; texts are written in words of the
//! `lexicon`, since the language has few syllables and names repeat them.

mod bytes;
mod cluster;
mod lexicon;
mod shards;
mod start;
mod summaries;
mod tables;

use super::index::{SearchError, SearchIndex};
use lexicon::Lexicon;
use tables::Tables;

/// How the index is exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportOptions {
    /// Folder of the files, relative to the site's root, without a slash at its end.
    pub folder: String,
    /// Most files that should be written, at least [`FEWEST_FILES`].
    pub files: usize,
}

/// Fewest files that an export can be cut into: the start, the facets, and one of each other kind. Below
/// 20 · `FEWEST_FILES` pages in a language they are more than 5 % of them; that cannot be helped, since each kind is
/// read at another time, and a site of so few pages is far from the limit of any host.
pub const FEWEST_FILES: usize = 7;
/// Most files that the exports of a site are ever cut into, all its languages together.
pub const MOST_FILES: usize = 1900;
/// Of so many pages, one file may be written.
const PAGES_PER_FILE: usize = 20;

impl ExportOptions {
    /// Options for each language of a site, by its folder and the number of its pages. The files of all together are
    /// 5 % of the pages of all together at most, and [`MOST_FILES`] at most; a language has the part of them that its
    /// pages are, and never fewer than [`FEWEST_FILES`].
    #[must_use]
    pub fn shared(languages: &[(&str, usize)]) -> Vec<Self> {
        let mut pages: usize = languages.iter().map(|(_, pages)| pages).sum();
        let mut left = (pages / PAGES_PER_FILE).min(MOST_FILES);
        let mut files = vec![FEWEST_FILES; languages.len()];
        // The smallest first: what the minimum takes beyond its part is missing from the others.
        let mut order: Vec<usize> = (0..languages.len()).collect();
        order.sort_by_key(|&at| languages[at].1);
        for at in order {
            let own = languages[at].1;
            files[at] = (left * own / pages.max(1)).max(FEWEST_FILES);
            left = left.saturating_sub(files[at]);
            pages -= own;
        }
        let options = |((folder, _), files): (&(&str, usize), usize)| Self { folder: (*folder).to_owned(), files };
        languages.iter().zip(files).map(options).collect()
    }
}

/// Brings the files into the order in which searches ask for them: those of long texts last.
pub fn sort_as_asked_for(files: &mut [(String, Vec<u8>)]) {
    let is_of_long_texts = |path: &str| path.rsplit('/').next().is_some_and(|name| name.starts_with('b'));
    files.sort_by_key(|(path, _)| is_of_long_texts(path));
}

/// How many files each kind may take.
#[derive(Debug)]
struct Shares {
    summaries: usize,
    names: usize,
    codes: usize,
    folk: usize,
    bodies: usize,
}

impl Shares {
    /// Names take the most: they are read with every query, so their files must be small.
    fn of(files: usize) -> Self {
        // The start file and the facets stand alone.
        let files = files.clamp(FEWEST_FILES, MOST_FILES) - 2;
        let share = |percent: usize| (files * percent / 100).max(1);
        let (summaries, codes, folk, bodies) = (share(26), share(2), share(12), share(11));
        let names = files - summaries - codes - folk - bodies;
        Self { summaries, names, codes, folk, bodies }
    }
}

/// Makes the files: path relative to the site's root, and bytes. The same index gives the same bytes.
///
/// # Errors
/// Fails where tantivy cannot read its own segment.
pub fn export(index: &SearchIndex, options: &ExportOptions) -> Result<Vec<(String, Vec<u8>)>, SearchError> {
    let shares = Shares::of(options.files);
    let names = shards::Names::read(index)?;
    let lexicon = Lexicon::of(index, names.words());
    let tables = Tables::of(&index.words, &lexicon);
    let parts = names.parts(&lexicon);
    let sorted = names.sort(&parts, shares.names);
    let of_names = sorted.files.iter().map(|words| shards::pack_names(&parts, words, &lexicon));
    let codes = shards::of_codes(index, shares.codes)?;
    let bodies = shards::of_bodies(index, &sorted.file_of, shares.bodies)?;
    let folk = tables.folk(index, shares.folk)?;
    let per_summary = summaries::documents_per_file(index.len(), shares.summaries);
    let numbered = |letter: char, files: Vec<Vec<u8>>| {
        files.into_iter().enumerate().map(move |(at, file)| (format!("{letter}{at}.bin"), file))
    };
    let mut files: Vec<(String, Vec<u8>)> = vec![("facets.bin".to_owned(), summaries::facets(index, &lexicon))];
    files.extend(numbered('s', summaries::files(index, &lexicon, per_summary)));
    files.extend(numbered('a', of_names.collect()));
    files.extend(numbered('m', folk.files));
    files.extend(numbered('b', bodies.files));
    files.extend(numbered('c', codes.files));
    let hash = content_hash(&files);
    let start = start::file(
        index,
        &lexicon,
        &tables,
        &start::Layout {
            folder: &hash,
            per_summary,
            signs: &folk.signs,
            file_of: &sorted.file_of,
            bodies: &bodies.boundaries,
            codes: &codes.boundaries,
        },
    )?;
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

#[cfg(test)]
mod tests {
    use super::{ExportOptions, FEWEST_FILES, MOST_FILES, Shares, sort_as_asked_for};

    fn shared(pages: &[usize]) -> Vec<usize> {
        let languages: Vec<(&str, usize)> = pages.iter().map(|&pages| ("a", pages)).collect();
        ExportOptions::shared(&languages).into_iter().map(|options| options.files).collect()
    }

    #[test]
    fn languages_share_one_allowance_by_their_pages() {
        assert_eq!(shared(&[10_000]), [500]);
        assert_eq!(shared(&[10_000, 10_000]), [500, 500]);
        assert_eq!(shared(&[6_000, 2_000]), [300, 100]);
        assert_eq!(shared(&[50_000, 50_000]), [MOST_FILES / 2, MOST_FILES / 2]);
        assert_eq!(shared(&[900_000]), [MOST_FILES]);
    }

    #[test]
    fn a_small_language_takes_its_minimum_from_the_others() {
        assert_eq!(shared(&[38_000, 20]), [MOST_FILES - FEWEST_FILES, FEWEST_FILES]);
        assert_eq!(shared(&[20, 1_000]), [FEWEST_FILES, 51 - FEWEST_FILES]);
    }

    #[test]
    fn no_language_has_less_than_it_can_be_cut_into() {
        assert_eq!(shared(&[]), [0; 0]);
        for pages in [&[0][..], &[1], &[139], &[0, 0], &[139, 1]] {
            assert!(shared(pages).iter().all(|files| *files == FEWEST_FILES), "{pages:?}");
        }
        for pages in [140, 141, 400, 40_000] {
            assert!(shared(&[pages])[0] * 20 <= pages, "{pages}");
            let both: usize = shared(&[pages, pages]).iter().sum();
            assert!(both * 20 <= 2 * pages && both <= MOST_FILES, "{pages}");
        }
    }

    #[test]
    fn the_kinds_never_take_more_than_there_is() {
        for files in (0..FEWEST_FILES + 40).chain([99, 100, 500, 1234, MOST_FILES, MOST_FILES + 1, 1 << 40]) {
            let Shares { summaries, names, codes, folk, bodies } = Shares::of(files);
            let parts = [summaries, names, codes, folk, bodies];
            assert!(parts.iter().all(|part| *part > 0), "{files}: {parts:?}");
            let sum: usize = parts.iter().sum();
            assert_eq!(sum + 2, files.clamp(FEWEST_FILES, MOST_FILES), "{parts:?}");
        }
    }

    #[test]
    fn long_texts_come_last_and_all_else_keeps_its_order() {
        let names = ["d/start.bin", "d/0b/facets.bin", "d/0b/s0.bin", "d/0b/b0.bin", "d/0b/b1.bin", "d/0b/c0.bin"];
        let mut files = names.map(|name| (name.to_owned(), Vec::new()));
        sort_as_asked_for(&mut files);
        let sorted = files.each_ref().map(|(path, _)| path.as_str());
        assert_eq!(sorted, [0, 1, 2, 5, 3, 4].map(|at: usize| names[at]));
    }
}
