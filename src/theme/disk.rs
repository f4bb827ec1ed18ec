//! What makes pages work that are opened from a folder (`file://`): a small script on every page, and one script in
//! the place of all modules. Browsers load no modules there.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Location, SiteProblem, SourceProblem};

use super::asset::{ThemeAsset, fingerprinted};
use super::files::ThemeFiles;
use super::module::{self, Module};
use super::squeeze::squeezed;
use super::{Template, text};

/// The script of every page.
const LOADER: &str = "disk/disk.js";
/// What is around the modules.
const AROUND: &str = "disk/whole.js";
/// Where a page loads its module; where it does not, it needs nothing of this either.
const SCRIPT_TAG: &str = "<script type=\"module\" src=\"{{ page.script }}\"></script>";

/// The two scripts of the mode, the one of every page first.
///
/// `published` are the modules as they are published, `paths` their paths by their names without ending.
///
/// # Errors
/// Diagnostics (CK0705) for modules that cannot be part of one script.
pub(super) fn scripts(
    files: &ThemeFiles<'_>,
    published: &[ThemeAsset],
    paths: &BTreeMap<String, String>,
) -> Result<[ThemeAsset; 2], Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let mut own = |name: &str| files.get(name).and_then(|file| text(file.path(), file.bytes(), &mut problems));
    let (loader, around) = (own(LOADER).unwrap_or_default(), own(AROUND).unwrap_or_default());
    let mut bundle = Bundle { files, published, paths, modules: BTreeMap::new(), problems };
    let entry = paths.get("app").map_or("", |path| file_name(path)).to_owned();
    bundle.add(&entry);
    bundle.check();
    if !bundle.problems.is_empty() {
        return Err(bundle.problems);
    }
    let modules = bundle.modules.iter().map(|(name, module)| format!("\n\"{name}\":{}", module.function));
    let modules: Vec<String> = modules.collect();
    let whole = squeezed(around)
        .replacen("const ENTRY=\"\";", &format!("const ENTRY=\"{entry}\";"), 1)
        .replacen("const MODULES={};", &format!("const MODULES={{{}}};", modules.join(",")), 1);
    // No page on the web asks for it.
    let whole = ThemeAsset { kept: false, ..fingerprinted("whole", "js", whole.into_bytes()) };
    let named = format!("const WHOLE=\"{}\";", file_name(&whole.path));
    let loader = squeezed(loader).replacen("const WHOLE=\"\";", &named, 1);
    Ok([fingerprinted("disk", "js", loader.into_bytes()), whole])
}

/// Lets the templates that load the module of every page load the loader as well; lines keep their numbers.
pub(super) fn load_in(templates: &mut BTreeMap<String, Template>, loader: &str) {
    let both = format!("{SCRIPT_TAG}<script defer src=\"{{{{ page.root }}}}{loader}\"></script>");
    for template in templates.values_mut().filter(|template| template.source.contains(SCRIPT_TAG)) {
        template.source = template.source.replacen(SCRIPT_TAG, &both, 1);
    }
}

/// The path below the folder of the assets.
fn file_name(path: &str) -> &str {
    path.strip_prefix("assets/").unwrap_or(path)
}

struct Bundle<'a> {
    files: &'a ThemeFiles<'a>,
    published: &'a [ThemeAsset],
    paths: &'a BTreeMap<String, String>,
    /// By the names under which they are published.
    modules: BTreeMap<String, Module>,
    problems: Vec<Diagnostic>,
}

impl Bundle<'_> {
    /// Adds a module and all that it imports.
    fn add(&mut self, name: &str) {
        let Some(asset) = self.published.iter().find(|asset| file_name(&asset.path) == name) else { return };
        if self.modules.contains_key(name) {
            return;
        }
        let Ok(source) = std::str::from_utf8(&asset.bytes) else {
            self.problems.push(Diagnostic::new(SourceProblem::NotUtf8, Location::file(self.source(name))));
            return;
        };
        match module::function(source) {
            Ok(module) => {
                let imported: BTreeSet<String> = module.imports.iter().map(|import| import.from.clone()).collect();
                self.modules.insert(name.to_owned(), module);
                imported.iter().for_each(|name| self.add(name));
            }
            Err(piece) => self.problems.push(self.problem(name, &piece)),
        }
    }

    /// Reports imports of modules and names that do not exist.
    fn check(&mut self) {
        let is_known = |name: &str| self.published.iter().any(|asset| file_name(&asset.path) == name);
        let mut found = Vec::new();
        for (name, module) in &self.modules {
            for import in &module.imports {
                if !is_known(&import.from) {
                    found.push(self.problem(name, &format!("./{}", import.from)));
                }
                let missing = import.names.iter().filter(|wanted| !self.exports(&import.from, wanted));
                found.extend(missing.map(|wanted| self.problem(name, &format!("{wanted} ← ./{}", import.from))));
            }
        }
        self.problems.extend(found);
    }

    /// Whether a module exports a name; one that is no part of the bundle is reported already.
    fn exports(&self, from: &str, wanted: &str) -> bool {
        let Some(module) = self.modules.get(from) else { return true };
        let passes_on = || module.passed_on.iter().any(|next| self.exports(next, wanted));
        module.exports.contains(wanted) || (wanted != "default" && passes_on())
    }

    fn problem(&self, name: &str, piece: &str) -> Diagnostic {
        let path = self.source(name);
        let problem = SiteProblem::Script { script: path.clone(), piece: piece.to_owned() };
        Diagnostic::new(problem, Location::file(path))
    }

    /// The file of the theme that is published under a name.
    fn source(&self, name: &str) -> String {
        let stem = self.paths.iter().find(|(_, path)| file_name(path) == name).map_or(name, |(stem, _)| stem);
        self.files.get(&format!("js/{stem}.js")).map_or_else(|| stem.to_owned(), |file| file.path().to_owned())
    }
}
