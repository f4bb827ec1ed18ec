//! What an index measures, by which decision, and what its maxima are.

use serde::Serialize;

use jiff::civil::Date;

use crate::model::Edition;
use crate::ranking::{Criterion, Verification, Version};
use crate::view::here::Here;
use crate::view::link::Outside;

use super::maximum;

/// Method and criteria of an index at one time.
#[derive(Clone, Debug, Serialize)]
pub struct MethodView {
    /// How the total comes about.
    pub text: String,
    /// The decision, in words.
    pub decision: Option<String>,
    /// Address of the decision.
    pub decision_href: Option<String>,
    /// How well decision and maxima are known, in words.
    pub verification: String,
    /// For which time it holds, in words.
    pub validity: Option<String>,
    /// Remarks.
    pub note: Option<String>,
    /// Highest total.
    pub total: Option<String>,
    /// The criteria.
    pub areas: Vec<CriterionView>,
    /// Whether any maximum is known.
    pub has_maxima: bool,
}

/// A criterion with those below it.
#[derive(Clone, Debug, Serialize)]
pub struct CriterionView {
    /// Number or mark.
    pub id: String,
    /// Name.
    pub name: String,
    /// Highest score; nothing where it is not verified.
    pub max: Option<String>,
    /// Remarks.
    pub note: Option<String>,
    /// The criteria below it.
    pub criteria: Vec<CriterionView>,
}

impl Here<'_> {
    /// The method of an index with one of its sets of criteria.
    pub(super) fn method(&self, at: usize, version: Option<usize>) -> MethodView {
        let scheme = &self.index_at(at).scheme;
        let version = version.and_then(|at| scheme.versions.get(at));
        let areas: Vec<CriterionView> =
            version.map(|version| version.areas.iter().map(|area| self.criterion(area)).collect()).unwrap_or_default();
        let address = version.and_then(|version| version.url.as_deref()).and_then(Outside::web);
        MethodView {
            text: scheme.method.in_lang(self.lang).to_owned(),
            decision: version.and_then(|version| self.decision(version)),
            decision_href: address.and_then(|address| address.href),
            verification: version.map_or_else(String::new, |version| self.verification(version.tag)),
            validity: version.and_then(|version| self.validity(version)),
            note: version.and_then(|version| version.note.as_ref()).map(|note| note.in_lang(self.lang).to_owned()),
            total: version.and_then(|version| version.total).map(|total| maximum(self.lang, total)),
            has_maxima: areas.iter().any(|area| area.max.is_some()),
            areas,
        }
    }

    fn decision(&self, version: &Version) -> Option<String> {
        let number = version.decision.as_ref()?;
        let mut words = self.words.fill("rank_decision", &[("number", number)]);
        if let Some(day) = version.date {
            words.push(' ');
            words.push_str(&self.words.fill("decision_date", &[("date", &self.date(day))]));
        }
        if let Some(issuer) = &version.issuer {
            words.push_str(&format!(", {issuer}"));
        }
        Some(words)
    }

    fn verification(&self, tag: Verification) -> String {
        let key = match tag {
            Verification::Text => "rank_verified_text",
            Verification::Copy => "rank_verified_copy",
            Verification::Secondary => "rank_verified_secondary",
            Verification::Plan => "rank_verified_plan",
            Verification::Unverified => "rank_unverified",
        };
        self.words.get(key).to_owned()
    }

    fn validity(&self, version: &Version) -> Option<String> {
        // A whole year was meant where it begins or ends on the first or last of its days.
        let day = |day: Date, of_year: (i8, i8)| match (day.month(), day.day()) == of_year {
            true => self.edition_words(Edition::Year(day.year())),
            false => self.edition_words(Edition::Day(day)),
        };
        let from = version.from.map(|from| day(from, (1, 1)));
        let to = version.to.map(|to| day(to, (12, 31)));
        match (from, to) {
            (Some(from), Some(to)) => Some(self.words.fill("rank_valid_between", &[("from", &from), ("to", &to)])),
            (Some(from), None) => Some(self.words.fill("rank_valid_from", &[("from", &from)])),
            (None, Some(to)) => Some(self.words.fill("rank_valid_to", &[("to", &to)])),
            (None, None) => None,
        }
    }

    fn criterion(&self, criterion: &Criterion) -> CriterionView {
        CriterionView {
            id: criterion.id.clone(),
            name: criterion.name.in_lang(self.lang).to_owned(),
            max: criterion.max.map(|max| maximum(self.lang, max)),
            note: criterion.note.as_ref().map(|note| note.in_lang(self.lang).to_owned()),
            criteria: criterion.criteria.iter().map(|below| self.criterion(below)).collect(),
        }
    }
}
