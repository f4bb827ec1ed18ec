//! The words of a page, without its markup.

/// Whether the value of an attribute is read by people, or copied by them.
fn is_read(name: &[u8]) -> bool {
    matches!(name, b"href" | b"content" | b"alt" | b"title" | b"aria-label" | b"value" | b"placeholder")
}

/// Elements inside a line, which do not part the digits of a number.
fn is_inline(name: &[u8]) -> bool {
    matches!(
        name,
        b"b" | b"i"
            | b"em"
            | b"strong"
            | b"span"
            | b"mark"
            | b"u"
            | b"small"
            | b"wbr"
            | b"a"
            | b"abbr"
            | b"code"
            | b"sup"
            | b"sub"
            | b"bdi"
            | b"font"
    )
}

/// What a reader of a page can see or copy: its text, and the attributes that hold text or addresses. Tags inside a
/// line leave nothing behind, others a line end; the few entities that hide letters or digits are resolved.
#[must_use]
pub fn visible_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push_text(&mut text, &rest[..at]);
        rest = &rest[at..];
        let (end, has_words) = tag_end(rest.as_bytes());
        let tag = &rest[..end];
        rest = &rest[end..];
        let name = name_of(tag.as_bytes());
        if !is_inline(name) {
            text.push('\n');
        }
        if has_words {
            push_attributes(&mut text, tag);
        }
        if name == b"style" && !tag.starts_with("</") {
            rest = rest.find("</style").map_or("", |at| &rest[at..]);
        }
    }
    push_text(&mut text, rest);
    text
}

/// The byte after the end of the tag that a text begins with, and whether it may have an attribute that is read; a
/// `>` in a quoted value is no end.
fn tag_end(bytes: &[u8]) -> (usize, bool) {
    if bytes.starts_with(b"<!--") {
        let text = &bytes[4..];
        return (text.windows(3).position(|three| three == b"-->").map_or(bytes.len(), |at| at + 7), false);
    }
    if !bytes.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?')) {
        return (1, false);
    }
    let mut quote = 0;
    let mut has_words = false;
    for (at, byte) in bytes.iter().enumerate() {
        match *byte {
            b'"' | b'\'' if quote == 0 => quote = *byte,
            b'"' | b'\'' if quote == *byte => quote = 0,
            b'>' if quote == 0 => return (at + 1, has_words),
            // The last letters of the names in `is_read`; a blank may stand before the sign.
            b'=' if quote == 0 => has_words |= matches!(bytes[at - 1], b'f' | b't' | b'e' | b'l' | b'r' | b' '),
            _ => {}
        }
    }
    (bytes.len(), has_words)
}

/// The name of a tag as written; pages are made in small letters.
fn name_of(tag: &[u8]) -> &[u8] {
    let inner = tag.strip_prefix(b"</").or_else(|| tag.strip_prefix(b"<")).unwrap_or(tag);
    let length = inner.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(inner.len());
    &inner[..length]
}

/// Adds the values of the attributes that are read, each on its own line.
fn push_attributes(text: &mut String, tag: &str) {
    let mut rest = tag;
    while let Some(at) = rest.find('=') {
        let name = rest[..at].trim_end();
        let length = name.bytes().rev().take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'-').count();
        let after = rest[at + 1..].trim_start();
        let (value, tail) = match after.as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => after[1..].split_once(char::from(*quote)).unwrap_or((&after[1..], "")),
            _ => after.split_at(after.find([' ', '>', '\n']).unwrap_or(after.len())),
        };
        // Links inside the site lead to pages, which are looked at themselves.
        let name = &name.as_bytes()[name.len() - length..];
        if is_read(name) && (name != b"href" || value.contains(':')) {
            push_text(text, value);
            text.push('\n');
        }
        rest = tail;
    }
}

/// Adds text with its entities resolved.
fn push_text(text: &mut String, raw: &str) {
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((entity(&rest[1..end])?, end))) {
            Some((letter, end)) => {
                text.push(letter);
                rest = &rest[end + 1..];
            }
            None => {
                text.push('&');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
}

fn entity(name: &str) -> Option<char> {
    match name {
        "nbsp" | "ensp" | "emsp" | "thinsp" => Some(' '),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "commat" => Some('@'),
        "colon" => Some(':'),
        "period" => Some('.'),
        "hyphen" | "dash" | "ndash" => Some('-'),
        "shy" | "zwnj" | "zwj" => Some('\u{200B}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
