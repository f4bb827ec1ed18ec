use proptest::prelude::*;

use super::*;

/// A site with one other page, `@/blog/a.md`.
struct Site;

impl Host for Site {
    fn permalink(&self) -> &str {
        "https://e.example/p/"
    }

    fn link(&self, kind: LinkKind, target: &str) -> Option<String> {
        match kind {
            LinkKind::Internal => (target == "blog/a.md").then(|| "https://e.example/blog/a/".to_owned()),
            _ => Some(target.to_owned()),
        }
    }

    fn anchor_link(&self, id: &str, _level: u8) -> String {
        format!("<a class=\"z\" href=\"#{id}\">#</a>")
    }
}

fn with(text: &str, options: &MarkdownOptions) -> Rendered {
    render(text, options, &Fragments::default(), &Site)
}

fn plain(text: &str) -> Rendered {
    with(text, &MarkdownOptions::default())
}

fn ids(headings: &[Heading]) -> Vec<String> {
    headings.iter().flat_map(|heading| [vec![heading.id.clone()], ids(&heading.children)].concat()).collect()
}

#[test]
fn headings_are_nested_by_level_and_know_their_address() {
    let toc = plain("# A\n### B\n## C\n# D").toc;
    assert_eq!((toc.len(), toc[0].children.len(), toc[0].children[0].title.as_str()), (2, 2, "B"));
    assert_eq!(toc[1].permalink, "https://e.example/p/#d");
}

#[test]
fn equal_headings_are_numbered_and_given_anchors_are_kept_free() {
    let rendered = plain("# Đất `đai`\n\n# Đất đai\n\n# x {#dat-dai .lon}\n\n<a id=\"y\"></a>\n\n# y");
    assert_eq!(ids(&rendered.toc), ["dat-dai-1", "dat-dai-2", "dat-dai", "y-1"]);
    assert!(rendered.html.contains("<h1 id=\"dat-dai\" class=\"lon\">x</h1>"), "{}", rendered.html);
}

#[test]
fn the_same_heading_many_times_takes_no_longer_each_time() {
    let made = ids(&plain(&"# a\n".repeat(20_000)).toc);
    assert_eq!((made.len(), made[19_999].as_str()), (20_000, "a-19999"));
}

#[test]
fn anchors_may_stay_as_written() {
    let options = MarkdownOptions { anchors: AnchorRule::Safe, ..Default::default() };
    assert_eq!(ids(&with("# Đất đai", &options).toc), ["Đất_đai"]);
}

#[test]
fn the_link_of_a_heading_stands_where_the_site_wants_it() {
    for (place, wanted) in [
        (AnchorLinks::Left, "<h1 id=\"a\"><a class=\"z\" href=\"#a\">#</a>A</h1>"),
        (AnchorLinks::Right, "<h1 id=\"a\">A<a class=\"z\" href=\"#a\">#</a></h1>"),
        (AnchorLinks::Heading, "<h1 id=\"a\"><a class=\"z\" href=\"#a\">A</a></h1>"),
    ] {
        let options = MarkdownOptions { anchor_links: place, ..Default::default() };
        assert_eq!(with("# A", &options).html.trim(), wanted);
    }
}

#[test]
fn links_lead_to_pages_and_to_files_beside_the_page() {
    let rendered = plain("[a](@/blog/a.md#x) ![b](b.png) [c](/c/) [d](#d) [e](../e) [f](tel:1) [g](https://g.example)");
    for wanted in [
        "href=\"https://e.example/blog/a/#x\"",
        "src=\"https://e.example/p/b.png\"",
        "href=\"/c/\"",
        "href=\"https://e.example/p/#d\"",
        "href=\"../e\"",
        "href=\"tel:1\"",
    ] {
        assert!(rendered.html.contains(wanted), "{wanted}: {}", rendered.html);
    }
    let linked: Vec<_> =
        rendered.internal_links.iter().map(|link| (link.path.as_deref(), link.anchor.as_deref())).collect();
    assert_eq!(linked, [(Some("blog/a.md"), Some("x")), (None, Some("d"))]);
    assert_eq!(rendered.external_links, ["https://g.example"]);
}

