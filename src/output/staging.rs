//! The folder in which a publication grows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::sync::{Mutex, OnceLock};

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use super::{Anchor, Artifact, Context, Entry, Manifest, OutputError, swap};

/// Program and version, as the manifest names them.
const GENERATOR: &str = concat!("congkhai ", env!("CARGO_PKG_VERSION"));

/// A publication in the making. Dropping it without [`Staging::publish`] leaves the old one as it was.
#[derive(Debug)]
pub struct Staging {
    output: Utf8PathBuf,
    workshop: Utf8PathBuf,
    previous: Manifest,
    addresses: OnceLock<String>,
    written: Mutex<BTreeMap<String, Entry>>,
    folders: Mutex<BTreeSet<Utf8PathBuf>>,
    /// Held until the end, so that two builds never share a workshop.
    _lock: File,
}

/// What a file taken over from the previous publication holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reused {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its links to places on other pages, where all its other links still lead somewhere; nothing where they must
    /// be checked anew.
    pub anchors: Option<Vec<Anchor>>,
}

/// What a finished publication changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// Number of files, `manifest.json` not counted.
    pub files: usize,
    /// Number of files that are new or differ from the previous publication.
    pub changed: usize,
    /// Number of files of the previous publication that are gone.
    pub removed: usize,
}

impl Staging {
    /// Prepares a publication into `output`.
    ///
    /// The work happens in a hidden folder beside it, so that the exchange stays within one file system.
    ///
    /// # Errors
    /// When another build is at work there, when the folder holds files that no build made and `force` is not
    /// set, or when the disk refuses.
    pub fn open(output: &Utf8Path, force: bool) -> Result<Self, OutputError> {
        let name = output.file_name().unwrap_or("public");
        let parent = output.parent().filter(|parent| !parent.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
        let workshop = parent.join(format!(".{name}.congkhai"));
        fs::create_dir_all(&workshop).context("create", &workshop)?;
        let lock = File::create(workshop.join("lock")).context("create", workshop.join("lock"))?;
        lock.try_lock().map_err(|_| OutputError::Busy(output.to_owned()))?;
        let mut staging = Self {
            output: output.to_owned(),
            workshop,
            previous: Manifest::default(),
            addresses: OnceLock::new(),
            written: Mutex::default(),
            folders: Mutex::default(),
            _lock: lock,
        };
        staging.prepare(force)?;
        Ok(staging)
    }

    fn prepare(&mut self, force: bool) -> Result<(), OutputError> {
        swap::recover(&self.output, &self.workshop)?;
        self.previous = previous(&self.output, force)?;
        let fresh = self.workshop.join("new");
        remove_tree(&fresh)?;
        fs::create_dir_all(&fresh).context("create", &fresh)
    }

    /// Says which addresses the links of this publication can lead to, by their fingerprint; the first word counts.
    pub fn set_addresses(&self, fingerprint: String) {
        let _ = self.addresses.set(fingerprint);
    }

    /// Whether the previous publication had the same addresses, so that links checked then lead somewhere now.
    fn is_same_site(&self) -> bool {
        self.previous.generator == GENERATOR && self.addresses.get() == Some(&self.previous.addresses)
    }

    /// Writes one file.
    ///
    /// # Errors
    /// When the disk refuses or the path leaves the output folder.
    pub fn write(&self, artifact: &Artifact) -> Result<(), OutputError> {
        let target = self.target(&artifact.path)?;
        fs::write(&target, &artifact.bytes).context("write", &target)?;
        self.record(artifact.path.clone(), Entry::of(artifact));
        Ok(())
    }

    /// Takes a file over from the previous publication, if it was made of the same and nobody touched it since.
    /// Gives what it holds when it did.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn reuse(&self, path: &str, key: &str) -> Result<Option<Reused>, OutputError> {
        let Some(entry) = self.previous.files.get(path).filter(|entry| entry.key.as_deref() == Some(key)) else {
            return Ok(None);
        };
        let old = self.output.join(path);
        let Ok(bytes) = fs::read(&old) else { return Ok(None) };
        if !entry.fits(&bytes) {
            return Ok(None);
        }
        let target = self.target(path)?;
        if fs::hard_link(&old, &target).is_err() {
            fs::write(&target, &bytes).context("write", &target)?;
        }
        self.record(path.to_owned(), entry.clone());
        let anchors = self.is_same_site().then(|| entry.anchors.clone());
        Ok(Some(Reused { bytes, anchors }))
    }

