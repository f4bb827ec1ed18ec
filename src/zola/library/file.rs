//! What the path of a content file says.

use camino::Utf8Path;

/// A content file by its path below `content/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::zola) struct ContentFile {
    /// The path, such as `blog/bai.fr.md`.
    pub(in crate::zola) relative: String,
    /// The folder that holds the file; empty for the topmost.
    pub(in crate::zola) folder: String,
    /// Folders above the page or of the section.
    pub(in crate::zola) components: Vec<String>,
    /// Its name without language and ending; for `index.md` that of its folder.
    pub(in crate::zola) name: String,
    /// Its language.
    pub(in crate::zola) lang: String,
    /// The path without its language, the same for all translations.
    pub(in crate::zola) canonical: String,
    /// Whether it is an `_index.md`.
    pub(in crate::zola) is_section: bool,
    /// Whether it is an `index.md`, alone in its folder with its assets.
    pub(in crate::zola) is_colocated: bool,
}

impl ContentFile {
    /// Reads a path below `content/`. `knows` says which tags are languages beside the default one.
    pub(in crate::zola) fn of(relative: &str, default: &str, knows: impl Fn(&str) -> bool) -> Self {
        let path = Utf8Path::new(relative);
        let stem = path.file_stem().unwrap_or_default();
        let (stem, lang) = match stem.rsplit_once('.') {
            Some((stem, tag)) if tag == default || knows(tag) => (stem, tag),
            _ => (stem, default),
        };
        let folder = path.parent().unwrap_or(Utf8Path::new(""));
        let mut components: Vec<String> = folder.components().map(|part| part.as_str().to_owned()).collect();
        let canonical = folder.join(stem).to_string();
        let is_colocated = stem == "index";
        let name = if is_colocated { components.pop().unwrap_or_else(|| stem.to_owned()) } else { stem.to_owned() };
        Self {
            relative: relative.to_owned(),
            folder: folder.to_string(),
            components,
            name,
            lang: lang.to_owned(),
            canonical,
            is_section: stem == "_index",
            is_colocated,
        }
    }

    /// The file relative to the site's root.
    pub(in crate::zola) fn path(&self) -> String {
        format!("content/{}", self.relative)
    }

    /// The `_index` above, in the same language, for a folder `depth` folders deep.
    pub(in crate::zola) fn index_at(&self, depth: usize, default: &str) -> String {
        let mut path = self.components[..depth.min(self.components.len())].join("/");
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str("_index");
        if self.lang != default {
            path.push('.');
            path.push_str(&self.lang);
        }
        path.push_str(".md");
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> ContentFile {
        ContentFile::of(path, "vi", |tag| tag == "fr")
    }

    #[test]
    fn a_page_has_a_name_folders_and_a_language() {
        let page = file("blog/2026/bai.fr.md");
        assert_eq!((page.name.as_str(), page.lang.as_str()), ("bai", "fr"));
        assert_eq!(page.components, ["blog", "2026"]);
        assert_eq!(page.canonical, file("blog/2026/bai.md").canonical);
        assert_eq!(page.index_at(1, "vi"), "blog/_index.fr.md");
        assert_eq!(file("v0.1.md").name, "v0.1");
    }

    #[test]
    fn an_index_has_the_name_of_its_folder() {
        let page = file("blog/bai/index.md");
        assert!(page.is_colocated && !page.is_section);
        assert_eq!((page.name.as_str(), page.components.as_slice()), ("bai", &["blog".to_owned()][..]));
        assert!(file("blog/_index.fr.md").is_section);
        assert_eq!(file("_index.md").index_at(0, "vi"), "_index.md");
    }
}
