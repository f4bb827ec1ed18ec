//! Addresses inside the site.

use std::fmt;

/// The address of a page or file, relative to the site's root and without a leading slash:
/// empty for the home page, `thu-tuc/1.001193/` for a page, `sitemap.xml` for a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Route(String);

impl Route {
    /// The page at these folders; empty ones are left out.
    ///
    /// Segments come from slugs and codes, never from free text; whatever else they hold is replaced so that no
    /// address can leave the site's folder.
    #[must_use]
    pub fn page<'a>(segments: impl IntoIterator<Item = &'a str>) -> Self {
        let mut path = String::new();
        let parts = segments.into_iter().flat_map(|segment| segment.split('/'));
        for segment in parts.filter(|segment| !segment.trim_matches('.').is_empty()) {
            path.extend(segment.chars().map(safe));
            path.push('/');
        }
        Self(path)
    }

    /// A file at a path that the program itself chose.
    #[must_use]
    pub fn file(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The address as written in links from the root.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder of a page, without those above it; empty for the home page.
    #[must_use]
    pub fn last_folder(&self) -> &str {
        self.0.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
    }

    /// The file that holds it: `thu-tuc/index.html` for a page.
    #[must_use]
    pub fn output_path(&self) -> String {
        if self.0.is_empty() || self.0.ends_with('/') { format!("{}index.html", self.0) } else { self.0.clone() }
    }

    /// The way from here to the root: `../../`, or `./` from the root itself.
    #[must_use]
    pub fn root(&self) -> String {
        match self.0.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }
}

/// Lets letters, digits, `-`, `_`, `~` and dots through; segments of dots only never get here.
fn safe(character: char) -> char {
    if character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.' | '~') { character } else { '-' }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn a_page_lies_in_a_folder_of_its_own() {
        let route = Route::page(["thu-tuc", "1.001193"]);
        assert_eq!(route.as_str(), "thu-tuc/1.001193/");
        assert_eq!(route.output_path(), "thu-tuc/1.001193/index.html");
        assert_eq!(route.root(), "../../");
    }

    #[test]
    fn home_is_the_empty_route() {
        assert_eq!((Route::page([""]).output_path().as_str(), Route::page([""]).root().as_str()), ("index.html", "./"));
    }

    #[test]
    fn no_segment_climbs_out_of_the_site() {
        assert_eq!(Route::page(["..", "../x", "a b", "."]).as_str(), "x/a-b/");
    }
}
