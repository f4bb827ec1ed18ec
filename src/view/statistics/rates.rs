//! Rates with their definition, their base and the target that they meet or miss.

use serde::Serialize;

use crate::diag::Lang;
use crate::model::StatisticsRow;
use crate::statistics::{Bound, Outcome, RateId, Target, Verdict, Verification, rate};
use crate::text;
use crate::view::here::Here;

/// A rate as shown.
#[derive(Clone, Debug, Serialize)]
pub struct RateView {
    /// Id of its definition.
    pub id: &'static str,
    /// Anchor of its definition on the page.
    pub anchor: String,
    /// What it is called.
    pub name: String,
    /// "98,60%", "không phát sinh", or that a figure is not published.
    pub value: String,
    /// Whether the value is a percentage.
    pub is_percent: bool,
    /// What was divided: "1.187/1.204".
    pub base: Option<String>,
    /// Whether targets are met.
    pub verdicts: Vec<VerdictView>,
}

/// A target and whether it is met.
#[derive(Clone, Debug, Serialize)]
pub struct VerdictView {
    /// Whether it is.
    pub met: bool,
    /// "Đạt mục tiêu từ 95% trở lên".
    pub text: String,
    /// "Đạt mục tiêu", where the target stands elsewhere on the page.
    pub short: String,
    /// The document that sets it.
    pub source: Option<String>,
}

/// A definition as explained on the page.
#[derive(Clone, Debug, Serialize)]
pub struct Definition {
    /// Its id.
    pub id: &'static str,
    /// Its anchor.
    pub anchor: String,
    /// What the rate is called.
    pub name: String,
    /// How it is computed.
    pub formula: String,
    /// Where it comes from.
    pub source: String,
    /// How far that was verified.
    pub verification: String,
    /// Targets by this definition.
    pub targets: Vec<TargetView>,
}

/// A target.
#[derive(Clone, Debug, Serialize)]
pub struct TargetView {
    /// "từ 95% trở lên".
    pub text: String,
    /// The document that sets it.
    pub source: Option<String>,
}

/// A percentage in hundredths of a percent: "98,60%".
pub(super) fn percent(lang: Lang, hundredths: u64) -> String {
    let (whole, fraction) = (hundredths / 100, hundredths % 100);
    match lang {
        Lang::Vi => format!("{},{fraction:02}%", text::format_integer(whole)),
        Lang::En => format!("{}.{fraction:02}%", text::format_integer_en(whole)),
    }
}

/// A bound in percent without needless decimals: "95%".
pub(super) fn bound(lang: Lang, percent: f64) -> String {
    match lang {
        Lang::Vi => format!("{}%", text::format_decimal(percent, 2)),
        Lang::En => format!("{}%", text::format_decimal_en(percent, 2)),
    }
}

/// The anchor of a definition.
pub(super) fn anchor(id: RateId) -> String {
    format!("dn-{}", id.id().to_ascii_lowercase())
}

impl Here<'_> {
    /// A rate of a row.
    pub(super) fn rate_view(&self, section: &str, row: &StatisticsRow, id: RateId) -> RateView {
        let outcome = rate(row, id);
        let (value, base) = match outcome {
            Outcome::Percent { numerator, denominator, hundredths } => {
                let base = format!("{}/{}", self.count(numerator), self.count(denominator));
                (percent(self.lang, hundredths), Some(base))
            }
            Outcome::NothingArose => (self.words.get("stat_nothing_arose").to_owned(), None),
            Outcome::NotPublished => (self.words.get("stat_not_computable").to_owned(), None),
        };
        let targets = self.targets_of(section, id).filter_map(|target| self.verdict(target, outcome));
        RateView {
            id: id.id(),
            anchor: anchor(id),
            name: self.words.get(&format!("{}_name", key(id))).to_owned(),
            value,
            is_percent: base.is_some(),
            base,
            verdicts: targets.collect(),
        }
    }

    /// The on-time rate that stands for a row: the one that a target counts by, else the first that can be computed.
    pub(super) fn on_time_id(&self, section: &str, row: &StatisticsRow) -> Option<RateId> {
        let computable = |id: &RateId| rate(row, *id) != Outcome::NotPublished;
        let targets = self.statistics().targets.iter().filter(|target| target.is_for(section));
        let targeted = targets.map(|target| target.rate).filter(|id| RateId::ON_TIME.contains(id));
        targeted.chain(RateId::ON_TIME).find(computable)
    }

    /// The targets of a section for a rate.
    pub(super) fn targets_of(&self, section: &str, id: RateId) -> impl Iterator<Item = &Target> {
        self.statistics().targets.iter().filter(move |target| target.rate == id && target.is_for(section))
    }

    fn verdict(&self, target: &Target, outcome: Outcome) -> Option<VerdictView> {
        let met = target.verdict(outcome)? == Verdict::Met;
        let key = if met { "stat_target_met" } else { "stat_target_missed" };
        let text = self.words.fill(key, &[("target", &self.bound_words(target.bound))]);
        let short = self.words.get(if met { "stat_met" } else { "stat_missed" }).to_owned();
        Some(VerdictView { met, text, short, source: target.source.clone() })
    }

    fn bound_words(&self, target: Bound) -> String {
        let key = match target {
            Bound::AtLeast(_) => "stat_at_least",
            Bound::AtMost(_) => "stat_at_most",
        };
        self.words.fill(key, &[("percent", &bound(self.lang, target.percent()))])
    }

    /// The definitions of the rates that a page shows, in their own order.
    pub(super) fn definitions(&self, section: &str, mut ids: Vec<RateId>) -> Vec<Definition> {
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().map(|id| self.definition(section, id)).collect()
    }

    fn definition(&self, section: &str, id: RateId) -> Definition {
        let words = |part: &str| self.words.get(&format!("{}_{part}", key(id))).to_owned();
        let verification = match id.verification() {
            Verification::Read => "stat_verified_read",
            Verification::Secondary => "stat_verified_secondary",
            Verification::Practice => "stat_verified_practice",
        };
        let target =
            |target: &Target| TargetView { text: self.bound_words(target.bound), source: target.source.clone() };
        Definition {
            id: id.id(),
            anchor: anchor(id),
            name: words("name"),
            formula: words("formula"),
            source: words("source"),
            verification: self.words.get(verification).to_owned(),
            targets: self.targets_of(section, id).map(target).collect(),
        }
    }
}

/// Beginning of the keys of a definition's words.
pub(super) const fn key(id: RateId) -> &'static str {
    match id {
        RateId::OnTimeA => "rate_on_time_a",
        RateId::OnTimeB => "rate_on_time_b",
        RateId::OnTimeC => "rate_on_time_c",
        RateId::Early => "rate_early",
        RateId::Late => "rate_late",
        RateId::LateAll => "rate_late_all",
        RateId::Online => "rate_online",
        RateId::Postal => "rate_postal",
        RateId::Apology => "rate_apology",
    }
}

#[cfg(test)]
mod tests {
    use super::{bound, percent};
    use crate::diag::Lang;

    #[test]
    fn percentages_keep_two_decimals_and_bounds_none_that_are_needless() {
        assert_eq!(percent(Lang::Vi, 9_860), "98,60%");
        assert_eq!(percent(Lang::En, 9_805), "98.05%");
        assert_eq!(percent(Lang::Vi, 101_605), "1.016,05%");
        assert_eq!(bound(Lang::Vi, 95.0), "95%");
    }
}
