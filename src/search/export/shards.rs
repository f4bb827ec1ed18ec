//! Postings, cut into files.
//!
//! Terms that begin with the same word stand together as a **group**: the word itself, its exact forms, and the pairs
//! that it begins. A query of a few words so needs few files, and the documents of exact forms
//! and pairs are written as positions among the documents of the word, which are smaller numbers.

use std::collections::BTreeMap;

use crate::search::index::{SearchError, SearchIndex};
use crate::search::plan::Field;
use crate::text;

use super::bytes::{ascending, front_coded, number, seal};
use super::cluster::{Item, cluster};
use super::lexicon::Lexicon;
use super::tables::sign;

/// Unpacked size below which a file is not worth a request.
pub(super) const SMALLEST: usize = 3 << 10;

/// Place of [`Field::Name`] in [`Field::ALL`].
const NAME: usize = 0;
/// Place of [`Field::Exact`] in [`Field::ALL`].
const EXACT: usize = 1;
/// Place of [`Field::Keywords`] in [`Field::ALL`].
const KEYWORDS: usize = 2;

/// Files in the order of what terms are placed by.
#[derive(Debug)]
pub(super) struct Sorted<K> {
    /// Bytes of each.
    pub(super) files: Vec<Vec<u8>>,
    /// First place of each but the first.
    pub(super) boundaries: Vec<K>,
}

/// Words that belong together.
#[derive(Debug, Default)]
pub(super) struct Clustered<'a> {
    /// The words of each file.
    pub(super) files: Vec<Vec<&'a str>>,
    /// Word → number of its file.
    pub(super) file_of: BTreeMap<String, usize>,
}

/// The documents of a term by field: places in [`Field::ALL`].
type Lists = BTreeMap<usize, Vec<u32>>;

/// A word and the terms that begin with it.
#[derive(Debug, Default)]
struct Group {
    /// Documents of the word itself.
    word: Lists,
    /// Exact form → documents.
    exact: BTreeMap<String, Lists>,
    /// Second word of a pair → documents.
    pairs: BTreeMap<String, Lists>,
}

/// A group as written.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Its exact forms.
    exact: Vec<String>,
    numbers: Vec<u8>,
}

impl Part {
    fn size(&self) -> usize {
        self.exact.iter().map(String::len).sum::<usize>() + self.numbers.len()
    }
}

/// The terms of names, keywords, results, fields and agencies by their first words.
#[derive(Debug)]
pub(super) struct Names(BTreeMap<String, Group>);

impl Names {
    /// Reads them.
    pub(super) fn read(index: &SearchIndex) -> Result<Self, SearchError> {
        const FIELDS: [Field; 6] =
            [Field::Name, Field::Exact, Field::Keywords, Field::Results, Field::Field, Field::Agency];
        Ok(Self(groups(index, &FIELDS)?))
    }

    /// Every folded word of the terms, some of them twice.
    pub(super) fn words(&self) -> impl Iterator<Item = &String> {
        self.0.iter().flat_map(|(word, group)| std::iter::once(word).chain(group.pairs.keys()))
    }

    /// Writes every group, in words of the lexicon.
    pub(super) fn parts(&self, lexicon: &Lexicon) -> BTreeMap<&str, Part> {
        self.0.iter().map(|(word, group)| (word.as_str(), whole(group, lexicon))).collect()
    }

    /// Sorts the words into at most `most` files.
    pub(super) fn sort(&self, parts: &BTreeMap<&str, Part>, most: usize) -> Clustered<'_> {
        let items = self.0.iter().map(|(word, group)| (word.as_str(), item(group, parts[word.as_str()].size())));
        let files = cluster(&items.collect(), most);
        let placed = files.iter().enumerate().flat_map(|(at, words)| words.iter().map(move |word| (*word, at)));
        Clustered { file_of: placed.map(|(word, at)| (word.to_owned(), at)).collect(), files }
    }
}

