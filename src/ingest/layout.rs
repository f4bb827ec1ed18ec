//! The layouts that are read without a mapping.

use crate::source::{Table, Value};

use super::column::Column;
use super::mapping::Mapping;

/// How the cells of a source are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// Text records of the national portal: whole tables written as indented lines.
    NationalText,
    /// The list that the national database exports: code, name, agencies and field.
    NationalList,
    /// The processing report, form II.06 or II.06a: headings over merged cells, period and unit above the table.
    ProcessingReport,
    /// Our own form: the Excel templates, and JSON or TOML with nested entries.
    Own,
}

impl Layout {
    /// The layouts by their names in `[data]`, besides `auto`.
    pub const ALL: [Self; 4] = [Self::NationalText, Self::NationalList, Self::ProcessingReport, Self::Own];

    /// The name in `[data] layout = "…"`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NationalText => "national-text",
            Self::NationalList => "national-list",
            Self::ProcessingReport => "processing-report",
            Self::Own => "own",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.name() == name.trim())
    }

    /// Recognises the layout of a source by its headings and the first rows.
    pub(super) fn recognise(mapping: &Mapping, table: &Table) -> Self {
        let is_national = |column, mark: &str| {
            mapping.position(column).is_some_and(|at| {
                let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
                cells.filter_map(|cell| text_of(&cell.value)).any(|text| text.contains(mark))
            })
        };
        if is_national(Column::Channels, "Hình thức nộp:") || is_national(Column::Dossier, "Số lượng: Bản chính:")
        {
            Self::NationalText
        } else if mapping.holds_only(&LIST_COLUMNS) {
            Self::NationalList
        } else {
            Self::Own
        }
    }
}

/// The columns of the list export.
const LIST_COLUMNS: [Column; 5] = [Column::Code, Column::Name, Column::Issuing, Column::Executing, Column::Field];

fn text_of(value: &Value) -> Option<&str> {
    value.as_text()
}
