//! Four answers before everything else: who, where, how long, how much. Each says no more than the record.

use serde::Serialize;

use crate::model::{Channel, Fee, FeeAmount, Part, Procedure, TimeLimit};

use super::super::here::Here;
use super::super::link::Phrase;
use super::super::office::OfficeCard;
use super::super::wording;
use super::ReceptionView;

/// Subjects named before the others are only counted.
const SUBJECTS: usize = 3;
/// Places named before the others are only counted.
const PLACES: usize = 2;
/// Different time limits named before the reader is sent to the table.
const LIMITS: usize = 3;
/// Longest free text in an answer, in characters.
const BRIEF: usize = 90;

/// The four answers.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// Who may apply.
    pub who: Answer,
    /// Where to hand in.
    pub place: Answer,
    /// How long it takes.
    pub time: Answer,
    /// What it costs.
    pub cost: Answer,
}

/// One answer.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Answer {
    /// The answer, a line each.
    pub lines: Vec<AnswerLine>,
    /// What must be known beside it.
    pub note: Option<Phrase>,
    /// Whether the source says nothing; the only line then says so.
    pub unpublished: bool,
}

/// A line of an answer.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerLine {
    /// The words.
    pub text: String,
    /// Whether they come from a record.
    pub record: bool,
    /// Anchor or link to more.
    pub href: Option<String>,
    /// For which channel it holds, where channels differ.
    pub label: Option<Phrase>,
}

impl AnswerLine {
    fn new(phrase: Phrase) -> Self {
        Self { text: phrase.text, record: phrase.record, href: None, label: None }
    }

    fn linked(phrase: Phrase, href: impl Into<String>) -> Self {
        Self { href: Some(href.into()), ..Self::new(phrase) }
    }
}

impl Answer {
    fn of(lines: Vec<AnswerLine>) -> Self {
        Self { lines, ..Self::default() }
    }

    fn unpublished(here: &Here<'_>) -> Self {
        let line = AnswerLine::new(Phrase::interface(here.words.get("not_published")));
        Self { lines: vec![line], note: None, unpublished: true }
    }

    fn see(here: &Here<'_>, anchor: &str) -> Self {
        Self::of(vec![AnswerLine::linked(Phrase::interface(here.words.get("see_details")), anchor)])
    }

    fn noted(mut self, note: Option<Phrase>) -> Self {
        self.note = note;
        self
    }
}

pub(super) fn summary(here: &Here<'_>, procedure: &Procedure, reception: &ReceptionView) -> Summary {
    Summary {
        who: who(here, procedure),
        place: place(here, procedure, reception),
        time: time(here, &procedure.channels),
        cost: cost(here, &procedure.channels),
    }
}

/// One sentence for search engines, made of the answers.
pub(super) fn description(here: &Here<'_>, procedure: &Procedure, summary: &Summary) -> String {
    let line = |answer: &Answer| answer.lines.first().map(|line| line.text.clone()).unwrap_or_default();
    here.words.fill(
        "procedure_description",
        &[
            ("name", &procedure.name),
            ("code", procedure.code.as_str()),
            ("time", &line(&summary.time)),
            ("cost", &line(&summary.cost)),
        ],
    )
}

fn who(here: &Here<'_>, procedure: &Procedure) -> Answer {
    let subjects = match &procedure.subjects {
        Part::Stated(subjects) if !subjects.is_empty() => subjects,
        Part::NotApplicable(words) => return Answer::of(vec![AnswerLine::new(Phrase::record(words.clone()))]),
        Part::Stated(_) | Part::NotPublished => return Answer::unpublished(here),
    };
    if subjects.iter().any(|subject| !wording::is_brief(subject, BRIEF)) {
        return Answer::see(here, "#doi-tuong");
    }
    let shown = if subjects.len() <= SUBJECTS + 1 { subjects.len() } else { SUBJECTS };
    let mut lines: Vec<AnswerLine> =
        subjects.iter().take(shown).map(|subject| AnswerLine::new(Phrase::record(subject))).collect();
    lines.extend(more(here, subjects.len() - shown, "more_subjects", "#doi-tuong"));
    Answer::of(lines)
}

/// "và 4 đối tượng khác", with a link to all of them.
fn more(here: &Here<'_>, rest: usize, key: &str, anchor: &str) -> Option<AnswerLine> {
    (rest > 0).then(|| AnswerLine::linked(Phrase::interface(here.words.count(key, rest)), anchor))
}

fn place(here: &Here<'_>, procedure: &Procedure, reception: &ReceptionView) -> Answer {
    if !reception.offices.is_empty() {
        return offices(here, procedure, &reception.offices);
    }
    match reception.words.as_slice() {
        [] => {}
        [words] if wording::is_brief(words, BRIEF) => return Answer::of(vec![AnswerLine::new(Phrase::record(words))]),
        _ => return Answer::see(here, "#noi-nop"),
    }
    if let Some(words) = &reception.not_applicable {
        return Answer::of(vec![AnswerLine::new(Phrase::record(words))]);
    }
    let agency = procedure.agencies.executing.first().filter(|agency| wording::is_brief(agency, BRIEF));
    let note = agency.map(|agency| Phrase::interface(here.words.fill("executed_by", &[("agency", agency)])));
    Answer::unpublished(here).noted(note)
}

