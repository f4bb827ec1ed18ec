//! Records as short lines, for the snapshots of the cases. Parts that are not published give no line.

use std::fmt::{Debug, Write};

use congkhai::model::{
    Agencies, Catalog, Channel, DossierCase, DossierItem, Fee, FeeAmount, LegalBasis, Office, Officer, Part, Procedure,
    Quantity, ReceptionPlace, RowRole, StatisticsRow, StepCase, TimeLimit, Validity,
};
use congkhai::ranking::{Index, Rankings, Standing, Table};

/// Writes every record.
pub(crate) fn catalog(catalog: &Catalog, out: &mut String) {
    for sourced in &catalog.procedures {
        put(out, &format!("\n== {} {}", sourced.record.code, sourced.record.name));
        procedure(&sourced.record, out);
    }
    for sourced in &catalog.offices {
        put(out, &format!("\n== {} {}", sourced.record.id, sourced.record.name));
        office(&sourced.record, out);
    }
    for sourced in &catalog.officers {
        put(out, &format!("\n== {} {}", sourced.record.id, sourced.record.name));
        officer(&sourced.record, out);
    }
    for sourced in &catalog.registers {
        put(out, &format!("\n== {} {}", sourced.record.kind, sourced.record.key));
        for (id, datum) in &sourced.record.values {
            field(out, id, &format!("{datum:?}"));
        }
    }
    for sourced in &catalog.statistics {
        put(out, &format!("\n== {}", sourced.record.label().unwrap_or("(no label)")));
        statistics(&sourced.record, out);
    }
}

fn statistics(row: &StatisticsRow, out: &mut String) {
    field(out, "period", &format!("{:?} | {}", row.period.span, row.period.words));
    if let Some((from, to)) = row.period.from.zip(row.period.to) {
        field(out, "days", &format!("{from} {to}"));
    }
    field(out, "unit", row.unit.as_deref().unwrap_or_default());
    field(out, "code", row.unit_code.as_deref().unwrap_or_default());
    field(out, "number", row.number.as_deref().unwrap_or_default());
    if row.role != RowRole::Line {
        field(out, "role", &format!("{:?}", row.role));
    }
    for (measure, count) in &row.counts {
        let number = count.number.map_or_else(|| "no number".to_owned(), |number| number.to_string());
        field(
            out,
            &format!("  {measure:?}"),
            &format!("{number} {:?} {}:{}", count.words, count.place.line, count.place.column),
        );
    }
    field(out, "average days", row.average_days.as_deref().unwrap_or_default());
    option(out, "on time", row.on_time_rate.as_ref());
    field(out, "form", row.form.as_deref().unwrap_or_default());
    field(out, "source", row.source.as_deref().unwrap_or_default());
    field(out, "note", row.note.as_deref().unwrap_or_default());
}

fn put(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

fn field(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        put(out, &format!("{name}: {}", value.replace('\n', " ⏎ ")));
    }
}

fn option<T: Debug>(out: &mut String, name: &str, value: Option<&T>) {
    if let Some(value) = value {
        field(out, name, &format!("{value:?}"));
    }
}

fn list(out: &mut String, name: &str, values: &[String]) {
    field(out, name, &values.join(" ¦ "));
}

fn part<T>(out: &mut String, name: &str, part: &Part<T>, write: impl Fn(&T, &mut String)) {
    match part {
        Part::Stated(value) => write(value, out),
        Part::NotApplicable(words) => field(out, name, &format!("not applicable ({words})")),
        Part::NotPublished => {}
    }
}

