//! Vietnamese text and the small notations that stand in cells: numbers, money, dates, telephone numbers.
//!
//! Comes in: strings as somebody typed or exported them. Goes out: cleaned strings, keys to compare and sort by,
//! plain numbers and [`jiff::civil::Date`]s, or `None` where the text does not say it plainly. Refuses to know:
//! files, records, diagnostics; who asks decides what an unreadable value means.
//!
//! Raw text of a file passes, in this order, through [`legacy::detect`] (some old charsets use the soft hyphen as a
//! letter, which cleaning would remove), then [`clean()`]; everything else in this module expects clean text but
//! accepts any.

mod clean;
mod collation;
mod date;
mod fold;
mod format;
mod initial;
pub mod legacy;
pub mod markup;
mod money;
mod number;
mod percent;
pub mod personal;
mod phone;
mod similar;
mod slug;

pub use clean::{Cleaned, clean, clean_keeping_indent};
pub use collation::CollationKey;
pub use date::{format_date, parse_date};
pub use fold::{FOLD_TABLE, fold, fold_char, heading_key};
pub use format::{
    format_decimal, format_decimal_en, format_dong, format_integer, format_integer_en, format_percent,
    format_percent_en,
};
pub use initial::Initial;
pub use money::{amounts, parse_amount};
pub use number::{parse_decimal, parse_integer, parse_number, parse_percent};
pub use percent::percent_decoded;
pub use phone::{Phone, is_email};
pub use similar::similar;
pub use slug::slug;
