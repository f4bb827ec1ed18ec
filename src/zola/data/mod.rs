//! `load_data`: files and texts as values.
//!
//! TOML, JSON, YAML, CSV, BibTeX and XML become values of the shape that Zola gives them; all else is plain text.

mod bibtex;
mod remote;
mod xml;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use camino::Utf8Path;
use serde_json::{Map, Value, json};

use super::args::{flag, text};
use super::lookup::Lookup;
use super::{Args, Function};

pub use remote::Remote;
use remote::{Trouble, Web};

/// How the bytes of a file are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Format {
    Bibtex,
    Csv,
    Json,
    Plain,
    Toml,
    Xml,
    Yaml,
}

impl Format {
    fn named(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "bibtex" => Self::Bibtex,
            "csv" => Self::Csv,
            "json" => Self::Json,
            "plain" | "txt" => Self::Plain,
            "toml" => Self::Toml,
            "xml" => Self::Xml,
            "yaml" | "yml" => Self::Yaml,
            _ => return None,
        })
    }

    /// What a server is asked for.
    fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Json => "application/json",
            Self::Toml => "application/toml",
            Self::Xml => "text/xml",
            Self::Yaml => "application/yaml",
            Self::Bibtex | Self::Plain => "text/plain",
        }
    }

    fn of_path(path: &str) -> Self {
        Utf8Path::new(path).extension().and_then(Self::named).unwrap_or(Self::Plain)
    }
}

/// `load_data(path= or literal= or url=, format=, required=true)`. Data files are read once, and servers asked once.
pub struct LoadData {
    lookup: Lookup,
    read: Mutex<BTreeMap<(String, Format), Arc<Value>>>,
    web: Web,
}

impl LoadData {
    /// Loads files of a site, and data from the web where that is allowed.
    #[must_use]
    pub fn new(lookup: Lookup, remote: Remote) -> Self {
        Self { lookup, read: Mutex::default(), web: Web::new(remote) }
    }

    fn file(&self, path: &str, format: Option<Format>, required: bool) -> Result<Value, String> {
        let Some((found, bytes)) = self.lookup.find(path) else {
            return if required { self.lookup.require(path).map(|_| Value::Null) } else { Ok(Value::Null) };
        };
        let format = format.unwrap_or_else(|| Format::of_path(&found));
        let key = (found, format);
        if let Some(known) = self.read.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Value::clone(known));
        }
        let written = String::from_utf8(bytes).map_err(|_| format!("`{path}` is not UTF-8"))?;
        let value = parse(&written, format).map_err(|detail| format!("`{path}`: {detail}"))?;
        self.read.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::new(value.clone()));
        Ok(value)
    }
}

impl Function for LoadData {
    fn call(&self, args: &Args) -> Result<Value, String> {
        let format = match text(args, "format")? {
            Some(name) => Some(Format::named(name).ok_or_else(|| format!("no data format `{name}`"))?),
            None => None,
        };
        let required = flag(args, "required")?.unwrap_or(true);
        match (text(args, "path")?, text(args, "literal")?, text(args, "url")?) {
            (Some(path), None, None) => self.file(path, format, required),
            (None, Some(literal), None) => parse(literal, format.unwrap_or(Format::Plain)),
            (None, None, Some(url)) => match self.web.load(url, format, args) {
                Err(Trouble::Missing(_)) if !required => Ok(Value::Null),
                Err(Trouble::Missing(told) | Trouble::Wrong(told)) => Err(told),
                Ok(value) => Ok(value),
            },
            _ => Err("exactly one of `path`, `literal` and `url` must be given".to_owned()),
        }
    }
}

fn parse(written: &str, format: Format) -> Result<Value, String> {
    let written = written.strip_prefix('\u{feff}').unwrap_or(written);
    match format {
        Format::Bibtex => bibtex::parse(written),
        Format::Csv => csv(written),
        Format::Json => serde_json::from_str(written).map_err(|error| error.to_string()),
        Format::Plain => Ok(Value::String(written.to_owned())),
        Format::Toml => toml::from_str::<toml::Table>(written)
            .map(|table| from_toml(toml::Value::Table(table)))
            .map_err(|error| error.to_string()),
        Format::Xml => xml::parse(written),
        Format::Yaml => serde_norway::from_str(written).map(from_yaml).map_err(|error| error.to_string()),
    }
}

