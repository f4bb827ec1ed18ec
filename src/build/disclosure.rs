//! The audit of disclosure: what was measured on rendered pages, and every criterion.

use std::collections::HashSet;
use std::mem::{Discriminant, discriminant};

use jiff::civil::Date;

use crate::audit::{self, AuditReport, Facts, Level, Material, PageFacts, PrintFacts, Question};
use crate::diag::{Diagnostic, Lang};
use crate::model::Catalog;
use crate::plan::{PageKind, PlannedPage};
use crate::render::{Functions, Renderer};
use crate::text::Phone;
use crate::view::{self, Records, ViewContext};

use super::mixed::Hands;
use super::report::Clock;
use super::{BuildError, Materials, Options, Silent, pages};

/// What came of an audit.
#[derive(Debug)]
pub struct Audited {
    /// The results.
    pub report: AuditReport,
    /// Everything found in the user's data, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Judges a site as its sources stand, without publishing anything.
///
/// # Errors
/// When a file cannot be read. Problems in the user's data are no error here; they stand in the outcome.
pub fn audit(options: &Options, level: Option<Level>) -> Result<Audited, BuildError> {
    let mut diagnostics = Vec::new();
    let (materials, _) = super::materials(&super::scan(options)?, options, &mut Clock::new(&Silent), &mut diagnostics)?;
    let (report, problems) = judge(&materials, options.as_of, level, &diagnostics);
    diagnostics.extend(problems);
    crate::diag::sort(&mut diagnostics);
    Ok(Audited { report, diagnostics })
}

/// Judges a site whose pages are planned.
pub(super) fn judge(
    materials: &Materials,
    as_of: Date,
    level: Option<Level>,
    findings: &[Diagnostic],
) -> (AuditReport, Vec<Diagnostic>) {
    let level = level.or_else(|| Level::parse(&materials.config.unit.level)).unwrap_or(Level::Xa);
    let pages = measured(materials, as_of);
    let facts = Facts::of(material(materials, &pages, findings, as_of, level));
    let Materials { config, catalog, days, .. } = materials;
    let Catalog { sheets, registers, .. } = catalog.catalog();
    audit::audit(&facts, Question { as_of, level, disclosure: &config.disclosure, sheets, registers, days })
}

fn material<'a>(
    materials: &'a Materials,
    pages: &'a [PageFacts],
    findings: &'a [Diagnostic],
    as_of: Date,
    level: Level,
) -> Material<'a> {
    let Materials { config, content, catalog, rankings, statistics, registers, changes, plan, .. } = materials;
    let (catalog, print) = (catalog.catalog(), print_facts(materials));
    // Nothing is published while the guard finds anything, so what is published was looked at.
    let guarded = true;
    Material {
        config,
        content,
        catalog,
        rankings,
        statistics,
        registers,
        changes,
        plan,
        findings,
        pages,
        print,
        guarded,
        as_of,
        level,
    }
}

/// Renders the first page of each kind and measures it. The page of the audit itself is not among them, since it says
/// what comes out; nor are frames for other sites, which have no head and foot of their own.
fn measured(materials: &Materials, as_of: Date) -> Vec<PageFacts> {
    let Materials { config, content, catalog, rankings, statistics, registers, plan, theme, .. } = materials;
    let Some(theme) = theme else { return Vec::new() };
    // A template that cannot be rendered is reported where pages are made.
    let Ok(renderer) = Renderer::new(theme) else { return Vec::new() };
    let records = Records { catalog: catalog.catalog(), rankings, statistics, registers };
    let context = ViewContext::new(config, content, records, plan, theme, as_of);
    let hands = materials.mixed.as_ref().and_then(|mixed| {
        let context = pages::context(materials, theme, as_of);
        Some((mixed, Hands::new(context, mixed, theme, &Functions::default(), None).ok()?))
    });
    let hotline = Phone::parse(&config.unit.hotline).map(|phone| phone.tel());
    let print = print_facts(materials).rules;
    let measure = |page: &PlannedPage| {
        // What readers see counts: in the theme of somebody else, the page that it makes.
        let html = match &hands {
            Some((mixed, hands)) => mixed.page(page.route.as_str(), hands)?,
            None => renderer.render(&view::build(&context, page).0).ok()?,
        };
        let measured = audit::measure(&page.route, html.as_bytes(), hotline.as_deref());
        Some(PageFacts { print, ..measured })
    };
    let mut seen: HashSet<Discriminant<PageKind>> = HashSet::new();
    let first =
        |page: &&PlannedPage| is_measured(page, config.default_language) && seen.insert(discriminant(&page.kind));
    let pages: Vec<&PlannedPage> = plan.pages.iter().filter(first).collect();
    pages.into_iter().filter_map(measure).collect()
}

