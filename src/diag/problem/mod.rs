//! Every problem that the program can report about the user's data, by area.

/// A [`Text`] from four format strings; the arguments are captured by name. Defined before the areas, which use it.
macro_rules! text {
    (vi: $vi:literal, en: $en:literal, help_vi: $help_vi:literal, help_en: $help_en:literal $(,)?) => {
        $crate::diag::Text {
            vi: format!($vi),
            en: format!($en),
            help_vi: format!($help_vi),
            help_en: format!($help_en),
        }
    };
}

mod catalog;
mod column;
mod config;
mod content;
mod disclosure;
mod guard;
mod ranking;
mod register;
mod site;
mod source;
mod theme;
mod value;

pub use catalog::CatalogProblem;
pub use column::ColumnProblem;
pub use config::ConfigProblem;
pub use content::ContentProblem;
pub use disclosure::DisclosureProblem;
pub use guard::GuardProblem;
pub use ranking::RankingProblem;
pub use register::RegisterProblem;
pub use site::SiteProblem;
pub use source::SourceProblem;
pub use theme::ThemeProblem;
pub use value::ValueProblem;

use super::number::grouped;
use super::{Code, Lang};

/// A message and its remedy in both languages; a missing one is a compile error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The message in Vietnamese.
    pub vi: String,
    /// The message in English.
    pub en: String,
    /// One concrete action in Vietnamese.
    pub help_vi: String,
    /// One concrete action in English.
    pub help_en: String,
}

impl Text {
    /// The message and the remedy in one language.
    #[must_use]
    pub fn into_lang(self, lang: Lang) -> (String, String) {
        match lang {
            Lang::Vi => (self.vi, self.help_vi),
            Lang::En => (self.en, self.help_en),
        }
    }
}

/// The name of a figure in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Named {
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
}

/// A problem of any area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Problems with `config.toml` and front matter settings.
    Config(ConfigProblem),
    /// Problems with files that cannot be read as they are.
    Source(SourceProblem),
    /// Problems with headings and layouts.
    Column(ColumnProblem),
    /// Problems with cells that cannot be understood, or not be trusted.
    Value(ValueProblem),
    /// Problems with the catalogue as a whole.
    Catalog(CatalogProblem),
    /// Problems with Markdown files and their front matter.
    Content(ContentProblem),
    /// Problems with the rankings of an index.
    Ranking(RankingProblem),
    /// Problems with the audit of disclosure.
    Disclosure(DisclosureProblem),
    /// Problems with registers and with scores.
    Register(RegisterProblem),
    /// What must not be published.
    Guard(GuardProblem),
    /// Problems with the finished site.
    Site(SiteProblem),
    /// Problems of sites whose theme was written for Zola.
    Theme(ThemeProblem),
}

impl Problem {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Config(problem) => problem.code(),
            Self::Source(problem) => problem.code(),
            Self::Column(problem) => problem.code(),
            Self::Value(problem) => problem.code(),
            Self::Catalog(problem) => problem.code(),
            Self::Content(problem) => problem.code(),
            Self::Ranking(problem) => problem.code(),
            Self::Disclosure(problem) => problem.code(),
            Self::Register(problem) => problem.code(),
            Self::Guard(problem) => problem.code(),
            Self::Site(problem) => problem.code(),
            Self::Theme(problem) => problem.code(),
        }
    }

    /// The message and the remedy, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Config(problem) => problem.text(),
            Self::Source(problem) => problem.text(),
            Self::Column(problem) => problem.text(),
            Self::Value(problem) => problem.text(),
            Self::Catalog(problem) => problem.text(),
            Self::Content(problem) => problem.text(),
            Self::Ranking(problem) => problem.text(),
            Self::Disclosure(problem) => problem.text(),
            Self::Register(problem) => problem.text(),
            Self::Guard(problem) => problem.text(),
            Self::Site(problem) => problem.text(),
            Self::Theme(problem) => problem.text(),
        }
    }
}

impl From<ConfigProblem> for Problem {
    fn from(problem: ConfigProblem) -> Self {
        Self::Config(problem)
    }
}

impl From<SourceProblem> for Problem {
    fn from(problem: SourceProblem) -> Self {
        Self::Source(problem)
    }
}

impl From<ColumnProblem> for Problem {
    fn from(problem: ColumnProblem) -> Self {
        Self::Column(problem)
    }
}

impl From<ValueProblem> for Problem {
    fn from(problem: ValueProblem) -> Self {
        Self::Value(problem)
    }
}

impl From<CatalogProblem> for Problem {
    fn from(problem: CatalogProblem) -> Self {
        Self::Catalog(problem)
    }
}

impl From<ContentProblem> for Problem {
    fn from(problem: ContentProblem) -> Self {
        Self::Content(problem)
    }
}

impl From<RankingProblem> for Problem {
    fn from(problem: RankingProblem) -> Self {
        Self::Ranking(problem)
    }
}

impl From<DisclosureProblem> for Problem {
    fn from(problem: DisclosureProblem) -> Self {
        Self::Disclosure(problem)
    }
}

impl From<RegisterProblem> for Problem {
    fn from(problem: RegisterProblem) -> Self {
        Self::Register(problem)
    }
}

impl From<GuardProblem> for Problem {
    fn from(problem: GuardProblem) -> Self {
        Self::Guard(problem)
    }
}

impl From<SiteProblem> for Problem {
    fn from(problem: SiteProblem) -> Self {
        Self::Site(problem)
    }
}

impl From<ThemeProblem> for Problem {
    fn from(problem: ThemeProblem) -> Self {
        Self::Theme(problem)
    }
}
