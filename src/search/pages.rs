//! What the index knows of pages that are no procedure: sections, registers and their records, rankings, statistics,
//! lists, and what the site says of itself.
//!
//! Titles are those of the visible pages; numbers of tables are left out, and so is every column that may hold names
//! of persons. Words by which people ask for a kind of page stand in the words of the interface (`alias_…`) and in the
//! files of the kinds.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use crate::audit;
use crate::content::Section;
use crate::diag::Lang;
use crate::kinds::{Column, ColumnType, Kind, Layout, Pages};
use crate::model::{Datum, Office, Sourced};
use crate::plan::{Dimension, ListKind, PageKind, PlannedPage};
use crate::ranking::{Index, Node, Scheme};
use crate::registers::Book;
use crate::view::{Records, ViewContext};

use super::document::SearchDocument;
use super::prior::{Facts, Sort};

/// Lists of fewer procedures are no better answer than the procedures.
const LEAST_LISTED: usize = 10;

/// The document of a page, for kinds of pages that can be found.
pub(super) fn document<'a>(context: &ViewContext<'a>, page: &'a PlannedPage) -> Option<SearchDocument<'a>> {
    Clerk { context, page, records: context.records(), lang: page.lang }.document()
}

/// Fills in the card of one page.
struct Clerk<'c, 'a> {
    context: &'c ViewContext<'a>,
    page: &'a PlannedPage,
    records: Records<'a>,
    lang: Lang,
}

