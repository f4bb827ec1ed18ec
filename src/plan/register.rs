//! The pages and files of registers.

use std::collections::BTreeMap;

use crate::diag::Lang;
use crate::kinds::{Layout, Pages};
use crate::registers::Book;

use super::site::{Ingredients, Planner};
use super::{DataFiles, FileFormat, Lookup, PER_PAGE, PageKind, PlannedPage, Route};

impl Planner<'_> {
    /// Further pages of long lists, and the pages of records and groups.
    pub(super) fn registers(&mut self, lang: Lang) {
        let registers = self.ingredients.registers;
        for book in &registers.books {
            let folder = book.section.as_str();
            let section = section_of(self.ingredients, folder);
            let has_list = |at: &usize| matches!(self.kind_of_section(*at), PageKind::Register(..));
            if let Some(section) = section.filter(has_list) {
                for number in 2..=register_pages(book) {
                    self.push(lang, PageKind::Register(section, number), &[folder, &format!("trang-{number}")]);
                }
            }
            if book.kind.pages == Pages::Record && book.kind.layout != Layout::Lookup {
                for &at in &book.records {
                    self.push(lang, PageKind::RegisterRecord(at), &[folder, &registers.derived[at].slug]);
                }
            }
            for &group in &book.groups {
                self.push(lang, PageKind::RegisterGroup(group), &[folder, &registers.groups[group].slug]);
            }
        }
    }
}

/// How many pages the list of a register takes. Only lists of single records are cut: a week or a group is read as a
/// whole.
#[must_use]
pub fn register_pages(book: &Book) -> usize {
    match book.kind.layout {
        Layout::Table | Layout::Entries if book.kind.part.is_empty() => book.records.len().div_ceil(PER_PAGE).max(1),
        _ => 1,
    }
}

/// The open data of a register: its records as a table, and its days for calendars.
pub(super) fn data_files(ingredients: Ingredients<'_>, section: usize, route: &Route) -> Option<DataFiles> {
    let book = ingredients.registers.book(&ingredients.content.sections[section].folder)?;
    if !book.kind.open_data || book.records.is_empty() {
        return None;
    }
    let calendar = (!book.kind.day.is_empty()).then_some(FileFormat::Calendar);
    let formats: Vec<FileFormat> = FileFormat::FIGURES.into_iter().chain(calendar).collect();
    Some(DataFiles::beside(route, route.last_folder(), &formats))
}

/// The files of the registers that are looked up by code.
pub(super) fn lookups(ingredients: Ingredients<'_>, pages: &[PlannedPage]) -> BTreeMap<usize, Lookup> {
    let main = pages.iter().filter(|page| page.lang == ingredients.config.default_language);
    main.filter_map(|page| {
        let PageKind::Register(section, 1) = page.kind else { return None };
        let book = ingredients.registers.book(&ingredients.content.sections[section].folder)?;
        let is_looked_up = book.kind.layout == Layout::Lookup;
        is_looked_up.then(|| (section, Lookup::beside(&page.route, book.records.len())))
    })
    .collect()
}

/// The section of a folder in the default language.
fn section_of(ingredients: Ingredients<'_>, folder: &str) -> Option<usize> {
    let lang = ingredients.config.default_language;
    ingredients.content.sections.iter().position(|section| section.folder == folder && section.lang == lang)
}
