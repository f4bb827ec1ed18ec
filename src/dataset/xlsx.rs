//! `.xlsx`: numbers that are numbers, days that are days.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{Cell, Dataset, Kind};

/// The longest text that a cell of Excel holds, in UTF-16 units.
const LONGEST: usize = 32_767;
/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (8, 48);
/// Rows that decide how wide a column is.
const SAMPLE: usize = 200;

/// Why a table cannot be a workbook: it has more rows or columns than one holds.
#[derive(Debug, thiserror::Error)]
#[error("{id}.xlsx: {source}")]
pub struct WorkbookError {
    /// The dataset.
    id: String,
    /// What the writer said.
    source: XlsxError,
}

impl Dataset {
    /// The table as `.xlsx`: one sheet with a heading row that stays in sight; title, source and terms of use are
    /// properties of the document, so that the sheet can be imported as it is.
    ///
    /// # Errors
    ///
    /// When the table has more rows or columns than a sheet may have.
    pub fn xlsx(&self) -> Result<Vec<u8>, WorkbookError> {
        self.workbook().map_err(|source| WorkbookError { id: self.id.clone(), source })
    }

    fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        workbook.set_properties(&self.properties()?);
        let sheet = workbook.add_worksheet().set_name("Dữ liệu")?;
        sheet.set_freeze_panes(1, 0)?;
        self.heading_row(sheet)?;
        let formats: Vec<Format> = self.kinds().into_iter().map(number_format).collect();
        for (row, cells) in (1_u32..).zip(&self.rows) {
            for ((at, cell), format) in (0_u16..).zip(self.cells(cells)).zip(&formats) {
                write(sheet, (row, at), cell, format)?;
            }
        }
        workbook.save_to_buffer()
    }

    fn heading_row(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let heading = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Medium);
        for ((at, column), title) in (0_u16..).zip(&self.columns).zip(self.headings()) {
            sheet.write_string_with_format(0, at, shortened(&title), &heading)?;
            sheet.set_column_width(at, self.width(usize::from(at), column.kind, &title))?;
        }
        Ok(())
    }

    /// Width of a column: of its longest cell within bounds, and half of its heading, which may take two lines.
    fn width(&self, at: usize, kind: Kind, title: &str) -> f64 {
        let length = |cell: &Cell| match cell {
            Cell::Empty => 0,
            Cell::Text(text) => text.chars().count(),
            Cell::Number(_) | Cell::Date(_) => 11,
            Cell::Integer(number) => number.to_string().len() * 4 / 3,
        };
        let longest = self.rows.iter().take(SAMPLE).filter_map(|row| row.get(at)).map(length).max().unwrap_or(0);
        let heading = title.chars().count().div_ceil(if kind == Kind::Text { 1 } else { 2 });
        let (narrowest, widest) = WIDTHS;
        (longest.max(heading) + 2).clamp(narrowest, widest) as f64
    }

    /// The writer would put the moment of writing into the file; the day of the figures says more and does not change.
    fn properties(&self) -> Result<DocProperties, XlsxError> {
        let day = self.modified.filter(|day| day.year() >= 1900).unwrap_or(jiff::civil::date(2000, 1, 1));
        let (month, day_of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
        let created = ExcelDateTime::from_ymd(day.year().unsigned_abs(), month, day_of_month)?;
        let licence = self.licence.as_ref().map(|licence| format!("{} {}", licence.name, licence.url));
        let comment =
            [Some(self.description.clone()).filter(|text| !text.is_empty()), self.source_url.clone(), licence];
        Ok(DocProperties::new()
            .set_title(shortened(&self.title))
            .set_author(shortened(self.source.as_deref().unwrap_or_default()))
            .set_comment(shortened(&comment.into_iter().flatten().collect::<Vec<_>>().join("\n")))
            .set_creation_datetime(&created))
    }
}

fn number_format(kind: Kind) -> Format {
    let format = Format::new();
    match kind {
        Kind::Text => format.set_num_format("@"),
        Kind::Number { decimals: 0 } | Kind::Integer => format.set_num_format("#,##0"),
        Kind::Number { decimals } => {
            format.set_num_format(format!("#,##0.{}", "0".repeat(usize::from(decimals.min(15)))))
        }
        Kind::Year => format.set_num_format("0"),
        // The number stays 95.5: Excel's own percentages would be another number, and another figure when read back.
        Kind::Percent => format.set_num_format("0.00\"%\""),
        Kind::Date => format.set_num_format("dd/mm/yyyy"),
    }
}

fn write(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, format: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, shortened(text), format)?;
        }
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, format)?;
        }
        Cell::Integer(number) => integer(sheet, (row, column), *number, format)?,
        Cell::Date(day) => date(sheet, (row, column), *day, format)?,
    }
    Ok(())
}

/// Excel's numbers are floats; whole numbers that these cannot hold are text.
fn integer(sheet: &mut Worksheet, (row, column): (u32, u16), number: i64, format: &Format) -> Result<(), XlsxError> {
    const EXACT: u64 = 1 << 53;
    if number.unsigned_abs() <= EXACT {
        sheet.write_number_with_format(row, column, number as f64, format)?;
    } else {
        sheet.write_string(row, column, number.to_string())?;
    }
    Ok(())
}

/// Excel's days begin in 1900; earlier ones are text.
fn date(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    day: jiff::civil::Date,
    format: &Format,
) -> Result<(), XlsxError> {
    let (month, day_of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    match ExcelDateTime::from_ymd(day.year().unsigned_abs(), month, day_of_month) {
        Ok(moment) if day.year() >= 1900 => sheet.write_datetime_with_format(row, column, &moment, format)?,
        _ => sheet.write_string(row, column, day.to_string())?,
    };
    Ok(())
}

/// The text, as far as a cell can hold it.
fn shortened(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let mut units = 1;
    let kept = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= LONGEST
    });
    kept.chain(['…']).collect()
}
