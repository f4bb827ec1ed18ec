//! The progress bar, on a terminal only.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressStyle};

use crate::build::{Progress, Stage};
use crate::diag::Lang;

use super::language::say;

/// Shows the stages of a build on one line that disappears at the end.
pub(super) struct Bar {
    bar: ProgressBar,
    lang: Lang,
}

impl Bar {
    /// A bar on standard error; an invisible one where that is no terminal or nothing is to be shown.
    pub(super) fn new(lang: Lang, quiet: bool) -> Self {
        let visible = !quiet && std::io::stderr().is_terminal();
        let bar = if visible { ProgressBar::new(0) } else { ProgressBar::hidden() };
        let style = ProgressStyle::with_template("{msg:<28} {wide_bar} {human_pos}/{human_len}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { bar, lang }
    }

    /// Takes the line away.
    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for Bar {
    fn begin(&self, stage: Stage, steps: Option<u64>) {
        self.bar.set_position(0);
        self.bar.set_length(steps.unwrap_or(0));
        self.bar.set_message(match stage {
            Stage::Content => say(self.lang, "Đọc nội dung", "Reading content").to_owned(),
            Stage::Data => say(self.lang, "Đọc dữ liệu", "Reading data").to_owned(),
            Stage::Validate => say(self.lang, "Kiểm tra", "Checking").to_owned(),
            Stage::Plan => say(self.lang, "Lập sơ đồ trang", "Planning").to_owned(),
            Stage::Search => say(self.lang, "Lập chỉ mục tìm kiếm", "Indexing").to_owned(),
            Stage::Render => say(self.lang, "Tạo trang", "Making pages").to_owned(),
            Stage::Publish => say(self.lang, "Xuất bản", "Publishing").to_owned(),
        });
    }

    fn step(&self) {
        self.bar.inc(1);
    }
}
