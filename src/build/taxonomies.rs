//! Fields, agencies and levels as the taxonomies that themes for Zola know.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::diag::Lang;
use crate::model::Level;
use crate::plan::{Dimension, List, ListKind, PageKind};
use crate::render::Args;
use crate::text;
use crate::theme::Theme;

use super::Materials;

/// Every dimension of the plan, in every language, as templates see it.
#[derive(Default)]
pub(super) struct Taxonomies {
    language: &'static str,
    all: BTreeMap<(&'static str, &'static str), Value>,
}

impl Taxonomies {
    pub(super) fn new(materials: &Materials, theme: &Theme, base_url: &str) -> Self {
        let mut all = BTreeMap::new();
        for lang in materials.config.langs() {
            for dimension in Dimension::ALL {
                let taxonomy = Reader { materials, theme, base_url, lang }.taxonomy(dimension);
                all.insert((lang.tag(), dimension.folder()), taxonomy);
            }
        }
        Self { language: materials.config.default_language.tag(), all }
    }

    /// `get_taxonomy(kind=, lang=, required=true)`.
    pub(super) fn whole(&self, args: &Args) -> Result<Value, String> {
        Ok(self.find(args)?.cloned().unwrap_or_default())
    }

    /// `get_taxonomy_url(kind=, name= or term=, lang=, required=true)`; without a name, where all terms stand.
    pub(super) fn url(&self, args: &Args) -> Result<Value, String> {
        let Some(taxonomy) = self.find(args)? else { return Ok(Value::Null) };
        match given(args, "name")?.or(given(args, "term")?) {
            Some(name) => Ok(term(taxonomy, name, args)?.map_or(Value::Null, |term| term["permalink"].clone())),
            None => Ok(taxonomy["permalink"].clone()),
        }
    }

    /// `get_taxonomy_term(kind=, term=, lang=, include_pages=true, required=true)`.
    pub(super) fn term(&self, args: &Args) -> Result<Value, String> {
        let name = given(args, "term")?.ok_or("the argument `term` must be given, as text")?;
        let Some(taxonomy) = self.find(args)? else { return Ok(Value::Null) };
        let Some(found) = term(taxonomy, name, args)? else { return Ok(Value::Null) };
        let is_short = args.get("include_pages").and_then(Value::as_bool) == Some(false);
        let keep = |key: &str| !is_short || key != "pages";
        let entries = found.as_object().into_iter().flatten().filter(|(key, _)| keep(key));
        let mut told: Map<String, Value> = entries.map(|(key, value)| (key.clone(), value.clone())).collect();
        told.entry("pages").or_insert_with(|| json!([]));
        Ok(Value::Object(told))
    }

    fn find(&self, args: &Args) -> Result<Option<&Value>, String> {
        let kind = given(args, "kind")?.ok_or("the argument `kind` must be given, as text")?;
        let lang = given(args, "lang")?.unwrap_or(self.language);
        let folder = match kind {
            "field" => Dimension::Field.folder(),
            "agency" => Dimension::Agency.folder(),
            "level" => Dimension::Level.folder(),
            other => other,
        };
        let found = self.all.iter().find(|((tag, name), _)| *tag == lang && *name == folder).map(|(_, value)| value);
        let names = || Dimension::ALL.map(Dimension::folder).join(", ");
        match found {
            None if is_required(args) => {
                Err(format!("there is no taxonomy `{kind}` in the language `{lang}`; there are {}", names()))
            }
            found => Ok(found),
        }
    }
}

/// A term by its name, in any case and with any marks, or by its slug; nothing where it need not be there.
fn term<'t>(taxonomy: &'t Value, name: &str, args: &Args) -> Result<Option<&'t Value>, String> {
    let key = text::heading_key(name);
    let is_meant = |term: &&Value| {
        term["slug"] == name || term["name"].as_str().is_some_and(|known| text::heading_key(known) == key)
    };
    match taxonomy["items"].as_array().into_iter().flatten().find(is_meant) {
        None if is_required(args) => {
            Err(format!("no procedure is filed under `{name}` in the taxonomy `{}`", taxonomy["kind"]["name"]))
        }
        found => Ok(found),
    }
}

fn is_required(args: &Args) -> bool {
    args.get("required").and_then(Value::as_bool).unwrap_or(true)
}

fn given<'a>(args: &'a Args, name: &str) -> Result<Option<&'a str>, String> {
    match args.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(format!("the argument `{name}` must be text, not {other}")),
    }
}

/// Reads the plan in one language.
struct Reader<'m> {
    materials: &'m Materials,
    theme: &'m Theme,
    base_url: &'m str,
    lang: Lang,
}

impl Reader<'_> {
    fn taxonomy(&self, dimension: Dimension) -> Value {
        let terms = self.materials.plan.terms(dimension);
        let (_, permalink) = self.addresses(PageKind::Terms(dimension)).unwrap_or_default();
        json!({
            "kind": { "name": dimension.folder(), "slug": dimension.folder() },
            "lang": self.lang.tag(),
            "permalink": permalink,
            "items": terms.filter_map(|(at, list)| self.term(at, list)).collect::<Value>(),
        })
    }

    fn term(&self, at: usize, list: &List) -> Option<Value> {
        let (path, permalink) = self.addresses(PageKind::List(at, 1))?;
        Some(json!({
            "name": self.name(&list.kind),
            "slug": list.slug,
            "path": path,
            "permalink": permalink,
            "pages": list.members.iter().filter_map(|member| self.procedure(*member)).collect::<Value>(),
            "page_count": list.members.len(),
        }))
    }

    fn name(&self, kind: &ListKind) -> String {
        let key = match kind {
            ListKind::Field(name) | ListKind::Agency(name) | ListKind::Level(Level::Other(name)) => {
                return name.clone();
            }
            ListKind::Level(Level::Central) => "level_central",
            ListKind::Level(Level::Province) => "level_province",
            ListKind::Level(Level::District) => "level_district",
            ListKind::Level(Level::Commune) => "level_commune",
            ListKind::Initial { initial, .. } => return initial.label().to_owned(),
        };
        self.theme.words(self.lang).get(key).to_owned()
    }

    fn procedure(&self, member: usize) -> Option<Value> {
        let procedure = &self.materials.catalog.catalog().procedures.get(member)?.record;
        let (path, permalink) = self.addresses(PageKind::Procedure(member))?;
        let code = procedure.code.to_string();
        Some(json!({
            "title": procedure.name, "slug": code, "lang": self.lang.tag(), "path": path, "permalink": permalink,
            "extra": { "code": code, "field": procedure.field },
        }))
    }

    /// Path and full address of a page.
    fn addresses(&self, kind: PageKind) -> Option<(String, String)> {
        let route = self.materials.plan.route(self.lang, kind)?.as_str();
        Some((format!("/{route}"), format!("{}/{route}", self.base_url)))
    }
}
