//! Which words stand in one file.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// A word to be placed.
#[derive(Debug)]
pub(super) struct Item<'a> {
    /// Bytes that it takes.
    pub(super) size: usize,
    /// Number of names that have it.
    pub(super) names: usize,
    /// The words that follow it in names, and in how many.
    pub(super) followers: Vec<(&'a str, usize)>,
}

/// How many of the commonest words are looked through for one that still fits into a file.
const SEEDS: usize = 64;

/// Added to the number of names that have a word: how much it is asked for even if few do.
const ALWAYS_ASKED: usize = 10;
/// No file gets larger than this by a further word, in bytes, or than so many times the mean.
const LARGEST: (usize, usize) = (12 << 10, 4);
/// How finely the price of a file is sought; each trial halves what is open.
const TRIALS: usize = 20;

/// Places words into at most `most` files: words that stand side by side in names, and so in queries, stand in the
/// same file where they can.
///
/// A file costs its size whenever one of its words is asked for, so the **price** of a file is its size multiplied
/// by how much its words are asked for. Files are filled up to the same price: rare words stand in large files, common
/// ones in small files.
pub(super) fn cluster<'a>(items: &BTreeMap<&'a str, Item<'a>>, most: usize) -> Vec<Vec<&'a str>> {
    let words: Vec<&str> = items.keys().copied().collect();
    let shelf = Shelf::of(items);
    let whole = shelf.items.iter().fold(Load::default(), |load, item| load.with(item));
    let largest = LARGEST.0.max(whole.size / most.max(1) * LARGEST.1);
    let (mut low, mut high) = (1, whole.price().max(1));
    let mut files = shelf.fill(Limit { size: largest, price: high });
    for _ in 0..TRIALS {
        let price = ((low as f64) * (high as f64)).sqrt() as usize;
        let tried = shelf.fill(Limit { size: largest, price });
        if tried.len() > most {
            low = price;
        } else {
            (high, files) = (price, tried);
        }
    }
    files.into_iter().map(|file| file.into_iter().map(|word| words[word]).collect()).collect()
}

/// What a file has to bear.
#[derive(Clone, Copy, Debug, Default)]
struct Load {
    size: usize,
    asked: usize,
}

impl Load {
    const fn with(self, item: &Item<'_>) -> Self {
        Self { size: self.size + item.size, asked: self.asked + item.names + ALWAYS_ASKED }
    }

    const fn price(self) -> usize {
        self.size.saturating_mul(self.asked)
    }

    /// Whether another word may be added.
    const fn takes(self, item: &Item<'_>, limit: Limit) -> bool {
        let with = self.with(item);
        self.size == 0 || (with.price() <= limit.price && with.size <= limit.size)
    }
}

/// What a file may bear, unless a single word is more.
#[derive(Clone, Copy, Debug)]
struct Limit {
    size: usize,
    price: usize,
}

/// The words by number, in the order of their texts; files are filled twenty times over, so texts would be dear.
struct Shelf<'a> {
    items: Vec<&'a Item<'a>>,
    /// Word → its neighbours in names and how close they are.
    ties: Vec<Vec<(usize, f64)>>,
    /// The words, those of most names first.
    seeds: Vec<usize>,
}

impl<'a> Shelf<'a> {
    fn of(items: &'a BTreeMap<&str, Item<'a>>) -> Self {
        let numbers: HashMap<&str, usize> = items.keys().enumerate().map(|(number, word)| (*word, number)).collect();
        let items: Vec<&Item<'_>> = items.values().collect();
        let mut ties = vec![Vec::new(); items.len()];
        for (word, item) in items.iter().enumerate() {
            for (next, count) in &item.followers {
                let Some(next) = numbers.get(next).copied().filter(|next| *next != word) else { continue };
                let tie = *count as f64 / ((item.names * items[next].names).max(1) as f64).sqrt();
                ties[word].push((next, tie));
                ties[next].push((word, tie));
            }
        }
        let mut seeds: Vec<usize> = (0..items.len()).collect();
        seeds.sort_by_key(|word| Reverse(items[*word].names));
        Self { items, ties, seeds }
    }

    /// Fills files. A file begins with the commonest word that is left and takes in, one after the other,
    /// the word that is tied most closely to those it has: how often they are neighbours, over the root of how often
    /// each is there at all.
    fn fill(&self, limit: Limit) -> Vec<Vec<usize>> {
        let mut seeds = self.seeds.clone();
        let mut is_left = vec![true; self.items.len()];
        let mut files = Vec::new();
        while !seeds.is_empty() {
            let (mut file, mut load) = (Vec::new(), Load::default());
            let mut candidates = BTreeMap::<usize, f64>::new();
            loop {
                let takes = |word: &usize| load.takes(self.items[*word], limit);
                let closest = candidates.iter().filter(|(word, _)| takes(word)).max_by(|a, b| a.1.total_cmp(b.1));
                let seed = || seeds.iter().copied().filter(|word| is_left[*word]).take(SEEDS).find(takes);
                let Some(word) = closest.map(|(word, _)| *word).or_else(seed) else { break };
                is_left[word] = false;
                candidates.remove(&word);
                file.push(word);
                load = load.with(self.items[word]);
                for (near, tie) in self.ties[word].iter().filter(|(near, _)| is_left[*near]) {
                    *candidates.entry(*near).or_default() += tie;
                }
            }
            file.sort_unstable();
            files.push(file);
            seeds.retain(|word| is_left[*word]);
        }
        files
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Item, cluster};

    type Row = (&'static str, usize, usize, &'static [(&'static str, usize)]);

    fn items(words: &[Row]) -> BTreeMap<&'static str, Item<'static>> {
        let item = |(word, size, names, followers): &Row| {
            (*word, Item { size: *size, names: *names, followers: followers.to_vec() })
        };
        words.iter().map(item).collect()
    }

    #[test]
    fn neighbours_in_names_stand_in_one_file() {
        let items = items(&[
            ("dang", 10, 8, &[("ki", 8)]),
            ("khai", 10, 8, &[("sinh", 5)]),
            ("ki", 10, 8, &[("khai", 2)]),
            ("sinh", 10, 8, &[]),
        ]);
        assert_eq!(cluster(&items, 2), [["dang", "ki"], ["khai", "sinh"]]);
    }

    #[test]
    fn every_word_is_placed_once_in_no_more_files_than_asked_for() {
        let items = items(&[("a", 90, 1, &[]), ("b", 5, 2, &[("a", 1)]), ("c", 5, 3, &[]), ("d", 5, 0, &[])]);
        for most in 1..5 {
            let files = cluster(&items, most);
            assert!(files.len() <= most, "{files:?}");
            let mut words = files.concat();
            words.sort_unstable();
            assert_eq!(words, ["a", "b", "c", "d"]);
        }
        assert!(cluster(&BTreeMap::new(), 10).is_empty());
    }

    #[test]
    fn common_words_stand_in_smaller_files_than_rare_ones() {
        const RARE: [&str; 8] = ["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7"];
        let rows: Vec<Row> = RARE.into_iter().map(|word| (word, 50, 0, &[][..])).collect();
        let items = items(&[&rows[..], &[("x", 50, 500, &[]), ("y", 50, 400, &[])]].concat());
        assert_eq!(cluster(&items, 3), [vec!["x"], vec!["y"], RARE.to_vec()]);
    }
}
