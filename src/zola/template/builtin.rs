//! Templates for what neither site nor theme shows in its own way.

/// Name and text of each.
pub(super) const ALL: &[(&str, &str)] = &[
    ("404.html", include_str!("builtin/404.html")),
    // What the pages below are made of, under names that no theme has.
    ("__builtin/base.html", include_str!("builtin/base.html")),
    ("__builtin/listed.html", include_str!("builtin/listed.html")),
    ("anchor-link.html", include_str!("builtin/anchor-link.html")),
    ("atom.xml", include_str!("builtin/atom.xml")),
    ("index.html", include_str!("builtin/section.html")),
    ("page.html", include_str!("builtin/page.html")),
    ("redirect.html", include_str!("builtin/redirect.html")),
    ("robots.txt", include_str!("builtin/robots.txt")),
    ("rss.xml", include_str!("builtin/rss.xml")),
    ("section.html", include_str!("builtin/section.html")),
    // Zola brought these along until 0.17, and older texts still call them.
    ("shortcodes/gist.html", include_str!("builtin/shortcodes/gist.html")),
    ("shortcodes/streamable.html", include_str!("builtin/shortcodes/streamable.html")),
    ("shortcodes/vimeo.html", include_str!("builtin/shortcodes/vimeo.html")),
    ("shortcodes/youtube.html", include_str!("builtin/shortcodes/youtube.html")),
    ("sitemap.xml", include_str!("builtin/sitemap.xml")),
    ("split_sitemap_index.xml", include_str!("builtin/split_sitemap_index.xml")),
    ("summary-cutoff.html", include_str!("builtin/summary-cutoff.html")),
    ("taxonomy_list.html", include_str!("builtin/taxonomy_list.html")),
    ("taxonomy_single.html", include_str!("builtin/taxonomy_single.html")),
];
