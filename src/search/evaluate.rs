//! A plan → scores, by the formulae in the documentation of [`super`].

use std::collections::BTreeMap;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, TermInfo};
use tantivy::query::Bm25Weight;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, InvertedIndexReader, TERMINATED};

use super::index::{SearchError, SearchIndex};
use super::meaning::{LEAST_COVER, Meaning};
use super::plan::{Alternative, Clause, Field, PlanWord, QueryPlan, Term, Tier};

/// Most terms that a prefix stands for, the first ones in byte order.
pub const MOST_COMPLETIONS: usize = 64;

/// A document with its score and how far it covers the query.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scored {
    /// Document number.
    pub document: u32,
    /// Score.
    pub score: f32,
    /// Covered part of the query, 0 to 1.
    pub cover: f32,
}

/// The result of an evaluation.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// Hits, best first; among equal scores the earlier document.
    pub hits: Vec<Scored>,
    /// Whether bodies were read.
    pub tier: Tier,
}

/// Evaluates a plan on tier A, and with tier B where A has too few answers.
pub(super) fn evaluate(index: &SearchIndex, plan: &QueryPlan) -> Result<Evaluation, SearchError> {
    let mut evaluator = Evaluator::new(index)?;
    let hits = evaluator.run(plan, Tier::A)?;
    let answers = hits.iter().filter(|hit| hit.cover >= index.weights.answer_cover).count();
    if plan.is_empty() || answers >= index.weights.answers || !plan.terms().any(|term| term.field.tier() == Tier::B) {
        return Ok(Evaluation { hits, tier: Tier::A });
    }
    Ok(Evaluation { hits: evaluator.run(plan, Tier::B)?, tier: Tier::B })
}

/// What the ways of saying something say of documents.
pub(super) fn meaning(index: &SearchIndex, meant: &[Alternative]) -> Result<Meaning, SearchError> {
    Evaluator::new(index)?.meaning(meant)
}

/// What documents have at one node of the plan.
#[derive(Debug, Default)]
struct Sheet {
    /// By document number; `None` where the document has nothing.
    values: Vec<Option<Value>>,
    /// The documents that have something.
    touched: Vec<u32>,
}

/// What a document has there.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Value {
    /// Score.
    pub(super) score: f32,
    /// Covered part, 0 to 1.
    pub(super) cover: f32,
}

impl Sheet {
    fn new(documents: u32) -> Self {
        Self { values: vec![None; documents as usize], touched: Vec::new() }
    }

    fn at(&mut self, document: u32) -> &mut Value {
        let place = &mut self.values[document as usize];
        if place.is_none() {
            self.touched.push(document);
        }
        place.get_or_insert_default()
    }

    /// Hands over what it holds, and is empty again.
    fn drain(&mut self) -> impl Iterator<Item = (u32, Value)> + '_ {
        let values = &mut self.values;
        self.touched.drain(..).filter_map(|document| Some((document, values[document as usize].take()?)))
    }
}

/// One sheet for each level of the plan, used again and again.
struct Sheets {
    term: Sheet,
    word: Sheet,
    alternative: Sheet,
    clause: Sheet,
    query: Sheet,
}

struct Evaluator<'a> {
    index: &'a SearchIndex,
    norms: FieldNormReader,
    average: BTreeMap<Field, f32>,
    sheets: Sheets,
}

impl<'a> Evaluator<'a> {
    #[expect(clippy::cast_precision_loss, reason = "tantivy computes its average so, and the scores shall be its own")]
    fn new(index: &'a SearchIndex) -> Result<Self, SearchError> {
        let norms = index.segment.get_fieldnorms_reader(index.columns[&Field::Name])?;
        let documents = index.segment.max_doc();
        let mut average = BTreeMap::new();
        for field in Field::ALL {
            average.insert(field, index.total_terms(field)? as f32 / documents as f32);
        }
        let sheet = || Sheet::new(documents);
        let sheets = Sheets { term: sheet(), word: sheet(), alternative: sheet(), clause: sheet(), query: sheet() };
        Ok(Self { index, norms, average, sheets })
    }

