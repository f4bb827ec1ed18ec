//! What templates of our own theme, or written over it, can call: the functions and filters that themes for Zola know.

use std::collections::BTreeMap;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::{Value, json};

use crate::content;
use crate::render::{Args, Function, Functions};
use crate::theme::Theme;
use crate::vfs::ProjectTree;
use crate::zola::image::{GetImageMetadata, Images, ResizeImage};
use crate::zola::{self, Files, GetHash, LoadData, Lookup, RegexReplace, Remote};

use super::taxonomies::Taxonomies;
use super::zola::Tree;
use super::{Materials, Options};

/// Names of the functions whose answers depend on the site's files.
const FUNCTIONS: &[&str] = &[
    "get_hash(",
    "get_image_metadata(",
    "get_page(",
    "get_section(",
    "get_taxonomy(",
    "get_taxonomy_term(",
    "get_taxonomy_url(",
    "get_url(",
    "load_data(",
    "now(",
    "resize_image(",
    "trans(",
];

/// The functions of one build.
pub(super) struct Toolbox {
    pub(super) functions: Functions,
    /// The pictures that pages ask for while they are made; nothing where no template asks for any.
    pub(super) images: Option<Arc<Images>>,
}

impl Toolbox {
    pub(super) fn new(tree: &ProjectTree, materials: &Materials, theme: &Theme, options: &Options) -> Self {
        let files: Arc<dyn Files> = Arc::new(Tree(tree.clone()));
        let lookup = Lookup::new(files, None, Some(&materials.config.theme));
        let site = Arc::new(Site::new(materials, theme, lookup.clone()));
        let images = Arc::new(Images::new(lookup.clone(), &materials.config.base_url));
        let calls = |name: &str| theme.templates.values().any(|template| template.source.contains(name));
        let taxonomies = match calls("get_taxonomy") {
            true => Taxonomies::new(materials, theme, &site.base_url),
            false => Taxonomies::default(),
        };
        let taxonomies = Arc::new(taxonomies);
        let today = options.as_of.to_string();
        let functions = text_filters(materials.config.default_language.tag())
            .with("get_url", method(&site, Site::url))
            .with("get_page", method(&site, Site::page))
            .with("get_section", method(&site, Site::section))
            .with("get_taxonomy", method(&taxonomies, Taxonomies::whole))
            .with("get_taxonomy_url", method(&taxonomies, Taxonomies::url))
            .with("get_taxonomy_term", method(&taxonomies, Taxonomies::term))
            .with("trans", method(&site, Site::trans))
            .with("now", move |_: &Args| Ok(json!(today)))
            .with("load_data", LoadData::new(lookup.clone(), Remote::allowed(materials.config.zola.remote_data)))
            .with("get_hash", GetHash(lookup.clone()))
            .with("get_image_metadata", GetImageMetadata(lookup))
            .with("resize_image", ResizeImage(Arc::clone(&images)));
        let asks_the_web = materials.config.zola.remote_data && calls("url=");
        let functions = match FUNCTIONS.iter().any(|name| calls(name)) {
            true if asks_the_web => functions.depending_on(never_the_same()),
            true => functions.depending_on(digest(tree, options)),
            false => functions,
        };
        Self { functions, images: calls("resize_image(").then_some(images) }
    }
}

/// A digest of everything that a function could look at.
fn digest(tree: &ProjectTree, options: &Options) -> blake3::Hash {
    let file = |path: &camino::Utf8PathBuf| blake3::hash(&tree.system().read(path).unwrap_or_default());
    let hashes: Vec<blake3::Hash> = tree.files().par_iter().map(file).collect();
    let mut hasher = blake3::Hasher::new();
    hasher.update(options.as_of.to_string().as_bytes());
    for (path, hash) in tree.files().iter().zip(hashes) {
        hasher.update(path.as_str().as_bytes()).update(hash.as_bytes());
    }
    hasher.finalize()
}

/// What a server will answer is not known before pages are made, so every build makes them anew.
fn never_the_same() -> blake3::Hash {
    blake3::hash(&RandomState::new().build_hasher().finish().to_le_bytes())
}

fn text_filters(language: &'static str) -> Functions {
    let patterns = RegexReplace::default();
    Functions::default()
        .with_filter("base64_encode", zola::base64_encode)
        .with_filter("base64_decode", zola::base64_decode)
        .with_filter("regex_replace", move |value, args| patterns.filter(value, args))
        .with_filter("num_format", move |value, args| zola::num_format(value, args, language))
        .with_html_filter("markdown", markdown)
}