#[test]
fn a_link_to_a_missing_file_is_told_and_stays_as_written() {
    let rendered = plain("[a](@/blog/b.md)");
    assert_eq!(rendered.broken, ["@/blog/b.md"]);
    assert!(rendered.html.contains("href=\"@/blog/b.md\""));
}

#[test]
fn links_to_other_sites_carry_what_is_asked_for() {
    let external_links =
        ExternalLinks { target_blank: true, no_follow: true, class: Some("x\"".into()), ..Default::default() };
    let html = with(
        "[g](https://g.example \"t\") [c](/c/) [d](d.png)",
        &MarkdownOptions { external_links, ..Default::default() },
    )
    .html;
    let wanted =
        "<a class=\"x&quot;\" rel=\"noopener nofollow\" target=\"_blank\" title=\"t\" href=\"https://g.example\">g</a>";
    assert!(html.contains(wanted) && html.contains("<a href=\"/c/\">c</a>"), "{html}");
}

#[test]
fn the_summary_ends_at_the_mark() {
    let rendered = plain("Một\n\n<!-- more -->\n\nHai");
    assert_eq!(rendered.summary.as_deref(), Some("<p>Một</p>"));
    assert!(rendered.html.contains("<span id=\"continue-reading\"></span>"), "{}", rendered.html);
    assert_eq!(plain("Một").summary, None);
}

#[test]
fn a_summary_cut_within_a_list_is_closed() {
    let rendered = plain("- **một <!-- more --> hai**\n- ba");
    assert_eq!(rendered.summary.as_deref(), Some("<ul>\n<li><strong>một…</strong></li>\n</ul>"));
    assert!(rendered.html.contains("ba"));
}

#[test]
fn footnotes_move_to_the_end_in_the_order_of_their_references() {
    let options = MarkdownOptions { bottom_footnotes: true, ..Default::default() };
    let text = "a[^x] b[^y] c[^x]\n\n[^y]: Hai\n\n[^x]: Một\n\n[^z]: Thừa\n\nCuối";
    let html = with(text, &options).html;
    let places: Vec<_> = ["Cuối", "fn-x", "Một", "#fr-x-2", "fn-y", "Hai"].map(|piece| html.rfind(piece)).to_vec();
    assert!(places.is_sorted() && places[0].is_some(), "{html}");
    assert!(!html.contains("Thừa"), "{html}");
}

#[test]
fn a_summary_has_no_footnotes() {
    assert_eq!(plain("a[^1] b <!-- more --> c\n\n[^1]: d").summary.as_deref(), Some("<p>a b…</p>"));
}

#[test]
fn files_beside_the_page_are_no_other_site() {
    let external_links = ExternalLinks { no_follow: true, ..Default::default() };
    let html = with("[d](d.png)", &MarkdownOptions { external_links, ..Default::default() }).html;
    assert_eq!(html, "<p><a href=\"https://e.example/p/d.png\">d</a></p>\n");
}

#[test]
fn words_of_prose_are_counted_and_those_of_code_are_not() {
    assert_eq!(words("# Đất đai\n\nmột `hai` [ba](x.png)\n\n```rust\nlet x\n```\nbốn"), 7);
    assert_eq!((words("a\n\n```\nb c"), words(""), reading_minutes(201), reading_minutes(0)), (1, 0, 2, 0));
}

#[test]
fn an_emoji_is_no_part_of_an_anchor() {
    let toc = with("# Đất :smile:", &MarkdownOptions { render_emoji: true, ..Default::default() }).toc;
    assert_eq!((toc[0].id.as_str(), toc[0].title.as_str()), ("dat-smile", "Đất 😄"));
}

#[test]
fn footnotes_in_a_circle_come_to_an_end() {
    let options = MarkdownOptions { bottom_footnotes: true, ..Default::default() };
    assert!(with("a[^x]\n\n[^x]: b[^y]\n\n[^y]: c[^x]", &options).html.contains("fr-x-2"));
}

#[test]
fn emoji_are_replaced_only_where_they_are_known() {
    let options = MarkdownOptions { render_emoji: true, ..Default::default() };
    let html = with(":smile: 10:30:00 :nonsense::smile: `:smile:`", &options).html;
    assert_eq!(html.trim(), "<p>😄 10:30:00 :nonsense:😄 <code>:smile:</code></p>");
}