/// One file of names: numbers of the words, exact forms of all, postings.
pub(super) fn pack_names(parts: &BTreeMap<&str, Part>, words: &[&str], lexicon: &Lexicon) -> Vec<u8> {
    let mut numbered: Vec<(u32, &Part)> =
        words.iter().filter_map(|word| Some((lexicon.number(word)?, &parts[word]))).collect();
    numbered.sort_by_key(|(number, _)| *number);
    let mut head = Vec::new();
    ascending(&mut head, numbered.iter().map(|(number, _)| *number).collect::<Vec<_>>().into_iter());
    front_coded(&mut head, numbered.iter().flat_map(|(_, part)| &part.exact));
    seal(&[&head, &numbered.iter().flat_map(|(_, part)| &part.numbers).copied().collect::<Vec<u8>>()])
}

/// Cuts codes into at most `most` files.
pub(super) fn of_codes(index: &SearchIndex, most: usize) -> Result<Sorted<String>, SearchError> {
    let mut terms = Vec::new();
    index.for_each_term(Field::Code, |code, documents| terms.push((code.to_owned(), posted(documents))))?;
    Ok(cut(terms.into_iter().map(|(code, documents)| (code.clone(), vec![(code, documents)])), most))
}

/// Cuts long texts into at most `most` files.
///
/// A pair stands beside the names of the rarer of its words: the pairs of a query that have a word in common then
/// often stand in one file.
pub(super) fn of_bodies(
    index: &SearchIndex,
    file_of: &BTreeMap<String, usize>,
    most: usize,
) -> Result<Sorted<usize>, SearchError> {
    let places = file_of.values().max().map_or(1, |last| last + 1);
    let mut terms = vec![Vec::new(); places];
    let known = index.in_bodies();
    index.for_each_term(Field::Body, |pair, documents| {
        if !u32::try_from(documents.len()).is_ok_and(|count| known.contains(&count)) {
            return;
        }
        let words = pair.split(' ').map(|word| (index.vocabulary.frequency(word), word));
        let Some((_, rarer)) = words.min_by_key(|(frequency, _)| *frequency) else { return };
        let place = file_of.get(rarer).copied().unwrap_or_else(|| sign(rarer) as usize % places);
        terms[place].push((pair.to_owned(), posted(documents)));
    })?;
    Ok(cut(terms.into_iter().enumerate(), most))
}

fn posted(documents: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::new();
    ascending(&mut bytes, documents.iter().copied());
    bytes
}

/// A term and its documents.
type Posted = (String, Vec<u8>);

/// Fills files with terms that stand together, each filled by so much at least that there are never more than asked
/// for. There is always one.
fn cut<K>(parts: impl Iterator<Item = (K, Vec<Posted>)>, most: usize) -> Sorted<K> {
    let size = |terms: &[Posted]| terms.iter().map(|(term, documents)| term.len() / 2 + documents.len()).sum::<usize>();
    let parts: Vec<(K, Vec<Posted>)> = parts.collect();
    let target = (parts.iter().map(|(_, terms)| size(terms)).sum::<usize>() / most.max(1) + 1).max(SMALLEST);
    let mut sorted = Sorted { files: Vec::new(), boundaries: Vec::new() };
    let (mut file, mut filled) = (Vec::new(), 0);
    for (first, terms) in parts {
        if filled >= target {
            sorted.files.push(pack(&mut file));
            sorted.boundaries.push(first);
            filled = 0;
        }
        filled += size(&terms);
        file.extend(terms);
    }
    // Clients ask for the first file whatever there is.
    if !file.is_empty() || sorted.files.is_empty() {
        sorted.files.push(pack(&mut file));
    }
    sorted
}

