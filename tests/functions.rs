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
fn fields_agencies_and_levels_are_taxonomies() {
    let site = Site::small();
    site.write(
        "content/thu-tuc/danh-muc.csv",
        "Mã TTHC;Tên TTHC;Lĩnh vực;Cấp thực hiện;Cơ quan thực hiện\n1.000001;Đăng ký thử;Hộ tịch;Cấp Xã;UBND xã Thử\n\
         1.000002;Cấp bản sao;Hộ tịch;Cấp Xã;UBND xã Thử\n1.000003;Tách thửa;Đất đai;Cấp Tỉnh;Sở Thử\n",
    );
    let page = built(
        &site,
        "{% for t in get_taxonomy(kind='linh-vuc')['items'] %}{{ t.name }} {{ t.slug }} {{ t.path }} {{ t.page_count }};{% endfor %}|\
         {{ get_taxonomy_url(kind='linh-vuc', name='HỘ TỊCH') }}|{{ get_taxonomy_url(kind='co-quan', term='so-thu') }}|\
         {{ get_taxonomy_url(kind='field') }}|{% set t = get_taxonomy_term(kind='cap', term='xa') %}{{ t.name }}:\
         {% for p in t.pages %}{{ p.title }} {{ p.extra.code }} {{ p.permalink }};{% endfor %}|\
         {{ get_taxonomy_term(kind='level', term='xa', include_pages=false).pages | length }}|\
         {{ get_taxonomy_url(kind='linh-vuc', name='Không có', required=false) }}|{{ get_taxonomy(kind='the', required=false) }}",
    );
    let wanted = "Đất đai dat-dai /linh-vuc/dat-dai/ 1;Hộ tịch ho-tich /linh-vuc/ho-tich/ 2;|\
         https://xa.example/linh-vuc/ho-tich/|https://xa.example/co-quan/so-thu/|https://xa.example/linh-vuc/|Cấp xã:\
         Cấp bản sao 1.000002 https://xa.example/thu-tuc/1.000002/;\
         Đăng ký thử 1.000001 https://xa.example/thu-tuc/1.000001/;|0|None|None";
    assert!(page.contains(wanted), "{page}");
}

#[test]
fn a_taxonomy_or_term_that_is_not_there_is_told() {
    for (call, words) in [
        ("get_taxonomy(kind='the')", "linh-vuc, co-quan, cap"),
        ("get_taxonomy()", "`kind`"),
        ("get_taxonomy_url(kind='linh-vuc', name='Không có')", "Không có"),
        ("get_taxonomy_term(kind='linh-vuc')", "`term`"),
        ("get_taxonomy_term(kind=3, term='x')", "`kind`"),
        ("get_taxonomy(kind='linh-vuc', lang='fr')", "`fr`"),
    ] {
        let site = Site::small();
        site.write("templates/404.html", format!("<p>\n{{{{ {call} }}}}"));
        let output = congkhai(&site, &["build", "--format", "concise"]);
        let text = stderr(&output);
        assert!(!output.status.success() && text.contains("404.html:2") && text.contains(words), "{call}: {text}");
    }
}

#[test]
fn a_call_that_fails_is_told_with_template_and_line() {
    let site = Site::small();
    site.write("templates/404.html", "<p>\n{{ load_data(path='khong-co.json') }}");
    let output = congkhai(&site, &["build", "--format", "concise"]);
    let text = stderr(&output);
    assert!(!output.status.success() && text.contains("404.html:2") && text.contains("khong-co.json"), "{text}");
}
