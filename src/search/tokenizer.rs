//! The analysis as tantivy tokenizers, which keep their buffers and allocate nothing per word.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::analysis::{Scanner, exact};

/// What a field's terms are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Terms {
    /// Folded words and folded pairs.
    WordsAndPairs,
    /// Folded pairs only: single syllables hardly filter a long text.
    Pairs,
    /// Exact words that differ from their folded form.
    Exact,
}

/// Makes the terms of a field.
#[derive(Clone, Debug)]
pub(super) struct SyllableTokenizer(pub(super) Terms);

impl Tokenizer for SyllableTokenizer {
    type TokenStream<'a> = SyllableStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> SyllableStream<'a> {
        let token = Token { position: 0, ..Token::default() };
        SyllableStream { terms: self.0, scanner: Scanner::new(text), before: String::new(), pair_next: false, token }
    }
}

/// See [`SyllableTokenizer`].
pub(super) struct SyllableStream<'a> {
    terms: Terms,
    scanner: Scanner<'a>,
    before: String,
    pair_next: bool,
    token: Token,
}

impl SyllableStream<'_> {
    fn single(&mut self) {
        self.token.text.clear();
        match self.terms {
            Terms::Exact => self.token.text.push_str(&exact(self.scanner.word)),
            Terms::WordsAndPairs | Terms::Pairs => self.token.text.push_str(&self.scanner.folded),
        }
    }

    fn pair(&mut self) {
        self.token.text.clear();
        self.token.text.push_str(&self.before);
        self.token.text.push(' ');
        self.token.text.push_str(&self.scanner.folded);
    }

    fn next_word(&mut self) -> bool {
        std::mem::swap(&mut self.before, &mut self.scanner.folded);
        self.scanner.advance()
    }
}

impl TokenStream for SyllableStream<'_> {
    fn advance(&mut self) -> bool {
        if std::mem::take(&mut self.pair_next) {
            self.pair();
            return true;
        }
        while self.next_word() {
            let joined = self.scanner.joined;
            match self.terms {
                Terms::WordsAndPairs => {
                    self.single();
                    self.pair_next = joined;
                    return true;
                }
                Terms::Pairs if joined => {
                    self.pair();
                    return true;
                }
                Terms::Exact if !self.scanner.word.is_ascii() => {
                    self.single();
                    return true;
                }
                Terms::Pairs | Terms::Exact => {}
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use tantivy::tokenizer::{TokenStream, Tokenizer};

    use super::{SyllableTokenizer, Terms};

    fn terms(kind: Terms, text: &str) -> Vec<String> {
        let mut tokenizer = SyllableTokenizer(kind);
        let mut stream = tokenizer.token_stream(text);
        let mut terms = Vec::new();
        stream.process(&mut |token| terms.push(token.text.clone()));
        terms
    }

    #[test]
    fn each_kind_gives_its_terms() {
        let text = "Đăng ký khai sinh, cấp xã";
        assert_eq!(
            terms(Terms::WordsAndPairs, text),
            ["dang", "ki", "dang ki", "khai", "ki khai", "sinh", "khai sinh", "cap", "xa", "cap xa"]
        );
        assert_eq!(terms(Terms::Pairs, text), ["dang ki", "ki khai", "khai sinh", "cap xa"]);
        assert_eq!(terms(Terms::Exact, text), ["đăng", "ki\u{301}", "câp\u{301}", "xa\u{303}"]);
    }
}
