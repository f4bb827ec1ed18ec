//! Pages and sections.

use rayon::prelude::*;

use crate::output::OutputError;
use crate::zola::library::{Node, Role, pagers};
use crate::zola::values;

use super::Press;

impl Press<'_> {
    /// Every page, with its old addresses.
    pub(super) fn pages(&self) -> Result<(), OutputError> {
        let ids: Vec<usize> = self.book.site.library.pages().collect();
        ids.par_iter().try_for_each(|id| self.page(*id))
    }

    pub(super) fn page(&self, id: usize) -> Result<(), OutputError> {
        let library = &self.book.site.library;
        let node = library.node(id);
        if let Some(visit) = &node.guest {
            return self.guest(id, visit.at);
        }
        if library.is_left_out(id) {
            return Ok(());
        }
        self.aliases(node)?;
        if !node.front.render {
            return Ok(());
        }
        let inherited = library.nearest(id, |section| section.front.page_template.clone());
        let named = node.front.template.as_deref().or(inherited.as_deref());
        let Some(template) = self.template(node, named, &["page.html"]) else { return Ok(()) };
        let mut map = self.addressed(&node.file.lang, &node.path, &node.permalink);
        map.insert("page".to_owned(), values::page(&self.book.site, Some(self.book), id, true));
        self.make(&node.output(), template, map, &node.file.path())
    }

    /// Every section, cut into several pages where it asks for that.
    pub(super) fn sections(&self) -> Result<(), OutputError> {
        let ids: Vec<usize> = self.book.site.library.sections().collect();
        ids.par_iter().try_for_each(|id| self.section(*id))
    }

    pub(super) fn section(&self, id: usize) -> Result<(), OutputError> {
        let node = self.book.site.library.node(id);
        self.aliases(node)?;
        if let Some(target) = &node.front.redirect_to {
            let to = if target.contains("://") { target.clone() } else { self.book.site.config.permalink(target) };
            return self.redirect(&node.output(), &to, &node.file.lang, &node.file.path());
        }
        if let Some(visit) = node.guest.as_ref().filter(|visit| visit.role != Role::Home) {
            return self.guest_section(id, visit.at);
        }
        if !node.front.render {
            return Ok(());
        }
        let usual: &[&str] = if node.is_home() { &["index.html", "section.html"] } else { &["section.html"] };
        let Some(template) = self.template(node, node.front.template.as_deref(), usual) else { return Ok(()) };
        match node.front.paginate_by {
            Some(by) => self.paginated(id, node, template, by),
            None => {
                let section = values::section(&self.book.site, Some(self.book), id, true);
                self.whole_section(node, template, section, None)
            }
        }
    }

    fn paginated(&self, id: usize, node: &Node, template: &str, by: usize) -> Result<(), OutputError> {
        let mut pages = node.pages.clone();
        if node.front.paginate_reversed {
            pages.reverse();
        }
        let word = node.front.paginate_path.trim_matches('/');
        let pagers = pagers(&self.book.site.config, &pages, by, &node.path, word);
        let section = values::section(&self.book.site, Some(self.book), id, false);
        let source = node.file.path();
        let paginator = values::paginator(self.book, &pagers, 0, by, word);
        self.whole_section(node, template, section.clone(), Some(paginator))?;
        (1..pagers.len()).into_par_iter().try_for_each(|at| {
            let pager = &pagers[at];
            let mut map = self.addressed(&node.file.lang, &pager.path, &pager.permalink);
            map.insert("section".to_owned(), section.clone());
            map.insert("paginator".to_owned(), values::paginator(self.book, &pagers, at, by, word));
            self.make(&format!("{}index.html", &pager.path[1..]), template, map, &source)
        })?;
        self.first_pager(&node.path, word, &node.permalink, &node.file.lang, &source)
    }

    /// The first page of a list under its number leads to the list itself.
    pub(super) fn first_pager(
        &self,
        path: &str,
        word: &str,
        permalink: &str,
        lang: &str,
        source: &str,
    ) -> Result<(), OutputError> {
        let output = format!("{}{}1/index.html", path.trim_start_matches('/'), crate::zola::library::folder(word));
        self.redirect(&output, permalink, lang, source)
    }
}