impl<'a> Clerk<'_, 'a> {
    fn document(&self) -> Option<SearchDocument<'a>> {
        Some(match self.page.kind {
            PageKind::Procedures(at) => self.section(at, "alias_procedures"),
            PageKind::Contact(at) => self.contact(at),
            PageKind::Officers(at) => self.officers(at),
            PageKind::Rankings(at) => self.section(at, "alias_rankings"),
            PageKind::RankingIndex(at) => self.index(self.records.rankings.indexes.get(at)?),
            PageKind::RankingEdition(at, table) => self.edition(self.records.rankings.indexes.get(at)?, table),
            PageKind::RankingUnit(at, _) | PageKind::RankingCompare(at) => {
                self.of_index(self.records.rankings.indexes.get(at)?)
            }
            PageKind::Statistics(at) => self.section(at, "alias_statistics"),
            PageKind::StatisticsPeriod(_) | PageKind::StatisticsUnit(_) => self.titled(),
            PageKind::Register(at, 1) => self.register(at),
            PageKind::RegisterRecord(at) => self.record(at)?,
            PageKind::RegisterGroup(at) => self.group(at)?,
            PageKind::List(at, 1) => self.list(at)?,
            PageKind::Terms(dimension) => self.terms(dimension),
            PageKind::Places => self.said("places_description", "alias_places"),
            PageKind::Place(at) => self.place(&self.records.catalog.offices.get(at)?.record),
            PageKind::AboutData => self.about_data(),
            PageKind::OpenData => self.open_data(),
            PageKind::Disclosure => self.disclosure(),
            PageKind::Changes => self.said("changes_description", "alias_changes"),
            PageKind::Section(at) => self.text_of(self.context.content().sections.get(at)?),
            PageKind::Article(at) => {
                let article = self.context.content().pages.get(at)?;
                self.text(&article.description, &article.body)
            }
            _ => return None,
        })
    }

    /// The page with its title alone.
    fn titled(&self) -> SearchDocument<'a> {
        let route = self.page.route.as_str();
        SearchDocument {
            key: Cow::Borrowed(route),
            route,
            title: Cow::Owned(self.context.title_alone(self.page)),
            facts: Facts { sort: sort_of(self.page.kind), ..Facts::default() },
            ..SearchDocument::default()
        }
    }

    /// The page with the words by which people ask for it.
    fn known_as(&self, key: &'static str) -> SearchDocument<'a> {
        SearchDocument { keywords: vec![Cow::Borrowed(self.words(key))], ..self.titled() }
    }

    /// The page with a sentence of the interface that says what it is for.
    fn said(&self, about: &'static str, key: &'static str) -> SearchDocument<'a> {
        let about = self.words(about);
        let mut document = self.known_as(key);
        document.body.push(Cow::Borrowed(about));
        document.summary_line = about.to_owned();
        document
    }

    fn words(&self, key: &'static str) -> &'a str {
        self.context.words(self.lang).get(key)
    }

    // Texts

    fn text(&self, description: &'a str, markdown: &str) -> SearchDocument<'a> {
        SearchDocument {
            keywords: if description.is_empty() { Vec::new() } else { vec![Cow::Borrowed(description)] },
            body: vec![Cow::Owned(plain_text(markdown))],
            summary_line: description.to_owned(),
            ..self.titled()
        }
    }

    fn text_of(&self, section: &'a Section) -> SearchDocument<'a> {
        self.text(&section.description, &section.body)
    }

    /// A section with data, in the page's language where it has a text in it.
    fn section(&self, at: usize, key: &'static str) -> SearchDocument<'a> {
        let mut document =
            self.context.section_in(at, self.lang).map_or_else(|| self.titled(), |own| self.text_of(own));
        document.keywords.push(Cow::Borrowed(self.words(key)));
        document
    }

    // Offices and officers

    fn contact(&self, at: usize) -> SearchDocument<'a> {
        let mut document = self.section(at, "alias_contact");
        let offices = self.of_section(&self.records.catalog.offices, at);
        document.body.extend(
            offices.flat_map(|office| std::iter::once(office.name.as_str()).chain(lines(office))).map(Cow::Borrowed),
        );
        document
    }

    /// What officers are called and which fields they answer for; their names are no words to search by.
    fn officers(&self, at: usize) -> SearchDocument<'a> {
        let mut document = self.section(at, "alias_officers");
        let officers = self.of_section(&self.records.catalog.officers, at);
        let said = officers.flat_map(|officer| officer.title.iter().chain(&officer.fields));
        document.body.extend(said.map(Cow::from));
        document
    }

    /// The records that a section holds.
    fn of_section<T>(&self, records: &'a [Sourced<T>], at: usize) -> impl Iterator<Item = &'a T> + use<'a, T> {
        let folder = self.context.content().sections.get(at).map(|section| section.folder.as_str());
        let provenances = &self.records.catalog.provenances;
        let is_own = move |record: &&Sourced<T>| {
            provenances.get(record.provenance).is_some_and(|from| Some(from.section.as_str()) == folder)
        };
        records.iter().filter(is_own).map(|sourced| &sourced.record)
    }

    fn place(&self, office: &'a Office) -> SearchDocument<'a> {
        SearchDocument {
            keywords: office.fields.iter().map(Cow::from).collect(),
            agency: office.parent.as_deref().into_iter().collect(),
            body: lines(office).map(Cow::Borrowed).collect(),
            summary_line: office.address.as_ref().map_or("", |address| address.text.as_str()).to_owned(),
            ..self.titled()
        }
    }

    // Rankings

    /// A page of an index, which is known by all its names.
    fn of_index(&self, index: &'a Index) -> SearchDocument<'a> {
        let scheme = &index.scheme;
        let name = scheme.name.in_lang(self.lang);
        let names = [name, scheme.short.in_lang(self.lang)];
        let names = names.into_iter().chain(scheme.aliases.iter().map(String::as_str));
        SearchDocument { keywords: names.map(Cow::Borrowed).collect(), summary_line: name.to_owned(), ..self.titled() }
    }

    fn index(&self, index: &'a Index) -> SearchDocument<'a> {
        let mut document = self.of_index(index);
        let scheme = &index.scheme;
        let said = [&scheme.about, &scheme.method, &scheme.publisher, &scheme.units];
        document.body.extend(said.map(|text| Cow::Borrowed(text.in_lang(self.lang))));
        document.body.extend(self.areas(scheme));
        document
    }

    fn edition(&self, index: &'a Index, table: usize) -> SearchDocument<'a> {
        let mut document = self.of_index(index);
        let units = index.tables.get(table).into_iter().flat_map(|table| &table.standings);
        document.body.extend(units.map(|standing| Cow::from(&standing.unit.name)));
        document
    }

    /// What an index looks at.
    fn areas(&self, scheme: &'a Scheme) -> Vec<Cow<'a, str>> {
        let Some(version) = scheme.versions.last() else { return Vec::new() };
        let nodes: Vec<Node<'a>> = version.nodes();
        nodes.into_iter().map(|node| Cow::Borrowed(node.criterion.name.in_lang(self.lang))).collect()
    }

    // Registers

    fn register(&self, at: usize) -> SearchDocument<'a> {
        let section = self.context.section_in(at, self.lang);
        let mut document = section.map_or_else(|| self.titled(), |own| self.text_of(own));
        let folder = section.map_or("", |own| own.folder.as_str());
        let Some(book) = self.records.registers.book(folder) else { return document };
        let kind = &*book.kind;
        document.keywords.push(Cow::Borrowed(kind.name.in_lang(self.lang)));
        document.keywords.extend(kind.folk.iter().map(Cow::from));
        document.body.push(Cow::Borrowed(kind.about.in_lang(self.lang)));
        // Records with pages are found by those.
        if kind.is_listed() && kind.pages == Pages::None {
            document.body.extend(book.records.iter().flat_map(|&record| self.said_in(kind, record)));
        }
        // A question is the name of its answer.
        if kind.layout == Layout::Answers && kind.column(&kind.title).is_some_and(may_be_found) {
            let records = book.records.iter().filter_map(|&record| self.records.catalog.registers.get(record));
            document.keywords.extend(records.filter_map(|own| own.record.text(&kind.title)).map(Cow::Borrowed));
        }
        document
    }

    fn record(&self, at: usize) -> Option<SearchDocument<'a>> {
        let book = self.book_of(at)?;
        let names_nobody = book.kind.column(&book.kind.title).is_none_or(may_be_found);
        (book.kind.is_listed() && names_nobody).then(|| SearchDocument {
            body: self.said_in(&book.kind, at).collect(),
            summary_line: self.name_above(),
            ..self.titled()
        })
    }

    fn group(&self, at: usize) -> Option<SearchDocument<'a>> {
        let group = self.records.registers.groups.get(at)?;
        let kind = &*self.records.registers.books.get(group.book)?.kind;
        let names_nobody = kind.column(&kind.group).is_none_or(may_be_found);
        (kind.is_listed() && names_nobody).then(|| {
            let shared = kind.columns.iter().filter(|column| column.shared && may_be_found(column));
            let shared = shared.filter_map(|column| group.shared.get(&column.id)).flat_map(texts);
            let own = group.records.iter().flat_map(|&record| self.said_in(kind, record));
            SearchDocument { body: shared.chain(own).collect(), summary_line: self.name_above(), ..self.titled() }
        })
    }

    /// The register of a record.
    fn book_of(&self, record: usize) -> Option<&'a Book> {
        let catalog = self.records.catalog;
        let from = catalog.provenances.get(catalog.registers.get(record)?.provenance)?;
        self.records.registers.book(&from.section)
    }

    /// The words of a record that stand on pages and name nobody.
    fn said_in(&self, kind: &'a Kind, record: usize) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
        let record = self.records.catalog.registers.get(record).map(|sourced| &sourced.record);
        let columns = kind.columns.iter().filter(|column| may_be_found(column) && !column.shared);
        columns.filter_map(move |column| record?.get(&column.id)).flat_map(texts)
    }

    /// The title of the section that the page stands in.
    fn name_above(&self) -> String {
        let above = self.context.section_above(self.page);
        above.map(|above| self.context.title_beside(self.page, above)).unwrap_or_default()
    }

    // Ways to procedures, and what the site says of itself

    /// A list of procedures by field or level. What an agency carries out is found by its name without its list.
    fn list(&self, at: usize) -> Option<SearchDocument<'a>> {
        let list = self.context.plan().lists.get(at)?;
        let leads = matches!(list.kind, ListKind::Field(_) | ListKind::Level(_)) && list.members.len() >= LEAST_LISTED;
        leads.then(|| SearchDocument {
            summary_line: self.context.words(self.lang).count("procedures", list.members.len()),
            ..self.titled()
        })
    }

    fn terms(&self, dimension: Dimension) -> SearchDocument<'a> {
        let lists = self.context.plan().terms(dimension);
        let names = lists.map(|(at, _)| self.context.title_beside(self.page, PageKind::List(at, 1)));
        SearchDocument { body: names.map(Cow::Owned).collect(), ..self.titled() }
    }

    fn about_data(&self) -> SearchDocument<'a> {
        let mut document = self.said("about_data_description", "alias_about_data");
        let sources = self.records.catalog.provenances.iter().filter_map(|from| from.source.as_ref());
        document.body.extend(sources.map(Cow::from));
        document
    }

    fn open_data(&self) -> SearchDocument<'a> {
        let mut document = self.said("open_data_lead", "alias_open_data");
        let listed = self.context.plan().listed_data();
        document.body.extend(listed.map(|(kind, _)| Cow::Owned(self.context.title_beside(self.page, kind))));
        document
    }

    fn disclosure(&self) -> SearchDocument<'a> {
        let mut document = self.said("disclosure_description", "alias_disclosure");
        let (_, criteria) = audit::criteria();
        document.body.extend(criteria.iter().map(|criterion| Cow::Borrowed(criterion.statement.in_lang(self.lang))));
        document
    }
}

