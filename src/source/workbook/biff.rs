//! What the records of an old workbook expand to: the room that sheets announce, the rectangle that their cells span,
//! and the texts that cells share.

use std::collections::BTreeSet;

use super::bad_workbook;
use super::ole::{u16_at, u32_at};
use crate::diag::SourceProblem;
use crate::source::Limits;

/// Most cells of a sheet in this format: 65,536 rows of 256 columns. Programs announce whole sheets needlessly, and
/// room that is not used costs nothing.
const WHOLE_SHEET: u64 = 65_536 * 256;

/// Most bytes of formulas: calamine writes each out, names and all, many times as long.
const MAX_FORMULA_BYTES: u64 = 8 << 20;

/// Bytes of a formula record before the formula itself.
const FORMULA_HEAD: u64 = 22;

/// Most sheets.
const MAX_SHEETS: usize = 256;

/// A record and the records that continue it.
struct Record<'s> {
    kind: u16,
    body: &'s [u8],
    continued: Vec<&'s [u8]>,
}

/// The records of a stream, up to the first that is cut off.
struct Records<'s>(&'s [u8]);

impl<'s> Records<'s> {
    fn one(&mut self) -> Option<(u16, &'s [u8])> {
        let kind = u16_at(self.0, 0)?;
        let end = 4 + usize::from(u16_at(self.0, 2)?);
        let body = self.0.get(4..end)?;
        self.0 = &self.0[end..];
        Some((kind, body))
    }
}

impl<'s> Iterator for Records<'s> {
    type Item = Record<'s>;

    fn next(&mut self) -> Option<Record<'s>> {
        let (kind, body) = self.one()?;
        let mut continued = Vec::new();
        while u16_at(self.0, 0) == Some(CONTINUE) {
            continued.push(self.one()?.1);
        }
        Some(Record { kind, body, continued })
    }
}

const BEGIN: u16 = 0x0809;
const BOUND_SHEET: u16 = 0x0085;
const CONTINUE: u16 = 0x003C;
const DIMENSIONS: u16 = 0x0200;
const END: u16 = 0x000A;
const FORMULA: u16 = 0x0006;
const LABEL_SHARED: u16 = 0x00FD;
const MANY_NUMBERS: u16 = 0x00BD;
const SHARED_STRINGS: u16 = 0x00FC;

/// Records of one cell, which begin with its row and column.
const CELLS: [u16; 7] = [FORMULA, 0x00D6, LABEL_SHARED, 0x0203, 0x0204, 0x0205, 0x027E];

/// Weighs a workbook stream.
pub(super) fn check(stream: &[u8], limits: &Limits) -> Result<(), SourceProblem> {
    let mut sheets = BTreeSet::new();
    let mut strings = Vec::new();
    for record in Records(stream).take_while(|record| record.kind != END) {
        match record.kind {
            BOUND_SHEET => sheets.extend(u32_at(record.body, 0)),
            SHARED_STRINGS => strings = string_lengths(record),
            _ => {}
        }
    }
    if sheets.len() > MAX_SHEETS {
        return Err(bad_workbook("the workbook has too many sheets"));
    }
    let mut whole = Weight::default();
    for start in sheets {
        let sheet = stream.get(start as usize..).ok_or_else(|| bad_workbook("the file is damaged"))?;
        whole.add(&weigh(sheet, &strings));
    }
    whole.judge(limits)
}

/// What a sheet, or all of them, cost.
#[derive(Default)]
struct Weight {
    /// Cells that the sheets announce.
    announced: u64,
    /// Cells of the rectangles that hold all cells with content.
    cells: u64,
    /// Bytes of the shared texts, once for each cell that shows one.
    text: u64,
    formulas: u64,
}

impl Weight {
    fn add(&mut self, sheet: &Self) {
        self.announced = self.announced.max(sheet.announced);
        self.cells = self.cells.saturating_add(sheet.cells);
        self.text = self.text.saturating_add(sheet.text);
        self.formulas = self.formulas.saturating_add(sheet.formulas);
    }

    fn judge(&self, limits: &Limits) -> Result<(), SourceProblem> {
        let fits = self.announced <= WHOLE_SHEET
            && self.cells <= limits.sheet_cells
            && self.text <= limits.unpacked_bytes
            && self.formulas <= MAX_FORMULA_BYTES;
        if fits { Ok(()) } else { Err(SourceProblem::TooLarge { limit_mib: Limits::mib(limits.unpacked_bytes) }) }
    }
}

