//! Tells of changes in the site's sources.

use std::path::{Component, Path};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use camino::Utf8Path;
use notify_debouncer_full::notify::{self, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

/// Folders and files of a site that pages are made of.
const SOURCES: &[&str] =
    &["config.toml", "zola.toml", "content", "templates", "static", "themes", "sass", "data", "i18n", "syntaxes"];

/// A stream of changes; the watching ends when it is dropped.
pub(super) struct Changes {
    receiver: Receiver<()>,
    _watcher: Debouncer<notify::RecommendedWatcher, RecommendedCache>,
}

impl Changes {
    /// Waits for the next change.
    pub(super) fn recv(&self) -> Result<(), std::sync::mpsc::RecvError> {
        self.receiver.recv()?;
        // Several saves during one build are one change.
        while self.receiver.try_recv().is_ok() {}
        Ok(())
    }
}

/// Watches the sources below a site's folder.
#[allow(clippy::disallowed_methods, reason = "the system reports changes by absolute path; nothing is read")]
pub(super) fn changes(root: &Utf8Path) -> Result<Changes, notify::Error> {
    let (sender, receiver) = channel();
    let base = root.canonicalize_utf8().unwrap_or_else(|_| root.to_owned()).into_std_path_buf();
    let folder = base.clone();
    let mut watcher = new_debouncer(Duration::from_millis(200), None, move |result: DebounceEventResult| {
        let relevant = |event: &notify_debouncer_full::DebouncedEvent| {
            !event.kind.is_access() && event.paths.iter().any(|path| is_source(&folder, path))
        };
        if result.is_ok_and(|events| events.iter().any(relevant)) {
            // The receiver is gone only when the program ends.
            let _ = sender.send(());
        }
    })?;
    watcher.watch(&base, RecursiveMode::Recursive)?;
    Ok(Changes { receiver, _watcher: watcher })
}

/// Whether a path lies in a source of the site; the output folder and hidden files do not count.
fn is_source(root: &Path, path: &Path) -> bool {
    let Ok(relative) = path.strip_prefix(root) else { return false };
    let mut parts = relative.components().filter_map(|part| match part {
        Component::Normal(name) => name.to_str(),
        _ => None,
    });
    let Some(first) = parts.next() else { return false };
    SOURCES.contains(&first) && !parts.any(|part| part.starts_with('.') || part.starts_with('~'))
}

#[cfg(test)]
mod tests {
    use super::is_source;
    use std::path::Path;

    #[test]
    fn only_the_sources_of_a_site_cause_a_rebuild() {
        let source = |path: &str| is_source(Path::new("/site"), Path::new(path));
        assert!(source("/site/content/thu-tuc/a.csv") && source("/site/config.toml"));
        assert!(
            !source("/site/public/index.html") && !source("/site/content/~$a.xlsx") && !source("/other/content/a.md")
        );
    }
}
