//! `audit`: the disclosure criteria, with evidence and what is missing.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;

use crate::audit::{AuditReport, Finding, Level, Status, criteria};
use crate::build::{self, Options};
use crate::diag::{Lang, Severity};
use crate::text;

use super::Status as Ending;
use super::args::{Audit, SearchFormat};
use super::command::{Context, today};
use super::language::say;

/// Most records that the text names for one criterion.
const SHOWN: usize = 5;

/// Judges the site and prints the results.
pub(super) fn run(context: &Context, args: &Audit) -> Result<Ending, Box<dyn Error>> {
    let options = Options {
        root: context.root.clone(),
        output_dir: None,
        base_url: None,
        drafts: false,
        force: false,
        publish: false,
        as_of: args.as_of.unwrap_or_else(today),
        baseline: build::Baseline::Site,
    };
    if super::command::has_no_records(context, &options)? {
        return Ok(Ending::Failed);
    }
    let audited = build::audit(&options, args.level.as_deref().and_then(Level::parse))?;
    let printed = match args.format {
        SearchFormat::Json => serde_json::to_string_pretty(&audited.report.json())? + "\n",
        SearchFormat::Text => told(&audited.report, context.lang),
    };
    // A reader that closes the pipe early is no failure.
    let _ = std::io::stdout().lock().write_all(printed.as_bytes());
    let errors = audited.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let errors: Vec<_> = errors.cloned().collect();
    if !errors.is_empty() {
        let concise = crate::diag::render::concise(&errors, context.lang);
        let _ = std::io::stderr().lock().write_all(concise.as_bytes());
    }
    Ok(if errors.is_empty() { Ending::Fine } else { Ending::DataErrors })
}

fn told(report: &AuditReport, lang: Lang) -> String {
    let mut out = String::new();
    let summary = report.summary();
    let day = text::format_date(report.as_of);
    let share = percent(summary.share(), lang);
    let _ = match lang {
        Lang::Vi => writeln!(
            out,
            "Ngày {day}, cấp {}: đạt {}/{} tiêu chí áp dụng ({share})",
            report.level.name(),
            summary.met,
            summary.applicable
        ),
        Lang::En => writeln!(
            out,
            "{day}, level {}: {} of {} applicable criteria met ({share})",
            report.level.name(),
            summary.met,
            summary.applicable
        ),
    };
    for group in &criteria().0 {
        let _ = writeln!(out, "\n{} {}", group.id, group.title.in_lang(lang));
        for finding in report.findings.iter().filter(|finding| finding.criterion.group == group.id) {
            one(&mut out, finding, lang);
        }
    }
    out
}

fn one(out: &mut String, finding: &Finding, lang: Lang) {
    let criterion = finding.criterion;
    let counted = match finding.looked_at {
        0 => String::new(),
        all => format!(" {}/{all}", finding.passed),
    };
    let _ = writeln!(
        out,
        "  {} [{}{counted}] {}",
        criterion.id,
        word(finding.status, lang),
        criterion.statement.in_lang(lang)
    );
    for missing in finding.missing.iter().take(SHOWN) {
        for cell in &missing.cells {
            let _ = writeln!(out, "      {}: {}", missing.subject.key, cell.told(lang));
        }
    }
    let rest = finding.missing_count.saturating_sub(SHOWN);
    if rest > 0 {
        let _ = writeln!(out, "      {} {rest}", say(lang, "và còn:", "and more:"));
    }
    if matches!(finding.status, Status::Partly | Status::NotMet) {
        let _ = writeln!(out, "      {} {}", say(lang, "Cần làm:", "To do:"), criterion.fill.in_lang(lang));
    }
    if let (Status::NeedsAttestation, Some(asked)) = (finding.status, &criterion.attest) {
        let asked = say(lang, &asked.vi, &asked.en);
        let _ = writeln!(out, "      {} {asked}", say(lang, "Cần người xác nhận:", "Somebody must vouch:"));
    }
}

fn percent(share: Option<f64>, lang: Lang) -> String {
    let share = share.map_or_else(|| "–".to_owned(), |share| format!("{:.1}%", share * 100.0));
    if lang == Lang::Vi { share.replace('.', ",") } else { share }
}

const fn word(status: Status, lang: Lang) -> &'static str {
    match (status, lang) {
        (Status::Met, Lang::Vi) => "đạt",
        (Status::Attested, Lang::Vi) => "đã xác nhận",
        (Status::Partly, Lang::Vi) => "đạt một phần",
        (Status::NotMet, Lang::Vi) => "chưa đạt",
        (Status::NeedsAttestation, Lang::Vi) => "cần xác nhận",
        (Status::NotApplicable, Lang::Vi) => "không áp dụng",
        (Status::Met, Lang::En) => "met",
        (Status::Attested, Lang::En) => "attested",
        (Status::Partly, Lang::En) => "partly met",
        (Status::NotMet, Lang::En) => "not met",
        (Status::NeedsAttestation, Lang::En) => "needs attestation",
        (Status::NotApplicable, Lang::En) => "not applicable",
    }
}
