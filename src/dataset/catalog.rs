//! `catalog.jsonld`: the datasets in DCAT 3 (w3.org/TR/vocab-dcat-3), as open data portals collect it.

use serde_json::{Value, json};

use super::package::pretty;
use super::{Listing, Publisher};

/// `catalog.jsonld` of the site's root.
#[must_use]
pub fn catalog(publisher: &Publisher, listings: &[Listing]) -> String {
    let mut catalog = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dcterms": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": publisher.base.as_deref().unwrap_or("."),
        "@type": "dcat:Catalog",
        "dcterms:title": said(&publisher.title),
        "dcterms:language": "vi",
        "dcterms:publisher": agent(&publisher.name),
    });
    if let Some(latest) = listings.iter().filter_map(|listing| listing.modified).max() {
        catalog["dcterms:modified"] = day(&latest);
    }
    catalog["dcat:dataset"] = listings.iter().map(|listing| dataset(publisher, listing)).collect();
    pretty(&catalog)
}

fn dataset(publisher: &Publisher, listing: &Listing) -> Value {
    let page = publisher.address(&listing.page);
    let mut dataset = json!({
        "@id": format!("{page}#du-lieu"),
        "@type": "dcat:Dataset",
        "dcterms:identifier": listing.id,
        "dcterms:title": said(&listing.title),
        "dcterms:publisher": agent(&publisher.name),
        "dcat:landingPage": { "@id": page },
        "dcat:distribution": distributions(publisher, listing),
    });
    if !listing.description.is_empty() {
        dataset["dcterms:description"] = said(&listing.description);
    }
    if let Some(modified) = &listing.modified {
        dataset["dcterms:modified"] = day(modified);
    }
    if let Some(source) = listing.source_url.as_ref().filter(|url| is_web_address(url)) {
        dataset["dcterms:source"] = json!({ "@id": source });
    }
    dataset
}

fn distributions(publisher: &Publisher, listing: &Listing) -> Value {
    let distribution = |(format, route): &(crate::plan::FileFormat, crate::plan::Route)| {
        let address = publisher.address(route);
        let mut file = json!({
            "@type": "dcat:Distribution",
            "dcat:accessURL": { "@id": address },
            "dcat:downloadURL": { "@id": address },
            "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{}", format.media_type()) },
        });
        if let Some(licence) = listing.licence.as_ref().filter(|licence| is_web_address(&licence.url)) {
            file["dcterms:license"] = json!({ "@id": licence.url });
        }
        file
    };
    listing.figures().map(distribution).collect()
}

fn said(text: &str) -> Value {
    json!({ "@language": "vi", "@value": text })
}

fn agent(name: &str) -> Value {
    json!({ "@type": "foaf:Agent", "foaf:name": name })
}

fn day(day: &jiff::civil::Date) -> Value {
    json!({ "@type": "xsd:date", "@value": day.to_string() })
}

/// Whether an address can be an identifier of linked data; what clerks type need not be one.
pub(super) fn is_web_address(text: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(letter);
    (text.starts_with("https://") || text.starts_with("http://")) && text.chars().all(plain)
}
