//! Groups of digits that people write as one number.

use std::ops::Range;

/// Most digits of a cluster that is looked at; longer ones are no numbers of persons.
const LONGEST: usize = 120;

/// Digits in groups, with nothing between the groups but blanks, points, hyphens and brackets.
pub(super) struct Cluster<'t> {
    pub(super) text: &'t str,
    pub(super) groups: Vec<Range<usize>>,
}

impl<'t> Cluster<'t> {
    /// The cluster that begins at a digit.
    pub(super) fn at(text: &'t str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let mut groups = Vec::new();
        let mut at = start;
        let mut digits = 0;
        loop {
            let end = at + count(&bytes[at..], u8::is_ascii_digit);
            digits += end - at;
            groups.push(at..end);
            match next_group(text, end).filter(|_| digits <= LONGEST) {
                Some(next) => at = next,
                None => return Self { text, groups },
            }
        }
    }

    pub(super) fn start(&self) -> usize {
        self.groups.first().map_or(0, |group| group.start)
    }

    pub(super) fn end(&self) -> usize {
        self.groups.last().map_or(0, |group| group.end)
    }

    /// Takes away the first group where a blank parts it from the others; says whether it did.
    pub(super) fn drop_first(&mut self) -> bool {
        let is_parted = self.groups.len() > 1 && self.text.as_bytes()[self.groups[0].end] == b' ';
        if is_parted {
            self.groups.remove(0);
        }
        is_parted
    }

    /// Takes away the last group where a blank parts it from the others; says whether it did.
    pub(super) fn drop_last(&mut self) -> bool {
        let before = self.groups.len().checked_sub(2).map(|at| self.groups[at].end);
        let is_parted = before.is_some_and(|end| self.text.as_bytes()[end] == b' ');
        if is_parted {
            self.groups.pop();
        }
        is_parted
    }

    /// The digits of some of the groups.
    pub(super) fn digits(&self, groups: Range<usize>) -> String {
        self.groups[groups].iter().map(|group| &self.text[group.clone()]).collect()
    }

    /// The runs of whole groups that have this many digits together.
    pub(super) fn runs(&self, digits: usize) -> Vec<Range<usize>> {
        let mut runs = Vec::new();
        for first in 0..self.groups.len() {
            let mut sum = 0;
            for last in first..self.groups.len() {
                sum += self.groups[last].len();
                if sum >= digits {
                    if sum == digits {
                        runs.push(first..last + 1);
                    }
                    break;
                }
            }
        }
        runs
    }

    /// Where some of the groups stand in the text.
    pub(super) fn span(&self, groups: &Range<usize>) -> Range<usize> {
        self.groups[groups.start].start..self.groups[groups.end - 1].end
    }

    /// The byte before a group.
    pub(super) fn byte_before(&self, group: usize) -> Option<u8> {
        let start = self.groups[group].start;
        start.checked_sub(1).map(|at| self.text.as_bytes()[at])
    }
}

/// Number of digits and end of the cluster that begins at a digit.
pub(super) fn extent(text: &str, start: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let (mut at, mut digits) = (start, 0);
    loop {
        let end = at + count(&bytes[at..], u8::is_ascii_digit);
        digits += end - at;
        match next_group(text, end).filter(|_| digits <= LONGEST) {
            Some(next) => at = next,
            None => return (digits, end),
        }
    }
}

/// Where the digits go on after a group, over one or two separators; nothing where a date begins there.
fn next_group(text: &str, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut next = end;
    for _ in 0..2 {
        next += separator(bytes.get(next..)?);
    }
    let goes_on = next > end && bytes.get(next).is_some_and(u8::is_ascii_digit);
    (goes_on && date(text, next).is_none()).then_some(next)
}

/// Length of the separator that bytes begin with: blanks, points, hyphens and brackets, of any width.
fn separator(bytes: &[u8]) -> usize {
    match bytes {
        [b' ' | b'.' | b'-' | b'(' | b')', ..] => 1,
        [0xC2, 0xA0 | 0xB7, ..] => 2,
        [0xE2, 0x80, 0x80..=0x8A | 0x90..=0x95 | 0xAF, ..] | [0xE2, 0x81, 0x9F, ..] => 3,
        [0xE2, 0x88, 0x92, ..] | [0xE3, 0x80, 0x80, ..] => 3,
        _ => 0,
    }
}

/// Whether a number may go on after this byte: a separator, or the sign of a date.
pub(super) const fn may_go_on(byte: u8) -> bool {
    matches!(byte, b' ' | b'.' | b'-' | b'(' | b')' | b'/' | 0xC2 | 0xE2 | 0xE3)
}

pub(super) fn count(bytes: &[u8], is_wanted: impl Fn(&u8) -> bool) -> usize {
    bytes.iter().position(|byte| !is_wanted(byte)).unwrap_or(bytes.len())
}

/// A date in figures and where it stands.
#[derive(Clone, Debug)]
pub(super) struct DateSpan {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The date that begins at a digit: `02/3/1985`, `02-03-1985`, `2.3.1985`, `1985-03-02`.
pub(super) fn date(text: &str, start: usize) -> Option<DateSpan> {
    let bytes = text.as_bytes();
    let length = |at: usize| count(bytes.get(at..).unwrap_or_default(), u8::is_ascii_digit);
    let first = length(start);
    let mark = *bytes.get(start + first)?;
    let second_at = start + first + 1;
    if !matches!(mark, b'/' | b'.' | b'-') || !matches!(first, 1 | 2 | 4) {
        return None;
    }
    let second = length(second_at);
    if !matches!(second, 1 | 2) || bytes.get(second_at + second) != Some(&mark) {
        return None;
    }
    let third_at = second_at + second + 1;
    let third = length(third_at);
    let number = |at: usize, length: usize| {
        bytes[at..at + length].iter().fold(0, |number, digit| 10 * number + u32::from(digit - b'0'))
    };
    let (day, year) = match (first, third) {
        (1 | 2, 4) => (number(start, first), number(third_at, third)),
        (4, 1 | 2) if mark != b'.' => (number(third_at, third), number(start, first)),
        _ => return None,
    };
    let fits =
        (1..=31).contains(&day) && (1..=12).contains(&number(second_at, second)) && (1900..=2100).contains(&year);
    fits.then_some(DateSpan { start, end: third_at + third })
}
