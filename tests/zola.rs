//! Sites with themes written for Zola: `tests/zola/NAME/` holds a small site for one part of what Zola does, and
//! `expected.snap` with what is found and every file that is published.
//!
//! A new case is a new folder; `INSTA_UPDATE=always cargo test --test zola` writes what it gives.

#![allow(clippy::disallowed_methods, reason = "tests work on real files")]

mod common;

use std::fmt::Write;
use std::path::Path;

use camino::{Utf8Path, Utf8PathBuf};
use common::{Site, congkhai, stderr, stdout};
use congkhai::build::{Baseline, Options, Outcome, Silent, build};

/// Builds a site into a folder beside it.
fn made(root: &Utf8Path, output: &Utf8Path) -> Outcome {
    let options = Options {
        root: root.to_owned(),
        output_dir: Some(output.to_owned()),
        base_url: None,
        drafts: false,
        force: false,
        publish: true,
        baseline: Baseline::Output,
        as_of: "2026-11-20".parse().expect("a day"),
    };
    build(&options, &Silent).expect("the machine works")
}

/// What is found, and every published file with its text.
fn outcome(root: &Utf8Path) -> String {
    let temp = tempfile::tempdir().expect("a temporary folder");
    let output = Utf8PathBuf::from_path_buf(temp.path().join("public")).expect("a UTF-8 path");
    let made = made(root, &output);
    let mut text = String::new();
    for found in &made.diagnostics {
        let (message, _) = found.problem.text().into_lang(congkhai::diag::Lang::En);
        let _ = writeln!(text, "{:?} {} {}: {message}", found.severity, found.code(), found.location);
    }
    for path in files(output.as_std_path()) {
        let bytes = std::fs::read(output.join(&path)).expect("the file is there");
        let _ = writeln!(text, "=== {path}\n{}", String::from_utf8_lossy(&bytes).trim());
    }
    text
}