fn offices(here: &Here<'_>, procedure: &Procedure, offices: &[OfficeCard]) -> Answer {
    let line = |office: &OfficeCard| AnswerLine::linked(Phrase::record(&office.name), "#noi-nop");
    let mut lines: Vec<AnswerLine> = offices.iter().take(PLACES).map(line).collect();
    lines.extend(more(here, offices.len().saturating_sub(PLACES), "more_places", "#noi-nop"));
    let anywhere = procedure.boundary_free == Some(true);
    Answer::of(lines).noted(anywhere.then(|| Phrase::interface(here.words.get("boundary_free_note"))))
}

/// The time limits that differ, with their channels where channels differ.
fn time(here: &Here<'_>, channels: &Part<Vec<Channel>>) -> Answer {
    let channels = match channels {
        Part::Stated(channels) => channels,
        Part::NotApplicable(words) => return Answer::of(vec![AnswerLine::new(Phrase::record(words))]),
        Part::NotPublished => return Answer::unpublished(here),
    };
    let mut limits: Vec<&TimeLimit> = Vec::new();
    for limit in channels.iter().flat_map(|channel| &channel.time_limits).filter(|limit| says_something(limit)) {
        if !limits.iter().any(|known| same_limit(known, limit)) {
            limits.push(limit);
        }
    }
    match limits.as_slice() {
        [] => Answer::unpublished(here),
        [only] => Answer::of(vec![limit_line(here, only)]),
        _ if limits.len() <= LIMITS && channels.iter().all(|channel| channel.time_limits.len() <= 1) => {
            by_channel(here, channels)
        }
        _ => Answer::see(here, "#cach-thuc")
            .noted(Some(Phrase::interface(here.words.count("limits_by_case", limits.len())))),
    }
}

fn says_something(limit: &TimeLimit) -> bool {
    limit.tenths.is_some() && limit.unit.is_some() || !limit.text.trim().is_empty()
}

/// Two limits are the same when they were understood as the same; their words may differ.
fn same_limit(a: &TimeLimit, b: &TimeLimit) -> bool {
    let understood = |limit: &TimeLimit| limit.tenths.zip(limit.unit);
    match (understood(a), understood(b)) {
        (None, None) => a.text.trim() == b.text.trim(),
        (a, b) => a == b,
    }
}

fn limit_line(here: &Here<'_>, limit: &TimeLimit) -> AnswerLine {
    match wording::time_limit(here.words, limit) {
        Some(words) => AnswerLine::new(Phrase::interface(words)),
        None if wording::is_brief(&limit.text, BRIEF) => AnswerLine::new(Phrase::record(limit.text.trim())),
        None => AnswerLine::linked(Phrase::interface(here.words.get("see_details")), "#cach-thuc"),
    }
}

fn by_channel(here: &Here<'_>, channels: &[Channel]) -> Answer {
    let line = |channel: &Channel| {
        let limit = channel.time_limits.first().filter(|limit| says_something(limit))?;
        let label = Some(wording::channel(here.words, &channel.kind));
        Some(AnswerLine { label, ..limit_line(here, limit) })
    };
    Answer::of(channels.iter().filter_map(line).collect())
}

/// One amount, "Miễn", "Chưa công bố", or the way to the table.
fn cost(here: &Here<'_>, channels: &Part<Vec<Channel>>) -> Answer {
    let channels = match channels {
        Part::Stated(channels) => channels,
        Part::NotApplicable(_) | Part::NotPublished => return Answer::unpublished(here),
    };
    let fees: Vec<&Fee> = channels.iter().flat_map(|channel| &channel.fees).collect();
    if fees.iter().all(|fee| fee.amount == FeeAmount::NotPublished && fee.note.trim().is_empty()) {
        return Answer::unpublished(here);
    }
    let doubtful = fees.iter().any(|fee| fee.doubtful);
    let uniform =
        fees.windows(2).all(|pair| (pair[0].amount, pair[0].note.trim()) == (pair[1].amount, pair[1].note.trim()));
    let every_channel_says = channels.iter().all(|channel| !channel.fees.is_empty());
    match fees.first() {
        Some(fee) if uniform && every_channel_says && !doubtful => one_fee(here, fee),
        _ => {
            let note = if doubtful {
                here.words.get("fee_doubtful_short").to_owned()
            } else {
                here.words.get("fee_by_case").to_owned()
            };
            Answer::see(here, "#phi-le-phi").noted(Some(Phrase::interface(note)))
        }
    }
}

fn one_fee(here: &Here<'_>, fee: &Fee) -> Answer {
    let note = Some(fee.note.trim()).filter(|note| !note.is_empty());
    match fee.amount {
        FeeAmount::Described if !wording::is_brief(&wording::fee(here.words, fee).text, BRIEF) => {
            Answer::see(here, "#phi-le-phi")
        }
        FeeAmount::Described => Answer::of(vec![AnswerLine::new(wording::fee(here.words, fee))]),
        FeeAmount::Amount(_) | FeeAmount::Free | FeeAmount::NotPublished => {
            let line = AnswerLine::new(wording::fee(here.words, fee));
            let note = match note {
                Some(note) if wording::is_brief(note, BRIEF) => Some(Phrase::record(note)),
                Some(_) => return Answer::of(vec![AnswerLine { href: Some("#phi-le-phi".to_owned()), ..line }]),
                None => None,
            };
            Answer::of(vec![line]).noted(note)
        }
    }
}
