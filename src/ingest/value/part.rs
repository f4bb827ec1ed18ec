//! Whether a part is stated, not applicable or absent.

use crate::ingest::record::Entry;
use crate::ingest::report::Report;
use crate::ingest::words::{normal, words};
use crate::model::Part;
use crate::source::Value;

/// Longest text that can be one of the listed words of absence, in bytes; longer ones are not folded.
const LONGEST: usize = 120;

/// Reads a part: its absence, its being not applicable, or what `parse` makes of it.
pub(in crate::ingest) fn part<'a, T>(
    entry: Option<Entry<'a>>,
    report: &mut Report<'_>,
    parse: impl FnOnce(Entry<'a>, &mut Report<'_>) -> Option<T>,
) -> Part<T> {
    let Some(mut entry) = entry else { return Part::NotPublished };
    if let Value::Text(text) = &mut entry.value {
        if is_absent(text) {
            return Part::NotPublished;
        }
        if is_not_applicable(text) {
            return Part::NotApplicable(std::mem::take(text));
        }
    }
    parse(entry, report).map_or(Part::NotPublished, Part::Stated)
}

/// A text that is not one of the words of absence.
pub(in crate::ingest) fn stated(text: Option<String>) -> Option<String> {
    text.filter(|text| !is_absent(text))
}

/// Whether the words say that the source says nothing.
pub(in crate::ingest) fn is_absent(text: &str) -> bool {
    text.len() <= LONGEST && (text.trim().is_empty() || words().absent.contains(&normal(text)))
}

/// Whether the words say that the part does not apply.
pub(in crate::ingest) fn is_not_applicable(text: &str) -> bool {
    text.len() <= LONGEST && words().not_applicable.contains(&normal(text))
}

#[cfg(test)]
mod tests {
    use super::{is_absent, is_not_applicable};

    #[test]
    fn absence_and_not_applicable_are_told_apart() {
        assert!(is_absent("  Không có thông tin căn cứ pháp lý."));
        assert!(is_absent("-"));
        assert!(!is_absent("Không quy định"));
        assert!(is_not_applicable("không quy định."));
        assert!(!is_not_applicable("Không thuộc diện bị cấm"));
    }
}
