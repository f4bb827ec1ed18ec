//! schema.org `GovernmentService`, for search engines.

use serde_json::{Value, json};

use crate::model::{Channel, ChannelKind, Procedure};

use super::super::here::Here;
use super::super::office::OfficeCard;
use super::ReceptionView;

/// JSON-LD that may stand inside a script element: no `<` can end it.
pub(super) fn json_ld(here: &Here<'_>, procedure: &Procedure, reception: &ReceptionView) -> String {
    let mut service = json!({
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": procedure.name,
        "identifier": procedure.code.as_str(),
        "inLanguage": "vi",
    });
    let provider = procedure.agencies.executing.first().map(String::as_str).unwrap_or(&here.context.config.unit.name);
    let optional = [
        ("url", here.canonical().map(Value::from)),
        ("serviceType", procedure.field.clone().map(Value::from)),
        ("provider", Some(json!({ "@type": "GovernmentOrganization", "name": provider }))),
        ("audience", procedure.subjects.stated().map(|subjects| audience(subjects))),
        ("serviceOutput", procedure.results.stated().map(|results| named("Thing", results))),
        (
            "availableChannel",
            Some(channels(procedure, reception))
                .filter(|channels| channels.as_array().is_some_and(|all| !all.is_empty())),
        ),
    ];
    for (key, value) in optional {
        if let Some(value) = value {
            service[key] = value;
        }
    }
    service.to_string().replace('<', "\\u003c")
}

fn audience(subjects: &[String]) -> Value {
    subjects.iter().map(|subject| json!({ "@type": "Audience", "audienceType": subject })).collect()
}

fn named(kind: &str, names: &[String]) -> Value {
    names.iter().map(|name| json!({ "@type": kind, "name": name })).collect()
}

fn channels(procedure: &Procedure, reception: &ReceptionView) -> Value {
    let channels = procedure.channels.stated().map_or(&[][..], Vec::as_slice);
    channels.iter().map(|channel| service_channel(procedure, channel, reception)).collect()
}

fn service_channel(procedure: &Procedure, channel: &Channel, reception: &ReceptionView) -> Value {
    let mut view = json!({ "@type": "ServiceChannel" });
    match &channel.kind {
        ChannelKind::Online => {
            view["name"] = "Trực tuyến".into();
            if let Some(url) = procedure.portal_url.as_deref().and_then(super::web_address) {
                view["serviceUrl"] = url.into();
            }
        }
        ChannelKind::Direct => {
            view["name"] = "Trực tiếp".into();
            if let [first, ..] = reception.offices.as_slice() {
                view["serviceLocation"] = place(first);
            }
        }
        ChannelKind::Postal => view["name"] = "Dịch vụ bưu chính công ích".into(),
        ChannelKind::Other(words) => view["name"] = words.as_str().into(),
    }
    view
}

fn place(office: &OfficeCard) -> Value {
    let mut place = json!({ "@type": "GovernmentOffice", "name": office.name });
    if let Some(address) = &office.address {
        place["address"] = address.as_str().into();
    }
    if let Some(phone) = office.phones.iter().chain(&office.hotlines).find_map(|phone| phone.href.as_deref()) {
        place["telephone"] = phone.trim_start_matches("tel:").into();
    }
    place
}
