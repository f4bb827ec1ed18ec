//! Sites with records in a theme that was written for Zola and knows nothing of them: `tests/themes/thon`.

#![allow(clippy::disallowed_methods, reason = "tests work on real files")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use camino::Utf8PathBuf;
use common::Site;
use congkhai::build::{Baseline, Options, Outcome, Silent, audit, build, index};
use congkhai::diag::{Diagnostic, Lang, Severity};
use congkhai::linkcheck::scan;

fn options(site: &Site) -> Options {
    let root = Utf8PathBuf::from(site.path(""));
    Options {
        output_dir: Some(root.join("public")),
        root,
        base_url: None,
        drafts: false,
        force: false,
        publish: true,
        baseline: Baseline::Output,
        as_of: "2026-11-21".parse().expect("a day"),
    }
}

fn made(site: &Site) -> Outcome {
    build(&options(site), &Silent).expect("the machine works")
}

fn told(found: &[Diagnostic]) -> Vec<String> {
    let one = |one: &Diagnostic| {
        let (message, _) = one.problem.text().into_lang(Lang::En);
        format!("{:?} {} {}: {message}", one.severity, one.code(), one.location)
    };
    found.iter().map(one).collect()
}

fn errors(outcome: &Outcome) -> Vec<String> {
    let errors: Vec<Diagnostic> =
        outcome.diagnostics.iter().filter(|one| one.severity == Severity::Error).cloned().collect();
    told(&errors)
}

/// Copies a folder of this repository into a site.
fn copy(site: &Site, from: &str, to: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(from);
    for entry in walkdir::WalkDir::new(&folder).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let below = entry.path().strip_prefix(&folder).expect("it lies below").to_str().expect("UTF-8");
        site.write(&format!("{to}/{below}"), std::fs::read(entry.path()).expect("the file is there"));
    }
}

/// The sample site of this repository, in a theme of Zola's or in our own.
fn sample(theme: Option<&str>) -> Site {
    let site = Site::empty();
    copy(&site, "content", "content");
    copy(&site, "static", "static");
    let config = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("config.toml")).expect("settings");
    let config = match theme {
        Some(theme) => {
            copy(&site, &format!("tests/themes/{theme}"), &format!("themes/{theme}"));
            config.replace("theme = \"congkhai\"", &format!("theme = \"{theme}\""))
        }
        None => config,
    };
    site.write("config.toml", config);
    site
}

/// The sample site in the theme of Zola's, built once for all tests that only look at it.
fn village() -> &'static (Site, Vec<String>, Vec<String>) {
    static VILLAGE: OnceLock<(Site, Vec<String>, Vec<String>)> = OnceLock::new();
    VILLAGE.get_or_init(|| {
        let site = sample(Some("thon"));
        let outcome = made(&site);
        let (found, wrong) = (told(&outcome.diagnostics), errors(&outcome));
        (site, found, wrong)
    })
}

fn pages(site: &Site) -> BTreeMap<String, String> {
    let html = site.published("public").into_iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("pages are UTF-8"))).collect()
}

/// A small site in the theme of Zola's.
fn small(page_html: &str) -> Site {
    let site = Site::small();
    let config = site.read("config.toml");
    site.write("config.toml", format!("theme = \"t\"\n{config}"));
    site.write("themes/t/theme.toml", "name = \"t\"\n");
    site.write("themes/t/templates/index.html", "<html><head></head><body>{{ section.content | safe }}</body></html>");
    site.write("themes/t/templates/section.html", "<html><body>{{ section.title }}</body></html>");
    site.write("themes/t/templates/page.html", page_html);
    site
}

/// A page of a theme that shows what it is given.
const PLAIN: &str = "<html><head></head><body><main>{{ page.content | safe }}</main></body></html>";

