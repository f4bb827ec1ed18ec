//! Which reader a file needs, by the ending of its name.

use camino::Utf8Path;

/// The form of a source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook: `.xlsx`, `.xls` or `.ods`. Its first bytes tell which, because exports often carry the wrong
    /// ending.
    Workbook,
    /// Delimited text; the delimiter is found by looking.
    Csv,
    /// Text delimited by tabs.
    Tsv,
    /// One JSON document.
    Json,
    /// One JSON object a line.
    JsonLines,
    /// TOML.
    Toml,
}

/// The form of a file and whether it is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// The form inside.
    pub format: Format,
    /// Whether it is packed with gzip.
    pub packed: bool,
}

impl Encoding {
    /// Reads the ending of a file name, in any case: `so.XLSX`, `so.jsonl.gz`. Workbooks are packed already, so
    /// `.xlsx.gz` is not known.
    #[must_use]
    pub fn of(path: &Utf8Path) -> Option<Self> {
        let name = path.file_name()?.to_ascii_lowercase();
        let (name, packed) = match name.strip_suffix(".gz") {
            Some(inner) => (inner, true),
            None => (name.as_str(), false),
        };
        let format = Format::of_ending(name.rsplit_once('.')?.1)?;
        (!packed || format != Format::Workbook).then_some(Self { format, packed })
    }
}

impl Format {
    fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "xlsx" | "xls" | "ods" => Some(Self::Workbook),
            "csv" => Some(Self::Csv),
            "tsv" => Some(Self::Tsv),
            "json" => Some(Self::Json),
            "jsonl" => Some(Self::JsonLines),
            "toml" => Some(Self::Toml),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_read_in_any_case_and_through_gz() {
        let known = |name: &str| Encoding::of(Utf8Path::new(name));
        assert_eq!(known("a/Sổ.XLSX"), Some(Encoding { format: Format::Workbook, packed: false }));
        assert_eq!(known("so.JSONL.gz"), Some(Encoding { format: Format::JsonLines, packed: true }));
        assert_eq!(known("so.2026.csv"), Some(Encoding { format: Format::Csv, packed: false }));
    }

    #[test]
    fn other_endings_and_packed_workbooks_are_not_known() {
        for name in ["so.docx", "so.xlsx.gz", "so", "gz", "so.gz", ".."] {
            assert_eq!(Encoding::of(Utf8Path::new(name)), None, "{name}");
        }
    }
}
