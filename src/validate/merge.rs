//! One record for each code.

use std::collections::HashMap;

use crate::diag::{CatalogProblem, Diagnostic, Location};
use crate::model::{Agencies, Part, Procedure, ProcedureCode, Sourced};
use crate::text;

/// Where the record of a code stands in the result, and which further sources were merged into it.
struct Kept {
    index: usize,
    others: Vec<(usize, Location)>,
}

/// Merges the records of one code from several sources and drops repetitions inside one, keeping the order.
pub(super) fn one_for_each_code(
    procedures: Vec<Sourced<Procedure>>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Sourced<Procedure>> {
    let mut kept: HashMap<ProcedureCode, Kept> = HashMap::with_capacity(procedures.len());
    let mut records: Vec<Sourced<Procedure>> = Vec::with_capacity(procedures.len());
    for sourced in procedures {
        let Some(known) = kept.get_mut(&sourced.record.code) else {
            kept.insert(sourced.record.code.clone(), Kept { index: records.len(), others: Vec::new() });
            records.push(sourced);
            continue;
        };
        match first_of_source(&records[known.index], known, sourced.provenance) {
            Some(first) => found.push(repeated(&sourced, first)),
            None => {
                known.others.push((sourced.provenance, sourced.location.clone()));
                merge(&mut records[known.index], sourced, found);
            }
        }
    }
    records
}

/// Where the same source had this code before.
fn first_of_source<'a>(first: &'a Sourced<Procedure>, known: &'a Kept, provenance: usize) -> Option<&'a Location> {
    if first.provenance == provenance {
        return Some(&first.location);
    }
    known.others.iter().find(|(other, _)| *other == provenance).map(|(_, location)| location)
}

fn repeated(sourced: &Sourced<Procedure>, first: &Location) -> Diagnostic {
    let code = sourced.record.code.to_string();
    let problem = CatalogProblem::DuplicateCode { code: code.clone(), first: first.to_string() };
    Diagnostic::new(problem, sourced.location.clone()).with_value(&code)
}

/// Fills what the first source leaves open and reports where the two say different things.
fn merge(first: &mut Sourced<Procedure>, second: Sourced<Procedure>, found: &mut Vec<Diagnostic>) {
    let Sourced { record: other, location, .. } = second;
    let differing = fill(&mut first.record, other);
    if !differing.is_empty() {
        let code = first.record.code.to_string();
        let problem = CatalogProblem::SourcesDisagree {
            code: code.clone(),
            parts: differing.join(", "),
            other: location.to_string(),
        };
        found.push(Diagnostic::new(problem, first.location.clone()).with_value(&code));
    }
}

/// Fills the open parts of a procedure from another; gives the Vietnamese names of the parts that differ.
fn fill(into: &mut Procedure, from: Procedure) -> Vec<&'static str> {
    let mut differing = Differing(Vec::new());
    differing.note("Tên thủ tục", !same_words(&into.name, &from.name));
    differing.text("Lĩnh vực", &mut into.field, from.field);
    differing.list("Cấp thực hiện", &mut into.levels, from.levels);
    differing.text("Loại thủ tục", &mut into.kind, from.kind);
    differing.option("Số quyết định", &mut into.decision, from.decision);
    differing.part("Mô tả", &mut into.description, from.description);
    differing.part("Trình tự thực hiện", &mut into.steps, from.steps);
    differing.part("Cách thức thực hiện", &mut into.channels, from.channels);
    differing.part("Thành phần hồ sơ", &mut into.dossier, from.dossier);
    differing.part("Số lượng hồ sơ", &mut into.sets, from.sets);
    differing.part("Đối tượng thực hiện", &mut into.subjects, from.subjects);
    fill_agencies(&mut into.agencies, from.agencies, &mut differing);
    differing.part("Địa chỉ tiếp nhận hồ sơ", &mut into.reception, from.reception);
    differing.part("Kết quả thực hiện", &mut into.results, from.results);
    differing.part("Yêu cầu, điều kiện thực hiện", &mut into.conditions, from.conditions);
    differing.part("Căn cứ pháp lý", &mut into.legal_basis, from.legal_basis);
    differing.list("Từ khóa", &mut into.keywords, from.keywords);
    differing.list("Thủ tục liên quan", &mut into.related, from.related);
    differing.option("Mức độ dịch vụ công trực tuyến", &mut into.online_level, from.online_level);
    differing.option("Đường dẫn Cổng Dịch vụ công quốc gia", &mut into.portal_url, from.portal_url);
    differing.option("Không phụ thuộc địa giới hành chính", &mut into.boundary_free, from.boundary_free);
    differing.list("Lịch sử thay đổi", &mut into.changes, from.changes);
    differing.0
}

fn fill_agencies(into: &mut Agencies, from: Agencies, differing: &mut Differing) {
    differing.list("Cơ quan thực hiện", &mut into.executing, from.executing);
    differing.list("Cơ quan có thẩm quyền", &mut into.competent, from.competent);
    differing.list("Cơ quan được ủy quyền", &mut into.delegated, from.delegated);
    differing.list("Cơ quan phối hợp", &mut into.cooperating, from.cooperating);
    differing.list("Cơ quan ban hành", &mut into.issuing, from.issuing);
}

/// Collects the names of parts that two sources describe differently.
struct Differing(Vec<&'static str>);

impl Differing {
    fn note(&mut self, name: &'static str, differs: bool) {
        if differs {
            self.0.push(name);
        }
    }

    fn part<T: PartialEq>(&mut self, name: &'static str, into: &mut Part<T>, from: Part<T>) {
        match (&into, &from) {
            (_, Part::NotPublished) => {}
            (Part::NotPublished, _) => *into = from,
            _ => self.note(name, *into != from),
        }
    }

    fn option<T: PartialEq>(&mut self, name: &'static str, into: &mut Option<T>, from: Option<T>) {
        match (&into, &from) {
            (_, None) => {}
            (None, _) => *into = from,
            _ => self.note(name, *into != from),
        }
    }

    fn text(&mut self, name: &'static str, into: &mut Option<String>, from: Option<String>) {
        match (&into, &from) {
            (_, None) => {}
            (None, _) => *into = from,
            (Some(one), Some(other)) => self.note(name, !same_words(one, other)),
        }
    }

    /// Lists are sets here: their order says nothing.
    fn list<T: PartialEq>(&mut self, name: &'static str, into: &mut Vec<T>, from: Vec<T>) {
        if into.is_empty() {
            *into = from;
        } else {
            let differs = into.len() != from.len() || from.iter().any(|item| !into.contains(item));
            self.note(name, !from.is_empty() && differs);
        }
    }
}

/// Whether two texts differ in more than case, marks, blanks and punctuation.
fn same_words(one: &str, other: &str) -> bool {
    one == other || text::heading_key(one) == text::heading_key(other)
}
