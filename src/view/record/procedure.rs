//! One procedure as plain values: official parts under English names, texts as published.

use serde_json::{Map, Value, json};

use crate::model::{
    Channel, ChannelKind, DossierCase, DossierItem, Fee, FeeAmount, LegalBasis, Level, OnlineLevel, Part, Procedure,
    Quantity, ReceptionPlace, StepCase,
};
use crate::plan::{Dimension, ListKind};
use crate::view::ViewContext;
use crate::view::here::Here;
use crate::view::wording;

/// What lists show of it.
pub(super) fn brief(here: &Here<'_>, procedure: &Procedure) -> Value {
    json!({
        "kind": "procedure",
        "code": procedure.code.as_str(),
        "name": procedure.name,
        "field": procedure.field,
        "levels": levels(here, &procedure.levels),
        "agencies": procedure.agencies.executing,
        "online": procedure.online_level.as_ref().map(online),
    })
}

/// The names under which it is filed: as the lists have them, which know one name however it is written.
pub(super) fn terms(context: &ViewContext<'_>, procedure: &Procedure) -> Vec<(Dimension, Vec<String>)> {
    let filed = |lists: Vec<Option<usize>>| {
        let mut names: Vec<String> = Vec::new();
        for at in lists.into_iter().flatten() {
            if let ListKind::Field(name) | ListKind::Agency(name) = &context.plan.lists[at].kind
                && !names.contains(name)
            {
                names.push(name.clone());
            }
        }
        names
    };
    let field = procedure.field.iter().map(|name| context.field_list(name)).collect();
    let agencies = procedure.agencies.executing.iter().map(|name| context.agency_list(name)).collect();
    vec![(Dimension::Field, filed(field)), (Dimension::Agency, filed(agencies))]
}

/// Everything that its page shows of it.
pub(super) fn whole(here: &Here<'_>, at: usize) -> Map<String, Value> {
    let sourced = &here.context.catalog.procedures[at];
    let procedure = &sourced.record;
    let provenance = here.context.catalog.provenances.get(sourced.provenance);
    let decision = procedure.decision.as_ref();
    super::object(json!({
        "type": procedure.kind,
        "decision": decision.map(|one| json!({ "number": one.number, "date": one.date.map(|day| day.to_string()), "issuer": one.issuer })),
        "description": part(&procedure.description, |text| text.as_str().into()),
        "steps": part(&procedure.steps, |cases| cases.iter().map(step_case).collect()),
        "channels": part(&procedure.channels, |channels| channels.iter().map(channel).collect()),
        "dossier": part(&procedure.dossier, |cases| cases.iter().map(dossier_case).collect()),
        "sets": part(&procedure.sets, |text| text.as_str().into()),
        "subjects": part(&procedure.subjects, |all| json!(all)),
        "results": part(&procedure.results, |all| json!(all)),
        "conditions": part(&procedure.conditions, |text| text.as_str().into()),
        "reception": part(&procedure.reception, |places| places.iter().map(place).collect()),
        "legal_basis": part(&procedure.legal_basis, |all| all.iter().map(legal).collect()),
        "competent": procedure.agencies.competent,
        "cooperating": procedure.agencies.cooperating,
        "keywords": procedure.keywords,
        "related": procedure.related.iter().map(|code| code.as_str()).collect::<Vec<_>>(),
        "portal_url": procedure.portal_url,
        "boundary_free": procedure.boundary_free,
        "source": provenance.and_then(|from| from.source.as_deref()),
        "source_url": provenance.and_then(|from| from.source_url.as_deref()),
    }))
}

/// A part where it is stated, the words used where it does not apply, nothing where it is not published.
fn part<T>(part: &Part<T>, value: impl FnOnce(&T) -> Value) -> Value {
    match part {
        Part::Stated(stated) => value(stated),
        Part::NotApplicable(words) => json!({ "not_applicable": words }),
        Part::NotPublished => Value::Null,
    }
}

fn levels(here: &Here<'_>, levels: &[Level]) -> Vec<String> {
    levels.iter().map(|level| wording::level(here.words, level).text).collect()
}

fn online(level: &OnlineLevel) -> String {
    match level {
        OnlineLevel::FullProcess => "full".to_owned(),
        OnlineLevel::PartialProcess => "partial".to_owned(),
        OnlineLevel::InformationOnly => "information".to_owned(),
        OnlineLevel::Historic(level) => format!("level_{level}"),
        OnlineLevel::Other(words) => words.clone(),
    }
}

fn step_case(case: &StepCase) -> Value {
    json!({ "case": case.name, "text": case.text })
}

fn channel(channel: &Channel) -> Value {
    let kind = match &channel.kind {
        ChannelKind::Direct => "direct",
        ChannelKind::Online => "online",
        ChannelKind::Postal => "postal",
        ChannelKind::Other(words) => words,
    };
    json!({
        "kind": kind,
        "time_limits": channel.time_limits.iter().map(|limit| limit.text.as_str()).collect::<Vec<_>>(),
        "fees": channel.fees.iter().map(fee).collect::<Value>(),
        "note": channel.note,
    })
}

/// A fee that is not published is never one of nothing: it has neither an amount nor the word.
fn fee(fee: &Fee) -> Value {
    let amount = match fee.amount {
        FeeAmount::Amount(dong) => Some(dong.0),
        _ => None,
    };
    json!({ "amount": amount, "free": fee.amount == FeeAmount::Free, "text": fee.text, "doubtful": fee.doubtful })
}

fn dossier_case(case: &DossierCase) -> Value {
    json!({ "case": case.name, "items": case.items.iter().map(paper).collect::<Value>() })
}

fn paper(item: &DossierItem) -> Value {
    json!({
        "name": item.name,
        "originals": quantity(&item.originals),
        "copies": quantity(&item.copies),
        "form": item.form.as_ref().map(|form| json!({ "name": form.name, "url": form.url })),
        "note": item.is_note,
    })
}

fn quantity(quantity: &Quantity) -> Value {
    match quantity {
        Quantity::Count(count) => (*count).into(),
        Quantity::Words(words) => words.as_str().into(),
        Quantity::NotPublished => Value::Null,
    }
}

fn place(place: &ReceptionPlace) -> &str {
    match place {
        ReceptionPlace::Office(id) => id,
        ReceptionPlace::Words(words) => words,
    }
}

fn legal(basis: &LegalBasis) -> Value {
    json!({
        "number": basis.number,
        "title": basis.title,
        "date": basis.date.map(|day| day.to_string()),
        "issuer": basis.issuer,
        "url": basis.url,
    })
}
