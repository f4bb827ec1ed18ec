//! Whole numbers as each language groups them.

use super::Lang;

/// The digits in groups of three: `6.704` in Vietnamese, `6,704` in English.
pub(super) fn grouped(number: impl std::fmt::Display, lang: Lang) -> String {
    let mark = match lang {
        Lang::Vi => '.',
        Lang::En => ',',
    };
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{Lang, grouped};

    #[test]
    fn digits_are_grouped_as_the_language_does() {
        let vietnamese = [0, 7, 999, 1000, 6704, 123_456, 1_048_576].map(|number| grouped(number, Lang::Vi));
        assert_eq!(vietnamese, ["0", "7", "999", "1.000", "6.704", "123.456", "1.048.576"]);
        assert_eq!(grouped(1_048_576, Lang::En), "1,048,576");
    }
}
