use std::collections::BTreeMap;

use crate::config::SiteConfig;
use crate::diag::Lang;
use crate::model::Catalog;
use crate::plan::{Dimension, PageKind};
use crate::view::View;
use crate::view::fixture::{Site, catalog, full, sourced};

use super::*;

fn html(site: &Site, lang: Lang, kind: PageKind) -> String {
    let renderer = Renderer::new(&site.theme).expect("the embedded theme is sound");
    renderer
        .render(&site.view(lang, kind))
        .unwrap_or_else(|found| panic!("{} {:?}", found.location, found.problem.text()))
}

/// The page without what changes with every touch of a style.
fn stable(site: &Site, lang: Lang, kind: PageKind) -> String {
    let page = html(site, lang, kind).replace(&site.theme.stylesheet, "assets/style.css");
    site.theme.scripts.iter().fold(page, |page, (name, path)| page.replace(path, &format!("assets/{name}.js")))
}

/// The part of a page that is its own.
fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("every page has a main part");
    &page[start..page.find("</main>").expect("the main part ends")]
}

fn section(site: &Site, folder: &str) -> usize {
    let own = |section: &crate::content::Section| section.folder == folder && section.lang == Lang::Vi;
    site.content.sections.iter().position(own).expect("the section exists")
}

#[test]
fn a_full_procedure_page() {
    insta::assert_snapshot!(stable(&Site::new(), Lang::Vi, PageKind::Procedure(0)));
}

#[test]
fn a_procedure_page_where_nothing_is_published() {
    insta::assert_snapshot!(main_of(&stable(&Site::new(), Lang::Vi, PageKind::Procedure(1))));
}

#[test]
fn a_procedure_page_where_parts_do_not_apply() {
    insta::assert_snapshot!(main_of(&stable(&Site::new(), Lang::Vi, PageKind::Procedure(2))));
}

#[test]
fn a_procedure_page_in_english() {
    insta::assert_snapshot!(stable(&Site::new(), Lang::En, PageKind::Procedure(0)));
}

#[test]
fn every_other_kind_of_page() {
    let site = Site::new();
    let field = site.plan.terms(Dimension::Field).next().map(|(at, _)| at).expect("there is a field");
    let kinds = [
        ("home", PageKind::Home),
        ("procedures", PageKind::Procedures(section(&site, "thu-tuc"))),
        ("list", PageKind::List(field, 1)),
        ("terms", PageKind::Terms(Dimension::Field)),
        ("places", PageKind::Places),
        ("place", PageKind::Place(0)),
        ("ended_place", PageKind::Place(1)),
        ("contact", PageKind::Contact(section(&site, "lien-he"))),
        ("officers", PageKind::Officers(section(&site, "can-bo"))),
        ("about_data", PageKind::AboutData),
        ("search", PageKind::Search),
        ("section", PageKind::Section(section(&site, "tin"))),
        ("article", PageKind::Article(0)),
        ("not_found", PageKind::NotFound),
    ];
    for (name, kind) in kinds {
        insta::assert_snapshot!(name, main_of(&stable(&site, Lang::Vi, kind)));
    }
}

#[test]
fn a_long_register_leads_to_its_letters() {
    let many = (0..201).map(|at| sourced(crate::view::fixture::bare(&format!("1.{at:06}"), "Cấp giấy"), 0)).collect();
    let site = Site::with(Catalog { procedures: many, ..catalog() }, |_| {});
    let page = html(&site, Lang::Vi, PageKind::Procedures(section(&site, "thu-tuc")));
    assert!(page.contains("<a href=\"../thu-tuc/a-z/c/\">C <span class=\"count\">201</span></a>"), "{page}");
    assert!(!page.contains("1.000007"));
    let list = site.plan.letters(section(&site, "thu-tuc")).next().map(|(at, _)| at).expect("there is a letter");
    let last = html(&site, Lang::Vi, PageKind::List(list, 3));
    assert!(last.contains("trang 3 trên 3") && last.contains("rel=\"prev\"") && !last.contains("rel=\"next\""));
}

