//! The domain's values in the words of the interface.

use jiff::civil::Date;

use crate::diag::Lang;
use crate::model::{
    ChannelKind, Fee, FeeAmount, FeeKind, Level, OfficeKind, OfficerRole, OnlineLevel, TimeLimit, TimeUnit,
};
use crate::plan::Dimension;
use crate::text;
use crate::theme::Words;

use super::link::Phrase;

/// A day: `20/11/2026`, or `20 November 2026`.
pub(super) fn date(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Vi => text::format_date(day),
        Lang::En => day.strftime("%-d %B %Y").to_string(),
    }
}

/// Opening hours whose spans of time never break over two lines: word joiners around the dash of "7:30–11:30".
pub(super) fn unbroken(hours: &str) -> String {
    let letters: Vec<char> = hours.chars().collect();
    let is_span = |at: usize| {
        let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
        matches!(letters[at], '–' | '-') && digit(at.checked_sub(1)) && digit(Some(at + 1))
    };
    let mut unbroken = String::with_capacity(hours.len() + 12);
    for (at, letter) in letters.iter().enumerate() {
        if is_span(at) {
            unbroken.extend(['\u{2060}', *letter, '\u{2060}']);
        } else {
            unbroken.push(*letter);
        }
    }
    unbroken
}

/// Key of the title of a dimension's page.
pub(super) const fn dimension_key(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Field => "fields",
        Dimension::Agency => "agencies",
        Dimension::Level => "levels",
    }
}

/// Key of what one member of a dimension is called.
pub(super) const fn dimension_name_key(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Field => "part_field",
        Dimension::Agency => "part_executing",
        Dimension::Level => "part_level",
    }
}

pub(super) fn level(words: &Words, level: &Level) -> Phrase {
    let key = match level {
        Level::Central => "level_central",
        Level::Province => "level_province",
        Level::District => "level_district",
        Level::Commune => "level_commune",
        Level::Other(own) => return Phrase::record(own.clone()),
    };
    Phrase::interface(words.get(key))
}

/// Level of online service in short, for a badge.
pub(super) fn online(words: &Words, level: &OnlineLevel) -> Phrase {
    match level {
        OnlineLevel::FullProcess => Phrase::interface(words.get("online_full")),
        OnlineLevel::PartialProcess => Phrase::interface(words.get("online_partial")),
        OnlineLevel::InformationOnly => Phrase::interface(words.get("online_information")),
        OnlineLevel::Historic(number) => {
            Phrase::interface(words.fill("online_historic", &[("n", &number.to_string())]))
        }
        OnlineLevel::Other(own) => Phrase::record(own.clone()),
    }
}

/// The scheme to which a level of online service belongs; three schemes use the same words for different things.
pub(super) fn online_scheme<'w>(words: &'w Words, level: &OnlineLevel) -> Option<&'w str> {
    match level {
        OnlineLevel::FullProcess | OnlineLevel::PartialProcess => Some(words.get("scheme_full_partial")),
        OnlineLevel::Historic(_) => Some(words.get("scheme_historic")),
        OnlineLevel::InformationOnly | OnlineLevel::Other(_) => None,
    }
}

pub(super) fn channel(words: &Words, kind: &ChannelKind) -> Phrase {
    let key = match kind {
        ChannelKind::Direct => "channel_direct",
        ChannelKind::Online => "channel_online",
        ChannelKind::Postal => "channel_postal",
        ChannelKind::Other(own) => return Phrase::record(own.clone()),
    };
    Phrase::interface(words.get(key))
}

pub(super) const fn office_kind_key(kind: OfficeKind) -> &'static str {
    match kind {
        OfficeKind::OneStop => "office_one_stop",
        OfficeKind::ReceptionPoint => "office_reception_point",
        OfficeKind::Agency => "office_agency",
    }
}

pub(super) const fn officer_role_key(role: OfficerRole) -> &'static str {
    match role {
        OfficerRole::Head => "officer_head",
        OfficerRole::Deputy => "officer_deputy",
        OfficerRole::Staff => "officer_staff",
    }
}

/// A time limit as understood: "5 ngày làm việc"; nothing where it is no number and unit.
pub(super) fn time_limit(words: &Words, limit: &TimeLimit) -> Option<String> {
    let (tenths, unit) = (limit.tenths?, limit.unit?);
    let number = decimal(words.lang(), tenths);
    let key = match unit {
        TimeUnit::Hours => "unit_hours",
        TimeUnit::WorkingHours => "unit_working_hours",
        TimeUnit::Days => "unit_days",
        TimeUnit::WorkingDays => "unit_working_days",
        TimeUnit::Months => "unit_months",
        TimeUnit::Years => "unit_years",
    };
    let form = if tenths == 10 { "one" } else { "other" };
    Some(words.fill(&format!("{key}_{form}"), &[("n", &number)]))
}

fn decimal(lang: Lang, tenths: u32) -> String {
    let number = f64::from(tenths) / 10.0;
    match lang {
        Lang::Vi => text::format_decimal(number, 1),
        Lang::En => text::format_decimal_en(number, 1),
    }
}

/// An amount of money: "20.000 đồng", "VND 20,000".
pub(super) fn money(words: &Words, amount: u64) -> String {
    match words.lang() {
        Lang::Vi => text::format_dong(amount),
        Lang::En => format!("VND\u{a0}{}", text::format_integer_en(amount)),
    }
}

/// What a fee line says in short; never "0 đồng".
pub(super) fn fee(words: &Words, fee: &Fee) -> Phrase {
    match fee.amount {
        FeeAmount::Amount(amount) => Phrase::interface(money(words, amount.0)),
        FeeAmount::Free => Phrase::interface(words.get("fee_free")),
        FeeAmount::NotPublished => Phrase::interface(words.get("not_published")),
        FeeAmount::Described => Phrase::record(described(fee)),
    }
}

/// The words of a fee that has no amount.
fn described(fee: &Fee) -> &str {
    if fee.note.trim().is_empty() { &fee.text } else { &fee.note }
}

pub(super) fn fee_kind(words: &Words, kind: Option<FeeKind>) -> Option<&str> {
    kind.map(|kind| match kind {
        FeeKind::Fee => words.get("fee_kind_fee"),
        FeeKind::Charge => words.get("fee_kind_charge"),
    })
}

/// Words that begin a line, inside a sentence: "Cấp xã" becomes "cấp xã".
pub(super) fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Whether a text is short enough to stand in a summary.
pub(super) fn is_brief(text: &str, limit: usize) -> bool {
    text.len() <= limit || text.chars().count() <= limit
}
