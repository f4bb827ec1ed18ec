//! Functions that know the site, and the adapter that shows every function to the engine.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;
use tera::Tera;

use crate::render::{Args, Function};
use crate::zola::args::{flag, needed, text};
use crate::zola::data::LoadData;
use crate::zola::hash::{self, GetHash, RegexReplace};
use crate::zola::image::{GetImageMetadata, ResizeImage};
use crate::zola::library::Taxonomy;
use crate::zola::site::{Book, Site};
use crate::zola::values;

/// Shows a function to the engine.
struct Adapter<F> {
    function: F,
    is_safe: bool,
}

impl<F: Function> tera::Function for Adapter<F> {
    fn call(&self, args: &HashMap<String, Value>) -> tera::Result<Value> {
        self.function.call(&ordered(args)).map_err(tera::Error::msg)
    }

    fn is_safe(&self) -> bool {
        self.is_safe
    }
}

/// Arguments in an order that does not change between runs.
pub(super) fn ordered(args: &HashMap<String, Value>) -> Args {
    let mut names: Vec<&String> = args.keys().collect();
    names.sort_unstable();
    names.into_iter().map(|name| (name.clone(), args[name].clone())).collect()
}

/// Registers a function; what a safe one gives is not escaped.
pub(in crate::zola) fn register(tera: &mut Tera, name: &str, is_safe: bool, function: impl Function + 'static) {
    tera.register_function(name, Adapter { function, is_safe });
}

type Filter = fn(&Value, &Args) -> Result<Value, String>;

fn filter(
    tera: &mut Tera,
    name: &str,
    filter: impl Fn(&Value, &Args) -> Result<Value, String> + Send + Sync + 'static,
) {
    let adapted =
        move |value: &Value, args: &HashMap<String, Value>| filter(value, &ordered(args)).map_err(tera::Error::msg);
    tera.register_filter(name, adapted);
}

/// What can be asked before texts are rendered, so also by shortcodes.
pub(in crate::zola) fn early(tera: &mut Tera, site: &Arc<Site>) {
    let own = |call: fn(&Site, &Args) -> Result<Value, String>| {
        let site = Arc::clone(site);
        move |args: &Args| call(&site, args)
    };
    register(tera, "get_url", true, own(get_url));
    register(tera, "get_taxonomy_url", true, own(get_taxonomy_url));
    register(tera, "trans", true, own(trans));
    register(tera, "get_hash", false, GetHash(site.lookup.clone()));
    register(tera, "resize_image", false, ResizeImage(Arc::clone(&site.images)));
    register(tera, "get_image_metadata", false, GetImageMetadata(site.lookup.clone()));
    register(tera, "load_data", false, LoadData::new(site.lookup.clone(), site.config.remote));
    let simple: [(&str, Filter); 2] = [("base64_encode", hash::base64_encode), ("base64_decode", hash::base64_decode)];
    for (name, function) in simple {
        filter(tera, name, function);
    }
    let patterns = RegexReplace::default();
    filter(tera, "regex_replace", move |value, args| patterns.filter(value, args));
    let lang = site.config.default_language.clone();
    filter(tera, "num_format", move |value, args| hash::num_format(value, args, &lang));
}

/// What can only be asked once texts are rendered.
pub(in crate::zola) fn late(tera: &mut Tera, book: &Arc<Book>) {
    let own = |call: fn(&Book, &Args) -> Result<Value, String>| {
        let book = Arc::clone(book);
        move |args: &Args| call(&book, args)
    };
    register(tera, "get_page", false, own(get_page));
    register(tera, "get_section", false, own(get_section));
    register(tera, "get_taxonomy", false, own(get_taxonomy));
    register(tera, "get_taxonomy_term", false, own(get_taxonomy_term));
}

/// The language asked for, which the site must have; the default one where none is named.
fn language<'a>(site: &'a Site, args: &'a Args) -> Result<&'a str, String> {
    let lang = text(args, "lang")?.unwrap_or(&site.config.default_language);
    if site.config.language(lang).is_some() {
        Ok(lang)
    } else {
        Err(format!("'{lang}' is not a language of this site (see `languages` in the settings)"))
    }
}

