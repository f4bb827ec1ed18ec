//! Validity, and the end of the district level.

use jiff::civil::{Date, date};

use crate::diag::{CatalogProblem, Diagnostic};
use crate::model::{Catalog, Level, Office, Procedure, Sourced, Validity};

/// Last day of the district level (Luật Tổ chức chính quyền địa phương 72/2025/QH15).
const DISTRICT_END: Date = date(2025, 6, 30);

/// Words that name a district-level unit, in lower case.
const DISTRICT_WORDS: [&str; 3] = ["huyện", "quận", "thị xã"];

/// Reports records that end before they begin, and districts after their end.
pub(super) fn report(catalog: &Catalog, found: &mut Vec<Diagnostic>) {
    for office in &catalog.offices {
        report_reversed(office, office.record.validity, &office.record.id, found);
        if is_district(&office.record) {
            push(office, CatalogProblem::DistrictAfterEnd, &office.record.name, found);
        }
    }
    for officer in &catalog.officers {
        report_reversed(officer, officer.record.validity, &officer.record.id, found);
    }
    for procedure in &catalog.procedures {
        if has_district_level(&procedure.record) {
            push(procedure, CatalogProblem::DistrictAfterEnd, procedure.record.code.as_str(), found);
        }
    }
}

fn report_reversed<T>(sourced: &Sourced<T>, validity: Validity, id: &str, found: &mut Vec<Diagnostic>) {
    if validity.from.zip(validity.to).is_some_and(|(from, to)| to < from) {
        push(sourced, CatalogProblem::ValidityReversed, id, found);
    }
}

fn push<T>(sourced: &Sourced<T>, problem: CatalogProblem, value: &str, found: &mut Vec<Diagnostic>) {
    found.push(Diagnostic::new(problem, sourced.location.clone()).with_value(value));
}

/// A unit of a district by its name that goes on after the district level's last day.
fn is_district(office: &Office) -> bool {
    let goes_on = office.validity.to.is_none_or(|last| last > DISTRICT_END);
    goes_on && names_district(&office.name)
}

/// Whether a name holds one of the words; with marks, since "quan" is also "cơ quan".
fn names_district(name: &str) -> bool {
    let padded = format!(" {} ", name.to_lowercase().replace([',', '.', '(', ')', '-'], " "));
    DISTRICT_WORDS.iter().any(|word| padded.contains(&format!(" {word} ")))
}

/// A district-level procedure whose announcing decision is not known to be from before the level's end.
fn has_district_level(procedure: &Procedure) -> bool {
    let announced = procedure.decision.as_ref().and_then(|decision| decision.date);
    procedure.levels.contains(&Level::District) && announced.is_none_or(|day| day > DISTRICT_END)
}

#[cfg(test)]
mod tests {
    use super::names_district;

    #[test]
    fn districts_are_known_by_their_word_with_marks() {
        assert!(names_district("Bộ phận Một cửa UBND huyện Mẫu"));
        assert!(names_district("UBND Quận 3 (cũ)"));
        assert!(!names_district("Cơ quan chuyên môn xã Mẫu"));
    }
}
