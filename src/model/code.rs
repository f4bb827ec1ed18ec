//! The national code of a procedure.

use std::fmt;

/// A code of the national database: one digit, a dot, six digits, and in provincial systems a suffix such as `.H19`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProcedureCode(Box<str>);

impl ProcedureCode {
    /// Reads a code exactly as the national database writes it; blanks around it are ignored.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (number, suffix) = match text.match_indices('.').nth(1) {
            Some((at, _)) => text.split_at(at),
            None => (text, ""),
        };
        let (digit, rest) = number.split_once('.')?;
        let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        (digits(digit, 1) && digits(rest, 6) && is_suffix(suffix)).then(|| Self(text.into()))
    }

    /// The code as published.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Empty, or a dot, one or two capital letters and one to three digits: `.H19`.
fn is_suffix(suffix: &str) -> bool {
    let Some(body) = suffix.strip_prefix('.') else { return suffix.is_empty() };
    let letters = body.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = &body[letters..];
    (1..=2).contains(&letters) && (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for ProcedureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::ProcedureCode;

    #[test]
    fn national_and_provincial_codes_are_read() {
        for code in ["1.001193", "2.000635", " 5.000123 ", "1.001193.H19"] {
            assert_eq!(ProcedureCode::parse(code).map(|code| code.to_string()).as_deref(), Some(code.trim()));
        }
    }

    #[test]
    fn other_shapes_are_refused() {
        for code in [
            "",
            "1.0133611",
            "1.014955-Xoa",
            "2.009182739",
            "../../x",
            "1.00119३",
            "1.001193.",
            "1.001193.H",
            "11.001193",
        ] {
            assert_eq!(ProcedureCode::parse(code), None, "{code}");
        }
    }
}
