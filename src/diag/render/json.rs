//! Diagnostics for other programs.

use std::io;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter};

use super::visible::is_unsafe;
use super::{Diagnostic, Location};
use crate::diag::{Lang, Severity};

/// One array, one object a line: `code`, `severity`, `message` and `help` in both languages, `location`, `value`.
///
/// Members that a diagnostic does not have are left out. Control characters are escaped, beyond what JSON asks for,
/// so that the text may be shown on a terminal and still holds the exact value.
#[must_use]
pub fn json(diagnostics: &[Diagnostic]) -> String {
    let records: Vec<String> = diagnostics.iter().map(line).collect();
    if records.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", records.join(",\n")) }
}

/// A diagnostic as a JSON object.
#[derive(Serialize)]
struct Record<'a> {
    code: String,
    severity: &'static str,
    message: Bilingual,
    help: Bilingual,
    location: Place<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

/// A sentence in both languages.
#[derive(Serialize)]
struct Bilingual {
    vi: String,
    en: String,
}

/// A location; which members are present depends on its kind.
#[derive(Default, Serialize)]
#[serde(default)]
struct Place<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    /// Line of a text file, or row of a sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    /// Address such as `C12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    header: Option<&'a str>,
}

impl<'a> From<&'a Location> for Place<'a> {
    fn from(location: &'a Location) -> Self {
        let common = Self {
            path: location.path().map(camino::Utf8Path::as_str),
            line: location.line(),
            cell: location.cell(),
            header: location.header(),
            ..Self::default()
        };
        match location {
            Location::Text { position, .. } => Self { column: position.map(|at| at.column), ..common },
            Location::Cell { sheet, column, .. } => Self { column: Some(*column), sheet: Some(sheet), ..common },
            Location::Pointer { pointer, .. } => Self { pointer: Some(pointer), ..common },
            Location::Key { key } => Self { key: Some(key), ..common },
        }
    }
}

/// The object of one diagnostic on one line.
fn line(diagnostic: &Diagnostic) -> String {
    let text = diagnostic.problem.text();
    let record = Record {
        code: diagnostic.code().to_string(),
        severity: severity(diagnostic.severity),
        message: Bilingual { vi: text.vi, en: text.en },
        help: Bilingual { vi: text.help_vi, en: text.help_en },
        location: Place::from(&diagnostic.location),
        value: diagnostic.value.as_deref(),
    };
    let mut bytes = Vec::new();
    record
        .serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, Visible))
        .expect("strings and numbers always serialise, and a Vec takes every write");
    String::from_utf8(bytes).expect("the serialiser writes UTF-8")
}

/// The name of a severity; a contract with other programs, the same in every language.
const fn severity(severity: Severity) -> &'static str {
    severity.word(Lang::En)
}

/// Compact JSON in which no character is invisible.
struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(is_unsafe) {
            let (safe, tail) = rest.split_at(at);
            CompactFormatter.write_string_fragment(writer, safe)?;
            let mut chars = tail.chars();
            if let Some(char) = chars.next() {
                for unit in char.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
            rest = chars.as_str();
        }
        CompactFormatter.write_string_fragment(writer, rest)
    }
}
