//! Did you mean …?

use super::fold;

/// Longest text compared, in characters; nobody mistypes more than this, and the cost grows with the square.
const LONGEST: usize = 128;

/// The known name nearest to the wanted one, where one is near enough to be meant.
///
/// Names are compared folded, so "Ho tich" finds "Hộ tịch". A slip is a missing, added or changed character or two
/// neighbours exchanged; up to a third of the wanted name may be slips, at least one. Among equally near names
/// the first wins.
#[must_use]
pub fn similar<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = letters(wanted);
    if wanted.is_empty() || wanted.len() > LONGEST {
        return None;
    }
    let limit = (wanted.len() / 3).max(1);
    let mut nearest = None;
    for name in known {
        let candidate = letters(name);
        if candidate.len() > LONGEST || candidate.len().abs_diff(wanted.len()) > limit {
            continue;
        }
        let slips = slips(&wanted, &candidate);
        let near = slips <= limit && slips < wanted.len();
        if near && nearest.is_none_or(|(_, fewest)| slips < fewest) {
            nearest = Some((name, slips));
        }
    }
    nearest.map(|(name, _)| name)
}

/// The folded characters that count: blanks and punctuation are the commonest slips and mean nothing here.
fn letters(text: &str) -> Vec<char> {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Number of slips between two texts (the distance of Damerau and Levenshtein, restricted to adjacent exchanges).
fn slips(left: &[char], right: &[char]) -> usize {
    let width = right.len() + 1;
    let mut before_last = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (row, &a) in left.iter().enumerate() {
        let mut current = vec![row + 1; width];
        for (column, &b) in right.iter().enumerate() {
            let changed = last[column] + usize::from(a != b);
            let mut fewest = changed.min(last[column + 1] + 1).min(current[column] + 1);
            if row > 0 && column > 0 && a == right[column - 1] && left[row - 1] == b {
                fewest = fewest.min(before_last[column - 1] + 1);
            }
            current[column + 1] = fewest;
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last[width - 1]
}

#[cfg(test)]
mod tests {
    use super::{similar, slips};

    const FIELDS: [&str; 4] = ["Hộ tịch", "Đất đai", "Hộ khẩu", "Thành lập doanh nghiệp"];

    #[test]
    fn missing_diacritics_are_no_slip() {
        assert_eq!(similar("Ho tich", FIELDS), Some("Hộ tịch"));
        assert_eq!(similar("dat-dai", FIELDS), Some("Đất đai"));
    }

    #[test]
    fn a_few_slips_are_forgiven() {
        assert_eq!(similar("Hộ tihc", FIELDS), Some("Hộ tịch"));
        assert_eq!(similar("thanh lap doanh nghiep moi", FIELDS), Some("Thành lập doanh nghiệp"));
    }

    #[test]
    fn unrelated_names_suggest_nothing() {
        assert_eq!(similar("Xây dựng", FIELDS), None);
        assert_eq!(similar("", FIELDS), None);
        assert_eq!(similar("a", ["b"]), None);
    }

    #[test]
    fn slips_count_edits_and_exchanges() {
        let count = |a: &str, b: &str| slips(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert_eq!(count("abcd", "abdc"), 1);
        assert_eq!(count("kitten", "sitting"), 3);
        assert_eq!(count("", "abc"), 3);
    }
}