fn procedure(procedure: &Procedure, out: &mut String) {
    field(out, "field", procedure.field.as_deref().unwrap_or_default());
    if !procedure.levels.is_empty() {
        field(out, "levels", &format!("{:?}", procedure.levels));
    }
    field(out, "kind", procedure.kind.as_deref().unwrap_or_default());
    if let Some(decision) = &procedure.decision {
        let date = decision.date.map(|date| date.to_string()).unwrap_or_default();
        let issuer = decision.issuer.as_deref().unwrap_or_default();
        field(out, "decision", format!("{} | {date} | {issuer}", decision.number).trim_end_matches([' ', '|']));
    }
    part(out, "description", &procedure.description, |text, out| field(out, "description", text));
    part(out, "steps", &procedure.steps, |cases, out| cases.iter().for_each(|case| step(case, out)));
    part(out, "channels", &procedure.channels, |channels, out| channels.iter().for_each(|one| channel(one, out)));
    part(out, "dossier", &procedure.dossier, |cases, out| cases.iter().for_each(|case| dossier(case, out)));
    part(out, "sets", &procedure.sets, |text, out| field(out, "sets", text));
    part(out, "subjects", &procedure.subjects, |texts, out| list(out, "subjects", texts));
    agencies(&procedure.agencies, out);
    part(out, "reception", &procedure.reception, |places, out| places.iter().for_each(|one| place(one, out)));
    part(out, "results", &procedure.results, |texts, out| list(out, "results", texts));
    part(out, "conditions", &procedure.conditions, |text, out| field(out, "conditions", text));
    part(out, "legal", &procedure.legal_basis, |all, out| all.iter().for_each(|one| legal(one, out)));
    list(out, "keywords", &procedure.keywords);
    let related: Vec<String> = procedure.related.iter().map(ToString::to_string).collect();
    list(out, "related", &related);
    option(out, "online level", procedure.online_level.as_ref());
    option(out, "portal", procedure.portal_url.as_ref());
    option(out, "boundary free", procedure.boundary_free.as_ref());
    for change in &procedure.changes {
        let date = change.date.map(|date| date.to_string()).unwrap_or_default();
        field(out, "change", &format!("{date} | {} | {}", change.what, change.basis.as_deref().unwrap_or_default()));
    }
}

fn step(case: &StepCase, out: &mut String) {
    match &case.name {
        Some(name) => field(out, &format!("steps [{name}]"), if case.text.is_empty() { "–" } else { &case.text }),
        None => field(out, "steps", &case.text),
    }
}

fn channel(channel: &Channel, out: &mut String) {
    put(out, &format!("channel {:?}", channel.kind));
    channel.time_limits.iter().for_each(|limit| time_limit(limit, out));
    channel.fees.iter().for_each(|one| fee(one, out));
    field(out, "  note", &channel.note);
}

fn time_limit(limit: &TimeLimit, out: &mut String) {
    let understood = match (limit.tenths, limit.unit) {
        (Some(tenths), Some(unit)) => format!("{} {unit:?}", f64::from(tenths) / 10.0),
        (Some(tenths), None) => format!("{} of no unit", f64::from(tenths) / 10.0),
        (None, Some(unit)) => format!("? {unit:?}"),
        (None, None) => "words".to_owned(),
    };
    field(out, "  time", &format!("{understood} | {}", limit.text));
}

fn fee(fee: &Fee, out: &mut String) {
    let mut line = match fee.amount {
        FeeAmount::Amount(dong) => format!("{} đồng", dong.0),
        other => format!("{other:?}"),
    };
    if let Some(kind) = fee.kind {
        write!(line, " {kind:?}").expect("writing to a string");
    }
    if fee.doubtful {
        line.push_str(" DOUBTFUL");
    }
    if !fee.note.is_empty() {
        write!(line, " | note: {}", fee.note).expect("writing to a string");
    }
    if fee.text != fee.note {
        write!(line, " | text: {}", fee.text).expect("writing to a string");
    }
    field(out, "  fee", &line);
}

fn dossier(case: &DossierCase, out: &mut String) {
    put(out, &format!("dossier{}", case.name.as_ref().map(|name| format!(" [{name}]")).unwrap_or_default()));
    case.items.iter().for_each(|one| item(one, out));
}

fn item(item: &DossierItem, out: &mut String) {
    let form = item.form.as_ref().map(|form| match &form.url {
        Some(url) => format!(" | form: {} <{url}>", form.name),
        None => format!(" | form: {}", form.name),
    });
    let mark = if item.is_note { "note" } else { "paper" };
    let counts = format!("{}+{}", quantity(&item.originals), quantity(&item.copies));
    put(out, &format!("  {mark} {counts} | {}{}", item.name.replace('\n', " ⏎ "), form.unwrap_or_default()));
}

fn quantity(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Count(count) => count.to_string(),
        Quantity::Words(words) => format!("“{words}”"),
        Quantity::NotPublished => "?".to_owned(),
    }
}

fn agencies(agencies: &Agencies, out: &mut String) {
    list(out, "executing", &agencies.executing);
    list(out, "competent", &agencies.competent);
    list(out, "delegated", &agencies.delegated);
    list(out, "cooperating", &agencies.cooperating);
    list(out, "issuing", &agencies.issuing);
}

fn place(place: &ReceptionPlace, out: &mut String) {
    match place {
        ReceptionPlace::Office(id) => field(out, "reception office", id),
        ReceptionPlace::Words(words) => field(out, "reception words", words),
    }
}

