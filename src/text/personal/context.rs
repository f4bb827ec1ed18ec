//! What the words before a number say it is.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::text::fold;

/// What a number is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// An identity card or personal identification number.
    Citizen,
    /// A passport.
    Passport,
    /// Social or health insurance.
    Insurance,
    /// A driving licence.
    Licence,
    /// A telephone.
    Phone,
    /// A telephone that serves everybody.
    Hotline,
    /// A date or year of birth.
    Birth,
    /// A taxpayer or a business.
    Tax,
    /// An account.
    Bank,
    /// A paper, a dossier, a thing.
    Document,
    /// A registration plate.
    Plate,
}

/// Words, folded, and what they announce.
const WORDS: &[(&str, Topic)] = &[
    ("cccd", Topic::Citizen),
    ("cmnd", Topic::Citizen),
    ("cmtnd", Topic::Citizen),
    ("cmt", Topic::Citizen),
    ("cmtqd", Topic::Citizen),
    ("the cc", Topic::Citizen),
    ("so cc", Topic::Citizen),
    ("gcmnd", Topic::Citizen),
    ("can cuoc", Topic::Citizen),
    ("can cuoc cong dan", Topic::Citizen),
    ("chung minh", Topic::Citizen),
    ("chung minh nhan dan", Topic::Citizen),
    ("chung minh thu", Topic::Citizen),
    ("dinh danh", Topic::Citizen),
    ("dinh danh ca nhan", Topic::Citizen),
    ("dinh danh cong dan", Topic::Citizen),
    ("ddcn", Topic::Citizen),
    ("sddcn", Topic::Citizen),
    ("giay to tuy than", Topic::Citizen),
    ("identity card", Topic::Citizen),
    ("id card", Topic::Citizen),
    ("id number", Topic::Citizen),
    ("id no", Topic::Citizen),
    ("citizen id", Topic::Citizen),
    ("national id", Topic::Citizen),
    ("personal identification number", Topic::Citizen),
    ("ho chieu", Topic::Passport),
    ("passport", Topic::Passport),
    ("bhxh", Topic::Insurance),
    ("bao hiem xa hoi", Topic::Insurance),
    ("bhyt", Topic::Insurance),
    ("bao hiem y te", Topic::Insurance),
    ("gplx", Topic::Licence),
    ("giay phep lai xe", Topic::Licence),
    ("bang lai", Topic::Licence),
    ("bang lai xe", Topic::Licence),
    ("driving licence", Topic::Licence),
    ("dien thoai", Topic::Phone),
    ("so dien thoai", Topic::Phone),
    ("sdt", Topic::Phone),
    ("sodt", Topic::Phone),
    ("dtdd", Topic::Phone),
    ("dt", Topic::Phone),
    ("dd", Topic::Phone),
    ("di dong", Topic::Phone),
    ("tel", Topic::Phone),
    ("phone", Topic::Phone),
    ("mobile", Topic::Phone),
    ("zalo", Topic::Phone),
    ("viber", Topic::Phone),
    ("lien he", Topic::Phone),
    ("lien lac", Topic::Phone),
    ("goi", Topic::Phone),
    ("goi so", Topic::Phone),
    ("fax", Topic::Phone),
    ("duong day nong", Topic::Hotline),
    ("hotline", Topic::Hotline),
    ("tong dai", Topic::Hotline),
    ("truc ban", Topic::Hotline),
    ("so truc", Topic::Hotline),
    ("ngay sinh", Topic::Birth),
    ("nam sinh", Topic::Birth),
    ("ngay thang nam sinh", Topic::Birth),
    ("date of birth", Topic::Birth),
    ("year of birth", Topic::Birth),
    ("birth date", Topic::Birth),
    ("birthday", Topic::Birth),
    ("dob", Topic::Birth),
    ("mst", Topic::Tax),
    ("ma so thue", Topic::Tax),
    ("msdn", Topic::Tax),
    ("ma so doanh nghiep", Topic::Tax),
    ("ma doanh nghiep", Topic::Tax),
    ("ma so ho kinh doanh", Topic::Tax),
    ("ma so hop tac xa", Topic::Tax),
    ("dkkd", Topic::Tax),
    ("dkdn", Topic::Tax),
    ("dang ky kinh doanh", Topic::Tax),
    ("dang ky doanh nghiep", Topic::Tax),
    ("tax code", Topic::Tax),
    ("tax id", Topic::Tax),
    ("tai khoan", Topic::Bank),
    ("so tai khoan", Topic::Bank),
    ("stk", Topic::Bank),
    ("so tk", Topic::Bank),
    ("tk", Topic::Bank),
    ("account", Topic::Bank),
    ("iban", Topic::Bank),
    ("quyet dinh", Topic::Document),
    ("quyet dinh so", Topic::Document),
    ("cong van", Topic::Document),
    ("so hieu", Topic::Document),
    ("seri", Topic::Document),
    ("so seri", Topic::Document),
    ("serial", Topic::Document),
    ("so phat hanh", Topic::Document),
    ("ma ho so", Topic::Document),
    ("so ho so", Topic::Document),
    ("ma tra cuu", Topic::Document),
    ("ma don", Topic::Document),
    ("ma don hang", Topic::Document),
    ("ma don vi", Topic::Document),
    ("ma quan he ngan sach", Topic::Document),
    ("ma giao dich", Topic::Document),
    ("ma buu gui", Topic::Document),
    ("van don", Topic::Document),
    ("ma vach", Topic::Document),
    ("barcode", Topic::Document),
    ("isbn", Topic::Document),
    ("hoa don", Topic::Document),
    ("bien lai", Topic::Document),
    ("hop dong", Topic::Document),
    ("so khung", Topic::Document),
    ("imei", Topic::Document),
    ("toa do", Topic::Document),
    ("ma hang", Topic::Document),
    ("ma san pham", Topic::Document),
    ("dossier", Topic::Document),
    ("decision", Topic::Document),
    ("invoice", Topic::Document),
    ("bien so", Topic::Plate),
    ("bien so xe", Topic::Plate),
    ("bien kiem soat", Topic::Plate),
    ("bks", Topic::Plate),
];

