//! Exchanging the new publication for the old one.

use std::fs;

use camino::Utf8Path;

use super::staging::remove_tree;
use super::{Context, OutputError};

/// Puts `workshop/new` in the place of `output`; what stood there is removed.
pub(super) fn exchange(output: &Utf8Path, workshop: &Utf8Path) -> Result<(), OutputError> {
    let fresh = workshop.join("new");
    if !output.exists() {
        return fs::rename(&fresh, output).context("publish", output);
    }
    if atomic_exchange(&fresh, output) {
        return remove_tree(&fresh);
    }
    // Where the system cannot exchange two folders, a kill between these two lines leaves the old publication in
    // the workshop; `recover` brings it back at the next start.
    let old = workshop.join("old");
    fs::rename(output, &old).context("move", output)?;
    if let Err(error) = fs::rename(&fresh, output) {
        let _ = fs::rename(&old, output);
        return Err(error).context("publish", output);
    }
    remove_tree(&old)
}

/// Brings back a publication that a killed build had moved aside.
pub(super) fn recover(output: &Utf8Path, workshop: &Utf8Path) -> Result<(), OutputError> {
    let old = workshop.join("old");
    if old.exists() && !output.exists() {
        return fs::rename(&old, output).context("restore", output);
    }
    remove_tree(&old)
}

/// Exchanges two folders in one system call; false where the system or file system cannot.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn atomic_exchange(one: &Utf8Path, other: &Utf8Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one.as_std_path(), CWD, other.as_std_path(), RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn atomic_exchange(_one: &Utf8Path, _other: &Utf8Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use camino::Utf8PathBuf;

    #[test]
    fn a_publication_moved_aside_by_a_killed_build_comes_back() {
        let temp = tempfile::tempdir().expect("a temporary folder");
        let root = Utf8PathBuf::from_path_buf(temp.path().to_owned()).expect("a UTF-8 path");
        let (output, workshop) = (root.join("public"), root.join(".public.congkhai"));
        fs::create_dir_all(workshop.join("old")).expect("the folder is made");
        fs::write(workshop.join("old/index.html"), "old").expect("the file is written");
        recover(&output, &workshop).expect("the disk answers");
        assert_eq!(fs::read_to_string(output.join("index.html")).expect("the page stands"), "old");
    }
}
