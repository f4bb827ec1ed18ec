//! Numbers that identify a person.

use std::ops::Range;

use super::context::{self, Topic};
use super::digits::Cluster;
use super::{Seen, Sensitive};

/// Province codes of citizen numbers (Phụ lục I TT 07/2016/TT-BCA): those in force when the numbers were given; the
/// numbers outlive the mergers of provinces.
const PROVINCES: [u8; 63] = [
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45,
    46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92,
    93, 94, 95, 96,
];

/// Last two-digit year of birth that a number of this century can have; a little ahead of time.
const LAST_YEAR: u32 = 35;

/// What a cluster of digits holds, given what the words before it say.
pub(super) fn find(mut cluster: Cluster<'_>, topic: Option<Topic>) -> Vec<Seen> {
    let coded = letters_and_digits(&cluster, topic);
    if coded.is_some() || !free(&mut cluster, topic) {
        return coded.into_iter().collect();
    }
    let cluster = &cluster;
    let mut found: Vec<Seen> = Vec::new();
    let mut add = |seen: Seen| {
        if found.iter().all(|taken| seen.span.end <= taken.span.start || taken.span.end <= seen.span.start) {
            found.push(seen);
        }
    };
    let phones = phones(cluster, topic);
    // Groups of several telephones may look like one citizen number.
    let is_list = phones.len() > 1 && phones.iter().map(Range::len).sum::<usize>() == cluster.groups.len();
    if !is_list {
        citizen_numbers(cluster, topic).into_iter().for_each(&mut add);
    }
    let is_cleared = is_harmless(topic) || is_hotline(cluster, topic);
    for run in phones {
        add(Seen { kind: Sensitive::Phone, span: cluster.span(&run), is_cleared });
    }
    found.sort_by_key(|seen| seen.span.start);
    found
}

/// Takes away groups at the ends that are glued to letters (a house number after a telephone) or are decimals. Gives
/// whether the rest stands alone: groups joined to such an end by more than a blank are parts of a code.
fn free(cluster: &mut Cluster<'_>, topic: Option<Topic>) -> bool {
    let (before, after) = (&cluster.text[..cluster.start()], &cluster.text[cluster.end()..]);
    let glued = before.chars().next_back().is_some_and(char::is_alphanumeric);
    let decimals = before.strip_suffix(',').is_some_and(|rest| rest.ends_with(|letter: char| letter.is_ascii_digit()));
    let goes_on = after.starts_with(|letter: char| letter.is_ascii_alphabetic());
    // "CCCD001085012345": the word glued to the number is what announces it.
    let announced = glued && topic.is_some() && ends_in_announcement(before);
    let is_free_before = (!glued || announced) && !decimals || cluster.drop_first();
    is_free_before && (!goes_on || cluster.drop_last())
}

fn ends_in_announcement(before: &str) -> bool {
    let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    word.chars().count() > 1 && context::topic(None, word).is_some()
}

/// Citizen numbers, numbers of old identity cards, and those that are twelve or ten digits too.
fn citizen_numbers(cluster: &Cluster<'_>, topic: Option<Topic>) -> Vec<Seen> {
    let seen = |kind: Sensitive, run: &Range<usize>| Seen::new(kind, cluster.span(run));
    let mut found: Vec<Seen> = cluster.runs(12).iter().filter_map(|run| twelve(cluster, run, topic)).collect();
    let announced = topic == Some(Topic::Citizen);
    if found.is_empty() && (announced || topic.is_none() && is_issued_by_police(cluster)) {
        let runs = cluster.runs(9).into_iter().filter(|run| run.len() == cluster.groups.len() || announced);
        found.extend(runs.map(|run| seen(Sensitive::OldIdentityNumber, &run)));
    }
    if topic == Some(Topic::Insurance) {
        found.extend(cluster.runs(10).iter().map(|run| seen(Sensitive::OtherIdentifier, run)));
    }
    found
}

/// What twelve digits are: by what is said of them, or by their structure.
fn twelve(cluster: &Cluster<'_>, run: &Range<usize>, topic: Option<Topic>) -> Option<Seen> {
    let span = cluster.span(run);
    match topic {
        Some(Topic::Licence) => Some(Seen::new(Sensitive::OtherIdentifier, span)),
        Some(Topic::Citizen) => Some(Seen::new(Sensitive::CitizenNumber, span)),
        _ if !is_citizen_number(&cluster.digits(run.clone())) || counts_up(cluster, run) => None,
        _ => {
            let is_cleared = matches!(topic, Some(Topic::Bank | Topic::Document));
            Some(Seen { kind: Sensitive::CitizenNumber, span, is_cleared })
        }
    }
}

