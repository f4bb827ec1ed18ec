//! The page of one procedure.

mod channels;
mod dossier;
mod facts;
mod legal;
mod related;
mod structured_data;
mod summary;

use serde::Serialize;

use crate::model::{Level, Part, Procedure, ReceptionPlace, StepCase};
use crate::plan::PageKind;

use super::Page;
use super::changes::{self, HistoryView};
use super::here::Here;
use super::link::{Link, Outside, Phrase, Telephone, web_address};
use super::office::OfficeCard;
use super::places::FeedbackView;
use super::prose::{self, Block};
use super::row::Row;
use super::wording;

use channels::ChannelsView;
use dossier::DossierView;
use facts::{Fact, FactValue};
use legal::LegalView;
use related::ChangeRow;
use summary::Summary;
#[cfg(test)]
pub(super) use summary::{Answer, AnswerLine};

/// Names longer than this are set smaller, in characters.
const LONG_NAME: usize = 90;
/// Texts longer than this are folded away, in characters.
const LONG_TEXT: usize = 900;
/// Steps longer than this are folded away, in characters: more than six screens of a phone.
const LONG_STEPS: usize = 4_500;

/// What the page of a procedure shows.
#[derive(Clone, Debug, Serialize)]
pub struct ProcedureView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Name.
    pub name: String,
    /// Whether the name is long.
    pub long_name: bool,
    /// National code.
    pub code: String,
    /// Levels that carry it out.
    pub levels: Vec<Phrase>,
    /// Level of online service.
    pub online: Option<OnlineView>,
    /// Whether it is received regardless of administrative boundary; only where it is.
    pub boundary_free: bool,
    /// The four answers.
    pub summary: Summary,
    /// What a citizen can do from here.
    pub actions: Actions,
    /// *Thành phần hồ sơ*.
    pub dossier: PartView<DossierView>,
    /// *Trình tự thực hiện*.
    pub steps: PartView<StepsView>,
    /// *Cách thức thực hiện*.
    pub channels: PartView<ChannelsView>,
    /// *Địa chỉ tiếp nhận hồ sơ*.
    pub reception: ReceptionView,
    /// Result, subjects and agencies under their official names.
    pub facts: Vec<Fact>,
    /// *Yêu cầu, điều kiện thực hiện*.
    pub conditions: PartView<TextView>,
    /// *Căn cứ pháp lý*.
    pub legal_basis: PartView<LegalView>,
    /// Address for reflections and recommendations.
    pub feedback: FeedbackView,
    /// Decision, field, levels, kind and the like.
    pub publication: Vec<Fact>,
    /// *Mô tả*.
    pub description: PartView<TextView>,
    /// Related procedures.
    pub related: Vec<Row>,
    /// Whether the record names them; else they are neighbours in the field.
    pub related_by_record: bool,
    /// Recorded changes, newest first.
    pub changes: Vec<ChangeRow>,
    /// Changes since earlier publications of this site, newest first.
    pub history: Vec<HistoryView>,
    /// Link to the change log.
    pub log: Option<String>,
    /// Where the record comes from.
    pub provenance: ProvenanceView,
    /// What the QR code says: the address of the page, where the site has an absolute one.
    pub qr: Option<String>,
    /// JSON-LD, safe inside a script element.
    pub structured_data: String,
}

/// A part as the template sees it.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PartView<T> {
    /// Published with content.
    Stated {
        /// The content.
        value: T,
    },
    /// Published as not applicable.
    NotApplicable {
        /// The words used.
        words: String,
    },
    /// Not published.
    NotPublished,
}

impl<T> PartView<T> {
    fn of<S>(part: &Part<S>, view: impl FnOnce(&S) -> T) -> Self {
        match part {
            Part::Stated(value) => Self::Stated { value: view(value) },
            Part::NotApplicable(words) => Self::NotApplicable { words: words.clone() },
            Part::NotPublished => Self::NotPublished,
        }
    }

    /// A part that is a list; one that is stated but empty says nothing.
    fn of_list<S>(part: &Part<Vec<S>>, view: impl FnOnce(&[S]) -> T) -> Self {
        match part {
            Part::Stated(values) if values.is_empty() => Self::NotPublished,
            part => Self::of(part, |values| view(values)),
        }
    }
}

/// Level of online service with its scheme.
#[derive(Clone, Debug, Serialize)]
pub struct OnlineView {
    /// In short.
    pub level: Phrase,
    /// The scheme the words belong to.
    pub scheme: Option<String>,
    /// Whether dossiers can be handed in online without coming.
    pub full: bool,
}

/// What a citizen can do from the page.
#[derive(Clone, Debug, Serialize)]
pub struct Actions {
    /// Address of the online service.
    pub portal: Option<String>,
    /// The unit's hotline, where it can be dialled.
    pub hotline: Option<Telephone>,
}

/// Steps by case.
#[derive(Clone, Debug, Serialize)]
pub struct StepsView {
    /// The cases.
    pub cases: Vec<StepCaseView>,
    /// Whether they are folded away.
    pub folded: bool,
}

