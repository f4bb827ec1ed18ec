//! Links and the small pieces of text that pages are made of.

use serde::Serialize;

use crate::text::{Phone, is_email};

/// Text that is either of the interface, in the page's language, or stays Vietnamese on every page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// The text.
    pub text: String,
    /// Whether it stays Vietnamese: words of a record, or words of the site that nobody translated.
    pub record: bool,
}

impl Phrase {
    /// Words of a record.
    pub fn record(text: impl Into<String>) -> Self {
        Self { text: text.into(), record: true }
    }

    /// Words of the interface.
    pub fn interface(text: impl Into<String>) -> Self {
        Self { text: text.into(), record: false }
    }
}

/// A link.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Its text.
    pub text: String,
    /// Where it leads, from this page.
    pub href: String,
    /// Whether the text stays Vietnamese, as in [`Phrase`].
    pub record: bool,
}

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Telephone {
    /// The number, grouped where it is one that can be dialled, else as published.
    pub text: String,
    /// `tel:` target, where it can be dialled.
    pub href: Option<String>,
}

impl Telephone {
    /// The number as shown; nothing where the text is empty.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        Some(match Phone::parse(text) {
            Some(phone) => Self { text: phone.display().replace(' ', "\u{a0}"), href: Some(phone.tel()) },
            None => Self { text: text.to_owned(), href: None },
        })
    }

    /// Every number of a list.
    pub fn all(texts: &[String]) -> Vec<Self> {
        texts.iter().filter_map(|text| Self::of(text)).collect()
    }
}

/// An address outside the site, or one that is only text because it is no web address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outside {
    /// The address as shown.
    pub text: String,
    /// Where it leads, where it may be linked.
    pub href: Option<String>,
}

impl Outside {
    /// A web address as shown: without its scheme; nothing where the text is empty.
    pub fn web(text: &str) -> Option<Self> {
        let text = text.trim();
        let shown = text.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
        (!text.is_empty()).then(|| Self { text: shown.to_owned(), href: web_address(text) })
    }

    /// An e-mail address; nothing where the text is empty.
    pub fn email(text: &str) -> Option<Self> {
        let text = text.trim();
        let href = is_email(text).then(|| format!("mailto:{text}"));
        (!text.is_empty()).then(|| Self { text: text.to_owned(), href })
    }
}

/// The address, where it is one of the web; scripts and other schemes are never linked.
pub(super) fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let after = strip_scheme(text, "https://").or_else(|| strip_scheme(text, "http://"))?;
    (after.starts_with(char::is_alphanumeric) && !text.contains(char::is_whitespace)).then(|| encoded(text))
}

fn strip_scheme<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let head = text.get(..scheme.len())?;
    head.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
}

/// A path in the site's folder as a link from its root; nothing where it would leave the folder.
pub(super) fn site_path(text: &str) -> Option<String> {
    let path = text.trim().trim_start_matches("./").trim_start_matches('/');
    let leaves = path.split(['/', '\\']).any(|part| part == "..") || path.contains([':', '\\', '?', '#']);
    (!path.is_empty() && !leaves).then(|| encoded(path))
}

/// Percent-encodes what may not stand in an address; what already is encoded stays.
fn encoded(text: &str) -> String {
    const KEPT: &[u8] = b"-._~:/?#[]@!$&'()*+,;=%";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || KEPT.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{Outside, Telephone, site_path, web_address};

    #[test]
    fn only_web_addresses_are_linked() {
        assert_eq!(web_address(" https://dichvucong.gov.vn/a b").as_deref(), None);
        assert_eq!(web_address("https://vbpl.vn/văn-bản").as_deref(), Some("https://vbpl.vn/v%C4%83n-b%E1%BA%A3n"));
        for text in ["javascript:alert(1)", "data:text/html,x", "//evil.example", "https://", "http:/x", "đ"] {
            assert_eq!(web_address(text), None, "{text}");
        }
    }

    #[test]
    fn a_path_stays_in_the_site() {
        assert_eq!(site_path("/bieu-mau/Tờ khai.docx").as_deref(), Some("bieu-mau/T%E1%BB%9D%20khai.docx"));
        for text in ["../x", "a/../../x", "javascript:x", "c:\\x", "", "/"] {
            assert_eq!(site_path(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_that_cannot_be_dialled_is_only_shown() {
        let dialled = Telephone::of("0900 000 000").expect("there is a text");
        assert_eq!(
            (dialled.text.as_str(), dialled.href.as_deref()),
            ("0900\u{a0}000\u{a0}000", Some("tel:+84900000000"))
        );
        assert_eq!(Telephone::of("gọi sau").and_then(|shown| shown.href), None);
        assert_eq!(Telephone::of("  "), None);
    }

    #[test]
    fn a_web_address_is_shown_without_its_scheme() {
        let shown = Outside::web("https://xa.example/").expect("there is a text");
        assert_eq!((shown.text.as_str(), shown.href.as_deref()), ("xa.example", Some("https://xa.example/")));
    }
}
