//! The tantivy index of one language.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use tantivy::schema::{Field as Column, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{RawTokenizer, TokenizerManager};
use tantivy::{DocSet, Index, IndexSettings, SegmentReader, TERMINATED, TantivyDocument};

use crate::model::Level;

use super::code;
use super::document::SearchDocument;
use super::figures::Figures;
use super::plan::Field;
use super::tokenizer::{SyllableTokenizer, Terms};
use super::vocabulary::Vocabulary;
use super::weights::Weights;
use super::words::Words;

/// Memory that tantivy may plan with, in bytes; it is a hint to its hash table, not a reservation.
const WRITER_BUDGET: usize = 64 << 20;

/// Long texts that may share a pair: one of so many documents, or so many documents.
const MOST_IN_BODIES: (u32, u32) = (25, 200);

/// From so many documents on there are many.
const MANY: u32 = 1000;

/// Why an index could not be made or read. Always a fault of the program or the machine, never of the user's data.
#[derive(Debug, thiserror::Error)]
#[error("the search index: {0}")]
pub struct SearchError(#[from] tantivy::TantivyError);

impl From<std::io::Error> for SearchError {
    fn from(error: std::io::Error) -> Self {
        Self(error.into())
    }
}

/// What a hit shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Code of a procedure, address of another page.
    pub key: String,
    /// Address, relative to the site's root.
    pub route: String,
    /// Name or title.
    pub title: String,
    /// The second line.
    pub summary_line: String,
    /// What stands beside it in numbers.
    pub figures: Figures,
    /// Field (*lĩnh vực*).
    pub field: String,
    /// The first executing agency.
    pub agency: String,
    /// The level nearest to the citizen.
    pub level: Option<Level>,
    /// Whether it is done online from beginning to end.
    pub online: bool,
}

/// The index of one language: one tantivy segment in memory, and what the ranking needs beside it.
///
/// Document numbers are positions in the list that it was built from.
pub struct SearchIndex {
    pub(super) segment: SegmentReader,
    pub(super) columns: BTreeMap<Field, Column>,
    /// What hits show, by document number.
    pub entries: Vec<Entry>,
    /// The prior of each document ([`super::Facts::prior`]).
    pub priors: Vec<u8>,
    /// The words of tier A.
    pub vocabulary: Vocabulary,
    /// The tables of query understanding.
    pub words: Words,
    /// The numbers of the ranking.
    pub weights: Weights,
}