/// Published files by their paths, without the program's own list of them.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten() {
        let path = entry.path().strip_prefix(folder).expect("it lies below").to_str().expect("UTF-8").to_owned();
        if entry.file_type().is_file() && path != "manifest.json" {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn every_part_of_zola_gives_what_is_expected() {
    insta::glob!("zola/*/config.toml", |settings| {
        let root = Utf8Path::from_path(settings.parent().expect("a file has a folder")).expect("a UTF-8 path");
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(root);
        settings.set_prepend_module_to_snapshot(false);
        settings.remove_snapshot_suffix();
        settings.set_omit_expression(true);
        let outcome = outcome(root);
        settings.bind(|| insta::assert_snapshot!("expected", outcome));
    });
}

#[test]
fn two_builds_are_identical() {
    let root = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zola/sections");
    assert_eq!(outcome(&root), outcome(&root));
}

#[test]
fn commands_about_records_say_that_there_are_none() {
    let site = site("", "abc\n");
    for command in
        [&["audit"][..], &["diff"], &["search", "abc"], &["audit", "--format", "json"], &["diff", "--exit-code"]]
    {
        for (lang, words) in [("vi", "viết cho Zola"), ("en", "written for Zola")] {
            let output = congkhai(&site, &[command, &["--lang", lang]].concat());
            assert_eq!(output.status.code(), Some(2), "{command:?}");
            assert!(stderr(&output).contains(words), "{command:?}: {}", stderr(&output));
            assert_eq!(stdout(&output), "", "{command:?}");
        }
    }
    let output = congkhai(&site, &["check", "--lang", "en"]);
    assert!(output.status.success() && stderr(&output).starts_with("Checked: "), "{}", stderr(&output));
    assert!(!site.exists("public"));
    site.write("content/b.md", "+++\ntitle = \n+++\n");
    assert_eq!(congkhai(&site, &["check"]).status.code(), Some(1));
}

/// A site with a theme of its own and one page.
fn site(settings: &str, page: &str) -> Site {
    let site = Site::empty();
    site.write("config.toml", format!("base_url = \"https://xa.example\"\n{settings}"));
    site.write("templates/index.html", "home");
    site.write("templates/page.html", "{{ page.content | safe }}");
    site.write("content/a.md", format!("+++\ntitle = \"A\"\n+++\n{page}"));
    site
}

fn codes(site: &Site) -> Vec<String> {
    let root = Utf8PathBuf::from(site.path(""));
    let made = made(&root, &Utf8PathBuf::from(site.path("public")));
    made.diagnostics.iter().map(|one| format!("{:?} {}", one.severity, one.code())).collect()
}

#[test]
fn a_public_unit_may_not_publish_personal_data_and_others_are_warned() {
    let text = "Số CCCD: 001099012345\n";
    let private = site("", text);
    assert_eq!(codes(&private), ["Warning CK0550"]);
    assert!(private.exists("public/a/index.html"));
    let public = site("theme = \"t\"\n[unit]\nname = \"UBND xã Thử\"\n", text);
    public.write("themes/t/theme.toml", "name = \"t\"");
    assert_eq!(codes(&public), ["Error CK0550"]);
    assert!(!public.exists("public/a/index.html"));
}

#[test]
fn links_that_lead_nowhere_are_warnings_and_links_of_the_site_itself_are_followed() {
    let text = "[a](/khong-co/) [b](https://xa.example/a/) [c](https://xa.example/khong/) [d](#khong)\n";
    assert_eq!(codes(&site("", text)), ["Warning CK0702", "Warning CK0702", "Warning CK0703"]);
}

#[test]
fn a_theme_of_our_own_kind_is_not_taken_for_one_of_zola() {
    let site = Site::small();
    site.write("templates/about.html", "{# nothing #}");
    let root = Utf8PathBuf::from(site.path(""));
    let made = made(&root, &Utf8PathBuf::from(site.path("public")));
    assert!(made.report.records > 0);
}

#[test]
fn records_are_never_lost_in_a_theme_that_knows_nothing_of_them() {
    let site = site("theme = \"zola\"\n", "+++\ntitle = \"x\"\n+++\n");
    site.write("themes/zola/theme.toml", "name = \"zola\"\n");
    site.write("themes/zola/templates/index.html", "x");
    assert_eq!(codes(&site), [""; 0]);
    site.write("content/thu-tuc/_index.md", "+++\n[data]\nkind = \"procedures\"\nsources = [\"*.csv\"]\n+++\n");
    site.write("content/thu-tuc/a.csv", "Mã TTHC,Tên TTHC\n1.000001,Thử\n");
    assert!(codes(&site).contains(&"Error CK0105".to_owned()), "records need somebody who publishes them");
    let settings = site.read("config.toml");
    site.write("config.toml", format!("{settings}[unit]\nname = \"UBND xã Thử\"\nhotline = \"0900 000 000\"\n"));
    let codes = codes(&site);
    assert!(!codes.iter().any(|code| code.starts_with("Error")), "{codes:?}");
    assert!(site.page("thu-tuc/1.000001/index.html").contains("Thử"));
}

#[test]
fn a_theme_for_a_later_zola_is_told_once_and_plainly() {
    for template in ["{% component a(b) %}x{% endcomponent a %}", "{{- <the.a b={c} />}}", "{{<a>}}x{{</a>}}"] {
        let site = site("", "abc\n");
        site.write("templates/bad.html", "{{ a[0]?.b }}");
        site.write("templates/parts/a.html", template);
        assert_eq!(codes(&site), ["Error CK0812"], "{template}");
        let output = congkhai(&site, &["build", "--lang", "en"]);
        assert!(stderr(&output).contains("Zola 0.23 or later (Tera 2)"), "{}", stderr(&output));
        assert!(!site.exists("public/index.html"));
    }
    let harmless = site("", "abc\n");
    harmless.write("templates/parts/a.html", "{% raw %}{{<a />}}{% endraw %}{{ 1 < 2 }}");
    assert_eq!(codes(&harmless), [""; 0]);
}

#[test]
fn grammars_of_a_site_and_its_theme_are_read() {
    let grammar = |word: &str| {
        format!(
            "name: {word}\nfile_extensions: [{word}]\nscope: source.{word}\ncontexts:\n  main:\n    - match: {word}\n      scope: keyword.x\n"
        )
    };
    let settings = "theme = \"t\"\n[markdown.highlighting]\nstyle = \"class\"\ntheme = \"nord\"\n\
                    extra_grammars = [\"syntaxes\", \"lua.sublime-syntax\", \"a.json\", \"none\"]\n";
    let site = site(settings, "```gieo\ngieo\n```\n\n```lua9\nlua9\n```\n");
    site.write("themes/t/theme.toml", "name = \"t\"");
    site.write("themes/t/syntaxes/gieo.sublime-syntax", grammar("gieo"));
    site.write("themes/t/syntaxes/README.md", "x");
    site.write("lua.sublime-syntax", grammar("lua9"));
    site.write("a.json", "{}");
    assert_eq!(codes(&site), ["Warning CK0106", "Warning CK0106"]);
    assert_eq!(site.page("a/index.html").matches("z-keyword").count(), 2);
}

#[test]
fn pages_are_squeezed_where_the_settings_say_so() {
    let text = "Xin   chào\n\n```\na   b\n```\n";
    let template = "<p>\n\n   {{ page.title }}   <!-- x --></p>  {{ page.content | safe }}";
    for (settings, wanted) in [
        ("", "<p>\n\n   A   <!-- x --></p>  <p>Xin   chào</p>\n<pre"),
        ("minify_html = true\n", "<p>\nA </p> <p>Xin chào</p>\n<pre"),
    ] {
        let site = site(settings, text);
        site.write("templates/page.html", template);
        assert_eq!(codes(&site), [""; 0]);
        let page = site.page("a/index.html");
        assert!(page.starts_with(wanted) && page.contains("a   b"), "{page}");
    }
}

#[test]
fn shortcodes_that_zola_once_brought_along_are_still_there() {
    let site = site("", "{{ youtube(id=\"abc\", class=\"v\") }}\n\n{{ gist(url=\"https://g.example/1\") }}\n");
    assert_eq!(codes(&site), [""; 0]);
    let page = site.page("a/index.html");
    assert!(page.contains("<div class=\"v\"><iframe src=\"https://www.youtube-nocookie.com/embed/abc\""), "{page}");
    assert!(page.contains("<script src=\"https:&#x2F;&#x2F;g.example&#x2F;1.js\"></script>"), "{page}");
}

#[test]
fn hostile_templates_and_texts_stop_nothing_else() {
    let site = site("", "{{ a(b=[[[[]]]]) }} {% end %} [x](@/../../etc/passwd.md)\n");
    site.write("templates/b.html", "{{ 99999999999999999 | date }}");
    site.write("content/b.md", "+++\ntemplate = \"b.html\"\naliases = [\"../../x\"]\n+++\n");
    site.write("content/c.md", "+++\ntemplate = \"c.html\"\n+++\n");
    site.write("templates/c.html", "{{ load_data(path=\"../../etc/passwd\") }}");
    let codes = codes(&site);
    assert_eq!(codes.iter().filter(|code| code.as_str() == "Error CK0806").count(), 2, "{codes:?}");
    assert!(codes.contains(&"Error CK0603".to_owned()), "{codes:?}");
}
