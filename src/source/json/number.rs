//! The digits of numbers as written, for those that a float cannot hold.

/// The number with this index, counted from 0, among all numbers of a valid JSON text.
pub(super) fn token(json: &str, index: usize) -> Option<&str> {
    let bytes = json.as_bytes();
    let mut at = 0;
    let mut seen = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at = end_of_string(bytes, at),
            b'-' | b'0'..=b'9' => {
                let length = bytes[at..].iter().take_while(|byte| is_of_number(**byte)).count();
                if seen == index {
                    return json.get(at..at + length);
                }
                seen += 1;
                at += length;
            }
            _ => at += 1,
        }
    }
    None
}

/// Whether a number has neither fraction nor exponent.
pub(super) fn is_whole(token: &str) -> bool {
    token.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit())
}

const fn is_of_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
}

/// Just after the string that begins at `start`, or the end of the text.
pub(super) fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_in_order_and_not_inside_strings() {
        let json = r#"{"a1":-5,"b\"2":["3 \\",4.5e+9],"c":123456789012345678901234}"#;
        let found: Vec<_> = (0..4).map(|index| token(json, index)).collect();
        assert_eq!(found, [Some("-5"), Some("4.5e+9"), Some("123456789012345678901234"), None]);
        assert!(is_whole("-5") && !is_whole("4.5e+9"));
    }
}
