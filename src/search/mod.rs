//! Search: the tantivy index of each language, how a query is understood, and how documents are ranked.
//!
//! Comes in: [`SearchDocument`]s ([`documents`] makes them from the catalogue, the content and the plan). Goes out:
//! a [`SearchIndex`] that answers natively and can be read term by term for export. Refuses to know: HTML, files.
//!
//! A query is answered in two steps, and the browser's client takes the same two:
//! [`query::understand`] turns text into a [`QueryPlan`] by tables, and a plan is evaluated on postings.
//!
//! # Fields and tiers
//!
//! | field | terms | fieldnorms | tier |
//! | --- | --- | --- | --- |
//! | `name` | folded words and pairs | yes | A |
//! | `exact` | exact words of the name that have a character outside ASCII | no | A |
//! | `keywords`, `field`, `agency` | folded words and pairs | no | A |
//! | `code` | the seven digits of the code | no | A |
//! | `body` | folded pairs | no | B |
//!
//! No field keeps frequencies or positions: a term frequency is always 1. A pair is two folded words with one space
//! between. Terms sort by bytes, so a word and the pairs that begin with it are neighbours.
//!
//! # Evaluation of a plan
//!
//! All numbers are `f32`, every operation is rounded to `f32`, sums run in the order of the plan. `N` is the number
//! of documents, `n` of those that have the term.
//!
//! ```text
//! idf(n)       = ln(1 + ((N − n) + 0.5) / (n + 0.5))
//! average      = SearchIndex::total_terms(field) / N
//! norm(id)     = tantivy's fieldnorm of the id for `name`; 1 for every other field
//! bm25(t, d)   = idf · 2.2 · (1 / (1 + 1.2 · (0.25 + 0.75 · norm / average)))
//! term(d)      = bm25 of the term; for a prefix, the greatest bm25 among the first MOST_COMPLETIONS terms of the
//!                field, in byte order, that begin so
//!
//! word.score   = Σ over its terms that d has:  term.boost · term(d)
//! word.cover   = max over its terms that d has:  term.cover                                   (0 if none)
//! alternative.cover = Σ word.mass · word.cover / Σ word.mass          (1 where Σ word.mass = 0 and any word matches)
//! alternative.score = alternative.boost · Σ word.score · alternative.cover
//! clause.score = max over alternatives;  clause.cover = max over alternatives, independently
//! cover        = Σ clause.mass · clause.cover / Σ clause.mass         (1 where Σ clause.mass = 0)
//! score        = Σ clause.score · cover · cover · (1 + Weights::prior · prior(d) / 255)
//! ```
//!
//! A document is a hit if any term matches and `cover ≥ Weights::minimum_cover`. Hits are ordered by falling score,
//! then by rising document number.
//!
//! # Which tier answers
//!
//! Terms of tier A are evaluated first. If at least [`Weights::answers`] documents reach
//! `cover ≥ Weights::answer_cover`, or the plan has no term of tier B, that is the result. Otherwise the whole plan
//! is evaluated again with the terms of both tiers.

mod analysis;
mod code;
mod document;
mod evaluate;
pub mod export;
mod index;
mod native;
mod plan;
mod prior;
pub mod query;
mod tokenizer;
mod typing;
mod vocabulary;
mod weights;
mod words;

pub use analysis::{LONGEST_WORD, TONES, Word, exact, words};
pub use code::{Found, digits};
pub use document::{SearchDocument, clustered, documents, procedure};
pub use evaluate::{Evaluation, MOST_COMPLETIONS, Scored};
pub use index::{Entry, SearchError, SearchIndex};
pub use native::{Hit, SearchResult};
pub use plan::{Alternative, Clause, Field, PlanWord, QueryPlan, Term, Tier};
pub use prior::Facts;
pub use typing::{telex, vni};
pub use vocabulary::Vocabulary;
pub use weights::Weights;
pub use words::{Kind, Phrase, Words};