    /// A file of the previous publication, where nobody touched it since.
    #[must_use]
    pub fn earlier(&self, path: &str) -> Option<Vec<u8>> {
        let entry = self.previous.files.get(path)?;
        fs::read(self.output.join(path)).ok().filter(|bytes| entry.fits(bytes))
    }

    /// Reads back a file written in this build.
    ///
    /// # Errors
    /// When it is not there or the disk refuses.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, OutputError> {
        let file = self.workshop.join("new").join(path);
        fs::read(&file).context("read", &file)
    }

    /// Replaces the old publication by this one, in one step where the system can.
    ///
    /// # Errors
    /// When the disk refuses; the old publication then stands.
    pub fn publish(self) -> Result<Publication, OutputError> {
        let files = std::mem::take(&mut *lock(&self.written));
        let publication = compare(&self.previous.files, &files);
        let fresh = self.workshop.join("new");
        let manifest = Manifest {
            generator: GENERATOR.to_owned(),
            addresses: self.addresses.get().cloned().unwrap_or_default(),
            files,
        };
        let file = fresh.join(Manifest::FILE);
        fs::write(&file, manifest.to_bytes()).context("write", &file)?;
        keep_gitignore(&self.output, &fresh)?;
        swap::exchange(&self.output, &self.workshop)?;
        Ok(publication)
    }

    /// The file for a path below the output folder; makes its folders.
    fn target(&self, path: &str) -> Result<Utf8PathBuf, OutputError> {
        let relative = Utf8Path::new(path);
        let inside = relative.components().all(|part| matches!(part, Utf8Component::Normal(_)));
        if !inside || path.is_empty() || path.contains('\\') {
            return Err(OutputError::Escapes(path.to_owned()));
        }
        let target = self.workshop.join("new").join(relative);
        let folder = target.parent().unwrap_or(&self.workshop).to_owned();
        if !lock(&self.folders).contains(&folder) {
            fs::create_dir_all(&folder).context("create", &folder)?;
            lock(&self.folders).insert(folder);
        }
        Ok(target)
    }

    fn record(&self, path: String, entry: Entry) {
        lock(&self.written).insert(path, entry);
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Nothing depends on this: a workshop left behind is cleared by the next build.
        let _ = fs::remove_dir_all(&self.workshop);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The manifest of what stands in the output folder now.
fn previous(output: &Utf8Path, force: bool) -> Result<Manifest, OutputError> {
    if output.join(".git").exists() {
        return Err(OutputError::Repository(output.to_owned()));
    }
    match fs::read(output.join(Manifest::FILE)).ok().and_then(|bytes| Manifest::parse(&bytes)) {
        Some(manifest) => Ok(manifest),
        None if force || is_vacant(output)? => Ok(Manifest::default()),
        None => Err(OutputError::Foreign(output.to_owned())),
    }
}

/// Absent, empty, or with nothing but the note that tells Git to ignore it.
fn is_vacant(output: &Utf8Path) -> Result<bool, OutputError> {
    if !output.exists() {
        return Ok(true);
    }
    let mut entries = fs::read_dir(output).context("read", output)?;
    Ok(entries.all(|entry| entry.is_ok_and(|entry| entry.file_name() == ".gitignore")))
}

fn keep_gitignore(output: &Utf8Path, fresh: &Utf8Path) -> Result<(), OutputError> {
    let note = output.join(".gitignore");
    if note.is_file() {
        fs::copy(&note, fresh.join(".gitignore")).context("copy", &note)?;
    }
    Ok(())
}

fn compare(old: &BTreeMap<String, Entry>, new: &BTreeMap<String, Entry>) -> Publication {
    let same = |path: &String, entry: &Entry| old.get(path).is_some_and(|before| before.hash == entry.hash);
    Publication {
        files: new.len(),
        changed: new.iter().filter(|(path, entry)| !same(path, entry)).count(),
        removed: old.keys().filter(|path| !new.contains_key(*path)).count(),
    }
}

/// Removes a folder and all in it; nothing there is fine.
pub(super) fn remove_tree(folder: &Utf8Path) -> Result<(), OutputError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error).context("remove", folder),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let temp = tempfile::tempdir().expect("a temporary folder");
        let output = Utf8PathBuf::from_path_buf(temp.path().join("public")).expect("a UTF-8 path");
        (temp, output)
    }

    fn publish(output: &Utf8Path, files: &[(&str, &str)]) -> Publication {
        let staging = Staging::open(output, false).expect("staging opens");
        for (path, text) in files {
            staging.write(&Artifact::new(*path, *text)).expect("the file is written");
        }
        staging.publish().expect("the publication stands")
    }

    #[test]
    fn a_publication_replaces_the_old_one_whole() {
        let (_temp, output) = folder();
        assert_eq!(
            publish(&output, &[("a.html", "1"), ("b/c.html", "2")]),
            Publication { files: 2, changed: 2, removed: 0 }
        );
        assert_eq!(
            publish(&output, &[("a.html", "1"), ("d.html", "3")]),
            Publication { files: 2, changed: 1, removed: 1 }
        );
        assert!(!output.join("b").exists());
        assert!(!output.with_file_name(".public.congkhai").exists());
    }

    #[test]
    fn an_abandoned_build_leaves_the_old_publication() {
        let (_temp, output) = folder();
        publish(&output, &[("a.html", "old")]);
        let staging = Staging::open(&output, false).expect("staging opens");
        staging.write(&Artifact::new("a.html", "new")).expect("the file is written");
        drop(staging);
        assert_eq!(fs::read_to_string(output.join("a.html")).expect("the page stands"), "old");
    }

    #[test]
    fn two_builds_do_not_share_a_folder() {
        let (_temp, output) = folder();
        let _first = Staging::open(&output, false).expect("staging opens");
        assert!(matches!(Staging::open(&output, false), Err(OutputError::Busy(_))));
    }

    #[test]
    fn a_folder_with_other_files_is_not_replaced_unless_forced() {
        let (_temp, output) = folder();
        fs::create_dir_all(&output).expect("the folder is made");
        fs::write(output.join("thesis.docx"), "precious").expect("the file is written");
        assert!(matches!(Staging::open(&output, false), Err(OutputError::Foreign(_))));
        assert!(output.join("thesis.docx").exists());
        assert!(Staging::open(&output, true).is_ok());
    }

    #[test]
    fn paths_outside_the_folder_are_refused() {
        let (_temp, output) = folder();
        let staging = Staging::open(&output, false).expect("staging opens");
        for path in ["../x", "/etc/x", "a/../../x", "", "a\\..\\x"] {
            assert!(matches!(staging.write(&Artifact::new(path, "x")), Err(OutputError::Escapes(_))), "{path}");
        }
    }

    #[test]
    fn an_unchanged_page_is_taken_over_unless_somebody_touched_it() {
        let (_temp, output) = folder();
        let staging = Staging::open(&output, false).expect("staging opens");
        let page = Artifact { key: Some("k1".to_owned()), ..Artifact::new("a.html", "page") };
        staging.write(&page).expect("the file is written");
        staging.publish().expect("the publication stands");
        let again = Staging::open(&output, false).expect("staging opens");
        assert_eq!(again.reuse("a.html", "k2").expect("the disk answers"), None);
        let reused = again.reuse("a.html", "k1").expect("the disk answers");
        assert_eq!(reused, Some(Reused { bytes: b"page".to_vec(), anchors: None }));
        again.publish().expect("the publication stands");
        fs::write(output.join("a.html"), "edited by hand").expect("the file is written");
        let third = Staging::open(&output, false).expect("staging opens");
        assert_eq!(third.reuse("a.html", "k1").expect("the disk answers"), None);
    }

    #[test]
    fn links_are_known_to_be_good_only_while_the_site_has_the_same_addresses() {
        let (_temp, output) = folder();
        let anchor = Anchor { target: "b.html".to_owned(), anchor: "x".to_owned(), written: "b.html#x".to_owned() };
        let page =
            Artifact { key: Some("k".to_owned()), anchors: vec![anchor.clone()], ..Artifact::new("a.html", "page") };
        let staging = Staging::open(&output, false).expect("staging opens");
        staging.set_addresses("two pages".to_owned());
        staging.write(&page).expect("the file is written");
        staging.publish().expect("the publication stands");
        for (addresses, anchors) in [("two pages", Some(vec![anchor])), ("one page", None)] {
            let staging = Staging::open(&output, false).expect("staging opens");
            staging.set_addresses(addresses.to_owned());
            let reused = staging.reuse("a.html", "k").expect("the disk answers").expect("the page is taken over");
            assert_eq!(reused.anchors, anchors, "{addresses}");
        }
    }

    #[test]
    fn the_note_for_git_survives() {
        let (_temp, output) = folder();
        fs::create_dir_all(&output).expect("the folder is made");
        fs::write(output.join(".gitignore"), "*\n").expect("the file is written");
        publish(&output, &[("a.html", "1")]);
        assert!(output.join(".gitignore").exists());
    }
}
