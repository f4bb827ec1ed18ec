//! Scripts without what only their readers need: comments, indentation, and blanks between signs.
//!
//! The sources stay readable in the repository, and what a phone loads stays small. Nothing is reordered: the tokens of
//! a script are published as they stand, and a line only ends where it may mean something. Only the names that a
//! script gives up itself, in a line that begins with [`GIVEN_UP`], are replaced by short ones, wherever they stand
//! outside texts; so they must be nobody else's.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Begins a line of names that are shortened.
const GIVEN_UP: &str = "// Names of no other module: ";
/// Short words that are no names, or not everywhere.
const RESERVED: [&str; 5] = ["as", "do", "if", "in", "of"];

/// A script without comments and needless blanks; the script as it is where it cannot be read.
pub(super) fn squeezed(source: &str) -> String {
    let mut lexer = Lexer { rest: source, after_value: false };
    let mut text = String::with_capacity(source.len());
    let names = short_names(source);
    let mut ends = Ends::default();
    while let Some(token) = lexer.next() {
        if token.text == "}" && ends.is_needless && text.ends_with(';') {
            text.pop();
        }
        ends.pass(token.text);
        let renamed = renamed(token.text, &names);
        push(&mut text, Token { text: &renamed, ..token });
    }
    if lexer.rest.is_empty() { text } else { source.to_owned() }
}

/// Which semicolons end statements that a brace would end as well. After the head of a loop or a condition, one is a
/// statement of its own.
#[derive(Debug, Default)]
struct Ends<'a> {
    /// Of the brackets that are open, the word before each.
    open: Vec<&'a str>,
    /// The token before this one; of a closing bracket, the word before the opening one.
    before: &'a str,
    /// Whether the last token is a semicolon that may go before a brace.
    is_needless: bool,
}

impl<'a> Ends<'a> {
    fn pass(&mut self, token: &'a str) {
        const HEADS: [&str; 6] = ["if", "for", "while", "with", "else", "do"];
        self.is_needless = token == ";" && !HEADS.contains(&self.before);
        match token {
            "(" => self.open.push(self.before),
            ")" => self.before = self.open.pop().unwrap_or_default(),
            _ => {}
        }
        // `for await (…)`: what counts is the `for`.
        if token != ")" && !(token == "await" && self.before == "for") {
            self.before = token;
        }
    }
}

/// The tokens of a script.
///
/// # Errors
/// Gives what stands where it cannot be read further.
pub(super) fn tokens(source: &str) -> Result<Vec<Token<'_>>, &str> {
    let mut lexer = Lexer { rest: source, after_value: false };
    let tokens = std::iter::from_fn(|| lexer.next()).collect();
    if lexer.rest.is_empty() { Ok(tokens) } else { Err(lexer.rest) }
}

/// The names that a script gives up, each with one that it does not use.
fn short_names(source: &str) -> BTreeMap<&str, String> {
    let given_up: Vec<&str> =
        source.lines().filter_map(|line| line.strip_prefix(GIVEN_UP)).flat_map(str::split_whitespace).collect();
    short_names_of(&given_up, source)
}

fn short_names_of<'a>(given_up: &[&'a str], source: &str) -> BTreeMap<&'a str, String> {
    let used: BTreeSet<&str> = source.split(|letter| !is_word(letter)).collect();
    let letters = || ('a'..='z').chain('A'..='Z');
    let one = letters().map(String::from);
    let two = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    let free = one.chain(two).filter(|name| !used.contains(name.as_str()) && !RESERVED.contains(&name.as_str()));
    given_up.iter().copied().zip(free).collect()
}

/// A token with short names, inside templates as well.
fn renamed<'a>(token: &'a str, names: &BTreeMap<&str, String>) -> Cow<'a, str> {
    if let Some(short) = names.get(token) {
        return Cow::Owned(short.clone());
    }
    if !token.starts_with('`') || names.is_empty() {
        return Cow::Borrowed(token);
    }
    let (mut text, mut rest) = (String::with_capacity(token.len()), token);
    while let Some((before, after)) = rest.split_once("${") {
        let inside = &after[..substitution(after).unwrap_or(0)];
        text.push_str(before);
        text.push_str("${");
        let mut lexer = Lexer { rest: inside, after_value: false };
        while let Some(token) = lexer.next() {
            push(&mut text, Token { text: &renamed(token.text, names), ..token });
        }
        rest = &after[inside.len()..];
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// A piece of a script that is kept whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    /// What stood before it.
    pub(super) gap: Gap,
}

/// What stands between two tokens, comments left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    Nothing,
    Blank,
    Line,
}

