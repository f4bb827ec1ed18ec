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
/// The module of every page, as templates name it; one that does not name it needs nothing of this either.
const SCRIPT: &str = "page.script";
/// The template of parts for pages of a theme of Zola's, which do without the mode.
const PART: &str = "frame-head.html";
const SCRIPT_END: &str = "</script>";

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
    let modules = format!("{{{}}}", modules.collect::<Vec<_>>().join(","));
    let unfilled = |script: &'static str, constant: &str| {
        vec![problem(files.get(script).map_or(script, |file| file.path()), constant)]
    };
    let whole = filled(&squeezed(around), "ENTRY", "\"\"", &format!("\"{entry}\""));
    let whole = whole
        .and_then(|whole| filled(&whole, "MODULES", "{}", &modules))
        .map_err(|constant| unfilled(AROUND, &constant))?;
    // No page on the web asks for it.
    let whole = ThemeAsset { kept: false, ..fingerprinted("whole", "js", whole.into_bytes()) };
    let loader = filled(&squeezed(loader), "WHOLE", "\"\"", &format!("\"{}\"", file_name(&whole.path)));
    let loader = loader.map_err(|constant| unfilled(LOADER, &constant))?;
    Ok([fingerprinted("disk", "js", loader.into_bytes()), whole])
}

/// A script with the value of a constant that it leaves empty; where it has none, the constant that it should have.
fn filled(script: &str, name: &str, empty: &str, value: &str) -> Result<String, String> {
    let constant = format!("const {name}={empty};");
    let (before, after) = script.split_once(&constant).ok_or(constant.as_str())?;
    Ok(format!("{before}const {name}={value};{after}"))
}

/// Lets the templates that load the module of every page load the loader after it; lines keep their numbers.
///
/// # Errors
/// A diagnostic (CK0705) where no template loads that module in a way that can be told.
pub(super) fn load_in(templates: &mut BTreeMap<String, Template>, loader: &str) -> Result<(), Vec<Diagnostic>> {
    let tag = format!("<script defer src=\"{{{{ page.root }}}}{loader}\"></script>");
    let mut is_loaded = false;
    for (_, template) in templates.iter_mut().filter(|(name, _)| *name != PART) {
        if let Some(at) = after_script(&template.source) {
            template.source.insert_str(at, &tag);
            is_loaded = true;
        }
    }
    if is_loaded { Ok(()) } else { Err(vec![problem("templates/base.html", &format!("{{{{ {SCRIPT} }}}}"))]) }
}

fn problem(path: &str, piece: &str) -> Diagnostic {
    let problem = SiteProblem::Script { script: path.to_owned(), piece: piece.to_owned() };
    Diagnostic::new(problem, Location::file(path))
}

