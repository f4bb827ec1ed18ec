//! What templates over our own theme can call.

#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use common::{Site, congkhai, stderr};

/// Builds a site whose error page is the given template.
fn built(site: &Site, template: &str) -> String {
    site.write("templates/404.html", format!("<!doctype html><title>x</title>{template}"));
    let output = congkhai(site, &["build", "--as-of", "2026-11-20", "--format", "concise"]);
    assert!(output.status.success(), "{}", stderr(&output));
    site.page("404.html")
}

fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::DynamicImage::new_rgb8(40, 20);
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("the picture can be written");
    bytes.into_inner()
}

#[test]
fn templates_read_files_words_and_addresses() {
    let site = Site::small();
    site.write("static/so.csv", "a,b\n1,2\n");
    site.write("static/a.js", "abc");
    site.write("content/tin-tuc/_index.md", "+++\ntitle = \"Tin\"\n+++\n");
    site.write("content/tin-tuc/mot.md", "+++\ntitle = \"Một\"\n+++\n");
    let page = built(
        &site,
        "{{ load_data(path='so.csv').records[0][1] }}|{{ get_hash(literal='abc', sha_type=256, base64=false) }}|\
         {{ get_url(path='a.js', cachebust=true) }}|{{ get_page(path='tin-tuc/mot.md').title }}|\
         {{ get_section(path='tin-tuc/_index.md').pages[0].title }}|{{ now() }}|{{ 'a *b*' | markdown(inline=true) }}|\
         {{ 1000000 | num_format }}|{{ 'x1' | regex_replace(pattern='[0-9]', rep='y') }}|{{ 'đ' | base64_encode }}",
    );
    for wanted in [">2|ba7816bf", "/a.js?h=ba7816bf8f01cfea4141|Một|Tin đầu|2026-11-20|a <em>b</em>|1.000.000|xy|xJE="]
    {
        assert!(page.contains(wanted), "{wanted}: {page}");
    }
}

#[test]
fn a_page_is_made_anew_when_a_file_changes_that_it_could_have_read() {
    let site = Site::small();
    site.write("static/so.txt", "một");
    assert!(built(&site, "{{ load_data(path='so.txt') }}").contains("một"));
    site.write("static/so.txt", "hai");
    assert!(built(&site, "{{ load_data(path='so.txt') }}").contains("hai"));
}

#[test]
fn pictures_are_made_once_and_stay() {
    let site = Site::small();
    site.write("static/anh.png", picture());
    let template = "{% set p = resize_image(path='anh.png', width=10, op='fit_width') %}{{ p.url }} {{ p.height }}";
    let page = built(&site, template);
    let name =
        page.split("processed_images/").nth(1).and_then(|rest| rest.split(' ').next()).expect("the picture is linked");
    let path = format!("public/processed_images/{name}");
    assert!(page.contains(".png 5") && site.exists(&path), "{page}");
    assert_eq!(built(&site, template), page);
    assert!(site.exists(&path));
}

#[test]
fn a_call_that_fails_is_told_with_template_and_line() {
    let site = Site::small();
    site.write("templates/404.html", "<p>\n{{ load_data(path='khong-co.json') }}");
    let output = congkhai(&site, &["build", "--format", "concise"]);
    let text = stderr(&output);
    assert!(!output.status.success() && text.contains("404.html:2") && text.contains("khong-co.json"), "{text}");
}