/// All of them, found in one pass.
static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::new(WORDS.iter().map(|(word, _)| word)).expect("some hundred short words always make an automaton")
});

/// Bytes before a number that can speak of it.
const REACH: usize = 72;

/// The end of a text that stands on the same line as what follows it, at most [`REACH`] bytes.
pub(super) fn line_before(text: &str) -> &str {
    let mut start = text.len().saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let near = &text[start..];
    near.rfind('\n').map_or(near, |at| &near[at + 1..])
}

/// The topic of the nearest words before a number, or of the heading of its column. A hotline stays one whatever else
/// is said of it.
pub(super) fn topic(label: Option<Topic>, before: &str) -> Option<Topic> {
    let before = padded(before);
    match nearest(&before) {
        Some(_) if before.contains(" duong day nong ") || before.contains(" hotline ") => Some(Topic::Hotline),
        Some((topic, between)) if topic.reaches(between) => Some(topic),
        _ => label,
    }
}

impl Topic {
    /// Whether the words between the announcement and the number leave it one. Those that make a number harmless must
    /// stand close to it, with nobody between: a contract is not the only number in a sentence on contracts.
    fn reaches(self, between: &str) -> bool {
        let most = match self {
            Self::Document => 3,
            Self::Tax => 5,
            Self::Bank => 8,
            _ => return true,
        };
        between.split_whitespace().count() <= most && !between.contains(" ong ") && !between.contains(" ba ")
    }
}

/// The topic of the heading of a column.
pub(super) fn topic_of_label(label: &str) -> Option<Topic> {
    nearest(&padded(label)).map(|(topic, _)| topic)
}

/// Whether what stands between two numbers makes them one list.
pub(super) fn joins(between: &str) -> bool {
    if between.len() > 12 || between.contains('\n') {
        return false;
    }
    let words = padded(between);
    matches!(words.trim(), "" | "va" | "hoac" | "or" | "and")
}

/// The topic of the last words that announce one, and the words after them; of words that end together,
/// the longest.
fn nearest(padded: &str) -> Option<(Topic, &str)> {
    let found = FINDER.find_overlapping_iter(padded);
    let whole = found.filter(|found| is_whole(padded, found.start(), found.len()));
    let last = whole.max_by_key(|found| (found.end(), found.len()))?;
    Some((WORDS[last.pattern()].1, &padded[last.end()..]))
}

fn is_whole(padded: &str, at: usize, length: usize) -> bool {
    let bytes = padded.as_bytes();
    bytes[at - 1] == b' ' && bytes[at + length] == b' '
}

/// Folded words between single blanks, with a blank at both ends; letters and figures only.
pub(super) fn padded(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    words.push(' ');
    for letter in fold(text).chars() {
        if letter.is_alphabetic() {
            words.push(letter);
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}