/// The steps of one case.
#[derive(Clone, Debug, Serialize)]
pub struct StepCaseView {
    /// Name of the case.
    pub name: Option<String>,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A text in blocks.
#[derive(Clone, Debug, Serialize)]
pub struct TextView {
    /// The text.
    pub blocks: Vec<Block>,
    /// Whether it is folded away.
    pub folded: bool,
}

/// Where the procedure is handed in.
#[derive(Clone, Debug, Serialize)]
pub struct ReceptionView {
    /// Offices that receive it now.
    pub offices: Vec<OfficeCard>,
    /// Offices that the record names but that do not receive now.
    pub closed: Vec<OfficeCard>,
    /// Places in words, as published.
    pub words: Vec<String>,
    /// Whether the offices follow from their fields, the record naming none.
    pub derived: bool,
    /// Words of a record that names no place because there is none.
    pub not_applicable: Option<String>,
}

/// Where a record comes from.
#[derive(Clone, Debug, Serialize)]
pub struct ProvenanceView {
    /// Who published it.
    pub source: Option<String>,
    /// Address of the publication.
    pub url: Option<Outside>,
    /// Day on which it was taken over.
    pub retrieved: Option<String>,
    /// Link to the page about the data.
    pub about: Option<String>,
}

pub(super) fn view(here: &Here<'_>, at: usize) -> ProcedureView {
    let procedure = here.context.procedure(at);
    let reception = reception(here, at);
    let summary = summary::summary(here, procedure, &reception);
    let (related, related_by_record) = related::related(here, at);
    ProcedureView {
        page: here.page(
            Phrase::record(&procedure.name),
            &summary::description(here, procedure, &summary),
            crumbs(here, at),
        ),
        name: procedure.name.clone(),
        long_name: !wording::is_brief(&procedure.name, LONG_NAME),
        code: procedure.code.to_string(),
        levels: procedure.levels.iter().map(|level| wording::level(here.words, level)).collect(),
        online: online(here, procedure),
        boundary_free: procedure.boundary_free == Some(true),
        actions: actions(here, procedure),
        dossier: dossier::part(here, procedure),
        steps: PartView::of_list(&procedure.steps, steps),
        channels: channels::part(here, procedure),
        facts: facts::facts(here, procedure),
        conditions: text_part(&procedure.conditions),
        legal_basis: legal::part(here, procedure),
        feedback: here.feedback(),
        publication: facts::publication(here, procedure),
        description: text_part(&procedure.description),
        related,
        related_by_record,
        changes: related::changes(here, procedure),
        history: changes::of_procedure(here, procedure.code.as_str()),
        log: here.href_to(PageKind::Changes),
        provenance: provenance(here, at),
        qr: here.canonical(),
        structured_data: structured_data::json_ld(here, procedure, &reception),
        summary,
        reception,
    }
}

/// The register, then the field.
fn crumbs(here: &Here<'_>, at: usize) -> Vec<Link> {
    let register =
        here.context.section_of_procedure(at).and_then(|section| here.link_to(PageKind::Procedures(section)));
    let field = here.context.place_in_field(at).and_then(|(list, _)| here.link_to(PageKind::List(list, 1)));
    register.into_iter().chain(field).collect()
}

fn online(here: &Here<'_>, procedure: &Procedure) -> Option<OnlineView> {
    let level = procedure.online_level.as_ref()?;
    Some(OnlineView {
        level: wording::online(here.words, level),
        scheme: wording::online_scheme(here.words, level).map(str::to_owned),
        full: *level == crate::model::OnlineLevel::FullProcess,
    })
}

fn actions(here: &Here<'_>, procedure: &Procedure) -> Actions {
    Actions {
        portal: procedure.portal_url.as_deref().and_then(web_address),
        hotline: Telephone::of(&here.context.config.unit.hotline).filter(|phone| phone.href.is_some()),
    }
}

fn steps(cases: &[StepCase]) -> StepsView {
    let length: usize = cases.iter().map(|case| case.text.chars().count()).sum();
    let view = |case: &StepCase| StepCaseView { name: case.name.clone(), blocks: prose::structure(&case.text) };
    StepsView { cases: cases.iter().map(view).collect(), folded: length > LONG_STEPS }
}

fn text_part(part: &Part<String>) -> PartView<TextView> {
    PartView::of(part, |text| TextView { blocks: prose::structure(text), folded: !wording::is_brief(text, LONG_TEXT) })
}

fn reception(here: &Here<'_>, at: usize) -> ReceptionView {
    let reception = here.context.reception(at);
    let part = &here.context.procedure(at).reception;
    let words = |place: &ReceptionPlace| match place {
        ReceptionPlace::Words(words) => Some(words.clone()),
        ReceptionPlace::Office(_) => None,
    };
    ReceptionView {
        offices: reception.offices.into_iter().map(|office| here.office_card(office)).collect(),
        closed: reception.closed.into_iter().map(|office| here.office_card(office)).collect(),
        words: part.stated().map(|places| places.iter().filter_map(words).collect()).unwrap_or_default(),
        derived: reception.derived,
        not_applicable: match part {
            Part::NotApplicable(words) => Some(words.clone()),
            Part::Stated(_) | Part::NotPublished => None,
        },
    }
}

fn provenance(here: &Here<'_>, at: usize) -> ProvenanceView {
    let catalog = here.context.catalog;
    let from = catalog.provenances.get(catalog.procedures[at].provenance);
    ProvenanceView {
        source: from.and_then(|from| from.source.clone()),
        url: from.and_then(|from| from.source_url.as_deref()).and_then(Outside::web),
        retrieved: from.and_then(|from| from.retrieved).map(|day| here.date(day)),
        about: here.href_to(PageKind::AboutData),
    }
}

/// The words of a level with a link to its list.
fn level_value(here: &Here<'_>, level: &Level) -> FactValue {
    let list = here.context.level_list(level);
    FactValue::of(wording::level(here.words, level), list.and_then(|list| here.href_to(PageKind::List(list, 1))))
}
