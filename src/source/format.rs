//! Which reader a file needs, by the ending of its name.

use camino::Utf8Path;

/// The form of a source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook: `.xlsx`, `.xls` or `.ods`. Its first bytes tell which, because exports often carry the wrong
    /// ending.
    Workbook,
    /// Text, perhaps packed with gzip.
    Text {
        /// What the text is written in.
        language: Language,
        /// Whether it is packed.
        packed: bool,
    },
}

/// What a text file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
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

impl Format {
    /// Reads the ending of a file name, in any case: `so.XLSX`, `so.jsonl.gz`. Workbooks are packed already, so
    /// `.xlsx.gz` is not known.
    #[must_use]
    pub fn of(path: &Utf8Path) -> Option<Self> {
        let name = path.file_name()?.to_ascii_lowercase();
        let (name, packed) = match name.strip_suffix(".gz") {
            Some(inner) => (inner, true),
            None => (name.as_str(), false),
        };
        match name.rsplit_once('.')?.1 {
            "xlsx" | "xls" | "ods" if !packed => Some(Self::Workbook),
            ending => Language::of_ending(ending).map(|language| Self::Text { language, packed }),
        }
    }
}

impl Language {
    fn of_ending(ending: &str) -> Option<Self> {
        match ending {
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
        let known = |name: &str| Format::of(Utf8Path::new(name));
        assert_eq!(known("a/Sổ.XLSX"), Some(Format::Workbook));
        assert_eq!(known("so.JSONL.gz"), Some(Format::Text { language: Language::JsonLines, packed: true }));
        assert_eq!(known("so.2026.csv"), Some(Format::Text { language: Language::Csv, packed: false }));
    }

    #[test]
    fn other_endings_and_packed_workbooks_are_not_known() {
        for name in ["so.docx", "so.xlsx.gz", "so", "gz", "so.gz", ".."] {
            assert_eq!(Format::of(Utf8Path::new(name)), None, "{name}");
        }
    }
}
