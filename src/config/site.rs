//! The typed configuration and what its values must satisfy.

use std::collections::BTreeMap;

use camino::Utf8Path;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use crate::diag::{ConfigProblem, Diagnostic, Lang, Location};

use super::{Disclosure, GuardConfig, SearchWords, StatisticsConfig};

/// Everything that `config.toml` says.
#[derive(Clone, Debug, Deserialize)]
#[serde(default)]
pub struct SiteConfig {
    /// Absolute address of the site, used only where the web needs one (sitemap, canonical links, QR codes).
    pub base_url: String,
    /// Title of the site; the unit's name where empty.
    pub title: String,
    /// One sentence about the site.
    pub description: String,
    /// Language of addresses without a prefix.
    #[serde(deserialize_with = "lang")]
    pub default_language: Lang,
    /// Further languages of the interface, by tag.
    pub languages: BTreeMap<String, LanguageConfig>,
    /// Name of the theme.
    pub theme: String,
    /// Folder of the finished site, relative to the root.
    pub output_dir: String,
    /// The publishing unit.
    pub unit: Unit,
    /// What the home page puts first.
    pub home: Home,
    /// The site's own words for the search.
    pub search: SearchWords,
    /// Targets for processing statistics.
    pub statistics: StatisticsConfig,
    /// What the audit of disclosure must reach.
    pub disclosure: Disclosure,
    /// Exceptions from the guard of personal data.
    pub guard: GuardConfig,
    /// What this program does with what Zola's themes ask for.
    pub zola: ZolaConfig,
    /// Values of keys that are secret by their names; they must stand on no page.
    #[serde(skip)]
    pub secrets: Vec<String>,
    /// Values for the theme and the site's own templates.
    pub extra: toml::Table,
}

/// What this program does with what Zola's themes ask for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ZolaConfig {
    /// Whether templates may load data from the web while the site is built.
    pub remote_data: bool,
}

/// Title and description in a further language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct LanguageConfig {
    /// Title of the site.
    pub title: String,
    /// One sentence about the site.
    pub description: String,
}

/// The publishing unit.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Unit {
    /// Name, such as "UBND xã …".
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// What the site is, under the name.
    pub tagline: String,
    /// The same in English.
    pub tagline_en: String,
    /// `xa`, `tinh`, or `huyen` for sites of the time before 1 July 2025.
    pub level: String,
    /// Name of the province.
    pub province: String,
    /// Whether the unit is invented; every page then says so.
    pub fictional: bool,
    /// Hotline number (*đường dây nóng*).
    pub hotline: String,
    /// Office telephone.
    pub phone: String,
    /// Office e-mail.
    pub email: String,
    /// Street address.
    pub address: String,
    /// Opening hours, one line each.
    pub hours: Vec<String>,
    /// Opening hours in English.
    pub hours_en: Vec<String>,
    /// Accent colour, `#rrggbb`.
    pub color: String,
    /// Day to which the site is up to date.
    #[serde(deserialize_with = "date")]
    pub updated: Option<Date>,
    /// Where reflections and recommendations go (Điều 10.3, 13 NĐ 20/2008/NĐ-CP).
    pub feedback: Feedback,
}

/// Address for reflections and recommendations (*phản ánh, kiến nghị*), with its five parts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Feedback {
    /// Agency.
    pub agency: String,
    /// Postal address.
    pub postal: String,
    /// Telephone.
    pub phone: String,
    /// Website.
    pub web: String,
    /// E-mail.
    pub email: String,
}

/// What the home page puts first.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Home {
    /// Codes of the procedures most asked for.
    pub featured: Vec<String>,
    /// Life events.
    pub events: Vec<Event>,
}

/// A life event with its procedures.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Event {
    /// Title.
    pub title: String,
    /// Title in English.
    pub title_en: String,
    /// One line about it.
    pub text: String,
    /// The same in English.
    pub text_en: String,
    /// Codes of its procedures, in the order in which a citizen meets them.
    pub codes: Vec<String>,
}

/// Chooses between a Vietnamese text and its English twin; the Vietnamese where there is none.
pub trait Localized {
    /// The text in the language asked for.
    fn localized<'a>(&'a self, english: &'a Self, lang: Lang) -> &'a Self;
}

impl Localized for String {
    fn localized<'a>(&'a self, english: &'a Self, lang: Lang) -> &'a Self {
        if lang == Lang::En && !english.is_empty() { english } else { self }
    }
}

impl Localized for Vec<String> {
    fn localized<'a>(&'a self, english: &'a Self, lang: Lang) -> &'a Self {
        if lang == Lang::En && !english.is_empty() { english } else { self }
    }
}

impl Default for SiteConfig {
    fn default() -> Self {
        Self {
            base_url: "/".to_owned(),
            title: String::new(),
            description: String::new(),
            default_language: Lang::Vi,
            languages: BTreeMap::new(),
            theme: "congkhai".to_owned(),
            output_dir: "public".to_owned(),
            unit: Unit::default(),
            home: Home::default(),
            search: SearchWords::default(),
            statistics: StatisticsConfig::default(),
            disclosure: Disclosure::default(),
            guard: GuardConfig::default(),
            zola: ZolaConfig::default(),
            secrets: Vec::new(),
            extra: toml::Table::new(),
        }
    }
}