/// Appends a token, apart from the last one where they would be another together.
pub(super) fn push(text: &mut String, token: Token<'_>) {
    // A line may end a statement, but not after these, and not before those.
    const OPEN: &str = "{([,;=>&|?:";
    const CLOSING: &str = "})].,;?:&|=";
    if let (Some(last), Some(first)) = (text.chars().next_back(), token.text.chars().next()) {
        match token.gap {
            Gap::Nothing => {}
            Gap::Line if is_number_and_dot(last, first) => text.push('\n'),
            Gap::Line if !OPEN.contains(last) && !CLOSING.contains(first) => text.push('\n'),
            Gap::Blank | Gap::Line if would_join(last, first) => text.push(' '),
            Gap::Blank | Gap::Line => {}
        }
    }
    text.push_str(token.text);
}

/// Whether two tokens would be another one, or a comment, without a blank.
fn would_join(last: char, first: char) -> bool {
    let words = is_word(last) && (is_word(first) || first == '/');
    let signs = last == first && matches!(first, '+' | '-' | '/');
    words || signs || is_number_and_dot(last, first) || (last, first) == ('<', '!')
}

fn is_number_and_dot(last: char, first: char) -> bool {
    last.is_ascii_digit() && first == '.'
}

/// Cuts a script into tokens. It ends early, with something left, where a text, a template or a comment does not end.
struct Lexer<'a> {
    rest: &'a str,
    /// Whether a value stands before, so that a slash divides; elsewhere it begins a regular expression.
    after_value: bool,
}

impl<'a> Lexer<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        let gap = self.skip_gap()?;
        let first = self.rest.chars().next()?;
        let length = match first {
            '"' | '\'' => closed(self.rest, |letter| letter == first)?,
            '`' => template(self.rest)?,
            '/' if !self.after_value => regular_expression(self.rest)?,
            _ if is_word(first) => word(self.rest),
            _ => first.len_utf8(),
        };
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        self.after_value = ends_value(text);
        Some(Token { text, gap })
    }

    /// Skips blanks and comments; nothing where a comment does not end.
    fn skip_gap(&mut self) -> Option<Gap> {
        let before = self.rest;
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.starts_with("//") {
                self.rest = self.rest.find('\n').map_or("", |end| &self.rest[end..]);
            } else if self.rest.starts_with("/*") {
                self.rest = &self.rest[self.rest.find("*/")? + 2..];
            } else {
                break;
            }
        }
        Some(match &before[..before.len() - self.rest.len()] {
            "" => Gap::Nothing,
            skipped if skipped.contains('\n') => Gap::Line,
            _ => Gap::Blank,
        })
    }
}

/// Length of the word that a text begins with.
fn word(source: &str) -> usize {
    source.find(|letter| !is_word(letter)).unwrap_or(source.len())
}

/// Letters, digits and what else stands in names; letters of other scripts count as well.
pub(super) fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$' | '#' | '\\' | '@')
}

/// Whether a value ends with this token, so that a slash after it divides.
fn ends_value(token: &str) -> bool {
    const BEFORE_VALUES: [&str; 14] = [
        "return",
        "typeof",
        "case",
        "in",
        "of",
        "do",
        "else",
        "void",
        "delete",
        "throw",
        "new",
        "await",
        "yield",
        "instanceof",
    ];
    let last = token.chars().next_back().unwrap_or(' ');
    !BEFORE_VALUES.contains(&token)
        && (is_word(last) || matches!(last, ')' | ']' | '}' | '"' | '\'' | '`' | '/'))
        && token != "/"
}

/// Length of a regular expression with its flags.
fn regular_expression(source: &str) -> Option<usize> {
    let mut in_class = false;
    let end = closed(source, |letter| {
        in_class = letter == '[' || (in_class && letter != ']');
        !in_class && letter == '/'
    })?;
    (!source[..end].contains('\n')).then(|| end + word(&source[end..]))
}

/// Length of a template with whatever it holds, templates in it as well.
fn template(source: &str) -> Option<usize> {
    let mut at = 1;
    loop {
        let rest = source.get(at..)?;
        let letter = rest.chars().next()?;
        at += match letter {
            '`' => return Some(at + 1),
            '\\' => 1 + rest[1..].chars().next()?.len_utf8(),
            '$' if rest.starts_with("${") => 2 + substitution(&rest[2..])?,
            _ => letter.len_utf8(),
        };
    }
}

/// Length of what stands in a template up to the brace that closes it.
fn substitution(source: &str) -> Option<usize> {
    let mut lexer = Lexer { rest: source, after_value: false };
    let mut depth = 0_usize;
    loop {
        match lexer.next()?.text {
            "{" => depth += 1,
            "}" if depth == 0 => return Some(source.len() - lexer.rest.len()),
            "}" => depth -= 1,
            _ => {}
        }
    }
}

