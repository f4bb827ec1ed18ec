//! Arguments of template functions.

use serde_json::Value;

use super::Args;

/// A text argument, where it is given.
///
/// # Errors
/// When it is not text.
pub(super) fn text<'a>(args: &'a Args, name: &str) -> Result<Option<&'a str>, String> {
    match args.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(wrong(name, "text", other)),
    }
}

/// A text argument that must be given.
///
/// # Errors
/// When it is missing or not text.
pub(super) fn needed<'a>(args: &'a Args, name: &str) -> Result<&'a str, String> {
    text(args, name)?.ok_or_else(|| format!("the argument `{name}` is missing"))
}

/// A yes-or-no argument, where it is given.
///
/// # Errors
/// When it is neither `true` nor `false`.
pub(super) fn flag(args: &Args, name: &str) -> Result<Option<bool>, String> {
    match args.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Bool(flag)) => Ok(Some(*flag)),
        Some(other) => Err(wrong(name, "true or false", other)),
    }
}

/// A whole number that is not negative, where it is given.
///
/// # Errors
/// When it is anything else.
pub(super) fn count(args: &Args, name: &str) -> Result<Option<u32>, String> {
    let value = match args.get(name) {
        None | Some(Value::Null) => return Ok(None),
        Some(value) => value,
    };
    let whole =
        value.as_u64().or_else(|| value.as_f64().filter(|number| number.fract() == 0.0).map(|number| number as u64));
    let number = whole.and_then(|number| u32::try_from(number).ok());
    number.map(Some).ok_or_else(|| wrong(name, "a whole number", value))
}

fn wrong(name: &str, wanted: &str, got: &Value) -> String {
    format!("the argument `{name}` must be {wanted}, not {got}")
}
