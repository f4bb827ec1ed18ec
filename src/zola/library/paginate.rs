//! Long lists on several pages.

use crate::zola::config::Config;

/// One page of a long list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::zola) struct Pager {
    /// Its number, from 1.
    pub(in crate::zola) index: usize,
    /// What it lists.
    pub(in crate::zola) pages: Vec<usize>,
    /// Its address below the site.
    pub(in crate::zola) path: String,
    /// Its full address.
    pub(in crate::zola) permalink: String,
}

/// Cuts a list. There is always a first page, with the address of the list itself.
pub(in crate::zola) fn pagers(config: &Config, pages: &[usize], by: usize, path: &str, word: &str) -> Vec<Pager> {
    let chunks: Vec<&[usize]> = if pages.is_empty() { vec![&[]] } else { pages.chunks(by.max(1)).collect() };
    let numbered = chunks.into_iter().zip(1..);
    numbered
        .map(|(pages, index)| {
            let own = if index == 1 { path.to_owned() } else { format!("{path}{}{index}/", folder(word)) };
            Pager { index, pages: pages.to_vec(), permalink: config.permalink(&own), path: own }
        })
        .collect()
}

/// The word before a number, as a folder; empty words make none.
pub(in crate::zola) fn folder(word: &str) -> String {
    if word.is_empty() { String::new() } else { format!("{word}/") }
}
