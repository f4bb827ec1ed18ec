//! The report as JSON, for programs and for those who compare two audits.

use serde_json::{Value, json};

use crate::diag::Lang;

use super::report::{AuditReport, Finding, Missing, Status, Summary};
use super::{Source, Subject, criteria};

impl AuditReport {
    /// The report as JSON. Addresses are relative to the site's root; the same report gives the same text.
    #[must_use]
    pub fn json(&self) -> Value {
        let (groups, _) = criteria();
        let group = |group: &super::Group| json!({ "id": group.id, "vi": group.title.vi, "en": group.title.en, "summary": summary(&self.summary_of(&group.id)) });
        let by_status: serde_json::Map<String, Value> =
            Status::ALL.into_iter().map(|status| (status.name().to_owned(), self.count(status).into())).collect();
        json!({
            "as_of": self.as_of.to_string(),
            "level": self.level.name(),
            "require": self.require,
            "enough": self.is_enough(),
            "summary": summary(&self.summary()),
            "by_status": by_status,
            "groups": groups.iter().map(group).collect::<Vec<_>>(),
            "criteria": self.findings.iter().map(|found| self.finding_json(found)).collect::<Vec<_>>(),
        })
    }

    fn finding_json(&self, finding: &Finding) -> Value {
        let criterion = finding.criterion;
        let attestation = finding.attestation.as_ref().map(|one| {
            json!({
                "by": one.by, "on": one.on.map(|day| day.to_string()), "text": one.text, "evidence": one.evidence,
                "until": finding.attested_until.map(|day| day.to_string()),
            })
        });
        let points = finding.points.iter().map(
            |points| json!({ "scheme": points.scheme, "id": points.id, "max": points.max, "points": points.points }),
        );
        let sources = criterion.sources.iter().map(|source| source_json(source, source.span().covers(self.as_of)));
        let attest = criterion.attest.as_ref().map(|asked| json!({ "vi": asked.vi, "en": asked.en }));
        json!({
            "id": criterion.id,
            "group": criterion.group,
            "vi": criterion.statement.vi,
            "en": criterion.statement.en,
            "status": finding.status.name(),
            "reason": finding.reason.map(super::Reason::name),
            "blocker": criterion.blocker,
            "weight": criterion.weight,
            "kind": criterion.kind,
            "passed": finding.passed,
            "of": finding.looked_at,
            "page": finding.page.as_ref().map(ToString::to_string),
            "evidence": finding.evidence.iter().map(subject_json).collect::<Vec<_>>(),
            "missing_count": finding.missing_count,
            "missing": finding.missing.iter().map(missing_json).collect::<Vec<_>>(),
            "to_attest": attest,
            "attestation": attestation,
            "points": points.collect::<Vec<_>>(),
            "remedy": { "vi": criterion.fill.vi, "en": criterion.fill.en },
            "sources": sources.collect::<Vec<_>>(),
        })
    }
}

fn summary(summary: &Summary) -> Value {
    let share = summary.share().map(|share| (share * 10_000.0).round() / 10_000.0);
    json!({ "total": summary.total, "applicable": summary.applicable, "met": summary.met, "share": share })
}

fn source_json(source: &Source, in_force: bool) -> Value {
    json!({ "vi": source.cited(Lang::Vi), "en": source.cited(Lang::En), "tag": source.tag.name(), "in_force": in_force })
}

fn subject_json(subject: &Subject) -> Value {
    json!({
        "key": subject.key,
        "label": subject.label,
        "page": subject.page.as_ref().map(ToString::to_string),
        "place": subject.place.to_string(),
    })
}

fn missing_json(missing: &Missing) -> Value {
    let mut told = subject_json(&missing.subject);
    let cells = missing.cells.iter().map(|cell| json!({ "at": cell.to_string(), "fill": cell }));
    told["cells"] = cells.collect::<Vec<_>>().into();
    told
}