fn legal(basis: &LegalBasis, out: &mut String) {
    let date = basis.date.map(|date| date.to_string());
    let parts = [basis.number.clone(), Some(basis.title.clone()), date, basis.issuer.clone(), basis.url.clone()];
    let parts: Vec<String> = parts.into_iter().map(Option::unwrap_or_default).collect();
    field(out, "legal", parts.join(" | ").trim_end_matches([' ', '|']));
}

fn office(office: &Office, out: &mut String) {
    field(out, "kind", &format!("{:?}", office.kind));
    field(out, "parent", office.parent.as_deref().unwrap_or_default());
    if let Some(address) = &office.address {
        field(out, "address", &address.text);
        if let Some(place) = address.coordinates {
            field(out, "coordinates", &format!("{} {}", place.latitude, place.longitude));
        }
    }
    list(out, "phones", &office.contact.phones);
    list(out, "hotlines", &office.contact.hotlines);
    list(out, "emails", &office.contact.emails);
    option(out, "website", office.contact.website.as_ref());
    list(out, "hours", &office.hours);
    list(out, "counters", &office.counters);
    list(out, "fields", &office.fields);
    validity(office.validity, out);
    list(out, "successors", &office.successors);
    field(out, "note", office.note.as_deref().unwrap_or_default());
}

fn officer(officer: &Officer, out: &mut String) {
    field(out, "title", officer.title.as_deref().unwrap_or_default());
    field(out, "role", &format!("{:?}", officer.role));
    field(out, "office", officer.office.as_deref().unwrap_or_default());
    list(out, "fields", &officer.fields);
    list(out, "phones", &officer.phones);
    option(out, "email", officer.email.as_ref());
    validity(officer.validity, out);
}

fn validity(validity: Validity, out: &mut String) {
    let day = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    field(out, "valid", format!("{} – {}", day(validity.from), day(validity.to)).trim_matches([' ', '–']));
}

/// Writes every index with its tables.
pub(crate) fn rankings(rankings: &Rankings, out: &mut String) {
    for index in &rankings.indexes {
        for table in &index.tables {
            put(out, &format!("\n== {} {}", index.scheme.id, table.edition));
            ranking_table(table, out);
        }
        history(index, out);
    }
}

fn ranking_table(table: &Table, out: &mut String) {
    let of = table.of.map_or_else(|| "?".to_owned(), |of| of.to_string());
    field(out, "units", &format!("{} of {of}; ranks {:?}", table.known(), table.ranks));
    let column = |column: &congkhai::ranking::Column| match column.max {
        Some(max) => format!("{} ≤ {max}", column.heading),
        None => column.heading.clone(),
    };
    field(out, "columns", &table.columns.iter().map(column).collect::<Vec<_>>().join(" ¦ "));
    table.standings.iter().for_each(|one| standing(one, out));
    for reference in &table.references {
        field(out, "beside", &format!("{} {}", reference.unit.name, figure(reference.total.as_ref())));
    }
}

fn standing(one: &Standing, out: &mut String) {
    let rank = one.rank().map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let tied = if one.tied { "=" } else { "" };
    let scores: Vec<String> = one.scores.iter().map(|score| figure(score.as_ref())).collect();
    let mut line = format!("{rank}{tied} {} [{}] {}", one.unit.name, one.unit.id, figure(one.total.as_ref()));
    for part in [scores.join(" "), one.class.clone().unwrap_or_default()].iter().filter(|part| !part.is_empty()) {
        write!(line, " | {part}").expect("writing to a string");
    }
    if let Some(target) = &one.target {
        write!(line, " | target {}", target.plain()).expect("writing to a string");
    }
    if let Some(change) = one.change {
        write!(line, " | change {:?} {:?}", change.total, change.places).expect("writing to a string");
    }
    for flag in &one.flags {
        write!(line, " | {} on {:?}", flag.problem.code(), flag.on).expect("writing to a string");
    }
    put(out, &line);
}

fn figure(figure: Option<&congkhai::model::Figure>) -> String {
    figure.map_or_else(|| "–".to_owned(), congkhai::model::Figure::plain)
}

/// Units in more than one segment, and those that merged into another.
fn history(index: &Index, out: &mut String) {
    for unit in &index.units {
        if unit.segments.len() > 1 || unit.successor().is_some() {
            let editions = |places: &[(usize, usize)]| {
                places.iter().map(|(at, _)| index.tables[*at].edition.to_string()).collect::<Vec<_>>().join(" ")
            };
            let segments: Vec<String> = unit.segments.iter().map(|one| editions(&one.places)).collect();
            field(
                out,
                &format!("over time {}", unit.name),
                &format!("{} → {:?}", segments.join(" // "), unit.successor()),
            );
        }
    }
}
