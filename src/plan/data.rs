//! Addresses of open data: files beside the page that shows the same.

use super::Route;

/// What a file beside a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileFormat {
    /// The figures for programs and journalists.
    Csv,
    /// The figures for Excel.
    Xlsx,
    /// The figures with what they mean, for programs.
    Json,
    /// The chart of the page.
    Svg,
    /// The picture that is shown where the page is shared.
    Png,
    /// The days of the page for the calendar of a telephone.
    Calendar,
}

impl FileFormat {
    /// The figures, without pictures.
    pub const FIGURES: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];
    /// Figures and pictures.
    pub const ALL: [Self; 6] = [Self::Csv, Self::Xlsx, Self::Json, Self::Svg, Self::Png, Self::Calendar];

    /// Ending of its file names, without the point.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Calendar => "ics",
        }
    }

    /// Its media type, as IANA registers it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Calendar => "text/calendar",
        }
    }
}

/// The open data of one page: files of one name in its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFiles {
    stem: String,
    formats: Vec<FileFormat>,
}

impl DataFiles {
    /// Files beside a page. `name` should say what they hold wherever somebody saves them: `766-2026-10-10`.
    #[must_use]
    pub fn beside(page: &Route, name: &str, formats: &[FileFormat]) -> Self {
        let folder = page.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
        let stem = Route::page([folder, name]);
        Self { stem: stem.as_str().trim_end_matches('/').to_owned(), formats: formats.to_vec() }
    }

    /// The address of a format, where there is one.
    #[must_use]
    pub fn route(&self, format: FileFormat) -> Option<Route> {
        self.formats.contains(&format).then(|| self.address(format))
    }

    /// Every file with its address.
    pub fn routes(&self) -> impl Iterator<Item = (FileFormat, Route)> {
        self.formats.iter().map(|&format| (format, self.address(format)))
    }

    fn address(&self, format: FileFormat) -> Route {
        Route::file(format!("{}.{}", self.stem, format.ending()))
    }
}

#[cfg(test)]
mod tests {
    use super::{DataFiles, FileFormat};
    use crate::plan::Route;

    #[test]
    fn files_stand_in_the_folder_of_their_page() {
        let page = Route::page(["xep-hang", "766", "2026-10-10"]);
        let files = DataFiles::beside(&page, "766-2026-10-10", &FileFormat::FIGURES);
        let csv = files.route(FileFormat::Csv).unwrap();
        assert_eq!(csv.as_str(), "xep-hang/766/2026-10-10/766-2026-10-10.csv");
        assert_eq!(files.route(FileFormat::Png), None);
    }

    #[test]
    fn no_name_leaves_the_folder() {
        let page = Route::page(["thong-ke"]);
        let files = DataFiles::beside(&page, "../../a b", &FileFormat::ALL);
        assert_eq!(files.route(FileFormat::Svg).unwrap().as_str(), "thong-ke/a-b.svg");
    }
}