/// What the theme's stylesheet says of paper.
fn print_facts(materials: &Materials) -> PrintFacts {
    let theme = materials.theme.as_ref();
    let style = theme.and_then(|theme| theme.assets.iter().find(|asset| asset.path == theme.stylesheet));
    style.map(|style| audit::measure_print(&String::from_utf8_lossy(&style.bytes))).unwrap_or_default()
}

fn is_measured(page: &PlannedPage, lang: Lang) -> bool {
    page.lang == lang && !matches!(page.kind, PageKind::Disclosure | PageKind::RankingEmbed(..))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;
    use minijinja::{Environment, UndefinedBehavior};

    use super::*;
    use crate::audit::criteria;

    /// Names that every rule may use besides the facts of its record.
    const SHARED: [&str; 6] = ["as_of", "judged_as", "site", "days_between", "working_days", "is_dossier_code"];

    /// A misspelt fact would be undefined and fail every record, so each name of a rule is held against the facts of
    /// a record of the repository's own site.
    #[test]
    fn rules_name_only_facts_that_exist() {
        let options = Options {
            root: env!("CARGO_MANIFEST_DIR").into(),
            output_dir: None,
            base_url: None,
            drafts: false,
            force: false,
            publish: false,
            baseline: super::super::Baseline::Site,
            as_of: date(2026, 11, 20),
        };
        let tree = super::super::scan(&options).expect("the site is there");
        let (materials, _) = super::super::materials(&tree, &options, &mut Clock::new(&Silent), &mut Vec::new())
            .expect("the site is there");
        let pages = measured(&materials, options.as_of);
        let facts = Facts::of(material(&materials, &pages, &[], options.as_of, Level::Xa));
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let (mut kinds, mut unknown) = (BTreeSet::new(), Vec::new());
        for criterion in &criteria().1 {
            let Some(records) = criterion.kind.as_deref().and_then(|kind| facts.kind(kind)) else { continue };
            kinds.insert(criterion.kind.as_deref().unwrap_or_default());
            let value = records.value(0);
            for rule in criterion.checks.iter().map(|check| check.rule.as_str()).chain(criterion.subject.as_deref()) {
                let expression = environment.compile_expression(rule).expect("rules compile");
                for name in BTreeSet::from_iter(expression.undeclared_variables(false)) {
                    let known =
                        SHARED.contains(&name.as_str()) || value.get_attr(&name).is_ok_and(|fact| !fact.is_undefined());
                    if !known {
                        unknown.push(format!("{}: {name} in {rule}", criterion.id));
                    }
                }
                let nested = BTreeSet::from_iter(expression.undeclared_variables(true));
                for name in nested.into_iter().filter(|name| name.starts_with("site.")) {
                    let path = name.split('.').skip(1);
                    let found =
                        path.take_while(|part| !part.starts_with("CK")).try_fold(facts.site().clone(), |at, part| {
                            at.get_attr(part).ok().filter(|fact| !fact.is_undefined())
                        });
                    assert!(found.is_some(), "{}: {name} in {rule}", criterion.id);
                }
            }
        }
        assert!(unknown.is_empty(), "{unknown:#?}");
        assert!(kinds.len() >= 9, "the sample has records of {kinds:?} only");
    }
}