/// What a hostile cell may hold; `]]` and `{{` would matter if text were ever taken for a template.
const HOSTILE: &str = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{ 7*7 }}{% raw %}";

#[test]
fn hostile_text_comes_out_as_text_on_every_page() {
    let mut catalog = catalog();
    catalog.procedures = vec![sourced(hostile_procedure(), 0)];
    for office in &mut catalog.offices {
        office.record.name.push_str(HOSTILE);
        office.record.note = Some(HOSTILE.to_owned());
        office.record.hours = vec![HOSTILE.to_owned()];
        office.record.contact.website = Some(format!("javascript:{HOSTILE}"));
        office.record.contact.emails = vec![HOSTILE.to_owned()];
    }
    for officer in &mut catalog.officers {
        officer.record.name.push_str(HOSTILE);
        officer.record.phones = vec![HOSTILE.to_owned()];
    }
    catalog.provenances[0].source = Some(HOSTILE.to_owned());
    let site = Site::with(catalog, |config| {
        config.unit.name = HOSTILE.to_owned();
        config.unit.tagline = HOSTILE.to_owned();
        config.unit.hotline = HOSTILE.to_owned();
        config.unit.feedback.web = format!("javascript:{HOSTILE}");
    });
    let renderer = Renderer::new(&site.theme).expect("the embedded theme is sound");
    let context = site.context();
    for planned in &site.plan.pages {
        let page = renderer.render(&crate::view::build(&context, planned).0).expect("the page renders");
        for forbidden in ["<script>", "<img", "javascript:<", "=javascript", "\"javascript:", "&lt;/script>", "49{%"] {
            assert!(!page.contains(forbidden), "{forbidden} on {}", planned.route);
        }
    }
}

fn hostile_procedure() -> crate::model::Procedure {
    use crate::model::{LegalBasis, Part, ReceptionPlace};
    let text = || HOSTILE.to_owned();
    let mut record = full();
    record.name = text();
    record.field = Some(text());
    record.kind = Some(text());
    record.conditions = Part::NotApplicable(text());
    record.description = Part::Stated(format!("Bước 1: {HOSTILE}\n- {HOSTILE}\na) {HOSTILE}"));
    record.subjects = Part::Stated(vec![text()]);
    record.results = Part::Stated(vec![text()]);
    record.agencies.executing = vec![text()];
    record.reception = Part::Stated(vec![ReceptionPlace::Words(text())]);
    record.keywords = vec![text()];
    record.portal_url = Some(format!("javascript:{HOSTILE}"));
    let url = Some(format!("javascript:{HOSTILE}"));
    record.legal_basis =
        Part::Stated(vec![LegalBasis { number: Some(text()), title: text(), url, ..LegalBasis::default() }]);
    record
}

#[test]
fn structured_data_is_json_whatever_the_record_holds() {
    let site = Site::with(Catalog { procedures: vec![sourced(hostile_procedure(), 0)], ..catalog() }, |_| {});
    let page = html(&site, Lang::Vi, PageKind::Procedure(0));
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("the page has structured data");
    let (json, _) = rest.split_once("</script>").expect("the script ends");
    let service: serde_json::Value = serde_json::from_str(json).expect("it is JSON");
    assert_eq!(service["name"], HOSTILE);
    assert_eq!(service["@type"], "GovernmentService");
}

#[test]
fn no_page_needs_inline_script_or_style() {
    let site = Site::new();
    let renderer = Renderer::new(&site.theme).expect("the embedded theme is sound");
    let context = site.context();
    for planned in &site.plan.pages {
        let page = renderer.render(&crate::view::build(&context, planned).0).expect("the page renders");
        for forbidden in [" style=", "<style", " onclick", " onload"] {
            assert!(!page.contains(forbidden), "{forbidden} on {}", planned.route);
        }
        let scripts = page.matches("<script").count();
        let allowed = page.matches("<script type=\"application/ld+json\">").count()
            + page.matches("<script type=\"module\" src=").count();
        assert_eq!(scripts, allowed, "{}", planned.route);
    }
}

