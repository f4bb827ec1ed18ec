//! The stylesheet for pages that stand in a theme of somebody else: every rule holds below [`SCOPE`] and nowhere else.
//!
//! Comes in: the text of a stylesheet. Goes out: the same rules, each selector below the scope; sizes that followed
//! the page's root follow the scope, since another theme's root has another size; widths are those of the room that
//! the theme leaves, not of the screen; and only the light colours are kept, because nobody knows the paper around.

use std::fmt::Write as _;

/// What every selector begins with. Written twice, it outweighs most of what a theme says of plain elements.
pub(super) const SCOPE: &str = ".congkhai.congkhai";

/// Pixels of a `rem` in conditions, which no style changes.
const PIXELS: f64 = 16.0;

/// Puts every rule below the scope.
pub(super) fn scoped(css: &str) -> String {
    let mut text = String::with_capacity(css.len() * 3 / 2);
    rules(css, &mut text);
    text
}

fn rules(css: &str, text: &mut String) {
    let mut rest = css;
    loop {
        rest = without_comment(rest);
        if rest.is_empty() {
            return;
        }
        let end = until(rest, &['{', ';', '}']);
        let (prelude, after) = (rest[..end].trim(), &rest[end..]);
        if !after.starts_with('{') {
            // `@charset` and the like, or a stray sign: nothing that a rule depends on.
            rest = after.get(1..).unwrap_or_default();
            continue;
        }
        let length = block(after);
        let inner = after[1..length].strip_suffix('}').unwrap_or(&after[1..length]);
        rest = &after[length..];
        match prelude.strip_prefix('@') {
            Some(name) => at_rule(name, inner, text),
            None => {
                let _ = writeln!(text, "{}{{{}}}", selectors(prelude), relative(inner).trim());
            }
        }
    }
}

fn at_rule(prelude: &str, inner: &str, text: &mut String) {
    let name: String = prelude.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    let condition = &prelude[name.len()..];
    let mut nested = |prelude: &str| {
        let mut within = String::new();
        rules(inner, &mut within);
        let _ = writeln!(text, "@{prelude}{{\n{within}}}");
    };
    match name.to_ascii_lowercase().as_str() {
        "media" if is_for_dark(condition) => {}
        "media" if condition.contains("-width") && !condition.contains("print") => {
            // Browsers that cannot ask for the room still ask for the screen where it is small.
            if condition.contains("max-width") {
                nested(prelude);
            }
            nested(&format!("container{}", in_pixels(condition)));
        }
        "media" | "supports" | "layer" | "container" | "scope" => nested(prelude),
        _ => {
            let _ = writeln!(text, "@{prelude}{{{inner}}}");
        }
    }
}

fn is_for_dark(condition: &str) -> bool {
    let close: String = condition.chars().filter(|letter| !letter.is_whitespace()).collect();
    close.contains("prefers-color-scheme:dark")
}

/// A condition with its widths in pixels, and without the name of a medium.
fn in_pixels(condition: &str) -> String {
    let bare = condition.trim().trim_start_matches("screen").trim_start().trim_start_matches("and");
    format!(" {}", lengths(bare.trim(), &|number| format!("{}px", number * PIXELS)))
}

/// Declarations whose sizes follow the scope.
fn relative(declarations: &str) -> String {
    lengths(declarations, &|number| format!("calc({number}*var(--rem))"))
}

/// Replaces every length in `rem` outside texts and addresses.
fn lengths(css: &str, replaced: &dyn Fn(f64) -> String) -> String {
    let mut text = String::with_capacity(css.len());
    let mut rest = css;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let kept = if rest.starts_with("/*") || matches!(first, '"' | '\'') || rest.starts_with("url(") {
            opaque(rest)
        } else if let Some((number, length)) = rem(rest).filter(|_| !is_word(before)) {
            text.push_str(&replaced(number));
            before = ')';
            rest = &rest[length..];
            continue;
        } else if is_word(first) {
            rest.find(|letter| !is_word(letter)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        text.push_str(&rest[..kept]);
        before = rest[..kept].chars().next_back().unwrap_or(' ');
        rest = &rest[kept..];
    }
    text
}

/// A number in `rem` at the beginning of a text, and how long it is written.
fn rem(text: &str) -> Option<(f64, usize)> {
    let sign = usize::from(text.starts_with(['-', '+']));
    let digits = text[sign..].find(|sign: char| !(sign.is_ascii_digit() || sign == '.')).map(|at| at + sign)?;
    let after = text[digits..].strip_prefix("rem")?;
    let number = text[..digits].parse().ok()?;
    (!after.starts_with(is_word)).then_some((number, digits + 3))
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '%')
}

/// Selectors, each below the scope; the root of a page is the scope itself, and its main part a class.
fn selectors(list: &str) -> String {
    let one = |selector: &str| {
        let selector = with_main_as_class(selector.trim());
        let root = [":root", "html", "body"].into_iter().find_map(|root| {
            let after = selector.strip_prefix(root)?;
            (!after.starts_with(is_word_but_dot)).then(|| format!("{SCOPE}{after}"))
        });
        root.unwrap_or_else(|| format!("{SCOPE} {selector}"))
    };
    split(list).into_iter().map(one).collect::<Vec<_>>().join(",")
}

