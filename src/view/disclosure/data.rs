//! The results as open data.

use crate::audit::{AuditReport, Finding};
use crate::dataset::{Cell, Column, Dataset, Kind, OpenData};
use crate::diag::Lang;
use crate::plan;
use crate::text;
use crate::theme::Words;

use super::super::ViewContext;
use super::words::{reason_key, status_key, tag_key};
use super::{SHOWN, sources};

/// The results as open data: one row a criterion.
pub(in crate::view) fn open_data(context: &ViewContext<'_>) -> Option<OpenData> {
    let report = context.audit?;
    let words = context.theme.words(Lang::Vi);
    let column = |(name, title, kind): (&str, &str, Kind)| Column {
        name: name.to_owned(),
        title: title.to_owned(),
        kind,
        ..Column::default()
    };
    let columns = [
        ("so", "Số tiêu chí", Kind::Text),
        ("nhom", "Nhóm", Kind::Text),
        ("tieu_chi", "Tiêu chí", Kind::Text),
        ("ket_qua", "Kết quả", Kind::Text),
        ("ly_do", "Lý do", Kind::Text),
        ("dat", "Số bản ghi đạt", Kind::Integer),
        ("tong", "Số bản ghi xét", Kind::Integer),
        ("bang_chung", "Trang làm bằng chứng", Kind::Text),
        ("con_thieu", "Số bản ghi còn thiếu", Kind::Integer),
        ("o_can_dien", "Ô cần điền", Kind::Text),
        ("can_cu", "Căn cứ và mức kiểm chứng", Kind::Text),
    ];
    let row = |finding: &Finding| row(report, finding, words);
    let dataset = Dataset {
        id: plan::DISCLOSURE.to_owned(),
        title: words.get("disclosure").to_owned(),
        description: words.fill("disclosure_data_description", &[("date", &text::format_date(report.as_of))]),
        columns: columns.map(column).into(),
        rows: report.findings.iter().map(row).collect(),
        modified: context.config.unit.updated,
        ..Dataset::default()
    };
    Some(OpenData { dataset, ..OpenData::default() })
}

fn row(report: &AuditReport, finding: &Finding, words: &Words) -> Vec<Cell> {
    let criterion = finding.criterion;
    let count = |number: usize| Cell::from(u64::try_from(number).unwrap_or(u64::MAX));
    let pages = finding.page.iter().chain(finding.evidence.iter().filter_map(|one| one.page.as_ref()));
    let mut addresses: Vec<String> = Vec::new();
    for address in pages.map(ToString::to_string) {
        if finding.passed > 0 && !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    let cells = finding.missing.iter().take(SHOWN).flat_map(|one| &one.cells).map(|cell| cell.told(Lang::Vi));
    let sources = sources(report, finding).map(|source| {
        let word = words.get(tag_key(source.tag));
        format!("{} ({word})", source.cited(Lang::Vi))
    });
    vec![
        criterion.id.as_str().into(),
        criterion.group.as_str().into(),
        criterion.statement.vi.as_str().into(),
        words.get(status_key(finding.status)).into(),
        finding.reason.map(|reason| words.get(reason_key(reason))).into(),
        count(finding.passed),
        count(finding.looked_at),
        addresses.join("; ").into(),
        count(finding.missing_count),
        cells.collect::<Vec<_>>().join("; ").into(),
        sources.collect::<Vec<_>>().join("; ").into(),
    ]
}