impl SearchIndex {
    /// Indexes documents.
    ///
    /// # Errors
    /// Fails only where tantivy fails.
    pub fn build<'a>(
        documents: impl IntoIterator<Item = SearchDocument<'a>>,
        words: Words,
    ) -> Result<Self, SearchError> {
        let (schema, columns) = schema();
        let builder = Index::builder().schema(schema).tokenizers(tokenizers()).settings(IndexSettings::default());
        let mut writer =
            builder.single_segment_index_writer(tantivy::directory::RamDirectory::create(), WRITER_BUDGET)?;
        let (mut entries, mut priors) = (Vec::new(), Vec::new());
        for document in documents {
            writer.add_document(indexed(&document, &columns, &words))?;
            priors.push(document.facts.prior());
            entries.push(Entry {
                key: document.key.into_owned(),
                route: document.route.to_owned(),
                title: document.title.into_owned(),
                summary_line: document.summary_line,
                figures: document.figures,
                field: document.field.to_owned(),
                agency: document.agency.first().copied().unwrap_or_default().to_owned(),
                level: document.facts.level,
                online: document.facts.online,
            });
        }
        let index = writer.finalize()?;
        let segment = index.searchable_segments()?.first().map(SegmentReader::open).transpose()?;
        let Some(segment) = segment else { unreachable!("a single-segment writer leaves one segment") };
        let mut built = Self {
            segment,
            columns,
            entries,
            priors,
            vocabulary: Vocabulary::default(),
            words,
            weights: Weights::default(),
        };
        built.vocabulary = built.read_vocabulary()?;
        Ok(built)
    }

    /// Number of documents.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing can be found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// In how many long texts a pair stands that is looked for there. One that more have tells them apart no longer;
    /// among many texts, one that a single text has is a slip or a number.
    pub(super) fn in_bodies(&self) -> RangeInclusive<u32> {
        let documents = self.segment.max_doc();
        1 + u32::from(documents >= MANY)..=(documents / MOST_IN_BODIES.0).max(MOST_IN_BODIES.1)
    }

    /// Number of terms of a field in all documents, repetitions included: `total` of the average fieldnorm.
    ///
    /// # Errors
    /// Fails where tantivy cannot read its own segment.
    pub fn total_terms(&self, field: Field) -> Result<u64, SearchError> {
        Ok(self.segment.inverted_index(self.columns[&field])?.total_num_tokens())
    }

    /// The fieldnorm ids of the name, by document.
    ///
    /// # Errors
    /// Fails where tantivy cannot read its own segment.
    pub fn fieldnorm_ids(&self) -> Result<Vec<u8>, SearchError> {
        let norms = self.segment.get_fieldnorms_reader(self.columns[&Field::Name])?;
        Ok((0..self.segment.max_doc()).map(|document| norms.fieldnorm_id(document)).collect())
    }

    /// Hands every term of a field, in byte order, with its documents in ascending order to `visit`.
    ///
    /// # Errors
    /// Fails where tantivy cannot read its own segment.
    pub fn for_each_term(&self, field: Field, mut visit: impl FnMut(&str, &[u32])) -> Result<(), SearchError> {
        let inverted = self.segment.inverted_index(self.columns[&field])?;
        let mut terms = inverted.terms().stream()?;
        let mut documents = Vec::new();
        while terms.advance() {
            let mut postings = inverted.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?;
            documents.clear();
            documents.reserve(postings.doc_freq() as usize);
            while postings.doc() != TERMINATED {
                documents.push(postings.doc());
                postings.advance();
            }
            visit(std::str::from_utf8(terms.key()).unwrap_or_default(), &documents);
        }
        Ok(())
    }

    fn read_vocabulary(&self) -> Result<Vocabulary, SearchError> {
        let mut frequencies: BTreeMap<String, u32> = BTreeMap::new();
        let mut pairs = BTreeSet::new();
        for field in [Field::Name, Field::Keywords] {
            let inverted = self.segment.inverted_index(self.columns[&field])?;
            let mut terms = inverted.terms().stream()?;
            while terms.advance() {
                let word = std::str::from_utf8(terms.key()).unwrap_or_default();
                if !word.contains(' ') {
                    let count = if field == Field::Name { terms.value().doc_freq } else { 0 };
                    *frequencies.entry(word.to_owned()).or_default() += count;
                } else if field == Field::Name {
                    pairs.insert(word.to_owned());
                }
            }
        }
        Ok(Vocabulary { frequencies, documents: self.segment.max_doc(), table_words: self.words.vocabulary(), pairs })
    }
}

fn schema() -> (Schema, BTreeMap<Field, Column>) {
    let mut builder = Schema::builder();
    let columns = Field::ALL
        .map(|field| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer(tokenizer_of(field))
                .set_index_option(IndexRecordOption::Basic)
                .set_fieldnorms(field == Field::Name);
            (field, builder.add_text_field(field.name(), TextOptions::default().set_indexing_options(indexing)))
        })
        .into();
    (builder.build(), columns)
}

const fn tokenizer_of(field: Field) -> &'static str {
    match field {
        Field::Name | Field::Keywords => "words and pairs",
        Field::Exact => "exact",
        Field::Code => "whole",
        Field::Results | Field::Field | Field::Agency | Field::Body => "pairs",
    }
}

fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::new();
    manager.register("words and pairs", SyllableTokenizer(Terms::WordsAndPairs));
    manager.register("exact", SyllableTokenizer(Terms::Exact));
    manager.register("pairs", SyllableTokenizer(Terms::Pairs));
    manager.register("whole", RawTokenizer::default());
    manager
}

fn indexed(document: &SearchDocument<'_>, columns: &BTreeMap<Field, Column>, words: &Words) -> TantivyDocument {
    let mut indexed = TantivyDocument::default();
    let mut add = |field: Field, text: &str| indexed.add_text(columns[&field], text);
    add(Field::Name, &document.title);
    add(Field::Exact, &document.title);
    words.written_out(&document.title).iter().for_each(|long| add(Field::Name, long));
    document.keywords.iter().for_each(|words| add(Field::Keywords, words));
    document.results.iter().for_each(|name| add(Field::Results, name));
    add(Field::Field, document.field);
    document.agency.iter().for_each(|name| add(Field::Agency, name));
    document.body.iter().for_each(|text| add(Field::Body, text));
    if let Some(digits) = code::digits(&document.key) {
        add(Field::Code, &digits);
    }
    indexed
}
