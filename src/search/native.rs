//! Searching natively.

use serde::Serialize;

use super::evaluate::evaluate;
use super::index::{SearchError, SearchIndex};
use super::plan::{QueryPlan, Tier};
use super::query::{Knowledge, understand};

/// What a search found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SearchResult<'a> {
    /// The best hits.
    pub hits: Vec<Hit<'a>>,
    /// Number of all hits.
    pub total: usize,
    /// Whether long texts were read.
    pub tier: Tier,
}

/// One hit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit<'a> {
    /// Code of a procedure, address of another page.
    pub key: &'a str,
    /// Address, relative to the site's root.
    pub url: &'a str,
    /// Name or title.
    pub title: &'a str,
    /// The second line.
    pub summary: &'a str,
    /// Score; comparable within one search only.
    pub score: f32,
}

impl SearchIndex {
    /// Understands a query.
    #[must_use]
    pub fn understand(&self, query: &str) -> QueryPlan {
        understand(query, Knowledge { vocabulary: &self.vocabulary, words: &self.words, weights: &self.weights })
    }

    /// Searches, and gives at most `limit` hits.
    ///
    /// # Errors
    /// Fails where tantivy cannot read its own segment.
    pub fn search(&self, query: &str, limit: usize) -> Result<SearchResult<'_>, SearchError> {
        self.run(&self.understand(query), limit)
    }

    /// Evaluates a plan, and gives at most `limit` hits.
    ///
    /// # Errors
    /// Fails where tantivy cannot read its own segment.
    pub fn run(&self, plan: &QueryPlan, limit: usize) -> Result<SearchResult<'_>, SearchError> {
        let evaluation = evaluate(self, plan)?;
        let hit = |document: u32, score: f32| {
            let entry = &self.entries[document as usize];
            Hit { key: &entry.key, url: &entry.route, title: &entry.title, summary: &entry.summary_line, score }
        };
        let hits = evaluation.hits.iter().take(limit).map(|found| hit(found.document, found.score)).collect();
        Ok(SearchResult { hits, total: evaluation.hits.len(), tier: evaluation.tier })
    }

    /// Answers a table of queries (tab-separated, a heading line, columns `id category query …`): a line for each,
    /// its id and the keys of the best hits, tab-separated.
    ///
    /// Lines with fewer than three columns are left out.
    ///
    /// # Errors
    /// Fails where tantivy cannot read its own segment.
    pub fn batch(&self, queries: &str, limit: usize) -> Result<String, SearchError> {
        let mut lines = String::new();
        for line in queries.lines().skip(1) {
            let mut columns = line.split('\t');
            let (Some(id), Some(_), Some(query)) = (columns.next(), columns.next(), columns.next()) else { continue };
            lines.push_str(id);
            for hit in self.search(query, limit)?.hits {
                lines.push('\t');
                lines.push_str(hit.key);
            }
            lines.push('\n');
        }
        Ok(lines)
    }
}
