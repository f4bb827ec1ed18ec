//! Sections, pages and terms as templates see them.

use serde_json::{Map, Value, json};

use super::library::{Node, Pager, Taxonomy, Term, folder};
use super::site::{Book, Site};

/// A page. `neighbours` says whether those before and after it are told, too; theirs are not.
pub(super) fn page(site: &Site, book: Option<&Book>, id: usize, neighbours: bool) -> Value {
    let node = site.library.node(id);
    let mut map = common(site, book, id);
    let front = &node.front;
    let mut put = |key: &str, value: Value| map.insert(key.to_owned(), value);
    let day = front.date.as_ref().map(|date| date.day);
    put("slug", node.slug.as_str().into());
    put("date", json!(front.date.as_ref().map(|date| &date.written)));
    put("updated", json!(front.updated.as_ref().map(|date| &date.written)));
    put("year", json!(day.map(jiff::civil::Date::year)));
    put("month", json!(day.map(jiff::civil::Date::month)));
    put("day", json!(day.map(jiff::civil::Date::day)));
    put("taxonomies", Value::Object(front.taxonomies.clone()));
    put("authors", json!(front.authors));
    put("summary", json!(book.and_then(|book| book.contents[id].summary.as_deref())));
    put("colocated_path", json!(node.colocated_path()));
    let near = |other: Option<usize>| other.filter(|_| neighbours).map(|other| page(site, book, other, false));
    let (lower, higher) = (near(node.lower), near(node.higher));
    if neighbours {
        older_names(site, node, &mut map, lower.as_ref(), higher.as_ref());
    }
    map.insert("lower".to_owned(), lower.unwrap_or_default());
    map.insert("higher".to_owned(), higher.unwrap_or_default());
    Value::Object(map)
}

/// Neighbours under the names that they had before Zola 0.15.
fn older_names(site: &Site, node: &Node, map: &mut Map<String, Value>, lower: Option<&Value>, higher: Option<&Value>) {
    let by = node.parent.and_then(|parent| site.library.node(parent).front.sort_by.as_deref());
    let names = match by {
        Some("date" | "update_date") => ["later", "earlier"],
        Some("weight") => ["lighter", "heavier"],
        Some("title" | "title_bytes") => ["title_prev", "title_next"],
        _ => return,
    };
    for (name, value) in names.into_iter().zip([lower, higher]) {
        map.insert(name.to_owned(), value.cloned().unwrap_or_default());
    }
}

/// A section; `pages` says whether its pages are told, too.
pub(super) fn section(site: &Site, book: Option<&Book>, id: usize, pages: bool) -> Value {
    let node = site.library.node(id);
    let front = &node.front;
    let mut map = common(site, book, id);
    let mut put = |key: &str, value: Value| map.insert(key.to_owned(), value);
    let told: &[usize] = if pages && book.is_some() { &node.pages } else { &[] };
    put("pages", told.iter().map(|id| page(site, book, *id, false)).collect());
    put("subsections", paths(site, &node.subsections));
    put("generate_feeds", front.feeds.into());
    put("generate_feed", front.feeds.into());
    put("transparent", front.transparent.into());
    put("paginate_by", json!(front.paginate_by));
    put("paginate_reversed", front.paginate_reversed.into());
    Value::Object(map)
}

/// What sections and pages have in common.
fn common(site: &Site, book: Option<&Book>, id: usize) -> Map<String, Value> {
    let node = site.library.node(id);
    let front = &node.front;
    let content = book.map(|book| &book.contents[id]);
    let assets = node.assets.iter().map(|asset| Value::String(format!("{}{}", node.path, asset.name)));
    let backlinks = book.map_or(&[][..], |book| &book.backlinks[id]);
    let linking = |id: &usize| {
        let node = site.library.node(*id);
        json!({ "permalink": node.permalink, "title": node.front.title })
    };
    let value = json!({
        "relative_path": node.file.relative,
        "content": content.map_or("", |content| &content.html),
        "permalink": node.permalink,
        "draft": front.draft,
        "ancestors": paths(site, &node.ancestors),
        "title": front.title,
        "description": front.description,
        "extra": front.extra,
        "path": node.path,
        "components": node.components(),
        "toc": content.map_or(json!([]), |content| content.toc.clone()),
        "word_count": content.map(|content| content.words),
        "reading_time": content.map(|content| content.minutes),
        "assets": assets.collect::<Value>(),
        "lang": node.file.lang,
        "translations": node.translations.iter().map(|id| translation(site, *id)).collect::<Value>(),
        "backlinks": backlinks.iter().map(linking).collect::<Value>(),
    });
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn translation(site: &Site, id: usize) -> Value {
    let node = site.library.node(id);
    json!({ "lang": node.file.lang, "permalink": node.permalink, "title": node.front.title, "path": node.file.relative })
}

fn paths(site: &Site, ids: &[usize]) -> Value {
    ids.iter().map(|id| Value::String(site.library.node(*id).file.relative.clone())).collect()
}

/// A term; `pages` says whether its pages are told, too.
pub(super) fn term(book: &Book, term: &Term, pages: bool) -> Value {
    let told: &[usize] = if pages { &term.pages } else { &[] };
    json!({
        "name": term.name,
        "slug": term.slug,
        "path": term.path,
        "permalink": term.permalink,
        "pages": told.iter().map(|id| page(&book.site, Some(book), *id, false)).collect::<Value>(),
        "page_count": term.pages.len(),
    })
}

/// A whole taxonomy.
pub(super) fn taxonomy(book: &Book, taxonomy: &Taxonomy) -> Value {
    json!({
        "kind": taxonomy.config.to_value(),
        "lang": taxonomy.lang,
        "permalink": taxonomy.permalink,
        "items": taxonomy.terms.iter().map(|one| term(book, one, true)).collect::<Value>(),
    })
}

/// One page of a long list. `word` is the one before the number in addresses.
pub(super) fn paginator(book: &Book, pagers: &[Pager], at: usize, by: usize, word: &str) -> Value {
    let permalink = |index: Option<usize>| index.and_then(|index| pagers.get(index)).map(|pager| &pager.permalink);
    let pager = &pagers[at];
    let base = permalink(Some(0)).map_or_else(String::new, |first| format!("{first}{}", folder(word)));
    json!({
        "paginate_by": by,
        "base_url": base,
        "number_pagers": pagers.len(),
        "first": permalink(Some(0)),
        "last": permalink(pagers.len().checked_sub(1)),
        "previous": permalink(at.checked_sub(1)),
        "next": permalink(at.checked_add(1)),
        "pages": pager.pages.iter().map(|id| page(&book.site, Some(book), *id, false)).collect::<Value>(),
        "current_index": pager.index,
        "total_pages": pagers.iter().map(|pager| pager.pages.len()).sum::<usize>(),
    })
}
