//! Words of languages that elasticlunr does not know.

use elasticlunr::{Language, Pipeline};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::fold;

/// Any language: words as they are written, and without their marks.
pub(super) struct Plain {
    pub(super) code: String,
}

impl Language for Plain {
    fn name(&self) -> String {
        self.code.clone()
    }

    fn code(&self) -> String {
        self.code.clone()
    }

    fn tokenize(&self, text: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        for word in text.unicode_words() {
            let word = word.to_lowercase();
            let folded = fold(&word);
            if folded != word {
                tokens.push(folded);
            }
            tokens.push(word);
        }
        tokens
    }

    /// Nothing: what a reader types is looked up as it is typed.
    fn make_pipeline(&self) -> Pipeline {
        Pipeline { queue: Vec::new() }
    }
}
