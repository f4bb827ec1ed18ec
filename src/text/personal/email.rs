//! E-mail addresses of persons.

use super::{Seen, Sensitive, secret};
use crate::text::is_email;

/// Domains of the state, whose addresses are official.
const OFFICIAL: &[&str] = &["gov.vn", "mil.vn", "chinhphu.vn", "quochoi.vn", "edu.vn", "dcs.vn"];

/// Domains that are nobody's (RFC 2606 and RFC 6761).
const RESERVED: &[&str] = &["example", "example.com", "example.org", "example.net", "test", "invalid", "localhost"];

/// Endings of files that look like domains: `anh@2x.png`.
const FILE_ENDINGS: &[&str] = &["png", "jpg", "jpeg", "webp", "gif", "svg", "css", "js"];

/// First words of addresses that belong to an office or a service.
const ROLES: &[&str] = &[
    "ubnd",
    "hdnd",
    "ttpvhcc",
    "tthcc",
    "hcc",
    "motcua",
    "vanphong",
    "vanthu",
    "phananh",
    "lienhe",
    "hotro",
    "info",
    "contact",
    "support",
    "admin",
    "webmaster",
    "noreply",
    "no-reply",
    "cskh",
    "git",
    "postmaster",
    "tiepnhan",
    "congan",
    "tramyte",
    "toasoan",
    "banbientap",
    "office",
    "help",
    "service",
    "sales",
];

/// The address around an `@`, where it is a person's; or a password inside an address of the web.
pub(super) fn at_sign(text: &str, at: usize) -> Option<Seen> {
    let before = text[..at].trim_end_matches([' ', '\u{A0}']);
    let after = text[at + 1..].trim_start_matches([' ', '\u{A0}']);
    if at - before.len() > 2 || text.len() - after.len() - at - 1 > 2 {
        return None;
    }
    let head = before.bytes().rev().take_while(|byte| is_local(*byte)).count();
    let start = before.len() - head;
    let length = after.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte)).count();
    let domain = after[..length].trim_end_matches(['.', '-']);
    if let Some(seen) = secret::in_address(text, at) {
        return Some(seen);
    }
    let local = before[start..].trim_start_matches(['.', '-']);
    let end = text.len() - after.len() + domain.len();
    let is_person = is_email(&format!("{local}@{domain}")) && is_personal(local, domain);
    is_person.then(|| Seen::new(Sensitive::Email, before.len() - local.len()..end))
}

const fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

/// `nguyenvana (at) gmail.com`, `nguyenvana[at]gmail[dot]com`.
pub(super) fn spelled_at(text: &str, open: usize) -> Option<Seen> {
    if !matches!(text.as_bytes().get(open + 1), Some(b'a' | b'A')) {
        return None;
    }
    let inner = text.get(open + 1..open + 4)?;
    let close = match text.as_bytes()[open] {
        b'(' => ')',
        _ => ']',
    };
    let word = inner.split(close).next()?;
    if !(word.eq_ignore_ascii_case("at") || word.eq_ignore_ascii_case("a"))
        || !text[open + 1 + word.len()..].starts_with(close)
    {
        return None;
    }
    let before = text[..open].trim_end_matches(' ');
    let start = before.len() - before.bytes().rev().take_while(|byte| is_local(*byte)).count();
    let (domain, length) = spelled_domain(&text[open + word.len() + 2..]);
    let local = &before[start..];
    let is_person = is_email(&format!("{local}@{domain}")) && is_personal(local, &domain);
    is_person.then(|| Seen::new(Sensitive::Email, start..open + word.len() + 2 + length))
}

/// The domain that a text begins with, points spelled or not, and its length as written.
fn spelled_domain(text: &str) -> (String, usize) {
    const POINTS: [&str; 4] = ["[dot]", "(dot)", " dot ", "."];
    let mut domain = String::new();
    let mut rest = text.trim_start_matches(' ');
    while let Some(byte) = rest.bytes().next().filter(|_| domain.len() < 253) {
        let point = POINTS.iter().find_map(|point| rest.strip_prefix(point));
        rest = match point {
            Some(after) => {
                domain.push('.');
                after
            }
            None if byte.is_ascii_alphanumeric() || byte == b'-' => {
                domain.push(char::from(byte));
                &rest[1..]
            }
            None => break,
        };
    }
    let trailing = domain.len() - domain.trim_end_matches(['.', '-']).len();
    domain.truncate(domain.len() - trailing);
    (domain, text.len() - rest.len())
}

fn is_personal(local: &str, domain: &str) -> bool {
    let (local, domain) = (local.to_ascii_lowercase(), domain.to_ascii_lowercase());
    let below = |parents: &[&str]| {
        parents
            .iter()
            .any(|parent| domain == *parent || domain.strip_suffix(parent).is_some_and(|rest| rest.ends_with('.')))
    };
    let is_file = domain.rsplit('.').next().is_some_and(|ending| FILE_ENDINGS.contains(&ending));
    !is_file && !below(OFFICIAL) && !below(RESERVED) && !ROLES.iter().any(|role| local.starts_with(role))
}