#[test]
fn ids_are_unique_and_anchors_resolve_on_every_page() {
    let site = Site::new();
    let renderer = Renderer::new(&site.theme).expect("the embedded theme is sound");
    let context = site.context();
    for planned in &site.plan.pages {
        let page = renderer.render(&crate::view::build(&context, planned).0).expect("the page renders");
        let values = |attribute: &str| {
            let values = page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
            values.map(str::to_owned).collect::<Vec<_>>()
        };
        let ids = values(" id=\"");
        let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), distinct.len(), "{}: {ids:?}", planned.route);
        for target in values(" href=\"#").into_iter().chain(values(" aria-labelledby=\"")) {
            assert!(distinct.contains(&target), "#{target} on {}", planned.route);
        }
    }
}

fn overridden(path: &str, source: &str) -> Theme {
    let overrides = BTreeMap::from([(path.to_owned(), source.as_bytes().to_vec())]);
    Theme::load(&SiteConfig::default(), &overrides).expect("the override can be parsed")
}

#[test]
fn an_error_while_rendering_names_the_template_and_line() {
    let site = Site::new();
    let theme = overridden(
        "templates/home.html",
        "{% extends \"base.html\" %}\n{% block content %}\n{{ nothing.here }}\n{% endblock %}",
    );
    let renderer = Renderer::new(&theme).expect("the theme can be compiled");
    let found = renderer.render(&site.view(Lang::Vi, PageKind::Home)).expect_err("the name does not exist");
    assert_eq!(format!("{} {}", found.code(), found.location), "CK0704 templates/home.html:3:1");
}

#[test]
fn an_error_in_a_macro_is_told_where_it_happens() {
    let site = Site::new();
    let theme = overridden(
        "themes/congkhai/templates/macros.html",
        "{% macro rows(list) %}\n\n{{ list.missing.name }}{% endmacro %}",
    );
    let renderer = Renderer::new(&theme).expect("the theme can be compiled");
    let list = PageKind::List(site.plan.terms(Dimension::Field).next().map(|(at, _)| at).expect("there is a field"), 1);
    let found = renderer.render(&site.view(Lang::Vi, list)).expect_err("the macro lacks names");
    assert!(found.location.to_string().contains("templates/"), "{}", found.location);
}

#[test]
fn a_content_key_changes_with_the_record_the_template_and_the_words() {
    let site = Site::new();
    let key = |theme: &Theme, view: &View| Renderer::new(theme).expect("the theme is sound").content_key(view);
    let view = site.view(Lang::Vi, PageKind::Procedure(0));
    let same = key(&site.theme, &view);
    assert_eq!(same, key(&site.theme, &site.view(Lang::Vi, PageKind::Procedure(0))));
    assert_ne!(same, key(&site.theme, &site.view(Lang::Vi, PageKind::Procedure(1))));
    let used = overridden("templates/macros.html", &format!("{}\n", site.theme.templates["macros.html"].source));
    assert_ne!(same, key(&used, &view));
    let unused = overridden("templates/404.html", "khác");
    assert_eq!(same, key(&unused, &view));
    let words = overridden("themes/congkhai/i18n/vi.toml", "code = \"Số\"\n");
    assert_ne!(same, key(&words, &view));
}

#[test]
fn the_site_s_own_values_reach_its_templates_and_their_keys() {
    let page = |text: &str| {
        let mut config = SiteConfig::default();
        config.extra.insert("note".to_owned(), text.into());
        let overrides = BTreeMap::from([("templates/404.html".to_owned(), b"{{ extra.note }}".to_vec())]);
        let theme = Theme::load(&config, &overrides).expect("the override can be parsed");
        let renderer = Renderer::new(&theme).expect("the theme can be compiled");
        let view = Site::new().view(Lang::Vi, PageKind::NotFound);
        (renderer.render(&view).expect("the page renders"), renderer.content_key(&view))
    };
    assert_eq!(page("<một>").0, "&lt;một&gt;");
    assert_ne!(page("một").1, page("hai").1);
}

#[test]
fn pages_can_be_made_on_many_threads() {
    fn shared<T: Sync>() {}
    shared::<Renderer>();
    shared::<crate::view::ViewContext<'_>>();
}
