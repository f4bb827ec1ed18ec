//! What a build is asked to do.

use camino::Utf8PathBuf;
use jiff::civil::Date;

/// What a build is asked to do; everything that `config.toml` does not say.
#[derive(Clone, Debug)]
pub struct Options {
    /// The site's folder.
    pub root: Utf8PathBuf,
    /// Where the site goes, instead of the folder that `config.toml` names.
    pub output_dir: Option<Utf8PathBuf>,
    /// Instead of the address that `config.toml` names.
    pub base_url: Option<String>,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether a folder that no build made may be replaced.
    pub force: bool,
    /// Whether anything is written; `check` writes nothing.
    pub publish: bool,
    /// Which publication the change log compares with.
    pub baseline: Baseline,
    /// The day on which the site is judged: an office that has ended by then is not offered.
    pub as_of: Date,
}

/// Which publication is the previous one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Baseline {
    /// The one that this build replaces.
    #[default]
    Output,
    /// The one in the folder that `config.toml` names, wherever this build goes: a preview is no publication.
    Site,
    /// One in another folder.
    Folder(Utf8PathBuf),
}

/// Told of the stages of a build, for a progress display.
pub trait Progress: Sync {
    /// A stage begins; `steps` is how many steps it has, where that is known.
    fn begin(&self, stage: Stage, steps: Option<u64>);
    /// One step of the current stage is done.
    fn step(&self);
}

/// A progress display that shows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _stage: Stage, _steps: Option<u64>) {}
    fn step(&self) {}
}

/// The stages of a build, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// `config.toml` and the Markdown files.
    Content,
    /// The sources of the data sections.
    Data,
    /// Rules over the whole catalogue.
    Validate,
    /// Addresses.
    Plan,
    /// The search index.
    Search,
    /// Pages.
    Render,
    /// Exchanging the publication.
    Publish,
}

impl Stage {
    /// The key in the report.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Data => "data",
            Self::Validate => "validate",
            Self::Plan => "plan",
            Self::Search => "search",
            Self::Render => "render",
            Self::Publish => "publish",
        }
    }
}
