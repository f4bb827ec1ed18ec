//! The parts that every procedure must have.

use crate::diag::{CatalogProblem, Diagnostic};
use crate::model::{Channel, ChannelKind, DossierCase, Part, Procedure, Sourced};

/// Reports the mandatory parts that a procedure does not publish, one diagnostic each.
///
/// Điều 8.2 NĐ 63/2010/NĐ-CP as amended by NĐ 92/2017/NĐ-CP, letters b–g; the name (letter a) no record is read
/// without. A part that is expressly not applicable is published.
pub(super) fn report_missing(procedures: &[Sourced<Procedure>], found: &mut Vec<Diagnostic>) {
    for Sourced { record, location, .. } in procedures {
        for (part, is_there) in mandatory(record) {
            if !is_there {
                let problem = CatalogProblem::MissingPart { part: part.to_owned() };
                found.push(Diagnostic::new(problem, location.clone()).with_value(record.code.as_str()));
            }
        }
    }
}

/// The mandatory parts in the order of the law, and whether each is published.
fn mandatory(procedure: &Procedure) -> [(&'static str, bool); 6] {
    [
        ("Trình tự thực hiện", !procedure.steps.is_not_published()),
        ("Cách thức thực hiện", holds(&procedure.channels, has_named_channel)),
        ("Thành phần hồ sơ", holds(&procedure.dossier, has_named_paper)),
        ("Thời hạn giải quyết", holds(&procedure.channels, has_time_limit)),
        ("Đối tượng thực hiện", !procedure.subjects.is_not_published()),
        ("Cơ quan thực hiện", has_agency(procedure)),
    ]
}

fn holds<T>(part: &Part<Vec<T>>, is_enough: impl Fn(&[T]) -> bool) -> bool {
    match part {
        Part::Stated(value) => is_enough(value),
        Part::NotApplicable(_) => true,
        Part::NotPublished => false,
    }
}

/// Time limits and fees may stand under a channel without a name, which names no way of submitting.
fn has_named_channel(channels: &[Channel]) -> bool {
    channels.iter().any(|channel| !matches!(&channel.kind, ChannelKind::Other(words) if words.is_empty()))
}

fn has_time_limit(channels: &[Channel]) -> bool {
    channels.iter().any(|channel| !channel.time_limits.is_empty())
}

fn has_named_paper(cases: &[DossierCase]) -> bool {
    cases.iter().any(|case| case.name.is_some() || case.items.iter().any(|item| !item.name.is_empty()))
}

fn has_agency(procedure: &Procedure) -> bool {
    !procedure.agencies.executing.is_empty() || !procedure.agencies.competent.is_empty()
}
