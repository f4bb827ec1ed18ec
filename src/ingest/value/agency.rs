//! Lists of agencies and of subjects, whose names may hold commas.

use super::lines::without_bullet;
use super::part::is_absent;
use crate::ingest::record::Entry;
use crate::ingest::report::Report;
use crate::ingest::words::words;
use crate::text;

/// The agencies of a cell; the same name twice is one.
pub(in crate::ingest) fn agencies(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for item in entry.map(Entry::into_items).unwrap_or_default() {
        let Some((names, _)) = item.into_text(report) else { continue };
        for name in split_agencies(&names) {
            if !is_absent(name) && !found.iter().any(|known| known == name) {
                found.push(name.to_owned());
            }
        }
    }
    found
}

/// Cuts at line ends and semicolons, and at a comma only where the next words begin an agency's name.
fn split_agencies(names: &str) -> Vec<&str> {
    let pieces = names.split(['\n', ';']).flat_map(|line| split_at_commas(line, begins_agency));
    pieces.map(without_bullet).filter(|name| !name.is_empty()).collect()
}

/// Whether the text begins with a capital letter and a word that agencies' names begin with.
fn begins_agency(rest: &str) -> bool {
    if !rest.starts_with(char::is_uppercase) {
        return false;
    }
    let start = rest.char_indices().nth(24).map_or(rest, |(end, _)| &rest[..end]);
    let folded = text::fold(start);
    words().agency_heads.iter().any(|head| super::lines::strip_words(&folded, head).is_some())
}

/// The subjects of a cell, each once.
pub(in crate::ingest) fn subjects(entry: Entry<'_>, report: &mut Report<'_>) -> Option<Vec<String>> {
    let mut found: Vec<String> = Vec::new();
    for item in entry.into_items() {
        let Some((names, _)) = item.into_text(report) else { continue };
        let pieces = names.split(['\n', ';']).flat_map(split_subjects);
        for name in pieces.map(without_bullet).filter(|name| !name.is_empty()) {
            if !found.iter().any(|known| known == name) {
                found.push(name.to_owned());
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

/// Cuts at commas before a capital letter, outside brackets, but never inside the listed names.
fn split_subjects(names: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = names.trim();
    while !rest.is_empty() {
        let listed = words().subjects_with_commas.iter().find(|name| rest.starts_with(name.as_str()));
        let from = listed.map_or(0, String::len);
        let cut = rest[from..].match_indices(", ").map(|(at, _)| from + at).find(|&at| is_subject_comma(rest, at));
        let (piece, tail) = cut.map_or((rest, ""), |at| (&rest[..at], &rest[at + 2..]));
        pieces.push(piece.trim());
        rest = tail.trim();
    }
    pieces
}

/// Whether the comma at a place divides two subjects.
fn is_subject_comma(names: &str, at: usize) -> bool {
    let opened = names[..at].matches('(').count();
    let closed = names[..at].matches(')').count();
    opened <= closed && names[at + 2..].trim_start().starts_with(char::is_uppercase)
}

fn split_at_commas(line: &str, begins_next: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in line.match_indices(", ") {
        if begins_next(line[at + 2..].trim_start()) {
            pieces.push(line[start..at].trim());
            start = at + 2;
        }
    }
    pieces.push(line[start..].trim());
    pieces
}

#[cfg(test)]
mod tests {
    use super::{split_agencies, split_subjects};

    #[test]
    fn commas_inside_an_agencys_name_do_not_divide_it() {
        assert_eq!(split_agencies("Sở Văn hóa, Thể thao và Du lịch"), ["Sở Văn hóa, Thể thao và Du lịch"]);
        assert_eq!(split_agencies("Bộ, cơ quan ngang Bộ"), ["Bộ, cơ quan ngang Bộ"]);
        assert_eq!(split_agencies("Thuế tỉnh, thành phố, Thuế cơ sở"), ["Thuế tỉnh, thành phố", "Thuế cơ sở"]);
        assert_eq!(split_agencies("Sở A\n\n- Uỷ ban B; Cục C"), ["Sở A", "Uỷ ban B", "Cục C"]);
    }

    #[test]
    fn subjects_with_commas_stay_whole() {
        let all = "Công dân, Cán bộ, công chức, viên chức, Tổ chức (không bao gồm doanh nghiệp, HTX), Hợp tác xã";
        assert_eq!(
            split_subjects(all),
            ["Công dân", "Cán bộ, công chức, viên chức", "Tổ chức (không bao gồm doanh nghiệp, HTX)", "Hợp tác xã"]
        );
    }
}
