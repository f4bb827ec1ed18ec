//! A plan → scores, by the formulae in the documentation of [`super`].

use std::cmp::Ordering;
use std::collections::BTreeMap;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, TermInfo};
use tantivy::query::Bm25Weight;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, InvertedIndexReader, TERMINATED};

use super::index::{SearchError, SearchIndex};
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

/// Document → score and cover, sparse.
type Found = BTreeMap<u32, Value>;

#[derive(Clone, Copy, Debug, Default)]
struct Value {
    score: f32,
    cover: f32,
}

struct Evaluator<'a> {
    index: &'a SearchIndex,
    norms: FieldNormReader,
    average: BTreeMap<Field, f32>,
}

impl<'a> Evaluator<'a> {
    #[expect(clippy::cast_precision_loss, reason = "tantivy computes its average so, and the scores shall be its own")]
    fn new(index: &'a SearchIndex) -> Result<Self, SearchError> {
        let norms = index.segment.get_fieldnorms_reader(index.columns[&Field::Name])?;
        let mut average = BTreeMap::new();
        for field in Field::ALL {
            average.insert(field, index.total_terms(field)? as f32 / index.segment.max_doc() as f32);
        }
        Ok(Self { index, norms, average })
    }

    fn run(&mut self, plan: &QueryPlan, tier: Tier) -> Result<Vec<Scored>, SearchError> {
        let mut total = Found::new();
        let mut mass = 0.0;
        for clause in &plan.clauses {
            mass += clause.mass;
            for (document, value) in self.clause(clause, tier)? {
                let sum = total.entry(document).or_default();
                sum.score += value.score;
                sum.cover += clause.mass * value.cover;
            }
        }
        let weights = &self.index.weights;
        let hit = |(document, value): (u32, Value)| {
            let cover = if mass > 0.0 { value.cover / mass } else { 1.0 };
            let prior = 1.0 + weights.prior * f32::from(self.index.priors[document as usize]) / 255.0;
            Scored { document, cover, score: value.score * cover * cover * prior }
        };
        let mut hits: Vec<Scored> =
            total.into_iter().map(hit).filter(|hit| hit.cover >= weights.minimum_cover).collect();
        hits.sort_by(|a, b| b.score.partial_cmp(&a.score).unwrap_or(Ordering::Equal));
        Ok(hits)
    }

    /// The best alternative, separately by score and by cover.
    fn clause(&mut self, clause: &Clause, tier: Tier) -> Result<Found, SearchError> {
        let mut best = Found::new();
        for alternative in &clause.alternatives {
            for (document, value) in self.alternative(alternative, tier)? {
                let known = best.entry(document).or_default();
                known.score = known.score.max(value.score);
                known.cover = known.cover.max(value.cover);
            }
        }
        Ok(best)
    }

    fn alternative(&mut self, alternative: &Alternative, tier: Tier) -> Result<Found, SearchError> {
        let mut sum = Found::new();
        let mut mass = 0.0;
        for word in &alternative.words {
            mass += word.mass;
            for (document, value) in self.word(word, tier)? {
                let known = sum.entry(document).or_default();
                known.score += value.score;
                known.cover += word.mass * value.cover;
            }
        }
        for value in sum.values_mut() {
            value.cover = if mass > 0.0 { value.cover / mass } else { 1.0 };
            value.score = alternative.boost * value.score * value.cover;
        }
        Ok(sum)
    }

    fn word(&mut self, word: &PlanWord, tier: Tier) -> Result<Found, SearchError> {
        let mut sum = Found::new();
        for term in word.terms.iter().filter(|term| term.field.tier() <= tier) {
            for (document, score) in self.term(term)? {
                let known = sum.entry(document).or_default();
                known.score += term.boost * score;
                known.cover = known.cover.max(term.cover);
            }
        }
        Ok(sum)
    }

    /// BM25 of a term; of a prefix, the best of its terms.
    fn term(&self, term: &Term) -> Result<BTreeMap<u32, f32>, SearchError> {
        let inverted = self.index.segment.inverted_index(self.index.columns[&term.field])?;
        let mut scores = BTreeMap::new();
        if !term.prefix {
            if let Some(found) = inverted.terms().get(term.text.as_bytes())? {
                self.postings(&inverted, &found, term.field, &mut scores)?;
            }
            return Ok(scores);
        }
        let mut range = inverted.terms().range().ge(term.text.as_bytes()).into_stream()?;
        let mut count = 0;
        while count < MOST_COMPLETIONS && range.advance() && range.key().starts_with(term.text.as_bytes()) {
            self.postings(&inverted, range.value(), term.field, &mut scores)?;
            count += 1;
        }
        Ok(scores)
    }

    fn postings(
        &self,
        inverted: &InvertedIndexReader,
        found: &TermInfo,
        field: Field,
        scores: &mut BTreeMap<u32, f32>,
    ) -> Result<(), SearchError> {
        let documents = u64::from(self.index.segment.max_doc());
        let frequency = u64::from(found.doc_freq);
        let weight = Bm25Weight::for_one_term_without_explain(frequency, documents, self.average[&field]);
        let mut postings = inverted.read_postings_from_terminfo(found, IndexRecordOption::Basic)?;
        while postings.doc() != TERMINATED {
            let norm = if field == Field::Name { self.norms.fieldnorm_id(postings.doc()) } else { 1 };
            let score = weight.score(norm, postings.term_freq());
            let known = scores.entry(postings.doc()).or_insert(score);
            *known = known.max(score);
            postings.advance();
        }
        Ok(())
    }
}