/// The element `main` belongs to the theme; the same part of ours is a class.
fn with_main_as_class(selector: &str) -> String {
    let mut text = String::with_capacity(selector.len() + 1);
    let mut rest = selector;
    while let Some(at) = rest.find("main") {
        let before = rest[..at].chars().next_back().or_else(|| text.chars().next_back()).unwrap_or(' ');
        let after = rest[at + 4..].chars().next().unwrap_or(' ');
        let is_element = !is_word(before) && !matches!(before, '#' | '[' | '"' | '=' | ':') && !is_word_but_dot(after);
        text.push_str(&rest[..at]);
        text.push_str(if is_element { ".main" } else { "main" });
        rest = &rest[at + 4..];
    }
    text.push_str(rest);
    text
}

fn is_word_but_dot(letter: char) -> bool {
    letter != '.' && is_word(letter)
}

/// Parts between commas that stand in no brackets and no text.
fn split(list: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth) = (0, 0, 0_u32);
    while let Some(first) = list[at..].chars().next() {
        match first {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        at += opaque(&list[at..]).max(first.len_utf8());
    }
    parts.push(&list[start..]);
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

/// How far a text runs until one of some signs outside comments, texts and brackets.
fn until(css: &str, signs: &[char]) -> usize {
    let (mut at, mut depth) = (0, 0_u32);
    while let Some(first) = css[at..].chars().next() {
        match first {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && signs.contains(&first) => return at,
            _ => {}
        }
        at += opaque(&css[at..]).max(first.len_utf8());
    }
    css.len()
}

/// The length of a block that begins with `{`, its end included.
fn block(css: &str) -> usize {
    let (mut at, mut depth) = (0, 0_u32);
    while let Some(first) = css[at..].chars().next() {
        at += opaque(&css[at..]).max(first.len_utf8());
        match first {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    css.len()
}

/// The length of a comment, text or address at the beginning, in which no sign means anything; nothing elsewhere.
fn opaque(css: &str) -> usize {
    if let Some(comment) = css.strip_prefix("/*") {
        return comment.find("*/").map_or(css.len(), |end| end + 4);
    }
    if css.starts_with("url(") && !css[4..].trim_start().starts_with(['"', '\'']) {
        return css.find(')').map_or(css.len(), |end| end + 1);
    }
    let Some(quote) = css.chars().next().filter(|first| matches!(first, '"' | '\'')) else { return 0 };
    let mut escaped = false;
    for (at, letter) in css.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    css.len()
}

fn without_comment(css: &str) -> &str {
    let mut rest = css.trim_start();
    while rest.starts_with("/*") {
        rest = rest[opaque(rest)..].trim_start();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::scoped;

    fn one_line(css: &str) -> String {
        scoped(css).replace(".congkhai.congkhai", "&").replace('\n', "")
    }

    #[test]
    fn every_selector_is_put_below_the_scope() {
        assert_eq!(one_line("a, b:is(c, d) > e { x: y }"), "& a,& b:is(c, d) > e{x: y}");
        assert_eq!(one_line("html, body.framed main, :root { x: y }"), "&,&.framed .main,&{x: y}");
        assert_eq!(one_line("*, ::before { x: y }"), "& *,& ::before{x: y}");
        assert_eq!(
            one_line("main p, .main-x, [a=\"main\"] main.b { x: y }"),
            "& .main p,& .main-x,& [a=\"main\"] .main.b{x: y}"
        );
        assert_eq!(one_line("bodyguard, a[b=\"x,{y}\"] { x: y }"), "& bodyguard,& a[b=\"x,{y}\"]{x: y}");
    }

    #[test]
    fn rules_within_rules_are_put_below_it_and_others_stay() {
        assert_eq!(one_line("@media print { a { x: y } }"), "@media print{& a{x: y}}");
        assert_eq!(
            one_line("@supports (a: b) { @media print { a { x: y } } }"),
            "@supports (a: b){@media print{& a{x: y}}}"
        );
        let kept = "@keyframes k{ from { top: 1rem } to { top: 0 } }@font-face{ src: url(a;b) }@page{ size: A4 }";
        assert_eq!(one_line(kept), kept);
    }

    #[test]
    fn the_room_counts_and_not_the_screen() {
        assert_eq!(one_line("@media (min-width: 48rem) { a { x: y } }"), "@container (min-width: 768px){& a{x: y}}");
        let both = one_line("@media (max-width: 39.5rem) { a { x: y } }");
        assert_eq!(both, "@media (max-width: 39.5rem){& a{x: y}}@container (max-width: 632px){& a{x: y}}");
    }

    #[test]
    fn sizes_follow_the_scope_and_dark_colours_go() {
        let css = "a { margin: -1.5rem .25rem 1em; width: min(100% - 2rem, 9px); --x1rem: a1rem; content: \"1rem\" }";
        let expected = "& a{margin: calc(-1.5*var(--rem)) calc(0.25*var(--rem)) 1em; width: min(100% - calc(2*var(--rem)), 9px); \
             --x1rem: a1rem; content: \"1rem\"}";
        assert_eq!(one_line(css), expected);
        assert_eq!(one_line("@media screen and (prefers-color-scheme : dark) { a { x: y } } b{}"), "& b{}");
    }

    #[test]
    fn comments_and_broken_sheets_do_no_harm() {
        assert_eq!(
            one_line("/* a { } */ @charset \"x\"; /* b */ c { x: \"}\" /* } */; y: z }"),
            "& c{x: \"}\" /* } */; y: z}"
        );
        for broken in ["a {", "a { b: \"", "}", "}} a {x:y}", "/*", "@media {", "url(", "a[", "đ { x: đrem }", "1rem"]
        {
            let _ = scoped(broken);
        }
        assert_eq!(one_line("} a {x:y}"), "& a{x:y}");
    }
}
