//! Which names are never a site's input.

/// Names that begin with a dot and yet belong to a site: web servers and hosts read them.
const SERVED_DOT_NAMES: [&str; 4] = [".htaccess", ".nojekyll", ".user.ini", ".well-known"];

/// Files that operating systems drop into every folder.
const SYSTEM_NAMES: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// Whether a file or folder of this name is passed over: hidden files, backups and locks of editors and office
/// programs (`~$so.xlsx` while Excel has `so.xlsx` open, `.~lock.so.ods#`, `trang.md~`, `#trang.md#`).
pub(super) fn is_ignored(name: &str) -> bool {
    let hidden = name.starts_with('.') && !SERVED_DOT_NAMES.contains(&name);
    let office_lock = name.starts_with("~$");
    let backup = name.ends_with('~') || ends_with_any(name, &[".swp", ".swo", ".bak", ".tmp"]);
    let emacs_save = name.len() > 1 && name.starts_with('#') && name.ends_with('#');
    hidden || office_lock || backup || emacs_save || SYSTEM_NAMES.contains(&name)
}

/// Whether the name ends so, in any case.
fn ends_with_any(name: &str, endings: &[&str]) -> bool {
    let lower = name.to_ascii_lowercase();
    endings.iter().any(|ending| lower.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::is_ignored;

    #[test]
    fn locks_backups_and_hidden_files_are_passed_over() {
        for name in
            ["~$so.xlsx", ".~lock.so.ods#", ".git", ".DS_Store", "trang.md~", "so.XLSX.bak", "#a.md#", "Thumbs.db"]
        {
            assert!(is_ignored(name), "{name}");
        }
    }

    #[test]
    fn ordinary_names_and_those_that_web_servers_read_stay() {
        for name in ["so.xlsx", "_index.md", "danh mục (1).xlsx", ".well-known", ".htaccess", "#", "a~b.csv"] {
            assert!(!is_ignored(name), "{name}");
        }
    }
}
