//! What stands around a page that a theme made: a few lines in its head, and a strip above everything else.
//!
//! The places are found in the finished text, by reading it as a browser does: comments, scripts, styles and the
//! values of attributes may hold anything.

/// What is put into a finished page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Before the end of its head.
    pub head: String,
    /// At the beginning of its body.
    pub above: String,
}

/// Elements whose content is text, whatever it looks like.
const RAW: &[&str] =
    &["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "template"];

/// Where the parts of a page begin and end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Places {
    /// Where `</head>` begins.
    head_end: Option<usize>,
    /// Where `<body …>` ends.
    body: Option<usize>,
    /// Where the first `<main …>` ends.
    main: Option<usize>,
    /// Behind the document type, comments and `<html …>` at the very beginning.
    start: usize,
}

/// Puts a frame around a page. `home` is put at the beginning of its main part, or below the strip where it has none.
pub(super) fn dressed(html: &str, frame: &Frame, home: Option<&str>) -> String {
    let places = Places::of(html);
    let body = places.body.or_else(|| places.head_end.map(|at| at + "</head>".len())).unwrap_or(places.start);
    let mut pieces: Vec<(usize, &str)> = vec![(places.head_end.unwrap_or(body), &frame.head), (body, &frame.above)];
    if let Some(home) = home {
        pieces.push((places.main.unwrap_or(body).max(body), home));
    }
    let mut text = String::with_capacity(html.len() + pieces.iter().map(|(_, piece)| piece.len()).sum::<usize>());
    let mut at = 0;
    for (place, piece) in pieces {
        let place = place.clamp(at, html.len());
        text.push_str(&html[at..place]);
        text.push_str(piece);
        at = place;
    }
    text.push_str(&html[at..]);
    text
}

impl Places {
    fn of(html: &str) -> Self {
        let mut places = Self::default();
        let mut at = 0;
        let mut is_start = true;
        while let Some(open) = html[at..].find('<').map(|found| at + found) {
            is_start &= html[at..open].trim().is_empty();
            let rest = &html[open..];
            let Some(tag) = Tag::read(rest) else {
                at = open + skipped(rest);
                places.start = if is_start { at } else { places.start };
                continue;
            };
            let end = open + tag.length;
            match (tag.closes, tag.name.as_str()) {
                (true, "head") if places.body.is_none() => places.head_end = places.head_end.or(Some(open)),
                (false, "body") => places.body = places.body.or(Some(end)),
                (false, "main") => places.main = places.main.or(Some(end)),
                _ => {}
            }
            is_start &= tag.name == "html";
            places.start = if is_start { end } else { places.start };
            at = end;
            if !tag.closes && RAW.contains(&tag.name.as_str()) {
                at += raw_text(&html[end..], &tag.name);
            }
            if places.body.is_some() && places.main.is_some() {
                break;
            }
        }
        places
    }
}

/// How far something runs that begins with `<` and is no tag.
fn skipped(rest: &str) -> usize {
    let after = |end: Option<usize>, length: usize| end.map_or(rest.len(), |at| at + length);
    if let Some(comment) = rest.strip_prefix("<!--") {
        // `<!-->` and `<!--->` are whole comments, and `--!>` ends one too.
        if comment.starts_with('>') || comment.starts_with("->") {
            return after(rest.find('>'), 1);
        }
        return match (rest[4..].find("-->"), rest[4..].find("--!>")) {
            (Some(end), Some(odd)) if odd < end => odd + 8,
            (Some(end), _) => end + 7,
            (None, Some(odd)) => odd + 8,
            (None, None) => rest.len(),
        };
    }
    if rest.starts_with("<!") || rest.starts_with("<?") || rest.starts_with("</") {
        return after(rest.find('>'), 1);
    }
    1
}

/// The length of text that ends with the closing tag of a name.
fn raw_text(rest: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(found) = rest[at..].find("</").map(|found| at + found) {
        let after = &rest[found + 2..];
        let is_name = after.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        let next = after.get(name.len()..).and_then(|rest| rest.chars().next());
        if is_name && next.is_none_or(|next| next.is_ascii_whitespace() || matches!(next, '>' | '/')) {
            return found;
        }
        at = found + 2;
    }
    rest.len()
}

/// A start or end tag.
struct Tag {
    name: String,
    closes: bool,
    length: usize,
}

impl Tag {
    /// Reads a tag at the beginning of a text.
    fn read(rest: &str) -> Option<Self> {
        let closes = rest.starts_with("</");
        let start = 1 + usize::from(closes);
        let inner = rest.get(start..)?;
        if !inner.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return None;
        }
        let end =
            inner.find(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '>' | '/')).unwrap_or(inner.len());
        let name = inner[..end].to_ascii_lowercase();
        Some(Self { name, closes, length: start + end + attributes(&inner[end..]) })
    }
}

/// The length of attributes up to and with the `>` that ends their tag.
fn attributes(rest: &str) -> usize {
    let mut quote = None;
    let mut before = ' ';
    for (at, sign) in rest.char_indices() {
        match (quote, sign) {
            (Some(open), sign) if sign == open => quote = None,
            (Some(_), _) => {}
            (None, '>') => return at + 1,
            // A quote is one only where a value begins.
            (None, '"' | '\'') if before == '=' => quote = Some(sign),
            _ => {}
        }
        if !sign.is_ascii_whitespace() {
            before = sign;
        }
    }
    rest.len()
}

