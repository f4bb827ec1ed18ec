//! What `init` writes: a working sample site, and Excel templates that a clerk fills in.

mod forms;
mod registers;

use camino::Utf8Path;
use rust_embed::RustEmbed;

use crate::kinds::Kinds;
use crate::output::{Artifact, OutputError, write_new};

/// The content of the sample site at the root of the repository, as it was when the program was built.
#[derive(RustEmbed)]
#[folder = "content"]
struct SampleContent;

/// Files that the sample site publishes as they are.
#[derive(RustEmbed)]
#[folder = "static"]
struct SampleFiles;

/// The configuration of the sample site.
const CONFIG: &str = include_str!("../../config.toml");

/// What a new site tells Git to leave alone.
const GITIGNORE: &str = "# The finished site is made by `congkhai build`.\n/public\n";

/// An error of `init`.
#[derive(Debug, thiserror::Error)]
pub enum ScaffoldError {
    /// The folder cannot be written.
    #[error(transparent)]
    Write(#[from] OutputError),
    /// A workbook cannot be made.
    #[error("cannot make the Excel template {name}: {source}")]
    Workbook {
        /// File name of the template.
        name: String,
        /// What the writer said.
        source: rust_xlsxwriter::XlsxError,
    },
}

/// Writes a new site and gives the paths of its files.
///
/// # Errors
/// When the folder is not empty and `force` is not set, or the disk refuses.
pub fn write(folder: &Utf8Path, force: bool) -> Result<Vec<String>, ScaffoldError> {
    Ok(write_new(folder, files()?, force)?)
}

/// Every file of a new site.
fn files() -> Result<Vec<Artifact>, ScaffoldError> {
    let embedded = |path: std::borrow::Cow<'_, str>| Some((format!("content/{path}"), SampleContent::get(&path)?.data));
    let mut files: Vec<Artifact> = SampleContent::iter()
        .filter_map(embedded)
        .map(|(path, bytes)| Artifact::new(path, bytes.into_owned()))
        .collect();
    let published = |path: std::borrow::Cow<'_, str>| Some((format!("static/{path}"), SampleFiles::get(&path)?.data));
    let published = SampleFiles::iter().filter_map(published);
    files.extend(published.map(|(path, bytes)| Artifact::new(path, bytes.into_owned())));
    files.push(Artifact::new("config.toml", CONFIG));
    files.push(Artifact::new(".gitignore", GITIGNORE));
    for form in forms::ALL {
        let bytes = form.workbook().map_err(|source| ScaffoldError::Workbook { name: form.file.to_owned(), source })?;
        files.push(Artifact::new(format!("mau/{}", form.file), bytes));
    }
    for kind in Kinds::built_in().iter() {
        let name = registers::file(kind);
        let bytes = registers::workbook(kind);
        let bytes = bytes.map_err(|source| ScaffoldError::Workbook { name: name.clone(), source })?;
        files.push(Artifact::new(format!("mau/{name}"), bytes));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::files;

    #[test]
    fn a_new_site_has_its_configuration_its_content_and_the_templates() {
        let paths: Vec<String> = files().expect("the files are made").into_iter().map(|file| file.path).collect();
        for path in [
            "config.toml",
            "content/_index.md",
            "content/thu-tuc/ho-tich.toml",
            "mau/thu-tuc.xlsx",
            "mau/so-plans.xlsx",
            ".gitignore",
        ] {
            assert!(paths.iter().any(|written| written == path), "{path} is missing from {paths:?}");
        }
    }
}
