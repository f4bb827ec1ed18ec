//! What an OpenDocument sheet asks for before it is expanded.
//!
//! A few bytes can say "this cell, 16,384 times, in this row, a million times", and calamine does as told, for up to
//! a hundred million cells; and where the text is cut off inside a table it waits for the end for ever. So the tags
//! are counted and matched first.

use super::tags::{Kind, Tag, TagScanner, Unfit};
use crate::diag::SourceProblem;
use crate::source::Limits;

/// Deepest nesting of tags; sheets with styled text stay far below.
const MAX_DEPTH: usize = 256;

/// Counts what the sheets in `content.xml` expand to.
#[derive(Default)]
pub(super) struct Outline {
    scanner: TagScanner,
    open: Vec<Box<[u8]>>,
    sheet: Expanse,
    row: RowExpanse,
    cell: CellExpanse,
    /// Cells and bytes of the sheets before.
    cells: u64,
    bytes: u64,
    /// Most rows with content in one sheet.
    rows: u64,
}

/// A sheet so far.
#[derive(Default)]
struct Expanse {
    /// Rows, repeated ones counted.
    rows: u64,
    /// The last row with content, the number of such rows, and the widest of them.
    last: u64,
    filled: u64,
    width: u64,
    /// Cells as they stand in the text, before rows are repeated.
    written: u64,
    bytes: u64,
}

#[derive(Default)]
struct RowExpanse {
    repeated: u64,
    /// Cells, and the last with content.
    cells: u64,
    width: u64,
    bytes: u64,
}

#[derive(Default)]
struct CellExpanse {
    repeated: u64,
    filled: bool,
    bytes: u64,
}

impl Outline {
    /// Takes the next piece of the text.
    pub(super) fn feed(&mut self, piece: &[u8]) -> Result<(), Unfit> {
        let mut scanner = std::mem::take(&mut self.scanner);
        let result = scanner.feed(piece, |tag| self.tag(&tag));
        self.scanner = scanner;
        result
    }

    /// Judges the whole text.
    pub(super) fn finish(self, limits: &Limits) -> Result<(), SourceProblem> {
        if !self.open.is_empty() || !self.scanner.is_complete() {
            return Err(super::bad_workbook("the file is cut off"));
        }
        if self.rows > limits.rows as u64 {
            return Err(SourceProblem::TooManyRows { limit: limits.rows });
        }
        if self.cells > limits.sheet_cells || self.bytes > limits.unpacked_bytes {
            return Err(SourceProblem::TooLarge { limit_mib: Limits::mib(limits.unpacked_bytes) });
        }
        Ok(())
    }

    fn tag(&mut self, tag: &Tag<'_>) -> Result<(), Unfit> {
        self.cell.bytes = self.cell.bytes.saturating_add(tag.text);
        match tag.kind {
            Kind::Close => {
                if self.open.pop().as_deref() != Some(tag.name) {
                    return Err(Unfit("tags do not match"));
                }
                self.end(tag.name);
            }
            Kind::Open if self.open.len() == MAX_DEPTH => return Err(Unfit("tags are nested too deeply")),
            Kind::Open => {
                self.open.push(tag.name.into());
                self.begin(tag);
            }
            Kind::Empty => {
                self.begin(tag);
                self.end(tag.name);
            }
        }
        Ok(())
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        match tag.name {
            b"table:table" => self.sheet = Expanse::default(),
            b"table:table-row" => {
                let repeated = tag.number(b"table:number-rows-repeated").unwrap_or(1);
                self.row = RowExpanse { repeated, ..RowExpanse::default() };
            }
            b"table:table-cell" | b"table:covered-table-cell" => {
                let repeated = tag.number(b"table:number-columns-repeated").unwrap_or(1);
                let has = |prefix: &[u8]| tag.attributes.windows(prefix.len()).any(|part| part == prefix);
                let filled = has(b"office:") || has(b"calcext:value-type") || has(b"table:formula");
                self.cell = CellExpanse { repeated, filled, bytes: tag.attributes.len() as u64 };
            }
            // So many spaces.
            b"text:s" => self.cell.bytes = self.cell.bytes.saturating_add(tag.number(b"text:c").unwrap_or(1)),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"table:table-cell" | b"table:covered-table-cell" => self.row.add(&self.cell),
            b"table:table-row" => self.sheet.add(&self.row),
            b"table:table" => {
                let rectangle = self.sheet.last.saturating_mul(self.sheet.width);
                self.cells = self.cells.saturating_add(rectangle.max(self.sheet.written));
                self.bytes = self.bytes.saturating_add(self.sheet.bytes);
                self.rows = self.rows.max(self.sheet.filled);
            }
            _ => {}
        }
    }
}