/// What sort of page the ranking takes it for.
const fn sort_of(kind: PageKind) -> Sort {
    match kind {
        PageKind::Procedures(_)
        | PageKind::Contact(_)
        | PageKind::Officers(_)
        | PageKind::Places
        | PageKind::Rankings(_)
        | PageKind::RankingIndex(_)
        | PageKind::Statistics(_)
        | PageKind::Register(..)
        | PageKind::Section(_)
        | PageKind::AboutData
        | PageKind::Changes
        | PageKind::OpenData
        | PageKind::Disclosure
        | PageKind::Article(_)
        | PageKind::Place(_) => Sort::Own,
        _ => Sort::Below,
    }
}

/// Whether what stands in a column may be searched for: words that are published and name nobody.
fn may_be_found(column: &Column) -> bool {
    let is_words =
        matches!(column.column_type, ColumnType::Text | ColumnType::Long | ColumnType::List | ColumnType::Unit);
    is_words && column.is_public() && !column.officer
}

fn texts(datum: &Datum) -> impl Iterator<Item = Cow<'_, str>> {
    let texts = match datum {
        Datum::Text(text) => std::slice::from_ref(text),
        Datum::List(items) => items.as_slice(),
        Datum::Number(_) | Datum::Date(_) | Datum::Due { .. } | Datum::Flag(_) => &[],
    };
    texts.iter().map(Cow::from)
}

/// What the card of an office says besides its name.
fn lines(office: &Office) -> impl Iterator<Item = &str> {
    let address = office.address.as_ref().map(|address| address.text.as_str());
    let lines = address.into_iter().chain(office.hours.iter().map(String::as_str));
    lines.chain(office.counters.iter().map(String::as_str)).chain(office.note.as_deref())
}

/// The words of a Markdown text, one block or run a line, without its addresses and HTML.
fn plain_text(markdown: &str) -> String {
    let mut plain = String::with_capacity(markdown.len());
    for event in Parser::new(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) => plain.push_str(&words),
            Event::SoftBreak => plain.push(' '),
            Event::HardBreak | Event::End(_) => plain.push('\n'),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_tags_of_markdown_are_no_words() {
        let plain = plain_text("# Lịch trực\n\nXem [giấy tờ](https://a.example/x) <b>nhé</b>\n\n- một\n");
        assert!(plain.contains("Lịch trực") && plain.contains("giấy tờ") && plain.contains("một"));
        assert!(!plain.contains("example") && !plain.contains("<b>"));
    }
}
