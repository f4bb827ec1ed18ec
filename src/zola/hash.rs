//! Digests of files and texts, and the filters that Zola adds to Tera.

use std::collections::BTreeMap;
use std::sync::Mutex;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use num_format::{Locale, ToFormattedString};
use regex::Regex;
use serde_json::Value;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::args::{count, flag, needed, text};
use super::lookup::Lookup;
use super::{Args, Function};

/// `get_hash(path= or literal=, sha_type=384, base64=true)`.
pub struct GetHash(
    /// Where files are found.
    pub Lookup,
);

impl Function for GetHash {
    fn call(&self, args: &Args) -> Result<Value, String> {
        let bytes = match (text(args, "path")?, text(args, "literal")?) {
            (Some(path), None) => self.0.require(path)?.1,
            (None, Some(literal)) => literal.as_bytes().to_vec(),
            _ => return Err("either `path` or `literal` must be given".to_owned()),
        };
        let digest = match count(args, "sha_type")?.unwrap_or(384) {
            256 => Sha256::digest(&bytes).to_vec(),
            384 => Sha384::digest(&bytes).to_vec(),
            512 => Sha512::digest(&bytes).to_vec(),
            other => return Err(format!("`sha_type` is 256, 384 or 512, not {other}")),
        };
        let base64 = flag(args, "base64")?.unwrap_or(true);
        Ok(Value::String(if base64 { STANDARD.encode(digest) } else { hex(&digest) }))
    }
}

/// SHA-256 in hexadecimal, as `get_url(cachebust=true)` appends it.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn words<'a>(filter: &str, value: &'a Value) -> Result<&'a str, String> {
    value.as_str().ok_or_else(|| format!("the filter `{filter}` needs text, not {value}"))
}

/// Filter `base64_encode`.
///
/// # Errors
/// When the value is not text.
pub fn base64_encode(value: &Value, _args: &Args) -> Result<Value, String> {
    Ok(Value::String(STANDARD.encode(words("base64_encode", value)?)))
}

/// Filter `base64_decode`.
///
/// # Errors
/// When the value is not text, not base64, or not text once decoded.
pub fn base64_decode(value: &Value, _args: &Args) -> Result<Value, String> {
    let decoded = STANDARD.decode(words("base64_decode", value)?).map_err(|error| format!("base64_decode: {error}"))?;
    String::from_utf8(decoded).map(Value::String).map_err(|error| format!("base64_decode: {error}"))
}

/// Filter `regex_replace(pattern=, rep=)`; remembers its patterns.
#[derive(Default)]
pub struct RegexReplace {
    known: Mutex<BTreeMap<String, Regex>>,
}

impl RegexReplace {
    /// Filters a value.
    ///
    /// # Errors
    /// When the value or an argument is not text, or the pattern cannot be read.
    pub fn filter(&self, value: &Value, args: &Args) -> Result<Value, String> {
        let value = words("regex_replace", value)?;
        let pattern = self.pattern(needed(args, "pattern")?)?;
        Ok(Value::String(pattern.replace_all(value, needed(args, "rep")?).into_owned()))
    }

    fn pattern(&self, written: &str) -> Result<Regex, String> {
        let mut known = self.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(pattern) = known.get(written) {
            return Ok(pattern.clone());
        }
        let pattern = Regex::new(written).map_err(|error| format!("regex_replace: {error}"))?;
        known.insert(written.to_owned(), pattern.clone());
        Ok(pattern)
    }
}

/// Filter `num_format(locale=)`: a whole number with its thousands apart, as the language writes it.
///
/// # Errors
/// When the value is not a whole number, or the language is not known.
pub fn num_format(value: &Value, args: &Args, default_language: &str) -> Result<Value, String> {
    let number = value.as_i64().ok_or_else(|| format!("the filter `num_format` needs a whole number, not {value}"))?;
    let asked = text(args, "locale")?;
    let locale = match asked {
        Some(name) => Locale::from_name(name).map_err(|_| format!("num_format: no locale `{name}`"))?,
        None => Locale::from_name(default_language).unwrap_or(Locale::en),
    };
    Ok(Value::String(number.to_formatted_string(&locale)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::lookup::tests::Memory;
    use super::*;

    fn args(value: Value) -> Args {
        value.as_object().cloned().unwrap_or_default()
    }

    fn hash(value: Value) -> Result<Value, String> {
        GetHash(Memory::lookup(&[("static/a.js", "abc")])).call(&args(value))
    }

    #[test]
    fn digests_of_files_and_texts_are_equal() {
        let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        for source in [
            json!({"path": "a.js", "sha_type": 256, "base64": false}),
            json!({"literal": "abc", "sha_type": 256, "base64": false}),
        ] {
            assert_eq!(hash(source), Ok(json!(sha256)));
        }
        assert_eq!(sha256_hex(b"abc"), sha256);
        assert_eq!(
            hash(json!({"literal": "abc"})),
            Ok(json!("ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"))
        );
    }

    #[test]
    fn wrong_arguments_of_get_hash_are_told() {
        for wrong in [
            json!({}),
            json!({"path": "a.js", "literal": "x"}),
            json!({"path": "none.js"}),
            json!({"literal": 1}),
            json!({"literal": "x", "sha_type": 1}),
            json!({"literal": "x", "base64": "yes"}),
        ] {
            assert!(hash(wrong.clone()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn base64_comes_back_as_it_was() {
        let encoded = base64_encode(&json!("Xã Đông"), &Args::new());
        assert_eq!(encoded, Ok(json!("WMOjIMSQw7RuZw==")));
        assert_eq!(base64_decode(&json!("WMOjIMSQw7RuZw=="), &Args::new()), Ok(json!("Xã Đông")));
        for wrong in [json!("?"), json!("/w=="), json!(1)] {
            assert!(base64_decode(&wrong, &Args::new()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn patterns_name_their_groups() {
        let filter = RegexReplace::default();
        let wanted = args(json!({"pattern": r"(?P<a>\w+), (?P<b>\w+)", "rep": "$b $a"}));
        for _ in 0..2 {
            assert_eq!(filter.filter(&json!("World, Hello"), &wanted), Ok(json!("Hello World")));
        }
        assert!(filter.filter(&json!("x"), &args(json!({"pattern": "(", "rep": ""}))).is_err());
        assert!(filter.filter(&json!("x"), &args(json!({"pattern": "x"}))).is_err());
    }

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let format = |value: Value, given: Value| num_format(&value, &args(given), "vi");
        assert_eq!(format(json!(1_000_000), json!({})), Ok(json!("1.000.000")));
        assert_eq!(format(json!(1_000_000), json!({"locale": "en-IN"})), Ok(json!("10,00,000")));
        assert_eq!(num_format(&json!(1000), &Args::new(), "xx"), Ok(json!("1,000")));
        assert!(format(json!("1"), json!({})).is_err() && format(json!(1), json!({"locale": "?"})).is_err());
    }
}
