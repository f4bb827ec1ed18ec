//! Grammars that a site or its theme brings along (`extra_grammars`).

use std::panic::{AssertUnwindSafe, catch_unwind};

use syntect::parsing::{SyntaxDefinition, SyntaxReference, SyntaxSet, SyntaxSetBuilder};

/// Ending of files that are read; JSON grammars are of another kind.
pub const ENDING: &str = ".sublime-syntax";

/// Grammars that come before the built-in ones.
#[derive(Default)]
pub struct Grammars {
    set: SyntaxSet,
}

impl Grammars {
    /// Reads grammars: pairs of a name and the text. Also gives the names of those that cannot be read.
    #[must_use]
    pub fn read(files: &[(String, String)]) -> (Self, Vec<String>) {
        let mut builder = SyntaxSetBuilder::new();
        let mut bad = Vec::new();
        for (name, text) in files {
            let usual = name.rsplit('/').next().and_then(|file| file.strip_suffix(ENDING));
            let read = || usual.and_then(|usual| SyntaxDefinition::load_from_str(text, true, Some(usual)).ok());
            // The reader is not ours, and the grammar is whoever's.
            match catch_unwind(AssertUnwindSafe(read)).ok().flatten() {
                Some(grammar) => builder.add(grammar),
                None => bad.push(name.clone()),
            }
        }
        match catch_unwind(AssertUnwindSafe(|| builder.build())) {
            Ok(set) => (Self { set }, bad),
            Err(_) => (Self::default(), files.iter().map(|(name, _)| name.clone()).collect()),
        }
    }

    pub(super) fn find(&self, language: &str) -> Option<(&SyntaxSet, &SyntaxReference)> {
        self.set.find_syntax_by_token(language).map(|found| (&self.set, found))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Colours, Highlighter, Themes};
    use super::*;

    const GRAMMAR: &str = "%YAML 1.2\n---\nname: Lúa\nfile_extensions: [lua-gao]\nscope: source.lua\ncontexts:\n  \
                           main:\n    - match: '\\bgieo\\b'\n      scope: keyword.control\n";

    fn coloured(files: &[(&str, &str)]) -> (String, Vec<String>) {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        let (grammars, bad) = Grammars::read(&files.iter().map(owned).collect::<Vec<_>>());
        let highlighter = Highlighter::new(Colours::Classes, &Themes::Single("nord".to_owned())).with(grammars);
        (highlighter.code("lua-gao", "gieo mạ\n").html, bad)
    }

    #[test]
    fn a_grammar_of_the_site_colours_its_language() {
        let (html, bad) = coloured(&[("syntaxes/lua.sublime-syntax", GRAMMAR)]);
        assert!(bad.is_empty() && html.contains("<span class=\"z-keyword z-control\">gieo</span>"), "{html}");
    }

    #[test]
    fn what_is_no_grammar_is_named_and_the_others_stay() {
        let files = [("a.json", "{}"), ("b.sublime-syntax", "name: ["), ("c.sublime-syntax", GRAMMAR)];
        let (html, bad) = coloured(&files);
        assert_eq!(bad, ["a.json", "b.sublime-syntax"]);
        assert!(html.contains("z-keyword"), "{html}");
        assert!(!coloured(&files[..2]).0.contains("z-keyword"));
    }

    #[test]
    fn a_pattern_that_is_wrong_leaves_the_code_plain() {
        let wrong = GRAMMAR.replace("gieo", "(gieo");
        let (html, _) = coloured(&[("a.sublime-syntax", wrong.as_str())]);
        assert!(html.contains("gieo mạ") && !html.contains("z-keyword"), "{html}");
    }
}
