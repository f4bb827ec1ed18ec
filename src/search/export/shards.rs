//! Postings, cut into files.
//!
//! Terms are sorted, and all that begin with the same word stand together as a **group**: the word itself, its exact
//! forms, and the pairs that it begins. A query of a few words so needs few files, and the documents of exact forms
//! and pairs are written as positions among the documents of the word, which are smaller numbers.

use std::collections::BTreeMap;

use crate::search::index::{SearchError, SearchIndex};
use crate::search::plan::{Field, Tier};
use crate::text;

use super::bytes::{FrontCoder, ascending, number, seal};

/// Unpacked size below which a file is not worth a request.
const SMALLEST: usize = 6 << 10;

/// Place of [`Field::Name`] in [`Field::ALL`].
const NAME: usize = 0;
/// Place of [`Field::Keywords`] in [`Field::ALL`].
const KEYWORDS: usize = 2;

/// The files of a tier.
#[derive(Debug, Default)]
pub(super) struct Shards {
    /// Bytes of each.
    pub(super) files: Vec<Vec<u8>>,
    /// First term of each but the first.
    pub(super) boundaries: Vec<String>,
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
#[derive(Debug)]
struct Part<'a> {
    word: &'a str,
    /// Its first term.
    first: String,
    texts: Vec<u8>,
    numbers: Vec<u8>,
}

impl Part<'_> {
    fn size(&self) -> usize {
        self.word.len() + self.texts.len() + self.numbers.len()
    }
}

impl Shards {
    /// Cuts a tier into at most `most` files.
    pub(super) fn of(index: &SearchIndex, tier: Tier, most: usize) -> Result<Self, SearchError> {
        let groups = groups(index, tier)?;
        let mut parts = Vec::new();
        for (word, group) in &groups {
            match tier {
                Tier::A => parts.push(whole(word, group)),
                Tier::B => stretches(word, group, &mut parts),
            }
        }
        let total: usize = parts.iter().map(Part::size).sum();
        // Every file but the last is filled at least so far, so there are never more than asked for.
        let target = (total / most.max(1) + 1).max(SMALLEST);
        let mut shards = Self::default();
        let mut rest = parts.as_slice();
        while let Some(first) = rest.first() {
            let mut size = 0;
            let full = rest.iter().position(|part| (size >= target, size += part.size()).0);
            let (file, after) = rest.split_at(full.unwrap_or(rest.len()));
            if !shards.files.is_empty() {
                shards.boundaries.push(first.first.clone());
            }
            shards.files.push(pack(file));
            rest = after;
        }
        Ok(shards)
    }
}

/// Reads the terms of a tier.
fn groups(index: &SearchIndex, tier: Tier) -> Result<BTreeMap<String, Group>, SearchError> {
    let mut groups = BTreeMap::<String, Group>::new();
    for (place, field) in Field::ALL.into_iter().enumerate().filter(|(_, field)| field.tier() == tier) {
        index.for_each_term(field, |term, documents| {
            let folded;
            let (word, terms): (&str, _) = match (field, term.split_once(' ')) {
                (Field::Exact, _) => {
                    folded = text::fold(term);
                    (&folded, Some(term))
                }
                (_, Some((word, second))) => (word, Some(second)),
                // A plan asks for fields and agencies by pairs only.
                (Field::Field | Field::Agency, None) => return,
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

/// Writes a group of tier A: fields and documents of the word, its exact forms, its pairs.
fn whole<'a>(word: &'a str, group: &Group) -> Part<'a> {
    let mut part = Part { word, first: word.to_owned(), texts: Vec::new(), numbers: Vec::new() };
    fields(&mut part.numbers, &group.word);
    group.word.values().for_each(|documents| ascending(&mut part.numbers, documents.iter().copied()));
    for terms in [&group.exact, &group.pairs] {
        number(&mut part.numbers, terms.len());
        let mut coder = FrontCoder::default();
        for (term, lists) in terms {
            coder.push(&mut part.texts, term);
            fields(&mut part.numbers, lists);
            for (place, documents) in lists {
                ascending(&mut part.numbers, within(documents, *place, &group.word).into_iter());
            }
        }
    }
    part
}

/// The fields of a term as bits.
fn fields(numbers: &mut Vec<u8>, lists: &Lists) {
    number(numbers, lists.keys().map(|place| 1 << place).sum());
}

/// Documents as positions among those of the word, where the field has it alone as well.
fn within(documents: &[u32], place: usize, word: &Lists) -> Vec<u32> {
    let whole = match Field::ALL[place] {
        Field::Name | Field::Exact => word.get(&NAME),
        Field::Keywords => word.get(&KEYWORDS),
        Field::Field | Field::Agency | Field::Code | Field::Body => return documents.to_vec(),
    };
    let whole = whole.map_or(&[][..], Vec::as_slice);
    let position = |document: &u32| u32::try_from(whole.binary_search(document).ok()?).ok();
    documents.iter().filter_map(position).collect()
}

/// Writes a group of tier B, a large one in several parts.
fn stretches<'a>(word: &'a str, group: &Group, parts: &mut Vec<Part<'a>>) {
    let mut pairs = group.pairs.iter().peekable();
    while let Some((second, _)) = pairs.peek() {
        let first = format!("{word} {second}");
        let (mut texts, mut lists, mut count) = (Vec::new(), Vec::new(), 0);
        let mut coder = FrontCoder::default();
        while let Some((second, documents)) = pairs.next_if(|_| lists.len() < SMALLEST) {
            coder.push(&mut texts, second);
            documents.values().for_each(|documents| ascending(&mut lists, documents.iter().copied()));
            count += 1;
        }
        let mut numbers = Vec::with_capacity(lists.len() + 2);
        number(&mut numbers, count);
        numbers.append(&mut lists);
        parts.push(Part { word, first, texts, numbers });
    }
}

/// One file: number of parts, length of the texts; texts, each part's word before its terms; numbers.
fn pack(parts: &[Part<'_>]) -> Vec<u8> {
    let (mut texts, mut numbers) = (Vec::new(), Vec::new());
    let mut words = FrontCoder::default();
    for part in parts {
        words.push(&mut texts, part.word);
        texts.extend_from_slice(&part.texts);
        numbers.extend_from_slice(&part.numbers);
    }
    let mut head = Vec::new();
    number(&mut head, parts.len());
    number(&mut head, texts.len());
    seal(&[&[head, texts].concat(), &numbers])
}
