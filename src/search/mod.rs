//! Search: the tantivy index of each language, how a query is understood, and how documents are ranked.
//!
//! Comes in: [`SearchDocument`]s ([`documents`] makes them from records, texts and words, not from HTML). Goes out:
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
//! | `keywords` | folded words and pairs | no | A |
//! | `results`, `field`, `agency` | folded pairs | no | A |
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
//! phrase.cover = Σ word.mass · word.cover / Σ word.mass                (1 where Σ word.mass = 0)
//! phrase.score = alternative.boost · (Σ word.score · phrase.cover · … · phrase.cover)    Weights::phrase_power times
//! clause.score = max over alternatives and meant;  clause.cover the same, independently
//! cover        = Σ clause.mass · clause.cover / Σ clause.mass          (1 where Σ clause.mass = 0)
//! score        = (Σ clause.score · cover · … · cover) · (1 + Weights::prior · prior(d) / 255)
//!                                                                                  Weights::cover_power times
//! ```
//!
//! `meant` is what a folk phrase means, in tier A only: the same maxima over its meanings with `cover ≥ 0.5`, then
//! rounded ([`Meaning`]): covers to 32nds, scores to the power of two of which the greatest is at most 255.
//!
//! A pair that more than a 25th of all documents have in their bodies, and more than 200, is not looked for there; nor
//! is one that a single document has, of 1000 or more.
//!
//! A document is a hit if any term matches and `cover ≥ Weights::minimum_cover`. Hits are ordered by falling score,
//! then by rising document number.
//!
//! Those of just the name that was asked for move to the front, keeping their order, and scores do not change. Looked
//! at are the first [`NAMED_PAGE`] hits and, of the further ones, the first 2 · [`NAMED_PAGE`] with
//! `cover ≥ Weights::name_cover · (greatest cover of all hits)` and `7/8 · w ≤ length(norm) < 2 · w + 4`, rounded
//! down, where `w` is the number of words of [`QueryPlan::name`] and `length` the number of terms that a fieldnorm
//! id stands for. A hit is of just the name if its title (or what follows "Thủ tục" in it), as folded words joined by
//! spaces, is [`QueryPlan::name`].
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
mod figures;
mod index;
mod meaning;
mod native;
mod pages;
mod plan;
mod prior;
pub mod query;
mod sound;
#[cfg(test)]
mod tests;
mod tokenizer;
mod typing;
mod vocabulary;
mod weights;
mod words;

pub use analysis::{LONGEST_WORD, TONES, Word, exact, folded_name, words};
pub use code::{Found, digits};
pub use document::{SearchDocument, clustered, documents, procedure};
pub use evaluate::{Evaluation, MOST_COMPLETIONS, Scored};
pub use figures::Figures;
pub use index::{Entry, SearchError, SearchIndex};
pub use meaning::Meaning;
pub use native::{Hit, NAMED_PAGE, SearchResult, batch_queries};
pub use plan::{Alternative, Clause, Field, PlanWord, QueryPlan, Term, Tier};
pub use prior::{Facts, Sort};
pub use typing::{telex, vni};
pub use vocabulary::Vocabulary;
pub use weights::Weights;
pub use words::{Found as FoundPhrase, Kind, Phrase, Words};