impl SiteConfig {
    /// The languages of the site, the default one first.
    #[must_use]
    pub fn langs(&self) -> Vec<Lang> {
        let mut langs = vec![self.default_language];
        for lang in self.languages.keys().filter_map(|tag| Lang::from_tag(tag)) {
            if !langs.contains(&lang) {
                langs.push(lang);
            }
        }
        langs
    }

    /// The site's title in a language.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        let own =
            self.languages.get(lang.tag()).map(|language| language.title.as_str()).filter(|title| !title.is_empty());
        let main = if self.title.is_empty() { self.unit.name.localized(&self.unit.name_en, lang) } else { &self.title };
        own.unwrap_or(main)
    }

    /// The site's description in a language.
    #[must_use]
    pub fn description(&self, lang: Lang) -> &str {
        let own = self.languages.get(lang.tag()).map(|language| language.description.as_str());
        own.filter(|text| !text.is_empty()).unwrap_or(&self.description)
    }

    /// `base_url` with a slash at its end, where it is a full web address.
    #[must_use]
    pub fn absolute_base(&self) -> Option<String> {
        let base = self.base_url.trim_end_matches('/');
        (base.starts_with("https://") || base.starts_with("http://")).then(|| format!("{base}/"))
    }

    /// The path under which the site lies on its host: `/` or `/thu-tuc-xa/`.
    #[must_use]
    pub fn base_path(&self) -> String {
        let rest = self.base_url.split_once("://").map_or(self.base_url.as_str(), |(_, rest)| rest);
        let path =
            if rest.len() == self.base_url.len() { rest } else { rest.split_once('/').map_or("", |(_, path)| path) };
        match path.trim_matches('/') {
            "" => "/".to_owned(),
            path => format!("/{path}/"),
        }
    }
}

fn lang<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
    let tag = String::deserialize(deserializer)?;
    Lang::from_tag(&tag).ok_or_else(|| serde::de::Error::custom(format!("language `{tag}` is not one of `vi`, `en`")))
}

pub(super) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let written = toml::value::Datetime::deserialize(deserializer)?;
    let day = written
        .date
        .and_then(|day| Date::new(i16::try_from(day.year).ok()?, day.month.cast_signed(), day.day.cast_signed()).ok());
    day.map(Some).ok_or_else(|| serde::de::Error::custom("a date such as 2026-11-20 belongs here"))
}

/// Checks values that have a type but not every value of it.
pub(super) fn check(path: &Utf8Path, config: &SiteConfig, diagnostics: &mut Vec<Diagnostic>) {
    let mut report = |problem: ConfigProblem| diagnostics.push(Diagnostic::new(problem, Location::file(path)));
    if config.unit.name.is_empty() {
        report(ConfigProblem::MissingKey { key: "unit.name".to_owned() });
    }
    if config.absolute_base().is_none() && !config.base_url.starts_with('/') {
        report(bad_value("base_url", &config.base_url, "https://…/ , /"));
    }
    for tag in config.languages.keys().filter(|tag| Lang::from_tag(tag).is_none()) {
        report(bad_value("languages", tag, "vi, en"));
    }
    if !config.unit.level.is_empty() && !["xa", "huyen", "tinh"].contains(&config.unit.level.as_str()) {
        report(bad_value("unit.level", &config.unit.level, "xa, huyen, tinh"));
    }
    if let Some(require) = config.disclosure.require.filter(|share| !(0.0..=1.0).contains(share)) {
        report(bad_value("disclosure.require", &require.to_string(), "0.0 – 1.0"));
    }
    check_color(&config.unit.color, &mut report);
}

pub(super) fn bad_value(key: &str, value: &str, allowed: &str) -> ConfigProblem {
    ConfigProblem::BadValue { key: key.to_owned(), value: value.to_owned(), allowed: allowed.to_owned() }
}

/// The accent colour carries white text, so it must reach WCAG's 4.5:1 against white.
fn check_color(color: &str, report: &mut impl FnMut(ConfigProblem)) {
    if color.is_empty() {
        return;
    }
    match contrast_with_white(color) {
        None => report(bad_value("unit.color", color, "#rrggbb")),
        Some(ratio) if ratio < 4.5 => {
            report(ConfigProblem::LowContrast { color: color.to_owned(), ratio: format!("{ratio:.1}") });
        }
        Some(_) => {}
    }
}

/// Contrast ratio of `#rrggbb` with white (WCAG 2.2, relative luminance).
fn contrast_with_white(color: &str) -> Option<f64> {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel =
        |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok().map(|value| linear(f64::from(value) / 255.0));
    let luminance = 0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?;
    Some(1.05 / (luminance + 0.05))
}

fn linear(value: f64) -> f64 {
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::{SiteConfig, contrast_with_white};

    #[test]
    fn contrast_follows_wcag() {
        assert!((contrast_with_white("#000000").unwrap_or(0.0) - 21.0).abs() < 0.01);
        assert!((contrast_with_white("#777777").unwrap_or(0.0) - 4.48).abs() < 0.01);
        assert_eq!(contrast_with_white("red"), None);
        assert_eq!(contrast_with_white("#đđđ"), None);
    }

    #[test]
    fn the_base_path_is_what_follows_the_host() {
        let path = |base_url: &str| SiteConfig { base_url: base_url.to_owned(), ..SiteConfig::default() }.base_path();
        assert_eq!(path("/"), "/");
        assert_eq!(path("https://xa.example"), "/");
        assert_eq!(path("https://tinh.example/xa-mau"), "/xa-mau/");
        assert_eq!(path("/xa-mau/"), "/xa-mau/");
    }
}
