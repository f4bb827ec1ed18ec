//! One record → an officer.

use crate::model::{Officer, OfficerRole};
use crate::text::slug;

use super::column::{Column, Shape};
use super::office::{id, validity};
use super::procedure::name;
use super::record::{Entry, Record};
use super::report::Report;
use super::value::contact::{emails, phones};
use super::value::lines::strip_words;
use super::value::part::stated;
use super::value::scalar::texts;
use super::words::{normal, words};

/// Reads an officer; without a name there is none, and the report says so.
///
/// Without an id, name and office give it; without a role, a title such as "Phó Giám đốc" does.
pub(super) fn officer(mut record: Record<'_>, report: &mut Report<'_>) -> Option<Officer> {
    let name = name(&mut record, Shape::Officers, report)?;
    let office = stated(record.text(Column::Office, report)).map(|office| slug(&office));
    let title = stated(record.text(Column::Title, report));
    let mut addresses = emails(record.take(Column::Emails), report).into_iter();
    let officer = Officer {
        id: id(&mut record, &format!("{name} {}", office.as_deref().unwrap_or_default()), report),
        role: role(record.take(Column::Role), title.as_deref(), report),
        fields: texts(record.take(Column::Fields), report),
        phones: phones(record.take(Column::Phones), report),
        email: addresses.next(),
        validity: validity(&mut record, report),
        name,
        title,
        office,
    };
    for further in addresses {
        report.unparsed(&record.spot, &further);
    }
    record.report_rest(report);
    Some(officer)
}

fn role(entry: Option<Entry<'_>>, title: Option<&str>, report: &mut Report<'_>) -> OfficerRole {
    let Some((written, spot)) = entry.and_then(|entry| entry.into_text(report)) else {
        return title.and_then(role_of_title).unwrap_or_default();
    };
    match words().roles.get(&normal(&written)) {
        Some(name) => role_named(name),
        None => {
            report.unparsed(&spot, &written);
            OfficerRole::default()
        }
    }
}

/// The role that the first words of a title name: "Phó Trưởng bộ phận" is a deputy, "Trưởng bộ phận" a head.
fn role_of_title(title: &str) -> Option<OfficerRole> {
    let folded = normal(title);
    let longest = words().roles.iter().filter(|(word, _)| strip_words(&folded, word).is_some());
    longest.max_by_key(|(word, _)| word.len()).map(|(_, name)| role_named(name))
}

fn role_named(name: &str) -> OfficerRole {
    match name {
        "head" => OfficerRole::Head,
        "deputy" => OfficerRole::Deputy,
        _ => OfficerRole::Staff,
    }
}

#[cfg(test)]
mod tests {
    use super::role_of_title;
    use crate::model::OfficerRole::{Deputy, Head, Staff};

    #[test]
    fn a_title_names_the_role() {
        assert_eq!(role_of_title("Phó Giám đốc Trung tâm"), Some(Deputy));
        assert_eq!(role_of_title("Giám đốc"), Some(Head));
        assert_eq!(role_of_title("Công chức tư pháp - hộ tịch"), Some(Staff));
        assert_eq!(role_of_title("Trưởngx"), None);
    }
}