impl RowExpanse {
    fn add(&mut self, cell: &CellExpanse) {
        self.cells = self.cells.saturating_add(cell.repeated);
        if cell.filled {
            self.width = self.cells;
            self.bytes = self.bytes.saturating_add(cell.bytes.saturating_mul(cell.repeated));
        }
    }
}

impl Expanse {
    fn add(&mut self, row: &RowExpanse) {
        self.rows = self.rows.saturating_add(row.repeated);
        self.written = self.written.saturating_add(row.width);
        if row.width > 0 {
            self.last = self.rows;
            self.filled = self.filled.saturating_add(row.repeated);
            self.width = self.width.max(row.width);
            self.bytes = self.bytes.saturating_add(row.bytes.saturating_mul(row.repeated));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(rows: &str) -> Result<(), SourceProblem> {
        let mut outline = Outline::default();
        let xml = format!("<office:document-content><table:table>{rows}</table:table></office:document-content>");
        outline.feed(xml.as_bytes()).map_err(|Unfit(detail)| super::super::bad_workbook(detail))?;
        outline.finish(&Limits { sheet_cells: 1_000, rows: 100, unpacked_bytes: 1 << 20, ..Limits::default() })
    }

    fn row(repeated: u32, cells: &str) -> String {
        format!("<table:table-row table:number-rows-repeated=\"{repeated}\">{cells}</table:table-row>")
    }

    fn cell(repeated: u32) -> String {
        format!(
            "<table:table-cell table:number-columns-repeated='{repeated}' office:value-type=\"float\" office:value='1'/>"
        )
    }

    const BLANK: &str = "<table:table-cell table:number-columns-repeated=\"16384\"/>";

    #[test]
    fn blank_space_to_the_edge_of_the_sheet_costs_nothing() {
        let sheet = [row(1, &(cell(5) + BLANK)), row(1_048_575, BLANK)].concat();
        assert_eq!(judge(&sheet), Ok(()));
    }

    #[test]
    fn repeated_cells_are_refused_before_they_are_made() {
        let too_large = Err(SourceProblem::TooLarge { limit_mib: 1 });
        assert_eq!(judge(&row(1, &cell(1_001))), too_large);
        assert_eq!(judge(&row(99, &cell(11))), too_large);
        assert_eq!(judge(&row(1_048_576, &cell(1))), Err(SourceProblem::TooManyRows { limit: 100 }));
        // One cell at the far corner makes a rectangle of all cells before it.
        assert_eq!(judge(&[row(500, BLANK), row(1, &(BLANK.to_owned() + &cell(1)))].concat()), too_large);
    }

    #[test]
    fn repeated_text_and_spaces_are_counted() {
        let text = format!(
            "<table:table-cell table:number-columns-repeated=\"100\" office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            "x".repeat(20_000)
        );
        assert_eq!(judge(&row(1, &text)), Err(SourceProblem::TooLarge { limit_mib: 1 }));
        let spaces = "<table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"99999999\"/></text:p></table:table-cell>";
        assert_eq!(judge(&row(1, spaces)), Err(SourceProblem::TooLarge { limit_mib: 1 }));
    }

    #[test]
    fn tags_that_do_not_match_are_refused() {
        assert!(matches!(judge("<table:table-row>"), Err(SourceProblem::BadWorkbook { .. })));
        assert!(matches!(judge("</table:table>"), Err(SourceProblem::BadWorkbook { .. })));
    }
}
