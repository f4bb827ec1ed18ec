//! Files beside the pages that machines read: sitemap, robots, what the host must be told, and data as scripts for
//! pages that are opened without a host.
//!
//! Comes in: the plan and the configuration, or files. Goes out: pairs of path and content, as `output` writes them.
//! Refuses to know: templates.

mod disk;
mod host;
mod sitemap;

use crate::config::SiteConfig;
use crate::plan::SitePlan;

pub use disk::{disk_scripts, most_scripts};
pub use host::{CONTENT_SECURITY_POLICY, THEME_POLICY};

/// A file by path below the output folder.
pub type File = (String, String);

/// What hosts are told of a site whose theme makes pages, sitemap and rules for robots itself.
#[must_use]
pub fn host_files(config: &SiteConfig) -> Vec<File> {
    let base_path = config.base_path();
    vec![
        (".nojekyll".to_owned(), String::new()),
        (".htaccess".to_owned(), host::htaccess(&base_path, host::THEME_POLICY)),
        ("_headers".to_owned(), host::headers(&base_path, host::THEME_POLICY)),
    ]
}

/// Every such file of a site.
#[must_use]
pub fn files(config: &SiteConfig, plan: &SitePlan) -> Vec<File> {
    let mut files = vec![
        (".nojekyll".to_owned(), String::new()),
        (".htaccess".to_owned(), host::htaccess(&config.base_path(), CONTENT_SECURITY_POLICY)),
        ("_headers".to_owned(), host::headers(&config.base_path(), CONTENT_SECURITY_POLICY)),
        ("robots.txt".to_owned(), sitemap::robots(config)),
    ];
    if let Some(base) = config.absolute_base() {
        files.extend(sitemap::sitemaps(&base, config, plan));
    }
    files
}
