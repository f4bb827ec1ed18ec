//! XML → a value: attributes as `@name`, text as `#text`, equal elements as a list.

use roxmltree::{Document, Node, ParsingOptions};
use serde_json::{Map, Value};

/// Deepest nesting that is followed.
const DEEPEST: usize = 200;

pub(super) fn parse(written: &str) -> Result<Value, String> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: 2_000_000, ..ParsingOptions::default() };
    let document = Document::parse_with_options(written, options).map_err(|error| error.to_string())?;
    let root = document.root_element();
    let mut whole = Map::new();
    whole.insert(root.tag_name().name().to_owned(), element(root, 0)?);
    Ok(Value::Object(whole))
}

fn element(node: Node<'_, '_>, depth: usize) -> Result<Value, String> {
    if depth > DEEPEST {
        return Err(format!("elements stand more than {DEEPEST} deep"));
    }
    let mut map = Map::new();
    for attribute in node.attributes() {
        map.insert(format!("@{}", attribute.name()), scalar(attribute.value()));
    }
    let mut text = String::new();
    for child in node.children() {
        if child.is_element() {
            add(&mut map, child.tag_name().name(), element(child, depth + 1)?);
        } else if let Some(words) = child.text().filter(|_| child.is_text()) {
            text.push_str(words);
        }
    }
    let text = text.trim();
    if map.is_empty() {
        return Ok(if text.is_empty() { Value::Object(map) } else { scalar(text) });
    }
    if !text.is_empty() {
        map.insert("#text".to_owned(), scalar(text));
    }
    Ok(Value::Object(map))
}

/// A second element of one name makes a list of them.
fn add(map: &mut Map<String, Value>, name: &str, value: Value) {
    match map.get_mut(name) {
        None => {
            map.insert(name.to_owned(), value);
        }
        Some(Value::Array(items)) => items.push(value),
        Some(first) => *first = Value::Array(vec![first.take(), value]),
    }
}

fn scalar(text: &str) -> Value {
    match text {
        "" => return Value::Null,
        "true" => return Value::Bool(true),
        "false" => return Value::Bool(false),
        _ => {}
    }
    // A number with a leading zero is a code, such as that of a commune.
    let code = text.len() > 1 && text.starts_with('0') && !text.starts_with("0.");
    let number = text.parse::<i64>().map(Value::from).ok().filter(|_| !code && !text.starts_with('+'));
    let decimal = || text.parse::<f64>().ok().filter(|_| !code && text.contains('.')).map(Value::from);
    number.or_else(decimal).unwrap_or_else(|| Value::String(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn elements_attributes_and_lists_are_kept() {
        let written = "<r a='1'><i>x</i><i>2</i><e/><f b='true'>t<!-- c --></f><m>00123</m><n>1.5</n></r>";
        let wanted =
            json!({"r": {"@a": 1, "i": ["x", 2], "e": {}, "f": {"@b": true, "#text": "t"}, "m": "00123", "n": 1.5}});
        assert_eq!(parse(written), Ok(wanted));
    }

    #[test]
    fn broken_and_hostile_files_are_refused() {
        let deep = "<a>".repeat(900) + &"</a>".repeat(900);
        for written in ["", "<a>", "<a></b>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", &deep] {
            assert!(parse(written).is_err());
        }
    }
}
