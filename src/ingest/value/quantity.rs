//! Numbers of originals and copies.

use crate::diag::ValueProblem;
use crate::ingest::record::{Entry, flatten};
use crate::ingest::report::Report;
use crate::model::Quantity;
use crate::source::Value;

/// More than this is a mistyped cell, kept as words.
const MOST: f64 = 100_000.0;

/// A number of copies from a cell.
pub(in crate::ingest) fn quantity(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Quantity {
    let Some(Entry { value, spot }) = entry else { return Quantity::NotPublished };
    if let Value::Number(number) = value
        && number.fract() == 0.0
        && (0.0..=MOST).contains(&number)
    {
        return Quantity::Count(number as u32);
    }
    let words = flatten(value);
    let quantity = quantity_of(&words);
    if matches!(quantity, Quantity::Words(_)) {
        report.add(&spot, ValueProblem::BadQuantity, &words);
    }
    quantity
}

/// A number of copies from text: a whole number, or the words.
pub(in crate::ingest) fn quantity_of(words: &str) -> Quantity {
    let words = words.trim();
    if super::part::is_absent(words) {
        return Quantity::NotPublished;
    }
    match words.parse::<u32>() {
        Ok(count) if words.bytes().all(|byte| byte.is_ascii_digit()) => Quantity::Count(count),
        _ => Quantity::Words(words.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::quantity_of;
    use crate::model::Quantity;

    #[test]
    fn whole_numbers_are_counts_and_the_rest_stays_words() {
        assert_eq!(quantity_of(" 02 "), Quantity::Count(2));
        assert_eq!(quantity_of("-"), Quantity::NotPublished);
        for words in ["một", "-1", "1,5", "99999999999"] {
            assert_eq!(quantity_of(words), Quantity::Words(words.to_owned()));
        }
    }
}
