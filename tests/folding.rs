//! Folding is the same here and in the browser: both sides reach the digests of `tests/browser/folds.tsv`.

#![allow(clippy::disallowed_methods, reason = "tests read real files")]

use congkhai::text::fold;
use unicode_normalization::UnicodeNormalization;

const FIXTURE: &str = include_str!("browser/folds.tsv");

/// First and last letter of each stretch of Latin letters, and the digest of their folds.
fn stretches() -> impl Iterator<Item = (u32, u32, &'static str)> {
    FIXTURE.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut columns = line.split('\t');
        let mut number = || u32::from_str_radix(columns.next().expect("a column"), 16).expect("a code point");
        (number(), number(), line.rsplit('\t').next().expect("a column"))
    })
}

fn letters(first: u32, last: u32) -> impl Iterator<Item = char> {
    (first..=last).filter_map(char::from_u32)
}

/// The FNV-1a hash of every letter with its fold, by code points.
fn digest(first: u32, last: u32) -> String {
    let text: String = letters(first, last).map(|letter| format!("{letter}>{}\n", fold(&letter.to_string()))).collect();
    let hash = text.chars().fold(0x811C_9DC5_u32, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

#[test]
fn latin_letters_fold_as_in_the_browser() {
    let wrong: Vec<String> = stretches()
        .filter(|(first, last, expected)| digest(*first, *last) != *expected)
        .map(|(first, last, _)| format!("{first:04X}\t{last:04X}\t{}", digest(first, last)))
        .collect();
    assert!(wrong.is_empty(), "tests/browser/folds.tsv says otherwise about\n{}", wrong.join("\n"));
}

/// Letters whose fold is not that of their parts: the table has them, and their parts are no letters of it.
const WHOLE: [char; 2] = ['Ǯ', 'ǯ'];

#[test]
fn normal_forms_and_added_marks_change_nothing() {
    let all = stretches().flat_map(|(first, last, _)| letters(first, last));
    for letter in all.filter(|letter| !WHOLE.contains(letter)) {
        let folded = fold(&letter.to_string());
        assert_eq!(fold(&letter.nfd().collect::<String>()), folded, "{letter}");
        for mark in letters(0x300, 0x36F) {
            let marked = [letter, mark];
            assert_eq!(fold(&marked.iter().collect::<String>()), folded, "{letter} with U+{:04X}", u32::from(mark));
            let composed: String = marked.into_iter().nfc().collect();
            if composed.contains(WHOLE) {
                continue;
            }
            assert_eq!(fold(&composed), folded, "{composed}, composed of {letter} and U+{:04X}", u32::from(mark));
        }
    }
}
