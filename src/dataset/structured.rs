//! schema.org `Dataset` for the head of a page, by which search engines for data find it.

use serde_json::{Value, json};

use super::catalog::is_web_address;
use super::{Listing, Publisher};

impl Listing {
    /// JSON-LD that may stand inside a script element: no `<` can end it.
    ///
    /// Addresses are absolute, or relative to the site's root where it has no address; search engines read only the
    /// former.
    #[must_use]
    pub fn json_ld(&self, publisher: &Publisher) -> String {
        let mut dataset = json!({
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": self.title,
            "description": if self.description.is_empty() { &self.title } else { &self.description },
            "identifier": self.id,
            "url": publisher.address(&self.page),
            "inLanguage": "vi",
            "isAccessibleForFree": true,
            "publisher": { "@type": "GovernmentOrganization", "name": publisher.name },
            "variableMeasured": self.columns.iter().map(|(heading, ..)| heading.as_str()).collect::<Vec<_>>(),
            "distribution": self.downloads(publisher),
        });
        let optional = [
            ("creator", self.source.as_ref().map(|name| json!({ "@type": "Organization", "name": name }))),
            ("isBasedOn", self.source_url.as_ref().filter(|url| is_web_address(url)).map(|url| url.as_str().into())),
            ("license", self.licence.as_ref().map(|licence| licence.url.as_str().into())),
            ("dateModified", self.modified.map(|day| day.to_string().into())),
        ];
        for (key, value) in optional {
            if let Some(value) = value {
                dataset[key] = value;
            }
        }
        dataset.to_string().replace('<', "\\u003c")
    }

    fn downloads(&self, publisher: &Publisher) -> Value {
        let download = |(format, route): &(crate::plan::FileFormat, crate::plan::Route)| json!({ "@type": "DataDownload", "encodingFormat": format.media_type(), "contentUrl": publisher.address(route) });
        self.figures().map(download).collect()
    }
}
