//! Pages without needless blanks and comments, for `minify_html`.
//!
//! What is read stays the same: blanks between words become one, tags are written as they were, and nothing changes
//! where blanks count. No crate does it: those that know styles and scripts as well come under a copyleft licence.

/// Elements whose text is kept as it is.
const KEPT: &[&str] = &["pre", "textarea", "script", "style"];

/// A page with one blank for many and without comments.
pub(super) fn squeezed(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push_text(&mut out, &rest[..at]);
        rest = &rest[at..];
        if let Some(length) = comment(rest) {
            rest = &rest[length..];
            continue;
        }
        let (tag, after) = rest.split_at(tag_length(rest));
        out.push_str(tag);
        rest = after;
        if let Some(name) = KEPT.iter().find(|name| opens(tag, name)) {
            let (kept, after) = rest.split_at(end_of(rest, name));
            out.push_str(kept);
            rest = after;
        }
    }
    push_text(&mut out, rest);
    out
}

/// Adds text; a run of blanks becomes its most telling one, a line break where there is any.
fn push_text(out: &mut String, text: &str) {
    let is_blank = |letter: char| letter.is_ascii_whitespace();
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(is_blank).unwrap_or(rest.len());
        out.push_str(&rest[..word]);
        rest = &rest[word..];
        let blanks = rest.find(|letter| !is_blank(letter)).unwrap_or(rest.len());
        if blanks > 0 && !out.ends_with(is_blank) {
            out.push(if rest[..blanks].contains('\n') { '\n' } else { ' ' });
        }
        rest = &rest[blanks..];
    }
}

/// Length of a comment at the front; conditions for old browsers are none.
fn comment(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("<!--").filter(|inner| !inner.starts_with("[if") && !inner.starts_with('>'))?;
    Some(inner.find("-->")? + "<!---->".len())
}

/// Length of the tag at the front; one sign where there is none.
fn tag_length(text: &str) -> usize {
    let is_tag = text[1..].starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/' || letter == '!');
    if !is_tag {
        return 1;
    }
    let mut quote = None;
    for (at, letter) in text.char_indices().skip(1) {
        match (quote, letter) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if letter == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// Whether a tag opens an element of this name.
fn opens(tag: &str, name: &str) -> bool {
    let Some(found) = tag.get(1..=name.len()) else { return false };
    let after = tag[1 + name.len()..].chars().next();
    found.eq_ignore_ascii_case(name) && after.is_some_and(|after| after.is_ascii_whitespace() || "/>".contains(after))
}

/// Where the end tag of an element begins.
fn end_of(text: &str, name: &str) -> usize {
    let is_end =
        |at: &usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
    text.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn blanks_become_one_and_comments_go() {
        let page = "<!DOCTYPE html>\n\n<p  class=\"a  b\">\n   Xin  <b>chào</b>\t<!-- x --> bạn\n</p>\n<!--[if IE]>  <p>  <![endif]-->";
        let wanted = "<!DOCTYPE html>\n<p  class=\"a  b\">\nXin <b>chào</b> bạn\n</p>\n<!--[if IE]> <p> <![endif]-->";
        assert_eq!(squeezed(page), wanted);
    }

    #[test]
    fn where_blanks_count_nothing_changes() {
        for page in [
            "<pre>  a\n\n  <b>b</b>  <!-- c -->  </pre>",
            "<textarea rows=2>\n\n a  </textarea>",
            "<SCRIPT>let a = '<p>  ';\n\n// <!-- x\n</SCRIPT>",
            "<style>\n a  {}\n</style>",
            "<a title='>  <'>x</a>",
            "1 < 2 và 3 <4",
            "<pre> không  hết",
        ] {
            assert_eq!(squeezed(page), page);
        }
        assert_eq!(squeezed("<present>  a  </present>"), "<present> a </present>");
    }

    proptest! {
        #[test]
        fn words_stay_and_a_second_time_changes_nothing(page in "[a-zđ <>/!\"'=\n-]{0,60}") {
            let once = squeezed(&page);
            prop_assert!(once.len() <= page.len());
            prop_assert_eq!(squeezed(&once), once.clone());
            if !page.contains("<!--") {
                let words = |text: &str| text.split_ascii_whitespace().map(str::to_owned).collect::<Vec<_>>();
                prop_assert_eq!(words(&page), words(&once));
            }
        }
    }
}
