use proptest::prelude::*;
use serde_json::json;

use super::*;

/// Knows `say` and `wrap` (HTML), `md` (Markdown that calls `say`), `again` (Markdown that calls itself) and `fail`.
struct Site;

impl Renderer for Site {
    fn shortcode(&self, name: &str) -> Option<Shortcode> {
        match name {
            "say" | "wrap" | "fail" => Some(Shortcode::Html),
            "md" | "again" => Some(Shortcode::Markdown),
            _ => None,
        }
    }

    fn render(&self, call: &Call<'_>) -> Result<String, String> {
        let args = serde_json::to_string(&call.args).expect("arguments are JSON");
        Ok(match call.name {
            "md" => "## M\n{{ say(a=1) }}".to_owned(),
            "again" => "{{ again() }}".to_owned(),
            "fail" => return Err("no such variable".to_owned()),
            "wrap" => format!("<i>{}</i>", call.body.as_ref().map_or("-", |body| body.text.as_str())),
            _ => format!("<say {args} {}>", call.nth),
        })
    }
}

fn filled(text: &str) -> String {
    let expanded = expand(text, &Site);
    expanded.fragments.fill(&expanded.markdown)
}

fn troubles(text: &str) -> Vec<(usize, TroubleKind)> {
    expand(text, &Site).troubles.into_iter().map(|trouble| (trouble.line, trouble.kind)).collect()
}

#[test]
fn every_kind_of_argument_is_read() {
    let text = r#"{{ say(a="x", b = 'y"', c=`z`, d=true, e=-3, f=1.5, g=["p", 2,], ) }}"#;
    let args = json!({"a": "x", "b": "y\"", "c": "z", "d": true, "e": -3, "f": 1.5, "g": ["p", 2]});
    assert_eq!(filled(text), format!("<say {args} 1>"));
}

#[test]
fn arguments_may_stand_on_lines_of_their_own() {
    assert_eq!(filled("{{say(\n  a=1,\n  b=2\n)}}"), "<say {\"a\":1,\"b\":2} 1>");
}

#[test]
fn commas_between_arguments_may_be_missing() {
    assert_eq!(filled("{{ say(a=1 b=\"x\"c=[2]) }}"), "<say {\"a\":1,\"b\":\"x\",\"c\":[2]} 1>");
    assert_eq!(filled("{{ say(a=1 b) }}"), "{{ say(a=1 b) }}");
}

#[test]
fn calls_are_counted_by_name() {
    assert_eq!(filled("{{ say() }}{{ md() }}{{ say() }}"), "<say {} 1>## M\n<say {\"a\":1} 2><say {} 3>");
}

#[test]
fn bodies_may_hold_calls_and_other_bodies() {
    assert_eq!(
        filled("a {% wrap() %}\nb {% wrap() %}{{ say() }}{% end %}\n{% end %} c"),
        "a <i>b <i><say {} 1></i></i> c"
    );
}

#[test]
fn escaped_calls_lose_their_stars_only() {
    assert_eq!(filled("{{/* say(a=1) */}} {%/* wrap() */%}x{%/* end */%}"), "{{ say(a=1) }} {% wrap() %}x{% end %}");
}

#[test]
fn what_only_resembles_a_call_stays() {
    for text in [
        "{{ say }}",
        "{{ say(a) }}",
        "{{ say(a=b) }}",
        "{{ 1say() }}",
        "{{ say(a=\"x) }}",
        "{{ say(a=[[1]]) }}",
        "{{ say(a=1-2) }}",
        "{% end %}",
        "{{/* x",
        "{{",
        "{%",
    ] {
        assert_eq!((filled(text), troubles(text)), (text.to_owned(), vec![]));
    }
}

#[test]
fn trouble_is_told_with_its_line_and_the_call_stays() {
    let text = "a\n{{ none() }}\n{% wrap() %}\n{{ fail() }}";
    let template = TroubleKind::Template("no such variable".to_owned());
    assert_eq!(troubles(text), [(2, TroubleKind::Unknown), (3, TroubleKind::NotClosed), (4, template)]);
    assert_eq!(filled(text), text);
}

#[test]
fn a_shortcode_that_calls_itself_comes_to_an_end() {
    assert_eq!(troubles("{{ again() }}"), [(1, TroubleKind::TooDeep)]);
}

#[test]
fn marks_take_the_place_of_html_until_markdown_is_rendered() {
    let expanded = expand("*a* {{ say() }}", &Site);
    assert!(!expanded.markdown.contains('<') && expanded.markdown.starts_with("*a* "));
}

proptest! {
    #[test]
    fn a_text_without_calls_is_unchanged(text in "[^{]*") {
        prop_assert_eq!(filled(&text), text);
    }

    #[test]
    fn no_text_makes_it_panic(text in "([{}%/*() ,=\"'`\\[\\]\n.-]|say|wrap|end|md|[0-9]|đ)*") {
        let _ = filled(&text);
    }
}