fn csv(written: &str) -> Result<Value, String> {
    let mut reader = csv::Reader::from_reader(written.as_bytes());
    let headers: Vec<Value> = reader.headers().map_err(|error| error.to_string())?.iter().map(Value::from).collect();
    let records: Result<Vec<Value>, _> = reader.records().map(|record| Ok(record?.iter().collect())).collect();
    Ok(json!({ "headers": headers, "records": records.map_err(|error: csv::Error| error.to_string())? }))
}

/// Dates become text.
pub(super) fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(flag) => Value::Bool(flag),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(from_toml).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, from_toml(value))).collect())
        }
    }
}

/// Keys that are not text are written as text.
pub(super) fn from_yaml(value: serde_norway::Value) -> Value {
    use serde_norway::Value as Yaml;
    match value {
        Yaml::Null => Value::Null,
        Yaml::Bool(flag) => Value::Bool(flag),
        Yaml::Number(number) => serde_json::to_value(number).unwrap_or(Value::Null),
        Yaml::String(text) => Value::String(text),
        Yaml::Sequence(items) => items.into_iter().map(from_yaml).collect(),
        Yaml::Mapping(map) => {
            let entry = |(key, value)| (yaml_key(key), from_yaml(value));
            Value::Object(map.into_iter().map(entry).collect::<Map<_, _>>())
        }
        Yaml::Tagged(tagged) => from_yaml(tagged.value),
    }
}

fn yaml_key(key: serde_norway::Value) -> String {
    match from_yaml(key) {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::lookup::tests::Memory;
    use super::*;

    fn load(args: Value) -> Result<Value, String> {
        let files = [
            ("a.toml", "d = 2026-11-20\nn = [1, 2.5]"),
            ("content/b.csv", "Số,Tên\n1,\"a, b\"\n"),
            ("static/c.yaml", "1: x\nk: [true, null]"),
            ("d.json", "{\"z\": 1, \"a\": 2}"),
            ("e.txt", "{}"),
            ("bad.json", "{"),
        ];
        LoadData::new(Memory::lookup(&files), Remote::Closed).call(args.as_object().expect("arguments are an object"))
    }

    #[test]
    fn every_format_has_the_shape_that_themes_expect() {
        for (path, wanted) in [
            ("a.toml", json!({"d": "2026-11-20", "n": [1, 2.5]})),
            ("b.csv", json!({"headers": ["Số", "Tên"], "records": [["1", "a, b"]]})),
            ("c.yaml", json!({"1": "x", "k": [true, null]})),
            ("d.json", json!({"z": 1, "a": 2})),
            ("e.txt", json!("{}")),
        ] {
            assert_eq!(load(json!({ "path": path })), Ok(wanted), "{path}");
        }
    }

    #[test]
    fn a_format_may_be_given() {
        assert_eq!(load(json!({"path": "e.txt", "format": "json"})), Ok(json!({})));
        assert_eq!(load(json!({"path": "d.json", "format": "plain"})), Ok(json!("{\"z\": 1, \"a\": 2}")));
        assert_eq!(load(json!({"literal": "{\"a\": 1}", "format": "json"})), Ok(json!({"a": 1})));
        assert_eq!(load(json!({"literal": "x: 1"})), Ok(json!("x: 1")));
    }

    #[test]
    fn what_is_not_required_may_be_missing() {
        assert_eq!(load(json!({"path": "none.json", "required": false})), Ok(Value::Null));
        assert_eq!(load(json!({"url": "https://e.example/", "required": false})), Ok(Value::Null));
        assert!(load(json!({"path": "bad.json", "required": false})).is_err());
    }

    #[test]
    fn trouble_is_told() {
        for (args, told) in [
            (json!({}), "exactly one"),
            (json!({"path": "a.toml", "literal": "x"}), "exactly one"),
            (json!({"path": "none.json"}), "none.json"),
            (json!({"path": "bad.json"}), "bad.json"),
            (json!({"url": "https://e.example/"}), "remote_data = true"),
            (json!({"path": "a.toml", "format": "doc"}), "doc"),
            (json!({"literal": "a = ", "format": "toml"}), "expected"),
            (json!({"literal": "a: [", "format": "yaml"}), ""),
            (json!({"literal": "a\nb,c", "format": "csv"}), "record"),
        ] {
            let error = load(args.clone()).expect_err("the call is wrong");
            assert!(error.to_lowercase().contains(told), "{args}: {error}");
        }
    }
}
