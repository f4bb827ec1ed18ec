//! Pages of taxonomies and their terms.

use rayon::prelude::*;

use crate::output::OutputError;
use crate::zola::library::{Taxonomy, Term, pagers};
use crate::zola::values;

use super::Press;

impl Press<'_> {
    /// Every taxonomy that has pages of its own.
    pub(super) fn taxonomies(&self) -> Result<(), OutputError> {
        let taxonomies = &self.book.site.library.taxonomies;
        let shown = taxonomies.par_iter().filter(|taxonomy| taxonomy.config.render);
        shown.try_for_each(|taxonomy| {
            if !taxonomy.is_guest {
                self.list(taxonomy)?;
            }
            let own = taxonomy.terms.par_iter().filter(|term| !term.is_guest);
            own.try_for_each(|term| self.term(taxonomy, term))
        })
    }

    fn list(&self, taxonomy: &Taxonomy) -> Result<(), OutputError> {
        let own = format!("{}/list.html", taxonomy.config.name);
        let Some(template) = self.engine.first(&[&own, "taxonomy_list.html"]) else { return Ok(()) };
        let mut map = self.addressed(&taxonomy.lang, &taxonomy.path, &taxonomy.permalink);
        map.insert("taxonomy".to_owned(), taxonomy.config.to_value());
        let terms = taxonomy.terms.iter().map(|term| values::term(self.book, term, true));
        map.insert("terms".to_owned(), terms.collect());
        self.make(&output(&taxonomy.path), template, map, &taxonomy.path)
    }

    fn term(&self, taxonomy: &Taxonomy, term: &Term) -> Result<(), OutputError> {
        let own = format!("{}/single.html", taxonomy.config.name);
        let Some(template) = self.engine.first(&[&own, "taxonomy_single.html"]) else { return Ok(()) };
        let Some(by) = taxonomy.config.paginate_by else {
            let mut map = self.addressed(&taxonomy.lang, &term.path, &term.permalink);
            map.insert("taxonomy".to_owned(), taxonomy.config.to_value());
            map.insert("term".to_owned(), values::term(self.book, term, true));
            return self.make(&output(&term.path), template, map, &term.path);
        };
        let word = taxonomy.config.paginate_path.as_deref().unwrap_or("page");
        let pagers = pagers(&self.book.site.config, &term.pages, by, &term.path, word);
        let value = values::term(self.book, term, true);
        for (at, pager) in pagers.iter().enumerate() {
            let mut map = self.addressed(&taxonomy.lang, &pager.path, &pager.permalink);
            map.insert("taxonomy".to_owned(), taxonomy.config.to_value());
            map.insert("term".to_owned(), value.clone());
            map.insert("paginator".to_owned(), values::paginator(self.book, &pagers, at, by, word));
            self.make(&output(&pager.path), template, map, &pager.path)?;
        }
        self.first_pager(&term.path, word, &term.permalink, &taxonomy.lang, &term.path)
    }
}

fn output(path: &str) -> String {
    format!("{}index.html", path.trim_start_matches('/'))
}