/// Groups that number rows: `001 002 003 004`.
fn counts_up(cluster: &Cluster<'_>, run: &Range<usize>) -> bool {
    let group = |at: usize| cluster.digits(at..at + 1).parse::<u64>().unwrap_or(0);
    run.len() > 2 && run.clone().skip(1).all(|at| group(at) == group(at - 1) + 1)
}

/// Twelve digits that name a province, a sex and century, and a year of birth that has been.
fn is_citizen_number(digits: &str) -> bool {
    let part = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    let (Some(province), Some(century), Some(year)) = (part(0..3), part(3..4), part(4..6)) else { return false };
    let is_province = u8::try_from(province).is_ok_and(|code| PROVINCES.binary_search(&code).is_ok());
    // 0 and 1 are men and women born from 1900 to 1999, 2 and 3 those born from 2000.
    is_province && (century <= 1 || (century <= 3 && year <= LAST_YEAR)) && digits[6..] != *"000000"
}

/// "… cấp ngày 02/3/2005 tại Công an tỉnh …" after a number.
fn is_issued_by_police(cluster: &Cluster<'_>) -> bool {
    let after: String = cluster.text[cluster.end()..].chars().take(60).collect();
    let line = context::padded(after.lines().next().unwrap_or_default());
    let is_issued = line.contains(" cap ") || line.contains(" noi cap ");
    is_issued && [" cong an ", " ca ", " cuc canh sat ", " cuc cs "].iter().any(|words| line.contains(words))
}

/// Runs of groups that make a mobile number, written for callers inside the country or abroad.
fn phones(cluster: &Cluster<'_>, topic: Option<Topic>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut runs: Vec<Range<usize>> = (10..=13).flat_map(|length| cluster.runs(length)).collect();
    runs.sort_by_key(|run| (run.start, run.end));
    for run in runs {
        let overlaps = found.last().is_some_and(|last| run.start < last.end);
        if !overlaps && is_mobile(&cluster.digits(run.clone()), cluster, &run, topic) {
            found.push(run);
        }
    }
    found
}

fn is_mobile(digits: &str, cluster: &Cluster<'_>, run: &Range<usize>, topic: Option<Topic>) -> bool {
    // "0301234567-001" is the taxpayer number of a branch.
    let is_branch = run.end < cluster.groups.len()
        && cluster.groups[run.end].len() == 3
        && run.end + 1 == cluster.groups.len()
        && digits.len() == 10
        && run.len() == 1;
    if is_branch {
        return false;
    }
    let abroad = cluster.byte_before(run.start) == Some(b'+') || topic == Some(Topic::Phone) || run.len() > 1;
    let rest = match digits.len() {
        10 => digits.strip_prefix('0'),
        11 if topic == Some(Topic::Phone) && digits.starts_with("01") => return is_former_mobile(digits),
        11 => digits.strip_prefix("84").filter(|_| abroad),
        12 => digits.strip_prefix("840").filter(|_| abroad),
        _ => digits.strip_prefix("0084"),
    };
    rest.is_some_and(is_operator)
}

/// The two digits after the zero that operators have been given (plan of 2018 and later).
fn is_operator(national: &str) -> bool {
    matches!(
        national.as_bytes(),
        [b'3', b'2'..=b'9', ..]
            | [b'5', b'2' | b'5' | b'6' | b'8' | b'9', ..]
            | [b'7', b'0' | b'6'..=b'9', ..]
            | [b'8', b'1'..=b'9', ..]
            | [b'9', b'0'..=b'9', ..]
    ) && national.len() == 9
}

/// Eleven-digit mobile numbers until 2018, which still stand in old lists.
fn is_former_mobile(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'0', b'1', b'2' | b'6' | b'8' | b'9', ..])
}

/// Whether the words before say that the number is no telephone.
const fn is_harmless(topic: Option<Topic>) -> bool {
    matches!(topic, Some(Topic::Tax | Topic::Bank | Topic::Document | Topic::Hotline | Topic::Plate))
}

