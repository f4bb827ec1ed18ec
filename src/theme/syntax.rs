//! Templates are parsed when the theme is loaded, so that a slip is told before any page is made.

use std::collections::BTreeMap;

use minijinja::Environment;

use crate::diag::{Diagnostic, Location, SiteProblem};

use super::Template;

/// Reports every template that cannot be parsed, with its line.
pub(super) fn check(templates: &BTreeMap<String, Template>, problems: &mut Vec<Diagnostic>) {
    let mut environment = Environment::new();
    for (name, template) in templates {
        if let Err(error) = environment.add_template(name, &template.source) {
            let line = error.line().and_then(|line| u32::try_from(line).ok()).unwrap_or(1);
            let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
            let problem = SiteProblem::Template { template: name.clone(), detail };
            problems.push(Diagnostic::new(problem, Location::text(template.path.as_str(), line, 1)));
        }
    }
}
