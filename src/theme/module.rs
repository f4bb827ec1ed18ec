//! A module as a function, so that a script that is no module can hold it.
//!
//! What a module imports, it waits for where it begins; what it exports, its function gives as an object. Of the rest
//! not a token changes. Names are bound when the module that exports them has run, so one that changes afterwards
//! cannot be exported.

use std::collections::{BTreeMap, BTreeSet};

use super::squeeze::{Gap, Token, is_word, push, tokens};

/// Gives the promise of a module's exports; the script around the modules has it.
const IMPORT: &str = "__import";
/// Stands for `import.meta`.
const META: &str = "__meta";
/// Name of what is exported by default and has none.
const DEFAULT: &str = "__default";

/// Letters of a piece that cannot be read, as it is shown.
const LONGEST_PIECE: usize = 40;

/// A module, rewritten.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Module {
    /// The function.
    pub(super) function: String,
    /// What it imports, each time it does.
    pub(super) imports: Vec<Import>,
    /// Names that it exports itself.
    pub(super) exports: BTreeSet<String>,
    /// Modules all of whose names it exports as well.
    pub(super) passed_on: BTreeSet<String>,
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
    rewriter.finish()
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
    /// Exported name → what is exported.
    given: BTreeMap<String, String>,
    /// What holds the names of the modules that are passed on.
    passed_on: Vec<String>,
    /// Variables of the module itself whose values may change.
    changing: BTreeSet<&'a str>,
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
            IMPORT | META | DEFAULT => Err(token.text.to_owned()),
            text if text.starts_with('`') && has_import(text) => Err(text.to_owned()),
            "let" | "var" if self.depth == 0 => {
                self.changing.insert(self.text_at(self.at + 1));
                self.copy(token);
                Ok(())
            }
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

    /// `import` with names, of which every form ends with the module.
    fn names_from(&mut self) -> Result<(), String> {
        if self.depth > 0 {
            return Err(self.piece());
        }
        let (mut names, mut whole) = (Vec::new(), None);
        while !is_text(self.text()) {
            match self.text() {
                "{" => names.extend(self.list()?),
                "*" => whole = Some(self.whole()?),
                "," => self.at += 1,
                "from" if is_text(self.text_at(self.at + 1)) => self.at += 1,
                _ => names.push(("default", self.name()?)),
            }
        }
        let from = self.file()?;
        if let Some(own) = whole {
            self.bind_whole(own, &from);
        }
        if whole.is_none() || !names.is_empty() {
            self.bind(&from, &names);
        }
        self.end(from, &names)
    }

    /// `* as NAME`.
    fn whole(&mut self) -> Result<&'a str, String> {
        self.take(|text| text == "*")?;
        self.take(|text| text == "as")?;
        self.name()
    }

    /// `{a, b as c}`: each name as it is outside and inside, or the other way round.
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

    /// Waits for a module and binds names of it.
    fn bind(&mut self, from: &str, names: &[(&str, &str)]) {
        let bound: Vec<String> = names.iter().map(|(name, own)| format!("{name}:{own}")).collect();
        let pattern = if bound.is_empty() { String::new() } else { format!("const{{{}}}=", bound.join(",")) };
        self.head.push_str(&format!("{pattern}await {IMPORT}(\"{from}\");"));
    }

    fn bind_whole(&mut self, own: &str, from: &str) {
        self.head.push_str(&format!("const {own}=await {IMPORT}(\"{from}\");"));
    }

    /// Ends a statement that is left out of the body; what stood before it must not run into what follows.
    fn end(&mut self, from: String, names: &[(&str, &str)]) -> Result<(), String> {
        // `with { type: "json" }`
        if self.text() == "with" {
            return Err(self.piece());
        }
        self.module.imports.push(Import { from, names: names.iter().map(|(name, _)| (*name).to_owned()).collect() });
        self.close();
        Ok(())
    }

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
            "default" => self.default_export(token.gap),
            "{" => self.exported_list(),
            "*" => self.exported_whole(),
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
        self.given.insert(name.to_owned(), name.to_owned());
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

    /// `export default`: a function or class keeps its name or gets one, a value becomes a constant.
    fn default_export(&mut self, gap: Gap) -> Result<(), String> {
        self.at += 1;
        let declares = matches!(self.text(), "function" | "class")
            || (self.text() == "async" && self.text_at(self.at + 1) == "function");
        let mut name = DEFAULT;
        if declares {
            let mut gap = gap;
            while matches!(self.text(), "async" | "function" | "class" | "*") {
                self.copy(Token { text: self.text(), gap });
                gap = Gap::Blank;
            }
            if self.text().starts_with(is_word) && self.text() != "extends" {
                name = self.text();
            } else {
                push(&mut self.body, Token { text: DEFAULT, gap });
                self.body.push(' ');
            }
        } else {
            push(&mut self.body, Token { text: "const", gap });
            self.body.push_str(&format!(" {DEFAULT}="));
        }
        self.given.insert("default".to_owned(), name.to_owned());
        Ok(())
    }

    /// `export {a, b as c}`, of the module's own names or of another module's.
    fn exported_list(&mut self) -> Result<(), String> {
        let names = self.list()?;
        if !self.takes("from") {
            let own = names.into_iter().map(|(own, name)| (name.to_owned(), own.to_owned()));
            self.given.extend(own);
            self.close();
            return Ok(());
        }
        let from = self.file()?;
        let hidden: Vec<String> = (0..names.len()).map(|at| format!("{}_{at}", self.hidden())).collect();
        let bound: Vec<(&str, &str)> =
            names.iter().zip(&hidden).map(|((name, _), own)| (*name, own.as_str())).collect();
        self.bind(&from, &bound);
        self.given.extend(names.iter().zip(&hidden).map(|((_, name), own)| ((*name).to_owned(), own.clone())));
        self.end(from, &names)
    }

    /// `export * from` and `export * as NAME from`.
    fn exported_whole(&mut self) -> Result<(), String> {
        let own = self.hidden();
        let name = if self.text_at(self.at + 1) == "as" { Some(self.whole()?) } else { None };
        self.takes("*");
        self.take(|text| text == "from")?;
        let from = self.file()?;
        if let Some(name) = name {
            self.bind_whole(&own, &from);
            self.given.insert(name.to_owned(), own);
        } else {
            // What a module exports by default is not passed on.
            self.head.push_str(&format!("const{{default:{own}_,...{own}}}=await {IMPORT}(\"{from}\");"));
            self.passed_on.push(format!("...{own}"));
            self.module.passed_on.insert(from.clone());
        }
        self.end(from, &[])
    }

    /// A name that no module has.
    fn hidden(&self) -> String {
        format!("{DEFAULT}{}", self.module.imports.len())
    }

    fn finish(mut self) -> Result<Module, String> {
        if let Some(own) = self.given.values().find(|own| self.changing.contains(own.as_str())) {
            return Err(format!("export {own}"));
        }
        let own = self.given.iter().map(|(name, own)| format!("get {name}(){{return {own}}}"));
        // What a module exports itself stands before what it passes on.
        let given: Vec<String> = self.passed_on.into_iter().chain(own).collect();
        self.module.function = format!("async({META})=>{{{}{}\nreturn{{{}}}}}", self.head, self.body, given.join(","));
        self.module.exports = self.given.into_keys().collect();
        Ok(self.module)
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
