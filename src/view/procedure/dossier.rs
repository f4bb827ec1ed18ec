//! The papers to hand in.

use serde::Serialize;

use crate::model::{DossierCase, DossierItem, Form, Procedure, Quantity};

use super::super::here::Here;
use super::super::link::{site_path, web_address};
use super::super::prose;
use super::PartView;

/// The dossier.
#[derive(Clone, Debug, Serialize)]
pub struct DossierView {
    /// The cases.
    pub cases: Vec<DossierCaseView>,
    /// Number of sets.
    pub sets: PartView<String>,
    /// Whether any paper has a form.
    pub has_forms: bool,
}

/// The papers of one case.
#[derive(Clone, Debug, Serialize)]
pub struct DossierCaseView {
    /// Name of the case.
    pub name: Option<String>,
    /// Whether any number of copies is stated.
    pub counted: bool,
    /// Whether any paper has a form.
    pub has_forms: bool,
    /// The papers and notes.
    pub rows: Vec<DossierRow>,
}

/// A paper, or a note among the papers.
#[derive(Clone, Debug, Serialize)]
pub struct DossierRow {
    /// Name of the paper, or the note.
    pub text: String,
    /// Whether it is a note.
    pub note: bool,
    /// Originals; nothing where not published.
    pub originals: Option<String>,
    /// Copies; nothing where not published.
    pub copies: Option<String>,
    /// The form.
    pub form: Option<FormView>,
}

/// A form to fill in.
#[derive(Clone, Debug, Serialize)]
pub struct FormView {
    /// Its name; may be empty.
    pub name: String,
    /// Where it can be fetched.
    pub href: Option<String>,
}

pub(super) fn part(here: &Here<'_>, procedure: &Procedure) -> PartView<DossierView> {
    PartView::of_list(&procedure.dossier, |cases| DossierView {
        has_forms: cases.iter().any(has_forms),
        cases: cases.iter().map(|case| case_view(here, case)).collect(),
        sets: PartView::of(&procedure.sets, String::clone),
    })
}

fn has_forms(case: &DossierCase) -> bool {
    case.items.iter().any(|item| item.form.is_some())
}

fn case_view(here: &Here<'_>, case: &DossierCase) -> DossierCaseView {
    let stated = |quantity: &Quantity| *quantity != Quantity::NotPublished;
    DossierCaseView {
        name: case.name.clone(),
        counted: case.items.iter().any(|item| stated(&item.originals) || stated(&item.copies)),
        has_forms: has_forms(case),
        rows: case.items.iter().map(|item| row(here, item)).collect(),
    }
}

fn row(here: &Here<'_>, item: &DossierItem) -> DossierRow {
    DossierRow {
        text: prose::without_bullet(&item.name).to_owned(),
        note: item.is_note,
        originals: quantity(here, &item.originals),
        copies: quantity(here, &item.copies),
        form: item.form.as_ref().map(|form| form_view(here, form)),
    }
}

fn quantity(here: &Here<'_>, quantity: &Quantity) -> Option<String> {
    match quantity {
        Quantity::Count(number) => Some(here.words.number(usize::try_from(*number).unwrap_or(usize::MAX))),
        Quantity::Words(words) => Some(words.clone()),
        Quantity::NotPublished => None,
    }
}

fn form_view(here: &Here<'_>, form: &Form) -> FormView {
    let href = form
        .url
        .as_deref()
        .and_then(|url| web_address(url).or_else(|| site_path(url).map(|path| format!("{}{path}", here.root))));
    FormView { name: form.name.clone(), href }
}