/// One file: terms; the documents of each. Leaves nothing.
fn pack(terms: &mut Vec<Posted>) -> Vec<u8> {
    terms.sort_unstable();
    let mut texts = Vec::new();
    front_coded(&mut texts, terms.iter().map(|(term, _)| term));
    let documents = terms.drain(..).flat_map(|(_, documents)| documents).collect::<Vec<u8>>();
    seal(&[&texts, &documents])
}

fn item(group: &Group, size: usize) -> Item<'_> {
    let names = |lists: &Lists| lists.get(&NAME).map_or(0, Vec::len);
    let followers = group.pairs.iter().map(|(next, lists)| (next.as_str(), names(lists))).filter(|next| next.1 > 0);
    Item { size, names: names(&group.word), followers: followers.collect() }
}

/// Reads the terms of some fields.
fn groups(index: &SearchIndex, fields: &[Field]) -> Result<BTreeMap<String, Group>, SearchError> {
    let mut groups = BTreeMap::<String, Group>::new();
    for (place, field) in Field::ALL.into_iter().enumerate().filter(|(_, field)| fields.contains(field)) {
        index.for_each_term(field, |term, documents| {
            let folded;
            let (word, terms): (&str, _) = match (field, term.split_once(' ')) {
                (Field::Exact, _) => {
                    folded = text::fold(term);
                    (&folded, Some(term))
                }
                (_, Some((word, second))) => (word, Some(second)),
                (_, None) => (term, None),
            };
            let group = groups.entry(word.to_owned()).or_default();
            let lists = match (field, terms) {
                (_, None) => &mut group.word,
                (Field::Exact, Some(exact)) => group.exact.entry(exact.to_owned()).or_default(),
                (_, Some(second)) => group.pairs.entry(second.to_owned()).or_default(),
            };
            lists.insert(place, documents.to_vec());
        })?;
    }
    Ok(groups)
}

/// Writes a group of tier A: fields and documents of the word; its exact forms, one that all its names have with no
/// documents; the second words of its pairs, and the fields and documents of those.
fn whole(group: &Group, lexicon: &Lexicon) -> Part {
    let mut part = Part::default();
    lists(&mut part.numbers, &group.word, &Lists::new());
    number(&mut part.numbers, group.exact.len());
    let names = group.word.get(&NAME).map_or(0, Vec::len);
    for (exact, documents) in &group.exact {
        part.exact.push(exact.clone());
        let documents = documents.get(&EXACT).filter(|documents| documents.len() < names);
        let documents = documents.map_or(&[][..], Vec::as_slice);
        ascending(&mut part.numbers, within(documents, EXACT, &group.word).into_iter());
    }
    let mut pairs: Vec<(u32, &Lists)> =
        group.pairs.iter().filter_map(|(second, lists)| Some((lexicon.number(second)?, lists))).collect();
    pairs.sort_by_key(|(number, _)| *number);
    ascending(&mut part.numbers, pairs.iter().map(|(number, _)| *number).collect::<Vec<_>>().into_iter());
    pairs.iter().for_each(|(_, pair)| lists(&mut part.numbers, pair, &group.word));
    part
}

/// Writes fields, and the documents in each.
fn lists(numbers: &mut Vec<u8>, lists: &Lists, whole: &Lists) {
    number(numbers, lists.keys().map(|place| 1 << place).sum());
    lists.iter().for_each(|(place, documents)| ascending(numbers, within(documents, *place, whole).into_iter()));
}

/// Documents as positions among those of the word, where the field has it alone as well.
fn within(documents: &[u32], place: usize, word: &Lists) -> Vec<u32> {
    let whole = match Field::ALL[place] {
        Field::Name | Field::Exact => word.get(&NAME),
        Field::Keywords => word.get(&KEYWORDS),
        Field::Results | Field::Field | Field::Agency | Field::Code | Field::Body => return documents.to_vec(),
    };
    let Some(whole) = whole else { return documents.to_vec() };
    let position = |document: &u32| u32::try_from(whole.binary_search(document).ok()?).ok();
    documents.iter().filter_map(position).collect()
}
