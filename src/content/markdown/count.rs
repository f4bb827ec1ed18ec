//! How long a text is for its reader.

use unicode_segmentation::UnicodeSegmentation;

/// Words that a reader reads in a minute.
const WORDS_PER_MINUTE: usize = 200;

/// Number of words of a Markdown text. What stands between two fences of backticks is not read and does not count.
#[must_use]
pub fn words(text: &str) -> usize {
    text.split("```").step_by(2).map(|prose| prose.unicode_words().count()).sum()
}

/// Minutes for reading so many words, rounded up.
#[must_use]
pub fn reading_minutes(words: usize) -> usize {
    words.div_ceil(WORDS_PER_MINUTE)
}
