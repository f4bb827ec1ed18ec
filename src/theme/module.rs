//! A module as a function, so that a script that is no module can hold it.
//!
//! What a module imports, it waits for where it begins; what it exports, its function gives as an object. Of the rest
//! not a token changes. It reads what scripts of a theme need: `import` of names and of whole modules for what they do,
//! `import(…)`, `import.meta`, and `export` before a constant, a function or a class. Names are bound when the module
//! that exports them has run, so nothing that changes afterwards can be exported.

use std::collections::BTreeSet;

use super::squeeze::{Gap, Token, is_word, push, tokens};

/// Gives the promise of a module's exports; the script around the modules has it.
const IMPORT: &str = "__import";
/// Stands for `import.meta`.
const META: &str = "__meta";

/// Letters of a piece that cannot be read, as it is shown.
const LONGEST_PIECE: usize = 40;

/// A module, rewritten.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Module {
    /// The function.
    pub(super) function: String,
    /// What it imports, each time it does.
    pub(super) imports: Vec<Import>,
    /// Names that it exports.
    pub(super) exports: BTreeSet<String>,
}

/// An import.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Import {
    /// File name of the module.
    pub(super) from: String,
    /// Names that it must export.
    pub(super) names: Vec<String>,
}

/// Rewrites a module.
///
/// # Errors
/// Gives the piece that stands in the way.
pub(super) fn function(source: &str) -> Result<Module, String> {
    let tokens = tokens(source).map_err(|rest| rest.chars().take(LONGEST_PIECE).collect::<String>())?;
    let mut rewriter = Rewriter { tokens, ..Rewriter::default() };
    while let Some(token) = rewriter.token() {
        rewriter.step(token)?;
    }
    Ok(rewriter.finish())
}

#[derive(Default)]
struct Rewriter<'a> {
    tokens: Vec<Token<'a>>,
    at: usize,
    /// How many brackets are open.
    depth: usize,
    /// What the function begins with.
    head: String,
    body: String,
    module: Module,
}

