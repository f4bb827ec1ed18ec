//! `sitemap.xml` and `robots.txt`.

use std::fmt::Write as _;

use crate::config::SiteConfig;
use crate::plan::{PageKind, PlannedPage, SitePlan};

use super::File;

/// The protocol's limit of addresses in one file (sitemaps.org).
const LIMIT: usize = 50_000;

/// `robots.txt`: everything may be read.
pub(super) fn robots(config: &SiteConfig) -> String {
    let sitemap = config.absolute_base().map(|base| format!("\nSitemap: {base}sitemap.xml\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// `sitemap.xml`, or an index with numbered parts where the site is larger than one file may be.
pub(super) fn sitemaps(base: &str, config: &SiteConfig, plan: &SitePlan) -> Vec<File> {
    let pages: Vec<&PlannedPage> = plan.pages.iter().filter(|page| is_listed(page.kind)).collect();
    if pages.len() <= LIMIT {
        return vec![("sitemap.xml".to_owned(), urlset(base, config, plan, &pages))];
    }
    let parts = pages.chunks(LIMIT).enumerate();
    let mut files: Vec<File> =
        parts.map(|(at, part)| (format!("sitemap-{}.xml", at + 1), urlset(base, config, plan, part))).collect();
    let mut index = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (path, _) in &files {
        let _ = writeln!(index, "<sitemap><loc>{}{path}</loc></sitemap>", escaped(base));
    }
    index.push_str("</sitemapindex>\n");
    files.push(("sitemap.xml".to_owned(), index));
    files
}

/// Frames repeat their editions, what was withdrawn is not to be found again, and the page for lost visitors is no page of its own.
const fn is_listed(kind: PageKind) -> bool {
    !matches!(kind, PageKind::NotFound | PageKind::RankingEmbed(..) | PageKind::Withdrawn(_))
}

fn urlset(base: &str, config: &SiteConfig, plan: &SitePlan, pages: &[&PlannedPage]) -> String {
    let base = escaped(base);
    let langs = config.langs();
    let mut xml = String::with_capacity(pages.len() * 120);
    xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for page in pages {
        let _ = write!(xml, "<url><loc>{base}{}</loc>", page.route.as_str());
        let twins = langs.iter().filter_map(|&lang| plan.page(lang, page.kind));
        for twin in twins.filter(|_| langs.len() > 1) {
            let _ = write!(
                xml,
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{base}{}\"/>",
                twin.lang.tag(),
                twin.route.as_str()
            );
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
