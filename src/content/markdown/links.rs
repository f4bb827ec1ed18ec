//! Where links and pictures lead.

use std::fmt::Write as _;

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::code::escape;
use super::{Fragments, Host, Rendered};

/// What links to other sites carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExternalLinks {
    /// They open in a new tab (and then say `rel="noopener"`).
    pub target_blank: bool,
    /// `rel="nofollow"`.
    pub no_follow: bool,
    /// `rel="noreferrer"`.
    pub no_referrer: bool,
    /// `rel="external"`.
    pub external: bool,
    /// A CSS class.
    pub class: Option<String>,
}

impl ExternalLinks {
    /// The opening tag of such a link; nothing where the usual one will do.
    pub(super) fn opening(&self, address: &str, title: &str) -> Option<String> {
        let relation: Vec<_> = [
            (self.target_blank, "noopener"),
            (self.no_follow, "nofollow"),
            (self.no_referrer, "noreferrer"),
            (self.external, "external"),
        ]
        .into_iter()
        .filter_map(|(wanted, word)| wanted.then_some(word))
        .collect();
        if relation.is_empty() && self.class.is_none() {
            return None;
        }
        let mut tag = "<a".to_owned();
        if let Some(class) = &self.class {
            let _ = write!(tag, " class=\"{}\"", escape(class));
        }
        if !relation.is_empty() {
            let _ = write!(tag, " rel=\"{}\"", relation.join(" "));
        }
        if self.target_blank {
            tag.push_str(" target=\"_blank\"");
        }
        if !title.is_empty() {
            let _ = write!(tag, " title=\"{}\"", escape(title));
        }
        let _ = write!(tag, " href=\"{}\">", escape_address(address));
        Some(tag)
    }
}

/// An address as it must stand in an attribute, with what no address may hold percent-encoded.
pub(super) fn escape_address(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    let _ = pulldown_cmark_escape::escape_href(&mut escaped, address);
    escaped
}

/// A link to a page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InternalLink {
    /// The file below `content/`; nothing for the page itself.
    pub path: Option<String>,
    /// The anchor on that page, without `#`.
    pub anchor: Option<String>,
}

/// What kind of address a link has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// `@/folder/file.md`
    Internal,
    /// `/folder/`
    FromRoot,
    /// `#anchor`
    Anchor,
    /// `picture.png`, `./picture.png`
    Beside,
    /// `../folder/`
    Above,
    /// `https://…`, `http://…`
    External,
    /// Other schemes, such as `tel:`, and `//host/`.
    Other,
}

impl LinkKind {
    /// The kind of an address.
    #[must_use]
    pub fn of(address: &str) -> Self {
        if address.starts_with("@/") {
            Self::Internal
        } else if address.starts_with('#') {
            Self::Anchor
        } else if address.starts_with("http://") || address.starts_with("https://") {
            Self::External
        } else if address.starts_with("//") || has_scheme(address) {
            Self::Other
        } else if address.starts_with('/') {
            Self::FromRoot
        } else if address.starts_with("..") {
            Self::Above
        } else {
            Self::Beside
        }
    }
}

fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'))
    })
}

/// Sends every link and picture to its address.
pub(super) fn resolve(events: &mut [Event<'_>], fragments: &Fragments, host: &dyn Host, rendered: &mut Rendered) {
    for event in events {
        let (address, title, is_link) = match event {
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) if *link_type != LinkType::Email => {
                (dest_url, title, true)
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => (dest_url, title, false),
            _ => continue,
        };
        for text in [&mut *address, title] {
            if fragments.are_in(text) {
                *text = CowStr::from(fragments.fill(text));
            }
        }
        let mut links = Links { host, rendered, is_link };
        if let Some(found) = links.destination(address) {
            *address = CowStr::from(found);
        }
    }
}

struct Links<'a> {
    host: &'a dyn Host,
    rendered: &'a mut Rendered,
    is_link: bool,
}

impl Links<'_> {
    /// Where an address leads, unless it stays as it is written.
    fn destination(&mut self, address: &str) -> Option<String> {
        let (target, anchor) = address.split_at(address.find('#').unwrap_or(address.len()));
        match LinkKind::of(address) {
            kind @ (LinkKind::Internal | LinkKind::FromRoot) => {
                let asked = if kind == LinkKind::Internal { &target[2..] } else { target };
                let Some(found) = self.host.link(kind, asked) else {
                    self.rendered.broken.push(address.to_owned());
                    return None;
                };
                if kind == LinkKind::Internal {
                    self.note(Some(asked), anchor);
                }
                Some(format!("{found}{anchor}"))
            }
            LinkKind::Anchor => {
                self.note(None, anchor);
                self.beside(address)
            }
            LinkKind::Beside if !address.is_empty() => self.beside(address),
            LinkKind::External if self.is_link => {
                self.rendered.external_links.push(address.to_owned());
                None
            }
            _ => None,
        }
    }

    /// The full address of what lies beside or on the page.
    fn beside(&self, address: &str) -> Option<String> {
        let permalink = self.host.permalink();
        (!permalink.is_empty()).then(|| format!("{permalink}{address}"))
    }

    fn note(&mut self, path: Option<&str>, anchor: &str) {
        let anchor = anchor.strip_prefix('#').map(str::to_owned);
        self.rendered.internal_links.push(InternalLink { path: path.map(str::to_owned), anchor });
    }
}