impl<'a> Rewriter<'a> {
    fn token(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at).copied()
    }

    fn text(&self) -> &'a str {
        self.text_at(self.at)
    }

    fn text_at(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    /// Whether the next token is a key of an object, or follows a dot that is none of three.
    fn is_property(&self) -> bool {
        let before = |by: usize| self.at.checked_sub(by).map_or("", |at| self.text_at(at));
        (before(1) == "." && before(2) != ".") || self.text_at(self.at + 1) == ":"
    }

    fn step(&mut self, token: Token<'a>) -> Result<(), String> {
        match token.text {
            "import" if !self.is_property() => self.import(token),
            "export" if !self.is_property() => self.export(token),
            IMPORT | META => Err(token.text.to_owned()),
            text if text.starts_with('`') && has_import(text) => Err(text.to_owned()),
            _ => {
                self.copy(token);
                Ok(())
            }
        }
    }

    /// Takes over the next token, whatever stood before it.
    fn copy(&mut self, token: Token<'_>) {
        match token.text {
            "{" | "(" | "[" => self.depth += 1,
            "}" | ")" | "]" => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        push(&mut self.body, token);
        self.at += 1;
    }

    /// The next token, which must be as wanted.
    fn take(&mut self, wanted: impl Fn(&str) -> bool) -> Result<&'a str, String> {
        let text = self.text();
        if !wanted(text) {
            return Err(self.piece());
        }
        self.at += 1;
        Ok(text)
    }

    /// The next token if it is this one.
    fn takes(&mut self, text: &str) -> bool {
        let found = self.text() == text;
        self.at += usize::from(found);
        found
    }

    fn name(&mut self) -> Result<&'a str, String> {
        self.take(|text| text.starts_with(is_word))
    }

    /// The file name in the next token, which must be the address of a module beside this one.
    fn file(&mut self) -> Result<String, String> {
        let written = self.take(is_text)?;
        let file = written[1..written.len() - 1].strip_prefix("./").filter(|file| !file.contains(['\\', '"']));
        file.map(str::to_owned).ok_or_else(|| written.to_owned())
    }

    /// A few tokens around the next one, as a reader finds them.
    fn piece(&self) -> String {
        let mut text = String::new();
        for token in self.tokens[..(self.at + 1).min(self.tokens.len())].iter().skip(self.at.saturating_sub(4)) {
            push(&mut text, *token);
        }
        text
    }

    fn import(&mut self, token: Token<'a>) -> Result<(), String> {
        self.at += 1;
        if self.takes("(") {
            let from = self.file()?;
            self.take(|text| text == ")")?;
            push(&mut self.body, Token { text: IMPORT, ..token });
            self.body.push_str(&format!("(\"{from}\")"));
            self.module.imports.push(Import { from, names: Vec::new() });
            return Ok(());
        }
        if self.takes(".") {
            self.take(|text| text == "meta")?;
            push(&mut self.body, Token { text: META, ..token });
            return Ok(());
        }
        self.names_from()
    }

    /// `import` of names, or of a module for what it does.
    fn names_from(&mut self) -> Result<(), String> {
        if self.depth > 0 {
            return Err(self.piece());
        }
        let mut names = Vec::new();
        if !is_text(self.text()) {
            names = self.list()?;
            self.take(|text| text == "from")?;
        }
        let from = self.file()?;
        // `with { type: "json" }`
        if self.text() == "with" {
            return Err(self.piece());
        }
        let bound: Vec<String> = names.iter().map(|(name, own)| format!("{name}:{own}")).collect();
        let pattern = if bound.is_empty() { String::new() } else { format!("const{{{}}}=", bound.join(",")) };
        self.head.push_str(&format!("{pattern}await {IMPORT}(\"{from}\");"));
        self.module.imports.push(Import { from, names: names.iter().map(|(name, _)| (*name).to_owned()).collect() });
        self.close();
        Ok(())
    }

    /// `{a, b as c}`: each name as it is outside and inside.
    fn list(&mut self) -> Result<Vec<(&'a str, &'a str)>, String> {
        let mut names = Vec::new();
        self.take(|text| text == "{")?;
        while !self.takes("}") {
            let name = self.name()?;
            let other = if self.takes("as") { self.name()? } else { name };
            names.push((name, other));
            if self.text() != "}" {
                self.take(|text| text == ",")?;
            }
        }
        Ok(names)
    }

    /// Ends a statement that is left out of the body; what stood before it must not run into what follows.
    fn close(&mut self) {
        self.takes(";");
        if !self.body.is_empty() && !self.body.ends_with([';', '\n']) {
            self.body.push(';');
        }
    }

    fn export(&mut self, token: Token<'a>) -> Result<(), String> {
        if self.depth > 0 {
            return Err(self.piece());
        }
        self.at += 1;
        match self.text() {
            "const" | "function" | "async" | "class" => self.declaration(token.gap),
            _ => Err(self.piece()),
        }
    }

    /// A declaration, exported as it stands.
    fn declaration(&mut self, gap: Gap) -> Result<(), String> {
        let first = Token { text: self.text(), gap };
        let is_word_of_it = |text: &str| matches!(text, "async" | "function" | "*" | "class" | "const");
        let after = (self.at..).find(|at| !is_word_of_it(self.text_at(*at))).unwrap_or(self.at);
        let name = self.text_at(after);
        if !name.starts_with(is_word) || (first.text == "const" && self.declares_several(after)) {
            self.at = after;
            return Err(self.piece());
        }
        self.module.exports.insert(name.to_owned());
        self.copy(first);
        Ok(())
    }

    /// Whether a comma parts what a `const` declares.
    fn declares_several(&self, start: usize) -> bool {
        let mut depth = 0_usize;
        for token in self.tokens.iter().skip(start + 1) {
            match token.text {
                "," if depth == 0 => return true,
                ";" if depth == 0 => return false,
                _ if depth == 0 && token.gap == Gap::Line => return false,
                "{" | "(" | "[" => depth += 1,
                "}" | ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        false
    }

    fn finish(mut self) -> Module {
        let given: Vec<String> =
            self.module.exports.iter().map(|name| format!("get {name}(){{return {name}}}")).collect();
        self.module.function = format!("async({META})=>{{{}{}\nreturn{{{}}}}}", self.head, self.body, given.join(","));
        self.module
    }
}

fn is_text(token: &str) -> bool {
    token.len() > 1 && token.starts_with(['"', '\''])
}

/// Whether a template imports something in what is put into it.
fn has_import(template: &str) -> bool {
    template.match_indices("import").any(|(at, word)| template[at + word.len()..].trim_start().starts_with(['(', '.']))
}

#[cfg(test)]
mod tests;
