//! A section or a page.

use crate::zola::config::Config;

use super::date::dated_name;
use super::file::ContentFile;
use super::front::FrontMatter;
use super::guest::Visit;

/// A file beside a text, published with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::zola) struct Asset {
    /// Path relative to the site's root.
    pub(in crate::zola) source: String,
    /// Path below the folder of the text.
    pub(in crate::zola) name: String,
}

/// A section or a page. What only one of them has is empty in the other.
#[derive(Clone, Debug, Default)]
pub(in crate::zola) struct Node {
    /// What the path of its file says.
    pub(in crate::zola) file: ContentFile,
    /// What its front matter says.
    pub(in crate::zola) front: FrontMatter,
    /// The last part of its address.
    pub(in crate::zola) slug: String,
    /// Its address below the site, with a slash at both ends.
    pub(in crate::zola) path: String,
    /// Its full address.
    pub(in crate::zola) permalink: String,
    /// Number of lines above its Markdown in the file.
    pub(in crate::zola) lines_above: usize,
    /// Its Markdown.
    pub(in crate::zola) body: String,
    /// Files published with it.
    pub(in crate::zola) assets: Vec<Asset>,
    /// The section that holds it.
    pub(in crate::zola) parent: Option<usize>,
    /// Sections above it, the topmost first.
    pub(in crate::zola) ancestors: Vec<usize>,
    /// The same text in all languages, itself included, where the site has several.
    pub(in crate::zola) translations: Vec<usize>,
    /// The neighbour before it in its section.
    pub(in crate::zola) lower: Option<usize>,
    /// The neighbour after it in its section.
    pub(in crate::zola) higher: Option<usize>,
    /// Pages of a section in their order.
    pub(in crate::zola) pages: Vec<usize>,
    /// Pages of a section that lack what it sorts by.
    pub(in crate::zola) unsorted: Vec<usize>,
    /// Sections directly below a section, in their order.
    pub(in crate::zola) subsections: Vec<usize>,
    /// Who makes its content, where it is not made of its Markdown.
    pub(in crate::zola) guest: Option<Visit>,
}

impl Node {
    /// A section or page with its address.
    pub(in crate::zola) fn new(file: ContentFile, mut front: FrontMatter, body: String, config: &Config) -> Self {
        let slug = if file.is_section { String::new() } else { page_slug(&file, &mut front, config) };
        let own = if file.is_section { None } else { front.path.as_deref() };
        let path =
            own.map_or_else(|| folder_path(&file, &slug, config), |own| format!("/{}/", own.trim().trim_matches('/')));
        let path = path.replace("//", "/");
        let permalink = config.permalink(&path);
        Self { file, front, slug, path, permalink, body, ..Self::default() }
    }

    /// The parts of its address.
    pub(in crate::zola) fn components(&self) -> Vec<&str> {
        self.path.split('/').filter(|part| !part.is_empty()).collect()
    }

    /// The file of the finished page, below the output folder.
    pub(in crate::zola) fn output(&self) -> String {
        format!("{}index.html", self.path.trim_start_matches('/'))
    }

    /// The folder whose files it may call its own, below `content/` and with a slash at its end.
    pub(in crate::zola) fn colocated_path(&self) -> Option<String> {
        self.file.is_colocated.then(|| format!("{}/", self.file.folder))
    }

    /// Whether it is the topmost section of its language.
    pub(in crate::zola) fn is_home(&self) -> bool {
        self.file.is_section && self.file.components.is_empty()
    }
}

fn page_slug(file: &ContentFile, front: &mut FrontMatter, config: &Config) -> String {
    let (date, rest) = dated_name(&file.name);
    if front.date.is_none() {
        front.date = date;
    }
    let name = if config.slugify.keeps_dates { file.name.as_str() } else { rest };
    config.slugify.paths.path(front.slug.as_deref().map_or(name, str::trim))
}

fn folder_path(file: &ContentFile, slug: &str, config: &Config) -> String {
    let folders = file.components.iter().map(String::as_str);
    let parts: Vec<&str> = folders.chain([slug]).filter(|part| !part.is_empty()).collect();
    let path = format!("/{}{}/", config.language_folder(&file.lang), parts.join("/"));
    path.replace("//", "/")
}