/// Where the element ends that loads the module of every page.
fn after_script(template: &str) -> Option<usize> {
    let is_written = |at: &usize| template[..*at].trim_end_matches(['-', '+', ' ']).ends_with("{{");
    let written = template.match_indices(SCRIPT).map(|(at, _)| at).find(is_written)?;
    template[written..].find(SCRIPT_END).map(|at| written + at + SCRIPT_END.len())
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
        self.modules.get(from).is_none_or(|module| module.exports.contains(wanted))
    }

    fn problem(&self, name: &str, piece: &str) -> Diagnostic {
        problem(&self.source(name), piece)
    }

    /// The file of the theme that is published under a name.
    fn source(&self, name: &str) -> String {
        let stem = self.paths.iter().find(|(_, path)| file_name(path) == name).map_or(name, |(stem, _)| stem);
        self.files.get(&format!("js/{stem}.js")).map_or_else(|| stem.to_owned(), |file| file.path().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::config::SiteConfig;
    use crate::theme::{DEFAULT_NAME, Theme};

    fn config(from_disk: bool) -> SiteConfig {
        let mut config = SiteConfig::default();
        config.search.from_disk = from_disk;
        config
    }

    fn load(scripts: &[(&str, &str)]) -> Result<Theme, Vec<String>> {
        let path = |name: &str| format!("themes/{DEFAULT_NAME}/js/{name}");
        let files = scripts.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
        let told = |found: &crate::diag::Diagnostic| {
            let (message, _) = found.problem.text().into_lang(crate::diag::Lang::En);
            let piece = message.split(['“', '”']).nth(1).unwrap_or_default();
            format!("{} {} {piece}", found.code(), found.location.to_string().rsplit('/').next().unwrap_or_default())
        };
        Theme::load(&config(true), &files).map_err(|found| found.iter().map(told).collect())
    }

    fn text<'t>(theme: &'t Theme, start: &str) -> &'t str {
        let asset = theme.assets.iter().find(|asset| asset.path.starts_with(start)).expect("it is published");
        std::str::from_utf8(&asset.bytes).expect("scripts are text")
    }

    #[test]
    fn a_site_for_the_web_has_nothing_of_it() {
        let (web, disk) = (config(false), config(true));
        let [web, disk] = [web, disk].map(|config| Theme::load(&config, &BTreeMap::new()).expect("the theme is sound"));
        let added = disk.assets.iter().filter(|asset| !web.assets.contains(asset));
        let added: Vec<&str> = added.filter_map(|asset| asset.path.split('.').next()).collect();
        assert_eq!(added, ["assets/disk", "assets/whole", "sw"]);
        assert!(web.templates.values().all(|template| !template.source.contains("assets/disk")));
        let with_loader = disk.templates.iter().filter(|(_, one)| one.source.contains("assets/disk."));
        let with_loader: Vec<&str> = with_loader.map(|(name, _)| name.as_str()).collect();
        assert_eq!(with_loader, ["base.html"]);
    }

    #[test]
    fn a_template_of_the_site_s_own_loads_it_where_it_loads_the_module() {
        let own = "<head>\n{% if page.script %}<script\n type=module src='{{- page.script | safe}}' async></script>{% endif %}\n</head>";
        let files = [("templates/base.html", own), ("templates/404.html", "{% if page.script %}{% endif %}</script>")];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into();
        let theme = Theme::load(&config(true), &files).expect("the theme is sound");
        let source = theme.templates["base.html"].source.as_str();
        assert!(source.contains("async></script><script defer src=\"{{ page.root }}assets/disk."), "{source}");
        assert_eq!(source.lines().count(), own.lines().count());
        assert_eq!(theme.templates["404.html"].source, "{% if page.script %}{% endif %}</script>");
    }

    #[test]
    fn templates_and_scripts_that_would_do_nothing_on_a_disk_are_told() {
        let told = |path: &str, text: &str| {
            let files = [(path.to_owned(), text.as_bytes().to_vec())].into();
            let found = Theme::load(&config(true), &files).expect_err("it would do nothing");
            format!("{} {}", found[0].code(), found[0].location)
        };
        assert_eq!(told("templates/base.html", "<head></head>"), "CK0705 templates/base.html");
        for script in ["disk.js", "whole.js"] {
            let path = format!("themes/{DEFAULT_NAME}/disk/{script}");
            assert_eq!(told(&path, "a();"), format!("CK0705 {path}"));
        }
    }

    #[test]
    fn the_loader_is_small_and_names_the_one_script_that_only_a_disk_needs() {
        let theme = load(&[]).expect("the theme is sound");
        let loader = text(&theme, "assets/disk.");
        assert!(loader.len() <= 1024, "{} bytes", loader.len());
        let whole = theme.assets.iter().find(|asset| asset.path.starts_with("assets/whole.")).expect("it is published");
        assert!(loader.contains(&format!("const WHOLE=\"{}\";", whole.path.trim_start_matches("assets/"))));
        assert!(text(&theme, "sw.js").contains("assets/disk.") && !text(&theme, "sw.js").contains("assets/whole."));
    }

    #[test]
    fn all_modules_of_the_page_stand_in_the_one_script() {
        let theme = load(&[]).expect("the theme is sound");
        let whole = text(&theme, "assets/whole.");
        for (name, path) in &theme.scripts {
            let key = format!("\n\"{}\":async(__meta)=>{{", path.trim_start_matches("assets/"));
            assert_eq!(whole.matches(&key).count(), 1, "{name}");
        }
        let entry = theme.script.as_deref().expect("pages have a script").trim_start_matches("assets/");
        assert!(whole.contains(&format!("const ENTRY=\"{entry}\";")));
        let rewritten = whole.replace("__import(", "");
        assert!(!rewritten.contains("import{") && !rewritten.contains("import(") && !rewritten.contains("export "));
    }

    #[test]
    fn modules_that_nobody_imports_stay_out() {
        let theme = load(&[
            ("app.js", "import { b } from \"./own.js\";\nb();"),
            ("own.js", "import \"./c.js\";\nexport const b = 1;"),
            ("c.js", "export const c = 1;"),
        ]);
        let theme = theme.expect("the theme is sound");
        assert_eq!(text(&theme, "assets/whole.").matches(":async(__meta)").count(), 3);
    }

    #[test]
    fn scripts_that_cannot_be_part_of_it_are_named_with_the_piece() {
        assert_eq!(load(&[("app.js", "export let a = 1;")]).err(), Some(vec!["CK0705 app.js export let".to_owned()]));
        assert_eq!(
            load(&[("app.js", "import \"./gone.js\";")]).err(),
            Some(vec!["CK0705 app.js ./gone.js".to_owned()])
        );
        let circle =
            load(&[("app.js", "import \"./a.js\";"), ("a.js", "import \"./b.js\";"), ("b.js", "import \"./a.js\";")]);
        assert_eq!(circle.err(), Some(vec!["CK0705 b.js ./a.js".to_owned()]));
        let found = load(&[("app.js", "import { a, b } from \"./own.js\";"), ("own.js", "export const a = 1;")]);
        let found = found.expect_err("a name is missing").remove(0);
        assert!(found.starts_with("CK0705 app.js b ← ./own."), "{found}");
        let unread = load(&[("app.js", "import \"./own.js\";"), ("own.js", "a = `open")]);
        assert_eq!(unread.err(), Some(vec!["CK0705 own.js `open".to_owned()]));
    }
}