fn get_url(site: &Site, args: &Args) -> Result<Value, String> {
    let path = needed(args, "path")?;
    let lang = language(site, args)?;
    if let Some(internal) = path.strip_prefix("@/") {
        let (file, anchor) = internal.split_once('#').map_or((internal, None), |(file, anchor)| (file, Some(anchor)));
        let id = site.internal(file, Some(lang)).ok_or_else(|| format!("`{path}` is no file below content/"))?;
        let mut permalink = site.library.node(id).permalink.clone();
        if let Some(anchor) = anchor {
            permalink.push('#');
            permalink.push_str(anchor);
        }
        return Ok(permalink.into());
    }
    let below = path.trim_start_matches('/');
    let folder = site.config.language_folder(lang);
    let localized = if below.starts_with(&folder) { below.to_owned() } else { format!("{folder}{below}") };
    let mut permalink = site.config.permalink(&localized);
    if !flag(args, "trailing_slash")?.unwrap_or(false) && permalink.ends_with('/') {
        permalink.pop();
    }
    if flag(args, "cachebust")?.unwrap_or(false) {
        let (_, bytes) = site.lookup.require(below)?;
        permalink.push_str("?h=");
        permalink.push_str(&hash::sha256_hex(&bytes)[..20]);
    }
    Ok(permalink.into())
}

/// A taxonomy by `kind` and `lang`; nothing where it has none and need not be there.
fn taxonomy<'s>(site: &'s Site, args: &Args) -> Result<Option<&'s Taxonomy>, String> {
    let kind = needed(args, "kind")?;
    let lang = language(site, args)?;
    let found = site.library.taxonomy(kind, lang);
    if found.is_none() && flag(args, "required")?.unwrap_or(true) {
        return Err(format!("there is no taxonomy `{kind}` in the language `{lang}`"));
    }
    Ok(found)
}

fn get_taxonomy_url(site: &Site, args: &Args) -> Result<Value, String> {
    let name = text(args, "name")?.or(text(args, "term")?);
    let Some(taxonomy) = taxonomy(site, args)? else { return Ok(Value::Null) };
    let Some(name) = name else { return Ok(taxonomy.permalink.as_str().into()) };
    match taxonomy.term(name, &site.config) {
        Some(term) => Ok(term.permalink.as_str().into()),
        None if !flag(args, "required")?.unwrap_or(true) => Ok(Value::Null),
        None => Err(format!("no page is filed under `{name}` in the taxonomy `{}`", taxonomy.config.name)),
    }
}

fn trans(site: &Site, args: &Args) -> Result<Value, String> {
    let key = needed(args, "key")?;
    let lang = language(site, args)?;
    let words = site.config.language(lang).and_then(|language| language.translations.get(key));
    words.cloned().ok_or_else(|| format!("there is no translation of `{key}` in the language `{lang}`"))
}

fn find(book: &Book, args: &Args, is_section: bool) -> Result<usize, String> {
    let path = needed(args, "path")?;
    let lang = text(args, "lang")?;
    let id = book.site.internal(path, lang).filter(|id| book.site.library.node(*id).file.is_section == is_section);
    let kind = if is_section { "section" } else { "page" };
    id.ok_or_else(|| format!("there is no {kind} `{path}` below content/"))
}

fn get_page(book: &Book, args: &Args) -> Result<Value, String> {
    Ok(values::page(&book.site, Some(book), find(book, args, false)?, false))
}

fn get_section(book: &Book, args: &Args) -> Result<Value, String> {
    let id = find(book, args, true)?;
    if flag(args, "metadata_only")?.unwrap_or(false) {
        return Ok(values::section(&book.site, Some(book), id, false));
    }
    Ok(book.whole_section(id))
}

fn get_taxonomy(book: &Book, args: &Args) -> Result<Value, String> {
    let Some(found) = taxonomy(&book.site, args)? else { return Ok(Value::Null) };
    let at = book.site.library.taxonomies.iter().position(|one| std::ptr::eq(one, found));
    Ok(at.map_or(Value::Null, |at| book.whole_taxonomy(at)))
}

fn get_taxonomy_term(book: &Book, args: &Args) -> Result<Value, String> {
    let name = needed(args, "term")?;
    let Some(taxonomy) = taxonomy(&book.site, args)? else { return Ok(Value::Null) };
    let pages = flag(args, "include_pages")?.unwrap_or(true);
    match taxonomy.term(name, &book.site.config) {
        Some(term) => Ok(values::term(book, term, pages)),
        None if !flag(args, "required")?.unwrap_or(true) => Ok(Value::Null),
        None => Err(format!("no page is filed under `{name}` in the taxonomy `{}`", taxonomy.config.name)),
    }
}
