//! Atom (RFC 4287): what is new, for who follows it.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::plan::Route;

use super::Publisher;

/// A feed of what is new in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// Its title.
    pub title: String,
    /// Tag of its language.
    pub lang: String,
    /// Its own address.
    pub route: Route,
    /// The page that shows the same.
    pub page: Route,
    /// What is new; the order does not matter.
    pub entries: Vec<FeedEntry>,
}

/// One thing that is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry {
    /// Its title.
    pub title: String,
    /// What it says, in a sentence or two.
    pub summary: String,
    /// Its page.
    pub page: Route,
    /// The day of the figures.
    pub day: Date,
    /// Pages that it tells of, besides its own.
    pub related: Vec<Related>,
}

/// A page that an entry tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// What the page shows.
    pub title: String,
    /// Its address.
    pub page: Route,
}

/// Entries of a feed; who follows it has read older ones.
const MOST_ENTRIES: usize = 50;

impl Feed {
    /// The feed, newest first, dated by its data. Nothing without entries or without an address of the site, because
    /// entries are told apart by their absolute addresses.
    #[must_use]
    pub fn atom(&self, publisher: &Publisher) -> Option<String> {
        let base = publisher.base.as_ref()?;
        let mut entries: Vec<&FeedEntry> = self.entries.iter().collect();
        entries.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.page.cmp(&b.page)));
        entries.truncate(MOST_ENTRIES);
        let newest = moment(entries.first()?.day);
        let [base, page, route] = [base, self.page.as_str(), self.route.as_str()].map(escaped);
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             <id>{base}{page}</id>\n<title>{}</title>\n<updated>{newest}</updated>\n<author><name>{}</name></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{base}{route}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{base}{page}\"/>\n",
            escaped(&self.lang),
            escaped(&self.title),
            escaped(&publisher.name),
        );
        for FeedEntry { title, summary, page, day, related } in entries {
            let links: String = related.iter().map(|one| one.link(&base)).collect();
            let _ = writeln!(
                xml,
                "<entry><id>{base}{page}</id><title>{}</title><updated>{}</updated><link rel=\"alternate\" type=\"text/html\" href=\"{base}{page}\"/>{links}<summary>{}</summary></entry>",
                escaped(title),
                moment(*day),
                escaped(summary),
                page = escaped(page.as_str()),
            );
        }
        xml.push_str("</feed>\n");
        Some(xml)
    }
}

impl Related {
    fn link(&self, base: &str) -> String {
        let (page, title) = (escaped(self.page.as_str()), escaped(&self.title));
        format!("<link rel=\"related\" type=\"text/html\" href=\"{base}{page}\" title=\"{title}\"/>")
    }
}

/// The first moment of a day in Vietnam.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00+07:00")
}

/// Text for XML, without the characters that it cannot hold.
fn escaped(text: &str) -> String {
    let allowed = |letter: &char| !matches!(letter, '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    let text: String = text.chars().filter(allowed).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
