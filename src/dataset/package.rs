//! `datapackage.json`: Data Package 2.0 (datapackage.org), with a table schema for every `.csv`.

use serde_json::{Map, Value, json};

use crate::plan::FileFormat;

use super::catalog::is_web_address;
use super::{Column, Kind, Licence, Listing, Publisher};

const PACKAGE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const RESOURCE: &str = "https://datapackage.org/profiles/2.0/dataresource.json";
const SCHEMA: &str = "https://datapackage.org/profiles/2.0/tableschema.json";

/// `datapackage.json` of the site's root: every table that has a `.csv`.
#[must_use]
pub fn datapackage(publisher: &Publisher, listings: &[Listing]) -> String {
    let resources: Vec<Value> = listings.iter().filter_map(resource).collect();
    let mut package = json!({
        "$schema": PACKAGE,
        "name": "du-lieu",
        "title": publisher.title,
        "contributors": [{ "title": publisher.name, "roles": ["publisher"] }],
    });
    if let Some(base) = &publisher.base {
        package["homepage"] = base.as_str().into();
    }
    if let Some(latest) = listings.iter().filter_map(|listing| listing.modified).max() {
        // A package has no other property for it; a day is the day's first moment in Vietnam.
        package["created"] = format!("{latest}T00:00:00+07:00").into();
    }
    package["resources"] = resources.into();
    pretty(&package)
}

fn resource(listing: &Listing) -> Option<Value> {
    let (_, csv) = listing.files.iter().find(|(format, _)| *format == FileFormat::Csv)?;
    let mut resource = json!({
        "$schema": RESOURCE,
        "name": listing.id,
        "type": "table",
        "path": csv.as_str(),
        "title": listing.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
    });
    if !listing.description.is_empty() {
        resource["description"] = listing.description.as_str().into();
    }
    if let Some(source) = source(listing) {
        resource["sources"] = json!([source]);
    }
    if let Some(Licence { name, url }) = listing.licence.as_ref().filter(|licence| is_web_address(&licence.url)) {
        resource["licenses"] = json!([{ "title": name, "path": url }]);
    }
    let fields: Vec<Value> =
        listing.columns.iter().map(|(heading, column, kind)| field(heading, column, *kind)).collect();
    resource["schema"] = json!({ "$schema": SCHEMA, "fields": fields, "missingValues": [""] });
    Some(resource)
}

fn source(listing: &Listing) -> Option<Value> {
    let mut source = Map::new();
    source.extend(listing.source.clone().map(|title| ("title".to_owned(), title.into())));
    let address = listing.source_url.clone().filter(|url| is_web_address(url));
    source.extend(address.map(|path| ("path".to_owned(), path.into())));
    (!source.is_empty()).then(|| source.into())
}

fn field(heading: &str, column: &Column, kind: Kind) -> Value {
    let mut field = json!({ "name": heading, "type": field_type(kind) });
    let unit = column.unit.as_ref().map(|unit| format!("({unit})"));
    let meaning = [Some(column.description.clone()).filter(|text| !text.is_empty()), unit];
    let meaning = meaning.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if !meaning.is_empty() {
        field["description"] = meaning.into();
    }
    field
}

const fn field_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Number { .. } | Kind::Percent => "number",
        Kind::Integer => "integer",
        Kind::Year => "year",
        Kind::Date => "date",
    }
}

/// JSON that people read too.
pub(super) fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
