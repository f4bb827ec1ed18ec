//! Names for addresses and files.

use unicode_normalization::UnicodeNormalization;

use super::fold_char;

/// Longest slug, in bytes.
const LIMIT: usize = 80;

/// A name for an address: `a`–`z`, `0`–`9` and single hyphens between words, at most 80 characters, never empty.
///
/// Long texts are cut after a whole word. Text without any Latin letter or digit gets `x` and a hash of itself,
/// so that different texts keep different names. Names that Windows reserves for devices (`con`, `aux` …) get a
/// prefix: `con` is an everyday Vietnamese word, and the published folder may be unpacked anywhere.
///
/// ```
/// assert_eq!(congkhai::text::slug("Đăng ký kết hôn (có yếu tố nước ngoài)"), "dang-ky-ket-hon-co-yeu-to-nuoc-ngoai");
/// ```
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = hyphenated(text);
    cut(&mut slug);
    if slug.is_empty() {
        return fallback(text);
    }
    if is_device(&slug) {
        slug.insert_str(0, "x-");
    }
    slug
}

/// Folded words joined by hyphens; reads no further than a little beyond the limit.
fn hyphenated(text: &str) -> String {
    let mut slug = String::with_capacity(text.len().min(LIMIT + 16));
    let mut gap = false;
    for letter in text.chars() {
        fold_char(letter, |piece| {
            if piece.is_ascii_alphanumeric() {
                if gap && !slug.is_empty() {
                    slug.push('-');
                }
                gap = false;
                slug.push(piece);
            } else {
                gap = true;
            }
        });
        if slug.len() > LIMIT {
            break;
        }
    }
    slug
}

/// Cuts to the limit, after a whole word where there is one.
fn cut(slug: &mut String) {
    if slug.len() > LIMIT {
        let end = slug[..=LIMIT].rfind('-').unwrap_or(LIMIT);
        slug.truncate(end);
    }
}

/// A name for text that has no letter to make one of; the same for every Unicode form of the text.
fn fallback(text: &str) -> String {
    let canonical: String = text.nfc().collect();
    let hash = blake3::hash(canonical.as_bytes()).to_hex();
    format!("x{}", &hash[..12])
}

/// Whether Windows takes the name for a device.
fn is_device(slug: &str) -> bool {
    match slug {
        "con" | "prn" | "aux" | "nul" => true,
        _ => {
            slug.len() == 4
                && (slug.starts_with("com") || slug.starts_with("lpt"))
                && slug.as_bytes()[3].is_ascii_digit()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn words_are_folded_and_joined() {
        assert_eq!(slug("  Cấp lại Giấy phép – đường bộ "), "cap-lai-giay-phep-duong-bo");
        assert_eq!(slug("1.001193"), "1-001193");
    }

    #[test]
    fn paths_and_devices_cannot_be_named() {
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("C:\\windows\0"), "c-windows");
        assert_eq!(slug("Con"), "x-con");
        assert_eq!(slug("LPT1"), "x-lpt1");
    }

    #[test]
    fn long_texts_end_after_a_word() {
        let slug = slug(&"thủ tục hành chính ".repeat(20));
        assert!(slug.len() <= 80, "{slug}");
        assert!(
            slug.ends_with("-chinh") || slug.ends_with("-thu") || slug.ends_with("-tuc") || slug.ends_with("-hanh")
        );
    }

    #[test]
    fn a_word_that_ends_at_the_limit_is_kept() {
        let text = format!("{} bb", "a".repeat(80));
        assert_eq!(slug(&text), "a".repeat(80));
        assert_eq!(slug(&"a".repeat(200)), "a".repeat(80));
    }

    #[test]
    fn texts_without_letters_get_distinct_names() {
        assert!(slug("★").starts_with('x'));
        assert_ne!(slug("★"), slug("☆"));
        assert_ne!(slug(""), slug("東京"));
    }
}
