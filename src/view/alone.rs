//! What others than views may ask of the context: its parts, and names of pages where they stand alone.

use crate::content::{Content, Section};
use crate::diag::Lang;
use crate::plan::{PageKind, PlannedPage, SitePlan};
use crate::theme::Words;

use super::here::Here;
use super::{Records, ViewContext, wording};

impl<'a> ViewContext<'a> {
    /// The records of the site.
    #[must_use]
    pub const fn records(&self) -> Records<'a> {
        let Self { catalog, rankings, statistics, registers, .. } = self;
        Records { catalog, rankings, statistics, registers }
    }

    /// Every page of the site.
    #[must_use]
    pub const fn plan(&self) -> &'a SitePlan {
        self.plan
    }

    /// The texts of the site.
    #[must_use]
    pub const fn content(&self) -> &'a Content {
        self.content
    }

    /// The words of the interface in a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &'a Words {
        self.theme.words(lang)
    }

    /// The text of a section in a language, or else the one that it has.
    #[must_use]
    pub fn section_in(&self, section: usize, lang: Lang) -> Option<&'a Section> {
        let main = self.content.sections.get(section)?;
        Some(self.content.section(&main.folder, lang).unwrap_or(main))
    }

    /// The section that a page stands in.
    #[must_use]
    pub fn section_above(&self, page: &PlannedPage) -> Option<PageKind> {
        Here::at(self, page).section_above(page.kind)
    }

    /// The title of another page, in the language of this one.
    #[must_use]
    pub fn title_beside(&self, page: &PlannedPage, other: PageKind) -> String {
        Here::at(self, page).title_of(other).text
    }

    /// The title of a page where neither its section nor a line above it says what it is about: "Lĩnh vực: Hộ tịch",
    /// "Kết quả giải quyết: Quý III/2026".
    #[must_use]
    pub fn title_alone(&self, page: &PlannedPage) -> String {
        let here = Here::at(self, page);
        let title = here.title_of(page.kind).text;
        let above = match page.kind {
            PageKind::List(at, _) => {
                let dimension = self.plan.lists[at].kind.dimension();
                dimension.map(|dimension| here.words.get(wording::dimension_name_key(dimension)).to_owned())
            }
            PageKind::StatisticsPeriod(_) | PageKind::StatisticsUnit(_) => {
                here.section_above(page.kind).map(|section| here.title_of(section).text)
            }
            PageKind::RankingCompare(at) => Some(here.title_of(PageKind::RankingIndex(at)).text),
            _ => None,
        };
        above.map(|above| format!("{above}: {title}")).unwrap_or(title)
    }
}
