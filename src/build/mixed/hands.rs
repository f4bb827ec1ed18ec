//! Makes the content of guests, and what stands around every page.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::diag::{Code, Diagnostic, Lang};
use crate::plan::{PageKind, PlannedPage, Route};
use crate::render::{Functions, Renderer};
use crate::theme::Theme;
use crate::view::{self, Page, View, ViewContext};
use crate::zola::{Frame, Made, Maker};

use super::super::Progress;
use super::Mixed;

/// Renders parts of pages with the default theme.
pub(in crate::build) struct Hands<'a> {
    context: ViewContext<'a>,
    renderer: Renderer,
    mixed: &'a Mixed,
    /// Path of the stylesheet of our parts.
    scoped: &'a str,
    /// Planned pages by their addresses.
    by_route: HashMap<&'a str, usize>,
    progress: Option<&'a dyn Progress>,
    problems: Mutex<Vec<Diagnostic>>,
}

impl<'a> Hands<'a> {
    /// Compiles the templates of the default theme.
    pub(in crate::build) fn new(
        context: ViewContext<'a>,
        mixed: &'a Mixed,
        theme: &'a Theme,
        functions: &Functions,
        progress: Option<&'a dyn Progress>,
    ) -> Result<Self, Box<Diagnostic>> {
        let renderer = Renderer::with(theme, functions)?;
        let pages = context.plan().pages.iter().enumerate();
        let by_route = pages.map(|(at, page)| (page.route.as_str(), at)).collect();
        let scoped = theme.scoped.as_deref().unwrap_or(&theme.stylesheet);
        Ok(Self { context, renderer, mixed, scoped, by_route, progress, problems: Mutex::default() })
    }

    /// What all pages share.
    pub(super) const fn context(&self) -> &ViewContext<'a> {
        &self.context
    }

    /// What was found while parts were made.
    pub(super) fn into_problems(self) -> Vec<Diagnostic> {
        self.problems.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, problem: Diagnostic) {
        self.problems.lock().unwrap_or_else(PoisonError::into_inner).push(problem);
    }

    /// What stands around a page.
    fn around(&self, page: &Page, kind: PageKind) -> Frame {
        let part = |name: &str| match self.renderer.part(name, page, self.scoped, kind == PageKind::Search) {
            Ok(html) => html,
            Err(problem) => {
                self.tell(*problem);
                String::new()
            }
        };
        Frame { head: part("frame-head.html"), above: part("frame-above.html") }
    }
}

impl Maker for Hands<'_> {
    fn content(&self, guest: usize) -> Option<Made> {
        let planned = &self.context.plan().pages[*self.mixed.guests.get(guest)?];
        let (mut view, problems) = view::build(&self.context, planned);
        if let View::Home(home) = &mut view {
            // The theme shows the text of the home page itself.
            home.html.clear();
        }
        // Links of texts are told with their lines where Zola's rules render them.
        problems.into_iter().filter(|one| one.code() != Code::Ck0603).for_each(|one| self.tell(one));
        let html = self.renderer.render(&view).map_err(|problem| self.tell(*problem)).ok()?;
        if let Some(progress) = self.progress {
            progress.step();
        }
        if matches!(planned.kind, PageKind::RankingEmbed(..)) {
            return Some(Made { html, ..Made::default() });
        }
        Some(Made {
            html,
            description: view.page().description.clone(),
            extra: view::record(&self.context, planned),
            frame: self.around(view.page(), planned.kind),
        })
    }

    fn frame(&self, output: &str, lang: &str) -> Frame {
        let address = output.strip_suffix("index.html").unwrap_or(output);
        if let Some(at) = self.by_route.get(address) {
            let planned = &self.context.plan().pages[*at];
            return self.around(&view::frame(&self.context, planned), planned.kind);
        }
        // Pages of the theme's own: their links begin at the root of the host, as those of the page for lost visitors.
        let lang = Lang::from_tag(lang).filter(|lang| self.context.speaks(*lang));
        let lang = lang.unwrap_or_else(|| self.context.default_language());
        let planned = PlannedPage { route: Route::file(address), lang, kind: PageKind::NotFound };
        self.around(&view::frame(&self.context, &planned), planned.kind)
    }
}