/// Length up to and with the first letter, after the one that opens, that closes; a backslash hides the next letter.
fn closed(source: &str, mut closes: impl FnMut(char) -> bool) -> Option<usize> {
    let mut letters = source.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' {
            letters.next();
        } else if closes(letter) {
            return Some(at + letter.len_utf8());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::squeezed;
    use crate::theme::embedded::DefaultTheme;

    #[test]
    fn comments_indentation_and_needless_blanks_go() {
        let source = "// What it does.\n\n/** Adds.\n * @param a */\nexport function add(a, b) {\n  const sum = a + b; // both\n  return sum;\n}\n";
        assert_eq!(squeezed(source), "export function add(a,b){const sum=a+b;return sum}");
    }

    #[test]
    fn texts_templates_and_regular_expressions_stay_as_they_are() {
        for kept in [
            r#"a="  // no  comment ' ";"#,
            r"a='it\'s  /* text */';",
            "a=`two\n  lines  ${ b + `${  c }  \\` ` }  // text`;",
            "a=/ [/\"]+  \\/ /gu;",
            "a=b/c/d;",
            "a=f(x)/2;b=\"//\";",
        ] {
            assert_eq!(squeezed(kept), kept);
        }
    }

    #[test]
    fn names_that_a_script_gives_up_become_short_ones_that_it_does_not_use() {
        let source = "// Names of no other module: reader folded\nconst a = (reader) => reader.folded + other.reader2;\nb = `reader ${reader} \\${ ${`${ folded }`} reader`; c = \"folded\";";
        assert_eq!(
            squeezed(source),
            "const a=(d)=>d.e+other.reader2;b=`reader ${d} \\${ ${`${e}`} reader`;c=\"folded\";"
        );
    }

    #[test]
    fn no_name_becomes_a_word_of_the_language() {
        let names: Vec<String> = (0..1500).map(|at| format!("name{at}")).collect();
        let short = super::short_names_of(&names.iter().map(String::as_str).collect::<Vec<_>>(), "");
        assert_eq!(short.len(), 1500);
        assert!(super::RESERVED.iter().all(|word| short.values().all(|name| name != word)));
    }

    #[test]
    fn what_would_become_another_token_stays_apart() {
        assert_eq!(squeezed("a = b + +c - -d;\nreturn /x/;\ntypeof x in y;"), "a=b+ +c- -d;return /x/;typeof x in y;");
        assert_eq!(squeezed("for (;;) {\n  a();\n}\nfor (; x;) ;"), "for(;;){a()}\nfor(;x;);");
        assert_eq!(squeezed("1 .a(2)\n.b; a < !--b"), "1 .a(2).b;a< !--b");
    }

    #[test]
    fn a_semicolon_goes_before_a_brace_but_where_it_is_a_statement() {
        assert_eq!(squeezed("{ a(); b = {}; }"), "{a();b={}}");
        for kept in
            ["{for(;x;);}", "{while(x());}", "{if(x);}", "{if(x)a();else;}", "{do;while(x)}", "{for await(x of y);}"]
        {
            assert_eq!(squeezed(kept), kept);
        }
        assert_eq!(squeezed("{ if (x) a(b(c)); }"), "{if(x)a(b(c))}");
    }

    #[test]
    fn a_line_ends_a_statement_where_nothing_else_does() {
        assert_eq!(squeezed("let a = 1\nlet b = a\n++b\n(c)"), "let a=1\nlet b=a\n++b\n(c)");
        assert_eq!(squeezed("a\n  .b()\n  ?.c(\n    d,\n  );"), "a.b()?.c(d,);");
        assert_eq!(squeezed("async (x) => {\n}\nx"), "async(x)=>{}\nx");
    }

    #[test]
    fn what_cannot_be_read_is_published_as_it_is() {
        for source in ["a = \"open", "a = `open ${ b", "/* open", "a = /open", "a = /o\npen/"] {
            assert_eq!(squeezed(source), source);
        }
    }

    /// What a host sends.
    fn packed(text: &str) -> usize {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text.as_bytes()).expect("writing to memory does not fail");
        encoder.finish().expect("writing to memory does not fail").len()
    }

    #[test]
    fn the_search_is_small() {
        let script = DefaultTheme::get("js/search.js").expect("the theme has a search").data;
        let source = std::str::from_utf8(&script).expect("scripts are text");
        let size = packed(&squeezed(source));
        assert!(size <= 8 * 1024, "{size} bytes");
    }

    #[test]
    fn the_scripts_of_the_theme_can_be_read() {
        for name in DefaultTheme::iter().filter(|name| name.ends_with(".js")) {
            let script = DefaultTheme::get(&name).expect("the theme names its own files").data;
            let source = std::str::from_utf8(&script).expect("scripts are text");
            let squeezed_once = squeezed(source);
            assert!(!squeezed_once.contains("\n  ") && squeezed_once.len() < source.len(), "{name}");
            assert_eq!(squeezed(&squeezed_once), squeezed_once, "{name}");
        }
    }
}
