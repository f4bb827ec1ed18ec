//! Writing a new folder, for `init`, and reading a published one.

use std::fs;
use std::io::Write as _;

use camino::Utf8Path;

use super::{Artifact, Context, Manifest, OutputError};

/// Writes files into a folder and gives the paths that were written.
///
/// An existing file is never overwritten; with `force` it is left as it is, without it a folder that holds
/// anything is refused.
///
/// # Errors
/// When the folder is not empty, or the disk refuses.
pub fn write_new(folder: &Utf8Path, files: Vec<Artifact>, force: bool) -> Result<Vec<String>, OutputError> {
    fs::create_dir_all(folder).context("create", folder)?;
    let vacant = fs::read_dir(folder).context("read", folder)?.next().is_none();
    if !vacant && !force {
        return Err(OutputError::Foreign(folder.to_owned()));
    }
    let mut written = Vec::new();
    for file in files {
        let path = folder.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).context("create", parent)?;
        }
        match fs::File::create_new(&path) {
            Ok(mut new) => new.write_all(&file.bytes).context("write", &path)?,
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(error).context("create", &path),
        }
        written.push(file.path);
    }
    Ok(written)
}

/// One file of a finished publication; nothing where the folder is none, or has no such file.
///
/// # Errors
/// When the file is there and the disk refuses.
pub fn published_file(folder: &Utf8Path, path: &str) -> Result<Option<Vec<u8>>, OutputError> {
    let manifest = fs::read(folder.join(Manifest::FILE)).ok().and_then(|bytes| Manifest::parse(&bytes));
    if !manifest.is_some_and(|manifest| manifest.files.contains_key(path)) {
        return Ok(None);
    }
    let file = folder.join(path);
    match fs::read(&file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some).context("read", &file),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use camino::Utf8PathBuf;

    #[test]
    fn existing_files_are_never_overwritten() {
        let temp = tempfile::tempdir().expect("a temporary folder");
        let folder = Utf8PathBuf::from_path_buf(temp.path().to_owned()).expect("a UTF-8 path");
        fs::write(folder.join("config.toml"), "mine").expect("the file is written");
        let files = || vec![Artifact::new("config.toml", "yours"), Artifact::new("content/_index.md", "+++\n+++\n")];
        assert!(matches!(write_new(&folder, files(), false), Err(OutputError::Foreign(_))));
        assert_eq!(write_new(&folder, files(), true).expect("the rest is written"), ["content/_index.md"]);
        assert_eq!(fs::read_to_string(folder.join("config.toml")).expect("it is there"), "mine");
    }
}