/// Filter `markdown(inline=false)`.
fn markdown(value: &Value, args: &Args) -> Result<Value, String> {
    let text = value.as_str().ok_or_else(|| format!("the filter `markdown` needs text, not {value}"))?;
    let html = content::render(text, &|target| Some(target.to_owned())).html;
    let inline = args.get("inline").and_then(Value::as_bool).unwrap_or(false);
    let inner = html.trim().strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
    Ok(Value::from(inner.filter(|inner| inline && !inner.contains("<p>")).unwrap_or(&html)))
}

/// A question to what is known of the site, as a function of templates.
fn method<T>(of: &Arc<T>, call: fn(&T, &Args) -> Result<Value, String>) -> impl Function + use<T>
where
    T: Send + Sync + 'static,
{
    let of = Arc::clone(of);
    move |args: &Args| call(&of, args)
}

/// What the functions know of the site.
struct Site {
    base_url: String,
    language: &'static str,
    lookup: Lookup,
    /// Sections and pages by their file below `content/`.
    texts: BTreeMap<String, Value>,
    words: BTreeMap<&'static str, Value>,
}

impl Site {
    fn new(materials: &Materials, theme: &Theme, lookup: Lookup) -> Self {
        let config = &materials.config;
        let base_url = config.base_url.trim_end_matches('/').to_owned();
        let words = |lang| serde_json::to_value(theme.words(lang)).unwrap_or_default();
        Self {
            texts: texts(materials, &base_url),
            base_url,
            language: config.default_language.tag(),
            lookup,
            words: config.langs().into_iter().map(|lang| (lang.tag(), words(lang))).collect(),
        }
    }

    fn url(&self, args: &Args) -> Result<Value, String> {
        let path = text(args, "path")?;
        if let Some(file) = path.strip_prefix("@/") {
            let (file, anchor) = file.split_at(file.find('#').unwrap_or(file.len()));
            let found = self.text(file)?["permalink"].as_str().unwrap_or_default();
            return Ok(Value::from(format!("{found}{anchor}")));
        }
        let mut url = format!("{}/{}", self.base_url, path.trim_start_matches('/'));
        let is = |name: &str| args.get(name).and_then(Value::as_bool).unwrap_or(false);
        if is("trailing_slash") && !url.ends_with('/') {
            url.push('/');
        }
        if is("cachebust") {
            let (_, bytes) = self.lookup.require(path)?;
            url.push_str(&format!("?h={}", &zola::sha256_hex(&bytes)[..20]));
        }
        Ok(Value::from(url))
    }

    fn text(&self, file: &str) -> Result<&Value, String> {
        self.texts.get(file).ok_or_else(|| format!("there is no published `content/{file}`"))
    }

    fn page(&self, args: &Args) -> Result<Value, String> {
        self.text(text(args, "path")?).cloned()
    }

    fn section(&self, args: &Args) -> Result<Value, String> {
        let file = text(args, "path")?;
        let mut section = self.text(file)?.clone();
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let pages = self.texts.values().filter(|page| page["folder"] == folder && page["is_section"] == false);
        section["pages"] = pages.cloned().collect();
        Ok(section)
    }

    fn trans(&self, args: &Args) -> Result<Value, String> {
        let key = text(args, "key")?;
        let lang = args.get("lang").and_then(Value::as_str).unwrap_or(self.language);
        let words = self.words.get(lang).and_then(|words| words.get(key));
        words.cloned().ok_or_else(|| format!("there is no text `{key}` in the language `{lang}`"))
    }
}

fn text<'a>(args: &'a Args, name: &str) -> Result<&'a str, String> {
    args.get(name).and_then(Value::as_str).ok_or_else(|| format!("the argument `{name}` must be given, as text"))
}

/// Sections and pages that have an address.
fn texts(materials: &Materials, base_url: &str) -> BTreeMap<String, Value> {
    let mut texts = BTreeMap::new();
    let mut add = |path: &str, folder: &str, mut value: Value| {
        let Some(route) = materials.plan.route_of_file(path) else { return };
        value["permalink"] = json!(format!("{base_url}/{}", route.as_str()));
        value["path"] = json!(format!("/{}", route.as_str()));
        value["folder"] = json!(folder);
        texts.insert(path.trim_start_matches("content/").to_owned(), value);
    };
    for section in &materials.content.sections {
        let value = json!({ "title": section.title, "description": section.description, "lang": section.lang.tag(), "weight": section.weight, "is_section": true });
        add(&section.path, &section.folder, value);
    }
    for page in &materials.content.pages {
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
        let value = json!({
            "title": page.title, "description": page.description, "lang": page.lang.tag(), "weight": page.weight,
            "slug": page.slug, "date": day(page.date), "updated": day(page.updated), "is_section": false,
        });
        add(&page.path, &page.folder, value);
    }
    texts
}
