//! What stands behind the opening fence of a code block.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use crate::content::markdown::escape;

/// Language and wishes of a code block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fence {
    /// The language, as written; empty for none.
    pub language: String,
    /// Whether lines have numbers.
    pub numbered: bool,
    /// Number of the first line.
    pub first_number: usize,
    /// Lines to mark, from 1.
    pub marked: Vec<RangeInclusive<usize>>,
    /// Lines to leave out, from 1.
    pub hidden: Vec<RangeInclusive<usize>>,
    /// Name of the file that the code is from.
    pub name: Option<String>,
}

impl Fence {
    /// Reads `rust, linenos, hl_lines=1 3-5`. What is not understood is passed over.
    #[must_use]
    pub fn read(info: &str) -> Self {
        let mut fence = Self { first_number: 1, ..Self::default() };
        for (at, part) in info.split(',').map(str::trim).enumerate() {
            match part.split_once('=').map(|(key, value)| (key.trim(), value.trim())) {
                Some(("linenostart", number)) => fence.first_number = number.parse().unwrap_or(1),
                Some(("hl_lines", lines)) => fence.marked = ranges(lines),
                Some(("hide_lines", lines)) => fence.hidden = ranges(lines),
                Some(("name", name)) => fence.name = Some(name.to_owned()),
                None if part == "linenos" => fence.numbered = true,
                None if at == 0 => fence.language = part.split_whitespace().next().unwrap_or_default().to_owned(),
                _ => {}
            }
        }
        fence
    }

    pub(super) fn marks(&self, line: usize) -> bool {
        self.marked.iter().any(|range| range.contains(&line))
    }

    pub(super) fn hides(&self, line: usize) -> bool {
        self.hidden.iter().any(|range| range.contains(&line))
    }

    /// The attributes of `<code>` that tell language and name. Code of no language is `plain` where others are coloured.
    pub(super) fn attributes(&self, language: &str) -> String {
        let mut attributes = String::new();
        if !language.is_empty() {
            let _ = write!(attributes, " data-lang=\"{}\"", escape(language));
        }
        if let Some(name) = &self.name {
            let _ = write!(attributes, " data-name=\"{}\"", escape(name));
        }
        attributes
    }

    pub(super) fn plain(&self, code: &str) -> String {
        format!("<pre><code{}>{}</code></pre>\n", self.attributes(&self.language), escape(code))
    }
}

/// `1 3-5` → 1 to 1 and 3 to 5.
fn ranges(written: &str) -> Vec<RangeInclusive<usize>> {
    let range = |part: &str| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (first.parse().ok()?, last.parse().ok()?);
        Some(if first <= last { first..=last } else { last..=first })
    };
    written.split_whitespace().filter_map(range).collect()
}
