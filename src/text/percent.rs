//! Percent escapes of web addresses.

/// Undoes percent escapes; what is no escape stays, and bytes that are not UTF-8 become U+FFFD.
#[must_use]
pub fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let pair = after.get(..2).filter(|pair| pair.iter().all(u8::is_ascii_hexdigit));
        let byte =
            pair.and_then(|pair| std::str::from_utf8(pair).ok()).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match byte.filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::percent_decoded;

    #[test]
    fn escapes_are_undone_and_the_rest_stays() {
        assert_eq!(percent_decoded("%C4%91%C6%A1n.pdf"), "đơn.pdf");
        assert_eq!(percent_decoded("100%"), "100%");
        assert_eq!(percent_decoded("%+1x%zz"), "%+1x%zz");
    }
}