fn weigh(sheet: &[u8], strings: &[u64]) -> Weight {
    let mut weight = Weight::default();
    let mut span = Span::default();
    let mut formula_span = Span::default();
    let mut depth = 0_usize;
    for record in Records(sheet) {
        match record.kind {
            BEGIN => depth += 1,
            // The end of the sheet, or of a chart inside it.
            END if depth <= 1 => break,
            END => depth -= 1,
            DIMENSIONS => weight.announced = weight.announced.max(announced(record.body)),
            kind if CELLS.contains(&kind) => span.add(record.body, 1),
            MANY_NUMBERS => span.add(record.body, record.body.len() as u64 / 6),
            _ => {}
        }
        match record.kind {
            LABEL_SHARED => weight.text = weight.text.saturating_add(shared_length(record.body, strings)),
            FORMULA => {
                weight.formulas += (record.body.len() as u64).saturating_sub(FORMULA_HEAD);
                formula_span.add(record.body, 1);
            }
            _ => {}
        }
    }
    weight.cells = span.cells() + formula_span.cells();
    weight
}

/// The cells that a sheet says it has.
fn announced(body: &[u8]) -> u64 {
    let (rows, columns) = match body.len() {
        10 => (u16_at(body, 2).map(u32::from), u16_at(body, 6)),
        _ => (u32_at(body, 4), u16_at(body, 10)),
    };
    u64::from(rows.unwrap_or(0)).saturating_mul(u64::from(columns.unwrap_or(0)))
}

fn shared_length(body: &[u8], strings: &[u64]) -> u64 {
    let index = u32_at(body, 6).and_then(|index| usize::try_from(index).ok());
    index.and_then(|index| strings.get(index)).copied().unwrap_or(0)
}

/// The rectangle of the cells met so far.
#[derive(Default)]
struct Span(Option<[u64; 4]>);

impl Span {
    fn add(&mut self, body: &[u8], columns: u64) {
        let (Some(row), Some(column)) = (u16_at(body, 0), u16_at(body, 2)) else { return };
        let (row, first) = (u64::from(row), u64::from(column));
        let last = first + columns.saturating_sub(1);
        let [top, bottom, left, right] = self.0.unwrap_or([row, row, first, last]);
        self.0 = Some([top.min(row), bottom.max(row), left.min(first), right.max(last)]);
    }

    fn cells(&self) -> u64 {
        self.0.map_or(0, |[top, bottom, left, right]| (bottom - top + 1) * (right - left + 1))
    }
}

/// At most how many bytes of UTF-8 each shared text has. The texts run on through continuing records, and one that is
/// cut by the end of a record goes on after a byte that says how wide its letters now are.
fn string_lengths(record: Record<'_>) -> Vec<u64> {
    let mut reader =
        StringReader { rest: record.body.get(8..).unwrap_or_default(), more: record.continued.into_iter() };
    std::iter::from_fn(|| reader.length()).collect()
}

struct StringReader<'s> {
    rest: &'s [u8],
    more: std::vec::IntoIter<&'s [u8]>,
}

impl StringReader<'_> {
    fn length(&mut self) -> Option<u64> {
        if self.rest.is_empty() {
            self.rest = self.more.next()?;
        }
        let letters = u16_at(self.rest, 0)?;
        let flags = *self.rest.get(2)?;
        self.rest = &self.rest[3..];
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.take_u16()?) };
        let extra = if flags & 4 == 0 { 0 } else { self.take_u32()? as usize };
        self.skip_letters(usize::from(letters), flags & 1 != 0)?;
        self.skip(runs * 4 + extra)?;
        Some(u64::from(letters) * 3)
    }

    fn take_u16(&mut self) -> Option<u16> {
        let number = u16_at(self.rest, 0)?;
        self.rest = &self.rest[2..];
        Some(number)
    }

    fn take_u32(&mut self) -> Option<u32> {
        let number = u32_at(self.rest, 0)?;
        self.rest = &self.rest[4..];
        Some(number)
    }

    fn skip_letters(&mut self, mut letters: usize, mut wide: bool) -> Option<()> {
        loop {
            let size = if wide { 2 } else { 1 };
            let here = letters.min(self.rest.len() / size);
            self.rest = &self.rest[here * size..];
            letters -= here;
            if letters == 0 {
                return Some(());
            }
            let (flags, rest) = self.more.next()?.split_first()?;
            wide = flags & 1 != 0;
            self.rest = rest;
        }
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > self.rest.len() {
            bytes -= self.rest.len();
            self.rest = self.more.next()?;
        }
        self.rest = &self.rest[bytes..];
        Some(())
    }
}