#[test]
fn pictures_are_loaded_late_with_their_words() {
    let options = MarkdownOptions { lazy_async_image: true, ..Default::default() };
    let html = with("![một *\"hai\"*](/a.png \"t\")", &options).html;
    let wanted = "<img src=\"/a.png\" alt=\"một &quot;hai&quot;\" title=\"t\" loading=\"lazy\" decoding=\"async\" />";
    assert!(html.contains(wanted), "{html}");
}

#[test]
fn alerts_definitions_and_punctuation_are_options() {
    let text = "> [!NOTE]\n> \"a\"...\n\nb\n: c";
    let options =
        MarkdownOptions { github_alerts: true, definition_list: true, smart_punctuation: true, ..Default::default() };
    let html = with(text, &options).html;
    for wanted in ["markdown-alert-note", "<dt>b</dt>", "“a”…"] {
        assert!(html.contains(wanted), "{wanted}: {html}");
        assert!(!plain(text).html.contains(wanted));
    }
}

#[test]
fn fragments_come_through_text_links_code_and_headings() {
    let mut fragments = Fragments::for_text("");
    let (block, word) = (fragments.mark("<div>*x*</div>".into()), fragments.mark("w".into()));
    let text = format!("{block}\n\na {block} [l](/{word}/) `{word}`\n\n# {word} z\n\n    {word}\n");
    let rendered = render(&text, &MarkdownOptions::default(), &fragments, &Site);
    for wanted in [
        "<div>*x*</div>\n<p>a <div>*x*</div>",
        "href=\"/w/\"",
        "<code>w</code>",
        "<h1 id=\"z\">w z</h1>",
        "w\n</code></pre>",
    ] {
        assert!(rendered.html.contains(wanted), "{wanted}: {}", rendered.html);
    }
}

#[test]
fn marks_of_a_text_itself_mean_nothing() {
    let hostile = "\u{10F900}0\u{10F901} \u{10F900}7\u{10F901}";
    let mut fragments = Fragments::for_text(hostile);
    let mark = fragments.mark(format!("<b>{hostile}</b>"));
    let html = render(&format!("{hostile} {mark}"), &MarkdownOptions::default(), &fragments, &Site).html;
    assert_eq!(html.matches(hostile).count(), 2);
    let mut own = Fragments::default();
    let first = own.mark(String::new());
    own.mark(first.replace('0', "1"));
    assert!(own.fill(&first.replace('0', "1")).contains('1'), "a fragment cannot hold itself");
}

fn any_options() -> impl Strategy<Value = MarkdownOptions> {
    (any::<[bool; 6]>(), 0..4_u8).prop_map(|(on, place)| MarkdownOptions {
        smart_punctuation: on[0],
        render_emoji: on[1],
        definition_list: on[2],
        github_alerts: on[3],
        bottom_footnotes: on[4],
        lazy_async_image: on[5],
        anchor_links: [AnchorLinks::None, AnchorLinks::Left, AnchorLinks::Right, AnchorLinks::Heading]
            [usize::from(place)],
        ..Default::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_makes_it_panic_and_anchors_stay_unique(
        text in "([#>*`~\\[\\]()!^:|<\\- \n\"'=_{}@/.]|more|<!-- more -->|\\[\\^a\\]|\\[\\^a\\]: |[a-cđ])*",
        options in any_options(),
    ) {
        let rendered = with(&text, &options);
        let made = ids(&rendered.toc);
        // Only a text that gives the same `{#id}` twice has an anchor twice.
        let distinct: std::collections::BTreeSet<_> = made.iter().collect();
        let given = text.contains("{#");
        prop_assert!(distinct.len() == made.len() || given);
    }

    #[test]
    fn a_summary_closes_what_it_opens(text in "([*_> \n-]|<!-- more -->|[a-c])*") {
        if let Some(summary) = plain(&text).summary {
            for tag in ["p", "ul", "li", "em", "strong", "blockquote"] {
                let count = |piece: &str| summary.matches(piece).count();
                prop_assert_eq!(count(&format!("<{tag}>")), count(&format!("</{tag}>")), "{}", summary);
            }
        }
    }
}
