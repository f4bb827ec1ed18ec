//! Searching natively.

use serde::Serialize;

use super::analysis::{folded_name, words};
use super::evaluate::{Scored, evaluate};
use super::index::{SearchError, SearchIndex};
use super::plan::{Field, QueryPlan, Tier};
use super::query::{Knowledge, Understanding, understand};

/// What a search found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SearchResult<'a> {
    /// The best hits.
    pub hits: Vec<Hit<'a>>,
    /// Number of all hits.
    pub total: usize,
    /// Whether long texts were read.
    pub tier: Tier,
    /// The words as they were read, where one is not what was typed: raw keys, missing blanks, a slip.
    pub meant: Option<String>,
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

/// Among how many of the first hits, and twice as many further down, one of just the name that was asked for comes first.
pub const NAMED_PAGE: usize = 10;

/// Terms that "Thủ tục" before a name adds to it: two words, the pair of them, and the pair with the next word.
const TERMS_OF_THU_TUC: usize = 4;

/// Whether folded words are a title, or what follows "Thủ tục" in it.
fn is_name(title: &str, folded: &str) -> bool {
    let title = folded_name(&words(title));
    title == folded || title.strip_prefix("thu tuc ") == Some(folded)
}

impl SearchIndex {
    /// Understands a query.
    #[must_use]
    pub fn understand(&self, query: &str) -> Understanding {
        understand(query, Knowledge { vocabulary: &self.vocabulary, words: &self.words, weights: &self.weights })
    }

    /// Searches, and gives at most `limit` hits.
    ///
    /// # Errors
    /// Fails where tantivy cannot read its own segment.
    pub fn search(&self, query: &str, limit: usize) -> Result<SearchResult<'_>, SearchError> {
        let Understanding { plan, meant } = self.understand(query);
        Ok(SearchResult { meant, ..self.run(&plan, limit)? })
    }

    /// Evaluates a plan, and gives at most `limit` hits.
    ///
    /// # Errors
    /// Fails where tantivy cannot read its own segment.
    pub fn run(&self, plan: &QueryPlan, limit: usize) -> Result<SearchResult<'_>, SearchError> {
        let mut evaluation = evaluate(self, plan)?;
        self.named_first(&mut evaluation.hits, &plan.name)?;
        let hit = |document: u32, score: f32| {
            let entry = &self.entries[document as usize];
            Hit { key: &entry.key, url: &entry.route, title: &entry.title, summary: &entry.summary_line, score }
        };
        let hits = evaluation.hits.iter().take(limit).map(|found| hit(found.document, found.score)).collect();
        Ok(SearchResult { hits, total: evaluation.hits.len(), tier: evaluation.tier, meant: None })
    }

    /// Moves the hits of just the name that was asked for to the front; they keep their order, and so do the others.
    ///
    /// Beside the first hits it looks at those that answer the query and have about as many terms as a name of its
    /// words: where many records share their words, the one of just that name may have a long way to the first page.
    fn named_first(&self, hits: &mut [Scored], name: &str) -> Result<(), SearchError> {
        let norms = self.segment.get_fieldnorms_reader(self.columns[&Field::Name])?;
        let words = name.split(' ').count();
        // A name of n words has n to 2n − 1 terms: punctuation parts pairs. Above 40, a fieldnorm is up to an
        // eighth less than the number of terms.
        let least = self.weights.name_cover * hits.iter().map(|hit| hit.cover).fold(0.0, f32::max);
        let is_near = |hit: &Scored| {
            let terms = norms.fieldnorm(hit.document) as usize;
            hit.cover >= least && (words * 7 / 8..2 * words + TERMS_OF_THU_TUC).contains(&terms)
        };
        let page = hits.len().min(NAMED_PAGE);
        let further = (page..hits.len()).filter(|at| is_near(&hits[*at])).take(2 * NAMED_PAGE);
        let is_named = |at: &usize| is_name(&self.entries[hits[*at].document as usize].title, name);
        let named: Vec<usize> = (0..page).chain(further).filter(is_named).collect();
        for (to, from) in named.into_iter().enumerate() {
            hits[to..=from].rotate_right(1);
        }
        Ok(())
    }

    /// Answers a table of queries ([`batch_queries`]): a line for each, its id and the keys of the best hits,
    /// tab-separated.
    ///
    /// # Errors
    /// Fails where tantivy cannot read its own segment.
    pub fn batch(&self, queries: &str, limit: usize) -> Result<String, SearchError> {
        let mut lines = String::new();
        for (id, query) in batch_queries(queries) {
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

/// Id and text of the queries in a table: tab-separated, with a heading line that names the columns `id` and `query`.
/// Where it does not, the first is the id and the third the query, or the second of two. Lines without them are left out.
pub fn batch_queries(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut lines = table.trim_start_matches('\u{FEFF}').lines();
    let heading: Vec<&str> = lines.next().unwrap_or_default().split('\t').map(str::trim).collect();
    let place = |name: &str| heading.iter().position(|column| column.eq_ignore_ascii_case(name));
    let (id, query) = (place("id").unwrap_or(0), place("query").unwrap_or(if heading.len() > 2 { 2 } else { 1 }));
    lines.filter_map(move |line| Some((line.split('\t').nth(id)?, line.split('\t').nth(query)?)))
}