/// Whether the words after a number call it a hotline: "0912 345 678 (đường dây nóng)".
fn is_hotline(cluster: &Cluster<'_>, topic: Option<Topic>) -> bool {
    let after: String = cluster.text[cluster.end()..].chars().take(28).collect();
    let line = context::padded(after.lines().next().unwrap_or_default());
    topic != Some(Topic::Citizen) && (line.starts_with(" duong day nong ") || line.starts_with(" hotline "))
}

/// Passports (`B1234567`) after their word, and cards of health insurance (`GD4010123456789`).
fn letters_and_digits(cluster: &Cluster<'_>, topic: Option<Topic>) -> Option<Seen> {
    let before = &cluster.text[..cluster.start()];
    let letters = before.bytes().rev().take_while(u8::is_ascii_uppercase).count();
    let alone = before[..before.len() - letters].chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
    let ends = !cluster.text[cluster.end()..].starts_with(|letter: char| letter.is_alphanumeric());
    let first = cluster.groups.first()?.len();
    let fits = match (letters, topic) {
        (1..=2, Some(Topic::Passport)) => (6..=8).contains(&first),
        (2, Some(Topic::Insurance)) => (10..=15).contains(&cluster.groups.iter().map(Range::len).sum::<usize>()),
        // Two letters for the group of insured, one digit for the share, two for the province, ten for the person.
        (2, _) => first == 13 && matches!(cluster.text.as_bytes()[cluster.start()], b'1'..=b'5'),
        _ => false,
    };
    let end = if topic == Some(Topic::Insurance) { cluster.end() } else { cluster.groups.first()?.end };
    (alone && ends && fits).then(|| Seen::new(Sensitive::OtherIdentifier, cluster.start() - letters..end))
}

/// The number of a registration plate after its word: `29A-123.45`.
pub(super) fn plate(text: &str, start: usize) -> Option<Seen> {
    let bytes = text.as_bytes();
    let is_start = start.checked_sub(1).is_none_or(|at| !bytes[at].is_ascii_alphanumeric());
    let [b'0'..=b'9', b'0'..=b'9', series, ..] = bytes.get(start..)? else { return None };
    let letters_at = start + 2 + usize::from(matches!(series, b'-' | b' '));
    let rest = bytes.get(letters_at..)?;
    if !is_start || !rest.first()?.is_ascii_uppercase() {
        return None;
    }
    let length = rest
        .iter()
        .position(|byte| !byte.is_ascii_digit() && !byte.is_ascii_uppercase() && !b"-. ".contains(byte))
        .unwrap_or(rest.len());
    let written = text.get(letters_at..letters_at + length)?.trim_end_matches([' ', '.', '-']);
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    let said = || context::topic(None, context::line_before(&text[..start])) == Some(Topic::Plate);
    ((4..=7).contains(&digits) && written.len() <= 12 && said())
        .then(|| Seen::new(Sensitive::OtherIdentifier, start..letters_at + written.len()))
}

/// What a cell is that holds nothing but a number, under a heading that says which: spreadsheets drop the zeros at the
/// front of numbers, so the structure is lost.
pub(super) fn bare(text: &str, topic: Topic) -> Option<Sensitive> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || b" .-'+()".contains(&byte));
    let lost_zero = matches!(text.trim_start_matches(['\'', ' ']).as_bytes(), [b'3' | b'5' | b'7'..=b'9', ..]);
    match topic {
        Topic::Citizen if is_number && digits == 9 => Some(Sensitive::OldIdentityNumber),
        Topic::Citizen if is_number && (10..=12).contains(&digits) => Some(Sensitive::CitizenNumber),
        Topic::Phone if is_number && digits == 9 && lost_zero => Some(Sensitive::Phone),
        Topic::Insurance if is_number && (9..=10).contains(&digits) => Some(Sensitive::OtherIdentifier),
        Topic::Birth if is_birth(text) => Some(Sensitive::BirthDate),
        _ => None,
    }
}

/// A cell that holds a date or a year.
fn is_birth(text: &str) -> bool {
    let year = text.len() == 4 && text.parse::<u32>().is_ok_and(|year| (1900..=2100).contains(&year));
    year || crate::text::parse_date(text).is_some()
}