#[test]
fn every_planned_page_lies_where_it_lies_with_our_own_theme() {
    let (site, _, wrong) = village();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let own = sample(None);
    assert_eq!(errors(&made(&own)), Vec::<String>::new());
    let theirs = pages(site);
    let missing: Vec<String> = pages(&own).into_keys().filter(|path| !theirs.contains_key(path)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
    let files = |site: &Site| -> BTreeSet<String> {
        let published = site.published("public").into_iter().map(|(path, _)| path);
        // Search data and styles have hashes in their names.
        published
            .filter(|path| !path.ends_with(".html") && !path.contains("du-lieu/") && !path.contains("assets/"))
            .collect()
    };
    let lost: Vec<String> = files(&own).difference(&files(site)).cloned().collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn every_page_has_strip_search_and_style_and_our_own_links_lead_somewhere() {
    let (site, found, _) = village();
    let pages = pages(site);
    assert!(pages.len() > 300, "{}", pages.len());
    for (path, html) in pages.iter().filter(|(path, _)| !path.contains("/nhung/")) {
        assert_eq!(html.matches("class=\"congkhai above\"").count(), 1, "{path}");
        assert!(html.contains("href=\"tel:+84900000000\""), "{path}");
        assert!(html.contains("role=\"search\"") && html.contains("tim-kiem/\""), "{path}");
        let head = html.split("</head>").next().unwrap_or_default();
        assert!(head.contains("assets/fragment.") && head.contains("type=\"module\""), "{path}");
        assert!(html.contains("village__foot"), "{path}: the theme's own foot");
    }
    assert!(!pages["xep-hang/766/nhung/index.html"].contains("congkhai above"), "frames stay whole pages of ours");
    let broken: Vec<&String> = found.iter().filter(|one| one.contains("CK070")).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn a_theme_shows_the_record_and_its_terms() {
    let (site, ..) = village();
    let page = site.page("thu-tuc/1.001193/index.html");
    assert!(page.contains("<p class=\"stamp\">[1.001193]</p>"), "page.extra.code");
    assert!(page.contains("data-kind=\"linh-vuc\"><a href=\"https://xa-mau.example/linh-vuc/ho-tich/\">Hộ tịch</a>"));
    assert!(page.contains("data-kind=\"co-quan\"><a href=\"https://xa-mau.example/co-quan/"));
    assert!(page.contains("href=\"https://xa-mau.example/thu-tuc/\">Thủ tục hành chính</a></li>"), "its ancestors");
    assert!(page.contains("<a class=\"twin\" href=\"https://xa-mau.example/en/thu-tuc/1.001193/\""));
    let content = page.split("<div class=\"congkhai fragment\"").nth(1).expect("our part");
    assert!(
        content.contains("application/ld+json") && content.contains("id=\"thanh-phan-ho-so\"")
            || content.contains("class=\"part\"")
    );
    let english = site.page("en/thu-tuc/1.001193/index.html");
    assert!(english.contains("xa-mau.example/en/linh-vuc/ho-tich/") && english.contains("lang=\"en\" id="));
    let sitemap = site.page("sitemap.xml");
    for address in ["thu-tuc/1.001193/", "linh-vuc/ho-tich/", "tim-kiem/", "tin-tuc/", "en/thu-tuc/"] {
        assert!(sitemap.contains(&format!("<loc>https://xa-mau.example/{address}</loc>")), "{address}");
    }
    assert!(!sitemap.contains("/nhung/"));
}

#[test]
fn home_is_the_theme_s_with_our_part_and_lists_no_records() {
    let (site, ..) = village();
    let home = site.page("index.html");
    let door = home.split("class=\"door\"").nth(1).expect("the theme shows the text of the home page");
    assert!(door.contains("congkhai fragment") && door.contains("id=\"viec-sinh-con\""), "life events");
    assert!(!home.contains("<code>1.001193</code>"), "records are no pages of the home section");
    let news = site.page("tin-tuc/index.html");
    assert!(news.contains("class=\"leaves\"") && news.contains("truc-sang-thu-bay/"));
}

#[test]
fn sources_of_records_are_not_published_and_hosts_are_told_of_a_theme() {
    let (site, ..) = village();
    for path in ["ho-so/ho-so.csv", "thu-tuc/ho-tich.toml", "lien-he/don-vi.toml", "ngay-nghi.toml"] {
        assert!(!site.exists(&format!("public/{path}")), "{path}");
    }
    assert!(site.page("_headers").contains("Content-Security-Policy: frame-ancestors 'self'"));
    assert!(site.page("_headers").contains("/nhung/\n  ! Content-Security-Policy"));
    assert!(site.exists("public/thon.txt") && site.exists("public/thon.css") && site.exists("public/sw.js"));
}

#[test]
fn two_builds_are_the_same_and_the_second_knows_of_the_first() {
    let site = small(PLAIN);
    let first = made(&site);
    assert_eq!(errors(&first), Vec::<String>::new());
    let before = site.published("public");
    let second = made(&site);
    assert_eq!(site.published("public"), before);
    assert_eq!((second.report.changed, second.report.removed), (0, 0));
    site.write("content/thu-tuc/danh-muc.csv", "Mã TTHC;Tên TTHC;Lĩnh vực\n1.000001;Đăng ký thử lại;Hộ tịch\n");
    made(&site);
    assert!(site.page("thay-doi/index.html").contains("Đăng ký thử lại"));
}

#[test]
fn the_sample_site_is_the_same_however_often_it_is_built() {
    let (site, ..) = village();
    let again = sample(Some("thon"));
    made(&again);
    let differing: Vec<String> = site
        .published("public")
        .into_iter()
        .zip(again.published("public"))
        .filter(|(one, other)| one != other)
        .map(|(one, _)| one.0)
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn checking_auditing_and_searching_work_as_ever() {
    let site = sample(Some("thon"));
    let checked = build(&Options { publish: false, ..options(&site) }, &Silent).expect("the machine works");
    assert_eq!(errors(&checked), Vec::<String>::new());
    assert!(!site.exists("public") && checked.report.pages > 300 && checked.report.records > 50);
    let audited = audit(&options(&site), None).expect("the machine works");
    let own = audit(&options(&sample(None)), None).expect("the machine works");
    let states = |audited: &congkhai::build::Audited| -> Vec<String> {
        audited.report.findings.iter().map(|one| format!("{} {:?}", one.criterion.id, one.status)).collect()
    };
    let (theirs, ours) = (states(&audited), states(&own));
    let differing: Vec<_> = theirs.iter().zip(&ours).filter(|(one, other)| one != other).collect();
    assert!(theirs.len() == ours.len() && differing.len() <= 2, "{differing:#?}");
    assert!(index(&options(&site), None).is_ok());
}

#[test]
fn functions_of_templates_know_records_and_terms() {
    let asked = "<html><head></head><body>{{ page.content | safe }}|\
        {% set s = get_section(path=\"thu-tuc/_index.md\") %}{{ s.title }} {{ s.pages | length }} {{ s.pages.0.extra.code }}|\
        {% set p = get_page(path=\"thu-tuc/1.000001.md\") %}{{ p.title }} {{ p.permalink | safe }} {{ p.extra.field }}|\
        {% set t = get_taxonomy(kind=\"linh-vuc\") %}{{ t.items.0.name }} {{ t.items.0.pages.0.extra.code }} {{ t.permalink | safe }}|\
        {{ get_taxonomy_url(kind=\"linh-vuc\", name=\"Hộ tịch\") }}|{{ get_url(path=\"@/thu-tuc/1.000001.md\") }}|</body></html>";
    let site = small(asked);
    assert_eq!(errors(&made(&site)), Vec::<String>::new());
    let page = site.page("tin-tuc/tin/index.html");
    let parts: Vec<&str> = page.split('|').collect();
    assert_eq!(parts[1], "Thủ tục 1 1.000001");
    assert_eq!(parts[2], "Đăng ký thử https://xa.example/thu-tuc/1.000001/ Hộ tịch");
    assert_eq!(parts[3], "Hộ tịch 1.000001 https://xa.example/linh-vuc/");
    assert_eq!(parts[4..6], ["https://xa.example/linh-vuc/ho-tich/", "https://xa.example/thu-tuc/1.000001/"]);
}

#[test]
fn a_data_section_may_have_a_template_of_its_own() {
    let site = small(PLAIN);
    site.write(
        "templates/list.html",
        "<body>{% for p in section.pages %}[{{ p.extra.code }} {{ p.title }}]{% endfor %}",
    );
    let section = "+++\ntitle = \"Thủ tục\"\ntemplate = \"list.html\"\npage_template = \"one.html\"\nsort_by = \"date\"\n[data]\nkind = \"procedures\"\nsources = [\"*.csv\"]\n+++\n";
    site.write("templates/one.html", "<body>một: {{ page.title }}");
    site.write("content/thu-tuc/_index.md", section);
    let outcome = made(&site);
    assert_eq!(errors(&outcome), Vec::<String>::new());
    assert!(site.page("thu-tuc/index.html").contains("[1.000001 Đăng ký thử]"), "a record without a date is listed");
    assert!(site.page("thu-tuc/1.000001/index.html").contains("một: Đăng ký thử"));
}

#[test]
fn a_theme_that_hides_the_home_text_shows_our_part_all_the_same_but_a_site_s_own_template_decides() {
    let site = small(PLAIN);
    site.write("themes/t/templates/index.html", "<html><body><header>a</header><main>tin</main></body></html>");
    made(&site);
    let home = site.page("index.html");
    let at = |text: &str| home.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(at("<main>") < at("congkhai fragment") && at("congkhai fragment") < at("tin</main>"));
    site.write("templates/index.html", "<html><body>của mình</body></html>");
    made(&site);
    let home = site.page("index.html");
    assert!(home.contains("của mình") && !home.contains("congkhai fragment") && home.contains("congkhai above"));
}

#[test]
fn a_theme_without_a_template_for_pages_gets_a_plain_one() {
    let site = small(PLAIN);
    std::fs::remove_file(site.path("themes/t/templates/page.html")).expect("it was written");
    assert_eq!(errors(&made(&site)), Vec::<String>::new());
    let page = site.page("thu-tuc/1.000001/index.html");
    assert!(page.contains("congkhai fragment") && page.contains("congkhai above"));
}

#[test]
fn a_template_that_fails_on_a_record_is_told_with_its_line_and_the_record() {
    let site = small("<body>\n{% if page.extra.code is defined %}{{ page.extra.none.such }}{% endif %}");
    let outcome = made(&site);
    let wrong = errors(&outcome);
    assert_eq!(wrong.len(), 1, "{wrong:#?}");
    assert!(
        wrong[0].contains("themes/t/templates/page.html:2:1") && wrong[0].contains("/thu-tuc/1.000001/"),
        "{wrong:?}"
    );
    assert!(!outcome.report.published);
}

#[test]
fn the_same_trouble_of_many_records_is_told_a_few_times() {
    let site = small("<body>{{ page.nothing }}");
    let rows: String = (1..=40).map(|at| format!("1.{at:06};Thủ tục số {at};Hộ tịch\n")).collect();
    site.write("content/thu-tuc/danh-muc.csv", format!("Mã TTHC;Tên TTHC;Lĩnh vực\n{rows}"));
    let wrong = errors(&made(&site));
    assert!((3..10).contains(&wrong.len()), "{wrong:#?}");
}

#[test]
fn personal_data_in_a_page_of_the_theme_stop_the_publication() {
    let site = small("<html><head></head><body>{{ page.content | safe }} CCCD: 001099012345</body></html>");
    let outcome = made(&site);
    assert!(errors(&outcome).iter().any(|one| one.contains("CK0550")), "{:#?}", errors(&outcome));
    assert!(!outcome.report.published && !site.exists("public"));
}

#[test]
fn broken_links_of_the_theme_are_warnings_and_told_once() {
    let site = small("<html><head></head><body><a href=\"/khong-co/\">x</a>{{ page.content | safe }}</body></html>");
    let outcome = made(&site);
    let found = told(&outcome.diagnostics);
    let broken: Vec<&String> = found.iter().filter(|one| one.contains("CK0702")).collect();
    assert_eq!(broken.len(), 1, "{broken:#?}");
    assert!(broken[0].starts_with("Warning") && outcome.report.published, "{broken:?}");
    site.write("content/thu-tuc/_index.md", site.read("content/thu-tuc/_index.md") + "[x](@/khong-co.md)\n");
    let wrong = errors(&made(&site));
    assert!(wrong.len() == 1 && wrong[0].contains("CK0603 content/thu-tuc/_index.md"), "{wrong:#?}");
}

#[test]
fn zola_s_keys_and_ours_stand_in_one_file() {
    let site = small(PLAIN);
    let ours = "\n[home]\nfeatured = [\"1.000001\"]\n[disclosure]\nrequire = 0.0\n";
    let theirs = "generate_feeds = true\nfeed_filename = \"rss.xml\"\ncompile_sass = true\nbuild_search_index = true\n\
        taxonomies = [{ name = \"tags\" }]\n[search]\nindex_format = \"fuse_json\"\n[languages.fr]\ntitle = \"Commune\"\n\
        [languages.en]\ntitle = \"Commune\"\n[markdown]\nhighlight_code = true\n[extra]\na = 1\n";
    let config = site.read("config.toml");
    let (top, unit) = config.split_once("[unit]").expect("it has one");
    site.write("config.toml", format!("{top}{theirs}[unit]{unit}{ours}"));
    site.write("content/tin-tuc/nouvelle.fr.md", "---\ntitle: Nouvelle\ndate: 2026-01-03\n---\n");
    site.write("content/tin-tuc/_index.fr.md", "---\ntitle: Nouvelles\n---\n");
    let outcome = made(&site);
    let found: Vec<String> =
        told(&outcome.diagnostics).into_iter().filter(|one| one.contains("CK01") || one.contains("CK06")).collect();
    assert_eq!(found, Vec::<String>::new());
    assert!(errors(&outcome).is_empty(), "{:#?}", errors(&outcome));
    assert!(site.page("fr/tin-tuc/nouvelle/index.html").contains("congkhai above"));
    assert!(site.page("en/thu-tuc/1.000001/index.html").contains("congkhai fragment"));
    assert!(site.page("search_index.vi.json").contains("Đăng ký thử"));
    assert!(!site.page("rss.xml").contains("1.000001"), "feeds tell news");
}

#[test]
fn a_way_of_filing_that_the_site_has_too_is_one() {
    let site = small(PLAIN);
    let config = site.read("config.toml");
    site.write("config.toml", format!("taxonomies = [{{ name = \"linh-vuc\" }}]\n{config}"));
    let news = |name: &str, field: &str| {
        site.write(
            &format!("content/tin-tuc/{name}.md"),
            format!("+++\ntitle = \"{name}\"\ndate = 2026-01-05\n[taxonomies]\nlinh-vuc = [\"{field}\"]\n+++\n"),
        );
    };
    news("chung", "Hộ tịch");
    news("rieng", "Đất đai");
    let outcome = made(&site);
    assert_eq!(errors(&outcome), Vec::<String>::new(), "nothing is made twice");
    assert!(site.page("linh-vuc/ho-tich/index.html").contains("congkhai fragment"), "ours");
    assert!(site.page("linh-vuc/dat-dai/index.html").contains("rieng"), "the theme's");
}

#[test]
fn a_name_written_in_two_ways_is_one_term() {
    let site = small(
        "<body>{% for name in page.taxonomies[\"co-quan\"] | default(value=[]) %}{{ get_taxonomy_url(kind=\"co-quan\", name=name) }}{% endfor %}",
    );
    let long = "Cơ quan giải quyết bồi thường là cơ quan trực tiếp quản lý người thi hành công vụ gây thiệt hại ";
    let rows =
        format!("1.000001;Một;Hộ tịch;{}\n1.000002;Hai;Hộ tịch;{}\n", long.repeat(3), long.repeat(3).to_uppercase());
    site.write("content/thu-tuc/danh-muc.csv", format!("Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện\n{rows}"));
    assert_eq!(errors(&made(&site)), Vec::<String>::new());
    let [one, two] = ["1", "2"].map(|at| site.page(&format!("thu-tuc/1.00000{at}/index.html")));
    let link = |page: &str| page.rsplit("https://xa.example/co-quan/").next().map(str::to_owned);
    assert!(one.contains("https://xa.example/co-quan/"), "{one}");
    assert_eq!(link(&one), link(&two));
}

#[test]
fn addresses_follow_zola_where_texts_have_their_own() {
    let site = small(PLAIN);
    site.write("content/tin-tuc/Đổi.md", "+++\ntitle = \"Đổi\"\npath = \"xa/khac\"\ndate = 2026-02-01\n+++\n");
    site.write(
        "content/lien-he/_index.md",
        site.read("content/lien-he/_index.md") + "[đổi](@/tin-tuc/Đổi.md) [x](@/tin-tuc/2026-01-02-tin.md)\n",
    );
    let outcome = made(&site);
    assert_eq!(errors(&outcome), Vec::<String>::new());
    let links = scan(&site.page("lien-he/index.html")).links;
    assert!(["../tin-tuc/tin/", "../xa/khac/"].iter().all(|link| links.contains(*link)), "{links:?}");
    assert!(site.page("index.html").contains("xa/khac/"), "the newest news on the home page");
    assert!(site.exists("public/xa/khac/index.html"));
}
