//! Which words of the interface say what the audit found.

use crate::audit::{AuditReport, Level, Reason, Status, Tag};

pub(super) const fn level_key(report: &AuditReport) -> &'static str {
    match report.level {
        Level::Tinh => "level_province",
        Level::Huyen => "level_district",
        Level::Xa => "level_commune",
    }
}

pub(super) const fn status_key(status: Status) -> &'static str {
    match status {
        Status::Met => "disclosure_met",
        Status::Attested => "disclosure_attested",
        Status::Partly => "disclosure_partly",
        Status::NotMet => "disclosure_not_met",
        Status::NeedsAttestation => "disclosure_needs_attestation",
        Status::NotApplicable => "disclosure_not_applicable",
    }
}

pub(super) const fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::NotInForce => "disclosure_not_in_force",
        Reason::OtherLevel => "disclosure_other_level",
        Reason::NothingArose => "disclosure_nothing_arose",
        Reason::NoRecords => "disclosure_no_records",
        Reason::Expired => "disclosure_expired",
        Reason::NotYet => "disclosure_not_yet",
    }
}

pub(super) fn scheme_key(scheme: &str) -> &str {
    match scheme {
        "766" => "disclosure_scheme_766",
        "S003" => "disclosure_scheme_s003",
        "TT01" => "disclosure_scheme_tt01",
        other => other,
    }
}

pub(super) const fn tag_key(tag: Tag) -> &'static str {
    match tag {
        Tag::Text => "tag_text",
        Tag::Copy => "tag_copy",
        Tag::Secondary => "tag_secondary",
        Tag::Plan => "tag_plan",
        Tag::Unverified => "tag_unverified",
        Tag::Design => "tag_design",
    }
}

pub(super) const fn meaning_key(tag: Tag) -> &'static str {
    match tag {
        Tag::Text => "tag_text_meaning",
        Tag::Copy => "tag_copy_meaning",
        Tag::Secondary => "tag_secondary_meaning",
        Tag::Plan => "tag_plan_meaning",
        Tag::Unverified => "tag_unverified_meaning",
        Tag::Design => "tag_design_meaning",
    }
}