    fn run(&mut self, plan: &QueryPlan, tier: Tier) -> Result<Vec<Scored>, SearchError> {
        let mut mass = 0.0;
        for clause in &plan.clauses {
            mass += clause.mass;
            self.clause(clause, tier)?;
            for (document, value) in self.sheets.clause.drain() {
                let sum = self.sheets.query.at(document);
                sum.score += value.score;
                sum.cover += clause.mass * value.cover;
            }
        }
        let index = self.index;
        let mut hits: Vec<Scored> =
            self.sheets.query.drain().map(|(document, value)| scored(index, document, value, mass)).collect();
        hits.retain(|hit| hit.cover >= index.weights.minimum_cover);
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.document.cmp(&b.document)));
        Ok(hits)
    }

    /// The best alternative, separately by score and by cover; then what the phrase means.
    fn clause(&mut self, clause: &Clause, tier: Tier) -> Result<(), SearchError> {
        let meaning = self.meaning(&clause.meant)?;
        self.alternatives(&clause.alternatives, tier, 0.0)?;
        for (document, value) in meaning.values() {
            let best = self.sheets.clause.at(document);
            best.score = best.score.max(value.score * clause.sure);
            best.cover = best.cover.max(value.cover);
        }
        Ok(())
    }

    /// What ways of saying something say of documents.
    fn meaning(&mut self, meant: &[Alternative]) -> Result<Meaning, SearchError> {
        self.alternatives(meant, Tier::A, LEAST_COVER)?;
        Ok(Meaning::of(self.sheets.clause.drain().collect()))
    }

    /// Adds the best of alternatives that cover a document so far at least.
    fn alternatives(&mut self, alternatives: &[Alternative], tier: Tier, least: f32) -> Result<(), SearchError> {
        for alternative in alternatives {
            let mass = self.alternative(alternative, tier)?;
            let power = self.index.weights.phrase_power;
            for (document, value) in self.sheets.alternative.drain() {
                let cover = if mass > 0.0 { value.cover / mass } else { 1.0 };
                if cover < least {
                    continue;
                }
                let best = self.sheets.clause.at(document);
                best.score = best.score.max(alternative.boost * multiplied(value.score, cover, power));
                best.cover = best.cover.max(cover);
            }
        }
        Ok(())
    }

    /// Sums up the words; gives their mass.
    fn alternative(&mut self, alternative: &Alternative, tier: Tier) -> Result<f32, SearchError> {
        let mut mass = 0.0;
        for word in &alternative.words {
            mass += word.mass;
            self.word(word, tier)?;
            for (document, value) in self.sheets.word.drain() {
                let sum = self.sheets.alternative.at(document);
                sum.score += value.score;
                sum.cover += word.mass * value.cover;
            }
        }
        Ok(mass)
    }

    fn word(&mut self, word: &PlanWord, tier: Tier) -> Result<(), SearchError> {
        for term in word.terms.iter().filter(|term| term.field.tier() <= tier) {
            self.term(term)?;
            for (document, value) in self.sheets.term.drain() {
                let sum = self.sheets.word.at(document);
                sum.score += term.boost * value.score;
                sum.cover = sum.cover.max(term.cover);
            }
        }
        Ok(())
    }

    /// BM25 of a term; of a prefix, the best of its terms.
    fn term(&mut self, term: &Term) -> Result<(), SearchError> {
        let inverted = self.index.segment.inverted_index(self.index.columns[&term.field])?;
        let text = term.text.as_bytes();
        if !term.prefix {
            return match inverted.terms().get(text)? {
                Some(found) => self.postings(&inverted, &found, term.field),
                None => Ok(()),
            };
        }
        let mut range = inverted.terms().range().ge(text).into_stream()?;
        let mut count = 0;
        while count < MOST_COMPLETIONS && range.advance() && range.key().starts_with(text) {
            self.postings(&inverted, range.value(), term.field)?;
            count += 1;
        }
        Ok(())
    }

    fn postings(&mut self, inverted: &InvertedIndexReader, found: &TermInfo, field: Field) -> Result<(), SearchError> {
        if field == Field::Body && !self.index.in_bodies().contains(&found.doc_freq) {
            return Ok(());
        }
        let documents = u64::from(self.index.segment.max_doc());
        let frequency = u64::from(found.doc_freq);
        let weight = Bm25Weight::for_one_term_without_explain(frequency, documents, self.average[&field]);
        let mut postings = inverted.read_postings_from_terminfo(found, IndexRecordOption::Basic)?;
        while postings.doc() != TERMINATED {
            let document = postings.doc();
            let norm = if field == Field::Name { self.norms.fieldnorm_id(document) } else { 1 };
            let best = self.sheets.term.at(document);
            best.score = best.score.max(weight.score(norm, postings.term_freq()));
            postings.advance();
        }
        Ok(())
    }
}

fn scored(index: &SearchIndex, document: u32, value: Value, mass: f32) -> Scored {
    let weights = &index.weights;
    let cover = if mass > 0.0 { value.cover / mass } else { 1.0 };
    let prior = 1.0 + weights.prior * f32::from(index.priors[document as usize]) / 255.0;
    Scored { document, cover, score: multiplied(value.score, cover, weights.cover_power) * prior }
}

/// A score multiplied by a cover, several times.
fn multiplied(score: f32, cover: f32, times: u32) -> f32 {
    (0..times).fold(score, |score, _| score * cover)
}
