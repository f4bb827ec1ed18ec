//! `sass/` → style sheets.
//!
//! Comes in: the site's files. Goes out: one style sheet for every file that is not a partial (`_name.scss`), and what is
//! wrong with the others. The site's own sheets come after the theme's, so that they take their place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::Files;

/// What is wrong with one Sass file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SassTrouble {
    /// The file, from the site's root.
    pub path: String,
    /// Line, from 1, where it is known.
    pub line: Option<u32>,
    /// What is wrong.
    pub message: String,
}

/// Compiles the Sass files of a folder such as `sass` or `themes/NAME/sass`.
///
/// Returns the style sheets by their path in the finished site. `shared` are further folders that files may import from.
#[must_use]
pub fn compile(files: &dyn Files, folder: &str, shared: &[&str]) -> (BTreeMap<String, String>, Vec<SassTrouble>) {
    let mut known = BTreeSet::from_iter(files.list(folder));
    let sources: Vec<String> = known.iter().filter(|path| is_sheet(path)).cloned().collect();
    known.extend(shared.iter().flat_map(|folder| files.list(folder)));
    let disk = Disk { files, known };
    let folders: Vec<&str> = std::iter::once(folder).chain(shared.iter().copied()).collect();
    let compiled: Vec<_> = sources.par_iter().map(|path| (path, sheet(&disk, path, &folders))).collect();
    gather(folder, compiled)
}

fn gather(
    folder: &str,
    compiled: Vec<(&String, Result<String, SassTrouble>)>,
) -> (BTreeMap<String, String>, Vec<SassTrouble>) {
    let mut sheets = BTreeMap::new();
    let mut troubles = Vec::new();
    for (path, result) in compiled {
        let below = Utf8Path::new(path).strip_prefix(folder).unwrap_or(Utf8Path::new(path));
        let target = below.with_extension("css").into_string();
        match result {
            Ok(_) if sheets.contains_key(&target) => {
                let message = format!("another file makes `{target}` already");
                troubles.push(SassTrouble { path: path.clone(), line: None, message });
            }
            Ok(css) => {
                sheets.insert(target, css);
            }
            Err(trouble) => troubles.push(trouble),
        }
    }
    (sheets, troubles)
}

fn is_sheet(path: &str) -> bool {
    let path = Utf8Path::new(path);
    matches!(path.extension(), Some("scss" | "sass")) && path.file_name().is_some_and(|name| !name.starts_with('_'))
}

fn sheet(disk: &Disk<'_>, path: &str, folders: &[&str]) -> Result<String, SassTrouble> {
    let options =
        grass::Options::default().fs(disk).quiet(true).style(grass::OutputStyle::Compressed).load_paths(folders);
    // The compiler has a few arithmetic panics of its own; one bad style sheet must not end the run.
    let compiled = catch_unwind(AssertUnwindSafe(|| grass::from_path(path, &options)));
    let trouble = |path: &str, line, message| SassTrouble { path: path.to_owned(), line, message };
    match compiled {
        Ok(Ok(css)) => Ok(css),
        Ok(Err(error)) => Err(told(path, error.kind())),
        Err(_) => Err(trouble(path, None, "the Sass compiler gave up".to_owned())),
    }
}

fn told(path: &str, kind: grass::ErrorKind) -> SassTrouble {
    match kind {
        grass::ErrorKind::ParseError { message, loc, .. } => SassTrouble {
            path: if loc.file.name().is_empty() { path.to_owned() } else { loc.file.name().to_owned() },
            line: u32::try_from(loc.begin.line + 1).ok(),
            message,
        },
        grass::ErrorKind::IoError(error) => {
            SassTrouble { path: path.to_owned(), line: None, message: error.to_string() }
        }
        other => SassTrouble { path: path.to_owned(), line: None, message: format!("{other:?}") },
    }
}

/// The site's files as the compiler asks for them.
struct Disk<'a> {
    files: &'a dyn Files,
    known: BTreeSet<String>,
}

impl fmt::Debug for Disk<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Disk({} files)", self.known.len())
    }
}

impl grass::Fs for Disk<'_> {
    fn is_dir(&self, path: &Path) -> bool {
        let Some(folder) = tidy(path).map(|path| format!("{path}/")) else { return false };
        self.known.range(folder.clone()..).next().is_some_and(|first| first.starts_with(&folder))
    }

    fn is_file(&self, path: &Path) -> bool {
        tidy(path).is_some_and(|path| self.known.contains(path.as_str()))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let found = tidy(path).and_then(|path| self.files.read(path.as_str()));
        found.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, format!("{}: no such file", path.display())))
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(tidy(path).map_or_else(|| path.to_owned(), Utf8PathBuf::into_std_path_buf))
    }
}

/// A path without `.` and `..`; nothing where it leaves the site.
fn tidy(path: &Path) -> Option<Utf8PathBuf> {
    let mut tidy = Utf8PathBuf::new();
    for part in Utf8Path::from_path(path)?.components() {
        match part {
            Utf8Component::Normal(name) => tidy.push(name),
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                if !tidy.pop() {
                    return None;
                }
            }
            Utf8Component::RootDir | Utf8Component::Prefix(_) => return None,
        }
    }
    Some(tidy)
}

#[cfg(test)]
mod tests {
    use super::super::lookup::tests::Memory;
    use super::*;

    fn compiled(files: &[(&str, &str)]) -> (BTreeMap<String, String>, Vec<SassTrouble>) {
        compile(&Memory::new(files), "sass", &["themes/t/sass"])
    }

    #[test]
    fn partials_are_imported_and_make_no_sheet() {
        let (sheets, troubles) = compiled(&[
            ("sass/a/main.scss", "@use '../b/c'; @import '../colour'; p { color: $red; a { b: c.$n } }"),
            ("sass/_colour.scss", "$red: #f00;"),
            ("sass/b/_c.sass", "$n: 1px + 2"),
        ]);
        assert_eq!(troubles, []);
        assert_eq!(sheets, BTreeMap::from([("a/main.css".into(), "p{color:red}p a{b:3px}".into())]));
    }

    #[test]
    fn a_site_imports_from_its_theme() {
        let (sheets, _) =
            compiled(&[("sass/a.scss", "@import 'vars'; p { x: $v }"), ("themes/t/sass/_vars.scss", "$v: 1;")]);
        assert_eq!(sheets["a.css"], "p{x:1}");
    }

    #[test]
    fn trouble_names_file_and_line_and_spares_the_others() {
        let (sheets, troubles) =
            compiled(&[("sass/bad.scss", "p {\n  a: $none;\n}"), ("sass/good.scss", "p { a: b }")]);
        assert_eq!(sheets.keys().collect::<Vec<_>>(), ["good.css"]);
        assert_eq!((troubles[0].path.as_str(), troubles[0].line), ("sass/bad.scss", Some(2)));
    }

    #[test]
    fn two_files_for_one_sheet_and_missing_imports_are_told() {
        let (_, troubles) = compiled(&[
            ("sass/a.sass", "p\n  a: b"),
            ("sass/a.scss", "p { a: b }"),
            ("sass/b.scss", "@import '../../x';"),
        ]);
        assert_eq!(
            troubles.iter().map(|trouble| trouble.path.as_str()).collect::<Vec<_>>(),
            ["sass/a.scss", "sass/b.scss"]
        );
    }
}
