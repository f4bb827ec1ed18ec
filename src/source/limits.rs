//! How much one file may cost.

/// Limits on one source file, so that a hostile or broken one ends with a diagnostic and in bounded memory.
///
/// The defaults leave ample room for real files: the national catalogue with all its texts is 5,652 records and
/// 52 MB of JSON lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Rows with content in one sheet or one file.
    pub rows: usize,
    /// Bytes of a text file after unpacking.
    pub text_bytes: u64,
    /// Bytes of a JSON document, which is held whole.
    pub json_bytes: u64,
    /// Bytes of a TOML document, which is written by hand and takes a hundred times its size while it is parsed.
    pub toml_bytes: u64,
    /// Bytes of one JSON line or one record of a delimited file.
    pub record_bytes: usize,
    /// Bytes of a workbook file as it stands on disk.
    pub workbook_bytes: u64,
    /// Bytes of everything in a workbook after unpacking, and of the cells of one sheet.
    pub unpacked_bytes: u64,
    /// Parts inside a packed workbook.
    pub workbook_parts: usize,
    /// Cells of the rectangle that holds a whole sheet or document (`.xls`, `.ods`, `.toml`, which are read in one go).
    pub sheet_cells: u64,
}

/// Bytes in a MiB.
const MIB: u64 = 1 << 20;

impl Limits {
    /// A number of bytes in MiB, rounded up, for messages.
    #[must_use]
    pub const fn mib(bytes: u64) -> u64 {
        bytes.div_ceil(MIB)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            rows: 200_000,
            text_bytes: 512 * MIB,
            json_bytes: 128 * MIB,
            toml_bytes: 4 * MIB,
            record_bytes: 16 << 20,
            workbook_bytes: 128 * MIB,
            unpacked_bytes: 256 * MIB,
            workbook_parts: 4_096,
            sheet_cells: 4_000_000,
        }
    }
}
