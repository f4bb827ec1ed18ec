//! The site's own words for the search, and whether it works without a host.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What `[search]` adds to the tables that come with the program, and where the search works. Zola's own keys of that
/// table are ignored.
///
/// ```toml
/// [search]
/// from_disk = true             # pages also work when they are opened from a folder, such as a USB stick; else false
/// stop_phrases = ["cho em hỏi"]
/// keep = ["chợ Hỏi"]
/// [search.synonyms]
/// "giấy màu hồng" = "giấy chứng nhận quyền sử dụng đất"   # or a list
/// [search.life_events]
/// "nhà có tang" = ["đăng ký khai tử", "hỗ trợ chi phí mai táng"]
/// [search.abbreviations]
/// ubx = "ủy ban nhân dân xã"
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SearchWords {
    /// What people say → what the documents say.
    pub synonyms: BTreeMap<String, OneOrMany>,
    /// What happens in a life → what the papers that are then needed are called, the first to be done first. Beside
    /// other words of a query these count less than a synonym does.
    pub life_events: BTreeMap<String, OneOrMany>,
    /// Phrases that say nothing about what is looked for.
    pub stop_phrases: Vec<String>,
    /// Phrases that mean themselves, though they hold or are what usually says nothing: names of places.
    pub keep: Vec<String>,
    /// Abbreviation → the words it stands for.
    pub abbreviations: BTreeMap<String, String>,
    /// Whether the site also works when its pages are opened straight from a folder (`file://`): with links that lead
    /// to the pages in folders, and the scripts and the search data in a form that browsers load there. Not with a
    /// theme written for Zola, whose links are full addresses.
    pub from_disk: bool,
}

/// One text, or a list of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl OneOrMany {
    /// The texts.
    pub fn iter(&self) -> impl Iterator<Item = &String> {
        match self {
            Self::One(text) => std::slice::from_ref(text).iter(),
            Self::Many(texts) => texts.iter(),
        }
    }
}
