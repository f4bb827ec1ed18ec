//! Postings, cut into files.
//!
//! Terms that begin with the same word stand together as a **group**: the word itself, its exact forms, and the pairs
//! that it begins. A query of a few words so needs few files, and the documents of exact forms
//! and pairs are written as positions among the documents of the word, which are smaller numbers.

use std::collections::BTreeMap;

use crate::search::index::{SearchError, SearchIndex};
use crate::search::plan::Field;
use crate::text;

use super::bytes::{FrontCoder, ascending, number, seal};
use super::cluster::{Item, cluster};
use super::lexicon::Lexicon;

/// Unpacked size below which a file is not worth a request.
const SMALLEST: usize = 3 << 10;

/// Place of [`Field::Name`] in [`Field::ALL`].
const NAME: usize = 0;
/// Place of [`Field::Exact`] in [`Field::ALL`].
const EXACT: usize = 1;
/// Place of [`Field::Keywords`] in [`Field::ALL`].
const KEYWORDS: usize = 2;

/// Files in the order of their terms.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    /// Bytes of each.
    pub(super) files: Vec<Vec<u8>>,
    /// First term of each but the first.
    pub(super) boundaries: Vec<String>,
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
    /// Documents of the word itself; long texts have none.
    word: Lists,
    /// Exact form → documents.
    exact: BTreeMap<String, Lists>,
    /// Second word of a pair → documents.
    pairs: BTreeMap<String, Lists>,
}

/// A group, or a stretch of a large one, as written.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// What its terms begin with, where that is written.
    beginning: String,
    /// Its first term.
    first: String,
    texts: Vec<u8>,
    numbers: Vec<u8>,
}

impl Part {
    fn size(&self) -> usize {
        self.beginning.len() + self.texts.len() + self.numbers.len()
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

/// One file of names: numbers of the words, length of the texts; texts; numbers.
pub(super) fn pack_names(parts: &BTreeMap<&str, Part>, words: &[&str], lexicon: &Lexicon) -> Vec<u8> {
    let mut numbered: Vec<(u32, &Part)> =
        words.iter().filter_map(|word| Some((lexicon.number(word)?, &parts[word]))).collect();
    numbered.sort_by_key(|(number, _)| *number);
    let mut head = Vec::new();
    ascending(&mut head, numbered.iter().map(|(number, _)| *number).collect::<Vec<_>>().into_iter());
    let section = |of: fn(&Part) -> &[u8]| numbered.iter().flat_map(|(_, part)| of(part)).copied().collect::<Vec<u8>>();
    let (texts, numbers) = (section(|part| &part.texts), section(|part| &part.numbers));
    number(&mut head, texts.len());
    seal(&[&[head, texts].concat(), &numbers])
}

/// Cuts codes into at most `most` files.
pub(super) fn of_codes(index: &SearchIndex, most: usize) -> Result<Sorted, SearchError> {
    let groups = groups(index, &[Field::Code])?;
    let codes = groups.into_iter().map(|(code, group)| (code, group.word)).collect();
    let mut parts = Vec::new();
    stretches("", &codes, &mut parts);
    Ok(cut(&parts, most))
}

/// Cuts long texts into at most `most` files.
pub(super) fn of_bodies(index: &SearchIndex, most: usize) -> Result<Sorted, SearchError> {
    let groups = groups(index, &[Field::Body])?;
    let mut parts = Vec::new();
    groups.iter().for_each(|(word, group)| stretches(&format!("{word} "), &group.pairs, &mut parts));
    Ok(cut(&parts, most))
}

/// To how many bytes a file must be filled at least, so that there are never more than asked for.
fn target<'a>(parts: impl Iterator<Item = &'a Part>, most: usize) -> usize {
    (parts.map(Part::size).sum::<usize>() / most.max(1) + 1).max(SMALLEST)
}

fn cut(parts: &[Part], most: usize) -> Sorted {
    let target = target(parts.iter(), most);
    let mut sorted = Sorted::default();
    let mut rest = parts;
    while let Some(first) = rest.first() {
        let mut size = 0;
        let full = rest.iter().position(|part| (size >= target, size += part.size()).0);
        let (file, after) = rest.split_at(full.unwrap_or(rest.len()));
        if !sorted.files.is_empty() {
            sorted.boundaries.push(first.first.clone());
        }
        sorted.files.push(pack(file.iter()));
        rest = after;
    }
    sorted
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
    let mut coder = FrontCoder::default();
    for (exact, documents) in &group.exact {
        coder.push(&mut part.texts, exact);
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

/// Writes terms that begin alike, many of them in several parts.
fn stretches(beginning: &str, terms: &BTreeMap<String, Lists>, parts: &mut Vec<Part>) {
    let mut terms = terms.iter().peekable();
    while let Some((rest, _)) = terms.peek() {
        let mut part = Part { first: format!("{beginning}{rest}"), beginning: beginning.to_owned(), ..Part::default() };
        let (mut documents, mut count) = (Vec::new(), 0);
        let mut coder = FrontCoder::default();
        while let Some((rest, lists)) = terms.next_if(|_| documents.len() < SMALLEST) {
            coder.push(&mut part.texts, rest);
            lists.values().for_each(|list| ascending(&mut documents, list.iter().copied()));
            count += 1;
        }
        number(&mut part.numbers, count);
        part.numbers.append(&mut documents);
        parts.push(part);
    }
}

/// One file: number of parts, length of the texts; texts, what the terms of each part begin with before them;
/// numbers.
fn pack<'a>(parts: impl ExactSizeIterator<Item = &'a Part>) -> Vec<u8> {
    let (mut texts, mut numbers) = (Vec::new(), Vec::new());
    let mut beginnings = FrontCoder::default();
    let mut head = Vec::new();
    number(&mut head, parts.len());
    for part in parts {
        beginnings.push(&mut texts, &part.beginning);
        texts.extend_from_slice(&part.texts);
        numbers.extend_from_slice(&part.numbers);
    }
    number(&mut head, texts.len());
    seal(&[&[head, texts].concat(), &numbers])
}