/// A page of which a part with a heading of its own was made elsewhere, so that it has one first heading: where the
/// theme shows the title itself, the part does not repeat it; where it has another, the part's comes second.
pub(super) fn with_one_heading(page: String, part: &str, title: &str) -> String {
    let Some(at) = page.find(part).filter(|_| !part.is_empty()) else { return page };
    let (above, below) = (&page[..at], &page[at + part.len()..]);
    let Some(theirs) = heading(above).or_else(|| heading(below)) else { return page };
    let shown = minijinja::HtmlEscape(title).to_string();
    let repeats = [title, &shown].iter().any(|title| theirs.contains(*title));
    let (open, close) = if repeats { ("<p hidden", "</p>") } else { ("<h2", "</h2>") };
    let own = part.replacen("<h1", open, 1).replacen("</h1>", close, 1);
    format!("{above}{own}{below}")
}

/// The first heading of level 1, with its tags.
fn heading(html: &str) -> Option<&str> {
    let at = html.match_indices("<h1").map(|(at, _)| at);
    let mut real = at.filter(|at| html[at + 3..].starts_with(|next: char| next == '>' || next.is_ascii_whitespace()));
    let rest = &html[real.next()?..];
    Some(&rest[..rest.find("</h1>").unwrap_or(rest.len())])
}

/// The number of words that a reader sees: text outside tags, without scripts and styles.
pub(super) fn words(html: &str) -> usize {
    let mut count = 0;
    let mut at = 0;
    while at < html.len() {
        let open = html[at..].find('<').map_or(html.len(), |found| at + found);
        count += html[at..open].split_whitespace().count();
        let rest = &html[open..];
        at = match Tag::read(rest) {
            Some(tag) if !tag.closes && RAW.contains(&tag.name.as_str()) => {
                let end = open + tag.length;
                end + raw_text(&html[end..], &tag.name)
            }
            Some(tag) => open + tag.length,
            None => open + skipped(rest).max(1),
        };
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dress(html: &str) -> String {
        dressed(html, &Frame { head: "[H]".to_owned(), above: "[A]".to_owned() }, None)
    }

    #[test]
    fn head_and_body_get_their_parts() {
        let page = "<!doctype html><html><head><title>a</title></head><body class=\"x\">b</body></html>";
        let expected = "<!doctype html><html><head><title>a</title>[H]</head><body class=\"x\">[A]b</body></html>";
        assert_eq!(dress(page), expected);
        assert_eq!(dress("<HTML><HEAD></HEAD>\n<BODY>x"), "<HTML><HEAD>[H]</HEAD>\n<BODY>[A]x");
    }

    #[test]
    fn what_only_looks_like_a_body_is_none() {
        for decoy in [
            "<!-- </head><body> -->",
            "<!--><!-- <body> --!>",
            "<script>\"</head><body>\"</script>",
            "<style>a::after{content:'<body>'}</style>",
            "<title></head><body></title>",
            "<meta content=\"</head><body>\">",
            "<meta content='<body a=\"'>",
            "<noscript><body></noscript>",
            "<template></head><body></template>",
            "<SCRIPT>'</scripty><body>'</SCRIPT >",
            "<bodyguard>",
            "< body>",
        ] {
            let page = format!("<head>{decoy}</head><body data-a='>' b=\">\">x");
            assert_eq!(dress(&page), format!("<head>{decoy}[H]</head><body data-a='>' b=\">\">[A]x"));
        }
    }

    #[test]
    fn pages_without_head_or_body_get_everything_at_their_top() {
        assert_eq!(dress("<!doctype html>\n<html lang=vi>\n<p>x"), "<!doctype html>\n<html lang=vi>[H][A]\n<p>x");
        assert_eq!(dress("<p>x"), "[H][A]<p>x");
        assert_eq!(dress(""), "[H][A]");
        assert_eq!(dress("<title>a</title><body>x"), "<title>a</title><body>[H][A]x");
        assert_eq!(dress("<head></head><p>x"), "<head>[H]</head>[A]<p>x");
        assert_eq!(dress("<body><head></head>"), "<body>[H][A]<head></head>", "a head within a body is none");
    }

    #[test]
    fn no_page_is_too_broken() {
        for page in ["<", "</", "<!", "<!--", "<a", "<a b=\"", "<script>", "đ<đ", "<body", "</head", "<?", "<!-->"] {
            let dressed = dress(page);
            assert_eq!(dressed.replace("[H]", "").replace("[A]", ""), page);
        }
    }

    #[test]
    fn the_home_part_stands_in_the_main_part() {
        let home = |html: &str| dressed(html, &Frame::default(), Some("[X]"));
        assert_eq!(
            home("<head></head><body><header></header><main id=a>x"),
            "<head></head><body><header></header><main id=a>[X]x"
        );
        assert_eq!(home("<body><p>x"), "<body>[X]<p>x");
        assert_eq!(home("<main><body>x"), "<main><body>[X]x");
    }

    #[test]
    fn a_page_has_one_first_heading() {
        let page = |theirs: &str| {
            with_one_heading(
                format!("{theirs}<div><h1>A &amp; b</h1>x</div>"),
                "<div><h1>A &amp; b</h1>x</div>",
                "A & b",
            )
        };
        assert_eq!(page("<h1 class=t>A &amp; b</h1>"), "<h1 class=t>A &amp; b</h1><div><p hidden>A &amp; b</p>x</div>");
        assert_eq!(page("<h1>Site</h1>"), "<h1>Site</h1><div><h2>A &amp; b</h2>x</div>");
        assert_eq!(page("<h10>"), "<h10><div><h1>A &amp; b</h1>x</div>");
        assert_eq!(with_one_heading("x".to_owned(), "y", "t"), "x");
    }

    #[test]
    fn only_words_that_are_read_count() {
        assert_eq!(words("<p class=\"a b\">một hai</p><script>ba bốn</script><!-- năm --> sáu"), 3);
        assert_eq!(words("<"), 0);
    }
}
